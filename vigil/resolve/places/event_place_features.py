"""What speaks for a place name of a sentence being the place of one act that the sentence tells of: named features.

Each is a number between 0 and about 7, most are 0 or 1. ``event_place`` weighs them by a table; what they are called there
is what they are called here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log, log1p

from vigil.model.claim import Claim, Mention
from vigil.model.text import Bounds
from vigil.resolve.places.event_place_words import FAMILIES, HEADS, PLACE_NOUNS, PREPOSITIONS, SIZE

Features = dict[str, float]
#: The reader's score of a name that it gives to nobody, in log odds.
NOBODY = -6.9
WORD = re.compile(r"\w+(?:[-'’]\w+)*")
_STOPS = re.compile(r'[,;:"“)(]\s*$')
_BREAK = re.compile(r'[;:"“”]|--')
_CLAUSE = re.compile(r"\b(?:who|which|that|after|when|where|while|as|before|since|said|says)\b")
_AND = re.compile(r"\band\b")
_NOT_MODIFIED = re.compile(
    r"\s(?:and|who|which|that|after|when|where|while|before|since|said|says|was|were|has|had|have|near|from|for|with|are|"
    r"late|early|left|during|killing|the|about|over|under|against|on|in|is|will|by|but|into|also|last|this)\b"
)
_MODIFIED = re.compile(r"\s[a-z]{3,}")
_LAST_CAPITAL = re.compile(r"[A-Z]\w+\s$")
_CAPITALS = re.compile(r"\b[A-Z]\w+")
_STRAIGHT = re.compile(r"(?:\s+[\w'-]+){0,6}\s+(?:in|at|near|of|on)\s+(?:the\s+)?")
_VERBAL = re.compile("(?:ed|ing|en|ot|un|ght|t)$")
#: What stands between two names that belong together, by kind.
_CHAINS = (
    ("in", re.compile(r"\s*(?:[a-z-]+ ){0,3}(?:in|of|near|'s)\s(?:the )?(?:[a-z-]+ ){0,4}")),
    ("comma", re.compile(r"\s*[a-z-]*\s*[,(]\s*")),
    ("and", re.compile(r"\s*,?\s*(?:and|or|&|as well as)\s(?:in |at |near )?(?:the )?(?:[a-z-]+ ){0,4}")),
    (
        "comma+",
        re.compile(r"\s*,\s*(?:in|near|of)?\s*(?:an? |the )?(?:[a-z-]+ ){0,5}(?:in |of )?(?:the )?(?:[a-z-]+ ){0,3}"),
    ),
)


@dataclass(frozen=True, slots=True)
class Named:
    """A place name of a sentence: what the gazetteer takes it for, and whose the reader takes it for.

    ``mine`` and ``others`` are the reader's scores for it as the place of this claim and of another one of the sentence,
    0 for none; ``roles`` are what else it is, or is part of, in this claim. ``between`` other acts stand between it and this
    claim's; ``nearer``: one of them is nearer to it. ``bare``: capitals that nobody takes for a place; only what the
    reader's network saw (``event_place_sight``) tells a hamlet from a general, and other names are judged without them.
    """

    start: int
    end: int
    kind: str  # a key of SIZE
    mine: float
    others: float
    roles: frozenset[str]
    between: int = 0
    nearer: bool = False
    bare: bool = False


def covers(mention: Mention, start: int, end: int) -> bool:
    """Whether a mention's words, or whom they mean, touch a stretch."""
    span = mention.means or mention.span
    return any(s is not None and s.start < end and start < s.end for s in (mention.span, span))


def all_features(text: str, claim: Claim, names: Sequence[Named]) -> list[Features]:
    """The features of each of a sentence's names for one claim of that sentence; ``names`` in text order.

    Bare ones see the others, and are seen by none.
    """
    known = [name for name in names if not name.bare]
    found = dict(zip(known, _rows(text, claim, known, range(len(known))), strict=True))
    for name in names:
        if name.bare:
            seen = sorted([*known, name], key=lambda one: one.start)
            (row,) = _rows(text, claim, seen, [seen.index(name)])
            found[name] = {**row, "bare": 1.0}
    return [found[name] for name in names]


def _rows(text: str, claim: Claim, names: Sequence[Named], asked: Iterable[int]) -> list[Features]:
    """Features of those of the names that are asked for, by number."""
    act = {**_act(text, claim, names), **_told(claim, names)}
    chains = [_chain(text[one.end : two.start]) for one, two in pairwise(names)]
    return [
        {
            **act,
            **_reader(names[number], names),
            **_around(text, claim, names[number]),
            **_words(text, claim, names[number]),
            **_beside(names, chains, number, claim),
        }
        for number in asked
    ]


def _odds(chance: float) -> float:
    chance = min(max(chance, 1e-3), 1 - 1e-3)
    return log(chance / (1 - chance))


def _act(text: str, claim: Claim, names: Sequence[Named]) -> Features:
    """What holds for every name of the sentence."""
    start, end = claim.sentence
    sentence, trigger = text[start:end], claim.trigger
    before = [word.lower() for word in WORD.findall(text[max(start, trigger.start - 60) : trigger.start])[-4:]]
    verb = trigger.text.lower()
    return {
        "none is mine": float(not any(name.mine for name in names)),
        "names": min(6, len(names)) / 6,
        "only name": float(len(names) == 1),
        "how many are mine": min(4, sum(name.mine > 0 for name in names)) / 4,
        "passive": float(any(word in ("was", "were", "been", "is", "are", "being", "be") for word in before[-3:])),
        "-ing": float(verb.endswith("ing")),
        "infinitive": float(before[-1:] == ["to"]),
        "modal": float(
            any(word in ("would", "will", "could", "may", "might", "should", "can", "if") for word in before)
        ),
        "negated": float(any(word in ("not", "never", "no", "without") for word in before)),
        "trigger first": float(trigger.start - start < 3),
        "trigger a noun": float(not _VERBAL.search(verb)),
        "length": log(len(WORD.findall(sentence)) + 1),
        "digits": float(any(letter.isdigit() for letter in sentence)),
        "quotation": float(bool(re.search('["“”]|``', sentence))),
        "confidence": _odds(claim.confidence),
        f"status {claim.status.value}": 1.0,
        f"act of {FAMILIES.get(claim.type, claim.type)}": 1.0,
    }


def _reader(name: Named, names: Sequence[Named]) -> Features:
    """What the reader says."""
    mine, top = _odds(name.mine), _odds(max(n.mine for n in names))
    return {
        "score": mine,
        "score > .9": float(name.mine >= 0.9),
        "highest score": float(mine == top),
        "below the highest": mine - top,
        "score for another": _odds(name.others),
        "another's": float(name.others > 0),
        "mine and another's": float(name.mine > 0 and name.others > 0),
        "only another's": float(name.mine == 0 and name.others > 0),
        **{f"its {role}": 1.0 for role in sorted(name.roles)},
        "acts between": min(3, name.between) / 3,
        "an act between": float(name.between > 0),
        "another act is nearer": float(name.nearer),
    }


def _told(claim: Claim, names: Sequence[Named]) -> Features:
    """What else the claim tells of its act."""
    targets = [mention.span for mention in claim.of("target") if mention.span is not None]
    return {
        "dead": float(any(count.kind == "killed" for count in claim.counts)),
        "a count": float(bool(claim.counts)),
        "a time": float(claim.time is not None),
        "an agent": float(bool(claim.of("agent"))),
        "an agent by name": float(any(mention.words[:1].isupper() for mention in claim.of("agent"))),
        "a target": float(bool(claim.of("target"))),
        "a target is a place": float(any(t.start < n.end and n.start < t.end for t in targets for n in names)),
    }


def _around(text: str, claim: Claim, name: Named) -> Features:
    """The words before, behind, and between name and trigger."""
    trigger, before = claim.trigger, name.end <= claim.trigger.start
    between = text[name.end : trigger.start] if before else text[trigger.end : name.start]
    words, behind = len(WORD.findall(between)), text[name.end : name.end + 25]
    preposition, head = _preposition(text[max(claim.sentence[0], name.start - 70) : name.start])
    return {
        f"after {preposition}": 1.0,
        "head noun": float(head),
        "distance": log1p(words),
        **{f"distance <= {most}": float(words <= most) for most in (0, 2, 5, 10, 20)},
        "comma between": float("," in between),
        "break between": float(bool(_BREAK.search(between))),
        "clause between": float(bool(_CLAUSE.search(between))),
        "and between": float(bool(_AND.search(between))),
        "possessive": float(behind[:2] in ("'s", "’s")),
        "modifies a noun": float(bool(_MODIFIED.match(behind)) and not _NOT_MODIFIED.match(behind)),
        "capital behind": float(bool(re.match(r"\s[A-Z]", behind))),
        "capital before": float(bool(_LAST_CAPITAL.search(text[max(0, name.start - 20) : name.start]))),
        "several words": float(len(WORD.findall(text[name.start : name.end])) > 1),
        "starts the sentence": float(name.start - claim.sentence[0] < 3),
        f"kind {name.kind}": 1.0,
    }


def _words(text: str, claim: Claim, name: Named) -> Features:
    """The name's own words, where it stands in the sentence, and how straight the way is from the trigger to it."""
    start, end = claim.sentence
    own, behind = WORD.findall(text[name.start : name.end]), WORD.findall(text[name.end : name.end + 25])
    last, then = (PLACE_NOUNS.get(words.lower(), "") for words in (own[-1] if own else "", behind[0] if behind else ""))
    trigger = claim.trigger
    between = text[min(name.end, trigger.end) : max(name.start, trigger.start)]
    found = {
        "depth": (name.start - start) / max(1, end - start),
        "named twice": float(text[start:end].lower().count(text[name.start : name.end].lower()) > 1),
        "capitals between": min(4, len(_CAPITALS.findall(between))) / 4,
        "straight in": float(name.start > trigger.end and bool(_STRAIGHT.fullmatch(text[trigger.end : name.start]))),
    }
    return found | ({f"ends in a {last}": 1.0} if last else {}) | ({f"a {then} by the next word": 1.0} if then else {})


def _preposition(before: str) -> tuple[str, bool]:
    """The preposition that governs a name, "punct", "and" or "none"; and whether a noun of place stands between."""
    if _STOPS.search(before):
        return "punct", False
    words, head = WORD.findall(before), False
    for back, word in enumerate(reversed(words[-6:])):
        low = word.lower()
        if low in PREPOSITIONS:
            kind = PREPOSITIONS[low]
            noun = words[-back - 2].lower() if len(words) > back + 1 else ""
            if kind == "of" and noun in HEADS:  # "in the town of Velm"
                head = True
                continue
            return kind, head
        head = head or low in HEADS
        if word[0].isupper() and back:
            return "none", head
        if low in ("and", "or"):
            return "and", head
    return "none", head


def _chain(gap: str) -> str:
    return next((kind for kind, pattern in _CHAINS if len(gap) < 80 and pattern.fullmatch(gap)), "")


def _beside(names: Sequence[Named], chains: Sequence[str], number: int, claim: Claim) -> Features:
    """The sentence's other names."""
    name, found = names[number], Features()
    before, behind = chains[number - 1] if number else "", chains[number] if number < len(chains) else ""
    if before:
        last = names[number - 1]
        found[f"chained behind, {before}"] = 1.0
        found["score of the one before"] = _odds(last.mine)
        found["the one before is no larger"] = float(SIZE[last.kind] <= SIZE[name.kind])
        found["the one before is mine"] = float(last.mine > 0 and before != "and")
    if behind:
        then = names[number + 1]
        found[f"chained before, {behind}"] = 1.0
        found["the one behind is smaller"] = float(SIZE[then.kind] < SIZE[name.kind])
        found["the one behind is mine"] = float(then.mine > 0 and behind != "and")
    mine = [(n, other) for n, other in enumerate(names) if n != number and other.mine > 0]
    smaller = [n for n, other in mine if SIZE[other.kind] < SIZE[name.kind]]
    same = [n for n, other in mine if SIZE[other.kind] == SIZE[name.kind]]
    apart = abs(name.start - claim.trigger.start)
    return found | {
        "a smaller one is mine": float(bool(smaller)),
        "one as large is mine": float(bool(same)),
        "a larger one is mine": float(len(mine) > len(smaller) + len(same)),
        "one as large before": float(any(n < number for n in same)),
        "a smaller one before": float(any(n < number for n in smaller)),
        "one of mine before": float(any(n < number for n, _ in mine)),
        "one of mine is nearer": float(any(abs(other.start - claim.trigger.start) < apart for _, other in mine)),
    }


def touching(claim: Claim, bounds: Bounds) -> frozenset[str]:
    """What a stretch is in a claim, or part of: roles but that of the place."""
    return frozenset(
        mention.role
        for mention in (*claim.arguments, *claim.sources)
        if mention.role != "place" and covers(mention, *bounds)
    )


def score_as_place(claim: Claim, bounds: Bounds) -> float:
    """The reader's score for a stretch as the claim's place, 0 where it is none; a reader that gives no scores is sure."""
    return max((mention.score or 1.0 for mention in claim.of("place") if covers(mention, *bounds)), default=0.0)
