"""Which articles are on one matter: rare names and headline words shared, published within ``DAYS`` of each other.

Later tellings of an event often leave out its place and date ("the attack killed forty"): only their articles tell that
they belong together. Each article is compared with those that share a rare word, never with all, and keeps its
``NEIGHBOURS`` most alike.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

import numpy as np

from vigil.fuse.ragged import Bools, Floats, Ints, Ragged, overlap
from vigil.fuse.words import Rarity, content, names
from vigil.model.text import Document

DAYS = 10
LEAD = 1500  # characters: headline, lead and the paragraphs that say what it is about
NEIGHBOURS = 8
RAREST = 40
CROWD = 25
ALIKE = 0.03


def story_words(document: Document) -> frozenset[str]:
    """What an article's matter is known by: the names of its lead and headline, and the headline's other words."""
    return names(f"{document.title} {document.text[:LEAD]}") | content(document.title)


def story_day(document: Document) -> int:
    """The ordinal of the publication day, 0 unknown."""
    return document.published.date().toordinal() if document.published else 0


class Stories:
    """How alike the articles of a record are."""

    def __init__(self, documents: Sequence[Document]) -> None:
        documents = sorted(documents, key=lambda document: document.id)
        # Lists: sets of a large record's names are tens of megabytes.
        self._words = {doc.id: tuple(story_words(doc)) for doc in documents}
        self._day = {doc.id: story_day(doc) for doc in documents}
        self._rarity = Rarity(self._words.values())

    @classmethod
    def known(cls, words: Mapping[str, frozenset[str]], days: Mapping[str, int], rarity: Rarity) -> Stories:
        """From what an earlier fusion worked out: some articles' words and days, and how rare words are in all of them."""
        made = cls(())
        made._words = {doc: tuple(words[doc]) for doc in sorted(words)}
        made._day = {doc: days[doc] for doc in sorted(words)}
        made._rarity = rarity
        return made

    @property
    def words(self) -> Mapping[str, Sequence[str]]:
        """The words that each article is known by, each once."""
        return self._words

    @property
    def days(self) -> Mapping[str, int]:
        """The ordinal of each article's publication day, 0 unknown."""
        return self._day

    @property
    def rarity(self) -> Rarity:
        """How rare words are among the articles."""
        return self._rarity

    def rows(self, docs: Iterable[str]) -> Ints:
        """The numbers under which ``alike_all`` knows some articles; further ones for those that are not in the record."""
        known = {doc: row for row, doc in enumerate(self._words)}
        return np.array([known.setdefault(doc, len(known)) for doc in docs], dtype=np.int64)

    def alike_all(self, one: Ints, two: Ints) -> Floats:
        """``alike`` of many pairs of rows."""
        size = len(self._words)
        given = np.flatnonzero((one != two) & (one < size) & (two < size))
        codes, back = np.unique(one[given] * size + two[given], return_inverse=True)
        (lists, weights), sums = self._lists, self._sums
        found = np.where(one == two, 1.0, 0.0)
        found[given] = overlap(lists, lists, codes // max(size, 1), codes % max(size, 1), weights, (sums, sums))[back]
        return found

    @cached_property
    def _lists(self) -> tuple[Ragged, Ints]:
        """Each article's words by number, and what each weighs."""
        numbers: dict[str, int] = {}
        lists = Ragged.of([numbers.setdefault(w, len(numbers)) for w in words] for words in self._words.values())
        self._numbers = numbers
        return lists, np.array([self._rarity.thousandths(word) for word in numbers], dtype=np.int64)

    @cached_property
    def _sums(self) -> Ints:
        """What each article's words weigh together."""
        lists, weights = self._lists
        return lists.sums(weights)

    @property
    def _ranks(self) -> tuple[Ints, Bools]:
        """By word: its place in the alphabet, and whether more than one article has it."""
        ranks = np.empty(len(self._numbers), dtype=np.int64)
        ranks[np.array([self._numbers[word] for word in sorted(self._numbers)], dtype=np.int64)] = np.arange(len(ranks))
        often = np.array([self._rarity.seen[word] > 1 for word in self._numbers], dtype=bool)
        return ranks, often

    def alike(self, one: str, two: str) -> float:
        """Weighted overlap of two articles' rare words in [0, 1]; 1 for an article and itself."""
        if one == two:
            return 1.0
        a, b = self._words.get(one), self._words.get(two)
        return self._rarity.overlap(frozenset(a), frozenset(b)) if a and b else 0.0

    def neighbours(self) -> list[tuple[str, str]]:
        """Pairs of article ids on one matter, each once, sorted."""
        docs = list(self._words)
        one, two = self._near()
        alike = self.alike_all(one, two)
        near = alike >= ALIKE
        # Each article's most alike, between equals the smaller id: the rows are in the order of the ids.
        here, there, alike = np.r_[one[near], two[near]], np.r_[two[near], one[near]], np.r_[alike[near], alike[near]]
        order = np.lexsort((there, -alike, here))
        here, there = here[order], there[order]
        kept = np.arange(len(here)) - np.searchsorted(here, here) < NEIGHBOURS
        low, high = np.minimum(here, there)[kept], np.maximum(here, there)[kept]
        codes = np.unique(low * len(docs) + high)
        return [(docs[code // len(docs)], docs[code % len(docs)]) for code in codes.tolist()]

    def _near(self) -> tuple[Ints, Ints]:
        """Rows of articles, smaller first, that stand up to ``CROWD`` places apart among those that share a rare word."""
        lists, weights = self._lists
        rows = np.repeat(np.arange(len(self._words)), lists.sizes)
        ranks, often = self._ranks
        order = np.lexsort((ranks[lists.items], -weights[lists.items], rows))
        order = order[often[lists.items[order]]]
        rarest = np.arange(len(order)) - np.searchsorted(rows[order], rows[order]) < RAREST
        words, rows = lists.items[order[rarest]], rows[order[rarest]]
        days = np.fromiter(self._day.values(), dtype=np.int64, count=len(self._day))
        order = np.lexsort((rows, days[rows], words))
        words, rows = words[order], rows[order]
        codes = [np.zeros(0, dtype=np.int64)]
        for step in range(1, CROWD + 1):
            near = (words[step:] == words[:-step]) & (days[rows[step:]] - days[rows[:-step]] <= DAYS)
            one, two = rows[:-step][near], rows[step:][near]
            codes.append(np.minimum(one, two) * len(days) + np.maximum(one, two))
        found = np.unique(np.concatenate(codes))
        return found // max(len(days), 1), found % max(len(days), 1)
