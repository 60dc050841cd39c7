"""The record as a whole: what is served here."""

from __future__ import annotations

import re
from datetime import date, datetime

from fastapi import APIRouter

from vigil import __version__
from vigil.api.room import InRoom, Room
from vigil.api.schemas.record import Counts, Head, RecordShape, TheatreShape
from vigil.reference.packs import Theatre
from vigil.store.ledger import GENESIS

router = APIRouter(tags=["record"])
#: The basemap's own stand on borders; shown on the map.
BORDERS = (
    "Borders are Natural Earth's as visionscarto edits them, which follows the practice of the United Nations; Vigil takes "
    "no position on them. A theatre pack may draw its own over them."
)
#: Files of a pack that are drawn on the map, in this order.
LAYERS = ("coast", "areas")


@router.get("/record")
def record(room: InRoom) -> RecordShape:
    """Counts, the ledger's head, theatres, the span of days, and what read it."""
    view = room.view
    meta, counts = view.meta(), view.counts()
    seq, _, digest = meta.get("head", f"0 {GENESIS}").partition(" ")
    first, last = room.events.span()
    reader = re.search(r"reader=(\S+)", meta.get("stages", ""))
    finished = meta.get("finished")
    return RecordShape(
        vigil=__version__,
        public=room.public,
        counts=Counts.model_validate({name: counts[name] for name in Counts.model_fields}),
        head=Head(seq=int(seq), digest=digest),
        theatres=[_theatre(pack) for pack in named(room)],
        first_day=date.fromisoformat(first) if first else None,
        last_day=date.fromisoformat(last) if last else None,
        reader=reader.group(1) if reader else "",
        finished=datetime.fromisoformat(finished) if finished else None,
        languages=room.batches.languages(),
        borders=BORDERS,
    )


def named(room: Room) -> list[Theatre]:
    """The packs whose actors or places the record's events name."""
    used = room.events.tagged_ids()
    packs = (room.theatres[id] for id in sorted(room.theatres))
    return [p for p in packs if any(a.id in used for a in p.actors) or any(x.id in used for x, _ in p.places)]


def _theatre(pack: Theatre) -> TheatreShape:
    points = [(p.lon, p.lat) for p, _ in pack.places if p.lat is not None and p.lon is not None]
    lons, lats = [lon for lon, _ in points], [lat for _, lat in points]
    return TheatreShape(
        id=pack.id,
        name=pack.name,
        layers=any((pack.folder / f"{layer}.geojson").is_file() for layer in LAYERS),
        bbox=[min(lons), min(lats), max(lons), max(lats)] if points else None,
    )
