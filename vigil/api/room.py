"""What every route works with: the record, the theatre packs that the server was given, and how public it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Annotated

from fastapi import Depends, Request

from vigil.api.known import KnownThen
from vigil.model.entity import Actor, Place
from vigil.model.state import Control
from vigil.reference.packs import Outlet, Theatre
from vigil.store import Batches, EventQuery, Store, View
from vigil.store.pages import PageQuery


@dataclass(frozen=True)
class Room:
    """One server's furniture; made once by ``app.build`` and never changed. Its parts may be used from any thread.

    ``public``: names of private persons are withheld and announced movements left out, as in exports that are passed on.
    """

    store: Store
    theatres: Mapping[str, Theatre] = field(default_factory=dict)
    outlets: Mapping[str, Outlet] = field(default_factory=dict)
    public: bool = False

    @property
    def view(self) -> View:
        """The record for reading."""
        return self.store.view()

    @property
    def events(self) -> EventQuery:
        """Questions over the events."""
        return EventQuery(self.store.engine)

    @property
    def batches(self) -> Batches:
        """Claims and documents many at a time."""
        return Batches(self.store.engine)

    @property
    def pages(self) -> PageQuery:
        """Questions behind the pages of actors, places and outlets."""
        return PageQuery(self.store.engine)

    @cached_property
    def _then(self) -> KnownThen:
        return KnownThen()

    def known(self, day: date) -> tuple[list[Control], int]:
        """Timelines of control as known on a day, and how many undated documents that leaves out."""
        return self._then.controls(self.view, day)

    @cached_property
    def actors(self) -> dict[str, Actor]:
        """The packs' actors by id."""
        return {actor.id: actor for pack in self.theatres.values() for actor in pack.actors}

    @cached_property
    def places(self) -> dict[str, tuple[Place, tuple[str, ...]]]:
        """The packs' places with their aliases, by id."""
        return {place.id: (place, names) for pack in self.theatres.values() for place, names in pack.places}


async def _room(request: Request) -> Room:
    room: Room = request.app.state.room
    return room


InRoom = Annotated[Room, Depends(_room)]
