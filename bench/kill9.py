"""Kill -9 at random moments of a run, start again, compare the export with an undisturbed run's, byte for byte.

python -m bench.kill9 --times 20 [--seed 1] [--theatre DIR] SOURCE...

Each trial has a record of its own, is killed at one random moment of the run's length (measured once, undisturbed), and
is started again; every fourth is killed twice. Prints one line a trial and exits 1 when an export differs.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol


class Task(Protocol):
    """A run in a process of its own."""

    def wait(self, seconds: float | None) -> int | None:
        """The exit code, or None when it is still running after some seconds (None: however long)."""
        ...

    def kill(self) -> None:
        """SIGKILL."""
        ...


class Command:
    """A Task made of a command line."""

    def __init__(self, *words: str) -> None:
        self._process = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def wait(self, seconds: float | None) -> int | None:
        """See Task."""
        try:
            return self._process.wait(timeout=seconds)
        except subprocess.TimeoutExpired:
            return None

    def kill(self) -> None:
        """See Task."""
        self._process.kill()
        self._process.wait()


@dataclass(frozen=True, slots=True)
class Trial:
    """One record whose run was killed. ``kills`` are shares of the undisturbed run's length."""

    kills: tuple[float, ...]
    hit: int  # how many kills found the run still going
    same: bool


def trials(
    job: Callable[[Path], Task],
    dump: Callable[[Path], bytes],
    *,
    times: int,
    seed: int = 1,
    codes: Sequence[int] = (0, 1),
) -> list[Trial]:
    """Run ``times`` trials: ``job`` starts a run on a record, ``dump`` prints the record.

    ``codes`` are the exit codes of a finished run. Raises RuntimeError when a run that nobody killed ends otherwise.
    """
    dice = random.Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        calm = Path(folder) / "calm.db"
        started = time.monotonic()
        _finish(job(calm), codes)
        length = time.monotonic() - started
        expected = dump(calm)
        found = []
        for number in range(times):
            record = Path(folder) / f"trial{number}.db"
            kills = tuple(dice.uniform(0.02, 1.0) for _ in range(2 if number % 4 == 3 else 1))
            hit = sum(_kill_at(job(record), share * length) for share in kills)
            _finish(job(record), codes)
            found.append(Trial(kills, hit, dump(record) == expected))
    return found


def _kill_at(task: Task, seconds: float) -> bool:
    running = task.wait(seconds) is None
    if running:
        task.kill()
    return running


def _finish(task: Task, codes: Sequence[int]) -> None:
    code = task.wait(None)
    if code not in codes:
        raise RuntimeError(f"a run that nobody killed ended with {code}")


def main() -> int:
    """The trials with the real command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("source", nargs="+")
    parser.add_argument("--times", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--theatre", action="append", default=[], help="a theatre pack's folder")
    options = parser.parse_args()
    vigil = [sys.executable, "-m", "vigil.cli"]
    extra = [word for folder in options.theatre for word in ("--theatre", folder)]
    found = trials(
        lambda db: Command(*vigil, "run", *options.source, *extra, "--db", str(db)),
        lambda db: (
            subprocess.run(
                [*vigil, "export", "--format", "jsonl", "--db", str(db)], check=True, capture_output=True
            ).stdout
        ),
        times=options.times,
        seed=options.seed,
    )
    for number, trial in enumerate(found, 1):
        shares = ", ".join(f"{share:.0%}" for share in trial.kills)
        print(f"{number:3}  killed at {shares} ({trial.hit} while running)  {'same' if trial.same else 'DIFFERS'}")
    same = sum(trial.same for trial in found)
    print(f"{same} of {len(found)} exports identical to the undisturbed run's")
    return 0 if same == len(found) else 1


if __name__ == "__main__":
    sys.exit(main())
