"""Where and when: the comparisons of places and days (see ``features`` for the table that they stand in)."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp

from vigil.fuse.facts import LASTING, Facts
from vigil.fuse.words import Rarity
from vigil.model.entity import PlacePrecision, PlaceRef, distance_km
from vigil.model.link import Score

NO = Score(0.0, "")
_EXACT = frozenset({PlacePrecision.EXACT, PlacePrecision.NEAR})
WIDE = frozenset({PlacePrecision.COUNTRY, PlacePrecision.REGION, PlacePrecision.UNKNOWN})


@dataclass(frozen=True, slots=True)
class Pair:
    """Two claims to compare, and what is known of the whole record."""

    one: Facts
    two: Facts
    rarity: Rarity
    stories: float  # how alike their documents are, in [0, 1]; 1.0 within one document
    full_names: tuple[str, ...] = ()  # rare names of two words that both documents have (``matters``)
    victims: tuple[str, ...] = ()  # those among them against whom both documents tell of violence


def same_place(pair: Pair) -> Score:
    """The same entry of the gazetteer; half when one took its place from the claim before it."""
    one, two = pair.one, pair.two
    worth = 0.5 if one.place_borrowed or two.place_borrowed else 1.0
    a, b = one.place, two.place
    if a is not None and b is not None and a.place_id is not None and b.place_id is not None:
        if a.place_id != b.place_id:
            return NO
        worth *= 0.3 if a.precision in WIDE else 0.6 if a.precision == PlacePrecision.PROVINCE else 1.0
        return Score(worth, f"both at {a.name or a.text}")
    return NO


def place_words(pair: Pair) -> Score:
    """The places are written alike, where one of them is not resolved."""
    one, two = pair.one, pair.two
    if _resolved(one) and _resolved(two):
        return NO
    overlap = pair.rarity.overlap(one.place_words, two.place_words)
    worth = 0.5 if one.place_borrowed or two.place_borrowed else 1.0
    return Score(worth * overlap, "the place is written alike") if overlap else NO


def place_words_apart(pair: Pair) -> Score:
    """The places share no word, where one of them is not resolved."""
    one, two = pair.one, pair.two
    if (_resolved(one) and _resolved(two)) or one.place_borrowed or two.place_borrowed:
        return NO
    if one.place_words and two.place_words and not one.place_words & two.place_words:
        return Score(1.0, "the places are written differently")
    return NO


def _resolved(facts: Facts) -> bool:
    return facts.place is not None and facts.place.place_id is not None


def spots_apart(pair: Pair) -> Score:
    """One entry of the gazetteer, stated with further words that differ: two quarters of a town, two roads at a village."""
    one, two = pair.one, pair.two
    if one.place_borrowed or two.place_borrowed or not one.spot or not two.spot or one.spot & two.spot:
        return NO
    if one.place is None or two.place is None or one.place.place_id is None or one.place.place_id != two.place.place_id:
        return NO
    return Score(1.0, f"other spots at one place: {' '.join(sorted(one.spot))} / {' '.join(sorted(two.spot))}")


def place_within(pair: Pair) -> Score:
    """One place holds the other, or their areas touch."""
    a, b = pair.one.place, pair.two.place
    if a is None or b is None or a.place_id is None or b.place_id is None or a.place_id == b.place_id:
        return NO
    for inner, outer in ((a, b), (b, a)):
        if outer.place_id in inner.within:
            worth = 0.3 if outer.precision in WIDE else 0.7
            return Score(worth, f"{inner.name or inner.text} lies in {outer.name or outer.text}")
    apart = _apart_km(a, b)
    if apart is not None and apart <= 0:
        return Score(0.8, f"the areas of {a.name or a.text} and {b.name or b.text} touch")
    return NO


def places_apart(pair: Pair) -> Score:
    """Stated places, both in the gazetteer, whose areas do not meet."""
    one, two = pair.one, pair.two
    if one.place_borrowed or two.place_borrowed:
        return NO
    a, b = one.place, two.place
    if a is not None and b is not None and a.place_id is not None and b.place_id is not None:
        if a.place_id == b.place_id or a.place_id in b.within or b.place_id in a.within:
            return NO
        if a.precision in WIDE or b.precision in WIDE:
            return (
                Score(0.5, f"{a.country} and {b.country}") if a.country and b.country and a.country != b.country else NO
            )
        apart = _apart_km(a, b)
        if apart is None or apart <= 0:
            return NO
        return Score(1.0 - exp(-apart / 15), f"{apart:.0f} km apart, areas do not touch")
    return NO


def _apart_km(a: PlaceRef, b: PlaceRef) -> float | None:
    """Kilometres between the edges of two areas; None when a point is missing."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return None
    return distance_km(a.lat, a.lon, b.lat, b.lon) - a.radius_km - b.radius_km


def dates_meet(pair: Pair) -> Score:
    """Told dates that overlap; the tighter, the better."""
    a, b = pair.one.window, pair.two.window
    if a is None or b is None or not (a.told and b.told) or a.gap(b):
        return NO
    worth = 1.0 if max(a.days(), b.days()) <= 2 else 0.6 if min(a.days(), b.days()) <= 10 else 0.3
    return Score(worth, f"dates meet: {a.text()} and {b.text()}")


def dates_apart(pair: Pair) -> Score:
    """Told dates that do not meet; a day is forgiven (time zones, "overnight"), lasting things are forgiven more."""
    a, b = pair.one.window, pair.two.window
    if a is None or b is None or not (a.told and b.told):
        return NO
    gap = a.gap(b)
    if not gap:
        return NO
    lasting = pair.one.claim.type in LASTING and pair.two.claim.type in LASTING
    return Score(1.0 - exp(-gap / (6 if lasting else 1.5)), f"{gap} days apart: {a.text()} and {b.text()}")


def place_and_day(pair: Pair) -> Score:
    """One exact place and one told day, for acts of one family: together they say more than each by itself.

    UCDP GED's unit is just this: one event a place, day and pair of parties.
    """
    one, two = pair.one, pair.two
    a, b = one.window, two.window
    if one.family != two.family or same_place(pair).value < 1.0 or a is None or b is None or not (a.told and b.told):
        return NO
    if a.gap(b) or max(a.days(), b.days()) > 2:
        return NO
    return Score(1.0, "one place on one day")


def news_days_meet(pair: Pair) -> Score:
    """Windows that overlap where at least one is only guessed from the publication day."""
    a, b = pair.one.window, pair.two.window
    if a is None or b is None or (a.told and b.told) or a.gap(b):
        return NO
    return Score(0.5 if max(a.days(), b.days()) > 10 else 1.0, f"days may meet: {a.text()} and {b.text()}")


def news_days_apart(pair: Pair) -> Score:
    """Windows that do not meet where at least one is only guessed from the publication day."""
    a, b = pair.one.window, pair.two.window
    if a is None or b is None or (a.told and b.told):
        return NO
    gap = a.gap(b)
    return Score(1.0 - exp(-gap / 4), f"{gap} days apart: {a.text()} and {b.text()}") if gap else NO
