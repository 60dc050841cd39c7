"""What publishing needs of the record: the reading side of ``vigil.store.View``, as a structural type."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from vigil.model.claim import Claim
from vigil.model.entity import ProvisionalActor
from vigil.model.event import Event
from vigil.model.state import AidStep, Control, Displacement, Move, Relationship, States, Truce
from vigil.model.text import Document

#: All that an export may be fed.
Exported = Document | Claim | Event | Control | Truce | Displacement | Move | Relationship | AidStep | ProvisionalActor


class Record(Protocol):
    """The part of ``vigil.store.View`` that exports and the report read; small enough to stand in for by hand in a test."""

    def documents(self) -> Iterable[Document]:
        """Every version of every article."""
        ...

    def document(self, id: str, /) -> Document | None:
        """One version by its id."""
        ...

    def claims(self) -> Iterable[Claim]:
        """Every claim."""
        ...

    def claim(self, id: str, /) -> Claim | None:
        """One claim by its id."""
        ...

    def events(self) -> Iterable[Event]:
        """Every event."""
        ...

    def controls(self) -> Iterable[Control]:
        """Who holds each place from when to when."""
        ...

    def all_states(self) -> States:
        """Every state: control again, truces, displacement, moves, relations, aid; and the groups that no registry knows."""
        ...


@dataclass(frozen=True, slots=True)
class Held:
    """A record read into memory once: a page or table that asks for every claim by its id needs no query for each.

    For records of a size that one page or one table is still of use for.
    """

    all_documents: dict[str, Document]
    all_claims: dict[str, Claim]
    all_events: tuple[Event, ...]
    held_states: States

    @classmethod
    def of(cls, record: Record) -> Held:
        """Read everything."""
        return cls(
            {document.id: document for document in record.documents()},
            {claim.id: claim for claim in record.claims()},
            tuple(record.events()),
            record.all_states(),
        )

    def documents(self) -> Iterable[Document]:
        """Every version of every article."""
        return self.all_documents.values()

    def document(self, id: str, /) -> Document | None:
        """One version by its id."""
        return self.all_documents.get(id)

    def claims(self) -> Iterable[Claim]:
        """Every claim."""
        return self.all_claims.values()

    def claim(self, id: str, /) -> Claim | None:
        """One claim by its id."""
        return self.all_claims.get(id)

    def events(self) -> Iterable[Event]:
        """Every event."""
        return self.all_events

    def controls(self) -> Iterable[Control]:
        """Who holds each place from when to when."""
        return self.held_states.controls

    def all_states(self) -> States:
        """Every state."""
        return self.held_states
