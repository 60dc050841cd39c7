"""Reading timelines of control: certainty, areas and roads, what changed, captures that somebody denies."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.state.builders import MONITOR, NORTH, REBELS, SOUTH, TARN, VELM, Book, days
from vigil.model.entity import ActorRef, PlaceRef
from vigil.model.event import Event, EventStatus
from vigil.model.state import Hold, Stretch
from vigil.state.control import follow
from vigil.state.control_views import Certainty, area, certainty, changes, denied_captures

DISTRICT = "pack:orsa/east"


def inside(place: PlaceRef) -> PlaceRef:
    return replace(place, within=(DISTRICT,))


def stretch(hold: Hold, *events: Event, holders: tuple[ActorRef, ...] = (NORTH,)) -> Stretch:
    return Stretch(
        start=date(2031, 2, 1), end=None, hold=hold, holders=holders, events=tuple(e.id for e in events), reason=""
    )


def test_certainty_counts_independent_voices():
    book = Book()
    own = book.add("takeover", "captured", "2031-02-01", agents=[NORTH], place=VELM, source=NORTH)
    seen = book.add("takeover", "holds", "2031-02-03", agents=[NORTH], place=VELM, source=MONITOR)
    plan = book.add("takeover", "captured", "2031-02-03", agents=[NORTH], place=VELM, status=EventStatus.ANNOUNCED)
    by_id = {event.id: event for event in book.events}
    assert certainty(stretch(Hold.HELD, own), by_id) is Certainty.OWN_WORD
    assert certainty(stretch(Hold.HELD, own, plan), by_id) is Certainty.OWN_WORD
    assert certainty(stretch(Hold.HELD, seen), by_id) is Certainty.ONE_WITNESS
    assert certainty(stretch(Hold.HELD, own, seen), by_id) is Certainty.CORROBORATED
    assert certainty(stretch(Hold.CONTESTED, own, seen), by_id) is Certainty.CONTRADICTED


def test_an_area_and_a_road_are_told_by_the_places_in_them():
    book = Book()
    orel = replace(VELM, place_id="pack:orsa/orel", name="Orel", text="Orel")
    book.add("takeover", "captured", "2031-02-01", agents=[NORTH], place=inside(VELM))
    book.add("takeover", "holds", "2031-02-02", agents=[NORTH], place=inside(TARN))
    book.add("takeover", "captured", "2031-02-10", agents=[SOUTH], place=inside(TARN), by=NORTH)
    book.add("takeover", "holds", "2031-02-02", agents=[REBELS], place=orel)
    controls = follow(book.events, book.claims)
    whole = area(controls, DISTRICT, date(2031, 2, 5))
    assert (whole.places, whole.whole, whole.shares[0].name) == (2, True, "Northern Army")
    split = area(controls, DISTRICT, date(2031, 2, 12))
    assert not split.whole
    assert [(s.hold, s.side, s.places) for s in split.shares] == [
        (Hold.CONTESTED, "", ("pack:orsa/tarn",)),
        (Hold.HELD, "orsa/north", ("pack:orsa/velm",)),
    ]
    road = area(controls, ["pack:orsa/velm", "pack:orsa/orel"], date(2031, 2, 5), name="R1")
    assert (road.area, [s.side for s in road.shares]) == ("R1", ["orsa/north", "orsa/rebels"])
    assert area(controls, DISTRICT, date(2031, 1, 1)).places == 0


def test_what_changed_between_two_days():
    book = Book()
    book.add("takeover", "captured", "2031-02-01", agents=[NORTH], place=VELM)
    book.add("takeover", "captured", "2031-02-10", agents=[SOUTH], place=VELM)
    book.add("takeover", "holds", "2031-02-12", agents=[REBELS], place=TARN)
    book.add("takeover", "holds", "2031-02-14", agents=[REBELS], place=TARN)
    found = changes(follow(book.events, book.claims), date(2031, 2, 10), date(2031, 2, 14))
    assert [(c.control.place.name, c.on.day, c.before is None, c.after.holders) for c in found] == [
        ("Velm", 10, False, (SOUTH,)),
        ("Tarn", 12, True, (REBELS,)),
    ]
    assert changes(follow(book.events, book.claims), date(2031, 2, 2), date(2031, 2, 9)) == []


def test_denied_captures_are_claims_on_a_place():
    book = Book()
    claimed = book.add("takeover", "captured", "2031-02-10", agents=[SOUTH], place=VELM, source=SOUTH, by=NORTH)
    book.add("takeover", "captured", "2031-02-01", agents=[NORTH], place=VELM)
    book.add("takeover", "captured", "2031-02-20", place=VELM, by=NORTH, status=EventStatus.DENIED)
    assert denied_captures(book.events) == [claimed]
    (control,) = follow(book.events, book.claims)
    assert control.stretches[-1].hold is Hold.CONTESTED
    assert control.stretches[-1].reason == "captured, says Southern Army; denied by Northern Army"


def test_a_quarrel_about_the_dead_does_not_touch_who_holds_the_town():
    book = Book()
    book.add(
        "takeover", "captured", days("2031-02-10", "2031-02-11"), agents=[SOUTH], place=VELM, disputes=["killed"],
        status=EventStatus.DISPUTED,
    )  # fmt: skip
    (control,) = follow(book.events, book.claims)
    assert control.stretches[0].hold is Hold.HELD


def test_a_disproved_capture_changes_nothing():
    book = Book()
    book.add("takeover", "captured", "2031-02-10", agents=[SOUTH], place=VELM, status=EventStatus.DISPROVED)
    assert follow(book.events, book.claims) == []
