"""The one filter over events, as query parameters; and what several routes ask for in the same words."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any, Literal

from fastapi import Query
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from vigil.api.care import HELD_BACK
from vigil.api.paging import MOST
from vigil.api.room import Room
from vigil.model.claim import SOURCE_KINDS, TYPES
from vigil.model.event import EventStatus
from vigil.store import EventFilter
from vigil.store.asked import Bbox

EventType = Literal[TYPES]  # type: ignore[valid-type]
SourceKind = Literal[SOURCE_KINDS]  # type: ignore[valid-type]
#: Longest name, and most values of one parameter: more is no question that a person asks.
LONGEST, MANY = 300, 50

_LON = r"-?(180(\.0{1,9})?|(1[0-7][0-9]|[0-9]{1,2})(\.[0-9]{1,9})?)"
_LAT = r"-?(90(\.0{1,9})?|[0-8]?[0-9](\.[0-9]{1,9})?)"
#: Four numbers on earth, or nothing.
BOX = f"^({_LON},{_LAT},{_LON},{_LAT})?$"


def _iso(value: Any) -> Any:
    # pydantic by itself takes numbers for seconds since 1970, and times for their day.
    if isinstance(value, str) and not re.fullmatch(r"\d{4}-\d\d-\d\d", value, flags=re.ASCII):
        raise ValueError("write a day as 2031-04-01")
    return value


Day = Annotated[date, BeforeValidator(_iso)]
Word = Annotated[str, Field(max_length=LONGEST)]


def _many(description: str, example: Any) -> Any:
    return Field(default_factory=list, description=description, examples=[[example]], max_length=MANY)


class Asked(BaseModel):
    """Query parameters; others than these are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Filters(Asked):
    """Which events. Within a parameter any value will do; between parameters all must hold."""

    type: list[EventType] = _many("event type; may repeat", "airstrike")
    status: list[EventStatus] = _many("status; may repeat", "disputed")
    actor: list[Word] = _many("who did it or to whom: an id or words of a name; may repeat", "Kelmoran Army")
    side: list[Word] = _many(
        "side of who did it or to whom: an id or words of a name; may repeat", "kelmora/government"
    )
    place: list[Word] = _many("where: an id or words of a name, or what holds it; may repeat", "Dorvane")
    bbox: str = Field(
        "",
        description="west,south,east,north in degrees; west over east goes over the date line",
        examples=["-21,-28.5,-19,-27"],
        max_length=100,
        pattern=BOX,
    )
    since: Day | None = Field(None, description="may have happened on this day or later", examples=["2031-04-01"])
    until: Day | None = Field(None, description="may have happened on this day or before", examples=["2031-05-31"])
    witnesses: int = Field(0, description="independent witnesses at least", examples=[2], ge=0, le=1000)
    source_kind: list[SourceKind] = _many("kind of source of a claim on it; may repeat", "rescuer")
    outlet: list[Word] = _many("outlet that carries it, as /v1/events/facets names it; may repeat", "Norrin Voice")
    q: str = Field(
        "", description='free text: all words; "words in quotes" together', examples=["market"], max_length=LONGEST
    )

    def chosen(self, room: Room) -> EventFilter:
        """The filter as the store takes it."""
        return EventFilter(
            types=tuple(self.type),
            statuses=tuple(status.value for status in self.status),
            actors=_words(self.actor),
            sides=_words(self.side),
            places=_words(self.place),
            bbox=_bbox(self.bbox),
            since=self.since,
            until=self.until,
            witnesses=self.witnesses,
            source_kinds=tuple(self.source_kind),
            outlets=tuple(self.outlet),
            words=self.q,
            without=HELD_BACK if room.public else (),
        )


CURSOR: Any = Field("", description="next of the page before; empty for the first page", examples=[""], max_length=1000)
LIMIT: Any = Field(50, description="at most so many", examples=[50], ge=1, le=MOST)


class EventList(Filters):
    """Which events, in which order, how many, from where on."""

    cursor: str = CURSOR
    limit: int = LIMIT
    sort: Literal["day", "-day", "witnesses"] = Field(
        "-day", description="day: oldest first; -day: newest first; witnesses: most first", examples=["-day"]
    )


class Listed(Asked):
    """How many, from where on."""

    cursor: str = CURSOR
    limit: int = LIMIT


class Named(Listed):
    """Which of a list by name, how many, from where on."""

    q: str = Field(
        "",
        description="a name, or how a word of one begins: as the record, a theatre pack or the gazetteer spells it, in any "
        "script; empty: all",
        examples=["Dorvane"],
        max_length=LONGEST,
    )


class NamedActors(Named):
    """Which actors, how many, from where on."""

    identified: bool = Field(
        False,
        description="only those with an id: of a theatre pack or the registry, outlets among them, or a group that neither "
        'knows; not those by their words alone ("people", "soldiers")',
        examples=[False],
    )


class ClaimList(Listed):
    """Which claims, how many, from where on."""

    type: list[EventType] = _many("event type; may repeat", "airstrike")


FilterQuery = Annotated[Filters, Query()]
EventListQuery = Annotated[EventList, Query()]
ListedQuery = Annotated[Listed, Query()]
NamedQuery = Annotated[Named, Query()]
NamedActorsQuery = Annotated[NamedActors, Query()]
ClaimListQuery = Annotated[ClaimList, Query()]


def _words(values: list[str]) -> tuple[str, ...]:
    return tuple(value for value in values if value.strip())


def _bbox(words: str) -> Bbox | None:
    """A box from words of the pattern: its southern side may be told last."""
    if not words:
        return None
    west, south, east, north = (float(part) for part in words.split(","))
    return west, min(south, north), east, max(south, north)
