"""Logits -> spans and classes. Numpy only; shared by the running reader and by training, so that both are scored alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from vigil.extract import labels as L
from vigil.extract.windows import Piece
from vigil.model.claim import COUNT_KINDS, SOURCE_KINDS, TYPES

Floats = NDArray[np.float32]
Array = NDArray[np.generic]
NO_SOURCE = SOURCE_KINDS.index("none")
#: What may be named elsewhere: arguments and sources, never a cue, a time or a counted noun.
FAR_ROLES = ("agent", "target", "place", "from", "instrument", "source")
FAR_COLUMNS = [L.SPAN_ROLES.index(role) for role in FAR_ROLES]
#: What the passes leave to a type or kind that they think impossible, should the words speak for it.
LEAST = 1e-4
SOURCE = L.SPAN_ROLES.index("source")
PLACES = [3 * L.SPAN_ROLES.index(role) + n for role in ("place", "from") for n in range(3)]
#: What part of a threshold the other tokens of a run have to reach, of arguments, antecedents and numbers alike (hysteresis,
#: Canny 1986): "Norrin army" is one party, where the network is sure of "Norrin" and half sure of "army". By dev:
#: docs/plans/2026-11-reader.md.
FAINT = 0.5


@dataclass(frozen=True, slots=True)
class Thresholds:
    """How much probability the surest token of a span needs (the others ``FAINT`` of it); chosen on the development set and
    written in the model card."""

    trigger: float = 0.5
    valid: float = 0.0
    roles: tuple[tuple[str, float], ...] = ()
    outside: float = 0.6
    count: float = 0.5
    rare_stance: float = 0.5  # a denial or refusal less sure than this is read as a plain assertion
    told: float = 0.5  # a source's tokens, where the claim as a whole is judged to be somebody's
    confidence: tuple[float, float, float, float] = (1.0, 0.0, 0.0, 0.0)  # see ``settled``

    def role(self, name: str) -> float:
        """The least probability of not being outside, for one token of a role's span."""
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


@dataclass(frozen=True, slots=True)
class Row:
    """Where a row of pass two lies in the document: ``size`` tokens from ``start``, ``reach`` tokens from ``far_start``."""

    start: int
    size: int
    far_start: int
    reach: int


@dataclass(frozen=True, slots=True)
class Seen:
    """What the network saw of a trigger's sentence of l tokens, for a claim's ``Sight``, in half precision."""

    below: Array  # [l, d + k]: pass one's states and notes, the same for all triggers of a sentence
    top: Array  # [l, d]: pass two's last states
    places: Array  # [l, 6]: pass two's O, B and I of "place" and "from", in log odds


@dataclass(slots=True)
class FoundArguments:
    """What pass two read for one trigger, in document tokens: roles in its sentence, whom they mean, and counts by kind."""

    spans: list[tuple[str, int, int, float]] = field(default_factory=list)
    meant: list[tuple[str, int, int, float]] = field(default_factory=list)
    counts: list[tuple[str, int, int, float]] = field(default_factory=list)
    classes: dict[str, Floats] = field(default_factory=dict)
    stance: str = L.STANCES[0]
    seen: Seen | None = None


def softmax(logits: Floats) -> Floats:
    """Row-wise over the last axis."""
    shifted = np.exp(logits - logits.max(axis=-1, keepdims=True))
    result: Floats = shifted / shifted.sum(axis=-1, keepdims=True)
    return result


def of_three(logits: Floats) -> Floats:
    """``softmax`` over a last axis of O, B and I, a fifth of its time: numpy takes each three by themselves."""
    out, begin, inside = logits[..., 0], logits[..., 1], logits[..., 2]
    shifted = np.exp(logits - np.maximum(np.maximum(out, begin), inside)[..., None])
    shifted /= (shifted[..., 0] + shifted[..., 1] + shifted[..., 2])[..., None]
    return shifted


def triggers(chances: Floats, pieces: Sequence[Piece], offset: int, threshold: float) -> Iterator[FoundTrigger]:
    """Triggers in the pieces of one window, in text order. ``chances`` [t, tags] begin at token ``offset``.

    A token is part of a trigger when its probability of being outside is under 1 - threshold; its type is the one with
    most probability over B and I; a B that beats I opens a new trigger, as does a change of type.
    """
    begin, inside = chances[:, 1::2], chances[:, 2::2]
    kinds = begin + inside
    sure = kinds.sum(axis=1)
    hot = sure >= threshold
    goes_on = hot & (begin.sum(axis=1) <= inside.sum(axis=1))
    for piece in pieces:
        last, free = piece.end - offset, 0
        for at in (np.flatnonzero(hot[piece.start - offset : last]) + (piece.start - offset)).tolist():
            if at < free:
                continue  # part of the one before
            free = at + 1
            while free < last and goes_on[free]:
                free += 1
            total = kinds[at:free].sum(axis=0)
            score = float(sure[at:free].max())
            yield FoundTrigger(piece, offset + at, offset + free, int(total.argmax()), score, total / total.sum())


def settled(
    trigger: FoundTrigger, found: FoundArguments, weights: Sequence[float], by_words: Floats | None = None
) -> FoundTrigger:
    """The trigger with the type that both passes together hold likeliest, and how sure that is a claim of this type.

    The type is that of the largest product of both passes' probabilities and, where given, that of its words alone
    (``by_words`` [types], logarithms). The score is a logistic of three log odds
    (trigger, validity, type) with ``weights`` and a bias that were fitted on the development set (Platt 1999); the
    card gives its calibration error.
    """
    both = trigger.kinds * found.classes["type"]
    kinds = both / max(float(both.sum()), 1e-9)
    if by_words is not None:
        kinds = (kinds + LEAST) * np.exp(by_words)
        kinds = kinds / kinds.sum()
    value = float(np.dot(weights[:3], evidence(trigger.score, found, float(kinds.max()))) + weights[3])
    return replace(trigger, type=int(kinds.argmax()), kinds=kinds, score=1 / (1 + float(np.exp(-value))))


def evidence(score: float, found: FoundArguments, sure: float) -> Floats:
    """Log odds [3] that it is a trigger, that the claim is valid, and that the type is right."""
    chances = np.clip(np.asarray([score, found.classes["valid"][1], sure], dtype=np.float32), 1e-3, 1 - 1e-3)
    odds: Floats = np.log(chances / (1 - chances))
    return odds


def arguments(
    tags: Floats, far: Floats, classes: Floats, rows: Sequence[Row], thresholds: Thresholds
) -> list[FoundArguments]:
    """Pass two's output for a batch of triggers, all decoded at once: by itself each costs half of what asking it does.

    ``tags`` [n, l, N_SPAN + N_COUNT], ``far`` [n, c, N_SPAN], ``classes`` [n, N_CLASS]; what lies beyond a row's own
    lengths is padding.
    """
    n, sizes = len(rows), [row.size for row in rows]
    heads = {name: softmax(classes[:, columns]) for name, columns in L.class_slices().items()}
    found = [FoundArguments(classes={name: chances[k] for name, chances in heads.items()}) for k in range(n)]
    for one in found:
        one.stance = best_stance(one.classes["stance"], thresholds.rare_stance)
    least = np.tile(np.asarray([thresholds.role(role) for role in L.SPAN_ROLES], dtype=np.float32), (n, 1))
    least[heads["source_kind"][:, NO_SOURCE] < 0.5, SOURCE] = thresholds.told
    here = of_three(tags[:, :, : L.N_SPAN].reshape(n, -1, len(L.SPAN_ROLES), 3)).transpose(0, 2, 1, 3)
    for k, role, first, last, score in runs(here, sizes, least):
        found[k].spans.append((L.SPAN_ROLES[role], rows[k].start + first, rows[k].start + last, score))
    there = of_three(far.reshape(n, -1, len(L.SPAN_ROLES), 3)[:, :, FAR_COLUMNS]).transpose(0, 2, 1, 3)
    outside = np.full((n, len(FAR_COLUMNS)), thresholds.outside, dtype=np.float32)
    for k, role, first, last, score in runs(there, [row.reach for row in rows], outside):
        found[k].meant.append((FAR_ROLES[role], rows[k].far_start + first, rows[k].far_start + last, score))
    counts = softmax(tags[:, :, L.N_SPAN :])
    begin, inside = counts[:, :, 1::2], counts[:, :, 2::2]
    tagged = np.stack([counts[:, :, 0], begin.sum(axis=2), inside.sum(axis=2)], axis=-1)[:, None]
    for k, _, first, last, _ in runs(tagged, sizes, np.full((n, 1), thresholds.count, dtype=np.float32)):
        kinds = (begin[k, first:last] + inside[k, first:last]).sum(axis=0)
        kind = int(kinds.argmax())
        score = float(kinds[kind] / (last - first))
        found[k].counts.append((COUNT_KINDS[kind], rows[k].start + first, rows[k].start + last, score))
    return found


def runs(chances: Floats, lengths: Sequence[int], least: Floats) -> Iterator[tuple[int, int, int, int, float]]:
    """Runs of tokens as (row, role, first, end, score), in that order, by two thresholds (hysteresis, Canny 1986).

    ``chances`` [n, r, t, 3] are those of O, B and I, ``least`` is [n, r]. Each token of a run is inside with ``FAINT`` of
    ``least`` or more, one of them with ``least``; a new run opens where B beats I. The score is the mean chance of being
    inside of those that reach ``least``, so that no run is worth less for its faint ends.
    """
    within = np.arange(chances.shape[2])[None, None, :] < np.asarray(lengths)[:, None, None]
    chance = 1 - chances[..., 0]
    hot = (chance >= FAINT * least[:, :, None]) & within
    edge = np.zeros((*hot.shape[:2], 1), dtype=bool)
    opens = hot & (~np.concatenate([edge, hot[:, :, :-1]], axis=2) | (chances[..., 1] > chances[..., 2]))
    closes = hot & (~np.concatenate([hot[:, :, 1:], edge], axis=2) | np.concatenate([opens[:, :, 1:], edge], axis=2))
    # Both in the order of rows, roles and tokens: the n-th opening belongs to the n-th end.
    ends = np.nonzero(closes)[2].tolist()
    for k, role, first, last in zip(*(part.tolist() for part in np.nonzero(opens)), ends, strict=True):
        inside = chance[k, role, first : last + 1]
        sure = inside[inside >= least[k, role]]
        if sure.size:
            # What ``mean`` does, without its preparations.
            yield k, role, first, last + 1, float(np.add.reduce(sure) / sure.size)


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
