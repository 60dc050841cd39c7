"""The shipped weights again, by one command: stages of training, means of their ends, tables of words, export, the gate.

    python -m training.reader --gold ../shared/gold --base FOLDER --run training/out --out vigil/extract/weights

Each step keeps its checkpoints under --run and is passed over when it is done, so that a stopped run goes on.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

from training.reader.corpus import LATER, LATEST

SPANS = "--span-weights 2.5 2.5 3 1.5"
WITHOUT = " ".join(f"{name}=99" for name in LATER)
#: Of the large files of what was annotated later an epoch of stage "four" draws a part.
PART = " ".join(
    f"{name}=0.6"
    for name in LATER
    if name.startswith("coded/") or name in ("written/statuses", "written/broadsheet", "written/broadsheet-2")
)
#: Of everything there is an epoch of the last stage draws a part, old texts less often than late ones: by part, the sources.
PARTS = {
    0.25: "coded/fa_kes coded/muc4 coded/rams coded/re3d coded/wikievents",
    0.3: "written/clauses written/control-denials written/dispatches written/foreign-desk written/genres-counts "
    "written/newspaper written/rare-types written/reactions written/sources written/summaries written/broadsheet "
    "written/broadsheet-2 coded/muc4-2 coded/muc4-3",
    0.4: "coded/rams-2 coded/tempeval3 coded/ewt",
    0.5: "written/statuses written/colour-1 written/colour-2 written/truces written/speakers written/briefs "
    "written/tolls-1 written/tolls-2 written/plans",
}
OF_ALL = " ".join(f"{name}={part}" for part, names in PARTS.items() for name in names.split())
#: Name, the stage or mean that it goes on from, options. All texts of then in a first cycle and two more; after the second
#: and third the gold, whose habits are the ones that are measured. From the mean of three of these ends on, each step is
#: learnt once more against itself (``adversary``): the gold with what was annotated and written later, then with what was
#: written last, and then everything: the old texts too, of which the two before read none and two files.
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
    (
        "five",
        "four",
        "--epochs 2 --batch 4 --lr 6e-5 --score-from 0 --seed 71 --class-weight 2 --span-weights 2.5 3.5 3 1.5 "
        f"--adversarial 0.5 --only gold {' '.join((*LATER, *LATEST))} written/genres-counts written/summaries "
        "--share coded/muc4-2=0.35 coded/rams-2=0.4 coded/tempeval3=0.5 coded/ewt=0.5 coded/muc4-3=0.35 "
        "written/statuses=0.5 written/broadsheet=0.35 written/broadsheet-2=0.35 written/genres-counts=0.5 "
        "written/summaries=0.5",
    ),
    (
        "six",
        "five",
        "--epochs 3 --batch 4 --lr 9e-5 --score-from 0 --seed 83 --class-weight 1.7 --span-weights 2.5 3.5 3 1.5 "
        f"--adversarial 0.5 --only gold coded/ written/ {' '.join(LATEST)} --share {OF_ALL}",
    ),
)
#: Means of several ends; STAGE/best is its best epoch by the mean of the figures asked for (see train.py).
MEANS = {"mean": ("two-gold", "three", "three-gold"), "shipped": ("six", "six/best")}
SHIPPED = "shipped"
NAME = "vigil-reader-en-7"


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
    ends |= {f"{name}/best": args.run / name / "best.pt" for name, _, _ in STAGES}
    ends |= {name: args.run / f"{name}.pt" for name in MEANS}
    for name, before, options in STAGES:
        if not ends[name].exists():
            average(ends, before)
            start = ["--start", str(ends[before])] if before else []
            step("training.reader.train", *given, "--out", str(args.run / name), *options.split(), *start)
    average(ends, SHIPPED)
    step("training.wording", "--gold", str(args.gold), "--out", str(args.out))  # thresholds are chosen with it
    end = str(ends[SHIPPED])
    step("training.reader.export", *given, "--checkpoint", end, "--out", str(args.out), "--name", NAME)
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
