"""Full-text search over documents and claims' sentences: FTS5 on SQLite, whole words by pattern on PostgreSQL."""

from __future__ import annotations

import re
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, or_, select, text

from vigil.store import tables
from vigil.store.answers import Hit
from vigil.store.words import fts_query, phrases, word_pattern

#: Characters of text on either side of a word found by its pattern.
_AROUND = 60
# bm25 weighs a word in the title ten times one in the text: a headline says what the story is about.
_FTS = """
SELECT words.rowid AS seq, bm25(words, 10.0, 1.0) AS rank, snippet(words, -1, '[', ']', '…', 16) AS snippet,
       documents.id AS document, claims.id AS claim, claims.doc AS doc
FROM words
LEFT JOIN documents ON documents.seq = words.rowid
LEFT JOIN claims ON claims.seq = words.rowid
WHERE words MATCH :query ORDER BY rank, words.rowid LIMIT :limit
"""


def search(connection: Connection, query: str, limit: int) -> list[Hit]:
    """Hits that hold every word of the query, best first; "words in quotes" stand together. No words, no hits.

    The query is only ever text: its signs and operators mean nothing to the index.
    """
    if not phrases(query):
        return []
    if connection.dialect.name == "sqlite":
        return _by_index(connection, query, limit)
    return _by_pattern(connection, phrases(query), limit)


def _by_index(connection: Connection, query: str, limit: int) -> list[Hit]:
    rows = connection.execute(text(_FTS), {"query": fts_query(query), "limit": limit})
    return [
        Hit("document", row.document, row.document, row.snippet, row.rank)
        if row.document
        else Hit("claim", row.claim, row.doc, row.snippet, row.rank)
        for row in rows
    ]


def _by_pattern(connection: Connection, parts: list[str], limit: int) -> list[Hit]:
    documents, claims = tables.documents.c, tables.claims.c
    last = (
        select(tables.readings.c.seq).where(tables.readings.c.doc == claims.doc).order_by(tables.readings.c.seq.desc())
    )
    of_documents = select(documents.id, documents.title, documents.text).where(
        _all_parts(parts, documents.title, documents.text)
    )
    of_claims = select(claims.id, claims.doc, claims.sentence).where(
        _all_parts(parts, claims.sentence), claims.reading == last.limit(1).correlate(tables.claims).scalar_subquery()
    )
    hits = [
        Hit("document", row.id, row.id, _snippet(f"{row.title}\n{row.text}", parts[0]), 0.0)
        for row in connection.execute(of_documents.order_by(documents.seq).limit(limit))
    ]
    hits += [
        Hit("claim", row.id, row.doc, _snippet(row.sentence, parts[0]), 1.0)
        for row in connection.execute(of_claims.order_by(claims.seq).limit(limit))
    ]
    return hits[:limit]


def _all_parts(parts: list[str], *columns: ColumnElement[Any]) -> ColumnElement[bool]:
    patterns = [word_pattern(part) for part in parts]
    return and_(*(or_(*(column.regexp_match(pattern, flags="i") for column in columns)) for pattern in patterns))


def _snippet(words: str, part: str) -> str:
    found = re.search(word_pattern(part, r"\b", r"\b"), words, re.IGNORECASE)
    if found is None:
        return words[: 2 * _AROUND]
    at, end = found.span()
    return f"{words[max(0, at - _AROUND) : at]}[{words[at:end]}]{words[end : end + _AROUND]}"
