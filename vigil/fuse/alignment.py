"""Which sentence of a copy is which sentence of its origin.

``align`` pairs sentences of two texts by their words. Alone it proves nothing: the sentences of two independent reports of
one event can be as alike as those of an edited copy, and only whole texts (``syndication``) tell these apart. Given that
two texts are copies, it says which claim is which (``tellings``).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from vigil.fuse.words import STOP, folded, lemma
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
    lefts = _bags(one)
    rights = dict(_bags(two))
    homes: dict[str, list[int]] = defaultdict(list)
    for number, bag in rights.items():
        for word in bag:
            homes[word].append(number)
    found: list[tuple[float, int, int]] = []
    for left, bag in lefts:
        for right in sorted({number for word in bag for number in homes.get(word, ())}):
            score = _dice(bag, rights[right])
            short = min(len(bag), len(rights[right])) < SHORT
            if score >= (1.0 if short else alike):
                found.append((score, left, right))
    used: tuple[set[int], set[int]] = (set(), set())
    kept = []
    # Between equals the pair that stands at the most alike place in both goes first: a refrain aligns in order.
    for score, left, right in sorted(found, key=lambda item: (-item[0], abs(item[1] - item[2]), item[1] + item[2])):
        if left not in used[0] and right not in used[1]:
            used[0].add(left)
            used[1].add(right)
            kept.append(Aligned(left, right, round(score, 3)))
    return tuple(sorted(kept, key=lambda pair: pair.one))


def _bags(document: Document) -> list[tuple[int, Counter[str]]]:
    bags, unread = [], Unread(document.zones)
    for number, (start, end) in enumerate(document.sentences):
        if not unread(start, end):
            words = [lemma(w) for w in folded(document.text[start:end]) if w not in STOP]
            if bag := Counter(words):
                bags.append((number, bag))
    return bags


def _dice(one: Counter[str], two: Counter[str]) -> float:
    return 2 * (one & two).total() / (one.total() + two.total())
