"""The ledger: an append-only hash chain over every document, reading, claim, decision and change of
accounts, and the proof of it.

Each entry commits to the one before: digest(n) = SHA-256(digest(n-1) + canonical JSON of entry n), as in certificate
transparency's and git's chains (linear, no tree: a record is checked whole). An entry holds the SHA-256 of the thing's
canonical JSON, not the thing, so that a takedown can remove words and leave the chain and its tombstone whole.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, select

from vigil.model.codec import to_plain
from vigil.model.text import Document
from vigil.store import tables
from vigil.store.answers import Problem

GENESIS = "0" * 64
_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
_BODIES = {
    "claim": tables.claims,
    "decision": tables.decisions,
    "retraction": tables.retractions,
    "account": tables.account_changes,
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the ledger, without the digest that seals it."""

    seq: int
    kind: str
    ref: str
    content: str
    note: str = ""

    def seal(self, before: str) -> str:
        """This entry's digest (hex), given the one before it."""
        plain = {"content": self.content, "kind": self.kind, "note": self.note, "ref": self.ref, "seq": self.seq}
        return sha256(before + canonical(plain))


@dataclass(frozen=True, slots=True)
class Head:
    """Where the chain ends."""

    seq: int = 0
    digest: str = GENESIS


def canonical(plain: Any) -> str:
    """JSON with sorted keys and no blanks: one text for one value."""
    return _ENCODER.encode(plain)


def sha256(text: str) -> str:
    """SHA-256 in hex of a text's UTF-8 bytes (lone surrogates, which broken pages hold, included)."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def document_parts(document: Document) -> tuple[str, str]:
    """A document's body (canonical JSON of all but title and text) and the content digest of the whole."""
    body = canonical(to_plain(replace(document, text="", title="")))
    return body, document_content(document.title, document.text, body)


def document_content(title: str, text: str, body: str) -> str:
    """The content digest of a stored document."""
    return sha256(canonical([body, sha256(text), title]))


def reading_content(doc: str, stages: str, state: str, claims: int) -> str:
    """The content digest of a reading."""
    return sha256(canonical([doc, stages, state, claims]))


def head(connection: Connection) -> Head:
    """The last entry, or the genesis."""
    row = connection.execute(
        select(tables.ledger.c.seq, tables.ledger.c.digest).order_by(tables.ledger.c.seq.desc()).limit(1)
    ).first()
    return Head(row.seq, row.digest) if row else Head()


def verify(connection: Connection, *, noted: str = "") -> list[Problem]:
    """All that does not hold: the chain, each row against its entry, and that nothing is lost.

    ``noted`` is a head digest that was written down earlier, outside the record; with it the cutting off of the ledger's
    end is found even when the record's own note of its head was changed with it.
    """
    problems: list[Problem] = []
    contents, tombs = _check_chain(connection, noted, problems)
    for kind, ref, seq, content, blank in _rows(connection):
        entry = contents.pop(seq, None)
        if entry is None or entry[:2] != (kind, ref):
            problems.append(Problem("row", ref, f"{kind} {ref} is not in the ledger: it was added by other hands"))
        elif blank and ref not in tombs:
            problems.append(Problem("row", ref, f"{kind} {ref} is blank without a tombstone: its words were removed"))
        elif not blank and entry[2] != content:
            problems.append(Problem("row", ref, f"{kind} {ref} differs from what the ledger sealed: it was altered"))
    problems += [
        Problem("row", ref, f"{kind} {ref} is in the ledger, its row is lost") for kind, ref, _ in contents.values()
    ]
    problems += _check_counts(connection)
    return problems


def _check_chain(
    connection: Connection, noted: str, problems: list[Problem]
) -> tuple[dict[int, tuple[str, str, str]], set[str]]:
    contents: dict[int, tuple[str, str, str]] = {}
    tombs: set[str] = set()
    last, met = Head(), not noted
    query = select(tables.ledger).order_by(tables.ledger.c.seq).execution_options(yield_per=2000)
    for row in connection.execute(query):
        entry = Entry(row.seq, row.kind, row.ref, row.content, row.note)
        if row.seq != last.seq + 1:
            problems.append(Problem("chain", str(row.seq), f"entries {last.seq + 1} to {row.seq - 1} are missing"))
        if entry.seal(last.digest) != row.digest:
            problems.append(Problem("chain", str(row.seq), f"entry {row.seq} ({row.kind} {row.ref}) breaks the chain"))
        last = Head(row.seq, row.digest)
        met = met or row.digest == noted
        if row.kind == "tombstone":
            tombs.add(row.ref)
        else:
            contents[row.seq] = (row.kind, row.ref, row.content)
    own = connection.execute(select(tables.meta.c.value).where(tables.meta.c.name == "head")).scalar()
    if (own or f"0 {GENESIS}") != f"{last.seq} {last.digest}":
        problems.append(Problem("chain", str(last.seq), "the ledger does not end where the record notes its head"))
    if not met:
        problems.append(Problem("chain", noted, "the head that was noted is not in the ledger: entries were replaced"))
    return contents, tombs


def _rows(connection: Connection) -> Iterator[tuple[str, str, int, str, bool]]:
    """(kind, ref, seq, content digest of the row as it stands, blank) of every kept row."""
    stream = {"yield_per": 500}
    for row in connection.execute(select(tables.documents).execution_options(**stream)):
        yield "document", row.id, row.seq, document_content(row.title, row.text, row.body), not row.body
    for row in connection.execute(select(tables.readings).execution_options(**stream)):
        yield "reading", row.doc, row.seq, reading_content(row.doc, row.stages, row.state, row.claims), False
    for kind, table in _BODIES.items():
        ref = table.c.decision if kind == "retraction" else table.c.id
        query = select(table.c.seq, ref.label("ref"), table.c.body).execution_options(**stream)
        for row in connection.execute(query):
            yield kind, row.ref, row.seq, sha256(row.body), not row.body


def _check_counts(connection: Connection) -> list[Problem]:
    """A reading says how many claims came of it: none may be missing or added."""
    found = Counter(connection.execute(select(tables.claims.c.reading)).scalars())
    said = {row.seq: (row.doc, row.claims) for row in connection.execute(select(tables.readings))}
    return [
        Problem("row", doc, f"document {doc} has {found.get(seq, 0)} of the {count} claims that were read in it")
        for seq, (doc, count) in said.items()
        if found.get(seq, 0) != count
    ]
