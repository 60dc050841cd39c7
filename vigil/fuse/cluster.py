"""Claims into groups: people's decisions first, scores second. A pure function of its arguments, free of their order.

1. REJECT takes a claim out. 2. NOT_SAME forbids two claims ever to share a group. 3. SAME joins; where people
contradict each other the newest row about a pair holds, and a no is stronger than a chain of yeses. 4. Groups are joined
best first by the mean log-odds of the pairs between them (average linkage over a sparse graph; pairs that no block
proposed count as ``UNSEEN``), never across a no and never across a pair that the machine's own rules exclude.

What a person joined is a *league* of groups: all its groups end as one, and a no against one is a no against all, but
each is compared by itself. So a later telling that is just like one of two events that a person merged joins them
both; compared with the whole it would be held off by how unlike the other one is.
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
    disproved: Mapping[str, str]  # claim id -> who decided that what it tells did not happen, and why


def rulings(decisions: Iterable[Decision]) -> Rulings:
    """Settle decisions: taken-back rows are gone, and of several rows about one pair or claim the newest holds."""
    newest: dict[tuple[str, str], Decision] = {}
    rejected: set[str] = set()
    disproved: dict[str, str] = {}
    for row in sorted(decisions, key=lambda row: (row.created_at, row.id)):
        if row.deleted_at is not None:
            continue
        if row.judgement is Judgement.REJECT:
            rejected.add(row.left)
        elif row.judgement is Judgement.DISPROVED:
            disproved[row.left] = _reason(row)
        elif row.judgement in (Judgement.SAME, Judgement.NOT_SAME) and row.left != row.right:
            newest[_key(row.left, row.right)] = row
    apart = frozenset(key for key, row in newest.items() if row.judgement is Judgement.NOT_SAME)
    same = sorted((row.created_at, row.id, key) for key, row in newest.items() if row.judgement is Judgement.SAME)
    reasons = {key: _reason(row) for key, row in newest.items()}
    return Rulings(frozenset(rejected), apart, tuple(key for _, _, key in same), reasons, disproved)


def _reason(row: Decision) -> str:
    return f"{row.user or 'a person'} decided: {row.reason or row.judgement.value}"


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
    """The state of one run: groups by their smallest member's number, the summed odds between groups, and leagues."""

    def __init__(self, claims: Sequence[str], ruled: Rulings) -> None:
        self.claims = claims
        self.number = {claim: n for n, claim in enumerate(claims)}
        self.home = list(range(len(claims)))
        self.members: dict[int, list[int]] = {n: [n] for n in range(len(claims))}
        self.sums: dict[int, dict[int, list[float]]] = defaultdict(dict)  # group -> group -> [summed odds, pairs]
        self.never: dict[int, set[int]] = defaultdict(set)  # group -> groups that the machine's rules exclude
        self.league = list(range(len(claims)))  # claim -> league
        self.leagues: dict[int, list[int]] = {n: [n] for n in range(len(claims))}  # league -> claims
        self.apart: dict[int, set[int]] = defaultdict(set)  # league -> leagues that people hold apart from it
        for one, two in sorted(ruled.apart):
            if one in self.number and two in self.number:
                _forbid(self.apart, self.number[one], self.number[two])

    def settle(self, ruled: Rulings) -> None:
        """Ally what people joined, oldest decision first, unless a no stands between the two."""
        for one, two in ruled.together:
            if one in self.number and two in self.number:
                self._ally(self.number[one], self.number[two])

    def _ally(self, one: int, two: int) -> None:
        """One league of the leagues of two claims, if no no stands between them."""
        a, b = self.league[one], self.league[two]
        if a == b or b in self.apart[a]:
            return
        keep, gone = (a, b) if len(self.leagues[a]) >= len(self.leagues[b]) else (b, a)
        for member in self.leagues[gone]:
            self.league[member] = keep
        self.leagues[keep].extend(self.leagues.pop(gone))
        _hand_over(self.apart, keep, gone)

    def load(self, edges: Sequence[Edge]) -> None:
        """Take the scores in."""
        for edge in edges:
            a, b = self.number[edge.one], self.number[edge.two]
            if edge.never:
                _forbid(self.never, a, b)
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
            if a not in self.members or b not in self.members or b not in self.sums[a] or b in self.never[a]:
                continue
            if self.league[b] in self.apart[self.league[a]]:
                continue
            if -negative != self._mean(a, b):
                continue  # an older entry: the pair was pushed again when one of the two grew
            kept = self._merge(a, b)
            for other in sorted(self.sums[kept]):
                low, high = (kept, other) if kept < other else (other, kept)
                heapq.heappush(heap, (-self._mean(low, high), low, high))

    def _merge(self, a: int, b: int) -> int:
        self._ally(a, b)
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
        _hand_over(self.never, keep, gone)
        return keep

    def result(
        self, edges: Sequence[Edge], ruled: Rulings, explain: Callable[[Edge], Score]
    ) -> tuple[tuple[tuple[str, ...], ...], dict[str, Score]]:
        groups = tuple(sorted(tuple(sorted(self.claims[m] for m in members)) for members in self.leagues.values()))
        tightest: dict[str, Edge] = {}
        for edge in edges:
            if self._together(edge.one, edge.two) and not edge.never:
                for claim in (edge.one, edge.two):
                    if claim not in tightest or edge.odds > tightest[claim].odds:
                        tightest[claim] = edge
        best = {claim: edge.why or explain(edge) for claim, edge in tightest.items()}
        for key in ruled.together:
            if all(c in self.number for c in key) and self._together(*key):
                best.update(dict.fromkeys(key, Score(1.0, ruled.reasons[key])))
        return groups, best

    def _together(self, one: str, two: str) -> bool:
        return self.league[self.number[one]] == self.league[self.number[two]]


def _forbid(table: dict[int, set[int]], a: int, b: int) -> None:
    table[a].add(b)
    table[b].add(a)


def _hand_over(table: dict[int, set[int]], keep: int, gone: int) -> None:
    """What was forbidden to ``gone`` is forbidden to ``keep``, which it is part of now."""
    for other in table.pop(gone, set()):
        table[other].discard(gone)
        if other != keep:
            _forbid(table, keep, other)


def _key(one: str, two: str) -> tuple[str, str]:
    return (one, two) if one < two else (two, one)
