"""Which triggers pass two is asked about, and which in one call; and a reader that is told to stop."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.extract.test_reader import document
from tests.extract.test_reader import reader as reader  # a fixture
from vigil.extract.decode import FoundTrigger
from vigil.extract.reader import BATCH, CALL, MOST, Halted, NeuralReader, affordable, parts
from vigil.extract.windows import MAX_PIECE, Piece


def trigger(number: int, size: int, score: float = 0.5) -> FoundTrigger:
    return FoundTrigger(Piece(number, 0, size), number, number + 1, 0, score, np.ones(1, dtype=np.float32))


def size_of(one: FoundTrigger) -> int:
    return one.piece.end - one.piece.start


@given(st.lists(st.integers(1, MAX_PIECE), max_size=120))
def test_each_trigger_is_asked_once_beside_others_of_like_length(sizes: list[int]) -> None:
    asked = [trigger(n, size) for n, size in enumerate(sizes)]
    found = list(parts(asked))
    assert sorted(one.start for part in found for one in part) == list(range(len(sizes)))
    assert [[one.start for one in part] for part in found] == [
        [one.start for one in part] for part in parts(asked[::-1])
    ]
    for part in found:
        assert 1 <= len(part) <= BATCH
        # No step in length was dearer than a call.
        assert all(n * (size_of(part[n]) - size_of(part[n - 1])) <= CALL for n in range(1, len(part)))


@given(st.lists(st.tuples(st.integers(1, MAX_PIECE), st.floats(0, 1)), max_size=120))
def test_the_surest_triggers_are_kept_up_to_a_bound(given_: list[tuple[int, float]]) -> None:
    found = [trigger(n, size, score) for n, (size, score) in enumerate(given_)]
    kept = affordable(found)
    assert sum(map(size_of, kept)) <= MOST
    left = [one for one in found if all(one is not other for other in kept)]
    if left:
        assert min(one.score for one in kept) >= max(one.score for one in left)
        assert sum(map(size_of, kept)) > MOST - MAX_PIECE


def test_a_reader_that_is_halted_stops_at_its_next_window(reader: NeuralReader) -> None:
    text = document("The army shelled Velm.")
    reader.halt(True)
    with pytest.raises(Halted):
        reader.read_one(text)
    reader.halt(False)
    assert len(reader.read_one(text)) == 1
