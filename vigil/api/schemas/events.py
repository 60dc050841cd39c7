"""Events: as lists and maps show them, and in full with every word that they rest on."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from vigil.api.schemas.base import NEXT, TOTAL, Shape, example_of, many, nested, said
from vigil.api.schemas.entities import (
    ActorFull,
    ActorShort,
    CountShape,
    EstimateShape,
    PlaceFull,
    PlaceShort,
    Relation,
    Toll,
    When,
    Why,
)
from vigil.api.schemas.voices import Correction, VoiceShape
from vigil.model.claim import Stance, Status
from vigil.model.event import EventStatus


class EventSummary(Shape):
    """An event as lists show it."""

    id: str = said("the event's id", "ev_9dbe33d6e1303d2b")
    type: str = said("event type of the claims codebook", "airstrike")
    mode: str = said('mode of the type ("" if none)', "")
    gist: str = said("one line made of the event's own fields", "airstrike by Kelmoran Army at Dorvane, 2031-04-14")
    status: EventStatus = said("what the record says of it", "disputed")
    first_day: date | None = said("first day on which it may have happened; null: open or not known", "2031-04-14")
    last_day: date | None = said("last such day, inclusive", "2031-04-14")
    place: PlaceShort | None = nested("where; null when nothing was said", PlaceShort)
    witnesses: int = said("independent witnesses who say that it happened", 3)
    claims: int = said("claims that bear on it", 7)
    documents: int = said("documents that these are in", 5)
    denials: int = said("claims that deny it", 1)
    disputes: list[str] = said("what is in dispute", ["occurrence", "killed"])
    agents: list[ActorShort] = many("who is said to have done it", ActorShort)
    targets: list[ActorShort] = many("to whom or what", ActorShort)
    killed: Toll | None = nested("how many are said to have died; null when nobody says", Toll)
    part_of: str | None = said("id of the wave or campaign that it is a part of", None)
    doubtful: bool = said("none of its claims was read with a confidence of 0.5 or more", False)


class EventPage(Shape):
    """Some events."""

    items: list[EventSummary] = many("the events of this page", EventSummary)
    next: str | None = NEXT
    total: int = TOTAL


_POINT = [
    "ev_9dbe33d6e1303d2b", "airstrike", "disputed", -27.96, -20.47, 3.0, "exact", "2031-04-14", "2031-04-14", 3, True,
    "airstrike by Kelmoran Army at Dorvane, 2031-04-14",
]  # fmt: skip


class EventPoints(Shape):
    """Columns for the map and the timeline."""

    columns: list[str] = said("what each value of a row is", ["id", "type", "status", "lat", "lon"])
    rows: list[list[Any]] = said("one row an event, in the order of days; null: not known", [_POINT])
    unplaced: int = said("how many of all have no point", 12)
    undated: int = said("how many of all have no day", 3)
    total: int = said("how many there are in all; rows end at 50,000", 82)


class Coded(Shape):
    """A column of few different words."""

    words: list[str] = said("the words; others than those of the chosen events may be among them", ["airstrike"])
    codes: list[int] = said("each event's place in words", [0])


class PointColumns(Shape):
    """Points for the map and the timeline by columns: the n-th value of each is of one event, in the order of days."""

    id: list[str] = said("the events' ids", [_POINT[0]])
    type: Coded = nested("event types", Coded)
    status: Coded = said("statuses", {"words": ["disputed"], "codes": [0]})
    lat: list[float | None] = said("WGS 84; null: no point", [-27.96])
    lon: list[float | None] = said("WGS 84", [-20.47])
    radius_km: list[float] = said("how far off the point the event may have been", [3.0])
    precision: Coded = said("how closely the place is known", {"words": ["exact"], "codes": [0]})
    first: list[int | None] = said("first day, in days since 1 January 1970; null: open", [22383])
    last: list[int | None] = said("last day", [22383])
    witnesses: list[int] = said("independent witnesses that say that it happened", [3])
    disputed: list[int] = said("1: those who tell of it disagree; else 0", [1])
    disputes: Coded = said("what is in dispute, with blanks between", {"words": ["killed occurrence"], "codes": [0]})
    doubtful: list[int] = said("1: none of its claims was read with a confidence of 0.5 or more; else 0", [0])
    gist: list[str] = said("one line on it", [_POINT[-1]])
    unplaced: int = said("how many of all have no point", 12)
    undated: int = said("how many of all have no day", 3)
    total: int = said("how many there are in all; columns end at 50,000", 82)


class CarriedList(Shape):
    """Which values points carry, one after the other; ``steps`` holds ``counts[0]`` numbers of the first value, and so on.

    A value's first number is the place of a point in the columns, from 0; each further one is how many places later the
    next such point comes.
    """

    values: list[str] = said("hand one to the filter of the same name", ["kelmora/army"])
    labels: list[str] = said("their names for people", ["Kelmoran Army"])
    counts: list[int] = said("how many points carry each", [2])
    steps: list[int] = said("which points those are", [0, 3])


class PointTags(Shape):
    """What points carry that is no column: with it, counts of any of them are made without asking again."""

    source_kind: CarriedList = nested("the kind of source of a claim on it", CarriedList)
    outlet: CarriedList = nested("the outlet that carries it", CarriedList)
    actor: CarriedList = nested("who did it or to whom", CarriedList)
    side: CarriedList = nested("the side of who did it or to whom", CarriedList)
    place: CarriedList = nested("the place", CarriedList)
    total: int = said("how many events there are in all; points end at 50,000", 82)


class Facet(Shape):
    """One value, and how many of the chosen events carry it."""

    value: str = said("hand it to the filter of the same name", "kelmora/army")
    label: str = said("its name for people", "Kelmoran Army")
    events: int = said("how many events", 31)


class DayCount(Shape):
    """How many of the chosen events begin on a day."""

    day: date = said("the first day on which they may have happened", "2031-04-14")
    events: int = said("how many events", 4)


class EventFacets(Shape):
    """Counts of the chosen events, most first, 50 at most a list."""

    type: list[Facet] = many("by event type", Facet)
    status: list[Facet] = many("by status", Facet)
    source_kind: list[Facet] = many("by the kind of source of a claim on it", Facet)
    outlet: list[Facet] = many("by outlet that carries it", Facet)
    actor: list[Facet] = many("by who did it or to whom", Facet)
    side: list[Facet] = many("by side of who did it or to whom", Facet)
    place: list[Facet] = many("by place", Facet)
    days: list[DayCount] = many("by first day, oldest first", DayCount)
    undated: int = said("how many have no day", 3)
    total: int = said("how many there are in all", 82)


class Mark(Shape):
    """Words that a claim was read from. Offsets are code points; the end is exclusive."""

    role: str = said("trigger, agent, target, place, from, instrument, source, cue, time, count or counted", "trigger")
    start: int = said("where the words begin", 24)
    end: int = said("where they end", 32)
    text: str = said("the words", "shelled")
    means: str = said('what a pronoun or bare noun refers to elsewhere in the text ("" itself)', "")
    actor: ActorShort | None = nested("the actor that the words are taken to mean", ActorShort)
    place: PlaceShort | None = nested("the place that the words are taken to mean", PlaceShort)


class Sentence(Shape):
    """A sentence with the words lit that a claim was read from."""

    text: str = said("the sentence as published; data, not HTML", "Kelmoran jets bombed the market in Dorvane.")
    start: int = said("where it begins in the document's text", 310)
    end: int = said("where it ends there", 353)
    marks: list[Mark] = many("the words, with offsets from the sentence's start; they may overlap", Mark)


class Source(Shape):
    """Someone who says it inside the text."""

    text: str = said("the words as written", "rescuers")
    name: str = said('who that is taken to be ("" not known)', "Dorvane Rescue")
    id: str | None = said("its id in the registry", None)


class DocumentShort(Shape):
    """An article as lists show it."""

    id: str = said("the document's id", "d075b2ecd56446bd3")
    title: str = said('its title ("" none)', "Market hit in Dorvane")
    outlet: str = said('who publishes it ("" not known)', "Norrin Voice")
    agency: str = said('agency credited for the copy ("" none)', "")
    byline: str = said('who wrote it ("" not told)', "")
    url: str = said('its address, for a link ("" none); it is only ever text', "https://example.org/dorvane")
    published: datetime | None = said("when, as it says itself", "2031-04-15T08:30:00Z")
    published_precision: str = said("second, day or unknown", "second")
    language: str = said('ISO 639-1 ("" not known)', "en")


class CopyOf(Shape):
    """The document that a telling copies, and why that is held."""

    document: str = said("id of the document that it copies", "dc0deb53766cdf80c")
    outlet: str = said("who published that one", "Meridian Press")
    why: Why | None = nested("how sure that is, and why", Why)


class EventClaim(Shape):
    """One statement for or against an event."""

    id: str = said("the claim's id", "c5ace1eb1c31fb245")
    relation: Relation = said("how it bears on the event", "supports")
    witness: str | None = said("id of the witness behind it; null when it adds none", "wit_a668240f43a29cca")
    copy_of: CopyOf | None = nested("what it copies; null for a telling of its own", CopyOf)
    why: Why = nested("why it is held to speak of this event", Why)
    document: DocumentShort = nested("the article that it stands in", DocumentShort)
    sentence: Sentence = nested("its sentence with the words lit", Sentence)
    type: str = said("event type as this claim tells it", "airstrike")
    mode: str = said('mode of the type ("" if none)', "")
    sources: list[Source] = many("who says so, innermost first; empty: the article itself", Source)
    source: str = said("the same for people", "rescuers, as cited by the monitor")
    source_kind: str = said("what kind of source that is", "rescuer")
    stance: Stance = said("what the source does with the event", "asserts")
    status: Status = said("what the event is said to be", "actual")
    when: When | None = nested("when, as this claim tells it", When)
    place: PlaceFull | None = nested("where, as this claim tells it", PlaceFull)
    counts: list[CountShape] = many("numbers, as this claim tells them", CountShape)
    confidence: float = said("the reader's confidence, between 0 and 1", 0.93)
    reader: str = said("name and version of the reader", "vigil-reader-en-3")
    seq: int = said("its entry in the ledger", 118)


class WitnessShape(Shape):
    """One independent origin; copies share it."""

    id: str = said("the witness's id within the event", "wit_a668240f43a29cca")
    name: str = said("who", "Kelmora Conflict Observatory")
    kind: str = said("a source kind, or outlet", "monitor")
    side: str | None = said("actor id of the side that speaks", None)
    documents: list[str] = said("ids of the documents that carry it", ["d075b2ecd56446bd3"])
    supports: int = said("its claims for the event", 2)
    denies: int = said("its claims against the event", 0)


class PositionShape(Shape):
    """One side of a dispute."""

    value: str = said("what is held", "28")
    by: list[str] = said("by whom", ["Dorvane Rescue"])
    claims: list[str] = said("in which claims, the one that shows it best first", ["c5ace1eb1c31fb245"])
    since: date | None = said("the first day on which it was told", "2031-04-15")


class DisputeShape(Shape):
    """Positions that cannot all hold."""

    what: str = said("occurrence, perpetrator, place, killed, ...", "killed")
    positions: list[PositionShape] = many("side by side", PositionShape)


class AnswerShape(Shape):
    """A claim that a position rests on and that is evidence of another event: who denies the shelling by which a truce is
    said to have been broken.
    """

    id: str = said("the claim's id", "c5ace1eb1c31fb245")
    relation: Relation = said("how it bears on that other event", "denies")
    event: EventSummary | None = nested("the event that it is evidence of; null where that is held back", EventSummary)
    copy_of: CopyOf | None = nested("what its article copies; null for reporting of its own", CopyOf)
    document: DocumentShort = nested("the article that it stands in", DocumentShort)
    sentence: Sentence = nested("its sentence with the words lit", Sentence)
    source: str = said("who says so, for people", "the Kelmoran army")
    source_kind: str = said("what kind of source that is", "military")


class HistoryStep(Shape):
    """One entry of the ledger that made the event what it is."""

    seq: int = said("number of the ledger's entry", 118)
    what: str = said("claim, correction, decision or retraction", "claim")
    ref: str = said("id of the claim, earlier document or decision", "c5ace1eb1c31fb245")
    at: datetime | None = said(
        "when: a claim's article was published, a decision taken; null when not known", "2031-04-15T08:30:00Z"
    )
    words: str = said("what that did, for people", "Norrin Voice reports it")


class EventFull(Shape):
    """An event with all that stands behind it."""

    id: str = said("the event's id", "ev_9dbe33d6e1303d2b")
    type: str = said("event type of the claims codebook", "airstrike")
    mode: str = said('mode of the type ("" if none)', "")
    gist: str = said("one line made of the event's own fields", "airstrike by Kelmoran Army at Dorvane, 2031-04-14")
    title: str = said("the same for a heading", "Airstrike, Dorvane – Kelmoran Army")
    status: EventStatus = said("what the record says of it", "disputed")
    status_reason: str = said("why", "told by 3 independent witnesses; disputed: occurrence, killed")
    when: When | None = nested("when, over all claims; null when nothing was said", When)
    place: PlaceFull | None = nested("where, over all claims; null when nothing was said", PlaceFull)
    agents: list[ActorFull] = many("who is said to have done it", ActorFull)
    targets: list[ActorFull] = many("to whom or what", ActorFull)
    claims: list[EventClaim] = many("every statement on it, oldest article first", EventClaim)
    witnesses: list[WitnessShape] = many("the independent origins", WitnessShape)
    voices: list[VoiceShape] = many(
        "who says so, who denies it, who declines to say, each with its reports", VoiceShape
    )
    independent: int = said("independent witnesses who say that it happened: one side counts once", 3)
    estimates: list[EstimateShape] = many("numbers with their ranges", EstimateShape)
    disputes: list[DisputeShape] = many("what cannot all be true", DisputeShape)
    answers: list[AnswerShape] = many("claims of other events that positions of its disputes rest on", AnswerShape)
    doubtful: bool = said("none of its claims was read with a confidence of 0.5 or more", False)
    part_of: EventSummary | None = nested("the wave or campaign that it is a part of", EventSummary)
    corrections: list[Correction] = many("reports on it that replaced an earlier version of themselves", Correction)
    parts: list[EventSummary] = many("the events that are a part of it", EventSummary)
    unsettled: bool = said(
        "an article was joined to it at once; the next fusion of the whole record may change it", False
    )
    history: list[HistoryStep] = many("how it came to be what it is, in the ledger's order", HistoryStep)


class DisputedEvent(Shape):
    """An event with its disputes, positions side by side."""

    event: EventSummary = nested("the event", EventSummary)
    disputes: list[DisputeShape] = many("what cannot all be true", DisputeShape)


class DisputePage(Shape):
    """Some disputed events."""

    items: list[DisputedEvent] = many("the disputed events of this page", DisputedEvent)
    next: str | None = NEXT
    total: int = TOTAL


EXAMPLE_SUMMARY = example_of(EventSummary)
