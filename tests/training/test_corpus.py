"""Which texts a training reads."""

from __future__ import annotations

from pathlib import Path

from training.reader.corpus import LATER, WAITING, training_lines


def test_texts_that_wait_are_read_only_where_they_are_named() -> None:
    written = training_lines(Path("no gold is needed"), ["written/"])
    assert set(WAITING).isdisjoint(written)
    assert {name for name in LATER if name.startswith("written/")} <= set(written)
    named = training_lines(Path("no gold is needed"), ["written/plans", "written/broad"])
    assert set(named) == {"written/plans", "written/broadsheet", "written/broadsheet-2"}
    assert sum(len(line["claims"]) for line in named["written/plans"]) > 600
