"""Outlets: what each one reports, repeats, and is contradicted in."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Annotated

from fastapi import APIRouter, Path

from vigil.api.care import HELD_BACK, Care
from vigil.api.errors import not_found
from vigil.api.filters import ListedQuery
from vigil.api.paging import pack, unpack
from vigil.api.room import InRoom, Room
from vigil.api.routes.actors import NEWEST, actor_short, day, names_used, types
from vigil.api.schemas.events import EventSummary
from vigil.api.schemas.pages import Contradiction, Repeats, SourcePage, SourceRow, SourceShape
from vigil.api.shapes import document_short
from vigil.model.codec import from_plain
from vigil.model.event import Event, Position
from vigil.reference.keys import fold
from vigil.store import EventFilter
from vigil.store.pages import OutletRow

router = APIRouter(prefix="/sources", tags=["sources"])


@router.get("")
def sources(asked: ListedQuery, room: InRoom) -> SourcePage:
    """Outlets, those with most documents first."""
    after = unpack(asked.cursor, int, str) if asked.cursor else None
    found = room.pages.outlets(asked.limit + 1, (after[0], after[1]) if after else None)
    shown = found[: asked.limit]
    last = shown[-1] if len(found) > len(shown) else None
    next = pack(last.documents, last.name) if last else None
    return SourcePage(items=[_row(row) for row in shown], next=next, total=room.pages.number_of_outlets())


def _row(row: OutletRow) -> SourceRow:
    return SourceRow(
        name=row.name,
        documents=row.documents,
        copies=row.copies,
        claims=row.claims,
        first_day=day(row.first),
        last_day=day(row.last),
    )


@router.get("/{name:path}")
def source(
    name: Annotated[str, Path(description="the outlet's name, as /v1/sources has it", examples=["Norrin Voice"])],
    room: InRoom,
) -> SourceShape:
    """One outlet."""
    pages, care = room.pages, Care(room.public)
    row = pages.outlet(name)
    if row is None:
        raise not_found("outlet", name, "see /v1/sources")
    known = room.outlets.get(fold(name))
    copies, copied = pages.copied(name)
    heads = room.batches.heads(articles := pages.articles(name, NEWEST))
    chosen = EventFilter(outlets=(name,), without=HELD_BACK if room.public else ())
    return SourceShape(
        name=name,
        kind=known.kind if known else "",
        family=known.family if known else "",
        side=actor_short(known.side, room) if known and known.side else None,
        country=known.country if known else "",
        documents=row.documents,
        copies=row.copies,
        claims=row.claims,
        events=pages.carried("outlet", name),
        alone=pages.alone(name),
        disputed=pages.carried("outlet", name, disputed=True),
        first_day=day(row.first),
        last_day=day(row.last),
        types=types(chosen, room),
        repeats=[Repeats(outlet=count.value, documents=count.events) for count in copies],
        repeated_by=[Repeats(outlet=count.value, documents=count.events) for count in copied],
        contradicted=list(_contradicted(name, room, care)),
        slant_names=names_used(pages.namings(outlet=name, slant=True), room),
        articles=[document_short(heads[id]) for id in articles if id in heads],
    )


def _contradicted(name: str, room: Room, care: Care) -> Iterator[Contradiction]:
    """Disputes in which the outlet's own claims hold some positions, and others' claims other ones."""
    found = [(words, from_plain(Event, json.loads(body))) for words, body in room.pages.disputed_of(name, NEWEST)]
    heads = room.batches.heads(evidence.doc for _, event in found for evidence in event.evidence)
    for words, event in found:
        if care.held_back(event):
            continue
        own = {e.claim for e in event.evidence if e.doc in heads and (heads[e.doc].outlet or heads[e.doc].key) == name}
        for dispute in event.disputes:
            shown = care.dispute(event, dispute).positions
            pairs = list(zip(dispute.positions, shown, strict=True))
            says = [seen.value for real, seen in pairs if _holds(real, own)]
            others = [seen.value for real, seen in pairs if not _holds(real, own)]
            if says and others:
                event_summary = EventSummary.model_validate(care.summary(json.loads(words)))
                yield Contradiction(event=event_summary, what=dispute.what, says=says, others=others)


def _holds(position: Position, claims: set[str]) -> bool:
    return any(claim in claims for claim in position.claims)
