"""Copies are found, independent reports are not taken for copies."""

from __future__ import annotations

from tests.fuse.builders import Outlet, article
from vigil.fuse.outlets import Outlets
from vigil.fuse.syndication import origins

WIRE = (
    "Shells fell on the harbour quarter of Velm before dawn on Tuesday and killed nine people, the Orsa Monitor said. "
    "Rescuers dug through the ruins of a bakery and two homes until noon, while ferries to the mainland were stopped. "
    "A spokesman for the Northern Army said that its guns had not fired, and blamed rebels on the ridge above the town. "
    "It was the fourth attack on the port since the truce broke down in February, and aid agencies warned of hunger. "
    "Schools in the district stay closed until Sunday, the mayor said, and the market has moved inland to Tarn"
)
OWN = (
    "At the bakery on the quay of Velm there is no roof any more. Nine of our neighbours died here, says Ilun Dasar, who "
    "carried two of them out. Her street was hit by artillery on Tuesday morning, she says, as people queued for bread. "
    "The Orsa Monitor gives the same number of dead. The Northern Army denies that it fired"
)
AGENCIES = Outlets({"Isle Press": Outlet("isle-press", "agency", "isle-press"), "Velm Post": Outlet("velm-post")})


def test_identical_and_edited_copies_share_the_earliest_origin():
    first = article("a", WIRE)
    edited = article("b", WIRE.replace("nine people", "eleven people").replace("on Tuesday ", ""), day="2031-03-06")
    cut = article("c", ". ".join(WIRE.split(". ")[:3]), day="2031-03-06")
    found = origins([cut, edited, first], AGENCIES)
    assert {doc: origin.doc for doc, origin in found.origins.items()} == {"a": "a", "b": "a", "c": "a"}
    assert "numbers differ" not in found.origins["c"].why.reason or "wording" in found.origins["c"].why.reason


def test_changed_numbers_are_noted_not_decisive():
    text = WIRE.replace("nine", "9")
    found = origins([article("a", text), article("b", text.replace("9", "14"), day="2031-03-06")], AGENCIES)
    assert found.origins["b"].doc == "a"
    assert "numbers differ (14, 9)" in found.origins["b"].why.reason


def test_on_one_day_the_agency_is_the_origin():
    post = article("a", WIRE, outlet="Velm Post")
    wire = article("z", WIRE, outlet="Isle Press")
    assert origins([post, wire], AGENCIES).origins["a"].doc == "z"


def test_two_texts_credited_to_one_agency_are_one_report_without_the_agencys_own():
    parts = WIRE.split(". ")
    one = article("a", ". ".join(parts[:4]), agency="Isle Press")
    two = article(
        "b",
        "Fear has come back to Velm. " + ". ".join(parts[1:3]) + ". " + OWN[-60:],
        agency="Isle Press",
        day="2031-03-06",
    )
    assert origins([one, two], AGENCIES).origins["b"].doc == "a"


def test_a_rewrite_by_another_hand_is_its_own_report():
    found = origins([article("a", WIRE), article("b", OWN, day="2031-03-06")], AGENCIES)
    assert found.origins["b"].doc == "b"
    assert not found.passages


def test_one_pattern_two_places_are_two_reports():
    text = "An air raid killed 12 people in the town of Velm on Monday, the Orsa Monitor said. Three were children"
    other = text.replace("Velm", "Tarn").replace("12", "11").replace("Three", "Two")
    assert origins([article("a", text), article("b", other)], AGENCIES).origins["b"].doc == "b"


def test_a_copied_paragraph_inside_another_article_is_a_passage_of_it():
    wire = article("a", WIRE)
    borrowed = WIRE.split(". ")[1] + ". " + WIRE.split(". ")[2]
    long_own = " ".join(f"{OWN} and that is how day {n} of this winter went by in the harbour." for n in range(3))
    story = article("b", f"{long_own} {borrowed}. We walked home", day="2031-03-06")
    found = origins([story, wire], AGENCIES)
    assert found.origins["b"].doc == "b"
    at = story.text.index(borrowed)
    assert found.of("b", at, at + 100) == "a"
    assert found.of("b", 0, 60) == "b"


def test_a_later_version_of_one_article_is_a_copy():
    found = origins([article("a", WIRE, key="k"), article("b", OWN, key="k", day="2031-03-06")], AGENCIES)
    assert found.origins["b"].doc == "a"


def test_empty_and_tiny_texts_copy_nothing():
    found = origins([article("a", ""), article("b", ""), article("c", "Two words")], AGENCIES)
    assert all(origin.doc == doc for doc, origin in found.origins.items())
