"""Sentence ends where newsrooms put them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vigil.extract.sentences import boundaries, split
from vigil.model.text import Document, Zone, ZoneKind

CASES = [
    ("en", ["Gen. Ali Haddad of the 5th Div. spoke at 5 a.m.", "The U.S. Army said approx. 14.30 incl. J. K. Smith."]),
    ("en", ["It left on Jan. 5 for St. Paul.", "By then No. 5 battery fell back 12 km. east of Velm."]),
    ("en", ["He came from the U.S. Shelling went on." ]),
    ("en", ["A monitor said so.", "\"We are leaving,\" he said.", "Nobody left."]),
    ("ru", ["Ген. Орлов сообщил об этом 5 авг. в штабе.", "Потерь нет."]),
    ("en", ["Headline without a stop", "Then a line."]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "sentences"), CASES[:2] + CASES[3:5])
def test_joined_by_a_space(language: str, sentences: list[str]) -> None:
    text = " ".join(sentences)
    assert [text[a:b] for a, b in boundaries(text, language)] == sentences


def test_a_caption_without_a_stop_is_no_beginning_of_the_story() -> None:
    caption, dateline = (
        "The footbridge in Velm, seen from the southern bank of the river. Meridian/L. Osk",
        "VELM, May 1 -",
    )
    text = f"{caption}\n{dateline} Rebels shelled the town."
    at = text.index(dateline)
    zones = (Zone(0, len(caption), ZoneKind.CAPTION), Zone(at, at + len(dateline), ZoneKind.DATELINE))
    for known in (zones, zones[:1], zones[1:]):
        found = split(Document(id="d", key="d", digest="", text=text, zones=known)).sentences
        assert text[slice(*found[-1])] == text[at:]
    assert text[slice(*boundaries(text)[-1])] != text[at:]


def test_newlines_end_a_sentence() -> None:
    text = "\n".join(CASES[5][1])
    assert [text[a:b] for a, b in boundaries(text)] == CASES[5][1]


@given(st.text(max_size=300))
def test_any_text_gives_ordered_bounds_that_lose_only_space(text: str) -> None:
    found = boundaries(text)
    end = 0
    for start, stop in found:
        assert text[end:start].strip() == ""
        assert start < stop
        end = stop
    assert text[end:].strip() == ""


def test_given_sentences_are_kept() -> None:
    document = Document(id="d", key="d", digest="", text="One. Two.", sentences=((0, 9),))
    assert split(document) is document


def test_a_hard_wrapped_line_goes_on() -> None:
    text = "The governor's office said on Tuesday that eleven people had been hurt near\nVelm when a shell fell.\nIt ended."
    assert [text[a:b] for a, b in boundaries(text)] == text.replace("fell.\n", "fell.|").split("|")


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The minister said no. Rebels shelled the town of Velm.", 2),
        ("They left on a day without sun. Rebels shelled the town of Velm.", 2),
        ("This ends Phase I. The army shelled the town of Velm.", 2),
        ("Rebels shelled house no. 4 in Velm on Sat. 12 May, in the est. 300 rounds of the day.", 1),
        ("After FIR no. Kot-12 was lodged, rebels shelled the town of Velm.", 1),
        ("An unnamed officer, Charles I. Smith, was shot in Velm.", 1),
    ],
)
def test_abbreviations_that_are_words_too_end_a_sentence(text: str, count: int) -> None:
    assert len(boundaries(text)) == count
