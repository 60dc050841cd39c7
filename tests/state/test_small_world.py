"""The small world's record, from claims given by hand: every state on every day, and again with each document left out.

What "the record still follows" means: with a document taken out (the last version left of each article counts), fusion
and states from the claims left must equal what ``tests/world/expected.py``, which shares no code with them, works out from
the record's rows that are left; and nothing in the states may rest on a claim or document that is not there.
"""

from __future__ import annotations

from typing import Any

import pytest

from tests.world import expected
from tests.world.given import Given, given, record, reference, texts
from vigil.fuse import fuse
from vigil.model.codec import to_plain
from vigil.model.state import States
from vigil.state import follow
from vigil.state.known import as_known, published_until


def by_rows(numbers: Any) -> dict[str, Any]:
    """All states, as the oracle has them."""
    events, book = expected.left(set(numbers)), record()
    return {
        "control": expected.control(events),
        "truces": expected.truces(book["truces"], events),
        "displacement": expected.people(book["displacement"], events),
        "aid": expected.standing(book["aid"], events),
        "moves": expected.standing(book["moves"], events),
        "relations": order(expected.relations(book["relations"], events)),
    }


def by_us(world: Given) -> dict[str, Any]:
    """All states, as fusion and the states room have them."""
    states, told_in = world.states, world.told_in
    return {
        "control": expected.found_control(states.controls),
        "truces": [settled(truce) for truce in expected.found_truces(states, expected.names(), told_in)],
        "displacement": expected.found_people(states, told_in),
        "aid": expected.found_aid(states, told_in),
        "moves": expected.found_moves(states, told_in),
        "relations": order(expected.found_relations(states, told_in)),
    }


def order(ties: list[dict[str, Any]]) -> list[dict[str, Any]]:
    rows = [{**tie, "pair": sorted(tie["pair"]), "events": sorted(tie["events"])} for tie in ties]
    return sorted(rows, key=lambda tie: (tie["kind"], tie["pair"]))


def settled(truce: dict[str, Any]) -> dict[str, Any]:
    """Steps of one day in the order of the record's names: which of two came first is told by nobody."""
    steps = sorted(truce["steps"], key=lambda s: (s["day"], s["event"]))
    return {**truce, "steps": steps}


@pytest.fixture(scope="module")
def world() -> Given:
    return given()


def test_the_oracle_gives_the_records_own_tables_back(world: Given) -> None:
    book, found = record(), by_rows(world.row_of.values())
    for place, stretches in book["control"].items():
        for day, held in zip(expected.DAYS, found["control"][place], strict=True):
            want = next(
                ((s["hold"], tuple(sorted(s["holders"]))) for s in stretches if s["from"] <= day and not _over(s, day)),
                expected.NOBODY,
            )
            assert held == want, (place, day)
    assert set(found["control"]) == set(book["control"])
    for truce, row in zip(found["truces"], book["truces"], strict=True):
        assert (truce["in_force"], truce["parties"]) == (row["in_force"], sorted(row["parties"]))
        told = [{k: s[k] for k in ("day", "step", "event")} for s in truce["steps"]]
        assert told == [{k: s[k] for k in ("day", "step", "event")} for s in row["steps"]]
        assert [s["said_by"] for s in truce["steps"]] == [[s["said_by"]] for s in row["steps"]]
        assert [s["denied_by"] for s in truce["steps"]] == [
            [s["denied_by"]] if "denied_by" in s else [] for s in row["steps"]
        ]
    for name in ("displacement", "aid", "moves"):
        assert found[name] == book[name]
    assert found["relations"] == order(book["relations"])


def _over(stretch: dict[str, Any], day: Any) -> bool:
    return stretch["to"] is not None and day >= stretch["to"]


@pytest.mark.parametrize("state", ["control", "truces", "displacement", "aid", "moves", "relations"])
def test_the_record_is_right_for_every_state_on_every_day(world: Given, state: str) -> None:
    assert by_us(world)[state] == by_rows(world.row_of.values())[state]


def test_the_truce_covers_the_town_and_keeps_its_terms(world: Given) -> None:
    (truce,) = world.states.truces
    assert truce.area is not None
    assert truce.area.place_id == f"pack:{record()['truces'][0]['area']}"
    terms = {world.by_id[claim].trigger.text for claim in truce.terms}
    assert terms == {"ceasefire", "withdraw", "exchange"}


def left_out() -> list[str]:
    return sorted(document.id for document in texts())


@pytest.mark.parametrize("gone", left_out(), ids=lambda id: next(d.key for d in texts() if d.id == id))
def test_the_record_follows_from_what_is_left(gone: str) -> None:
    world = given(gone)
    assert by_us(world) == by_rows(world.row_of.values())
    docs, events = {document.id for document in world.documents}, {event.id for event in world.fusion.events}
    assert gone not in docs
    for cited in _cited(to_plain(world.states)):
        assert cited in events or (cited in world.by_id and world.by_id[cited].doc in docs), cited


def _cited(plain: Any, key: str = "") -> set[str]:
    """Every id of an event or claim that a state rests on."""
    if isinstance(plain, dict):
        return set().union(*(_cited(value, name) for name, value in plain.items()))
    if isinstance(plain, list):
        return set().union(*(_cited(value, key) for value in plain))
    return {plain} if key in ("events", "event", "claims", "terms", "cause") and isinstance(plain, str) else set()


def test_the_same_claims_in_another_order_give_the_same_states(world: Given) -> None:
    turned = fuse(world.documents[::-1], world.claims[::-1], outlets=reference().outlet_names)
    again = follow(turned.events[::-1], dict(reversed(world.by_id.items())))
    assert to_plain(again) == to_plain(world.states)


def test_what_was_known_on_a_day_is_what_fusing_again_would_give(world: Given) -> None:
    """``as_known`` keeps today's grouping; on every day of the small world that makes no difference."""
    days = sorted({d.published.date() for d in world.documents if d.published})
    assert len(days) > 20
    for day in days:
        kept = published_until(world.documents, day)
        documents = [d for d in world.documents if d.id in kept]
        claims = {c.id: c for c in world.claims if c.doc in kept}
        again = follow(fuse(documents, list(claims.values()), outlets=reference().outlet_names).events, claims)
        known = follow(as_known(world.fusion.events, world.by_id, kept), world.by_id)
        assert bare(known) == bare(again), day


def bare(states: States) -> dict[str, Any]:
    """States without ids and reasons."""
    return {
        "control": expected.found_control(states.controls),
        "truces": [
            (t.declared, t.in_force, sorted((s.on, s.kind, s.said_by, s.denied_by) for s in t.steps))
            for t in states.truces
        ],
        "displacement": [(d.kind, d.people and (d.people.low, d.people.high), d.when) for d in states.displacements],
        "aid": [(a.access, a.on) for a in states.aid],
        "moves": [(m.kind, m.on) for m in states.moves],
        "relations": [(r.kind, r.one.actor_id, r.other.actor_id, r.first, r.last) for r in states.relations],
    }
