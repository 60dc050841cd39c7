"""Why an event is one event, and what came near it."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path

from vigil.api.care import Care
from vigil.api.errors import ApiError, not_found
from vigil.api.near import near
from vigil.api.room import InRoom
from vigil.api.schemas.why import EventWhy
from vigil.api.security import Anyone
from vigil.model.account import Role

router = APIRouter(tags=["events"])


@router.get("/events/{id}/why", responses={403: {"description": "On a public server: for reviewers."}})
def event_why(
    id: Annotated[str, Path(description="the event's id", examples=["ev_9dbe33d6e1303d2b"])],
    room: InRoom,
    caller: Anyone,
) -> EventWhy:
    """Each comparison behind an event, and the closest of what is not in it: what one would merge with it, or not.

    It takes seconds to work out, so a public server does it for reviewers only.
    """
    if room.public and not caller.may(Role.REVIEWER):
        raise ApiError(403, "forbidden", "this is for the role reviewer and above", advice="sign in as one")
    care = Care(room.public)
    found = room.view.event(id)
    if found is None or found.id != id or care.held_back(found):
        raise not_found("event", id)
    return near(found, room, care)
