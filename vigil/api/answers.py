"""Claims of other events on which a dispute's positions rest: an alleged breach of a truce is answered by who denies the
shelling that day, and that denial is evidence of the shelling alone (``fuse.accounts.answers``).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace

from vigil.api.care import Care
from vigil.api.room import Room
from vigil.api.schemas.entities import Why
from vigil.api.schemas.events import AnswerShape, CopyOf, EventSummary
from vigil.api.shapes import document_short, outlet, sentence
from vigil.model.event import Event
from vigil.model.text import Document
from vigil.store import Copied, Told


@dataclass(frozen=True, slots=True)
class Answer:
    """One such claim: its article without the text, the event that it is evidence of, and how it bears on that one."""

    told: Told
    head: Document
    event: str  # "" where a public server holds it back
    relation: str
    copied: Copied | None


def answers(event: Event, room: Room, care: Care) -> list[Answer]:
    """Those of an event, in the order of its positions. Claims that are no longer held are left out."""
    own = {evidence.claim for evidence in event.evidence}
    wanted = dict.fromkeys(
        id for one in event.disputes for held in one.positions for id in held.claims if id not in own
    )
    if not wanted:
        return []
    batches = room.batches
    told = batches.claims(wanted)
    heads = batches.heads(one.claim.doc for one in told.values())
    copies = batches.copies(heads)
    bears_on = batches.bears_on(told)
    found = []
    for id in wanted:
        if id in told and told[id].claim.doc in heads and bears_on.get(id):
            doc = told[id].claim.doc
            other, relation = bears_on[id][0]
            copied = copies.get(doc)
            found.append(
                Answer(told[id], heads[doc], other, relation, copied if copied and copied.doc != doc else None)
            )
    if not care.public:
        return found
    hidden = {id for id, other in batches.events(one.event for one in found).items() if care.held_back(other)}
    return [replace(one, event="") if one.event in hidden else one for one in found]


def shapes(found: list[Answer], room: Room, care: Care) -> list[AnswerShape]:
    """The answers as the API shows them. One whose event is held back is shown without it."""
    plain = room.events.summaries(one.event for one in found)
    origins = room.batches.heads(one.copied.doc for one in found if one.copied)
    return [
        AnswerShape(
            id=one.told.claim.id,
            relation=one.relation,  # type: ignore[arg-type]  # one of three words
            event=EventSummary.model_validate(care.summary(json.loads(plain[one.event])))
            if one.event in plain
            else None,
            copy_of=_copy_of(one.copied, origins),
            document=document_short(one.head),
            sentence=sentence(one.told, care),
            source=care.source(one.told.claim),
            source_kind=one.told.claim.source_kind,
        )
        for one in found
    ]


def _copy_of(copied: Copied | None, origins: Mapping[str, Document]) -> CopyOf | None:
    if copied is None:
        return None
    origin = origins.get(copied.doc)
    return CopyOf(document=copied.doc, outlet=outlet(origin) if origin else "", why=Why.of(copied.why))
