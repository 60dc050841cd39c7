"""The place of an act by what the reader's network saw: a small perceptron beside the table of ``event_place``.

The named features see less of a sentence than the reader does. Where a claim still carries what its network saw
(``Claim.sight``), a name is judged by both: its features, both passes' states of its words, and those of pass one of trigger
and neighbouring names. The states are coded in few numbers (their principal axes over the names of the training
sentences), and one hidden layer weighs them. The weights fit one network; claims of any other are judged by the table alone.
"""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from vigil.model.claim import Claim, Sight
from vigil.model.errors import BadReference
from vigil.model.text import Bounds
from vigil.resolve.places.event_place_features import Features

FOLDER = Path(__file__).parents[1] / "data"
FILE, CARD = "event_place.npz", "event_place.json"
#: Last columns of a sight's rows: O, B and I of "place" and "from".
TAGS = 6
#: Columns before these: pass two's last states; all before them are pass one's.
TOP = 384
#: Numbers of a code that a name knows of its neighbours.
BESIDE = 48
#: Standard deviations beyond which no input goes.
FAR = 6.0

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Glimpse:
    """What a network saw of n names of one claim's sentence, and of its trigger."""

    states: Floats  # [n, d]: mean over a name's word pieces of pass one's states and notes
    top: Floats  # [n, TOP]: the same of pass two's last states
    tags: Floats  # [n, TAGS]
    trigger: Floats  # [d]

    @classmethod
    def of(cls, sight: Sight, names: Sequence[Bounds]) -> Glimpse | None:
        """None where a name has no word piece in the sentence, or the trigger none."""
        rows = np.frombuffer(sight.rows, dtype=np.float16).reshape(len(sight.tokens), -1).astype(np.float32)
        starts, ends = np.asarray(sight.tokens, dtype=np.int64).T
        within = [np.flatnonzero((starts < end) & (ends > start)) for start, end in names]
        first, last = sight.trigger
        if not names or first >= last or not all(len(tokens) for tokens in within):
            return None
        means = np.stack([rows[tokens].mean(axis=0) for tokens in within])
        width = means.shape[1] - TOP - TAGS
        states, top, tags = np.split(means, [width, width + TOP], axis=1)
        return cls(states, top, tags, rows[first:last, :width].mean(axis=0))


@dataclass(frozen=True, slots=True)
class Codes:
    """States [., d] as k numbers: ``axes`` [d, k] of the standardised states."""

    middle: Floats
    spread: Floats
    axes: Floats

    def __call__(self, states: Floats) -> Floats:
        """[., d] -> [., k]."""
        scaled: Floats = ((states - self.middle) / self.spread).astype(np.float32)
        coded: Floats = scaled @ self.axes
        return coded


@dataclass(frozen=True, slots=True)
class Head:
    """One hidden layer of SiLU units and a linear way past it, over standardised inputs (see ``inputs``).

    Several networks of different seeds stand side by side in the hidden layer, so that the answer is their mean.
    """

    network: str  # whose states it was trained on
    features: tuple[str, ...]
    codes: Codes
    top: Codes
    middle: Floats  # [inputs]
    spread: Floats
    hidden: Floats  # [inputs, units]
    hidden_bias: Floats  # [units]
    out: Floats  # [units]
    past: Floats  # [inputs]
    bias: float

    def chances(self, glimpse: Glimpse, features: Sequence[Features], columns: Sequence[int]) -> Floats:
        """How likely each name is the place of the act [n]; ``columns`` as in ``named``."""
        given = inputs(self.features, features, columns, glimpse, self.codes, self.top)
        scaled = np.clip((given - self.middle) / self.spread, -FAR, FAR)
        raw = scaled @ self.hidden + self.hidden_bias
        odds = (raw / (1 + np.exp(-raw))) @ self.out + scaled @ self.past + self.bias
        chances: Floats = 1 / (1 + np.exp(-odds))
        return chances


def named(order: Sequence[str], features: Sequence[Features], columns: Sequence[int]) -> Floats:
    """Named features [n, features + 3] in ``order``, and which of the table's three columns a name is judged by."""
    rows = np.zeros((len(features), len(order) + 3), dtype=np.float32)
    for row, found, column in zip(rows, features, columns, strict=True):
        row[: len(order)] = [found.get(name, 0.0) for name in order]
        row[len(order) + column] = 1.0
    return rows


def inputs(
    order: Sequence[str],
    features: Sequence[Features],
    columns: Sequence[int],
    glimpse: Glimpse,
    codes: Codes,
    top: Codes,
) -> Floats:
    """What the perceptron is given [n, inputs] of n names in text order.

    The named features, codes of name and trigger, pass two's opinion and the code of its states, and of each neighbour: that
    there is one, the beginning of its code, pass two's opinion of it, and its column. Bare names are nobody's neighbours.
    """
    table = named(order, features, columns)
    count = len(table)
    own, trigger = codes(glimpse.states), codes(glimpse.trigger[None, :])
    which = np.eye(3, dtype=np.float32)[np.asarray(columns)]
    told = np.concatenate([np.ones((count, 1), dtype=np.float32), own[:, :BESIDE], glimpse.tags, which], axis=1)
    told = np.concatenate([told, np.zeros((1, told.shape[1]), dtype=np.float32)])  # the last row: no neighbour
    known = np.flatnonzero([not found.get("bare") for found in features])
    places = np.concatenate([[count], known, [count]])
    numbers = np.arange(count)
    before = told[places[np.searchsorted(known, numbers, side="left")]]
    behind = told[places[np.searchsorted(known, numbers, side="right") + 1]]
    seen = [table, own, np.repeat(trigger, count, axis=0), glimpse.tags, top(glimpse.top), before, behind]
    return np.concatenate(seen, axis=1)


def packed(name: str, values: Floats) -> dict[str, NDArray[np.generic]]:
    """A matrix as it is kept: int8 with one scale a column."""
    scale = np.maximum(np.abs(values).max(axis=0), 1e-6) / 127
    return {f"{name}_int8": np.round(values / scale).astype(np.int8), f"{name}_scale": scale.astype(np.float32)}


@cache
def load(folder: Path = FOLDER) -> Head:
    """The shipped weights. Raises BadReference where their file is missing, damaged, or not the one on its card."""
    path = folder / FILE
    try:
        card = json.loads((folder / CARD).read_text(encoding="utf-8"))
        network, data = str(card["network"]), path.read_bytes()
        same = hashlib.sha256(data).hexdigest() == card["sha256"]
        with np.load(io.BytesIO(data), allow_pickle=False) as kept:
            head = _head(network, {name: kept[name] for name in kept.files})
    except Exception as error:  # zip, npy and json files each break in their own way
        raise BadReference(
            f"the weights of the event's place cannot be opened: {error}",
            item=str(path),
            advice="install the package again",
        ) from error
    if not same:
        raise BadReference(
            "the weights of the event's place are not those on their card",
            item=str(path),
            advice="install the package again",
        )
    return head


def _head(network: str, kept: dict[str, NDArray[np.generic]]) -> Head:
    def whole(name: str) -> Floats:
        values: Floats = kept[f"{name}_int8"].astype(np.float32) * kept[f"{name}_scale"].astype(np.float32)
        return values

    def plain(name: str) -> Floats:
        return kept[name].astype(np.float32)

    return Head(
        network=network,
        features=tuple(str(name) for name in kept["features"]),
        codes=Codes(plain("states_middle"), plain("states_spread"), whole("axes")),
        top=Codes(plain("top_middle"), plain("top_spread"), whole("top_axes")),
        middle=plain("middle"),
        spread=plain("spread"),
        hidden=whole("hidden"),
        hidden_bias=plain("hidden_bias"),
        out=plain("out"),
        past=plain("past"),
        bias=float(plain("bias")),
    )


def fits(claim: Claim) -> bool:
    """Whether a claim carries states of the network that the weights were trained on."""
    return claim.sight is not None and claim.sight.network == load().network


def chances(
    claim: Claim, names: Sequence[Bounds], features: Sequence[Features], columns: Sequence[int]
) -> list[float] | None:
    """How likely each name of the claim's sentence is its place; None for a claim that its network does not fit."""
    if claim.sight is None or not fits(claim):
        return None
    glimpse = Glimpse.of(claim.sight, names)
    return None if glimpse is None else [float(value) for value in load().chances(glimpse, features, columns)]
