"""Sentence ends: sentencex finds them, our merge pass takes back the ones that abbreviations and initials caused.

sentencex is lossless and fast but breaks after "incl.", "approx.", "km." and Russian or Ukrainian ranks (see
docs/dependencies.md). The list is per language and short on purpose: ranks, units, months, and single initials.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import replace

from sentencex import get_sentence_boundaries

from vigil.model.text import Bounds, Document, without_halves

ABBREVIATIONS: dict[str, frozenset[str]] = {
    "en": frozenset(
        "incl approx km m kg no nos vs gen lt col maj capt cpl sgt brig adm cmdr sr jr st mt dr mr mrs ms prof rev hon "
        "gov sen rep pres min dept est art inc ltd co corp jan feb mar apr jun jul aug sep sept oct nov dec mon tue "
        "wed thu fri sat sun al ca cf dist ft bn div regt u.s u.n u.k e.u a.m p.m i.e e.g s.o.h.r".split()
    ),
    "ru": frozenset(
        "ген полк подп майор кап лейт серж см г гг ул обл р-н янв февр мар апр авг сент окт нояб дек тыс млн км им".split()
    ),
    "uk": frozenset(
        "ген полк підп кап лейт серж див м р рр вул обл січ лют бер квіт трав черв лип серп верес жовт груд тис "
        "млн км ім".split()
    ),
    "fr": frozenset("gén col cap lt sgt m mm mme env janv févr avr juil sept oct nov déc km".split()),
    "es": frozenset("gral cnel cap tte sgto sr sra dr dra aprox ene feb abr ago sept oct nov dic km".split()),
    "tr": frozenset("gen alb bnb yzb tgm dr prof km oca şub mar nis may haz tem ağu eyl eki kas ara".split()),
}
#: Characters of a sentence at most: each claim holds its sentence's words, and is compared with the others of its sentence,
#: so that a megabyte in one line would cost its square.
LONGEST = 2000
_UP_TO_BLANK = re.compile(r".*\s", re.DOTALL)
_LAST_WORD = re.compile(r"([^\s(\[\"'“‘]+)\.[\"'”’)]*\s*$")
_STOPS = ".!?:;…»”\"'’)"
#: Column widths at which plain text is wrapped by hand or by a PDF.
_WRAP = (60, 100)
_INITIAL = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]$")
#: Abbreviations after which a new sentence may begin all the same, if the next word is capitalised and no name follows.
_MAY_END = frozenset("a.m p.m u.s u.n u.k e.u km m kg inc ltd co corp jr sr i г гг al".split())
#: English abbreviations that are words, too ("a day without sun. Rebels shelled ..."): in small letters they are
#: abbreviations only where a number or a small letter follows.
_WORDS_TOO = frozenset("nos sun sat mar min est art".split())
#: "The minister said no. Rebels shelled ...": sentencex takes each for a number's. "FIR no. Kot-12" is one.
_SAID_NO = re.compile(r"\bno\.[\"”’)]*\s+(?=[\"“‘(]?[^\W\d_a-z][a-z]+[\s,'’])")
#: Words that open sentences: after "a.m." or "U.S." they show that the end was a real one.
_OPENERS = frozenset(
    "the a an it he she they we but and on in at after before since however meanwhile this that these those there "
    "his her its their as when while if no some many".split()
)


def boundaries(text: str, language: str = "en", begins: Collection[int] = ()) -> list[Bounds]:
    """Sentences as (start, end) offsets without surrounding space; blank ones left out.

    ``begins``: offsets of lines that are known to begin one.
    """
    text = without_halves(text)
    language = language or "en"
    raw = [
        part
        for start, end in _blocks(text, begins)
        for piece in get_sentence_boundaries(language, text[start:end])
        for part in _after_no(text, start + int(piece["start_index"]), start + int(piece["end_index"]), language)
    ]
    merged: list[Bounds] = []
    for start, end in raw:
        if merged and _taken_back(text, merged[-1], start, end, language):
            merged[-1] = (merged[-1][0], end)
        else:
            merged.append((start, end))
    stripped = (_strip(text, *part) for start, end in merged for part in _cut(text, start, end))
    return [(start, end) for start, end in stripped if start < end]


def split(document: Document) -> Document:
    """The document with its sentences found; one that brings its own keeps them.

    A line that is no part of the story, and the line behind it, begins a sentence whatever stands before: a photograph's
    caption ends with a credit and no stop.
    """
    if document.sentences:
        return document
    begins = {at for zone in document.zones for at in (zone.start, zone.end + 1)}
    return replace(document, sentences=tuple(boundaries(document.text, document.language, begins)))


def _blocks(text: str, begins: Collection[int]) -> list[Bounds]:
    """Stretches between line ends that are ends: sentencex reads over a single newline, and headings have no stop.

    A newline goes on with its sentence when the line before is as long as a hard-wrapped one (and unfinished), or when the
    next line goes on in lower case.
    """
    blocks: list[Bounds] = []
    start = 0
    for newline in re.finditer(r"\n", text):
        at = newline.start()
        line = text[text.rfind("\n", 0, at) + 1 : at].rstrip()
        following = text[at + 1 : at + 2]
        unfinished = bool(line) and line[-1] not in _STOPS
        wrapped = unfinished and (
            following.islower() or (_WRAP[0] <= len(line) <= _WRAP[1] and following.strip() != "")
        )
        if not wrapped or at + 1 in begins:
            blocks.append((start, at + 1))
            start = at + 1
    return [*blocks, (start, len(text))] if start < len(text) else blocks


def _after_no(text: str, start: int, end: int, language: str) -> Iterator[Bounds]:
    """A stretch, cut behind each "no." that ends an English sentence."""
    if language == "en":
        for no in _SAID_NO.finditer(text, start, end):
            yield start, no.end()
            start = no.end()
    yield start, end


def _cut(text: str, start: int, end: int) -> Iterator[Bounds]:
    """A stretch without an end in parts of at most LONGEST, between words where there are any."""
    while end - start > LONGEST:
        blank = _UP_TO_BLANK.match(text, start + LONGEST // 2, start + LONGEST)
        at = blank.end() if blank else start + LONGEST
        yield start, at
        start = at
    yield start, end


def _taken_back(text: str, before: Bounds, start: int, end: int, language: str) -> bool:
    if text[start - 1] == "\n" or end - before[0] > LONGEST:
        return False
    match = _LAST_WORD.search(text[max(before[0], before[1] - 60) : before[1]])
    if match is None:
        return False
    word = match.group(1).lower()
    known = ABBREVIATIONS.get(language, ABBREVIATIONS["en"])
    if word not in known and not _INITIAL.fullmatch(match.group(1)):
        return False
    following = text[start:end].lstrip()
    if word == "no" and known is ABBREVIATIONS["en"]:
        return _SAID_NO.search(text, max(before[0], before[1] - 10), end) is None
    if word in _WORDS_TOO and known is ABBREVIATIONS["en"] and match.group(1).islower():
        return following[:1].isdigit() or following[:1].islower()
    first = re.match(r"[^\W\d_]+", following)
    if word in _MAY_END and first is not None:
        return not (first.group()[0].isupper() and first.group().lower() in _OPENERS)
    return True


def _strip(text: str, start: int, end: int) -> Bounds:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
