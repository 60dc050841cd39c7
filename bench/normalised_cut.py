"""Documents into stories by normalised cuts (Shi and Malik 2000): a set is halved where its halves have least in common.

Two documents are alike by the cosine of their words and names, weighed by how rare they are in the set. The second
eigenvector of the graph orders the documents, and the cut along it with the smallest normalised cost is made if that cost
is at most ``cost``; then each half is looked at in the same way.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import log

import numpy as np
from numpy.typing import NDArray

from vigil.fuse.words import content, names

Floats = NDArray[np.float64]
LEAST = 4  # documents: smaller sets are not cut


def cosines(sets: Sequence[frozenset[str]]) -> Floats:
    """[n, n]: how alike some sets of words are, each word weighed by log((1 + n) / (1 + df))."""
    often = Counter(word for words in sets for word in words)
    number = {word: n for n, word in enumerate(sorted(often))}
    weight = np.array([log((1 + len(sets)) / (1 + often[word])) + 1e-3 for word in sorted(often)])
    rows = np.zeros((len(sets), len(number)))
    for row, words in enumerate(sets):
        rows[row, [number[word] for word in words]] = 1.0
    return alike(rows * weight)


def alike(rows: Floats) -> Floats:
    """[n, n]: cosines of the rows; 0 for rows of nothing."""
    sizes = np.linalg.norm(rows, axis=1, keepdims=True)
    rows = rows / np.where(sizes > 0, sizes, 1.0)
    found: Floats = rows @ rows.T
    return found


def terms(text: str) -> frozenset[str]:
    """A document's words and, counted beside them, its names."""
    return content(text) | {f"name:{name}" for name in names(text)}


def stories(texts: Sequence[str], cost: float) -> list[int]:
    """Each text's story, numbered from 0."""
    found = [0] * len(texts)
    for number, rows in enumerate(_split(cosines([terms(text) for text in texts]), np.arange(len(texts)), cost)):
        for row in rows.tolist():
            found[row] = number
    return found


def _split(likeness: Floats, rows: NDArray[np.int64], cost: float) -> list[NDArray[np.int64]]:
    if len(rows) < LEAST:
        return [rows]
    least, one, two = halves(likeness[np.ix_(rows, rows)])
    if least > cost:
        return [rows]
    return _split(likeness, rows[one], cost) + _split(likeness, rows[two], cost)


def halves(likeness: Floats) -> tuple[float, NDArray[np.int64], NDArray[np.int64]]:
    """The cheapest cut along the second eigenvector: its normalised cost, and the rows on either side, in order."""
    weights = np.maximum(likeness, 0.0)
    np.fill_diagonal(weights, 0.0)
    degrees = weights.sum(axis=1) + 1e-6
    _, vectors = np.linalg.eigh(weights / np.sqrt(degrees[:, None] * degrees[None]))
    # Rounded, and turned so that the first row comes first: the sign of an eigenvector is free.
    line = (vectors[:, -2] / np.sqrt(degrees)).round(9)
    order = np.argsort(line if line[0] <= line[-1] else -line, kind="stable")
    weights, degrees = weights[np.ix_(order, order)], degrees[order]
    inside = np.tril(weights).sum(axis=1)  # of each row with those before it
    volume = np.cumsum(degrees)[:-1]
    cut = np.cumsum(degrees - 2 * inside)[:-1]
    costs = cut / volume + cut / (degrees.sum() - volume)
    at = int(costs.argmin()) + 1
    return float(costs[at - 1]), np.sort(order[:at]), np.sort(order[at:])
