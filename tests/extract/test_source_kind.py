"""Whether a claim is somebody's, judged for a sentence's claims together, and of what kind that somebody is."""

from __future__ import annotations

import numpy as np
import pytest

from vigil.extract.decode import NO_SOURCE, FoundArguments
from vigil.extract.source_kind import joint_odds, kind_of, own_odds
from vigil.extract.wording import Wording
from vigil.model.claim import SOURCE_KINDS, Mention
from vigil.model.text import Document, Span


def chances(kind: str, share: float) -> np.ndarray:
    row = np.full(len(SOURCE_KINDS), (1 - share) / (len(SOURCE_KINDS) - 1), dtype=np.float32)
    row[SOURCE_KINDS.index(kind)] = share
    return row


def test_a_doubtful_claim_follows_the_others_of_its_sentence() -> None:
    told = joint_odds([-0.2, 4.0, -0.2], [3, 3, 4])
    assert told[0] > 0
    assert told[1] > 0
    assert told[2] == -0.2


def test_a_sure_claim_does_not() -> None:
    assert joint_odds([-3.0, 2.0], [0, 0])[0] < 0


def test_the_order_of_claims_does_not_matter() -> None:
    one = joint_odds([1.0, -2.0, 0.5], [1, 1, 2])
    other = joint_odds([0.5, -2.0, 1.0], [2, 1, 1])
    assert one == pytest.approx([other[2], other[1], other[0]])


def test_words_of_telling_speak_for_a_source() -> None:
    wording = Wording.load()
    found = FoundArguments(classes={"source_kind": chances("none", 0.5)})

    def odds(text: str) -> float:
        document = Document(id="d", key="d", digest="", text=text, sentences=((0, len(text)),))
        at = text.index("shelled")
        return own_odds(document, 0, Span.of(text, at, at + 7), "shelling", found, wording)

    assert odds("Residents said the army shelled the port overnight.") > 0
    assert odds("The army shelled the port overnight.") < 0
    assert odds("The army shelled the port overnight.") < odds("“The army shelled the port,” she said.")


def test_without_tables_the_network_alone_judges() -> None:
    document = Document(id="d", key="d", digest="", text="Shelled.", sentences=((0, 8),))
    found = FoundArguments(classes={"source_kind": chances("none", 0.2)})
    odds = own_odds(document, 0, Span.of("Shelled.", 0, 7), "shelling", found, None)
    assert odds == pytest.approx(float(np.log(4)), abs=1e-3)


def test_a_kind_of_somebody_is_never_none() -> None:
    assert kind_of(chances("none", 0.99), "", (), None, None) != SOURCE_KINDS[NO_SOURCE]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("UN envoy Staffan Virra arrived on Monday. Virra said shelling went on.", "Virra", "un"),
        ("Mara Teles, a senior analyst with the Norlight institute, was asked. Teles said so.", "Teles", "analyst"),
    ],
)
def test_an_introduction_elsewhere_speaks_for_its_kind(text: str, name: str, kind: str) -> None:
    wording = Wording.load()

    def log_chance(told: str) -> float:
        at = told.rindex(name)
        source = Mention(role="source", span=Span.of(told, at, at + len(name)))
        return float(wording.of_source_kind(told, [source], None)[SOURCE_KINDS.index(kind)])

    assert log_chance(text) > log_chance(text[text.rindex(name) :]) + 1


def test_where_the_network_is_sure_words_are_not_asked() -> None:
    text = "Residents said the army shelled the port."
    document = Document(id="d", key="d", digest="", text=text, sentences=((0, len(text)),))
    trigger = Span.of(text, text.index("shelled"), text.index("shelled") + 7)

    def odds(none: float, wording: Wording | None) -> float:
        found = FoundArguments(classes={"source_kind": chances("none", none)})
        return own_odds(document, 0, trigger, "shelling", found, wording)

    assert odds(0.99, Wording.load()) == odds(0.99, None) < 0
    assert odds(0.6, Wording.load()) > odds(0.6, None)
