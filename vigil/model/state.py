"""States: what stands, from when to when, on which events. A pure function of events."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from vigil.model.entity import ActorRef, PlaceRef


class Hold(StrEnum):
    """How firmly a stretch of control is known."""

    HELD = "held"
    CONTESTED = "contested"  # two sides claim it, or fight over it
    DIVIDED = "divided"  # the reports themselves say that it is split
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Who holds a place from one day to another (``end`` exclusive; None: still so at the record's end)."""

    start: date | None
    end: date | None
    hold: Hold
    holders: tuple[ActorRef, ...]
    events: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Control:
    """The timeline of one place."""

    place: PlaceRef
    stretches: tuple[Stretch, ...]

    def on(self, day: date) -> Stretch | None:
        """The stretch that covers a day, None before the first."""
        for stretch in reversed(self.stretches):
            if (stretch.start is None or stretch.start <= day) and (stretch.end is None or day < stretch.end):
                return stretch
        return None
