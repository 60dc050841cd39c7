"""A contract line as a document."""

from __future__ import annotations

import pytest

from vigil.extract.codebook import document_of
from vigil.model.errors import Unreadable

LINE = {"doc": "a", "text": "Jets struck Velm."}


@pytest.mark.parametrize("bound", [float("inf"), float("nan"), "x", None, 99, -1])
def test_bounds_that_are_none_are_named(bound: object) -> None:
    with pytest.raises(Unreadable, match="line 3: ") as caught:
        document_of(LINE | {"sentences": [[0, bound]]}, 3)
    assert caught.value.item == "a"


@pytest.mark.parametrize(
    ("given", "language"),
    [
        ("EN", "en"),
        ("en-GB", "en"),
        ("en_US", "en"),
        (" en ", "en"),
        ("fr-FR", "fr"),
        ("und", ""),
        ("", ""),
        (None, ""),
    ],
)
@pytest.mark.parametrize("field", ["lang", "language"])
def test_a_language_tag_is_its_language(field: str, given: str | None, language: str) -> None:
    assert document_of(LINE | {field: given}, 1).language == language
