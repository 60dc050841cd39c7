"""What the tables of ``wording`` look at: words, pairs of words and pieces of words, as strings that are hashed to rows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from vigil.model.text import Bounds

#: How many words on each side of a trigger are looked at, and how many letters of a word and words of a name at most.
REACH, LONGEST = 12, 40
#: Characters on each side of a trigger in which these words are looked for.
NEAR = 1000
#: For who tells a claim: letters on each side of its trigger, words of these, letters at a sentence's beginning and end.
WIDE, FAR, EDGE = 1500, 40, 100

_WORD = re.compile(r"\w+")
_TOKEN = re.compile(r"\w+|[^\w\s]")
_OPENS, _CLOSES = frozenset("\"'“‘"), frozenset('"”')
#: Verbs and words of telling, believing and hoping; the table learns which of them make a source.
_TELLING = frozenset(
    "said says say saying told tells according reported reports report added adds adding claimed claims announced stated "
    "states confirmed denied warned accused noted noting believe believed believes suggested suggests estimated estimates "
    "insisted argued vowed urged fear fears feared hope hopes expect expects expected quoted revealed disclosed declared "
    "called".split()
)


def trigger_features(text: str, sentence: Bounds, trigger: Bounds) -> list[str]:
    """The trigger's words and their pieces, and the words around it by side and distance class; never none."""
    words = words_of(text[slice(*trigger)])
    left = _tokens(text[max(sentence[0], trigger[0] - NEAR) : trigger[0]])[-REACH:]
    right = _tokens(text[trigger[1] : min(sentence[1], trigger[1] + NEAR)])[:REACH]
    features = [*(f"t:{word}" for word in words), f"tt:{' '.join(words)}"]
    features += [f"tc:{piece}" for word in words for piece in _pieces(word)]
    features += [f"L{_far(at)}:{word}" for at, word in enumerate(reversed(left))]
    features += [f"R{_far(at)}:{word}" for at, word in enumerate(right)]
    if left:
        features.append(f"LT:{left[-1]} {words[0] if words else ''}")
    if len(left) > 1:
        features.append(f"LL:{left[-2]} {left[-1]}")
    if right:
        features.append(f"RT:{words[-1] if words else ''} {right[0]}")
    return features + [f"s:{word}" for word in sorted({*left, *right})]


def source_features(names: str, cue: str) -> list[str]:
    """A source's words, pairs of words and their pieces, with its cue's words; never none."""
    words = words_of(names)
    features = [f"w:{word}" for word in words]
    features += [f"c:{piece}" for word in words for piece in _pieces(word)]
    features += [f"b:{one} {two}" for one, two in pairwise(words)]
    if words:
        features += [f"l:{words[-1]}", f"f:{words[0]}", f"n:{min(len(words), 4)}"]
    features.append("named" if any(letter.isupper() for letter in names) else "unnamed")
    return features + [f"q:{word}" for word in words_of(cue)]


def introduction_features(phrase: str) -> list[str]:
    """The words that introduce a source (``introduced``), their pairs and pieces; none for no words."""
    words = words_of(phrase)
    features = [f"i:{word}" for word in words] + [f"ib:{one} {two}" for one, two in pairwise(words)]
    return features + [f"ic:{piece}" for word in words for piece in _pieces(word)]


def told_features(text: str, sentence: Bounds, previous: Bounds | None, trigger: Bounds, kind: str) -> list[str]:
    """What speaks for or against a source: words of telling on both sides, quotation marks, how sentences begin and end.

    ``previous`` is the sentence before, ``kind`` the claim's type. Never none.
    """
    words = words_of(text[slice(*trigger)]) or [""]
    start, end = sentence
    left = _tokens(text[max(start, trigger[0] - WIDE) : trigger[0]])
    right = _tokens(text[trigger[1] : min(end, trigger[1] + WIDE)])
    before = _tokens(text[max(previous[0], previous[1] - 4 * EDGE) : previous[1]]) if previous is not None else []
    begins, ends = _tokens(text[start : min(end, start + EDGE)])[:4], _tokens(text[max(start, end - EDGE) : end])[-4:]
    near, behind = left[: -FAR - 1 : -1], right[:FAR]
    features = [f"t:{words[0]}", f"tt:{' '.join(words)}", f"ty:{kind}", f"up{text[slice(*trigger)].isupper():d}"]
    features += [f"L{_far(at)}:{word}" for at, word in enumerate(near[:REACH])]
    features += [f"R{_far(at)}:{word}" for at, word in enumerate(behind[:REACH])]
    features += [f"s:{word}" for word in sorted({*near, *behind})]
    curly = left.count("“") > left.count("”")
    first = begins[0] if begins else ""
    within, after = curly or left.count('"') % 2 == 1, bool(before) and before[-1] in _CLOSES
    features += [f"q{within:d}", f"sq{first in _OPENS:d}{after:d}"]
    here, there = ([word for word in side if word in _TELLING] for side in (near, behind))
    features += [f"cl:{word}" for word in here[:1]] + [f"cr:{word}" for word in there[:1]]
    features.append(f"nc:{min(len(here), 2)}{min(len(there), 2)}")
    if here:
        gap = near[: near.index(here[0])][::-1]
        features += [f"g:{word}" for word in gap[:2]]
        features += [f"gl:{min(len(gap), REACH) // 3}", f"gc:{',' in gap:d}{'that' in gap:d}"]
    features += [f"e:{word}" for word in ends] + [f"b:{word}" for word in begins]
    return features + [f"pe:{word}" for word in before[-4:]] + [f"ps{any(word in _TELLING for word in before):d}"]


def words_of(text: str) -> list[str]:
    """The first words of a text in small letters, cut to ``LONGEST``."""
    return [word.lower()[:LONGEST] for word in _WORD.findall(text)[:LONGEST]]


def _tokens(text: str) -> list[str]:
    return [word.lower()[:LONGEST] for word in _TOKEN.findall(text)]


def _pieces(word: str) -> Iterator[str]:
    framed = f"<{word}>"
    return (framed[at : at + n] for n in (3, 4, 5) for at in range(len(framed) - n + 1))


def _far(at: int) -> int:
    """Distance class of the word number ``at`` from the trigger: beside it, within three, within six, beyond."""
    return 0 if at == 0 else 1 if at < 3 else 2 if at < 6 else 3
