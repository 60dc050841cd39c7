from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from tests.publish import made
from vigil.model.entity import PlacePrecision, PlaceRef
from vigil.model.event import Dispute
from vigil.model.interval import Interval, Precision
from vigil.publish import text

ABOUT = (datetime(2031, 5, 3, tzinfo=UTC), datetime(2031, 5, 4, tzinfo=UTC))


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (5, 5, "5"),
        (5, None, "at least 5"),
        (None, 7, "at most 7"),
        (9, 21, "9 to 21"),
        (1200, 3000, "1,200 to 3,000"),
        (None, None, "an unknown number of"),
    ],
)
def test_counts_keep_their_range(low: int | None, high: int | None, words: str) -> None:
    assert text.count_words(low, high) == words


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (None, "date unknown"),
        (Interval.day(date(2031, 5, 3)), "3 May 2031"),
        (Interval.days(date(2031, 5, 3), date(2031, 5, 5)), "3–5 May 2031"),
        (Interval.days(date(2031, 4, 30), date(2031, 5, 2)), "30 Apr – 2 May 2031"),
        (Interval.days(date(2030, 12, 30), date(2031, 1, 2)), "30 Dec 2030 – 2 Jan 2031"),
        (Interval.month(2031, 2), "Feb 2031"),
        (Interval.year(2031), "2031"),
        (Interval(None, datetime(2031, 5, 3, tzinfo=UTC)), "by 2 May 2031"),
        (Interval(datetime(2031, 5, 3, tzinfo=UTC), None), "since 3 May 2031"),
        (Interval(ABOUT[0], ABOUT[1], Precision.DAY, True), "about 3 May 2031"),
    ],
)
def test_dates_keep_their_doubt(when: Interval | None, words: str) -> None:
    assert text.when_words(when) == words


def test_a_place_is_never_told_more_exactly_than_it_is_known() -> None:
    assert text.place_words(made.VELM) == "Velm"
    assert text.place_words(made.NORTH) == "North district"
    assert text.place_words(PlaceRef(text="Nowhere")) == "“Nowhere” (not on the map)"
    country = PlaceRef(text="Orsa", place_id="iso:ORS", name="Orsa", lat=1.0, lon=1.0, precision=PlacePrecision.COUNTRY)
    assert text.place_words(country) == "somewhere in Orsa"
    assert text.place_words(None) == "place unknown"


def test_fetched_words_cannot_steer_a_terminal_or_turn_the_reading_order() -> None:
    assert text.clean("a\x1b[31mred\x07\u202egnp.exe\n b\ud800") == "a [31mred gnp.exe b"


def test_one_side_that_speaks_twice_is_one_witness() -> None:
    event = made.strike_event()
    assert text.independent(event) == 2
    assert text.witnesses_words(made.takeover_event()) == "1 witness"
    assert text.witnesses_words(made.plan_event()) == "no witness"


def test_a_title_names_no_target() -> None:
    title = text.event_title(made.strike_event())
    assert title == "Airstrike, Velm – Orsan Army"
    assert "Lena" not in title


def test_a_title_says_blamed_where_who_did_it_is_disputed() -> None:
    strike = made.strike_event()
    disputed = replace(strike, disputes=(*strike.disputes, Dispute(what="perpetrator", positions=())))
    assert text.event_title(disputed) == "Airstrike, Velm – blamed on Orsan Army"


def test_a_source_is_named_by_what_its_words_mean() -> None:
    record = made.record()
    denial, blast = record.made_claims[1], record.made_claims[2]
    assert text.source_words(denial) == "The army (Orsan Army)"
    assert text.source_words(blast) == "it said (The army)"
    assert text.source_words(record.made_claims[4]) == "the outlet itself"
    assert text.stance_words(denial) == "denied it"
