"""The index over the events as it stands now: read into memory once for each version of it, and answered from there."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from typing import TypeVar

import numpy as np
from sqlalchemy import Engine

from vigil.store import columns
from vigil.store.chosen import EventColumns
from vigil.store.columns import Ints
from vigil.store.queries import EventQuery
from vigil.store.versions import Versions, version_of

T = TypeVar("T")
#: Events of which the index is held in memory, about a kilobyte each; a larger record's questions go to the database.
MOST = 300_000
#: Words whose events are remembered, 4 bytes an event: list, points and counts ask for the same.
KEPT = 32
Events = EventColumns | EventQuery


class Moved(Exception):
    """The events were made anew while a question on them was being answered."""


class Current:
    """May be used from any thread. ``shown`` is what becomes of points before they are shown, as in ``EventQuery``."""

    def __init__(
        self, engine: Engine, versions: Versions, *, shown: Callable[[bytes], bytes] | None = None, most: int = MOST
    ) -> None:
        self._versions, self._shown, self._most = versions, shown, most
        self._engine, self._query = engine, EventQuery(engine, shown)
        self._told: OrderedDict[tuple[str, str], Ints] = OrderedDict()
        self._keeping = threading.Lock()
        self._lock = threading.Lock()
        self._held: EventColumns | None = None
        self._large = ""  # version of an index that is too large

    def ready(self) -> EventColumns | None:
        """The events, when they are in memory and have not changed since: takes microseconds."""
        held = self._held
        return held if held is not None and held.version == self._versions.now().index else None

    def ask(self, question: Callable[[Events], T]) -> T:
        """Answer a question over the events as they stand now; asked again where they change meanwhile."""
        while True:
            try:
                return question(self._events())
            except Moved:
                continue

    def _events(self) -> Events:
        with self._lock:  # whoever comes while it is read waits for it
            now = self._versions.now().index
            if now == self._large:
                return self._query
            if self._held is None or self._held.version != now:
                self._held = None  # so that two versions never lie in memory together
                with self._engine.connect() as connection:
                    if columns.size(connection) > self._most:
                        self._large = now
                        return self._query
                    found = columns.load(connection, self._shown)
                    if version_of(connection).index != found.version:
                        raise Moved
                self._held = EventColumns(found, self._spoken_at(found.version))
            return self._held

    def _spoken_at(self, version: str) -> Callable[[str], Ints]:
        def spoken(words: str) -> Ints:
            before = self._versions.now()
            key = (before.whole, words)
            found = self._told.get(key)
            if found is None:
                with self._engine.connect() as connection:
                    found = np.array(self._query.spoken(connection, words), np.int32)
            # Nothing was written meanwhile, so what was found is of that version.
            if before.index != version or self._versions.now() != before:
                raise Moved
            with self._keeping:
                self._told[key] = found
                self._told.move_to_end(key)
                while len(self._told) > KEPT:
                    self._told.popitem(last=False)
            return found

        return spoken
