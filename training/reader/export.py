"""A trained checkpoint -> the shipped folder: thresholds chosen on dev, two int8 ONNX files, tokenizer, card.

    python -m training.reader.export --base FOLDER --checkpoint training/out/reader/best.pt --out vigil/extract/weights

Quantised dynamically to int8 per channel (a fifth of the error of per-tensor at the same speed). The figures on the card
are those of the quantised files, measured through the product's own reader.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import warnings
from pathlib import Path
from typing import Any

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer

from training.reader.data import read_jsonl
from training.reader.train import FIGURES, build, claimset, predict
from vigil.extract import labels as L
from vigil.extract.decode import Thresholds
from vigil.extract.onnx import ONE, TWO, OnnxPasses
from vigil.extract.reader import NeuralReader


def main() -> None:
    """Choose thresholds, export, check, write the card."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=Path("../shared/gold"))
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--checkpoint", type=Path, default=Path("training/out/reader/best.pt"))
    parser.add_argument("--out", type=Path, default=Path("vigil/extract/weights"))
    parser.add_argument("--name", default="vigil-reader-en-1")
    args = parser.parse_args()
    net = build(args.base, 0.0)
    net.load_state_dict(torch.load(args.checkpoint))
    net.eval()
    tokenizer = Tokenizer.from_file(str(args.base / "tokenizer.json"))
    tokenizer.no_truncation(), tokenizer.no_padding()
    dev = read_jsonl(args.gold / "claims/dev.jsonl")
    args.out.mkdir(parents=True, exist_ok=True)
    export(net, args.out)
    thresholds = choose(Remembered(OnnxPasses(args.out)), tokenizer, dev, args.gold)
    shutil.copy(args.base / "tokenizer.json", args.out / "tokenizer.json")
    write_card(args.out, args.name, thresholds, {})
    reader = NeuralReader.load(args.out)
    figures = claimset(args.gold).score(dev, predict(reader, dev))
    write_card(args.out, args.name, thresholds, figures)
    for name in (*FIGURES, "agent", "target", "place", "from", "instrument"):
        print(f"{name:11} {figures[name]['f1']:.3f}")
    for name, row in figures["accuracy"].items():
        print(f"{name:11} {row['right']:.3f} of {row['of']}")


class Remembered:
    """Passes that answer the same question once: thresholds are tried on the same outputs."""

    def __init__(self, passes: OnnxPasses) -> None:
        self._passes, self._known = passes, {}

    def one(self, *arrays: Any) -> Any:
        """See reader.Passes."""
        return self._ask("one", arrays)

    def two(self, *arrays: Any) -> Any:
        """See reader.Passes."""
        return self._ask("two", arrays)

    def _ask(self, name: str, arrays: Any) -> Any:
        key = (name, *(hashlib.sha256(array.tobytes()).digest() + str(array.shape).encode() for array in arrays))
        if key not in self._known:
            self._known[key] = getattr(self._passes, name)(*arrays)
        return self._known[key]


def choose(passes: Any, tokenizer: Tokenizer, dev: list[Any], gold: Path) -> Thresholds:
    """Coordinate search on dev, one threshold after the other, each for the figure that it moves."""
    chosen: dict[str, Any] = {"trigger": 0.5, "valid": 0.0, "outside": 0.6, "count": 0.5, "rare_stance": 0.5}
    roles = dict.fromkeys(L.SPAN_ROLES, 0.5)
    scorer = claimset(gold)

    def measure(**changed: Any) -> Any:
        both = chosen | {k: v for k, v in changed.items() if k != "roles"}
        own = roles | changed.get("roles", {})
        thresholds = Thresholds(roles=tuple(sorted(own.items())), told=own["source"], **both)
        reader = NeuralReader(passes, tokenizer, thresholds, name="dev", languages=("en",))
        return scorer.score(dev, predict(reader, dev))

    chosen["valid"] = max([0.0, 0.1, 0.2, 0.3, 0.4], key=lambda v: measure(valid=v)["claim"]["f1"])
    chosen["trigger"] = max([0.45, 0.5, 0.55, 0.6], key=lambda v: measure(trigger=v)["claim"]["f1"])
    chosen["rare_stance"] = max(
        [0.3, 0.4, 0.5, 0.6, 0.7],
        key=lambda v: sum(
            measure(rare_stance=v)["accuracy"][n]["right"] * w for n, w in (("stance", 3), ("stance_rare", 1))
        ),
    )
    chosen["count"] = max([0.4, 0.5, 0.6], key=lambda v: measure(count=v)["counts"]["f1"])
    chosen["outside"] = max(
        [0.45, 0.6, 0.75], key=lambda v: sum(measure(outside=v)[n]["f1"] for n in ("argument", "source"))
    )
    tried = {v: measure(roles=dict.fromkeys(L.SPAN_ROLES, v)) for v in (0.3, 0.4, 0.45, 0.5, 0.55, 0.6)}
    for role in ("agent", "target", "place", "from", "instrument", "source"):
        roles[role] = max(tried, key=lambda v: tried[v][role]["f1"])
    return Thresholds(roles=tuple(sorted(roles.items())), told=roles["source"], **chosen)


def export(net: Any, out: Path) -> None:
    """Both passes as int8 ONNX."""
    b, t, width = 2, 16, 384
    ones = torch.ones(b, t, dtype=torch.long)
    one_in = (ones * 7, ones, ones * 0)
    two_in = (torch.zeros(b, t, width), ones, ones, ones, torch.zeros(b, dtype=torch.long))
    bt, nl = {0: "b", 1: "t"}, {0: "n", 1: "l"}
    parts = (
        (
            net.one,
            one_in,
            ["ids", "mask", "case"],
            ["states", "logits"],
            dict.fromkeys(("ids", "mask", "case", "states", "logits"), bt),
            ONE,
        ),
        (
            net.two,
            two_in,
            ["states", "mask", "trigger", "inside", "kind"],
            ["tags", "classes"],
            dict.fromkeys(("states", "mask", "trigger", "inside", "tags"), nl)
            | {"kind": {0: "n"}, "classes": {0: "n"}},
            TWO,
        ),
    )
    for module, inputs, names, outputs, axes, file in parts:
        full = out / f"full-{file}"
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            torch.onnx.export(
                module.eval(), inputs, str(full), input_names=names, output_names=outputs, dynamic_axes=axes,
                opset_version=17, dynamo=False,
            )  # fmt: skip
        quantize_dynamic(str(full), str(out / file), weight_type=QuantType.QInt8, per_channel=True)
        full.unlink()


def write_card(out: Path, name: str, thresholds: Thresholds, figures: Any) -> None:
    """card.json: what the reader checks at start, with the figures of the development set."""
    files = []
    for file in (ONE, TWO, "tokenizer.json"):
        data = (out / file).read_bytes()
        files.append({"name": file, "sha256": hashlib.sha256(data).hexdigest(), "size": len(data)})
    plain = {
        "name": name,
        "languages": ["en"],
        "licence": "Apache-2.0",
        "files": files,
        "thresholds": {
            "trigger": thresholds.trigger, "valid": thresholds.valid, "outside": thresholds.outside,
            "count": thresholds.count, "rare_stance": thresholds.rare_stance, "told": thresholds.told,
            "roles": dict(thresholds.roles),
        },
        "dev": {k: v for k, v in figures.items() if k != "by_type"},
    }  # fmt: skip
    (out / "card.json").write_text(json.dumps(plain, indent=1) + "\n")


if __name__ == "__main__":
    main()
