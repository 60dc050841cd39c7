"""One event with all that stands behind it: each claim in its own sentence, with its outlet, source and stance."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from vigil.model.claim import Claim
from vigil.model.event import Dispute, Event, Evidence, Position, Relation
from vigil.model.text import Document, Span
from vigil.publish import text
from vigil.publish.record import Record


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a sentence and the part it plays: a role, "trigger", "source", "cue", "time", "count" or "" for none."""

    text: str
    role: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One claim on an event, ready to be shown."""

    claim: Claim
    document: Document
    evidence: Evidence
    pieces: tuple[Piece, ...]
    original: Document | None = None  # the document that this telling copies
    witness: str = ""  # the witness' name

    @property
    def outlet(self) -> str:
        """Who published it."""
        return text.outlet_words(self.document)

    @property
    def source(self) -> str:
        """Who says it."""
        return text.source_words(self.claim)

    @property
    def stance(self) -> str:
        """What the source does with the event."""
        if self.evidence.relation is not Relation.SUPPORTS:
            return text.RELATION_WORDS[self.evidence.relation]
        return text.stance_words(self.claim)

    @property
    def published(self) -> str:
        """The article's own date."""
        return text.day_words(self.document.published.date()) if self.document.published else "undated"

    @property
    def sentence(self) -> str:
        """The sentence without marks."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One position of a dispute with the tellings that hold it."""

    value: str
    by: tuple[str, ...]
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quarrel:
    """A dispute with its positions side by side."""

    what: str
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """An event, what is said for it and against it, and its disputes."""

    event: Event
    supporting: tuple[Told, ...]
    denying: tuple[Told, ...]
    declining: tuple[Told, ...]
    quarrels: tuple[Quarrel, ...]


def open_dossier(record: Record, event: Event) -> Dossier:
    """Gather an event's claims, oldest article first. A claim or document that the record no longer holds is left out."""
    told = sorted(_tellings(record, event), key=_order)
    by_claim = {item.claim.id: item for item in told}

    def with_relation(relation: Relation) -> tuple[Told, ...]:
        return tuple(item for item in told if item.evidence.relation is relation)

    return Dossier(
        event=event,
        supporting=with_relation(Relation.SUPPORTS),
        denying=with_relation(Relation.DENIES),
        declining=with_relation(Relation.DECLINES),
        quarrels=tuple(_quarrel(dispute, by_claim) for dispute in event.disputes),
    )


def _tellings(record: Record, event: Event) -> Iterator[Told]:
    names = {witness.id: text.clean(witness.name) for witness in event.witnesses}
    for evidence in event.evidence:
        claim, document = record.claim(evidence.claim), record.document(evidence.doc)
        if claim is None or document is None:
            continue
        yield Told(
            claim=claim,
            document=document,
            evidence=evidence,
            pieces=pieces(document, claim),
            original=record.document(evidence.copy_of) if evidence.copy_of else None,
            witness=names.get(evidence.witness, ""),
        )


def _order(told: Told) -> tuple[bool, datetime | None, str, int, str]:
    published = told.document.published
    # The first item keeps None from being compared with a time.
    return (published is None, published, told.document.key, told.claim.trigger.start, told.claim.id)


def _quarrel(dispute: Dispute, by_claim: dict[str, Told]) -> Quarrel:
    return Quarrel(what=dispute.what, sides=tuple(_side(position, by_claim) for position in dispute.positions))


def _side(position: Position, by_claim: dict[str, Told]) -> Side:
    return Side(
        value=text.clean(position.value),
        by=tuple(text.clean(name) for name in position.by),
        told=tuple(by_claim[claim] for claim in position.claims if claim in by_claim),
    )


def pieces(document: Document, claim: Claim) -> tuple[Piece, ...]:
    """The claim's sentence cut at the words it was read from; where spans overlap the trigger wins, then the longer one."""
    start, end = claim.sentence
    role_at = [""] * max(0, end - start)
    for span, role in reversed(marked(claim)):
        for at in range(max(span.start, start), min(span.end, end)):
            role_at[at - start] = role
    found: list[Piece] = []
    at = 0
    while at < len(role_at):
        upto = at
        while upto < len(role_at) and role_at[upto] == role_at[at]:
            upto += 1
        found.append(Piece(text.one_line(document.text[start + at : start + upto]), role_at[at]))
        at = upto
    return tuple(found)


def marked(claim: Claim) -> list[tuple[Span, str]]:
    """The words that a claim was read from with their roles: the trigger, then the others from the longest on."""
    spans = [(mention.span, mention.role) for mention in claim.arguments if mention.span]
    spans += [(mention.span, "source") for mention in claim.sources if mention.span]
    spans += [(count.span, "count") for count in claim.counts if count.span]
    spans += [(span, role) for span, role in ((claim.time, "time"), (claim.cue, "cue")) if span]
    spans.sort(key=lambda item: (item[0].start - item[0].end, item[0].start, item[1]))
    return [(claim.trigger, "trigger"), *spans]
