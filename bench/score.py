"""Counting right answers: precision and recall, F1 over classes, and the best one-to-one pairing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

One = TypeVar("One")
Two = TypeVar("Two")


@dataclass(slots=True)
class Tally:
    """Right ones of those found, and right ones of those asked for (two numbers where the two differ)."""

    found: int = 0
    right: int = 0
    gold: int = 0
    met: int = 0

    def add(self, *, found: int, gold: int, right: int, met: int | None = None) -> None:
        """Count one more text; ``met`` is ``right`` unless given."""
        self.found += found
        self.gold += gold
        self.right += right
        self.met += right if met is None else met

    @property
    def precision(self) -> float:
        """Share of what was found that is right; 0 when nothing was found."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Share of what was asked for that was met; 0 when nothing was asked for."""
        return self.met / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of the two."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def pairs(ones: Sequence[One], twos: Sequence[Two], fits: Callable[[One, Two], bool]) -> int:
    """How many can be paired at most, each with one other: augmenting paths, where taking the first fit falls short."""
    holder: dict[int, int] = {}
    fit = [[j for j, two in enumerate(twos) if fits(one, two)] for one in ones]

    def seat(one: int, tried: set[int]) -> bool:
        for two in fit[one]:
            if two in tried:
                continue
            tried.add(two)
            if two not in holder or seat(holder[two], tried):
                holder[two] = one
                return True
        return False

    return sum(seat(one, set()) for one in range(len(ones)))


def by_class(gold: Sequence[str], ours: Sequence[str]) -> dict[str, Tally]:
    """A tally for each class that the gold has; an answer outside these ("" for none) is only missed."""
    tallies: dict[str, Tally] = {name: Tally() for name in sorted(set(gold))}
    asked, given = Counter(gold), Counter(ours)
    right = Counter(want for want, got in zip(gold, ours, strict=True) if want == got)
    for name, tally in tallies.items():
        tally.add(found=given[name], gold=asked[name], right=right[name])
    return tallies


def macro_f1(tallies: Iterable[Tally]) -> float:
    """Mean of the classes' F1, each class alike."""
    scores = [tally.f1 for tally in tallies]
    return sum(scores) / len(scores) if scores else 0.0


def weighted_f1(tallies: Iterable[Tally]) -> float:
    """Mean of the classes' F1, weighted by how many of each the gold has."""
    rows = [(tally.f1, tally.gold) for tally in tallies]
    total = sum(gold for _, gold in rows)
    return sum(score * gold for score, gold in rows) / total if total else 0.0


def accuracy(gold: Sequence[object], ours: Sequence[object]) -> float:
    """Share of equal answers."""
    return sum(a == b for a, b in zip(gold, ours, strict=True)) / len(gold) if gold else 0.0
