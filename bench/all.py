"""`make bench`: every benchmark in a process of its own, then one table of all figures.

    python -m bench.all [--out FILE] [--only NAME...]

One that fails does not stop the others; one whose data is missing says so; the table names both. Exit code 1 when any
failed.
"""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from bench.gold import GOLD
from bench.table import Figure, markdown, read

ROOT = Path(__file__).resolve().parents[1]
BENCHES: tuple[tuple[str, ...], ...] = (
    ("bench.claims",),
    ("bench.dates", "--gold", str(GOLD)),
    ("bench.counts", "--gold", str(GOLD / "claims")),
    ("bench.places", "--gold", str(GOLD)),
    ("bench.villages", "--gold", str(GOLD)),
    ("bench.event_place", "--gold", str(GOLD)),
    ("bench.actors", "--gold", str(GOLD)),
    ("bench.copies",),
    ("bench.fusion", str(GOLD / "events/train.jsonl"), str(GOLD / "events/eventset.py")),
    ("bench.ecbplus",),
    ("bench.gva",),
    ("bench.states",),
    ("bench.fusion_cost", "--sizes", "1000", "3000", "10000"),
    ("bench.relevance",),
    ("bench.attribution",),
    ("bench.muc4",),
    ("bench.event_types", "--probe"),
    ("bench.incidents",),
    ("bench.speed",),
    ("bench.serve",),
)
#: Names that a benchmark goes by besides its module's.
ALSO = {"types": "event_types"}


def run(words: Sequence[str]) -> tuple[int, list[Figure]]:
    """One benchmark's exit code and figures."""
    with tempfile.TemporaryDirectory() as folder:
        kept = Path(folder) / "figures.json"
        command = [sys.executable, "-m", *words, "--json", str(kept)]
        code = subprocess.run(command, check=False, cwd=ROOT).returncode
        return code, read(kept) if kept.exists() else []


def shown(words: Sequence[str]) -> str:
    """The command as a page may show it: GOLD for the folder of the data."""
    return f"python -m {' '.join(word.replace(os.fspath(GOLD), 'GOLD') for word in words)}"


def header() -> list[str]:
    """What was measured, when and on what."""
    commit = _git("rev-parse", "--short=12", "HEAD") or "unknown"
    dirty = " with uncommitted changes" if _git("status", "--porcelain") else ""
    return [
        "# Benchmarks",
        "",
        f"Commit {commit}{dirty}; {datetime.now(UTC):%Y-%m-%d}; {processor()}, {os.cpu_count()} cores.",
        "",
        "Shares lie between 0 and 1. An anchor is a published or agreed figure, on other texts than ours where its column",
        "says so. GOLD is the folder of the gold data, which is not part of this repository (`VIGIL_GOLD`).",
        "",
    ]  # fmt: skip


def _git(*words: str) -> str:
    try:
        done = subprocess.run(["git", *words], cwd=ROOT, capture_output=True, text=True, check=False)
    except OSError:
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""


def processor() -> str:
    """Its name, from Linux where there is one."""
    try:
        for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.split(":", 1)[1].strip()
    except OSError:
        pass
    return platform.processor() or platform.machine() or "unknown processor"


def named(words: Sequence[str]) -> str:
    """What --only calls a benchmark: its module's name without the package."""
    return words[0].removeprefix("bench.")


def main() -> int:
    """See the module's docstring."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=Path("bench-out/table.md"))
    parser.add_argument(
        "--only",
        nargs="+",
        metavar="NAME",
        type=lambda name: ALSO.get(name, name),
        choices=[named(words) for words in BENCHES],
        help="some of them: claims, dates, ...",
    )
    options = parser.parse_args()
    measured: list[tuple[str, list[Figure]]] = []
    notes: list[str] = []
    failed = False
    for words in BENCHES:
        if options.only and named(words) not in options.only:
            continue
        print(f"\n## {shown(words)}\n", flush=True)
        code, figures = run(words)
        measured.append((shown(words), figures))
        if code:
            failed = True
            notes.append(f"- `{shown(words)}` failed with exit code {code}.")
        elif not figures:
            notes.append(f"- `{shown(words)}` gave no figures: its data is missing.")
    page = "\n".join([*header(), *markdown(measured), *([""] if notes else []), *notes]) + "\n"
    options.out.parent.mkdir(parents=True, exist_ok=True)
    options.out.write_text(page, encoding="utf-8")
    print(f"\n{page}\nwritten to {options.out}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
