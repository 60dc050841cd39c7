"""What holds for any events in any order: random ledgers of a small war."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.state.builders import MONITOR, NORTH, REBELS, SOUTH, TARN, VELM, Book, days
from vigil.model.codec import from_plain, to_plain
from vigil.model.event import EventStatus
from vigil.model.state import FlowKind, States, TruceStep
from vigil.state import follow
from vigil.state.displacement import series
from vigil.state.truce_views import violations

KINDS = (
    ("takeover", "captured"), ("takeover", "holds"), ("takeover", "lost"), ("takeover", "divided"), ("withdrawal", ""),
    ("ceasefire", "agreed"), ("ceasefire", "violated"), ("ceasefire", "ended"), ("ceasefire", "proposed"),
    ("ceasefire", "holds"), ("agreement", ""), ("displacement", "fled"), ("displacement", "returned"),
    ("displacement", "sheltering"), ("shelling", ""), ("deployment", ""), ("aid", "blocked"), ("aid", "delivered"),
    ("talks", ""), ("arms", "supplied"),
)  # fmt: skip
SIDES = (NORTH, SOUTH, REBELS)
START = date(2031, 2, 1)


@st.composite
def wars(draw: st.DrawFn) -> Book:
    book = Book()
    for _ in range(draw(st.integers(0, 14))):
        kind, mode = draw(st.sampled_from(KINDS))
        first = START + timedelta(days=draw(st.integers(0, 90)))
        last = first + timedelta(days=draw(st.sampled_from((0, 0, 0, 3, 40))))
        when = days(first.isoformat(), last.isoformat(), approximate=draw(st.booleans()))
        people = draw(st.sampled_from((None, (5, 5), (10, 20), (30, None))))
        book.add(
            kind, mode, draw(st.sampled_from((when, when, None))),
            agents=draw(st.lists(st.sampled_from(SIDES), max_size=2, unique=True)),
            targets=draw(st.lists(st.sampled_from(SIDES), max_size=1)),
            place=draw(st.sampled_from((VELM, TARN, None))),
            left=draw(st.sampled_from((None, VELM))),
            source=draw(st.sampled_from((MONITOR, *SIDES))),
            by=draw(st.sampled_from((None, None, *SIDES))),
            people=people if kind == "displacement" else None,
            status=draw(st.sampled_from((EventStatus.REPORTED,) * 3 + (EventStatus.ANNOUNCED, EventStatus.DISPUTED))),
        )  # fmt: skip
    return book


often = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@often
@given(wars(), st.randoms(use_true_random=False))
def test_the_order_of_events_and_claims_does_not_matter(book: Book, random) -> None:
    events, claims = list(book.events), list(book.claims.items())
    random.shuffle(events)
    random.shuffle(claims)
    one, two = follow(book.events, book.claims), follow(events, dict(claims))
    assert to_plain(one) == to_plain(two)
    assert from_plain(States, to_plain(one)) == one


@often
@given(wars())
def test_timelines_have_no_gap_and_no_overlap(book: Book) -> None:
    for control in follow(book.events, book.claims).controls:
        for before, after in pairwise(control.stretches):
            assert before.end == after.start
            assert before.start is not None
            assert after.start is not None
            assert before.start < after.start
        assert control.stretches[-1].end is None
        assert all(stretch.events for stretch in control.stretches)


@often
@given(wars())
def test_every_truce_event_stands_in_one_ledger_once(book: Book) -> None:
    truces = follow(book.events, book.claims).truces
    entered = [step.event for truce in truces for step in truce.steps]
    assert len(entered) == len(set(entered))
    told = {e.id for e in book.events if e.type in ("ceasefire", "agreement")}
    announced = {
        e.id for e in book.events if e.status is EventStatus.ANNOUNCED and e.mode in ("violated", "ended", "holds")
    }
    passing = {
        e.id
        for e in book.events
        if e.mode == "agreed" and (e.when is None or e.when.approximate) and len({*e.agents, *e.targets}) < 2
    }
    assert set(entered) == told - announced - passing
    for truce in truces:
        assert truce.in_force is None or truce.declared is None or truce.declared <= truce.in_force
        assert truce.id.startswith("tr_")
    counted = sum(row.alleged for row in violations(truces))
    alleged = [s for t in truces for s in t.steps if s.kind is TruceStep.VIOLATED and s.said_by]
    assert counted == sum(max(1, len({a.side for a in step.by})) for step in alleged)


@often
@given(wars(), st.sampled_from(("day", "week", "month")))
def test_totals_count_each_movement_once_and_no_stock(book: Book, by: str) -> None:
    found = follow(book.events, book.claims).displacements
    for kind in (FlowKind.FLOW, FlowKind.RETURN):
        dated = [item for item in found if item.kind is kind and item.when is not None]
        rows = series([*found, *found], by=by, kind=kind)
        assert sorted(event for row in rows for event in row.events) == sorted(item.event for item in dated)
        assert sum(row.low or 0 for row in rows) == sum((i.people.low or 0) for i in dated if i.people)
        assert sum(row.uncounted for row in rows) == sum(item.people is None for item in dated)
