"""Whether lines of claims keep to the contract: the claims codebook's fields and strings, each copied from its sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from vigil.model.claim import COUNT_KINDS, MODES, ROLES, SOURCE_KINDS, TYPES, Claim, Stance, Status
from vigil.model.text import Span

_DAY = r"\d{4}(-\d{2}(-\d{2})?)?"
DATE = re.compile(f"{_DAY}(/{_DAY})?|/{_DAY}|{_DAY}/")
FIELDS = {*ROLES, "s", "trigger", "type", "mode", "time", "date", "counts", "source", "source_kind", "cue", "stance"}
FIELDS |= {"status"}
#: What a field's words may be.
ALLOWED = {
    "type": set(TYPES),
    "source_kind": set(SOURCE_KINDS),
    "stance": {stance.value for stance in Stance},
    "status": {status.value for status in Status},
}


def problems(line: dict[str, Any]) -> Iterator[str]:
    """What breaks the contract in a line of ``vigil extract``'s output."""
    text, before = line["text"], 0
    for start, end in line["sentences"]:
        if not before <= start < end <= len(text):
            yield f"sentence {start}, {end} of {len(text)}"
        before = end
    for claim in line["claims"]:
        yield from _of_claim(claim, text, line["sentences"])


def _of_claim(claim: dict[str, Any], text: str, sentences: Sequence[Sequence[int]]) -> Iterator[str]:
    if extra := set(claim) - FIELDS:
        yield f"fields {sorted(extra)}"
    start, end = sentences[claim["s"]]
    if not claim["trigger"]:
        yield "no trigger"
    for name, allowed in ALLOWED.items():
        if name in claim and claim[name] not in allowed:
            yield f"{name} {claim[name]!r}"
    if "mode" in claim and claim["mode"] not in MODES.get(claim["type"], ()):
        yield f"mode {claim['mode']!r} of {claim['type']}"
    date = claim.get("date")
    if date is not None and not DATE.fullmatch(date):
        yield f"date {date!r}"
    copied = [claim["trigger"], claim.get("time", ""), claim.get("cue", "")]
    for role in (*ROLES, "source"):
        for argument in claim.get(role, ()):
            here, meant = (argument, "") if isinstance(argument, str) else (argument["t"], argument["is"])
            if not (here or meant) or meant not in text:
                yield f"{role} {argument!r}"
            copied.append(here)
    for count in claim.get("counts", ()):
        copied += [count["text"], count.get("who", "")]
        bounds = [bound for bound in (count["min"], count["max"]) if bound is not None]
        if count["kind"] not in COUNT_KINDS or any(type(bound) is not int or bound < 0 for bound in bounds):
            yield f"count {count!r}"
        if bounds != sorted(bounds):
            yield f"count {count!r}"
    yield from (f"{words!r} is not in sentence {claim['s']}" for words in copied if words not in text[start:end])


def misplaced(text: str, claims: Sequence[Claim]) -> Iterator[str]:
    """Spans that are not the text's own words at their offsets, and confidences that are none."""
    for claim in claims:
        spans: list[Span | None] = [claim.trigger, claim.cue, claim.time]
        spans += [words for count in claim.counts for words in (count.span, count.who)]
        spans += [words for mention in (*claim.arguments, *claim.sources) for words in (mention.span, mention.means)]
        for span in spans:
            if span is not None and not text[span.start : span.end] == span.text != "":
                yield f"span {span}"
        if not 0.0 <= claim.confidence <= 1.0:
            yield f"confidence {claim.confidence}"
