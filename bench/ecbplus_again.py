"""A second look at pairs of mentions, with the first look's odds of all pairs of their record; for ``bench.ecbplus``.

Whether two mentions are one event is told by their company as well: by other mentions of the two sentences that are one
event, by a third mention that both are like, and by a rival in the other document that fits better.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from bench.ecbplus_words import Mention

Floats = NDArray[np.float64]
MOST = 5.0  # log-odds, friends and the like above which more says no more
COMPANY = 3.0  # other mentions that two sentences share


def again(mentions: Sequence[Mention], odds: Floats) -> Floats:
    """[pairs, 10] of a record, pairs and ``odds`` (log-odds) in the order of ``triu_indices``."""
    count = len(mentions)
    one, two = np.triu_indices(count, 1)
    chance = np.zeros((count, count))
    chance[one, two] = chance[two, one] = 1 / (1 + np.exp(-odds))
    like = chance + np.eye(count)
    both = like @ like
    rows = np.sqrt(np.diag(both))
    size = like.sum(axis=1)
    every = [both / (rows[:, None] * rows[None]), np.minimum(both - 2 * chance, MOST)]
    every += [np.minimum(size[:, None], size[None]), np.maximum(size[:, None], size[None])]
    every += [*_company(mentions, chance), *_rivals(mentions, chance)]
    cut = np.clip(odds, -MOST, MOST)
    return np.stack([cut, chance[one, two], *(value[one, two] for value in every)], axis=1)


def _company(mentions: Sequence[Mention], chance: Floats) -> tuple[Floats, Floats]:
    """How many other mentions of the two sentences are one event (summed best chances, and their mean)."""
    summed, mean = np.zeros_like(chance), np.zeros_like(chance)
    sentences = [f"{mention.document.id}:{mention.claim.s}" for mention in mentions]
    for ours, theirs in combinations(_members(sentences), 2):
        block = chance[np.ix_(ours, theirs)]
        for i, a in enumerate(ours):
            for j, b in enumerate(theirs):
                rest = np.delete(np.delete(block, i, 0), j, 1)
                if rest.size:
                    best = rest.max(axis=1)
                    summed[a, b] = summed[b, a] = min(best.sum(), COMPANY)
                    mean[a, b] = mean[b, a] = best.mean()
    return summed, mean


def _rivals(mentions: Sequence[Mention], chance: Floats) -> tuple[Floats, Floats]:
    """By how much a pair's chance is above that of its best rival of the same two documents, the worse and the better."""
    worse, better = np.zeros_like(chance), np.zeros_like(chance)
    for ours, theirs in combinations(_members([mention.document.id for mention in mentions]), 2):
        block = chance[np.ix_(ours, theirs)]
        for i, a in enumerate(ours):
            for j, b in enumerate(theirs):
                along = np.delete(block[i], j).max(initial=0.0)
                down = np.delete(block[:, j], i).max(initial=0.0)
                worse[a, b] = worse[b, a] = block[i, j] - max(along, down)
                better[a, b] = better[b, a] = block[i, j] - min(along, down)
    return worse, better


def _members(keys: Sequence[str]) -> list[list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for n, key in enumerate(keys):
        found[key].append(n)
    return list(found.values())
