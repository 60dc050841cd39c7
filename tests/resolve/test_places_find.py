"""Place names found in running text: by the gazetteer, and by what stands around them."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vigil.reference.tables import Reference
from vigil.resolve.places.link import PlaceResolver, find_toponyms


@cache
def _reference() -> Reference:
    return Reference.load()


def _found(text: str) -> list[str]:
    return [text[start:end] for start, end in find_toponyms(text, _reference())]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Shells fell on Aleppo and in Idlib on Monday, residents of Syria said.", ["Aleppo", "Idlib", "Syria"]),
        ("Damascus and Moscow talked.", ["Damascus", "Moscow"]),
        ("The road to New York was closed.", ["New York"]),
        ("Trucks crossed into South Sudan.", ["South Sudan"]),
        ("Crowds met in Syria's Homs.", ["Syria", "Homs"]),
        ("Снаряды упали на Киев.", ["Киев"]),
        ("سقطت قذائف على حلب أمس", ["حلب"]),
    ],
)
def test_names_are_found_whole(text: str, names: list[str]) -> None:
    assert _found(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "The bank near the market was hit on Monday in March.",
        "Footage came from the Aleppo Media Center.",
        "John Lincoln spoke. Lincoln said that he would stay.",
        "General Houston told reporters that it was over.",
        "Two Syrians and some Russians left.",
        "I'll go, she said.",
    ],
)
def test_persons_organisations_days_and_peoples_are_no_places(text: str) -> None:
    assert _found(text) == []


def test_an_adjective_is_found_and_means_its_country() -> None:
    text = "Turkish troops moved on."
    spans = find_toponyms(text, _reference())
    assert [text[slice(*span)] for span in spans] == ["Turkish"]
    (ref,) = PlaceResolver(_reference()).geoparse(text, spans)
    assert ref.place_id == "iso:TUR"


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(["Aleppo", "bank", "of", "St.", "U.S.", ",", "Ali", "County", "حلب", "I'll", "x"])))
def test_spans_are_ordered_apart_and_without_rims(words: list[str]) -> None:
    text = " ".join(words)
    end = 0
    for start, stop in find_toponyms(text, _reference()):
        assert end <= start < stop <= len(text)
        assert text[start:stop] == text[start:stop].strip()
        end = stop
