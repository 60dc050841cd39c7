"""Lists of different lengths as two flat arrays, and what two such lists have in common, for many pairs at once.

A claim's words are a list of numbers. To find what two claims share, both lists are laid out in columns of one width and
compared number by number: for lists of up to ``WIDE`` that is cheaper than any set or sort, and longer ones are rare.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

WIDE = 64  # numbers: longer lists are compared as sets, one pair at a time
CELLS = 1 << 17  # numbers laid out at once, so that they stay in the processor's cache

Ints = NDArray[np.int64]
Codes = NDArray[np.int32]
Bools = NDArray[np.bool_]
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Ragged:
    """Row n is ``items[starts[n] : starts[n + 1]]``: distinct numbers that are not negative, in any order."""

    starts: Ints  # [rows + 1]
    items: Codes

    @classmethod
    def of(cls, rows: Iterable[Iterable[int]]) -> Ragged:
        """From lists of numbers."""
        items, ends = array("i"), array("q", [0])
        for row in rows:
            items.extend(row)
            ends.append(len(items))
        return cls(np.array(ends, dtype=np.int64), np.array(items, dtype=np.int32))

    @property
    def sizes(self) -> Ints:
        """[rows]: how long each is."""
        return np.diff(self.starts)

    def take(self, rows: Ints) -> Ragged:
        """Some of its rows, in the order given; any may come more than once."""
        sizes = self.starts[rows + 1] - self.starts[rows]
        starts = np.zeros(len(rows) + 1, dtype=np.int64)
        np.cumsum(sizes, out=starts[1:])
        at = np.repeat(self.starts[rows] - starts[:-1], sizes) + np.arange(starts[-1])
        return Ragged(starts, self.items[at])

    def sums(self, weights: Ints) -> Ints:
        """[rows]: the summed weight of each row's numbers; ``weights`` are by number."""
        total = np.zeros(len(self.items) + 1, dtype=np.int64)
        np.cumsum(weights[self.items], out=total[1:])
        return total[self.starts[1:]] - total[self.starts[:-1]]

    def columns(self, rows: Ints, width: int, fill: int) -> Codes:
        """[width, rows]: the rows laid out in columns, ``fill`` where one is shorter."""
        place = np.arange(width)[:, None]
        starts = self.starts[rows]
        there = place < self.starts[rows + 1] - starts
        at = np.where(there, starts + place, 0)
        return np.where(there, self.items[at], np.int32(fill))


def shared(left: Ragged, right: Ragged, one: Ints, two: Ints, weights: Ints | None = None) -> Ints:
    """[pairs]: the summed weight (without weights: the count) of what row ``one`` of the left and ``two`` of the right
    share. Whole numbers, so that no order of summing can change them."""
    found = np.zeros(len(one), dtype=np.int64)
    short, long = left.starts[one + 1] - left.starts[one], right.starts[two + 1] - right.starts[two]
    width = np.where((short > 0) & (long > 0), np.maximum(short, long), 0)
    low = 0
    for high in (1, 2, 4, 8, 12, 16, 24, 32, 48, WIDE):
        rows = np.flatnonzero((width > low) & (width <= high))
        step = max(1, CELLS // high)
        for at in range(0, len(rows), step):
            part = rows[at : at + step]
            found[part] = _laid_out(left, right, one[part], two[part], high, weights)
        low = high
    for row in np.flatnonzero(width > WIDE).tolist():
        both = _row(left, int(one[row])) & _row(right, int(two[row]))
        found[row] = len(both) if weights is None else sum(int(weights[item]) for item in both)
    return found


def _laid_out(left: Ragged, right: Ragged, one: Ints, two: Ints, width: int, weights: Ints | None) -> Ints:
    a, b = left.columns(one, width, -1), right.columns(two, width, -2)
    hits = np.zeros(a.shape, dtype=bool)
    for column in b:
        hits |= a == column
    worth = hits if weights is None else np.where(hits, weights[np.where(hits, a, 0)], 0)
    found: Ints = worth.sum(axis=0)
    return found


def _row(table: Ragged, row: int) -> frozenset[int]:
    return frozenset(table.items[table.starts[row] : table.starts[row + 1]].tolist())


def overlap(left: Ragged, right: Ragged, one: Ints, two: Ints, weights: Ints, sums: tuple[Ints, Ints]) -> Floats:
    """[pairs]: weighted Jaccard overlap in [0, 1], as ``words.Rarity.overlap`` has it; ``sums`` are ``left``'s and
    ``right``'s rows' summed weights."""
    both = shared(left, right, one, two, weights)
    every = sums[0][one] + sums[1][two] - both
    return np.where(both > 0, both / np.maximum(every, 1), 0.0)
