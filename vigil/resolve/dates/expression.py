"""A whole time expression: the dates in it, and what "since", "by", "between ... and" make of them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from itertools import pairwise

from vigil.model.interval import Interval, Precision
from vigil.resolve.dates.core import Core, Now, roughly, span
from vigil.resolve.dates.edtf import edtf
from vigil.resolve.dates.foreign import foreign
from vigil.resolve.dates.rules import RULES


@dataclass(frozen=True, slots=True, kw_only=True)
class DateReading:
    """What time words are taken to mean. ``interval`` is None where they name no stretch of time ("recently").

    ``anchor_used`` is what they were told from: ``none`` (absolute), ``published`` or ``text`` (an earlier date of the
    document). ``timex`` is the TIMEX3 value, ``edtf`` the interval as EDTF ("" for none).
    """

    interval: Interval | None
    reason: str
    anchor_used: str
    edtf: str
    timex: str
    alternatives: tuple[Interval, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """One expression in a text, with its bounds."""

    start: int
    end: int
    core: Core


_SPACES = str.maketrans({"’": "'", "\u00a0": " ", "\n": " ", "\t": " ", "–": "-", "—": "-", "‑": "-"})
_SINCE = re.compile(r"\b(?:since|starting|began|begun|ever since|beginning)\b|\bfrom\b(?!.*\bto\b)", re.IGNORECASE)
_UNTIL = re.compile(
    r"\b(?:until|till|up to|by|through|before|ahead of|no later than|prior to)\s*(?:the )?$", re.IGNORECASE
)
_WITHIN = re.compile(r"\bwithin\s*(?:the )?$", re.IGNORECASE)
_LASTING = re.compile(r"\b(?:for|over|after|during|in)\s+(?:\w+ ){0,3}$", re.IGNORECASE)
#: Characters of a claim's time words at most, and of what may stand before a length of time in them.
WORDS_OF_A_CLAIM, LEAD_OF_A_LENGTH = 40, 14
_JOINED = re.compile(r"\s*,?\s*(?:and|to|-|or|until|till|through|into)\s*(?:on |in |at |the )?$", re.IGNORECASE)


def now_of(published: datetime | None, precision: str, status: str, anchor: Interval | None) -> Now:
    """The stand that an expression is read from; a published day's instant is its noon."""
    future = status in ("intended", "feared")
    known = status != "unknown"
    lean = 110 if future else -170 if status in ("actual", "negated") else -60
    if published is None:
        return Now(day=None, known=known, future=future, lean=lean, anchor=anchor)
    at = published if precision == "second" else published.replace(hour=12, minute=0, second=0, microsecond=0)
    return Now(day=published.date(), at=at, known=known, future=future, lean=lean, anchor=anchor)


def scan(text: str, now: Now) -> list[Found]:
    """Every expression in a text, in order; earlier rules take their words first."""
    plain = text.translate(_SPACES)
    taken: list[Found] = []
    for rule in RULES:
        for match in rule.pattern.finditer(plain):
            start, end = match.span()
            if start == end or any(start < other.end and other.start < end for other in taken):
                continue
            core = rule.read(match, now)
            if core is not None:
                taken.append(Found(start, end, core))
    return sorted(taken, key=lambda found: found.start)


@lru_cache(maxsize=1024)  # a sentence's claims share its time words
def read(words: str, now: Now) -> Core | None:
    """One reading for time words; None when there is no date in them."""
    plain = words.translate(_SPACES)
    if not plain.isascii() and (core := foreign(plain, now)):
        return core
    found = scan(plain, now)
    if not found:
        return None
    dated = [item for item in found if item.core.interval is not None]
    if not dated:
        return _lasting(plain, found[0], now)
    days = [item for item in dated if item.core.interval and item.core.interval.precision is not Precision.INSTANT]
    chosen = days or dated
    joined = _join(plain, chosen)
    first = joined or chosen[0]
    return _modified(plain[: first.start], first.core, now)


def _join(text: str, found: list[Found]) -> Found | None:
    """ "Late Saturday and early Sunday", "between Monday night and Tuesday morning": from the first to the last."""
    for left, right in pairwise(found):
        a, b = left.core.interval, right.core.interval
        if not _JOINED.fullmatch(text[left.end : right.start]) or a is None or b is None:
            continue
        if a.start is None or b.end is None or b.start is None or a.start >= b.end or a.start > b.start:
            continue
        units = {a.precision, b.precision}
        precision = units.pop() if len(units) == 1 and Precision.DAY not in units else Precision.DAYS
        whole = Interval(a.start, b.end, precision, False)
        return Found(
            left.start,
            right.end,
            replace(left.core, interval=whole, reason=f"from one to the other: {left.core.reason}"),
        )
    return None


def _modified(lead: str, core: Core, now: Now) -> Core:
    interval = core.interval
    if interval is None:
        return core
    if core.kind == "DURATION" and core.anchor == "published":
        return core  # "through the past five years"
    since = _SINCE.search(lead)
    if (
        since
        and since.group().lower() == "from"
        and (interval.precision is Precision.DAYS or " to another" in core.reason)
    ):
        return core  # "from 5-6 April", "from 2013-15"
    if since and interval.start is not None:
        end = now.end if now.end and now.end > interval.start and not now.future else None
        unit = Precision.MONTH if interval.precision is Precision.SEASON else interval.precision
        told = unit if unit in (Precision.YEAR, Precision.MONTH) else Precision.DAYS
        if interval.precision is Precision.MONTH and interval.approximate:
            told = Precision.DAYS
        return replace(
            core,
            interval=Interval(interval.start, end, told, interval.approximate),
            reason=f"since then: {core.reason}",
        )
    if _UNTIL.search(lead) and interval.end is not None:
        edge = (
            interval.end if not lead.lower().rstrip().endswith(("before", "ahead of", "prior to")) else interval.start
        )
        return replace(
            core,
            interval=Interval(None, edge, interval.precision, interval.approximate),
            reason=f"up to then: {core.reason}",
        )
    return core


def _lasting(text: str, found: Found, now: Now) -> Core:
    """A bare length of time is dated only after "for", "over", "within": it ends (or begins) with publication."""
    core, lead = found.core, text[: found.start]
    if core.length is None or core.length[0] is None or "old" in text[found.end : found.end + 5]:
        return core
    count, unit = core.length[0], core.length[1]
    if _WITHIN.search(lead):
        return replace(
            core, interval=span(now, count, unit, ahead=now.future), reason="within that time", anchor="published"
        )
    alone = len(text) <= WORDS_OF_A_CLAIM and len(lead) <= LEAD_OF_A_LENGTH  # "six-year" as all that dates a claim
    if (_LASTING.search(lead) or (alone and unit in ("D", "W", "M", "Y"))) and not now.future:
        interval = span(now, count, unit)
        return replace(
            core,
            interval=roughly(interval) if interval else None,
            reason="for that long, up to publication",
            anchor="published",
        )
    return core


def resolve(
    words: str,
    *,
    published: datetime | None,
    precision: str = "day",
    sentence: str = "",
    status: str = "actual",
    anchor: Interval | None = None,
) -> DateReading | None:
    """Time words -> what they mean, told from the document's time; None when they hold no date at all.

    ``published`` is an aware UTC datetime, ``precision`` its own ("second" or "day"); ``status`` is the claim's (it turns
    a bare weekday to the past or the future); ``anchor`` is the document's last date for "a day earlier". ``sentence``
    helps where the words alone are tense-less ("on Friday" in "will ... on Friday"). Rules: vigil.resolve.dates.rules.
    """
    if status in ("actual", "negated") and sentence and _WILL.search(sentence) and not _DID.search(sentence):
        status = "intended"
    core = read(words, now_of(published, precision, status, anchor))
    return reading(core) if core else None


_WILL = re.compile(r"\b(?:will|shall|is due to|are due to|is to|are to|plans? to)\b", re.IGNORECASE)
_DID = re.compile(r"\b(?:was|were|had|has|have|said|\w{3,}ed)\b", re.IGNORECASE)


def reading(core: Core) -> DateReading:
    """The public form of a reading."""
    return DateReading(
        interval=core.interval, reason=core.reason, anchor_used=core.anchor, edtf=edtf(core.interval), timex=core.timex,
        alternatives=core.others,
    )  # fmt: skip
