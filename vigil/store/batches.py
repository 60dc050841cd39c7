"""Claims and documents many at a time, for answers that show an event or an article whole."""

from __future__ import annotations

import json
from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Engine, Row, Select, func, select

from vigil.model.claim import Claim
from vigil.model.codec import from_plain
from vigil.model.event import Event
from vigil.model.link import Decision, Score
from vigil.model.text import Document
from vigil.store import tables
from vigil.store.answers import Copied

#: SQLite takes some thousands of values in one statement; this many is quick and safe everywhere.
_AT_ONCE = 500


#: A document's time as versions are ordered by it, its ledger entry, its id.
Dated = tuple[str, int, str]
#: Kinds of ledger entries that make the record.
RECORD_KINDS = ("document", "reading", "claim", "decision", "retraction", "tombstone")


@dataclass(frozen=True, slots=True)
class Told:
    """A claim of a last reading, its sentence's words, and its entry in the ledger."""

    claim: Claim
    sentence: str
    seq: int


@dataclass(frozen=True, slots=True)
class Listed:
    """A document without its text, as a list shows it: its ledger entry, its state, and how many claims it gave."""

    document: Document
    seq: int
    state: str
    claims: int


class Batches:
    """Cheap to make; holds no connection between calls."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    def claims(self, ids: Iterable[str], /) -> dict[str, Told]:
        """Standing claims by id; unknown and taken-down ones are left out."""
        columns = tables.claims.c
        found: dict[str, Told] = {}
        for some in _chunks(ids):
            query = select(columns.body, columns.sentence, columns.seq, columns.id)
            for row in self._all(query.where(columns.id.in_(some), columns.body != "", _last_reading())):
                found[row.id] = Told(from_plain(Claim, json.loads(row.body)), row.sentence, row.seq)
        return found

    def claims_listed(self, after: int, limit: int, types: Sequence[str] = ()) -> tuple[list[Told], int]:
        """Some standing claims in the order of reading, from the entry after ``after`` on; and how many in all."""
        columns = tables.claims.c
        standing = [columns.body != "", _last_reading(), *([columns.type.in_(types)] if types else [])]
        query = select(columns.body, columns.sentence, columns.seq).where(*standing, columns.seq > after)
        rows = self._all(query.order_by(columns.seq).limit(limit))
        total = self._all(select(func.count()).select_from(tables.claims).where(*standing))[0][0]
        return [Told(from_plain(Claim, json.loads(r.body)), r.sentence, r.seq) for r in rows], int(total)

    def claims_of(self, doc: str, /) -> list[Told]:
        """A document's standing claims in text order."""
        columns = tables.claims.c
        query = select(columns.body, columns.sentence, columns.seq)
        query = query.where(columns.doc == doc, columns.body != "", _last_reading()).order_by(columns.seq)
        found = [Told(from_plain(Claim, json.loads(r.body)), r.sentence, r.seq) for r in self._all(query)]
        return sorted(found, key=lambda told: (told.claim.trigger.start, told.claim.id))

    def heads(self, ids: Iterable[str], /) -> dict[str, Document]:
        """Documents by id without their text."""
        columns = tables.documents.c
        found: dict[str, Document] = {}
        for some in _chunks(ids):
            query = select(columns.id, columns.title, columns.body)
            for row in self._all(query.where(columns.id.in_(some), columns.body != "")):
                found[row.id] = _head(row.body, row.title)
        return found

    def listed(self, after: int, limit: int) -> tuple[list[Listed], int]:
        """Some documents in the order in which they came in, from the entry after ``after`` on; and how many in all."""
        documents, readings = tables.documents.c, tables.readings.c
        last = select(func.max(readings.seq)).where(readings.doc == documents.id).correlate(tables.documents)
        query = select(documents.seq, documents.title, documents.body, readings.state, readings.claims)
        query = query.join(tables.readings, readings.seq == last.scalar_subquery())
        query = query.where(documents.body != "", documents.seq > after).order_by(documents.seq).limit(limit)
        rows = [Listed(_head(r.body, r.title), r.seq, r.state, r.claims) for r in self._all(query)]
        count = select(func.count()).select_from(tables.documents).where(documents.body != "")
        return rows, int(self._all(count)[0][0])

    def entries_of(self, docs: Iterable[str], /) -> dict[str, int]:
        """The ledger entries by which some documents came in."""
        columns = tables.documents.c
        queries = (select(columns.id, columns.seq).where(columns.id.in_(some)) for some in _chunks(docs))
        return {row.id: row.seq for query in queries for row in self._all(query)}

    def state(self, doc: str, /) -> str:
        """What became of a document: "read", "off topic", "unread language xx"; "" when it is not there."""
        readings = tables.readings.c
        query = select(readings.state).where(readings.doc == doc).order_by(readings.seq.desc()).limit(1)
        return next((row.state for row in self._all(query)), "")

    def languages(self) -> list[str]:
        """The languages of the documents, most frequent first."""
        columns = tables.documents.c
        query = select(columns.language).where(columns.body != "", columns.language != "").group_by(columns.language)
        return [row.language for row in self._all(query.order_by(func.count().desc(), columns.language))]

    def events_of(self, claims: Iterable[str], /) -> dict[str, list[str]]:
        """The ids of the events that each claim bears on."""
        return {claim: [event for event, _ in found] for claim, found in self.bears_on(claims).items()}

    def bears_on(self, claims: Iterable[str], /) -> dict[str, list[tuple[str, str]]]:
        """The events that each claim bears on, by id, and how: supports, denies, declines."""
        columns = tables.evidence.c
        found: dict[str, list[tuple[str, str]]] = {}
        for some in _chunks(claims):
            query = select(columns.claim, columns.event, columns.relation).where(columns.claim.in_(some))
            for row in self._all(query.order_by(columns.event)):
                found.setdefault(row.claim, []).append((row.event, row.relation))
        return found

    def versions(self, addresses: Collection[str], saved: Mapping[str, Sequence[Dated]]) -> dict[str, list[str]]:
        """Ids of the documents of each address, oldest first; ``saved`` are those of ``saved_pages``, by address."""
        columns = tables.documents.c
        found: dict[str, list[Dated]] = {address: list(saved.get(address, ())) for address in addresses}
        for some in _chunks(addresses):
            query = select(columns.key, columns.moment, columns.seq, columns.id)
            for row in self._all(query.where(columns.key.in_(some), columns.body != "")):
                found[row.key].append((row.moment, row.seq, row.id))
        return {address: [id for _, _, id in sorted(rows)] for address, rows in found.items() if rows}

    def saved_pages(self) -> dict[str, list[Dated]]:
        """Pages saved as files that name another address than their own: by that address (``Document.address``)."""
        columns = tables.documents.c
        query = select(columns.moment, columns.seq, columns.id, columns.body)
        query = query.where(columns.key.startswith("file:"), columns.body.contains('"text/html"'))
        found: dict[str, list[Dated]] = {}
        for row in self._all(query):
            document = _head(row.body, "")
            if document.address != document.key:
                found.setdefault(document.address, []).append((row.moment, row.seq, row.id))
        return found

    def events(self, ids: Iterable[str], /) -> dict[str, Event]:
        """Events by id; unknown ones are left out."""
        columns = tables.events.c
        found: dict[str, Event] = {}
        for some in _chunks(ids):
            query = select(columns.id, columns.body).where(columns.id.in_(some))
            found |= {row.id: from_plain(Event, json.loads(row.body)) for row in self._all(query)}
        return found

    def copies(self, docs: Iterable[str], /) -> dict[str, Copied]:
        """The origins of some documents, by document id."""
        columns = tables.copies.c
        found: dict[str, Copied] = {}
        for some in _chunks(docs):
            for row in self._all(select(tables.copies).where(columns.doc.in_(some))):
                found[row.doc] = Copied(row.origin, Score(row.score, row.reason))
        return found

    def copied_by(self, doc: str, /) -> list[str]:
        """Ids of the documents that copy one, in stable order."""
        columns = tables.copies.c
        query = select(columns.doc).where(columns.origin == doc, columns.doc != doc).order_by(columns.doc)
        return [row.doc for row in self._all(query)]

    def decisions_on(self, claims: Container[str], /) -> list[tuple[int, Decision, int | None]]:
        """Decisions that bear on some claims, in the order taken: (ledger entry, decision, entry that took it back)."""
        columns, back = tables.decisions.c, tables.retractions.c
        query = select(columns.seq, columns.body, back.seq.label("back"), back.body.label("gone"))
        query = query.outerjoin(tables.retractions, back.decision == columns.id).order_by(columns.seq)
        found = []
        for row in self._all(query):
            decision = from_plain(Decision, json.loads(row.body))
            if decision.left in claims or decision.right in claims:
                if row.gone:
                    gone = datetime.fromisoformat(json.loads(row.gone)["deleted_at"])
                    decision = replace(decision, deleted_at=gone)
                found.append((row.seq, decision, row.back))
        return found

    def entries(self, after: int, limit: int) -> tuple[list[Row[Any]], int]:
        """Entries of the ledger (seq, kind, ref, digest) after one, oldest first, and how many there are after it.

        What accounts do (kinds that are no part of the record itself) is left out."""
        columns = tables.ledger.c
        beyond = (columns.seq > after) & columns.kind.in_(RECORD_KINDS)
        query = select(columns.seq, columns.kind, columns.ref, columns.digest).where(beyond)
        total = self._all(select(func.count()).select_from(tables.ledger).where(beyond))[0][0]
        return self._all(query.order_by(columns.seq).limit(limit)), int(total)

    def _all(self, query: Select[Any]) -> list[Row[Any]]:
        with self.engine.connect() as connection:
            return list(connection.execute(query))


def _head(body: str, title: str) -> Document:
    plain = json.loads(body) | {"text": "", "title": title, "zones": [], "sentences": []}
    return from_plain(Document, plain)


def _last_reading() -> Any:
    readings = tables.readings.alias()
    last = select(func.max(readings.c.seq)).where(readings.c.doc == tables.claims.c.doc).correlate(tables.claims)
    return tables.claims.c.reading == last.scalar_subquery()


def _chunks(ids: Iterable[str]) -> Iterator[list[str]]:
    every = sorted(set(ids))
    for start in range(0, len(every), _AT_ONCE):
        yield every[start : start + _AT_ONCE]
