"""Aid delivered, blocked and asked for, and whether a place can be reached."""

from __future__ import annotations

from datetime import date

from tests.state.builders import NORTH, SOUTH, TARN, UN, VELM, Book
from vigil.model.event import EventStatus
from vigil.model.state import Access
from vigil.state.aid import access, follow


def test_steps_say_who_blocked_what_for_whom_and_when():
    book = Book()
    book.add("aid", "delivered", "2031-02-09", agents=[UN], targets=[SOUTH], place=VELM)
    book.add("aid", "blocked", "2031-02-05", agents=[NORTH], place=VELM, by=NORTH)
    book.add("aid", "sought", "2031-02-04", agents=[UN], place=VELM)
    book.add("aid", "delivered", "2031-02-20", place=VELM, status=EventStatus.ANNOUNCED)
    book.add("siege", "imposed", "2031-02-01", place=TARN)
    sought, blocked, delivered = follow(book.events)
    assert (sought.access, blocked.access, delivered.access) == (Access.SOUGHT, Access.BLOCKED, Access.DELIVERED)
    assert (blocked.by, blocked.on, blocked.disputed) == ((NORTH,), date(2031, 2, 5), True)
    assert delivered.to == (SOUTH,)
    assert set(blocked.claims) == {"c001", "c001n"}


def test_access_is_the_last_undisputed_step():
    book = Book()
    book.add("aid", "blocked", "2031-02-05", place=VELM)
    book.add("aid", "blocked", "2031-02-07", place=VELM)
    book.add("aid", "sought", "2031-02-08", place=VELM)
    book.add("aid", "delivered", "2031-02-09", place=VELM)
    book.add("aid", "blocked", "2031-02-11", place=VELM, by=NORTH)
    book.add("aid", "delivered", "2031-02-09", place=TARN)
    book.add("aid", "blocked", "2031-02-09", place=TARN)
    steps = follow(book.events)
    assert access(steps, date(2031, 2, 4)) == []
    (early,) = access(steps, date(2031, 2, 8))
    assert (early.state, early.since, early.last) == ("blocked", date(2031, 2, 5), date(2031, 2, 7))
    tarn, velm = access(steps)
    assert (velm.state, velm.since) == ("open", date(2031, 2, 9))
    assert (tarn.state, len(tarn.steps)) == ("contested", 2)
