"""Chosen events in the formats of other tools, streamed as they are read."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Literal

from fastapi import APIRouter
from fastapi.responses import StreamingResponse

from vigil.api.errors import ApiError
from vigil.api.filters import FilterQuery
from vigil.api.room import InRoom, Room
from vigil.model.state import States
from vigil.publish import masking
from vigil.publish.export import EXPORTERS
from vigil.publish.record import Held
from vigil.store import EventFilter

router = APIRouter(prefix="/exports", tags=["exports"])
#: Events that are read and written at a time.
_AT_ONCE = 200
MEDIA = {"csv": "text/csv; charset=utf-8", "jsonl": "application/x-ndjson", "geojson": "application/geo+json"}
Kind = Literal["csv", "jsonl", "geojson"]


def _documented(kind: Kind) -> dict[int | str, dict[str, object]]:
    media = MEDIA[kind].partition(";")[0]
    form = "object" if kind == "geojson" else "string"
    return {200: {"description": "The chosen events.", "content": {media: {"schema": {"type": form}}}}}


@router.get("/events.csv", response_class=StreamingResponse, responses=_documented("csv"))
def events_csv(asked: FilterQuery, room: InRoom) -> StreamingResponse:
    """One row an event, as docs/export-columns.md has them; names of private persons are withheld."""
    return _streamed("csv", asked.chosen(room), room)


@router.get("/events.geojson", response_class=StreamingResponse, responses=_documented("geojson"))
def events_geojson(asked: FilterQuery, room: InRoom) -> StreamingResponse:
    """One feature an event; names of private persons are withheld."""
    return _streamed("geojson", asked.chosen(room), room)


@router.get("/events.jsonl", response_class=StreamingResponse, responses=_documented("jsonl"))
def events_jsonl(asked: FilterQuery, room: InRoom) -> StreamingResponse:
    """One event a line, as the record has it. It names people as the reports do, so a public server does not give it."""
    if room.public:
        advice = "take events.csv or events.geojson"
        raise ApiError(403, "withheld", "this format names people, and the server is public", advice=advice)
    return _streamed("jsonl", asked.chosen(room), room)


def _streamed(kind: Kind, chosen: EventFilter, room: Room) -> StreamingResponse:
    headers = {"Content-Disposition": f'attachment; filename="events.{kind}"'}
    return StreamingResponse(_pieces(kind, chosen, room), media_type=MEDIA[kind], headers=headers)


def _pieces(kind: Kind, chosen: EventFilter, room: Room) -> Iterator[str]:
    """The export, some events at a time."""
    ids, batches = room.events.ids(chosen), room.batches
    out = io.StringIO(newline="")
    exporter = EXPORTERS[kind](out)
    exporter.setup(Held({}, {}, (), States()))
    for start in range(0, len(ids), _AT_ONCE):
        found = batches.events(ids[start : start + _AT_ONCE])
        events = [found[id] for id in ids[start : start + _AT_ONCE] if id in found]
        # What an exporter asks of the record: who published, and where.
        heads = batches.heads(evidence.doc for event in events for evidence in event.evidence)
        exporter.record = Held(heads, {}, (), States())  # type: ignore[attr-defined]
        for event in events:
            if not (exporter.masked and masking.held_back(event)):
                exporter.feed(event)
        yield _taken(out)
    exporter.finish()
    yield _taken(out)


def _taken(out: io.StringIO) -> str:
    words = out.getvalue()
    out.seek(0)
    out.truncate()
    return words
