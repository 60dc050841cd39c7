"""Why an event's claims are one event and what came near: ``fuse.why`` over the events of nearby days.

In a small record everything is compared, as ``vigil event ID --why`` does. In a large one that would take minutes, and an
event of another month is no near miss: the window of days is narrowed until at most ``MOST`` events are left.
"""

from __future__ import annotations

import json
import threading
from datetime import timedelta

from vigil.api.care import HELD_BACK, Care
from vigil.api.room import Room
from vigil.api.schemas.events import EventSummary
from vigil.api.schemas.why import BondShape, EventWhy, NearMiss, PartShape
from vigil.api.shapes import document_short, sentence
from vigil.fuse.pairs.why import Bond, why
from vigil.model.event import Event
from vigil.store import EventFilter, Told

#: Events that are compared at most, and the days on either side of an event that are tried, widest first.
MOST, WINDOWS = 200, (14, 5, 2, 0)
#: Comparing takes a processor for seconds: one event at a time, whoever asks.
_ONE = threading.Lock()


def near(event: Event, room: Room, care: Care, most: int = MOST) -> EventWhy:
    """The ties inside an event, and the events that came near. Names in reasons are withheld where ``care`` is public."""
    others = room.batches.events([*_around(event, room, most), event.id])
    told = room.batches.claims(e.claim for other in others.values() for e in other.evidence)
    view, bearing = room.view, {e.claim: other.id for other in others.values() for e in other.evidence}
    documents = [d for id in sorted({t.claim.doc for t in told.values()}) if (d := view.document(id)) is not None]
    with _ONE:
        found = why(documents, [one.claim for one in told.values()], event)
    closest: dict[str, Bond] = {}
    for bond in found.near:
        closest.setdefault(bearing[bond.claim], bond)
    closest.pop(event.id, None)
    words = room.events.summaries(closest)
    return EventWhy(
        join=found.join,
        compared=len(others),
        inside=[_bond(bond, care) for bond in found.inside],
        near=[_near(bond, words[id], told[bond.claim], room, care) for id, bond in closest.items() if id in words],
    )


def _around(event: Event, room: Room, most: int) -> list[str]:
    without = HELD_BACK if room.public else ()
    everything = EventFilter(without=without)
    if room.events.count(everything) <= most or event.when is None:
        return sorted(room.events.ids(everything))[:most]
    first, last = event.when.first_day, event.when.last_day
    ids: list[str] = []
    for days in WINDOWS:
        chosen = EventFilter(
            since=first - timedelta(days=days) if first else None,
            until=last + timedelta(days=days) if last else None,
            without=without,
        )
        ids = sorted(room.events.ids(chosen))
        if len(ids) <= most:
            break
    return ids[:most]


def _near(bond: Bond, words: str, told: Told, room: Room, care: Care) -> NearMiss:
    heads = room.batches.heads([told.claim.doc])
    return NearMiss(
        event=EventSummary.model_validate(care.summary(json.loads(words))),
        bond=_bond(bond, care),
        sentence=sentence(told, care),
        document=document_short(heads[told.claim.doc]),
    )


def _bond(bond: Bond, care: Care) -> BondShape:
    parts = [
        PartShape(feature=p.feature, value=p.value, weight=p.weight, reason="" if care.public else p.reason)
        for p in bond.parts
    ]
    excluded = "by a rule" if bond.no and care.public else bond.no
    return BondShape(claim=bond.claim, other=bond.other, odds=round(bond.odds, 3), excluded_by=excluded, parts=parts)
