"""The share that bench.states prints: missing and invented things both count against it."""

from __future__ import annotations

import pytest

from bench.states import recall, share


@pytest.mark.parametrize(
    ("want", "have", "value"),
    [
        ("abcd", "abcd", 1.0),
        ("abcd", "dcb", 0.75),
        ("ab", "abcd", 0.5),
        ("aab", "ab", 2 / 3),
        ("ab", "", 0.0),
        ("", "", 0.0),
    ],
)
def test_share(want: str, have: str, value: float) -> None:
    assert share(want, have) == pytest.approx(value)


def test_recall_does_not_count_what_was_found_beside() -> None:
    assert recall("ab", "abcd") == 1.0
    assert recall("abcd", "dcx") == 0.5
    assert recall("", "x") == 0.0
