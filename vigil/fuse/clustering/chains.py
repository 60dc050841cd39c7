"""Groups by average linkage without a queue of all pairs: each group looks only at its neighbours.

The mean of a pair of groups never rises above the better of the means that it is made of, and what was not compared counts
less than ``join``. So two groups that are each other's best are joined whatever else happens, and may be joined at once: a
chain from a group to its best, and on to that one's best, ends at such two (nearest-neighbour chain, Murtagh 1983). The
groups are those that joining best first makes (``cluster._Work.run``, which people's decisions need).

For the same reason only groups that a pair above ``join`` lies between can ever be joined. They are neighbours; a pair at or
below ``join`` is *far*, and is looked up by its claims where its groups become neighbours.

A claim's pairs are taken in when a chain first reaches it, and a group that has no better is put down: begun in the order of
time, only the days around are in memory.

Sums are of what each pair has more than one that was not compared, so that how many pairs were need not be counted.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Codes = NDArray[np.int32]
_NOBODY: set[int] = set()
_LOW = (1 << 32) - 1
TABLES = 8  # of a group's far pairs that are gone through one by one


@dataclass(frozen=True, slots=True)
class Kinds:
    """Pairs of claims ``one < two``, each once and sorted, by kind. ``near``: above ``join``; ``far``: not; ``vetoed``: far
    ones that all count alike; ``never``: may not be in one group. Odds are whole billionths."""

    near: tuple[Codes, Codes, Ints]
    far: tuple[Codes, Codes, Ints]
    vetoed: tuple[Codes, Codes]
    never: tuple[Codes, Codes]


class Chains:
    """One run over claims ``0 .. count - 1`` and the pairs between them."""

    def __init__(self, count: int, pairs: Kinds, *, vetoed: int, unseen: int) -> None:
        """``vetoed``: the odds of those pairs; ``unseen``: the odds of all pairs that are not given."""
        self._near_pairs = _ByClaim(count, *pairs.near)
        one, two, odds = pairs.far
        self._far_pairs = _ByClaim(count, one, two, odds - unseen)
        self._vetoed_pairs = _ByClaim(count, *pairs.vetoed)
        self._never_pairs = _ByClaim(count, *pairs.never)
        self._vetoed, self._unseen = vetoed - unseen, unseen
        self._members: dict[int, list[int]] = {}
        self._sizes: dict[int, int] = {}  # of groups of more than one claim
        #: group -> neighbour -> [summed odds beyond ``unseen``, mean], one list for both directions
        self.near: dict[int, dict[int, list[float]]] = {}
        #: group -> tables claim -> far pairs with it, to be added up: so that to merge two groups is to put lists together
        self._far: dict[int, list[dict[int, int]]] = {}
        self._never: dict[int, set[int]] = {}  # group -> claims that may not be in it
        self._taken = bytearray(count)  # 1: its pairs are in ``near``; 2: its group is put down

    def run(self, begin: Iterable[int], join: float) -> list[list[int]]:
        """The groups, each sorted, of the claims to ``begin`` at; where is free. ``join`` is more than ``unseen``."""
        groups = []
        for first in begin:
            if self._taken[first] == 2:
                continue
            if not self._taken[first] and not self._near_pairs.has(first):
                # No pair above ``join``: it is in no other's neighbourhood either.
                self._taken[first] = 2
                groups.append([first])
                continue
            chain = [first] if first in self._members or not self._taken[first] else []
            while chain:
                group = chain[-1]
                best = self._best(group, join)
                if best is None:
                    groups.append(self._put_down(chain.pop()))
                elif len(chain) > 1 and best == chain[-2]:
                    del chain[-2:]
                    kept = self.merge(group, best)
                    chain = chain or [kept]
                else:
                    chain.append(best)
        return groups

    def take(self, claim: int) -> None:
        """Take a claim's pairs in: those whose other claim has not brought them already."""
        taken, unseen = self._taken, self._unseen
        taken[claim] = 1
        self._members[claim] = [claim]
        near = self.near.setdefault(claim, {})
        for others, odds in self._near_pairs.of(claim):
            for other, value in zip(others, odds, strict=True):
                if not taken[other]:
                    entry: list[float] = [value - unseen, value]
                    near[other] = entry
                    theirs = self.near.get(other)
                    if theirs is None:
                        self.near[other] = {claim: entry}
                    else:
                        theirs[claim] = entry
        far: dict[int, int] = {}
        for others, _ in self._vetoed_pairs.of(claim):
            far |= dict.fromkeys(others, self._vetoed)
        for others, odds in self._far_pairs.of(claim):
            far.update(zip(others, odds, strict=True))
        self._far[claim] = [far] if far else []
        if self._never_pairs.has(claim):
            self._never[claim] = {other for others, _ in self._never_pairs.of(claim) for other in others}

    def _best(self, group: int, join: float) -> int | None:
        """The group that this one would be joined with first."""
        if not self._taken[group]:
            self.take(group)
        near = self.near[group]
        while True:
            best, most = None, join
            for other, entry in near.items():
                mean = entry[1]
                if mean > most or (mean == most and best is not None and _first(group, other, best)):
                    best, most = other, mean
            if best is None or not self.barred(group, best):
                return best
            del near[best], self.near[best][group]

    def barred(self, a: int, b: int) -> bool:
        """True for two groups that may not be one; the first one's pairs are taken in."""
        return not self._never.get(a, _NOBODY).isdisjoint(self._members.get(b, (b,)))

    def put_down(self, claims: Iterable[int]) -> None:
        """Put down the groups of some claims, of which all are given."""
        for claim in claims:
            if claim in self._members:
                self._put_down(claim)

    def merge(self, a: int, b: int) -> int:
        """Two groups made one; its number is the smaller of theirs."""
        keep, gone = (a, b) if a < b else (b, a)
        near, theirs, members = self.near[keep], self.near.pop(gone), self._members
        far_keep, far_gone = self._far[keep], self._far.pop(gone)
        members[keep].extend(members.pop(gone))
        self._sizes.pop(gone, None)
        del near[gone], theirs[keep]
        # Groups that are no neighbours have no entry: where they get one, their far pairs are added.
        if far_gone:
            for other in near.keys() - theirs.keys():
                near[other][0] += self._between(far_gone, other)
        for other, entry in theirs.items():
            beyond = self.near[other]
            del beyond[gone]
            known = near.get(other)
            if known is not None:
                known[0] += entry[0]
            else:
                if far_keep:
                    entry[0] += self._between(far_keep, other)
                near[other] = beyond[keep] = entry
        self._sizes[keep] = size = len(members[keep])
        size_of, unseen = self._sizes.get, self._unseen
        for other, entry in near.items():
            every = size * size_of(other, 1)
            entry[1] = (entry[0] + unseen * every) / every
        far = far_keep + far_gone
        self._far[keep] = far if len(far) <= TABLES else [_summed(far)]
        self._exclude(keep, gone)
        return keep

    def _between(self, far: list[dict[int, int]], group: int) -> int:
        """The sum of a group's far pairs with the claims of another group."""
        held = self._members.get(group)
        if held is None or len(held) == 1:
            return sum([table[group] for table in far if group in table])
        return sum([table[claim] for table in far for claim in held if claim in table])

    def _exclude(self, keep: int, gone: int) -> None:
        """What may not be in either is not in both."""
        one, two = self._never.pop(keep, _NOBODY), self._never.pop(gone, _NOBODY)
        if len(one) < len(two):
            one, two = two, one
        if one:
            one |= two  # the larger one grows: ``_NOBODY`` never does
            self._never[keep] = one

    def _put_down(self, group: int) -> list[int]:
        """A group that nothing will be joined with any more: it is in nobody's way either."""
        for other in self.near.pop(group):
            del self.near[other][group]
        del self._far[group]
        self._never.pop(group, None)
        self._sizes.pop(group, None)
        members = sorted(self._members.pop(group))
        for claim in members:
            self._taken[claim] = 2
        return members


def _summed(tables: list[dict[int, int]]) -> dict[int, int]:
    """One table of several."""
    tables.sort(key=len)
    found = tables.pop()
    for table in tables:
        for claim, value in table.items():
            found[claim] = found.get(claim, 0) + value
    return found


def _first(group: int, one: int, two: int) -> bool:
    """Of two groups that are as close to a third, whether the first one's pair has the smaller numbers."""
    return (min(group, one), max(group, one)) < (min(group, two), max(group, two))


class _ByClaim:
    """Pairs by either of their claims, sorted; the first claims are as they came, only the second ones are sorted anew."""

    def __init__(self, count: int, one: Codes, two: Codes, odds: Ints | None = None) -> None:
        self._starts = tuple(np.zeros(count + 1, dtype=np.int64) for _ in range(2))
        for starts, claims in zip(self._starts, (one, two), strict=True):
            np.cumsum(np.bincount(claims, minlength=count), out=starts[1:])
        # The pair's number below its second claim's: whole numbers are sorted ten times as fast as by another column.
        order = two.astype(np.int64)
        order <<= 32
        order |= np.arange(len(two), dtype=np.uint32)
        order.sort()
        order &= _LOW
        self._others = two, one[order]
        self._odds = None if odds is None else (odds, odds[order])

    def has(self, claim: int) -> bool:
        """Whether it has any."""
        return any(starts[claim] < starts[claim + 1] for starts in self._starts)

    def of(self, claim: int) -> list[tuple[list[int], list[int]]]:
        """The other claims of its pairs and their odds (none where none were given), in two parts."""
        found = []
        for part, starts in enumerate(self._starts):
            first, last = int(starts[claim]), int(starts[claim + 1])
            if first < last:
                odds = [] if self._odds is None else self._odds[part][first:last].tolist()
                found.append((self._others[part][first:last].tolist(), odds))
        return found
