"""Claims into groups: people's decisions first, scores second. A pure function of its arguments, free of their order.

1. REJECT takes a claim out. 2. NOT_SAME forbids two claims ever to share a group. 3. SAME joins; where people
contradict each other the newest row about a pair holds, and a no is stronger than a chain of yeses. 4. Groups are joined
best first by the mean log-odds of the pairs between them (average linkage over a sparse graph; pairs that no block
proposed count as ``UNSEEN``), never across a no and never across a pair that the machine's own rules exclude.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from vigil.model.link import Decision, Judgement, Score

UNSEEN = -1.0  # log-odds of a pair that was not compared: blocking has found nothing that the two share


@dataclass(frozen=True, slots=True)
class Edge:
    """Two claim ids and the log-odds that they tell of one event. ``never`` excludes them from one group."""

    one: str
    two: str
    odds: float
    why: Score | None = None  # None: ``explain`` makes it where it is wanted
    never: bool = False


@dataclass(frozen=True, slots=True)
class Groups:
    """Groups of claim ids (each sorted, and sorted among themselves), and each claim's best reason to be in its own."""

    groups: tuple[tuple[str, ...], ...]
    why: Mapping[str, Score]


@dataclass(frozen=True, slots=True)
class Rulings:
    """People's decisions, settled: what is out, what is forbidden, what is joined (oldest first)."""

    rejected: frozenset[str]
    apart: frozenset[tuple[str, str]]
    together: tuple[tuple[str, str], ...]
    reasons: Mapping[tuple[str, str], str]


def rulings(decisions: Iterable[Decision]) -> Rulings:
    """Settle decisions: taken-back rows are gone, and of several rows about one pair or claim the newest holds."""
    newest: dict[tuple[str, str], Decision] = {}
    rejected: set[str] = set()
    for row in sorted(decisions, key=lambda row: (row.created_at, row.id)):
        if row.deleted_at is not None:
            continue
        if row.judgement is Judgement.REJECT:
            rejected.add(row.left)
        elif row.judgement in (Judgement.SAME, Judgement.NOT_SAME) and row.left != row.right:
            newest[_key(row.left, row.right)] = row
    apart = frozenset(key for key, row in newest.items() if row.judgement is Judgement.NOT_SAME)
    same = sorted((row.created_at, row.id, key) for key, row in newest.items() if row.judgement is Judgement.SAME)
    reasons = {
        key: f"{row.user or 'a person'} decided: {row.reason or row.judgement.value}" for key, row in newest.items()
    }
    return Rulings(frozenset(rejected), apart, tuple(key for _, _, key in same), reasons)


def group(
    claims: Sequence[str],
    edges: Iterable[Edge],
    decisions: Iterable[Decision] = (),
    *,
    join: float = 0.0,
    explain: Callable[[Edge], Score] = lambda _: Score(0.0, "not said"),
) -> Groups:
    """Join claims into groups. ``join`` is the mean log-odds that a join must exceed.

    ``explain`` gives the reason of an edge that came without one; it is asked once a claim.
    """
    ruled = rulings(decisions)
    kept = sorted(set(claims) - ruled.rejected)
    work = _Work(kept, ruled)
    known = set(kept)
    pairs = sorted((e for e in edges if e.one in known and e.two in known), key=lambda e: _key(e.one, e.two))
    work.settle(ruled)
    work.load(pairs)
    work.run(join)
    return Groups(*work.result(pairs, ruled, explain))


class _Work:
    """The state of one run: groups by their smallest member's number, and the summed odds between groups."""

    def __init__(self, claims: Sequence[str], ruled: Rulings) -> None:
        self.claims = claims
        self.number = {claim: n for n, claim in enumerate(claims)}
        self.home = list(range(len(claims)))
        self.members: dict[int, list[int]] = {n: [n] for n in range(len(claims))}
        self.sums: dict[int, dict[int, list[float]]] = defaultdict(dict)  # group -> group -> [summed odds, pairs]
        self.apart: dict[int, set[int]] = defaultdict(set)
        for one, two in sorted(ruled.apart):
            if one in self.number and two in self.number:
                self._forbid(self.number[one], self.number[two])

    def _forbid(self, a: int, b: int) -> None:
        self.apart[a].add(b)
        self.apart[b].add(a)

    def settle(self, ruled: Rulings) -> None:
        """Join what people joined, oldest decision first, unless a no stands between the two groups."""
        for one, two in ruled.together:
            if one in self.number and two in self.number:
                a, b = self.home[self.number[one]], self.home[self.number[two]]
                if a != b and b not in self.apart[a]:
                    self._merge(a, b)

    def load(self, edges: Sequence[Edge]) -> None:
        """Take the scores in; edges inside what people already joined have no more say."""
        for edge in edges:
            a, b = self.home[self.number[edge.one]], self.home[self.number[edge.two]]
            if a == b:
                continue
            if edge.never:
                self._forbid(a, b)
            for x, y in ((a, b), (b, a)):
                entry = self.sums[x].setdefault(y, [0.0, 0])
                entry[0] += edge.odds
                entry[1] += 1

    def _mean(self, a: int, b: int) -> float:
        total, count = self.sums[a][b]
        every = len(self.members[a]) * len(self.members[b])
        return (total + UNSEEN * (every - count)) / every

    def run(self, join: float) -> None:
        """Best-first joining until nothing exceeds ``join``; ties by the smaller numbers."""
        heap = [(-self._mean(a, b), a, b) for a in sorted(self.sums) for b in sorted(self.sums[a]) if a < b]
        heapq.heapify(heap)
        while heap:
            negative, a, b = heapq.heappop(heap)
            if -negative <= join:
                return
            if a not in self.members or b not in self.members or b not in self.sums[a] or b in self.apart[a]:
                continue
            if -negative != self._mean(a, b):
                continue  # an older entry: the pair was pushed again when one of the two grew
            kept = self._merge(a, b)
            for other in sorted(self.sums[kept]):
                low, high = (kept, other) if kept < other else (other, kept)
                heapq.heappush(heap, (-self._mean(low, high), low, high))

    def _merge(self, a: int, b: int) -> int:
        keep, gone = (a, b) if a < b else (b, a)
        for member in self.members[gone]:
            self.home[member] = keep
        self.members[keep].extend(self.members.pop(gone))
        for other, (total, count) in self.sums.pop(gone, {}).items():
            self.sums[other].pop(gone)
            if other == keep:
                continue
            for x, y in ((keep, other), (other, keep)):
                entry = self.sums[x].setdefault(y, [0.0, 0])
                entry[0] += total
                entry[1] += count
        for other in self.apart.pop(gone, set()):
            self.apart[other].discard(gone)
            self._forbid(keep, other)
        return keep

    def result(
        self, edges: Sequence[Edge], ruled: Rulings, explain: Callable[[Edge], Score]
    ) -> tuple[tuple[tuple[str, ...], ...], dict[str, Score]]:
        groups = tuple(sorted(tuple(sorted(self.claims[m] for m in members)) for members in self.members.values()))
        tightest: dict[str, Edge] = {}
        for edge in edges:
            if self.home[self.number[edge.one]] == self.home[self.number[edge.two]] and not edge.never:
                for claim in (edge.one, edge.two):
                    if claim not in tightest or edge.odds > tightest[claim].odds:
                        tightest[claim] = edge
        best = {claim: edge.why or explain(edge) for claim, edge in tightest.items()}
        for key in ruled.together:
            if all(c in self.number for c in key) and self.home[self.number[key[0]]] == self.home[self.number[key[1]]]:
                best.update(dict.fromkeys(key, Score(1.0, ruled.reasons[key])))
        return groups, best


def _key(one: str, two: str) -> tuple[str, str]:
    return (one, two) if one < two else (two, one)
