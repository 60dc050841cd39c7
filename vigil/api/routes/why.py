"""Why an event is one event, and what came near it."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path

from vigil.api.care import Care
from vigil.api.errors import not_found
from vigil.api.near import near
from vigil.api.room import InRoom
from vigil.api.schemas.why import EventWhy

router = APIRouter(tags=["events"])


@router.get("/events/{id}/why")
def event_why(
    id: Annotated[str, Path(description="the event's id", examples=["ev_9dbe33d6e1303d2b"])], room: InRoom
) -> EventWhy:
    """Each comparison behind an event, and the closest of what is not in it: what one would merge with it, or not."""
    care = Care(room.public)
    found = room.view.event(id)
    if found is None or found.id != id or care.held_back(found):
        raise not_found("event", id)
    return near(found, room, care)
