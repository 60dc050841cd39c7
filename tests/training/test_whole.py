"""Files that a stopped training goes on by."""

from __future__ import annotations

from pathlib import Path

import pytest

from training.reader.whole import put


def halted(path: Path) -> None:
    """Writes half of a file and is stopped."""
    path.write_text("ha")
    raise KeyboardInterrupt


def test_a_half_written_file_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        put(tmp_path / "last.pt", halted)
    assert not (tmp_path / "last.pt").exists()


def test_a_file_stays_as_it_was_until_the_new_one_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "last.pt"
    put(path, lambda beside: beside.write_text("first"))
    with pytest.raises(KeyboardInterrupt):
        put(path, halted)
    assert path.read_text() == "first"
    put(path, lambda beside: beside.write_text("second"))
    assert [each.name for each in tmp_path.iterdir()] == ["last.pt"]
    assert path.read_text() == "second"
