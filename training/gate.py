"""Train the gate (vigil/extract/gate.py): sentences with claims against sentences of texts that are not about war.

    python -m training.gate --gold ../shared/gold

Texts about war: claims gold (train); those of training/data made it stricter and worse (docs/plans). Others: GUM, Wikigold,
MEANTIME and the English Web Treebank (UDS), whose licences let weights ship; they hold some sentences about violence, which
is why the threshold is chosen on articles, by five folds: the highest at which 99.5 in 100 articles of war pass. Half a
minute of one core.
"""

from __future__ import annotations

import argparse
import json
import random
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from bench.gold import read
from training.reader.card import files_of
from training.reader.corpus import training_lines
from training.reader.data import as_document
from vigil.extract.gate import FILE, Gate
from vigil.extract.sentences import split
from vigil.extract.windows import open_tokenizer
from vigil.model.text import Document

OTHERS = (
    "gum_open/train.jsonl.gz",
    "ner_en_open/wikigold.all.jsonl",
    "meantime_en/all.jsonl",
    "uds_factuality/train.jsonl.gz",
)
KEEP = 0.995
VOCABULARY = 30522


def main() -> None:
    """Train, choose the threshold, write the file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=Path("../shared/gold"))
    parser.add_argument("--out", type=Path, default=Path("vigil/extract/weights"), help="the exported reader's folder")
    args = parser.parse_args()
    tokenizer = open_tokenizer(args.out)
    war = [line for line in training_lines(args.gold, ["gold"])["gold"] if line["claims"]]
    other = [text for name in OTHERS for text in texts(read(args.gold / name))]
    random.Random(7).shuffle(war), random.Random(7).shuffle(other)
    scores: list[float] = []
    passed: list[float] = []
    for fold in range(5):
        gate = fit(
            tokenizer,
            [w for n, w in enumerate(war) if n % 5 != fold],
            [o for n, o in enumerate(other) if n % 5 != fold],
        )
        scores += [gate.score(split(as_document(line))) for line in war[fold::5]]
        passed += [gate.score(document(text)) for text in other[fold::5]]
    threshold = float(np.quantile(np.asarray(scores), 1 - KEEP, method="lower"))
    gate = fit(tokenizer, war, other)
    np.savez_compressed(
        args.out / FILE,
        weights=gate.weights.astype(np.float16),
        bias=np.float32(gate.bias),
        threshold=np.float32(threshold),
    )
    card = args.out / "card.json"
    plain = json.loads(card.read_text(encoding="utf-8")) | {"files": files_of(args.out)}
    card.write_text(json.dumps(plain, indent=1) + "\n", encoding="utf-8")
    stopped = sum(score < threshold for score in passed) / len(passed)
    print(
        f"{len(war)} articles of war, {len(other)} other texts; threshold {threshold:.3f}; of the others {stopped:.3f} stop"
    )


def document(text: str) -> Document:
    """A bare text with its sentences."""
    return split(Document(id="d", key="d", digest="", text=text, language="en"))


def texts(rows: list[dict[str, Any]]) -> list[str]:
    """Texts of a set; single sentences are joined by tens, so that they look like articles."""
    if sum(len(row["text"]) for row in rows) / len(rows) > 600:
        return [row["text"] for row in rows]
    return [" ".join(row["text"] for row in rows[at : at + 10]) for at in range(0, len(rows), 10)]


def fit(
    tokenizer: Tokenizer, war: list[dict[str, Any]], other: list[str], steps: int = 400, ridge: float = 2e-4
) -> Gate:
    """Logistic regression by gradient descent with momentum, both kinds weighing the same."""
    passages: list[NDArray[np.int64]] = []
    labels: list[float] = []
    for line in war:
        for s in sorted({claim["s"] for claim in line["claims"]}):
            start, end = line["sentences"][s]
            passages.append(_pieces(tokenizer, line["text"][start:end])), labels.append(1.0)
    for text in other:
        bounds = document(text).sentences
        for start, end in bounds:
            passages.append(_pieces(tokenizer, text[start:end])), labels.append(0.0)
    rows = np.concatenate([np.full(len(p), n) for n, p in enumerate(passages)])
    columns = np.concatenate(passages)
    size = np.sqrt(np.asarray([max(1, len(p)) for p in passages]))
    value = 1 / size[rows]
    wanted = np.asarray(labels)
    share = np.where(wanted > 0, 0.5 / wanted.sum(), 0.5 / (1 - wanted).sum())
    weights, bias, speed, speed_bias = np.zeros(VOCABULARY), 0.0, np.zeros(VOCABULARY), 0.0
    for _ in range(steps):
        logit = np.bincount(rows, weights[columns] * value, minlength=len(passages)) + bias
        slope = share * (1 / (1 + np.exp(-logit)) - wanted)
        pull = np.bincount(columns, slope[rows] * value, minlength=VOCABULARY) + ridge * weights / 10
        speed, speed_bias = 0.9 * speed - 20 * pull, 0.9 * speed_bias - 2 * slope.sum()
        weights, bias = weights + speed, bias + speed_bias
    return Gate(tokenizer, weights.astype(np.float32), float(bias), 0.0, "new")


def _pieces(tokenizer: Tokenizer, text: str) -> NDArray[np.int64]:
    return np.unique(np.asarray(tokenizer.encode(text, add_special_tokens=False).ids, dtype=np.int64))


if __name__ == "__main__":
    main()
