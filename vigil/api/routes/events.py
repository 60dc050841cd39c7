"""Events: the list, the points of the map, counts, and one in full."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Annotated, Any

import numpy as np
import orjson
from fastapi import APIRouter, Path
from fastapi.responses import RedirectResponse, Response

from vigil.api import dossier
from vigil.api.care import Care
from vigil.api.errors import ApiError, not_found
from vigil.api.filters import EventList, EventListQuery, FilterQuery, Filters
from vigil.api.paging import no_such_page, pack, unpack
from vigil.api.quick import Ways
from vigil.api.room import InRoom, Room
from vigil.api.routes.actors import named
from vigil.api.schemas.events import (
    DisputedEvent,
    DisputePage,
    DisputeShape,
    EventFacets,
    EventFull,
    EventPage,
    EventPoints,
    EventSummary,
    PointColumns,
    PointTags,
)
from vigil.model.event import Event
from vigil.store.asked import Carried, Count, EventFilter, Page, Points
from vigil.store.current import Events
from vigil.store.index import POINT

router = APIRouter(tags=["events"])
#: Most points in one answer: what a map of one war can draw smoothly.
MOST_POINTS = 50_000
JSON = "application/json"
FACETS = ("type", "status", "source_kind", "outlet", "actor", "side", "place")
CARRIED = FACETS[2:]


@router.get("/events", response_model=EventPage)
async def events(asked: EventListQuery, room: InRoom) -> Response:
    """Events that pass the filter, as lists show them."""
    chosen = asked.chosen(room)
    page = await room.ask(chosen, _paged(asked, chosen))
    care = Care(room.public)
    # Summaries lie ready as JSON; only where names are withheld are they opened again.
    items = page.summaries if not room.public else [orjson.dumps(care.summary(orjson.loads(s))) for s in page.summaries]
    tail = orjson.dumps({"next": after(page, asked.sort), "total": page.total})
    return Response(b'{"items":[%b],%b' % (b",".join(items), tail[1:]), media_type=JSON)


def _paged(asked: EventList, chosen: EventFilter) -> Callable[[Events], Page]:
    """The question for one page of the list. Raises ApiError (404) on a cursor of another list."""
    key: tuple[str | int, ...] | None = None
    if asked.cursor:
        sort, *key_parts = unpack(asked.cursor, str, str, str, int)
        if sort != asked.sort:
            raise no_such_page()
        key = tuple(key_parts)
    return lambda events: events.page(chosen, sort=asked.sort, limit=asked.limit, after=key)


def after(page: Page, sort: str) -> str | None:
    """The next page's cursor."""
    return pack(sort, *page.last) if page.last else None


@router.get("/events/points", response_model=EventPoints)
async def points(asked: FilterQuery, room: InRoom) -> Response:
    """All events that pass the filter, as a map and a timeline need them: up to 50,000 rows."""
    chosen = asked.chosen(room)
    found = await room.ask(chosen, lambda events: events.points(chosen, MOST_POINTS))
    return Response(
        b'{"columns":%b,"rows":[%b],%b}' % (orjson.dumps(POINT), found.rows, _numbers(found)), media_type=JSON
    )


@router.get("/events/columns", response_model=PointColumns)
async def columns(asked: FilterQuery, room: InRoom) -> Response:
    """The same as points, by columns: less to send and to read. What the map of the pages asks for."""
    chosen = asked.chosen(room)
    found = await room.ask(chosen, lambda events: events.dots(chosen, MOST_POINTS))
    return Response(b"{%b,%b}" % (found.rows, _numbers(found)), media_type=JSON)


@router.get("/events/tags", response_model=PointTags)
async def tags(asked: FilterQuery, room: InRoom) -> Response:
    """Who, where and by whom: what the points of ``/v1/events/columns`` carry, so that counts can follow a brush."""
    chosen = asked.chosen(room)
    found, total = await room.ask(
        chosen, lambda events: (events.carried(chosen, CARRIED, MOST_POINTS), events.count(chosen))
    )
    plain: dict[str, object] = {
        role: _carried([one for one in some if _named(one, role, room)], role, room) for role, some in found.items()
    }
    # Not through the shapes: half a million numbers would be looked at one by one.
    return Response(orjson.dumps(plain | {"total": total}, option=orjson.OPT_SERIALIZE_NUMPY), media_type=JSON)


def _carried(some: Sequence[Carried], role: str, room: Room) -> dict[str, object]:
    steps = [np.diff(one.at, prepend=np.int32(0)) for one in some]
    return {
        "values": [one.value for one in some],
        "labels": [_label(one, role, room) for one in some],
        "counts": [len(one.at) for one in some],
        "steps": np.concatenate([np.zeros(0, np.int32), *steps]),
    }


def _numbers(found: Points) -> bytes:
    return b'"unplaced":%d,"undated":%d,"total":%d' % (found.unplaced, found.undated, found.total)


@router.get("/events/facets", response_model=EventFacets)
async def facets(asked: FilterQuery, room: InRoom) -> Response:
    """How many of the chosen events there are of each type, status, actor, place, outlet, and on each day."""
    chosen = asked.chosen(room)
    found = await room.ask(chosen, lambda events: events.counted(chosen, FACETS))
    plain: dict[str, object] = {
        role: [_facet(count, role, room) for count in counts if _named(count, role, room)]
        for role, counts in found.lists.items()
    }
    plain["days"] = [{"day": day, "events": number} for day, number in found.days]
    plain["undated"] = found.total - sum(number for _, number in found.days)
    plain["total"] = found.total
    # Not through the shapes: they are made of the same things, which tests/api/test_ready.py holds against them.
    return Response(orjson.dumps(plain), media_type=JSON)


def _named(one: Count | Carried, role: str, room: Room) -> bool:
    return role != "actor" or named(one.value, one.label, room)


def _label(one: Count | Carried, role: str, room: Room) -> str:
    return room.actors[one.value].name if role in ("side", "actor") and one.value in room.actors else one.label


def _facet(count: Count, role: str, room: Room) -> dict[str, str | int]:
    return {"value": count.value, "label": _label(count, role, room), "events": count.events}


#: What ``quick`` answers.
QUICK: Ways = {
    "/v1/events": (EventList, events),
    "/v1/events/points": (Filters, points),
    "/v1/events/columns": (Filters, columns),
    "/v1/events/facets": (Filters, facets),
    "/v1/events/tags": (Filters, tags),
}


@router.get(
    "/events/{id}", responses={308: {"description": "The event was merged into another one."}}, response_model=EventFull
)
def event(
    id: Annotated[str, Path(description="the event's id", examples=["ev_9dbe33d6e1303d2b"])], room: InRoom
) -> Any:
    """One event with every statement for and against it, word by word."""
    view, care = room.view, Care(room.public)
    found = view.event(id)
    if found is None or found.id != id:
        forwards = view.forwards(id)
        if len(forwards) == 1:
            return RedirectResponse(f"/v1/events/{forwards[0][0]}", 308)
        if forwards:
            ways = ", ".join(f"{new} ({why})" for new, why in forwards)
            raise ApiError(410, "split", f"event {id} was split", advice=f"it is now: {ways}")
        raise not_found("event", id)
    if care.held_back(found):
        raise not_found("event", id)
    return dossier.full(found, room, care)


@router.get("/disputes", tags=["disputes"])
def disputes(asked: EventListQuery, room: InRoom) -> DisputePage:
    """Events about which those who tell of them disagree, with the positions side by side."""
    care = Care(room.public)
    page = room.current.ask(_paged(asked, replace(asked.chosen(room), disputed=True)))
    plain = [care.summary(orjson.loads(words)) for words in page.summaries]
    whole = room.batches.events(item["id"] for item in plain)
    return DisputePage(
        items=[_disputed(item, whole[item["id"]], care) for item in plain if item["id"] in whole],
        next=after(page, asked.sort),
        total=page.total,
    )


def _disputed(plain: dict[str, Any], whole: Event, care: Care) -> DisputedEvent:
    shown: list[DisputeShape] = [dossier.dispute(care.dispute(whole, one)) for one in whole.disputes]
    return DisputedEvent(event=EventSummary.model_validate(plain), disputes=shown)
