"""Actors, places, times, numbers: the model's own types as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Literal, Self

from vigil.api.schemas.base import Shape, many, nested, said
from vigil.model import interval
from vigil.model.claim import Count
from vigil.model.entity import ActorRef, PlacePrecision, PlaceRef
from vigil.model.event import Estimate
from vigil.model.interval import Precision
from vigil.model.link import Score


class Why(Shape):
    """A value and the sentence that explains it."""

    value: float = said("between 0 and 1", 0.81)
    reason: str = said("why", "both at Dorvane (+2.0); both takeover (+2.0)")

    @classmethod
    def of(cls, score: Score) -> Self:
        """From the model."""
        return cls(value=score.value, reason=score.reason)


class ActorShort(Shape):
    """An actor as lists show it."""

    id: str | None = said("its id in the registry; null when it is in none", "kelmora/army")
    name: str = said("its name in the registry, else the words as written", "Kelmoran Army")
    kind: str = said('what kind of party it is ("" not known)', "army")
    side: str | None = said("id of the actor at the head of its side", "kelmora/government")
    slant: bool = said("whether it was named as only a foe or friend would name it", False)
    provisional: bool = said(
        "whether no registry knows it: a group by its name alone, whose id begins with new/", False, default=False
    )

    @classmethod
    def of(cls, ref: ActorRef) -> Self:
        """From the model."""
        name = ref.name or ref.text
        return cls(
            id=ref.actor_id,
            name=name,
            kind=ref.kind,
            side=ref.side or None,
            slant=ref.slant,
            provisional=ref.provisional,
        )


class ActorFull(Shape):
    """Words and the actor that they are taken to mean."""

    text: str = said("the words as written", "Kelmoran troops")
    id: str | None = said("its id in the registry; null when it is in none", "kelmora/army")
    name: str = said('its name in the registry ("" when it is in none)', "Kelmoran Army")
    country: str = said('ISO 3166-1 alpha-3 ("" not known)', "XKM")
    kind: str = said('what kind of party it is ("" not known)', "army")
    sector: str = said('PLOVER sector ("" not known)', "MIL")
    side: str | None = said("id of the actor at the head of its side", "kelmora/government")
    slant: bool = said("whether it was named as only a foe or friend would name it", False)
    provisional: bool = said(
        "whether no registry knows it: a group by its name alone, whose id begins with new/", False, default=False
    )
    why: Why = nested("how sure the link is, and why", Why)

    @classmethod
    def of(cls, ref: ActorRef) -> Self:
        """From the model."""
        return cls(
            text=ref.text,
            id=ref.actor_id,
            name=ref.name,
            country=ref.country,
            kind=ref.kind,
            sector=ref.sector,
            side=ref.side or None,
            slant=ref.slant,
            provisional=ref.provisional,
            why=Why.of(ref.score),
        )


class PlaceShort(Shape):
    """A place as lists and maps show it: a point and how far to trust it."""

    id: str | None = said("its id in the gazetteer; null when it could not be placed", "pack:kelmora/dorvane")
    name: str = said("its name, else the words as written", "Dorvane")
    lat: float | None = said("WGS 84, the middle of the place; null when it could not be placed", -27.96)
    lon: float | None = said("WGS 84", -20.47)
    radius_km: float = said("how far from that point it may have been", 3.0)
    precision: PlacePrecision = said("how exactly the place is known", "exact")
    country: str = said('ISO 3166-1 alpha-3 ("" not known)', "XKM")

    @classmethod
    def of(cls, ref: PlaceRef) -> Self:
        """From the model."""
        return cls(
            id=ref.place_id,
            name=ref.name or ref.text,
            lat=ref.lat,
            lon=ref.lon,
            radius_km=ref.radius_km,
            precision=ref.precision,
            country=ref.country,
        )


class PlaceFull(Shape):
    """Words and the place that they are taken to mean, with its area of doubt."""

    text: str = said("the words as written", "the outskirts of Dorvane")
    id: str | None = said("its id in the gazetteer; null when it could not be placed", "pack:kelmora/dorvane")
    name: str = said('its name ("" when it could not be placed)', "Dorvane")
    lat: float | None = said("WGS 84, the middle of the place", -27.96)
    lon: float | None = said("WGS 84", -20.47)
    radius_km: float = said("how far from that point it may have been", 3.0)
    precision: PlacePrecision = said("how exactly the place is known", "exact")
    country: str = said('ISO 3166-1 alpha-3 ("" not known)', "XKM")
    admin1: str = said('first-level division ("" not known)', "Highland")
    within: list[str] = said("ids of the places that hold it, nearest first", ["pack:kelmora/highland"])
    kind: str = said('town, district, ... ("" not known)', "town")
    why: Why = nested("how sure the link is, and why", Why)

    @classmethod
    def of(cls, ref: PlaceRef) -> Self:
        """From the model."""
        return cls(
            text=ref.text,
            id=ref.place_id,
            name=ref.name,
            lat=ref.lat,
            lon=ref.lon,
            radius_km=ref.radius_km,
            precision=ref.precision,
            country=ref.country,
            admin1=ref.admin1,
            within=list(ref.within),
            kind=ref.kind,
            why=Why.of(ref.score),
        )


class When(Shape):
    """A time with its doubt."""

    start: datetime | None = said("UTC; null when that side is open", "2031-04-14T00:00:00Z")
    end: datetime | None = said("UTC, exclusive; null when that side is open", "2031-04-15T00:00:00Z")
    first_day: date | None = said("the first day that it touches", "2031-04-14")
    last_day: date | None = said("the last day that it touches, inclusive", "2031-04-14")
    precision: Precision = said("the unit in which the time was told", "day")
    approximate: bool = said('"about", "early", "late"', False)

    @classmethod
    def of(cls, when: interval.Interval) -> Self:
        """From the model."""
        return cls(
            start=when.start,
            end=when.end,
            first_day=when.first_day,
            last_day=when.last_day,
            precision=when.precision,
            approximate=when.approximate,
        )


class Toll(Shape):
    """A number as a range; null where that side is open."""

    low: int | None = said("the lowest that is claimed", 21)
    best: int | None = said("by the rule of the record", 28)
    high: int | None = said("the highest that is claimed; null when it is left open", 46)


class CountShape(Shape):
    """A number of people or things as one claim gives it."""

    kind: str = said("what is counted", "killed")
    min: int | None = said("at least; null when open", 28)
    max: int | None = said("at most; null when open", 28)
    words: str = said('the number words ("" when they are left out)', "28")
    who: str = said('whom or what they count ("" not told)', "civilians")
    cumulative: bool = said("whether it is a running toll and not this event's own", False)

    @classmethod
    def of(cls, count: Count) -> Self:
        """From the model."""
        words, who = (span.text if span else "" for span in (count.span, count.who))
        return cls(kind=count.kind, min=count.min, max=count.max, words=words, who=who, cumulative=count.cumulative)


class Share(Shape):
    """How much weight one number carries over the independent witnesses."""

    value: int = said("the number", 28)
    share: float = said("between 0 and 1; all shares sum to 1", 0.5)


class EstimateShape(Shape):
    """A number over all claims of one event."""

    kind: str = said("what is counted", "killed")
    low: int | None = said("the lowest that is claimed", 21)
    best: int | None = said("by the rule named", 28)
    high: int | None = said("the highest that is claimed; null when it is left open", 46)
    rule: str = said("how the best was chosen", "latest of the most telling")
    claims: list[str] = said("ids of the claims that it rests on", ["c5ace1eb1c31fb245"])
    who: str = said('whom it counts: "" all, "civilians", "children", "women", or an actor id', "")
    who_name: str = said("the same for people: an actor's name", "")
    cumulative: bool = said("a running toll of a campaign or war", False)
    spread: list[Share] = many("the numbers told, with their weights", Share)
    summed: list[int] = said(
        "numbers told apart that the best is the sum of; empty: somebody tells it as one number", []
    )

    @classmethod
    def of(cls, estimate: Estimate, summed: Sequence[int] = (), who_name: str = "") -> Self:
        """From the model. ``summed`` are the parts of its best, where nobody tells that as one number; ``who_name`` names
        the actor whom it counts.
        """
        return cls(
            kind=estimate.kind,
            low=estimate.low,
            best=estimate.best,
            high=estimate.high,
            rule=estimate.rule,
            claims=list(estimate.claims),
            who=estimate.who,
            who_name=who_name or estimate.who,
            cumulative=estimate.cumulative,
            spread=[Share(value=value, share=share) for value, share in estimate.spread],
            summed=list(summed),
        )


Relation = Literal["supports", "denies", "declines"]
