"""What every record does, whatever it is kept in: ``check_store``."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.store.written import DAY, GUARD, VELM, WHOLE, claim, document, event
from vigil.model.errors import Misuse
from vigil.model.issue import Issue, Level
from vigil.model.link import Decision, Judgement, Score
from vigil.model.state import Control, Hold, Stretch
from vigil.store import Copied, Store


def check_store(store: Store) -> None:
    """Everything that a record does, on an empty one."""
    check_documents(store)
    check_versions(store)
    check_derived(store)
    check_decisions(store)
    check_issues(store)
    check_search(store)
    check_takedown(store)
    assert store.verify() == []


def check_documents(store: Store) -> None:
    one, two = document(1), document(2)
    with store.write() as writer:
        writer.put_reading(one, [claim(one), claim(one, 1)], stages="s1")
        writer.put_reading(two, [], stages="s1", state="unread language xx")
        writer.put_sighting("d1", "file:other")
        writer.put_sighting("d1", "file:other")
    view = store.view()
    assert list(view.documents()) == [one, two]
    assert view.document("d1") == one
    assert view.document("nobody") is None
    assert list(view.claims()) == [claim(one), claim(one, 1)]
    assert list(view.claims("d2")) == []
    assert view.claim("cd1-1") == claim(one, 1)
    assert view.sightings("d1") == ["file:other"]
    assert view.states() == {"read": 1, "unread language xx": 1}
    (outcome,) = view.outcomes(one.digest)
    assert (outcome.doc, outcome.key, outcome.outlet, outcome.stages, outcome.state) == (
        "d1",
        "file:1",
        "Pell Mail",
        "s1",
        "read",
    )
    with store.write() as writer:
        writer.put_reading(one, [replace(claim(one), confidence=0.9)], stages="s2")
    assert [c.confidence for c in view.claims()] == [0.9]
    assert view.counts()["documents"] == 2
    with pytest.raises(ZeroDivisionError):
        write_and_fail(store)
    assert view.document("d9") is None


def write_and_fail(store: Store) -> None:
    with store.write() as writer:
        writer.put_reading(document(9), [], stages="s1")
        writer.flush()
        raise ZeroDivisionError


def check_versions(store: Store) -> None:
    later, earlier = (document(n, key="https://pell.example/a", published=DAY + timedelta(days=n)) for n in (4, 3))
    with store.write() as writer:
        writer.put_reading(later, [], stages="s1")
        writer.put_reading(earlier, [], stages="s1")
    assert [d.id for d in store.view().versions(later.key)] == ["d3", "d4"]
    assert store.view().superseded() == {"d3": "d4"}


def check_derived(store: Store) -> None:
    view = store.view()
    one = view.document("d1")
    assert one is not None
    events = [event(2, claim(one)), event(1, day=date(2031, 4, 5)), event(0, day=None)]
    stretch = Stretch(
        start=date(2031, 4, 2), end=None, hold=Hold.HELD, holders=(GUARD,), events=("e2abc",), reason="told so"
    )
    control = Control(place=VELM, stretches=(stretch,))
    for _ in range(2):
        with store.write() as writer:
            copied = {"d1": Copied("d2", Score(0.9, "alike"))}
            writer.replace_derived(
                events,
                replace(WHOLE, controls=(control,)),
                copied,
                forwards=[("e9", "e2abc", "merged")],
                names={"test:guard": ("Black Hats",), "test:isle": ("Isle",)},
            )
    assert view.events() == events
    assert view.events(type="talks") == []
    assert view.events(status="reported") == [events[2]]
    assert view.events(since=date(2031, 4, 3)) == [events[1]]
    assert view.events(until=date(2031, 4, 2)) == [events[0]]
    for actor in ("test:guard", "tarn", "Black hats", "THE GUARD"):
        assert view.events(actor=actor) == events
    for place in ("velm", "isle", "test:isle"):
        assert view.events(place=place) == events
    for nonsense in ("vel", "%", "_", "el"):
        assert view.events(place=nonsense) == []
    assert view.event("e2") == events[0]
    assert view.event("e") is None
    assert view.event("%") is None
    assert view.events_of_claim("cd1-0") == ["e2abc"]
    assert view.controls() == [control]
    assert view.control("VELM") == view.control("test:velm") == control
    assert view.control("isle") is None
    assert view.all_states() == replace(WHOLE, controls=(control,))
    assert view.forwards("e9") == [("e2abc", "merged")]
    assert view.forwards("e2abc") == []
    assert view.copies() == {"d1": Copied("d2", Score(0.9, "alike"))}
    assert view.counts()["disputed_events"] == 2


def check_decisions(store: Store) -> None:
    decision = Decision(
        id="x1", judgement=Judgement.NOT_SAME, left="cd1-0", right="cd2-0", user="olena", created_at=DAY
    )
    with store.write() as writer:
        writer.put_decision(decision)
    with pytest.raises(Misuse), store.write() as writer:
        writer.put_decision(decision)
    assert store.view().decisions() == [decision]
    with store.write() as writer:
        writer.retract_decision("x1", DAY, user="olena", reason="wrong pair")
    with pytest.raises(Misuse), store.write() as writer:
        writer.retract_decision("x1", DAY)
    assert store.view().decisions() == [replace(decision, deleted_at=DAY)]


def check_issues(store: Store) -> None:
    bad = Issue(item="file:1", stage="ingest", level=Level.ERROR, message="cut short", advice="get it again")
    odd = Issue(item="file:1", stage="ingest", level=Level.WARNING, message="no date", doc="d1")
    with store.write() as writer:
        writer.put_issues([odd, bad, bad])
        writer.put_issues([odd])
    assert store.view().issues() == [bad, odd]
    with store.write() as writer:
        writer.settle_issues("file:1")
    assert store.view().issues() == [odd]


def check_search(store: Store) -> None:
    view = store.view()
    kinds = {(hit.kind, hit.id) for hit in view.search("shells report 1")}
    assert kinds == {("document", "d1"), ("claim", "cd1-0")}
    assert view.search('"fell on"')
    assert view.search('"on fell"') == []
    assert view.search("shell") == []  # whole words, on either engine
    for query in ("", '"', "''", "a OR", "NEAR(", "* -x ^", "shells AND NOT :", "title:x", "nothing%here"):
        assert isinstance(view.search(query), list)
    assert view.search('"""') == []


def check_takedown(store: Store) -> None:
    with pytest.raises(Misuse), store.write() as writer:
        writer.take_down("d1", " ")
    with store.write() as writer:
        assert writer.take_down("d1", "asked for by the family") == 3
    view = store.view()
    assert view.document("d1") is None
    assert list(view.claims("d1")) == []
    assert {hit.doc for hit in view.search("shells")}.isdisjoint({"d1"})
    assert view.outcomes(f"{1:064x}")[0].state == "taken down"
    assert view.states()["taken down"] == 1
