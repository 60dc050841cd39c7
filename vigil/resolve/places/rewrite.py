"""Other ways to take an unknown place phrase apart, each tried only where the plain reading finds no name.

Pages lose apostrophes ("Syrias Idlib province", "Aleppos eastern districts") and commas ("Manbij Syria"). Whether a word is
a name is asked of the gazetteer, so that "Texas" never becomes "Texa's".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from vigil.reference.keys import fold
from vigil.reference.registry import demonyms
from vigil.resolve.places.words import Phrase, is_name, parse

Known = Callable[[str], bool]
#: Letters of the shortest name that may have lost an apostrophe.
SHORTEST = 4
_CAPITAL = re.compile(r"(?:the\s+)?(?P<land>.+?)(?:['’]s?)?\s+capital(?:\s+city)?", re.IGNORECASE)


def of_capital(words: str) -> str:
    """The country or people in "the Syrian capital", "Syria's capital"; "" for other words."""
    match = _CAPITAL.fullmatch(words)
    return match["land"] if match and is_name(match["land"]) else ""


def readings(phrase: Phrase, known: Known, land: Known) -> Iterator[Phrase]:
    """Phrases that may be meant, likeliest first.

    ``known`` says whether a name is a place of some note, ``land`` whether it is a country or a division.
    """
    words = phrase.core.split()
    first = words[0] if words else ""
    if len(first) > SHORTEST and first.endswith("s") and known(first[:-1]):
        rest = " ".join(words[1:])
        yield _as(phrase, parse(f"{first[:-1]}'s {rest}") if rest else parse(first[:-1]))
    if len(words) > 1 and fold(first) in demonyms() and is_name(" ".join(words[1:])):
        yield _as(phrase, parse(" ".join(words[1:])))  # "Syrian Velm"
        return
    for size in (2, 1):
        head, tail = " ".join(words[:-size]), " ".join(words[-size:])
        if len(head) < SHORTEST and head.isupper():
            continue  # "IS Syria": two things, and no town Is
        if head and is_name(head) and is_name(tail) and land(tail):
            inner = parse(head)
            yield _as(phrase, replace(inner, containers=(*inner.containers, tail)))
    bare = re.sub(r"^(?:[a-z][\w-]*\s+)+(?=[^\W\d_a-z])", "", phrase.core)
    if bare != phrase.core:
        yield _as(phrase, parse(bare))


def _as(phrase: Phrase, inner: Phrase) -> Phrase:
    """Another reading of a phrase's name, with what the rest of the phrase says of it."""
    kept = phrase if phrase.relation != "in" and inner.relation == "in" else inner
    return replace(
        kept, whole=inner.whole, core=inner.core, containers=(*inner.containers, *phrase.containers),
        kinds=inner.kinds or phrase.kinds,
    )  # fmt: skip
