"""Search over articles and sentences."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import Field

from vigil.api.filters import LONGEST, Asked
from vigil.api.paging import MOST
from vigil.api.room import InRoom
from vigil.api.routes.documents import events_of
from vigil.api.schemas.documents import Hits, HitShape
from vigil.api.shapes import document_short

router = APIRouter(tags=["search"])


class Searched(Asked):
    """What is looked for."""

    q: str = Field(
        description='all words; "words in quotes" together; signs mean nothing', examples=["market"], max_length=LONGEST
    )
    limit: int = Field(50, description="at most so many", examples=[50], ge=1, le=MOST)


@router.get("/search")
def search(asked: Annotated[Searched, Query()], room: InRoom) -> Hits:
    """Articles and claims whose words hold all that is looked for, best first."""
    hits = room.view.search(asked.q, limit=asked.limit)
    heads = room.batches.heads(hit.doc for hit in hits)
    events = events_of([hit.id for hit in hits if hit.kind == "claim"], room)
    items = [
        HitShape.model_validate(
            {
                "kind": hit.kind,
                "id": hit.id,
                "document": document_short(heads[hit.doc]),
                "snippet": hit.snippet,
                "events": events.get(hit.id, []),
            }
        )
        for hit in hits
        if hit.doc in heads
    ]
    return Hits(items=items, total=len(items))
