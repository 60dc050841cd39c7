"""Whether the record is still what it was: asked before every answer, so it costs next to nothing while nothing changes."""

from __future__ import annotations

import hashlib
import threading
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine, select

from vigil.store import tables


@dataclass(frozen=True, slots=True)
class Version:
    """How the record stands. ``seq`` is the number of the ledger's last entry.

    ``whole`` is a digest of all that answers are made of, ``index`` one of the index over the events alone: while a run
    keeps documents, the first changes with each of them, the second only when events are computed anew.
    """

    seq: int
    whole: str
    index: str


class Versions:
    """Keeps one connection of its own, to which SQLite tells in some microseconds whether any other one has written.

    May be used from any thread.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        #: Whether ``now`` takes microseconds while nothing is written; else it is a query to a server.
        self.quick = engine.dialect.name == "sqlite"
        self._lock = threading.Lock()
        self._connection: Connection | None = None
        self._driver: Any = None
        self._seen: int | None = None
        self._version = Version(0, "", "")

    def now(self) -> Version:
        """How the record stands now."""
        with self._lock:
            if self._connection is None or self._connection.closed:
                self._connection = self._engine.connect()
                self._driver = self._connection.connection.driver_connection
                self._seen = None
            # Counted before it is read: what is written in between is then seen next time.
            seen = self._count()
            if seen is None or seen != self._seen:
                with self._connection.begin():
                    self._version = version_of(self._connection)
                self._seen = seen
            return self._version

    def close(self) -> None:
        """Let go of the connection."""
        with self._lock:
            if self._connection is not None:
                self._connection.close()
                self._connection = self._driver = None

    def _count(self) -> int | None:
        """SQLite's number of what others have written, asked of the driver itself: a tenth of a statement's time."""
        if not self.quick:
            return None
        return int(self._driver.execute("PRAGMA data_version").fetchone()[0])


def version_of(connection: Connection) -> Version:
    """How the record stands for one connection."""
    columns = tables.meta.c
    query = select(columns.name, columns.value).where(columns.name.in_(("head", "derived", "finished", "index")))
    noted = {row.name: row.value for row in connection.execute(query)}
    seq, _, digest = noted.get("head", "0 ").partition(" ")
    whole = f"{digest} {noted.get('derived', '')} {noted.get('finished', '')}"
    version = hashlib.sha256(whole.encode()).hexdigest()
    # Both notes: a record that an earlier Vigil wrote, or wrote to, has none on its index, or an old one.
    return Version(int(seq), version, f"{noted.get('index', '')} {noted.get('derived', '')}")
