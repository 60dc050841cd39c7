"""The Islamic calendar, Levantine months, and anniversaries, which are old events."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from vigil.model.claim import Claim
from vigil.model.interval import Interval
from vigil.model.text import Document, Span
from vigil.resolve.dates import find, link, resolve
from vigil.resolve.dates.islamic import first_of

PUBLISHED = datetime(2019, 8, 27, 6, 42, tzinfo=UTC)


@pytest.mark.parametrize(
    ("year", "month", "began"),
    [  # as Saudi Arabia announced them
        (1432, 9, "2011-08-01"), (1436, 9, "2015-06-18"), (1438, 9, "2017-05-27"), (1440, 9, "2019-05-06"),
        (1443, 9, "2022-04-02"), (1446, 9, "2025-03-01"), (1441, 1, "2019-08-31"), (1440, 12, "2019-08-02"),
    ],
)  # fmt: skip
def test_months_begin_within_a_day_of_what_was_announced(year: int, month: int, began: str) -> None:
    assert abs(first_of(year, month) - date.fromisoformat(began)) <= timedelta(days=1)


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("during Ramadan", "2019-05-06", "2019-06-04"),
        ("the holy month of Ramadan", "2019-05-06", "2019-06-04"),
        ("last Ramadan", "2019-05-06", "2019-06-04"),
        ("early Ramadan", "2019-05-06", "2019-05-15"),
        ("Ramadan 2016", "2016-06-06", "2016-07-05"),
        ("the first day of Ramadan", "2019-05-06", "2019-05-06"),
        ("27 Ramadan 1439", "2018-06-12", "2018-06-12"),
        ("Eid al-Adha", "2019-08-11", "2019-08-14"),
        ("Eid al-Fitr last year", "2019-06-05", "2019-06-07"),
        ("10 Muharram 1441", "2019-09-09", "2019-09-09"),
        ("27 رمضان 1440", "2019-06-01", "2019-06-01"),
        ("خلال شهر رمضان", "2019-05-06", "2019-06-04"),
        ("20 Tishreen al-Awwal 2018", "2018-10-20", "2018-10-20"),
        ("15 Adhar 2011", "2011-03-15", "2011-03-15"),
    ],
)
def test_months_and_feasts(words: str, first: str, last: str) -> None:
    read = resolve(words, published=PUBLISHED)
    assert read is not None
    assert read.interval is not None
    got = read.interval.first_day, read.interval.last_day
    for ours, theirs in zip(got, (first, last), strict=True):
        assert ours is not None
        assert abs(ours - date.fromisoformat(theirs)) <= timedelta(days=1)
    if "Ramadan" in words:
        assert read.interval.approximate  # the moon is sighted, not reckoned
        assert "~" in read.edtf


def test_since_ramadan_is_open_to_publication() -> None:
    read = resolve("since Ramadan", published=PUBLISHED)
    assert read is not None
    assert read.interval is not None
    assert (read.interval.first_day, read.interval.last_day) == (date(2019, 5, 6), date(2019, 8, 27))


@pytest.mark.parametrize("text", ["Ramadan Shalah spoke.", "General Rajab said so.", "They met Shaban and Safar."])
def test_men_are_called_so_too(text: str) -> None:
    assert find(text, PUBLISHED) == []


def _claim(text: str, trigger: str, time: str = "") -> Claim:
    at, when = text.index(trigger), text.index(time) if time else 0
    return Claim(
        id=f"c{at}", doc="d", s=0, sentence=(0, len(text)), trigger=Span.of(text, at, at + len(trigger)), type="attack",
        time=Span.of(text, when, when + len(time)) if time else None,
    )  # fmt: skip


def _linked(text: str, trigger: str, time: str = "") -> Interval | None:
    document = Document(id="d", key="k", digest="0", text=text, published=PUBLISHED, published_precision="second")
    return link(document, [_claim(text, trigger, time)])[0].when


def test_what_an_anniversary_commemorates_is_old() -> None:
    text = "On Sunday crowds in Velm marked the sixth anniversary of the Tarn gas attack."
    when = _linked(text, "attack", "On Sunday")
    assert when is not None
    assert when.overlaps(Interval.day(date(2013, 8, 25)))
    assert not when.overlaps(Interval.day(date(2019, 8, 25)))
    march = _linked(text, "marked", "On Sunday")
    assert march is not None
    assert march.codebook() == "2019-08-25"


def test_an_anniversary_without_a_number_is_a_year_old_at_least() -> None:
    when = _linked("Vigils were held on the anniversary of the massacre.", "massacre")
    assert when is not None
    assert when.start is None
    assert when.last_day is not None
    assert when.last_day < date(2018, 9, 5)


def test_what_happens_on_an_anniversary_is_new_and_a_named_year_counts() -> None:
    assert _linked("On the anniversary of the uprising rebels attacked Velm.", "attacked") is None
    named = _linked("It was the anniversary of the August 2013 attack.", "attack", "August 2013")
    assert named is not None
    assert named.codebook() == "2013-08"
