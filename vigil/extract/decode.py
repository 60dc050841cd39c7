"""Logits -> spans and classes. Numpy only; shared by the running reader and by training, so that both are scored alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from vigil.extract import labels as L
from vigil.extract.windows import Piece
from vigil.model.claim import COUNT_KINDS, SOURCE_KINDS, TYPES

Floats = NDArray[np.float32]
NO_SOURCE = SOURCE_KINDS.index("none")


@dataclass(frozen=True, slots=True)
class Thresholds:
    """How much probability a span needs; chosen on the development set and written in the model card."""

    trigger: float = 0.5
    valid: float = 0.0
    roles: tuple[tuple[str, float], ...] = ()
    outside: float = 0.6
    count: float = 0.5
    rare_stance: float = 0.5  # a denial or refusal less sure than this is read as a plain assertion
    told: float = 0.5  # a source's tokens, where the claim as a whole is judged to be somebody's

    def role(self, name: str) -> float:
        """The least probability of not being outside, for a role's token."""
        return dict(self.roles).get(name, 0.5)


@dataclass(frozen=True, slots=True)
class FoundTrigger:
    """A trigger as a token range of the document, its type number and probability."""

    piece: Piece
    start: int
    end: int
    type: int
    score: float


@dataclass(slots=True)
class FoundArguments:
    """What pass two read for one trigger: (role, start, end, score) and (kind, start, end, score), document tokens."""

    spans: list[tuple[str, int, int, float]] = field(default_factory=list)
    counts: list[tuple[str, int, int, float]] = field(default_factory=list)
    classes: dict[str, Floats] = field(default_factory=dict)
    stance: str = L.STANCES[0]


def softmax(logits: Floats) -> Floats:
    """Row-wise over the last axis."""
    shifted = np.exp(logits - logits.max(axis=-1, keepdims=True))
    result: Floats = shifted / shifted.sum(axis=-1, keepdims=True)
    return result


def triggers(logits: Floats, piece: Piece, offset: int, threshold: float) -> list[FoundTrigger]:
    """Triggers in one piece. ``logits`` [t, tags] belongs to the window that starts at token ``offset``.

    A token is part of a trigger when its probability of being outside is under 1 - threshold; its type is the one with
    most probability over B and I; a B that beats I opens a new trigger, as does a change of type.
    """
    probabilities = softmax(logits[piece.start - offset : piece.end - offset])
    begin, inside = probabilities[:, 1::2], probabilities[:, 2::2]
    kinds = begin + inside
    hot = kinds.sum(axis=1) >= threshold
    found: list[FoundTrigger] = []
    at = 0
    while at < len(hot):
        if not hot[at]:
            at += 1
            continue
        end = at + 1
        kind = int(kinds[at].argmax())
        while end < len(hot) and hot[end] and begin[end].sum() <= inside[end].sum():
            end += 1
        total = kinds[at:end].sum(axis=0)
        kind = int(total.argmax())
        score = float(kinds[at:end].sum(axis=1).max())
        found.append(FoundTrigger(piece, piece.start + at, piece.start + end, kind, score))
        at = end
    return found


def spans(probabilities: Floats, start: int, least: float) -> list[tuple[int, int, float]]:
    """B/I/O probabilities [l, 3] -> (start, end, score) in document tokens."""
    found: list[tuple[int, int, float]] = []
    hot = 1 - probabilities[:, 0] >= least
    at = 0
    while at < len(hot):
        if not hot[at]:
            at += 1
            continue
        end = at + 1
        while end < len(hot) and hot[end] and probabilities[end, 1] <= probabilities[end, 2]:
            end += 1
        found.append((start + at, start + end, float((1 - probabilities[at:end, 0]).mean())))
        at = end
    return found


def arguments(
    tags: Floats, classes: Floats, start: int, inside: tuple[int, int], thresholds: Thresholds
) -> FoundArguments:
    """Pass two's output for one trigger. ``tags`` [l, N_SPAN + N_COUNT] begins at document token ``start``."""
    found = FoundArguments()
    for name, columns in L.class_slices().items():
        found.classes[name] = softmax(classes[columns])
    found.stance = best_stance(found.classes["stance"], thresholds.rare_stance)
    is_told = found.classes["source_kind"][NO_SOURCE] < 0.5
    for number, role in enumerate(L.SPAN_ROLES):
        probabilities = softmax(tags[:, 3 * number : 3 * number + 3])
        here = thresholds.told if role == "source" and is_told else thresholds.role(role)
        for first, last, score in spans(probabilities, start, min(here, thresholds.outside)):
            is_inside = inside[0] <= first and last <= inside[1]
            if score >= (here if is_inside else thresholds.outside):
                found.spans.append((role, first, last, score))
    low, high = inside[0] - start, inside[1] - start
    counts = softmax(tags[low:high, L.N_SPAN :])
    for first, last, _ in spans(_collapse(counts), inside[0], thresholds.count):
        rows = counts[first - inside[0] : last - inside[0]]
        kinds = (rows[:, 1::2] + rows[:, 2::2]).sum(axis=0)
        kind = int(kinds.argmax())
        found.counts.append((COUNT_KINDS[kind], first, last, float(kinds[kind] / (last - first))))
    return found


def _collapse(counts: Floats) -> Floats:
    collapsed: Floats = np.stack([counts[:, 0], counts[:, 1::2].sum(axis=1), counts[:, 2::2].sum(axis=1)], axis=1)
    return collapsed


def best_stance(probabilities: Floats, least: float) -> str:
    """The likeliest rare stance where it is sure enough, else "asserts" (training weighs denials up)."""
    rare = 1 + int(probabilities[1:].argmax())
    return L.STANCES[rare] if probabilities[rare] >= max(least, probabilities[0]) else L.STANCES[0]


def best_mode(probabilities: Floats, kind: str) -> str:
    """The likeliest mode of a type; "" for a type without modes."""
    columns = [n for n, (name, _) in enumerate(L.MODE_CLASSES) if name == kind]
    return L.MODE_CLASSES[max(columns, key=lambda n: probabilities[n])][1] if columns else ""


def pad(rows: Sequence[NDArray[np.generic]], width: int) -> NDArray[np.generic]:
    """Rows of different lengths as one array, zeros behind."""
    padded = np.zeros((len(rows), width, *rows[0].shape[1:]), dtype=rows[0].dtype)
    for number, row in enumerate(rows):
        padded[number, : len(row)] = row
    return padded


assert len(L.TRIGGER_TAGS) == 1 + 2 * len(TYPES)
