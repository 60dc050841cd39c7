"""Word shingles of a text, and the port behind which whole texts are compared by MinHash (Broder 1997).

rensa does the hashing now; anything that fills ``Sketcher`` can take its place.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Protocol

from rensa import RMinHash, RMinHashLSH

from vigil.fuse.words import WORD, fold, names
from vigil.model.text import Document

SIZE = 4  # words a shingle: 3 catches chance phrases of the field ("killed in an air"), 5 loses edited copy


@dataclass(frozen=True, slots=True)
class Shingled:
    """A document's story as hashed shingles in order; ``starts[i]`` to ``ends[i]`` are shingle i's text offsets."""

    doc: str
    hashes: tuple[int, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    distinct: frozenset[int]
    numbers: frozenset[str]
    names: frozenset[str]


def shingle(document: Document) -> Shingled:
    """Cut a document's story (its zones aside) into shingles of ``SIZE`` folded words."""
    words: list[tuple[str, int, int]] = []
    closed = [(zone.start, zone.end) for zone in document.zones if document.unread(zone.start, zone.end)]
    for match in WORD.finditer(document.text):
        if any(start <= match.start() < end for start, end in closed):
            continue
        folded = fold(match.group())
        if folded:
            words.append((folded, match.start(), match.end()))
    # A number is a number: a desk that brings a toll up to date has copied the sentence all the same.
    masked = ["0" if word.isdigit() else word for word, _, _ in words]
    hashes = tuple(_hash(" ".join(masked[i : i + SIZE])) for i in range(len(words) - SIZE + 1))
    return Shingled(
        document.id,
        hashes,
        tuple(words[i][1] for i in range(len(hashes))),
        tuple(words[i + SIZE - 1][2] for i in range(len(hashes))),
        frozenset(hashes),
        frozenset(word for word, _, _ in words if word.isdigit()),
        names(document.text),
    )


def _hash(joined: str) -> int:
    return int.from_bytes(blake2b(joined.encode(), digest_size=8).digest(), "big")


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
            if not text.distinct:
                continue
            sketch = RMinHash(num_perm=self.permutations, seed=self.seed)
            sketch.update([str(item) for item in sorted(text.distinct)])
            found.extend((earlier, number) for earlier in sorted(index.query(sketch)))
            index.insert(number, sketch)
        return sorted(found)
