"""What has come in since: the ledger after an entry, once or as it grows."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Annotated

import anyio
import anyio.to_thread
from fastapi import APIRouter, Header, Query, Request
from fastapi.sse import EventSourceResponse, ServerSentEvent
from pydantic import Field

from vigil.api.filters import Asked
from vigil.api.paging import MOST
from vigil.api.room import InRoom, Room
from vigil.api.schemas.changes import Change, Changes, Recomputed
from vigil.store.versions import Version

router = APIRouter(tags=["changes"])
#: Seconds between two looks at the record: microseconds each, and no thread, while nothing is written.
PAUSE = 0.25
After = Annotated[int | None, Field(description="number of an entry of the ledger", examples=[118], ge=0, le=2**31 - 1)]


class Since(Asked):
    """After which entry, how many."""

    after: int = Field(0, description="number of an entry of the ledger", examples=[118], ge=0, le=2**31 - 1)
    limit: int = Field(MOST, description="at most so many", examples=[50], ge=1, le=MOST)


@router.get("/changes")
def changes(asked: Annotated[Since, Query()], room: InRoom) -> Changes:
    """The ledger's entries after one, oldest first."""
    rows, total = room.batches.entries(asked.after, asked.limit)
    last = rows[-1].seq if rows else asked.after
    items = [Change(seq=row.seq, kind=row.kind, ref=row.ref, digest=row.digest) for row in rows]
    return Changes(items=items, next=str(last) if len(items) < total else None, last=last, total=total)


@router.get("/stream", response_class=EventSourceResponse)
async def stream(
    request: Request,
    room: InRoom,
    after: Annotated[After, Query()] = None,
    last_event_id: Annotated[
        str | None, Header(description="sent by browsers that come back", examples=["118"])
    ] = None,
) -> AsyncIterator[ServerSentEvent]:
    """The same as server-sent events, for as long as one listens: ``entry`` for each entry of the ledger, ``record`` when
    events and states were computed anew. Without ``after``, from now on."""
    came_back = last_event_id or ""
    seq = int(came_back) if came_back.isdigit() and len(came_back) < 12 else after
    version = told = await room.version()
    if seq is None:
        seq = version.seq
    # Something to read at once: a client sees that it is connected, and where the ledger stands.
    yield _record(version, seq)
    looked = False
    while not (room.closing.is_set() or await request.is_disconnected()):
        rows: list[Change] = []
        if version.seq != told.seq or not looked:
            rows = await anyio.to_thread.run_sync(_entries, room, seq)
        for row in rows:
            seq = row.seq
            yield ServerSentEvent(event="entry", data=row, id=str(seq))
        # What an entry changed is never told before the entry: the version was taken before the entries were looked up.
        looked = not rows
        if looked:
            if version.whole != told.whole:
                yield _record(version, seq)
            told = version
            await anyio.sleep(PAUSE)
            version = await room.version()


def _record(version: Version, seq: int) -> ServerSentEvent:
    return ServerSentEvent(event="record", data=Recomputed(derived=version.whole, seq=version.seq), id=str(seq))


def _entries(room: Room, after: int) -> list[Change]:
    rows, _ = room.batches.entries(after, MOST)
    return [Change(seq=row.seq, kind=row.kind, ref=row.ref, digest=row.digest) for row in rows]
