"""The table of weights that ships: what is fitted, moved as ``bench.fusion`` says and by nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from bench.fusion import BESIDE, JOIN_PRIOR, JOINS, NAMES, SHIFT, ZERO, best_join, shipped, write_weights
from vigil.fuse.pairs.comparer import Weights, shipped_weights


def test_only_biases_and_the_join_are_moved() -> None:
    fitted = Weights({**ZERO, "same_type": 2.0, "bias": -3.0}, {**ZERO, "bias": -4.0}, join=-0.7)
    moved = shipped(fitted)
    within, across, join = SHIFT
    assert moved.within["bias"] == pytest.approx(-3.0 + within)
    assert moved.across["bias"] == pytest.approx(-4.0 + across)
    assert moved.join == pytest.approx(-0.7 + join)
    assert {name: moved.within[name] for name in NAMES} == {name: fitted.within[name] for name in NAMES}
    assert {name: moved.across[name] for name in NAMES} == {name: fitted.across[name] for name in NAMES}


def test_the_table_is_written_as_it_is_read(tmp_path: Path) -> None:
    weights = shipped_weights()
    write_weights(weights, tmp_path / "weights.yaml", 21)
    read = yaml.safe_load((tmp_path / "weights.yaml").read_text(encoding="utf-8"))
    assert (read["join"], read["within"], read["across"]) == (weights.join, weights.within, weights.across)


def test_a_join_of_which_nothing_speaks_is_the_prior_s() -> None:
    assert best_join([1.7] * len(JOINS)) == JOIN_PRIOR


def test_a_join_leaves_its_prior_for_more_than_a_hair() -> None:
    low = [float(join < JOIN_PRIOR - 0.05) for join in JOINS]
    assert best_join([1.7 + 0.002 * each for each in low]) == JOIN_PRIOR
    assert best_join([1.7 + 0.2 * each for each in low]) < JOIN_PRIOR
    assert best_join([1.7 + join for join in JOINS]) == JOINS[-BESIDE - 1]
