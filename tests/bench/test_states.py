"""The share that bench.states prints: missing and invented things both count against it."""

from __future__ import annotations

import pytest

from bench.states import share


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
