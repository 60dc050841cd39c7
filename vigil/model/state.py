"""States: what stands, from when to when, on which events. Pure functions of events and the claims that they rest on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from vigil.model.entity import ActorRef, PlaceRef, ProvisionalActor
from vigil.model.event import Estimate
from vigil.model.interval import Interval


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


class TruceStep(StrEnum):
    """What one event did to a truce."""

    PROPOSED = "proposed"
    DECLARED = "declared"  # agreed or declared
    IN_FORCE = "in_force"  # said to hold
    VIOLATED = "violated"  # said to have been violated: an allegation, whoever denies it
    RESTORED = "restored"
    ENDED = "ended"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One entry of a truce's ledger. ``by``: who is said to have done it (for a violation, the violator)."""

    on: date | None
    kind: TruceStep
    event: str
    by: tuple[ActorRef, ...] = ()
    place: PlaceRef | None = None
    said_by: tuple[str, ...] = ()  # names of the event's witnesses
    denied_by: tuple[str, ...] = ()  # names of those who deny it
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Truce:
    """A ceasefire, de-escalation zone or other agreement: its parties, area, terms as told, and what became of it.

    ``terms`` are ids of claims whose sentences tell what was agreed; ``kind`` is "ceasefire" or "agreement".
    """

    id: str
    kind: str
    parties: tuple[ActorRef, ...]
    area: PlaceRef | None
    declared: date | None
    in_force: date | None
    ended: date | None
    steps: tuple[Step, ...]
    terms: tuple[str, ...] = ()

    def stands(self, day: date) -> bool:
        """True from the day on which it came into force until the day on which it ended (exclusive)."""
        return self.in_force is not None and self.in_force <= day and (self.ended is None or day < self.ended)


class FlowKind(StrEnum):
    """Flows are people who moved within a time; stocks are people who are away from home at a time. Never added up."""

    FLOW = "flow"
    STOCK = "stock"
    RETURN = "return"


@dataclass(frozen=True, slots=True, kw_only=True)
class Displacement:
    """People who fled, were evacuated or expelled, returned, or are sheltering, as one event tells it.

    ``people`` is the range over all tellers; for a stock ``as_of`` is the last day of ``when``.
    """

    event: str
    kind: FlowKind
    origin: PlaceRef | None
    destination: PlaceRef | None
    people: Estimate | None
    when: Interval | None
    as_of: date | None = None
    cause: tuple[str, ...] = ()  # ids of events that it is told to come from, or of the same place just before
    driven_by: tuple[ActorRef, ...] = ()
    disputed: bool = False
    claims: tuple[str, ...] = ()


class MoveKind(StrEnum):
    """Which way forces went."""

    DEPLOYED = "deployed"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """Forces of an actor that came to a place or left it."""

    event: str
    kind: MoveKind
    actor: ActorRef | None
    origin: PlaceRef | None
    place: PlaceRef | None
    on: date | None
    strength: Estimate | None = None
    disputed: bool = False
    claims: tuple[str, ...] = ()


class TieKind(StrEnum):
    """What two actors have to do with each other, as events show it."""

    FIGHTS = "fights"
    SUPPLIES = "supplies"
    TALKS_TO = "talks_to"
    ALLIED_WITH = "allied_with"
    BROKE_WITH = "broke_with"


@dataclass(frozen=True, slots=True, kw_only=True)
class Relationship:
    """A tie between two actors over time: one entry a pair and kind. ``first`` and ``last`` are days of its events."""

    kind: TieKind
    one: ActorRef  # the doer, where the tie has a direction (supplies)
    other: ActorRef
    first: date | None
    last: date | None
    events: tuple[str, ...]


class Access(StrEnum):
    """What became of aid on its way to a place."""

    DELIVERED = "delivered"
    BLOCKED = "blocked"
    SOUGHT = "sought"


@dataclass(frozen=True, slots=True, kw_only=True)
class AidStep:
    """One entry of a place's access ledger."""

    event: str
    place: PlaceRef | None
    access: Access
    on: date | None
    by: tuple[ActorRef, ...] = ()  # who delivered or blocked
    to: tuple[ActorRef, ...] = ()
    people: Estimate | None = None
    disputed: bool = False
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class States:
    """All that is read off the events and claims of one record."""

    controls: tuple[Control, ...] = ()
    truces: tuple[Truce, ...] = ()
    displacements: tuple[Displacement, ...] = ()
    moves: tuple[Move, ...] = ()
    relations: tuple[Relationship, ...] = ()
    aid: tuple[AidStep, ...] = ()
    groups: tuple[ProvisionalActor, ...] = ()  # who is named in them and in no registry
