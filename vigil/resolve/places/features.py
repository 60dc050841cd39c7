"""How good a candidate is for a place name: named features, and a table of weights that an analyst can argue with.

The weights (``vigil/resolve/data/place.csv``) are those of a conditional logistic regression over a name's candidates and
"none of them": their sums are log odds against each other. ``training/places.py`` makes the table.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from math import cos, exp, log10, radians, sqrt
from pathlib import Path

from vigil.model.entity import Place
from vigil.reference.gazetteer import Candidate
from vigil.reference.index import countries
from vigil.reference.keys import fold
from vigil.resolve.places.story import Story
from vigil.resolve.places.words import Phrase

TABLE = Path(__file__).parents[1] / "data" / "place.csv"
#: The line of the table that is no feature: the sum below which a candidate is not taken, and the words stay as written.
NONE = "none of them"
#: Two more: the constant and the slope by which the log odds of a choice's share become those that it is right.
SCORE = ("score: constant", "score: slope")
#: Share of a division's residents from which a town of the same name is what its bare name means.
SEAT = 0.04
#: log10 of the residents (20 million) from which a country is more than any namesake.
VAST = 7.3

#: Every feature, and what it says in a reason ("" for what is said otherwise). The order is the table's.
FEATURES: Mapping[str, str] = {
    "its main name": "",
    "another name of it": "",
    "spelled alike": "",
    "population": "a large place",
    "vast country": "a vast country",
    "width of an area": "a wide sea or land",
    "story": "in a country that the text is about",
    "story's country": "a country that the text is about",
    "held": "in what the phrase names",
    "held elsewhere": "in what the text elsewhere says to hold it",
    "division named": "in a division that the text names",
    "theatre": "in the theatre's gazetteer",
    "coded acts": "acts of war are coded there",
    "country": "a country",
    "area": "a sea or land",
    "division": "a first-level division",
    "capital": "a capital",
    "kind said": "of the kind that the phrase says",
    "other kind said": "",
    "part of a division": "the level that the phrase means",
    "division with its seat": "",
    "near": "close to the text's other places",
    "countries of the others": "in the country of the text's other places",
    "divisions of the others": "in the division of the text's other places",
}

Features = dict[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What a candidate is judged by. ``holders``: ids and folded names of what the phrase or its sentence puts it in."""

    phrase: Phrase
    story: Story
    holders: frozenset[str] = frozenset()  # ids of places that the phrase itself names as holding it
    elsewhere: frozenset[str] = frozenset()  # ids of what another phrase of the text says to hold the same name
    cities: Mapping[str, int] = field(
        default_factory=dict
    )  # divisions' ids to residents of the candidate towns in them
    named: frozenset[str] = frozenset()  # ids of countries and divisions that the document names


@cache
def weights(path: Path = TABLE) -> Mapping[str, float]:
    """Feature (and ``NONE``) -> weight, in log odds."""
    with path.open(encoding="utf-8", newline="") as lines:
        return {row["feature"]: float(row["weight"]) for row in csv.DictReader(lines)}


def features(candidate: Candidate, setting: Setting) -> Features:
    """All that can be said of a candidate without the text's other choices; what is 0 is left out."""
    found = {
        **_spelling(candidate),
        **_size(candidate.place),
        **_lands(candidate, setting),
        **_held(candidate.place, setting),
        **_said(candidate.place, setting),
    }
    if candidate.overlay and candidate.place.theatre in setting.story.theatres:
        found["theatre"] = 1.0  # from a theatre pack or the user's own file that applies to this story
    return {name: value for name, value in found.items() if value}


def _spelling(candidate: Candidate) -> Features:
    if candidate.key_kind == "skeleton":
        return {"spelled alike": candidate.likeness / 100}
    return {"its main name" if candidate.key_kind == "name" else "another name of it": 1.0}


def _size(place: Place) -> Features:
    """Large places are named more often: log10 of the population, 1 at ten million; of a sea or continent, its width."""
    found = {"coded acts": min(1.0, log10(1 + place.events) / 3)}  # 1 at a thousand
    size = log10(1 + place.population)
    if place.kind == "country":
        # A country of hundreds of millions is more than its namesakes, whatever else the text is about ("China, Texas").
        found["vast country"] = max(0.0, size - VAST) / 2
    if place.id.startswith("area:"):
        return {**found, "width of an area": min(1.0, log10(1 + 1000 * place.radius_km) / 7)}
    return {**found, "population": min(1.0, size / 7)}


def _lands(candidate: Candidate, setting: Setting) -> Features:
    """How much of the text is about the candidate's country, not counting what the name itself says."""
    place = candidate.place
    without = setting.story.weight(place.country, candidate.matched)
    if place.kind == "country":
        # A country that the text names often is likely meant, though nothing else speaks for it.
        return {"story's country": (setting.story.weights.get(place.country, 0.0) + without) / 2, "country": 1.0}
    found = {"story": without}
    if place.id.startswith("area:"):
        found["area"] = 1.0
    if place.id.startswith("adm1:"):
        found["division"] = 1.0
    home = countries().get(place.country)
    town = place.kind in ("city", "town") and place.population >= 5000
    if home is not None and town and candidate.matched == fold(home.capital):
        found["capital"] = without
    return found


def _held(place: Place, setting: Setting) -> Features:
    """What holds it is named: by the phrase itself ("Velm, Norrin province"), with the name elsewhere, or in the text."""
    found: Features = {}
    above = {place.parent, f"iso:{place.country}"}
    if not setting.holders.isdisjoint(above):
        found["held"] = 1.0
    elif not setting.elsewhere.isdisjoint(above):
        found["held elsewhere"] = 1.0
    inner = place.parent.startswith(("adm1:", "pack:"))
    if inner and place.parent != place.id and place.parent in setting.named:
        found["division named"] = 1.0
    return found


def _said(place: Place, setting: Setting) -> Features:
    """The kind that the phrase says; a bare name that city and province share is the city, with "northern" the province."""
    phrase = setting.phrase
    if phrase.kinds:
        return {"kind said" if place.kind in phrase.kinds else "other kind said": 1.0}
    if place.kind not in ("province", "district", "state"):
        return {}
    if setting.cities.get(place.id, 0) < SEAT * max(1, place.population):
        return {}
    return {"part of a division" if phrase.relation == "part" or phrase.countryside else "division with its seat": 1.0}


def near(place: Place, others: Sequence[tuple[float, float]]) -> float:
    """Nearness to the text's other places: the mean of exp(-km / 150) over the three nearest points.

    Distances are equirectangular: within 1 % of the great circle below 500 km, and past that the term is nothing.
    """
    if place.lat is None or place.lon is None or place.kind in ("country", "state"):
        return 0.0
    squeeze = cos(radians(place.lat))
    squares = sorted(
        (lat - place.lat) ** 2 + ((lon - place.lon) * squeeze) ** 2
        for lat, lon in others
        if (lat, lon) != (place.lat, place.lon)
    )[:3]
    return sum(exp(-sqrt(square) * 111.2 / 150) for square in squares) / len(squares) if squares else 0.0


def division_of(place: Place) -> str:
    """Id of the first-level division that a place is or lies in, "" for none."""
    return place.id if place.id.startswith("adm1:") else place.parent if place.parent.startswith("adm1:") else ""


def total(found: Features) -> float:
    """The weighted sum: log odds but for what all candidates of a name share."""
    table = weights()
    return sum(table[name] * value for name, value in found.items())


def reason(candidate: Candidate, found: Features) -> str:
    """How the name was found, and the three features that gave most."""
    table = weights()
    parts = sorted(((table[name] * value, name) for name, value in found.items() if FEATURES[name]), reverse=True)
    how = "spelled " + repr(candidate.matched) if candidate.key_kind == "skeleton" else "named"
    return ", ".join([how, *(FEATURES[name] for part, name in parts[:3] if part >= 0.3)])
