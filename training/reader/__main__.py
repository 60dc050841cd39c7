"""The shipped weights again, by one command: three stages of training, tables of words, export, the gate.

    python -m training.reader --gold ../shared/gold --base FOLDER --run training/out --out vigil/extract/weights

Each step keeps its checkpoints under --run and is passed over when it is done, so that a stopped run goes on.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

#: All texts twice over, the second time with the claims' classes weighing more, then the gold alone: its habits are the ones
#: that are measured.
STAGES: tuple[tuple[str, str], ...] = (
    # --later: as the shipped weights met these texts, which were annotated and written while the first epochs ran.
    (
        "one",
        "--epochs 5 --batch 4 --lr 3e-4 --score-from 2 --later coded/rams=1 coded/muc4=1 written/summaries=1 "
        "written/dispatches=2 written/foreign-desk=2 written/reactions=2 written/clauses=9",
    ),
    (
        "two",
        "--epochs 3 --batch 4 --lr 2e-4 --score-from 0 --seed 21 --class-weight 2 --span-weights 2.5 2.5 3 1.5",
    ),
    (
        "three",
        "--epochs 2 --batch 4 --lr 6e-5 --score-from 0 --seed 22 --only gold --class-weight 2.5 "
        "--span-weights 2.5 2.5 3 1.5",
    ),
)


def main() -> None:
    """Run what is not done yet; stops at the first step that fails."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=Path("../shared/gold"))
    parser.add_argument("--base", type=Path, required=True, help="folder of the base model (model.safetensors)")
    parser.add_argument("--run", type=Path, default=Path("training/out"), help="checkpoints and logs")
    parser.add_argument("--out", type=Path, default=Path("vigil/extract/weights"))
    args = parser.parse_args()
    if not (args.gold / "claims/train.jsonl").exists():
        raise SystemExit(f"no claims gold in {args.gold}: --gold names its folder")
    given = ["--gold", str(args.gold), "--base", str(args.base)]
    start: list[str] = []
    for name, options in STAGES:
        out = args.run / name
        if not (out / "last.pt").exists():
            step("training.reader.train", *given, "--out", str(out), *options.split(), *start)
        start = ["--start", str(out / "last.pt")]
    step("training.wording", "--gold", str(args.gold), "--out", str(args.out))  # thresholds are chosen with it
    step("training.reader.export", *given, "--checkpoint", start[1], "--out", str(args.out))
    step("training.gate", "--gold", str(args.gold), "--out", str(args.out))


def step(module: str, *options: str) -> None:
    """One program; its failure is ours."""
    print(f"== python -m {module} {' '.join(options)}", flush=True)
    subprocess.run([sys.executable, "-m", module, *options], check=True)


if __name__ == "__main__":
    main()
