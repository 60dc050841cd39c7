"""Copies are found, independent reports are not taken for copies."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuse.builders import Outlet, article
from vigil.fuse.copies.outlets import Outlets
from vigil.fuse.copies.syndication import origins

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


def test_a_rewrite_that_keeps_a_third_of_the_words_is_a_copy_told_as_retold():
    retold = (
        "Ferries to the mainland were stopped while rescuers dug through the remains of a bakery and two homes till noon. "
        "Before dawn on Tuesday shells fell on the harbour quarter of Velm and left nine dead, the Orsa Monitor said. "
        "Aid agencies warned of hunger, and the truce broke down in February: it was the fourth attack on the port since. "
        "A spokesman for the Northern Army blamed rebels on the ridge above the town and said its guns had not fired. "
        "The market has moved inland to Tarn, and schools in the district stay closed until Sunday, the mayor said"
    )
    found = origins([article("a", WIRE), article("b", retold, day="2031-03-06")], AGENCIES).origins["b"]
    assert found.doc == "a"
    assert "retells" in found.why.reason
    assert found.why.value < 0.6


def test_an_outlets_own_texts_of_one_pattern_are_its_own_reports_and_so_are_their_copies():
    def release(day: str, first: str, second: str) -> str:
        return (
            f"On {day}, the coalition conducted {first} strikes on rebels near Velm, Tarn and Orsa, its command said. "
            f"Near Velm, {second} strikes hit a fighting position and a supply road, the command said. "
            "The coalition strikes as part of the operation to end the threat that the rebels pose to Orsa and the island. "
            "All aircraft came home, and the command does not say which nations flew them"
        )

    one = article("a", release("1 March", "12", "three"), day="2031-03-01", outlet="Command")
    other = release("3 March", "9", "five").replace("a fighting position and a supply road", "two boats in the port")
    two = article("b", other, day="2031-03-03", outlet="Command")
    copy = article("c", two.text.replace("All aircraft came home, and", "Meanwhile"), day="2031-03-04", outlet="Post")
    found = origins([one, two, copy], AGENCIES).origins
    assert {doc: origin.doc for doc, origin in found.items()} == {"a": "a", "b": "b", "c": "b"}


def test_a_passage_with_other_numbers_and_a_retold_sentence_is_still_a_passage():
    wire = article("a", WIRE.replace("nine", "9"))
    own = " ".join(f"{OWN} and that is how day {n} of this winter went by in the harbour." for n in range(3))
    parts = WIRE.split(". ")
    borrowed = (
        parts[0].replace("nine", "11") + ". Until noon rescuers dug in ruins of two homes and a bakery. " + parts[2]
    )
    found = origins([wire, article("b", f"{own} {borrowed}. We walked home", day="2031-03-06")], AGENCIES)
    assert found.origins["b"].doc == "b"
    (passage,) = found.passages["b"]
    text = f"{own} {borrowed}. We walked home"
    assert text[passage.start : passage.end].startswith("Shells fell") or borrowed in text[passage.start : passage.end]
    at = text.index("Until noon")
    assert found.of("b", at, at + 60) == "a"


def test_of_several_texts_with_one_paragraph_the_oldest_is_its_origin():
    wire = article("a", WIRE, day="2031-03-01")
    parts = WIRE.split(". ")
    own = " ".join(f"{OWN} and that is how day {n} of this winter went by in the harbour." for n in range(3))
    far = " ".join(f"Nothing moved on the ridge in week {n}, and the goats came down to drink." for n in range(12))
    first = article("b", f"{own} {parts[1]}. {parts[2]}. We walked home", day="2031-03-02")
    second = article("c", f"{far} {parts[1]}. {parts[2]}. Snow fell", day="2031-03-03")
    found = origins([second, first, wire], AGENCIES)
    at = second.text.index(parts[2])
    assert found.of("c", at, at + 80) == "a"


@settings(deadline=None, max_examples=40)
@given(st.permutations(range(6)), st.integers(0, 5))
def test_origins_do_not_depend_on_the_order_and_a_new_copy_changes_no_other_origin(order: list[int], late: int):
    parts = WIRE.split(". ")
    documents = [article(f"d{n}", ". ".join(parts[: 5 - n % 3]), day=f"2031-03-0{n + 1}") for n in range(5)]
    documents.append(article("own", OWN, day="2031-03-02"))
    whole = origins(documents, AGENCIES)
    assert origins([documents[n] for n in order], AGENCIES) == whole
    copy = article("late", ". ".join(parts[late % 4 :] + parts[: late % 4]), day="2031-03-09")
    more = origins([*documents, copy], AGENCIES)
    assert {doc: origin.doc for doc, origin in more.origins.items() if doc != "late"} == {
        doc: origin.doc for doc, origin in whole.origins.items()
    }
    assert more.origins["late"].doc == "d0"


@pytest.mark.parametrize(
    ("byline", "closing"),
    [
        ("Isle Press", ""),
        ("By our reporter and Isle Press", ""),
        ("", "\nIsle Press contributed to this report."),
        ("", "\nWith agency: Isle Press"),
        ("", "\n(IP)"),
    ],
)
def test_an_agency_named_in_byline_or_closing_lines_is_the_lineage(byline: str, closing: str):
    outlets = Outlets({"Isle Press": Outlet("isle-press", "agency"), "IP": Outlet("isle-press", "agency")})
    story = replace(article("a", OWN + closing), byline=byline)
    assert outlets.lineage(story) == {"isle-press"}
    assert (
        outlets.lineage(article("b", "The isle press was loud, said ip. It stood in the harbour" + OWN)) == frozenset()
    )
    assert outlets.voice(story)[0] == "a"
