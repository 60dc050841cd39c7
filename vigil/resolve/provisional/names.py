"""When an unknown party's words are a group's name, and when two names are spellings of one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import combinations

from rapidfuzz import fuzz

from vigil.reference.keys import fold, skeleton, weight
from vigil.reference.registry import actor_key
from vigil.resolve.actors.words import ARMED_SIDES, BRACKETS, LEAD, SECTOR_OF, UNITS

#: Words of which one makes a name an organisation's, in English and as they are written from Arabic.
BODIES = frozenset(
    "army armies brigade brigades battalion battalions division regiment corps command front movement party militia "
    "militias force forces group groups council committee union alliance coalition organisation organization league "
    "congress legion "
    "guard guards squad network cell company resistance assembly authority administration government ministry agency "
    "directorate centre center observatory foundation association society federation network gang cartel clan "
    "jaysh jaish jeish jabhat liwa lewa liwaa harakat ahrar kataib kataeb katibat faylaq failaq hayat tajammu ansar saraya "
    "hizb hezb lashkar jamaat tehrik sepah tahrir".split()
)
#: Bodies that any state has one of: with nothing but ``PLAIN`` words they say what somebody is, not who.
_OFFICES = frozenset(
    "army armies brigade brigades battalion battalions division regiment corps command force forces group groups council "
    "committee guard guards squad cell company assembly authority administration government ministry agency directorate "
    "centre center militia militias resistance gang".split()
)
_PLAIN = frozenset(
    "military security interior defence defense foreign health armed special air naval ground land national federal "
    "central state local regional provincial municipal city town district joint united general supreme high higher border "
    "coast presidential republican royal civil civilian internal public political transitional interim opposition rebel "
    "islamist terrorist popular emergency rapid reaction intervention infantry armoured armored mechanised artillery tank "
    "operations intelligence media press information crisis human rights education justice finance first second third "
    "fourth fifth sixth seventh eighth ninth tenth main of the and for in on main new old".split()
)
#: Abbreviations of what somebody is.
_COMMON = frozenset(
    "NGO NGOS INGO MP MPS PM IDP IDPS UAV UAVS VIP POW POWS IED IEDS CEO TV SUV PR AK US UK AFP CCTV".split()
)
#: Words in small letters that may stand within a name.
_JOINTS = frozenset("of for the and in on to de du des la al el ul wa bin ibn &".split())
_ABBREVIATION = re.compile(r"[A-Z][A-Z0-9-]{1,7}")
_BRACKETED = re.compile(r"\(([A-Z][A-Z0-9-]{1,7})\)")
_CAPITAL = re.compile(r"[^\W\d_]")
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)?")
#: British and American spelling made alike, so that the skeletons are ("Organisation", "Organization").
_Z = re.compile(r"is(?=ation|ed\b|ing\b)")
#: Consonants of a skeleton below which likeness is chance, and how alike the letters must be (0-100).
_HEAVY, _ALIKE = 5, 75


@lru_cache(maxsize=65_536)
def group_name(words: str) -> str:
    """The group's name in a party's words, "" where they are no organisation's name or say only what somebody is."""
    parts = LEAD.sub("", BRACKETS.sub(" ", words)).strip(" ,.;:'\"").split()
    while len(parts) > 1 and parts[-1].islower() and (SECTOR_OF.get(parts[-1]) in ARMED_SIDES or parts[-1] in UNITS):
        parts.pop()  # "Tarn Front fighters"
    if not parts or not parts[0][:1].isupper() or not all(_CAPITAL.search(part) for part in parts):
        return ""
    if len(parts) == 1:
        return parts[0] if _ABBREVIATION.fullmatch(parts[0]) and parts[0] not in _COMMON else ""
    proper = [part for part in parts if any(letter.isupper() for letter in part)]
    if not all(part in _JOINTS for part in parts if part.islower()):
        return ""  # "Tarn Observatory chief Jon Marrach"
    body = any(word in BODIES for part in parts for word in re.split(r"[^\w]+", part.lower()))
    return " ".join(parts) if body and len(proper) > 1 and not _generic(parts) else ""


def _generic(parts: Sequence[str]) -> bool:
    """ "Military Council", "the 4th Brigade": there is one in every war."""
    words = fold(" ".join(parts)).split()
    return all(word in _PLAIN or word in _OFFICES or _ORDINAL.fullmatch(word) for word in words)


def abbreviations(name: str, words: str) -> set[str]:
    """By which letters a group may go in the same text: those in brackets behind its name, and its initials."""
    letters = "".join(word[0] for word in name.split() if word[0].isupper())
    return {*_BRACKETED.findall(words), letters if len(letters) > 1 else ""} - {""}


def is_short(name: str) -> bool:
    """True for an abbreviation."""
    return " " not in name


def spellings(keys: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Pairs of folded names of several words that are spellings of one name, sorted.

    The consonants must be the same ones and the letters nearly so: "Liwa al-Balashun" and "Lewa Balashoon". A plural head
    is the same as a singular one.
    """
    blocks: dict[str, list[str]] = defaultdict(list)
    for key in sorted(set(keys)):
        bones = skeleton(_plain(key))
        if " " in key and weight(bones) >= _HEAVY:
            blocks[bones].append(key)
    for _, block in sorted(blocks.items()):
        yield from (pair for pair in combinations(block, 2) if fuzz.ratio(*map(_plain, pair)) >= _ALIKE)


def _plain(key: str) -> str:
    words = key.split()
    return _Z.sub("iz", " ".join(word[:-1] if word in BODIES and word[:-1] in BODIES else word for word in words))


def key_of(name: str) -> str:
    """Under which one spelling of a group's name meets itself."""
    return actor_key(name)
