"""Words that say where, and words that do not."""

from __future__ import annotations

import pytest

from vigil.model.wording import is_capitalised, says_where


@pytest.mark.parametrize(
    "words", ["it", "northern", "a province", "the city", "there", "the northern areas", "", "this town"]
)
def test_of_these_nobody_learns_where(words: str) -> None:
    assert not says_where(words)


@pytest.mark.parametrize("words", ["a hospital", "Velm", "the border", "Velm province", "كفرنبل"])
def test_of_these_somebody_does(words: str) -> None:
    assert says_where(words)


def test_names_have_capitals_or_a_script_without() -> None:
    assert is_capitalised("al-Velm")
    assert is_capitalised("كفرنبل")
    assert not is_capitalised("a safehouse")
