"""The second opinion by words: what the tables look at, how they are kept, and what the shipped ones know."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vigil.extract import decode
from vigil.extract.windows import Piece
from vigil.extract.wording import FILE, TOLD, Wording, WordTable, packed
from vigil.extract.wording_features import introduction_features, source_features, told_features, trigger_features
from vigil.model.claim import SOURCE_KINDS, TYPES, Mention
from vigil.model.errors import BadReference
from vigil.model.text import Span


@pytest.fixture(scope="module")
def shipped() -> Wording:
    return Wording.load()


def kind_of(wording: Wording, words: str, cue: str = "said") -> str:
    text = f"{words} {cue}"
    source = Mention(role="source", span=Span.of(text, 0, len(words)), means=None, score=1.0)
    return SOURCE_KINDS[int(wording.of_source_kind(text, [source], Span.of(text, len(words) + 1, len(text))).argmax())]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("the foreign ministry", "government"),
        ("United Nations envoy", "un"),
        ("villagers", "resident"),
        ("Red Cross", "aid"),
        ("a human rights monitor", "monitor"),
        ("civil defence workers", "rescuer"),
        ("an army spokesman", "military"),
        ("a rebel commander", "armed_group"),
    ],
)
def test_the_shipped_table_knows_plain_sources(shipped: Wording, words: str, kind: str) -> None:
    assert kind_of(shipped, words) == kind


@pytest.mark.parametrize(
    ("sentence", "trigger", "kind"),
    [
        ("Warplanes bombed two villages on Monday.", "bombed", "airstrike"),
        ("Thousands fled the town after dawn.", "fled", "displacement"),
        ("Both sides signed a ceasefire in the capital.", "ceasefire", "ceasefire"),
        ("Police arrested nine men in the port.", "arrested", "detention"),
    ],
)
def test_the_shipped_table_knows_plain_triggers(shipped: Wording, sentence: str, trigger: str, kind: str) -> None:
    at = sentence.index(trigger)
    chances = shipped.of_type(sentence, (0, len(sentence)), Span.of(sentence, at, at + len(trigger)))
    assert TYPES[int(chances.argmax())] == kind


@given(st.text(max_size=200), st.integers(0, 200), st.integers(0, 200))
def test_any_text_has_features_and_not_too_many(text: str, a: int, b: int) -> None:
    start, end = sorted((min(a, len(text)), min(b, len(text))))
    features = trigger_features(text, (0, len(text)), (start, end))
    assert features
    assert features == trigger_features(text, (0, len(text)), (start, end))
    assert source_features(text, text)
    told = told_features(text, (0, len(text)), (0, start), (start, end), "attack")
    assert told
    assert told == told_features(text, (0, len(text)), (0, start), (start, end), "attack")


def test_one_long_word_does_not_make_many_features() -> None:
    assert len(source_features("a" * 1_000_000, "")) < 200
    assert len(trigger_features("b" * 1_000_000, (0, 1_000_000), (0, 1_000_000))) < 200
    assert len(told_features("b " * 500_000, (0, 1_000_000), (0, 1_000_000), (500_000, 500_001), "attack")) < 200
    assert len(introduction_features("a" * 1_000_000)) < 200


def test_quotation_marks_and_the_words_of_telling_are_seen() -> None:
    text = "“They shelled the port,” Orlin said."
    at = text.index("shelled")
    features = told_features(text, (0, len(text)), None, (at, at + 7), "shelling")
    assert {"q1", "cr:said", "nc:01", "ty:shelling"} <= {*features}
    plain = told_features("They shelled the port.", (0, 22), (0, 0), (5, 12), "shelling")
    assert {"q0", "nc:00"} <= {*plain}


def test_only_words_within_reach_and_in_the_sentence_count() -> None:
    text = "Far words. " + "x " * 40 + "shelled it."
    at = text.index("shelled")
    assert not any(f.endswith(":far") for f in trigger_features(text, (11, len(text)), (at, at + 7)))


def test_chances_sum_to_one_and_survive_packing(tmp_path: Path) -> None:
    dice = np.random.default_rng(3)
    types = WordTable(dice.normal(size=(64, len(TYPES))).astype(np.float32), np.zeros(len(TYPES), dtype=np.float32))
    kinds = WordTable(np.ones((64, len(SOURCE_KINDS)), dtype=np.float32), np.zeros(len(SOURCE_KINDS), dtype=np.float32))
    told = WordTable(np.ones((64, len(TOLD)), dtype=np.float32), np.zeros(len(TOLD), dtype=np.float32))
    tables = {"types": types, "source_kinds": kinds, "told": told}
    arrays = {
        key: value for name, table in tables.items() for key, value in packed(name, table.table, table.bias).items()
    }
    np.savez(tmp_path / FILE, **arrays)
    kept = Wording.load(tmp_path)
    for features in (["a"], ["a", "b", "c"]):
        before, after = types.log_chances(features), kept.types.log_chances(features)
        assert np.exp(after).sum() == pytest.approx(1, abs=1e-5)
        assert np.abs(before - after).max() < 0.05


def test_a_damaged_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadReference, match="tables of words"):
        Wording.load(tmp_path)
    (tmp_path / FILE).write_bytes(b"PK\x03\x04 not a table")
    with pytest.raises(BadReference, match="tables of words"):
        Wording.load(tmp_path)
    small = np.zeros((4, 3), dtype=np.float32)
    np.savez(tmp_path / FILE, **packed("types", small, small[0]), **packed("source_kinds", small, small[0]))
    with pytest.raises(BadReference, match="does not give"):
        Wording.load(tmp_path)


def test_words_settle_what_the_passes_leave_open() -> None:
    """Two types as likely as each other for the network: the words choose; where it is sure, they do not overrule it."""
    by_words = np.full(len(TYPES), -9.0, dtype=np.float32)
    by_words[2] = -0.01

    def settled(first: float) -> int:
        kinds = np.full(len(TYPES), 1e-9, dtype=np.float32)
        kinds[1], kinds[2] = first, 1 - first
        found = decode.FoundArguments(classes={"type": kinds, "valid": np.asarray([0.1, 0.9], dtype=np.float32)})
        trigger = decode.FoundTrigger(Piece(0, 0, 4), 1, 2, 1, 0.9, kinds)
        return decode.settled(trigger, found, (1.0, 1.0, 1.0, 0.0), by_words).type

    assert settled(0.5) == 2
    assert settled(0.9999) == 1
