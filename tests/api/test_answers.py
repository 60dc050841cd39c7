"""Claims of other events that a dispute rests on, and what is read with little confidence wherever events are listed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text
from starlette.testclient import TestClient

from tests.api.conftest import fill
from tests.publish import made
from vigil.api.app import build
from vigil.model.event import Dispute, Event, EventStatus, Evidence, Position, Relation
from vigil.model.interval import Interval
from vigil.model.state import Hold, States, Step, Stretch, Truce, TruceStep
from vigil.store import Store, open_store

STRIKE, BREACH, TAKEN = "ev_aaaaaaaaaaaaaaaa", "ev_eeeeeeeeeeeeeeee", "ev_bbbbbbbbbbbbbbbb"


def breach() -> Event:
    """An alleged breach of a truce; the army's denial is evidence of the strike alone."""
    happened = Position(value="happened", by=("Harbour Times",), claims=("c-d4",))
    denied = Position(value="did not happen", by=("Orsan Army",), claims=("c-d2", "c-gone"))
    told = Evidence(claim="c-d4", doc="d4", relation=Relation.SUPPORTS, witness="")
    return Event(
        id=BREACH, type="ceasefire", mode="violated", status=EventStatus.DISPUTED, when=Interval.day(date(2031, 5, 2)),
        place=made.VELM, agents=(made.ARMY,), evidence=(told,),
        disputes=(Dispute(what="occurrence", positions=(happened, denied)),),
    )  # fmt: skip


@pytest.fixture
def alleged(store: Store) -> Store:
    with store.write() as writer:
        writer.replace_derived([made.strike_event(), breach()], States(), {})
    return store


def test_a_breach_quotes_who_denies_the_act(alleged: Store) -> None:
    told = TestClient(build(alleged)).get(f"/v1/events/{BREACH}").json()
    assert [claim["id"] for claim in told["claims"]] == ["c-d4"]
    (answer,) = told["answers"]  # a claim that is no longer held is left out
    assert (answer["id"], answer["relation"], answer["event"]["id"]) == ("c-d2", "denies", STRIKE)
    assert answer["sentence"]["text"].startswith("The army denied that its jets bombed Velm.")
    assert answer["document"]["outlet"] == "Orsa Radio"
    assert {mark["text"] for mark in answer["sentence"]["marks"]} >= {"The army", "denied", "bombed"}
    assert [(v["name"], v["of"], v["claims"]) for v in told["voices"] if v["relation"] == "denies"] == [
        ("Orsan Army", STRIKE, ["c-d2"])
    ]


def test_the_event_of_which_it_is_said_has_no_answers(alleged: Store) -> None:
    strike = TestClient(build(alleged)).get(f"/v1/events/{STRIKE}").json()
    assert strike["answers"] == []
    assert {voice["of"] for voice in strike["voices"]} == {None}


def test_a_public_server_names_no_event_that_it_holds_back(store: Store) -> None:
    planned = replace(made.strike_event(), type="deployment", status=EventStatus.ANNOUNCED)
    with store.write() as writer:
        writer.replace_derived([planned, breach()], States(), {})
    told = TestClient(build(store, public=True)).get(f"/v1/events/{BREACH}")
    assert [answer["event"] for answer in told.json()["answers"]] == [None]
    assert STRIKE not in told.text
    (whole,) = TestClient(build(store)).get(f"/v1/events/{BREACH}").json()["answers"]
    assert whole["event"]["id"] == STRIKE
    lines = TestClient(build(store, public=True)).get("/v1/documents/d2").json()["claims"]
    assert [event["id"] for claim in lines for event in claim["events"]] == []


def unsure(store: Store) -> TestClient:
    """The takeover is read with a confidence under 0.5, all else surely; a truce and a stretch rest on it."""
    record = made.record()
    step = Step(on=date(2031, 5, 6), kind=TruceStep.VIOLATED, event=TAKEN)
    sure = Step(on=date(2031, 5, 2), kind=TruceStep.VIOLATED, event=STRIKE)
    truce = Truce(
        id="tr", kind="ceasefire", parties=(), area=None, declared=None, in_force=None, ended=None, steps=(sure, step)
    )
    (control,) = record.made_controls[:1]
    stretches = tuple(
        Stretch(start=date(2031, 5, day), end=None, hold=Hold.HELD, holders=(made.FRONT,), events=events, reason="told")
        for day, events in ((2, (STRIKE, TAKEN)), (6, (TAKEN,)))
    )
    with store.write() as writer:
        for document in record.made_documents:
            mine = [
                replace(claim, confidence=0.4 if claim.id == "c-d4" else 0.9)
                for claim in record.made_claims
                if claim.doc == document.id
            ]
            writer.put_reading(document, mine, stages="test/2 reader=test@2")
        states = States(truces=(truce,), controls=(replace(control, stretches=stretches),))
        writer.replace_derived(record.made_events, states, {})
    return TestClient(build(store))


def doubts(items: list[dict[str, Any]], key: str = "id") -> dict[str, bool]:
    return {item[key]: item["doubtful"] for item in items}


def test_every_summary_says_what_is_read_with_little_confidence(store: Store) -> None:
    client = unsure(store)
    events = doubts(client.get("/v1/events").json()["items"])
    assert {id for id, doubtful in events.items() if doubtful} == {TAKEN}
    assert len(events) > 1
    assert client.get(f"/v1/events/{TAKEN}").json()["doubtful"] is True
    assert client.get(f"/v1/events/{STRIKE}").json()["doubtful"] is False
    assert doubts(client.get("/v1/places/pack:orsa/north").json()["newest"]) == {TAKEN: True}
    assert doubts(client.get("/v1/actors/orsa/front").json()["deeds"])[TAKEN] is True
    (claim,) = client.get("/v1/documents/d4").json()["claims"]
    assert doubts(claim["events"]) == {TAKEN: True}
    assert claim["events"][0]["type"] == "takeover"
    hits = client.get("/v1/search?q=took the north").json()["items"]
    assert [doubts(hit["events"]) for hit in hits if hit["kind"] == "claim"] == [{TAKEN: True}]
    hits = client.get("/v1/search?q=bombed").json()["items"]
    assert {STRIKE: False} in [doubts(hit["events"]) for hit in hits]


def test_ledgers_say_so_too(store: Store) -> None:
    client = unsure(store)
    (truce,) = client.get("/v1/states/truces").json()["items"]
    assert doubts(truce["steps"], "event") == {STRIKE: False, TAKEN: True}
    (place,) = client.get("/v1/states/control?day=2031-05-07").json()["items"]
    assert place["on"]["doubtful"] is True
    (place,) = client.get("/v1/states/control?day=2031-05-03").json()["items"]
    assert place["on"]["doubtful"] is False  # one of its events is read surely


def test_a_record_of_an_earlier_version_says_so_once_it_is_opened(tmp_path: Path) -> None:
    with open_store(tmp_path / "war.db") as store:
        fill(store)
        before = unsure(store).get("/v1/events").json()
        with store.engine.begin() as connection:
            for told in ("true", "false"):
                words = {"was": f',"doubtful":{told}', "then": ""}
                connection.execute(text("UPDATE events SET summary = replace(summary, :was, :then)"), words)
                words = {"was": f'"doubtful":{told},', "then": ""}
                connection.execute(text("UPDATE events SET summary = replace(summary, :was, :then)"), words)
            assert "doubtful" not in connection.execute(text("SELECT group_concat(summary) FROM events")).scalar_one()
            connection.execute(text("UPDATE alembic_version SET version_num = '0005'"))
    with open_store(tmp_path / "war.db") as store:
        assert TestClient(build(store)).get("/v1/events").json() == before
