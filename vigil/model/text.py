"""Documents and exact places in them. Offsets are code points into ``Document.text``, end exclusive."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import accumulate

Bounds = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Span:
    """Exact words: ``document.text[start:end] == text``."""

    start: int
    end: int
    text: str

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Span:
        """Cut a span out of the text that it points into."""
        return cls(start, end, text[start:end])

    def overlaps(self, other: Span) -> bool:
        """True when the two share at least one character."""
        return self.start < other.end and other.start < self.end


class ZoneKind(StrEnum):
    """What a stretch of a page is, where it is not the story itself."""

    CAPTION = "caption"
    READ_MORE = "read_more"
    SHARE = "share"
    READING_TIME = "reading_time"
    TRANSLATION_NOTICE = "translation_notice"
    UPDATED_STAMP = "updated_stamp"
    DATELINE = "dateline"
    CREDIT = "credit"
    CORRECTION = "correction"
    BOILERPLATE = "boilerplate"


@dataclass(frozen=True, slots=True)
class Zone:
    """A stretch of ``Document.text`` that is shown but not read for claims.

    A correction is one too: it repeats the wrong figure, and the mended one stands in the story.
    """

    start: int
    end: int
    kind: ZoneKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One version of one article.

    ``key`` is the article's lasting address (URL, or ``file:NAME#item``); ``digest`` the SHA-256 (hex) of the bytes as
    fetched. Two documents with one key are versions of one article; ``id`` differs. Times are aware UTC datetimes;
    ``published`` may have only a day's precision (``published_precision`` is ``day``), then it is that day's midnight.
    """

    id: str
    key: str
    digest: str
    text: str
    title: str = ""
    outlet: str = ""  # who publishes it, as the page or the user names it ("" unknown)
    byline: str = ""
    agency: str = ""  # agency credited for the copy ("Reuters"), "" if none
    dateline: str = ""  # place words of the dateline ("BEIRUT"), "" if none
    url: str = ""
    published: datetime | None = None
    published_precision: str = "unknown"  # "second" | "day" | "unknown"
    modified: datetime | None = None
    fetched: datetime | None = None
    language: str = ""  # ISO 639-1 where there is one; "" unknown; "zxx" no language
    machine_translated: bool = False
    media_type: str = ""
    theatre: str = ""  # theatre pack named by the user, else ""
    zones: tuple[Zone, ...] = ()
    sentences: tuple[Bounds, ...] = ()  # () until split (extract fills it)

    @property
    def address(self) -> str:
        """What the versions of one article share: its key, or for a page saved as a file the address that it names.

        A page fetched from the net cannot name another one's address: its ``url`` is where it was fetched.
        """
        return self.url if self.url and self.key.startswith("file:") and self.media_type == "text/html" else self.key

    def is_in(self, languages: Collection[str]) -> bool:
        """True for one of the languages, or an unknown one: that is tried, a known other one is not guessed at."""
        return not self.language or self.language in languages

    def span(self, start: int, end: int) -> Span:
        """The exact words at an offset."""
        return Span.of(self.text, start, end)

    def unread(self, start: int, end: int) -> bool:
        """True when most of the stretch lies in zones that are not read for claims. For many stretches: ``Unread``."""
        return Unread(self.zones)(start, end)


class Unread:
    """Which stretches of a document are not read: asked for one, only the zones near it are looked at.

    A page may have a zone and a sentence on each of its hundred thousand lines.
    """

    def __init__(self, zones: Sequence[Zone]) -> None:
        self._zones = sorted(zones, key=lambda zone: zone.start)
        self._starts = [zone.start for zone in self._zones]
        self._reach = list(accumulate((zone.end for zone in self._zones), max))

    def __call__(self, start: int, end: int) -> bool:
        """True when most of the stretch lies in zones."""
        first, last = bisect_right(self._reach, start), bisect_left(self._starts, end)
        covered = sum(max(0, min(end, zone.end) - max(start, zone.start)) for zone in self._zones[first:last])
        return covered * 2 > end - start

    def at(self, point: int) -> bool:
        """True for a character that lies in a zone."""
        first, last = bisect_right(self._reach, point), bisect_right(self._starts, point)
        return any(zone.end > point for zone in self._zones[first:last])


def language_code(tag: str) -> str:
    """The language of a BCP 47 tag, in lower case: "en-GB" -> "en"; "" for "und", the tag of one that is not known."""
    code = re.split("[-_]", tag.strip().lower(), maxsplit=1)[0]
    return "" if code == "und" else code


_HALF = re.compile("[\ud800-\udfff]")


def without_halves(text: str) -> str:
    """The text as native code can take it: half a surrogate pair, which UTF-8 cannot say, as U+FFFD. Offsets stay."""
    return _HALF.sub("\ufffd", text)


def digest_id(prefix: str, parts: Iterable[object], length: int = 16) -> str:
    """A stable id: prefix + the first hex digits of SHA-256 over the parts (16 digits: one clash in 2**32 items)."""
    joined = "\x1f".join(str(part) for part in parts)
    return prefix + hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:length]
