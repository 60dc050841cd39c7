"""What a list shows of an event: written beside it whenever the events are made, so that no list opens an event."""

from __future__ import annotations

from typing import Any

from vigil.model.entity import ActorRef, PlaceRef
from vigil.model.event import Event, Relation
from vigil.store.order import days

Row = dict[str, Any]


def summary(event: Event, *, doubtful: bool = False) -> Row:
    """What a list shows of an event, as plain JSON with every field written out.

    ``doubtful``: none of its claims was read with much confidence; an event does not know that itself.
    """
    first, last, _ = days(event)
    toll = event.toll("killed")
    return {
        "id": event.id,
        "type": event.type,
        "mode": event.mode,
        "gist": gist(event),
        "status": event.status.value,
        "first_day": first,
        "last_day": last,
        "place": _place(event.place) if event.place else None,
        "witnesses": event.independent,
        "claims": len({e.claim for e in event.evidence}),
        "documents": len({e.doc for e in event.evidence}),
        "denials": sum(e.relation is Relation.DENIES for e in event.evidence),
        "disputes": [dispute.what for dispute in event.disputes],
        "agents": [_actor(ref) for ref in event.agents],
        "targets": [_actor(ref) for ref in event.targets],
        "killed": {"low": toll.low, "best": toll.best, "high": toll.high} if toll else None,
        "part_of": event.part_of or None,
        "doubtful": doubtful,
    }


def _place(ref: PlaceRef) -> Row:
    return {
        "id": ref.place_id,
        "name": ref.name or ref.text,
        "lat": ref.lat,
        "lon": ref.lon,
        "radius_km": ref.radius_km,
        "precision": ref.precision.value,
        "country": ref.country,
    }


def _actor(ref: ActorRef) -> Row:
    return {
        "id": ref.actor_id, "name": ref.name or ref.text, "kind": ref.kind, "side": ref.side or None, "slant": ref.slant,
        "provisional": ref.provisional,
    }  # fmt: skip


def gist(event: Event) -> str:
    """One line on an event, made of its own fields."""
    where = (event.place.name or event.place.text) if event.place else ""
    return event.gist or (f"{event.type}, {where}" if where else event.type)
