"""How good a candidate is for a place name: named features and their weights, as a table that an analyst can argue with."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from math import cos, exp, log10, radians, sqrt

from vigil.model.entity import Place
from vigil.reference.gazetteer import Candidate
from vigil.reference.index import countries
from vigil.reference.keys import fold
from vigil.resolve.places.story import Story
from vigil.resolve.places.words import Phrase

#: Below this sum a candidate is not taken: the words stay as written.
FLOOR = 1.8
#: What "Velm, Norrin" is worth for a bare "Velm" later in the text.
ELSEWHERE = 1.0
#: Share of a division's residents from which a town of the same name is what its bare name means.
SEAT = 0.04


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


def key(candidate: Candidate, _: Setting) -> float:
    """How the name was found."""
    return {"name": 1.0, "alias": 0.6}.get(candidate.key_kind, 0.6 * candidate.likeness / 100)


def population(candidate: Candidate, _: Setting) -> float:
    """Large places are named more often: log10 of the population, 1 at ten million; of a sea or continent, its width.

    A country of hundreds of millions is more than its namesakes, whatever else the text is about ("China, Texas").
    """
    if candidate.place.kind == "country":
        size = log10(1 + candidate.place.population)
        return min(1.0, size / 7) + max(0.0, size - 7.3) / 2
    if candidate.place.id.startswith("area:"):
        return min(1.0, log10(1 + 1000 * candidate.place.radius_km) / 7)
    return min(1.0, log10(1 + candidate.place.population) / 7)


def story(candidate: Candidate, setting: Setting) -> float:
    """How much of the text is about the candidate's country."""
    place = candidate.place
    whole = setting.story.weights.get(place.country, 0.0)
    without = setting.story.weight(place.country, candidate.matched)
    # A country that the text names often is likely meant, though nothing else speaks for it.
    return (whole + without) / 2 if place.kind == "country" else without


def container(candidate: Candidate, setting: Setting) -> float:
    """The phrase itself names what holds it ("Velm, Norrin province"), or the same name elsewhere in the text does."""
    above = _above(candidate.place)
    if not setting.holders.isdisjoint(above):
        return 1.0
    return 0.0 if setting.elsewhere.isdisjoint(above) else ELSEWHERE


def document(candidate: Candidate, setting: Setting) -> float:
    """The document elsewhere names its division."""
    place = candidate.place
    inner = place.parent.startswith("adm1:") or place.parent.startswith("pack:")
    return 1.0 if inner and place.parent != place.id and place.parent in setting.named else 0.0


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


def theatre(candidate: Candidate, setting: Setting) -> float:
    """From a theatre pack or the user's own file that applies to this story."""
    return 1.0 if candidate.overlay and candidate.place.theatre in setting.story.theatres else 0.0


def coded(candidate: Candidate, _: Setting) -> float:
    """Acts of war that its source has coded there: log10, 1 at a thousand."""
    return min(1.0, log10(1 + candidate.place.events) / 3)


def country(candidate: Candidate, _: Setting) -> float:
    """A country, or a continent or sea: nearly always what its bare name means."""
    return 1.0 if candidate.place.kind == "country" or candidate.place.id.startswith("area:") else 0.0


def division(candidate: Candidate, _: Setting) -> float:
    """A first-level division that carries no city's name."""
    return 1.0 if candidate.place.id.startswith("adm1:") else 0.0


def capital(candidate: Candidate, setting: Setting) -> float:
    """The capital of a country, as far as the text is about that country."""
    home = countries().get(candidate.place.country)
    if home is None or candidate.place.kind not in ("city", "town") or candidate.place.population < 5000:
        return 0.0
    return story(candidate, setting) if candidate.matched == fold(home.capital) else 0.0


def kind(candidate: Candidate, setting: Setting) -> float:
    """The phrase says what kind of place it is ("Idlib province")."""
    phrase, place = setting.phrase, candidate.place
    if not phrase.kinds:
        return 0.0
    return 1.0 if place.kind in phrase.kinds else -0.5


def city_before_division(candidate: Candidate, setting: Setting) -> float:
    """A bare name that city and province share means the city, and with "northern" the province."""
    place = candidate.place
    if place.kind not in ("province", "district", "state") or setting.phrase.kinds:
        return 0.0
    if setting.cities.get(place.id, 0) < SEAT * max(1, place.population):
        return 0.0
    return 1.0 if setting.phrase.relation == "part" or setting.phrase.countryside else -1.0


Feature = Callable[[Candidate, Setting], float]
#: The one feature that depends on the other choices, weighed anew in each round.
NEAR = 1.8
#: And of what share of the text's other places lies in the candidate's country and division.
LANDS, DIVISIONS = 0.8, 0.8
#: Set by hand; a trained ranker takes their place in the issue on resolution.
FEATURES: tuple[tuple[Feature, float, str], ...] = (
    (key, 1.2, "by its name"),
    (population, 2.0, "a large place"),
    (story, 1.3, "in a country that the text is about"),
    (container, 2.4, "in what the phrase names"),
    (document, 0.8, "in a division that the text names"),
    (theatre, 1.6, "in the theatre's gazetteer"),
    (coded, 0.6, "acts of war are coded there"),
    (country, 1.6, "a country, sea or land"),
    (division, 0.4, "a first-level division"),
    (capital, 1.6, "a capital"),
    (kind, 1.5, "of the kind that the phrase says"),
    (city_before_division, 1.0, "the level that the phrase means"),
)


def static(candidate: Candidate, setting: Setting) -> tuple[float, str]:
    """The weighted sum without nearness, and its reason: the features that gave most."""
    parts = [(weight * feature(candidate, setting), words) for feature, weight, words in FEATURES]
    best = sorted((part for part in parts if part[0] >= 0.3), key=lambda part: -part[0])[:3]
    how = "spelled " + repr(candidate.matched) if candidate.key_kind == "skeleton" else "named"
    return sum(part for part, _ in parts), ", ".join([how, *(words for _, words in best if words != "by its name")])


def _above(place: Place) -> set[str]:
    return {place.parent, f"iso:{place.country}"}
