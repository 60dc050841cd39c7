"""The ``vigil fuse`` contract: documents with claims in the codebook's form in, events in the gold's form out.

Strings are looked for in their sentence; an argument ``{"t", "is"}`` keeps its antecedent where the document has it.
A claim whose trigger does not stand in its sentence cannot be followed back to words and is set aside (BadItem).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any

from vigil.model.claim import ROLES, TYPES, Claim, Count, Mention, Stance, Status
from vigil.model.entity import PlaceRef
from vigil.model.errors import BadItem
from vigil.model.event import Dispute, Event
from vigil.model.interval import Interval
from vigil.model.text import Bounds, Document, Span, digest_id


def read_line(line: Mapping[str, Any]) -> tuple[Document, list[Claim]]:
    """One input line as a Document and its claims. Raises BadItem, naming the document, on a malformed line."""
    name = str(line.get("doc", ""))
    try:
        document = _document(line)
        claims = [_claim(document, entry, number) for number, entry in enumerate(line.get("claims") or ())]
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
        raise BadItem(
            f"not a document in the codebook's form: {error!r}",
            item=name or "a line without doc",
            advice='write {"doc", "published", "source", "title", "text", "sentences", "claims"} as CODEBOOK.md says',
        ) from error
    return document, claims


def _document(line: Mapping[str, Any]) -> Document:
    text, name = line["text"], str(line["doc"])
    if not isinstance(text, str):
        raise TypeError("text is no string")
    sentences = tuple((int(start), int(end)) for start, end in line["sentences"])
    if any(not 0 <= start <= end <= len(text) for start, end in sentences):
        raise ValueError("a sentence ends outside the text")
    published, precision = _published(line.get("published"))
    return Document(
        id=name,
        key=f"codebook:{name}",
        digest=digest_id("", [text], 64),
        text=text,
        title=line.get("title") or "",
        outlet=line.get("source") or "",
        agency=line.get("agency") or "",
        published=published,
        published_precision=precision,
        sentences=sentences,
    )


def _published(value: str | None) -> tuple[datetime | None, str]:
    if not value:
        return None, "unknown"
    if len(value) == 10:
        return datetime.fromisoformat(value).replace(tzinfo=UTC), "day"
    when = datetime.fromisoformat(value)
    return (when.astimezone(UTC) if when.tzinfo else when.replace(tzinfo=UTC)), "second"


def _claim(document: Document, entry: Mapping[str, Any], number: int) -> Claim:
    s, kind = int(entry["s"]), entry["type"]
    if s < 0:
        raise ValueError(f"claim {number}: sentence {s}")
    sentence = document.sentences[s]
    trigger = _find(document, sentence, entry["trigger"])
    if trigger is None:
        raise ValueError(f"claim {number}: {entry['trigger']!r} does not stand in sentence {s}")
    if kind not in TYPES:
        raise ValueError(f"claim {number}: unknown type {kind!r}")
    for role in (*ROLES, "source", "counts"):
        if isinstance(entry.get(role), str | Mapping):
            raise TypeError(f"claim {number}: {role} is no list")
    places = tuple(_mention(document, sentence, "place", value) for value in entry.get("place") or ())
    when = read_date(entry.get("date"))
    return Claim(
        id=digest_id("cl_", [document.id, s, kind, trigger.start, trigger.end, number]),
        doc=document.id,
        s=s,
        sentence=sentence,
        trigger=trigger,
        type=kind,
        mode=entry.get("mode") or "",
        arguments=tuple(
            _mention(document, sentence, role, value)
            for role in ROLES
            if role != "place"
            for value in entry.get(role) or ()
        )
        + places,
        sources=tuple(_mention(document, sentence, "source", value) for value in entry.get("source") or ()),
        source_kind=entry.get("source_kind") or "none",
        cue=_find(document, sentence, entry.get("cue")),
        time=_find(document, sentence, entry.get("time")),
        counts=tuple(_count(document, sentence, value) for value in entry.get("counts") or ()),
        stance=Stance(entry.get("stance") or "asserts"),
        status=Status(entry.get("status") or "actual"),
        confidence=1.0,
        reader="given",
        when=when,
        place=PlaceRef(text=places[0].meaning) if places and places[0].meaning else None,
    )


def _mention(document: Document, sentence: Bounds, role: str, value: str | Mapping[str, str]) -> Mention:
    if isinstance(value, str):
        return Mention(role=role, span=_find(document, sentence, value), score=1.0)
    means = _find(document, (0, len(document.text)), value.get("is"))
    return Mention(role=role, span=_find(document, sentence, value.get("t")), means=means, score=1.0)


def _count(document: Document, sentence: Bounds, value: Mapping[str, Any]) -> Count:
    return Count(
        kind=value["kind"],
        min=value.get("min"),
        max=value.get("max"),
        span=_find(document, sentence, value.get("text")),
        who=_find(document, sentence, value.get("who")),
    )


def _find(document: Document, bounds: Bounds, words: str | None) -> Span | None:
    """The first place of some words within bounds: as whole words, else anywhere, else whatever their case."""
    if not words:
        return None
    start, end = bounds
    part = document.text[start:end]
    pattern = re.escape(words)
    for attempt, flags in ((rf"(?<!\w){pattern}(?!\w)", 0), (pattern, 0), (pattern, re.IGNORECASE)):
        match = re.search(attempt, part, flags)
        if match:
            return document.span(start + match.start(), start + match.end())
    return None


def read_date(value: str | None) -> Interval | None:
    """The codebook's date (``2019-08-27``, ``2019-08``, ``2015``, ``a/b`` with inclusive days) as an Interval.

    Raises ValueError on any other form.
    """
    if not value:
        return None
    if "/" in value:
        first, last = (read_date(part) for part in value.split("/", 1))
        return Interval(first.start if first else None, last.end if last else None)
    parts = [int(part) for part in value.split("-")]
    if len(parts) == 1:
        return Interval.year(parts[0])
    if len(parts) == 2:
        return Interval.month(parts[0], parts[1])
    return Interval.day(date(*parts))


def write_events(events: Sequence[Event], claims: Mapping[str, Claim]) -> dict[str, Any]:
    """The contract's output object for all events."""
    return {"events": [write_event(event, claims) for event in events]}


def write_event(event: Event, claims: Mapping[str, Claim]) -> dict[str, Any]:
    """One event in the contract's form. ``killed`` is left out when nobody gives a toll."""
    told = sorted((claims[e.claim] for e in event.evidence), key=lambda c: (c.doc, c.s, c.trigger.start, c.id))
    plain: dict[str, Any] = {
        "id": event.id,
        "type": event.type,
        "place": (event.place.name or event.place.text) if event.place else "",
        "date": event.when.codebook() if event.when else None,
        "gist": event.gist,
        "mentions": [{"doc": c.doc, "s": c.s, "trigger": c.trigger.text} for c in told],
        "status": event.status.value,
        "status_reason": event.status_reason,
        "witnesses": [{"name": w.name, "kind": w.kind, "side": w.side, "docs": list(w.docs)} for w in event.witnesses],
        "disputes": [_dispute(dispute, claims) for dispute in event.disputes],
    }
    for figure in event.estimates:
        if figure.who or figure.cumulative:
            continue
        plain[figure.kind] = {"min": figure.low, "max": figure.high, "best": figure.best}
    return plain


#: What the contract's disputes may be about. How many fled, were taken or are missing is "other" there.
_WHATS = frozenset("occurrence perpetrator victims weapon place time killed wounded outcome".split())


def _dispute(dispute: Dispute, claims: Mapping[str, Claim]) -> dict[str, Any]:
    return {
        "what": dispute.what if dispute.what in _WHATS else "other",
        "positions": [
            {
                "value": position.value,
                "by": ", ".join(position.by),
                "at": [list(at) for at in sorted({(claims[c].doc, claims[c].s) for c in position.claims})],
            }
            for position in dispute.positions
        ],
    }
