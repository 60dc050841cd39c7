"""Train the perceptron by which an act's place is chosen (vigil/resolve/places/event_place_sight.py); see ``event_place``.

Several networks of different seeds on the same inputs, each with one hidden layer and a linear way past it, dropout on
inputs and units, AdamW; their mean is one network with all of their units. Seeded.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch.nn import functional as F

from vigil.resolve.places.event_place import COLUMNS
from vigil.resolve.places.event_place_sight import CARD, FAR, FILE, Codes, Floats, Head, inputs, packed

CODE, TOP_CODE, UNITS, SEEDS = 96, 96, 64, (1, 2, 3, 4, 5)
EPOCHS, BATCH, RATE, DECAY, DROP_INPUT, DROP = 12, 256, 2e-3, 0.05, 0.15, 0.3
#: The least spread by which an input is scaled: what is seen seldom gets no large weight.
RARE = 0.2


def seen(cases: Sequence[Any]) -> list[Any]:
    """The cases with names that the network saw."""
    return [case for case in cases if case.columns and case.glimpse is not None]


def codes_of(states: Floats, count: int) -> Codes:
    """The first principal axes of standardised states [., d], each scaled to about unit variance."""
    middle, spread = states.mean(axis=0), states.std(axis=0) + 1e-6
    scaled = ((states - middle) / spread).astype(np.float64)
    variances, axes = np.linalg.eigh(scaled.T @ scaled / len(scaled))
    variances, axes = variances[::-1][:count], axes[:, ::-1][:, :count]
    return Codes(middle, spread, (axes / np.sqrt(variances + 0.1)).astype(np.float32))


def given(cases: Sequence[Any], order: Sequence[str], codes: Codes, top: Codes) -> Floats:
    """The inputs of all names [names, inputs]."""
    rows = []
    for case in cases:
        columns = [COLUMNS.index(column) for column in case.columns]
        rows.append(inputs(order, case.features, columns, case.glimpse, codes, top))
    return np.concatenate(rows)


def train(cases: Sequence[Any], network: str, seeds: Sequence[int] = SEEDS) -> Head:
    """The mean of one network a seed."""
    cases = seen(cases)
    order = sorted({name for case in cases for row in case.features for name, value in row.items() if value})
    known = [[not found.get("bare") for found in case.features] for case in cases]
    codes, top = (
        codes_of(np.concatenate([getattr(c.glimpse, what)[k] for c, k in zip(cases, known, strict=True)]), count)
        for what, count in (("states", CODE), ("top", TOP_CODE))
    )
    table = given(cases, order, codes, top)
    middle, spread = table.mean(axis=0), np.maximum(table.std(axis=0), RARE)
    scaled = torch.from_numpy(np.clip((table - middle) / spread, -FAR, FAR).astype(np.float32))
    right = torch.tensor([float(marked > 0) for case in cases for marked in case.marked])
    parts = [fit(scaled, right, seed) for seed in seeds]

    def joined(name: str, axis: int) -> Floats:
        return np.concatenate([part[name] for part in parts], axis=axis)

    return Head(
        network=network,
        features=tuple(order),
        codes=codes,
        top=top,
        middle=middle,
        spread=spread,
        hidden=joined("hidden", 1),
        hidden_bias=joined("hidden_bias", 0),
        out=joined("out", 0) / len(parts),
        past=np.mean([part["past"] for part in parts], axis=0),
        bias=float(np.mean([part["bias"] for part in parts])),
    )


def fit(table: torch.Tensor, right: torch.Tensor, seed: int) -> dict[str, Any]:
    """One network on scaled inputs, its weights as ``Head`` has them."""
    torch.manual_seed(seed)
    hidden, out, past = (
        torch.nn.Linear(table.shape[1], UNITS),
        torch.nn.Linear(UNITS, 1),
        torch.nn.Linear(table.shape[1], 1),
    )
    weights = [*hidden.parameters(), *out.parameters(), *past.parameters()]
    optimizer = torch.optim.AdamW(weights, lr=RATE, weight_decay=DECAY)
    steps, step = EPOCHS * -(-len(right) // BATCH), 0
    for _ in range(EPOCHS):
        for part in torch.randperm(len(right)).split(BATCH):
            for group in optimizer.param_groups:
                group["lr"] = RATE * min(1.0, (step + 1) / 50) * (1 - step / steps)
            rows = F.dropout(table[part], DROP_INPUT)
            odds = out(F.dropout(F.silu(hidden(rows)), DROP)) + past(rows)
            loss = F.binary_cross_entropy_with_logits(odds[:, 0], right[part])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            step += 1
    numbers = [weight.detach().numpy() for weight in weights]
    return {
        "hidden": numbers[0].T,
        "hidden_bias": numbers[1],
        "out": numbers[2][0],
        "past": numbers[4][0],
        "bias": float(numbers[3][0] + numbers[5][0]),
    }


def chances(head: Head, case: Any) -> list[float]:
    """The chance of each of a case's names."""
    if not case.columns or case.glimpse is None:
        return [0.0] * len(case.columns)
    columns = [COLUMNS.index(column) for column in case.columns]
    return [float(value) for value in head.chances(case.glimpse, case.features, columns)]


def crossed(cases: Sequence[Any], folds: int) -> list[list[float]]:
    """Each case's chances by networks of the folds that it is not in."""
    heads = [train([case for case in cases if case.fold != fold], "") for fold in range(folds)]
    return [chances(heads[case.fold], case) for case in cases]


def write(head: Head, cases: Sequence[Any], folder: Path) -> str:
    """The weights and their card; says how large they are."""
    plain: dict[str, Any] = {
        "features": np.asarray(head.features),
        "states_middle": head.codes.middle.astype(np.float16),
        "states_spread": head.codes.spread.astype(np.float16),
        "top_middle": head.top.middle.astype(np.float16),
        "top_spread": head.top.spread.astype(np.float16),
        "middle": head.middle.astype(np.float32),
        "spread": head.spread.astype(np.float32),
        "hidden_bias": head.hidden_bias.astype(np.float32),
        "out": head.out.astype(np.float32),
        "past": head.past.astype(np.float32),
        "bias": np.float32(head.bias),
    }
    path = folder / FILE
    whole = {"axes": head.codes.axes, "top_axes": head.top.axes, "hidden": head.hidden}
    for name, values in whole.items():
        plain |= packed(name, values)
    np.savez_compressed(path, **plain)
    data = path.read_bytes()
    card = {
        "file": FILE,
        "sha256": hashlib.sha256(data).hexdigest(),
        "size": len(data),
        "network": head.network,
        "licence": "Apache-2.0",
        "trained_on": "event_location, train part (Halterman; annotations under the MIT licence)",
        "verbs": len(cases),
        "names": sum(len(case.columns) for case in cases),
    }
    (folder / CARD).write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")
    return f"{len(data)} bytes, SHA-256 {card['sha256']}"
