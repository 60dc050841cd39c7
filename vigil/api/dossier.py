"""One event in full: all that its page shows, gathered in a handful of queries."""

from __future__ import annotations

import json
from datetime import datetime

from vigil.api.care import Care
from vigil.api.room import Room
from vigil.api.schemas.entities import ActorFull, EstimateShape, PlaceFull, When
from vigil.api.schemas.events import (
    DisputeShape,
    EventClaim,
    EventFull,
    EventSummary,
    HistoryStep,
    PositionShape,
    WitnessShape,
)
from vigil.api.shapes import event_claim, outlet
from vigil.model.event import Dispute, Event, Relation, Witness
from vigil.model.link import Decision, Judgement
from vigil.model.text import Document
from vigil.store import Told

_DECIDED = {
    Judgement.SAME: "held to be one event",
    Judgement.NOT_SAME: "held not to be one event",
    Judgement.SHOULD_READ: "a claim should read otherwise",
    Judgement.REJECT: "a claim rejected",
    Judgement.ACCEPT: "a claim accepted as read",
    Judgement.DISPROVED: "held not to have happened",
    Judgement.SKIP: "put off",
}


def full(event: Event, room: Room, care: Care) -> EventFull:
    """An event with its claims, witnesses, disputes, parts and history. Claims that are no longer held are left out."""
    batches = room.batches
    told = batches.claims(evidence.claim for evidence in event.evidence)
    heads = batches.heads({e.doc for e in event.evidence} | {e.copy_of for e in event.evidence if e.copy_of})
    copies = batches.copies({e.doc for e in event.evidence if e.copy_of})
    claims = [
        event_claim(told[e.claim], e, heads, copies, care) for e in event.evidence if e.claim in told and e.doc in heads
    ]
    whole = room.events.summaries([event.part_of] if event.part_of else [])
    return EventFull(
        id=event.id,
        type=event.type,
        mode=event.mode,
        gist=care.gist(event),
        title=care.title(event),
        status=event.status,
        status_reason=care.reason(event),
        when=When.of(event.when) if event.when else None,
        place=PlaceFull.of(event.place) if event.place else None,
        agents=[ActorFull.of(care.actor(ref)) for ref in event.agents],
        targets=[ActorFull.of(care.actor(ref)) for ref in event.targets],
        claims=sorted(claims, key=_order),
        witnesses=[_witness(witness, event, care) for witness in event.witnesses],
        independent=event.independent,
        estimates=[EstimateShape.of(estimate) for estimate in event.estimates],
        disputes=[dispute(care.dispute(event, one)) for one in event.disputes],
        part_of=_summary(whole.get(event.part_of), care),
        unsettled=event.unsettled,
        parts=[part for words in room.events.parts(event.id) if (part := _summary(words, care))],
        history=_history(told, heads, room),
    )


def dispute(item: Dispute) -> DisputeShape:
    """A dispute as the API shows it."""
    positions = [
        PositionShape(value=p.value, by=list(p.by), claims=list(p.claims), since=p.since) for p in item.positions
    ]
    return DisputeShape(what=item.what, positions=positions)


def _summary(words: str | None, care: Care) -> EventSummary | None:
    return EventSummary.model_validate(care.summary(json.loads(words))) if words else None


def _order(claim: EventClaim) -> tuple[bool, datetime | None, str, int, str]:
    published = claim.document.published
    # The first item keeps None from being compared with a time.
    return published is None, published, claim.document.id, claim.sentence.start, claim.id


def _witness(witness: Witness, event: Event, care: Care) -> WitnessShape:
    shown = care.witness(witness)
    relations = [evidence.relation for evidence in event.evidence if evidence.witness == witness.id]
    return WitnessShape(
        id=shown.id,
        name=shown.name,
        kind=shown.kind,
        side=shown.side or None,
        documents=list(shown.docs),
        supports=relations.count(Relation.SUPPORTS),
        denies=relations.count(Relation.DENIES),
    )


def _history(told: dict[str, Told], heads: dict[str, Document], room: Room) -> list[HistoryStep]:
    steps = []
    for one in told.values():
        head = heads.get(one.claim.doc)
        if head is not None:
            words = f"{outlet(head)} tells of it"
            steps.append(HistoryStep(seq=one.seq, what="claim", ref=one.claim.id, at=head.published, words=words))
    for seq, decision, back in room.batches.decisions_on(told):
        steps.append(_decided(seq, decision))
        if back is not None and decision.deleted_at is not None:
            words = f"taken back: {_DECIDED[decision.judgement]}"
            steps.append(HistoryStep(seq=back, what="retraction", ref=decision.id, at=decision.deleted_at, words=words))
    return sorted(steps, key=lambda step: step.seq)


def _decided(seq: int, decision: Decision) -> HistoryStep:
    why = f": {decision.reason}" if decision.reason else ""
    words = f"{_DECIDED[decision.judgement]}{why}"
    return HistoryStep(seq=seq, what="decision", ref=decision.id, at=decision.created_at, words=words)
