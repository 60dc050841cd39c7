"""The model's things as the API's shapes; what a public server withholds is withheld here."""

from __future__ import annotations

from collections.abc import Mapping

from vigil.api.care import Care
from vigil.api.schemas.documents import ClaimEvent, DocumentClaim
from vigil.api.schemas.entities import ActorShort, CountShape, PlaceFull, PlaceShort, When, Why
from vigil.api.schemas.events import CopyOf, DocumentShort, EventClaim, Mark, Sentence, Source
from vigil.model.claim import Claim, Mention
from vigil.model.event import Evidence
from vigil.model.text import Document, Span
from vigil.publish import text
from vigil.store import Copied, Told


def document_short(document: Document) -> DocumentShort:
    """An article as lists show it."""
    return DocumentShort(
        id=document.id,
        title=document.title,
        outlet=outlet(document),
        agency=document.agency,
        byline=document.byline,
        url=link(document.url),
        published=document.published,
        published_precision=document.published_precision,
        language=document.language,
    )


def outlet(document: Document) -> str:
    """Who publishes it, else its own address: the same words as the filter's."""
    return document.outlet or document.key


def link(url: str) -> str:
    """An address that a page may link to: http and https only, so that no script can stand in one."""
    return url if url.lower().startswith(("http://", "https://")) else ""


def marks(claim: Claim, care: Care, base: int = 0) -> list[Mark]:
    """The words that a claim was read from, in text order; offsets count from ``base``."""
    found = [_mark("trigger", claim.trigger, base)]
    for mention in (*claim.arguments, *claim.sources):
        if mention.span is not None:
            found.append(_mentioned(mention, care, base))
    for role, span in (("cue", claim.cue), ("time", claim.time)):
        if span is not None:
            found.append(_mark(role, span, base))
    for count in claim.counts:
        found += [
            _mark(role, span, base)
            for role, span in (("count", count.span), ("counted", count.who))
            if span is not None
        ]
    return sorted(found, key=lambda mark: (mark.start, -mark.end, mark.role))


def _mark(role: str, span: Span, base: int) -> Mark:
    return Mark(
        role=role, start=span.start - base, end=span.end - base, text=span.text, means="", actor=None, place=None
    )


def _mentioned(mention: Mention, care: Care, base: int) -> Mark:
    assert mention.span is not None
    span = mention.span
    actor = care.actor(mention.actor) if mention.actor else None
    return Mark(
        role=mention.role,
        start=span.start - base,
        end=span.end - base,
        text=span.text,
        means=_means(mention, care),
        actor=ActorShort.of(actor) if actor else None,
        place=PlaceShort.of(mention.place) if mention.place else None,
    )


def _means(mention: Mention, care: Care) -> str:
    if mention.means is None:
        return ""
    return mention.means.text if mention.role in ("place", "from") else care.words(mention.means.text)


def sentence(told: Told, care: Care) -> Sentence:
    """A claim's sentence with its words lit."""
    start, end = told.claim.sentence
    return Sentence(text=told.sentence, start=start, end=end, marks=marks(told.claim, care, start))


def sources(claim: Claim, care: Care) -> list[Source]:
    """Who says so, innermost first."""
    if not care.names_source(claim):
        return []
    return [
        Source(
            text=mention.words,
            name=mention.actor.name if mention.actor else (mention.means.text if mention.means else ""),
            id=mention.actor.actor_id if mention.actor else None,
        )
        for mention in claim.sources
    ]


def copy_of(evidence: Evidence, heads: Mapping[str, Document], copies: Mapping[str, Copied]) -> CopyOf | None:
    """What a telling copies."""
    if not evidence.copy_of:
        return None
    original, known = heads.get(evidence.copy_of), copies.get(evidence.doc)
    why = Why.of(known.why) if known and known.doc == evidence.copy_of else None
    return CopyOf(document=evidence.copy_of, outlet=outlet(original) if original else "", why=why)


def event_claim(
    told: Told, evidence: Evidence, heads: Mapping[str, Document], copies: Mapping[str, Copied], care: Care
) -> EventClaim:
    """One statement for or against an event. Raises KeyError when its document is not among ``heads``."""
    claim = told.claim
    return EventClaim(
        id=claim.id,
        relation=evidence.relation.value,
        witness=evidence.witness or None,
        copy_of=copy_of(evidence, heads, copies),
        why=Why.of(evidence.score),
        document=document_short(heads[evidence.doc]),
        sentence=sentence(told, care),
        type=claim.type,
        mode=claim.mode,
        sources=sources(claim, care),
        source=care.source(claim),
        source_kind=claim.source_kind,
        stance=claim.stance,
        status=claim.status,
        when=When.of(claim.when) if claim.when else None,
        place=PlaceFull.of(claim.place) if claim.place else None,
        counts=[CountShape.of(count) for count in claim.counts],
        confidence=claim.confidence,
        reader=claim.reader,
        seq=told.seq,
    )


def document_claim(claim: Claim, events: list[ClaimEvent], care: Care) -> DocumentClaim:
    """A claim in its article."""
    start, end = claim.sentence
    return DocumentClaim(
        id=claim.id,
        s=claim.s,
        start=start,
        end=end,
        marks=marks(claim, care),
        events=events,
        type=claim.type,
        mode=claim.mode,
        sources=sources(claim, care),
        source=text.clean(care.source(claim)),
        source_kind=claim.source_kind,
        stance=claim.stance,
        status=claim.status,
        when=When.of(claim.when) if claim.when else None,
        place=PlaceFull.of(claim.place) if claim.place else None,
        counts=[CountShape.of(count) for count in claim.counts],
        confidence=claim.confidence,
        reader=claim.reader,
    )
