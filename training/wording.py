"""Train the tables of words (vigil/extract/wording.py) on all claims: their types, and the kinds of their sources.

    python -m training.wording --gold ../shared/gold

The gold's claims count three times: its habits are the ones that are measured. Seeded; about a minute of one core. Prints
the share right on a quarter of the gold's training documents that a first table did not see, and on its development set,
both with the gold's own trigger and source words.
"""

from __future__ import annotations

import argparse
import json
import random
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn import functional as F

from training.reader.card import files_of
from training.reader.corpus import training_lines
from training.reader.data import anchor_triggers, read_jsonl
from vigil.extract.wording import FILE, packed, rows_of, source_features, trigger_features
from vigil.model.claim import SOURCE_KINDS, TYPES

#: Rows of each table.
ROWS = 1 << 15
EPOCHS, BATCH, RATE, DROP, GOLD_WEIGHT = 12, 192, 0.1, 0.3, 3.0
Row = tuple[NDArray[np.int64], int, float]  # features, class, weight
Rows = Callable[[dict[str, Any], float], Iterator[Row]]
Model = tuple[NDArray[Any], NDArray[Any]]


def main() -> None:
    """Train, measure, write the file and put it on the card."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=Path("../shared/gold"))
    parser.add_argument("--out", type=Path, default=Path("vigil/extract/weights"))
    args = parser.parse_args()
    sources = training_lines(args.gold)
    gold, dev = sources.pop("gold"), read_jsonl(args.gold / "claims/dev.jsonl")
    others = [line for lines in sources.values() for line in lines]
    arrays: dict[str, Any] = {}
    tasks: tuple[tuple[str, Rows, int], ...] = (
        ("types", of_type, len(TYPES)),
        ("source_kinds", of_source, len(SOURCE_KINDS)),
    )
    for name, rows, classes in tasks:
        model = measured(name, rows, classes, gold, others, dev)
        arrays |= packed(name, *model)
    np.savez_compressed(args.out / FILE, **arrays)
    card = args.out / "card.json"
    if card.exists():
        plain = json.loads(card.read_text())
        card.write_text(json.dumps(plain | {"files": files_of(args.out)}, indent=1) + "\n")


def measured(name: str, rows: Rows, classes: int, gold: Any, others: Any, dev: Any) -> Model:
    """The table of all texts; printed is what one without a quarter of the gold knows of that quarter."""
    held = [line for line in gold if zlib.crc32(line["doc"].encode()) % 4 == 0]
    seen = [line for line in gold if zlib.crc32(line["doc"].encode()) % 4]
    more = all_of(rows, others, 1.0)
    first = train([*more, *all_of(rows, seen, GOLD_WEIGHT)], classes)
    print(f"{name}: held-out training documents {right(first, all_of(rows, held, 1.0)):.3f}", flush=True)
    model = train([*more, *all_of(rows, gold, GOLD_WEIGHT)], classes)
    print(f"{name}: development set {right(model, all_of(rows, dev, 1.0)):.3f}", flush=True)
    return model


def all_of(rows: Rows, lines: Iterable[dict[str, Any]], weight: float) -> list[Row]:
    """The rows of all lines."""
    return [row for line in lines for row in rows(line, weight)]


def of_type(line: dict[str, Any], weight: float) -> Iterator[Row]:
    """One a claim: its trigger in its sentence."""
    for claim, at in anchor_triggers(line):
        if at is not None:
            a, b = line["sentences"][claim["s"]]
            features = trigger_features(line["text"], (a, b), at)
            yield rows_of(features, ROWS), TYPES.index(claim["type"]), weight


def of_source(line: dict[str, Any], weight: float) -> Iterator[Row]:
    """One a claim with a source: as the reader will see it, an antecedent after its pronoun."""
    for claim in line["claims"]:
        if claim.get("source"):
            names = " , ".join(a if isinstance(a, str) else f"{a['t']} {a['is']}" for a in claim["source"])
            kind = SOURCE_KINDS.index(claim.get("source_kind", "none"))
            yield rows_of(source_features(names, claim.get("cue", "")), ROWS), kind, weight


def train(given: Sequence[Row], classes: int, seed: int = 7) -> Model:
    """Table [rows, classes] and bias [classes] by Adam on a mean over features, some of them dropped."""
    torch.manual_seed(seed)
    rng, dice, order = random.Random(seed), np.random.default_rng(seed), list(given)
    table = torch.nn.EmbeddingBag(ROWS, classes, mode="mean")
    torch.nn.init.zeros_(table.weight)
    bias = torch.zeros(classes, requires_grad=True)
    optimizer = torch.optim.Adam([table.weight, bias], lr=RATE)
    for epoch in range(EPOCHS):
        rng.shuffle(order)
        for group in optimizer.param_groups:
            group["lr"] = RATE * (1 - epoch / EPOCHS)
        for at in range(0, len(order), BATCH):
            part = order[at : at + BATCH]
            kept = [features[dice.random(len(features)) > DROP] for features, _, _ in part]
            kept = [few if len(few) else features for few, (features, _, _) in zip(kept, part, strict=True)]
            starts = np.cumsum([0, *(len(few) for few in kept[:-1])])
            odds = table(torch.from_numpy(np.concatenate(kept)), torch.from_numpy(starts)) + bias
            wanted, weight = torch.tensor([row[1] for row in part]), torch.tensor([row[2] for row in part])
            loss = (F.cross_entropy(odds, wanted, reduction="none", label_smoothing=0.05) * weight).mean()
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
    return table.weight.detach().numpy(), bias.detach().numpy()


def right(model: Model, given: Sequence[Row]) -> float:
    """Share of rows whose class is the likeliest."""
    table, bias = model
    return float(np.mean([int((table[f].mean(0) + bias).argmax()) == wanted for f, wanted, _ in given]))


if __name__ == "__main__":
    main()
