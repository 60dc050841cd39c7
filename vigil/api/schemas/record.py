"""The record as a whole."""

from __future__ import annotations

from datetime import date, datetime

from vigil.api.schemas.base import Shape, many, nested, said


class Head(Shape):
    """Where the ledger ends: note it down, and a later proof shows that nothing was cut off."""

    seq: int = said("number of the last entry", 264)
    digest: str = said(
        "SHA-256 that seals it and all before it", "c409c8077b2988decd33b941444987b2520c6cbd65c47671af0c808fdb8b6d29"
    )


class Counts(Shape):
    """How much there is of what."""

    documents: int = said("documents, all versions", 39)
    articles: int = said("articles", 39)
    claims: int = said("claims", 186)
    events: int = said("events", 82)
    disputed_events: int = said("events in dispute", 12)
    controls: int = said("places whose holder is followed", 7)
    decisions: int = said("people's decisions", 0)
    issues: int = said("things set aside or worth knowing", 4)
    sightings: int = said("other addresses of the same bytes", 1)
    ledger: int = said("entries of the ledger", 264)


class TheatreShape(Shape):
    """A theatre pack that the record's names come from."""

    id: str = said("its id, for /v1/theatres/{name}/layers", "kelmora")
    name: str = said("its name", "Kelmora")
    layers: bool = said("whether it has map layers of its own", True)
    bbox: list[float] | None = said("west, south, east, north of its places", [-21.0, -28.5, -19.0, -27.0])


class RecordShape(Shape):
    """What is served here."""

    vigil: str = said("version of the software", "0.2.0")
    public: bool = said("whether private persons' names and announced movements are withheld", False)
    counts: Counts = nested("how much there is of what", Counts)
    head: Head = nested("the ledger's head", Head)
    theatres: list[TheatreShape] = many("the theatre packs that the record's names come from", TheatreShape)
    first_day: date | None = said("first day of its events; null without one", "2029-04-18")
    last_day: date | None = said("last day of its events", "2031-06-05")
    reader: str = said("name and version of the reader of the last run", "vigil-reader-en-3@vigil-reader-en-3")
    finished: datetime | None = said("when the last run ended", "2031-06-06T08:10:25Z")
    languages: list[str] = said("languages of its documents", ["en"])
    borders: str = said("which view of borders the basemap takes", "Borders as Natural Earth draws them.")
