"""Decisions: made, listed and taken back. Each is a row in the ledger; events are made anew after it."""

from __future__ import annotations

import json
from typing import Annotated

from fastapi import APIRouter, Path, Query, Request

from vigil.api.errors import ApiError, invalid, not_found
from vigil.api.paging import pack, unpack
from vigil.api.reviewing import Reviewing
from vigil.api.schemas.write import (
    DecisionList,
    DecisionShape,
    DecisionsMade,
    Disprove,
    Merge,
    NewDecision,
    OfClaims,
    OfPair,
    ShouldRead,
    Skip,
    Split,
)
from vigil.api.security import InGuard, Reviewer
from vigil.model.account import Role
from vigil.model.errors import Misuse
from vigil.model.link import Decision, Judgement
from vigil.review.actions import Hand
from vigil.review.desk import Desk, history, rows_of
from vigil.review.fields import said

router = APIRouter(tags=["review"])


def reviewing_of(request: Request) -> Reviewing:
    """What reviewers of this server work on."""
    reviewing: Reviewing = request.app.state.reviewing
    return reviewing


@router.get("/decisions")
def decisions(
    request: Request,
    _: Reviewer,
    event: Annotated[str, Query(description="those on one event", examples=["ev_68b511e8"], max_length=80)] = "",
    claim: Annotated[str, Query(description="those on one claim", examples=["c1f2e3d4"], max_length=80)] = "",
    user: Annotated[str, Query(description="those of one person", examples=["olena"], max_length=64)] = "",
    standing: Annotated[bool, Query(description="leave out those that were taken back", examples=[False])] = False,
    cursor: Annotated[str, Query(description="the page after this one", examples=["WzE3XQ"], max_length=200)] = "",
    limit: Annotated[int, Query(description="items at most", examples=[50], ge=1, le=200)] = 50,
) -> DecisionList:
    """Decisions, newest first; skips are left out."""
    desk = reviewing_of(request).desk()
    rows = history(desk, event) if event else desk.decisions
    found = [
        row
        for row in reversed(rows)
        if row.judgement is not Judgement.SKIP
        and (not claim or claim in (row.left, row.right))
        and (not user or row.user == user)
        and (not standing or row.deleted_at is None)
    ]
    first = unpack(cursor, int)[0] if cursor else len(found)
    # Counted from the oldest, so that decisions which come in between do not move the pages.
    start = max(0, len(found) - max(0, first))
    page = found[start : start + limit]
    left = len(found) - start - len(page)
    return DecisionList(items=[shape(row) for row in page], next=pack(left) if left else None, total=len(found))


@router.post("/decisions", status_code=201, responses={404: {"description": "No such claim or event."}})
def decide(given: NewDecision, request: Request, guard: InGuard, caller: Reviewer) -> DecisionsMade:
    """Decide. Several claims may be accepted, rejected or corrected at once: then the rows share one action."""
    reviewing = reviewing_of(request)
    desk = reviewing.desk()
    rows = _rows(
        given, desk, Hand(caller.name, guard.clock(), reason=getattr(given, "reason", ""), event=_event(given))
    )
    known = {row.id for row in desk.decisions}
    if any(row.id in known for row in rows):
        raise ApiError(409, "again", "this was decided at this very moment already", advice="look at GET /v1/decisions")
    # A skip says nothing of the record: no event changes by it.
    refreshed = reviewing.write(rows, refresh=not isinstance(given, Skip))
    return _made(reviewing, rows, refreshed)


@router.delete("/decisions/{id}", responses={404: {"description": "No such decision that stands."}})
def undo(
    id: Annotated[str, Path(description="a row's id, or an action's", examples=["de_0f1e2d3c4b5a6978"], max_length=80)],
    request: Request,
    guard: InGuard,
    caller: Reviewer,
    reason: Annotated[str, Query(description="why", examples=["I misread the date"], max_length=2000)] = "",
) -> DecisionsMade:
    """Take a decision back, with all rows that were made in one go with it. Another's: for editors."""
    reviewing = reviewing_of(request)
    try:
        rows = rows_of(reviewing.desk().decisions, id)
    except Misuse as error:
        raise not_found("decision", id) from error
    if not caller.may(Role.EDITOR) and any(row.user != caller.name for row in rows):
        raise ApiError(403, "forbidden", "this is another's decision", advice="ask an editor to take it back")
    refreshed = reviewing.retract(rows, guard.clock(), user=caller.name, reason=cleaned("reason", reason))
    return _made(reviewing, rows, refreshed)


def _event(given: NewDecision) -> str:
    if isinstance(given, Merge):
        return given.events[0]
    return "" if isinstance(given, Skip) else given.event or ""


def _rows(given: NewDecision, desk: Desk, hand: Hand) -> list[Decision]:
    """The rows of an action. Raises ApiError: 404 for what is not there, 422 for what cannot be."""
    claims = [pair.claim for pair in given.fields] if isinstance(given, ShouldRead) else getattr(given, "claims", [])
    events = given.events if isinstance(given, Merge) else [_event(given)]
    for id in claims:
        if id not in desk.claims:
            raise not_found("claim", id)
    for id in events:
        if id and id not in desk.events:
            raise not_found("event", id, "events are made anew after each decision: look it up again")
    try:
        return hand.together(_made_by(given, desk, hand))
    except Misuse as error:
        raise invalid(_at_fault(given, error), str(error), error.advice) from error


def _made_by(given: NewDecision, desk: Desk, hand: Hand) -> list[Decision]:
    match given:
        case OfClaims():
            make = hand.accept if given.action == "accept" else hand.reject
            return [row for id in dict.fromkeys(given.claims) for row in make(desk.claim(id))]
        case ShouldRead():
            pairs = dict.fromkeys((pair.claim, pair.field) for pair in given.fields)
            return [
                row for id, name in pairs for row in hand.should_read(desk.claim(id), name, given.value, desk.known)
            ]
        case OfPair():
            return hand.pair(given.claims[0], given.claims[1], same=given.action == "same")
        case Merge():
            return hand.merge(desk.events[given.events[0]], desk.events[given.events[1]], desk.decisions)
        case Split():
            return hand.split(desk.events[given.event], given.claims, desk.decisions)
        case Disprove():
            return hand.disprove(desk.events[given.event])
        case Skip():
            return hand.skip(given.claims[0], given.claims[1] if len(given.claims) > 1 else "", given.kind)


def _at_fault(given: NewDecision, error: Misuse) -> str:
    if isinstance(given, ShouldRead):
        return "fields" if "has no field" in str(error) else "value"
    return "events" if isinstance(given, Merge) else "claims"


def cleaned(name: str, words: str) -> str:
    """Words for the ledger. Raises ApiError (422) for control characters."""
    if any(ord(sign) < 32 and sign not in "\t\n" for sign in words):
        raise invalid(name, f"{name}: control characters are not taken", "leave them out")
    return words


def _made(reviewing: Reviewing, rows: list[Decision], refreshed: bool) -> DecisionsMade:
    desk = reviewing.desk()
    today = {row.id: row for row in desk.decisions}
    now = [today.get(row.id, row) for row in rows]
    about = dict.fromkeys(id for row in now for id in (row.left, row.right) if id)
    events = dict.fromkeys(desk.event_of[id] for id in about if id in desk.event_of)
    return DecisionsMade(items=[shape(row) for row in now], refreshed=refreshed, events=list(events))


def shape(row: Decision) -> DecisionShape:
    """A row as the API shows it."""
    value = row.value
    if row.judgement is Judgement.SHOULD_READ:
        value = said(row.field, row.value)
    elif row.judgement is Judgement.ACCEPT and row.value:
        value = ", ".join(f"{name} {word}" for name, word in json.loads(row.value).items())
    return DecisionShape(
        id=row.id,
        action=row.action,
        judgement=row.judgement.value,
        claims=[id for id in (row.left, row.right) if id],
        event=row.event,
        field=row.field,
        value=value,
        user=row.user,
        reason=row.reason,
        created_at=row.created_at,
        deleted_at=row.deleted_at,
    )
