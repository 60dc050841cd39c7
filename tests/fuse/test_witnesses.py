"""Who stands behind an event: speakers of copies, short forms of sources, and texts that only retell."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.fuse.builders import MINISTRY, MONITOR, NORTH, VELM, Outlet, article, claim
from vigil.fuse import fuse
from vigil.fuse.accounts.witnesses import Voices, independent, witnesses
from vigil.fuse.copies.outlets import Outlets
from vigil.fuse.copies.syndication import origins

OUTLETS = Outlets({"Isle Press": Outlet("isle-press", "agency"), "gull": Outlet("gull", family="harbour-house"),
                   "quay": Outlet("quay", family="harbour-house")})  # fmt: skip


def found(documents, claims):
    voices = Voices(documents, origins(documents, OUTLETS), OUTLETS).all(claims)
    return witnesses(claims, voices), voices


def test_a_short_form_is_the_source_named_before_it():
    text = "Shells killed four people in Velm, the Orsa port authority said. The dead were sailors, the authority said"
    told = article("gull", text)
    claims = [
        claim(told, "killed", "shelling", source="Orsa port authority"),
        claim(told, "dead", "casualties", source="the authority"),
    ]
    stands, _ = found([told], claims)
    assert [w.name for w in stands] == ["Orsa port authority"]


@pytest.mark.parametrize(("words", "count"), [("Haddad", 1), ("Orsa", 2), ("Rami Dasar", 2)])
def test_a_surname_is_the_person_named_before_it(words: str, count: int):
    text = f"Shells killed four people in Velm, Orsa envoy Rami Haddad said. The dead were sailors, {words} said"
    told = article("gull", text)
    claims = [
        claim(told, "killed", "shelling", source="Orsa envoy Rami Haddad"),
        claim(told, "dead", "casualties", source=words),
    ]
    assert len(found([told], claims)[0]) == count


@pytest.mark.parametrize("words", ["another authority", "an authority", "two officials", "the hospital"])
def test_another_source_of_the_kind_is_another_witness(words):
    text = f"Shells killed four people in Velm, the Orsa port authority said. The dead were sailors, {words} said"
    told = article("gull", text)
    claims = [
        claim(told, "killed", "shelling", source="Orsa port authority"),
        claim(told, "dead", "casualties", source=words),
    ]
    assert len(found([told], claims)[0]) == 2


def test_a_text_that_attributes_an_event_is_no_witness_of_its_own():
    told = article("gull", "An air raid hit Velm. It killed 12 people, the Orsa Monitor said")
    claims = [claim(told, "raid", "airstrike"), claim(told, "killed", "airstrike", source=MONITOR)]
    assert [w.name for w in found([told], claims)[0]] == ["Orsa Monitor"]
    assert [w.kind for w in found([told], claims[:1])[0]] == ["outlet"]


def test_an_outlet_that_attributes_nothing_is_a_witness_beside_the_one_that_does():
    told = article("gull", "An air raid hit Velm. It killed 12 people, the Orsa Monitor said")
    other = article("ridge", "Our reporter stood in Velm when an air raid came")
    claims = [
        claim(told, "raid", "airstrike"),
        claim(told, "killed", "airstrike", source=MONITOR),
        claim(other, "raid", "airstrike"),
    ]
    assert {w.name for w in found([told, other], claims)[0]} == {"Orsa Monitor", "ridge"}


def test_two_papers_of_one_house_that_both_only_tell_are_one_witness():
    one, two = article("gull", "An air raid hit Velm at dawn"), article("quay", "Velm was struck in an air raid today")
    stands, _ = found([one, two], [claim(one, "raid", "airstrike"), claim(two, "raid", "airstrike")])
    assert [w.docs for w in stands] == [("gull", "quay")]


def test_two_spokesmen_of_one_army_are_two_voices_of_one_side():
    told = article(
        "gull", "The raid killed nine, the northern army said. The raid killed ten, the Ministry of Defence said"
    )
    claims = [
        claim(told, "killed nine", "airstrike", source=NORTH),
        claim(told, "killed ten", "airstrike", source=MINISTRY),
    ]
    stands, _ = found([told], claims)
    assert len(stands) == 2
    assert independent(stands) == 1


@pytest.mark.parametrize(
    ("words", "count"),
    [("a monitor", 1), ("the island-based monitoring group", 1), ("a rights group", 2), ("another monitor", 2)],
)
def test_a_monitor_is_the_one_that_its_text_names(words: str, count: int):
    """A first sentence says "a monitor", a later one which."""
    text = f"Shells killed 70 people in Velm, {words} said. The dead were soldiers and rebels, the Orsa Monitor said"
    told = article("gull", text)
    monitor = replace(MONITOR, kind="monitor")
    claims = [
        claim(told, "killed", "shelling", source=words, source_kind="monitor"),
        claim(told, "dead", "casualties", source=monitor, source_kind="monitor"),
    ]
    assert len(found([told], claims)[0]) == count


def test_a_monitor_beside_two_is_nobody_known():
    text = "Shells hit Velm, a monitor said. Four died, the Orsa Monitor said. Five died, the Tarn Watch said"
    told = article("gull", text)
    one, two = (
        replace(MONITOR, kind="monitor"),
        replace(MONITOR, text="Tarn Watch", actor_id="orsa/watch", kind="monitor"),
    )
    claims = [
        claim(told, trigger, "shelling", source=source, source_kind="monitor")
        for trigger, source in (("hit", "a monitor"), ("Four died", one), ("Five died", two))
    ]
    assert len(found([told], claims)[0]) == 3


@pytest.mark.parametrize(("actor", "name"), [(NORTH, "Northern Army"), (None, "Quay")])
def test_an_outlets_name_that_means_a_person_is_no_outlet(actor, name: str):
    """The northern army's spokeswoman is called like a paper."""
    told = article("ridge", "Shells killed four people in Velm, Quay said")
    source = replace(actor, text="Quay") if actor else "Quay"
    assert [w.name for w in found([told], [claim(told, "killed", "shelling", source=source)])[0]] == [name]


def test_a_side_that_acts_or_is_hit_takes_part():
    told = article("gull", "The northern army shelled Velm on Tuesday, the mayor said; the northern army said so too")
    for role in ("agent", "target"):
        claims = [claim(told, "shelled", "shelling", source="mayor", place=VELM, day="2031-03-04", **{role: NORTH})]
        (event,) = fuse([told], claims).events
        assert event.takes_part(NORTH.side)
    assert not event.takes_part("")
    assert not event.takes_part("someone/else")
