"""Passages: agency copy inside an article that is otherwise its outlet's own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from vigil.fuse.copies.alignment import ALIKE, likenesses, matched
from vigil.fuse.copies.shingles import Shingled
from vigil.model.text import Document

RUN = 22  # shared shingles, as of 25 words in a row: longer than most quotations of a single sentence
HALF = (
    0.5  # of a sentence's shingles: edited copy ("nine" for "eight", a day left out) keeps more, a chance likeness less
)
LOOSE = 0.3  # likeness of a sentence to the one that stands beside its neighbour's original: retold in its place
SLACK = 12  # shingles in a row without a hit that end a stretch: three words changed at most
FEW = 4  # shared shingles that a copied sentence has at least


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a document's text that stands, edited at most, in an earlier one; ``shared`` shingles are the same."""

    start: int
    end: int
    origin: str
    shared: int = 0


def passages(earlier: Document, later: Document, one: Shingled, two: Shingled) -> list[Passage]:
    """Stretches of the later text that were copied from the earlier: whole sentences, else stretches of words."""
    hits = two.within(one)
    if sum(hits) < RUN:
        return []
    found = list(_sentences(earlier, later, two, hits))
    found += [run for run in _stretches(earlier.id, two, hits) if not any(_overlap(run, other) for other in found)]
    return sorted(found, key=lambda passage: passage.start)


def may_hold(later: Shingled, shared: int) -> bool:
    """False where a text cannot hold a passage of one with which it has so many distinct shingles in common: at most these
    are hits, and each time again those that it repeats. Most pairs of texts share less."""
    return shared + len(later.hashes) - len(later.distinct) >= RUN


def apart(found: Sequence[Passage]) -> tuple[Passage, ...]:
    """Passages that do not overlap, in text order. ``found`` are sorted by the age of their origins, oldest first.

    Of passages that overlap the oldest origin's stands, unless a later one shares twice as much: three papers that print
    one paragraph have it from the first of them, however the first one's was edited.
    """
    strong = [p for p in found if not any(_overlap(p, other) and other.shared > 2 * p.shared for other in found)]
    kept: list[Passage] = []
    for passage in strong:
        if not any(_overlap(passage, other) for other in kept):
            kept.append(passage)
    return tuple(sorted(kept, key=lambda passage: passage.start))


def _overlap(one: Passage, two: Passage) -> bool:
    return one.start < two.end and two.start < one.end


def _sentences(earlier: Document, later: Document, two: Shingled, hits: Sequence[bool]) -> Iterator[Passage]:
    """Neighbouring copied sentences that share ``RUN`` shingles in all; retold ones between and beside them belong."""
    shared: dict[int, int] = {}
    copied: set[int] = set()
    bounds = np.array(later.sentences, dtype=np.int64).reshape(-1, 2)
    firsts, lasts = (
        np.searchsorted(two.starts, bounds[:, 0]).tolist(),
        np.searchsorted(two.ends, bounds[:, 1] + 1).tolist(),
    )
    for number, (first, last) in enumerate(zip(firsts, lasts, strict=True)):
        if first < last:
            shared[number] = same = sum(hits[first:last])
            if same >= FEW and same >= HALF * (last - first):
                copied.add(number)
    if not copied:
        return
    retold = copied | _retold(later, earlier)
    run: list[int] = []
    for number in [*shared, len(later.sentences)]:
        if number in retold:
            run.append(number)
            continue
        if copied.intersection(run) and sum(shared[n] for n in run) >= RUN:
            start, end = later.sentences[run[0]][0], later.sentences[run[-1]][1]
            yield Passage(start, end, earlier.id, sum(shared[n] for n in run))
        run = []


def _retold(later: Document, earlier: Document) -> set[int]:
    """Sentences that have their like in the earlier text, or are a little like what stands beside a neighbour's like."""
    alike = likenesses(later, earlier, LOOSE)
    pairs = {pair.one: pair.two for pair in matched(alike, ALIKE)}
    loose = {pair.one: pair.two for pair in matched(alike, LOOSE) if pair.one not in pairs}
    for number, other in sorted(loose.items()):
        if pairs.get(number - 1) == other - 1 or pairs.get(number + 1) == other + 1:
            pairs[number] = other
    return set(pairs)


def _stretches(origin: str, two: Shingled, hits: Sequence[bool]) -> Iterator[Passage]:
    """Stretches in which most shingles are shared, whatever the sentences: texts that are not split, or badly."""
    place = 0
    while place < len(hits):
        if not hits[place]:
            place += 1
            continue
        score = best = shared = 0
        begin = end = place
        while place < len(hits) and score > best - SLACK and score >= 0:
            score += 1 if hits[place] else -1
            if score > best:
                best, end = score, place
            place += 1
        shared = sum(hits[begin : end + 1])
        if shared >= RUN:
            yield Passage(int(two.starts[begin]), int(two.ends[end]), origin, shared)
        place = end + 1
