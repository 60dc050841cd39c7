"""What a time expression is read against, and what it is read as; calendar arithmetic."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from vigil.model.interval import Interval, Precision, midnight

_FIRST_YEAR, _LAST_YEAR = 1000, 2900  # leaves room for arithmetic inside what datetime can hold


@dataclass(frozen=True, slots=True, kw_only=True)
class Now:
    """Where the writer stands: the day of publication, the tense of the sentence, the last date that the text gave."""

    day: date | None
    at: datetime | None = None  # the instant of publication; noon of the day when only the day is known
    known: bool = True  # False where the tense is not known: a month without a year is then the nearest
    future: bool = False  # the event is still to come (intended, feared), so that a bare "Friday" is the next one
    lean: int = -60  # days from publication around which a date without a year is looked for, by tense
    anchor: Interval | None = None

    @property
    def end(self) -> datetime | None:
        """End of the day of publication, exclusive."""
        return midnight(self.day) + timedelta(days=1) if self.day else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Core:
    """One expression as read: interval (None when it names no stretch of time), TIMEX3 value, why, and from what."""

    interval: Interval | None
    timex: str
    reason: str
    anchor: str = "none"  # "none" | "published" | "text"
    kind: str = "DATE"  # TIMEX3 type: DATE | TIME | DURATION | SET
    others: tuple[Interval, ...] = ()
    length: tuple[float | None, str] | None = None  # of a bare duration: how many, of which unit


def sane(year: int) -> bool:
    """True for years that news can speak of and datetime can hold."""
    return _FIRST_YEAR <= year <= _LAST_YEAR


def on(year: int, month: int, day: int) -> date | None:
    """A date, None when the calendar has no such day."""
    if not sane(year) or not 1 <= month <= 12 or not 1 <= day <= monthrange(year, month)[1]:
        return None
    return date(year, month, day)


def back(day: date, count: float, unit: str) -> date | None:
    """``count`` units before a day (after it when negative); the last day of the month where the day is missing."""
    if unit in ("D", "W"):
        days = count * (7 if unit == "W" else 1)
        if abs(days) > 300_000:
            return None
        moved = day.toordinal() - round(days)
        return date.fromordinal(moved) if 366_000 < moved < 1_050_000 else None
    months = round(count * {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}[unit]) if abs(count) < 10_000 else 10**7
    index = day.year * 12 + day.month - 1 - months
    year, month = divmod(index, 12)
    if not sane(year):
        return None
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def monday(day: date) -> date:
    """The Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def months(year: int, month: int, count: int, precision: Precision) -> Interval:
    """``count`` whole months from the first of one."""
    last_year, last_month = divmod(year * 12 + month - 1 + count - 1, 12)
    last = date(last_year, last_month + 1, monthrange(last_year, last_month + 1)[1])
    return Interval.days(date(year, month, 1), last, precision)


def years(first: int, last: int) -> Interval:
    """Whole years, both ends included."""
    return Interval.days(date(first, 1, 1), date(last, 12, 31), Precision.YEAR)


def week_value(day: date) -> str:
    """TIMEX3 week: ``2019-W34``."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02d}"


def hours(day: date, first: int, last: int, precision: Precision = Precision.PART_OF_DAY) -> Interval:
    """Hours of one day, ``last`` exclusive."""
    start = midnight(day)
    return Interval(start + timedelta(hours=first), start + timedelta(hours=last), precision)


def roughly(interval: Interval) -> Interval:
    """The same interval, marked as approximate."""
    return Interval(interval.start, interval.end, interval.precision, True)


def lasting(count: float | None, unit: str) -> str:
    """TIMEX3 duration: ``P2W``, ``PT48H``, ``PXD``."""
    letter, time = {"S": ("S", "T"), "MIN": ("M", "T"), "H": ("H", "T"), "DE": ("Y", ""), "CE": ("Y", "")}.get(
        unit, (unit, "")
    )
    if count is None:
        return f"P{time}X{unit if unit in ('DE', 'CE') else letter}"
    count *= {"DE": 10, "CE": 100}.get(unit, 1)
    if unit == "H" and count == 24:
        return "P1D"
    return f"P{time}{count:g}{letter}"


def span(now: Now, count: float, unit: str, *, ahead: bool = False) -> Interval | None:
    """The last (or next) ``count`` units as an interval that ends (or begins) with the day of publication."""
    if now.day is None or now.at is None or now.end is None:
        return None
    if unit in ("S", "MIN", "H"):
        length = timedelta(seconds=min(count, 1e6) * {"S": 1, "MIN": 60, "H": 3600}[unit]) or timedelta(seconds=1)
        if ahead:
            return Interval(now.at, now.at + length, Precision.DAYS)
        return Interval(now.at - length, now.at, Precision.DAYS)
    edge = back(now.day, -count if ahead else count, unit)
    if edge is None or edge == now.day:
        return None
    if ahead:
        return Interval.days(now.day, edge, Precision.DAYS)
    if unit in ("Y", "DE", "CE") and count >= 3:  # told in years: the month is not meant
        return Interval(midnight(date(edge.year, 1, 1)), now.end, Precision.YEAR)
    if (unit == "M" and count > 3) or unit in ("Y", "DE", "Q"):
        return Interval(midnight(edge.replace(day=1)), now.end, Precision.MONTH)
    return Interval.days(edge, now.day, Precision.DAYS)


def part_of_month(whole: Interval, year: int, which: int, part: str) -> Interval:
    """ "Early" is the first ten days (so the claims gold), "mid" and "the middle" the next ten, "late" the rest."""
    if not part:
        return whole
    if "early" in part or "beginning" in part or "start" in part:
        return roughly(Interval.days(date(year, which, 1), date(year, which, 10)))
    first, last = (11, 20) if "mid" in part else (21, (whole.last_day or date(year, which, 28)).day)
    return roughly(Interval.days(date(year, which, first), date(year, which, last), Precision.MONTH))


def year_core(year: int, part: str, reason: str, anchor: str = "none") -> Core:
    """A whole year, or "early" and "late" as three months of it, "mid" as two, marked as approximate."""
    if not part:
        return Core(interval=Interval.year(year), timex=f"{year:04d}", reason=reason, anchor=anchor)
    if "mid" in part:  # the claims gold: June and July
        interval = months(year, 6, 2, Precision.MONTH)
    else:
        interval = months(
            year, 1 if "early" in part or "beginning" in part or "start" in part else 10, 3, Precision.YEAR
        )
    return Core(interval=roughly(interval), timex=f"{year:04d}", reason=reason, anchor=anchor)
