"""The index over the events as it stands now: read into memory once for each version of it, and answered from there."""

from __future__ import annotations

import logging
import threading
from collections import OrderedDict
from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

import numpy as np
from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from vigil.store import columns
from vigil.store.arrays import Ints
from vigil.store.chosen import EventColumns
from vigil.store.queries import EventQuery
from vigil.store.versions import Versions, version_of

log = logging.getLogger("vigil.store")
T = TypeVar("T")
#: Events of which the index is held in memory, about a kilobyte each; a larger record's questions go to the database.
MOST = 300_000
#: Events whose index is read while the one who asks waits: some hundredths of a second.
AT_ONCE = 2_000
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
        self._large = self._reading = ""  # versions of an index that is too large, and of one that is being read
        self._reader = threading.Lock()

    def ready(self) -> EventColumns | None:
        """The events, when they are in memory and have not changed since: takes microseconds."""
        held = self._held
        return held if held is not None and held.version == self._versions.now().index else None

    def ask(self, question: Callable[[Events], T]) -> T:
        """Answer a question over the events as they stand now; asked again where they change meanwhile.

        A large index is not waited for: until it is in memory, the database answers.
        """
        while True:
            try:
                return question(self.ready() or self._unready())
            except Moved:
                continue

    @property
    def reading(self) -> bool:
        """Whether the index is being read into memory aside."""
        return bool(self._reading)

    def begin(self) -> None:
        """See to it that the index is in memory soon."""
        if self.ready() is None:
            with suppress(Moved):  # then the next question sees to it
                self._unready()

    def _unready(self) -> Events:
        with self._lock:
            now = self._versions.now().index
            if now in (self._large, self._reading):
                return self._query
            with self._engine.connect() as connection:
                number = columns.size(connection)
            if number > AT_ONCE:
                if number > self._most:
                    self._large = now
                else:
                    self._reading = now
                    threading.Thread(target=self._read_aside, name="vigil index", daemon=True).start()
                return self._query
        return self.read()

    def _read_aside(self) -> None:
        try:
            self.read()
        except (Moved, SQLAlchemyError) as error:
            log.info("the index was not read into memory (%s); the next question begins again", error)
        finally:
            with self._lock:
                self._reading = ""

    def read(self) -> Events:
        """Read the index into memory, unless it is there. Raises Moved when the events change meanwhile."""
        with self._reader:
            ready = self.ready()
            if ready is not None:
                return ready
            self._held = None  # so that two versions never lie in memory together
            with self._engine.connect() as connection:
                if columns.size(connection) > self._most:
                    return self._query
                found = columns.load(connection, self._shown)
                if version_of(connection).index != found.version:
                    raise Moved
            self._held = EventColumns(found, self._spoken_at(found))
            return self._held

    def _spoken_at(self, held: columns.Columns) -> Callable[[str], Ints]:
        version = held.version

        def spoken(words: str) -> Ints:
            before = self._versions.now()
            key = (before.whole, words)
            found = self._told.get(key)
            if found is None:
                with self._engine.connect() as connection:
                    numbers = np.array(self._query.spoken(connection, words), np.int32)
                found = np.searchsorted(held.numbers, numbers).astype(np.int32)
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
