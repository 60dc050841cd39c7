"""Events joined across documents on general news: ECB+ (Cybulska and Vossen 2014), dev part, event mentions given.

    python -m bench.ecbplus [--json FILE]

Each mention becomes one claim, its type and arguments asked of the shipped reader (``bench.asked``); the fusion is the
product's. CoNLL F1, singletons kept. Three settings: each topic a record, each subtopic (the seminal event that documents
are about: published figures mostly come from documents so clustered), and all documents as one record. ECB+ tells of
weddings, films and court cases, for which neither the reader's types nor the shipped weights were made: so the same table
fitted on the train part, all mentions given one type, stands beside the shipped one, and a table of comparisons of its own
(``ecbplus_pairs``, and a second look at pairs with their company, ``ecbplus_again``) inside documents that are first put
together by normalised cuts, where the setting has not done so. Neither is shipped. The baseline puts mentions of one head
lemma into one event.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from bench.asked import ask
from bench.coreference import b_cubed, conll
from bench.ecbplus_again import again
from bench.ecbplus_pairs import Model, average_linkage, compared
from bench.ecbplus_pairs import fit as fit_pairs
from bench.ecbplus_words import Lexicon, Mention, head, lexicon
from bench.fusion import HELD, regress, training_pairs
from bench.given_mentions import Group
from bench.gold import need, read
from bench.mention_states import States, Vectors
from bench.normalised_cut import stories
from bench.reading import linker
from bench.table import Figure, command_line
from vigil.extract.reader import NeuralReader
from vigil.fuse import fuse
from vigil.fuse.clustering.cluster import Edge, group
from vigil.fuse.facts import gather
from vigil.fuse.pairs.comparer import Comparer, Weights
from vigil.model.claim import Claim
from vigil.model.text import Document, digest_id
from vigil.resolve import dates

ASKED = 0.78
JOINS = tuple(round(float(join), 2) for join in np.arange(-1.6, 1.7, 0.2))
Key = Callable[["Told"], str]


@dataclass(frozen=True, slots=True)
class Told:
    """One document, its event mentions as claims, the gold chain of each, and the reader's states (``States.of``)."""

    document: Document
    claims: tuple[Claim, ...]
    chains: tuple[str, ...]
    topic: str
    subtopic: str
    states: Vectors


BY: tuple[tuple[str, Key], ...] = (
    ("topics given", lambda told: told.topic),
    ("subtopics given", lambda told: told.subtopic),
    ("one record", lambda _: ""),
)


def told_by(path: Path) -> list[Told]:
    """A part of ECB+ with its mentions asked of the reader."""
    reader, link = NeuralReader.load(), linker()
    states = States(reader)
    found = []
    for row in read(path):
        document = document_of(row)
        number = {sentence["sent_id"]: n for n, sentence in enumerate(row["sentences"])}
        mentions = [mention for mention in row["mentions"] if mention["kind"] == "event"]
        wanted = [(number[m["sent_id"]], (m["start"], m["end"])) for m in mentions]
        claims = link(document, dates.link(document, ask(reader, document, wanted)))
        chains = tuple(str(mention["chain"]) for mention in mentions)
        topic, subtopic = str(row["topic"]), f"{row['topic']}:{row['subtopic']}"
        found.append(Told(document, tuple(claims), chains, topic, subtopic, states.of(document, wanted)))
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
    # All mentions being attacks, whoever anything was done to would be a victim of violence.
    held = (*HELD, "same_victim")
    within, across = (regress(*data[part], column, ridge, held) for column, part in enumerate(("within", "across")))
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


#: Normalised costs up to which a set of documents is cut, and folds of the topics by which the join is chosen.
COSTS = tuple(round(float(cost), 2) for cost in np.arange(0.4, 0.9, 0.05))
FOLDS = 5


def cut(record: Sequence[Told], cost: float) -> list[list[Told]]:
    """A record's documents in stories."""
    home = stories([item.document.text for item in record], cost)
    return [[item for item, at in zip(record, home, strict=True) if at == n] for n in range(max(home, default=-1) + 1)]


def best_cost(told: Sequence[Told], key: Key) -> float:
    """The cost at which stories are most like the subtopics, by B-cubed F1."""

    def likeness(cost: float) -> float:
        found = [story for record in parts(told, key) for story in cut(record, cost)]
        ours = {item.document.id: n for n, story in enumerate(found) for item in story}
        return b_cubed({item.document.id: item.subtopic for item in told}, ours).f1

    return max(COSTS, key=lambda cost: (likeness(cost), -cost))


def mentions(record: Sequence[Told]) -> list[Mention]:
    """A record's mentions made comparable."""
    return [
        Mention(claim, item.document, states, chain, item.subtopic, head(claim.trigger.text))
        for item in record
        for claim, chain, states in zip(item.claims, item.chains, item.states, strict=True)
    ]


@dataclass(frozen=True, slots=True)
class Row:
    """A record as the pair tables take it: its pairs' comparisons, which are within a document, and which of one chain."""

    topic: str
    mentions: list[Mention]
    values: np.ndarray
    within: np.ndarray
    same: np.ndarray


def rows_of(records: Iterable[Sequence[Told]], known: Callable[[str], Lexicon]) -> list[Row]:
    """Records as the pair tables take them; ``known`` gives what is known of words for a topic."""
    found = []
    for record in records:
        of = mentions(record)
        if of:
            chains = np.array([mention.chain for mention in of])
            one, two = np.triu_indices(len(of), 1)
            topic = record[0].topic
            found.append(Row(topic, of, *compared(of, known(topic)), chains[one] == chains[two]))
    return found


def model_of(rows: Iterable[Row]) -> Model:
    """The pair table fitted on some records."""
    return fit_pairs([(row.values, row.within, row.same) for row in rows])


def seen_again(row: Row, odds: np.ndarray) -> Row:
    """The record with the comparisons of a second look beside those of the first, each with another weight for one head."""
    second = again(row.mentions, odds)
    return replace(row, values=np.hstack([row.values, second, second * row.values[:, :1]]))


def joined(made: Iterable[tuple[Row, np.ndarray]], join: float) -> dict[str, tuple[int, int]]:
    """Records with their odds -> claim id -> record and group."""
    return {
        row.mentions[n].claim.id: (record, number)
        for record, (row, odds) in enumerate(made)
        for number, group_ in enumerate(average_linkage(odds, len(row.mentions), join))
        for n in group_
    }


@dataclass(frozen=True, slots=True)
class Pairs:
    """The pair tables of both looks, what is known of words, the join, and the cost of a cut in topics and in all."""

    first: Model
    second: Model
    known: Lexicon
    join: float
    costs: Mapping[str, float]

    def events(self, records: Sequence[Sequence[Told]], setting: str) -> dict[str, tuple[int, int]]:
        """Claim id -> record and group."""
        cost = self.costs.get(setting)
        stories_ = (story for record in records for story in (cut(record, cost) if cost is not None else [record]))
        seen = [seen_again(row, self.first(row.values, row.within)) for row in rows_of(stories_, lambda _: self.known)]
        return joined([(row, self.second(row.values, row.within)) for row in seen], self.join)


def pair_table(train: Sequence[Told]) -> Pairs:
    """Fitted inside the stories of each topic. What is known of words, the odds of the first look and the join come from
    other topics than they are used on."""
    costs = {BY[0][0]: best_cost(train, BY[0][1]), BY[2][0]: best_cost(train, BY[2][1])}
    topics = sorted({item.topic for item in train}, key=int)
    fold = {topic: n % FOLDS for n, topic in enumerate(topics)}
    of_rest = [lexicon(mentions([item for item in train if fold[item.topic] != n])) for n in range(FOLDS)]
    records = [story for record in parts(train, BY[0][1]) for story in cut(record, costs[BY[0][0]])]
    rows = rows_of(records, lambda topic: of_rest[fold[topic]])

    def held_out(rows: Sequence[Row]) -> list[tuple[Row, np.ndarray]]:
        made = []
        for n in range(FOLDS):
            model = model_of(row for row in rows if fold[row.topic] != n)
            made += [(row, model(row.values, row.within)) for row in rows if fold[row.topic] == n]
        return made

    seen = [seen_again(row, odds) for row, odds in held_out(rows)]
    made = held_out(seen)
    gold = gold_chains(train)
    join = max(JOINS, key=lambda join: (conll(gold, joined(made, join))["CoNLL"], -abs(join)))
    return Pairs(model_of(rows), model_of(seen), lexicon(mentions(train)), join, costs)


def measure() -> list[Figure]:
    """Read both parts, fit on train, and score dev every way."""
    dev_path, train_path = need("ecbplus/dev.jsonl", "ecbplus/train.jsonl.gz")
    return scored(told_by(dev_path), told_by(train_path))


def scored(dev: Sequence[Told], train: Sequence[Told]) -> list[Figure]:
    """The figures."""
    gold = gold_chains(dev)
    fitted = fit(untyped(train))
    table = pair_table(train)
    figures = []
    for setting, key in BY:
        records = parts(dev, key)
        ways: tuple[tuple[str, Mapping[str, Hashable]], ...] = (
            ("head lemma", by_lemma(records)),
            ("as shipped", fused(records, None)),
            ("fitted on train", fused([untyped(record) for record in records], fitted)),
            ("pairs fitted on train", table.events(records, setting)),
        )
        for way, ours in ways:
            is_asked = way != "head lemma" and setting != BY[2][0]
            for name, value in conll(gold, ours).items():
                anchor = (ASKED, "the aim") if is_asked and name == "CoNLL" else (None, "")
                figures.append(Figure("ecbplus", f"{way}, {setting}: {name} F1", value, *anchor))
    return figures


if __name__ == "__main__":
    command_line(__doc__, measure)
