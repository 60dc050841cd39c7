"""Why each claim is in its event, and why what came near is not: every comparison with its weight, in words.

Everything is worked out again from the record, as fusion does it; nothing about it is stored.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from vigil.fuse.facts import gather
from vigil.fuse.pairs.comparer import Comparer, Weights, veto
from vigil.fuse.pairs.features import FEATURES
from vigil.fuse.where import NO
from vigil.model.claim import Claim
from vigil.model.event import Event
from vigil.model.text import Document

NEAR_MISSES = 10


@dataclass(frozen=True, slots=True)
class Part:
    """One comparison of two claims: its feature, value in [0, 1], weight, and the sentence that says it."""

    feature: str
    value: float
    weight: float
    reason: str

    @property
    def gain(self) -> float:
        """What it adds to the log-odds."""
        return self.value * self.weight


@dataclass(frozen=True, slots=True)
class Bond:
    """A claim's closest tie to an event's claims. ``no``: the rule that excludes the pair, "" when none does.

    ``odds`` are the log-odds of this pair alone; groups are joined by the mean over all their pairs.
    """

    claim: str
    other: str
    odds: float
    parts: tuple[Part, ...]
    no: str = ""


@dataclass(frozen=True, slots=True)
class Why:
    """The ties inside an event, and the closest of the claims that are not in it, closest first."""

    inside: tuple[Bond, ...]
    near: tuple[Bond, ...]
    join: float


def why(documents: Sequence[Document], claims: Sequence[Claim], event: Event, *, weights: Weights | None = None) -> Why:
    """Explain one event of a record. ``documents`` and ``claims`` are those that the event was fused from."""
    articles = sorted(documents, key=lambda document: document.id)
    comparer = Comparer(gather(articles, claims), articles, weights)
    members = {evidence.claim for evidence in event.evidence}
    ids = [item.claim.id for item in comparer.facts]
    inside: dict[str, Bond] = {}
    near: dict[str, Bond] = {}
    pairs = comparer.candidates()
    held = np.fromiter((id_ in members for id_ in ids), dtype=bool, count=len(ids))
    for one, two in pairs[held[pairs].any(axis=1)].tolist():
        for claim, other in ((one, two), (two, one)):
            if ids[other] not in members:
                continue
            found = inside if ids[claim] in members else near
            bond = _bond(comparer, claim, other)
            known = found.get(ids[claim])
            if known is None or _closeness(bond) > _closeness(known):
                found[ids[claim]] = bond
    nearest = sorted(near.values(), key=lambda bond: (*(-n for n in _closeness(bond)), bond.claim))
    return Why(tuple(inside[key] for key in sorted(inside)), tuple(nearest[:NEAR_MISSES]), comparer.weights.join)


def _closeness(bond: Bond) -> tuple[int, float]:
    return (0 if bond.no else 1, bond.odds)


def _bond(comparer: Comparer, claim: int, other: int) -> Bond:
    low, high = min(claim, other), max(claim, other)
    pair = comparer.pair(low, high)
    within = pair.one.claim.doc == pair.two.claim.doc
    table = comparer.weights.within if within else comparer.weights.across
    parts = [Part("bias", 1.0, table["bias"], "where nothing is known of two claims of " + _texts(within))]
    for feature in FEATURES:
        score = feature.func(pair)
        if score is not NO and score.value and table[feature.name]:
            parts.append(Part(feature.name, score.value, table[feature.name], score.reason))
    parts.sort(key=lambda part: (-abs(part.gain), part.feature))
    return Bond(
        claim=comparer.facts[claim].claim.id,
        other=comparer.facts[other].claim.id,
        odds=sum(part.gain for part in parts),
        parts=tuple(parts),
        no=veto(pair),
    )


def _texts(within: bool) -> str:
    return "one text" if within else "two texts"
