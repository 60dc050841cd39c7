"""Dates of a document's claims, and the date expressions in running text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from vigil.model.claim import Claim
from vigil.model.interval import Interval, Precision
from vigil.model.text import Bounds, Document, Span
from vigil.resolve.dates.anniversary import commemorated
from vigil.resolve.dates.core import Core, months
from vigil.resolve.dates.expression import DateReading, Found, now_of, resolve, scan

_UNITS_AS_ANCHOR = {Precision.INSTANT, Precision.PART_OF_DAY, Precision.DAY, Precision.DAYS, Precision.WEEK, Precision.MONTH,
                    Precision.SEASON, Precision.YEAR}  # fmt: skip


def link(document: Document, claims: Sequence[Claim]) -> list[Claim]:
    """Copies of a document's claims with ``when`` filled from their time words; None where they have none.

    The running anchor is the last date that the text gave before, in text order ("a day earlier" counts from it). The
    claims come back in the order in which they went in.
    """
    order = sorted(range(len(claims)), key=lambda n: (claims[n].time or claims[n].trigger).start)
    linked = list(claims)
    anchor: Interval | None = None
    for n in order:
        claim = claims[n]
        old = commemorated(document, claim)
        if old is not None and (claim.time is None or not _YEAR.search(claim.time.text)):
            linked[n] = replace(claim, when=old)
            continue
        if claim.time is None:
            continue
        read = _read(document, claim, claim.time.text, anchor)
        if read is None or read.interval is None or _cut(document.text, claim.time, claim.sentence):
            whole = _whole(document, claim.time, claim.sentence)
            read = _read(document, claim, whole, anchor) if whole else read
        if read is None or read.interval is None:
            continue
        linked[n] = replace(claim, when=read.interval)
        if read.interval.start is not None and read.interval.precision in _UNITS_AS_ANCHOR:
            anchor = read.interval
    return linked


#: "The anniversary of the 2013 attack" says itself when the attack was.
_YEAR = re.compile(r"(?<![0-9])(?:1[5-9]|20)[0-9]{2}(?![0-9])")


def _read(document: Document, claim: Claim, words: str, anchor: Interval | None) -> DateReading | None:
    return resolve(
        words, published=document.published, precision=document.published_precision,
        sentence=document.text[slice(*claim.sentence)], status=claim.status.value, anchor=anchor,
    )  # fmt: skip


_DIGIT_BEFORE = re.compile(r"\d(?:st|nd|rd|th)?(?: of)? $", re.IGNORECASE)
_DIGIT_BEHIND = re.compile(r",? \d")


def _cut(text: str, time: Span, sentence: Bounds) -> bool:
    """True where the reader's time words stand beside a number that may belong to them: "May" of "6 May"."""
    before, behind = text[max(sentence[0], time.start - 8) : time.start], text[time.end : sentence[1]]
    return bool(_DIGIT_BEFORE.search(before) or _DIGIT_BEHIND.match(behind))


def _whole(document: Document, time: Span, sentence: Bounds) -> str:
    """The date expression that the time words were cut out of, or that they lead in ("on" of "on Tuesday"); "" if none."""
    now = now_of(document.published, document.published_precision, "unknown", None)
    for item in scan(document.text[slice(*sentence)], now):
        first, last = sentence[0] + item.start, sentence[0] + item.end
        if first <= time.end + 1 and time.start < last and (last > time.end or first < time.start):
            return document.text[min(first, time.start) : last]
    return ""


_FUTURE = re.compile(r"\b(?:will|shall|due|scheduled|plans|to be|set to|until)\b", re.IGNORECASE)
_PAST = re.compile(r"\b(?:was|were|had|did|said|\w{2,}ed)\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?\n]\s")


def _status(text: str, start: int) -> str:
    """Tense by the nearest tense word before an expression in its sentence: a rough guess, for text without claims."""
    left = text[max(0, start - 90) : start]
    left = _SENTENCE_END.split(left)[-1]
    future = max((match.end() for match in _FUTURE.finditer(left)), default=-1)
    past = max((match.end() for match in _PAST.finditer(left)), default=-1)
    return "intended" if future > past else "unknown"


def find(
    text: str, published: datetime | None, precision: str = "day"
) -> list[tuple[int, int, str, str, str, Interval | None]]:
    """Date expressions in running text: ``(start, end, text, TIMEX3 value, edtf, interval)``, in order."""
    from vigil.resolve.dates.edtf import edtf

    past = scan(text, now_of(published, precision, "unknown", None))
    ahead = {(item.start, item.end): item for item in scan(text, now_of(published, precision, "intended", None))}
    found: list[tuple[int, int, str, str, str, Interval | None]] = []
    for item in past:
        words = text[item.start : item.end]
        if not _is_date(words, text, item):
            continue
        core: Core = item.core
        if _status(text, item.start) == "intended":
            core = ahead.get((item.start, item.end), item).core
        core = _year_ago(words, core, found)
        found.append((item.start, item.end, words, core.timex, edtf(core.interval), core.interval))
    return found


_YEAR_AGO = re.compile(r"(?:a |the )?year[- ](?:ago|earlier)(?: (?:quarter|period))?", re.IGNORECASE)
_QUARTER = re.compile(r"(\d{4})-Q([1-4])")


def _year_ago(words: str, core: Core, found: Sequence[tuple[int, int, str, str, str, Interval | None]]) -> Core:
    """ "Rose in the third quarter from a year earlier": the same quarter of the year before."""
    if not _YEAR_AGO.fullmatch(words):
        return core
    quarters = (_QUARTER.fullmatch(item[3]) for item in reversed(found) if not _YEAR_AGO.fullmatch(item[2]))
    named = next((told for told in quarters if told), None)
    if named is None:
        return core
    year, quarter = int(named[1]), int(named[2])
    whole = months(year - 1, quarter * 3 - 2, 3, Precision.SEASON)
    return replace(
        core, interval=whole, timex=f"{year - 1:04d}-Q{quarter}", reason="that quarter, a year before", kind="DATE"
    )


_COUNTED = re.compile(r" (?:people|men|troops|soldiers|more|miles|points|shares)|%|-")
_NO_DATE = re.compile(
    r"may|march|spring|fall|soon|(?:an?|the) second|quarters?|a quarter|past|week|month|year|decade|minutes|"
    r"(?:the )?(?:day|night|hour|minute|century)|the (?:weeks?|days|years?|day before)|a year|years|months|days|annually|"
    r"three-quarters|centuries|decades|"
    r"(?:just |only )?(?:hours|minutes|moments|shortly) (?:earlier|before|later|after)"
)


def _is_date(words: str, text: str, item: Found) -> bool:
    """Words that look like a date but are not: "may" and "march" as verbs, "second" as a rank, "2000" of something."""
    if words.lower() in (
        "may",
        "march",
        "mar",
        "dec",
        "jan",
        "sep",
        "jun",
        "jul",
        "spring",
        "fall",
        "second",
        "seconds",
    ):
        return words[:1].isupper() and words.lower() in ("may", "march")
    if _NO_DATE.fullmatch(words.lower()):
        return False
    if re.fullmatch(r"[0-9]{4}", words):
        after, before = text[item.end : item.end + 12], text[max(0, item.start - 12) : item.start]
        return not _COUNTED.match(after) and not before.endswith(("$", "#", "."))
    return True
