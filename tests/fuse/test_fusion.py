"""Whole fusions of small records: what must be one event, and one witness."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from tests.fuse.builders import MINISTRY, MONITOR, NORTH, SOUTH, TARN, VELM, Outlet, Status, article, claim, decide
from tests.fuse.strike import holding, strike_record
from tests.fuse.test_syndication import WIRE
from vigil.fuse import fuse
from vigil.model.claim import Count, Stance
from vigil.model.event import EventStatus
from vigil.model.link import Judgement
from vigil.model.text import Document, Span


def test_a_strike_elsewhere_on_that_day_is_another_event():
    documents, told = strike_record()
    event = holding(fuse(documents, list(told.values())), told["bridge"])
    assert len(event.evidence) == 1
    assert event.status is EventStatus.REPORTED


def test_order_of_documents_and_claims_is_free():
    documents, told = strike_record()
    claims = list(told.values())
    first = fuse(documents, claims)
    for seed in range(4):
        random.Random(seed).shuffle(claims)
        random.Random(seed + 9).shuffle(documents)
        assert fuse(documents, claims) == first


def test_ids_stay_when_tellings_join():
    documents, told = strike_record()
    before = holding(fuse(documents[:1], [told["north"], told["toll"]]), told["north"])
    later = article(
        "late", "The air strike on the market of Velm on Tuesday killed 12 people, officials said", day="2031-03-07"
    )
    more = claim(later, "air strike", "airstrike", place=VELM, day="2031-03-04", killed=(12, 12), source="officials")
    after = holding(fuse([*documents[:1], later], [told["north"], told["toll"], more]), told["north"], more)
    assert after.id == before.id


def test_decisions_win():
    documents, told = strike_record()
    claims = list(told.values())
    no = decide(Judgement.NOT_SAME, told["north"], told["south"])
    fusion = fuse(documents, claims, decisions=[no])
    home = {e.claim: event.id for event in fusion.events for e in event.evidence}
    assert home[told["north"].id] != home[told["south"].id]
    yes = decide(Judgement.SAME, told["bridge"], told["north"], minute=1, reason="one raid")
    event = holding(fuse(documents, claims, decisions=[yes]), told["bridge"], told["north"])
    assert "one raid" in next(e for e in event.evidence if e.claim == told["bridge"].id).score.reason
    out = fuse(documents, claims, decisions=[decide(Judgement.REJECT, told["bridge"])])
    assert told["bridge"].id not in {e.claim for event in out.events for e in event.evidence}


def test_seven_copies_of_one_agency_report_are_one_witness():
    outlets = {"Isle Press": Outlet("isle-press", "agency", "isle-press")}
    documents = [article("wire", WIRE, outlet="Isle Press")]
    for n in range(6):
        text = WIRE if n % 2 else WIRE.replace("before dawn ", "").replace("until noon", f"for {n + 3} hours")
        documents.append(article(f"paper{n}", text, day="2031-03-06", outlet=f"Paper {n}", agency="Isle Press"))
    quoted = [
        claim(d, "fell", "shelling", place=VELM, day="2031-03-04", killed=(9, 9), source=MONITOR) for d in documents
    ]
    own = [claim(d, "attack on the port", "shelling", place=VELM) for d in documents]
    unnamed = [claim(d, "stopped", "aid", mode="blocked", place=VELM, source="mayor") for d in documents]
    fusion = fuse(documents, [*quoted, *own, *unnamed], outlets=outlets)
    assert {origin.doc for origin in fusion.copies.values()} == {"wire"}
    event = holding(fusion, *quoted)
    assert [w.name for w in event.witnesses if w.name == "Orsa Monitor"] == ["Orsa Monitor"]
    shelled = fuse(documents, quoted, outlets=outlets).events[0]
    assert len(shelled.witnesses) == 1
    assert shelled.status is EventStatus.REPORTED
    assert sum(e.copy_of == "wire" for e in shelled.evidence) == 6
    assert len(fuse(documents, own, outlets=outlets).events[0].witnesses) == 1
    assert len(fuse(documents, unnamed, outlets=outlets).events[0].witnesses) == 1


def test_two_spokesmen_of_one_side_are_one_side():
    one = article("gull", "Shells hit Velm on Tuesday, the northern army said")
    two = article("ridge", "Velm was shelled on Tuesday, the Ministry of Defence said")
    claims = [
        claim(one, "Shells", "shelling", place=VELM, day="2031-03-04", source=NORTH),
        claim(two, "shelled", "shelling", place=VELM, day="2031-03-04", source=MINISTRY),
    ]
    event = holding(fuse([one, two], claims), *claims)
    assert len(event.witnesses) == 2
    assert event.status is EventStatus.REPORTED
    assert "one side" in event.status_reason
    free = [claims[0], replace(claims[1], sources=claim(two, "shelled", "shelling", source=MONITOR).sources)]
    assert holding(fuse([one, two], free), *free).status is EventStatus.CORROBORATED


def test_an_anniversary_joins_the_old_event_and_is_no_new_one():
    old = article("gull", "A car bomb killed 40 people in the market of Velm on Monday", day="2030-03-05")
    year = article(
        "ridge", "A year ago a car bomb killed 40 people in the market of Velm. Today the stalls are open again"
    )
    new = article("quay", "A car bomb exploded in the market of Velm on Tuesday and killed three people")
    first = claim(old, "car bomb", "bombing", place=VELM, day="2030-03-04", killed=(40, 40))
    recalled = claim(year, "car bomb", "bombing", place=VELM, day="2030-03-04", killed=(40, 40))
    fresh = claim(new, "car bomb", "bombing", place=VELM, day="2031-03-04", killed=(3, 3))
    fusion = fuse([old, year, new], [first, recalled, fresh])
    assert len(fusion.events) == 2
    assert len(holding(fusion, first, recalled).evidence) == 2
    assert len(holding(fusion, fresh).evidence) == 1


def test_statuses_without_a_telling():
    text = article("gull", "The northern army will storm Velm on Friday")
    plan = claim(text, "storm", "attack", agent=NORTH, place=VELM, status=Status.INTENDED)
    assert fuse([text], [plan]).events[0].status is EventStatus.ANNOUNCED
    assert fuse([text], [replace(plan, status=Status.NEGATED)]).events[0].status is EventStatus.DID_NOT_HAPPEN
    denial = replace(plan, status=Status.ACTUAL, stance=Stance.DENIES)
    assert fuse([text], [denial]).events[0].status is EventStatus.DENIED


def test_each_sides_breach_of_one_truce_is_an_event_of_its_own():
    one = article("gull", "The northern army violated the ceasefire in Velm on Wednesday, the southern army said")
    two = article("ridge", "The southern army violated the ceasefire in Velm on Wednesday, the northern army said")
    claims = [
        claim(text, "violated", "ceasefire", mode="violated", agent=by, place=VELM, day="2031-03-05", source=who)
        for text, by, who in ((one, NORTH, SOUTH), (two, SOUTH, NORTH))
    ]
    assert len(fuse([one, two], claims).events) == 2


def test_two_towns_held_by_one_side_are_two_events():
    near = replace(TARN, lat=VELM.lat + 0.3, lon=VELM.lon)  # 33 km: near enough to be one fight, but not one town
    text = article(
        "lines", "Velm is held by the northern army. Tarn is also held by the northern army", day="2031-03-05"
    )
    first = claim(text, "held", "takeover", mode="holds", agent=NORTH, place=VELM)
    at = text.text.rindex("held")
    second = replace(
        first, id="second", s=1, sentence=text.sentences[1], trigger=Span.of(text.text, at, at + 4), place=near
    )
    assert len(fuse([text], [first, second]).events) == 2
    again = replace(second, place=VELM)
    assert len(fuse([text], [first, again]).events) == 1


def test_the_fight_the_capture_and_the_flight_are_three_events():
    text = article(
        "gull",
        "The northern army captured Velm on Tuesday. Fighting killed 11 soldiers and six rebels. Its people fled on Tuesday",
    )
    claims = [
        claim(text, "captured", "takeover", mode="captured", agent=NORTH, place=VELM, day="2031-03-04"),
        claim(text, "Fighting", "attack", agent=NORTH, place=VELM, day="2031-03-04"),
        claim(text, "fled", "displacement", mode="fled", place=VELM, day="2031-03-04"),
    ]
    at = text.text.index
    counts = tuple(
        Count(kind="killed", min=n, max=n, span=Span(at(w), at(w) + len(w), w), who=Span(at(o), at(o) + len(o), o))
        for n, w, o in ((11, "11", "soldiers"), (6, "six", "rebels"))
    )
    claims[1] = replace(claims[1], counts=counts)
    events = {event.type: event for event in fuse([text], claims).events}
    assert set(events) == {"takeover", "attack", "displacement"}
    (killed,) = events["attack"].estimates
    assert (killed.kind, killed.best, killed.rule) == ("killed", 17, "a sum of 11 and 6, told side by side")
    other = article("ridge", "Fighting by the northern army in Velm on Tuesday killed 17 people")
    whole = claim(other, "Fighting", "attack", agent=NORTH, place=VELM, day="2031-03-04", killed=(17, 17))
    (told,) = (event for event in fuse([text, other], [*claims, whole]).events if event.type == "attack")
    assert told.toll("killed").rule == "the only figure told"  # somebody told it


def test_nothing_in_nothing_out_and_a_claim_without_its_document():
    assert fuse([], []).events == ()
    text = article("gull", "Shells hit Velm")
    alone = claim(text, "hit", "shelling", place=VELM)
    assert len(fuse([], [alone]).events) == 1


def test_two_documents_of_one_id_are_refused_and_not_followed_round_in_circles() -> None:
    one = Document(id="d", key="a", digest="", text="The army shelled Velm on Monday and two people were hurt there.")
    with pytest.raises(ValueError, match="share an id"):
        fuse([one, replace(one, key="b")], [])
