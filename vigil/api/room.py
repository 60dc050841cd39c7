"""What every route works with: the record, the theatre packs that the server was given, and how public it is."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Annotated, TypeVar

import anyio.to_thread
from fastapi import Depends, Request

from vigil.api.called import Called, Entry, Latest
from vigil.api.care import public_points
from vigil.api.known import KnownThen
from vigil.model.entity import Actor, Place
from vigil.model.state import Control
from vigil.reference.index import PlacesIndex
from vigil.reference.packs import Outlet, Theatre
from vigil.reference.registry import Registry
from vigil.store import Batches, EventFilter, EventQuery, Store, View
from vigil.store.batches import Dated
from vigil.store.chosen import EventColumns
from vigil.store.current import Current, Events
from vigil.store.pages import PageQuery
from vigil.store.versions import Version

T = TypeVar("T")
#: Seconds that a question waits for the index to be read into memory before it goes to the database.
PATIENCE = 2.0


class Kept:
    """The pages saved as files as one version of the record has them. May be used from any thread."""

    def __init__(self) -> None:
        self._held: tuple[str, Mapping[str, Sequence[Dated]]] | None = None
        self._lock = threading.Lock()

    def get(self, version: str, make: Callable[[], Mapping[str, Sequence[Dated]]]) -> Mapping[str, Sequence[Dated]]:
        """Those of a version, made where another one is held."""
        with self._lock:
            if self._held is None or self._held[0] != version:
                self._held = (version, make())
            return self._held[1]


@dataclass(frozen=True)
class Room:
    """One server's furniture; made once by ``app.build`` and never changed. Its parts may be used from any thread.

    ``public``: names of private persons are withheld and announced movements left out, as in exports that are passed on.
    """

    store: Store
    theatres: Mapping[str, Theatre] = field(default_factory=dict)
    outlets: Mapping[str, Outlet] = field(default_factory=dict)
    public: bool = False
    #: The gazetteer's places, and actors that no pack has.
    index: PlacesIndex | None = None
    registry: Registry | None = None
    _latest: Latest = field(default_factory=Latest)
    _pages: Kept = field(default_factory=Kept)
    #: Set when the server is about to end; streams look at it.
    closing: threading.Event = field(default_factory=threading.Event)

    @property
    def view(self) -> View:
        """The record for reading."""
        return self.store.view()

    @property
    def events(self) -> EventQuery:
        """Questions over the events, to the database."""
        return EventQuery(self.store.engine)

    @cached_property
    def current(self) -> Current:
        """The same questions, the most frequent ones, to the index in memory."""
        return Current(self.store.engine, self.store.versions, shown=public_points if self.public else None)

    async def _soon(self) -> EventColumns | None:
        """The events in memory, where they are there within PATIENCE; questions to the database would only hold that up."""
        await anyio.to_thread.run_sync(self.current.begin)
        with anyio.move_on_after(PATIENCE):
            while self.current.reading:
                await anyio.sleep(0.02)
        return self.current.ready()

    async def version(self) -> Version:
        """How the record stands now."""
        versions = self.store.versions
        return versions.now() if versions.quick else await anyio.to_thread.run_sync(versions.now)

    async def ask(self, chosen: EventFilter, question: Callable[[Events], T]) -> T:
        """Answer a question over the chosen events: at once where all of it lies in memory, or else in a thread."""
        ready = self.current.ready() or await self._soon()
        if ready is not None and not chosen.words:
            return question(ready)
        return await anyio.to_thread.run_sync(self.current.ask, question)

    def called(self, kind: str, entries: Callable[[], Sequence[Entry]]) -> Called:
        """The names of a kind of things, as ``entries`` tells them of the record as it stands now."""
        return self._latest.get(kind, self.store.versions.now().index, entries)

    @property
    def saved_pages(self) -> Mapping[str, Sequence[Dated]]:
        """Pages saved as files, by the address that they name: looked through once for each version of the record."""
        return self._pages.get(self.store.versions.now().whole, self.batches.saved_pages)

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
        """Everybody with an id that is in the packs or the registry, outlets among them; a group of the record is not."""
        outlets = (outlet.actor for outlet in self.outlets.values())
        packs = (actor for pack in self.theatres.values() for actor in pack.actors)
        world = self.registry.by_id.values() if self.registry else ()
        return {actor.id: actor for actor in (*outlets, *world, *packs)}

    @cached_property
    def places(self) -> dict[str, tuple[Place, tuple[str, ...]]]:
        """The packs' places with their aliases, by id."""
        return {place.id: (place, names) for pack in self.theatres.values() for place, names in pack.places}


async def _room(request: Request) -> Room:
    room: Room = request.app.state.room
    return room


InRoom = Annotated[Room, Depends(_room)]
