"""One event in full: all that its page shows, gathered in a handful of queries."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime

from vigil.api import answers
from vigil.api.care import Care
from vigil.api.corrections import corrections
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
from vigil.api.schemas.voices import Correction, FigureChange
from vigil.api.shapes import event_claim, outlet
from vigil.api.voices import voices
from vigil.model.claim import Claim
from vigil.model.event import Dispute, Estimate, Event, Relation, Witness
from vigil.model.link import Decision, Judgement
from vigil.model.text import Document
from vigil.publish import text
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
    changed = corrections({e.doc: heads[e.doc] for e in event.evidence if e.doc in heads}, room, _told_in(told))
    elsewhere = answers.answers(event, room, care)
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
        voices=voices(event, told, heads, room, care, elsewhere),
        estimates=[
            EstimateShape.of(one, _summed(one, told), room.actors[one.who].name if one.who in room.actors else "")
            for one in event.estimates
        ],
        disputes=[dispute(care.dispute(event, one)) for one in event.disputes],
        answers=answers.shapes(elsewhere, room, care),
        doubtful=bool(room.events.doubtful([event.id])),
        part_of=_summary(whole.get(event.part_of), care),
        unsettled=event.unsettled,
        corrections=changed,
        parts=[part for words in room.events.parts(event.id) if (part := _summary(words, care))],
        history=_history(told, heads, changed, room),
    )


def _told_in(told: Mapping[str, Told]) -> dict[str, list[Claim]]:
    found: dict[str, list[Claim]] = {}
    for one in told.values():
        found.setdefault(one.claim.doc, []).append(one.claim)
    return found


def _summed(estimate: Estimate, told: Mapping[str, Told]) -> list[int]:
    """The numbers of which a best guess is the sum, [] where a claim tells it as one number."""
    apart: list[int] = []
    for claim in (told[id].claim for id in estimate.claims if id in told):
        counts = [count for count in claim.counts if count.kind == estimate.kind and not count.cumulative]
        if any(estimate.best in (count.min, count.max) for count in counts):
            return []
        figures = [figure for count in counts if (figure := count.min or count.max)]
        if sum(figures) == estimate.best:
            apart = figures
    return apart


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


def _history(
    told: dict[str, Told], heads: dict[str, Document], changed: Sequence[Correction], room: Room
) -> list[HistoryStep]:
    steps = []
    entries = room.batches.entries_of([one.document for one in changed])
    for one in changed:
        words = f"{one.outlet} replaces its report" + "".join(f"; {_change(change)}" for change in one.figures)
        steps.append(HistoryStep(seq=entries[one.document], what="correction", ref=one.earlier, at=one.at, words=words))
    for claim in told.values():
        head = heads.get(claim.claim.doc)
        if head is not None:
            words = f"{outlet(head)} tells of it"
            steps.append(HistoryStep(seq=claim.seq, what="claim", ref=claim.claim.id, at=head.published, words=words))
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


def _change(change: FigureChange) -> str:
    was, now = (" and ".join(text.count_words(one.min, one.max) for one in some) for some in (change.was, change.now))
    return f"first told {was} {change.kind}" + (f", now {now}" if now else "")
