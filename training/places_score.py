"""How sure a choice of the ranker of places is: two numbers that turn its share of all chances into the share that is right.

The ranker's shares say too much: it learnt from names of which a right candidate is known, with a prior, and its features
are not independent of what it was not told. Platt's logistic of the share's log odds (1999) is fitted to the product's own
choices on the sets whose labels are certain: links to Wikipedia, MUC-4's coded places, UCDP's villages. Left out are
tweets, whose points are often a coder's beside ours, and names with a hidden holder, all ambiguous. No choice changes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from training.places_story import FOLDS, PASSES, Story
from vigil.resolve.places.choose import log_odds, share_of
from vigil.resolve.places.features import SCORE, total

Array = NDArray[np.float64]
SURE = ("linked", "reports", "villages known", "villages unknown")
STEPS, RIDGE = 20, 1.0
BINS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 1.001)


@dataclass(frozen=True, slots=True)
class Said:
    """Choices of labelled names: their share of all chances, whether they are right, what each counts, and its fold."""

    share: Array
    right: Array
    weight: Array
    fold: NDArray[np.int64]

    def only(self, keep: NDArray[np.bool_]) -> Said:
        """Some of them."""
        return Said(self.share[keep], self.right[keep], self.weight[keep], self.fold[keep])


def taken(story: Story) -> Iterator[tuple[int, float, bool]]:
    """Of each labelled name that is taken for a place: its number, its share, and whether that place is right."""
    rows = [
        [(total(found), "", place) for found, place in zip(name.static, name.places, strict=True)]
        for name in story.names
    ]
    chosen = [share_of(row, ()) for row in rows]
    for _ in range(PASSES):
        before = chosen
        chosen = [
            share_of(
                row,
                [
                    choice.place
                    for other, choice in zip(story.names, before, strict=True)
                    if choice is not None and other.core != name.core
                ],
            )
            for name, row in zip(story.names, rows, strict=True)
        ]
    for number, (name, choice) in enumerate(zip(story.names, chosen, strict=True)):
        if name.right is not None and choice is not None:
            right = {name.places[n].id for n in name.right}
            yield number, choice.share, choice.place.id in right


def said(stories: Iterable[Story], sources: Sequence[str] = SURE) -> Said:
    """What the shipped table says of these sources' names; a name that a source has n times weighs 1 / sqrt(n)."""
    told = [story for story in stories if story.source in sources]
    often = Counter((s.source, n.words) for s in told for n in s.names if n.right is not None)
    rows = [
        (share, float(right), often[story.source, story.names[number].words] ** -0.5, story.fold)
        for story in told
        for number, share, right in taken(story)
    ]
    share, right, weight, fold = (np.asarray(column) for column in zip(*rows, strict=True))
    return Said(share, right, weight, fold)


def fit(given: Said) -> Array:
    """Constant and slope, by Newton steps from a flat line: from "as it is" they overshoot."""
    odds = np.c_[np.ones(len(given.share)), [log_odds(share) for share in given.share]]
    middle, weights = np.asarray([0.0, 1.0]), np.zeros(2)
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-odds @ weights))
        slope = odds.T @ (given.weight * (chance - given.right)) + RIDGE * (weights - middle)
        curve = (odds.T * (given.weight * chance * (1 - chance))) @ odds + RIDGE * np.eye(2)
        weights = weights - np.linalg.solve(curve, slope)
    return weights


def scored(given: Said, weights: Array) -> Array:
    """What the product then says."""
    return np.asarray([1 / (1 + np.exp(-weights[0] - weights[1] * log_odds(share))) for share in given.share])


def reliability(given: Said, score: Array) -> float:
    """Print, by what was said, how much of it is right; gives the expected calibration error."""
    gap = 0.0
    for low, high in pairwise(BINS):
        here = (score >= low) & (score < high)
        if here.any():
            told, seen = (float(np.average(one[here], weights=given.weight[here])) for one in (score, given.right))
            gap += abs(told - seen) * float(given.weight[here].sum() / given.weight.sum())
            print(f"  {low:.2f} to {min(high, 1):.2f}: {here.sum():6} names, said {told:.3f}, right {seen:.3f}")
    print(f"  expected calibration error {gap:.3f}")
    return gap


def calibrate(stories: Sequence[Story]) -> Mapping[str, float]:
    """The two lines of the table, with what the folds say printed."""
    given = said(stories)
    print(f"the score: {len(given.share)} choices on {', '.join(SURE)}; as the ranker says it")
    reliability(given, given.share)
    crossed = np.zeros(len(given.share))
    for held in range(FOLDS):
        mine = given.fold == held
        crossed[mine] = scored(given.only(mine), fit(given.only(~mine)))
    print("  calibrated, five folds")
    reliability(given, crossed)
    return dict(zip(SCORE, fit(given).tolist(), strict=True))
