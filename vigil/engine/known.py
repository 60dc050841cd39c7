"""What was known on a day: today's events less what was published later, and the states that follow (``state.known``)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from vigil.engine.run import gathered
from vigil.model.event import Event, EventStatus
from vigil.model.state import States
from vigil.review.apply import apply
from vigil.state import follow
from vigil.state.known import as_known, published_until
from vigil.store import View


@dataclass(frozen=True, slots=True)
class Known:
    """The record as it stood. ``undated``: documents left out because they do not say when they are of."""

    events: tuple[Event, ...]
    states: States
    documents: int
    undated: int


def known_by(view: View, day: date) -> Known:
    """Events and states of what was out up to and including ``day``; claims read as people decided that they should."""
    whole = gathered(view)
    claims = {claim.id: claim for claim in whole.claims}
    claims |= {claim.id: claim for claim in apply(whole.claims, whole.decisions).claims}
    kept = published_until(whole.documents, day)
    events = as_known(view.events(), claims, kept)
    happened = [event for event in events if event.status is not EventStatus.DISPROVED]
    dated = published_until(whole.documents, date.max)
    return Known(tuple(events), follow(happened, claims), len(kept), len(whole.documents) - len(dated))
