"""The small world's record as claims given by hand: what a perfect reader and resolver would hand to fusion.

Texts go through the real ingest and sentence splitter; each quote of ``record.yaml`` becomes one claim, with its trigger,
source, stance, parties, place and date as the record says them. Nothing here reads ``control``, ``truces`` or the
other states of the record: those are what is to be found.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import yaml

from vigil.extract import sentences
from vigil.fuse import Fusion, fuse
from vigil.ingest import feeds, page
from vigil.ingest.items import Item, ReadOptions
from vigil.model.claim import Claim, Count, Mention, Stance, Status
from vigil.model.entity import ActorRef, Place, PlacePrecision, PlaceRef
from vigil.model.interval import Interval
from vigil.model.link import Score
from vigil.model.state import States
from vigil.model.text import Document, Span, digest_id
from vigil.reference.tables import Reference
from vigil.state import follow

WORLD = Path(__file__).parent
SURE = Score(1.0, "as the record says")
_PRECISION = {
    "district": PlacePrecision.DISTRICT, "country": PlacePrecision.COUNTRY, "road": PlacePrecision.REGION,
    "river": PlacePrecision.REGION,
}  # fmt: skip


@dataclass(frozen=True)
class Given:
    """Documents (last versions) and claims. ``event_of``: claim id -> the record's event, or "control:PLACE"."""

    documents: tuple[Document, ...]
    claims: tuple[Claim, ...]
    event_of: Mapping[str, str]
    row_of: Mapping[str, int]  # claim id -> number of its row in ``rows()``

    @cached_property
    def fusion(self) -> Fusion:
        """The events that the claims give, by the shipped weights."""
        return fuse(self.documents, self.claims, outlets=reference().outlet_names)

    @cached_property
    def by_id(self) -> Mapping[str, Claim]:
        """The claims by id."""
        return {claim.id: claim for claim in self.claims}

    @cached_property
    def states(self) -> States:
        """The states that the events give."""
        return follow(self.fusion.events, self.by_id)

    @cached_property
    def told_in(self) -> Mapping[str, frozenset[str]]:
        """Fused event id -> the record's events that its claims belong to."""
        return {e.id: frozenset(self.event_of[x.claim] for x in e.evidence) for e in self.fusion.events}


@cache
def record() -> dict[str, Any]:
    """The careful person's record."""
    loaded: dict[str, Any] = yaml.safe_load((WORLD / "record.yaml").read_text(encoding="utf-8"))
    return loaded


@cache
def reference() -> Reference:
    """The world's pack."""
    return Reference.load([WORLD / "pack"])


@cache
def texts() -> tuple[Document, ...]:
    """Every document of the world, read by the real ingest; of the same bytes twice only the first, as in a run."""
    found: dict[str, Document] = {}
    for item in feeds.read(str(WORLD / "articles"), ReadOptions(theatre="pack")):
        if isinstance(item, Item):
            document = sentences.split(page.parse(item)[0])
            found.setdefault(f"{document.digest}#{document.key.partition('#')[2]}", document)
    return tuple(found.values())


@cache
def given(without: str = "") -> Given:
    """The whole world, or the world less one document (by its id); of each article the last version that is left.

    Raises LookupError when a quote of the record stands in no text.
    """
    every = [document for document in texts() if document.id != without]
    last = {document.address: document.id for document in sorted(every, key=_version)}
    documents = {document.id: document for document in every if last[document.address] == document.id}
    claims: dict[str, Claim] = {}
    events: dict[str, str] = {}
    numbers: dict[str, int] = {}
    for number, (event, row) in enumerate(rows()):
        document = _find(row["doc"])
        if document.id in documents:
            claim = _claim(document, event, row, number)
            claims[claim.id], events[claim.id], numbers[claim.id] = claim, event["id"], number
    ordered = sorted(documents.values(), key=lambda document: (document.key, document.id))
    return Given(tuple(ordered), tuple(claims.values()), events, numbers)


def _version(document: Document) -> tuple[datetime, str]:
    return document.modified or document.published or datetime.min.replace(tzinfo=UTC), document.id


@cache
def rows() -> tuple[tuple[dict[str, Any], dict[str, Any]], ...]:
    """(event, claim) of the record; what only tells who holds a town is an event of its own for each town."""
    return tuple(_rows())


def _rows() -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    for event in record()["events"]:
        for row in event["claims"]:
            yield event, row
    for row in record()["control_quotes"]:
        held = record()["control"][row["place"]]
        day = _day_of(row["doc"])
        holders = next(s["holders"] for s in held if s["from"] <= day and (s["to"] is None or day < s["to"]))
        if row["mode"] == "holds" and len(holders) > 1:
            holders = [holder for holder in holders if _shown(holder, row["quote"])]
        yield (
            {
                "id": f"control:{row['place']}",
                "type": "takeover",
                "mode": row["mode"],
                "place": row["place"],
                "agents": holders,
            },
            row | {"trigger": _held_by(row["quote"]), "stance": "asserts", "source": _said(row["quote"])},
        )


def _day_of(doc: str) -> date:
    return date(2031, int(doc[:2]), int(doc[2:4]))


def _held_by(quote: str) -> str:
    return next(word for word in ("divided", "held", "holds") if f" {word} " in quote)


def _said(quote: str) -> str:
    """The source that a sentence on who holds a town names, "" for the outlet's own words."""
    tails = {
        "Hallam told": "kelmora/army",
        "Marrach said": "kelmora/highland-front",
        "observatory said": "kelmora/observatory",
    }
    return next((id for tail, id in tails.items() if tail in quote), "")


def _shown(actor: str, quote: str) -> bool:
    found = reference().actors.get(actor)
    return found is not None and any(name.text in quote for name in found.names)


@cache
def _find(name: str) -> Document:
    """The document made of a file (``FILE`` or ``FILE#ITEM``), also where the same bytes were met under another name."""
    file, _, item = name.partition("#")
    digest = hashlib.sha256((WORLD / "articles" / file).read_bytes()).hexdigest()
    for document in texts():
        if document.key == f"file:{name}" or (not item and document.digest == digest):
            return document
    raise LookupError(f"no document was made of {name}")


def _claim(document: Document, event: dict[str, Any], row: dict[str, Any], number: int) -> Claim:
    start = document.text.find(row["quote"])
    if start < 0:
        raise LookupError(f"{row['doc']} does not hold {row['quote']!r}")
    end = start + len(row["quote"])
    at = document.text.index(row["trigger"], start, end)
    s, bounds = next((n, b) for n, b in enumerate(document.sentences) if b[0] <= at < b[1])
    kind = _kind(event, row)
    agents = [row["agent"]] if "agent" in row else event.get("agents") or [event[k] for k in ("agent",) if k in event]
    arguments = [_party(document, (start, end), "agent", id) for id in agents]
    arguments += [_party(document, (start, end), "target", event[k]) for k in ("target",) if k in event]
    place = _place(event["place"]) if "place" in event else None
    if place is not None:
        role = "from" if kind == "withdrawal" else "place"
        arguments.append(Mention(role=role, span=_span(document, place.name, (start, end)), place=place))
    if "from" in event:
        left = _place(event["from"])
        arguments.append(Mention(role="from", span=_span(document, left.name, (start, end)), place=left))
    time = row.get("time", "")
    return Claim(
        id=digest_id("c", [document.id, at, kind, number]),
        doc=document.id,
        s=s,
        sentence=bounds,
        trigger=document.span(at, at + len(row["trigger"])),
        type=kind,
        mode=event.get("mode", ""),
        arguments=tuple(arguments),
        sources=(_source(document, (start, end), row["source"]),) if row["source"] else (),
        time=_span(document, time, (start, end)) if time else None,
        counts=_counts(event, row),
        stance=Stance(row["stance"]),
        status=Status(row.get("claim_status", "actual")),
        reader="given/1",
        when=_when(event, row),
        place=place,
    )


def _kind(event: dict[str, Any], row: dict[str, Any]) -> str:
    """The event's type; rockets are told as shelling where the record says that some tell it so."""
    if "rocket" in row["trigger"].lower() and "shelling" in event.get("also_told_as", ()):
        return "shelling"
    return str(event["type"])


def _when(event: dict[str, Any], row: dict[str, Any]) -> Interval | None:
    """The event's date. Sentences on who holds a town give none: fusion takes the days before publication."""
    told = event.get("date")
    if told is None or row.get("claim_status") == "intended":
        return None
    first, _, last = str(told).partition("/")
    return Interval.days(date.fromisoformat(first), date.fromisoformat(last or first))


def _counts(event: dict[str, Any], row: dict[str, Any]) -> tuple[Count, ...]:
    """A source's own number where the record has sources differ; else the event's, where the quote tells it."""
    found = []
    for kind, word in (("killed", "kill"), ("wounded", "wound"), ("displaced", "people")):
        positions = [p for d in event.get("disputes", ()) if d["what"] == kind for p in d["positions"]]
        own = next((p["value"] for p in positions if row["source"] in p["by"]), None)
        if own is None and not positions and kind in event and event[kind]["min"] == event[kind]["max"]:
            own = str(event[kind]["min"])
        if own is not None and word in row["quote"] and row["stance"] == "asserts":
            low = int(own.rstrip("+"))
            found.append(Count(kind=kind, min=low, max=None if own.endswith("+") else low))
    return tuple(found)


def _party(document: Document, within: tuple[int, int], role: str, id: str) -> Mention:
    ref = _actor(id)
    names = sorted((name.text for name in _entry(id).names), key=lambda name: (-len(name), name))
    shown = next((name for name in names if document.text.find(name, *within) >= 0), "")
    if shown:
        return Mention(role=role, span=_span(document, shown, within), actor=ref)
    means = next((name for name in names if name in document.text), "")
    return Mention(role=role, span=None, means=_span(document, means, (0, len(document.text))), actor=ref)


def _source(document: Document, within: tuple[int, int], source: str) -> Mention:
    if "/" in source:
        return _party(document, within, "source", source)
    words = source if document.text.find(source, *within) >= 0 else source.split()[0]
    return Mention(role="source", span=_span(document, words, within), actor=ActorRef(text=words))


def _span(document: Document, words: str, within: tuple[int, int]) -> Span | None:
    at = document.text.find(words, *within)
    return document.span(at, at + len(words)) if words and at >= 0 else None


def _entry(id: str) -> Any:
    entry = reference().actors.get(id)
    if entry is None:
        raise LookupError(f"no actor {id}")
    return entry


def _actor(id: str) -> ActorRef:
    actor = _entry(id)
    return ActorRef(
        text=actor.name, actor_id=actor.id, name=actor.name, country=actor.country, kind=actor.kind.value,
        sector=actor.sector, side=actor.side, score=SURE,
    )  # fmt: skip


@cache
def _place(id: str) -> PlaceRef:
    place: Place | None = reference().places.get(f"pack:{id}")
    if place is None:
        raise LookupError(f"no place {id}")
    return PlaceRef(
        text=place.name, place_id=place.id, name=place.name, lat=place.lat, lon=place.lon, radius_km=place.radius_km,
        precision=_PRECISION.get(place.kind, PlacePrecision.EXACT), country=place.country, admin1=place.admin1,
        within=reference().places.ancestors(place), kind=place.kind, score=SURE,
    )  # fmt: skip
