"""Translated copies: a report in a language that nobody reads here, linked to the report that it translates.

Words differ, but numbers, names and places come through a translation, and in much the same order. A text's *marks* are
its numbers in digits and its names, these as bare consonants ("Velmist", Велмист and فلميست are all ``flmst``). Two reports
of one event share some marks too; a translation shares most of them, in order. Documents are linked, never sentences.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from vigil.fuse.words import CALENDAR, STOP, WORD, fold
from vigil.model.link import Score
from vigil.model.text import Document, Unread

DAYS = 3  # a translation follows within days
LEAST = 8  # marks in common, in order: fewer can be chance
SHARED = 0.55  # of the marks of either text that stand in the other in the same order
NAMED = 0.7  # the same where no number of two digits is among them: all reports of a place share its names
COMMON = 60  # a mark of more documents than this (the country, the year) makes no pair

_SAME = str.maketrans({"v": "f", "b": "f", "p": "f", "w": "", "q": "k", "c": "k", "g": "k", "j": "k", "z": "s", "x": "s",
                       "d": "t", "h": "", "a": "", "e": "", "i": "", "o": "", "u": "", "y": "", "r": "r"})  # fmt: skip
_PREFIXES = ("wal", "bal", "lil", "al", "w", "b", "l", "f")  # Arabic writes "and", "in", "to", "the" on the word


@dataclass(frozen=True, slots=True)
class Marks:
    """A text's marks in order. ``sure``: names are told by their capitals; else every word may be one."""

    doc: str
    language: str
    day: int
    order: tuple[str, ...]
    sure: bool


def bones(word: str) -> str:
    """A name's consonants, those that scripts confuse made one; "" when too few are left to know it by.

    >>> bones("Velmist"), bones("Велмист")
    ('flmst', 'flmst')
    """
    left = fold(word).replace(" ", "").replace("sh", "s").replace("kh", "k").replace("th", "t").translate(_SAME)
    short = re.sub(r"(.)\1+", r"\1", left)
    return short if len(short) >= 3 else ""


def marks(document: Document) -> Marks:
    """Numbers and names of a document's story, in order."""
    text = document.text
    cased = any(letter.isupper() for letter in text[:2000])
    unread = Unread(document.zones)
    found: list[str] = []
    for match in WORD.finditer(text):
        if unread.at(match.start()):
            continue
        found.extend(_marks_of(match.group(), cased=cased))
    day = document.published.date().toordinal() if document.published else 0
    return Marks(document.id, document.language, day, tuple(found), cased)


def _marks_of(word: str, *, cased: bool) -> Iterator[str]:
    folded = fold(word)
    if folded.isdigit():
        # Single digits are written as words in one language and as figures in the next.
        if len(folded) > 1:
            yield folded
        return
    if cased:
        if word[0].isupper() and folded not in STOP and folded not in CALENDAR and (mark := bones(word)):
            yield mark
        return
    plain = next(
        (folded.removeprefix(p) for p in _PREFIXES if folded.startswith(p) and len(folded) > len(p) + 2), folded
    )
    # With and without the prefix: only the other text knows which of the two is the name.
    yield from sorted({mark for mark in (bones(folded), bones(plain)) if mark})


def translations(documents: Sequence[Document]) -> dict[str, tuple[str, Score]]:
    """Later document id -> (earlier document in another language, why). ``documents`` are sorted, the earliest first.

    Documents of unknown language or day take no part.
    """
    known = [document for document in documents if document.language and document.published]
    if len({document.language for document in known}) < 2:
        return {}
    texts = [marks(document) for document in known]
    found: dict[str, tuple[str, Score]] = {}
    for earlier, later in _candidates(texts):
        why = compare(texts[earlier], texts[later])
        best = found.get(texts[later].doc)
        if why is not None and (best is None or why.value > best[1].value):
            found[texts[later].doc] = (texts[earlier].doc, why)
    return found


def _candidates(texts: Sequence[Marks]) -> list[tuple[int, int]]:
    """Pairs of texts in two languages, days apart at most, that share ``LEAST`` marks."""
    homes: dict[str, list[int]] = defaultdict(list)
    for number, text in enumerate(texts):
        for mark in set(text.order):
            homes[mark].append(number)
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for numbers in homes.values():
        if len(numbers) <= COMMON:
            for n, a in enumerate(numbers):
                for b in numbers[n + 1 :]:
                    if texts[a].language != texts[b].language and abs(texts[b].day - texts[a].day) <= DAYS:
                        shared[a, b] += 1
    return sorted(pair for pair, count in shared.items() if count >= LEAST // 2)


def compare(one: Marks, two: Marks) -> Score | None:
    """Why one text is a translation of the other, None when it is not. Symmetric in its value."""
    both = set(one.order) & set(two.order)
    # A text without capitals offers every word: only those that the other has as names, or numbers, are its marks.
    a = [mark for mark in one.order if mark in both or one.sure or mark.isdigit()]
    b = [mark for mark in two.order if mark in both or two.sure or mark.isdigit()]
    if not a or not b:
        return None
    blocks = SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks()
    common = [mark for block in blocks for mark in a[block.a : block.a + block.size]]
    share = min(len(common) / len(a), len(common) / len(b))
    numbers = {mark for mark in common if mark.isdigit()}
    if len(common) < LEAST or share < (SHARED if numbers else NAMED):
        return None
    return Score(round(share, 3), f"{len(common)} names and numbers in the same order, {len(numbers)} of them numbers")
