"""Whole fusions of small records: what an event's tellings disagree on, and what is no dispute."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from tests.fuse.builders import MINISTRY, MONITOR, NORTH, SOUTH, TARN, VELM, Stance, Status, article, claim, decide
from tests.fuse.strike import holding, strike_record
from vigil.fuse import fuse
from vigil.model.entity import ActorRef
from vigil.model.event import EventStatus, Relation
from vigil.model.link import Judgement


def dispute(event, what):
    return next((d for d in event.disputes if d.what == what), None)


def test_two_tolls_and_two_culprits_are_one_disputed_event():
    documents, told = strike_record()
    fusion = fuse(documents, list(told.values()))
    event = holding(fusion, *(told[name] for name in ("north", "toll", "south", "denial", "refusal")))
    assert {"occurrence", "perpetrator", "killed"} <= {d.what for d in event.disputes}
    killed = dispute(event, "killed")
    assert [(p.value, p.by) for p in killed.positions] == [("12", ("Orsa Monitor",)), ("31", ("Northern Ministry",))]
    culprits = {p.value: p.by for p in dispute(event, "perpetrator").positions}
    assert culprits["Northern Army"] == ("Orsa Monitor",)
    assert culprits["Southern Army"] == ("Northern Ministry",)
    assert culprits["not Northern Army"] == ("Northern Army",)
    toll = next(e for e in event.estimates if e.kind == "killed")
    assert (toll.low, toll.high) == (12, 31)
    assert event.status is EventStatus.DISPUTED
    assert "perpetrator" in event.status_reason
    assert event.gist.startswith("airstrike blamed on Northern Army and on Southern Army")


def test_denial_and_refusal_are_links_of_their_own_kind():
    documents, told = strike_record()
    event = holding(fuse(documents, list(told.values())), told["denial"])
    relation = {e.claim: e.relation for e in event.evidence}
    assert relation[told["denial"].id] is Relation.DENIES
    assert relation[told["refusal"].id] is Relation.DECLINES
    assert relation[told["toll"].id] is Relation.SUPPORTS
    assert all(e.score.reason for e in event.evidence)


def test_a_higher_toll_from_the_same_source_is_an_update():
    one = article("gull", "An air strike on Velm on Tuesday killed 12 people, the Orsa Monitor said")
    two = article("quay", "The air strike on Velm on Tuesday killed 19 people, the Orsa Monitor said", day="2031-03-06")
    claims = [
        claim(one, "air strike", "airstrike", place=VELM, day="2031-03-04", killed=(12, 12), source=MONITOR),
        claim(two, "air strike", "airstrike", place=VELM, day="2031-03-04", killed=(19, 19), source=MONITOR),
    ]
    event = holding(fuse([one, two], claims), *claims)
    assert dispute(event, "killed") is None
    assert [(e.low, e.best, e.high) for e in event.estimates] == [(19, 19, 19)]


def test_a_denial_by_another_disputes_that_it_happened():
    one = article("gull", "Gas was used in Velm on Tuesday, the Orsa Monitor said")
    two = article("ridge", "No gas was used in Velm on Tuesday, the Ministry of Defence said")
    claims = [
        claim(one, "used", "chemical", place=VELM, day="2031-03-04", source=MONITOR),
        claim(two, "used", "chemical", place=VELM, day="2031-03-04", source=MINISTRY, status=Status.NEGATED),
    ]
    event = holding(fuse([one, two], claims), *claims)
    assert [p.by for p in dispute(event, "occurrence").positions] == [("Orsa Monitor",), ("Northern Ministry",)]
    assert event.status is EventStatus.DISPUTED


def test_air_strike_or_rockets_is_one_event_with_a_disputed_weapon():
    one = article(
        "gull",
        "A northern army air strike killed at least 21 civilians at a market in Velm on Monday, the Orsa Monitor said",
    )
    two = article(
        "ridge",
        "Rockets fired by the southern army killed nine people at a market in Velm on Monday, the Ministry of Defence said",
    )
    three = article(
        "quay",
        "The northern army denied that it carried out an air strike on a market in Velm on Monday",
        day="2031-03-06",
    )
    claims = [
        claim(
            one, "air strike", "airstrike", agent=NORTH, place=VELM, day="2031-03-03", killed=(21, None), source=MONITOR
        ),
        claim(two, "Rockets", "shelling", agent=SOUTH, place=VELM, day="2031-03-03", killed=(9, 9), source=MINISTRY),
        claim(
            three,
            "air strike",
            "airstrike",
            agent=NORTH,
            place=VELM,
            day="2031-03-03",
            source=NORTH,
            stance=Stance.DENIES,
        ),
    ]
    event = holding(fuse([one, two, three], claims), *claims)
    assert {"occurrence", "perpetrator", "killed", "weapon"} <= {d.what for d in event.disputes}
    assert event.status is EventStatus.DISPUTED
    assert (event.type, event.estimates[0].low, event.estimates[0].high) == ("airstrike", 9, None)


def test_two_versions_told_by_many_stay_one_event():
    """The more each camp repeats itself, the easier a mean over all pairs falls apart into two events."""
    air = "An air strike by the northern army killed at least 21 civilians in Velm market on Monday, the Orsa Monitor said"
    rockets = (
        "Rockets fired by the southern army killed nine people in Velm market on Monday, the Ministry of Defence said"
    )
    documents, claims = [], []
    for n in range(3):
        documents.append(article(f"gull{n}", air))
        claims.append(
            claim(
                documents[-1],
                "air strike",
                "airstrike",
                agent=NORTH,
                place=VELM,
                day="2031-03-03",
                killed=(21, None),
                source=MONITOR,
            )
        )
        documents.append(article(f"ridge{n}", rockets))
        claims.append(
            claim(
                documents[-1],
                "Rockets",
                "shelling",
                agent=SOUTH,
                place=VELM,
                day="2031-03-03",
                killed=(9, 9),
                source=MINISTRY,
            )
        )
    both = article(
        "quay",
        "The northern army denied an air strike on Velm on Monday. The southern army denied firing rockets at Velm",
    )
    for trigger, kind, who in (("air strike", "airstrike", NORTH), ("firing rockets", "shelling", SOUTH)):
        claims.append(
            claim(both, trigger, kind, agent=who, place=VELM, day="2031-03-03", source=who, stance=Stance.DENIES)
        )
    event = holding(fuse([*documents, both], claims), *claims)
    assert {"occurrence", "perpetrator", "killed", "weapon"} <= {d.what for d in event.disputes}


def test_two_numbers_of_displaced_are_disputed_though_both_say_that_they_fled():
    one = article("gull", "About 6000 people fled from Velm to Tarn on Tuesday, the Orsa Monitor said")
    two = article("ridge", "About 3500 people fled from Velm to Tarn on Tuesday, the Ministry of Defence said")
    claims = [
        claim(text, "fled", "displacement", mode="fled", place=TARN, day="2031-03-04", displaced=(n, n), source=who)
        for text, n, who in ((one, 6000, MONITOR), (two, 3500, MINISTRY))
    ]
    event = holding(fuse([one, two], claims), *claims)
    assert [p.value for p in dispute(event, "displaced").positions] == ["3500", "6000"]
    assert event.status is EventStatus.DISPUTED


def test_a_correction_replaces_what_the_article_said_before():
    text = "Shelling killed seven civilians in Velm on Wednesday, the Orsa Monitor said"
    when = datetime(2031, 3, 5, 12, tzinfo=UTC)
    old = article("z-old", text, key="k", modified=when)
    new = article("a-new", text.replace("seven", "five"), key="k", modified=when.replace(hour=18))
    claims = [
        claim(doc, "Shelling", "shelling", place=VELM, day="2031-03-05", killed=(n, n), source=MONITOR)
        for doc, n in ((old, 7), (new, 5))
    ]
    event = holding(fuse([old, new], claims), *claims)
    assert [(e.low, e.best, e.high) for e in event.estimates] == [(5, 5, 5)]
    assert not event.disputes
    assert len(event.evidence) == 2
    assert len(event.witnesses) == 1


def test_nobody_denies_what_his_own_side_tells():
    one = article("gull", "Shelling killed five civilians in Velm on Wednesday, the northern army said")
    two = article(
        "ridge", "The northern army denied that it shelled army positions in Velm on Wednesday", day="2031-03-06"
    )
    claims = [
        claim(one, "Shelling", "shelling", place=VELM, day="2031-03-05", source=NORTH),
        claim(
            two, "shelled", "shelling", agent=NORTH, place=VELM, day="2031-03-05", source=NORTH, stance=Stance.DENIES
        ),
    ]
    events = {event.status: event for event in fuse([one, two], claims).events}
    assert set(events) == {EventStatus.REPORTED, EventStatus.DENIED}
    assert events[EventStatus.DENIED].witnesses == ()


def test_a_people_is_the_side_of_its_state():
    """ "American" jets are those of the coalition that the country leads: no second culprit."""
    lead = ActorRef(text="coalition", actor_id="orsa/coalition", name="Coalition", side="gov/ORS")
    people = ActorRef(text="Orsan", country="ORS", kind="civilians")
    other = ActorRef(text="Tarnish", country="TAR", kind="civilians")
    for agent, disputed in ((people, False), (other, True)):
        one = article("gull", "Air strikes by the coalition hit Velm on Tuesday, the Orsa Monitor said")
        two = article("ridge", f"Air strikes by {agent.text} jets hit Velm on Tuesday, the Ministry of Defence said")
        claims = [
            claim(text, "strikes", "airstrike", agent=who, place=VELM, day="2031-03-04", source=source)
            for text, who, source in ((one, lead, MONITOR), (two, agent, MINISTRY))
        ]
        event = holding(fuse([one, two], claims, decisions=[decide(Judgement.SAME, *claims)]), *claims)
        assert (dispute(event, "perpetrator") is not None) is disputed


def test_a_city_stands_for_what_lies_round_it():
    city = replace(VELM, kind="city", within=("pack:orsa/province", "iso:ORS"))
    base = replace(TARN, name="Tarn base", within=("pack:orsa/province", "iso:ORS"))
    abroad = replace(base, within=("pack:orsa/elsewhere", "iso:ORS"))
    for there, disputed in ((base, False), (abroad, True)):
        one = article("gull", "An air strike hit Velm on Tuesday, the Orsa Monitor said")
        two = article("ridge", "An air strike hit Tarn base on Tuesday, the Ministry of Defence said")
        claims = [
            claim(text, "strike", "airstrike", place=where, day="2031-03-04", source=source)
            for text, where, source in ((one, city, MONITOR), (two, there, MINISTRY))
        ]
        event = holding(fuse([one, two], claims, decisions=[decide(Judgement.SAME, *claims)]), *claims)
        assert (dispute(event, "place") is not None) is disputed


def test_a_truce_that_has_not_held_is_disputed_in_its_outcome():
    one = article("gull", "A truce in Velm began on Tuesday, the Orsa Monitor said")
    two = article("ridge", "The truce in Velm on Tuesday has not held, the Ministry of Defence said")
    claims = [
        claim(one, "truce", "ceasefire", place=VELM, day="2031-03-04", source=MONITOR),
        claim(two, "truce", "ceasefire", place=VELM, day="2031-03-04", source=MINISTRY, status=Status.NEGATED),
    ]
    event = holding(fuse([one, two], claims), *claims)
    assert [d.what for d in event.disputes] == ["outcome"]
    assert {p.value: p.by for p in dispute(event, "outcome").positions} == {
        "holds": ("Orsa Monitor",),
        "does not hold": ("Northern Ministry",),
    }


def test_who_left_are_no_victims_to_disagree_on():
    one = article("gull", "Residents left Velm for Tarn on Tuesday, the Orsa Monitor said")
    two = article("ridge", "Fighters left Velm for Tarn on Tuesday, the Ministry of Defence said")
    claims = [
        claim(text, "left", "displacement", mode="fled", target=who, place=TARN, day="2031-03-04", source=source)
        for text, who, source in ((one, "Residents", MONITOR), (two, "Fighters", MINISTRY))
    ]
    event = holding(fuse([one, two], claims, decisions=[decide(Judgement.SAME, *claims)]), *claims)
    assert dispute(event, "victims") is None
