"""The shipped weights again, by one command: five stages of training, their mean, tables of words, export, the gate.

    python -m training.reader --gold ../shared/gold --base FOLDER --run training/out --out vigil/extract/weights

Each step keeps its checkpoints under --run and is passed over when it is done, so that a stopped run goes on.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

from training.reader.corpus import UNSEEN

SPANS = "--span-weights 2.5 2.5 3 1.5"
#: These stages were trained before; it will join the next ones.
WITHOUT = " ".join(f"{name}=99" for name in UNSEEN)
#: Name, the stage that it goes on from, options. All texts in a first cycle and two more; after the
#: second and the third the gold alone, whose habits are the ones that are measured. The shipped weights are the mean of
#: three ends (``average``).
STAGES: tuple[tuple[str, str, str], ...] = (
    # --later: as the shipped weights met these texts, which were annotated and written while the first epochs ran.
    (
        "one",
        "",
        "--epochs 5 --batch 4 --lr 3e-4 --score-from 2 --later coded/rams=1 coded/muc4=1 written/summaries=1 "
        f"written/dispatches=2 written/foreign-desk=2 written/reactions=2 written/clauses=9 {WITHOUT}",
    ),
    (
        "two",
        "one",
        f"--epochs 3 --batch 4 --lr 2e-4 --score-from 0 --seed 21 --class-weight 2 {SPANS} --later {WITHOUT}",
    ),
    (
        "two-gold",
        "two",
        f"--epochs 2 --batch 4 --lr 6e-5 --score-from 0 --seed 22 --only gold --class-weight 2.5 {SPANS}",
    ),
    (
        "three",
        "two",
        f"--epochs 3 --batch 4 --lr 2e-4 --score-from 2 --seed 31 --class-weight 2 {SPANS} --later {WITHOUT}",
    ),
    (
        "three-gold",
        "three",
        f"--epochs 2 --batch 4 --lr 6e-5 --score-from 0 --seed 32 --only gold --class-weight 2.5 {SPANS}",
    ),
)
AVERAGED = ("two-gold", "three", "three-gold")


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
    ends = {name: args.run / name / "last.pt" for name, _, _ in STAGES}
    for name, before, options in STAGES:
        if not ends[name].exists():
            start = ["--start", str(ends[before])] if before else []
            step("training.reader.train", *given, "--out", str(args.run / name), *options.split(), *start)
    mean = args.run / "mean.pt"
    step("training.reader.average", "--out", str(mean), *(str(ends[name]) for name in AVERAGED))
    step("training.wording", "--gold", str(args.gold), "--out", str(args.out))  # thresholds are chosen with it
    step("training.reader.export", *given, "--checkpoint", str(mean), "--out", str(args.out))
    step("training.gate", "--gold", str(args.gold), "--out", str(args.out))


def step(module: str, *options: str) -> None:
    """One program; its failure is ours."""
    print(f"== python -m {module} {' '.join(options)}", flush=True)
    subprocess.run([sys.executable, "-m", module, *options], check=True)


if __name__ == "__main__":
    main()
