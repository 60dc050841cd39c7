"""A model's answer -> Claims. Nothing gets through that does not stand in the text, whatever the model was told to say."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from vigil.extract.assemble import count_of, shortest, tidy
from vigil.extract.whose import denied
from vigil.model.claim import COUNT_KINDS, MODES, ROLES, SOURCE_KINDS, TYPES, Claim, Count, Mention, Stance, Status
from vigil.model.text import Bounds, Document, Span, digest_id

#: A model says nothing of how sure it is that we could check; the middle claims nothing either way.
CONFIDENCE = 0.5
#: Mentions, counts: more than any sentence holds, fewer than would fill a record with rubbish.
MOST = 24


class BadAnswer(Exception):
    """The answer is not of the form asked for; its words go back to the model once."""


def parse(answer: str) -> list[Mapping[str, Any]]:
    """The list of claims in an answer; a code fence around the JSON is forgiven. Raises BadAnswer."""
    start, end = answer.find("{"), answer.rfind("}")
    if start < 0 or end < start:
        raise BadAnswer("it holds no JSON object")
    try:
        plain = json.loads(answer[start : end + 1])
    except (ValueError, RecursionError) as error:
        raise BadAnswer(f"it is no JSON ({str(error)[:80]})") from error
    claims = plain.get("claims")
    if not isinstance(claims, list) or not all(isinstance(claim, Mapping) for claim in claims):
        raise BadAnswer('it has no list "claims" of objects')
    return claims


def claims_from(document: Document, told: Sequence[Mapping[str, Any]], wanted: range, reader: str) -> list[Claim]:
    """Claims about the wanted sentences, in text order; those without a trigger in their sentence are dropped."""
    found: dict[str, Claim] = {}
    taken: set[Bounds] = set()
    for plain in told:
        claim = _claim(document, plain, wanted, reader, taken)
        if claim is not None:
            taken.add((claim.trigger.start, claim.trigger.end))
            found.setdefault(claim.id, claim)
    return sorted(found.values(), key=lambda claim: (claim.trigger.start, claim.trigger.end, claim.type))


def _claim(
    document: Document, plain: Mapping[str, Any], wanted: range, reader: str, taken: set[Bounds]
) -> Claim | None:
    s, kind = plain.get("s"), plain.get("type")
    if type(s) is not int or s not in wanted or kind not in TYPES:
        return None
    sentence = document.sentences[s]
    places = _places(document.text, plain.get("trigger"), sentence)
    trigger = next((place for place in places if (place.start, place.end) not in taken), next(iter(places), None))
    if trigger is None:
        return None
    mode = plain.get("mode")
    claim = Claim(
        id=digest_id("c", [document.id, trigger.start, trigger.end, kind]),
        doc=document.id,
        s=s,
        sentence=sentence,
        trigger=trigger,
        type=str(kind),
        mode=str(mode) if mode in MODES.get(str(kind), ()) else "",
        arguments=tuple(m for role in ROLES for m in _mentions(document, plain, role, sentence, trigger)),
        sources=_mentions(document, plain, "source", sentence, trigger),
        source_kind=_one_of(plain.get("source_kind"), SOURCE_KINDS, "none"),
        cue=_near(document.text, plain.get("cue"), sentence, trigger),
        time=_near(document.text, plain.get("time"), sentence, trigger),
        counts=_counts(document.text, plain.get("counts"), sentence, trigger),
        stance=Stance(_one_of(plain.get("stance"), [stance.value for stance in Stance], "asserts")),
        status=Status(_one_of(plain.get("status"), [status.value for status in Status], "actual")),
        confidence=CONFIDENCE,
        reader=reader,
    )
    return denied(_whose(claim))


def _whose(claim: Claim) -> Claim:
    """The claim with a kind of source where it has a source and only there, and denied or declined by somebody.

    Who denies is a source, or left out where the sentence has a word for denying ("The attack was denied"). A stance that
    has neither in the text was made up with its source.
    """
    if claim.sources:
        return replace(claim, source_kind="other") if claim.source_kind == "none" else claim
    return replace(claim, source_kind="none", stance=claim.stance if claim.cue else Stance.ASSERTS)


def _one_of(value: Any, allowed: Any, default: str) -> str:
    return value if isinstance(value, str) and value in allowed else default


def _list(value: Any) -> list[Any]:
    return value[:MOST] if isinstance(value, list) else []


def _mentions(
    document: Document, plain: Mapping[str, Any], role: str, sentence: Bounds, trigger: Span
) -> tuple[Mention, ...]:
    mentions = []
    for value in _list(plain.get(role)):
        entry = value if isinstance(value, Mapping) else {"words": value}
        span = _near(document.text, entry.get("words"), sentence, trigger, cut=shortest)
        if span is None and entry.get("words"):
            continue  # words that the sentence does not hold were made up, and so is what they are said to mean
        means = _antecedent(document.text, entry.get("means"), sentence)
        if means is not None and span is not None and means.overlaps(span):
            means = None
        if span is not None or means is not None:
            mentions.append(Mention(role=role, span=span, means=means, score=CONFIDENCE))
    return tuple(mentions)


def _counts(text: str, value: Any, sentence: Bounds, trigger: Span) -> tuple[Count, ...]:
    counts = []
    for entry in _list(value):
        if not isinstance(entry, Mapping) or entry.get("kind") not in COUNT_KINDS:
            continue
        span = _near(text, entry.get("words"), sentence, trigger)
        if span is not None:
            who = _near(text, entry.get("whom"), sentence, span, cut=shortest)
            counts.append(count_of(text, sentence, str(entry["kind"]), span, who))
    return tuple(count for count in counts if count is not None)


def _near(text: str, words: Any, sentence: Bounds, trigger: Span, *, cut: Any = tidy) -> Span | None:
    """The occurrence in the sentence that is nearest to the trigger."""
    places = _places(text, words, sentence)
    best = min(places, key=lambda span: abs(span.start - trigger.start), default=None)
    return cut(text, best.start, best.end) if best else None


def _antecedent(text: str, words: Any, sentence: Bounds) -> Span | None:
    """The last occurrence before the sentence, else the first behind it."""
    places = _places(text, words, (0, len(text)))
    before = [span for span in places if span.end <= sentence[0]]
    return before[-1] if before else next((span for span in places if span.start >= sentence[1]), None)


def _places(text: str, words: Any, within: Bounds) -> list[Span]:
    """Whole-word occurrences of exact words; where they stand over a line end, the model saw a space."""
    if not isinstance(words, str) or not words.strip():
        return []
    exact = re.compile(r"\s+".join(map(re.escape, words.split())))
    return [
        Span.of(text, *found.span())
        for found in exact.finditer(text, *within)
        if not _inside_word(text, found.start()) and not _inside_word(text, found.end())
    ]


def _inside_word(text: str, at: int) -> bool:
    """True where a cut would part two letters."""
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()
