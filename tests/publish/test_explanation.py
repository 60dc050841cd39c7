"""An article laid open: every claim's words stand marked in their sentence, and nothing fetched becomes markup."""

from __future__ import annotations

from datetime import UTC, datetime

from vigil.model.claim import Claim, Count, Mention, Stance
from vigil.model.text import Document, Span, Zone, ZoneKind
from vigil.publish.explanation import open_article, render

TEXT = "Photo: agency. The army <b>shelled</b> Velm, killing five. It denied the attack."
DOCUMENT = Document(
    id="d", key="k", digest="", text=TEXT, title="Shells & <i>lies</i>", outlet="The Herald",
    published=datetime(2024, 5, 7, tzinfo=UTC), sentences=((0, 14), (15, 58), (59, 80)),
    zones=(Zone(0, 14, ZoneKind.CAPTION),),
)  # fmt: skip


def span(words: str) -> Span:
    at = TEXT.index(words)
    return Span.of(TEXT, at, at + len(words))


CLAIMS = [
    Claim(
        id="c1", doc="d", s=1, sentence=(15, 58), trigger=span("shelled"), type="shelling", confidence=0.83,
        arguments=(Mention(role="agent", span=span("army")), Mention(role="place", span=span("Velm"))),
        counts=(Count(kind="killed", min=5, max=5, span=span("five")),),
    ),
    Claim(
        id="c2", doc="d", s=2, sentence=(59, 80), trigger=span("attack"), type="shelling", confidence=0.4,
        sources=(Mention(role="source", span=span("It"), means=span("army")),), source_kind="military",
        cue=span("denied"), stance=Stance.DENIES,
    ),
]  # fmt: skip


def test_pieces_give_the_sentence_again_with_each_claims_words_marked() -> None:
    article = open_article(DOCUMENT, CLAIMS)
    said = ["".join(piece.text for piece in sentence.pieces) for sentence in article.sentences]
    assert said == [TEXT[start:end] for start, end in DOCUMENT.sentences]
    marked = {piece.text: (piece.triggers, piece.roles) for s in article.sentences for piece in s.pieces}
    assert marked["shelled"] == ((1,), ())
    assert marked["army"] == ((), ("agent",))
    assert marked["five"] == ((), ("count",))
    assert marked["attack"] == ((2,), ())
    assert [sentence.unread for sentence in article.sentences] == [True, False, False]


def test_each_claim_is_spelt_out_with_source_and_confidence() -> None:
    first, second = (row for sentence in open_article(DOCUMENT, CLAIMS).sentences for row in sentence.rows)
    assert dict(first.facts)["count"] == "5 killed (“five”)"
    assert dict(first.facts)["source"] == "the outlet itself"
    assert second.stance == "denied it"
    assert dict(second.facts)["source"] == "It (army) [military], “denied”"
    assert (first.confidence, second.number) == (0.83, 2)


def test_the_page_escapes_what_was_fetched_and_loads_nothing() -> None:
    page = render([open_article(DOCUMENT, CLAIMS)], reader="r")
    assert "<b>" not in page.split("<main>")[1].replace("<b>The Herald</b>", "").replace("<b>Shelling</b>", "")
    assert "&lt;b&gt;" in page
    assert "Shells &amp; &lt;i&gt;lies&lt;/i&gt;" in page
    assert "<script" not in page
    assert "http" not in page.replace("http-equiv", "")
    assert page == render([open_article(DOCUMENT, CLAIMS)], reader="r")


def test_nothing_is_a_page_too() -> None:
    assert "nothing" in render([], reader="r")
