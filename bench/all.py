"""`make bench`: every benchmark, one after the other; each says when its data is not there."""

from __future__ import annotations

import os
import subprocess
import sys

from bench.gold import GOLD

BENCHES: tuple[tuple[str, ...], ...] = (
    ("bench.claims",),
    ("bench.dates", "--gold", str(GOLD)),
    ("bench.counts", "--gold", str(GOLD / "claims")),
    ("bench.places",),
    ("bench.actors",),
    ("bench.fusion", str(GOLD / "events/train.jsonl"), str(GOLD / "events/eventset.py")),
)


def main() -> None:
    """Run them; the exit code is the worst of theirs."""
    worst = 0
    for words in BENCHES:
        print(f"\n## python -m {' '.join(word.replace(os.fspath(GOLD), 'GOLD') for word in words)}\n", flush=True)
        worst = max(worst, subprocess.run([sys.executable, "-m", *words], check=False).returncode)
    sys.exit(worst)


if __name__ == "__main__":
    main()
