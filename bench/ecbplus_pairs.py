"""A table for pairs of given mentions on general news, fitted on ECB+'s train part; used by ``bench.ecbplus`` alone.

What the product's table lacks there: whether two heads are one word or mean the same (the reader's states of the words by
themselves, and heads that were seen in one chain on train), how alike the words around are, and the documents. Every
comparison has a second weight for mentions of one head, and there is a table within documents and one across. Groups are
made by average linkage over all pairs of a record.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bench.mention_states import ALONE, IN_TEXT, SENTENCE, Vectors
from bench.normalised_cut import alike, cosines, terms
from vigil.fuse.words import content, fold, lemma, names
from vigil.model.claim import Claim
from vigil.model.text import Document

Floats = NDArray[np.float64]
NEAR = 45  # characters on either side of a mention
DOCUMENTS_ALIKE = 0.4  # more than this says no more
RIDGE = 3.0
CLIP = 8.0  # log-odds
PARTICLES = frozenset("in into up out off down over on away back through to for with of from at by".split())
Synonyms = Mapping[tuple[str, str], float]


@dataclass(frozen=True, slots=True)
class Mention:
    """A given mention made comparable; ``chain`` is its gold chain."""

    claim: Claim
    document: Document
    states: Vectors  # [3, d]
    chain: str
    scope: str  # where ``synonyms`` counts: mentions of one scope may be of one chain
    head: str


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


def synonyms(mentions: Iterable[Mention]) -> dict[tuple[str, str], float]:
    """How often two different heads of one scope were in one chain, pulled towards never."""
    scopes: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        scopes[mention.scope].append(mention)
    share: dict[tuple[str, str], float] = defaultdict(float)
    met: Counter[tuple[str, str]] = Counter()
    for scope in sorted(scopes):
        pairs: dict[tuple[str, str], list[bool]] = defaultdict(list)
        for n, a in enumerate(scopes[scope]):
            for b in scopes[scope][:n]:
                if a.head != b.head:
                    pairs[min(a.head, b.head), max(a.head, b.head)].append(a.chain == b.chain)
        for heads, same in pairs.items():
            met[heads] += 1
            share[heads] += sum(same) / len(same)
    return {heads: value / (met[heads] + 0.5) for heads, value in share.items() if value}


def compared(mentions: Sequence[Mention], known: Synonyms) -> tuple[Floats, NDArray[np.bool_]]:
    """[pairs, comparisons] for all pairs of a record in the order of ``triu_indices``, and which are within a document."""
    one, two = np.triu_indices(len(mentions), 1)
    every = _comparisons(mentions, known)
    rows = np.stack([value[one, two] for value in every], axis=1)
    same_head = every[0][one, two][:, None]
    docs = np.array([mention.document.id for mention in mentions])
    return np.hstack([rows, rows * same_head]), docs[one] == docs[two]


def _comparisons(mentions: Sequence[Mention], known: Synonyms) -> list[Floats]:
    heads = np.array([mention.head for mention in mentions])
    same_head = (heads[:, None] == heads[None]).astype(np.float64)
    stems = [_stems(mention.claim.trigger.text) for mention in mentions]
    shared = np.array([[len(a & b) for b in stems] for a in stems], dtype=np.float64)
    sizes = np.array([len(words) for words in stems], dtype=np.float64)
    sentences = [mention.document.text[slice(*mention.claim.sentence)] for mention in mentions]
    around = [_around(mention) - own for mention, own in zip(mentions, stems, strict=True)]
    who = cosines([_meant(mention, ("agent", "target")) for mention in mentions])
    near = cosines(around)
    alone = _centred(mentions, ALONE)
    in_text = alike(np.stack([mention.states[IN_TEXT] for mention in mentions]).astype(np.float64))
    documents = _documents(mentions)
    limited = np.minimum(documents, DOCUMENTS_ALIKE)
    meaning = np.array([[known.get((min(a, b), max(a, b)), 0.0) if a != b else 0.0 for b in heads] for a in heads])
    place_in_text = np.array([mention.claim.trigger.start for mention in mentions])
    spoken = np.array([f"{mention.document.id}:{mention.claim.s}" for mention in mentions])
    return [
        same_head,
        shared / (sizes[:, None] + sizes[None] - shared),
        shared / np.minimum(sizes[:, None], sizes[None]),
        in_text,
        in_text * limited,
        alike(np.stack([mention.states[SENTENCE] for mention in mentions]).astype(np.float64)),
        alone,
        alone * limited,
        np.maximum(alone - 0.5, 0.0),
        meaning,
        meaning * limited,
        cosines([content(text) - own for text, own in zip(sentences, stems, strict=True)]),
        near,
        near * same_head,
        cosines([names(text) for text in sentences]),
        cosines([frozenset(re.findall(r"\d+", text)) for text in sentences]),
        who,
        cosines([_meant(mention, ("place",)) for mention in mentions]),
        cosines([_meant(mention, ()) for mention in mentions]),
        documents,
        limited * same_head,
        (spoken[:, None] == spoken[None]).astype(np.float64),
        np.minimum(np.abs(place_in_text[:, None] - place_in_text[None]) / 500, 1.0),
        same_head * _rarity(mentions),
    ]


def _stems(words: str) -> frozenset[str]:
    return content(words) or frozenset(lemma(word) for word in fold(words).split()) or frozenset({words})


def _around(mention: Mention) -> frozenset[str]:
    text, trigger = mention.document.text, mention.claim.trigger
    return content(text[max(0, trigger.start - NEAR) : trigger.start]) | content(text[trigger.end : trigger.end + NEAR])


def _meant(mention: Mention, roles: Sequence[str]) -> frozenset[str]:
    """Words of the arguments of some roles, of all roles if none is named."""
    arguments = [m for role in roles for m in mention.claim.of(role)] if roles else list(mention.claim.arguments)
    return frozenset(word for argument in arguments for word in content(argument.meaning))


def _centred(mentions: Sequence[Mention], which: int) -> Floats:
    rows = np.stack([mention.states[which] for mention in mentions]).astype(np.float64)
    return alike(rows - rows.mean(axis=0))


def _documents(mentions: Sequence[Mention]) -> Floats:
    """How alike the mentions' documents are."""
    texts = {mention.document.id: mention.document.text for mention in mentions}
    row = {doc: n for n, doc in enumerate(texts)}
    at = [row[mention.document.id] for mention in mentions]
    found: Floats = cosines([terms(text) for text in texts.values()])[np.ix_(at, at)]
    return found


def _rarity(mentions: Sequence[Mention]) -> Floats:
    """How seldom documents of the record have the two heads: 0 for heads in all of them."""
    holders: dict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        holders[mention.head].add(mention.document.id)
    every = len({mention.document.id for mention in mentions})
    seldom = np.array([-np.log(len(holders[mention.head]) / every) for mention in mentions])
    found: Floats = (seldom[:, None] + seldom[None]) / 2
    return found


Model = Callable[[Floats, NDArray[np.bool_]], Floats]


def fit(records: Sequence[tuple[Floats, NDArray[np.bool_], NDArray[np.bool_]]]) -> Model:
    """Two ridge regressions, within documents and across, on records of (comparisons, within, of one chain)."""
    tables = []
    for part in (True, False):
        rows = np.concatenate([values[within == part] for values, within, _ in records])
        same = np.concatenate([chain[within == part] for _, within, chain in records]).astype(np.float64)
        tables.append(_regress(rows, same))

    def odds(values: Floats, within: NDArray[np.bool_]) -> Floats:
        found = [values @ weights + bias for weights, bias in tables]
        return np.clip(np.where(within, found[0], found[1]), -CLIP, CLIP)

    return odds


def _regress(rows: Floats, same: Floats) -> tuple[Floats, float]:
    mean, spread = rows.mean(axis=0), rows.std(axis=0)
    spread[spread == 0] = 1.0
    x = np.hstack([(rows - mean) / spread, np.ones((len(rows), 1))])
    penalty = np.append(np.full(rows.shape[1], RIDGE), 0.01)
    weights = np.zeros(x.shape[1])
    for _ in range(15):
        chance = 1.0 / (1.0 + np.exp(-np.clip(x @ weights, -30, 30)))
        slope = x.T @ (chance - same) + penalty * weights
        step = np.linalg.solve((x * (chance * (1 - chance))[:, None]).T @ x + np.diag(penalty), slope)
        weights -= step
        if np.abs(step).max() < 1e-5:
            break
    plain = weights[:-1] / spread
    return plain, float(weights[-1] - plain @ mean)


def average_linkage(odds: Floats, count: int, join: float) -> list[list[int]]:
    """Groups of ``count`` mentions by the mean of all pairs between two groups, while that is above ``join``."""
    one, two = np.triu_indices(count, 1)
    means = np.full((count, count), -np.inf)
    means[one, two] = means[two, one] = odds.round(9)
    groups = [[n] for n in range(count)]
    while count > 1:
        a, b = sorted(divmod(int(means.argmax()), count))
        if means[a, b] <= join:
            break
        sizes = len(groups[a]), len(groups[b])
        means[a] = (means[a] * sizes[0] + means[b] * sizes[1]) / sum(sizes)
        means[:, a] = means[a]
        means[a, a] = means[b] = means[:, b] = -np.inf
        groups[a] += groups[b]
        groups[b] = []
    return [group for group in groups if group]
