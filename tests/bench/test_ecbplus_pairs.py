"""Documents cut into stories, and mentions joined by a fitted table of pairs."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest

from bench.ecbplus_pairs import Mention, average_linkage, compared, fit, head, synonyms
from bench.normalised_cut import halves, stories
from tests.fuse.builders import article, claim

TREMOR = ["A quake shook Velm harbour", "The tremor shook Velm port and harbour", "Velm harbour shut after the quake"]
AWARD = ["Amin Sorel won a film prize", "The film prize went to Amin Sorel", "Sorel took the prize for a film"]


def mention(name: str, text: str, words: str, chain: str) -> Mention:
    document = article(name, text)
    said = {"quake": 0, "tremor": 0, "prize": 1}[words]
    states = np.zeros((3, 4), dtype=np.float32)
    states[:, said] = 1.0
    return Mention(claim(document, words, "attack"), document, states, chain, "all", head(words))


MENTIONS = [
    mention("a", TREMOR[0], "quake", "q"),
    mention("b", TREMOR[1], "tremor", "q"),
    mention("c", TREMOR[2], "quake", "q"),
    mention("d", AWARD[0], "prize", "p"),
    mention("e", AWARD[1], "prize", "p"),
]


def test_stories_are_cut_where_they_have_least_in_common() -> None:
    found = stories([*TREMOR, *AWARD], cost=0.6)
    assert len(set(found[:3])) == len(set(found[3:])) == 1
    assert found[0] != found[3]
    linked = [*TREMOR, *AWARD, "A quake shook Velm harbour as Amin Sorel took the film prize"]
    assert set(stories(linked, cost=0.0)) == {0}
    assert stories([], 0.6) == []


def test_the_cheapest_cut_costs_nothing_between_parts_that_share_nothing() -> None:
    likeness = np.kron(np.eye(2), np.ones((3, 3)))
    cost, one, two = halves(likeness)
    assert cost == pytest.approx(0.0, abs=1e-4)
    assert sorted([one.tolist(), two.tolist()]) == [[0, 1, 2], [3, 4, 5]]


def test_heads_seen_in_one_chain_are_synonyms() -> None:
    found = synonyms(MENTIONS)
    assert set(found) == {(head("quake"), head("tremor"))}
    assert 0 < found[head("quake"), head("tremor")] < 1


def test_a_fitted_table_joins_what_means_the_same() -> None:
    values, within = compared(MENTIONS, synonyms(MENTIONS))
    same = np.array([a.chain == b.chain for a, b in combinations(MENTIONS, 2)])
    model = fit([(values, within, same), (values, ~within, same)])
    groups = average_linkage(model(values, within), len(MENTIONS), join=0.0)
    assert sorted(map(sorted, groups)) == [[0, 1, 2], [3, 4]]


def test_average_linkage_weighs_all_pairs_of_two_groups() -> None:
    # 0-1 join first; 2 is near 1 but so far from 0 that the mean of both pairs is below the join.
    odds = np.array([5.0, -9.0, 3.0])  # 0-1, 0-2, 1-2
    assert average_linkage(odds, 3, join=0.0) == [[0, 1], [2]]
    assert sorted(average_linkage(np.array([5.0, -1.0, 3.0]), 3, join=0.0)[0]) == [0, 1, 2]
