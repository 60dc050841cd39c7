"""People who fled, returned or shelter: flows, returns and stocks kept apart, and series of each with ranges. Pure.

Rules
-----
1. ``fled``, ``evacuated`` and ``expelled`` are flows, ``returned`` a return, ``sheltering`` a stock.
2. A running total ("a million displaced since December": a count marked as cumulative, or a number told over more than
   ``LONG`` days or without a beginning) is a stock as of its last day, never a flow.
3. The number is the range over all who tell the event; nobody's number is dropped and none is added to another's.
4. ``origin`` is where most tellings say that they came from, ``destination`` where they went (or came back, or shelter). A
   place that is told as both is the destination, unless no other origin is told.
5. Cause: acts of violence, takeovers and sieges at the origin in the ``BEFORE`` days before the first and up to the last
   day. That they came just before is all that is said; ``driven_by`` are those who are told to have driven them out.
6. Announced and denied displacement is none.

Totals (``series``): a flow counts once, in the period in which it began, whole; a part is not counted beside the wave
that it is part of. Lows are added to lows and highs to highs; where one high is open the total's is. Stocks are never
added up over time or over places: each period shows the last one told for each place (``stocks``).
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from vigil.model.claim import Claim
from vigil.model.entity import PlaceRef
from vigil.model.event import Estimate, Event
from vigil.model.interval import Interval
from vigil.model.state import Displacement, FlowKind
from vigil.state.common import (
    NEVER,
    VIOLENCE,
    by_day,
    disputed,
    estimate,
    evidence_ids,
    first_day,
    holds,
    place_key,
    role_place,
    told,
)

LONG = 31  # days over which a number told is a running total, not a movement
BEFORE = 7  # days between an act of violence and the flight that it may have caused
_KINDS = {"returned": FlowKind.RETURN, "sheltering": FlowKind.STOCK}
_DRIVES = VIOLENCE | {"takeover", "siege"}
_Drives = dict[str, list[tuple[date, str]]]  # place key, of the place or what holds it -> (day, event id), sorted


def follow(events: Sequence[Event], claims: Mapping[str, Claim]) -> list[Displacement]:
    """Every movement and stock of people, by first day, then event. ``claims`` by id, as in the events' evidence."""
    drives: _Drives = defaultdict(list)
    for event in events:
        day = first_day(event)
        if event.type in _DRIVES and event.status not in NEVER and event.place is not None and day is not None:
            for key in {place_key(event.place), *event.place.within}:
                drives[key].append((day, event.id))
    for rows in drives.values():
        rows.sort()
    found: list[Displacement] = []
    for event in by_day(events):
        if event.type == "displacement" and event.status not in NEVER:
            found.extend(_read(event, claims, drives))
    return found


def _read(event: Event, claims: Mapping[str, Claim], drives: _Drives) -> list[Displacement]:
    tellings = told(event, claims)
    origin = role_place(tellings, "from", but=event.place)
    kind = _KINDS.get(event.mode, FlowKind.FLOW)
    made: list[Displacement] = []
    own, running = estimate(event, "displaced"), _running(event, tellings)
    if own is not None and _long(event.when):
        kind = FlowKind.STOCK
    if own is not None or running is None:
        made.append(_entry(event, kind, own, origin))
    if running is not None:
        made.append(_entry(event, FlowKind.STOCK, running, origin))
    cause = _cause(event, origin, drives) if kind is not FlowKind.RETURN else ()
    return [replace(item, cause=cause) if item.kind is FlowKind.FLOW else item for item in made]


def _entry(event: Event, kind: FlowKind, people: Estimate | None, origin: PlaceRef | None) -> Displacement:
    destination = event.place
    if origin is not None and destination is not None and place_key(origin) == place_key(destination):
        destination = None  # only the place that they left is told
    return Displacement(
        event=event.id,
        kind=kind,
        origin=origin,
        destination=destination,
        people=people,
        when=event.when,
        as_of=event.when.last_day if kind is FlowKind.STOCK and event.when else None,
        driven_by=event.agents,
        disputed=disputed(event, "displaced", "occurrence"),
        claims=evidence_ids(event),
    )


def _long(when: Interval | None) -> bool:
    if when is None or when.last_day is None:
        return False
    return when.first_day is None or (when.last_day - when.first_day).days >= LONG


def _running(event: Event, tellings: Sequence[Claim]) -> Estimate | None:
    """The running total: fusion's own where it gives one, else the range of the tellings' cumulative counts."""
    given = estimate(event, "displaced", cumulative=True)
    if given is not None:
        return given
    counts = [(claim.id, c) for claim in tellings for c in claim.counts if c.kind == "displaced" and c.cumulative]
    if not counts:
        return None
    lows = [count.min for _, count in counts if count.min is not None]
    highs = [count.max for _, count in counts if count.max is not None]
    return Estimate(
        kind="displaced",
        low=min(lows, default=None),
        best=max(lows, default=max(highs, default=None)),
        high=max(highs) if highs and all(count.max is not None for _, count in counts) else None,
        rule="a running total: the range of what is told, the highest floor as best",
        claims=tuple(sorted({claim for claim, _ in counts})),
        cumulative=True,
    )


def _cause(event: Event, origin: PlaceRef | None, drives: _Drives) -> tuple[str, ...]:
    first = first_day(event)
    if origin is None or first is None or event.when is None:
        return ()
    rows = drives.get(place_key(origin), [])
    low = bisect_left(rows, (first - timedelta(days=BEFORE), ""))
    high = bisect_left(rows, ((event.when.last_day or first) + timedelta(days=1), ""))
    return tuple(id for _, id in rows[low:high])


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """People of one kind in one period ``[start, end)``. ``uncounted``: movements told without a number.

    ``low``, ``best`` and ``high`` are sums for flows and returns, and one place's last figure for stocks; None where
    nothing closes the range on that side.
    """

    kind: FlowKind
    start: date
    end: date
    place: PlaceRef | None
    low: int | None
    best: int | None
    high: int | None
    events: tuple[str, ...]
    uncounted: int = 0
    disputed: bool = False


def series(
    displacements: Iterable[Displacement],
    *,
    by: str = "week",
    kind: FlowKind = FlowKind.FLOW,
    place: PlaceRef | None = None,
    origin: bool = False,
    part_of: Mapping[str, str] | None = None,
) -> list[Total]:
    """Flows or returns added up by "day", "week" (from Monday) or "month", oldest first; empty periods are left out.

    ``place`` keeps what went to it or into it (with ``origin``: what came from it). ``part_of``: event id -> id of the
    wave that it is part of. Raises ValueError for another ``by``, and for stocks, which are not added up.
    """
    if kind is FlowKind.STOCK:
        raise ValueError("stocks are not added up: ask for stocks() instead")
    chosen = {item.event: item for item in displacements if item.kind is kind and _at(item, place, origin=origin)}
    wholes = part_of or {}
    rows: dict[date, list[Displacement]] = defaultdict(list)
    for item in chosen.values():
        day = _began(item)
        if day is not None and wholes.get(item.event) not in chosen:
            rows[period(day, by)[0]].append(item)
    return [_sum(kind, place, start, period(start, by)[1], items) for start, items in sorted(rows.items())]


def stocks(displacements: Iterable[Displacement], *, by: str = "week", place: PlaceRef | None = None) -> list[Total]:
    """For each period and each place the last stock told (by ``as_of``, then event id), oldest first."""
    last: dict[tuple[date, str], Displacement] = {}
    for item in displacements:
        where = item.destination or item.origin
        if item.kind is not FlowKind.STOCK or item.as_of is None or not _at(item, place):
            continue
        key = (period(item.as_of, by)[0], place_key(where) if where else "")
        if key not in last or (item.as_of, item.event) > (last[key].as_of or date.min, last[key].event):
            last[key] = item
    return [
        _sum(FlowKind.STOCK, item.destination or item.origin, start, period(start, by)[1], [item])
        for (start, _), item in sorted(last.items(), key=lambda row: row[0])
    ]


def camps(displacements: Iterable[Displacement]) -> list[Displacement]:
    """Those whose people went to a camp or shelter in one, by the gazetteer's kind or the word in its name."""
    return [
        item
        for item in displacements
        if item.destination is not None
        and (item.destination.kind == "camp" or "camp" in f"{item.destination.name} {item.destination.text}".lower())
    ]


def period(day: date, by: str) -> tuple[date, date]:
    """The first day of the period that a day lies in, and the first day after it. Raises ValueError."""
    if by == "day":
        return day, day + timedelta(days=1)
    if by == "week":
        start = day - timedelta(days=day.weekday())
        return start, start + timedelta(days=7)
    if by == "month":
        start = day.replace(day=1)
        return start, (start + timedelta(days=31)).replace(day=1)
    raise ValueError(f"no period {by!r}: use day, week or month")


def _began(item: Displacement) -> date | None:
    if item.when is None:
        return None
    if item.when.approximate and item.when.last_day is not None:
        return item.when.last_day
    return item.when.first_day or item.when.last_day


def _at(item: Displacement, place: PlaceRef | None, *, origin: bool = False) -> bool:
    if place is None:
        return True
    where = item.origin if origin else item.destination or (item.origin if item.kind is FlowKind.STOCK else None)
    return where is not None and holds(place, where)


def _sum(kind: FlowKind, place: PlaceRef | None, start: date, end: date, items: Sequence[Displacement]) -> Total:
    told = [item.people for item in items if item.people is not None]
    return Total(
        kind=kind,
        start=start,
        end=end,
        place=place,
        low=_added([people.low for people in told], open_is=0),
        best=_added([people.best for people in told]),
        high=_added([people.high for people in told]),
        events=tuple(sorted(item.event for item in items)),
        uncounted=len(items) - len(told),
        disputed=any(item.disputed for item in items),
    )


def _added(values: Sequence[int | None], open_is: int | None = None) -> int | None:
    """The sum; ``open_is`` stands for an open side, without it one open side leaves the sum open."""
    if not values:
        return None
    filled = [open_is if value is None else value for value in values]
    return None if any(value is None for value in filled) else sum(value or 0 for value in filled)
