"""Who speaks of themselves: "we" and "our aircraft" are the source's side; "our villages" and the place Hue are not."""

from __future__ import annotations

import pytest

from vigil.model.claim import Claim, Mention
from vigil.model.text import Document, Span
from vigil.reference.tables import Reference
from vigil.resolve.actors.link import ActorResolver

TEXT = (
    "“Our aircraft did not bomb the market in Idlib and we never fired on our villages, our enemies did,” Russia's "
    "defence ministry said."
)


@pytest.fixture(scope="module")
def resolver() -> ActorResolver:
    return ActorResolver(Reference.load())


def _claim(*parts: tuple[str, str], source: str = "") -> Claim:
    mentions = tuple(Mention(role=role, span=_span(words)) for role, words in parts)
    sources = (Mention(role="source", span=_span(source)),) if source else ()
    span = _span("bomb")
    return Claim(
        id="c",
        doc="d",
        s=0,
        sentence=(0, len(TEXT)),
        trigger=span,
        type="airstrike",
        arguments=mentions,
        sources=sources,
    )


def _span(words: str) -> Span:
    return Span.of(TEXT, TEXT.index(words), TEXT.index(words) + len(words))


def _ids(resolver: ActorResolver, claim: Claim) -> list[str | None]:
    (linked,) = resolver.link(Document(id="d", key="k", digest="", text=TEXT), [claim])
    return [mention.actor.actor_id if mention.actor else None for mention in linked.arguments]


def test_the_first_person_is_the_source(resolver: ActorResolver) -> None:
    source = "Russia's defence ministry"
    linked = _ids(resolver, _claim(("agent", "Our aircraft"), ("target", "our villages"), source=source))
    own = _ids(resolver, _claim(("agent", source)))
    assert own[0] is not None
    assert linked == [own[0], None]
    assert _ids(resolver, _claim(("agent", "we"), ("agent", "our enemies"), source=source)) == [own[0], None]


def test_without_a_source_nobody_is_named(resolver: ActorResolver) -> None:
    assert _ids(resolver, _claim(("agent", "we"), ("agent", "Our aircraft"))) == [None, None]


@pytest.mark.parametrize(
    ("word", "actor"),
    [("We", None), ("WE", None), ("we", None), ("They", None), ("us", None), ("US", "gov/USA"), ("the WHO", "io/who")],
)
def test_a_pronoun_is_no_town_and_an_acronym_no_pronoun(resolver: ActorResolver, word: str, actor: str | None) -> None:
    ref = resolver.resolve(word, countries=("VNM",))
    assert (ref.actor_id, ref.kind == "place") == (actor, False)
