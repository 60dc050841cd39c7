"""Groups that no registry knows: joined by name across documents, persons and places left out, any order the same."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from vigil.model.claim import Claim, Mention
from vigil.model.entity import ActorRef
from vigil.model.text import Span
from vigil.resolve.provisional import provisional


def _claim(doc: str, number: int, words: str, *, role: str = "agent", ref: ActorRef | None = None) -> Claim:
    mention = Mention(role=role, span=Span(0, len(words), words), actor=ref or ActorRef(text=words))
    return Claim(
        id=f"{doc}/{number:03d}", doc=doc, s=0, sentence=(0, 50), trigger=Span(40, 43, "hit"), type="attack",
        arguments=(mention,),
    )  # fmt: skip


CLAIMS = [
    _claim("a", 0, "Heron Liberation Front"),
    _claim("a", 1, "the Heron Liberation Front (HLF)", role="target"),
    _claim("a", 2, "HLF"),
    _claim("b", 0, "Heron Liberation Front fighters"),
    _claim("b", 1, "Liwa al-Balashun"),
    _claim("c", 0, "Liwa al Balashun"),
    _claim("c", 1, "Velm", ref=ActorRef(text="Velm", kind="place")),
    _claim("c", 2, "Old Tom"),
    _claim("c", 3, "dozens of rebels"),
    _claim("c", 4, "Grey Heron Brigade", ref=ActorRef(text="Grey Heron Brigade", actor_id="x/grey")),
]


def test_unknown_groups_are_joined_across_documents() -> None:
    first, second = provisional(CLAIMS)
    assert (first.name, first.claims, first.documents) == ("Heron Liberation Front", 4, 2)
    assert first.names == ("HLF", "Heron Liberation Front")
    assert first.roles == (("agent", 3), ("target", 1))
    assert first.id == "new/heron-liberation-front"
    assert first.examples == ("a/000", "a/001", "a/002")
    assert (second.names, second.documents) == (("Liwa al Balashun", "Liwa al-Balashun"), 2)


def test_an_abbreviation_alone_in_another_document_stays_apart() -> None:
    apart = [CLAIMS[0], replace(CLAIMS[2], id="z/000", doc="z")]
    assert [group.name for group in provisional(apart)] == ["Heron Liberation Front", "HLF"]


@given(st.permutations(CLAIMS))
def test_the_order_of_claims_does_not_matter(claims: list[Claim]) -> None:
    assert provisional(claims) == provisional(CLAIMS)
