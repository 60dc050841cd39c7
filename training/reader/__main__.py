"""The shipped weights again, by one command: training, the mean of its ends, tables of words, export, the gate.

    python -m training.reader --gold ../shared/gold --base FOLDER --run training/out --out vigil/extract/weights

A checkpoint is kept under --run/vigil-reader-en-8 after each epoch: a stopped run goes on there.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

#: Of everything there is an epoch draws a part, old texts less often than late ones: by part, the sources. The gold, whose
#: habits are the ones that are measured, is read whole.
PARTS = {
    0.25: "coded/fa_kes coded/muc4 coded/rams coded/re3d coded/wikievents",
    0.3: "written/clauses written/control-denials written/dispatches written/foreign-desk written/genres-counts "
    "written/newspaper written/rare-types written/reactions written/sources written/summaries written/broadsheet "
    "written/broadsheet-2 coded/muc4-2 coded/muc4-3",
    0.4: "coded/rams-2 coded/tempeval3 coded/ewt",
    0.5: "written/statuses written/colour-1 written/colour-2 written/truces written/speakers written/briefs "
    "written/tolls-1 written/tolls-2 written/plans",
}
#: One cycle over everything; in its last five epochs each step is learnt once more against itself (``adversary``), which
#: takes twice the time. What was tried before it: docs/plans/2026-11-reader.md, from "The eighteenth session" on.
OPTIONS = (
    "--seed 611 --epochs 15 --lr 2.5e-4 --beta2 0.98 --tokens 1400 --score-from 13 --class-weight 1.7 "
    "--span-weights 2.5 3.5 3 1.5 --adversarial 0.5 --adversarial-from 10 --plain-dropout 0 0.05 --share "
    + " ".join(f"{name}={part}" for part, names in PARTS.items() for name in names.split())
)
#: Whose mean is shipped: the last epoch but one (the first is 0), and the end.
ENDS = ("epoch-13.pt", "last.pt")
NAME = "vigil-reader-en-8"


def main() -> None:
    """Every step in turn; the training is passed over when it is done. Stops at the first that fails."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=Path("../shared/gold"))
    parser.add_argument("--base", type=Path, required=True, help="folder of the base model (model.safetensors)")
    parser.add_argument("--run", type=Path, default=Path("training/out"), help="checkpoints and logs, in a folder NAME")
    parser.add_argument("--out", type=Path, default=Path("vigil/extract/weights"))
    args = parser.parse_args()
    if not (args.gold / "claims/train.jsonl").exists():
        raise SystemExit(f"no claims gold in {args.gold}: --gold names its folder")
    run = args.run / NAME  # another recipe's ends are not taken for this one's
    given, mean = ["--gold", str(args.gold), "--base", str(args.base)], str(run / "mean.pt")
    if not (run / "last.pt").exists():
        step("training.reader.train", *given, "--out", str(run), *OPTIONS.split())
    step("training.reader.average", "--out", mean, *(str(run / end) for end in ENDS))
    step("training.wording", "--gold", str(args.gold), "--out", str(args.out))  # thresholds are chosen with it
    step("training.reader.export", *given, "--checkpoint", mean, "--out", str(args.out), "--name", NAME)
    step("training.gate", "--gold", str(args.gold), "--out", str(args.out))


def step(module: str, *options: str) -> None:
    """One program; its failure is ours."""
    print(f"== python -m {module} {' '.join(options)}", flush=True)
    subprocess.run([sys.executable, "-m", module, *options], check=True)


if __name__ == "__main__":
    main()
