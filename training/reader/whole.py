"""Files that are there whole or not at all: a training that was stopped goes on by what is there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path


def put(path: Path, write: Callable[[Path], object]) -> None:
    """``write`` the file beside its place, then move it there. Where ``write`` raises, ``path`` stays as it was."""
    beside = path.with_name(f"{path.name}.tmp")
    write(beside)
    beside.replace(path)
