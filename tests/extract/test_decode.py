"""Which tokens are one run, and how sure it is."""

from __future__ import annotations

import numpy as np
import pytest

from vigil.extract.assemble import _surest, one_name
from vigil.extract.decode import runs
from vigil.model.text import Span


def found(
    inside: list[float], begins: set[int] = frozenset({0}), size: int | None = None
) -> list[tuple[int, int, float]]:
    """(first, end, score) of one role's runs at a threshold of .6; tokens in ``begins`` are rather B than I."""
    chances = np.array(
        [[1 - x, x * (0.9 if n in begins else 0.1), x * (0.1 if n in begins else 0.9)] for n, x in enumerate(inside)]
    )
    given = runs(chances[None, None].astype(np.float32), [size or len(inside)], np.array([[0.6]], dtype=np.float32))
    return [(first, end, pytest.approx(score)) for _, _, first, end, score in given]


def test_a_run_holds_one_sure_token_and_the_half_sure_ones_beside_it() -> None:
    assert found([0.1, 0.4, 0.9, 0.31, 0.29]) == [(1, 4, 0.9)]


def test_half_sure_tokens_alone_are_no_run() -> None:
    assert found([0.5, 0.59, 0.4]) == []


def test_the_score_is_that_of_the_sure_tokens() -> None:
    assert found([0.8, 0.6, 0.3]) == [(0, 3, 0.7)]


def test_a_beginning_parts_two_runs_and_each_needs_a_sure_token() -> None:
    assert found([0.9, 0.8, 0.7], {0, 2}) == [(0, 2, 0.85), (2, 3, 0.7)]
    assert found([0.9, 0.8, 0.4], {0, 2}) == [(0, 2, 0.85)]


def test_padding_belongs_to_no_run() -> None:
    assert found([0.9, 0.9, 0.9], size=2) == [(0, 2, 0.9)]


def test_of_two_times_the_surer_is_the_claim_s_and_of_equals_the_nearer() -> None:
    text = "It denied on Thursday that it shelled Velm on Wednesday night."
    first, second, trigger = (
        Span.of(text, text.index(words), text.index(words) + len(words))
        for words in ("Thursday", "Wednesday night", "denied")
    )
    sentence = (0, len(text))
    assert _surest([(first, 0.6), (second, 0.9)], trigger, sentence) == second
    assert _surest([(second, 0.7), (first, 0.7)], trigger, sentence) == first
    assert _surest([(second, 0.7)], trigger, (0, 20)) is None
    assert _surest([], trigger, sentence) is None


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("Red Ridge Brigade", True),
        ("Red\nRidge Brigade", False),
        ("Red The Brigade", False),
        ("Red 4th Brigade", False),
    ],
)
def test_pieces_are_of_one_name_on_one_line_with_nothing_that_parts_names(text: str, is_one: bool) -> None:
    assert one_name(text, (0, 3), (text.index("Brigade"), len(text))) is is_one
