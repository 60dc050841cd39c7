from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vigil.ingest.stamps import parse


@pytest.mark.parametrize(
    ("words", "at", "precision", "noted"),
    [
        ("2031-05-06T07:08:09Z", "2031-05-06T07:08:09", "second", False),
        ("2031-05-06T07:08:09.123+0300", "2031-05-06T04:08:09", "second", False),
        ("2031-05-06T07:08+03:00", "2031-05-06T04:08:00", "second", False),
        ("2031-05-06 07:08:09 UTC", "2031-05-06T07:08:09", "second", False),
        ("2031-05-06T01:00:00+03:00", "2031-05-05T22:00:00", "second", False),
        ("20310506T070809Z", "2031-05-06T07:08:09", "second", False),
        ("2031-05-06", "2031-05-06T00:00:00", "day", False),
        ("2031-5-6", "2031-05-06T00:00:00", "day", False),
        ("20310506", "2031-05-06T00:00:00", "day", False),
        ("2031-05-06 07:08", "2031-05-06T07:08:00", "second", True),
        ("Tue, 06 May 2031 07:08:09 +0300", "2031-05-06T04:08:09", "second", False),
        ("Tue, 06 May 2031 07:08:09 GMT", "2031-05-06T07:08:09", "second", False),
        ("Tue, 06 May 2031 07:08:09 +03:00", "2031-05-06T04:08:09", "second", False),
        ("Tue, 06 May 2031 07:08:09 -0000", "2031-05-06T07:08:09", "second", True),
        ("6 May 2031 07:08 IST", "2031-05-06T07:08:00", "second", True),
        ("6 May 2031, 2:30 pm IST", "2031-05-06T14:30:00", "second", True),
        ("Tuesday 06-05-2031 14:30 IST", "2031-05-06T14:30:00", "second", True),  # its year is no offset
        ("6 May 2031", "2031-05-06T00:00:00", "day", False),
        ("May 6, 2031", "2031-05-06T00:00:00", "day", False),
        ("6 мая 2031", "2031-05-06T00:00:00", "day", False),
        ("1935982089", "2031-05-08T04:48:09", "second", False),
        ("1935982089000", "2031-05-08T04:48:09", "second", False),
    ],
)
def test_stamps(words: str, at: str, precision: str, noted: bool) -> None:
    stamp = parse(words)
    assert stamp.at == datetime.fromisoformat(at).replace(tzinfo=UTC)
    assert (stamp.precision, bool(stamp.note)) == (precision, noted)


@pytest.mark.parametrize(
    ("words", "at", "precision"),
    [
        ("27 أغسطس 2019", "2019-08-27T00:00:00+00:00", "day"),
        ("6 Mayıs 2031 Salı 14:30", "2031-05-06T14:30:00+00:00", "second"),
        ("6 травня 2031, 14:30", "2031-05-06T14:30:00+00:00", "second"),
        ("mardi 6 mai 2031 à 14:30", "2031-05-06T14:30:00+00:00", "second"),
        ("May 6, 2031 at 2:30 PM EDT", "2031-05-06T18:30:00+00:00", "second"),
    ],
)
def test_stamps_in_words(words: str, at: str, precision: str) -> None:
    stamp = parse(words)
    assert (stamp.at, stamp.precision) == (datetime.fromisoformat(at), precision)


@pytest.mark.parametrize("words", ["2 hours ago 2031", "1000 days ago", "today 2031", "yesterday at 14:30, 2031"])
def test_what_counts_from_today_is_no_stamp(words: str) -> None:
    assert parse(words).at is None  # it would be another day with each run


@pytest.mark.parametrize(
    "words", ["yesterday", "May", "2031", "T-72", "9999-12-31", "0000-00-00", "31/31/2031", "Sat Nav"]
)
def test_what_is_no_stamp_is_noted(words: str) -> None:
    stamp = parse(words)
    assert (stamp.at, stamp.precision) == (None, "unknown")
    assert words in stamp.note


def test_empty_is_unknown_without_a_note() -> None:
    assert parse("  ").note == ""


@settings(deadline=None)
@given(st.text(alphabet="0123456789-:T+Z ./", max_size=40))
def test_never_raises(words: str) -> None:
    stamp = parse(words)
    assert (stamp.at is None) == (stamp.precision == "unknown")
