"""The shipped weights again, by one command: stages of training, means of their ends, tables of words, export, the gate.

    python -m training.reader --gold ../shared/gold --base FOLDER --run training/out --out vigil/extract/weights

Each step keeps its checkpoints under --run and is passed over when it is done, so that a stopped run goes on.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

from training.reader.corpus import LATER

SPANS = "--span-weights 2.5 2.5 3 1.5"
WITHOUT = " ".join(f"{name}=99" for name in LATER)
#: Of the large files of what was annotated later an epoch of the last stage draws a part.
PART = " ".join(
    f"{name}=0.6"
    for name in LATER
    if name.startswith("coded/") or name in ("written/statuses", "written/broadsheet", "written/broadsheet-2")
)
#: Name, the stage or mean that it goes on from, options. All texts of then in a first cycle and two more; after the second
#: and third the gold, whose habits are the ones that are measured. From the mean of three of these ends on, the gold and
#: what was annotated and written later, each step learnt once more against itself (``adversary``): the shipped weights.
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
    (
        "four",
        "mean",
        "--epochs 3 --batch 4 --lr 8e-5 --score-from 0 --seed 62 --class-weight 1.5 --span-weights 2.5 3.5 3 1.5 "
        f"--adversarial 0.5 --only gold {' '.join(LATER)} --share {PART}",
    ),
)
#: Means of several ends.
MEANS = {"mean": ("two-gold", "three", "three-gold")}
SHIPPED = "four"


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
    ends |= {name: args.run / f"{name}.pt" for name in MEANS}
    for name, before, options in STAGES:
        if not ends[name].exists():
            average(ends, before)
            start = ["--start", str(ends[before])] if before else []
            step("training.reader.train", *given, "--out", str(args.run / name), *options.split(), *start)
    step("training.wording", "--gold", str(args.gold), "--out", str(args.out))  # thresholds are chosen with it
    step("training.reader.export", *given, "--checkpoint", str(ends[SHIPPED]), "--out", str(args.out))
    step("training.gate", "--gold", str(args.gold), "--out", str(args.out))


def average(ends: dict[str, Path], name: str) -> None:
    """Make a mean where the name is one's."""
    if name in MEANS:
        step("training.reader.average", "--out", str(ends[name]), *(str(ends[each]) for each in MEANS[name]))


def step(module: str, *options: str) -> None:
    """One program; its failure is ours."""
    print(f"== python -m {module} {' '.join(options)}", flush=True)
    subprocess.run([sys.executable, "-m", module, *options], check=True)


if __name__ == "__main__":
    main()
