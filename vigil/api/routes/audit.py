"""The audit: what people did, as the ledger has it."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from vigil.api.paging import pack, unpack
from vigil.api.room import InRoom
from vigil.api.schemas.write import Audit, AuditEntry
from vigil.api.security import Editor, InGuard
from vigil.model.account import AccountChange
from vigil.model.link import Decision, Judgement
from vigil.review.fields import said
from vigil.store.answers import Retraction

router = APIRouter(tags=["audit"])


@router.get("/audit")
def audit(
    room: InRoom,
    guard: InGuard,
    _: Editor,
    user: Annotated[str, Query(description="what one person did", examples=["olena"], max_length=64)] = "",
    cursor: Annotated[str, Query(description="the page after this one", examples=["WzI3MF0"], max_length=200)] = "",
    limit: Annotated[int, Query(description="items at most", examples=[50], ge=1, le=200)] = 50,
) -> Audit:
    """Decisions, what was taken back, and changes to accounts, newest first."""
    entries = [_decided(seq, row) for seq, row in room.view.numbered_decisions()]
    entries += [_retracted(row) for row in room.view.retractions()]
    entries += [_changed(seq, change) for seq, change in guard.accounts.changes()]
    found = sorted((e for e in entries if not user or e.user == user), key=lambda entry: -entry.seq)
    before = unpack(cursor, int)[0] if cursor else None
    rest = [entry for entry in found if before is None or entry.seq < before]
    page = rest[:limit]
    return Audit(items=page, next=pack(page[-1].seq) if len(rest) > len(page) else None, total=len(found))


def _decided(seq: int, row: Decision) -> AuditEntry:
    about = " and ".join(id for id in (row.left, row.right) if id)
    words = f"{row.judgement.value} {about}"
    if row.judgement is Judgement.SHOULD_READ:
        words = f"{row.judgement.value} {row.field} of {about}: {said(row.field, row.value)}"
    return AuditEntry(
        seq=seq, kind="decision", ref=row.id, at=row.created_at, user=row.user, what=words, reason=row.reason
    )


def _retracted(row: Retraction) -> AuditEntry:
    return AuditEntry(
        seq=row.seq,
        kind="retraction",
        ref=row.decision,
        at=row.at,
        user=row.user,
        what=f"took back {row.decision}",
        reason=row.reason,
    )


def _changed(seq: int, change: AccountChange) -> AuditEntry:
    detail = f": {change.detail}" if change.detail else ""
    what = f"{change.change.value} {change.account}{detail}"
    return AuditEntry(seq=seq, kind="account", ref=change.id, at=change.at, user=change.by, what=what, reason="")
