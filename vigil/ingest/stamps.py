"""Published and modified times as sources write them: ISO 8601, RFC 2822, Unix seconds, dates in words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

_ISO = re.compile(
    r"(?P<date>\d{4}-\d{1,2}-\d{1,2}|\d{8})(?:[T ]+(?P<time>\d{1,2}:?\d{2}(?::?\d{2}(?:[.,]\d+)?)?)"
    r"\s*(?P<zone>Z|z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?$"
)
#: Zones that are believed: an offset behind the time, and the names of RFC 2822 as it means them. "IST" is India's, Israel's
#: or Ireland's.
_ZONE = re.compile(r"(?<!\w)(?:UTC?|GMT|[ECMP][SD]T)\b|\d[:.]\d{2}(?:[:.]\d{2})?\s*[+-]\d{2}:?\d{2}\b")
#: Tried for dates in words; all of dateparser's 200 locales would take seconds.
_LANGUAGES = ["en", "ar", "ru", "fr", "tr", "uk", "fa", "he", "es", "de"]
#: The oldest and newest years that a report may bear; outside it a stamp is a filler such as 9999 or 0001.
_YEARS = range(1850, 2200)


@dataclass(frozen=True, slots=True)
class Stamp:
    """A time and its unit: "second", "day", or "unknown" when no time could be read. ``note`` says what was odd."""

    at: datetime | None = None
    precision: str = "unknown"
    note: str = ""


def parse(words: str, *, what: str = "published", fetched: datetime | None = None) -> Stamp:
    """Read one stamp. Never raises: what cannot be believed comes back as unknown with a note that says why.

    Times without a zone, or with a name that means several (``_ZONE``), are taken as UTC, and the note says so. A stamp
    more than two days after ``fetched`` is a filler or an embargo, not the day of publication.
    """
    words = words.strip()[:100]
    if not words:
        return Stamp()
    try:
        read = _iso(words) or _unix(words) or _mail(words) or _in_words(words)
    except (ValueError, OverflowError):
        read = None
    if read is None:
        return Stamp(note=f"{what} date {words!r} could not be read and was ignored")
    at, precision, zoned = read
    try:
        moment = at.astimezone(UTC)
    except OverflowError:
        return Stamp(note=f"{what} date {words!r} is not believable and was ignored")
    too_late = fetched is not None and moment > fetched + timedelta(days=2)
    if moment.year not in _YEARS or too_late:
        return Stamp(note=f"{what} date {words!r} is not believable and was ignored")
    note = "" if zoned or precision == "day" else f"{what} time {words!r} names no clear zone and was taken as UTC"
    return Stamp(moment, precision, note)


_Read = tuple[datetime, str, bool]


def _iso(words: str) -> _Read | None:
    match = _ISO.match(words)
    if not match:
        return None
    digits = match["date"]
    year, month, day = digits.split("-") if "-" in digits else (digits[:4], digits[4:6], digits[6:])
    if not match["time"]:
        return datetime(int(year), int(month), int(day), tzinfo=UTC), "day", True
    clock = match["time"].replace(":", "").replace(",", ".")
    clock = clock if len(clock.split(".")[0]) % 2 == 0 else "0" + clock
    zone = (match["zone"] or "").upper().replace("UTC", "Z").replace("GMT", "Z")
    at = datetime.fromisoformat(f"{year}-{int(month):02d}-{int(day):02d}T{clock.split('.')[0]}{zone}")
    return (at if at.tzinfo else at.replace(tzinfo=UTC)), "second", bool(zone)


def _unix(words: str) -> _Read | None:
    """Seconds, or milliseconds, since 1970."""
    if not re.fullmatch(r"\d{9,10}|\d{13}", words):
        return None
    return datetime.fromtimestamp(int(words[:10] if len(words) == 13 else words), UTC), "second", True


def _mail(words: str) -> _Read | None:
    """RFC 2822, the form of RSS; "-0000" and a missing zone leave the zone open."""
    dated = re.match(r"(?:[A-Za-z]{3},?\s+)?\d{1,2}\s+[A-Za-z]{3}\s+\d{2,4}", words)
    if not dated or not re.search(r"\d{1,2}:\d{2}", words) or re.search(r"\d\s*[ap]\.?m\b", words, re.IGNORECASE):
        return None
    at = parsedate_to_datetime(words)
    if at.tzinfo:
        return at, "second", True
    # It knows no "+03:00"; and "-0000" is an open zone.
    named = None if words.endswith("-0000") or not _ZONE.search(words) else _in_words(words)
    return named or (at.replace(tzinfo=UTC), "second", False)


def _in_words(words: str) -> _Read | None:
    """Dates in words of any language ("27 أغسطس 2019"), by dateparser; only with day, month and year all there."""
    if not re.search(r"\d{4}", words) or not re.search(r"[^\W\d_]{2,}", words) or len(words) > 60:
        return None
    import dateparser

    # Absolute ones alone: "2 hours ago, 2024" would be counted from the day of the run, whatever parts are required.
    settings = {"REQUIRE_PARTS": ["day", "month", "year"], "DATE_ORDER": "DMY", "PARSERS": ["absolute-time"]}
    at = dateparser.parse(words, languages=_LANGUAGES, settings=settings)
    if at is None:
        return None
    if not re.search(r"\d{1,2}[:.]\d{2}(?!\d)", words):
        return datetime(at.year, at.month, at.day, tzinfo=UTC), "day", True
    zoned = at.tzinfo is not None and _ZONE.search(words) is not None
    return (at if zoned else at.replace(tzinfo=UTC)), "second", zoned
