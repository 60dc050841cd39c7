"""Documents and claims with the words that they were read from."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from vigil.api.schemas.base import NEXT, TOTAL, Shape, many, nested, said
from vigil.api.schemas.entities import CountShape, PlaceFull, When
from vigil.api.schemas.events import CopyOf, DocumentShort, EventSummary, Mark, Sentence, Source
from vigil.api.schemas.voices import Correction
from vigil.model.claim import Stance, Status
from vigil.model.text import ZoneKind


class DocumentRow(DocumentShort):
    """An article as the list of articles shows it."""

    claims: int = said("how many claims were read in it", 7)
    state: str = said('what became of it: "read", "off topic", "unread language xx"', "read")
    replaced_by: str | None = said("id of the version that took its place; null: events are made from this one", None)


class DocumentPage(Shape):
    """Some articles."""

    items: list[DocumentRow] = many("the articles of this page", DocumentRow)
    next: str | None = NEXT
    total: int = TOTAL


class ZoneShape(Shape):
    """A stretch of the text that is no story."""

    start: int = said("where it begins", 0)
    end: int = said("where it ends, exclusive", 24)
    kind: ZoneKind = said("what it is", "caption")


class Bounds(Shape):
    """A sentence's place in the text."""

    start: int = said("where it begins", 310)
    end: int = said("where it ends, exclusive", 353)


class ClaimEvent(Shape):
    """An event that a claim bears on."""

    id: str = said("the event's id", "ev_9dbe33d6e1303d2b")
    type: str = said("event type of the claims codebook", "airstrike")
    gist: str = said("one line made of its fields", "airstrike by Kelmoran Army at Dorvane, 2031-04-14")
    status: str = said("what the record says of it", "disputed")
    disputes: list[str] = said("what is in dispute", ["occurrence", "killed"])
    doubtful: bool = said("none of its claims was read with a confidence of 0.5 or more", False)


class DocumentClaim(Shape):
    """A claim in its article; offsets from the beginning of the article's text."""

    id: str = said("the claim's id", "c5ace1eb1c31fb245")
    s: int = said("number of its sentence, from 0", 3)
    start: int = said("where its sentence begins in the text", 310)
    end: int = said("where it ends, exclusive", 353)
    marks: list[Mark] = many("the words that it was read from, with offsets into the text", Mark)
    events: list[ClaimEvent] = many("the events that it bears on", ClaimEvent)
    type: str = said("event type", "airstrike")
    mode: str = said('mode of the type ("" if none)', "")
    sources: list[Source] = many("who says so, innermost first; empty: the article itself", Source)
    source: str = said("the same for people", "rescuers")
    source_kind: str = said("what kind of source that is", "rescuer")
    stance: Stance = said("what the source does with the event", "asserts")
    status: Status = said("what the event is said to be", "actual")
    when: When | None = nested("when", When)
    place: PlaceFull | None = nested("where", PlaceFull)
    counts: list[CountShape] = many("numbers", CountShape)
    confidence: float = said("the reader's confidence, between 0 and 1", 0.93)
    reader: str = said("name and version of the reader", "vigil-reader-en-3")


class Version(Shape):
    """One version of an article."""

    id: str = said("the version's id", "d075b2ecd56446bd3")
    digest: str = said("SHA-256 of its bytes as fetched", "2c1e…")
    published: datetime | None = said("when, as it says itself", "2031-04-15T08:30:00Z")
    modified: datetime | None = said("when it was changed, as it says itself", None)
    fetched: datetime | None = said("when it was fetched", "2031-04-15T09:00:00Z")
    last: bool = said("whether events are made from this one", True)


class DocumentFull(DocumentShort):
    """An article with its text, what is no story in it, and every claim that was read in it."""

    key: str = said("its lasting address", "file:norrin-voice-3.html")
    digest: str = said("SHA-256 of its bytes, under which the archive keeps them", "2c1e…")
    text: str = said("its text; data, not HTML", "Kelmoran jets bombed the market in Dorvane.")
    dateline: str = said('place words of the dateline ("" none)', "DORVANE")
    modified: datetime | None = said("when it was changed, as it says itself", None)
    fetched: datetime | None = said("when it was fetched", "2031-04-15T09:00:00Z")
    machine_translated: bool = said("whether it is a machine translation", False)
    media_type: str = said("what its bytes are", "text/html")
    theatre: str = said('theatre pack that it was read with ("" none named)', "")
    state: str = said('what became of it: "read", "off topic", "unread language xx"', "read")
    zones: list[ZoneShape] = many("captions, share bars and the like: shown, not read", ZoneShape)
    sentences: list[Bounds] = many("its sentences", Bounds)
    claims: list[DocumentClaim] = many("what was read in it, in text order", DocumentClaim)
    versions: list[Version] = many("all versions of the article, oldest first", Version)
    corrections: list[Correction] = many(
        "earlier versions that the last one replaced; of a version that was replaced, only itself", Correction
    )
    copy_of: CopyOf | None = nested("what it copies; null for reporting of its own", CopyOf)
    copies: list[DocumentShort] = many("the documents that copy it", DocumentShort)
    addresses: list[str] = said("other addresses at which the same bytes were found", [])


class ClaimFull(Shape):
    """One claim by itself."""

    claim: DocumentClaim = nested("the claim, with offsets into its article", DocumentClaim)
    sentence: Sentence = nested("its sentence with the words lit", Sentence)
    document: DocumentShort = nested("the article", DocumentShort)
    events: list[EventSummary] = many("the events that it bears on", EventSummary)


class ClaimRow(Shape):
    """A claim in a list."""

    claim: DocumentClaim = nested("the claim, with offsets into its article", DocumentClaim)
    sentence: Sentence = nested("its sentence with the words lit", Sentence)
    document: DocumentShort = nested("the article", DocumentShort)


class ClaimPage(Shape):
    """Some claims."""

    items: list[ClaimRow] = many("the claims of this page", ClaimRow)
    next: str | None = NEXT
    total: int = TOTAL


class HitShape(Shape):
    """One thing found."""

    kind: Literal["document", "claim"] = said("what was found", "claim")
    id: str = said("its id", "c5ace1eb1c31fb245")
    document: DocumentShort = nested("the article", DocumentShort)
    snippet: str = said("the words around; found words stand in [brackets]", "bombed the [market] in Dorvane")
    events: list[ClaimEvent] = many("the events that a found claim bears on", ClaimEvent)


class Hits(Shape):
    """What a search found, best first."""

    items: list[HitShape] = many("the hits", HitShape)
    total: int = said("how many are shown", 1)
