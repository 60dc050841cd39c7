"""One phrase's candidates to one choice or none: the features' sum, and how a place goes with the text's other ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import exp, inf, log

from vigil.model.entity import Place, distance_km
from vigil.model.link import Score
from vigil.reference.gazetteer import Candidate
from vigil.resolve.places.features import (
    FEATURES,
    NONE,
    SCORE,
    Features,
    Setting,
    division_of,
    features,
    near,
    reason,
    total,
    weights,
)
from vigil.resolve.places.story import Story

#: Residents from which a town of a country that the text does not name is meant by its name alone.
KNOWN_ELSEWHERE = 100_000
#: Kilometres within which two small places say that both are meant.
NEIGHBOURS = 161
Row = tuple[float, str, Place]  # score without the text's other places, its reason, the place
#: Log odds of the country that a people's name means, against none.
PEOPLE = 6.0
#: Candidates that are weighed against the text's other places: more never win, and cost.
MOST = 20
#: Nearness from which it is a reason: one of the three nearest places within some 60 km, or all within 200.
CLOSE = 0.22


@dataclass(frozen=True, slots=True)
class Choice:
    """The candidate taken for a phrase."""

    place: Place
    score: Score


def score(candidates: Sequence[Candidate], setting: Setting) -> list[Row]:
    """The best of a name's candidates by everything but the text's other places."""
    return sorted((_row(c, setting) for c in candidates), key=lambda row: (-row[0], row[2].id))[:MOST]


def _row(candidate: Candidate, setting: Setting) -> Row:
    if candidate.key_kind == "people":
        return weights()[NONE] + PEOPLE, "a people's name", candidate.place
    found = features(candidate, setting)
    return total(found), reason(candidate, found), candidate.place


def cities(candidates: Sequence[Candidate]) -> dict[str, int]:
    """Residents of the largest candidate town in each division; a town may be spelled otherwise than its division."""
    table: dict[str, int] = {}
    for one in candidates:
        if one.place.kind in ("city", "town"):
            table[one.place.parent] = max(table.get(one.place.parent, 0), one.place.population)
    return table


@dataclass(frozen=True, slots=True)
class Share:
    """The likeliest candidate with its share of all chances, other entries of the same place counted in."""

    place: Place
    share: float
    reason: str


def log_odds(share: float) -> float:
    """Of a share of chances, short of certainty on either side."""
    share = min(max(share, 1e-4), 1 - 1e-4)
    return log(share / (1 - share))


def choose(rows: Sequence[Row], others: Sequence[Place]) -> Choice | None:
    """The likeliest row, given what the text's other phrases are taken for; None where none of them is likelier.

    Its score is the share of such choices that were right on sets whose places are certain (``training/places_score.py``;
    reliability in docs/plans/2026-11-resolution.md).
    """
    found = share_of(rows, others)
    if found is None:
        return None
    constant, slope = (weights()[name] for name in SCORE)
    value = 1 / (1 + exp(-constant - slope * log_odds(found.share)))
    return Choice(found.place, Score(round(value, 3), found.reason))


def share_of(rows: Sequence[Row], others: Sequence[Place]) -> Share | None:
    """The likeliest row and its share, see ``choose``."""
    found = together([place for _, _, place in rows], others) if others else [{}] * len(rows)
    ranked = sorted(
        ((value + total(beside), why, place, beside) for (value, why, place), beside in zip(rows, found, strict=True)),
        key=lambda row: (-row[0], row[2].id),
    )
    none = weights()[NONE]
    if not ranked or ranked[0][0] < none:
        return None
    best, why, place, beside = ranked[0]
    if beside.get("near", 0.0) >= CLOSE:
        why += ", " + FEATURES["near"]
    mine = [_same(row[2], place) for row in ranked]
    chances = [exp(row[0] - best) for row in ranked]
    chance = sum(c for c, same in zip(chances, mine, strict=True) if same) / (sum(chances) + exp(none - best))
    rival = next((row[2] for row, same in zip(ranked, mine, strict=True) if not same), None)
    if rival is not None:
        why += f"; before {rival.name} ({rival.country or 'no country'}, {rival.kind})"
    return Share(place, chance, why)


def stray(place: Place, others: Iterable[Choice | None], story: Story) -> bool:
    """True for a small place in a country that no word and no other place of the text speaks for: a street, a surname.

    A smaller place speaks for another only nearby. Only in a story of a theatre of war: a local paper leaves out the
    country of the small towns that it names.
    """
    if not story.theatres or not place.country or place.country in story.weights or _well_known(place):
        return False
    beside = (other.place for other in others if other is not None and other.place.id != place.id)
    return not any(
        other.country == place.country and (_well_known(other) or _apart(place, other) <= NEIGHBOURS)
        for other in beside
    )


def _well_known(place: Place) -> bool:
    return not place.id.startswith("gn:") or place.population >= KNOWN_ELSEWHERE


def _apart(one: Place, two: Place) -> float:
    """Kilometres, infinite where one has no point."""
    if one.lat is None or one.lon is None or two.lat is None or two.lon is None:
        return inf
    return distance_km(one.lat, one.lon, two.lat, two.lon)


def same_choice(one: Choice | None, two: Choice | None) -> bool:
    """Whether two rounds chose the same place, or both none."""
    return (one.place.id if one else "") == (two.place.id if two else "")


def together(places: Sequence[Place], others: Sequence[Place]) -> list[Features]:
    """How well each place goes with the text's other ones: near them, and in their countries and divisions."""
    points = [point for point in map(_point, others) if point is not None]
    lands = Counter(place.country for place in others if place.country)
    parts = Counter(part for part in map(division_of, others) if part)
    return [
        {
            "near": near(place, points),
            "countries of the others": lands[place.country] / max(1, lands.total()),
            "divisions of the others": parts[division_of(place)] / max(1, parts.total()),
        }
        for place in places
    ]


def _point(place: Place) -> tuple[float, float] | None:
    """Where a place lies, when it is small enough to say something about its neighbours."""
    if place.kind in ("country", "region", "state"):
        return None
    return (place.lat, place.lon) if place.lat is not None and place.lon is not None else None


def _same(left: Place, right: Place) -> bool:
    """Two entries for one place: a pack's and the index's, a city and its province."""
    if left.lat is None or left.lon is None or right.lat is None or right.lon is None:
        return left.id == right.id
    return distance_km(left.lat, left.lon, right.lat, right.lon) <= max(10.0, left.radius_km, right.radius_km)
