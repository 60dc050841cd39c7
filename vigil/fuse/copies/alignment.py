"""Which sentence of a copy is which sentence of its origin.

``align`` pairs sentences of two texts by their words. Alone it proves nothing: the sentences of two independent reports of
one event can be as alike as those of an edited copy, and only whole texts (``syndication``) tell these apart. Given that
two texts are copies, it says which claim is which (``tellings``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from vigil.fuse.words import STOP, Memo, folded, lemma
from vigil.model.text import Document, Unread

ALIKE = 0.5  # Dice of two sentences' words: a sentence with every third word changed keeps about .6
SHORT = 4  # sentences of fewer content words ("He did not say more") align only when they are the same


@dataclass(frozen=True, slots=True)
class Aligned:
    """Sentence ``one`` of the first text is sentence ``two`` of the second; ``score`` in (0, 1], 1 for the same words."""

    one: int
    two: int
    score: float


def align(one: Document, two: Document, alike: float = ALIKE) -> tuple[Aligned, ...]:
    """Sentences of two copies of one report, one to one, best first; order and place in the text are free.

    ``alike`` is the least score of a pair. Sorted by ``one``; symmetric.
    """
    return matched(likenesses(one, two, alike), alike)


Likeness = tuple[float, int, int]  # score, sentence of the first text, sentence of the second


def likenesses(one: Document, two: Document, alike: float) -> list[Likeness]:
    """The pairs of sentences that are alike enough, with their scores: Dice of their words."""
    lefts, rights = bags(one), bags(two)
    homes: dict[str, list[tuple[int, int]]] = {}
    for right, (bag, _) in rights.items():
        for word, count in bag.items():
            homes.setdefault(word, []).append((right, count))
    found = []
    for left, (bag, total) in lefts.items():
        both: dict[int, int] = {}
        for word, count in bag.items():
            for right, other in homes.get(word, ()):
                both[right] = both.get(right, 0) + (count if count < other else other)
        for right, shared in both.items():
            theirs, whole = rights[right]
            score = 2 * shared / (total + whole)
            if score >= (1.0 if min(len(bag), len(theirs)) < SHORT else alike):
                found.append((score, left, right))
    return found


def matched(found: Iterable[Likeness], alike: float) -> tuple[Aligned, ...]:
    """Those of at least ``alike``, each sentence in one pair at most, the best first."""
    used: tuple[set[int], set[int]] = (set(), set())
    kept = []
    enough = [item for item in found if item[0] >= alike]
    # Between equals the pair that stands at the most alike place in both goes first: a refrain aligns in order.
    enough.sort(key=lambda item: (-item[0], abs(item[1] - item[2]), item[1] + item[2], item[1]))
    for score, left, right in enough:
        if left not in used[0] and right not in used[1]:
            used[0].add(left)
            used[1].add(right)
            kept.append(Aligned(left, right, round(score, 3)))
    return tuple(sorted(kept, key=lambda pair: pair.one))


Bags = Mapping[int, tuple[Mapping[str, int], int]]


def bags(document: Document) -> Bags:
    """Sentence -> its words' stems, each with how often it stands there, and how many they are; none for one without."""
    unread = Unread(document.zones)
    told = [(n, *bounds) for n, bounds in enumerate(document.sentences) if not unread(*bounds)]
    return _bags(document.text, tuple(told))


_STEMS = Memo(lambda word: lemma(word) if word not in STOP else "")


@lru_cache(maxsize=500)  # a text is compared with several that came out around it
def _bags(text: str, told: Sequence[tuple[int, int, int]]) -> Bags:
    found = {}
    for number, start, end in told:
        words = [stem for stem in _STEMS.of(folded(text[start:end])) if stem]
        if words:
            found[number] = Counter(words), len(words)
    return found
