"""Names cut short in reading are found whole in the text, and nothing else is made longer."""

from __future__ import annotations

from functools import cache

import pytest

from vigil.model.claim import Claim, Mention
from vigil.model.text import Document, Span
from vigil.reference.tables import Reference
from vigil.resolve.actors.cut import wider
from vigil.resolve.actors.link import ActorResolver

TEXT = "On Monday the Free Syrian Army entered Idlib, and Hayat Tahrir al-Sham left it to Abu Someone."


@cache
def _resolver() -> ActorResolver:
    return ActorResolver(Reference.load())


def span(words: str, text: str = TEXT) -> Span:
    at = text.index(words)
    return Span.of(text, at, at + len(words))


def agent(words: str, text: str = TEXT) -> Mention:
    document = Document(id="d", key="d", digest="", text=text, sentences=((0, len(text)),), language="en")
    trigger = span("entered", text)
    claim = Claim(
        id="c", doc="d", s=0, sentence=(0, len(text)), trigger=trigger, type="takeover",
        arguments=(Mention(role="agent", span=span(words, text)),),
    )  # fmt: skip
    (linked,) = _resolver().link(document, [claim])
    return linked.arguments[0]


@pytest.mark.parametrize("words", ["Free Syrian", "Syrian Army", "Free Syrian Army"])
def test_a_cut_name_is_found_whole(words: str) -> None:
    mention = agent(words)
    assert mention.span == span(words)
    assert mention.actor is not None
    assert mention.actor.text == words
    if words != "Syrian Army":  # a name of its own, of somebody else: what was read is not doubted
        assert mention.actor.actor_id == "syria/fsa"


def test_a_name_that_no_registry_has_stays_as_written() -> None:
    mention = agent("Someone")
    assert mention.actor is not None
    assert mention.actor.actor_id is None


def test_only_capitalised_words_directly_beside_a_name_are_taken() -> None:
    assert set(wider(TEXT, span("Syrian"))) == {"Free Syrian Army", "Free Syrian", "Syrian Army"}
    assert not list(wider(TEXT, span("entered")))
    assert not list(wider(TEXT, span("Idlib")))


def test_a_text_of_capitals_ends() -> None:
    text = "A" + " B" * 5000
    assert len(list(wider(text, Span.of(text, 4000, 4001)))) <= 15
