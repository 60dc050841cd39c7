"""The reading side: documents, claims, decisions, events and timelines as types of the model, in stable orders.

Every call sees the record as it stands then; iterators stream and see it as it stood at their first item.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from functools import cache
from typing import Any, TypeVar

import orjson
from sqlalchemy import ColumnElement, Engine, Row, Select, and_, bindparam, exists, func, or_, select

from vigil.model.claim import Claim
from vigil.model.codec import from_plain
from vigil.model.entity import ProvisionalActor
from vigil.model.event import Event
from vigil.model.issue import Issue, Level
from vigil.model.link import Decision, Score
from vigil.model.state import AidStep, Control, Displacement, Move, Relationship, States, Truce
from vigil.model.text import Document
from vigil.store import tables
from vigil.store.answers import Copied, Hit, Outcome, Retraction
from vigil.store.search import search
from vigil.store.words import fold

T = TypeVar("T")
_BATCH = 500
#: The state of a document whose words were removed.
TAKEN_DOWN = "taken down"


class View:
    """Cheap to make; holds no connection between calls."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    def documents(self) -> Iterator[Document]:
        """Every version of every article, in the order in which they came in."""
        columns = tables.documents.c
        query = select(tables.documents).where(columns.body != "").order_by(columns.seq)
        return (document_of(row) for row in self._stream(query))

    def document(self, id: str, /) -> Document | None:
        """One version by its id; None when unknown or taken down."""
        columns = tables.documents.c
        row = self._first(select(tables.documents).where(columns.id == id, columns.body != ""))
        return document_of(row) if row else None

    def last_published(self) -> date | None:
        """The last day on which a document says that it was published or changed; None without any."""
        columns = tables.documents.c
        row = self._first(select(func.max(columns.moment)).where(columns.body != ""))
        return datetime.fromisoformat(row[0]).date() if row and row[0] else None

    def versions(self, address: str, /) -> list[Document]:
        """The versions of one article, oldest first: by the time they give themselves, then as they came in."""
        return [document for document in self._in_time() if document.address == address]

    def superseded(self) -> dict[str, str]:
        """Id of each version that has a later one -> id of the article's last version."""
        by_address: dict[str, list[str]] = {}
        for document in self._in_time():
            by_address.setdefault(document.address, []).append(document.id)
        return {old: ids[-1] for ids in by_address.values() for old in ids[:-1]}

    def _in_time(self) -> Iterator[Document]:
        columns = tables.documents.c
        query = select(tables.documents).where(columns.body != "").order_by(columns.moment, columns.seq)
        return (document_of(row) for row in self._stream(query))

    def claims(self, doc: str | None = None) -> Iterator[Claim]:
        """The claims of each document's last reading (of one document, if named), in text order within it."""
        query = _standing_claims().order_by(tables.claims.c.seq)
        if doc is not None:
            query = query.where(tables.claims.c.doc == doc)
        return (read_body(Claim, row.body) for row in self._stream(query))

    def claim(self, id: str, /) -> Claim | None:
        """One claim of a last reading."""
        row = self._first(_standing_claims().where(tables.claims.c.id == id))
        return read_body(Claim, row.body) if row else None

    def former_claim(self, id: str, /) -> Claim | None:
        """A claim as last kept under its id, in whichever reading; None when unknown or taken down."""
        columns = tables.claims.c
        query = select(columns.body).where(columns.id == id, columns.body != "").order_by(columns.seq.desc()).limit(1)
        row = self._first(query)
        return read_body(Claim, row.body) if row else None

    def events(
        self,
        *,
        type: str | None = None,
        actor: str | None = None,
        place: str | None = None,
        since: date | None = None,
        until: date | None = None,
        status: str | None = None,
    ) -> list[Event]:
        """Events by first day, then id; those without a day last.

        ``actor`` and ``place`` are an id or words of a name or alias, marks and case aside; a place also finds what lies
        in it. ``since`` and ``until`` (both inclusive) keep what may have happened between them; an event without any
        date is left out when either is given.
        """
        columns = tables.events.c
        query = select(columns.body)
        if type is not None:
            query = query.where(columns.type == type)
        if status is not None:
            query = query.where(columns.status == status)
        for role, words in (("actor", actor), ("place", place)):
            if words:
                query = query.where(_has_term(role, words, columns.id))
        if since is not None:
            ends = func.coalesce(columns.last_day, "9999-12-31")
            query = query.where(
                columns.first_day.is_not(None) | columns.last_day.is_not(None), ends >= since.isoformat()
            )
        if until is not None:
            starts = func.coalesce(columns.first_day, "0001-01-01")
            query = query.where(
                columns.first_day.is_not(None) | columns.last_day.is_not(None), starts <= until.isoformat()
            )
        order = func.coalesce(columns.first_day, columns.last_day, "9999-12-31")
        return [read_body(Event, row.body) for row in self._all(query.order_by(order, columns.id))]

    def each_event(self) -> Iterator[Event]:
        """All events in no order, of which one at a time is in memory."""
        return (read_body(Event, row.body) for row in self._stream(select(tables.events.c.body)))

    def event(self, id: str, /) -> Event | None:
        """One event by its id, or by the beginning of it where only one event begins so."""
        columns = tables.events.c
        query = (
            select(columns.id, columns.body)
            .where(columns.id.startswith(id, autoescape=True))
            .order_by(columns.id)
            .limit(2)
        )
        found = self._all(query)
        if len(found) == 1 or (found and found[0].id == id):
            return read_body(Event, found[0].body)
        return None

    def events_of_claim(self, claim: str, /) -> list[str]:
        """Ids of the events that a claim bears on."""
        columns = tables.evidence.c
        return [
            row.event for row in self._all(select(columns.event).where(columns.claim == claim).order_by(columns.event))
        ]

    def controls(self) -> list[Control]:
        """Who holds each place from when to when, by the place's name."""
        columns = tables.states.c
        query = select(columns.body).where(columns.kind == "control").order_by(columns.name, columns.id)
        return [read_body(Control, row.body) for row in self._all(query)]

    def control(self, place: str, /) -> Control | None:
        """The timeline of one place, by id or name; a whole name goes before a part of one."""
        columns, words = tables.states.c, fold(place)
        if not words:
            return None
        query = select(columns.body, columns.name).where(
            columns.kind == "control", _has_term("control", place, columns.id)
        )
        found = self._all(query.order_by(columns.name, columns.id))
        found.sort(key=lambda row: fold(row.name) != words)
        return read_body(Control, found[0].body) if found else None

    def control_of(self, id: str, /) -> Control | None:
        """The timeline of the place with an id, and of no other."""
        columns = tables.states.c
        row = self._first(select(columns.body).where(columns.kind == "control", columns.id == id))
        return read_body(Control, row.body) if row else None

    def truces(self) -> list[Truce]:
        """Ceasefires and agreements, as they were declared."""
        return self._states("truce", Truce)

    def displacements(self) -> list[Displacement]:
        """Flows, stocks and returns of people, by day."""
        return self._states("displacement", Displacement)

    def moves(self) -> list[Move]:
        """Forces that came or went, by day."""
        return self._states("move", Move)

    def relations(self) -> list[Relationship]:
        """Who fights, supplies, talks to, joined or left whom."""
        return self._states("relation", Relationship)

    def aid(self) -> list[AidStep]:
        """Aid delivered, blocked and asked for, by day."""
        return self._states("aid", AidStep)

    def groups(self) -> list[ProvisionalActor]:
        """Groups that are named and in no registry, those of most documents first."""
        return self._states("group", ProvisionalActor)

    def all_states(self) -> States:
        """Every state of the record."""
        return States(
            controls=tuple(self.controls()),
            truces=tuple(self.truces()),
            displacements=tuple(self.displacements()),
            moves=tuple(self.moves()),
            relations=tuple(self.relations()),
            aid=tuple(self.aid()),
            groups=tuple(self.groups()),
        )

    def _states(self, name: str, kind: type[T]) -> list[T]:
        columns = tables.states.c
        query = select(columns.body).where(columns.kind == name).order_by(columns.n)
        return [read_body(kind, row.body) for row in self._all(query)]

    def forwards(self, event: str, /) -> list[tuple[str, str]]:
        """Where an event's or a provisional actor's id leads that is no longer in use: ids and the reason of each."""
        columns = tables.forwards.c
        query = select(columns.new, columns.why).where(columns.old == event).order_by(columns.new)
        return [(row.new, row.why) for row in self._all(query)]

    def decisions(self) -> list[Decision]:
        """Every decision in the order taken; one that was taken back has ``deleted_at``."""
        return [decision for _, decision in self.numbered_decisions()]

    def retractions(self) -> list[Retraction]:
        """What was taken back, in that order."""
        found = []
        for row in self._all(select(tables.retractions).order_by(tables.retractions.c.seq)):
            plain = json.loads(row.body)
            at = datetime.fromisoformat(plain["deleted_at"])
            found.append(
                Retraction(seq=row.seq, decision=row.decision, at=at, user=plain["user"], reason=plain["reason"])
            )
        return found

    def numbered_decisions(self) -> list[tuple[int, Decision]]:
        """The same as ``decisions``, each with its entry's number in the ledger."""
        columns, back = tables.decisions.c, tables.retractions.c
        query = select(columns.seq, columns.body, back.body.label("back")).outerjoin(
            tables.retractions, back.decision == columns.id
        )
        found = []
        for row in self._all(query.order_by(columns.seq)):
            decision = read_body(Decision, row.body)
            if row.back:
                decision = replace(decision, deleted_at=datetime.fromisoformat(json.loads(row.back)["deleted_at"]))
            found.append((row.seq, decision))
        return found

    def issues(self) -> list[Issue]:
        """All that went wrong or is worth knowing: worst first, then by item."""
        columns = tables.issues.c
        ranks = {Level.ERROR: 0, Level.WARNING: 1, Level.INFO: 2}
        found = [
            Issue(item=r.item, stage=r.stage, level=Level(r.level), message=r.message, advice=r.advice, doc=r.doc)
            for r in self._all(select(tables.issues).order_by(columns.n))
        ]
        return sorted(found, key=lambda issue: (ranks[issue.level], issue.item, issue.stage, issue.message))

    def search(self, query: str, *, limit: int = 50) -> list[Hit]:
        """Documents and claims that hold all words of the query; see ``store.search``."""
        with self.engine.connect() as connection:
            return search(connection, query, limit)

    def copies(self) -> dict[str, Copied]:
        """Each fused document's origin."""
        return {
            r.doc: Copied(r.origin, Score(r.score, r.reason))
            for r in self._all(select(tables.copies).order_by(tables.copies.c.doc))
        }

    def sightings(self, doc: str, /) -> list[str]:
        """Other addresses under which a document's very bytes were found."""
        columns = tables.sightings.c
        return [row.key for row in self._all(select(columns.key).where(columns.doc == doc).order_by(columns.key))]

    def outcomes(self, digest: str, /) -> list[Outcome]:
        """What became of the bytes with this SHA-256, one for each document made of them; [] when they are new."""
        with self.engine.connect() as connection:
            rows = connection.execute(_outcomes(), {"wanted": digest}).all()
        return [
            Outcome(doc=r.id, key=r.key, outlet=r.outlet, stages=r.stages, state=r.state if r.body else TAKEN_DOWN)
            for r in rows
        ]

    def digests(self) -> Iterator[tuple[str, str]]:
        """Id and digest of the bytes of every document that is not taken down."""
        columns = tables.documents.c
        query = select(columns.id, columns.digest).where(columns.body != "").order_by(columns.seq)
        return ((row.id, row.digest) for row in self._stream(query))

    def states(self) -> dict[str, int]:
        """How many documents ended in each state of reading: "read", "unread language xx", "off topic", "taken down"."""
        documents, readings = tables.documents.c, tables.readings.c
        query = select((documents.body != "").label("here"), readings.state).join(
            tables.readings, readings.doc == documents.id
        )
        found: dict[str, int] = {}
        for row in self._all(query.where(readings.seq.in_(_last_readings()))):
            name = row.state if row.here else TAKEN_DOWN
            found[name] = found.get(name, 0) + 1
        return dict(sorted(found.items()))

    def meta(self) -> dict[str, str]:
        """Notes about the record as a whole; ``head`` is the ledger's last entry and digest."""
        return {row.name: row.value for row in self._all(select(tables.meta).order_by(tables.meta.c.name))}

    def counts(self) -> dict[str, int]:
        """How much there is of what."""
        standing = select(func.count()).select_from(_standing_claims().subquery())
        held = select(func.count()).select_from(tables.documents).where(tables.documents.c.body != "")
        whole = {
            name: select(func.count()).select_from(tables.metadata.tables[name])
            for name in ("events", "decisions", "issues", "sightings", "ledger")
        }
        followed = select(func.count()).select_from(tables.states).where(tables.states.c.kind == "control")
        keys = select(func.count(tables.documents.c.key.distinct())).where(tables.documents.c.body != "")
        disputed = select(func.count()).select_from(tables.events).where(tables.events.c.disputes > 0)
        queries = {
            "documents": held,
            "articles": keys,
            "claims": standing,
            **whole,
            "controls": followed,
            "disputed_events": disputed,
        }
        with self.engine.connect() as connection:
            return {name: int(connection.execute(query).scalar_one()) for name, query in queries.items()}

    def _all(self, query: Select[Any]) -> list[Row[Any]]:
        with self.engine.connect() as connection:
            return list(connection.execute(query))

    def _first(self, query: Select[Any]) -> Row[Any] | None:
        with self.engine.connect() as connection:
            return connection.execute(query).first()

    def _stream(self, query: Select[Any]) -> Iterator[Row[Any]]:
        with self.engine.connect() as connection:
            yield from connection.execute(query.execution_options(yield_per=_BATCH))


def _last_readings(which: ColumnElement[bool] | None = None) -> Select[Any]:
    query = select(func.max(tables.readings.c.seq)).group_by(tables.readings.c.doc)
    if which is None:
        return query
    return query.join(tables.documents, tables.documents.c.id == tables.readings.c.doc).where(which)


@cache
def _outcomes() -> Select[Any]:
    """Asked for each article that comes in: made once, which takes longer than the answer."""
    documents, readings = tables.documents.c, tables.readings.c
    same = documents.digest == bindparam("wanted")
    return (
        select(documents.id, documents.key, documents.outlet, documents.body, readings.stages, readings.state)
        .join(tables.readings, readings.doc == documents.id)
        .where(same, readings.seq.in_(_last_readings(same)))
        .order_by(documents.seq)
    )


def _standing_claims() -> Select[Any]:
    return select(tables.claims.c.body).where(tables.claims.c.body != "", tables.claims.c.reading.in_(_last_readings()))


def _has_term(role: str, words: str, owner: Any) -> Any:
    columns, folded = tables.terms.c, fold(words)
    by_name = columns.term.contains(f" {folded} ", autoescape=True) if folded else columns.term == words
    return exists().where(and_(columns.owner == owner, columns.role == role, or_(columns.term == words, by_name)))


def loads(body: str) -> Any:
    """JSON read: what ``json`` reads, in half the time but for what holds half a surrogate pair."""
    try:
        return orjson.loads(body)
    except orjson.JSONDecodeError:
        return json.loads(body)


def document_of(row: Row[Any]) -> Document:
    """A row of ``documents``."""
    plain = loads(row.body)
    plain["text"], plain["title"] = row.text, row.title
    return from_plain(Document, plain)


def read_body(kind: type[T], body: str) -> T:
    """A body's JSON."""
    return from_plain(kind, loads(body))
