"""The place of an act among the place names of its sentence: candidates, features, and a table of weights.

The reader says which words are an act's place. Where it says several ("in Velm in Orsa, near the Norrin border"), the table
says which of them is the place, and a perceptron that sees the reader's states too (``event_place_sight``) where the claim
still carries them. Both were trained on sentences whose coders named the place of one verb (``training/event_place.py``).
The perceptron is also asked about capitals that nobody takes for a place: hamlets and hospitals that no gazetteer has.
It judges names that the reader gives to other acts too; for a claim without a place they are
not taken, since on the claims gold the coder mostly gives such a claim none (docs/plans/2026-11-resolution.md).
"""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from math import exp
from pathlib import Path

from vigil.model.claim import Claim
from vigil.model.text import Bounds
from vigil.reference.keys import fold
from vigil.reference.registry import demonyms
from vigil.reference.tables import Reference
from vigil.resolve.nations import country
from vigil.resolve.places import event_place_sight
from vigil.resolve.places.event_place_features import (
    WORD,
    Features,
    Named,
    all_features,
    covers,
    score_as_place,
    touching,
)
from vigil.resolve.places.event_place_words import LEADING
from vigil.resolve.places.find import LARGE, find_toponyms
from vigil.resolve.places.find_words import CALENDAR
from vigil.resolve.places.story import Story

TABLE = Path(__file__).parents[1] / "data" / "event_place.csv"
#: A column of weights each: names that the reader gives to the act, before and behind its trigger, and other names.
COLUMNS = ("before", "behind", "others")
_ARTICLE = r"(?:[Aa]l|[Ee]l|[Aa]sh?|[Aa]r|[Aa]n|[Aa]d|[Ee]z)[- ]"
_NAME = re.compile(rf"(?:{_ARTICLE})?[A-Z‘][\w'’‘`-]*(?:[ -](?:{_ARTICLE}|of )?[A-Z‘][\w'’‘`-]*)*")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place name of the act's sentence, how likely it is the act's place, and what speaks most for it."""

    start: int
    end: int
    chance: float
    mine: bool  # the reader gives it to the act
    reason: str


@cache
def weights(path: Path = TABLE) -> Mapping[str, Mapping[str, float]]:
    """Column -> feature -> weight; the feature "bias" is always there."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    return {column: {row["feature"]: float(row[column]) for row in rows} for column in COLUMNS}


def names_in(
    text: str, sentence: Bounds, claims: Sequence[Claim], reference: Reference, story: Story | None = None
) -> list[Bounds]:
    """Place names of a sentence in its order: those of the gazetteer, and names in what its claims have for a place."""
    start, end = sentence
    found = [(start + a, start + b) for a, b in find_toponyms(text[start:end], reference, story=story)]
    for claim in claims:
        for mention in claim.arguments:
            span = mention.span
            if mention.role in ("place", "from") and span is not None and start <= span.start and span.end <= end:
                names = [(span.start + m.start(), span.start + m.end()) for m in _NAME.finditer(span.text)]
                found += [name for name in names if not any(name[0] < b and a < name[1] for a, b in found)]
    trimmed = sorted({_trim(text, a, b) for a, b in found})
    return [one for n, one in enumerate(trimmed) if not n or trimmed[n - 1][1] <= one[0]]


def _trim(text: str, start: int, end: int) -> Bounds:
    """Without days behind ("Velm Monday") and small words in front ("In Velm")."""
    words = [(start + m.start(), start + m.end(), m[0].lower()) for m in WORD.finditer(text[start:end])]
    while len(words) > 1 and words[-1][2] in CALENDAR:
        words.pop()
    while len(words) > 1 and words[0][2] in LEADING:
        words.pop(0)
    return (words[0][0], words[-1][1]) if words else (start, end)


def bare_in(text: str, claim: Claim, names: Sequence[Bounds]) -> list[Bounds]:
    """Runs of capitals in what the network saw of a claim's sentence, outside trigger and place names (in text order)."""
    tokens = claim.sight.tokens if claim.sight is not None else ()
    first, last = (tokens[0][0], tokens[-1][1]) if tokens else (0, 0)
    edges = [claim.sentence[0], *(edge for name in names for edge in name), claim.sentence[1]]
    found = []
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        for run in _NAME.finditer(text, max(start, first), max(start, first, min(end, last))):
            one = _trim(text, *run.span())
            words = text[slice(*one)]
            acts = one[0] < claim.trigger.end and claim.trigger.start < one[1]
            if len(words) > 1 and words.lower() not in CALENDAR and not acts:
                found.append(one)
    return found


def kind_of(name: str, reference: Reference) -> str:
    """What a name is by the gazetteer alone, a key of ``event_place_words.SIZE``."""
    if fold(name) in demonyms():
        return "people"
    if country(name):
        return "country"
    places = [c.place for c in reference.places.lookup(name) if c.key_kind != "skeleton"]
    if any(p.id.startswith("adm1") or p.kind in ("province", "state") for p in places):
        return "division"
    if any(p.id.startswith("area") or p.kind == "region" for p in places):
        return "region"
    if not places:
        return "unknown"
    return "city" if max(p.population for p in places) >= LARGE else "town"


def look(
    text: str,
    claim: Claim,
    others: Sequence[Claim],
    names: Sequence[Bounds],
    reference: Reference,
    bare: Sequence[Bounds] = (),
) -> list[Named]:
    """Names and bare ones as a claim of their sentence sees them, in text order; ``others``: its further claims."""
    acts = [other.trigger.start for other in others]
    return [
        Named(
            start=start,
            end=end,
            kind=kind_of(text[start:end], reference),
            mine=score_as_place(claim, (start, end)),
            others=max((score_as_place(other, (start, end)) for other in others), default=0.0),
            roles=touching(claim, (start, end)),
            between=sum(min(start, claim.trigger.start) < act < max(start, claim.trigger.start) for act in acts),
            nearer=any(abs(act - start) < abs(claim.trigger.start - start) for act in acts),
            bare=only,
        )
        for (start, end), only in sorted([*((name, False) for name in names), *((name, True) for name in bare)])
    ]


def column_of(name: Named, claim: Claim) -> str:
    """The column of weights by which a name is judged."""
    if not name.mine:
        return "others"
    return "before" if name.end <= claim.trigger.start else "behind"


def judge(
    text: str,
    claim: Claim,
    others: Sequence[Claim],
    names: Sequence[Bounds],
    reference: Reference,
    *,
    own: bool = False,
) -> list[Candidate]:
    """The names of a claim's sentence, each with its chance, in text order.

    Bare ones among them where the claim carries what they can be judged by; with ``own`` only those in its own places: the
    others change nothing for these, and judging all of them made all of resolution a third slower.
    """
    bare = bare_in(text, claim, names) if event_place_sight.fits(claim) else []
    if own:
        bare = [one for one in bare if any(covers(mention, *one) for mention in claim.of("place"))]
    return choose(text, claim, look(text, claim, others, names, reference, bare))


def choose(text: str, claim: Claim, names: Sequence[Named]) -> list[Candidate]:
    """Each name with its chance of being the claim's place, in text order.

    By the perceptron where the claim carries what its reader saw, else by the table; what speaks most for a name is said by
    the table either way.
    """
    if not names:
        return []
    features, columns = all_features(text, claim, names), [column_of(name, claim) for name in names]
    found = [
        _candidate(name, told, weights()[column]) for name, told, column in zip(names, features, columns, strict=True)
    ]
    seen = event_place_sight.chances(
        claim, [(name.start, name.end) for name in names], features, [COLUMNS.index(column) for column in columns]
    )
    if seen is None:
        return [one for one, name in zip(found, names, strict=True) if not name.bare]
    return [replace(one, chance=round(chance, 3)) for one, chance in zip(found, seen, strict=True)]


def _candidate(name: Named, features: Features, table: Mapping[str, float]) -> Candidate:
    parts = {feature: value * table.get(feature, 0.0) for feature, value in features.items()}
    chance = 1 / (1 + exp(-max(-30.0, min(30.0, table["bias"] + sum(parts.values())))))
    said = sorted(
        (f for f in parts if f.startswith(("after ", "chained ", "kind ", "distance <="))), key=lambda f: (-parts[f], f)
    )
    return Candidate(name.start, name.end, round(chance, 3), name.mine > 0, ", ".join(said[:2]))
