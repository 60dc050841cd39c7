"""Gold mentions as claims: what fusion is given when finding mentions is not what is measured.

Given: the mention's sentence and trigger (from the gold). Type, arguments, source, stance, status and counts are the shipped
reader's answers for that trigger (``asked``); dates, places and actors are resolved as everywhere. Not given: the gold's
event ids, types, places and dates.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from bench.asked import Given, ask
from bench.reading import linker
from vigil.extract.reader import NeuralReader
from vigil.model.claim import Claim
from vigil.model.text import Document, digest_id
from vigil.resolve import dates

MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()


@dataclass(frozen=True, slots=True)
class Group:
    """A gold group read: its documents, its mentions as claims, claim id -> gold event, and the reader's own claims."""

    documents: tuple[Document, ...]
    given: tuple[Claim, ...]
    events: dict[str, str]
    own: tuple[Claim, ...]


class Readings:
    """Reads gold groups with one reader, each once."""

    def __init__(self) -> None:
        self._reader = NeuralReader.load()
        self._link: Callable[[Document, Sequence[Claim]], list[Claim]] = linker()
        self._known: dict[str, Group] = {}

    def of(self, gold: dict[str, Any]) -> Group:
        """A group's reading; see ``Group``."""
        name = str(gold["group"])
        if name not in self._known:
            self._known[name] = self._read(gold)
        return self._known[name]

    def _read(self, gold: dict[str, Any]) -> Group:
        documents = [document_of(line) for line in gold["docs"]]
        given: list[Claim] = []
        own: list[Claim] = []
        events: dict[str, str] = {}
        for document in documents:
            rows = sorted(
                (m["s"], m["trigger"], e["id"])
                for e in gold["events"]
                for m in e["mentions"]
                if m["doc"] == document.id
            )
            mentions = triggers(document, [(s, words) for s, words, _ in rows])
            claims = self._resolved(document, ask(self._reader, document, mentions))
            events |= {claim.id: f"{name_of(gold)}:{row[2]}" for claim, row in zip(claims, rows, strict=True)}
            given += claims
            own += self._resolved(document, self._reader.read_one(document))
        return Group(tuple(documents), tuple(given), events, tuple(own))

    def _resolved(self, document: Document, claims: Sequence[Claim]) -> list[Claim]:
        return self._link(document, dates.link(document, claims))


def name_of(gold: dict[str, Any]) -> str:
    """The group's name, as the scorer writes it before an event's id."""
    return str(gold["group"])


def triggers(document: Document, mentions: Sequence[tuple[int, str]]) -> list[Given]:
    """Where each mention stands: words that occur twice in a sentence are taken in turn. Raises ValueError if nowhere."""
    taken: set[tuple[int, int]] = set()
    found: list[Given] = []
    for s, words in mentions:
        start, end = document.sentences[s]
        at = document.text.find(words, start, end)
        while (at, len(words)) in taken and document.text.find(words, at + 1, end) >= 0:
            at = document.text.find(words, at + 1, end)
        if at < 0:
            raise ValueError(f"{document.id}: {words!r} does not stand in sentence {s}")
        taken.add((at, len(words)))
        found.append((s, (at, at + len(words))))
    return found


def document_of(line: dict[str, Any]) -> Document:
    """A gold document. A date in the first words of the text ("Published July 19 2016") is its publication day."""
    day = _header_date(line["text"][:70]) or date.fromisoformat(line["published"][:10])
    return Document(
        id=line["doc"],
        key=line["doc"],
        digest=digest_id("", [line["text"]], 64),
        text=line["text"],
        title=line["title"],
        outlet=line["source"],
        published=datetime(day.year, day.month, day.day, tzinfo=UTC),
        published_precision="day",
        sentences=tuple((a, b) for a, b in line["sentences"]),
    )


def _header_date(head: str) -> date | None:
    month = r"(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
    for pattern, order in ((rf"{month} (\d\d?),? ?(20\d\d)", "mdy"), (rf"(\d\d?) {month},? (20\d\d)", "dmy")):
        match = re.search(pattern, head)
        if match:
            parts = dict(zip(order, match.groups(), strict=True))
            try:
                return date(int(parts["y"]), MONTHS.index(parts["m"].lower()) + 1, int(parts["d"]))
            except ValueError:
                return None
    return None
