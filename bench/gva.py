"""Which articles tell of one shooting: Gun Violence Archive, dev part, pairs of articles on the same incident.

    python -m bench.gva [--json FILE]

All articles are one record: read, linked and fused as the main job does it, with the shipped weights. An article's incident
is the event that most of its claims of violence are in, the earlier told of equals; an article without such a claim is
alone. Round-ups filed under several incidents are left out, as the gold asks. The set has no stated licence: it measures
and trains nothing. Beside the F1 stands which pairs share any event at all, and a baseline of the headlines: two articles
published within four days whose headlines share half of their words.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from typing import Any

from bench.gold import need, read
from bench.reading import Reading, document, linker
from bench.score import Tally
from bench.table import Figure, command_line
from vigil.extract.reader import NeuralReader
from vigil.fuse import fuse
from vigil.fuse.facts import FAMILIES
from vigil.fuse.words import content
from vigil.model.claim import Claim
from vigil.model.event import Event
from vigil.model.text import Document
from vigil.resolve import dates

ASKED = 0.85
DAYS, ALIKE = 4, 0.5  # of the baseline


def told(rows: Iterable[Mapping[str, Any]]) -> list[Reading]:
    """Each article with its claims, linked."""
    reader, link = NeuralReader.load(), linker()
    found = []
    for row in rows:
        article = replace(document(row["id"], row["text"], row["date"]), title=row["title"])
        found.append((article, link(article, dates.link(article, reader.read_one(article)))))
    return found


def incidents(documents: Sequence[Document], claims: Sequence[Claim], events: Iterable[Event]) -> dict[str, str]:
    """Document id -> the event that most of its claims of violence are in, its own id where there is none."""
    home = {evidence.claim: event.id for event in events for evidence in event.evidence}
    held: dict[str, Counter[str]] = {document.id: Counter() for document in documents}
    for claim in sorted(claims, key=lambda claim: (claim.doc, claim.s, claim.trigger.start, claim.id)):
        if FAMILIES.get(claim.type) == "violence" and claim.id in home:
            held[claim.doc][home[claim.id]] += 1
    return {doc: max(counts, key=lambda event: counts[event]) if counts else doc for doc, counts in held.items()}


def pairs(clusters: Mapping[str, Hashable]) -> set[tuple[str, str]]:
    """Pairs of documents in one cluster."""
    members: dict[Hashable, list[str]] = defaultdict(list)
    for doc in sorted(clusters):
        members[clusters[doc]].append(doc)
    return {pair for docs in members.values() for pair in combinations(docs, 2)}


def sharing(events: Iterable[Event]) -> set[tuple[str, str]]:
    """Pairs of documents with claims in one event."""
    return {pair for event in events for pair in combinations(sorted({e.doc for e in event.evidence}), 2)}


def by_headline(documents: Sequence[Document]) -> set[tuple[str, str]]:
    """The baseline: headlines alike, published within a few days."""
    days = {d.id: d.published.date().toordinal() if d.published else 0 for d in documents}
    words = {d.id: content(d.title) for d in documents}
    found = set()
    for one, two in combinations(sorted(days), 2):
        every = len(words[one] | words[two])
        if abs(days[one] - days[two]) <= DAYS and every and len(words[one] & words[two]) / every >= ALIKE:
            found.add((one, two))
    return found


def tally(ours: set[tuple[str, str]], gold: set[tuple[str, str]]) -> Tally:
    """Right pairs among those found and those asked for."""
    return Tally(found=len(ours), right=len(ours & gold), gold=len(gold), met=len(ours & gold))


def measure() -> list[Figure]:
    """Read, fuse and count."""
    (path,) = need("gva_incidents/dev.jsonl")
    rows = [row for row in read(path) if not row["same_text_other_incident"]]
    return scored({row["id"]: row["incident"] for row in rows}, told(rows))


def scored(gold_of: Mapping[str, str], readings: Sequence[Reading]) -> list[Figure]:
    """The figures."""
    documents = [document for document, _ in readings]
    claims = [claim for _, found in readings for claim in found]
    events = fuse(documents, claims).events
    gold = pairs(gold_of)
    main = tally(pairs(incidents(documents, claims, events)), gold)
    shared = tally(sharing(events), gold)
    headlines = tally(by_headline(documents), gold)
    return [
        Figure("gva", "articles", len(documents)),
        Figure("gva", "pairs of one incident", len(gold)),
        Figure("gva", "same incident: pair F1", main.f1, ASKED, "the aim"),
        Figure("gva", "same incident: precision", main.precision),
        Figure("gva", "same incident: recall", main.recall),
        Figure("gva", "any event shared: precision", shared.precision),
        Figure("gva", "any event shared: recall", shared.recall),
        Figure("gva", "headlines alike: pair F1", headlines.f1),
    ]


if __name__ == "__main__":
    command_line(__doc__, measure)
