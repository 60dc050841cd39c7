"""Decisions first, scores second, whatever the order."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from vigil.fuse.clustering.cluster import BILLION, SURE, UNSEEN, VETOED, Edge, Edges, clusters, group, rulings
from vigil.model.link import Decision, Judgement, Score

CLAIMS = [f"c{n}" for n in range(8)]
pairs = st.tuples(st.sampled_from(CLAIMS), st.sampled_from(CLAIMS)).filter(lambda pair: pair[0] < pair[1])
edges = st.dictionaries(pairs, st.tuples(st.integers(-6, 6), st.booleans()), max_size=20)
decisions = st.dictionaries(pairs, st.sampled_from([Judgement.SAME, Judgement.NOT_SAME]), max_size=5)
START = datetime(2031, 3, 6, tzinfo=UTC)


def _edges(table):
    return [Edge(a, b, float(odds), Score(0.5, "test"), never and odds < 0) for (a, b), (odds, never) in table.items()]


def _rows(table):
    return [
        Decision(id=f"d{n}", judgement=judgement, left=a, right=b, created_at=START + timedelta(minutes=n))
        for n, ((a, b), judgement) in enumerate(table.items())
    ]


def _home(groups):
    return {claim: n for n, members in enumerate(groups.groups) for claim in members}


@given(edges, decisions)
@settings(max_examples=150, deadline=None)
def test_no_score_undoes_a_persons_no(table, ruled):
    home = _home(group(CLAIMS, _edges(table), _rows(ruled)))
    for (a, b), judgement in ruled.items():
        if judgement is Judgement.NOT_SAME:
            assert home[a] != home[b]


@given(edges, pairs)
@settings(max_examples=80, deadline=None)
def test_a_persons_yes_holds_against_any_score(table, pair):
    home = _home(group(CLAIMS, _edges(table), _rows({pair: Judgement.SAME})))
    assert home[pair[0]] == home[pair[1]]


@given(edges, decisions, st.randoms(use_true_random=False))
@settings(max_examples=100, deadline=None)
def test_order_of_input_does_not_matter(table, ruled, random):
    claims, listed, rows = list(CLAIMS), _edges(table), _rows(ruled)
    first = group(claims, listed, rows)
    for items in (claims, listed, rows):
        random.shuffle(items)
    assert group(claims, listed, rows) == first


@given(edges, decisions)
@settings(max_examples=60, deadline=None)
def test_every_claim_is_in_one_group(table, ruled):
    found = group(CLAIMS, _edges(table), _rows(ruled))
    assert sorted(claim for members in found.groups for claim in members) == CLAIMS


def _decision(n, judgement, left, right="", **fields):
    return Decision(
        id=f"d{n}", judgement=judgement, left=left, right=right, created_at=START + timedelta(hours=n), **fields
    )


def test_taken_back_decisions_have_no_say():
    edge = [Edge("a", "b", 3.0, Score(0.9, "alike"))]
    no = _decision(1, Judgement.NOT_SAME, "a", "b", deleted_at=START + timedelta(days=1))
    assert group(["a", "b"], edge, [no]).groups == (("a", "b"),)


def test_the_newest_row_about_a_pair_holds():
    rows = [_decision(1, Judgement.NOT_SAME, "a", "b"), _decision(2, Judgement.SAME, "b", "a")]
    assert group(["a", "b"], [], rows).groups == (("a", "b"),)


def test_a_no_is_stronger_than_a_chain_of_yeses():
    rows = [
        _decision(1, Judgement.SAME, "a", "b"),
        _decision(2, Judgement.SAME, "b", "c"),
        _decision(3, Judgement.NOT_SAME, "a", "c"),
    ]
    home = _home(group(["a", "b", "c"], [], rows))
    assert home["a"] == home["b"] != home["c"]


def test_rejected_claims_are_out():
    assert group(["a", "b"], [], [_decision(1, Judgement.REJECT, "a")]).groups == (("b",),)


def test_the_machines_own_exclusion_yields_to_a_person():
    never = [Edge("a", "b", -1.0, Score(0.0, "days apart"), never=True)]
    assert group(["a", "b"], never).groups == (("a",), ("b",))
    assert group(["a", "b"], never, [_decision(1, Judgement.SAME, "a", "b")]).groups == (("a", "b"),)


def _told(odds):
    return [Edge(a, b, value, Score(0.5, "test"), never) for a, b, value, never in odds]


def test_a_later_telling_is_compared_with_each_part_of_what_a_person_joined():
    edges = _told(
        [("a1", "a2", 3.0, False), ("b1", "b2", 3.0, False), ("a1", "b1", -4.0, True), ("a2", "b2", -4.0, True)]
    )
    merge = [_decision(1, Judgement.SAME, "a1", "b1")]
    assert group(["a1", "a2", "b1", "b2"], edges, merge).groups == (("a1", "a2", "b1", "b2"),)
    later = [
        *edges,
        *_told([("a1", "c", 2.0, False), ("a2", "c", 2.0, False), ("b1", "c", -6.0, True), ("b2", "c", -6.0, True)]),
    ]
    assert group(["a1", "a2", "b1", "b2", "c"], later, merge).groups == (("a1", "a2", "b1", "b2", "c"),)
    apart = [*merge, _decision(2, Judgement.NOT_SAME, "b2", "c")]
    assert group(["a1", "a2", "b1", "b2", "c"], later, apart).groups == (("a1", "a2", "b1", "b2"), ("c",))


def test_what_the_machine_would_join_yields_to_a_no_against_any_part_of_a_league():
    edges = _told([("a", "x", 5.0, False), ("b", "x", 1.0, False)])
    rows = [_decision(1, Judgement.SAME, "a", "b"), _decision(2, Judgement.NOT_SAME, "b", "x")]
    assert group(["a", "b", "x"], edges, rows).groups == (("a", "b"), ("x",))


def _best_first(table, join=-0.4):
    """The rule in plain Python: of all pairs of groups the best mean first, as long as it is above the join."""
    groups = [[n] for n in range(10)]
    while True:
        best = []
        for a, one in enumerate(groups):
            for b, two in enumerate(groups[a + 1 :], a + 1):
                pairs = [table.get((min(x, y), max(x, y)), UNSEEN) for x in one for y in two]
                seen = any((min(x, y), max(x, y)) in table for x in one for y in two)
                if seen and None not in pairs:
                    mean = sum(round(max(value, SURE * value) * BILLION) for value in pairs) / len(pairs)
                    best.append((-mean, min(one), min(two), a, b))
        if not best or -min(best)[0] <= join * BILLION:
            return sorted(sorted(members) for members in groups)
        *_, a, b = min(best)
        groups[a] += groups.pop(b)
        groups.sort(key=min)


@settings(max_examples=150, deadline=None)
@given(
    st.dictionaries(
        st.tuples(st.integers(0, 9), st.integers(0, 9)).filter(lambda pair: pair[0] < pair[1]),
        st.sampled_from([VETOED, VETOED, -4.0, -1.0, -0.4, 0.0, 0.5, 0.5, 1.0, 2.0, 2.0, 3.5, None]),
        max_size=40,
    ),
    st.permutations(range(10)),
)
def test_chains_of_nearest_groups_join_what_the_best_first_join(table, order):
    claims = [f"c{n}" for n in range(10)]
    found = [Edge(claims[a], claims[b], value or 0.0, never=value is None) for (a, b), value in table.items()]
    nearest = group(claims, found, join=-0.4).groups
    assert nearest == tuple(tuple(claims[n] for n in members) for members in _best_first(table))
    # A decision that nothing rests on sends a component the other way.
    for claim in claims[1:3]:
        row = _decision(1, Judgement.NOT_SAME, claim, "nobody")
        outside = [Edge(claim, "nobody", -3.0), *found]
        assert group([*claims, "nobody"], outside, [row], join=-0.4).groups == (*nearest, ("nobody",))
    rank = np.array(order, dtype=np.int64)
    columns = np.array(sorted(table), dtype=np.int32).reshape(-1, 2)
    odds = np.array([-np.inf if table[pair] is None else table[pair] for pair in sorted(table)])
    edges = Edges(columns[:, 0], columns[:, 1], odds)
    assert clusters(claims, edges, rulings(()), -0.4, rank).groups == tuple(
        tuple(int(claim[1:]) for claim in members) for members in nearest
    )


@given(edges, decisions, st.sampled_from([-3.0, -2.0, -1.0, -0.5, 1.0]))
@settings(max_examples=150, deadline=None)
def test_any_join_makes_groups_of_chained_claims_only(table, ruled, join):
    """Below UNSEEN as well, where a mean may rise by what was never compared."""
    listed = _edges(table)
    found = group(CLAIMS, listed, _rows(ruled), join=join)
    assert sorted(claim for members in found.groups for claim in members) == CLAIMS
    joined = {claim: {claim} for claim in CLAIMS}
    same = [pair for pair, judgement in ruled.items() if judgement is Judgement.SAME]
    for a, b in [*same, *((e.one, e.two) for e in listed if not e.never and max(e.odds, SURE * e.odds) > join)]:
        whole = joined[a] | joined[b]
        for claim in whole:
            joined[claim] = whole
    assert all(set(members) <= joined[members[0]] for members in found.groups)
