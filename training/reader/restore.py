"""Shipped weights -> a checkpoint to go on from, where the trainings' own checkpoints are gone.

    python -m training.reader.restore --base FOLDER --weights vigil/extract/weights --out training/out/shipped.pt

The int8 files hold all that reading needs, to seven bits a weight; a training goes on from them as from the weights that
they were made of. What only training needs is not in them: the candidates' head (``anyone``) begins anew, the habits of
the other two annotations begin as the gold's, and the words' embeddings, which training leaves alone, are the base model's.
"""

from __future__ import annotations

import argparse
import tempfile
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper

from training.reader.export import export
from training.reader.net import ReaderNet
from training.reader.train import build
from training.reader.whole import put
from vigil.extract.onnx import ONE, TWO


def main() -> None:
    """Read, restore, write; says which parameters began anew."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--weights", type=Path, default=Path("vigil/extract/weights"))
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    torch.manual_seed(0)
    net = build(args.base, 0.0)
    left = restore(net, args.weights)
    args.out.parent.mkdir(parents=True, exist_ok=True)
    put(args.out, partial(torch.save, net.state_dict()))
    print("begun anew:", *sorted(left))


def restore(net: ReaderNet, weights: Path) -> set[str]:
    """Put the shipped numbers into ``net``; gives the names of parameters that the files do not hold.

    Raises SystemExit where a file holds a product or a table that the network has no parameter for.
    """
    _scatter(net)
    state = net.state_dict()
    owner = {_key(value.numpy()): (name, value) for name, value in state.items()}
    # Of some tables reading needs only the first row, and the file only holds that.
    owner |= {_key(value[0].numpy()): (name, value[0]) for name, value in state.items() if value.ndim == 2}
    left = set(state)
    with tempfile.TemporaryDirectory() as folder:
        export(net, Path(folder), full=True)
        for file in (ONE, TWO):
            plain, shipped = onnx.load(Path(folder) / file).graph, onnx.load(weights / file).graph
            for array, number in _pairs(plain, shipped):
                turned = _key(array) not in owner
                found = owner.get(_key(array.T if turned else array))
                if found is None:
                    raise SystemExit(
                        f"{weights / file} holds numbers of shape {array.shape} that the network has no place for"
                    )
                name, value = found
                if "word_embeddings" not in name:
                    value.copy_(torch.tensor(number.T if turned else number).view(value.shape))
                left.discard(name)
    state["one.habit.weight"][1:] = state["one.habit.weight"][0]
    return left


def _scatter(net: ReaderNet) -> None:
    """No two parameters alike, so that each is known by its numbers."""
    with torch.no_grad():
        for parameter in net.parameters():
            if parameter.requires_grad and parameter.shape[0] < 30_000:
                parameter.add_(torch.randn_like(parameter) * 1e-3)


def _key(array: NDArray[Any]) -> bytes:
    return repr(array.shape).encode() + np.ascontiguousarray(array, np.float32).tobytes()[:4096]


def _pairs(plain: Any, shipped: Any) -> list[tuple[NDArray[Any], NDArray[Any]]]:
    """Each initializer of the plain graph with its number in the shipped one.

    Products' weights are named by their place in the traced program, which any change to the network shifts: they are
    paired by the order of the products.
    """
    first = {i.name: numpy_helper.to_array(i) for i in plain.initializer}
    second = {i.name: numpy_helper.to_array(i) for i in shipped.initializer}
    products = [node for node in plain.node if node.op_type in ("MatMul", "Gemm") and node.input[1] in first]
    weights = [node.input[1] for node in products]
    # The quantiser makes a product of a Gemm, whose weights lie the other way.
    first |= {node.input[1]: first[node.input[1]].T for node in products if node.op_type == "Gemm"}
    whole = [node.input[1] for node in shipped.node if node.op_type == "MatMulInteger"]
    if len(weights) != len(whole):
        raise SystemExit(f"the network has {len(weights)} products, the file {len(whole)}: it is another network's")
    name = {ours: theirs.removesuffix("_quantized") for ours, theirs in zip(weights, whole, strict=True)}
    pairs = []
    for ours, array in first.items():
        if array.dtype != np.float32:
            continue
        theirs = name.get(ours, ours)
        if theirs in second:
            pairs.append((array, second[theirs]))
        elif f"{theirs}_quantized" in second:
            number = second[f"{theirs}_quantized"].astype(np.float32)
            zero, scale = second[f"{theirs}_zero_point"].astype(np.float32), second[f"{theirs}_scale"]
            pairs.append((array, _spread(number, zero, scale)))
    return pairs


def _spread(whole: NDArray[Any], zero: NDArray[Any], scale: NDArray[Any]) -> NDArray[Any]:
    """int8 times scale; per channel along the axis that has as many entries as there are scales (the last, of products)."""
    if scale.ndim == 0 or scale.size == 1:
        return np.asarray((whole - zero) * scale, np.float32)
    axis = whole.ndim - 1 if whole.shape[-1] == scale.size else 0
    shape = [1] * whole.ndim
    shape[axis] = -1
    return np.asarray((whole - zero.reshape(shape)) * scale.reshape(shape), np.float32)


if __name__ == "__main__":
    main()
