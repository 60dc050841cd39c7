"""People who fled, returned and shelter: flows and stocks kept apart, causes, and sums that count nothing twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.state.builders import NORTH, TARN, VELM, Book, days
from vigil.model.claim import Mention
from vigil.model.entity import PlaceRef
from vigil.model.event import EventStatus
from vigil.model.state import Displacement, FlowKind
from vigil.state.displacement import camps, follow, period, series, stocks


def moved(book: Book) -> list[Displacement]:
    return follow(book.events, book.claims)


def test_where_from_where_to_how_many_and_who_drove_them():
    book = Book()
    book.add(
        "displacement", "expelled", "2031-02-05", left=VELM, place=TARN, people=(3500, 6000), agents=[NORTH],
        disputes=["displaced"],
    )  # fmt: skip
    (item,) = moved(book)
    assert item.kind is FlowKind.FLOW
    assert (item.origin, item.destination) == (VELM, TARN)
    assert item.people is not None
    assert (item.people.low, item.people.high) == (3500, 6000)
    assert item.driven_by == (NORTH,)
    assert item.disputed
    assert item.as_of is None


def test_a_place_told_as_origin_and_goal_is_the_goal():
    book = Book()
    event = book.add("displacement", "fled", "2031-02-05", left=TARN, place=TARN)
    assert [(i.origin, i.destination) for i in moved(book)] == [(TARN, None)]  # nothing but where they left
    claim = book.claims["c000"]
    both = replace(claim, arguments=(*claim.arguments, Mention(role="from", span=None, place=VELM)))
    (item,) = follow([event], {both.id: both})
    assert (item.origin, item.destination) == (VELM, TARN)


@pytest.mark.parametrize(
    ("mode", "kind"),
    [
        ("fled", "flow"), ("evacuated", "flow"), ("expelled", "flow"), ("returned", "return"), ("sheltering", "stock"),
    ],
)  # fmt: skip
def test_modes_are_flows_returns_and_stocks(mode: str, kind: str):
    book = Book()
    book.add("displacement", mode, "2031-02-05", place=TARN, people=(10, 10))
    (item,) = moved(book)
    assert item.kind.value == kind
    assert item.as_of == (date(2031, 2, 5) if kind == "stock" else None)


def test_a_running_total_is_a_stock_beside_the_flow():
    book = Book()
    book.add("displacement", "fled", days("2030-12-01", "2031-02-05"), people=(900_000, 1_000_000))
    book.add("displacement", "fled", days("2031-02-01", "2031-02-05"), people=(50_000, 50_000))
    book.add("displacement", "fled", "2031-02-06", people=(70_000, 70_000), cumulative=True)
    kinds = {item.event: item.kind.value for item in moved(book)}
    assert kinds == {"ev_000": "stock", "ev_001": "flow", "ev_002": "stock"}
    (week,) = series(moved(book), by="month")
    assert (week.low, week.high) == (50_000, 50_000)
    with pytest.raises(ValueError, match="stocks"):
        series(moved(book), kind=FlowKind.STOCK)


def test_causes_lie_at_the_origin_just_before():
    book = Book()
    cause = book.add("shelling", "", "2031-02-03", place=VELM)
    book.add("shelling", "", "2031-01-20", place=VELM)
    book.add("shelling", "", "2031-02-03", place=TARN)
    book.add("talks", "", "2031-02-03", place=VELM)
    book.add("shelling", "", "2031-02-03", place=VELM, by=NORTH, status=EventStatus.DENIED)
    book.add("displacement", "fled", days("2031-02-04", "2031-02-05"), left=VELM, place=TARN)
    book.add("displacement", "returned", "2031-02-05", left=TARN, place=VELM)
    flight, back = moved(book)
    assert flight.cause == (cause.id,)
    assert back.cause == ()


@pytest.mark.parametrize("status", [EventStatus.ANNOUNCED, EventStatus.DENIED, EventStatus.DISPROVED])
def test_what_nobody_tells_as_done_is_no_movement(status: EventStatus):
    book = Book()
    book.add("displacement", "evacuated", "2031-02-05", place=TARN, by=NORTH, status=status)
    assert moved(book) == []


def test_sums_keep_the_range_and_say_what_is_uncounted():
    book = Book()
    book.add("displacement", "fled", "2031-02-03", place=TARN, people=(3500, 6000))
    book.add("displacement", "fled", days("2031-02-08", "2031-02-12"), place=TARN, people=(100, 100))
    book.add("displacement", "fled", "2031-02-09", place=TARN)
    book.add("displacement", "fled", "2031-02-11", place=VELM, people=(20, None))
    book.add("displacement", "returned", "2031-02-11", place=TARN, people=(7, 7))
    weeks = series(moved(book))
    assert [(w.start.isoformat(), w.low, w.high, w.uncounted) for w in weeks] == [
        ("2031-02-03", 3600, 6100, 1),  # what began on Saturday counts whole, in that week
        ("2031-02-10", 20, None, 0),
    ]
    only = series(moved(book), place=TARN)
    assert [(w.low, w.high) for w in only] == [(3600, 6100)]
    (back,) = series(moved(book), kind=FlowKind.RETURN)
    assert (back.low, back.best, back.high) == (7, 7, 7)


def test_a_part_is_not_counted_beside_its_whole_and_nothing_twice():
    book = Book()
    whole = book.add("displacement", "fled", "2031-02-03", left=VELM, people=(1000, 1000))
    part = book.add("displacement", "fled", "2031-02-04", left=VELM, people=(300, 300))
    every = moved(book)
    (total,) = series([*every, *every], part_of={part.id: whole.id})
    assert (total.low, total.events) == (1000, (whole.id,))
    (alone,) = series(every[1:], part_of={part.id: whole.id})
    assert alone.low == 300


def test_what_came_from_a_place_and_went_into_an_area():
    book = Book()
    district = PlaceRef(text="East", place_id="pack:orsa/east", name="East")
    inside = replace(TARN, within=(district.place_id or "",))
    book.add("displacement", "fled", "2031-02-03", left=VELM, place=inside, people=(10, 10))
    assert series(moved(book), place=district)[0].low == 10
    assert series(moved(book), place=district, origin=True) == []
    assert series(moved(book), place=VELM, origin=True)[0].low == 10


def test_stocks_show_the_last_figure_of_each_place():
    book = Book()
    book.add("displacement", "sheltering", "2031-02-03", place=TARN, people=(500, 500))
    book.add("displacement", "sheltering", "2031-02-05", place=TARN, people=(800, 900))
    book.add("displacement", "sheltering", "2031-02-05", place=VELM, people=(40, 40))
    found = [(row.place and row.place.name, row.low, row.high) for row in stocks(moved(book))]
    assert found == [("Tarn", 800, 900), ("Velm", 40, 40)]


def test_camps_are_known_by_kind_or_name():
    book = Book()
    for place in (replace(TARN, kind="camp"), PlaceRef(text="Orel camp"), VELM):
        book.add("displacement", "sheltering", "2031-02-03", place=place)
    assert [item.event for item in camps(moved(book))] == ["ev_000", "ev_001"]


def test_periods():
    assert period(date(2031, 2, 5), "day") == (date(2031, 2, 5), date(2031, 2, 6))
    assert period(date(2031, 2, 5), "week") == (date(2031, 2, 3), date(2031, 2, 10))
    assert period(date(2031, 12, 31), "month") == (date(2031, 12, 1), date(2032, 1, 1))
    with pytest.raises(ValueError, match="no period 'year'"):
        period(date(2031, 2, 5), "year")
