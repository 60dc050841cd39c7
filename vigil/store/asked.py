"""What is asked of the events and what comes back, of the database (``queries.py``) as of memory (``chosen.py``)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

Bbox = tuple[float, float, float, float]  # west, south, east, north in degrees; west > east goes over the date line


@dataclass(frozen=True, slots=True, kw_only=True)
class EventFilter:
    """Which events. Within a field any value will do, between fields all must hold; what is empty asks for nothing.

    ``actors``, ``sides`` and ``places`` are ids or words of a name or alias, marks and case aside; a place also finds
    what lies in it. ``since`` and ``until`` (inclusive) keep what may have happened between them. ``words`` is free
    text: every word must be in what is told of the event. ``without`` leaves out (status, type) pairs.
    """

    types: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    sides: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    bbox: Bbox | None = None
    since: date | None = None
    until: date | None = None
    witnesses: int = 0
    source_kinds: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    words: str = ""
    disputed: bool = False  # only those in dispute
    without: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """Some summaries (JSON), how many there are in all, and the key after which the next page goes on (None: no more)."""

    summaries: list[bytes]
    total: int
    last: tuple[str, str, int] | None  # day, event, witnesses


@dataclass(frozen=True, slots=True)
class Points:
    """Points as JSON arrays (UTF-8) set one after the other with commas, in the order of days; or their columns."""

    rows: bytes
    shown: int
    total: int
    unplaced: int
    undated: int


@dataclass(frozen=True, slots=True)
class Count:
    """How many events carry one value."""

    value: str
    label: str
    events: int


@dataclass(frozen=True, slots=True)
class Carried:
    """A value, its first label, and the points that carry it: their places among those asked for, ascending."""

    value: str
    label: str
    at: NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Counted:
    """The values that most events carry by role, how many begin on each day, and how many there are in all."""

    lists: dict[str, list[Count]]
    days: list[tuple[str, int]]
    total: int


@dataclass(frozen=True, slots=True)
class Bin:
    """One step of a series: its first day, and a number with its range. ``high`` is None when a range is left open."""

    start: str
    events: int
    low: int
    best: int
    high: int | None
