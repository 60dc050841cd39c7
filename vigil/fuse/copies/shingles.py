"""Word shingles of a text, and the port behind which whole texts are compared by MinHash (Broder 1997).

rensa does the hashing now; anything that fills ``Sketcher`` can take its place.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from itertools import compress
from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from rensa import RMinHash, RMinHashLSH

from vigil.fuse.words import Memo, fold, names_of, words_at
from vigil.model.text import Document, Unread

SIZE = 4  # words a shingle: 3 catches chance phrases of the field ("killed in an air"), 5 loses edited copy


@dataclass(frozen=True, slots=True, eq=False)
class Shingled:
    """A document's story as hashed shingles in order; ``starts[i]`` to ``ends[i]`` are shingle i's text offsets."""

    doc: str
    hashes: NDArray[np.uint64]
    starts: NDArray[np.int32]
    ends: NDArray[np.int32]
    numbers: frozenset[str]
    names: frozenset[str]

    @property
    def distinct(self) -> frozenset[int]:
        """The shingles as a set."""
        return _distinct(self)

    def within(self, other: Shingled) -> list[bool]:
        """For each of its shingles, in order, whether the other text has it."""
        there = other.distinct
        return [item in there for item in self.hashes.tolist()]


@lru_cache(maxsize=2000)  # a text is compared with several, and sets are ten times as large as arrays
def _distinct(text: Shingled) -> frozenset[int]:
    return frozenset(text.hashes.tolist())


def forget() -> None:
    """Let go of the sets of the texts that were compared last: tens of megabytes."""
    _distinct.cache_clear()


def shingle(document: Document) -> Shingled:
    """Cut a document's story (its zones aside) into shingles of ``SIZE`` folded words."""
    written, starts, ends = words_at(document.text)
    words = list(_FOLDED.of(written))
    if document.zones or not all(words):
        unread = Unread(document.zones)
        kept = [bool(word) and not unread.at(start) for word, start in zip(words, starts.tolist(), strict=True)]
        words, starts, ends = list(compress(words, kept)), starts[kept], ends[kept]
    count = max(0, len(words) - SIZE + 1)
    return Shingled(
        document.id,
        _rolled(np.fromiter(_HASHES.of(words), dtype=np.uint64, count=len(words)), count),
        starts[:count],
        ends[SIZE - 1 :],
        frozenset([word for word in words if word.isdigit()]),
        names_of(written),
    )


def _hash(word: str) -> int:
    # A number is a number: a desk that brings a toll up to date has copied the sentence all the same.
    return int.from_bytes(blake2b(("0" if word.isdigit() else word).encode(), digest_size=8).digest(), "big")


_FOLDED, _HASHES = Memo(fold), Memo(_hash)
_BASE, _MIX = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xBF58476D1CE4E5B9)  # odd, as in SplitMix64 (Steele et al. 2014)


def _rolled(words: NDArray[np.uint64], count: int) -> NDArray[np.uint64]:
    """[count]: a hash of each ``SIZE`` words in a row, made of the words' own: a polynomial modulo 2**64, then mixed."""
    rolled = np.zeros(count, dtype=np.uint64)
    for place in range(SIZE):
        rolled = rolled * _BASE + words[place : place + count]
    rolled = (rolled ^ (rolled >> np.uint64(30))) * _MIX
    mixed: NDArray[np.uint64] = rolled ^ (rolled >> np.uint64(31))
    return mixed


class Sketcher(Protocol):
    """Finds pairs of texts that are likely alike as a whole."""

    def candidates(self, texts: Sequence[Shingled]) -> list[tuple[int, int]]:
        """Index pairs (i < j) of texts whose Jaccard similarity is probably not small; each pair once, sorted."""
        ...


@dataclass(frozen=True, slots=True)
class RensaSketcher:
    """MinHash with banding by rensa. 128 permutations in 32 bands: a pair of similarity .5 is found with p = .87."""

    permutations: int = 128
    bands: int = 32
    seed: int = 7

    def candidates(self, texts: Sequence[Shingled]) -> list[tuple[int, int]]:
        """See ``Sketcher``."""
        index = RMinHashLSH(threshold=0.5, num_perm=self.permutations, num_bands=self.bands)
        found: list[tuple[int, int]] = []
        for number, text in enumerate(texts):
            if not len(text.hashes):
                continue
            sketch = RMinHash(num_perm=self.permutations, seed=self.seed)
            sketch.update(list(map(str, text.hashes.tolist())))
            found.extend((earlier, number) for earlier in sorted(index.query(sketch)))
            index.insert(number, sketch)
        return sorted(found)
