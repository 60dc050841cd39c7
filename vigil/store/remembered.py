"""What the last fusion of the whole record knew, kept so that one more article is joined without reading the rest.

``keep`` writes all of it anew, ``add`` what one more article brings, and ``Remembered`` reads: every question is answered
from an index, and what it takes does not grow with the record. What the lines say is for fusion to know.
"""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, Protocol

import numpy as np
from sqlalchemy import BindParameter, Connection, Table, bindparam, delete, insert, select, text, update

from vigil.model.claim import Claim
from vigil.model.event import Event
from vigil.model.text import Document
from vigil.store import tables
from vigil.store.view import document_of, read_body

_BATCH = 10_000
_AT_ONCE = 500
_SOME: BindParameter[Any] = bindparam("some", expanding=True)
Row = dict[str, Any]


class FiledClaim(Protocol):
    """A claim to be remembered."""

    @property
    def claim(self) -> str: ...
    @property
    def doc(self) -> str: ...
    @property
    def line(self) -> str: ...
    @property
    def voice(self) -> str: ...
    @property
    def telling(self) -> str: ...
    @property
    def silent(self) -> bool: ...
    @property
    def postings(self) -> Collection[tuple[int, int]]: ...


class FiledArticle(Protocol):
    """An article to be remembered."""

    @property
    def doc(self) -> str: ...
    @property
    def words(self) -> str: ...
    @property
    def day(self) -> int: ...
    @property
    def withdrawn(self) -> bool: ...
    @property
    def postings(self) -> Collection[tuple[int, int]]: ...


class Filed(Protocol):
    """All that a fusion of the whole knew."""

    def words(self) -> Iterable[tuple[str, int, int]]: ...
    def filed_claims(self) -> Iterable[FiledClaim]: ...
    def filed_articles(self) -> Iterable[FiledArticle]: ...


# A claim read again has a row for each reading; the last one of its document stands.
_STANDING = (
    "SELECT c.id, c.seq FROM claims c WHERE c.body <> '' "
    "AND c.reading = (SELECT max(r.seq) FROM readings r WHERE r.doc = c.doc)"
)


def keep(connection: Connection, filed: Filed, addresses: Mapping[str, str]) -> None:
    """Write all of it; the tables must be empty. ``addresses``: document id -> the address that its versions share."""
    articles = {row.id: row.seq for row in connection.execute(select(tables.documents.c.id, tables.documents.c.seq))}
    claims = {row.id: row.seq for row in connection.execute(text(_STANDING))}
    postings = array("q")
    words = ({"word": word, "claims": told, "articles": led} for word, told, led in filed.words())
    _insert(connection, tables.fusion_words, words)
    _insert(connection, tables.fusion_claims, _claim_rows(filed.filed_claims(), claims, postings))
    _insert(connection, tables.fusion_articles, _article_rows(filed.filed_articles(), articles, addresses, postings))
    table = np.frombuffer(postings, dtype=np.int64).reshape(-1, 3)
    # In the order of the key: a row then goes where the one before it went.
    order = np.lexsort((table[:, 2], table[:, 1], table[:, 0]))
    batches = (table[order[at : at + _BATCH]].tolist() for at in range(0, len(table), _BATCH))
    _insert(connection, tables.fusion_postings, (_posting(row) for batch in batches for row in batch))


def _posting(row: Sequence[int]) -> Row:
    return {"key": row[0], "at": row[1], "number": row[2]}


def _claim_rows(found: Iterable[FiledClaim], numbers: Mapping[str, int], postings: array[int]) -> Iterator[Row]:
    for one in found:
        number = numbers[one.claim]
        for key, at in one.postings:
            postings.extend((key, at, number))
        yield {
            "number": number,
            "doc": one.doc,
            "line": one.line,
            "voice": one.voice,
            "telling": one.telling,
            "silent": one.silent,
        }


def _article_rows(
    found: Iterable[FiledArticle], numbers: Mapping[str, int], addresses: Mapping[str, str], postings: array[int]
) -> Iterator[Row]:
    for one in found:
        number = numbers[one.doc]
        for key, at in one.postings:
            postings.extend((key, at, number))
        yield {
            "number": number,
            "doc": one.doc,
            "address": addresses[one.doc],
            "words": one.words,
            "day": one.day,
            "withdrawn": one.withdrawn,
        }


def _insert(connection: Connection, table: Table, rows: Iterable[Row]) -> None:
    batch: list[Row] = []
    for row in rows:
        batch.append(row)
        if len(batch) == _BATCH:
            connection.execute(insert(table), batch)
            batch = []
    if batch:
        connection.execute(insert(table), batch)


def add(
    connection: Connection,
    article: FiledArticle,
    address: str,
    claims: Iterable[FiledClaim],
    told: Mapping[str, str],
    gone: Collection[str],
) -> None:
    """Write what one more article brings. ``told``: older claim -> the telling that it is of now; ``gone``: ids of documents
    that are passed over from now on."""
    for table in (tables.fusion_claims, tables.fusion_articles):
        # What they were filed under stays, and leads nowhere.
        connection.execute(delete(table).where(table.c.doc.in_({*gone, article.doc})))
    reader = Remembered(connection)
    found = list(claims)
    ids = [one.claim for one in found]
    numbers = dict(zip(ids, reader.standing(ids), strict=True))
    seq = connection.execute(select(tables.documents.c.seq).where(tables.documents.c.id == article.doc)).scalar_one()
    postings = array("q")
    _insert(connection, tables.fusion_claims, _claim_rows(found, numbers, postings))
    one_article = _article_rows([article], {article.doc: seq}, {article.doc: address}, postings)
    _insert(connection, tables.fusion_articles, one_article)
    statement = text("INSERT INTO fusion_postings (key, at, number) VALUES (:key, :at, :number) ON CONFLICT DO NOTHING")
    rows = [_posting(postings[at : at + 3]) for at in range(0, len(postings), 3)]
    if rows:
        connection.execute(statement, rows)
    columns = tables.fusion_claims.c
    of_claim = (
        update(tables.fusion_claims).where(columns.number == bindparam("which")).values(telling=bindparam("name"))
    )
    again = [
        {"which": number, "name": told[id_]} for id_, number in zip(told, reader.standing(list(told)), strict=True)
    ]
    if again:
        connection.execute(of_claim, again)


class Remembered:
    """Answers over one connection."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        sqlite = connection.dialect.name == "sqlite"
        self._driver: Any = connection.connection.driver_connection if sqlite else None

    def seen(self, words: Collection[str]) -> dict[str, tuple[int, int]]:
        """In how many claims and articles each word is; words in none are left out."""
        columns = tables.fusion_words.c
        query = select(columns.word, columns.claims, columns.articles).where(columns.word.in_(_SOME))
        return {row[0]: (row[1], row[2]) for row in self._each(query, words)}

    def found(self, seeks: Iterable[tuple[int, int, int, int, int]]) -> list[list[int]]:
        """For each (key, low, at, high, most) the numbers filed there from ``low`` to ``high``, in order: up to ``most``
        before ``at`` and as many from it on."""
        found = []
        for key, low, at, high, most in seeks:
            before = self._filed(_BEFORE, key=key, low=low, at=at, most=most) if at > low else []
            found.append([*reversed(before), *self._filed(_FROM, key=key, at=at, high=high, most=most)])
        return found

    def _filed(self, query: str, **values: int) -> list[int]:
        if self._driver is None:
            return list(self.connection.execute(text(query), values).scalars())
        # Some two hundred seeks an article, of microseconds each: asked of the driver itself, a tenth of a statement's time.
        return [row[0] for row in self._driver.execute(query, values)]

    def articles(self, numbers: Collection[int]) -> list[tuple[int, str, str, int, bool]]:
        """Number, document id, words, day and whether it was withdrawn, of some articles."""
        return self._articles(tables.fusion_articles.c.number, numbers)

    def articles_of(self, docs: Collection[str]) -> list[tuple[int, str, str, int, bool]]:
        """The same by document ids."""
        return self._articles(tables.fusion_articles.c.doc, docs)

    def _articles(self, column: Any, some: Collection[Any]) -> list[tuple[int, str, str, int, bool]]:
        query = select(tables.fusion_articles).where(column.in_(_SOME))
        return [(r.number, r.doc, r.words, r.day, bool(r.withdrawn)) for r in self._each(query, some)]

    def documents(self, ids: Collection[str]) -> dict[str, Document]:
        """Whole articles by id; those taken down are left out."""
        columns = tables.documents.c
        query = select(tables.documents).where(columns.id.in_(_SOME), columns.body != "")
        return {row.id: document_of(row) for row in self._each(query, ids)}

    def origins(self, ids: Collection[str]) -> dict[str, str]:
        """The first text behind each of some articles."""
        columns = tables.copies.c
        query = select(columns.doc, columns.origin).where(columns.doc.in_(_SOME))
        return {row.doc: row.origin for row in self._each(query, ids)}

    def rows(self, numbers: Collection[int]) -> list[tuple[int, str, str, str, str, bool]]:
        """Number, claim id, line, voice, telling and whether it is silent, of some claims."""
        columns, claims = tables.fusion_claims.c, tables.claims.c
        query = select(columns.number, claims.id, columns.line, columns.voice, columns.telling, columns.silent)
        query = query.join(tables.claims, claims.seq == columns.number)
        query = query.where(columns.number.in_(_SOME))
        return [(r[0], r[1], r[2], r[3], r[4], bool(r[5])) for r in self._each(query, numbers)]

    def claims(self, numbers: Collection[int]) -> dict[int, Claim]:
        """The claims as they were read."""
        columns = tables.claims.c
        query = select(columns.seq, columns.body).where(columns.seq.in_(_SOME), columns.body != "")
        return {row.seq: read_body(Claim, row.body) for row in self._each(query, numbers)}

    def told_in(self, docs: Collection[str]) -> list[int]:
        """The numbers of the claims of some documents."""
        return self._numbers(tables.fusion_claims.c.doc, docs)

    def told_as(self, tellings: Collection[str]) -> list[int]:
        """The numbers of the claims of some tellings."""
        return self._numbers(tables.fusion_claims.c.telling, tellings)

    def _numbers(self, column: Any, some: Collection[str]) -> list[int]:
        query = select(tables.fusion_claims.c.number).where(column.in_(_SOME))
        return [row[0] for row in self._each(query, some)]

    def numbers(self, claims: Collection[str]) -> list[int]:
        """The numbers of some claims."""
        columns, own = tables.claims.c, tables.fusion_claims.c
        query = select(own.number).join(tables.claims, columns.seq == own.number)
        return [row[0] for row in self._each(query.where(columns.id.in_(_SOME)), claims)]

    def standing(self, claims: Sequence[str]) -> list[int]:
        """The ledger entry of each claim of a last reading, in their order. Raises KeyError for any other."""
        query = text(f"{_STANDING} AND c.id IN :some").bindparams(_SOME)
        known = {row[0]: row[1] for row in self._each(query, claims)}
        return [known[id_] for id_ in claims]

    def at(self, addresses: Collection[str]) -> list[str]:
        """Ids of the articles that are remembered under some addresses."""
        columns = tables.fusion_articles.c
        query = select(columns.doc).where(columns.address.in_(_SOME))
        return [row[0] for row in self._each(query, addresses)]

    def claims_of(self, doc: str) -> list[Claim]:
        """The claims of a document's last reading."""
        query = text(
            "SELECT c.body FROM claims c WHERE c.doc = :doc AND c.body <> '' "
            "AND c.reading = (SELECT max(r.seq) FROM readings r WHERE r.doc = :doc) ORDER BY c.seq"
        )
        return [read_body(Claim, row.body) for row in self.connection.execute(query, {"doc": doc})]

    def last_of(self, docs: Collection[str]) -> str:
        """The last of some versions of one article: by the time they give themselves, then as they came in."""
        columns = tables.documents.c
        query = select(columns.moment, columns.seq, columns.id).where(columns.id.in_(_SOME), columns.body != "")
        return max(((row.moment, row.seq, row.id) for row in self._each(query, docs)), default=("", 0, ""))[2]

    def since(self, seq: int) -> list[tuple[int, str, str]]:
        """Number, kind and thing of each entry of the ledger after one."""
        columns = tables.ledger.c
        query = select(columns.seq, columns.kind, columns.ref).where(columns.seq > seq).order_by(columns.seq)
        return [(row.seq, row.kind, row.ref) for row in self.connection.execute(query)]

    def events_of(self, claims: Collection[str]) -> list[Event]:
        """The events that some claims bear on, by id."""
        columns, events = tables.evidence.c, tables.events.c
        query = select(columns.event).where(columns.claim.in_(_SOME))
        ids = {row[0] for row in self._each(query, claims)}
        return self._events(select(events.body).where(events.id.in_(_SOME)), ids)

    def parts_of(self, events: Collection[str]) -> list[Event]:
        """The events that are a part of some."""
        cards, columns = tables.cards.c, tables.events.c
        query = select(columns.body).join(tables.cards, cards.event == columns.id)
        return self._events(query.where(cards.part_of.in_(_SOME)), set(events) - {""})

    def around(self, places: Collection[str], first: str, last: str) -> list[Event]:
        """Events of some places between two days (ISO), both included."""
        columns = tables.events.c
        query = select(columns.body).where(columns.place_id.in_(_SOME))
        return self._events(query.where(columns.first_day <= last, columns.last_day >= first), places)

    def _events(self, query: Any, some: Collection[str]) -> list[Event]:
        return sorted((read_body(Event, row.body) for row in self._each(query, some)), key=lambda event: event.id)

    def _each(self, query: Any, some: Collection[Any]) -> Iterator[Any]:
        every = sorted(set(some))
        for start in range(0, len(every), _AT_ONCE):
            yield from self.connection.execute(query, {"some": every[start : start + _AT_ONCE]})


_BEFORE = (
    "SELECT number FROM fusion_postings WHERE key = :key AND at >= :low AND at < :at "
    "ORDER BY at DESC, number DESC LIMIT :most"
)
_FROM = (
    "SELECT number FROM fusion_postings WHERE key = :key AND at >= :at AND at <= :high ORDER BY at, number LIMIT :most"
)
