"""Which articles tell of one shooting: Gun Violence Archive, dev part, pairs of articles on the same incident.

    python -m bench.gva [--json FILE]

All articles are one record: read, linked and fused as the main job does it, with the shipped weights. An article's incident
is the event that most of its claims of violence are in, the earlier told of equals; an article without such a claim is
alone. Round-ups filed under several incidents are left out, as the gold asks. Beside the F1 stands which pairs share any
event at all, and a baseline of the headlines: two articles published within four days whose headlines share half of their
words.

The shipped weights are made for a war. So two more figures are given with weights fitted on a seventh of the set's own train
part (its incidents by checksum): the product's table of claims, and the same table lifted to articles (``gva_articles``).
The set has no stated licence: it measures, and no weight that it gives is shipped.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from typing import Any
from zlib import crc32

import numpy as np

from bench.fusion import NAMES, regress
from bench.gold import need, read
from bench.gva_articles import compared, fit, grouped
from bench.reading import Reading, document, linker
from bench.score import Tally
from bench.table import Figure, command_line
from vigil.extract.reader import NeuralReader
from vigil.fuse import fuse
from vigil.fuse.clustering.cluster import VETOED
from vigil.fuse.facts import FAMILIES, gather
from vigil.fuse.pairs.comparer import Comparer, Weights, shipped_weights
from vigil.fuse.words import content
from vigil.model.claim import Claim
from vigil.model.event import Event
from vigil.model.text import Document
from vigil.resolve import dates

ASKED = 0.85
DAYS, ALIKE = 4, 0.5  # of the baseline
SHARE, TAKEN = 7, 3  # of the train part, the incidents whose checksum leaves 3 when divided by 7
JOINS = (-0.9, -0.8, -0.6, -0.4, -0.2, 0.0)


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


def pairs_of(clusters: Mapping[str, Hashable]) -> set[tuple[str, str]]:
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
    dev_path, train_path = need("gva_incidents/dev.jsonl", "gva_incidents/train.jsonl.gz")
    dev, train = ([row for row in read(path) if not row["same_text_other_incident"]] for path in (dev_path, train_path))
    train = [row for row in train if crc32(str(row["incident"]).encode()) % SHARE == TAKEN]
    read_dev = told(dev)
    return scored(incident_of(dev), read_dev) + fitted((incident_of(train), told(train)), (incident_of(dev), read_dev))


def incident_of(rows: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """Document id -> incident."""
    return {row["id"]: row["incident"] for row in rows}


def claims_table(gold_of: Mapping[str, str], documents: Sequence[Document], claims: Sequence[Claim]) -> Weights:
    """The product's table fitted across articles: claims of violence are of one event if their articles are.

    Within an article nothing is fitted, since the set does not say which sentence tells of what.
    """
    facts = gather(documents, claims)
    comparer = Comparer(facts, documents, by_names=True)
    pairs = comparer.candidates().astype(np.int64)
    odds = comparer.odds(pairs[:, 0], pairs[:, 1])
    docs = np.array([item.claim.doc for item in facts])[pairs]
    violent = np.array([item.family == "violence" for item in facts], dtype=bool)[pairs].all(axis=1)
    pairs = pairs[violent & (docs[:, 0] != docs[:, 1]) & (odds > VETOED)]
    found = comparer.compared(pairs[:, 0], pairs[:, 1])
    rows = np.stack([found.values(name) for name in NAMES], axis=1)
    incident = np.array([gold_of[item.claim.doc] for item in facts])
    same = (incident[pairs[:, 0]] == incident[pairs[:, 1]]).astype(np.float64)
    weights = Weights(shipped_weights().within, regress(rows, same, np.ones(len(same)), 1, 4.0, held=()))
    gold = pairs_of(gold_of)

    def quality(join: float) -> float:
        events = fuse(documents, claims, weights=replace(weights, join=join)).events
        return tally(pairs_of(incidents(documents, claims, events)), gold).f1

    return replace(weights, join=max(JOINS, key=lambda join: (quality(join), -abs(join))))


Set = tuple[Mapping[str, str], Sequence[Reading]]


def fitted(train: Set, dev: Set) -> list[Figure]:
    """The figures with weights from the train part."""
    (known, documents, claims), (gold_of, others, theirs) = ((of, *parts(told)) for of, told in (train, dev))
    gold = pairs_of(gold_of)
    weights = claims_table(known, documents, claims)
    events = fuse(others, theirs, weights=weights).events
    by_claims = tally(pairs_of(incidents(others, theirs, events)), gold)
    table = fit(compared(documents, claims), known)
    by_articles = tally(pairs_of(grouped(compared(others, theirs), table)), gold)
    return [
        Figure("gva", f"{way}, fitted on train: {name}", value, *(anchor if name == "pair F1" else ()))
        for way, found, anchor in (
            ("claims", by_claims, (ASKED, "the aim")),
            ("articles", by_articles, (ASKED, "the aim")),
        )
        for name, value in (("pair F1", found.f1), ("precision", found.precision), ("recall", found.recall))
    ]


def parts(readings: Sequence[Reading]) -> tuple[list[Document], list[Claim]]:
    """Documents and claims."""
    return [document for document, _ in readings], [claim for _, found in readings for claim in found]


def scored(gold_of: Mapping[str, str], readings: Sequence[Reading]) -> list[Figure]:
    """The figures with the shipped weights."""
    documents, claims = parts(readings)
    events = fuse(documents, claims).events
    gold = pairs_of(gold_of)
    main = tally(pairs_of(incidents(documents, claims, events)), gold)
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
