"""Which articles are on one matter: rare names and headline words shared, published within ``DAYS`` of each other.

Later tellings of an event often leave out its place and date ("the attack killed forty"): only their articles tell that
they belong together. Each article is compared with those that share a rare word, never with all, and keeps its
``NEIGHBOURS`` most alike.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property

import numpy as np

from vigil.fuse.ragged import Floats, Ints, Ragged, overlap
from vigil.fuse.words import Rarity, content, names
from vigil.model.text import Document

DAYS = 10
LEAD = 1500  # characters: headline, lead and the paragraphs that say what it is about
NEIGHBOURS = 8
RAREST = 40
CROWD = 25
ALIKE = 0.03


class Stories:
    """How alike the articles of a record are."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self._words = {doc.id: names(f"{doc.title} {doc.text[:LEAD]}") | content(doc.title) for doc in documents}
        self._day = {doc.id: doc.published.date().toordinal() if doc.published else 0 for doc in documents}
        self._rarity = Rarity(self._words.values())
        self._known: dict[tuple[str, str], float] = {}

    def rows(self, docs: Iterable[str]) -> Ints:
        """The numbers under which ``alike_all`` knows some articles; further ones for those that are not in the record."""
        known = {doc: row for row, doc in enumerate(self._words)}
        return np.array([known.setdefault(doc, len(known)) for doc in docs], dtype=np.int64)

    def alike_all(self, one: Ints, two: Ints) -> Floats:
        """``alike`` of many pairs of rows."""
        size = len(self._words)
        given = np.flatnonzero((one != two) & (one < size) & (two < size))
        codes, back = np.unique(one[given] * size + two[given], return_inverse=True)
        lists, weights = self._lists
        sums = lists.sums(weights)
        found = np.where(one == two, 1.0, 0.0)
        found[given] = overlap(lists, lists, codes // max(size, 1), codes % max(size, 1), weights, (sums, sums))[back]
        return found

    @cached_property
    def _lists(self) -> tuple[Ragged, Ints]:
        """Each article's words by number, and what each weighs."""
        numbers: dict[str, int] = {}
        lists = Ragged.of([numbers.setdefault(w, len(numbers)) for w in words] for words in self._words.values())
        return lists, np.array([self._rarity.thousandths(word) for word in numbers], dtype=np.int64)

    def alike(self, one: str, two: str) -> float:
        """Weighted overlap of two articles' rare words in [0, 1]; 1 for an article and itself."""
        if one == two:
            return 1.0
        key = (one, two) if one < two else (two, one)
        if key not in self._known:
            a, b = self._words.get(one), self._words.get(two)
            self._known[key] = self._rarity.overlap(a, b) if a and b else 0.0
        return self._known[key]

    def neighbours(self) -> list[tuple[str, str]]:
        """Pairs of article ids on one matter, each once, sorted."""
        postings: dict[str, list[str]] = defaultdict(list)
        for doc in sorted(self._words, key=lambda doc: (self._day[doc], doc)):
            rare = sorted(self._words[doc], key=lambda word: (-self._rarity.weight(word), word))
            shared = [word for word in rare if self._rarity.seen[word] > 1]
            for word in shared[:RAREST]:
                postings[word].append(doc)
        near: dict[str, set[str]] = defaultdict(set)
        for docs in postings.values():
            for place, one in enumerate(docs):
                for two in docs[place + 1 : place + 1 + CROWD]:
                    if self._day[two] - self._day[one] <= DAYS:
                        near[one].add(two)
                        near[two].add(one)
        pairs: set[tuple[str, str]] = set()
        for one, others in near.items():
            ranked = sorted(((self.alike(one, two), two) for two in others), key=lambda item: (-item[0], item[1]))
            pairs.update((min(one, two), max(one, two)) for value, two in ranked[:NEIGHBOURS] if value >= ALIKE)
        return sorted(pairs)
