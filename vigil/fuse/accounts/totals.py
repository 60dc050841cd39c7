"""Totals over a period, with their own range, nobody counted twice.

A record of incidents may be added up only where no incident stands in it twice (Every Casualty, Standards for Casualty
Recording, 2016). So one event counts once, however many texts tell it; a wave and its parts count as the larger of the
wave's own toll and its parts' sum; a running toll of a war or campaign is never added; and what happened partly outside
the period counts only in the high.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from vigil.model.claim import COUNT_KINDS
from vigil.model.event import Estimate, Event, EventStatus

NOT_COUNTED = frozenset({EventStatus.ANNOUNCED, EventStatus.DENIED, EventStatus.DID_NOT_HAPPEN, EventStatus.DISPROVED})
Range = tuple[int, int, int, bool]  # low, best, high, and whether the high is open ("at least")


def totals(events: Iterable[Event], since: date | None = None, until: date | None = None) -> tuple[Estimate, ...]:
    """One Estimate a kind over the events of the period [since, until], both days included; open sides reach for ever.

    Events that nobody tells as done, and events without a day where a period is asked for, are left out. ``claims`` are
    those that the sum rests on. ``high`` is None when a toll in it has no upper end.
    """
    chosen = [(event, _inside(event, since, until)) for event in events if event.status not in NOT_COUNTED]
    counted = {event.id: event for event, where in chosen if where != "out"}
    partly = {event.id for event, where in chosen if where == "partly"}
    parts: dict[str, list[str]] = defaultdict(list)
    for event in counted.values():
        if event.part_of in counted:
            parts[event.part_of].append(event.id)
    tops = sorted(event.id for event in counted.values() if event.part_of not in counted)
    found = []
    for kind in COUNT_KINDS:
        rows = [row for top in tops for row in [_of(top, kind, counted, parts, partly)] if row is not None]
        if rows:
            found.append(_summed(kind, rows, sorted(_claims(counted.values(), kind))))
    return tuple(found)


def _summed(kind: str, rows: list[Range], claims: list[str]) -> Estimate:
    return Estimate(
        kind=kind,
        low=sum(row[0] for row in rows),
        best=sum(row[1] for row in rows),
        high=None if any(row[3] for row in rows) else sum(row[2] for row in rows),
        rule=f"added up over {len(rows)} event{'s' if len(rows) > 1 else ''}, parts within their waves, no running tolls",
        claims=tuple(claims),
    )


def _inside(event: Event, since: date | None, until: date | None) -> str:
    """``in``, ``partly`` or ``out`` of the period."""
    if since is None and until is None:
        return "in"
    first = event.when.first_day if event.when else None
    last = event.when.last_day if event.when else None
    if first is None or last is None or (since and last < since) or (until and first > until):
        return "out"
    return "in" if (not since or first >= since) and (not until or last <= until) else "partly"


def _own(event: Event, kind: str) -> Estimate | None:
    return next((e for e in event.estimates if e.kind == kind and not e.who and not e.cumulative), None)


def _claims(events: Iterable[Event], kind: str) -> set[str]:
    return {claim for event in events for own in [_own(event, kind)] if own is not None for claim in own.claims}


def _of(top: str, kind: str, counted: dict[str, Event], parts: dict[str, list[str]], partly: set[str]) -> Range | None:
    """An event's own toll or its parts' sum, whichever is larger, bound by bound."""
    own = _own(counted[top], kind)
    below = [row for part in parts.get(top, ()) for row in [_of(part, kind, counted, parts, partly)] if row is not None]
    rows: list[Range] = []
    if own is not None:
        best = own.best if own.best is not None else own.low or own.high or 0
        high = own.high if own.high is not None else max(best, own.low or 0)
        rows.append((own.low or 0, best, high, own.high is None))
    if below:
        rows.append((*(sum(row[n] for row in below) for n in range(3)), any(row[3] for row in below)))  # type: ignore[arg-type]
    if not rows:
        return None
    low, best, high = (max(row[n] for row in rows) for n in range(3))
    outside = top in partly
    return (0 if outside else low, 0 if outside else best, high, any(row[3] for row in rows))
