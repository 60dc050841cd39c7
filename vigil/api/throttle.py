"""Slows guessing: failed sign-ins are counted by account and address, and too many are made to wait."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict, deque
from collections.abc import Callable

WINDOW = 900.0  # seconds in which failures count
#: Failures in the window before more is refused: of one name from one address, from one address, of one name from anywhere.
#: The last is high, for it lets a stranger lock out whoever is to be locked out.
LIMITS = {"pair": 5, "client": 20, "name": 100}
MOST = 10_000  # keys that are remembered; the oldest are forgotten first


class Throttle:
    """Thread-safe; in the memory of one process, so that a restart forgets."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._failures: OrderedDict[tuple[str, str], deque[float]] = OrderedDict()
        self._lock = threading.Lock()

    def wait(self, name: str, client: str) -> float:
        """Seconds until the next try is let through; 0.0 when it is now."""
        with self._lock:
            return max(self._left(key, LIMITS[key[0]]) for key in _keys(name, client))

    def _left(self, key: tuple[str, str], limit: int) -> float:
        now, times = self._clock(), self._failures.get(key)
        while times and now - times[0] >= WINDOW:
            times.popleft()
        if times is None or len(times) < limit:
            return 0.0
        return WINDOW - (now - times[-limit])

    def failed(self, name: str, client: str) -> None:
        """Count a failure."""
        with self._lock:
            for key in _keys(name, client):
                self._failures.setdefault(key, deque(maxlen=LIMITS[key[0]])).append(self._clock())
                self._failures.move_to_end(key)
            while len(self._failures) > MOST:
                self._failures.popitem(last=False)

    def succeeded(self, name: str, client: str) -> None:
        """The right password: what was mistyped before is forgotten, for this address alone."""
        with self._lock:
            self._failures.pop(_keys(name, client)[0], None)


def _keys(name: str, client: str) -> tuple[tuple[str, str], ...]:
    return ("pair", f"{client} {name}"), ("client", client), ("name", name)
