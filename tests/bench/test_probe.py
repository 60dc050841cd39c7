"""The unshipped head learns what can be learnt, and is never asked about what it has seen."""

from __future__ import annotations

import numpy as np

from bench.probe import PARTS, cross_validated


def test_it_separates_what_is_separable() -> None:
    labels = ["a", "b", "c"] * 20
    rows = np.array([[label == name for name in "abc"] for label in labels], dtype=np.float64)
    assert cross_validated(rows, labels) == labels


def test_it_cannot_know_a_text_by_heart() -> None:
    # One text a row of its own: a head that had seen it would answer right.
    labels = [f"label {number}" for number in range(3 * PARTS)]
    assert not any(a == b for a, b in zip(cross_validated(np.eye(3 * PARTS), labels), labels, strict=True))
