"""States: who holds what, what became of truces, who fled, who came and went."""

from __future__ import annotations

from datetime import date

from vigil.api.schemas.base import NEXT, TOTAL, Shape, many, nested, said
from vigil.api.schemas.entities import ActorFull, EstimateShape, PlaceFull, PlaceShort, When
from vigil.model.state import Access, FlowKind, Hold, MoveKind, TieKind, TruceStep


class StretchShape(Shape):
    """Who holds a place from one day to another."""

    start: date | None = said("first day; null: before the record", "2031-04-14")
    end: date | None = said("the day after the last one; null: still so at the record's end", None)
    hold: Hold = said("how firmly it is known", "contested")
    holders: list[ActorFull] = many("who holds it, or between whom it is contested", ActorFull)
    events: list[str] = said("ids of the events that say so", ["ev_9dbe33d6e1303d2b"])
    reason: str = said("why", "both sides claim it")
    doubtful: bool = said("no claim of any of these events was read with a confidence of 0.5 or more", False)


class PlaceHeld(Shape):
    """Who holds one place on the day asked for."""

    place: PlaceFull = nested("the place", PlaceFull)
    on: StretchShape | None = nested("the stretch that covers the day; null before the first report", StretchShape)


class ControlOnDay(Shape):
    """Who holds what on one day, as it was known on another."""

    day: date = said("the day", "2031-05-01")
    known: date | None = said("by documents published until this day; null: by all", None)
    items: list[PlaceHeld] = many("each place that the record follows", PlaceHeld)
    undated: int = said("documents without a date, left out of what was known then", 0)
    total: int = said("how many places", 7)


class ControlTimeline(Shape):
    """The timeline of one place."""

    place: PlaceFull = nested("the place", PlaceFull)
    stretches: list[StretchShape] = many("one after the other, oldest first", StretchShape)


class StepShape(Shape):
    """One entry of a truce's ledger."""

    on: date | None = said("the day; null when not known", "2031-05-02")
    kind: TruceStep = said("what the event did to the truce", "violated")
    event: str = said("id of the event", "ev_9dbe33d6e1303d2b")
    by: list[ActorFull] = many("who is said to have done it", ActorFull)
    place: PlaceShort | None = nested("where", PlaceShort)
    said_by: list[str] = said("who says so", ["Kelmora Conflict Observatory"])
    denied_by: list[str] = said("who denies it", ["Kelmoran Army"])
    claims: list[str] = said("ids of the claims", ["c5ace1eb1c31fb245"])
    doubtful: bool = said("no claim of the event was read with a confidence of 0.5 or more", False)


class Violations(Shape):
    """How often a side is said to have broken a truce."""

    side: str = said('id of the side, or the actor\'s name where it has none ("" not told who)', "kelmora/government")
    name: str = said("its name", "Kelmoran Army")
    violations: int = said("violations that it is said to have done", 4)
    denied: int = said("how many of these are denied", 1)


class TruceShape(Shape):
    """A ceasefire or other agreement, and what became of it."""

    id: str = said("the truce's id", "tr_1")
    kind: str = said("ceasefire or agreement", "ceasefire")
    parties: list[ActorFull] = many("between whom", ActorFull)
    area: PlaceFull | None = nested("where; null: not told", PlaceFull)
    declared: date | None = said("the day on which it was agreed or declared", "2031-05-01")
    in_force: date | None = said("the day on which it came into force", "2031-05-02")
    ended: date | None = said("the day on which it ended; null: it stands", None)
    steps: list[StepShape] = many("its ledger, oldest first", StepShape)
    terms: list[str] = said("ids of claims whose sentences tell what was agreed", ["c5ace1eb1c31fb245"])
    violations: list[Violations] = many("its violations by side, most first", Violations)


class TrucePage(Shape):
    """Truces."""

    items: list[TruceShape] = many("the truces", TruceShape)
    next: str | None = NEXT
    total: int = TOTAL


class DisplacementShape(Shape):
    """People who fled, were expelled, returned or are sheltering, as one event tells it."""

    event: str = said("id of the event", "ev_9dbe33d6e1303d2b")
    kind: FlowKind = said("flow: moved within a time; stock: are away at a time; never added up", "flow")
    origin: PlaceShort | None = nested("from where", PlaceShort)
    destination: PlaceShort | None = nested("to where", PlaceShort)
    people: EstimateShape | None = nested("how many, over all tellers", EstimateShape)
    when: When | None = nested("when", When)
    as_of: date | None = said("for a stock, the day on which it was so", None)
    cause: list[str] = said("ids of events that it is told to come from", ["ev_9dbe33d6e1303d2b"])
    driven_by: list[ActorFull] = many("who drove them out", ActorFull)
    disputed: bool = said("whether its tellers disagree", False)
    claims: list[str] = said("ids of the claims", ["c5ace1eb1c31fb245"])
    doubtful: bool = said("no claim of the event was read with a confidence of 0.5 or more", False)


class DisplacementPage(Shape):
    """Displacements."""

    items: list[DisplacementShape] = many("by day", DisplacementShape)
    next: str | None = NEXT
    total: int = TOTAL


class MoveShape(Shape):
    """Forces that came to a place or left it."""

    event: str = said("id of the event", "ev_9dbe33d6e1303d2b")
    kind: MoveKind = said("which way they went", "deployed")
    actor: ActorFull | None = nested("whose forces", ActorFull)
    origin: PlaceShort | None = nested("from where", PlaceShort)
    place: PlaceShort | None = nested("to or from where they went", PlaceShort)
    on: date | None = said("the day", "2031-05-02")
    strength: EstimateShape | None = nested("how many", EstimateShape)
    disputed: bool = said("whether its tellers disagree", False)
    claims: list[str] = said("ids of the claims", ["c5ace1eb1c31fb245"])
    doubtful: bool = said("no claim of the event was read with a confidence of 0.5 or more", False)


class MovePage(Shape):
    """Movements of forces."""

    items: list[MoveShape] = many("by day", MoveShape)
    next: str | None = NEXT
    total: int = TOTAL


class RelationShape(Shape):
    """What two actors have to do with each other."""

    kind: TieKind = said("what ties them", "fights")
    one: ActorFull = nested("the one; the doer where the tie has a direction", ActorFull)
    other: ActorFull = nested("the other", ActorFull)
    first: date | None = said("first day of its events", "2031-04-02")
    last: date | None = said("last day of its events", "2031-05-17")
    events: list[str] = said("ids of the events that show it", ["ev_9dbe33d6e1303d2b"])


class RelationPage(Shape):
    """Relations between actors."""

    items: list[RelationShape] = many("the relations", RelationShape)
    next: str | None = NEXT
    total: int = TOTAL


class AidShape(Shape):
    """Aid that was delivered, blocked or asked for."""

    event: str = said("id of the event", "ev_9dbe33d6e1303d2b")
    place: PlaceShort | None = nested("where", PlaceShort)
    access: Access = said("what became of it", "blocked")
    on: date | None = said("the day", "2031-05-02")
    by: list[ActorFull] = many("who delivered or blocked it", ActorFull)
    to: list[ActorFull] = many("to whom", ActorFull)
    people: EstimateShape | None = nested("how many people", EstimateShape)
    disputed: bool = said("whether its tellers disagree", False)
    claims: list[str] = said("ids of the claims", ["c5ace1eb1c31fb245"])
    doubtful: bool = said("no claim of the event was read with a confidence of 0.5 or more", False)


class AidPage(Shape):
    """Aid."""

    items: list[AidShape] = many("by day", AidShape)
    next: str | None = NEXT
    total: int = TOTAL
