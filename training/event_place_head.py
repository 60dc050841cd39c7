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

CODE, TOP_CODE, UNITS = 96, 96, 64
#: Networks by their seeds; those of one group are trained in the same steps. Two groups are better than one of as many.
GROUPS = ((1, 2), (3, 4), (5, 6))
EPOCHS, BATCH, RATE, DECAY, DROP_INPUT, DROP = 20, 256, 2e-3, 0.05, 0.25, 0.4
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


def train(cases: Sequence[Any], network: str, groups: Sequence[Sequence[int]] = GROUPS) -> Head:
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
    parts = [fit(scaled, right, seeds) for seeds in groups]
    made = {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}
    return Head(
        network=network,
        features=tuple(order),
        codes=codes,
        top=top,
        middle=middle,
        spread=spread,
        hidden=made["hidden"].T,
        hidden_bias=made["hidden_bias"],
        out=made["out"].ravel() / len(made["out"]),
        past=made["past"].mean(axis=0),
        bias=float(made["bias"].mean()),
    )


def fit(table: torch.Tensor, right: torch.Tensor, seeds: Sequence[int]) -> dict[str, Any]:
    """One network a seed on scaled inputs, side by side in the same steps; their weights, not yet joined.

    They begin otherwise and drop other units, and share batches and dropped inputs: one product of matrices serves all.
    """
    begun = []
    for seed in seeds:
        torch.manual_seed(seed)
        begun.append((torch.nn.Linear(table.shape[1], UNITS).weight.data, torch.randn(UNITS) / UNITS**0.5))
    hidden, out = torch.cat([one[0] for one in begun]), torch.stack([one[1] for one in begun])
    past, hidden_bias = torch.zeros(len(seeds), table.shape[1]), torch.zeros(len(hidden))
    bias = torch.zeros(len(seeds))
    weights = [one.requires_grad_() for one in (hidden, hidden_bias, out, past, bias)]
    optimizer = torch.optim.AdamW(weights, lr=RATE, weight_decay=DECAY)
    steps, step = EPOCHS * -(-len(right) // BATCH), 0
    for _ in range(EPOCHS):
        for part in torch.randperm(len(right)).split(BATCH):
            for group in optimizer.param_groups:
                group["lr"] = RATE * min(1.0, (step + 1) / 50) * (1 - step / steps)
            rows = F.dropout(table[part], DROP_INPUT)
            units = F.dropout(F.silu(rows @ hidden.T + hidden_bias), DROP).view(len(part), len(seeds), UNITS)
            odds = (units * out).sum(2) + rows @ past.T + bias
            wanted = right[part][:, None].expand_as(odds)
            # The sum over seeds of each one's mean: no one's steps depend on how many there are.
            loss = F.binary_cross_entropy_with_logits(odds, wanted) * len(seeds)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            step += 1
    numbers = [weight.detach().numpy() for weight in weights]
    return dict(zip(("hidden", "hidden_bias", "out", "past", "bias"), numbers, strict=True))


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
