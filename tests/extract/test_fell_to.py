"""Places that fell to somebody."""

from __future__ import annotations

import pytest

from vigil.extract.fell_to import fallen
from vigil.model.claim import Claim, Mention
from vigil.model.text import Span


def _claim(text: str, trigger: str, mode: str, kind: str = "takeover", **roles: str) -> Claim:
    def span(words: str) -> Span:
        start = text.index(words)
        return Span(start, start + len(words), words)

    mentions = tuple(Mention(role=role, span=span(words)) for role, words in roles.items())
    return Claim(
        id="c", doc="d", s=0, sentence=(0, len(text)), trigger=span(trigger), type=kind, mode=mode, arguments=mentions
    )


def _parties(claim: Claim) -> dict[str, str]:
    return {mention.role: mention.words for mention in claim.arguments}


@pytest.mark.parametrize(
    ("text", "trigger"),
    [("Orel is lost to the Tarn Brigade.", "lost"), ("Orel fell to Tarn Brigade men on Monday.", "fell")],
)
def test_who_it_fell_to_holds_it(text: str, trigger: str) -> None:
    found = fallen(_claim(text, trigger, "lost", place="Orel", target="Tarn Brigade"), text)
    assert (found.mode, _parties(found)) == ("captured", {"agent": "Tarn Brigade", "place": "Orel"})


@pytest.mark.parametrize(
    ("text", "role", "mode"),
    [
        ("Orel is lost to the Tarn Brigade.", "agent", "lost"),
        ("Orel is lost to the Tarn Brigade.", "agent", "captured"),
    ],
)
def test_a_taker_that_was_read_as_the_agent_has_captured(text: str, role: str, mode: str) -> None:
    found = fallen(_claim(text, "lost", mode, **{role: "Tarn Brigade", "place": "Orel"}), text)
    assert (found.mode, _parties(found)) == ("captured", {"agent": "Tarn Brigade", "place": "Orel"})


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("The Tarn Brigade lost Orel.", {"agent": "Tarn Brigade", "place": "Orel"}),
        ("Orel is lost to the Tarn Brigade by the army.", {"agent": "Tarn Brigade", "target": "army", "place": "Orel"}),
        ("The army lost Orel to the Tarn Brigade.", {"agent": "army", "target": "Tarn Brigade", "place": "Orel"}),
        ("The Tarn Brigade lost Orel.", {"target": "Tarn Brigade", "place": "Orel"}),
        ("Orel is lost, says the Tarn Brigade.", {"target": "Tarn Brigade", "place": "Orel"}),
    ],
)
def test_other_losses_stay_as_they_are(text: str, given: dict[str, str]) -> None:
    claim = _claim(text, "lost", "lost", **given)
    assert fallen(claim, text) is claim


def test_what_was_handed_to_somebody_is_no_capture() -> None:
    text = "Arms were lost to the Tarn Brigade."
    claim = _claim(text, "lost", "seized", "arms", target="Tarn Brigade")
    assert fallen(claim, text) is claim
