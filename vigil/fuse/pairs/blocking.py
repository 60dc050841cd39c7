"""Which claims are compared at all: those that share a block, never everything with everything.

Blocks are keyed by the claims' class of types (two types of different classes are never one event, see ``CLASSES``) with

- a place (its id, its district's, two staggered half-degree cells, or the folded words of an unresolved name) and one of
  two staggered stretches of four days, so that windows whose middles are two days apart always share one; long windows
  ("in May") and short ones meet in months;
- a name that is rare in the record and the weeks around publication, for claims without a place or date;
- the document: claims at most ``NEAR`` sentences apart;
- two articles on one matter (``stories``): their claims of one class.

A block of more than ``CROWD`` claims is sorted by day and document and each claim compared only with the ``CROWD`` that
follow (sorted neighbourhood, Hernandez and Stolfo 1995), so that cost stays linear where news is dense.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from math import floor

import numpy as np

from vigil.fuse.facts import FAMILIES, Facts, Window
from vigil.fuse.ragged import Codes, Ints
from vigil.fuse.words import Rarity
from vigil.model.claim import TYPES
from vigil.model.entity import PlacePrecision

CROWD = 16  # 13 to 20 join the same in the judged records (bench.record_pairs); 14 loses pairs of the gold groups
NEAR = 8
TOLD = 40  # claims of an article that are compared with another article on the same matter
SHORT = 8  # windows of up to this many days are blocked by days, longer ones by month
STRETCH = 4  # days
CELL = 0.5  # degrees
AT_MOST = 1 << 21  # pairs that are kept twice before the second is dropped
RARE = 3  # names a claim is blocked by: its rarest
_DEALS = ("agreement", "ceasefire", "talks")
_HELD = ("abduction", "detention")
#: Types that one event may be told as share a class: acts of violence, deals, taking people; all others stand alone.
CLASSES: dict[str, str] = {kind: kind for kind in TYPES}
CLASSES |= {kind: "violence" for kind, family in FAMILIES.items() if family == "violence"}
CLASSES |= dict.fromkeys(_DEALS, "deal") | dict.fromkeys(_HELD, "held")
_AREAS = frozenset({PlacePrecision.EXACT, PlacePrecision.NEAR, PlacePrecision.DISTRICT})

#: A block's number is that of its class and its place or name times ``SPAN``, and one for the days: a stretch or week,
#: ``STAGGER`` more for the second of two staggered ones, ``MONTHS`` more for a month.
STAGGER, MONTHS, SPAN = 1_000_000, 2_000_000, 4_000_000
Pairs = Codes  # [n, 2]: index pairs (i < j), each once, sorted


def class_of(kind: str) -> str:
    """The class of a type; a type that we do not know is one of its own."""
    return CLASSES.get(kind, kind)


def propose(facts: Sequence[Facts], rarity: Rarity, stories: Iterable[tuple[str, str]] = ()) -> Pairs:
    """Pairs of claims to compare. ``facts`` are sorted by claim id."""
    count = len(facts)
    numbers: dict[tuple[str, str], int] = {}
    keys, sizes = array("q"), array("q")
    for item in facts:
        kind, before = class_of(item.claim.type), len(keys)
        for name, when in _keys(item, rarity):
            base = SPAN * numbers.setdefault((kind, name), len(numbers))
            keys.extend([base + at for at in when])
        sizes.append(len(keys) - before)
    long = np.fromiter((is_long(item) for item in facts), dtype=bool, count=count)
    members = np.repeat(np.arange(count), np.array(sizes, dtype=np.int64))
    found = [np.array(_documents(facts, stories), dtype=np.int64)]
    for block, one, two in _neighbours(np.frombuffer(keys, dtype=np.int64), members, ranks(facts)):
        # Months only bring long windows together with others: short ones have met by day.
        wanted = (block % SPAN < MONTHS) | long[one] | long[two]
        one, two = one[wanted], two[wanted]
        found.append(np.minimum(one, two) * count + np.maximum(one, two))
        if sum(map(len, found)) > max(AT_MOST, 2 * len(found[0])):
            found = [_distinct(found)]
    every = _distinct(found)
    pairs = np.empty((len(every), 2), dtype=np.int32, order="F")  # each column in one piece
    np.floor_divide(every, max(count, 1), out=pairs[:, 0], casting="unsafe")
    np.remainder(every, max(count, 1), out=pairs[:, 1], casting="unsafe")
    return pairs


def _distinct(codes: list[Ints]) -> Ints:
    """The codes, sorted, each once. The list is emptied, so that they are not in memory twice."""
    every = np.concatenate(codes)
    codes.clear()
    every.sort()
    new = np.ones(len(every), dtype=bool)
    new[1:] = every[1:] != every[:-1]
    return every[new]


def _neighbours(keys: Ints, members: Ints, rank: Ints) -> Iterator[tuple[Ints, Ints, Ints]]:
    """(block, one, two) of claims that stand up to CROWD places apart in a block sorted by ``rank``, by how far apart."""
    # As one number each, which is sorted twenty times as fast as by two columns, and then taken apart again.
    size = max(len(rank), 1)
    if int(keys.max(initial=0)) < (1 << 62) // size:
        codes = keys * size + rank[members]
        codes.sort()
        ranked = np.empty(len(rank), dtype=np.int64)
        ranked[rank] = np.arange(len(rank))
        keys, members = codes // size, ranked[codes % size]
    else:
        order = np.lexsort((rank[members], keys))
        keys, members = keys[order], members[order]
    for step in range(1, CROWD + 1):
        same = keys[step:] == keys[:-step]
        if not same.any():
            return
        yield keys[step:][same], members[:-step][same], members[step:][same]


def ranks(facts: Sequence[Facts]) -> Ints:
    """Each claim's place in the order by day and document."""
    ordered = sorted(range(len(facts)), key=lambda n: _day_order(facts[n]))
    ranks = np.empty(len(facts), dtype=np.int64)
    ranks[ordered] = np.arange(len(facts))
    return ranks


def is_long(item: Facts) -> bool:
    """True for a claim that meets others by month."""
    return item.window is None or item.window.days() > SHORT


def _day_order(item: Facts) -> tuple[int, int, str, int]:
    return item.window.first if item.window else 0, item.published, item.claim.doc, item.order


def _documents(facts: Sequence[Facts], stories: Iterable[tuple[str, str]]) -> array[int]:
    """``smaller number * claims + larger`` of the pairs within a text, and of two texts on one matter."""
    by_doc: dict[str, list[int]] = defaultdict(list)
    for number, item in enumerate(facts):
        by_doc[item.claim.doc].append(number)
    count, codes = len(facts), array("q")
    by_class: dict[str, dict[str, list[int]]] = {}
    for doc, members in by_doc.items():
        members.sort(key=lambda n: facts[n].order)
        kinds = [class_of(facts[n].claim.type) for n in members]
        for place, one in enumerate(members):
            for other in range(place + 1, min(place + 1 + CROWD, len(members))):
                two = members[other]
                if facts[two].claim.s - facts[one].claim.s > NEAR:
                    break
                if kinds[other] == kinds[place]:
                    codes.append(one * count + two if one < two else two * count + one)
        told = by_class[doc] = defaultdict(list)
        for number, kind in zip(members[:TOLD], kinds[:TOLD], strict=True):
            told[kind].append(number)
    for left, right in stories:
        theirs = by_class.get(right, {})
        for kind, ours in by_class.get(left, {}).items():
            if kind in theirs:
                codes.extend([a * count + b if a < b else b * count + a for a in ours for b in theirs[kind]])
    return codes


def rare_names(item: Facts, rarity: Rarity) -> list[str]:
    """The rarest names that a claim has, rarest first."""
    weight = rarity.thousandths
    return [name for _, name in sorted([(-weight(name), name) for name in item.named])[:RARE]]


def _keys(item: Facts, rarity: Rarity) -> list[tuple[str, Collection[int]]]:
    """The places and names that a claim is filed under, each once, and the numbers of its days (see ``SPAN``)."""
    places = list(dict.fromkeys(places_of(item)))
    stretches, months = _stretches(item), _months(item)
    found: list[tuple[str, Collection[int]]] = [(place, stretches) for place in places]
    found += [(place, months) for place in places[:1]]
    rare = rare_names(item, rarity)
    weeks = (item.published // 7, (item.published + 3) // 7 + STAGGER)
    return found + [("name:" + name, weeks) for name in rare if rarity.seen[name] > 1]


def blocks(item: Facts, rarity: Rarity) -> set[tuple[str, int]]:
    """All blocks that a claim stands in, those of its class of types."""
    return {(name, at) for name, when in _keys(item, rarity) for at in when}


def share_one(one: Facts, two: Facts, blocks_of_one: set[tuple[str, int]], blocks_of_two: set[tuple[str, int]]) -> bool:
    """True for two claims of one class of types that share a block; months count only where one's window is long."""
    if class_of(one.claim.type) != class_of(two.claim.type):
        return False
    shared = blocks_of_one & blocks_of_two
    return bool(shared) and (is_long(one) or is_long(two) or any(at < MONTHS for _, at in shared))


def places_of(item: Facts) -> list[str]:
    """The places that a claim is filed under, its own first."""
    ref = item.place
    if ref is None or ref.place_id is None:
        return ["text:" + word for word in sorted(item.place_words)]
    places = [ref.place_id, *ref.within[:1]]
    if ref.lat is not None and ref.lon is not None and ref.precision in _AREAS:
        for shift in (0.0, 0.5):
            places.append(f"cell:{shift}:{floor(ref.lat / CELL + shift)}:{floor(ref.lon / CELL + shift)}")
    return places


def _stretches(item: Facts) -> set[int]:
    """Two staggered stretches of days for a short window, by its middle; the publication day's where there is none."""
    window = item.window
    if window is not None and is_long(item):
        return set()
    return stretches(window) if window is not None else stretches_of(item.published)


def stretches(window: Window) -> set[int]:
    """The two staggered stretches of days that a short window stands in, by its middle."""
    return stretches_of((window.first + window.last) // 2)


def stretches_of(day: int) -> set[int]:
    """The two staggered stretches that a day stands in."""
    return {day // STRETCH, (day + STRETCH // 2) // STRETCH + STAGGER}


def _months(item: Facts) -> set[int]:
    """Months, at most a year of them: long windows meet short ones there."""
    window = item.window
    if window is None:
        return set()
    first = window.first // 30
    return {MONTHS + month for month in range(first, min(window.last // 30, first + 12) + 1)}
