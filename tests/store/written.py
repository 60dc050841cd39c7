"""What the tests of the store write into it."""

from __future__ import annotations

from datetime import UTC, date, datetime

from vigil.model.claim import Claim, Count, Mention
from vigil.model.entity import ActorRef, PlacePrecision, PlaceRef
from vigil.model.event import Dispute, Estimate, Event, EventStatus, Evidence, Position, Relation, Witness
from vigil.model.interval import Interval
from vigil.model.state import (
    Access,
    AidStep,
    Displacement,
    FlowKind,
    Move,
    MoveKind,
    Relationship,
    States,
    Step,
    TieKind,
    Truce,
    TruceStep,
)
from vigil.model.text import Document, Zone, ZoneKind

DAY = datetime(2031, 4, 2, 7, 30, tzinfo=UTC)
TODAY = DAY.date()
VELM = PlaceRef(
    text="Vélm", place_id="test:velm", name="Velm", lat=10.0, lon=20.0, precision=PlacePrecision.EXACT, within=("test:isle",)
)  # fmt: skip
GUARD = ActorRef(text="the Guard", actor_id="test:guard", name="Tarn Guard")


def document(number: int, *, key: str = "", published: datetime | None = DAY, body: str = "") -> Document:
    words = body or f"Shells fell on Vélm, report {number} said. Nobody else spoke of the harbour."
    return Document(
        id=f"d{number}",
        key=key or f"file:{number}",
        digest=f"{number:064x}",
        text=words,
        title=f"Report {number}",
        outlet="Pell Mail",
        published=published,
        published_precision="second",
        fetched=DAY,
        language="en",
        zones=(Zone(0, 2, ZoneKind.CAPTION),),
        sentences=((0, words.index(".") + 1),),
    )


def claim(of: Document, number: int = 0) -> Claim:
    return Claim(
        id=f"c{of.id}-{number}",
        doc=of.id,
        s=0,
        sentence=of.sentences[0],
        trigger=of.span(7, 11),
        type="shelling",
        arguments=(Mention(role="place", span=of.span(15, 19), place=VELM, score=0.75),),
        counts=(Count(kind="killed", min=1, max=None),),
        confidence=0.5,
        when=Interval.day(DAY.date()),
        place=VELM,
    )


def event(number: int, *claims: Claim, day: date | None = TODAY) -> Event:
    ids = tuple(one.id for one in claims)
    sides = tuple(Position(value=value, by=(by,), claims=ids) for value, by in (("3", "a"), ("9", "b")))
    return Event(
        id=f"e{number}abc",
        type="shelling",
        place=VELM,
        when=Interval.day(day) if day else None,
        status=EventStatus.DISPUTED if number else EventStatus.REPORTED,
        agents=(GUARD,),
        evidence=tuple(Evidence(claim=c.id, doc=c.doc, relation=Relation.SUPPORTS, witness="w1") for c in claims),
        witnesses=(Witness(id="w1", name="Pell Mail", kind="outlet", side=""),),
        disputes=(Dispute(what="killed", positions=sides),) if number else (),
    )


TOLD = Estimate(kind="displaced", low=50, best=50, high=60, rule="range of two witnesses")
WHOLE = States(
    truces=(
        Truce(
            id="t1", kind="ceasefire", parties=(GUARD,), area=VELM, declared=TODAY,
            in_force=date(2031, 4, 3), ended=None,
            steps=(Step(on=date(2031, 4, 2), kind=TruceStep.DECLARED, event="e2abc"),),
        ),
    ),
    displacements=(
        Displacement(
            event="e2abc", kind=FlowKind.FLOW, origin=VELM, destination=None, people=TOLD,
            when=Interval.day(date(2031, 4, 2))
        ),
    ),
    moves=(Move(event="e2abc", kind=MoveKind.DEPLOYED, actor=GUARD, origin=None, place=VELM, on=date(2031, 4, 2)),),
    relations=(
        Relationship(
            kind=TieKind.FIGHTS, one=GUARD, other=GUARD, first=None, last=None, events=("e2abc",),
        ),
    ),
    aid=(AidStep(event="e2abc", place=VELM, access=Access.BLOCKED, on=None),),
)  # fmt: skip
