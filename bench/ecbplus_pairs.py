"""A table for pairs of given mentions on general news, fitted on ECB+'s train part; used by ``bench.ecbplus`` alone.

What the product's table lacks there: whether two heads are one word or mean the same (the reader's states of the words by
themselves, and heads that were seen in one chain on train), how alike the words around are, and the documents. Each of
these has a second weight for mentions of one head. Beside them stand what train says of the heads (``ecbplus_words``), how
many documents have them, and the words next to them. There is a table within documents and one across; groups are made by
average linkage over all pairs of a record.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from bench.ecbplus_words import Lexicon, Mention
from bench.mention_states import ALONE, IN_TEXT, SENTENCE
from bench.normalised_cut import alike, cosines, terms
from vigil.fuse.words import content, fold, lemma, names

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
NEAR = 45  # characters on either side of a mention
DOCUMENTS_ALIKE = 0.4  # more than this says no more
RIDGE = 3.0
CLIP = 8.0  # log-odds


def compared(mentions: Sequence[Mention], known: Lexicon) -> tuple[Floats, NDArray[np.bool_]]:
    """[pairs, comparisons] for all pairs of a record in the order of ``triu_indices``, and which are within a document."""
    one, two = np.triu_indices(len(mentions), 1)
    every = _comparisons(mentions, known)
    rows = np.stack([value[one, two] for value in every], axis=1)
    same_head = every[0][one, two][:, None]
    docs = np.array([mention.document.id for mention in mentions])
    return np.hstack([rows, rows * same_head, _heads(mentions, known, one, two)]), docs[one] == docs[two]


def _heads(mentions: Sequence[Mention], known: Lexicon, one: Ints, two: Ints) -> Floats:
    """[pairs, comparisons] of what is known of the heads, of how many documents have them, and of the words beside them."""
    heads = [mention.head for mention in mentions]
    docs = [mention.document.id for mention in mentions]
    same = np.array([heads[a] == heads[b] for a, b in zip(one, two, strict=True)], dtype=np.float64)
    holders: dict[str, set[str]] = defaultdict(set)
    for word, doc in zip(heads, docs, strict=True):
        holders[word].add(doc)
    often = Counter(zip(docs, heads, strict=True))
    spread = np.array([float(len(holders[word])) for word in heads])
    again = np.array([min(often[key] - 1.0, 3.0) for key in zip(docs, heads, strict=True)])
    alone = np.array([known.alone[word] for word in heads])
    together = np.array(
        [[len(holders[a] & holders[b]) / min(len(holders[a]), len(holders[b])) for b in heads] for a in heads]
    )
    sides = [_beside(mention) for mention in mentions]
    words = [np.array([side[n] for side in sides]) for n in range(4)]
    beside = [(word[one] == word[two]).astype(np.float64) for word in words]
    begin = np.array(
        [(m.claim.trigger.start - m.claim.sentence[0]) / (m.claim.sentence[1] - m.claim.sentence[0]) for m in mentions]
    )
    lead = np.array([float(mention.claim.s == 0) for mention in mentions])
    repeated = np.maximum(again[one], again[two])
    values = [
        same * np.array([known.one_chain[word] for word in heads])[one],
        same * np.array([float(word in known.one_chain) for word in heads])[one],
        repeated,
        same * repeated,
        *beside,
        beside[2] * same,
        beside[3] * same,
        lead[one] * lead[two],
        np.abs(lead[one] - lead[two]),
        np.abs(begin[one] - begin[two]),
        np.where(same > 0, 0.0, together[one, two]),
        np.full(len(one), len(set(docs)) / 40),
        np.full(len(one), len(mentions) / 100),
    ]
    for value in (spread / len(set(docs)), np.minimum(spread, 10) / 10, alone):
        values += [np.minimum(value[one], value[two]), np.maximum(value[one], value[two])]
    for n in (4, 5):
        shared = np.array([[len(a[n] & b[n]) for b in sides] for a in sides], dtype=np.float64)
        values.append(shared[one, two])
    return np.stack(values, axis=1)


Side = tuple[str, str, str, str, frozenset[str], frozenset[str]]


def _beside(mention: Mention) -> Side:
    """The stems beside a mention in its sentence: the next ones, the next that say something, and three of these."""
    text, trigger, (start, end) = mention.document.text, mention.claim.trigger, mention.claim.sentence
    before, after = fold(text[start : trigger.start]).split(), fold(text[trigger.end : end]).split()
    left = [stem for word in before for stem in content(word)]
    right = [stem for word in after for stem in content(word)]
    return (
        lemma(before[-1]) if before else "^",
        lemma(after[0]) if after else "$",
        left[-1] if left else "^",
        right[0] if right else "$",
        frozenset(left[-3:]),
        frozenset(right[:3]),
    )


def _comparisons(mentions: Sequence[Mention], known: Lexicon) -> list[Floats]:
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
    meaning = np.array(
        [[known.synonyms.get((min(a, b), max(a, b)), 0.0) if a != b else 0.0 for b in heads] for a in heads]
    )
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
