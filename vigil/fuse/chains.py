"""Groups by average linkage without a queue of all pairs: each group looks only at its neighbours.

The mean of a pair of groups never rises above the better of the means that it is made of, and what was not compared counts
less than ``join``. So two groups that are each other's best are joined whatever else happens, and may be joined at once: a
chain from a group to its best, and on to that one's best, ends at such two (nearest-neighbour chain, Murtagh 1983). The
groups are those that joining best first makes (``cluster._Work.run``, which people's decisions need).

A claim's pairs are taken in when a chain first reaches it, and a group that has no better is put down: begun in the order of
time, only the days around are in memory.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Codes = NDArray[np.int32]
_NOBODY: set[int] = set()


class Chains:
    """One run over claims ``0 .. count - 1`` and the pairs between them, whose odds are whole billionths."""

    def __init__(
        self,
        count: int,
        scored: tuple[Codes, Codes, Ints],
        no: tuple[Codes, Codes],
        never: tuple[Codes, Codes],
        *,
        vetoed: int,
        unseen: int,
    ) -> None:
        """``scored``: (one, two, odds) of pairs; ``no``: (one, two) of those that count ``vetoed``; ``never``: of those that
        may not be in one group; ``unseen``: the odds of all others."""
        one, two, odds = scored
        self._pairs = _by_claim(count, np.r_[one, two], np.r_[two, one], np.r_[odds, odds])
        self._no_pairs = _by_claim(count, np.r_[no[0], no[1]], np.r_[no[1], no[0]])
        self._never_pairs = _by_claim(count, np.r_[never[0], never[1]], np.r_[never[1], never[0]])
        self._vetoed, self._unseen = vetoed, unseen
        self._members: dict[int, list[int]] = {}
        #: group -> group -> [summed odds, pairs, mean], one list for both directions
        self.near: dict[int, dict[int, list[float]]] = {}
        self._no: dict[int, dict[int, int]] = {}  # group -> claim -> how many of the group's claims are vetoed with it
        self._never: dict[int, set[int]] = {}  # group -> claims that may not be in it
        self._taken = bytearray(count)  # 1: its pairs are in ``_near``; 2: its group is put down

    def run(self, begin: Iterable[int], join: float) -> list[list[int]]:
        """The groups, each sorted, of the claims to ``begin`` at; where is free. ``join`` is more than ``unseen``."""
        groups = []
        for first in begin:
            if self._taken[first] == 2:
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
        self._taken[claim] = 1
        self._members[claim] = [claim]
        near = self.near.setdefault(claim, {})
        starts, others, odds = self._pairs
        first, last = int(starts[claim]), int(starts[claim + 1])
        for other, value in zip(others[first:last].tolist(), odds[first:last].tolist(), strict=True):
            if not self._taken[other]:
                near[other] = [value, 1, value]
                theirs = self.near.get(other)
                if theirs is None:
                    self.near[other] = {claim: near[other]}
                else:
                    theirs[claim] = near[other]
        starts, others, _ = self._no_pairs
        self._no[claim] = dict.fromkeys(others[int(starts[claim]) : int(starts[claim + 1])].tolist(), 1)
        starts, others, _ = self._never_pairs
        if starts[claim] < starts[claim + 1]:
            self._never[claim] = set(others[int(starts[claim]) : int(starts[claim + 1])].tolist())

    def _best(self, group: int, join: float) -> int | None:
        """The group that this one would be joined with first."""
        if not self._taken[group]:
            self.take(group)
        near = self.near[group]
        while True:
            best, most = None, join
            for other, entry in near.items():
                mean = entry[2]
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
        near, far, members = self.near[keep], self.near.pop(gone), self._members
        no_keep, no_gone = self._no.pop(keep), self._no.pop(gone)
        members[keep].extend(members.pop(gone))
        del near[gone], far[keep]
        # A pair of groups of which nothing was scored has no entry: where it gets one, its vetoed pairs are added.
        if no_gone:
            for other in near.keys() - far.keys():
                self._add_vetoed(near[other], no_gone, other)
        for other, entry in far.items():
            theirs = self.near[other]
            del theirs[gone]
            known = near.get(other)
            if known is not None:
                known[0] += entry[0]
                known[1] += entry[1]
            else:
                if no_keep:
                    self._add_vetoed(entry, no_keep, other)
                near[other] = theirs[keep] = entry
        size = len(members[keep])
        for other, entry in near.items():
            every = size * (len(members[other]) if other in members else 1)
            entry[2] = (entry[0] + self._unseen * (every - entry[1])) / every
        if len(no_keep) < len(no_gone):
            no_keep, no_gone = no_gone, no_keep
        for claim, count in no_gone.items():
            no_keep[claim] = no_keep.get(claim, 0) + count
        self._no[keep] = no_keep
        self._exclude(keep, gone)
        return keep

    def _add_vetoed(self, entry: list[float], no: dict[int, int], group: int) -> None:
        held = self._members.get(group)
        count = no.get(group, 0) if held is None or len(held) == 1 else sum([no.get(claim, 0) for claim in held])
        if count:
            entry[0] += count * self._vetoed
            entry[1] += count

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
        del self._no[group]
        self._never.pop(group, None)
        members = sorted(self._members.pop(group))
        for claim in members:
            self._taken[claim] = 2
        return members


def _first(group: int, one: int, two: int) -> bool:
    """Of two groups that are as close to a third, whether the first one's pair has the smaller numbers."""
    return (min(group, one), max(group, one)) < (min(group, two), max(group, two))


def _by_claim(count: int, claims: Codes, others: Codes, odds: Ints | None = None) -> tuple[Ints, Codes, Ints]:
    """Where each claim's part begins and ends, and the other claims and odds, sorted by claim."""
    order = np.argsort(claims, kind="stable")
    starts = np.zeros(count + 1, dtype=np.int64)
    np.cumsum(np.bincount(claims, minlength=count), out=starts[1:])
    return starts, others[order], np.zeros(0, dtype=np.int64) if odds is None else odds[order]
