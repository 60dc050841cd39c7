"""Coreference scores: MUC, B-cubed, CEAF-e and their mean, the CoNLL F1, for two partitions of mentions.

As the reference scorer counts (Pradhan et al. 2014, Scoring Coreference Partitions of Predicted Mentions): singletons count
in B-cubed and CEAF-e, and cannot in MUC, which counts links.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Chains = Mapping[Any, Hashable]  # mention -> the chain that it is in


@dataclass(frozen=True, slots=True)
class Part:
    """Recall and precision as fractions over all chains together: each side's score and what it could have been."""

    recall: float
    of_gold: float
    precision: float
    of_ours: float

    @property
    def f1(self) -> float:
        """Harmonic mean of recall and precision; 0 when either is."""
        r = self.recall / self.of_gold if self.of_gold else 0.0
        p = self.precision / self.of_ours if self.of_ours else 0.0
        return 2 * p * r / (p + r) if p + r else 0.0


def muc(gold: Chains, ours: Chains) -> Part:
    """Links needed to make each chain that the other partition has too (Vilain et al. 1995)."""
    return Part(*_links(gold, ours), *_links(ours, gold))


def _links(chains: Chains, other: Chains) -> tuple[float, float]:
    kept = every = 0
    for members in _groups(chains).values():
        outside = sum(mention not in other for mention in members)
        pieces = len({other[mention] for mention in members if mention in other}) + outside
        kept += len(members) - pieces
        every += len(members) - 1
    return float(kept), float(every)


def b_cubed(gold: Chains, ours: Chains) -> Part:
    """For each mention, the share of its chain that the other partition puts together with it (Bagga and Baldwin 1998)."""
    return Part(*_shares(gold, ours), *_shares(ours, gold))


def _shares(chains: Chains, other: Chains) -> tuple[float, float]:
    total = 0.0
    for members in _groups(chains).values():
        met = Counter(other[mention] for mention in members if mention in other)
        total += sum(count * count for count in met.values()) / len(members)
    return total, float(len(chains))


def ceaf_e(gold: Chains, ours: Chains) -> Part:
    """The best one-to-one pairing of chains by 2 |both| / (|one| + |two|) (Luo 2005, the entity form)."""
    wanted, given = _groups(gold), _groups(ours)
    met: dict[Hashable, Counter[Hashable]] = defaultdict(Counter)
    for mention, chain in gold.items():
        if mention in ours:
            met[chain][ours[mention]] += 1
    total = 0.0
    for rows, columns in _components(met):
        worth = np.zeros((len(rows), len(columns)))
        for i, row in enumerate(rows):
            for j, column in enumerate(columns):
                worth[i, j] = 2 * met[row][column] / (len(wanted[row]) + len(given[column]))
        total += best_pairing(worth)
    return Part(total, float(len(wanted)), total, float(len(given)))


def _components(met: Mapping[Hashable, Counter[Hashable]]) -> list[tuple[list[Hashable], list[Hashable]]]:
    """Chains of the two sides that overlap, directly or through others: each such knot can be paired by itself."""
    holders: dict[Hashable, list[Hashable]] = defaultdict(list)
    for one, others in met.items():
        for other in others:
            holders[other].append(one)
    seen: set[Hashable] = set()
    found = []
    for start in met:
        if start in seen:
            continue
        seen.add(start)
        rows, columns, queue = [], dict[Hashable, None](), [start]
        while queue:
            row = queue.pop()
            rows.append(row)
            for column in met[row]:
                columns[column] = None
                fresh = [holder for holder in holders[column] if holder not in seen]
                seen.update(fresh)
                queue += fresh
        found.append((rows, list(columns)))
    return found


def best_pairing(worth: NDArray[np.float64]) -> float:
    """[n, m] what each pair is worth, none below 0 -> the most that a one-to-one pairing is worth in all.

    The Hungarian method with potentials (Kuhn 1955, Munkres 1957), O(n n m) for n <= m.
    """
    if worth.shape[0] > worth.shape[1]:
        worth = worth.T
    rows, columns = worth.shape
    cost = np.zeros((rows + 1, columns + 1))
    cost[1:, 1:] = -worth
    of_row, of_column = np.zeros(rows + 1), np.zeros(columns + 1)
    holder = np.zeros(columns + 1, dtype=np.int64)  # column -> the row that has it, 0 none; column 0 is the row to seat
    for row in range(1, rows + 1):
        holder[0] = row
        at = 0
        least = np.full(columns + 1, np.inf)
        back = np.zeros(columns + 1, dtype=np.int64)
        done = np.zeros(columns + 1, dtype=bool)
        while holder[at]:
            done[at] = True
            slack = cost[holder[at]] - of_row[holder[at]] - of_column
            better = ~done & (slack < least)
            least[better], back[better] = slack[better], at
            following = int(np.where(done, np.inf, least)[1:].argmin()) + 1
            step = least[following]
            of_row[holder[done]] += step
            of_column[done] -= step
            least[~done] -= step
            at = following
        while at:
            holder[at] = holder[back[at]]
            at = int(back[at])
    return float(sum(worth[holder[j] - 1, j - 1] for j in range(1, columns + 1) if holder[j]))


METRICS: tuple[tuple[str, Callable[[Chains, Chains], Part]], ...] = (
    ("MUC", muc), ("B-cubed", b_cubed), ("CEAF-e", ceaf_e),
)  # fmt: skip


def conll(gold: Chains, ours: Chains) -> dict[str, float]:
    """The three F1 and, as ``CoNLL``, their mean."""
    figures = {name: metric(gold, ours).f1 for name, metric in METRICS}
    return figures | {"CoNLL": sum(figures.values()) / len(figures)}


def without_singletons(chains: Chains) -> dict[Hashable, Hashable]:
    """The chains of two mentions and more."""
    size = Counter(chains.values())
    return {mention: chain for mention, chain in chains.items() if size[chain] > 1}


def chains_of(groups: Iterable[Sequence[Hashable]]) -> dict[Hashable, Hashable]:
    """Each mention's chain, chains numbered as they come."""
    return {mention: number for number, group in enumerate(groups) for mention in group}


def _groups(chains: Chains) -> dict[Hashable, list[Hashable]]:
    found: dict[Hashable, list[Hashable]] = defaultdict(list)
    for mention, chain in chains.items():
        found[chain].append(mention)
    return found
