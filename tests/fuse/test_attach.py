"""A new claim is weighed against groups that stand as ``cluster`` weighs groups: what speaks for one event counts more."""

from __future__ import annotations

import pytest

from vigil.fuse.arrivals.attach import attached
from vigil.fuse.clustering.cluster import BILLION, SURE, UNSEEN, Edge, group

JOIN = -0.4


@pytest.mark.parametrize(("lower", "joins"), [(-SURE * 2.0 + 1.0, True), (-SURE * 2.0 - 1.0, False)])
def test_one_pair_for_it_outweighs_one_against_as_in_the_whole_record(lower: float, joins: bool) -> None:
    pairs = {(0, 2): 2 * BILLION, (1, 2): round(lower * BILLION)}
    found = attached([[0, 1]], [2], pairs, join=JOIN)
    assert found == ([[0, 1, 2]] if joins else [[0, 1], [2]])
    edges = [Edge("0", "1", 9.0), Edge("0", "2", 2.0), Edge("1", "2", lower)]
    whole = group(["0", "1", "2"], edges, join=JOIN).groups
    assert whole == ((("0", "1", "2"),) if joins else (("0", "1"), ("2",)))


def test_a_pair_that_was_not_compared_counts_against() -> None:
    pairs = {(0, 3): BILLION // 4}
    assert attached([[0, 1, 2]], [3], pairs, join=JOIN) == [[0, 1, 2], [3]]
    assert (SURE / 4 + 2 * UNSEEN) / 3 < JOIN
