"""Logits -> spans and classes. Numpy only; shared by the running reader and by training, so that both are scored alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from vigil.extract import labels as L
from vigil.extract.windows import Piece
from vigil.model.claim import COUNT_KINDS, SOURCE_KINDS, TYPES

Floats = NDArray[np.float32]
NO_SOURCE = SOURCE_KINDS.index("none")
#: No threshold is below this.
LEAST = 0.1
#: What may be named elsewhere: arguments and sources, never a cue, a time or a counted noun.
FAR_ROLES = ("agent", "target", "place", "from", "instrument", "source")


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
    confidence: tuple[float, float, float, float] = (1.0, 0.0, 0.0, 0.0)  # see ``settled``

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
    kinds: Floats  # [types] probability of each type, given that it is a trigger


@dataclass(slots=True)
class FoundArguments:
    """What pass two read for one trigger, in document tokens: roles in its sentence, whom they mean, and counts by kind."""

    spans: list[tuple[str, int, int, float]] = field(default_factory=list)
    meant: list[tuple[str, int, int, float]] = field(default_factory=list)
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
        found.append(FoundTrigger(piece, piece.start + at, piece.start + end, kind, score, total / total.sum()))
        at = end
    return found


def spans(outside: Floats, begins: NDArray[np.bool_], start: int, least: float) -> list[tuple[int, int, float]]:
    """Runs of tokens that are inside with at least ``least`` -> (start, end, score) in document tokens.

    ``outside`` [l] is the probability of being outside; where ``begins`` [l] (B beats I), a new run opens.
    """
    hot = 1 - outside >= least
    at = np.flatnonzero(hot)
    if not len(at):
        return []
    opens = np.flatnonzero((np.diff(at, prepend=at[0] - 2) > 1) | begins[at])
    found = []
    for first, last in zip(at[opens], [*at[opens[1:] - 1], at[-1]], strict=True):
        found.append((start + int(first), start + int(last) + 1, float((1 - outside[first : last + 1]).mean())))
    return found


def settled(trigger: FoundTrigger, found: FoundArguments, weights: Sequence[float]) -> FoundTrigger:
    """The trigger with the type that both passes together hold likeliest, and how sure that is a claim of this type.

    The type is that of the largest product of both passes' probabilities. The score is a logistic of three log odds
    (trigger, validity, type) with ``weights`` and a bias that were fitted on the development set (Platt 1999); the
    card gives its calibration error.
    """
    both = trigger.kinds * found.classes["type"]
    kinds = both / max(float(both.sum()), 1e-9)
    value = float(np.dot(weights[:3], evidence(trigger.score, found, float(kinds.max()))) + weights[3])
    return replace(trigger, type=int(kinds.argmax()), kinds=kinds, score=1 / (1 + float(np.exp(-value))))


def evidence(score: float, found: FoundArguments, sure: float) -> Floats:
    """Log odds [3] that it is a trigger, that the claim is valid, and that the type is right."""
    chances = np.clip(np.asarray([score, found.classes["valid"][1], sure], dtype=np.float32), 1e-3, 1 - 1e-3)
    odds: Floats = np.log(chances / (1 - chances))
    return odds


def arguments(
    tags: Floats,
    far: Floats,
    classes: Floats,
    start: int,
    far_start: int,
    thresholds: Thresholds,
) -> FoundArguments:
    """Pass two's output for one trigger.

    ``tags`` [l, N_SPAN + N_COUNT] begin at token ``start``, ``far`` [c, N_SPAN] at token ``far_start``.
    """
    found = FoundArguments()
    for name, columns in L.class_slices().items():
        found.classes[name] = softmax(classes[columns])
    found.stance = best_stance(found.classes["stance"], thresholds.rare_stance)
    is_told = found.classes["source_kind"][NO_SOURCE] < 0.5
    here, there = _roles(tags[:, : L.N_SPAN]), _roles(far)
    for role, column in here.items():
        least = thresholds.told if role == "source" and is_told else thresholds.role(role)
        found.spans += [(role, *span) for span in spans(*column, start, least)]
    for role, column in there.items():
        if role in FAR_ROLES:
            found.meant += [(role, *span) for span in spans(*column, far_start, thresholds.outside)]
    counts = softmax(tags[:, L.N_SPAN :])
    begins = counts[:, 1::2].sum(axis=1) > counts[:, 2::2].sum(axis=1)
    for first, last, _ in spans(counts[:, 0], begins, start, thresholds.count):
        rows = counts[first - start : last - start]
        kinds = (rows[:, 1::2] + rows[:, 2::2]).sum(axis=0)
        kind = int(kinds.argmax())
        found.counts.append((COUNT_KINDS[kind], first, last, float(kinds[kind] / (last - first))))
    return found


def _roles(logits: Floats) -> dict[str, tuple[Floats, NDArray[np.bool_]]]:
    """Logits [t, N_SPAN] -> by role the probability of being outside [t], and whether B beats I [t].

    A role that is nowhere likelier than LEAST is left out: most are, and this is done for every trigger.
    """
    chances = softmax(logits.reshape(len(logits), len(L.SPAN_ROLES), 3))
    likeliest = 1 - chances[:, :, 0].min(axis=0)
    return {
        role: (chances[:, n, 0], chances[:, n, 1] > chances[:, n, 2])
        for n, role in enumerate(L.SPAN_ROLES)
        if likeliest[n] >= LEAST
    }


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
