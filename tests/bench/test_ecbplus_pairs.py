"""Documents cut into stories, and mentions joined by a fitted table of pairs."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest

from bench.ecbplus_again import again
from bench.ecbplus_pairs import average_linkage, compared, fit
from bench.ecbplus_words import Mention, head, lexicon, synonyms
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


WORDS = lexicon(MENTIONS)


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


def test_a_head_is_known_by_its_chains() -> None:
    other = mention("f", AWARD[2], "prize", "another")
    found = lexicon([*MENTIONS, other])
    # Of the three pairs of prizes one is of one chain; both quakes are; heads never seen have the mean of the two.
    assert found.one_chain[head("prize")] < found.one_chain["never seen"] < found.one_chain[head("quake")]
    assert head("tremor") not in found.one_chain
    assert found.alone[head("prize")] > found.alone[head("quake")]


def test_words_beside_a_mention_are_compared() -> None:
    alike = [mention("a", "Officials fear the quake struck Velm", "quake", "q"), MENTIONS[0]]
    same, _ = compared(
        [alike[0], replace(alike[0], document=article("g", "Officials fear the quake struck Velm"))], WORDS
    )
    other, _ = compared(alike, WORDS)
    assert (same > other).sum() >= 4  # the stems before and after, plain and those that say something


def test_a_second_look_asks_for_company_and_rivals() -> None:
    # Two documents of two mentions each, one sentence each: 0 and 2 are likely one event, 1 and 3 too, 0 and 3 hardly.
    texts = ["A quake and the prize", "The quake and its prize"]
    found = [
        mention(name, text, word, word) for name, text in zip("ab", texts, strict=True) for word in ("quake", "prize")
    ]
    odds = np.array([-9.0, 4.0, -4.0, -4.0, 4.0, -9.0])  # 0-1, 0-2, 0-3, 1-2, 1-3, 2-3
    values = again(found, odds)
    summed, mean, worse, better = values[:, 6:].T
    assert summed[1] == mean[1] == pytest.approx(1 / (1 + np.exp(-4.0)))  # 1 and 3 are 0 and 2's company
    assert summed[2] == pytest.approx(1 / (1 + np.exp(4.0)))  # 1 and 2 are hardly 0 and 3's
    assert summed[0] == summed[5] == 0.0  # within a document there is neither
    assert worse[1] > 0.9
    assert worse[2] < -0.9
    assert better[2] < -0.9
    assert values[1, 0] == 4.0
    assert values[0, 0] == -5.0  # cut


def test_a_fitted_table_joins_what_means_the_same() -> None:
    values, within = compared(MENTIONS, lexicon(MENTIONS))
    same = np.array([a.chain == b.chain for a, b in combinations(MENTIONS, 2)])
    model = fit([(values, within, same), (values, ~within, same)])
    groups = average_linkage(model(values, within), len(MENTIONS), join=0.0)
    assert sorted(map(sorted, groups)) == [[0, 1, 2], [3, 4]]


def test_average_linkage_weighs_all_pairs_of_two_groups() -> None:
    # 0-1 join first; 2 is near 1 but so far from 0 that the mean of both pairs is below the join.
    odds = np.array([5.0, -9.0, 3.0])  # 0-1, 0-2, 1-2
    assert average_linkage(odds, 3, join=0.0) == [[0, 1], [2]]
    assert sorted(average_linkage(np.array([5.0, -1.0, 3.0]), 3, join=0.0)[0]) == [0, 1, 2]
