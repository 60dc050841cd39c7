"""States: who holds what on a day and over time, truces, displacement, forces, relations, aid."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Path, Query
from pydantic import Field

from vigil.api.errors import not_found
from vigil.api.filters import Asked, Day
from vigil.api.room import InRoom, Room
from vigil.api.schemas.entities import ActorFull, PlaceFull
from vigil.api.schemas.states import ControlOnDay, ControlTimeline, PlaceHeld, StretchShape
from vigil.model.state import Control, Stretch

router = APIRouter(prefix="/states", tags=["states"])
PlaceName = Annotated[str, Path(description="a place's id or name", examples=["Dorvane"])]


class Then(Asked):
    """By what was known when."""

    known: Day | None = Field(
        None, description="by documents published until this day; by all when left out", examples=["2031-05-03"]
    )


class OnDay(Then):
    """Which day, and by what was known when."""

    day: Day | None = Field(None, description="the day; the record's last one when left out", examples=["2031-05-01"])


@router.get("/control")
def control(asked: Annotated[OnDay, Query()], room: InRoom) -> ControlOnDay:
    """Who holds each place on a day; with ``known``, as the documents published until then had it."""
    day = asked.day or _last_day(room.events.span()[1])
    if asked.known is None:
        controls, undated = room.view.controls(), 0
    else:
        controls, undated = room.known(asked.known)
    on = [(one.place, one.on(day)) for one in controls]
    shown = iter(stretches([found for _, found in on if found], room))
    items = [PlaceHeld(place=PlaceFull.of(place), on=next(shown) if found else None) for place, found in on]
    return ControlOnDay(day=day, known=asked.known, items=items, undated=undated, total=len(items))


def _last_day(words: str | None) -> date:
    return date.fromisoformat(words) if words else date(1970, 1, 1)


def stretches(items: Sequence[Stretch], room: Room) -> list[StretchShape]:
    """Stretches of control as the API shows them."""
    doubtful = room.events.doubtful(event for item in items for event in item.events)
    return [
        StretchShape(
            start=item.start,
            end=item.end,
            hold=item.hold,
            holders=[ActorFull.of(ref) for ref in item.holders],
            events=list(item.events),
            reason=item.reason,
            doubtful=bool(item.events) and doubtful.issuperset(item.events),
        )
        for item in items
    ]


@router.get("/control/{place:path}")
def timeline(place: PlaceName, asked: Annotated[Then, Query()], room: InRoom) -> ControlTimeline:
    """Who held one place, from when to when; with ``known``, as the documents published until then had it."""
    found = room.view.control(place)
    if found is not None and asked.known is not None:
        at = (found.place.place_id, found.place.name)
        then = room.known(asked.known)[0]
        found = next(
            (one for one in then if (one.place.place_id, one.place.name) == at),
            Control(place=found.place, stretches=()),
        )
    if found is None:
        raise not_found("timeline of the place", place, "see /v1/states/control for the places that are followed")
    return ControlTimeline(place=PlaceFull.of(found.place), stretches=stretches(found.stretches, room))
