"""Sentences of copies find each other, and readings of one copied sentence are one telling."""

from __future__ import annotations

import random
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuse.builders import MONITOR, VELM, article, claim
from tests.fuse.test_syndication import OWN, WIRE
from vigil.fuse.accounts.tellings import dated, tellings
from vigil.fuse.copies.alignment import align
from vigil.fuse.copies.outlets import Outlets
from vigil.fuse.copies.syndication import origins

NONE = Outlets({})
PARTS = WIRE.split(". ")
EDITED = WIRE.replace("Shells fell", "Heavy shells fell").replace("nine people", "11 people")


def test_an_edited_copy_aligns_sentence_by_sentence_whatever_their_order():
    wire = article("a", WIRE)
    moved = article("b", ". ".join([PARTS[3], EDITED.split(". ")[0], PARTS[1]]))
    pairs = {(pair.one, pair.two): pair.score for pair in align(moved, wire)}
    assert set(pairs) == {(0, 3), (1, 0), (2, 1)}
    assert pairs[0, 3] == 1.0
    assert 0.5 < pairs[1, 0] < 1.0


@settings(deadline=None)
@given(st.permutations(PARTS), st.integers(1, len(PARTS)))
def test_alignment_is_one_to_one_and_symmetric(parts: list[str], kept: int):
    one, two = article("a", WIRE), article("b", ". ".join(parts[:kept]))
    there = {(p.one, p.two, p.score) for p in align(two, one)}
    back = {(p.two, p.one, p.score) for p in align(one, two)}
    assert there == back
    assert {PARTS.index(parts[at]) for at, _, _ in there} == {to for _, to, _ in there}
    assert len(there) == kept


def test_short_sentences_align_only_whole():
    wire, other = article("a", WIRE + ". Rami wept bitterly"), article("b", WIRE + ". Ilun wept bitterly")
    assert len(align(other, wire)) == len(PARTS)
    assert len(align(article("c", WIRE + ". Rami wept bitterly"), wire)) == len(PARTS) + 1


def readings():
    """One wire report and two copies, of which one is read as an air strike, with other trigger words."""
    wire, post, voice = article("a", WIRE), article("b", EDITED, day="2031-03-06"), article("c", WIRE, day="2031-03-06")
    told = [
        claim(wire, "fell", "shelling", place=VELM, source=MONITOR, confidence=0.7, killed=(9, 9)),
        claim(post, "Heavy shells", "airstrike", source=MONITOR, confidence=0.6),
        claim(voice, "fell", "shelling", place=VELM, source="the chief", confidence=0.4),
        claim(wire, "attack", "attack", confidence=0.5),
        claim(voice, "attack", "attack", confidence=0.5),
    ]
    return [wire, post, voice], told


def test_readings_of_one_copied_sentence_are_one_telling_with_the_type_most_votes_give():
    documents, told = readings()
    found = tellings(documents, told, origins(documents, NONE))
    assert {telling.claims: telling.type for telling in found} == {
        tuple(sorted(c.id for c in told[:3])): "shelling",
        tuple(sorted(c.id for c in told[3:])): "attack",
    }
    for seed in range(5):
        random.Random(seed).shuffle(told)
        random.Random(seed).shuffle(documents)
        assert tellings(documents, told, origins(documents, NONE)) == found


def test_two_acts_in_one_sentence_stay_two_tellings():
    text = PARTS[0] + " and rebels seized the lighthouse. " + ". ".join(PARTS[1:])
    one, two = article("a", text), article("b", text, day="2031-03-06")
    told = [claim(d, word, kind) for d in (one, two) for word, kind in (("fell", "shelling"), ("killed", "killing"))]
    found = tellings([one, two], told, origins([one, two], NONE))
    assert sorted(telling.type for telling in found) == ["killing", "shelling"]
    assert all(len(telling.claims) == 2 for telling in found)


def test_independent_reports_have_no_tellings_in_common():
    one, two = article("a", WIRE), article("b", OWN)
    told = [claim(one, "fell", "shelling"), claim(two, "hit", "shelling")]
    assert tellings([one, two], told, origins([one, two], NONE)) == ()


def test_a_claim_in_a_copied_passage_belongs_to_the_telling_of_its_origin():
    wire = article("a", WIRE)
    own = " ".join(f"{OWN} and that is how day {n} of this winter went by in the harbour." for n in range(3))
    story = article("b", f"{own} {PARTS[1]}. {PARTS[2]}. We walked home", day="2031-03-06")
    told = [claim(wire, "dug", "destruction"), claim(story, "dug", "destruction"), claim(story, "hit", "shelling")]
    (telling,) = tellings([wire, story], told, origins([wire, story], NONE))
    assert set(telling.claims) == {told[0].id, told[1].id}


def test_an_undated_copy_has_the_day_of_its_origin():
    wire, bare = article("a", WIRE), replace(article("b", WIRE), published=None)
    alone = replace(article("c", OWN), published=None)
    documents = [wire, bare, alone]
    days = {d.id: d.published for d in dated(documents, origins(documents, NONE))}
    assert days == {"a": wire.published, "b": wire.published, "c": None}
