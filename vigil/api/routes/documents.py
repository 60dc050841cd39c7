"""Documents: the list, and one with its text and all that was read in it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Annotated

from fastapi import APIRouter, Path

from vigil.api.care import HELD_BACK, Care
from vigil.api.corrections import corrections, versions
from vigil.api.errors import not_found
from vigil.api.filters import ClaimListQuery, ListedQuery
from vigil.api.paging import pack, unpack
from vigil.api.room import InRoom, Room
from vigil.api.schemas.documents import (
    Bounds,
    ClaimEvent,
    ClaimFull,
    ClaimPage,
    ClaimRow,
    DocumentFull,
    DocumentPage,
    DocumentRow,
    Version,
    ZoneShape,
)
from vigil.api.schemas.entities import Why
from vigil.api.schemas.events import CopyOf, EventSummary
from vigil.api.schemas.voices import Correction
from vigil.api.shapes import document_claim, document_short, outlet, sentence
from vigil.model.claim import Claim
from vigil.model.text import Document

router = APIRouter(tags=["documents"])
DocumentId = Annotated[str, Path(description="the document's id", examples=["d075b2ecd56446bd3"])]
#: Fields of an event's summary that make its line beside a claim.
_LINE = ("type", "gist", "status", "disputes", "doubtful")
ClaimId = Annotated[str, Path(description="the claim's id", examples=["c5ace1eb1c31fb245"])]


@router.get("/documents")
def documents(asked: ListedQuery, room: InRoom) -> DocumentPage:
    """All documents, in the order in which they came in."""
    after = unpack(asked.cursor, int)[0] if asked.cursor else 0
    rows, total = room.batches.listed(after, asked.limit + 1)
    shown = rows[: asked.limit]
    known = versions([row.document for row in shown], room)
    items = [
        DocumentRow(
            **dict(document_short(row.document)),
            claims=row.claims,
            state=row.state,
            replaced_by=last if (last := known[row.document.id][-1]) != row.document.id else None,
        )
        for row in shown
    ]
    return DocumentPage(items=items, next=pack(shown[-1].seq) if len(rows) > len(shown) else None, total=total)


@router.get("/documents/{id}")
def document(id: DocumentId, room: InRoom) -> DocumentFull:
    """One article: its text, what in it is no story, every claim with its words, its versions and copies."""
    found = room.view.document(id)
    if found is None:
        raise not_found("document", id)
    batches, care = room.batches, Care(room.public)
    told = batches.claims_of(id)
    ids = versions([found], room)[id]
    events = events_of([one.claim.id for one in told], room)
    copied = batches.copies([id]).get(id)
    of = copied.doc if copied and copied.doc != id else ""
    heads = batches.heads([*batches.copied_by(id), *([of] if of else [])])
    return DocumentFull(
        **dict(document_short(found)),
        key=found.key,
        digest=found.digest,
        text=found.text,
        dateline=found.dateline,
        modified=found.modified,
        fetched=found.fetched,
        machine_translated=found.machine_translated,
        media_type=found.media_type,
        theatre=found.theatre,
        state=batches.state(id),
        zones=[ZoneShape(start=zone.start, end=zone.end, kind=zone.kind) for zone in found.zones],
        sentences=[Bounds(start=start, end=end) for start, end in found.sentences],
        claims=[document_claim(one.claim, events.get(one.claim.id, []), care) for one in told],
        versions=_versions(ids, room),
        corrections=_corrections(found, ids, [one.claim for one in told], room),
        copy_of=CopyOf(document=of, outlet=outlet(heads[of]) if of in heads else "", why=Why.of(copied.why))
        if copied and of
        else None,
        copies=[document_short(heads[doc]) for doc in sorted(heads) if doc != of],
        addresses=room.view.sightings(id),
    )


def events_of(claims: Iterable[str], room: Room) -> dict[str, list[ClaimEvent]]:
    """The events that claims bear on, as a line each; without those that a public server holds back."""
    care = Care(room.public)
    ids = room.batches.events_of(claims)
    plain = {
        id: care.summary(json.loads(words))
        for id, words in room.events.summaries({id for some in ids.values() for id in some}).items()
    }
    if room.public:
        plain = {id: one for id, one in plain.items() if (one["status"], one["type"]) not in HELD_BACK}
    return {
        claim: [ClaimEvent(id=id, **{name: plain[id][name] for name in _LINE}) for id in some if id in plain]
        for claim, some in ids.items()
    }


def _corrections(document: Document, ids: Sequence[str], told: Sequence[Claim], room: Room) -> list[Correction]:
    """What the last version changed: of all earlier ones for the last, of this one for an earlier one."""
    last = ids[-1]
    if last == document.id:
        return corrections({last: document}, room, {last: told}) if len(ids) > 1 else []
    claims = [one.claim for one in room.batches.claims_of(last)]
    found = corrections(room.batches.heads([last]), room, {last: claims})
    return [one for one in found if one.earlier == document.id]


def _versions(ids: Sequence[str], room: Room) -> list[Version]:
    heads = room.batches.heads(ids)
    return [
        Version(
            id=id,
            digest=heads[id].digest,
            published=heads[id].published,
            modified=heads[id].modified,
            fetched=heads[id].fetched,
            last=id == ids[-1],
        )
        for id in ids
        if id in heads
    ]


@router.get("/claims", tags=["claims"])
def claims(asked: ClaimListQuery, room: InRoom) -> ClaimPage:
    """All claims that stand, in the order in which they were read: one by one what articles say."""
    after = unpack(asked.cursor, int)[0] if asked.cursor else 0
    told, total = room.batches.claims_listed(after, asked.limit + 1, asked.type)
    shown, care = told[: asked.limit], Care(room.public)
    heads = room.batches.heads(one.claim.doc for one in shown)
    events = events_of([one.claim.id for one in shown], room)
    items = [
        ClaimRow(
            claim=document_claim(one.claim, events.get(one.claim.id, []), care),
            sentence=sentence(one, care),
            document=document_short(heads[one.claim.doc]),
        )
        for one in shown
        if one.claim.doc in heads
    ]
    return ClaimPage(items=items, next=pack(shown[-1].seq) if len(told) > len(shown) else None, total=total)


@router.get("/claims/{id}", tags=["claims"])
def claim(id: ClaimId, room: InRoom) -> ClaimFull:
    """One claim: its sentence, its article, its events."""
    batches, care = room.batches, Care(room.public)
    told = batches.claims([id]).get(id)
    if told is None:
        raise not_found("claim", id)
    head = batches.heads([told.claim.doc]).get(told.claim.doc)
    if head is None:
        raise not_found("claim", id)
    ids = batches.events_of([id]).get(id, [])
    summaries = room.events.summaries(ids)
    return ClaimFull(
        claim=document_claim(told.claim, events_of([id], room).get(id, []), care),
        sentence=sentence(told, care),
        document=document_short(head),
        events=[
            EventSummary.model_validate(care.summary(json.loads(summaries[one]))) for one in ids if one in summaries
        ],
    )
