"""Events joined across documents on general news: ECB+ (Cybulska and Vossen 2014), dev part, event mentions given.

    python -m bench.ecbplus [--json FILE]

Each mention becomes one claim, its type and arguments asked of the shipped reader (``bench.asked``); the fusion is the
product's. CoNLL F1, singletons kept. Three settings: each topic a record (the usual one), each subtopic (what clustering the
documents first comes to), and all documents as one record. ECB+ tells of weddings, films and court cases, for which neither
the reader's types nor the shipped weights were made: so the same table fitted on the train part, all mentions given one
type, stands beside the shipped one. It is not shipped. The baseline puts mentions of one head lemma into one event.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from bench.asked import ask
from bench.coreference import conll
from bench.fusion import regress, training_pairs
from bench.given_mentions import Group
from bench.gold import need, read
from bench.reading import linker
from bench.table import Figure, command_line
from vigil.extract.reader import NeuralReader
from vigil.fuse import fuse
from vigil.fuse.cluster import Edge, group
from vigil.fuse.facts import gather
from vigil.fuse.pairs import Comparer, Weights
from vigil.fuse.words import fold, lemma
from vigil.model.claim import Claim
from vigil.model.text import Document, digest_id
from vigil.resolve import dates

ASKED = 0.78
#: Words after which a mention of two words has its head first: "checked into".
PARTICLES = frozenset("in into up out off down over on away back through to for with of from at by".split())
JOINS = tuple(round(float(join), 2) for join in np.arange(-1.6, 1.7, 0.2))
Key = Callable[["Told"], str]


@dataclass(frozen=True, slots=True)
class Told:
    """One document, its event mentions as claims, and the gold chain of each."""

    document: Document
    claims: tuple[Claim, ...]
    chains: tuple[str, ...]
    topic: str
    subtopic: str


BY: tuple[tuple[str, Key], ...] = (
    ("topics given", lambda told: told.topic),
    ("subtopics given", lambda told: told.subtopic),
    ("one record", lambda _: ""),
)


def told_by(path: Path) -> list[Told]:
    """A part of ECB+ with its mentions asked of the reader."""
    reader, link = NeuralReader.load(), linker()
    found = []
    for row in read(path):
        document = document_of(row)
        number = {sentence["sent_id"]: n for n, sentence in enumerate(row["sentences"])}
        mentions = [mention for mention in row["mentions"] if mention["kind"] == "event"]
        wanted = [(number[m["sent_id"]], (m["start"], m["end"])) for m in mentions]
        claims = link(document, dates.link(document, ask(reader, document, wanted)))
        chains = tuple(str(mention["chain"]) for mention in mentions)
        found.append(Told(document, tuple(claims), chains, str(row["topic"]), f"{row['topic']}:{row['subtopic']}"))
    return found


def document_of(row: dict[str, Any]) -> Document:
    """A gold document: no title, no day of publication, sentences as given."""
    return Document(
        id=row["id"],
        key=row["id"],
        digest=digest_id("", [row["text"]], 64),
        text=row["text"],
        title="",
        outlet=row["id"],
        sentences=tuple((sentence["start"], sentence["end"]) for sentence in row["sentences"]),
    )


def parts(told: Sequence[Told], key: Key) -> list[list[Told]]:
    """The documents in records: those of one key together, keys sorted."""
    found: dict[str, list[Told]] = defaultdict(list)
    for item in told:
        found[key(item)].append(item)
    return [found[name] for name in sorted(found)]


def gold_chains(told: Iterable[Told]) -> dict[str, str]:
    """Claim id -> gold chain."""
    return {claim.id: chain for item in told for claim, chain in zip(item.claims, item.chains, strict=True)}


def fused(records: Iterable[Sequence[Told]], weights: Weights | None) -> dict[str, str]:
    """Claim id -> event, each record fused by itself."""
    found: dict[str, str] = {}
    for record in records:
        claims = [claim for item in record for claim in item.claims]
        made = fuse([item.document for item in record], claims, weights=weights)
        found |= {evidence.claim: event.id for event in made.events for evidence in event.evidence}
    return found


def head(words: str) -> str:
    """A mention's head as a crude lemma: its last word, or what stands before a particle.

    >>> head("checked into"), head("guest appearance")
    ('check', 'appearanc')
    """
    plain = fold(words).split() or [words]
    for n, word in enumerate(plain[1:], start=1):
        if word in PARTICLES:
            return lemma(plain[n - 1])
    return lemma(plain[-1])


def by_lemma(records: Iterable[Sequence[Told]]) -> dict[str, tuple[int, str]]:
    """The baseline: claim id -> record and head lemma."""
    return {
        claim.id: (number, head(claim.trigger.text))
        for number, record in enumerate(records)
        for item in record
        for claim in item.claims
    }


def untyped(told: Sequence[Told]) -> list[Told]:
    """The same with one type for all mentions: the reader's are types of war, and hold most of this news apart at random."""
    return [
        replace(item, claims=tuple(replace(claim, type="attack", mode="") for claim in item.claims)) for item in told
    ]


def fit(told: Sequence[Told], ridge: float = 4.0) -> Weights:
    """The product's table fitted on some topics, and the join that does best on them by CoNLL F1."""
    topics = parts(told, lambda item: item.topic)
    groups = [
        Group(tuple(t.document for t in topic), tuple(c for t in topic for c in t.claims), gold_chains(topic), ())
        for topic in topics
    ]
    data = training_pairs(groups)
    within, across = (regress(*data[part], column, ridge) for column, part in enumerate(("within", "across")))
    made: list[tuple[list[str], list[Edge]]] = []
    for item in groups:
        documents = sorted(item.documents, key=lambda document: document.id)
        facts = gather(documents, item.given)
        ids = [f.claim.id for f in facts]
        links = Comparer(facts, documents, Weights(within, across)).links()
        made.append((ids, [Edge(ids[x.one], ids[x.two], x.odds, x.why, x.never) for x in links]))
    gold = gold_chains(told)

    def quality(join: float) -> float:
        ours: dict[str, str] = {}
        for ids, edges in made:
            ours |= {claim: members[0] for members in group(ids, edges, join=join).groups for claim in members}
        return conll(gold, ours)["CoNLL"]

    return Weights(within, across, max(JOINS, key=lambda join: (quality(join), -abs(join))))


def measure() -> list[Figure]:
    """Read both parts, fit on train, and score dev every way."""
    dev_path, train_path = need("ecbplus/dev.jsonl", "ecbplus/train.jsonl.gz")
    return scored(told_by(dev_path), told_by(train_path))


def scored(dev: Sequence[Told], train: Sequence[Told]) -> list[Figure]:
    """The figures."""
    gold = gold_chains(dev)
    fitted = fit(untyped(train))
    figures = []
    for setting, key in BY:
        records = parts(dev, key)
        ways: tuple[tuple[str, Mapping[str, Hashable]], ...] = (
            ("head lemma", by_lemma(records)),
            ("as shipped", fused(records, None)),
            ("fitted on train", fused([untyped(record) for record in records], fitted)),
        )
        for way, ours in ways:
            is_asked = way != "head lemma" and setting == BY[0][0]
            for name, value in conll(gold, ours).items():
                anchor = (ASKED, "the aim") if is_asked and name == "CoNLL" else (None, "")
                figures.append(Figure("ecbplus", f"{way}, {setting}: {name} F1", value, *anchor))
    return figures


if __name__ == "__main__":
    command_line(__doc__, measure)
