"""A trained checkpoint -> the shipped folder: two int8 ONNX files, thresholds chosen on dev, tokenizer, card.

    python -m training.reader.export --base FOLDER --checkpoint FILE.pt --out vigil/extract/weights --name NAME

Quantised dynamically to int8 per channel, with the weights of products in seven bits: processors without VNNI add two
products of eight bits in sixteen, which overflows, and would read other claims than those with it. The embeddings, which
are looked up and not multiplied, keep eight. The figures on the card are those of the quantised files, measured through
the product's own reader.
"""

from __future__ import annotations

import argparse
import json
import shutil
import warnings
from dataclasses import asdict
from pathlib import Path
from typing import Any

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from training.reader.card import files_of
from training.reader.choose import choose
from training.reader.data import read_jsonl
from training.reader.net import NOTE
from training.reader.scoring import FIGURES, claimset, predict
from training.reader.train import build
from vigil.extract.decode import Thresholds
from vigil.extract.onnx import ONE, TWO, OnnxPasses
from vigil.extract.reader import NeuralReader
from vigil.extract.windows import open_tokenizer
from vigil.extract.wording import Wording


def main() -> None:
    """Export, choose thresholds, check, write the card."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=Path("../shared/gold"))
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--checkpoint", type=Path, default=Path("training/out/mean.pt"))
    parser.add_argument("--out", type=Path, default=Path("vigil/extract/weights"))
    parser.add_argument("--name", required=True, help="as the card has it")
    parser.add_argument("--full", action="store_true", help="leave the numbers as they are (float32), to compare")
    args = parser.parse_args()
    net = build(args.base, 0.0)
    net.load_state_dict(torch.load(args.checkpoint))
    net.eval()
    tokenizer = open_tokenizer(args.base)
    dev = read_jsonl(args.gold / "claims/dev.jsonl")
    args.out.mkdir(parents=True, exist_ok=True)
    export(net, args.out, full=args.full)
    wording = Wording.load(args.out)
    thresholds, error = choose(OnnxPasses(args.out), tokenizer, dev, args.gold, wording)
    print(f"expected calibration error, five folds: {error:.3f}")
    shutil.copy(args.base / "tokenizer.json", args.out / "tokenizer.json")
    write_card(args.out, args.name, thresholds, {})
    reader = NeuralReader.load(args.out)
    figures = claimset(args.gold).score(dev, predict(reader, dev))
    write_card(args.out, args.name, thresholds, figures | {"calibration_error": round(error, 4)})
    for name in (*FIGURES, "agent", "target", "place", "from", "instrument"):
        print(f"{name:11} {figures[name]['f1']:.3f}")
    for name, row in figures["accuracy"].items():
        print(f"{name:11} {row['right']:.3f} of {row['of']}")


def export(net: Any, out: Path, *, full: bool = False) -> None:
    """Both passes as ONNX, int8 unless ``full``."""
    b, t, c, width = 2, 16, 24, 384
    ones, wide = torch.ones(b, t, dtype=torch.long), torch.ones(b, c, dtype=torch.long)
    bt, nl, nc = {0: "b", 1: "t"}, {0: "n", 1: "l"}, {0: "n", 1: "c"}
    one = {"ids": bt, "mask": bt, "case": bt}
    two = {"states": nl, "mask": nl, "trigger": nl, "notes": nc, "around": nc}
    parts: tuple[tuple[Any, Any, dict[str, Any], dict[str, Any], str], ...] = (
        (net.one, (ones * 7, ones, ones * 0), one, {"states": bt, "notes": bt, "logits": bt}, ONE),
        (
            net.two,
            (torch.zeros(b, t, width), ones, ones, torch.zeros(b, c, NOTE), wide),
            two,
            {"tags": nl, "far": nc, "classes": {0: "n"}, "top": nl},
            TWO,
        ),
    )
    for module, inputs, given, made, file in parts:
        whole = out / f"full-{file}"
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            torch.onnx.export(
                module.eval(), inputs, str(whole), input_names=list(given), output_names=list(made),
                dynamic_axes=given | made, opset_version=17, dynamo=False,
            )  # fmt: skip
        if full:
            whole.replace(out / file)
            continue
        quantise(whole, out / file)
        whole.unlink()


def quantise(whole: Path, out: Path) -> None:
    """int8: products in seven bits, looked-up tables in eight."""
    half = whole.with_name(f"half-{out.name}")
    kind = {"weight_type": QuantType.QInt8, "per_channel": True}
    quantize_dynamic(str(whole), str(half), op_types_to_quantize=["MatMul"], reduce_range=True, **kind)
    quantize_dynamic(str(half), str(out), op_types_to_quantize=["Gather"], **kind)
    half.unlink()


def write_card(out: Path, name: str, thresholds: Thresholds, figures: Any) -> None:
    """card.json: what the reader checks at start, with the figures of the development set."""
    plain = {
        "name": name,
        "languages": ["en"],
        "licence": "Apache-2.0",
        "files": files_of(out),
        "thresholds": asdict(thresholds) | {"roles": dict(thresholds.roles)},
        "dev": {k: v for k, v in figures.items() if k != "by_type"},
    }
    # Dates are the resolver's, which did not run here: bench.claims has them.
    plain["dev"].get("accuracy", {}).pop("date", None)
    (out / "card.json").write_text(json.dumps(plain, indent=1) + "\n")


if __name__ == "__main__":
    main()
