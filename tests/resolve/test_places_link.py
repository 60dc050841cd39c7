"""Both resolvers on whole claims: what is written stays beside what it is taken to mean."""

from __future__ import annotations

from vigil.model.claim import Claim, Mention
from vigil.model.text import Document, Span
from vigil.reference.tables import Reference
from vigil.resolve.actors.link import ActorResolver
from vigil.resolve.places.link import PlaceResolver

TEXT = "Russian jets struck Saraqeb in Idlib province, Moscow said, as fighting in Syria went on."


def _span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words), words)


def test_a_claims_places_and_actors_are_filled() -> None:
    claim = Claim(
        id="c1", doc="d1", s=0, sentence=(0, len(TEXT)), trigger=_span("struck"), type="airstrike",
        arguments=(
            Mention(role="agent", span=_span("Russian jets")),
            Mention(role="place", span=_span("Saraqeb")),
            Mention(role="place", span=_span("Idlib province")),
        ),
        sources=(Mention(role="source", span=_span("Moscow")),),
    )  # fmt: skip
    document = Document(id="d1", key="k", digest="", text=TEXT)
    reference = Reference.load()
    (linked,) = ActorResolver(reference).link(document, PlaceResolver(reference).link(document, [claim]))
    assert linked.place is not None
    assert linked.place.text == "Saraqeb"
    assert linked.place.country == "SYR"
    assert "Idlib" in linked.place.score.reason
    agent, _, province = linked.arguments
    assert agent.actor is not None
    assert agent.actor.actor_id == "army/RUS"
    assert agent.place is None
    assert province.place is not None
    assert province.place.kind == "province"
    (source,) = linked.sources
    assert source.actor is not None
    assert source.actor.actor_id == "gov/RUS"
    assert source.place is None
    assert claim.place is None


def test_a_claims_place_is_never_a_bare_noun_but_may_be_what_it_means() -> None:
    text = "Saraqeb in Syria was hit. The strike damaged the town."
    noun = Span(text.index("town"), text.index("town") + 4, "town")
    trigger = Span(text.index("strike"), text.index("strike") + 6, "strike")
    bare = Claim(id="c1", doc="d1", s=1, sentence=(26, len(text)), trigger=trigger, type="airstrike",
                 arguments=(Mention(role="place", span=noun),))  # fmt: skip
    meant = Claim(id="c2", doc="d1", s=1, sentence=(26, len(text)), trigger=trigger, type="airstrike",
                  arguments=(Mention(role="place", span=noun, means=Span(0, 7, "Saraqeb")),))  # fmt: skip
    document = Document(id="d1", key="k", digest="", text=text)
    first, second = PlaceResolver(Reference.load()).link(document, [bare, meant])
    assert first.place is None
    assert first.arguments[0].place is not None
    assert first.arguments[0].place.text == "town"
    assert second.place is not None
    assert second.place.country == "SYR"


def test_how_a_place_lies_to_a_name_is_read_beside_what_was_marked() -> None:
    text = "Rebels in Syria advanced 10 km south of Saraqeb. Others fought 5 km from the town of Manbij. Jets struck Idlib."
    names = ("Saraqeb", "Manbij", "Idlib")
    spans = [Span.of(text, text.index(name), text.index(name) + len(name)) for name in names]
    trigger = Span.of(text, 0, 6)
    claims = [
        Claim(id=f"c{n}", doc="d1", s=0, sentence=(0, len(text)), trigger=trigger, type="attack",
              arguments=(Mention(role="place", span=span),))
        for n, span in enumerate(spans)
    ]  # fmt: skip
    document = Document(id="d1", key="k", digest="", text=text)
    south, near, in_town = (claim.place for claim in PlaceResolver(Reference.load()).link(document, claims))
    assert south is not None
    assert near is not None
    assert in_town is not None
    assert [ref.precision.value for ref in (south, near, in_town)] == ["near", "near", "exact"]
    assert (south.lat or 0) < 35.8  # Saraqeb lies at 35.86
    assert [ref.text for ref in (south, near, in_town)] == list(names)
