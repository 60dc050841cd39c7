"""Intervals as EDTF (ISO 8601-2 level 1): ``2019-08-27``, ``2019-04-20~/..``. EDTF has no times inside intervals."""

from __future__ import annotations

from vigil.model.interval import Interval, Precision


def edtf(interval: Interval | None) -> str:
    """EDTF of an interval; "" for none. Parts of a day are written as their day; ``~`` marks what is approximate."""
    if interval is None or (interval.start is None and interval.end is None):
        return ""
    first, last = interval.first_day, interval.last_day
    tilde = "~" if interval.approximate and interval.precision not in (Precision.PART_OF_DAY, Precision.INSTANT) else ""
    if first and last:
        if first == last:
            return first.isoformat() + tilde
        form = interval.codebook() or ""
        if "/" not in form and (interval.precision in (Precision.MONTH, Precision.YEAR) and not interval.approximate):
            return form
    left = f"{first.isoformat()}{tilde}" if first else ".."
    right = f"{last.isoformat()}{tilde if first is None else ''}" if last else ".."
    return f"{left}/{right}"
