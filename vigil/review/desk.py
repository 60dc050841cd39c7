"""What lies before a reviewer: the claims that stand, the events, and all decisions with what they come to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from vigil.model.claim import Claim
from vigil.model.entity import ProvisionalActor
from vigil.model.errors import Misuse
from vigil.model.event import Event
from vigil.model.link import Decision
from vigil.review.apply import Applied, apply
from vigil.review.carry import carry
from vigil.review.fields import Known, known_of
from vigil.store import View


@dataclass(frozen=True)
class Desk:
    """``claims`` are as the machine read them, by id; ``decisions`` are every row, with their claims' ids of today."""

    claims: Mapping[str, Claim]
    events: Mapping[str, Event]
    decisions: Sequence[Decision]
    groups: Sequence[ProvisionalActor] = ()  # named in the claims, and in no registry
    asked: list[Any] = field(default_factory=list, compare=False, repr=False)  # the queue's questions, once worked out

    @cached_property
    def applied(self) -> Applied:
        """What the decisions come to."""
        return apply(list(self.claims.values()), self.decisions)

    @cached_property
    def corrected(self) -> dict[str, Claim]:
        """The claims as people say that they should read, rejected ones left out."""
        return {claim.id: claim for claim in self.applied.claims}

    @cached_property
    def known(self) -> Known:
        """Places and actors that a correction may name."""
        return known_of(self.claims.values(), self.groups)

    @cached_property
    def event_of(self) -> dict[str, str]:
        """Claim id -> id of its event."""
        return {e.claim: event.id for event in self.events.values() for e in event.evidence}

    def claim(self, id: str) -> Claim:
        """One claim as it should read by now. Raises Misuse for one that does not stand."""
        found = self.corrected.get(id) or self.claims.get(id)
        if found is None:
            raise Misuse(f"no claim {id!r}", item=id, advice="see vigil review queue, or vigil event --json, for ids")
        return found

    def group(self, id: str) -> ProvisionalActor:
        """A provisional actor (``group_of``)."""
        return group_of(self.groups, id)

    def event(self, id: str) -> Event:
        """One event by its id or the beginning of it. Raises Misuse where that is none, or several."""
        if id in self.events:
            return self.events[id]
        found = [event for name, event in self.events.items() if id and name.startswith(id)]
        if len(found) != 1:
            raise Misuse(
                f"{len(found)} events begin with {id!r}" if found else f"no event {id!r}",
                item=id,
                advice="see vigil events for the ids",
            )
        return found[0]


def group_of(groups: Iterable[ProvisionalActor], id: str) -> ProvisionalActor:
    """A provisional actor by its id, or by a name that only one has. Raises Misuse where that is none, or several."""
    every = list(groups)
    found = [group for group in every if id == group.id]
    found = found or [group for group in every if id.casefold() in (name.casefold() for name in group.names)]
    if len(found) != 1:
        problem = f"{len(found)} provisional actors are named {id!r}" if found else f"no provisional actor {id!r}"
        raise Misuse(problem, item=id, advice="see vigil unknown for the ids")
    return found[0]


def lay(view: View) -> Desk:
    """The desk of a record: last versions of the articles only, as fusion sees them."""
    replaced = view.superseded()
    claims = {claim.id: claim for claim in view.claims() if claim.doc not in replaced}
    return Desk(claims, {event.id: event for event in view.events()}, carried(view, claims), view.groups())


def carried(view: View, claims: Mapping[str, Claim]) -> list[Decision]:
    """Every decision with its claims' ids of today."""
    rows = view.decisions()
    if all(id in claims for row in rows for id in (row.left, row.right) if id):
        return rows
    wanted = {claim.doc for claim in claims.values()}
    documents = {document.id: document for document in view.documents() if document.id in wanted}
    return carry(rows, list(claims.values()), documents, view.former_claim, view.document)


def history(desk: Desk, event: str) -> list[Decision]:
    """All decisions on an event, taken back or not, oldest first: those made on it by id, and those about its claims."""
    found = desk.events.get(event)
    claims = {e.claim for e in found.evidence} if found else set()
    return [row for row in desk.decisions if row.event == event or row.left in claims or row.right in claims]


def rows_of(decisions: Iterable[Decision], id: str) -> list[Decision]:
    """The rows that are taken back together with ``id`` (a row's or an action's). Raises Misuse where none stands."""
    rows = list(decisions)
    named = [row for row in rows if id and id in (row.id, row.action)]
    action = named[0].action if named else ""
    whole = [row for row in rows if row.action == action] if action else named
    standing = [row for row in whole if row.deleted_at is None]
    if not standing:
        raise Misuse(f"no decision {id!r} that stands", item=id, advice="see vigil review log for the decisions")
    return standing
