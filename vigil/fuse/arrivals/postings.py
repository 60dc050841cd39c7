"""Where a claim and an article are filed, so that a new one meets those of its blocks without reading all the others.

A posting is a key (64 bits), a place in the key's order (``at``) and the number of what is filed there. Claims are filed
under their class of types with each of their places and rarest names, in the order of days in which blocks are sorted
(``blocking``); articles under the rare words of their matter (``stories``), by day, and under sampled shingles
(``syndication``).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from hashlib import blake2b
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from vigil.fuse.copies.syndication import COMMON
from vigil.fuse.facts import Facts
from vigil.fuse.pairs.blocking import CROWD, STRETCH, class_of, is_long, places_of, rare_names
from vigil.fuse.pairs.stories import CROWD as STORIES_CROWD
from vigil.fuse.pairs.stories import DAYS
from vigil.fuse.words import Rarity

DAY = 4_000_000  # more than any ordinal: a place in a key's order is its day times ``DAY``, and the publication day
MOST = 64  # words of its matter that an article is filed under: of the rarest, of which many are its own
AROUND = 6  # days: two windows of one stretch begin no farther apart
_END = 1 << 62
_MONTH = 30
_SPAN = 13  # months: as many as a long window is filed under

Posting = tuple[int, int]  # (key, at)


class Seek(NamedTuple):
    """What is filed under a key from ``low`` to ``high``, at most ``most`` on each side of ``at``, the nearest."""

    key: int
    low: int
    at: int
    high: int
    most: int


@lru_cache(maxsize=200_000)
def key_of(kind: str, *parts: str) -> int:
    """The key of a kind of thing and its parts."""
    words = "\x1f".join((kind, *parts)).encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(words, digest_size=8).digest(), "big", signed=True)


def of_claim(item: Facts, rarity: Rarity) -> set[Posting]:
    """Where a claim is filed."""
    kind, places = class_of(item.claim.type), dict.fromkeys(places_of(item))
    first = item.window.first if item.window else 0
    found = {(key_of("name", kind, name), item.published * DAY + first) for name in rare_names(item, rarity)}
    at = first * DAY + item.published
    if _by_day(item):
        return found | {(key_of("place", kind, place), at) for place in places}
    own = next(iter(places), None)
    return found if own is None else found | {(key_of("month", kind, own, str(m)), at) for m in _months(item)}


def seeks_of_claim(item: Facts, rarity: Rarity) -> Iterator[Seek]:
    """Where the claims stand that a claim is to meet: those of its blocks, in the order of ``blocking``."""
    kind, places = class_of(item.claim.type), list(dict.fromkeys(places_of(item)))
    first = item.window.first if item.window else 0
    at = first * DAY + item.published
    if _by_day(item):
        for place in places:
            yield Seek(key_of("place", kind, place), (first - AROUND) * DAY, at, (first + AROUND + 1) * DAY, CROWD)
    for month in _months(item) if places else ():
        low, high = month * _MONTH, (month + 1) * _MONTH
        yield Seek(key_of("month", kind, places[0], str(month)), 0, at, _END, CROWD)
        if is_long(item):
            begin = max(at, low * DAY)
            yield Seek(key_of("place", kind, places[0]), (low - STRETCH) * DAY, begin, high * DAY, CROWD)
    for name in rare_names(item, rarity):
        day = item.published
        low, high = (day - 7) * DAY, (day + 8) * DAY
        yield Seek(key_of("name", kind, name), low, day * DAY + first, high, CROWD)


def _by_day(item: Facts) -> bool:
    return item.window is None or not is_long(item)


def _months(item: Facts) -> range:
    if item.window is None:
        return range(0)
    first = item.window.first // _MONTH
    return range(first, min(item.window.last // _MONTH, first + _SPAN - 1) + 1)


def of_story(words: Collection[str], day: int, rarity: Rarity) -> set[Posting]:
    """Where an article is filed by its matter."""
    return {(key_of("story", word), day) for word in _rarest(words, rarity)}


def seeks_of_story(words: Collection[str], day: int, rarity: Rarity) -> Iterator[Seek]:
    """Where the articles stand that may be on the matter of one."""
    for word in _rarest(words, rarity):
        yield Seek(key_of("story", word), day - DAYS, day, day + DAYS, STORIES_CROWD)


def _rarest(words: Collection[str], rarity: Rarity) -> list[str]:
    return sorted(words, key=lambda word: (-rarity.thousandths(word), word))[:MOST]


def of_trace(hashes: NDArray[np.uint64], day: int) -> set[Posting]:
    """Where an article is filed by its wording."""
    return {(key, day) for key in hashes.view(np.int64).tolist()}


def seeks_of_trace(hashes: NDArray[np.uint64]) -> Iterator[Seek]:
    """Where the articles stand that share some wording: of a phrase that very many share only the first (``COMMON``)."""
    for key in hashes.view(np.int64).tolist():
        yield Seek(key, 0, 0, DAY, COMMON + 1)


def wordings(found: Iterable[Collection[int]]) -> dict[int, int]:
    """Article -> how many sampled shingles it shares, where at least two; ``found`` are the articles of each shingle, the
    oldest first."""
    shared: dict[int, int] = {}
    for articles in found:
        for article in list(articles)[: 1 if len(articles) > COMMON else None]:
            shared[article] = shared.get(article, 0) + 1
    return {article: count for article, count in shared.items() if count >= 2}
