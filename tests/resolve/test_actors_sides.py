""" "Both sides" are the two whom the text has named; a party's spokesman by name is the party's."""

from __future__ import annotations

from vigil.model.claim import Claim, Mention
from vigil.model.text import Document, Span
from vigil.reference.tables import Reference
from vigil.resolve.actors.link import ActorResolver

TEXT = (
    "Turkish jets struck the YPG near Manbij in Syria on Monday. The fighting went on for hours. "
    "Both sides shelled villages, and the two sides agreed to a truce."
)


def _claim(trigger: str, sentence: int, *parts: tuple[str, str]) -> Claim:
    mentions = tuple(Mention(role=role, span=_span(words)) for role, words in parts)
    span = _span(trigger)
    return Claim(
        id=trigger, doc="d", s=sentence, sentence=(0, len(TEXT)), trigger=span, type="attack", arguments=mentions
    )


def _span(words: str) -> Span:
    return Span.of(TEXT, TEXT.index(words), TEXT.index(words) + len(words))


def _agents(claim: Claim) -> set[str]:
    return {mention.actor.actor_id or "" for mention in claim.of("agent") if mention.actor is not None}


def test_both_sides_are_the_two_that_were_named_before() -> None:
    resolver, document = ActorResolver(Reference.load()), Document(id="d", key="k", digest="", text=TEXT)
    strike = _claim("struck", 0, ("agent", "Turkish jets"), ("target", "YPG"))
    shelling = _claim("shelled", 2, ("agent", "Both sides"), ("target", "villages"))
    truce = _claim("agreed", 2, ("agent", "the two sides"))
    linked = resolver.link(document, [truce, shelling, strike])
    for claim in linked[:2]:
        assert _agents(claim) == {"army/TUR", "syria/ypg"}
        assert {mention.words for mention in claim.of("agent")} <= {"Both sides", "the two sides"}
    assert [claim.id for claim in linked] == ["agreed", "shelled", "struck"]


def test_with_one_side_or_three_they_stay_as_written() -> None:
    resolver, document = ActorResolver(Reference.load()), Document(id="d", key="k", digest="", text=TEXT)
    (alone,) = resolver.link(document, [_claim("agreed", 2, ("agent", "the two sides"))])
    assert _agents(alone) == {""}
    assert [mention.words for mention in alone.of("agent")] == ["the two sides"]


def test_a_spokesman_by_name_speaks_for_the_party() -> None:
    resolver = ActorResolver(Reference.load())
    for words in ("Ahrar al-Sham spokesman Abu Yusuf", "Ahrar al-Sham commander Ahmad Velmi"):
        ref = resolver.resolve(words, context="Fighting in Syria's Aleppo went on.")
        assert ref.actor_id == "syria/ahrar"
    assert resolver.resolve("martyrs", context="Fighting in Syria went on.").slant
