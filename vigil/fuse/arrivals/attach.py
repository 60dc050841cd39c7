"""New claims into groups that stand: best first by the mean log-odds between groups, as ``cluster`` joins them.

The groups that stand are joined with new claims and never with each other, nor taken apart, unless a person's decision about
a new claim asks for it. Whether a new telling is what parts or joins them is for the next fusion of the whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from vigil.fuse.clustering.cluster import BILLION, SURE, UNSEEN

NEVER = None  # the odds of a pair that may not be in one group
Pair = tuple[int, int]


def attached(
    groups: Sequence[Sequence[int]],
    new: Sequence[int],
    pairs: Mapping[Pair, int | None],
    *,
    join: float,
    together: Iterable[Pair] = (),
    apart: Iterable[Pair] = (),
) -> list[list[int]]:
    """The groups with the new claims in them, and those that new ones make; each sorted, in the order of their smallest.

    ``pairs``: (one, two) with one < two -> odds in billionths, ``NEVER`` for two that may not be one; pairs left out count
    as ``UNSEEN``. ``together`` and ``apart`` are people's decisions, the oldest first. ``join`` is the mean that a join must
    exceed.
    """
    work = _Units(groups, new, pairs)
    no = {frozenset(pair) for pair in apart}
    for one, two in together:
        a, b = work.home[one], work.home[two]
        if a != b and not work.held_apart(a, b, no):
            work.merge(a, b)
    while (best := work.best(join * BILLION, no)) is not None:
        work.merge(*best)
    return sorted(sorted(members) for members in work.members.values())


class _Units:
    """Groups by number, and what is between those that share a pair."""

    def __init__(self, groups: Sequence[Sequence[int]], new: Sequence[int], pairs: Mapping[Pair, int | None]) -> None:
        units = [*(list(group) for group in groups), *([claim] for claim in new)]
        self.members = dict(enumerate(units))
        self.stands = set(range(len(groups)))
        self.home = {claim: unit for unit, members in self.members.items() for claim in members}
        self.never: set[Pair] = set()
        #: pair of units -> [summed odds, pairs]
        self.between: dict[Pair, list[int]] = {}
        for (one, two), odds in pairs.items():
            a, b = sorted((self.home[one], self.home[two]))
            if a == b:
                continue
            if odds is NEVER:
                self.never.add((a, b))
            else:
                known = self.between.setdefault((a, b), [0, 0])
                known[0] += round(SURE * odds) if odds > 0 else odds  # as ``cluster`` compares groups
                known[1] += 1

    def best(self, join: float, no: set[frozenset[int]]) -> Pair | None:
        """The two to be joined first; ties go by the smaller claims."""
        found: tuple[float, Pair, Pair] | None = None
        for (a, b), (summed, count) in self.between.items():
            if (a in self.stands and b in self.stands) or (a, b) in self.never:
                continue
            every = len(self.members[a]) * len(self.members[b])
            mean = (summed + round(UNSEEN * BILLION) * (every - count)) / every
            if mean <= join or (found is not None and -mean > found[0]):
                continue
            one, two = sorted((min(self.members[a]), min(self.members[b])))
            if (found is None or (-mean, (one, two)) < found[:2]) and not self.held_apart(a, b, no):
                found = (-mean, (one, two), (a, b))
        return found[2] if found else None

    def held_apart(self, a: int, b: int, no: set[frozenset[int]]) -> bool:
        """True where a person holds any of two groups' claims apart."""
        return bool(no) and any(frozenset((x, y)) in no for x in self.members[a] for y in self.members[b])

    def merge(self, a: int, b: int) -> None:
        """Make two groups one."""
        keep, gone = min(a, b), max(a, b)
        for claim in self.members[gone]:
            self.home[claim] = keep
        self.members[keep] += self.members.pop(gone)
        if gone in self.stands:
            self.stands.discard(gone)
            self.stands.add(keep)
        for pair in [pair for pair in self.between if gone in pair]:
            summed, count = self.between.pop(pair)
            other = pair[0] if pair[1] == gone else pair[1]
            if other != keep:
                known = self.between.setdefault((min(keep, other), max(keep, other)), [0, 0])
                known[0] += summed
                known[1] += count
        for pair in [pair for pair in self.never if gone in pair]:
            self.never.discard(pair)
            other = pair[0] if pair[1] == gone else pair[1]
            if other != keep:
                self.never.add((min(keep, other), max(keep, other)))
