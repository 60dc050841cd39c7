"""Words made comparable: one folding for names in any script, word lists, and how rare a word is in what was read."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from math import log
from typing import TypeVar

import numpy as np
from anyascii import anyascii
from numpy.typing import NDArray

T = TypeVar("T")
REMEMBERED = 200_000  # words
SHORT = 60  # characters: words, names and places come again and again, and are remembered; sentences do not
_PLAIN = re.compile(r"[a-z0-9]+")
WORD = re.compile(r"\w+(?:['’]\w+)*")
#: ASCII byte for byte: letters and digits in lower case, and as they are with the underscore; a blank for all else.
_TO_PLAIN = bytes(ord(chr(n).lower()) if n < 128 and chr(n).isalnum() else 32 for n in range(256))
_TO_WORDS = bytes(n if n < 128 and (chr(n).isalnum() or n == ord("_")) else 32 for n in range(256))
STOP = frozenset(
    "a an the of in on at to for from by with and or but as is are was were be been being has have had do did does it its "
    "this that these those he she they them his her their we our us you i who whom which what when where while after "
    "before since until during about over under into out up down near around between not no nor so than then there here "
    "also more most at least some many much other another such said says say told tell according reported report reports "
    "would will could may might can should must all any both each few only own same very just s t".split()
)
#: Words of a source that name nobody: such a source is a witness only together with the text that carries it.
NAMELESS = frozenset(
    "activist activists resident residents local locals witness witnesses eyewitness eyewitnesses source sources official "
    "officials spokesman spokeswoman spokesperson medic medics doctor doctors rescuer rescuers worker workers people "
    "villager villagers report reports media rebel rebels commander commanders soldier soldiers fighter fighters monitor "
    "monitors monitoring group groups opposition government army military police security diplomat diplomats expert "
    "experts analyst analysts refugee refugees survivor survivors hospital state television tv radio agency ministry".split()
)


class Memo(dict[str, T]):
    """What a function makes of each of some words, remembered: looked up it costs a third of what ``lru_cache`` does, which
    tells where a text is gone through word by word. Forgotten as a whole when there are too many."""

    def __init__(self, made: Callable[[str], T]) -> None:
        super().__init__()
        self._made = made

    def __missing__(self, word: str) -> T:
        if len(self) >= REMEMBERED:
            self.clear()
        found = self[word] = self._made(word)
        return found

    def of(self, words: Iterable[str]) -> Iterator[T]:
        """What it makes of each of some words, in order."""
        return map(self.__getitem__, words)


@lru_cache(maxsize=REMEMBERED)
def fold(text: str) -> str:
    """One plain form: marks dropped, any script to ASCII, lower case, single spaces.

    >>> fold("Maʿarrat an-Nuʿmān")
    'maarrat an numan'
    """
    return " ".join(folded(text))


def folded(text: str) -> list[str]:
    """The words of ``fold``; for sentences, which do not come again and need not be remembered."""
    if not text.isascii():
        text = anyascii("".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)))
    if not text.isascii():
        return _PLAIN.findall(text.replace("'", "").replace("`", "").casefold())
    return text.encode("ascii").translate(_TO_PLAIN, b"'`").decode("ascii").split()


@lru_cache(maxsize=REMEMBERED)
def lemma(word: str) -> str:
    """A crude stem of a folded English word: enough for "strikes"/"strike", "shelled"/"shelling"; no dictionary."""
    for ending in ("ings", "ing", "edly", "ied", "ed", "ies", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            stem = word[: -len(ending)]
            if ending in ("ied", "ies"):
                return stem + "y"
            return stem[:-1] if len(stem) > 4 and stem[-1] == stem[-2] else stem.removesuffix("e")
    return word.removesuffix("e") if len(word) > 4 else word


def words_in(text: str) -> list[str]:
    """What ``WORD`` finds in a text, in a third of the time where it is plain."""
    if "'" in text or not text.isascii():
        return WORD.findall(text)
    return text.encode("ascii").translate(_TO_WORDS).decode("ascii").split()


def words_at(text: str) -> tuple[list[str], NDArray[np.int32], NDArray[np.int32]]:
    """What ``words_in`` gives, and where each word begins and ends in the text."""
    if "'" in text or not text.isascii():
        found = list(WORD.finditer(text))
        bounds = np.array([match.span() for match in found], dtype=np.int32).reshape(-1, 2)
        return [match[0] for match in found], bounds[:, 0], bounds[:, 1]
    plain = text.encode("ascii").translate(_TO_WORDS)
    inside = np.zeros(len(plain) + 2, dtype=bool)
    np.not_equal(np.frombuffer(plain, dtype=np.uint8), ord(" "), out=inside[1:-1])
    edges = np.flatnonzero(inside[1:] != inside[:-1]).astype(np.int32)
    return plain.decode("ascii").split(), edges[::2], edges[1::2]


def content(text: str) -> frozenset[str]:
    """The stems of a text's words, without the words that every text has."""
    return _content_short(text) if len(text) <= SHORT else _content(text)


def _content(text: str) -> frozenset[str]:
    return frozenset(_STEMS.of(folded(text))) - _NOTHING


_NOTHING = frozenset({""})
#: A folded word's stem, "" for the words that every text has.
_STEMS = Memo(lambda word: lemma(word) if word not in STOP and len(word) > 1 else "")
_content_short = lru_cache(maxsize=50_000)(_content)


def names(sentence: str) -> frozenset[str]:
    """Folded words that are written as names: capitalised, and neither common words nor all-lower-case elsewhere.

    In scripts without capitals this is empty, and the other comparisons must do.
    """
    return _names_short(sentence) if len(sentence) <= SHORT else _names(sentence)


def _names(sentence: str) -> frozenset[str]:
    return names_of(words_in(sentence))


def names_of(words: Iterable[str]) -> frozenset[str]:
    """``names`` of a text that was cut into words by ``WORD``."""
    return frozenset(_NAMES.of(words)) - _NOTHING


def _name(word: str) -> str:
    plain = fold(word) if word[0].isupper() and len(word) > 2 else ""
    return plain if plain not in _NO_NAMES else ""


#: A word's folded form where it is written as a name, else "".
_NAMES = Memo(_name)
_names_short = lru_cache(maxsize=50_000)(_names)


CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september "
    "october november december published updated date".split()
)
_NO_NAMES = STOP | CALENDAR


class Rarity:
    """Inverse document frequency over what is being fused: log((1 + n) / (1 + df)) + 1, as in Sparck Jones (1972)."""

    def __init__(self, texts: Iterable[Collection[str]]) -> None:
        self.seen: Counter[str] = Counter()
        self.size = 0
        for words in texts:
            self.size += 1
            self.seen.update(words)
        self._weigh()

    @classmethod
    def counted(cls, seen: Mapping[str, int], size: int) -> Rarity:
        """From counts that were made before: in how many of ``size`` texts each word is. Words left out are the rarest."""
        made = cls(())
        made.size = size
        made._weigh()
        made.learn(seen)
        return made

    def learn(self, seen: Mapping[str, int]) -> None:
        """Further words with their counts, which were left out before."""
        self.seen.update(seen)
        self._weights |= {word: _thousandths(self.size, count) for word, count in seen.items()}

    def _weigh(self) -> None:
        # Whole thousandths: their sums are exact, so that the order of a set's words cannot change a result.
        self._weights = {word: _thousandths(self.size, count) for word, count in self.seen.items()}
        self._rarest = _thousandths(self.size, 0)

    def weight(self, word: str) -> float:
        """A word's weight; words never seen weigh as much as the rarest."""
        return self.thousandths(word) / 1000

    def thousandths(self, word: str) -> int:
        """The same as a whole number of thousandths."""
        return self._weights.get(word, self._rarest)

    def _sum(self, words: Iterable[str]) -> int:
        rarest, weights = self._rarest, self._weights
        return sum([weights.get(word, rarest) for word in words])

    def overlap(self, one: frozenset[str], two: frozenset[str]) -> float:
        """Weighted Jaccard overlap of two word sets in [0, 1]."""
        shared = one & two
        if not shared:
            return 0.0
        both = self._sum(shared)
        return both / (self._sum(one) + self._sum(two) - both)


@lru_cache(maxsize=50_000)
def _thousandths(size: int, count: int) -> int:
    return round(1000 * (log((1 + size) / (1 + count)) + 1.0))
