"""The pages of actors, places and outlets."""

from __future__ import annotations

from datetime import date

from vigil.api.schemas.base import NEXT, TOTAL, Shape, many, nested, said
from vigil.api.schemas.documents import ClaimEvent
from vigil.api.schemas.entities import ActorShort, Relation
from vigil.api.schemas.events import DocumentShort, EventSummary, Facet
from vigil.api.schemas.states import StretchShape

SPELLING = said('spelling by which q found it, folded ("" by its name, or without q)', "dorvane on mossen", default="")


class ActorRow(Shape):
    """An actor of the record."""

    id: str = said("for /v1/actors/{id} and the filter: an id in the registry, else its words", "kelmora/army")
    name: str = said("its name", "Kelmoran Army")
    kind: str = said('what kind of party it is ("" not known)', "army")
    side: str | None = said("id of the actor at the head of its side", "kelmora/government")
    side_name: str = said('what that one is called ("" no side)', "Government of Kelmora", default="")
    country: str = said('ISO 3166-1 alpha-3 ("" not known)', "XKM")
    provisional: bool = said(
        "whether no registry knows it: a group by its name alone, whose id begins with new/", False, default=False
    )
    events: int = said("events in which it acts, is acted upon, or speaks", 31)
    spelling: str = SPELLING


class ActorPage(Shape):
    """Some actors: those in most events first, or, with q, those that are called so."""

    items: list[ActorRow] = many("the actors of this page", ActorRow)
    next: str | None = NEXT
    total: int = TOTAL


class Alias(Shape):
    """A name of an actor in the registry."""

    text: str = said("the name", "Sarnholt regime")
    start: date | None = said("first day on which it was in use", None)
    end: date | None = said("last such day", None)
    slant: bool = said("whether only a foe or friend would use it", True)
    person: bool = said("whether it is somebody who spoke for the actor in that time", False)


class TieShape(Shape):
    """A tie between two actors in the registry."""

    kind: str = said("backed_by, backs, member_of, has_member, enemy_of, ...", "backed_by")
    actor: str = said("id of the other one", "tarvonia/government")
    name: str = said("its name", "Government of Tarvonia")
    start: date | None = said("since when", "2028-06-01")
    end: date | None = said("until when", None)
    source: str = said('where that is from ("" not told)', "articles/0404-meridian-front-lines.html")


class NameUsed(Shape):
    """Words by which an actor goes in an outlet."""

    text: str = said("the words", "regime forces")
    outlet: str = said("in which outlet", "Highland Dispatch")
    actor: str = said("id of the actor, or its words", "kelmora/army")
    slant: bool = said("whether only a foe or friend would use it", True)
    times: int = said("how often", 4)


class Said(Shape):
    """A claim of which an actor is the source."""

    claim: str = said("the claim's id", "c5ace1eb1c31fb245")
    sentence: str = said("its sentence; data, not HTML", "The army denied that its jets bombed Dorvane.")
    relation: Relation | None = said("how it bears on its first event; null when on none", "denies")
    events: list[ClaimEvent] = many("the events that it bears on", ClaimEvent)
    document: DocumentShort = nested("the article", DocumentShort)


class ActorShape(Shape):
    """An actor: names, friends and foes, deeds, words, denials."""

    id: str = said("its id, or its words", "kelmora/army")
    name: str = said("its name", "Kelmoran Army")
    kind: str = said('what kind of party it is ("" not known)', "army")
    side: ActorShort | None = nested("the actor at the head of its side", ActorShort)
    country: str = said('ISO 3166-1 alpha-3 ("" not known)', "XKM")
    sector: str = said('PLOVER sector ("" not known)', "MIL")
    theatre: str = said('theatre pack that knows it ("" none)', "kelmora")
    provisional: bool = said(
        "whether no registry knows it: a group by its name alone, whose id begins with new/", False, default=False
    )
    aliases: list[Alias] = many("its names in the registry", Alias)
    ties: list[TieShape] = many("its ties in the registry, either way, by their first day", TieShape)
    first_day: date | None = said("first day of its events", "2031-04-02")
    last_day: date | None = said("last day of its events", "2031-05-17")
    did: int = said("events that it is said to have done", 18)
    suffered: int = said("events that were done to it", 9)
    spoke: int = said("claims of which it is a source", 14)
    denied: int = said("claims of which it is a source, against an event", 3)
    disputed: int = said("events in dispute of which it speaks", 5)
    types: list[Facet] = many("its events by type", Facet)
    deeds: list[EventSummary] = many("the newest events that it is said to have done", EventSummary)
    targeted: list[EventSummary] = many("the newest events that were done to it", EventSummary)
    words: list[Said] = many("what it said, newest first", Said)
    denials: list[Said] = many("what it denied, newest first", Said)
    names_used: list[NameUsed] = many("by which words it goes, in which outlet", NameUsed)
    slant_names: list[NameUsed] = many("names that only a foe or friend would use, by outlet", NameUsed)


class PlaceRow(Shape):
    """A place of the record."""

    id: str = said("for /v1/places/{id} and the filter: an id in the gazetteer, else its words", "pack:kelmora/dorvane")
    name: str = said("its name", "Dorvane")
    events: int = said("events in it, or in what it holds", 17)
    spelling: str = SPELLING


class PlacePage(Shape):
    """Some places: those with most events first, or, with q, those that are called so."""

    items: list[PlaceRow] = many("the places of this page", PlaceRow)
    next: str | None = NEXT
    total: int = TOTAL


class PlaceShape(Shape):
    """A place: where it is, who held it when, what happened in it."""

    id: str = said("its id, or its words", "pack:kelmora/dorvane")
    name: str = said("its name", "Dorvane")
    kind: str = said('town, district, ... ("" not known)', "town")
    lat: float | None = said("WGS 84; null when it could not be placed", -27.96)
    lon: float | None = said("WGS 84", -20.47)
    radius_km: float = said("its extent around that point", 3.0)
    country: str = said('ISO 3166-1 alpha-3 ("" not known)', "XKM")
    within: list[PlaceRow] = many("the places that hold it, nearest first", PlaceRow)
    aliases: list[str] = said("further names in a theatre pack", ["Dorvane-on-Mossen"])
    first_day: date | None = said("first day of its events", "2031-04-02")
    last_day: date | None = said("last day of its events", "2031-05-17")
    events: int = said("events in it, or in what it holds", 17)
    types: list[Facet] = many("these by type", Facet)
    control: list[StretchShape] = many("who held it when, oldest first; empty when nobody says", StretchShape)
    newest: list[EventSummary] = many("the newest events", EventSummary)


class SourceRow(Shape):
    """An outlet of the record."""

    name: str = said("its name: for /v1/sources/{name} and the filter", "Norrin Voice")
    documents: int = said("documents of it, all versions", 6)
    copies: int = said("of these, how many copy another one's", 1)
    claims: int = said("claims read in them", 31)
    first_day: date | None = said("day of its first document", "2031-04-02")
    last_day: date | None = said("day of its last document", "2031-06-01")


class SourcePage(Shape):
    """Some outlets, those with most documents first."""

    items: list[SourceRow] = many("the outlets of this page", SourceRow)
    next: str | None = NEXT
    total: int = TOTAL


class Repeats(Shape):
    """Documents that two outlets share."""

    outlet: str = said("the other outlet", "Meridian Press")
    documents: int = said("how many documents", 2)


class Contradiction(Shape):
    """A matter on which an outlet's claims and others' cannot all hold."""

    event: EventSummary = nested("the event", EventSummary)
    what: str = said("what is in dispute", "killed")
    says: list[str] = said("what its claims hold", ["12"])
    others: list[str] = said("what others' claims hold", ["28"])


class SourceShape(Shape):
    """An outlet: what it reports, repeats, and is contradicted in."""

    name: str = said("its name", "Norrin Voice")
    kind: str = said('outlet or agency ("" in no pack)', "outlet")
    family: str = said('its owner ("" not known): one family that only repeats is one voice', "norrin-voice")
    side: ActorShort | None = nested("the side that it speaks for", ActorShort)
    country: str = said('ISO 3166-1 alpha-3 ("" not known)', "XKM")
    documents: int = said("documents of it, all versions", 6)
    copies: int = said("of these, how many copy another one's", 1)
    claims: int = said("claims read in them", 31)
    events: int = said("events that it carries", 22)
    alone: int = said("of these, how many nobody else carries", 9)
    disputed: int = said("of these, how many are in dispute", 6)
    first_day: date | None = said("day of its first document", "2031-04-02")
    last_day: date | None = said("day of its last document", "2031-06-01")
    types: list[Facet] = many("its events by type", Facet)
    repeats: list[Repeats] = many("whom its documents copy", Repeats)
    repeated_by: list[Repeats] = many("who copies its documents", Repeats)
    contradicted: list[Contradiction] = many(
        "where its claims and others' cannot all hold, newest first", Contradiction
    )
    slant_names: list[NameUsed] = many("names that it uses and only a foe or friend would", NameUsed)
    articles: list[DocumentShort] = many("its newest documents", DocumentShort)
