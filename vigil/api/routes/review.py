"""The review queue, and what may be corrected of a claim."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request

from vigil.api.errors import not_found
from vigil.api.paging import pack, unpack
from vigil.api.room import InRoom, Room
from vigil.api.routes.decisions import reviewing_of
from vigil.api.schemas.write import FieldChoice, FieldList, FieldOf, QuestionShape, Queue, Telling
from vigil.api.security import Reviewer
from vigil.model.claim import COUNT_KINDS
from vigil.model.text import Document
from vigil.review.desk import Desk
from vigil.review.fields import FIELDS, PARTIES, choices, shown
from vigil.review.questions import Question, reads
from vigil.review.queue import queue

router = APIRouter(tags=["review"])
#: Sentences of one question at most: a name that fifty claims give is judged by a few.
TELLINGS = 5
_FORMS = {
    "when": "2031-05-02, 2031-05, 2031, 2031-05-01/2031-05-04, or none",
    "place": "the id or name of a place in the record; LAT,LON[,RADIUS_KM] NAME; or none",
    **dict.fromkeys(PARTIES, "the id or name of an actor in the record, or none"),
    **dict.fromkeys(COUNT_KINDS, "4, 3..5, 5.., ..9, 27 running, or none"),
}


@router.get("/review/queue")
def review_queue(
    request: Request,
    room: InRoom,
    caller: Reviewer,
    kind: Annotated[str, Query(description="questions of one kind", examples=["link"], max_length=20)] = "",
    event: Annotated[str, Query(description="questions on one event", examples=["ev_68b511e8"], max_length=80)] = "",
    again: Annotated[
        bool, Query(description="ask also where the machine reads otherwise than a person decided", examples=[False])
    ] = False,
    cursor: Annotated[str, Query(description="the page after this one", examples=["WzIwXQ"], max_length=200)] = "",
    limit: Annotated[int, Query(description="items at most", examples=[20], ge=1, le=200)] = 20,
) -> Queue:
    """What would move an event most, first; what you have skipped comes last."""
    desk = reviewing_of(request).desk()
    found = [
        question
        for question in queue(desk, caller.name, again=again)
        if (not kind or question.kind == kind) and (not event or event in question.events)
    ]
    start = max(0, unpack(cursor, int)[0]) if cursor else 0
    page = found[start : start + limit]
    more = start + len(page)
    items = _shapes(page, desk, room)
    return Queue(items=items, next=pack(more) if more < len(found) else None, total=len(found))


@router.get("/review/fields", responses={404: {"description": "No such claim."}})
def review_fields(
    request: Request,
    _: Reviewer,
    claim: Annotated[str, Query(description="a claim's id", examples=["c1f2e3d4"], max_length=80)],
) -> FieldList:
    """What may be corrected of a claim, and what may be written."""
    desk = reviewing_of(request).desk()
    machine, now = desk.claims.get(claim), desk.corrected.get(claim)
    if machine is None:
        raise not_found("claim", claim)
    now = now or machine
    return FieldList(
        claim=claim,
        fields=[
            FieldChoice(
                field=name,
                machine=shown(machine, name),
                now=shown(now, name),
                choices=list(choices(now, name)),
                form=_FORMS.get(name, ""),
            )
            for name in FIELDS
        ],
    )


def _shapes(page: list[Question], desk: Desk, room: Room) -> list[QuestionShape]:
    wanted = {desk.claims[id].doc for question in page for id in question.claims[:TELLINGS] if id in desk.claims}
    view = room.view
    documents = {id: document for id in sorted(wanted) if (document := view.document(id)) is not None}
    return [_shape(question, desk, documents) for question in page]


def _shape(question: Question, desk: Desk, documents: dict[str, Document]) -> QuestionShape:
    tellings = [telling for id in question.claims[:TELLINGS] if (telling := _telling(id, desk, documents)) is not None]
    return QuestionShape(
        id=question.id,
        kind=question.kind,
        weight=question.weight,
        claims=list(question.claims),
        events=list(question.events),
        fields=[FieldOf(claim=claim, field=field) for claim, field in question.fields],
        words=question.words,
        machine=question.machine,
        why=question.why,
        change=question.change,
        skipped=question.skipped,
        tellings=tellings,
    )


def _telling(id: str, desk: Desk, documents: dict[str, Document]) -> Telling | None:
    claim = desk.claims.get(id)
    document = documents.get(claim.doc) if claim else None
    if claim is None or document is None:
        return None
    start, end = claim.sentence
    return Telling(
        claim=id,
        document=document.id,
        title=document.title,
        outlet=document.outlet,
        published=document.published,
        sentence=document.text[start:end],
        trigger=[claim.trigger.start - start, claim.trigger.end - start],
        reads=reads(claim),
    )
