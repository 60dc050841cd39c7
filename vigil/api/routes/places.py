"""Places: where they are, who held them when, what happened in them."""

from __future__ import annotations

import json
from functools import partial
from typing import Annotated

from fastapi import APIRouter, Path

from vigil.api.called import Entry, Match, country_names, paged
from vigil.api.care import HELD_BACK, Care
from vigil.api.errors import not_found
from vigil.api.filters import NamedQuery
from vigil.api.paging import pack, unpack
from vigil.api.room import InRoom, Room
from vigil.api.routes.actors import NEWEST, day, summaries, types
from vigil.api.routes.states import stretches
from vigil.api.schemas.pages import PlacePage, PlaceRow, PlaceShape
from vigil.model.entity import PlaceRef
from vigil.store import EventFilter
from vigil.store.asked import Count

router = APIRouter(prefix="/places", tags=["places"])
ROLES = ("within",)


@router.get("")
def places(asked: NamedQuery, room: InRoom) -> PlacePage:
    """Where events are, places with most events first; what holds one counts its events too. With q: what is called so."""
    if asked.q.strip():
        elsewhere = room.index.beginning(asked.q) if room.index else {}
        matches = room.called("places", partial(_entries, room)).find(asked.q, elsewhere)
        some, next = paged(matches, asked.cursor, asked.limit)
        return PlacePage(items=[_found(match) for match in some], next=next, total=len(matches))
    after = unpack(asked.cursor, int, str) if asked.cursor else None
    found = room.pages.values(ROLES, asked.limit + 1, (after[0], after[1]) if after else None)
    shown = found[: asked.limit]
    last = shown[-1] if len(found) > len(shown) else None
    next = pack(last.events, last.value) if last else None
    return PlacePage(items=[_row(count, room) for count in shown], next=next, total=room.pages.number(ROLES))


def _entries(room: Room) -> list[Entry]:
    spelled = room.pages.spellings("place")
    return [
        Entry.of(
            count.value,
            _name(count.value, count.label, room),
            count.events,
            (count.label, *spelled.get(count.value, ()), *_aliases(count.value, room)),
        )
        for count in room.pages.values(ROLES)
    ]


def _aliases(id: str, room: Room) -> tuple[str, ...]:
    return room.places[id][1] if id in room.places else country_names(id)


def _found(match: Match) -> PlaceRow:
    entry = match.entry
    return PlaceRow(id=entry.id, name=entry.name, events=entry.events, spelling=match.spelling)


def _row(count: Count, room: Room) -> PlaceRow:
    return PlaceRow(id=count.value, name=_name(count.value, count.label, room), events=count.events)


def _name(id: str, label: str, room: Room) -> str:
    if id in room.places:
        return room.places[id][0].name
    # What only holds places of events has its key for a label: the gazetteer knows its name.
    known = room.index.get(id) if room.index and label == id else None
    return known.name if known else label


@router.get("/{id:path}")
def place(
    id: Annotated[str, Path(description="its id in the gazetteer, or its words", examples=["pack:kelmora/dorvane"])],
    room: InRoom,
) -> PlaceShape:
    """One place."""
    pages, care = room.pages, Care(room.public)
    label = pages.label(ROLES, id)
    known, aliases = room.places.get(id, (None, ()))
    if label is None and known is None:
        raise not_found("place", id, "see /v1/places")
    without = HELD_BACK if room.public else ()
    first, last = pages.span("within", id)
    ref = _ref(id, room)
    control = room.view.control_of(id)
    return PlaceShape(
        id=id,
        name=known.name if known else (ref.name or ref.text) if ref else _name(id, label or id, room),
        kind=known.kind if known else ref.kind if ref else "",
        lat=known.lat if known else ref.lat if ref else None,
        lon=known.lon if known else ref.lon if ref else None,
        radius_km=known.radius_km if known else ref.radius_km if ref else 0.0,
        country=known.country if known else ref.country if ref else "",
        within=[_holder(holder, room) for holder in (ref.within if ref else ())],
        aliases=list(aliases),
        first_day=day(first),
        last_day=day(last),
        events=pages.carried("within", id),
        types=types(EventFilter(places=(id,), without=without), room),
        control=stretches(control.stretches, room) if control else [],
        newest=summaries(pages.newest("within", id, NEWEST, without), care),
    )


def _ref(id: str, room: Room) -> PlaceRef | None:
    """The place as an event in it has it."""
    for words in room.pages.newest("place", id, 1):
        event = room.view.event(json.loads(words)["id"])
        if event is not None:
            return event.place
    return None


def _holder(id: str, room: Room) -> PlaceRow:
    label = room.pages.label(ROLES, id) or id
    return PlaceRow(id=id, name=_name(id, label, room), events=room.pages.carried("within", id))
