"""Articles compared with articles: the product's table of comparisons, lifted from two claims to two articles.

Each comparison counts with its greatest value over the pairs of claims of violence that blocking proposes; beside them stand
what the articles themselves say (rare full names, words, days between publication). Weights are a ridge regression fitted on
pairs of articles; the groups are made by the product's own clustering. Used by ``bench.gva``, not by the product: what it
learns of two articles has no place in a record of events.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from vigil.fuse.clustering.cluster import Edges, clusters, rulings
from vigil.fuse.facts import NEWS_DAYS, gather
from vigil.fuse.pairs.comparer import Comparer
from vigil.fuse.pairs.features import FEATURES
from vigil.model.claim import Claim
from vigil.model.text import Document

Floats = NDArray[np.float64]
OWN = ("nameless", "days_apart", "uncompared")  # comparisons of the articles that the table does not have
NAMES = (*(feature.name for feature in FEATURES), *OWN)
YEAR = 365.0
JOINS = tuple(round(float(join), 2) for join in np.arange(-0.9, 0.6, 0.2))
RIDGE = 10.0


@dataclass(frozen=True, slots=True)
class Articles:
    """Article ids, sorted; pairs of their numbers, smaller first; and each pair's comparisons, [pairs, NAMES]."""

    ids: tuple[str, ...]
    one: NDArray[np.int64]
    two: NDArray[np.int64]
    values: Floats


@dataclass(frozen=True, slots=True)
class Table:
    """A weight for each of NAMES, the bias, and the log-odds above which articles are joined."""

    weights: Floats
    bias: float
    join: float = 0.0


def compared(documents: Sequence[Document], claims: Sequence[Claim]) -> Articles:
    """The pairs of articles that the product would compare."""
    facts = gather(documents, claims)
    comparer = Comparer(facts, documents, by_names=True)
    ids = sorted(document.id for document in documents)
    row = {doc: n for n, doc in enumerate(ids)}
    pairs = comparer.candidates().astype(np.int64)
    docs = np.array([row[item.claim.doc] for item in facts], dtype=np.int64)[pairs]
    violent = np.array([item.family == "violence" for item in facts], dtype=bool)[pairs].all(axis=1)
    kept = violent & (docs[:, 0] != docs[:, 1])
    pairs, docs = pairs[kept], np.sort(docs[kept], axis=1)
    codes = docs[:, 0] * len(ids) + docs[:, 1]
    near = [(row[a], row[b]) for a, b in comparer.related()]
    every = np.unique(np.r_[codes, np.array([min(p) * len(ids) + max(p) for p in near], dtype=np.int64)])
    one, two = every // len(ids), every % len(ids)
    at = np.searchsorted(every, codes)
    told = comparer.compared(pairs[:, 0], pairs[:, 1])
    values = {name: np.zeros(len(every)) for name in NAMES}
    for feature in FEATURES:
        np.maximum.at(values[feature.name], at, told.values(feature.name))
    values["uncompared"][:] = 1.0
    values["uncompared"][at] = 0.0
    _of_articles(values, comparer, (one, two), {d.id: d for d in documents}, ids)
    return Articles(tuple(ids), one, two, np.stack([values[name] for name in NAMES], axis=1))


def _of_articles(
    values: dict[str, Floats],
    comparer: Comparer,
    pairs: tuple[NDArray[np.int64], NDArray[np.int64]],
    documents: Mapping[str, Document],
    ids: Sequence[str],
) -> None:
    """Fill in what is compared of the articles, for pairs without a claim too."""
    stories, names = comparer.alike(*pairs)
    published = [documents[doc].published for doc in ids]
    days = np.array([day.date().toordinal() if day else 0 for day in published], dtype=np.int64)
    gap = np.abs(days[pairs[0]] - days[pairs[1]])
    values["same_story"] = np.sqrt(stories)
    values["full_names"] = names
    values["nameless"] = (names == 0).astype(np.float64)
    values["named_later"] = np.where(gap > NEWS_DAYS, names, 0.0)
    values["days_apart"] = np.log1p(gap) / np.log1p(YEAR)


def fit(articles: Articles, incident: Mapping[str, str], ridge: float = RIDGE) -> Table:
    """Weights by ridge regression on the pairs (values standardised), and the join with the best pair F1 on the same."""
    home = np.array([incident[doc] for doc in articles.ids])
    same = (home[articles.one] == home[articles.two]).astype(np.float64)
    mean, spread = articles.values.mean(axis=0), articles.values.std(axis=0)
    spread[spread == 0] = 1.0
    x = np.hstack([(articles.values - mean) / spread, np.ones((len(same), 1))])
    penalty = np.full(x.shape[1], ridge)
    penalty[-1] = 0.0
    weights = np.zeros(x.shape[1])
    for _ in range(50):
        chance = 1.0 / (1.0 + np.exp(-np.clip(x @ weights, -30, 30)))
        slope = x.T @ (chance - same) + penalty * weights
        curve = (x * (chance * (1 - chance))[:, None]).T @ x + np.diag(penalty)
        step = np.linalg.solve(curve + 1e-9 * np.eye(len(curve)), slope)
        weights -= step
        if np.abs(step).max() < 1e-6:
            break
    plain = weights[:-1] / spread
    table = Table(plain, float(weights[-1] - plain @ mean))
    gold = {frozenset((a, b)) for a in incident for b in incident if a < b and incident[a] == incident[b]}

    def quality(join: float) -> float:
        home = grouped(articles, Table(table.weights, table.bias, join))
        members: dict[int, list[str]] = {}
        for doc, group in home.items():
            members.setdefault(group, []).append(doc)
        ours = {frozenset((a, b)) for docs in members.values() for a in docs for b in docs if a < b}
        return 2 * len(ours & gold) / max(1, len(ours) + len(gold))

    return Table(table.weights, table.bias, max(JOINS, key=lambda join: (quality(join), -abs(join))))


def grouped(articles: Articles, table: Table) -> dict[str, int]:
    """Article id -> its group, by the product's clustering."""
    odds = (articles.values @ table.weights + table.bias).round(9)
    edges = Edges(articles.one.astype(np.int32), articles.two.astype(np.int32), np.maximum(odds, -5.9))
    groups = clusters(articles.ids, edges, rulings(()), table.join).groups
    return {articles.ids[n]: number for number, members in enumerate(groups) for n in members}
