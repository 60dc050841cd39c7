"""Who held what "as known then" (``engine.known``), kept for a few days that were asked for."""

from __future__ import annotations

import threading
from collections import OrderedDict
from datetime import date

from vigil.engine.known import known_by
from vigil.model.state import Control
from vigil.store import View

#: How many days are kept: a slider goes back and forth over a few. A war's controls take well under a megabyte each.
KEPT = 32


class KnownThen:
    """A cache by record and day. One at a time: it is CPU work, and a second one would only slow both."""

    def __init__(self) -> None:
        self._found: OrderedDict[tuple[str, date], tuple[list[Control], int]] = OrderedDict()
        self._lock = threading.Lock()

    def controls(self, view: View, day: date) -> tuple[list[Control], int]:
        """Timelines as they were known on a day, and how many undated documents were left out."""
        with self._lock:
            meta = view.meta()
            last = view.last_published()
            # Whatever is asked for after the last article was published has one answer.
            key = (f"{meta.get('head', '')} {meta.get('derived', '')}", min(day, last) if last else day)
            if key in self._found:
                self._found.move_to_end(key)
                return self._found[key]
            known = known_by(view, key[1])
            controls = sorted(known.states.controls, key=lambda one: (one.place.name, one.place.place_id or ""))
            self._found[key] = (controls, known.undated)
            while len(self._found) > KEPT:
                self._found.popitem(last=False)
            return self._found[key]
