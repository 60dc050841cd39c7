"""Dates: the gold table, the parts that a codebook date cannot show, linking over a document, and any text at all."""

from __future__ import annotations

import csv
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vigil.model.claim import Claim, Status
from vigil.model.interval import Interval
from vigil.model.text import Document, Span
from vigil.resolve.dates import find, link, resolve

CASES = list(
    csv.DictReader((Path(__file__).parents[1] / "gold" / "dates.csv").read_text(encoding="utf-8").splitlines())
)
PUBLISHED = datetime(2019, 8, 27, 6, 42, tzinfo=UTC)


@pytest.mark.parametrize("row", CASES, ids=lambda row: f"{row['words']} {row['status']} {row['published']}")
def test_gold(row: dict[str, str]) -> None:
    published = datetime.fromisoformat(row["published"]).replace(tzinfo=UTC) if row["published"] else None
    anchor = Interval.day(date.fromisoformat(row["anchor"])) if row["anchor"] else None
    read = resolve(row["words"], published=published, status=row["status"], anchor=anchor)
    got = read.interval.codebook() if read and read.interval else None
    assert (got or "") == row["want"]


def test_hours_are_kept_beneath_the_day() -> None:
    early = resolve("early Tuesday", published=PUBLISHED, precision="second")
    assert early is not None
    assert early.interval is not None
    assert (early.interval.start, early.interval.end) == (
        datetime(2019, 8, 27, tzinfo=UTC),
        datetime(2019, 8, 27, 8, tzinfo=UTC),
    )
    hours = resolve("in the last 48 hours", published=PUBLISHED, precision="second")
    assert hours is not None
    assert hours.interval is not None
    assert hours.interval.start == datetime(2019, 8, 25, 6, 42, tzinfo=UTC)


def test_a_reading_says_what_it_stands_on() -> None:
    read = resolve("since late April", published=PUBLISHED)
    assert read is not None
    assert (read.edtf, read.anchor_used) == ("2019-04-21~/2019-08-27", "published")
    figures = resolve("03/04/2019", published=PUBLISHED)
    assert figures is not None
    assert figures.alternatives == (Interval.day(date(2019, 3, 4)),)


def _claim(text: str, trigger: str, time: str, status: Status = Status.ACTUAL) -> Claim:
    at, when = text.index(trigger), text.index(time) if time else 0
    return Claim(
        id=f"c{at}", doc="d", s=0, sentence=(0, len(text)), trigger=Span.of(text, at, at + len(trigger)), type="attack",
        time=Span.of(text, when, when + len(time)) if time else None, status=status,
    )  # fmt: skip


def test_link_keeps_a_running_anchor_and_never_forces() -> None:
    text = "Troops attacked Velm on 20 August. A day earlier they shelled Tarn. Villages burned."
    document = Document(id="d", key="k", digest="0", text=text, published=PUBLISHED, published_precision="second")
    claims = [
        _claim(text, "shelled", "A day earlier"),
        _claim(text, "attacked", "on 20 August"),
        _claim(text, "burned", ""),
    ]
    linked = link(document, claims)
    assert [claim.when.codebook() if claim.when else None for claim in linked] == ["2019-08-19", "2019-08-20", None]
    assert [claim.id for claim in linked] == [claim.id for claim in claims]


@pytest.mark.parametrize(
    ("sentence", "read", "want"),
    [
        ("Tarn, 6 May: rebels attacked the town.", "May", "2019-05-06"),
        ("Rebels attacked Tarn on Tuesday and left.", "on", "2019-08-27"),
        ("Rebels attacked Tarn on 10 and 11 August.", "on 10 and", "2019-08-10/2019-08-11"),
        ("Rebels attacked Tarn on Tuesday, 5 people said.", "on Tuesday", "2019-08-27"),
        ("Rebels attacked Tarn on and off.", "on", None),
    ],
)
def test_time_words_that_were_cut_short_are_read_whole(sentence: str, read: str, want: str | None) -> None:
    document = Document(id="d", key="k", digest="0", text=sentence, published=PUBLISHED, published_precision="second")
    (claim,) = link(document, [_claim(sentence, "attacked", read)])
    assert (claim.when.codebook() if claim.when else None) == want


def test_find_in_running_text() -> None:
    text = "He said on Tuesday that talks may resume next week. Troops will march on Friday; many fled in May 2015."
    found = [(text[start:end], value) for start, end, _, value, _, _ in find(text, PUBLISHED)]
    assert found == [
        ("Tuesday", "2019-08-27"), ("next week", "2019-W36"), ("Friday", "2019-08-30"), ("May 2015", "2015-05"),
    ]  # fmt: skip


_PIECES = (
    "since|by|early|late|last|next|Monday|night|31|30|February|2019|9999|in|the|past|two|hundred|years|ago|-|at|25:61|"
    "week|earlier|вчера|٣١|2000-02-31"
)


@settings(deadline=None)  # the first call may load dateparser, 0.3 s and more
@given(
    st.one_of(st.text(max_size=40), st.lists(st.sampled_from(_PIECES.split("|")), max_size=7).map(" ".join)),
    st.one_of(
        st.none(), st.datetimes(datetime(1950, 1, 1), datetime(2090, 1, 1)).map(lambda at: at.replace(tzinfo=UTC))
    ),
    st.sampled_from(["actual", "intended", "negated", "feared"]),
)
def test_any_words_are_read_or_refused_never_a_crash(words: str, published: datetime | None, status: str) -> None:
    read = resolve(words, published=published, status=status)
    assert read == resolve(words, published=published, status=status)
    if published is None and read is not None:
        assert read.anchor_used != "published" or read.interval is None


def test_a_year_earlier_is_told_of_the_quarter_that_the_text_named() -> None:
    text = "Losses in the second quarter of 2016 were twice those of a year earlier, in January nineteen ninety-seven."
    values = [value for _, _, _, value, _, _ in find(text, PUBLISHED)]
    assert values == ["2016-Q2", "2015-Q2", "1997-01"]
    assert [value for _, _, _, value, _, _ in find("It was worse a year earlier.", PUBLISHED)] == ["2018"]
