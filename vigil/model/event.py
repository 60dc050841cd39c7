"""Events: what several claims together support, with the disagreement kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from vigil.model.entity import ActorRef, PlaceRef
from vigil.model.interval import Interval
from vigil.model.link import Score


class Relation(StrEnum):
    """How a claim bears on an event."""

    SUPPORTS = "supports"
    DENIES = "denies"
    DECLINES = "declines"


class EventStatus(StrEnum):
    """What the record says of an event."""

    ANNOUNCED = "announced"  # intended or feared only
    REPORTED = "reported"  # one independent witness
    CORROBORATED = "corroborated"  # two or more
    DISPUTED = "disputed"  # told by some, denied or told otherwise by others
    DENIED = "denied"  # only denials are on record
    DID_NOT_HAPPEN = "did_not_happen"  # said not to have happened, by all who speak of it
    DISPROVED = "disproved"  # a person decided so


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A claim's link to its event."""

    claim: str
    doc: str
    relation: Relation
    witness: str  # id of the Witness behind it ("" when the claim adds none)
    copy_of: str = ""  # document id that this telling copies, "" if it is the first or its own
    score: Score = Score(1.0, "the event's first claim")


@dataclass(frozen=True, slots=True, kw_only=True)
class Witness:
    """One independent origin: the innermost named source with the first text that carries it, or a reporter."""

    id: str
    name: str
    kind: str  # a source kind, or "outlet"
    side: str  # actor id of the side that speaks, "" if none
    docs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """A number over all claims of one event, per kind: low and high of what is claimed, best by the rule named."""

    kind: str  # one of COUNT_KINDS
    low: int | None
    best: int | None
    high: int | None
    rule: str
    claims: tuple[str, ...] = ()
    who: str = ""  # whom it counts: "" all, "civilians", "children", "women", or an actor id for a force's own losses
    cumulative: bool = False  # a running toll of a campaign or war: never added to the tolls of single events
    #: (value, share): how much weight each number carries over the independent witnesses; shares sum to 1.
    spread: tuple[tuple[int, float], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """One side of a dispute: what is held, by whom, in which claims (those that show it best come first)."""

    value: str
    by: tuple[str, ...]
    claims: tuple[str, ...]
    since: date | None = None  # the first day on which it was told


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """Two or more positions that cannot all hold. ``what``: occurrence, perpetrator, killed, wounded, displaced, ..."""

    what: str
    positions: tuple[Position, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One incident as the record has it; always computed from claims and decisions, never edited."""

    id: str
    type: str
    mode: str = ""
    place: PlaceRef | None = None
    when: Interval | None = None
    status: EventStatus = EventStatus.REPORTED
    status_reason: str = ""
    agents: tuple[ActorRef, ...] = ()
    targets: tuple[ActorRef, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    witnesses: tuple[Witness, ...] = ()
    estimates: tuple[Estimate, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    gist: str = ""  # one line made of the event's own fields, for lists
    part_of: str = ""  # id of the wave or campaign that it is a part of; parts are linked, never merged
    #: An article was joined to it at once; the next fusion of the whole record settles what it is.
    unsettled: bool = False

    @property
    def independent(self) -> int:
        """How many independent witnesses say that it happened: all that speak for one side count once."""
        telling = {evidence.witness for evidence in self.evidence if evidence.relation is Relation.SUPPORTS}
        return len({witness.side or witness.id for witness in self.witnesses if witness.id in telling})

    def takes_part(self, side: str) -> bool:
        """Whether a side is among those who act in it or are hit by it: such a witness speaks in its own cause."""
        return bool(side) and any(side in (actor.side, actor.actor_id) for actor in (*self.agents, *self.targets))

    def toll(self, kind: str) -> Estimate | None:
        """Its own count of one kind over all people; None without one. Running tolls and parts of it are not it."""
        whole = (e for e in self.estimates if e.kind == kind and not e.who and not e.cumulative)
        return next(whole, None)
