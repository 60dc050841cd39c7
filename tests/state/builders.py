"""Events made by hand for the states' tests, each with the claims that it rests on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from tests.fuse.builders import MONITOR, NORTH, SOUTH, TARN, VELM
from vigil.model.claim import Claim, Count, Mention, Stance, Status
from vigil.model.entity import ActorRef, PlaceRef
from vigil.model.event import Dispute, Estimate, Event, EventStatus, Evidence, Position, Relation, Witness
from vigil.model.interval import Interval
from vigil.model.text import Span

UN = ActorRef(text="the UN", actor_id="world/un", name="United Nations", kind="un")
REBELS = ActorRef(text="hill rebels", actor_id="orsa/rebels", name="Hill Rebels", side="orsa/rebels")


@dataclass
class Book:
    """Events and claims as they are made."""

    events: list[Event] = field(default_factory=list)
    claims: dict[str, Claim] = field(default_factory=dict)

    def add(
        self,
        kind: str,
        mode: str = "",
        day: str | Interval | None = None,
        *,
        agents: Sequence[ActorRef] = (),
        targets: Sequence[ActorRef] = (),
        place: PlaceRef | None = None,
        left: PlaceRef | None = None,
        source: ActorRef = MONITOR,
        by: ActorRef | None = None,
        status: EventStatus = EventStatus.REPORTED,
        claim_status: Status = Status.ACTUAL,
        people: tuple[int | None, int | None] | None = None,
        counted: str = "displaced",
        cumulative: bool = False,
        trigger: str = "happened",
        time: str = "",
        disputes: Sequence[str] = (),
        doc: str = "",
        s: int = 0,
        **fields: Any,
    ) -> Event:
        """An event told by ``source`` and denied by ``by``; ``people`` is its count of kind ``counted``."""
        number = len(self.events)
        id, doc = f"ev_{number:03}", doc or f"d{number:03}"
        when = Interval.day(date.fromisoformat(day)) if isinstance(day, str) else day
        arguments = [Mention(role="agent", span=None, means=_words(a.text), actor=a) for a in agents]
        arguments += [Mention(role="target", span=None, means=_words(a.text), actor=a) for a in targets]
        arguments += [Mention(role="place", span=_words(p.text), place=p) for p in (place,) if p]
        arguments += [Mention(role="from", span=_words(p.text), place=p) for p in (left,) if p]
        counts = (Count(kind=counted, min=people[0], max=people[1], cumulative=cumulative),) if people else ()
        told = Claim(
            id=f"c{number:03}", doc=doc, s=s, sentence=(0, 100), trigger=_words(trigger), type=kind, mode=mode,
            arguments=tuple(arguments), sources=(Mention(role="source", span=_words(source.text), actor=source),),
            time=_words(time) if time else None, counts=counts, status=claim_status, when=when, place=place,
        )  # fmt: skip
        claims = [told] if status is not EventStatus.DENIED else []
        if by is not None:
            denier = Mention(role="source", span=_words(by.text), actor=by)
            claims.append(replace(told, id=f"{told.id}n", sources=(denier,), stance=Stance.DENIES, counts=()))
        witness = Witness(id=f"w-{source.name}", name=source.name, kind="monitor", side=source.side, docs=(doc,))
        whats = [*disputes, *(["occurrence"] if by is not None and told in claims else [])]
        estimate = (
            Estimate(
                kind=counted,
                low=people[0],
                best=people[0],
                high=people[1],
                rule="the only figure told",
                claims=(told.id,),
            )
            if people and not cumulative
            else None
        )
        event = Event(
            id=id, type=kind, mode=mode, place=place, when=when, status=status, agents=tuple(agents), targets=tuple(targets),
            evidence=tuple(_evidence(claim, witness) for claim in claims),
            witnesses=(witness,) if told in claims and claim_status is Status.ACTUAL else (),
            estimates=(estimate,) if estimate else (),
            disputes=tuple(_dispute(what, [claim.id for claim in claims]) for what in whats), **fields,
        )  # fmt: skip
        self.claims |= {claim.id: claim for claim in claims}
        self.events.append(event)
        return event


def _words(text: str) -> Span:
    return Span(start=0, end=len(text), text=text)


def _evidence(claim: Claim, witness: Witness) -> Evidence:
    denies = claim.stance is Stance.DENIES
    done = claim.status is Status.ACTUAL and not denies
    return Evidence(
        claim=claim.id,
        doc=claim.doc,
        relation=Relation.DENIES if denies else Relation.SUPPORTS,
        witness=witness.id if done else "",
    )


def _dispute(what: str, claims: list[str]) -> Dispute:
    one = Position(value="one", by=("one",), claims=tuple(claims[:1]))
    return Dispute(what=what, positions=(one, Position(value="other", by=("other",), claims=tuple(claims[1:]))))


def days(first: str, last: str, *, approximate: bool = False) -> Interval:
    """From one day to another, both included."""
    whole = Interval.days(date.fromisoformat(first), date.fromisoformat(last))
    return replace(whole, approximate=approximate)


__all__ = ["MONITOR", "NORTH", "REBELS", "SOUTH", "TARN", "UN", "VELM", "Book", "days"]
