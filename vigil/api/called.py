"""Places and actors by their names, in any spelling and script that the record, the packs or the gazetteer has.

What is looked for is compared with all names of what the record tells of, folded: whole names first, then names of which a
word begins so, then names with the same consonants that look alike ("Khan Sheikhoun", "Khan Shaykhun", «Хан-Шейхун»).
"""

from __future__ import annotations

import threading
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

from vigil.api.paging import pack, unpack
from vigil.reference.gazetteer import LIKENESS_FLOOR, alike
from vigil.reference.index import countries
from vigil.reference.keys import fold, skeleton, weight

#: Consonants that a name must have before it is looked for by them alone: short ones meet by chance.
BONES = 3


class How(IntEnum):
    """How a name was met; the lower, the better."""

    NAME = 0
    SPELLING = 1
    NAME_BEGINS = 2
    SPELLING_BEGINS = 3
    ALIKE = 4


@dataclass(frozen=True, slots=True)
class Entry:
    """One place or actor of the record: its name, how many events tell of it, and its folded spellings, its name's first."""

    id: str
    name: str
    events: int
    spellings: tuple[str, ...]

    @staticmethod
    def of(id: str, name: str, events: int, others: Iterable[str]) -> Entry:
        """An entry with these further names, folded or not."""
        folded = (fold(one) for one in (name, *others))
        return Entry(id, name, events, tuple(dict.fromkeys(filter(None, folded))))


@dataclass(frozen=True, slots=True)
class Match:
    """An entry that was found, and by which spelling (folded; "" by its name)."""

    entry: Entry
    how: How
    spelling: str

    @property
    def key(self) -> tuple[int, int, str]:
        """Its place in the order of what was found."""
        return int(self.how), -self.entry.events, self.entry.id


class Called:
    """The names of all places, or of all actors, of one version of the record."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self.entries = {entry.id: entry for entry in entries}
        self._bones: dict[str, list[tuple[Entry, str]]] | None = None
        self._lock = threading.Lock()

    def find(self, words: str, elsewhere: Mapping[str, str] | None = None) -> list[Match]:
        """What is called so, best first. ``elsewhere``: ids with a folded spelling that begins so, from a gazetteer."""
        sought = fold(words)
        if not sought:
            return []
        best: dict[str, Match] = {}
        for match in (*self._spelled(sought), *self._known(sought, elsewhere or {}), *self._alike(words, sought)):
            old = best.get(match.entry.id)
            if old is None or match.how < old.how:
                best[match.entry.id] = match
        return sorted(best.values(), key=lambda match: match.key)

    def _spelled(self, sought: str) -> Iterable[Match]:
        begins = f" {sought}"
        for entry in self.entries.values():
            for number, spelling in enumerate(entry.spellings):
                if begins not in f" {spelling}":
                    continue
                if number == 0:
                    yield Match(entry, How.NAME if spelling == sought else How.NAME_BEGINS, "")
                else:
                    yield Match(entry, How.SPELLING if spelling == sought else How.SPELLING_BEGINS, spelling)

    def _known(self, sought: str, elsewhere: Mapping[str, str]) -> Iterable[Match]:
        for id, spelling in elsewhere.items():
            if id in self.entries:
                yield Match(self.entries[id], How.SPELLING if spelling == sought else How.SPELLING_BEGINS, spelling)

    def _alike(self, words: str, sought: str) -> Iterable[Match]:
        bones = skeleton(words)
        if weight(bones) < BONES:
            return
        with self._lock:
            if self._bones is None:  # made when first asked for: it takes longer than all else here
                self._bones = defaultdict(list)
                for entry in self.entries.values():
                    for spelling in entry.spellings:
                        self._bones[skeleton(spelling)].append((entry, spelling))
        for entry, spelling in self._bones.get(bones, ()):
            if alike(sought, spelling) >= LIKENESS_FLOOR:
                yield Match(entry, How.ALIKE, "" if spelling == entry.spellings[0] else spelling)


class Latest:
    """``Called`` for each kind, made anew when the record's events are; may be used from any thread."""

    def __init__(self) -> None:
        self._held: dict[str, tuple[str, Called]] = {}
        self._lock = threading.Lock()

    def get(self, kind: str, version: str, make: Callable[[], Sequence[Entry]]) -> Called:
        """The names of a kind as they stand in a version of the index."""
        with self._lock:
            held = self._held.get(kind)
            if held is None or held[0] != version:
                held = self._held[kind] = (version, Called(make()))
            return held[1]


def paged(matches: Sequence[Match], cursor: str, limit: int) -> tuple[list[Match], str | None]:
    """One page of what was found, and the next one's cursor. Raises ApiError (404) on a cursor of another list."""
    after = unpack(cursor, int, int, str) if cursor else None
    rest = [match for match in matches if after is None or match.key > after]
    some = rest[:limit]
    return some, pack(*some[-1].key) if len(rest) > len(some) else None


def country_names(id: str) -> tuple[str, ...]:
    """A country's names by its id ("iso:SYR"); none for other places."""
    found = countries().get(id.removeprefix("iso:")) if id.startswith("iso:") else None
    return found.names if found else ()
