"""A shipped pass two whose file lacks the output ``top`` -> the same file with it; nothing else in it changes.

    python -m training.reader.expose [--weights vigil/extract/weights]

For weights that were exported before pass two handed on its last states (``net.PassTwo``, ``export``): a value that the
graph computes anyway becomes one of its outputs, and the card gets the file's new digest. After it, and after any other new
weights, ``python -m training.event_place`` has to be run again.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

import onnx
from onnx import TensorProto, helper

from training.reader.card import files_of
from vigil.extract.onnx import TWO

TOP = "top"


def main() -> None:
    """Mend the file in place, and its card."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", type=Path, default=Path("vigil/extract/weights"))
    folder = parser.parse_args().weights
    onnx.save(exposed(onnx.load(folder / TWO)), folder / TWO)
    path = folder / "card.json"
    card = json.loads(path.read_text(encoding="utf-8")) | {"files": files_of(folder)}
    path.write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")


def exposed(model: Any) -> Any:
    """The model with its last states [n, l, d] as output ``top``. Raises SystemExit where it has one, or no such states."""
    graph = model.graph
    if any(output.name == TOP for output in graph.output):
        raise SystemExit(f"this pass two has an output {TOP!r} already")
    norms = [node.output[0] for node in graph.node if node.op_type == "LayerNormalization"]
    if not norms:
        raise SystemExit("no layer normalisation: this is no pass two")
    last = norms[-1]
    # Renamed, as an export names it: an Identity would be copied out.
    for node in graph.node:
        for names in (node.input, node.output):
            for number, name in enumerate(names):
                if name == last:
                    names[number] = TOP
    width = next(weight.dims[0] for weight in graph.initializer if weight.name == "norm.bias")
    graph.output.append(helper.make_tensor_value_info(TOP, TensorProto.FLOAT, ["n", "l", width]))
    onnx.checker.check_model(model)
    return model


if __name__ == "__main__":
    main()
