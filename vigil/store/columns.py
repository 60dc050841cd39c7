"""The index over the events as columns in memory, read from its tables once for each version of it.

Thirty thousand events take about thirty megabytes. A filter is then a mask over short arrays, and what is shown of an event
lies ready as bytes: a question costs less than asking the database would. ``chosen.py`` answers from it.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, Text, cast, func, select

from vigil.store import tables
from vigil.store.arrays import Codes, Ints, Mask, Texts
from vigil.store.dots import Dots
from vigil.store.order import LAST_UP
from vigil.store.versions import version_of
from vigil.store.words import fold

#: Roles of tags that filters and counts ask for, and points are drawn by.
ROLES = ("actor", "side", "within", "place", "source_kind", "outlet", "dispute", "doubtful")
_BATCH = 5000
_LOWER = {upper: upper + 32 for upper in range(ord("A"), ord("Z") + 1)}


@dataclass(frozen=True, slots=True)
class Tags:
    """Who, where or which outlet: a row for each value of each event, in the order of values, then labels.

    ``starts`` says at which row each value begins (and one more: where the last ends), ``at`` each value's number, ``label``
    where in ``labels`` a row's label is, ``same`` whether all rows of a value have one label.
    """

    values: tuple[str, ...]
    at: dict[str, int]
    starts: NDArray[np.int64]
    code: Ints
    event: Ints
    labels: tuple[str, ...]
    label: Ints
    same: Mask

    def events(self, value: str) -> Ints:
        """The events that carry a value."""
        code = self.at.get(value)
        return self.event[:0] if code is None else self.event[self.starts[code] : self.starts[code + 1]]


@dataclass(frozen=True, slots=True)
class Names:
    """By which words actors or places are found: ``text`` holds all terms, one a line; ``starts`` where each begins."""

    keys: dict[str, tuple[str, ...]]
    terms: tuple[str, ...]
    text: str
    starts: NDArray[np.int64]

    def find(self, words: str) -> set[str]:
        """Values of tags that go by an id, or by whole words of a name, marks and case aside."""
        found = set(self.keys.get(words, ()))
        folded = fold(words)
        if not folded:
            return found
        sought = f" {folded} ".translate(_LOWER)
        at = self.text.find(sought)
        while at >= 0:
            number = int(np.searchsorted(self.starts, at, side="right")) - 1
            found.update(self.keys[self.terms[number]])
            # A term that has it twice is found once.
            at = self.text.find(sought, int(self.starts[number]) + len(self.terms[number]))
        return found


@dataclass(frozen=True, slots=True)
class Columns:
    """Each event at its number, which is its place in the order of days; those without a day come last."""

    version: str
    ids: tuple[str, ...]
    up: tuple[str, ...]  # the day by which lists go up
    day: Codes  # the same, for counting
    dated: int  # how many have a day: they are the first ones
    type: Codes
    status: Codes
    begins: Ints
    ends: Ints
    lat: NDArray[np.float64]  # NaN: no point
    lon: NDArray[np.float64]
    witnesses: Ints
    disputed: Mask
    tags: dict[str, Tags]
    names: dict[str, Names]
    summaries: Texts
    points: Texts  # arrays in the order of index.POINT
    dots: Dots  # the same by columns
    numbers: Ints  # ``cards.n`` of each, growing
    by_witnesses: Ints  # the events' numbers, those of most witnesses first, and among those the newest


def size(connection: Connection) -> int:
    """How many events there are."""
    return int(connection.execute(select(func.count()).select_from(tables.cards)).scalar_one())


def load(connection: Connection, shown: Callable[[bytes], bytes] | None = None) -> Columns:
    """Read the index. In one transaction, or the version must be looked at again afterwards.

    ``shown`` makes of a point what is shown of it.
    """
    version = version_of(connection).index
    cards, events, points = tables.cards.c, tables.events.c, tables.points.c
    query = select(
        cards.event, cards.up, cards.type, cards.status, cards.begins, cards.ends, cards.lat, cards.lon, cards.witnesses,
        cards.disputed, events.summary, points.point, cards.n,
    )  # fmt: skip
    query = query.join(tables.events, events.id == cards.event).join(tables.points, points.n == cards.n)
    ids, up, types, statuses = list[str](), list[str](), list[str](), list[str]()
    summaries, dots = list[bytes](), list[bytes]()
    numbers, places, order = array("i"), array("d"), array("i")
    interned: dict[str, str] = {}
    nowhere = float("nan")
    for row in connection.execute(query.order_by(cards.n).execution_options(yield_per=_BATCH)):
        event, day, kind, status, begins, ends, lat, lon, witnesses, disputed, summary, point, n = row
        ids.append(event)
        order.append(n)
        up.append(interned.setdefault(day, day))
        types.append(interned.setdefault(kind, kind))
        statuses.append(interned.setdefault(status, status))
        numbers.extend((begins, ends, witnesses, disputed))
        places.extend((nowhere if lat is None else lat, nowhere if lon is None else lon))
        summaries.append(summary.encode())
        dots.append(shown(point.encode()) if shown else point.encode())
    place = np.array(order, np.int32)
    narrow = np.array(numbers, np.int32).reshape(-1, 4).T.copy()
    spots = np.array(places, np.float64).reshape(-1, 2).T.copy()
    dated = next((n for n, day in enumerate(up) if day == LAST_UP), len(up))
    tags = _tags(connection, place)
    about = tags["dispute"]
    disputes = [(n, about.values[code]) for n, code in zip(about.event.tolist(), about.code.tolist(), strict=True)]
    return Columns(
        version=version,
        ids=tuple(ids),
        up=tuple(up),
        day=Codes.made(up),
        dated=dated,
        type=Codes.made(types),
        status=Codes.made(statuses),
        begins=narrow[0],
        ends=narrow[1],
        lat=spots[0],
        lon=spots[1],
        witnesses=narrow[2],
        disputed=narrow[3].astype(np.bool_),
        tags=tags,
        numbers=place,
        names={role: _names(connection, role) for role in ("actor", "place")},
        summaries=Texts.made(summaries),
        points=Texts.made(dots),
        dots=Dots.made(b",".join(dots), disputes, tags["doubtful"].event.tolist()),
        by_witnesses=np.lexsort((-np.arange(len(ids)), -narrow[2])).astype(np.int32),
    )


def _tags(connection: Connection, place: Ints) -> dict[str, Tags]:
    columns = tables.tags.c
    # Half a million rows, as some thousand: the database strings the events together faster than rows could be fetched.
    if connection.dialect.name == "sqlite":
        events: Any = func.group_concat(columns.n, ",")
    else:
        events = func.string_agg(cast(columns.n, Text), ",")
    query = select(columns.role, columns.value, columns.label, events).where(columns.role.in_(ROLES))
    groups: dict[str, list[tuple[str, str, Ints]]] = {role: [] for role in ROLES}
    for role, value, label, numbers in connection.execute(
        query.group_by(columns.role, columns.value, columns.label).execution_options(yield_per=_BATCH)
    ):
        at = np.searchsorted(place, np.fromstring(numbers, np.int32, sep=","))
        groups[role].append((value, label, at.astype(np.int32)))
    return {role: _tag_table(sorted(some, key=itemgetter(0, 1))) for role, some in groups.items()}


def _tag_table(groups: list[tuple[str, str, Ints]]) -> Tags:
    """Of the events of each value and label."""
    values = tuple(dict.fromkeys(value for value, _, _ in groups))
    at = {value: number for number, value in enumerate(values)}
    code_of = np.fromiter((at[value] for value, _, _ in groups), np.int32, len(groups))
    sizes = np.fromiter((len(events) for _, _, events in groups), np.int64, len(groups))
    code = np.repeat(code_of, sizes)
    return Tags(
        values=values,
        at=at,
        starts=np.searchsorted(code, np.arange(len(values) + 1)),
        code=code,
        event=np.concatenate([np.zeros(0, np.int32), *(events for _, _, events in groups)]),
        labels=tuple(label for _, label, _ in groups),
        label=np.repeat(np.arange(len(groups), dtype=np.int32), sizes),
        same=np.bincount(code_of, minlength=len(values)) == 1,
    )


def _names(connection: Connection, role: str) -> Names:
    columns = tables.names.c
    keys: dict[str, list[str]] = {}
    query: Any = select(columns.term, columns.key).where(columns.role == role)
    for term, key in connection.execute(query.execution_options(yield_per=_BATCH)):
        keys.setdefault(term, []).append(key)
    terms = tuple(keys)
    lengths = np.fromiter((len(term) + 1 for term in terms), np.int64, len(terms))
    starts = np.concatenate((np.zeros(1, np.int64), np.cumsum(lengths)[:-1])) if terms else np.zeros(0, np.int64)
    # Letters as LIKE compares them in SQLite: those of ASCII without their case.
    text = "\n".join(terms).translate(_LOWER)
    return Names({term: tuple(some) for term, some in keys.items()}, terms, text, starts)
