"""The writing side: one Writer is one transaction. Kept rows go through the ledger; derived rows are replaced as a whole."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Table, delete, insert, select, text, update

from vigil.model.account import AccountChange
from vigil.model.claim import Claim
from vigil.model.codec import to_plain
from vigil.model.entity import PlaceRef
from vigil.model.errors import Misuse
from vigil.model.event import Event
from vigil.model.issue import Issue, Level
from vigil.model.link import Decision
from vigil.model.state import AidStep, Control, Displacement, Move, States
from vigil.model.text import Document
from vigil.store import index, ledger, order, remembered, tables
from vigil.store.answers import Copied
from vigil.store.remembered import Filed, FiledArticle, FiledClaim
from vigil.store.words import fold

Row = dict[str, Any]
#: Sorted once: SQLAlchemy sorts anew each time it is asked.
_PARENTS_FIRST = tuple(tables.metadata.sorted_tables)
#: What is computed from claims and decisions, as far as it is told of: what ``_derived`` is a digest of.
_TOLD = (tables.events, tables.states, tables.copies, tables.forwards)
_BATCH = 1000  # events whose rows are in memory at once


class Writer:
    """Rows are gathered and written with executemany in ``flush`` (ten times as quick as one by one)."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self._sqlite = connection.dialect.name == "sqlite"
        self._head = self._start = ledger.head(connection)
        self._rows: dict[Table, list[Row]] = {}
        self._words: list[Row] = []
        #: SHA-256 of each row of ``_TOLD`` that was written.
        self._digests: dict[Table, list[bytes]] = {table: [] for table in _TOLD}

    def put_reading(self, document: Document, claims: Sequence[Claim], *, stages: str, state: str = "read") -> None:
        """Keep a document (once), that it was read by ``stages``, and the claims that came of it.

        A document that is read again by other stages gets a new reading; its earlier claims stay, out of use."""
        known = self.connection.execute(
            select(tables.documents.c.seq).where(tables.documents.c.id == document.id)
        ).scalar()
        if known is None and not self._pending(document.id):
            self._put_document(document)
        else:
            self._forget_claim_words(document.id)
        count = len(claims)
        seq = self._append("reading", document.id, ledger.reading_content(document.id, stages, state, count))
        self._add(tables.readings, seq=seq, doc=document.id, stages=stages, state=state, claims=count)
        for claim in claims:
            self._put_claim(claim, document, seq)

    def _pending(self, doc: str) -> bool:
        return any(row["id"] == doc for row in self._rows.get(tables.documents, ()))

    def _put_document(self, document: Document) -> None:
        body, content = ledger.document_parts(document)
        moment = document.modified or document.published
        seq = self._append("document", document.id, content)
        self._add(
            tables.documents,
            seq=seq,
            id=document.id,
            key=document.key,
            digest=document.digest,
            moment=to_plain(moment) if moment else "",
            outlet=document.outlet,
            language=document.language,
            title=document.title,
            text=document.text,
            body=body,
        )
        self._words.append({"rowid": seq, "title": document.title, "text": document.text})

    def _put_claim(self, claim: Claim, document: Document, reading: int) -> None:
        body = ledger.canonical(to_plain(claim))
        sentence = document.text[claim.sentence[0] : claim.sentence[1]]
        seq = self._append("claim", claim.id, ledger.sha256(body))
        self._add(
            tables.claims,
            seq=seq,
            id=claim.id,
            reading=reading,
            doc=claim.doc,
            type=claim.type,
            body=body,
            sentence=sentence,
        )
        self._words.append({"rowid": seq, "title": "", "text": sentence})

    def put_sighting(self, doc: str, key: str) -> None:
        """The bytes of a kept document were found under another address as well."""
        self.flush()
        where = (tables.sightings.c.doc == doc) & (tables.sightings.c.key == key)
        if self.connection.execute(select(tables.sightings).where(where)).first() is None:
            self.connection.execute(insert(tables.sightings), {"doc": doc, "key": key})

    def put_decision(self, decision: Decision) -> None:
        """Keep a person's decision. Raises Misuse when its id is taken."""
        taken = select(tables.decisions.c.seq).where(tables.decisions.c.id == decision.id)
        if self.connection.execute(taken).first() is not None:
            raise Misuse(f"decision {decision.id} is there already", item=decision.id, advice="give it another id")
        body = ledger.canonical(to_plain(decision))
        seq = self._append("decision", decision.id, ledger.sha256(body))
        self._add(tables.decisions, seq=seq, id=decision.id, body=body)
        self.flush()

    def retract_decision(self, decision: str, when: datetime, *, user: str = "", reason: str = "") -> None:
        """Take a decision back: the row stays, views show ``deleted_at``. Raises Misuse on an unknown or retracted one."""
        known = select(tables.decisions.c.seq).where(tables.decisions.c.id == decision)
        gone = select(tables.retractions.c.seq).where(tables.retractions.c.decision == decision)
        if self.connection.execute(known).first() is None or self.connection.execute(gone).first() is not None:
            raise Misuse(f"no decision {decision} that stands", item=decision, advice="look it up among the decisions")
        body = ledger.canonical({"deleted_at": to_plain(when), "reason": reason, "user": user})
        seq = self._append("retraction", decision, ledger.sha256(body))
        self._add(tables.retractions, seq=seq, decision=decision, body=body)
        self.flush()

    def put_account_change(self, change: AccountChange) -> None:
        """Keep that something was done to an account."""
        body = ledger.canonical(to_plain(change))
        seq = self._append("account", change.id, ledger.sha256(body))
        self._add(tables.account_changes, seq=seq, id=change.id, body=body)
        self.flush()

    def take_down(self, doc: str, reason: str) -> int:
        """Blank a document's words and its claims', leaving tombstones with the reason. Returns how many claims went.

        Events that rest on them stand until they are computed again. Raises Misuse without a reason or for no document.
        """
        self.flush()
        document = self.connection.execute(select(tables.documents.c.seq).where(tables.documents.c.id == doc)).scalar()
        if not reason.strip() or document is None:
            raise Misuse(f"cannot take down {doc!r}", item=doc, advice="give a document's id and a reason")
        found = self.connection.execute(
            select(tables.claims.c.seq, tables.claims.c.id).where(tables.claims.c.doc == doc)
        ).all()
        for kind_ref in [doc, *dict.fromkeys(row.id for row in found)]:
            self._append("tombstone", kind_ref, "", reason)
        self.flush()
        blank = update(tables.documents).where(tables.documents.c.id == doc)
        self.connection.execute(blank.values(title="", text="", body=""))
        self.connection.execute(update(tables.claims).where(tables.claims.c.doc == doc).values(body="", sentence=""))
        self._forget_words([document, *(row.seq for row in found)])
        index.forget(self.connection, doc)
        return len(found)

    def put_issues(self, issues: Iterable[Issue]) -> None:
        """Note issues; one that is noted already is not noted twice."""
        columns = tables.issues.c
        for issue in issues:
            row = to_plain(issue) | {"advice": issue.advice, "doc": issue.doc}
            same = [columns[name] == value for name, value in row.items() if name != "advice"]
            if self.connection.execute(select(columns.n).where(*same)).first() is None:
                self.connection.execute(insert(tables.issues), row)

    def settle_issues(self, item: str) -> None:
        """An item is read now: its errors, and why it was not read for claims before, are of the past."""
        columns = tables.issues.c
        past = (columns.level == Level.ERROR.value) | (columns.stage == "extract")
        self.connection.execute(delete(tables.issues).where(columns.item == item, past))

    def replace_derived(
        self,
        events: Sequence[Event],
        states: States,
        copies: Mapping[str, Copied],
        *,
        names: Mapping[str, Sequence[str]] | None = None,
        forwards: Iterable[tuple[str, str, str]] = (),
        filed: Filed | None = None,
        addresses: Mapping[str, str] | None = None,
    ) -> None:
        """Put newly computed events, states and copies in the place of the old ones.

        ``names`` are further names by actor or place id (a registry's aliases), by which filters find events too;
        ``forwards`` (old id, new id, why) are added to those that are there. ``filed``, with the documents' ``addresses``,
        is what one more article is to be joined by (``remembered``).
        """
        known = {**(names or {}), **{group.id: group.names for group in states.groups}}
        for table in tables.DERIVED:
            self.connection.execute(delete(table))
        index.clear_words(self.connection)
        for start in range(0, len(events), _BATCH):
            for event in events[start : start + _BATCH]:
                self._put_event(event, known)
            self.flush()
        for control in states.controls:
            owner, place = control_id(control), control.place
            self._put_terms(owner, "control", _terms(place.place_id, [place.text, place.name, *known.get(owner, ())]))
        for kind, id, number, name, state in rows_of(states):
            self._add(tables.states, kind=kind, id=id, n=number, name=name, body=ledger.canonical(to_plain(state)))
        for doc, copied in copies.items():
            self._add(tables.copies, doc=doc, origin=copied.doc, score=copied.why.value, reason=copied.why.reason)
        self._put_forwards(forwards)
        self.flush()
        self._note_derived(self._derived(known))
        index.build(self.connection, events, known, groups=states.groups)
        if filed is not None:
            remembered.keep(self.connection, filed, addresses or {})

    def change_derived(
        self,
        before: Sequence[Event],
        events: Sequence[Event],
        copied: tuple[str, Copied],
        *,
        gone: Collection[str] = (),
        names: Mapping[str, Sequence[str]] | None = None,
        forwards: Iterable[tuple[str, str, str]] = (),
    ) -> bool:
        """Put some events in the place of those ``before``, and a document's origin beside the others; all else stays.

        ``gone`` are ids of documents whose claims are in no event any more. False when there is no room in the order of
        events, and nothing is changed: then all must be replaced.
        """
        self.flush()
        places = order.places(self.connection, before, events)
        if places is None:
            return False
        known = names or {}
        old = [event.id for event in before]
        index.remove(self.connection, old, gone)
        for table, column in ((tables.evidence, "event"), (tables.terms, "owner"), (tables.events, "id")):
            self.connection.execute(delete(table).where(table.c[column].in_(old)))
        self.connection.execute(delete(tables.copies).where(tables.copies.c.doc.in_([*gone, copied[0]])))
        for event in events:
            self._put_event(event, known)
        doc, of = copied
        self._add(tables.copies, doc=doc, origin=of.doc, score=of.why.value, reason=of.why.reason)
        self._put_forwards(forwards)
        self.flush()
        stood = self.connection.execute(select(tables.meta.c.value).where(tables.meta.c.name == "derived")).scalar()
        self._note_derived(hashlib.sha256(f"{stood} {old} {self._derived(known)}".encode()).hexdigest())
        index.add(self.connection, events, known, places)
        return True

    def _note_derived(self, derived: str) -> None:
        self.set_meta("derived", derived)
        # The index also holds what claims and documents say of sources and outlets: they are the ledger up to here.
        self.set_meta("index", hashlib.sha256(f"{self._head.digest} {derived}".encode()).hexdigest())

    def remember(
        self,
        article: FiledArticle,
        address: str,
        claims: Iterable[FiledClaim],
        told: Mapping[str, str],
        gone: Collection[str],
    ) -> None:
        """Keep what one more article was joined with, for the next one; see ``remembered.add``."""
        remembered.add(self.connection, article, address, claims, told, gone)

    def _derived(self, names: Mapping[str, Sequence[str]]) -> str:
        """What the derived rows that were written amount to: the same rows give the same digest, so that readers know what
        is new."""
        digest = hashlib.sha256(ledger.canonical({id: list(names[id]) for id in names}).encode())
        for table in _TOLD:
            # Sorted: the order in which events are handed in says nothing.
            for each in sorted(self._digests[table]):
                digest.update(each)
            self._digests[table] = []
        return digest.hexdigest()

    def _put_forwards(self, forwards: Iterable[tuple[str, str, str]]) -> None:
        columns = tables.forwards.c
        for old, new, why in forwards:
            self.connection.execute(delete(tables.forwards).where(columns.old == old, columns.new == new))
            self._add(tables.forwards, old=old, new=new, why=why)

    def _put_event(self, event: Event, names: Mapping[str, Sequence[str]]) -> None:
        first = event.when.first_day if event.when else None
        last = event.when.last_day if event.when else None
        self._add(
            tables.events,
            id=event.id,
            type=event.type,
            status=event.status.value,
            first_day=first.isoformat() if first else None,
            last_day=last.isoformat() if last else None,
            place_id=event.place.place_id if event.place else None,
            lat=event.place.lat if event.place else None,
            lon=event.place.lon if event.place else None,
            witnesses=len(event.witnesses),
            disputes=len(event.disputes),
            body=ledger.canonical(to_plain(event)),
        )
        for e in event.evidence:
            self._add(tables.evidence, event=event.id, claim=e.claim, doc=e.doc, relation=e.relation.value)
        actors: set[str] = set()
        for ref in (*event.agents, *event.targets):
            actors |= _terms(ref.actor_id, [ref.text, ref.name, *names.get(ref.actor_id or "", ())])
        self._put_terms(event.id, "actor", actors)
        if event.place:
            self._put_terms(event.id, "place", _place_terms(event.place, names))

    def _put_terms(self, owner: str, role: str, found: set[str]) -> None:
        for term in sorted(found):
            self._add(tables.terms, owner=owner, role=role, term=term)

    def meta(self) -> dict[str, str]:
        """The notes about the record as a whole, as this transaction sees them."""
        return {row.name: row.value for row in self.connection.execute(select(tables.meta))}

    def set_meta(self, name: str, value: str) -> None:
        """Note one thing about the record as a whole."""
        self.connection.execute(delete(tables.meta).where(tables.meta.c.name == name))
        self.connection.execute(insert(tables.meta), {"name": name, "value": value})

    def flush(self) -> None:
        """Write what was gathered; parents before children, the head's note last."""
        for table in _PARENTS_FIRST:
            rows = self._rows.pop(table, None)
            if rows:
                self.connection.execute(insert(table), rows)
                if table in self._digests:
                    self._digests[table] += map(_digest, rows)
        if self._words and self._sqlite:
            statement = text("INSERT INTO words (rowid, title, text) VALUES (:rowid, :title, :text)")
            self.connection.execute(statement, self._words)
        self._words = []
        if self._head != self._start:
            self.set_meta("head", f"{self._head.seq} {self._head.digest}")
            self._start = self._head

    def _append(self, kind: str, ref: str, content: str, note: str = "") -> int:
        entry = ledger.Entry(self._head.seq + 1, kind, ref, content, note)
        self._head = ledger.Head(entry.seq, entry.seal(self._head.digest))
        self._add(
            tables.ledger, seq=entry.seq, kind=kind, ref=ref, content=content, note=note, digest=self._head.digest
        )
        return entry.seq

    def _add(self, table: Table, **row: Any) -> None:
        self._rows.setdefault(table, []).append(row)

    def _forget_claim_words(self, doc: str) -> None:
        found = self.connection.execute(select(tables.claims.c.seq).where(tables.claims.c.doc == doc)).scalars()
        self._forget_words(list(found))

    def _forget_words(self, seqs: list[int]) -> None:
        if self._sqlite and seqs:
            self.connection.execute(text("DELETE FROM words WHERE rowid = :seq"), [{"seq": seq} for seq in seqs])


def control_id(control: Control) -> str:
    """What a timeline goes by: its place's id, else the place's words."""
    return control.place.place_id or fold(control.place.name or control.place.text)


def rows_of(states: States) -> Iterator[tuple[str, str, int, str, Any]]:
    """Kind, id, place in its order, name and value of each state; an event that makes two of a kind gets a number."""
    for n, control in enumerate(states.controls):
        yield "control", control_id(control), n, control.place.name or control.place.text, control
    for n, truce in enumerate(states.truces):
        yield "truce", truce.id, n, " / ".join(party.name or party.text for party in truce.parties), truce
    for n, relation in enumerate(states.relations):
        pair = f"{relation.one.name or relation.one.text} / {relation.other.name or relation.other.text}"
        yield "relation", f"{relation.kind.value}:{n}", n, pair, relation
    ledgers: tuple[tuple[str, Sequence[Displacement | Move | AidStep]], ...] = (
        ("displacement", states.displacements),
        ("move", states.moves),
        ("aid", states.aid),
    )
    for kind, values in ledgers:
        for n, value in enumerate(values):
            yield kind, f"{value.event}:{n}", n, "", value
    for n, group in enumerate(states.groups):
        yield "group", group.id, n, group.name, group


def _digest(row: Row) -> bytes:
    """SHA-256 of a row. Its body is not written as JSON again."""
    rest = ledger.canonical({name: value for name, value in row.items() if name != "body"})
    return hashlib.sha256((rest + row.get("body", "")).encode("utf-8", "surrogatepass")).digest()


def _place_terms(place: PlaceRef, names: Mapping[str, Sequence[str]]) -> set[str]:
    """All by which a place, or what holds it, may be asked for."""
    found = _terms(place.place_id, [place.text, place.name, *names.get(place.place_id or "", ())])
    for holder in place.within:
        found |= _terms(holder, list(names.get(holder, ())))
    return found


def _terms(id: str | None, names: Sequence[str]) -> set[str]:
    folded = {f" {fold(name)} " for name in names if fold(name)}
    return folded | ({id} if id else set())
