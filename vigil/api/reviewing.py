"""What reviewers work on in a server: the desk as it lies, and events made anew after decisions, one refresh at a time."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterable, Sequence
from datetime import datetime

from vigil.engine.run import recompute
from vigil.engine.tools import RecordTools
from vigil.model.link import Decision
from vigil.review.desk import Desk, carried, lay
from vigil.store import Store

log = logging.getLogger("vigil.api")
#: Seconds that an answer waits for the events to be made anew; a large record's come later.
PATIENCE = 5.0


class Reviewing:
    """Thread-safe. Decisions that come while a refresh runs are taken up by the next one, all at once."""

    def __init__(self, store: Store, tools: RecordTools, *, patience: float = PATIENCE) -> None:
        self._store, self._tools, self._patience = store, tools, patience
        self._lock = threading.Lock()
        self._desk: tuple[str, Desk] | None = None
        self._turn = threading.Condition()
        self._wanted = self._done = 0
        self._running = False

    def desk(self) -> Desk:
        """The desk as of now. Claims and events are read again only when they have changed; decisions always."""
        view = self._store.view()
        with self._lock:
            meta = view.meta()
            stamp = f"{meta.get('started')} {meta.get('finished')} {meta.get('derived')}"
            if self._desk is None or self._desk[0] != stamp:
                self._desk = (stamp, lay(view))
            kept = self._desk[1]
            if _changed(kept.decisions, view.decisions()):
                kept = Desk(kept.claims, kept.events, carried(view, kept.claims))
                self._desk = (stamp, kept)
            return kept

    def write(self, rows: Iterable[Decision], *, refresh: bool = True) -> bool:
        """Keep decisions and make the events anew; True when that was done before the answer."""
        with self._store.write() as writer:
            for row in rows:
                writer.put_decision(row)
        return self.refresh() if refresh else True

    def retract(self, rows: Iterable[Decision], when: datetime, *, user: str, reason: str) -> bool:
        """Take decisions back and make the events anew; True as for ``write``."""
        with self._store.write() as writer:
            for row in rows:
                writer.retract_decision(row.id, when, user=user, reason=reason)
        return self.refresh()

    def refresh(self) -> bool:
        """Make the events anew; True when it was done in time."""
        with self._turn:
            self._wanted += 1
            mine = self._wanted
            if not self._running:
                self._running = True
                threading.Thread(target=self._work, name="vigil refresh", daemon=True).start()
            return self._turn.wait_for(lambda: self._done >= mine, self._patience)

    def _work(self) -> None:
        while True:
            with self._turn:
                if self._done >= self._wanted:
                    self._running = False
                    return
                goal = self._wanted
            try:
                recompute(self._store, self._tools)
            except Exception:
                # Whatever it is, the thread must say that it stopped, or no refresh would ever begin again. The
                # decisions are kept; the next refresh, or the next run, applies them.
                log.exception("events could not be made anew after a decision")
                with self._turn:
                    self._running = False
                    self._wanted = self._done
                    self._turn.notify_all()
                return
            with self._turn:
                self._done = goal
                self._turn.notify_all()


def _changed(before: Sequence[Decision], now: Sequence[Decision]) -> bool:
    return [(row.id, row.deleted_at) for row in before] != [(row.id, row.deleted_at) for row in now]
