"""The shipped gate on short texts, and what it does with what it cannot judge."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from vigil.extract.gate import FILE, WEIGHTS, Gate
from vigil.extract.sentences import split
from vigil.model.errors import BadReference
from vigil.model.text import Document

WAR = (
    "The council met on Tuesday to talk about the harvest and the new bridge over the river. Later that night artillery "
    "fire killed four people in the market town and rebels seized the police station. The mayor thanked the bakers."
)
KITCHEN = (
    "Cream the butter with the sugar until it is pale, then add the eggs one by one. Fold in the flour and the lemon zest, "
    "spoon the batter into a lined tin and bake it for forty minutes. Let the cake cool before you cut it."
)


@pytest.fixture(scope="module")
def gate() -> Gate:
    return Gate.load()


def document(text: str, language: str = "en") -> Document:
    return split(Document(id="d", key="d", digest="", text=text, language=language))


def test_one_passage_of_war_lets_an_article_pass_and_a_recipe_is_stopped(gate: Gate) -> None:
    assert gate.passes(document(WAR))
    assert not gate.passes(document(KITCHEN))
    assert gate.passes(document(f"{KITCHEN} {WAR} {KITCHEN}"))


def test_the_best_passage_decides_wherever_it_stands(gate: Gate) -> None:
    for text in (WAR, KITCHEN, f"{KITCHEN} {WAR}", "Bread.", ""):
        told = document(text)
        assert gate.score(told) == max(gate.scores(told))
        assert gate.passes(told) == (gate.score(told) >= gate.threshold)


def test_what_cannot_be_judged_passes(gate: Gate) -> None:
    assert gate.passes(document("Bread."))
    assert gate.passes(document(""))
    assert gate.passes(document(KITCHEN, "de"))


def test_a_damaged_file_stops_the_run(tmp_path: Path) -> None:
    shutil.copy(WEIGHTS / "tokenizer.json", tmp_path)
    with pytest.raises(BadReference, match="gate"):
        Gate.load(tmp_path)
    (tmp_path / FILE).write_bytes((WEIGHTS / FILE).read_bytes()[:500])
    with pytest.raises(BadReference, match="gate"):
        Gate.load(tmp_path)
