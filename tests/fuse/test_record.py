"""What holds over whole records: where ids went, waves and parts, totals, sides, and that order never matters."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuse.builders import MINISTRY, MONITOR, NORTH, SOUTH, TARN, VELM, article, claim, decide
from vigil.fuse import forwards, fuse, totals
from vigil.fuse.accounts.parts import with_parts
from vigil.fuse.pairs.why import why
from vigil.model.claim import Count
from vigil.model.entity import PlacePrecision
from vigil.model.event import Estimate, Event, EventStatus
from vigil.model.interval import Interval
from vigil.model.link import Judgement
from vigil.model.text import Span

ORSA = replace(VELM, text="Orsa", place_id="pack:orsa", name="Orsa", precision=PlacePrecision.PROVINCE, radius_km=80.0)
IN_ORSA = replace(VELM, within=("pack:orsa",))
TOLD = (
    ("gull", "Jets of the northern army bombed the market of Velm on Tuesday", VELM, "2031-03-04", 12),
    ("ridge", "Warplanes bombed the Velm market on Tuesday and killed 12", VELM, "2031-03-04", 12),
    ("quay", "Twelve people died when northern jets bombed a market in Velm", VELM, "2031-03-04", 12),
    ("dune", "Northern jets bombed the docks of Tarn on Sunday", TARN, "2031-03-02", 3),
    ("moor", "In Tarn the docks were bombed on Sunday, three were killed", TARN, "2031-03-02", 3),
)


def reports():
    """Five articles on two air strikes; each with its claim."""
    made = []
    for name, words, place, day, killed in TOLD:
        text = article(name, words)
        made.append(
            (text, claim(text, "bombed", "airstrike", agent=NORTH, place=place, day=day, killed=(killed, killed)))
        )
    return made


def fused(made, **more):
    return fuse([d for d, _ in made], [c for _, c in made], **more).events


def homes(events):
    return {e.claim: event.id for event in events for e in event.evidence}


@settings(max_examples=25, deadline=None)
@given(st.permutations(range(5)), st.integers(0, 5))
def test_order_and_steps_do_not_matter(order, first):
    made = reports()
    whole = fused(made)
    shuffled = [made[n] for n in order]
    fused(shuffled[:first])  # what was fused before leaves no trace
    again = fuse([d for d, _ in shuffled], [c for _, c in reversed(shuffled)]).events
    assert again == whole
    assert len(whole) == 2


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=1, max_size=4))
def test_no_score_undoes_a_no(pairs):
    made = reports()
    rows = [decide(Judgement.NOT_SAME, made[a][1], made[b][1], minute=n) for n, (a, b) in enumerate(pairs) if a != b]
    home = homes(fused(made, decisions=rows))
    assert all(home[row.left] != home[row.right] for row in rows)


def test_a_join_by_hand_connects_what_no_score_does():
    made = reports()
    home = homes(fused(made, decisions=[decide(Judgement.SAME, made[0][1], made[3][1])]))
    assert home[made[0][1].id] == home[made[3][1].id]


def _also(name, day):
    text = article(name, "Jets bombed the market of Velm on Tuesday", day)
    return text, claim(text, "bombed", "airstrike", agent=NORTH, place=VELM, day="2031-03-04", killed=(12, 12))


def test_an_earlier_telling_changes_the_id_and_leaves_a_note():
    old, new = fused(reports()[:2]), fused([_also("early", "2031-03-04"), *reports()[:2]])
    assert len(old) == len(new) == 1
    (note,) = forwards(old, new)
    assert note[:2] == (old[0].id, new[0].id)
    assert old[0].id != new[0].id
    assert "earlier telling" in note[2]
    assert forwards(new, new) == []


def test_a_later_telling_keeps_the_id():
    old, new = fused(reports()[:2]), fused([_also("late", "2031-03-09"), *reports()[:2]])
    assert [event.id for event in old] == [event.id for event in new]
    assert len(new[0].evidence) == 3


def test_what_a_person_parts_is_forwarded():
    made = reports()[:3]
    old = fused(made)
    rows = [decide(Judgement.NOT_SAME, made[0][1], c, minute=n) for n, (_, c) in enumerate(made[1:])]
    new = fused(made, decisions=rows)
    assert len(new) == 2
    other = next(event.id for event in new if event.id != old[0].id)
    notes = forwards(old, new)
    assert (old[0].id, other) in [(a, b) for a, b, _ in notes]
    assert all("split" in why for _, _, why in notes)


def event(id, kind="airstrike", place=IN_ORSA, first=4, last=None, killed=None, **fields):
    """A bare event for parts and totals."""
    estimates = (Estimate(kind="killed", low=killed[0], best=killed[1], high=killed[2], rule="said"),) if killed else ()
    days = Interval.days(date(2031, 3, first), date(2031, 3, last or first))
    return Event(id=id, type=kind, place=place, when=days, estimates=estimates, **fields)


def test_a_strike_in_a_wave_is_a_part_of_it():
    wave = event("wave", place=ORSA, first=3, last=5, agents=(NORTH,))
    assert [e.part_of for e in with_parts([wave, event("part", agents=(NORTH,))])] == ["", "wave"]


@pytest.mark.parametrize(
    "other",
    [
        event("part", agents=(SOUTH,)),  # another doer and no text in common
        event("part", first=9, agents=(NORTH,)),  # another day
        event("part", kind="protest", agents=(NORTH,)),  # another thing
        event("part", place=TARN, agents=(NORTH,)),  # elsewhere
    ],
)
def test_what_only_happened_nearby_is_no_part(other):
    wave = event("wave", place=ORSA, first=3, last=5, agents=(NORTH,))
    assert [e.part_of for e in with_parts([wave, other])] == ["", ""]


def test_a_wave_is_found_wherever_in_the_calendar_it_lies():
    day = lambda n: date(2031, 1, 1) + timedelta(days=n)  # noqa: E731
    for first in range(0, 70, 3):
        wave = replace(event("wave", place=ORSA, agents=(NORTH,)), when=Interval.days(day(first), day(first + 20)))
        for offset, is_part in ((-2, False), (-1, True), (0, True), (11, True), (21, True), (22, False)):
            part = replace(event("part", agents=(NORTH,)), when=Interval.days(day(first + offset), day(first + offset)))
            assert [e.part_of for e in with_parts([wave, part])] == ["", "wave" if is_part else ""]


def test_totals_count_nobody_twice():
    found = totals(
        [
            event("wave", place=ORSA, first=3, last=5, killed=(10, 12, 15)),
            event("a", killed=(4, 5, 6), part_of="wave"),
            event("b", killed=(9, 9, 9), part_of="wave"),
            event("c", killed=(1, 2, None)),
            event("d", killed=(50, 50, 50), status=EventStatus.DENIED),
        ]
    )
    assert [(e.kind, e.low, e.best, e.high) for e in found] == [("killed", 14, 16, None)]


def test_totals_of_a_period_have_their_own_range():
    events = [event("in", first=4, killed=(2, 3, 4)), event("over", first=3, last=9, killed=(7, 8, 9))]
    found = totals(events, date(2031, 3, 4), date(2031, 3, 5))
    assert [(e.low, e.best, e.high) for e in found] == [(2, 3, 13)]
    assert totals(events, date(2031, 4, 1)) == ()


def test_children_and_running_tolls_stand_beside_the_whole():
    text = article("gull", "Jets bombed Velm killing 12 people, 5 children, taking the dead of the war to 300")
    told = claim(text, "bombed", "airstrike", agent=NORTH, place=VELM, day="2031-03-04", source=MONITOR)

    def span(words):
        return Span.of(text.text, text.text.index(words), text.text.index(words) + len(words))

    counts = (
        Count(kind="killed", min=12, max=12, span=span("12"), who=span("people")),
        Count(kind="killed", min=5, max=5, span=span("5"), who=span("children")),
        Count(kind="killed", min=300, max=300, span=span("300"), cumulative=True),
    )
    (made,) = fused([(text, replace(told, counts=counts))])
    assert [(e.best, e.who, e.cumulative) for e in made.estimates] == [
        (12, "", False),
        (5, "children", False),
        (300, "", True),
    ]
    assert made.estimates[0].spread == ((12, 1.0),)
    assert "300" not in made.gist


def test_positions_say_since_when_they_are_held():
    one = article("gull", "Jets bombed the market of Velm on Monday killing 21 people", "2031-03-04")
    two = article("ridge", "The ministry said that jets bombed the market of Velm on Monday and killed 9", "2031-03-06")
    claims = [
        claim(one, "bombed", "airstrike", agent=NORTH, place=VELM, day="2031-03-03", killed=(21, 21), source=MONITOR),
        claim(two, "bombed", "airstrike", agent=NORTH, place=VELM, day="2031-03-03", killed=(9, 9), source=MINISTRY),
    ]
    (made,) = fuse([one, two], claims).events
    (toll,) = [d for d in made.disputes if d.what == "killed"]
    assert {p.value: p.since for p in toll.positions} == {"9": date(2031, 3, 6), "21": date(2031, 3, 4)}
    assert made.estimates[0].spread == ((9, 0.5), (21, 0.5))


def test_why_names_the_features_and_the_near_misses():
    made = reports()
    events = fused(made)
    velm = next(event for event in events if len(event.evidence) == 3)
    told = why([d for d, _ in made], [c for _, c in made], velm)
    assert {bond.claim for bond in told.inside} == {e.claim for e in velm.evidence}
    assert all(bond.odds > told.join and not bond.no for bond in told.inside)
    names = {part.feature for bond in told.inside for part in bond.parts}
    assert {"bias", "same_type", "same_place"} <= names
    for bond in told.inside:
        assert bond.odds == pytest.approx(sum(part.value * part.weight for part in bond.parts))
    assert {bond.claim for bond in told.near} <= {made[3][1].id, made[4][1].id}
    assert all(bond.no or bond.odds < 3 for bond in told.near)
