"""What a training can be told on its command line."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

import torch

from training.reader.loss import Weights
from training.reader.quick import bfloat16_pays


def arguments(of: str | None) -> argparse.Namespace:
    """Command line; ``of``: what the program says of itself."""
    parser = argparse.ArgumentParser(description=of, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=Path("../shared/gold"))
    parser.add_argument("--base", type=Path, required=True, help="folder of the base model (model.safetensors)")
    parser.add_argument("--out", type=Path, default=Path("training/out"))
    parser.add_argument("--epochs", type=int, default=20)
    parser.add_argument("--batch", type=int, default=3, help="windows a step")
    parser.add_argument(
        "--tokens", type=int, default=0, help="as many windows a step as have these tokens, not --batch"
    )
    parser.add_argument("--lr", type=float, default=2e-4)
    parser.add_argument("--head-rate", type=float, default=5.0, help="how many times faster new heads learn")
    parser.add_argument("--beta2", type=float, default=0.999, help="AdamW's memory of squared gradients")
    parser.add_argument("--dropout", type=float, default=0.1, help="of the states that heads read")
    parser.add_argument(
        "--plain-dropout", type=float, nargs=2, metavar=("LAYERS", "HEADS"),
        help="inside the layers (.1 if not said) and of the states that heads read (--dropout), before --adversarial-from",
    )  # fmt: skip
    parser.add_argument("--ema", type=float, default=0.995)
    parser.add_argument("--word-drop", type=float, default=0.05)
    parser.add_argument("--class-weight", type=float, default=1.0, help="factor on the loss of a claim's classes")
    parser.add_argument(
        "--span-weights", type=float, nargs=4, default=list(Weights()[:4]), metavar="W",
        help="what spans, counts, antecedents and candidates weigh in the loss",
    )  # fmt: skip
    parser.add_argument(
        "--adversarial", type=float, default=0.0,
        help="how far embeddings are moved against each step, in token vectors; the step then costs twice as much",
    )  # fmt: skip
    parser.add_argument("--adversarial-from", type=int, default=0, help="the epoch from which on --adversarial holds")
    parser.add_argument(
        "--teacher-base", type=Path, help="folder of the teacher's base: see teacher.py; alone, trains one"
    )
    parser.add_argument("--teacher", type=Path, help="weights of a teacher, whose answers are learnt, too")
    parser.add_argument("--kept", type=Path, help="folder where the teacher's states are kept: some 3 kB a token")
    parser.add_argument("--silver", type=Path, help="what the teacher read: see silver.py")
    parser.add_argument(
        "--taught-on", nargs="*", default=[""], help="how sources' names begin on which the teacher is asked, too"
    )  # fmt: skip
    parser.add_argument("--taught", type=float, default=0.5, help="what the teacher's answers count of the loss")
    parser.add_argument(
        "--bfloat16", action=argparse.BooleanOptionalAction, default=None,
        help="products in bfloat16; if not said, on a CPU where a measurement says that it pays",
    )  # fmt: skip
    parser.add_argument(
        "--start", type=Path, help="weights to begin from, as an end of another training or restore.py gives them"
    )
    parser.add_argument("--rename", type=float, default=0.4, help="share of documents told with invented names")
    parser.add_argument("--score-from", type=int, default=4)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--every", type=int, default=100, help="steps between two lines of progress")
    parser.add_argument("--threads", type=int, default=os.cpu_count() or 1, help="on a CPU; all of them if not given")
    parser.add_argument(
        "--device", default="cuda" if torch.cuda.is_available() else "cpu", help="the first GPU where there is one"
    )
    parser.add_argument(
        "--only", nargs="*", default=[""], help="how sources' names begin: see training/reader/corpus.py"
    )
    parser.add_argument(
        "--share", nargs="*", default=[], help="SOURCE=SHARE: part of a source's texts that an epoch draws"
    )
    args = parser.parse_args()
    if args.adversarial_from and not args.adversarial:
        parser.error("--adversarial-from says since when: --adversarial says how far")
    if args.plain_dropout and not args.adversarial_from:
        parser.error("--plain-dropout holds before --adversarial-from, which says until when")
    if args.bfloat16 is None:
        args.bfloat16 = args.device == "cpu" and bfloat16_pays()
    args.share = {name: float(share) for name, _, share in (each.partition("=") for each in args.share)}
    return args
