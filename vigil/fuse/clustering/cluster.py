"""Claims into groups: people's decisions first, scores second. A pure function of its arguments, free of their order.

1. REJECT takes a claim out. 2. NOT_SAME forbids two claims ever to share a group. 3. SAME joins; where people
contradict each other the newest row about a pair holds, and a no is stronger than a chain of yeses. 4. Groups are joined
best first by the mean log-odds of the pairs between them (average linkage over a sparse graph; pairs that no block
proposed count as ``UNSEEN``), never across a no and never across a pair that the machine's own rules exclude.

Groups are only ever joined along a pair above ``join``, so what stands between two claims that no chain of such pairs
connects cannot matter. Where people have decided nothing about what is connected, ``chains`` makes the same groups quicker.

What a person joined is a *league* of groups: all its groups end as one, and a no against one is a no against all, but
each is compared by itself. So a later telling that is just like one of two events that a person merged joins them
both; compared with the whole it would be held off by how unlike the other one is.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from vigil.fuse.clustering.chains import Chains, Kinds
from vigil.model.link import Decision, Judgement, Score

VETOED = -14.0  # log-odds of a pair that a veto excludes, where groups of more tellings are compared (``pairs.veto``)
UNSEEN = -2.5  # log-odds of a pair that was not compared: blocking has found nothing that the two share
SURE = 4.0  # where groups are compared, a pair that speaks for one event counts so many times as much as one against
#: Odds are added up as whole billionths: so sums are exact, in whatever order groups come together.
BILLION = 1_000_000_000


@dataclass(frozen=True, slots=True)
class Edge:
    """Two claim ids and the log-odds that they tell of one event. ``never`` excludes them from one group."""

    one: str
    two: str
    odds: float
    why: Score | None = None  # None: ``explain`` makes it where it is wanted
    never: bool = False


@dataclass(frozen=True, slots=True)
class Edges:
    """The same by number, column by column: ``one < two``, sorted, each pair once. Odds of minus infinity: never."""

    one: NDArray[np.int32]
    two: NDArray[np.int32]
    odds: NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Clusters:
    """Groups of claim numbers (sorted, by their smallest) and, for each claim, the row of the closest edge that holds it
    in its group, -1 for none."""

    groups: tuple[tuple[int, ...], ...]
    closest: NDArray[np.int64]


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
    number = {claim: n for n, claim in enumerate(kept)}
    pairs = {_key(e.one, e.two): e for e in edges if e.one in number and e.two in number}
    ordered = [pairs[key] for key in sorted(pairs)]
    table = Edges(
        np.array([number[min(e.one, e.two)] for e in ordered], dtype=np.int32),
        np.array([number[max(e.one, e.two)] for e in ordered], dtype=np.int32),
        np.array([-np.inf if e.never else e.odds for e in ordered]),
    )
    found = clusters(kept, table, ruled, join)
    tightest = {kept[n]: ordered[row] for n, row in enumerate(found.closest.tolist()) if row >= 0}
    best = {claim: edge.why or explain(edge) for claim, edge in tightest.items()}
    groups = tuple(tuple(kept[n] for n in members) for members in found.groups)
    return Groups(groups, best | by_hand(groups, ruled))


def by_hand(groups: Sequence[Sequence[str]], ruled: Rulings) -> dict[str, Score]:
    """The reasons of claims that people joined, where no other person holds them apart."""
    asked = {claim for key in ruled.together for claim in key}
    home = {claim: n for n, members in enumerate(groups) for claim in members if claim in asked}
    found: dict[str, Score] = {}
    for one, two in ruled.together:
        if one in home and home[one] == home.get(two):
            found |= dict.fromkeys((one, two), Score(1.0, ruled.reasons[one, two]))
    return found


def clusters(
    claims: Sequence[str], edges: Edges, ruled: Rulings, join: float, rank: NDArray[np.int64] | None = None
) -> Clusters:
    """Join claims, given by their sorted ids, into groups, rejected ones into none. The edges are between their numbers.

    ``rank`` is each claim's place in time; it changes nothing but how quickly it goes.
    """
    number: dict[str, int] = {}
    if ruled.together or ruled.apart or ruled.rejected:
        number = {claim: n for n, claim in enumerate(claims) if claim not in ruled.rejected}
    if ruled.rejected:
        kept = np.fromiter((claim in number for claim in claims), dtype=bool, count=len(claims))
        rows = kept[edges.one] & kept[edges.two]
        edges = Edges(edges.one, edges.two, np.where(rows, edges.odds, -np.inf))
    together = [(number[a], number[b]) for a, b in ruled.together if a in number and b in number]
    apart = [(number[a], number[b]) for a, b in sorted(ruled.apart) if a in number and b in number]
    chains = _chains(len(claims), edges, join)
    groups: list[list[int]] = []
    left = np.ones(len(claims), dtype=bool) if not ruled.rejected else kept
    if together or apart or join <= UNSEEN:
        above = _weighed(edges.odds) > join
        pairs = zip(edges.one[above].tolist(), edges.two[above].tolist(), strict=True)
        home = components(len(claims), [*pairs, *together])
        if join > UNSEEN:
            home = np.where(np.isin(home, home[[n for pair in (*together, *apart) for n in pair]]), home, -1)
        home[~left] = -1
        left &= home < 0
        rulings_of = _by_home(home, together), _by_home(home, apart)
        order = np.argsort(home, kind="stable")
        order = order[home[order] >= 0]
        for members in np.split(order, np.flatnonzero(np.diff(home[order])) + 1):
            if len(members):
                here = int(home[members[0]])
                work = _Work(members.tolist(), chains, rulings_of[0][here], rulings_of[1][here])
                groups += work.run(join * BILLION)
    begin = np.flatnonzero(left)
    if rank is not None:
        begin = begin[np.argsort(rank[begin])]
    groups += chains.run(begin.tolist(), join * BILLION)
    groups.sort()
    return Clusters(tuple(tuple(members) for members in groups), _closest(len(claims), groups, edges))


def _by_home(home: NDArray[np.int64], pairs: Iterable[tuple[int, int]]) -> dict[int, list[tuple[int, int]]]:
    found: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for one, two in pairs:
        if home[one] == home[two]:
            found[int(home[one])].append((one, two))
    return found


_NEAR, _FAR, _VETOED, _NEVER = range(4)
_AT_ONCE = 1 << 20  # pairs; of a large record's, a column more is tens of megabytes


def _chains(count: int, edges: Edges, join: float) -> Chains:
    """The pairs, ready to be joined along."""
    kind = np.empty(len(edges.odds), dtype=np.uint8)
    for at in range(0, len(kind), _AT_ONCE):
        odds = edges.odds[at : at + _AT_ONCE]
        # Below UNSEEN, groups that share nothing but far pairs might be joined for the many that were never compared.
        far = (_weighed(odds) <= join) & (join > UNSEEN)
        found = np.where(far, np.where(odds == VETOED, _VETOED, _FAR), _NEAR)
        kind[at : at + _AT_ONCE] = np.where(odds == -np.inf, _NEVER, found)

    def pairs(which: int) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
        return edges.one[kind == which], edges.two[kind == which]

    def scored(which: int) -> tuple[NDArray[np.int32], NDArray[np.int32], NDArray[np.int64]]:
        return *pairs(which), _billionths(_weighed(edges.odds[kind == which]))

    kinds = Kinds(scored(_NEAR), scored(_FAR), pairs(_VETOED), pairs(_NEVER))
    return Chains(count, kinds, vetoed=round(VETOED * BILLION), unseen=round(UNSEEN * BILLION))


def _billionths(odds: NDArray[np.float64]) -> NDArray[np.int64]:
    return np.rint(odds * BILLION).astype(np.int64)


def _weighed(odds: NDArray[np.float64]) -> NDArray[np.float64]:
    """As groups are compared: what two tellings share is rarely chance, what one of them lacks or was misread often is."""
    return np.where(odds > 0, SURE * odds, odds)


def _closest(count: int, groups: Sequence[Sequence[int]], edges: Edges) -> NDArray[np.int64]:
    """[claims]: the row of the edge with the best odds that a claim has in its group, the first of equals; -1 for none."""
    group_of = np.full(count, -1, dtype=np.int32)
    for number, members in enumerate(groups):
        for claim in members:
            group_of[claim] = number
    one, two = group_of[edges.one], group_of[edges.two]
    rows = np.flatnonzero((one == two) & (one >= 0) & (edges.odds > -np.inf))
    claims = np.concatenate([edges.one[rows], edges.two[rows]])
    rows = np.concatenate([rows, rows])
    order = np.lexsort((rows, -edges.odds[rows], claims))
    claims, first = np.unique(claims[order], return_index=True)
    closest = np.full(count, -1, dtype=np.int64)
    closest[claims] = rows[order][first]
    return closest


def components(count: int, pairs: Iterable[tuple[int, int]]) -> NDArray[np.int64]:
    """[count]: the number of the connected component that each claim is in (its smallest claim's)."""
    home = list(range(count))
    for one, two in pairs:
        a, b = one, two
        while home[a] != a:
            home[a] = a = home[home[a]]
        while home[b] != b:
            home[b] = b = home[home[b]]
        if a < b:
            home[b] = a
        else:
            home[a] = b
    for n in range(count):
        home[n] = home[home[n]]  # what it points to is smaller, and so points to its root by now
    return np.array(home, dtype=np.int64)


class _Work:
    """Best-first joining of one component, with people's decisions: which leagues there are, and which are held apart."""

    def __init__(
        self,
        claims: Sequence[int],
        chains: Chains,
        together: Iterable[tuple[int, int]],
        apart: Iterable[tuple[int, int]],
    ) -> None:
        self.claims, self.chains = claims, chains
        self.league = {n: n for n in claims}  # claim -> league
        self.leagues: dict[int, list[int]] = {n: [n] for n in claims}  # league -> claims
        self.apart: dict[int, set[int]] = defaultdict(set)  # league -> leagues that people hold apart from it
        for one, two in apart:
            _forbid(self.apart, one, two)
        for one, two in together:  # oldest decision first
            self._ally(one, two)

    def _ally(self, one: int, two: int) -> None:
        """One league of the leagues of two claims, if no no stands between them."""
        a, b = self.league[one], self.league[two]
        if a == b or b in self.apart.get(a, ()):
            return
        keep, gone = (a, b) if len(self.leagues[a]) >= len(self.leagues[b]) else (b, a)
        for member in self.leagues[gone]:
            self.league[member] = keep
        self.leagues[keep].extend(self.leagues.pop(gone))
        _hand_over(self.apart, keep, gone)

    def run(self, join: float) -> list[list[int]]:
        """The leagues when nothing exceeds ``join`` (in billionths) any more; ties go by the smaller numbers."""
        chains = self.chains
        for claim in self.claims:
            chains.take(claim)
        near = chains.near
        heap = [(-e[1], a, b) for a in self.claims for b, e in near[a].items() if a < b and e[1] > join]
        heapq.heapify(heap)
        while heap:
            negative, a, b = heapq.heappop(heap)
            entry = near[a].get(b) if a in near else None
            if entry is None or entry[1] != -negative or chains.barred(a, b):
                continue  # joined, excluded, or an older entry: the pair was pushed again when one of the two grew
            if self.apart and self.league[b] in self.apart.get(self.league[a], ()):
                continue
            self._ally(a, b)
            kept = chains.merge(a, b)
            for other, entry in near[kept].items():
                # Below UNSEEN a mean may rise by what was never compared: only claims that a chain of pairs connects count.
                if entry[1] > join and other in self.league:
                    heapq.heappush(heap, (-entry[1], kept, other) if kept < other else (-entry[1], other, kept))
        chains.put_down(self.claims)
        return [sorted(held) for held in self.leagues.values()]


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
