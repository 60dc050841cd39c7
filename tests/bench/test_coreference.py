"""Coreference scores on the worked example of Pradhan et al. (2014), and the pairing against trying all orders."""

from __future__ import annotations

import itertools
import random

import numpy as np
import pytest

from bench.coreference import b_cubed, best_pairing, ceaf_e, chains_of, conll, muc, without_singletons

#: Pradhan et al. (2014), figure 1: a mention missed (e), two invented (h, i), one put with the wrong chain (c).
KEY = chains_of(["abc", "defg"])
RESPONSE = chains_of(["ab", "cd", "fghi"])


def test_muc_of_the_worked_example() -> None:
    found = muc(KEY, RESPONSE)
    assert (found.recall, found.of_gold, found.precision, found.of_ours) == (2, 5, 2, 5)
    assert found.f1 == pytest.approx(0.4)


def test_b_cubed_of_the_worked_example() -> None:
    found = b_cubed(KEY, RESPONSE)
    assert found.recall / found.of_gold == pytest.approx(5 / 12)
    assert found.precision / found.of_ours == pytest.approx(1 / 2)


def test_ceaf_e_of_the_worked_example() -> None:
    found = ceaf_e(KEY, RESPONSE)
    assert found.recall == pytest.approx(1.3)
    assert found.f1 == pytest.approx(0.52)


def test_the_conll_score_is_their_mean() -> None:
    figures = conll(KEY, RESPONSE)
    assert figures["CoNLL"] == pytest.approx((0.4 + 5 / 11 + 0.52) / 3)


def test_the_same_chains_score_one_and_all_apart_score_no_link() -> None:
    assert set(conll(KEY, KEY).values()) == {1.0}
    apart = chains_of("abcdefg")
    assert muc(KEY, apart).f1 == 0.0
    assert b_cubed(KEY, apart).recall == pytest.approx(2.0)
    # Two of seven lone mentions can stand for the two chains: 2 / (3 + 1) and 2 / (4 + 1).
    assert ceaf_e(KEY, apart).recall == pytest.approx(0.5 + 0.4)


def test_singletons_are_left_out_on_request() -> None:
    assert set(without_singletons(chains_of(["ab", "c"]))) == {"a", "b"}


@pytest.mark.parametrize("seed", range(30))
def test_the_pairing_is_as_good_as_trying_all_orders(seed: int) -> None:
    dice = random.Random(seed)
    rows, columns = dice.randint(1, 5), dice.randint(1, 6)
    worth = np.array([[round(dice.random(), 2) * (dice.random() < 0.6) for _ in range(columns)] for _ in range(rows)])
    small = worth if rows <= columns else worth.T
    orders = itertools.permutations(range(small.shape[1]), small.shape[0])
    best = max(sum(small[i, j] for i, j in enumerate(order)) for order in orders)
    assert best_pairing(worth) == pytest.approx(best)
