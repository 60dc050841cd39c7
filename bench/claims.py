"""Claims on the development set, by the gold's own scorer, through `vigil extract` as anyone would run it.

python -m bench.claims [--split dev] [--json FILE]
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.gold import module, need, read
from bench.table import Figure, keep, option

#: The prototype's figures (gold/claims/README.md): the floor.
FLOOR = {
    "detection": 0.720, "claim": 0.616, "agent": 0.484, "target": 0.450, "place": 0.474, "from": 0.349,
    "instrument": 0.367, "argument": 0.463, "source": 0.402, "counts": 0.413, "source_kind": 0.758, "status": 0.840,
    "status_rare": 0.561, "stance": 0.969, "stance_rare": 0.312, "mode": 0.621, "date": 0.0,
}  # fmt: skip
#: What issue 3 asks for on this development set.
TARGET = {
    "detection": 0.80, "claim": 0.72, "argument": 0.58, "source": 0.58, "counts": 0.58, "source_kind": 0.85,
    "status": 0.90, "status_rare": 0.72, "stance_rare": 0.60, "mode": 0.78, "date": 0.70,
}  # fmt: skip


def measure(split: str = "dev") -> list[Figure]:
    """Extract and score; each figure beside what was asked for, or else the prototype's."""
    gold, scorer = need(f"claims/{split}.jsonl", "claims/claimset.py")
    with tempfile.TemporaryDirectory() as folder:
        found = Path(folder) / "found.jsonl"
        subprocess.run([sys.executable, "-m", "vigil.cli", "extract", str(gold), str(found)], check=True)
        result = module(scorer).score(read(gold), read(found))
    values = {name: result[name]["f1"] if name in result else result["accuracy"][name]["right"] for name in FLOOR}
    return [_figure(name, value) for name, value in values.items()]


def _figure(name: str, value: float) -> Figure:
    if name in TARGET:
        return Figure("claims", name, value, TARGET[name], "asked for by issue 3")
    return Figure("claims", name, value, FLOOR[name], "the prototype's floor")


def main() -> None:
    """Print the figures beside the floor and the target; UNDER is under the floor."""
    parser = option(argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter))
    parser.add_argument("--split", default="dev")
    args = parser.parse_args()
    figures = measure(args.split)
    print(f"{'figure':12} {'measured':>8} {'floor':>6} {'target':>7}")
    for figure in figures:
        floor, target = FLOOR[figure.name], TARGET.get(figure.name)
        asked = f"{'-' if target is None else format(target, '.3f'):>7}"
        under = "" if round(figure.value, 3) >= floor else "  UNDER"
        print(f"{figure.name:12} {figure.value:8.3f} {floor:6.3f} {asked}{under}")
    keep(figures, args.json)


if __name__ == "__main__":
    main()
