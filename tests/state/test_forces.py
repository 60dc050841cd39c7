"""Moves of forces and ties between parties."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.state.builders import MONITOR, NORTH, REBELS, SOUTH, TARN, UN, VELM, Book
from vigil.model.event import EventStatus
from vigil.model.state import MoveKind
from vigil.state.forces import moves, relations


def ties(book: Book) -> set[tuple[str, str, str]]:
    return {(tie.kind.value, tie.one.name, tie.other.name) for tie in relations(book.events, book.claims)}


def test_deployments_go_to_a_place_and_withdrawals_leave_one():
    book = Book()
    book.add(
        "deployment",
        "",
        "2031-02-01",
        agents=[NORTH, SOUTH],
        left=TARN,
        place=VELM,
        people=(400, 400),
        counted="forces",
    )
    book.add("withdrawal", "", "2031-02-05", agents=[NORTH], left=VELM, place=TARN)
    book.add("withdrawal", "", "2031-02-06", agents=[SOUTH], place=VELM, by=SOUTH)
    book.add("deployment", "", "2031-02-07")
    book.add("deployment", "", "2031-02-08", agents=[NORTH], status=EventStatus.ANNOUNCED)
    one, two, back, left, unknown = moves(book.events, book.claims)
    assert [one.actor, two.actor] == [NORTH, SOUTH]
    assert (one.origin, one.place, one.kind) == (TARN, VELM, MoveKind.DEPLOYED)
    assert one.strength is not None
    assert one.strength.best == 400
    assert (back.origin, back.place, back.kind) == (VELM, TARN, MoveKind.WITHDRAWN)
    assert (left.origin, left.place, left.disputed) == (VELM, None, True)
    assert unknown.actor is None


def test_fights_are_one_tie_a_pair_with_first_and_last_day():
    book = Book()
    book.add("shelling", "", "2031-02-05", agents=[NORTH], targets=[SOUTH])
    book.add("takeover", "captured", "2031-02-09", agents=[SOUTH], targets=[NORTH], place=VELM)
    book.add("airstrike", "", "2031-01-20", agents=[NORTH], targets=[SOUTH])
    (tie,) = relations(book.events, book.claims)
    assert (tie.first, tie.last) == (date(2031, 1, 20), date(2031, 2, 9))
    assert tie.events == ("ev_002", "ev_000", "ev_001")


def test_nobody_fights_where_the_culprit_is_disputed_or_no_party_is_hit():
    book = Book()
    book.add("airstrike", "", "2031-02-05", agents=[NORTH, REBELS], targets=[SOUTH], disputes=["perpetrator"])
    book.add(
        "airstrike",
        "",
        "2031-02-05",
        agents=[NORTH],
        targets=[replace(UN, kind="aid"), replace(MONITOR, kind="monitor")],
    )
    book.add("airstrike", "", "2031-02-05", agents=[NORTH], targets=[replace(NORTH, actor_id="orsa/guard")])
    book.add("airstrike", "", "2031-02-05", agents=[NORTH], targets=[SOUTH], status=EventStatus.DENIED, by=NORTH)
    book.add("takeover", "holds", "2031-02-05", agents=[NORTH], targets=[SOUTH])
    assert ties(book) == set()


def test_arms_have_a_direction():
    book = Book()
    book.add("arms", "supplied", "2031-02-05", agents=[SOUTH], targets=[NORTH])
    book.add("arms", "seized", "2031-02-05", agents=[NORTH], targets=[REBELS])
    assert ties(book) == {("supplies", "Southern Army", "Northern Army")}


@pytest.mark.parametrize(
    ("kind", "mode", "found"),
    [
        ("talks", "", True), ("agreement", "", True), ("release", "", True), ("ceasefire", "agreed", True),
        ("ceasefire", "violated", False), ("threat", "", False),
    ],
)  # fmt: skip
def test_who_talks_to_whom(kind: str, mode: str, found: bool):
    book = Book()
    book.add(kind, mode, "2031-02-05", agents=[SOUTH, NORTH])
    assert ties(book) == ({("talks_to", "Northern Army", "Southern Army")} if found else set())


def test_mergers_and_splits_are_told_by_their_words():
    book = Book()
    book.add("agreement", "", "2031-02-05", agents=[REBELS, SOUTH], trigger="merged")
    book.add("withdrawal", "", "2031-03-05", agents=[REBELS], targets=[SOUTH], trigger="left")
    book.add("withdrawal", "", "2031-03-06", agents=[NORTH], targets=[SOUTH], trigger="pulled back")
    assert ties(book) == {
        ("talks_to", "Hill Rebels", "Southern Army"),
        ("allied_with", "Hill Rebels", "Southern Army"),
        ("broke_with", "Hill Rebels", "Southern Army"),
    }
