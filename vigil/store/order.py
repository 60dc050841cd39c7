"""The order of events by day and id, and their numbers in it (``cards.n``): with gaps, for those that come later."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, select, tuple_

from vigil.model.event import Event
from vigil.store import tables

#: Where lists put an event without a day.
LAST_UP = "9999-12-31"
#: What no number of an event reaches.
LAST = (1 << 31) - 1


def places(connection: Connection, before: Iterable[Event], events: Iterable[Event]) -> dict[str, int] | None:
    """The number of each of some events in the order of all, those ``before`` aside; None where there is no room left."""
    columns = tables.cards.c
    old = {event.id: in_order(event) for event in before}
    query = select(columns.event, columns.n).where(columns.event.in_(old))
    stand = {row.event: row.n for row in connection.execute(query)} if old else {}
    found: dict[str, int] = {}
    for event in sorted(events, key=in_order):
        up, id_ = key = in_order(event)
        if old.get(id_) == key and id_ in stand:
            found[id_] = stand[id_]
            continue
        place = tuple_(columns.up, columns.event)
        before_it = select(columns.n).where(place < tuple_(up, id_)).order_by(columns.up.desc(), columns.event.desc())
        after_it = select(columns.n).where(place > tuple_(up, id_)).order_by(columns.up, columns.event)
        low, high = (connection.execute(query.limit(1)).scalar() for query in (before_it, after_it))
        # Those before it in order that were placed here are in no table yet.
        low = max(-1 if low is None else low, *found.values(), -1)
        latest = high is None or undated(event) != _undated_from(connection, high)
        high = LAST if high is None else high
        # After the last day not half way: news comes in the order of days, and the next one goes after this one.
        number = low + max(1, (high - low) // (64 if latest else 2))
        if number >= high:
            return None
        found[id_] = number
    return found


def undated(event: Event) -> bool:
    """True for an event without a day."""
    return days(event)[2] == LAST_UP


def _undated_from(connection: Connection, number: int) -> bool:
    columns = tables.cards.c
    return connection.execute(select(columns.up).where(columns.n == number)).scalar() == LAST_UP


def in_order(event: Event) -> tuple[str, str]:
    """What events are sorted by."""
    return days(event)[2], event.id


def days(event: Event) -> tuple[str | None, str | None, str]:
    """First and last day as ISO, and the day by which lists are ordered."""
    first = event.when.first_day if event.when else None
    last = event.when.last_day if event.when else None
    day = first or last
    ordered = day.isoformat() if day else LAST_UP
    return first.isoformat() if first else None, last.isoformat() if last else None, ordered
