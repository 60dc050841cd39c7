"""Names that few articles of a record have, and which articles share them: one victim, one suspect, one street.

A charge is brought weeks after a shooting and a sentence is passed years after it: neither the day nor the words of such an
article are those of the first reports, but the names are. What counts is two capitalised words in a row ("Justin Burns",
"Oliver Avenue") that at most ``FEW`` articles have, at any distance of time. Names that the gazetteer or the register of
actors knows do not count: towns and armies come back with every battle.

In the record of a war such names are mostly spokesmen, outlets and page furniture, which come back as well. So beside them
stand **victims**: the names of those against whom an article's claims of violence are. Who is killed is killed once.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

import numpy as np

from vigil.fuse.facts import Facts
from vigil.fuse.ragged import Floats, Ints
from vigil.fuse.words import CALENDAR, STOP, fold
from vigil.model.text import Document

LEAD = 4000  # characters: what stands further down is mostly page furniture and other matters
FEW = 12
#: The comparisons that rest on such names: where a table of weights gives them none, as the shipped one, none is looked for.
BY_NAMES = ("full_names", "named_later")
CLEARLY = 3  # shared names that no two articles on different matters are likely to have
NEIGHBOURS = 8
_CAPITAL = "A-ZÀ-ÖØ-ÞΑ-ΩА-Я"
_RUN = re.compile(rf"\b[{_CAPITAL}](?:\w{{,2}}\.|[\w'’-]+)(?: [{_CAPITAL}](?:\w{{,2}}\.|[\w'’-]+))+")


def full_names(text: str) -> set[str]:
    """Folded pairs of neighbouring capitalised words; none in scripts without capitals.

    >>> sorted(full_names("On Monday Amin J. Sorel fled Quay Road."))
    ['amin j', 'j sorel', 'quay road']
    """
    found = set()
    for run in _RUN.findall(text):
        words = [fold(word) for word in run.split(" ")]
        for one, two in pairwise(word for word in words if word and word not in STOP):
            if one not in CALENDAR and two not in CALENDAR:
                found.add(f"{one} {two}")
    return found


def known_names(facts: Iterable[Facts]) -> set[str]:
    """Full names that the gazetteer or the register of actors knows, as far as some claims are about them."""
    written: set[str] = set()
    for item in facts:
        if item.place is not None and item.place.place_id is not None:
            written |= {item.place.text, item.place.name or ""}
        for party in (*item.agents, *item.targets, *item.speakers):
            if party.id:
                written.add(party.name)
    return {f"{one} {two}" for text in written for one, two in pairwise(fold(text).split())}


def victims(facts: Iterable[Facts]) -> dict[str, set[str]]:
    """Document id -> full names of the targets of its claims of violence, without those that a registry knows."""
    found: dict[str, set[str]] = {}
    for item in facts:
        if item.family == "violence":
            for party in item.targets:
                if not party.id and " " in party.name:
                    found.setdefault(item.claim.doc, set()).update(_of_party(party.name))
    return found


@lru_cache(maxsize=50_000)
def _of_party(name: str) -> frozenset[str]:
    return frozenset(full_names(name))


class Matters:
    """Pairs of articles that share rare full names. Rows are those of the articles sorted by id, as in ``Stories``.

    ``names``: the names of each document id that count; None: all of its text.
    """

    def __init__(
        self,
        documents: Sequence[Document],
        known: Collection[str] = (),
        names: Mapping[str, set[str]] | None = None,
    ) -> None:
        ordered = sorted(documents, key=lambda document: document.id)
        self._rows = {document.id: row for row, document in enumerate(ordered)}
        if names is None:
            names = {item.id: full_names(f"{item.title} . {item.text[:LEAD]}") for item in ordered}
        self._names = [names.get(item.id, set()) for item in ordered]
        often = Counter(name for names in self._names for name in names)
        rare = {name for name, count in often.items() if 1 < count <= FEW}.difference(known)
        self._names = [names & rare for names in self._names]
        codes = np.fromiter(self._shared(), dtype=np.int64)
        self._pairs, self._counts = np.unique(codes, return_counts=True)

    def _shared(self) -> Iterator[int]:
        """``smaller row * articles + larger`` once for each name that two articles share."""
        holders: dict[str, list[int]] = {}
        for row, names in enumerate(self._names):
            for name in names:
                holders.setdefault(name, []).append(row)
        size = len(self._names)
        for rows in holders.values():
            for place, one in enumerate(rows):
                for two in rows[place + 1 :]:
                    yield one * size + two

    def shared_all(self, one: Ints, two: Ints) -> Ints:
        """[pairs] of rows -> how many rare full names the two articles share; 0 for rows that are not in the record."""
        size = len(self._names)
        found = np.zeros(len(one), dtype=np.int64)
        if len(self._pairs):
            wanted = np.minimum(one, two) * size + np.maximum(one, two)
            at = np.minimum(np.searchsorted(self._pairs, wanted), len(self._pairs) - 1)
            known = (self._pairs[at] == wanted) & (one < size) & (two < size)
            found[known] = self._counts[at[known]]
        return found

    def shared(self, one: str, two: str) -> tuple[str, ...]:
        """The rare full names that two articles, given by id, share, in the order of the alphabet."""
        a, b = self._rows.get(one), self._rows.get(two)
        return () if a is None or b is None or a == b else tuple(sorted(self._names[a] & self._names[b]))

    def neighbours(self) -> list[tuple[str, str]]:
        """Pairs of article ids, smaller first, sorted: for each article the few that it shares most names with."""
        size = max(len(self._names), 1)
        one, two = self._pairs // size, self._pairs % size
        here, there, counts = np.r_[one, two], np.r_[two, one], np.r_[self._counts, self._counts]
        order = np.lexsort((there, -counts, here))
        here, there = here[order], there[order]
        kept = np.arange(len(here)) - np.searchsorted(here, here) < NEIGHBOURS
        codes = np.unique(np.minimum(here, there)[kept] * size + np.maximum(here, there)[kept])
        ids = list(self._rows)
        return [(ids[code // size], ids[code % size]) for code in codes.tolist()]


def worth(count: Ints) -> Floats:
    """How much so many shared names say, in [0, 1]: a third for one, all for seven and more."""
    found: Floats = np.minimum(1.0, np.log1p(count) / np.log1p(7.0))
    return found
