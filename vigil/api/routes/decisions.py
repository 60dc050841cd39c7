"""Decisions: made, listed and taken back. Each is a row in the ledger; events are made anew after it."""

from __future__ import annotations

import json
from typing import Annotated

from fastapi import APIRouter, Path, Query, Request

from vigil.api.bench import Bench
from vigil.api.errors import ApiError, invalid, not_found
from vigil.api.paging import pack, unpack
from vigil.api.schemas_write import DecisionList, DecisionShape, DecisionsMade, NewDecision
from vigil.api.security import InGuard, Reviewer
from vigil.model.account import Role
from vigil.model.errors import Misuse
from vigil.model.link import Decision, Judgement
from vigil.review.actions import Hand
from vigil.review.desk import Desk, history, rows_of
from vigil.review.fields import said

router = APIRouter(tags=["review"])


def bench_of(request: Request) -> Bench:
    """The server's bench."""
    bench: Bench = request.app.state.bench
    return bench


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
    desk = bench_of(request).desk()
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
    bench = bench_of(request)
    desk = bench.desk()
    hand = Hand(caller.name, guard.clock(), reason=given.reason, event=given.events[0] if given.events else "")
    rows = _rows(given, desk, hand)
    known = {row.id for row in desk.decisions}
    if any(row.id in known for row in rows):
        raise ApiError(409, "again", "this was decided at this very moment already", advice="look at GET /v1/decisions")
    # A skip says nothing of the record: no event changes by it.
    refreshed = bench.write(rows, refresh=given.action != "skip")
    return _made(bench, rows, refreshed)


@router.delete("/decisions/{id}", responses={404: {"description": "No such decision that stands."}})
def undo(
    id: Annotated[str, Path(description="a row's id, or an action's", examples=["de_0f1e2d3c4b5a6978"], max_length=80)],
    request: Request,
    guard: InGuard,
    caller: Reviewer,
    reason: Annotated[str, Query(description="why", examples=["I misread the date"], max_length=2000)] = "",
) -> DecisionsMade:
    """Take a decision back, with all rows that were made in one go with it. Another's: for editors."""
    bench = bench_of(request)
    try:
        rows = rows_of(bench.desk().decisions, id)
    except Misuse as error:
        raise not_found("decision", id) from error
    if not caller.may(Role.EDITOR) and any(row.user != caller.name for row in rows):
        raise ApiError(403, "forbidden", "this is another's decision", advice="ask an editor to take it back")
    refreshed = bench.retract(rows, guard.clock(), user=caller.name, reason=cleaned("reason", reason))
    return _made(bench, rows, refreshed)


#: How many claims and events each action takes: at least, at most.
_CLAIMS = {
    "accept": (1, 200), "reject": (1, 200), "should_read": (0, 200), "same": (2, 2), "not_same": (2, 2), "merge": (0, 0),
    "split": (1, 200), "disprove": (0, 0), "skip": (1, 200),
}  # fmt: skip
_EVENTS = dict.fromkeys(_CLAIMS, (0, 2)) | {"merge": (2, 2), "split": (1, 1), "disprove": (1, 1)}


def _rows(given: NewDecision, desk: Desk, hand: Hand) -> list[Decision]:
    """The rows of an action. Raises ApiError: 404 for what is not there, 422 for what cannot be."""
    for name, ids, bounds in (("claims", given.claims, _CLAIMS), ("events", given.events, _EVENTS)):
        least, most = bounds[given.action]
        if not least <= len(ids) <= most or len(set(ids)) < len(ids):
            wanted = str(least) if least == most else f"{least} to {most}"
            raise invalid(name, f"{name}: {given.action} takes {wanted}, each once", "see the action's description")
    if given.action == "should_read" and bool(given.claims) == bool(given.fields):
        raise invalid("claims", "claims: should_read takes claims and a field, or fields", "give one of the two")
    if given.fields and given.action != "should_read":
        raise invalid("fields", f"fields: {given.action} takes none", "leave them out")
    if given.action not in ("should_read", "skip") and (given.field or given.value):
        raise invalid("field", f"field: {given.action} takes no field and no value", "leave them out")
    for id in (*given.claims, *(pair.claim for pair in given.fields)):
        if id not in desk.claims:
            raise not_found("claim", id)
    for id in given.events:
        if id not in desk.events:
            raise not_found("event", id, "events are made anew after each decision: look it up again")
    try:
        return hand.together(_made_by(given, desk, hand))
    except Misuse as error:
        raise invalid(_at_fault(given, error), str(error), error.advice) from error


def _made_by(given: NewDecision, desk: Desk, hand: Hand) -> list[Decision]:
    claims, events = given.claims, [desk.events[id] for id in given.events]
    match given.action:
        case "accept":
            return [row for id in claims for row in hand.accept(desk.claim(id))]
        case "reject":
            return [row for id in claims for row in hand.reject(desk.claim(id))]
        case "should_read":
            pairs = [(pair.claim, pair.field) for pair in given.fields] or [(id, given.field) for id in claims]
            return [r for id, name in pairs for r in hand.should_read(desk.claim(id), name, given.value, desk.known)]
        case "same" | "not_same":
            return hand.pair(claims[0], claims[1], same=given.action == "same")
        case "merge":
            return hand.merge(events[0], events[1], desk.decisions)
        case "split":
            return hand.split(events[0], claims, desk.decisions)
        case "disprove":
            return hand.disprove(events[0])
        case "skip":
            return hand.skip(claims[0], claims[1] if len(claims) > 1 else "", given.field)


def _at_fault(given: NewDecision, error: Misuse) -> str:
    if given.action == "should_read":
        return "field" if "has no field" in str(error) else "value"
    return "claims" if given.action in ("same", "not_same", "split") else "events"


def cleaned(name: str, words: str) -> str:
    """Words for the ledger. Raises ApiError (422) for control characters."""
    if any(ord(sign) < 32 and sign not in "\t\n" for sign in words):
        raise invalid(name, f"{name}: control characters are not taken", "leave them out")
    return words


def _made(bench: Bench, rows: list[Decision], refreshed: bool) -> DecisionsMade:
    desk = bench.desk()
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
