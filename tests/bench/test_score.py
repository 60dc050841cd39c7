"""The arithmetic of the benchmarks, on examples that can be counted by hand."""

from __future__ import annotations

import itertools
import random

import pytest

from bench.attribution import overlap, tally, without_article
from bench.muc4 import ceaf_ree, joined
from bench.score import Tally, accuracy, by_class, macro_f1, pairs, weighted_f1


def _names(*entities: str) -> list[frozenset[str]]:
    return [frozenset(entity.split("/")) for entity in entities]


def test_pairs_finds_what_taking_the_first_fit_misses() -> None:
    # "a" fits both, "b" only what "a" would take first.
    assert pairs(["a", "b"], ["ab", "a"], lambda one, two: one in two) == 2


@pytest.mark.parametrize("seed", range(20))
def test_pairs_is_as_good_as_trying_all_orders(seed: int) -> None:
    dice = random.Random(seed)
    fit = [[dice.random() < 0.4 for _ in range(5)] for _ in range(4)]
    best = max(sum(fit[i][j] for i, j in enumerate(order)) for order in itertools.permutations(range(5), 4))
    assert pairs(range(4), range(5), lambda i, j: fit[i][j]) == best


def test_ceaf_ree_counts_a_string_of_the_alternatives() -> None:
    gold = {"Victim": _names("mayor/abel kane", "guard"), "Weapon": _names("dynamite")}
    ours = {"Victim": _names("abel kane", "driver"), "Weapon": _names("bomb")}
    found = ceaf_ree(gold, ours)
    assert (found["Victim"].right, found["Victim"].found, found["Victim"].gold) == (1, 2, 2)
    assert found["Weapon"].f1 == 0.0
    assert found["PerpInd"].gold == 0


def test_ceaf_ree_gives_one_gold_entity_to_one_prediction() -> None:
    found = ceaf_ree({"Victim": _names("mayor/abel kane")}, {"Victim": _names("mayor", "abel kane")})["Victim"]
    assert (found.precision, found.recall) == (0.5, 1.0)


def test_ceaf_ree_aligns_where_greedy_is_wrong() -> None:
    # "men" is a string of both; taking the first gold entity for it leaves "gunmen" nothing.
    found = ceaf_ree({"PerpInd": _names("men/gunmen", "men")}, {"PerpInd": _names("men", "gunmen")})["PerpInd"]
    assert found.f1 == 1.0


def test_ceaf_ree_refuses_an_entity_with_a_foreign_string() -> None:
    found = ceaf_ree({"Victim": _names("mayor/abel kane")}, {"Victim": _names("mayor/driver")})["Victim"]
    assert found.right == 0


def test_templates_share_entities() -> None:
    empty: dict[str, list[list[list[object]]]] = {"PerpOrg": [], "Target": [], "Victim": [], "Weapon": []}
    templates = [
        {**empty, "PerpInd": [[["The Rebels", 3]], [["column", 9]]]},
        {**empty, "PerpInd": [[["rebels", 3], ["rebel column", 30]]]},
    ]
    assert sorted(map(sorted, joined(templates)["PerpInd"])) == [["column"], ["rebel column", "rebels"]]


def test_spans_are_counted_once_and_one_to_one() -> None:
    gold, ours = [(0, 10), (20, 30)], [(2, 8), (2, 8), (8, 12), (50, 60)]
    near = tally(gold, ours, gold, exact=False)
    assert (near.found, near.right, near.gold, near.met) == (3, 1, 2, 1)
    assert tally(gold, [(0, 10)], gold, exact=True).right == 1
    assert tally(gold, ours, gold, exact=True).right == 0


def test_reachable_lowers_what_is_asked_for_and_not_what_is_right() -> None:
    found = tally([(0, 10), (20, 30)], [(20, 30)], [(0, 10)], exact=True)
    assert (found.precision, found.recall) == (1.0, 0.0)


def test_overlap_ends_where_the_span_ends() -> None:
    assert overlap((0, 5), (4, 9))
    assert not overlap((0, 5), (5, 9))


def test_an_article_is_put_aside_only_before_something() -> None:
    text = "The ministry said the"
    assert without_article(text, (0, 12)) == (4, 12)
    assert without_article(text, (18, 21)) == (18, 21)


def test_f1_over_classes() -> None:
    tallies = by_class(["a", "a", "a", "b"], ["a", "a", "b", ""])
    assert tallies["a"].f1 == pytest.approx(0.8)
    assert tallies["b"].f1 == 0.0
    assert macro_f1(tallies.values()) == pytest.approx(0.4)
    assert weighted_f1(tallies.values()) == pytest.approx(0.6)
    assert accuracy(["a", "b"], ["a", ""]) == 0.5


def test_nothing_asked_and_nothing_found_is_no_division_by_zero() -> None:
    assert Tally().f1 == 0.0
    assert macro_f1([]) == weighted_f1([]) == accuracy([], []) == 0.0
