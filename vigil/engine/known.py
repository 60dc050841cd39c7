"""What would have been known on a day: events and states made of the documents that had been published until then."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from vigil.fuse import fuse
from vigil.fuse.outlets import Outlet
from vigil.model.event import Event, EventStatus
from vigil.model.state import States
from vigil.model.text import Document
from vigil.review.apply import apply
from vigil.review.carry import carry
from vigil.state import follow
from vigil.store import View


@dataclass(frozen=True, slots=True)
class Known:
    """The record as it would have stood. ``undated``: documents left out because they do not say when they are of."""

    events: tuple[Event, ...]
    states: States
    documents: int
    undated: int


def known_by(view: View, day: date, outlets: Mapping[str, Outlet]) -> Known:
    """Fuse and follow what was published up to and including ``day``; of an article, the last version of that time.

    Costs a whole fusion of those documents: some seconds for a thousand articles. A document that does not say when it
    was published cannot be placed in time and is left out. People's decisions are kept: they say what claims mean.
    """
    last: dict[str, Document] = {}
    undated = 0
    for document in sorted(view.documents(), key=lambda d: (_day(d) or date.min, d.key, d.id)):
        told = _day(document)
        if told is None:
            undated += 1
        elif told <= day:
            last[document.address] = document
    documents = sorted(last.values(), key=lambda document: (document.key, document.id))
    kept = {document.id for document in documents}
    claims = sorted(
        (claim for claim in view.claims() if claim.doc in kept),
        key=lambda claim: (claim.doc, claim.trigger.start, claim.id),
    )
    by_id = {document.id: document for document in documents}
    applied = apply(claims, carry(view.decisions(), claims, by_id, view.former_claim, view.document))
    fusion = fuse(documents, applied.claims, decisions=applied.decisions, outlets=outlets)
    happened = [event for event in fusion.events if event.status is not EventStatus.DISPROVED]
    states = follow(happened, {claim.id: claim for claim in applied.claims})
    return Known(fusion.events, states, len(documents), undated)


def _day(document: Document) -> date | None:
    moment = document.modified or document.published
    return moment.date() if moment else None
