"""Areas that are told from a place: "south of Velm", "northern Orsa", "between Velm and Tarn", "Velm and Tarn"."""

from __future__ import annotations

import re
from dataclasses import replace
from math import cos, radians

from vigil.model.claim import Mention
from vigil.model.entity import PlacePrecision, PlaceRef, distance_km
from vigil.model.link import Score
from vigil.resolve.places.words import Phrase, is_name

#: How a place lies to the name that follows; the reader mostly marks the name alone. Plain "near Velm" is left at Velm: with
#: areas for it too fusion joined a little worse (docs/plans/2026-11-resolution.md).
_LIES = re.compile(
    r"(?:\b\d[\d.]*\s*(?:km|kilomet(?:er|re)s?|miles?)\s+(?:to the\s+)?)?"
    r"(?:\b(?:(?:north|south)[- ]?(?:east|west)|north|south|east|west)(?:ern)?\s+of|"
    r"\b\d[\d.]*\s*(?:km|kilomet(?:er|re)s?|miles?)\s+from)"
    r"\s+(?:the\s+(?:[a-z]+\s+)?(?:town|city|village)\s+of\s+)?$"
)
_REACH = 70  # characters before a name in which that is looked for


def lying(text: str, mention: Mention) -> str:
    """A place mention's words with how the place lies to them: "10 km south of Velm" where only "Velm" was marked."""
    span = mention.span
    if mention.role != "place" or mention.means is not None or span is None or not is_name(span.text):
        return mention.meaning
    lead = _LIES.search(text[max(0, span.start - _REACH) : span.start])
    return f"{' '.join(lead[0].split())} {span.text}" if lead else mention.meaning


def between(ref: PlaceRef, other: PlaceRef, phrase: Phrase) -> PlaceRef:
    """Half-way between two places, or both of them; the first alone where the other is unknown."""
    if ref.lat is None or ref.lon is None or other.lat is None or other.lon is None:
        return ref
    apart = distance_km(ref.lat, ref.lon, other.lat, other.lon)
    both = phrase.relation == "both"  # in the one and in the other, not on the way
    near = apart < 50 and not both
    return replace(
        ref, lat=round((ref.lat + other.lat) / 2, 4), lon=round((ref.lon + other.lon) / 2, 4),
        radius_km=max(2.0, round(apart / 2 + (max(ref.radius_km, other.radius_km) if both else 0.0), 1)),
        precision=PlacePrecision.NEAR if near else PlacePrecision.REGION,
        name=f"{ref.name} and {other.name}" if both else f"between {ref.name} and {other.name}",
        score=Score(min(ref.score.value, other.score.value), f"half-way, {apart:.0f} km apart"),
    )  # fmt: skip


def relative(ref: PlaceRef, phrase: Phrase) -> PlaceRef:
    """Shift and widen: "10 km south of X" by what is said, "northern X" by half of X's radius."""
    if ref.lat is None or ref.lon is None:
        return ref
    wide = ref.precision in (PlacePrecision.COUNTRY, PlacePrecision.REGION, PlacePrecision.PROVINCE)
    if phrase.relation == "part":
        shift, radius = 0.45 * ref.radius_km, 0.7 * ref.radius_km
        precision: PlacePrecision = PlacePrecision.REGION if ref.precision is PlacePrecision.COUNTRY else ref.precision
        if not wide:
            precision, radius = PlacePrecision.NEAR, max(3.0, ref.radius_km)
    elif phrase.km is not None:
        directed = phrase.east or phrase.north
        shift, radius = (phrase.km, max(3.0, 0.4 * phrase.km)) if directed else (0.0, phrase.km + 3.0)
        precision = PlacePrecision.NEAR if radius <= 25 else PlacePrecision.REGION
    else:
        countryside = 25.0 if phrase.countryside else 12.0
        shift, radius = (0.0, ref.radius_km) if wide else (0.4 * countryside, ref.radius_km + countryside)
        precision = ref.precision if wide else PlacePrecision.DISTRICT if phrase.countryside else PlacePrecision.NEAR
    lat = ref.lat + phrase.north * shift / 111.2
    lon = ref.lon + phrase.east * shift / (111.2 * max(0.05, cos(radians(ref.lat))))
    return replace(
        ref, lat=round(max(-90.0, min(90.0, lat)), 4), lon=round((lon + 180) % 360 - 180, 4), radius_km=round(radius, 1),
        precision=precision, within=(ref.place_id or "", *ref.within),
        score=Score(ref.score.value, f"{ref.score.reason}; an area {phrase.whole!r}"),
    )  # fmt: skip
