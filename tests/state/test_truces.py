"""Truces: which step belongs to which, when each came into force, what is alleged and denied, and when it was over."""

from __future__ import annotations

from datetime import date

import pytest

from tests.state.builders import MONITOR, NORTH, REBELS, SOUTH, TARN, UN, VELM, Book, days
from vigil.model.claim import Status
from vigil.model.entity import ActorRef
from vigil.model.event import EventStatus
from vigil.model.state import Truce
from vigil.state.truce_views import attacks, violations
from vigil.state.truces import follow

BOTH = (NORTH, SOUTH)


def truces(book: Book) -> list[Truce]:
    return follow(book.events, book.claims)


def kinds(truce: Truce) -> list[str]:
    return [step.kind.value for step in truce.steps]


def declared(book: Book, day: str = "2031-02-01", **fields):
    return book.add("ceasefire", "declared", day, agents=BOTH, place=VELM, source=UN, **fields)


def test_a_truce_is_declared_broken_denied_and_restored():
    book = Book()
    declared(book)
    book.add("ceasefire", "violated", "2031-02-05", agents=[NORTH], place=VELM, source=SOUTH, by=NORTH)
    book.add("ceasefire", "agreed", "2031-02-09", agents=BOTH, place=VELM, source=UN)
    (truce,) = truces(book)
    assert kinds(truce) == ["declared", "violated", "restored"]
    assert (truce.declared, truce.in_force, truce.ended) == (date(2031, 2, 1), date(2031, 2, 1), None)
    alleged = truce.steps[1]
    assert (alleged.said_by, alleged.denied_by) == (("Southern Army",), ("Northern Army",))
    assert [actor.name for actor in alleged.by] == ["Northern Army"]
    assert set(alleged.claims) == {"c001", "c001n"}
    assert truce.stands(date(2031, 2, 20))
    assert not truce.stands(date(2031, 1, 31))


@pytest.mark.parametrize(
    ("time", "when", "begins"),
    [
        ("on Friday", "2031-02-07", "2031-02-07"),
        ("on Friday that begins at midnight", "2031-02-07", "2031-02-08"),
        ("from Saturday", "2031-02-08", "2031-02-08"),
        ("effective from Sunday", "2031-02-09", "2031-02-09"),
    ],
)
def test_time_words_say_when_it_comes_into_force(time: str, when: str, begins: str):
    book = Book()
    declared(book, when, time=time)
    (truce,) = truces(book)
    assert truce.in_force == date.fromisoformat(begins)
    assert truce.declared is not None
    assert truce.declared <= truce.in_force


def test_a_denied_attack_at_the_place_and_day_is_the_accused_sides_denial():
    book = Book()
    declared(book)
    book.add("ceasefire", "violated", "2031-02-05", agents=[NORTH], place=VELM, source=SOUTH)
    book.add("shelling", "", "2031-02-05", place=VELM, by=NORTH)
    book.add("shelling", "", "2031-02-06", place=VELM, by=NORTH)
    book.add("shelling", "", "2031-02-05", place=TARN, by=NORTH)
    (truce,) = truces(book)
    assert truce.steps[1].denied_by == ("Northern Army",)
    assert set(truce.steps[1].claims) == {"c001", "c002n"}


def test_an_attack_while_it_stands_is_no_violation_unless_somebody_says_so():
    book = Book()
    declared(book)
    strike = book.add("shelling", "", "2031-02-05", agents=[NORTH], targets=[SOUTH], place=VELM)
    book.add("shelling", "", "2031-01-05", agents=[NORTH], targets=[SOUTH], place=VELM)
    book.add("shelling", "", "2031-02-05", agents=[NORTH], place=TARN)
    book.add("shelling", "", "2031-02-05", agents=[REBELS], place=VELM)
    (truce,) = truces(book)
    assert kinds(truce) == ["declared"]
    assert violations([truce]) == []
    assert attacks(truce, book.events) == [strike]


def test_violations_are_counted_by_side_and_day_and_a_bare_denial_is_none():
    book = Book()
    declared(book)
    for day in ("2031-02-05", "2031-02-05", "2031-02-06"):
        book.add("ceasefire", "violated", day, agents=[NORTH], place=VELM, source=SOUTH)
    book.add("ceasefire", "violated", "2031-02-05", agents=[SOUTH], place=VELM, source=NORTH, by=SOUTH)
    book.add("ceasefire", "violated", "2031-02-07", agents=[SOUTH], place=VELM, by=SOUTH, status=EventStatus.DENIED)
    (truce,) = truces(book)
    rows = [(row.name, row.on.day, row.alleged, row.denied) for row in violations([truce]) if row.on]
    assert rows == [("Northern Army", 5, 2, 0), ("Southern Army", 5, 1, 1), ("Northern Army", 6, 1, 0)]
    assert kinds(truce).count("violated") == 5


def test_a_violation_by_nobody_named_is_counted_under_no_side():
    book = Book()
    declared(book)
    book.add("ceasefire", "violated", "2031-02-05", place=VELM, source=UN)
    (row,) = violations(truces(book))
    assert (row.side, row.name, row.alleged) == ("", "", 1)


def test_a_truce_with_another_party_is_another_truce():
    book = Book()
    declared(book)
    book.add("ceasefire", "agreed", "2031-02-09", agents=[NORTH, REBELS], place=VELM)
    book.add("ceasefire", "violated", "2031-02-12", agents=[REBELS], place=VELM, source=NORTH)
    one, two = truces(book)
    assert kinds(one) == ["declared"]
    assert kinds(two) == ["declared", "violated"]


def test_local_truces_in_two_towns_are_two_and_a_violation_goes_to_its_town():
    book = Book()
    declared(book)
    book.add("ceasefire", "agreed", "2031-02-02", agents=BOTH, place=TARN)
    book.add("ceasefire", "violated", "2031-02-12", agents=[NORTH], place=VELM, source=SOUTH)
    one, two = truces(book)
    assert (kinds(one), kinds(two)) == (["declared", "violated"], ["declared"])


def test_after_an_end_a_declaration_begins_anew():
    book = Book()
    declared(book)
    book.add("ceasefire", "ended", "2031-02-10", agents=[NORTH], place=VELM)
    declared(book, "2031-02-20")
    old, new = truces(book)
    assert (old.ended, kinds(old)) == (date(2031, 2, 10), ["declared", "ended"])
    assert (new.declared, kinds(new)) == (date(2031, 2, 20), ["declared"])
    assert not old.stands(date(2031, 2, 10))


def test_after_a_long_silence_a_new_truce_takes_the_old_ones_place():
    book = Book()
    declared(book)
    declared(book, "2031-03-20")
    declared(book, "2031-08-20")
    old, new = truces(book)
    assert kinds(old) == ["declared", "declared"]
    assert old.ended == new.in_force == date(2031, 8, 20)


def test_what_is_only_announced_is_a_proposal_and_a_denied_truce_is_none():
    book = Book()
    book.add(
        "ceasefire", "agreed", "2031-01-25", agents=BOTH, place=VELM, status=EventStatus.ANNOUNCED,
        claim_status=Status.INTENDED,
    )  # fmt: skip
    declared(book)
    book.add("ceasefire", "agreed", "2031-02-02", agents=[REBELS], by=REBELS, status=EventStatus.DENIED)
    (truce,) = truces(book)
    assert kinds(truce) == ["proposed", "declared"]
    assert truce.declared == date(2031, 2, 1)


def test_a_violation_of_an_unknown_truce_makes_one_without_a_declaration():
    book = Book()
    book.add("ceasefire", "violated", "2031-02-05", agents=[NORTH], place=VELM, source=SOUTH)
    book.add("ceasefire", "violated", "2031-02-06", agents=[SOUTH], place=VELM, source=NORTH)
    (truce,) = truces(book)
    assert (truce.declared, truce.in_force) == (None, None)
    assert not truce.stands(date(2031, 2, 6))
    assert {party.name for party in truce.parties} == {"Northern Army", "Southern Army"}


def test_who_names_neither_party_nor_place_speaks_of_the_last_truce():
    book = Book()
    declared(book)
    book.add("ceasefire", "violated", "2031-02-05", source=SOUTH)
    book.add("ceasefire", "holds", "2031-02-08", agents=[ActorRef(text="both sides")])
    book.add("ceasefire", "declared", days("2031-02-09", "2031-02-12", approximate=True))
    (truce,) = truces(book)
    assert kinds(truce) == ["declared", "violated", "in_force", "declared"]  # who names nobody restores nothing
    assert {party.name for party in truce.parties} == {"Northern Army", "Southern Army"}


def test_a_restored_truce_is_not_broken_whatever_the_reader_took_it_for():
    for trigger, steps in (("restored", ["declared"]), ("violated", ["declared", "violated"])):
        book = Book()
        declared(book)
        book.add(
            "ceasefire", "violated", days("2031-02-05", "2031-02-06", approximate=True), agents=[NORTH], trigger=trigger
        )
        (truce,) = truces(book)
        assert kinds(truce) == steps


def test_an_end_on_the_day_of_the_declaration_needs_a_party():
    for agents, ended in (([], None), ([NORTH], date(2031, 2, 1))):
        book = Book()
        declared(book)
        book.add("ceasefire", "ended", "2031-02-01", agents=agents, place=VELM)
        (truce,) = truces(book)
        assert (kinds(truce), truce.ended) == (["declared", "ended"], ended)


def test_after_a_years_silence_nothing_is_about_it():
    book = Book()
    declared(book)
    book.add("ceasefire", "violated", "2031-06-01", agents=[NORTH], place=VELM, source=SOUTH)
    book.add("ceasefire", "violated", "2032-07-01", agents=[NORTH], place=VELM, source=SOUTH)
    assert [kinds(truce) for truce in truces(book)] == [["declared", "violated"], ["violated"]]


def test_a_truce_that_was_said_to_hold_before_has_no_declaration_on_record():
    book = Book()
    book.add("ceasefire", "holds", "2031-02-01", agents=BOTH, place=VELM)
    declared(book, "2031-02-05")
    (truce,) = truces(book)
    assert (truce.declared, truce.in_force) == (None, date(2031, 2, 1))
    assert kinds(truce) == ["in_force", "declared"]


def test_a_truce_mentioned_in_passing_is_no_step():
    book = Book()
    vague = days("2031-02-09", "2031-02-12", approximate=True)
    book.add("ceasefire", "agreed", vague, agents=[NORTH])
    book.add("ceasefire", "agreed", None, place=VELM)
    assert truces(book) == []
    book.add("ceasefire", "agreed", vague, agents=BOTH)
    book.add("ceasefire", "declared", vague, agents=[REBELS])
    assert [kinds(truce) for truce in truces(book)] == [["declared"], ["declared"]]


def test_an_end_that_names_nobody_and_no_place_ends_nothing():
    book = Book()
    declared(book)
    book.add("ceasefire", "ended", "2031-02-05")
    (truce,) = truces(book)
    assert (kinds(truce), truce.ended) == (["declared", "ended"], None)
    assert truce.stands(date(2031, 2, 6))


def test_terms_are_what_is_told_to_be_done_near_the_declaration():
    book = Book()
    declared(book, doc="paper", s=2)
    plan = {"status": EventStatus.ANNOUNCED, "claim_status": Status.INTENDED}
    book.add("withdrawal", "", None, agents=[NORTH], place=VELM, doc="paper", s=4, **plan)
    book.add("withdrawal", "", None, agents=[REBELS], place=VELM, doc="paper", s=3, **plan)
    book.add("release", "", None, doc="paper", s=9, **plan)
    book.add("release", "", None, doc="elsewhere", s=3, **plan)
    (truce,) = truces(book)
    assert truce.terms == ("c000", "c001")


def test_agreements_are_followed_likewise():
    book = Book()
    book.add("agreement", "", "2031-02-01", agents=BOTH, place=VELM)
    book.add("ceasefire", "violated", "2031-02-05", agents=[NORTH], place=VELM, source=SOUTH)
    declared(book, "2031-02-10")
    one, two = truces(book)
    assert (one.kind, kinds(one)) == ("agreement", ["declared", "violated"])
    assert (two.kind, kinds(two)) == ("ceasefire", ["declared"])


def test_order_of_events_does_not_matter():
    book = Book()
    declared(book)
    book.add("ceasefire", "violated", "2031-02-05", agents=[NORTH], place=VELM, source=SOUTH)
    book.add("ceasefire", "agreed", "2031-02-09", agents=BOTH, place=VELM)
    assert follow(book.events[::-1], dict(reversed(book.claims.items()))) == truces(book)
    assert MONITOR.name in truces(book)[0].steps[2].said_by
