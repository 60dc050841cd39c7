"""Events: the list, the points of the map, counts, and one in full."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, Any

import orjson
from fastapi import APIRouter, Path
from fastapi.responses import RedirectResponse, Response

from vigil.api import dossier
from vigil.api.care import Care
from vigil.api.errors import ApiError, not_found
from vigil.api.filters import EventList, EventListQuery, FilterQuery
from vigil.api.paging import no_such_page, pack, unpack
from vigil.api.room import InRoom, Room
from vigil.api.routes.actors import named
from vigil.api.schemas.events import (
    DayCount,
    DisputedEvent,
    DisputePage,
    DisputeShape,
    EventFacets,
    EventFull,
    EventPage,
    EventPoints,
    EventSummary,
    Facet,
)
from vigil.model.event import Event
from vigil.publish import text
from vigil.store.index import POINT
from vigil.store.queries import Count, EventFilter, Page

router = APIRouter(tags=["events"])
#: Most points in one answer: what a map of one war can draw smoothly.
MOST_POINTS = 50_000
JSON = "application/json"
FACETS = ("type", "status", "source_kind", "outlet", "actor", "side", "place")


@router.get("/events", response_model=EventPage)
def events(asked: EventListQuery, room: InRoom) -> Response:
    """Events that pass the filter, as lists show them."""
    page = page_of(asked, room, asked.chosen(room))
    care = Care(room.public)
    # Summaries lie ready as JSON; only where names are withheld are they opened again.
    items = page.summaries if not room.public else [_shown(care, words) for words in page.summaries]
    tail = orjson.dumps({"next": after(page, asked.sort), "total": page.total}).decode()
    return Response(f'{{"items":[{",".join(items)}],{tail[1:]}', media_type=JSON)


def page_of(asked: EventList, room: Room, chosen: EventFilter) -> Page:
    """One page of the list. Raises ApiError (404) on a cursor of another list."""
    key: tuple[str | int, ...] | None = None
    if asked.cursor:
        sort, *key_parts = unpack(asked.cursor, str, str, str, int)
        if sort != asked.sort:
            raise no_such_page()
        key = tuple(key_parts)
    return room.events.page(chosen, sort=asked.sort, limit=asked.limit, after=key)


def after(page: Page, sort: str) -> str | None:
    """The next page's cursor."""
    return pack(sort, *page.last) if page.last else None


def _shown(care: Care, words: str) -> str:
    return orjson.dumps(care.summary(orjson.loads(words))).decode()


@router.get("/events/points", response_model=EventPoints)
def points(asked: FilterQuery, room: InRoom) -> Response:
    """All events that pass the filter, as a map and a timeline need them: up to 50,000 rows."""
    found = room.events.points(asked.chosen(room), MOST_POINTS)
    rows = _public_rows(f"[{found.rows}]") if room.public else f"[{found.rows}]"
    columns = orjson.dumps(POINT).decode()
    numbers = f'"unplaced":{found.unplaced},"undated":{found.undated},"total":{found.total}'
    return Response(f'{{"columns":{columns},"rows":{rows},{numbers}}}', media_type=JSON)


def _public_rows(words: str) -> str:
    """The same rows with gists that name nobody."""
    gist, kind = POINT.index("gist"), POINT.index("type")
    rows: list[list[Any]] = orjson.loads(words)
    for row in rows:
        row[gist] = text.type_words(row[kind])
    return orjson.dumps(rows).decode()


@router.get("/events/facets")
def facets(asked: FilterQuery, room: InRoom) -> EventFacets:
    """How many of the chosen events there are of each type, status, actor, place, outlet, and on each day."""
    chosen, query = asked.chosen(room), room.events
    lists = {
        role: [_facet(c, role, room) for c in query.facet(chosen, role) if _named(c, role, room)] for role in FACETS
    }
    days, total = query.days(chosen), query.count(chosen)
    return EventFacets(
        **lists,
        days=[DayCount.model_validate({"day": day, "events": number}) for day, number in days],
        undated=total - sum(number for _, number in days),
        total=total,
    )


def _named(count: Count, role: str, room: Room) -> bool:
    return role != "actor" or named(count.value, count.label, room)


def _facet(count: Count, role: str, room: Room) -> Facet:
    label = count.label
    if role in ("side", "actor") and count.value in room.actors:
        label = room.actors[count.value].name
    return Facet(value=count.value, label=label, events=count.events)


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
    page = page_of(asked, room, replace(asked.chosen(room), disputed=True))
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
