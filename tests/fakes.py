"""Stand-ins at the seams: a reader without weights, linkers without reference data, a clock that does not tick by itself.

``FakeReader`` reads plain sentences such as "Two sides report shelling in Velm, 3 killed.": a codebook type's name is the
trigger, "in X" the place, "N killed" a count, "captured"/"recaptured" a takeover's mode, "by X" the agent.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from vigil.engine.tools import Tools
from vigil.extract import sentences
from vigil.fuse import fuse, join
from vigil.ingest import feeds, page
from vigil.ingest.items import Item, ReadOptions
from vigil.model.claim import TYPES, Claim, Count, Mention
from vigil.model.entity import PlacePrecision, PlaceRef
from vigil.model.errors import BadItem
from vigil.model.interval import Interval
from vigil.model.link import Score
from vigil.model.text import Document, Span, digest_id
from vigil.state import follow

_TRIGGER = re.compile(rf"\b(?:{'|'.join(TYPES)}|captured|recaptured)\b")
_PLACE = re.compile(r"\bin ([A-Z]\w+)")
_AGENT = re.compile(r"\bby (the [A-Z]\w+ [A-Z]\w+)")
_KILLED = re.compile(r"\b(\d+) killed\b")
#: Made-up places of the engine's tests with a point each.
PLACES = {name: (10.0 + number / 2, 20.0) for number, name in enumerate(("Velm", "Harrow", "Pell", "Osk", "Tarn"))}


class FakeReader:
    """Claims by pattern; deterministic, and quick enough to read thousands of documents in a test."""

    name = "fake"
    languages = ("en",)

    def __init__(self, version: str = "1") -> None:
        self.version = version

    def read(self, documents: Sequence[Document]) -> list[list[Claim]]:
        """At most one claim a sentence."""
        return [[claim for s in range(len(d.sentences)) if (claim := self._claim(d, s))] for d in documents]

    def _claim(self, document: Document, s: int) -> Claim | None:
        start, end = document.sentences[s]
        found = _TRIGGER.search(document.text, start, end)
        if found is None or document.unread(start, end):
            return None
        word = found.group()
        killed = _KILLED.search(document.text, start, end)
        count = (
            Count(kind="killed", min=int(killed[1]), max=int(killed[1]), span=_span(document, killed))
            if killed
            else None
        )
        return Claim(
            id=digest_id("c", [document.id, s, found.start(), self.version]),
            doc=document.id,
            s=s,
            sentence=(start, end),
            trigger=_span(document, found, 0),
            type=word if word in TYPES else "takeover",
            mode="" if word in TYPES else word,
            arguments=tuple(_mentions(document, start, end)),
            counts=(count,) if count else (),
            confidence=0.9,
            reader=f"{self.name}@{self.version}",
        )


def _mentions(document: Document, start: int, end: int) -> Iterator[Mention]:
    for role, pattern in (("agent", _AGENT), ("place", _PLACE)):
        match = pattern.search(document.text, start, end)
        if match:
            yield Mention(role=role, span=_span(document, match), score=0.9)


def _span(document: Document, match: re.Match[str], group: int = 1) -> Span:
    return document.span(match.start(group), match.end(group))


def link_dates(document: Document, claims: Sequence[Claim]) -> list[Claim]:
    """Every claim happens on its document's day."""
    when = Interval.day(document.published.date()) if document.published else None
    return [replace(claim, when=when) for claim in claims]


def link_places(_: Document, claims: Sequence[Claim]) -> list[Claim]:
    """The places of ``PLACES`` have a point, others stay as written."""
    return [
        replace(claim, place=_place(claim.of("place")[0].words)) if claim.of("place") else claim for claim in claims
    ]


def _place(words: str) -> PlaceRef:
    if words not in PLACES:
        return PlaceRef(text=words)
    lat, lon = PLACES[words]
    return PlaceRef(
        text=words, place_id=f"test:{words.lower()}", name=words, lat=lat, lon=lon, radius_km=2.0, kind="town",
        precision=PlacePrecision.EXACT, country="TST", within=("test:isle",), score=Score(1.0, "its only bearer"),
    )  # fmt: skip


def link_actors(_: Document, claims: Sequence[Claim]) -> list[Claim]:
    """Actors stay as written."""
    return list(claims)


class FakeClock:
    """A minute later at each look."""

    def __init__(self) -> None:
        self.now = datetime(2031, 5, 1, tzinfo=UTC)

    def __call__(self) -> datetime:
        """The time."""
        self.now += timedelta(minutes=1)
        return self.now


def read_items(source: str, options: ReadOptions | None = None) -> Iterator[Item | BadItem]:
    """Real files by the real ingest room."""
    return feeds.read(source, options)


class OpenGate:
    """Lets everything pass."""

    version = "open"

    def passes(self, document: Document) -> bool:
        """Always."""
        return True


def tools(version: str = "1", **others: object) -> Tools:
    """Real rooms where they need neither weights nor reference data, fakes for the rest."""
    given = Tools(
        items=read_items,
        parse=page.parse,
        split=sentences.split,
        reader=FakeReader(version),
        dates=link_dates,
        places=link_places,
        actors=link_actors,
        fuse=partial(fuse, outlets={}),
        join=partial(join, outlets={}),
        follow=follow,
        gate=OpenGate(),
        names={"test:velm": ("Velm", "Old Fort"), "test:isle": ("Isle of Proof",)},
    )
    return replace(given, **others)  # type: ignore[arg-type]


def article(number: int, *, words: str = "", **fields: str) -> dict[str, str]:
    """One generated JSONL article; the same number gives the same article."""
    names = sorted(PLACES)
    place, kind = names[number % len(names)], ("shelling", "airstrike", "captured", "talks")[number % 4]
    text = words or (
        f"Report number {number} from the island. There was {kind} in {place} by the Tarn Guards, {number % 7} killed. "
        f"Nothing else was known on the day, and the road to the harbour stayed closed to traffic for hours. "
        f"Residents also spoke of shelling in {names[(number * 3 + 1) % len(names)]}."
    )
    day = datetime(2031, 3, 1, 8, tzinfo=UTC) + timedelta(days=number % 20)
    return {
        "id": f"a{number}",
        "title": f"Island report {number}",
        "text": text,
        "published": day.isoformat(),
        "outlet": ("The Pell Mail", "Harrow Radio", "Osk Courier")[number % 3],
        **fields,
    }


def write_articles(path: Path, articles: Sequence[dict[str, str]]) -> str:
    """A JSONL file of articles; returns its path as a source."""
    path.write_text("".join(json.dumps(one) + "\n" for one in articles), encoding="utf-8")
    return str(path)
