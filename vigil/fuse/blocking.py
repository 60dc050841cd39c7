"""Which claims are compared at all: those that share a block, never everything with everything.

Blocks are keyed by a coarse family of types together with

- a place (its id, the ids of districts and places that hold it, its half-degree cell and the eight around it, or the
  folded words of an unresolved name) and a stretch of days;
- a name that is rare in the record and the weeks around publication, for claims without a place or date;
- the document: claims at most ``NEAR`` sentences apart;
- two articles on one matter (``stories``): their claims of one family.

A block of more than ``CROWD`` claims is sorted by day and document and each claim compared only with the ``CROWD`` that
follow (sorted neighbourhood, Hernandez and Stolfo 1995), so that cost stays linear where news is dense.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from math import floor

from vigil.fuse.facts import Facts
from vigil.fuse.words import Rarity
from vigil.model.entity import PlacePrecision

CROWD = 30
NEAR = 8
TOLD = 40  # claims of an article that are compared with another article on the same matter
SHORT = 8  # windows of up to this many days are blocked by day, longer ones by month
CELL = 0.5  # degrees
RARE = 3  # names a claim is blocked by: its rarest
COARSE = {
    "violence": "force",
    "ground": "force",
    "arms": "force",
    "civilian": "civil",
    "captivity": "civil",
    "diplomacy": "words",
    "statement": "words",
}
_AREAS = frozenset({PlacePrecision.EXACT, PlacePrecision.NEAR, PlacePrecision.DISTRICT})

Key = tuple[str, str, int]


def propose(facts: Sequence[Facts], rarity: Rarity, stories: Iterable[tuple[str, str]] = ()) -> list[tuple[int, int]]:
    """Index pairs (i < j) of claims to compare, each once, sorted. ``facts`` are sorted by claim id."""
    blocks: dict[Key, list[int]] = defaultdict(list)
    for number, item in enumerate(facts):
        for key in _keys(item, rarity):
            blocks[key].append(number)
    pairs: set[tuple[int, int]] = set()
    for key, members in blocks.items():
        if len(members) > 1:
            by_month = key[2] < 0
            pairs.update(
                (a, b) for a, b in _pairs(facts, members) if not by_month or _long(facts[a]) or _long(facts[b])
            )
    pairs.update(_documents(facts, stories))
    return sorted(pairs)


def _long(item: Facts) -> bool:
    return item.window is None or item.window.days() > SHORT


def _pairs(facts: Sequence[Facts], members: list[int]) -> Iterator[tuple[int, int]]:
    if len(members) > CROWD:
        members = sorted(members, key=lambda n: _day_order(facts[n]))
    for place, one in enumerate(members):
        for two in members[place + 1 : place + 1 + CROWD]:
            yield (one, two) if one < two else (two, one)


def _day_order(item: Facts) -> tuple[int, int, str, int]:
    return item.window.first if item.window else 0, item.published, item.claim.doc, item.order


def _documents(facts: Sequence[Facts], stories: Iterable[tuple[str, str]]) -> Iterator[tuple[int, int]]:
    by_doc: dict[str, list[int]] = defaultdict(list)
    for number, item in enumerate(facts):
        by_doc[item.claim.doc].append(number)
    for members in by_doc.values():
        members.sort(key=lambda n: facts[n].order)
        for place, one in enumerate(members):
            for two in members[place + 1 : place + 1 + CROWD]:
                if facts[two].claim.s - facts[one].claim.s > NEAR:
                    break
                yield (one, two) if one < two else (two, one)
    for left, right in stories:
        families: dict[str, list[int]] = defaultdict(list)
        for number in by_doc.get(right, ())[:TOLD]:
            families[facts[number].family].append(number)
        for one in by_doc.get(left, ())[:TOLD]:
            for two in families[facts[one].family]:
                yield (one, two) if one < two else (two, one)


def _keys(item: Facts, rarity: Rarity) -> set[Key]:
    coarse = COARSE.get(item.family, item.family)
    keys: set[Key] = set()
    places = _places(item)
    for stretch in _stretches(item):
        keys.update((coarse, place, stretch) for place in places)
    rare = sorted(item.names, key=lambda name: (-rarity.weight(name), name))[:RARE]
    for week in {item.published // 7, (item.published + 3) // 7 + 1_000_000}:
        keys.update((coarse, "name:" + name, week) for name in rare)
    return keys


def _places(item: Facts) -> set[str]:
    ref = item.place
    places = {"text:" + word for word in item.place_words}
    if ref is None:
        return places
    if ref.place_id is not None:
        places.add(ref.place_id)
        places.update(place for place in ref.within[:2])
    if ref.lat is not None and ref.lon is not None and ref.precision in _AREAS:
        row, column = floor(ref.lat / CELL), floor(ref.lon / CELL)
        # A claim is filed under the four cells nearest to it; two claims within half a cell always share one.
        down, left = (ref.lat / CELL) % 1 < 0.5, (ref.lon / CELL) % 1 < 0.5
        for r in (row, row - 1 if down else row + 1):
            for c in (column, column - 1 if left else column + 1):
                places.add(f"cell:{r}:{c}")
    return places


def _stretches(item: Facts) -> set[int]:
    """Days as ordinals for short windows; months, as negative numbers, for all (long ones meet short ones there)."""
    window = item.window
    if window is None:
        return {item.published}
    months = {-(day // 30) for day in (window.first, window.last)}
    if _long(item):
        span = range(window.first // 30, min(window.last // 30, window.first // 30 + 12) + 1)
        return months | {-month for month in span}
    return set(range(window.first - 1, window.last + 2)) | months
