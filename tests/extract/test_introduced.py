"""Who somebody is by the words that introduce him elsewhere in the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vigil.extract.introduced import introduced


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        ("The army's spokesman Tomas Orlin spoke. Orlin said two posts fell.", "Orlin", "army's spokesman"),
        ("Mara Teles, a senior analyst with Norlight, was asked. Teles said so.", "Teles", "senior analyst with Norlight"),
        ("The UN envoy for Kelmora, Staffan de Virra, left. De Virra warned of more.", "De Virra", "UN envoy for Kelmora"),
        ("Joan Pell from Harbour Relief said clinics were full.", "Joan Pell", "from Harbour Relief"),
        ("The Kelmora Observatory for Rights (KOR) counted nine dead. KOR said so.", "KOR", "Observatory for Rights"),
        ("Kelmora's Deputy Foreign Minister Ana Brook denied it.", "Ana Brook", "Deputy Foreign Minister"),
    ],
)  # fmt: skip
def test_titles_descriptions_and_abbreviations_are_found(text: str, name: str, words: str) -> None:
    assert words in introduced(text, [name])


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Orlin said two posts fell.", "Orlin"),
        ("Orlin, speaking to reporters, said two posts fell.", "Orlin"),
        ("Orlin, visibly tired, said two posts fell.", "Orlin"),
        ("A spokesman for the army spoke. A Harbour Relief official said so.", "a Harbour Relief official"),
        ("The Orlinsk bridge fell. The old Orlin-class ship sank.", "Orlin"),
        ("", "Orlin"),
    ],
)
def test_what_introduces_nobody_is_left(text: str, name: str) -> None:
    assert introduced(text, [name]) == ""


def test_one_introduction_is_told_once() -> None:
    text = "Army spokesman Orlin said one thing. Army spokesman Orlin said another."
    assert introduced(text, ["Orlin"]) == "Army spokesman"
    assert introduced(text, ["Orlin", "Orlin"]) == "Army spokesman"


@given(st.text(max_size=300), st.lists(st.text(max_size=30), max_size=3))
def test_any_text_gives_a_short_phrase(text: str, names: list[str]) -> None:
    found = introduced(text, names)
    assert found == introduced(text, names)
    assert len(found.split()) <= 2 * (7 + 9 + 12) + 1


def test_a_name_met_a_thousand_times_is_looked_at_a_few_times() -> None:
    text = "Orlin said so. " * 100_000
    assert introduced(text, ["Orlin"]) == ""
