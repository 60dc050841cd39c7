"""Time with its doubt: half-open UTC intervals with a precision. "2026" is not 1 January."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum


class Precision(StrEnum):
    """The unit in which a time was told."""

    INSTANT = "instant"
    PART_OF_DAY = "part_of_day"
    DAY = "day"
    DAYS = "days"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Interval:
    """``[start, end)`` in UTC; ``None`` leaves that side open. ``approximate`` for "about", "early", "late"."""

    start: datetime | None
    end: datetime | None
    precision: Precision = Precision.UNKNOWN
    approximate: bool = False

    def __post_init__(self) -> None:
        for bound in (self.start, self.end):
            if bound is not None and bound.utcoffset() != timedelta(0):
                raise ValueError("an interval's bounds are aware UTC datetimes")
        if self.start is not None and self.end is not None and self.start >= self.end:
            raise ValueError(f"an interval ends after it starts: {self.start} .. {self.end}")

    @classmethod
    def day(cls, day: date) -> Interval:
        """One whole day."""
        return cls.days(day, day, Precision.DAY)

    @classmethod
    def days(cls, first: date, last: date, precision: Precision = Precision.DAYS) -> Interval:
        """From the first day up to and including the last."""
        return cls(midnight(first), midnight(last) + timedelta(days=1), precision)

    @classmethod
    def month(cls, year: int, month: int) -> Interval:
        """One whole month."""
        last = monthrange(year, month)[1]
        return cls.days(date(year, month, 1), date(year, month, last), Precision.MONTH)

    @classmethod
    def year(cls, year: int) -> Interval:
        """One whole year."""
        return cls.days(date(year, 1, 1), date(year, 12, 31), Precision.YEAR)

    @property
    def first_day(self) -> date | None:
        """The first day that the interval touches; None when open."""
        return self.start.date() if self.start else None

    @property
    def last_day(self) -> date | None:
        """The last day that the interval touches (inclusive); None when open."""
        return (self.end - timedelta(microseconds=1)).date() if self.end else None

    def overlaps(self, other: Interval) -> bool:
        """True when the two share at least one instant; open sides reach for ever."""
        starts_before_other_ends = self.start is None or other.end is None or self.start < other.end
        other_starts_before_end = other.start is None or self.end is None or other.start < self.end
        return starts_before_other_ends and other_starts_before_end

    def gap_days(self, other: Interval) -> float:
        """Days between the two, 0.0 when they touch or overlap."""
        if self.overlaps(other):
            return 0.0
        earlier, later = (self, other) if self.end and other.start and self.end <= other.start else (other, self)
        if earlier.end is None or later.start is None:
            return 0.0
        return (later.start - earlier.end) / timedelta(days=1)

    def widen(self, before: timedelta, after: timedelta) -> Interval:
        """The same interval with more doubt on both sides."""
        return Interval(
            self.start - before if self.start else None, self.end + after if self.end else None, self.precision, True
        )

    def codebook(self) -> str | None:
        """The claims codebook's form: ``2019-08-27``, ``2019-08``, ``2015`` or ``a/b`` with inclusive bounds.

        A bound is written in the unit in which the time was told, where it falls on that unit's edge ("since 2014" is
        ``2014/2019-08-27``); an approximate part of one month or year is written as that month or year.
        """
        first, last = self.first_day, self.last_day
        if first is None and last is None:
            return None
        if first is None or last is None:
            return f"{self._bound(first, False)}/{self._bound(last, True)}"
        if first == last:
            return first.isoformat()
        whole_year = (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)
        if first.year == last.year and (whole_year or (self.approximate and self.precision is Precision.YEAR)):
            return f"{first.year:04d}"
        whole_month = first.day == 1 and last.day == monthrange(last.year, last.month)[1]
        if (first.year, first.month) == (last.year, last.month) and (
            whole_month or (self.approximate and self.precision is Precision.MONTH)
        ):
            return first.isoformat()[:7]
        return f"{self._bound(first, False)}/{self._bound(last, True)}"

    def _bound(self, day: date | None, last: bool) -> str:
        """One side of ``a/b``, as coarse as it was told."""
        if day is None:
            return ""
        if last and self.approximate and self.precision in (Precision.YEAR, Precision.MONTH):
            return f"{day.year:04d}" if self.precision is Precision.YEAR else day.isoformat()[:7]
        if self.precision is Precision.YEAR and (day.month, day.day) == ((12, 31) if last else (1, 1)):
            return f"{day.year:04d}"
        edge = monthrange(day.year, day.month)[1] if last else 1
        if self.precision in (Precision.MONTH, Precision.SEASON) and day.day == edge:
            return day.isoformat()[:7]
        return day.isoformat()


def meeting(told: Sequence[Interval]) -> Interval | None:
    """The tightest interval that holds a moment which most of them hold; None for none. The order is free.

    A moment, not any overlap: "in May" overlaps every telling of a May, and would win over the days that they name.
    """
    if not told:
        return None
    starts = sorted({when.start or _BEGINNING for when in told})
    support = [max(sum(_holds(two, at) for two in told) for at in starts if _holds(one, at)) for one in told]
    best = [when for when, count in zip(told, support, strict=True) if count == max(support)]
    return min(best, key=_tightness)


_BEGINNING = datetime.min.replace(tzinfo=UTC)  # of intervals that are open before


def _holds(when: Interval, at: datetime) -> bool:
    return (when.start is None or when.start <= at) and (when.end is None or at < when.end)


def _tightness(when: Interval) -> tuple[float, str]:
    whole = (when.end - when.start).total_seconds() if when.start and when.end else float("inf")
    return whole, when.codebook() or ""


def midnight(day: date) -> datetime:
    """A day's first instant in UTC."""
    return datetime(day.year, day.month, day.day, tzinfo=UTC)
