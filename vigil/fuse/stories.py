"""Which articles are on one matter: rare names and headline words shared, published within ``DAYS`` of each other.

Later tellings of an event often leave out its place and date ("the attack killed forty"): only their articles tell that
they belong together. Each article is compared with those that share a rare word, never with all, and keeps its
``NEIGHBOURS`` most alike.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

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
