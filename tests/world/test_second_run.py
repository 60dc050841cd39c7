"""The main job in two processes, each with its own order of sets: the record is the same to the last byte."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

WORLD = Path(__file__).parent


def vigil(seed: str, *words: str, allowed: int = 0) -> str:
    """One command with a seed for the order of sets; what it printed."""
    command, order = [sys.executable, "-m", "vigil.cli", *words], {"PYTHONHASHSEED": seed}
    done = subprocess.run(command, env=os.environ | order, capture_output=True, text=True, check=False)
    assert done.returncode == allowed, done.stderr
    return done.stdout


def test_a_second_run_gives_the_same_record(tmp_path: Path) -> None:
    made = []
    for seed in ("1", "2"):
        db = str(tmp_path / f"{seed}.db")
        # The world has one broken file on purpose, so the run ends with 1.
        vigil(seed, "run", str(WORLD / "articles"), "--theatre", str(WORLD / "pack"), "--db", db, allowed=1)
        # Documents, claims, events and states.
        made.append(vigil(seed, "export", "--db", db))
    assert made[0].count("\n") > 300
    assert made[0] == made[1]
