"""Merge, split and disprove: rows that take effect, last through later tellings, and go by undo."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import permutations

import pytest

from tests.review.builders import NOON, TARN, events_of, held, row, strike, world
from vigil.model.claim import Claim
from vigil.model.errors import Misuse
from vigil.model.event import Event, EventStatus
from vigil.model.link import Decision, Judgement
from vigil.review.actions import Hand

VELM = frozenset({"velm0", "velm1", "velm2"})
ROUND_TARN = frozenset({"tarn0", "tarn1"})


def hand(minute: int = 0, user: str = "ana") -> Hand:
    return Hand(user, NOON + timedelta(minutes=minute), reason="read both")


def the(events: list[Event], doc: str) -> Event:
    return next(event for event in events if any(e.doc == doc for e in event.evidence))


def of(claims: list[Claim], *docs: str) -> list[str]:
    return [claim.id for claim in claims if claim.doc in docs]


def test_two_events_without_decisions() -> None:
    assert held(events_of(*world(), [])) == {VELM, ROUND_TARN}


def merged() -> tuple[list[Event], list[Decision]]:
    documents, claims = world()
    events = events_of(documents, claims, [])
    rows = hand().merge(the(events, "velm0"), the(events, "tarn0"))
    return events_of(documents, claims, rows), rows


def test_a_merge_makes_one_event_of_two_with_few_rows() -> None:
    events, rows = merged()
    assert held(events) == {VELM | ROUND_TARN}
    assert len(rows) == 4
    assert len({r.action for r in rows}) == 1
    assert {r.user for r in rows} == {"ana"}


def test_a_merge_freezes_nothing_that_the_machine_joined() -> None:
    _, claims = world()
    _, rows = merged()
    assert not {(r.left, r.right) for r in rows} & set(permutations(of(claims, "velm0", "velm1", "velm2"), 2))


@pytest.mark.parametrize("place", ["velm", "tarn"])
def test_later_tellings_join_a_merged_event(place: str) -> None:
    documents, claims = world()
    _, rows = merged()
    text, where, killed = (
        ("Four people were killed when jets struck the market of Velm on Tuesday, the monitor said", None, 4)
        if place == "velm"
        else ("Nine people were killed when jets struck the harbour of Tarn on Tuesday, the monitor said", TARN, 9)
    )
    document, told = strike("later", text, where, killed) if where else strike("later", text)
    assert held(events_of([*documents, document], [*claims, told], rows)) == {VELM | ROUND_TARN | {"later"}}


def test_a_merge_stands_when_one_of_its_claims_is_rejected() -> None:
    documents, claims = world()
    _, rows = merged()
    out = row(9, Judgement.REJECT, of(claims, "velm0")[0])
    assert held(events_of(documents, claims, [*rows, out])) == {(VELM | ROUND_TARN) - {"velm0"}}


def test_undoing_every_row_of_a_merge_gives_both_back() -> None:
    documents, claims = world()
    _, rows = merged()
    gone = [replace(r, deleted_at=NOON + timedelta(hours=1)) for r in rows]
    assert events_of(documents, claims, gone) == events_of(documents, claims, [])


def test_a_split_takes_out_what_was_named_and_no_more() -> None:
    documents, claims = world()
    event = the(events_of(documents, claims, []), "velm0")
    rows = hand().split(event, of(claims, "velm2"))
    assert held(events_of(documents, claims, rows)) == {frozenset({"velm0", "velm1"}), frozenset({"velm2"}), ROUND_TARN}


def test_what_a_split_takes_out_stays_one_event() -> None:
    documents, claims = world()
    more, told = strike("velm3", "Jets struck Velm market, killing four people on Tuesday")
    documents, claims = [*documents, more], [*claims, told]
    event = the(events_of(documents, claims, []), "velm0")
    rows = hand().split(event, of(claims, "velm1", "velm3"))
    found = held(events_of(documents, claims, rows))
    assert found == {frozenset({"velm1", "velm3"}), frozenset({"velm0", "velm2"}), ROUND_TARN}
    out = row(9, Judgement.REJECT, of(claims, "velm1")[0])
    assert frozenset({"velm3"}) in held(events_of(documents, claims, [*rows, out]))


def test_a_later_telling_bridges_no_split() -> None:
    documents, claims = world()
    event = the(events_of(documents, claims, []), "velm0")
    rows = hand().split(event, of(claims, "velm2"))
    document, told = strike("later", "Jets struck the market of Velm on Tuesday, four people were killed")
    events = held(events_of([*documents, document], [*claims, told], rows))
    assert len(events) == 3
    assert not any({"velm0", "velm2"} <= docs for docs in events)
    assert not any(docs == {"later"} for docs in events)


def test_a_split_undoes_a_merge_and_a_merge_a_split() -> None:
    documents, claims = world()
    events, rows = merged()
    (event,) = events
    rows += hand(5).split(event, of(claims, "tarn0", "tarn1"), rows)
    apart = events_of(documents, claims, rows)
    assert held(apart) == {VELM, ROUND_TARN}
    rows += hand(6).merge(the(apart, "velm0"), the(apart, "tarn0"), rows)
    assert held(events_of(documents, claims, rows)) == {VELM | ROUND_TARN}


def test_a_split_by_another_person_waits_for_a_third() -> None:
    documents, claims = world()
    events, rows = merged()
    (event,) = events
    rows += hand(5, "ben").split(event, of(claims, "tarn0", "tarn1"), rows)
    assert held(events_of(documents, claims, rows)) == {VELM, ROUND_TARN}  # as the machine has it
    rows += hand(6, "cleo").merge(*events_of(documents, claims, rows), rows)
    assert held(events_of(documents, claims, rows)) == {VELM | ROUND_TARN}


@pytest.mark.parametrize("going", [[], ["velm0", "velm1", "velm2"], ["tarn0"]])
def test_a_split_of_nothing_all_or_strangers_is_refused(going: list[str]) -> None:
    documents, claims = world()
    event = the(events_of(documents, claims, []), "velm0")
    with pytest.raises(Misuse, match="cannot split"):
        hand().split(event, of(claims, *going))


def test_an_event_that_a_person_disproved_stays_so_whoever_tells_it_later() -> None:
    documents, claims = world()
    rows = hand().disprove(the(events_of(documents, claims, []), "velm0"))
    assert len(rows) == 2
    document, told = strike("later", "Jets struck the market of Velm on Tuesday, four people were killed")
    events = events_of([*documents, document], [*claims, told], rows)
    assert (the(events, "later").status, the(events, "tarn0").status) == (EventStatus.DISPROVED, EventStatus.REPORTED)
    assert the(events, "later").status_reason == "ana decided: read both"


def test_rows_need_a_name_and_two_different_things() -> None:
    documents, claims = world()
    event = events_of(documents, claims, [])[0]
    with pytest.raises(Misuse, match="needs a name"):
        Hand(" ", NOON)
    with pytest.raises(Misuse, match="one event, not two"):
        hand().merge(event, event)
    with pytest.raises(Misuse, match="one claim, not two"):
        hand().pair("c1", "c1", same=True)
