"""A text's names as the ranker of places learns from them: what each may mean, and what of that is right."""

from __future__ import annotations

from dataclasses import dataclass

from vigil.model.entity import Place
from vigil.resolve.places.features import Features

#: Parts of the labelled texts that are held out in turn; looks at a text's names before its choices are final.
FOLDS, PASSES = 5, 2


@dataclass(slots=True)
class Name:
    """A name of a text: what it may mean, and which of that is right (None: not known; empty: none of them)."""

    words: str
    core: str
    places: list[Place]
    static: list[Features]
    right: frozenset[int] | None


@dataclass(slots=True)
class Story:
    """A text's names, which are weighed together."""

    source: str
    fold: int
    names: list[Name]
