"""The report's time strip and control ribbons as plain numbers; what is dated too vaguely is counted, not drawn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from vigil.model.event import Event, EventStatus
from vigil.model.state import Control, Hold, Stretch
from vigil.publish import text

#: View widths, as the map's: about a pixel a unit on a desk and on a telephone.
WIDE, NARROW = 960.0, 400.0
HEIGHT = 120.0
FLOOR = 96.0  # where the bars stand; the scale is written below
MAX_BARS = 62
#: Share of events at each end that may fall outside the strip, so that one report of 1982 does not flatten a month of war.
TRIM = 0.03
#: Drawing order from the axis up, and the class that colours it.
BANDS: dict[str, tuple[EventStatus, ...]] = {
    "corroborated": (EventStatus.CORROBORATED,),
    "reported": (EventStatus.REPORTED,),
    "disputed": (EventStatus.DISPUTED,),
    "other": (EventStatus.ANNOUNCED, EventStatus.DENIED, EventStatus.DID_NOT_HAPPEN, EventStatus.DISPROVED),
}
HOLDER_LOOKS = 6


@dataclass(frozen=True, slots=True)
class Bar:
    """A part of one bar."""

    x: float
    y: float
    width: float
    height: float
    look: str
    note: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A date under the strip."""

    x: float
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """The time strip."""

    width: float
    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    unit: str
    most: int
    not_drawn: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a ribbon: where it lies in percent of the ribbon's width, and what it looks like."""

    left: float
    width: float
    look: str
    words: str


@dataclass(frozen=True, slots=True)
class Ribbon:
    """One place's control over time."""

    place: str
    parts: tuple[Part, ...]
    lines: tuple[str, ...]
    now: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ribbons:
    """All places on one time axis, with the legend: look -> holder."""

    rows: tuple[Ribbon, ...]
    legend: tuple[tuple[str, str], ...]
    first: str
    last: str


def strip(events: Sequence[Event], view: float = WIDE) -> Strip | None:
    """Events over time, in bars of a day, a week or a month. None when fewer than two can be dated."""
    days = sorted(
        event.when.first_day for event in events if event.when and event.when.first_day and event.when.last_day
    )
    if len(days) < 2:
        return None
    cut = int(len(days) * TRIM)
    first, last = days[cut], days[len(days) - 1 - cut]
    unit, width = _unit((last - first).days + 1)
    counts: Counter[tuple[int, str]] = Counter()
    vague = outside = 0
    for event in events:
        at = _slot(event, first, width)
        if at is None:
            vague += 1
        elif not 0 <= at <= (last - first).days // width:
            outside += 1
        else:
            counts[(at, _band(event))] += 1
    slots = (last - first).days // width + 1
    most = max(_totals(counts).values(), default=0)
    return Strip(
        width=view,
        bars=tuple(_bars(counts, view / slots, most, first, width)),
        ticks=tuple(_ticks(first, slots, width, view)),
        unit=unit,
        most=most,
        not_drawn=tuple(_left_out(vague, outside, unit)),
    )


def _totals(counts: Counter[tuple[int, str]]) -> Counter[int]:
    totals: Counter[int] = Counter()
    for (at, _), number in counts.items():
        totals[at] += number
    return totals


def _unit(days: int) -> tuple[str, int]:
    for unit, width in (("day", 1), ("week", 7), ("month", 30), ("quarter", 91)):
        if days / width <= MAX_BARS:
            return unit, width
    return "year", 365


def _slot(event: Event, first: date, width: int) -> int | None:
    when = event.when
    if when is None or when.first_day is None or when.last_day is None:
        return None
    # An event that may lie anywhere in three bars or more has no honest bar.
    if (when.last_day - when.first_day).days >= max(2 * width, 2):
        return None
    return (when.first_day - first).days // width


def _band(event: Event) -> str:
    return next(name for name, statuses in BANDS.items() if event.status in statuses)


def _bars(counts: Counter[tuple[int, str]], step: float, most: int, first: date, width: int) -> Iterable[Bar]:
    for at in sorted({at for at, _ in counts}):
        y = FLOOR
        start = text.day_words(first + timedelta(days=at * width))
        for band in BANDS:
            number = counts[(at, band)]
            if number:
                height = number / most * (FLOOR - 14)
                y -= height
                left, wide = at * step + min(1.0, step * 0.1), min(step * 0.8, 28)
                words = f"{start}{'' if width == 1 else ' and after'}: {number} {band}"
                yield Bar(round(left, 2), round(y, 2), round(wide, 2), round(height, 2), band, words)


def _ticks(first: date, slots: int, width: int, view: float) -> Iterable[Tick]:
    wanted = min(slots, 5 if view == WIDE else 3)
    for number in range(wanted):
        at = round(number * (slots - 1) / max(1, wanted - 1))
        yield Tick(round(at * view / slots, 1), text.day_words(first + timedelta(days=at * width)))


def _left_out(vague: int, outside: int, unit: str) -> Iterable[str]:
    if vague:
        yield f"{text.plural(vague, 'event')} not dated to a {unit}"
    if outside:
        yield f"{text.plural(outside, 'event')} long before or after the rest"


def ribbons(controls: Sequence[Control]) -> Ribbons | None:
    """Every place's control on one axis, places that changed hands first. None when there is none."""
    days = [day for control in controls for part in control.stretches for day in (part.start, part.end) if day]
    if not days:
        return None
    # One town's tale that begins decades before the others' would flatten them all: the axis leaves out the first few.
    days.sort()
    days = days[int(len(days) * TRIM) :]
    # Open stretches, before the first day and after the last, need some room to be seen.
    room = timedelta(days=max(1, (max(days) - min(days)).days // 12))
    first, last = min(days) - room, max(days) + room
    looks = _holder_looks(controls)
    ordered = sorted(
        controls, key=lambda control: (-_changes(control), text.clean(control.place.name or control.place.text))
    )
    return Ribbons(
        rows=tuple(_ribbon(control, first, last, looks) for control in ordered if control.stretches),
        legend=tuple((look, name) for name, look in looks.items()),
        first=text.day_words(min(days)),
        last=text.day_words(max(days)),
    )


def _changes(control: Control) -> int:
    return sum(1 for part in control.stretches if part.hold is not Hold.UNKNOWN)


def _holder_looks(controls: Sequence[Control]) -> dict[str, str]:
    days: Counter[str] = Counter(
        text.actor_words(holder) for control in controls for part in control.stretches for holder in part.holders
    )
    ranked = sorted(days, key=lambda name: (-days[name], name))
    return {name: f"h{number}" for number, name in enumerate(ranked[:HOLDER_LOOKS], 1)}


def _ribbon(control: Control, first: date, last: date, looks: dict[str, str]) -> Ribbon:
    total = (last - first).days
    parts = []
    for part in control.stretches:
        start, end = max(part.start or first, first), min(part.end or last, last)
        left, width = (start - first).days / total * 100, max(0, (end - start).days) / total * 100
        parts.append(Part(round(left, 2), round(width, 2), _part_look(part, looks), text.stretch_words(part)))
    return Ribbon(
        place=text.place_words(control.place),
        parts=tuple(parts),
        lines=tuple(text.stretch_words(part) for part in control.stretches),
        now=text.hold_words(control.stretches[-1]),
    )


def _part_look(part: Stretch, looks: dict[str, str]) -> str:
    if part.hold is Hold.UNKNOWN:
        return "unknown"
    if part.hold is not Hold.HELD or len(part.holders) != 1:
        return "contested"
    return looks.get(text.actor_words(part.holders[0]), "h0")
