"""Small claims and documents for fusion's tests: words are looked up in the text, so that offsets are real."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from vigil.model.claim import Claim, Count, Mention, Stance, Status
from vigil.model.entity import ActorRef, PlacePrecision, PlaceRef
from vigil.model.interval import Interval
from vigil.model.link import Decision, Judgement
from vigil.model.text import Document, digest_id


@dataclass(frozen=True)
class Outlet:
    """An outlet as reference data give it."""

    id: str
    kind: str = "outlet"
    family: str = ""
    side: str = ""


NORTH = ActorRef(text="northern army", actor_id="orsa/north", name="Northern Army", side="orsa/north")
SOUTH = ActorRef(text="southern army", actor_id="orsa/south", name="Southern Army", side="orsa/south")
MONITOR = ActorRef(text="Orsa Monitor", actor_id="orsa/monitor", name="Orsa Monitor")
MINISTRY = ActorRef(text="Ministry of Defence", actor_id="orsa/north-mod", name="Northern Ministry", side="orsa/north")


def town(name: str, lat: float = 10.0, lon: float = 20.0) -> PlaceRef:
    """A town of the invented island."""
    return PlaceRef(
        text=name,
        place_id=f"pack:orsa/{name.lower()}",
        name=name,
        lat=lat,
        lon=lon,
        radius_km=2.0,
        precision=PlacePrecision.EXACT,
        country="ORS",
        kind="town",
    )


VELM = town("Velm")
TARN = town("Tarn", 11.0, 21.0)


def article(name: str, text: str, day: str = "2031-03-05", **fields: Any) -> Document:
    """A document whose sentences end at full stops."""
    bounds, start = [], 0
    for part in text.split(". "):
        bounds.append((start, start + len(part)))
        start += len(part) + 2
    defaults: dict[str, Any] = {
        "key": name,
        "digest": digest_id("", [text], 64),
        "outlet": name,
        "published": datetime.combine(date.fromisoformat(day), datetime.min.time(), tzinfo=UTC),
        "published_precision": "day",
        "sentences": tuple(bounds),
    }
    return Document(id=name, text=text, **(defaults | fields))


def claim(document: Document, trigger: str, kind: str, **fields: Any) -> Claim:
    """A claim at the first place where the trigger stands.

    ``agent``, ``target`` and ``source`` take an ActorRef or words; ``day`` an ISO day; counts by kind as (min, max).
    """
    start = document.text.index(trigger)
    s, bounds = next((n, b) for n, b in enumerate(document.sentences) if b[0] <= start < b[1])
    arguments = tuple(
        _mention(document, bounds, role, fields.pop(role)) for role in ("agent", "target") if role in fields
    )
    source = fields.pop("source", None)
    kinds = ("killed", "wounded", "displaced")
    counts = tuple(Count(kind=k, min=fields[k][0], max=fields.pop(k)[1]) for k in kinds if k in fields)
    day = fields.pop("day", None)
    return Claim(
        id=digest_id("cl_", [document.id, start, trigger, kind]),
        doc=document.id,
        s=s,
        sentence=bounds,
        trigger=document.span(start, start + len(trigger)),
        type=kind,
        arguments=arguments,
        sources=(_mention(document, bounds, "source", source),) if source is not None else (),
        counts=counts,
        when=Interval.day(date.fromisoformat(day)) if day else None,
        **fields,
    )


def _mention(document: Document, bounds: tuple[int, int], role: str, who: ActorRef | str) -> Mention:
    words = who if isinstance(who, str) else who.text
    at = document.text.find(words, *bounds)
    span = document.span(at, at + len(words)) if at >= 0 else None
    means = None if span else document.span(0, 0)
    return Mention(role=role, span=span, means=means, actor=None if isinstance(who, str) else who)


def decide(judgement: Judgement, left: Claim, right: Claim | None = None, minute: int = 0, **fields: Any) -> Decision:
    """A person's decision."""
    return Decision(
        id=f"d{minute}",
        judgement=judgement,
        left=left.id,
        right=right.id if right else "",
        user="olena",
        created_at=datetime(2031, 3, 6, 12, minute, tzinfo=UTC),
        **fields,
    )


__all__ = [
    "MINISTRY", "MONITOR", "NORTH", "SOUTH", "TARN", "VELM", "Outlet", "Stance", "Status", "article", "claim", "decide",
    "town",
]  # fmt: skip
