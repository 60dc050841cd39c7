"""Dates as people write them in a correction: the claims codebook's form, read back into an interval."""

from __future__ import annotations

import re
from datetime import date, datetime

from vigil.model.interval import Interval, Precision

_FORMS = (
    (re.compile(r"\d{4}-\d\d-\d\d", re.ASCII), Precision.DAY),
    (re.compile(r"\d{4}-\d\d", re.ASCII), Precision.MONTH),
    (re.compile(r"\d{4}", re.ASCII), Precision.YEAR),
)


def interval_of(words: str) -> Interval:
    """``2031-05-02``, ``2031-05``, ``2031`` or ``a/b`` with both ends inclusive and either side open ("").

    Raises ValueError on anything else, on a day that is none, and on a range that runs backwards or has no side.
    """
    first, sign, last = words.partition("/")
    if not sign:
        return _unit(first)
    if not first and not last:
        raise ValueError("a range needs at least one side")
    one = _unit(first) if first else None
    two = _unit(last) if last else None
    coarse = max((part.precision for part in (one, two) if part), key=_RANK.index)
    precision = Precision.DAYS if coarse is Precision.DAY else coarse
    start: datetime | None = one.start if one else None
    return Interval(start, two.end if two else None, precision)


_RANK = (Precision.DAY, Precision.MONTH, Precision.YEAR)


def _unit(words: str) -> Interval:
    for form, precision in _FORMS:
        if form.fullmatch(words):
            if precision is Precision.DAY:
                return Interval.day(date.fromisoformat(words))
            year, _, month = words.partition("-")
            return Interval.month(int(year), int(month)) if month else Interval.year(int(year))
    raise ValueError(f"{words!r} is no day, month or year")
