"""Intervals: half open, UTC, never a false day."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vigil.model.interval import Interval, Precision

days = st.dates(date(1950, 1, 1), date(2090, 1, 1))


@given(days, days)
def test_overlap_is_symmetric_and_gap_agrees_with_it(a: date, b: date) -> None:
    x, y = Interval.day(a), Interval.day(b)
    assert x.overlaps(y) == y.overlaps(x) == (a == b)
    assert x.gap_days(y) == y.gap_days(x) == max(0, abs((a - b).days) - 1)


@pytest.mark.parametrize(
    ("interval", "written"),
    [
        (Interval.day(date(2019, 8, 27)), "2019-08-27"),
        (Interval.month(2020, 2), "2020-02"),
        (Interval.year(2015), "2015"),
        (Interval.days(date(2019, 8, 13), date(2019, 8, 27)), "2019-08-13/2019-08-27"),
        (Interval(datetime(2019, 4, 1, tzinfo=UTC), None), "2019-04-01/"),
        (Interval(None, None), None),
    ],
)
def test_codebook_form(interval: Interval, written: str | None) -> None:
    assert interval.codebook() == written


def test_an_empty_or_local_interval_is_refused() -> None:
    at = datetime(2020, 1, 1, tzinfo=UTC)
    with pytest.raises(ValueError, match="ends after"):
        Interval(at, at)
    with pytest.raises(ValueError, match="UTC"):
        Interval(at.astimezone(timezone(timedelta(hours=3))), None)


def test_open_sides_reach_for_ever() -> None:
    since = Interval(datetime(2019, 4, 1, tzinfo=UTC), None, Precision.MONTH)
    assert since.overlaps(Interval.year(2090))
    assert not since.overlaps(Interval.year(2018))
