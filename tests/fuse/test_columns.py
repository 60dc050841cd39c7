"""What is compared for many pairs at once is what the table of features says of each of them."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuse.random_records import record
from vigil.fuse.facts import gather
from vigil.fuse.pairs import blocking
from vigil.fuse.pairs.compare import Compared
from vigil.fuse.pairs.comparer import LEAST, VETOED, Comparer, Weights, veto, vetoed
from vigil.fuse.pairs.features import FEATURES
from vigil.fuse.ragged import Ragged, shared


def every_pair(seed):
    documents, claims = record(seed)
    comparer = Comparer(gather(documents, claims), documents, by_names=True)
    one, two = np.triu_indices(len(claims), 1)
    return comparer, one.astype(np.int64), two.astype(np.int64)


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000))
def test_columns_say_what_the_features_say(seed):
    comparer, one, two = every_pair(seed)
    compared = comparer.compared(one, two)
    pairs = [comparer.pair(a, b) for a, b in zip(one.tolist(), two.tolist(), strict=True)]
    for feature in FEATURES:
        values = [feature.func(pair).value for pair in pairs]
        assert compared.values(feature.name) == pytest.approx(values, abs=1e-12), feature.name
    assert vetoed(compared).tolist() == [bool(veto(pair)) for pair in pairs]


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000))
def test_odds_and_reasons_are_those_of_one_pair(seed):
    comparer, one, two = every_pair(seed)
    odds = comparer.odds(one, two)
    links = [comparer.link(a, b) for a, b in zip(one.tolist(), two.tolist(), strict=True)]
    assert [value == -np.inf for value in odds] == [link.never for link in links]
    open_ = np.flatnonzero(odds > -np.inf)
    assert odds[open_] == pytest.approx([max(links[n].odds, LEAST) for n in open_], abs=1e-8)
    open_ = open_[odds[open_] != VETOED]
    for n, why in zip(open_, comparer.reasons(one[open_], two[open_], odds[open_]), strict=True):
        assert why.reason == links[n].why.reason
        assert why.value == pytest.approx(links[n].why.value, abs=1e-8)


def test_records_try_every_feature():
    """Or the tests above would prove little."""
    met = set()
    for seed in range(60):
        comparer, one, two = every_pair(seed)
        compared = comparer.compared(one, two)
        met |= {feature.name for feature in FEATURES if compared.values(feature.name).any()}
    assert met == {feature.name for feature in FEATURES}


def test_a_feature_without_a_column_is_worked_out_pair_by_pair(monkeypatch):
    comparer, one, two = every_pair(3)
    with_column = comparer.compared(one, two).values("same_trigger")
    monkeypatch.delattr(Compared, "same_trigger")
    assert comparer.compared(one, two).values("same_trigger").tolist() == with_column.tolist()


def test_one_pair_does_not_depend_on_what_is_compared_with_it():
    comparer, one, two = every_pair(5)
    alone = [float(comparer.odds(one[n : n + 1], two[n : n + 1])[0]) for n in range(len(one))]
    assert comparer.odds(one, two).tolist() == alone


def test_a_weight_of_nothing_is_not_worked_out():
    comparer, one, two = every_pair(1)
    nothing = dict.fromkeys([*(feature.name for feature in FEATURES), "bias"], 0.0)
    comparer = Comparer(comparer.facts, (), Weights(nothing | {"bias": 0.5}, nothing))
    odds = comparer.odds(one, two)
    assert set(odds[odds > -np.inf].tolist()) <= {0.0, 0.5, VETOED}


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sets(st.integers(0, 90), max_size=80), min_size=2, max_size=6))
def test_what_two_lists_share(rows):
    table = Ragged.of([sorted(row) for row in rows])
    one, two = (index.astype(np.int64) for index in np.triu_indices(len(rows)))
    weights = np.arange(100, dtype=np.int64) + 1000
    both = [rows[a] & rows[b] for a, b in zip(one, two, strict=True)]
    assert shared(table, table, one, two).tolist() == [len(found) for found in both]
    assert shared(table, table, one, two, weights).tolist() == [sum(1000 + n for n in found) for found in both]


def test_pairs_come_once_and_sorted_however_they_are_put_together(monkeypatch):
    documents, claims = record(11, size=60)
    comparer = Comparer(gather(documents, claims), documents)
    pairs = comparer.candidates().tolist()
    assert pairs == sorted(pairs)
    assert len({tuple(pair) for pair in pairs}) == len(pairs) > 100
    assert all(one < two for one, two in pairs)
    monkeypatch.setattr(blocking, "AT_MOST", 1)
    assert comparer.candidates().tolist() == pairs
