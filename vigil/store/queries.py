"""Questions over the events, answered by the database from their index: one filter, and pages, points, counts and series.

``chosen.py`` answers the most frequent of them from memory; here they are asked of records that are too large for that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import numpy as np
from sqlalchemy import (
    ColumnElement,
    Connection,
    Engine,
    Row,
    Select,
    and_,
    exists,
    false,
    func,
    literal_column,
    or_,
    select,
    text,
    true,
)

from vigil.store import tables
from vigil.store.asked import Bbox, Bin, Carried, Count, Counted, EventFilter, Page, Points
from vigil.store.dots import Dots
from vigil.store.index import DOUBTFUL, NEVER, OPEN_AFTER, OPEN_BEFORE
from vigil.store.order import LAST_UP
from vigil.store.words import fold, fts_query, phrases, word_pattern

_CARDS = tables.cards.c
_TAGS = tables.tags.c
_MOST_VALUES = 500


#: Orders of lists. Cards are numbered in the order of days, so that a number is all that sorting looks at.
SORTS = ("day", "-day", "witnesses")


class EventQuery:
    """Cheap to make; holds no connection between calls. ``shown`` makes of points, set with commas, what is shown."""

    def __init__(self, engine: Engine, shown: Callable[[bytes], bytes] | None = None) -> None:
        self.engine, self._shown = engine, shown
        self._sqlite = engine.dialect.name == "sqlite"

    def page(self, chosen: EventFilter, *, sort: str, limit: int, after: tuple[str | int, ...] | None = None) -> Page:
        """One page of summaries, in one of SORTS. ``after`` is the ``last`` of the page before: day, event, witnesses."""
        undated = (_CARDS.up == LAST_UP).label("undated")
        number, events = _CARDS.witnesses.label("witnesses"), tables.events.c
        with self.engine.connect() as connection:
            # Named twice below, so the database looks through the cards once and keeps what it found.
            kept = select(_CARDS.n, undated, number).where(*self.conditions(chosen)).cte("picked")
            picked: Any = kept.c
            total = select(func.count()).select_from(kept).scalar_subquery()
            query: Select[Any] = select(picked.n, total.label("total")).order_by(*_order(picked, sort)).limit(limit + 1)
            if after is not None:
                query = query.where(self._beyond(connection, picked, sort, after))
            rows = connection.execute(query).all()
            count = rows[0].total if rows else connection.execute(select(total)).scalar_one()
            shown = [row.n for row in rows[:limit]]
            whole: Select[Any] = select(_CARDS.n, _CARDS.up, _CARDS.event, _CARDS.witnesses, events.summary)
            whole = whole.join(tables.events, events.id == _CARDS.event).where(_CARDS.n.in_(shown))
            found = {row.n: row for row in connection.execute(whole)}
        end = found[shown[-1]] if len(rows) > limit else None
        last = (end.up, end.event, end.witnesses) if end else None
        return Page([found[n].summary.encode() for n in shown], int(count), last)

    def _beyond(
        self, connection: Connection, picked: Any, sort: str, after: tuple[str | int, ...]
    ) -> ColumnElement[bool]:
        """What comes after an event, which may have gone since: by its day and id, not by its number of that time."""
        day, event, witnesses = after
        before = or_(_CARDS.up < day, and_(_CARDS.up == day, _CARDS.event <= event))
        upto = connection.execute(select(func.coalesce(func.max(_CARDS.n), -1)).where(before)).scalar_one()
        if sort == "day":
            return picked.n > upto  # type: ignore[no-any-return]
        same = exists().where(_CARDS.event == event, _CARDS.n == upto)
        below = upto if connection.execute(select(same)).scalar_one() else upto + 1
        if sort == "witnesses":
            return or_(picked.witnesses < witnesses, and_(picked.witnesses == witnesses, picked.n < below))
        if day == LAST_UP:
            return and_(picked.undated, picked.n < below)
        return or_(picked.undated, picked.n < below)

    def count(self, chosen: EventFilter) -> int:
        """How many events."""
        query = select(func.count()).select_from(tables.cards).where(*self.conditions(chosen))
        with self.engine.connect() as connection:
            return int(connection.execute(query).scalar_one())

    def ids(self, chosen: EventFilter) -> list[str]:
        """The events' ids in the order of days."""
        query = select(_CARDS.event).where(*self.conditions(chosen)).order_by(_CARDS.up, _CARDS.event)
        return [row.event for row in self._all(query)]

    def points(self, chosen: EventFilter, limit: int) -> Points:
        """The first ``limit`` points, put together by the database: thirty thousand in some hundredths of a second."""
        unplaced, undated = _CARDS.lat.is_(None).label("unplaced"), (_CARDS.up == LAST_UP).label("undated")
        picked = select(_CARDS.n, unplaced, undated).where(*self.conditions(chosen)).cte("picked")
        columns = tables.points.c
        shown = select(columns.point).join(picked, picked.c.n == columns.n).order_by(columns.n).limit(limit).subquery()
        joined = func.group_concat if self._sqlite else func.string_agg
        query = select(
            func.count().label("total"),
            func.count().filter(picked.c.unplaced).label("unplaced"),
            func.count().filter(picked.c.undated).label("undated"),
            select(func.coalesce(joined(shown.c.point, ","), "")).scalar_subquery().label("rows"),
        ).select_from(picked)
        with self.engine.connect() as connection:
            row = connection.execute(query).one()
        total, rows = int(row.total), row.rows.encode()
        return Points(
            self._shown(rows) if self._shown and rows else rows,
            min(total, limit),
            total,
            int(row.unplaced),
            int(row.undated),
        )

    def dots(self, chosen: EventFilter, limit: int) -> Points:
        """The same by columns."""
        found = self.points(chosen, limit)
        carried = self.carried(chosen, ("dispute", "doubtful"), limit)
        disputes = sorted((int(n), some.value) for some in carried["dispute"] for n in some.at)
        doubtful = [int(n) for some in carried["doubtful"] for n in some.at]
        dots = Dots.made(found.rows, disputes, doubtful)
        return replace(found, rows=dots.json(np.arange(found.shown, dtype=np.int32)))

    def carried(self, chosen: EventFilter, roles: Sequence[str], limit: int) -> dict[str, list[Carried]]:
        """Which of the first ``limit`` points carry which values of some roles of ``tags``."""
        picked = select(_CARDS.n).where(*self.conditions(chosen)).order_by(_CARDS.n).limit(limit)
        tags = tables.tags.c
        query = select(tags.role, tags.value, tags.label, tags.n).where(tags.role.in_(roles), tags.n.in_(picked))
        with self.engine.connect() as connection:
            numbers = np.fromiter(connection.execute(picked).scalars(), np.int64)
            rows = connection.execute(query).all()
        found: dict[str, dict[str, tuple[list[str], list[int]]]] = {role: {} for role in roles}
        for role, value, label, n in rows:
            labels, at = found[role].setdefault(value, ([], []))
            labels.append(label)
            at.append(n)
        return {
            role: [
                Carried(value, min(labels), np.searchsorted(numbers, np.sort(np.array(at, np.int64))).astype(np.int32))
                for value, (labels, at) in sorted(some.items())
            ]
            for role, some in found.items()
        }

    def counted(self, chosen: EventFilter, roles: Iterable[str], most: int = 50) -> Counted:
        """``facet`` for several roles, ``days`` and ``count`` at once."""
        lists = {role: self.facet(chosen, role, most) for role in roles}
        return Counted(lists, self.days(chosen), self.count(chosen))

    def facet(self, chosen: EventFilter, role: str, most: int = 50) -> list[Count]:
        """The values that most events carry: ``role`` is type, status, or a role of ``tags``."""
        number = func.count().label("events")
        if role in ("type", "status"):
            value = _CARDS[role]
            query = select(value.label("value"), value.label("label"), number).where(*self.conditions(chosen))
            query = query.group_by(value).order_by(number.desc(), value)
        else:
            tags = tables.tags.c
            query = select(tags.value, func.min(tags.label).label("label"), number)
            query = query.where(tags.role == role)
            conditions = self.conditions(chosen)
            if conditions:
                query = query.where(tags.n.in_(select(_CARDS.n).where(*conditions)))
            query = query.group_by(tags.value).order_by(number.desc(), tags.value)
        return [Count(r.value, r.label, int(r.events)) for r in self._all(query.limit(most))]

    def days(self, chosen: EventFilter) -> list[tuple[str, int]]:
        """How many events begin on each day."""
        query = select(_CARDS.up.label("day"), func.count().label("events")).where(*self.conditions(chosen))
        query = query.where(_CARDS.up != LAST_UP).group_by(_CARDS.up).order_by(_CARDS.up)
        return [(row.day, int(row.events)) for row in self._all(query)]

    def series(self, chosen: EventFilter, by: str, of: str) -> list[Bin]:
        """Events, or one of ``index.TOLLS``, by day, week (Monday) or month of the first day on which they may have been.

        A toll sums what each event's claims range over; ``high`` is None as soon as one range is left open. A part of a
        wave is not added where the wave has a toll of its own, and people who are sheltering or who returned are not
        added to those who fled.
        """
        start = self._start(by)
        query = select(start.label("start"), func.count().label("events"))
        if of == "events":
            query = query.add_columns(
                func.count().label("low"), func.count().label("best"), func.count().label("high"), text("0 AS open")
            )
        else:
            low, best, high = (_CARDS[f"{of}_{side}"] for side in ("low", "best", "high"))
            query = query.where(*_own_toll(of)).add_columns(
                func.sum(func.coalesce(low, 0)).label("low"),
                func.sum(func.coalesce(best, low, 0)).label("best"),
                func.sum(func.coalesce(high, 0)).label("high"),
                func.count().filter(high.is_(None)).label("open"),
            )
        query = query.where(*self.conditions(chosen), _CARDS.up != LAST_UP).group_by(text("1")).order_by(text("1"))
        return [
            Bin(r.start, int(r.events), int(r.low), int(r.best), None if r.open else int(r.high))
            for r in self._all(query)
        ]

    def _start(self, by: str) -> ColumnElement[str]:
        if by == "month":
            return func.substr(_CARDS.up, 1, 7) + "-01"
        if by == "day":
            return func.substr(_CARDS.up, 1, 10)
        if self._sqlite:
            return func.date(_CARDS.up, "-6 days", "weekday 1")
        return literal_column("to_char(date_trunc('week', cards.up::date), 'YYYY-MM-DD')")

    def span(self) -> tuple[str | None, str | None]:
        """The first and the last day that an event touches."""
        begins = func.min(_CARDS.begins).filter(_CARDS.begins.not_in((OPEN_BEFORE, NEVER)))
        ends = func.max(_CARDS.ends).filter(_CARDS.ends.not_in((OPEN_AFTER, -1)))
        with self.engine.connect() as connection:
            row = connection.execute(select(begins.label("first"), ends.label("last"))).one()
        return iso(row.first), iso(row.last)

    def undated(self, chosen: EventFilter) -> int:
        """How many of the chosen events have no day."""
        query = select(func.count()).select_from(tables.cards).where(*self.conditions(chosen), _CARDS.up == LAST_UP)
        with self.engine.connect() as connection:
            return int(connection.execute(query).scalar_one())

    def of_kinds(self, kinds: Iterable[tuple[str, str]]) -> set[str]:
        """Ids of the events of some (status, type) pairs."""
        either = [and_(_CARDS.status == status, _CARDS.type == kind) for status, kind in kinds]
        return {row.event for row in self._all(select(_CARDS.event).where(or_(false(), *either)))}

    def tagged_ids(self) -> set[str]:
        """Every id or name of an actor or place that an event carries."""
        columns = tables.tags.c
        query = select(columns.value).distinct().where(columns.role.in_(("actor", "within")))
        return {row.value for row in self._all(query)}

    def parts(self, event: str, /) -> list[str]:
        """Summaries of the events that are part of one, in the order of days."""
        query = select(tables.events.c.summary).join(tables.cards, _CARDS.event == tables.events.c.id)
        return [row.summary for row in self._all(query.where(_CARDS.part_of == event).order_by(_CARDS.n))]

    def summaries(self, events: Iterable[str], /) -> dict[str, str]:
        """Summaries (JSON) by event id; unknown ids are left out."""
        columns = tables.events.c
        query = select(columns.id, columns.summary).where(columns.id.in_(sorted(set(events))))
        return {row.id: row.summary for row in self._all(query)}

    def doubtful(self, events: Iterable[str], /) -> set[str]:
        """Those of some events of which no claim was read with much confidence."""
        wanted = sorted(set(events))
        query = select(_CARDS.event).join(tables.tags, _TAGS.n == _CARDS.n).where(_TAGS.role == DOUBTFUL[0])
        # A statement takes some thousands of values; with more it is as quick to read all that are doubtful.
        query = query.where(_CARDS.event.in_(wanted)) if len(wanted) <= _MOST_VALUES else query
        return {row.event for row in self._all(query)} & set(wanted)

    def conditions(self, chosen: EventFilter) -> list[ColumnElement[bool]]:
        """A filter as conditions on ``cards``."""
        found: list[ColumnElement[bool]] = []
        if chosen.types:
            found.append(_CARDS.type.in_(chosen.types))
        if chosen.statuses:
            found.append(_CARDS.status.in_(chosen.statuses))
        found += [~and_(_CARDS.status == status, _CARDS.type == type_) for status, type_ in chosen.without]
        for tag, role, words in (
            ("actor", "actor", chosen.actors),
            ("side", "actor", chosen.sides),
            ("within", "place", chosen.places),
        ):
            if words:
                found.append(_tagged(tag, _keys(role, words)))
        for tag, values in (("source_kind", chosen.source_kinds), ("outlet", chosen.outlets)):
            if values:
                found.append(_tagged(tag, list(values)))
        if chosen.disputed:
            found.append(_CARDS.disputed == 1)
        if chosen.witnesses > 0:
            found.append(_CARDS.witnesses >= chosen.witnesses)
        found += _between(chosen.since, chosen.until)
        if chosen.bbox is not None:
            found.append(_inside(chosen.bbox))
        if phrases(chosen.words):
            found.append(self._spoken(chosen.words))
        return found

    def spoken(self, connection: Connection, words: str) -> list[int]:
        """Numbers of the events in which the words are told."""
        if self._sqlite:
            # By the driver itself: there may be thousands, and each is only a number.
            driver: Any = connection.connection.driver_connection
            query = "SELECT rowid FROM words_of_events WHERE words_of_events MATCH ?"
            return [n for (n,) in driver.execute(query, (fts_query(words),))]
        return list(connection.execute(select(_CARDS.n).where(self._spoken(words))).scalars())

    def _spoken(self, words: str) -> ColumnElement[bool]:
        if self._sqlite:
            query = text("SELECT rowid FROM words_of_events WHERE words_of_events MATCH :words_of_events")
            matched = query.bindparams(words_of_events=fts_query(words)).columns(rowid=tables.cards.c.n.type)
            return _CARDS.n.in_(select(matched.subquery().c.rowid))
        claims, evidence = tables.claims.c, tables.evidence.c
        told = select(evidence.event).join(tables.claims, claims.id == evidence.claim)
        return and_(
            true(),
            *(
                or_(
                    _CARDS.n.in_(
                        select(tables.points.c.n).where(tables.points.c.point.regexp_match(pattern, flags="i"))
                    ),
                    _CARDS.event.in_(told.where(claims.sentence.regexp_match(pattern, flags="i"))),
                )
                for pattern in map(word_pattern, phrases(words))
            ),
        )

    def _all(self, query: Select[*tuple[Any, ...]]) -> list[Row[Any]]:
        with self.engine.connect() as connection:
            return list(connection.execute(query))


def _order(picked: Any, sort: str) -> tuple[Any, ...]:
    if sort == "day":
        return (picked.n,)
    return (picked.undated if sort == "-day" else picked.witnesses.desc(), picked.n.desc())


def _tagged(role: str, values: Any) -> ColumnElement[bool]:
    tags = tables.tags.c
    return _CARDS.n.in_(select(tags.n).where(tags.role == role, tags.value.in_(values)))


def _keys(role: str, words: tuple[str, ...]) -> Select[Any]:
    """Values of tags that go by one of the words: an id, or whole words of a name."""
    columns = tables.names.c
    either: list[ColumnElement[bool]] = [columns.term.in_(words)]
    either += [columns.term.contains(f" {fold(one)} ", autoescape=True) for one in words if fold(one)]
    return select(columns.key).where(columns.role == role, or_(*either))


def _between(since: date | None, until: date | None) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if since is not None:
        found.append(_CARDS.ends >= since.toordinal())
    if until is not None:
        found.append(_CARDS.begins <= until.toordinal())
    return found


def iso(ordinal: int | None) -> str | None:
    """A day's ordinal as ISO."""
    return date.fromordinal(ordinal).isoformat() if ordinal else None


def _own_toll(of: str) -> list[ColumnElement[bool]]:
    low, best, high = (_CARDS[f"{of}_{side}"] for side in ("low", "best", "high"))
    wave = tables.cards.alias("wave")
    covers = or_(*(wave.c[f"{of}_{side}"].is_not(None) for side in ("low", "best", "high")))
    counted_in = exists().where(wave.c.event == _CARDS.part_of, covers)
    found: list[ColumnElement[bool]] = [or_(low.is_not(None), best.is_not(None), high.is_not(None)), ~counted_in]
    return [*found, _CARDS.mode.not_in(("sheltering", "returned"))] if of == "displaced" else found


def _inside(bbox: Bbox) -> ColumnElement[bool]:
    west, south, east, north = bbox
    across = _CARDS.lon.between(west, east) if west <= east else or_(_CARDS.lon >= west, _CARDS.lon <= east)
    return and_(_CARDS.lat.between(south, north), across)
