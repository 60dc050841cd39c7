"""The shipped network's own files: what pass two gives, and that its last states are given at no cost to the rest."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import onnxruntime
import pytest

from vigil.extract import labels as L
from vigil.extract.onnx import TWO, OnnxPasses
from vigil.extract.reader import WEIGHTS
from vigil.extract.windows import DISTANCES

WIDTH, NOTE = 384, 192
#: Fields of ONNX's ModelProto, GraphProto and ValueInfoProto (onnx.proto3).
GRAPH, OUTPUT, NAME = 7, 12, 1


def asked(rng: np.random.Generator, n: int, length: int, reach: int) -> dict[str, np.ndarray]:
    """Random questions, the last one shorter than the others."""
    mask, trigger = (np.zeros((n, length), dtype=np.int64) for _ in range(2))
    mask[:] = 1
    mask[-1, length // 2 :] = 0
    trigger[np.arange(n), rng.integers(0, length // 2, n)] = 1
    return {
        "states": rng.normal(size=(n, length, WIDTH)).astype(np.float32),
        "mask": mask,
        "trigger": trigger,
        "notes": rng.normal(size=(n, reach, NOTE)).astype(np.float32),
        "around": rng.integers(0, DISTANCES + 1, (n, reach)),
    }


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = data[at]
        value, at, shift = value | (byte & 127) << shift, at + 1, shift + 7
        if byte < 128:
            return value, at


def _size(value: int) -> bytes:
    made = bytearray()
    while value > 127:
        made.append(value & 127 | 128)
        value >>= 7
    return bytes([*made, value])


def _fields(message: bytes) -> Iterator[tuple[int, bytes, bytes | None]]:
    """Number of each field of a protobuf message, its own bytes, and its content where it has a length."""
    at = 0
    while at < len(message):
        begin = at
        key, at = _varint(message, at)
        if key & 7 == 2:
            size, at = _varint(message, at)
            at += size
            yield key >> 3, message[begin:at], message[at - size : at]
            continue
        at = _varint(message, at)[1] if key & 7 == 0 else at + {1: 8, 5: 4}[key & 7]
        yield key >> 3, message[begin:at], None


def without(model: bytes, output: str) -> bytes:
    """An ONNX model that is no longer asked for one of its outputs."""
    made = bytearray()
    for number, whole, content in _fields(model):
        if number != GRAPH or content is None:
            made += whole
            continue
        kept = b"".join(
            field
            for inner, field, told in _fields(content)
            if not (inner == OUTPUT and told and any(n == NAME and v == output.encode() for n, _, v in _fields(told)))
        )
        made += _size(GRAPH << 3 | 2) + _size(len(kept)) + kept
    return bytes(made)


def test_pass_two_gives_tags_antecedents_classes_and_its_last_states() -> None:
    told = asked(np.random.default_rng(1), 3, 20, 40)
    tags, far, classes, top = OnnxPasses(WEIGHTS, threads=1).two(**told)
    assert tags.shape == (3, 20, L.N_SPAN + L.N_COUNT)
    assert far.shape == (3, 40, L.N_SPAN)
    assert classes.shape == (3, L.N_CLASS)
    assert top.shape == (3, 20, WIDTH)
    # The last of the layers normalises: no token's states are far from the others' in size.
    spread = top.std(axis=-1)
    assert spread.max() < 5 * spread.min()


@pytest.mark.parametrize(("n", "length", "reach"), [(1, 9, 30), (7, 41, 180), (2, 70, 200)])
def test_that_the_last_states_are_given_changes_nothing_else_by_a_bit(n: int, length: int, reach: int) -> None:
    model = (WEIGHTS / TWO).read_bytes()
    shorter = without(model, "top")
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    whole, plain = (
        onnxruntime.InferenceSession(one, options, providers=["CPUExecutionProvider"]) for one in (model, shorter)
    )
    assert [one.name for one in whole.get_outputs()] == ["tags", "far", "classes", "top"]
    assert [one.name for one in plain.get_outputs()] == ["tags", "far", "classes"]
    told = asked(np.random.default_rng(n), n, length, reach)
    for one, two in zip(plain.run(None, told), whole.run(None, told)[:3], strict=True):
        assert one.tobytes() == two.tobytes()
