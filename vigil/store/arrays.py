"""Columns of many events in memory: few different words as numbers, and texts one after the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int32]
Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Codes:
    """A column of few different words: each event's number in ``values``, which ascend."""

    values: tuple[str, ...]
    of: Ints

    @staticmethod
    def made(words: Sequence[str]) -> Codes:
        """The column of these words, one an event."""
        values = tuple(sorted(set(words)))
        number = {value: n for n, value in enumerate(values)}
        return Codes(values, np.fromiter((number[word] for word in words), np.int32, len(words)))

    def among(self, wanted: Sequence[str]) -> Mask:
        """Which events carry one of the words."""
        return np.fromiter((value in wanted for value in self.values), np.bool_, len(self.values))[self.of]


@dataclass(frozen=True, slots=True)
class Texts:
    """JSON (UTF-8) of each event, one after the other with commas between them; ``starts`` says where, and one more."""

    whole: bytes
    starts: NDArray[np.int64]

    @staticmethod
    def made(texts: Sequence[bytes]) -> Texts:
        """Of these, by number."""
        lengths = np.fromiter((len(text) + 1 for text in texts), np.int64, len(texts))
        return Texts(b",".join(texts), np.concatenate((np.zeros(1, np.int64), np.cumsum(lengths))))

    def of(self, n: int) -> bytes:
        """One event's."""
        return self.whole[self.starts[n] : self.starts[n + 1] - 1]

    def joined(self, numbers: Ints) -> bytes:
        """Those of some events, numbers ascending, with commas between them."""
        if not len(numbers):
            return b""
        # Neighbours are cut out in one piece: events of some days are mostly that.
        ends = np.flatnonzero(np.diff(numbers) != 1)
        first = self.starts[numbers[np.concatenate((np.zeros(1, np.int64), ends + 1))]].tolist()
        last = self.starts[numbers[np.concatenate((ends, np.array([len(numbers) - 1])))] + 1].tolist()
        return b",".join([self.whole[start : end - 1] for start, end in zip(first, last, strict=True)])
