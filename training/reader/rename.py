"""Names nobody has seen: a document with its proper names replaced by invented ones, the annotation going along.

The gold tells of a few wars, so a reader learns that "Syrian" is an agent and "Idlib" a place. The next war has other
names. In part of each epoch's documents the capitalised words of arguments and sources that never occur in lower case in
the training texts are replaced, each by one invented word throughout its document.
"""

from __future__ import annotations

import copy
import random
import re
from collections.abc import Callable, Iterable
from typing import Any

_WORD = re.compile(r"[^\W\d_]+")
_SUFFIX = re.compile(r"(ian|ean|an|ish|ese|is|i|s)$")
_KEEP = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september "
    "october november december".split()
)
_ONSETS = "b br d dr f g gr h k kl kr l m n p pr r s sk sl st t tr v w z".split()
_VOWELS = "a e i o u a e o ei ai ou".split()
_CODAS = ["", "", "n", "r", "l", "s", "m", "k", "rn", "nd", "st", "rth", "ck"]
ROLES = ("agent", "target", "place", "from", "source")


def lower_words(lines: Iterable[dict[str, Any]]) -> frozenset[str]:
    """Words that occur in lower case somewhere: common nouns, which are no names even when capitalised."""
    return frozenset(word for line in lines for word in _WORD.findall(line["text"]) if word.islower()) | _KEEP


def invent(rng: random.Random, word: str) -> str:
    """A word of the same shape: capitals kept, a demonym's ending kept."""
    if word.isupper():
        return "".join(rng.choice("ABCDEFGHJKLMNPRSTUVWZ") for _ in word)
    ending = _SUFFIX.search(word)
    made = "".join(
        rng.choice(_ONSETS) + rng.choice(_VOWELS) + rng.choice(_CODAS) for _ in range(rng.choice((1, 2, 2, 3)))
    )
    return made.capitalize() + (ending.group() if ending and len(word) > 4 else "")


def rename(line: dict[str, Any], common: frozenset[str], rng: random.Random, share: float = 0.8) -> dict[str, Any]:
    """The line with most of its names invented anew; offsets and every copied string follow."""
    names = {
        word
        for claim in line["claims"]
        for role in ROLES
        for argument in claim.get(role, [])
        for part in ([argument] if isinstance(argument, str) else [argument["t"], argument["is"]])
        for word in _WORD.findall(part)
        if word[0].isupper() and len(word) > 2 and word.lower() not in common
    }
    invented = {word: invent(rng, word) for word in sorted(names) if rng.random() < share}

    def put(text: str) -> str:
        return _WORD.sub(lambda match: invented.get(match.group(), match.group()), text)

    return rewritten(line, put)


def rewritten(line: dict[str, Any], put: Callable[[str], str]) -> dict[str, Any]:
    """The line with ``put`` applied to its text and to each copied string; offsets follow."""
    text, sentences, at = "", [], 0
    for start, end in line["sentences"]:
        text += put(line["text"][at:start])
        begin = len(text)
        text += put(line["text"][start:end])
        sentences.append([begin, len(text)])
        at = end
    text += put(line["text"][at:])
    claims = [_strings(claim, put) for claim in copy.deepcopy(line["claims"])]
    return line | {"text": text, "sentences": sentences, "claims": claims}


def _strings(claim: dict[str, Any], put: Callable[[str], str]) -> dict[str, Any]:
    for field in ("trigger", "time", "cue"):
        if claim.get(field):
            claim[field] = put(claim[field])
    for role in (*ROLES, "instrument"):
        if role in claim:
            claim[role] = [
                put(argument) if isinstance(argument, str) else {key: put(words) for key, words in argument.items()}
                for argument in claim[role]
            ]
    for count in claim.get("counts", []):
        count |= {key: put(count[key]) for key in ("text", "who") if count.get(key)}
    return claim
