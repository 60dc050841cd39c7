"""Claims on the development set, by the gold's own scorer, through `vigil extract` as anyone would run it.

python -m bench.claims [--split dev]
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.gold import module, need, read

#: The prototype's figures (gold/claims/README.md): the floor.
FLOOR = {
    "detection": 0.720, "claim": 0.616, "agent": 0.484, "target": 0.450, "place": 0.474, "from": 0.349,
    "instrument": 0.367, "argument": 0.463, "source": 0.402, "counts": 0.413, "source_kind": 0.758, "status": 0.840,
    "status_rare": 0.561, "stance": 0.969, "stance_rare": 0.312, "mode": 0.621, "date": 0.0,
}  # fmt: skip


def main() -> None:
    """Extract, score, print beside the floor."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--split", default="dev")
    args = parser.parse_args()
    gold, scorer = need(f"claims/{args.split}.jsonl", "claims/claimset.py")
    with tempfile.TemporaryDirectory() as folder:
        found = Path(folder) / "found.jsonl"
        subprocess.run([sys.executable, "-m", "vigil.cli", "extract", str(gold), str(found)], check=True)
        result = module(scorer).score(read(gold), read(found))
    print(f"{'figure':12} {'measured':>8} {'floor':>6}")
    for name, floor in FLOOR.items():
        value = result[name]["f1"] if name in result else result["accuracy"][name]["right"]
        print(f"{name:12} {value:8.3f} {floor:6.3f}{'' if round(value, 3) >= floor else '  UNDER'}")


if __name__ == "__main__":
    main()
