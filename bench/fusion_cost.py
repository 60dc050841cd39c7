"""What fusing costs: processor time and memory against the number of claims, on synthetic records (see ``synthetic``).

    python -m bench.fusion_cost [--sizes 1000 10000 100000] [--out FOLDER] [--json FILE] [--parts]

Each size runs in a process of its own, so that one's memory is not another's. Memory is the process's peak, and what of it
was there before fusing (the claims and documents themselves, the interpreter). Written: ``fusion_cost.svg``, both axes
logarithmic, with the line that fits best (least squares on the logarithms); its slope is the exponent. ``--parts`` says,
as it goes on, what each part of a fusion took and how much memory there is after it.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from bench.gold import need, read
from bench.synthetic import record
from bench.table import Figure, keep, option
from vigil.fuse import fuse, fusion
from vigil.fuse.pairs.comparer import Comparer

YEARS = tuple(f"ucdp_ged_syria/syria_{year}.jsonl.gz" for year in (2016, 2017, 2018, 2019))
SIZES = (1000, 3000, 10_000, 30_000, 100_000)
Row = tuple[int, float, float, float]  # claims, processor seconds, MB at most, MB before


#: What a fusion consists of, by the calls that take most of its time.
PARTS: tuple[tuple[Any, str], ...] = (
    (fusion, "origins"), (fusion, "gather"), (Comparer, "edges"), (fusion, "clusters"), (fusion, "_reasons"),
    (fusion.Voices, "all"), (fusion, "joined"), (fusion, "with_parts"),
)  # fmt: skip


def here() -> float:
    """Megabytes of memory that this process holds now."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize() / 2**20


def _said(function: Any, name: str) -> Any:
    def timed(*args: Any, **kwargs: Any) -> Any:
        start = time.process_time()
        found = function(*args, **kwargs)
        print(f"  {name:12} {time.process_time() - start:8.1f} s  {here():7.0f} MB", file=sys.stderr, flush=True)
        return found

    return timed


def one(size: int, *, parts: bool = False) -> Row:
    """Fuse one record here."""
    documents, claims = record([row for path in need(*YEARS) for row in read(path)], size)
    before = here()
    for owner, name in PARTS if parts else ():
        setattr(owner, name, _said(getattr(owner, name), name))
    start = time.process_time()
    fuse(documents, claims)
    took = time.process_time() - start
    return len(claims), took, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, before


def exponent(rows: Sequence[Row]) -> tuple[float, float]:
    """Slope and intercept of log10 seconds over log10 claims. Needs two sizes."""
    slope, intercept = np.polyfit(np.log10([row[0] for row in rows]), np.log10([max(row[1], 1e-6) for row in rows]), 1)
    return float(slope), float(intercept)


def plot(rows: Sequence[Row], slope: float, intercept: float) -> str:
    """The figures as an SVG picture of 640 x 400."""
    low, high = np.log10(rows[0][0]), np.log10(rows[-1][0])
    bottom, top = np.log10(min(row[1] for row in rows)) - 0.3, np.log10(max(row[1] for row in rows)) + 0.3

    def at(claims: float, seconds: float) -> str:
        x = 70 + 540 * (np.log10(claims) - low) / max(high - low, 1e-9)
        y = 350 - 310 * (np.log10(seconds) - bottom) / max(top - bottom, 1e-9)
        return f"{x:.1f},{y:.1f}"

    line = " ".join(at(row[0], 10 ** (intercept + slope * np.log10(row[0]))) for row in (rows[0], rows[-1]))
    dots = "".join(
        '<circle cx="{}" cy="{}" r="4"/>'.format(*at(claims, seconds).split(",")) for claims, seconds, *_ in rows
    )
    words = "".join(
        '<text x="{}" y="{:.1f}">{:,}: {:.1f} s</text>'.format(
            at(claims, seconds).split(",")[0], float(at(claims, seconds).split(",")[1]) - 10, claims, seconds
        )
        for claims, seconds, *_ in rows
    )
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="400" font-family="sans-serif" font-size="11">'
        f'<rect width="640" height="400" fill="white"/><polyline points="{line}" stroke="gray" fill="none"/>{dots}{words}'
        f'<text x="70" y="385">claims, logarithmic; fitted exponent {slope:.2f}</text>'
        '<text x="10" y="20">processor seconds, logarithmic</text></svg>\n'
    )


def main() -> int:
    """Command line; see the module's docstring."""
    parser = option(argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter))
    parser.add_argument("--sizes", type=int, nargs="+", default=list(SIZES))
    parser.add_argument("--out", type=Path, default=Path("bench-out"))
    parser.add_argument("--parts", action="store_true", help="say what each part took")
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    args = parser.parse_args()
    need(*YEARS)
    if args.one:
        print(json.dumps(one(args.one, parts=args.parts)))
        return 0
    rows: list[Row] = []
    for size in sorted(args.sizes):
        command = [sys.executable, "-m", "bench.fusion_cost", "--one", str(size), *(["--parts"] if args.parts else [])]
        claims, took, memory, before = json.loads(
            subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
        )
        rows.append((claims, took, memory, before))
        each = f"{1000 * took / claims:6.2f} ms a claim"
        print(f"{claims:>9,} claims  {took:8.1f} s  {each}  {memory:7.0f} MB ({before:.0f} before)", flush=True)
    figures = [
        figure
        for claims, took, memory, _ in rows
        for figure in (
            Figure("fusion cost", f"{claims:,} claims: processor seconds", round(took, 2)),
            Figure("fusion cost", f"{claims:,} claims: MB at most", round(memory)),
        )
    ]
    if len(rows) > 1:
        slope, intercept = exponent(rows)
        args.out.mkdir(parents=True, exist_ok=True)
        (args.out / "fusion_cost.svg").write_text(plot(rows, slope, intercept), encoding="utf-8")
        print(f"exponent {slope:.2f}; {args.out / 'fusion_cost.svg'}")
        figures.append(Figure("fusion cost", "exponent of time against claims", round(slope, 3)))
    keep(figures, args.json)
    return 0


if __name__ == "__main__":
    sys.exit(main())
