"""What the reader's states know beyond its labels: a logistic regression on them, in five parts. It ships with nothing.

Features of a text are the mean and the largest value of each pass-one state over its tokens, and how many claims of each
type it has; for a marked pair also the mean over each actor's tokens and over those between the two.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bench.reading import Reading
from vigil.extract.reader import CLS, SEP, NeuralReader
from vigil.extract.windows import tokenize, windows_of
from vigil.model.claim import TYPES, Claim
from vigil.model.text import Document

Floats = NDArray[np.float64]
#: Ridge chosen before looking: features are standardised and there are about as many of them as texts.
RIDGE, STEPS, PARTS, SEED = 3e-2, 300, 5, 7


def states(reader: NeuralReader, document: Document) -> tuple[Floats, Floats]:
    """Pass one's state of each token that is read, [n, d], and where the token's characters stand, [n, 2]."""
    tokens = tokenize(reader.tokenizer, document.text)
    rows, places = [], []
    for window in windows_of(document, tokens):
        ids = np.concatenate([[CLS], tokens.ids[window.start : window.end], [SEP]]).astype(np.int64)[None]
        case = np.concatenate([[0], tokens.case[window.start : window.end], [0]]).astype(np.int64)[None]
        found, _, _ = reader.passes.one(ids, np.ones_like(ids), case)
        first, last = window.pieces[0].start, window.pieces[-1].end
        rows.append(found[0, 1 + first - window.start : 1 + last - window.start])
        places.append(np.stack([tokens.starts[first:last], tokens.ends[first:last]], axis=1))
    return np.concatenate(rows).astype(np.float64), np.concatenate(places).astype(np.float64)


def document_features(readings: Sequence[Reading]) -> Floats:
    """One row a text."""
    reader = NeuralReader.load()
    return np.stack([_whole(states(reader, document)[0], claims) for document, claims in readings])


def pair_features(readings: Sequence[Reading], marks: Sequence[tuple[Sequence[Any], Sequence[Any]]]) -> Floats:
    """One row a text with a marked source and target."""
    reader = NeuralReader.load()
    return np.stack([
        _pair(*states(reader, document), claims, *marked)
        for (document, claims), marked in zip(readings, marks, strict=True)
    ])  # fmt: skip


def _whole(found: Floats, claims: Sequence[Claim]) -> Floats:
    counts = np.log1p([sum(claim.type == kind for claim in claims) for kind in TYPES])
    return np.concatenate([found.mean(axis=0), found.max(axis=0), counts])


def _pair(
    found: Floats, places: Floats, claims: Sequence[Claim], source: Sequence[Any], target: Sequence[Any]
) -> Floats:
    edges = sorted([*((mark["start"], mark["end"]) for mark in (*source[:1], *target[:1]))])
    gap = {"start": edges[0][1], "end": edges[-1][0]} if edges else {"start": 0, "end": 0}
    return np.concatenate([_whole(found, claims), *(_mean(found, places, part) for part in (source, target, [gap]))])


def _mean(found: Floats, places: Floats, marks: Sequence[Any]) -> Floats:
    inside = np.zeros(len(found), dtype=bool)
    for mark in marks:
        inside |= (places[:, 0] < mark["end"]) & (places[:, 1] > mark["start"])
    return found[inside].mean(axis=0) if inside.any() else np.zeros(found.shape[1])


def cross_validated(rows: Floats, labels: Sequence[str]) -> list[str]:
    """Each text's label by a regression that has not seen its part."""
    part = np.random.default_rng(SEED).permutation(len(labels)) % PARTS
    names = sorted(set(labels))
    wanted = np.array([names.index(label) for label in labels])
    found = np.zeros(len(labels), dtype=np.int64)
    for held in range(PARTS):
        seen = part != held
        mean, spread = rows[seen].mean(axis=0), rows[seen].std(axis=0) + 1e-6
        scaled = (rows - mean) / spread
        weights = regress(scaled[seen], wanted[seen], len(names))
        found[~seen] = (_with_one(scaled[~seen]) @ weights).argmax(axis=1)
    return [names[number] for number in found]


def regress(rows: Floats, wanted: NDArray[np.int64], classes: int) -> Floats:
    """Multinomial logistic regression by accelerated gradient steps; the bias goes unpunished."""
    x, y = _with_one(rows), np.eye(classes)[wanted]
    ridge = np.full((x.shape[1], 1), RIDGE)
    ridge[-1] = 0.0
    # The loss's curvature is at most half the largest eigenvalue of the rows' covariance.
    rate = 1 / (0.5 * np.linalg.norm(x, 2) ** 2 / len(x) + RIDGE)
    weights = ahead = np.zeros((x.shape[1], classes))
    for step in range(STEPS):
        odds = x @ ahead
        chance = np.exp(odds - odds.max(axis=1, keepdims=True))
        chance /= chance.sum(axis=1, keepdims=True)
        before, weights = weights, ahead - rate * (x.T @ (chance - y) / len(x) + ridge * ahead)
        ahead = weights + step / (step + 3) * (weights - before)
    return weights


def _with_one(rows: Floats) -> Floats:
    return np.hstack([rows, np.ones((len(rows), 1))])
