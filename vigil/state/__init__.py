"""Events -> States: timelines of control, truces, displacement, forces, relations and aid. Pure functions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from vigil.model.claim import Claim
from vigil.model.event import Event
from vigil.model.state import States
from vigil.state import aid, control, displacement, forces, truces


def follow(events: Sequence[Event], claims: Mapping[str, Claim]) -> States:
    """Every state that the events give. ``claims`` by id, as in the events' evidence."""
    return States(
        controls=tuple(control.follow(events, claims)),
        truces=tuple(truces.follow(events, claims)),
        displacements=tuple(displacement.follow(events, claims)),
        moves=tuple(forces.moves(events, claims)),
        relations=tuple(forces.relations(events, claims)),
        aid=tuple(aid.follow(events)),
    )
