"""Questions behind the pages of actors, places and outlets: who is named, who speaks, who repeats whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Engine, Row, Select, and_, func, or_, select

from vigil.store import tables
from vigil.store.asked import Count
from vigil.store.index import NEVER, OPEN_AFTER, OPEN_BEFORE
from vigil.store.order import LAST_UP
from vigil.store.queries import iso

_TAGS, _CARDS, _SAID = tables.tags.c, tables.cards.c, tables.mentions.c
_DOCUMENTS = tables.documents.c
#: An outlet as filters name it: where a document does not say, its own address.
OUTLET: Any = func.coalesce(func.nullif(_DOCUMENTS.outlet, ""), _DOCUMENTS.key)


@dataclass(frozen=True, slots=True)
class Naming:
    """Words by which an actor goes somewhere, and how often."""

    text: str
    outlet: str
    key: str
    slant: bool
    times: int


@dataclass(frozen=True, slots=True)
class OutletRow:
    """An outlet and how much it put out. ``copies``: its documents that copy another one's."""

    name: str
    documents: int
    copies: int
    claims: int
    first: str
    last: str


class PageQuery:
    """Cheap to make; holds no connection between calls."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    def values(
        self,
        roles: tuple[str, ...],
        limit: int | None = None,
        after: tuple[int, str] | None = None,
        *,
        identified: bool = False,
    ) -> list[Count]:
        """Values of tags with any of the roles by how many events carry them, most first; ``after`` (events, value).

        All of them without a limit; with ``identified`` only ids, no folded words."""
        number = func.count(_TAGS.n.distinct())
        query = select(_TAGS.value, func.min(_TAGS.label).label("label"), number.label("events"))
        query = query.where(*_of(roles, identified)).group_by(_TAGS.value)
        if after is not None:
            query = query.having(or_(number < after[0], and_(number == after[0], _TAGS.value > after[1])))
        rows = self._all(query.order_by(number.desc(), _TAGS.value).limit(limit))
        return [Count(r.value, r.label, int(r.events)) for r in rows]

    def number(self, roles: tuple[str, ...], *, identified: bool = False) -> int:
        """How many values there are, as in ``values``."""
        query = select(func.count(_TAGS.value.distinct())).where(*_of(roles, identified))
        return int(self._all(query)[0][0])

    def spellings(self, role: str) -> dict[str, list[str]]:
        """Folded names by value: of each "actor" or "place" as events spell it and packs know it."""
        columns = tables.names.c
        query = select(columns.key, columns.term).where(columns.role == role).order_by(columns.key, columns.term)
        found: dict[str, list[str]] = {}
        for row in self._all(query):
            if row.term != row.key:  # a value is a term of its own
                found.setdefault(row.key, []).append(row.term.strip())
        return found

    def label(self, roles: tuple[str, ...], value: str) -> str | None:
        """A value's name for people; None for one that no event carries."""
        query = select(func.min(_TAGS.label)).where(_TAGS.role.in_(roles), _TAGS.value == value)
        found: str | None = self._all(query)[0][0]
        return found

    def carried(self, role: str, value: str, *, disputed: bool = False) -> int:
        """How many events carry a value."""
        query = select(func.count()).select_from(tables.tags).where(_TAGS.role == role, _TAGS.value == value)
        if disputed:
            query = query.join(tables.cards, _CARDS.n == _TAGS.n).where(_CARDS.disputed == 1)
        return int(self._all(query)[0][0])

    def newest(self, role: str, value: str, limit: int, without: tuple[tuple[str, str], ...] = ()) -> list[str]:
        """Summaries (JSON) of the newest events that carry a value; ``without`` as in a filter."""
        query = select(tables.events.c.summary).join(tables.cards, _CARDS.event == tables.events.c.id)
        query = query.join(tables.tags, _TAGS.n == _CARDS.n).where(_TAGS.role == role, _TAGS.value == value)
        for status, kind in without:
            query = query.where(~and_(_CARDS.status == status, _CARDS.type == kind))
        rows = self._all(query.order_by(_CARDS.up == LAST_UP, _CARDS.n.desc()).limit(limit))
        return [row.summary for row in rows]

    def span(self, role: str, value: str) -> tuple[str | None, str | None]:
        """The first and last day of the events that carry a value."""
        begins = func.min(_CARDS.begins).filter(_CARDS.begins.not_in((OPEN_BEFORE, NEVER)))
        ends = func.max(_CARDS.ends).filter(_CARDS.ends.not_in((OPEN_AFTER, -1)))
        query = select(begins.label("first"), ends.label("last")).join(tables.tags, _TAGS.n == _CARDS.n)
        row: Row[Any] = self._all(query.where(_TAGS.role == role, _TAGS.value == value))[0]
        return iso(row.first), iso(row.last)

    def words(self, key: str, limit: int, relation: str = "") -> tuple[list[str], int]:
        """Ids of the claims that an actor is a source of, newest article first, and how many there are in all."""
        mentioned = select(_SAID.claim).where(_SAID.key == key, _SAID.role == "source").distinct()
        if relation:
            evidence = tables.evidence.c
            mentioned = mentioned.where(_SAID.claim.in_(select(evidence.claim).where(evidence.relation == relation)))
        picked = mentioned.add_columns(_SAID.doc).subquery()
        query = select(picked.c.claim).join(tables.documents, _DOCUMENTS.id == picked.c.doc)
        rows = self._all(query.order_by(_DOCUMENTS.moment.desc(), picked.c.claim).limit(limit))
        return [row.claim for row in rows], int(self._all(select(func.count()).select_from(picked))[0][0])

    def namings(self, *, key: str = "", outlet: str = "", slant: bool = False, limit: int = 50) -> list[Naming]:
        """By which words actors go, most frequent first: of one actor, in one outlet, or only a foe's or friend's."""
        number = func.count()
        query = select(_SAID.text, OUTLET.label("outlet"), _SAID.key, _SAID.slant, number.label("times"))
        query = query.join(tables.documents, _DOCUMENTS.id == _SAID.doc).where(_SAID.text != "")
        if key:
            query = query.where(_SAID.key == key)
        if outlet:
            query = query.where(outlet == OUTLET)
        if slant:
            query = query.where(_SAID.slant == 1)
        query = query.group_by(_SAID.text, OUTLET, _SAID.key, _SAID.slant)
        rows = self._all(query.order_by(number.desc(), _SAID.text, OUTLET).limit(limit))
        return [Naming(r.text, r.outlet, r.key, bool(r.slant), int(r.times)) for r in rows]

    def outlets(self, limit: int, after: tuple[int, str] | None = None) -> list[OutletRow]:
        """Outlets by how many documents they put out, most first; ``after`` (documents, name)."""
        number = func.count()
        query = select(OUTLET.label("name"), number.label("documents")).where(_DOCUMENTS.body != "").group_by(OUTLET)
        if after is not None:
            query = query.having(or_(number < after[0], and_(number == after[0], after[1] < OUTLET)))
        names = [r.name for r in self._all(query.order_by(number.desc(), OUTLET).limit(limit))]
        found = {row.name: row for row in self._outlets(names)}
        return [found[name] for name in names if name in found]

    def outlet(self, name: str) -> OutletRow | None:
        """One outlet."""
        return next(iter(self._outlets([name])), None)

    def _outlets(self, names: list[str]) -> list[OutletRow]:
        # Claims and copies are counted for the documents of these outlets only; each is an index lookup.
        readings, copies = tables.readings.alias(), tables.copies.c
        last = select(func.max(tables.readings.c.seq)).where(tables.readings.c.doc == _DOCUMENTS.id)
        told = func.nullif(_DOCUMENTS.moment, "")
        copied = func.count().filter(copies.origin.is_not(None), copies.origin != _DOCUMENTS.id)
        query = select(
            OUTLET.label("name"),
            func.count().label("documents"),
            copied.label("copies"),
            func.sum(readings.c.claims).label("claims"),
            func.coalesce(func.min(told), "").label("first"),
            func.coalesce(func.max(told), "").label("last"),
        )
        query = query.select_from(tables.documents).outerjoin(tables.copies, copies.doc == _DOCUMENTS.id)
        query = query.join(readings, readings.c.seq == last.correlate(tables.documents).scalar_subquery())
        query = query.where(_DOCUMENTS.body != "", _named(names)).group_by(OUTLET)
        return [
            OutletRow(r.name, int(r.documents), int(r.copies), int(r.claims or 0), r.first[:10], r.last[:10])
            for r in self._all(query)
        ]

    def number_of_outlets(self) -> int:
        """How many outlets there are."""
        return int(self._all(select(func.count(OUTLET.distinct())).where(_DOCUMENTS.body != ""))[0][0])

    def copied(self, outlet: str) -> tuple[list[Count], list[Count]]:
        """Whom an outlet's documents copy, and who copies them: outlets with the numbers of documents."""
        theirs, ours = tables.documents.alias("theirs"), tables.documents.alias("ours")
        own = func.coalesce(func.nullif(ours.c.outlet, ""), ours.c.key)
        other = func.coalesce(func.nullif(theirs.c.outlet, ""), theirs.c.key)
        copies = tables.copies.c
        found = []
        for mine, its in ((copies.doc, copies.origin), (copies.origin, copies.doc)):
            query = select(other.label("value"), func.count().label("events")).select_from(tables.copies)
            query = query.join(ours, ours.c.id == mine).join(theirs, theirs.c.id == its)
            query = query.where(copies.doc != copies.origin, own == outlet).group_by(other)
            rows = self._all(query.order_by(func.count().desc(), other).limit(50))
            found.append([Count(r.value, r.value, int(r.events)) for r in rows])
        return found[0], found[1]

    def articles(self, outlet: str, limit: int) -> list[str]:
        """Ids of an outlet's newest documents."""
        query = select(_DOCUMENTS.id).where(_DOCUMENTS.body != "", _named([outlet]))
        return [
            row.id for row in self._all(query.order_by(_DOCUMENTS.moment.desc(), _DOCUMENTS.seq.desc()).limit(limit))
        ]

    def alone(self, outlet: str) -> int:
        """How many events only this outlet carries."""
        others = tables.tags.alias()
        other = select(others.c.n).where(others.c.role == "outlet", others.c.n == _TAGS.n, others.c.value != outlet)
        query = select(func.count()).select_from(tables.tags)
        query = query.where(_TAGS.role == "outlet", _TAGS.value == outlet, ~other.correlate(tables.tags).exists())
        return int(self._all(query)[0][0])

    def disputed_of(self, outlet: str, limit: int) -> list[tuple[str, str]]:
        """(summary, body) of the newest events in dispute that an outlet carries."""
        events = tables.events.c
        query = select(events.summary, events.body).join(tables.cards, _CARDS.event == events.id)
        query = query.join(tables.tags, _TAGS.n == _CARDS.n)
        query = query.where(_TAGS.role == "outlet", _TAGS.value == outlet, _CARDS.disputed == 1)
        rows = self._all(query.order_by(_CARDS.up == LAST_UP, _CARDS.n.desc()).limit(limit))
        return [(row.summary, row.body) for row in rows]

    def _all(self, query: Select[*tuple[Any, ...]]) -> list[Row[Any]]:
        with self.engine.connect() as connection:
            return list(connection.execute(query))


def _of(roles: tuple[str, ...], identified: bool) -> list[ColumnElement[bool]]:
    """Tags with any of the roles; only ids, as ``index.is_actor_id`` knows them, where ``identified``."""
    return [_TAGS.role.in_(roles), *([_TAGS.value.contains("/")] if identified else [])]


def _named(names: list[str]) -> ColumnElement[bool]:
    """Documents of some outlets: by the index on outlets, or by the address of one that names none."""
    return or_(_DOCUMENTS.outlet.in_(names), and_(_DOCUMENTS.outlet == "", _DOCUMENTS.key.in_(names)))
