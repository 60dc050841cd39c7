"""Train the tables of words (vigil/extract/wording.py) on all claims: types, kinds of sources, whether somebody tells them.

    python -m training.wording --gold ../shared/gold [--only source_kinds told]

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
from training.reader.corpus import LATER, training_lines
from training.reader.data import anchor_triggers, read_jsonl
from vigil.extract.introduced import introduced
from vigil.extract.wording import FILE, TOLD, packed, rows_of
from vigil.extract.wording_features import introduction_features, source_features, told_features, trigger_features
from vigil.model.claim import SOURCE_KINDS, TYPES

#: Rows of each table.
ROWS = 1 << 15
EPOCHS, BATCH, RATE, DROP, GOLD_WEIGHT = 12, 192, 0.1, 0.3, 3.0
Row = tuple[list[NDArray[np.int64]], int, float]  # features in bags, class, weight
Rows = Callable[[dict[str, Any], float], Iterator[Row]]
Model = tuple[NDArray[Any], NDArray[Any]]


def main() -> None:
    """Train, measure, write the file and put it on the card."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=Path("../shared/gold"))
    parser.add_argument("--out", type=Path, default=Path("vigil/extract/weights"))
    parser.add_argument("--only", nargs="+", default=[], help="tables to train; the others of the file are kept")
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    sources = training_lines(args.gold)
    gold, dev = sources.pop("gold"), read_jsonl(args.gold / "claims/dev.jsonl")
    others = [line for name, lines in sources.items() if name not in LATER for line in lines]
    arrays: dict[str, Any] = {}
    if args.only:
        with np.load(args.out / FILE) as kept:
            arrays |= dict(kept)
    tasks: tuple[tuple[str, Rows, int], ...] = (
        ("types", of_type, len(TYPES)),
        ("source_kinds", of_source, len(SOURCE_KINDS)),
        ("told", of_telling, len(TOLD)),
    )
    for name, rows, classes in tasks:
        if args.only and name not in args.only:
            continue
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
            yield [rows_of(features, ROWS)], TYPES.index(claim["type"]), weight


def of_source(line: dict[str, Any], weight: float) -> Iterator[Row]:
    """One a claim with a source: as the reader will see it, an antecedent after its pronoun, and who it is elsewhere."""
    for claim in line["claims"]:
        if claim.get("source"):
            names = " , ".join(a if isinstance(a, str) else f"{a['t']} {a['is']}" for a in claim["source"])
            who = introduced(line["text"], [a if isinstance(a, str) else a["is"] or a["t"] for a in claim["source"]])
            bags = [source_features(names, claim.get("cue", "")), introduction_features(who)]
            kind = SOURCE_KINDS.index(claim.get("source_kind", "none"))
            yield [rows_of(bag, ROWS) for bag in bags if bag], kind, weight


def of_telling(line: dict[str, Any], weight: float) -> Iterator[Row]:
    """One a claim: whether somebody tells it."""
    for claim, at in anchor_triggers(line):
        if at is not None:
            s, sentences = claim["s"], line["sentences"]
            before = tuple(sentences[s - 1]) if s else None
            features = told_features(line["text"], tuple(sentences[s]), before, at, claim["type"])
            yield [rows_of(features, ROWS)], int(claim.get("source_kind", "none") != "none"), weight


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
            bags = [(number, bag) for number, (given_bags, _, _) in enumerate(part) for bag in given_bags]
            kept = [bag[dice.random(len(bag)) > DROP] for _, bag in bags]
            kept = [few if len(few) else bag for few, (_, bag) in zip(kept, bags, strict=True)]
            starts = np.cumsum([0, *(len(few) for few in kept[:-1])])
            means = table(torch.from_numpy(np.concatenate(kept)), torch.from_numpy(starts))
            whose = torch.tensor([number for number, _ in bags])
            odds = torch.zeros(len(part), classes).index_add(0, whose, means) + bias
            wanted, weight = torch.tensor([row[1] for row in part]), torch.tensor([row[2] for row in part])
            loss = (F.cross_entropy(odds, wanted, reduction="none", label_smoothing=0.05) * weight).mean()
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
    return table.weight.detach().numpy(), bias.detach().numpy()


def right(model: Model, given: Sequence[Row]) -> float:
    """Share of rows whose class is the likeliest."""
    table, bias = model
    return float(np.mean([int((sum(table[f].mean(0) for f in bags) + bias).argmax()) == n for bags, n, _ in given]))


if __name__ == "__main__":
    main()
