"""Who somebody is, by the words that introduce him: of "Smith said", told elsewhere as "the army's spokesman, John Smith".

A name by itself says little of what kind of source its bearer is, and the sentence that says it may stand far away. So every
place where the name's last word stands is looked at for a title in front ("UN envoy Staffan de Mistura"), a description
before or behind it between commas ("Sam Heller, a senior analyst"), an "of" ("Goudkamp from Syria Solidarity"), or what
an abbreviation in brackets stands for. What is found are words for a regression (``wording``), not a parse: a clause too
much does little harm.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

#: Words taken of a title, of a description before a name and of one behind it; letters looked through on each side.
TITLE, BEFORE, BEHIND, NEAR = 7, 9, 12, 160
#: Places of a name that are looked at, introductions that are enough, letters of a name's word at most.
PLACES, ENOUGH, LONGEST = 8, 2, 40

_TOKEN = re.compile(r"(?:[A-Za-z]\.){2,}|\w+(?:[-'’]\w+)*|[^\w\s]|\n")
_WORD = re.compile(r"\w+(?:[-'’]\w+)*")
_ADDRESS = frozenset("mr mrs ms dr gen col the a an".split())
_PARTICLES = frozenset("al el bin ibn de von van abu der la the di da".split())
#: Words that no title goes across.
_STOPS = frozenset(
    "said says say saying told tells telling according by that and but when while after as with from in on at to where "
    "because if or has have had was were is are be been will would which against over during since between about including "
    "added called met quoted reported reports he she it they i we not also than".split()
)
#: Words that by themselves introduce nobody.
_EMPTY = frozenset("the a an its his her their our my this that of for s".split()) | _PARTICLES


def introduced(text: str, names: Sequence[str]) -> str:
    """The words of ``text`` that say who the bearers of bare ``names`` are, parted by commas; "" where there are none."""
    own = {word.lower() for name in names for word in _WORD.findall(name)}
    found: list[str] = []
    for key in _keys(names):
        for words in _phrases(text, key):
            phrase = [word for word in words if word.lower() not in own]
            full = [word for word in phrase if len(word) > 1 and word.lower() not in _EMPTY]
            if (len(full) > 1 or any(not _is_name(word) for word in full)) and " ".join(phrase) not in found:
                found.append(" ".join(phrase))
            if len(found) >= ENOUGH:
                return " , ".join(found)
    return " , ".join(found)


def _keys(names: Sequence[str]) -> Iterator[str]:
    """The last word of each name that is nothing but a name: "Smith" of "John Smith", none of "a Pentagon official"."""
    for name in names:
        words = [word for word in _WORD.findall(name) if word.lower() not in _ADDRESS]
        if 0 < len(words) <= 4 and all(_is_name(word) or word.lower() in _PARTICLES for word in words):
            last = words[-1].removesuffix("'s").removesuffix("’s")
            if _is_name(last) and 2 < len(last) <= LONGEST:
                yield last


def _phrases(text: str, key: str) -> Iterator[list[str]]:
    """For each place of a name's last word, the words before and behind that may introduce it."""
    for first, last in islice(_places(text, key), PLACES):
        start = max(0, first - NEAR)
        left = _TOKEN.findall(text[start:first])[1 if start else 0 :]
        right = _TOKEN.findall(text[last : last + NEAR])
        while right and _is_name(right[0]):
            right.pop(0)
        if left[-1:] == ["("]:
            left.pop()
        title = _title(left, TITLE)
        rest = left[: len(left) - len(title)]
        if rest[-1:] == [","] == right[:1] and all(_is_name(word) or word.lower() in _PARTICLES for word in title):
            title = _title(rest[:-1], BEFORE) + title
        yield title + _behind(right)


def _places(text: str, key: str) -> Iterator[tuple[int, int]]:
    """Where a word stands by itself, not as part of another."""
    at = text.find(key)
    while at >= 0:
        end = at + len(key)
        around = text[at - 1 : at] + text[end : end + 1]
        if not any(letter.isalnum() or letter in "-_" for letter in around):
            yield at, end
        at = text.find(key, end)


def _title(left: Sequence[str], most: int) -> list[str]:
    """The words next to a name's left, as far as a stop or a sign."""
    at = len(left)
    while at > 0 and len(left) - at < most and left[at - 1][0].isalnum() and left[at - 1].lower() not in _STOPS:
        at -= 1
    return list(left[at:])


def _behind(right: Sequence[str]) -> list[str]:
    """What stands between a name and the next comma or bracket, unless it is the sentence going on; or whom he is of."""
    tail: list[str] = []
    if right[:1] in ([","], ["("]):
        for word in right[1 : 1 + BEHIND]:
            if not word[0].isalnum():
                break
            tail.append(word)
        if tail and (tail[0].lower() in _STOPS or tail[0].endswith(("ing", "ed", "ly"))):
            return []
    elif right[:1] in (["of"], ["from"], ["at"]):
        for word in right[:6]:
            if not word[0].isalnum() or (word.lower() in _STOPS and word not in ("from", "at")):
                break
            tail.append(word)
    return tail


def _is_name(word: str) -> bool:
    return word[:1].isupper() or word.isdigit()
