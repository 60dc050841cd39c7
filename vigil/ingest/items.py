"""What ingest passes from hand to hand: an item as it was found, and how its source is to be read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

MEGABYTE = 1_000_000
#: Media types of our own for one record of a container; the payload is the record's JSON.
RECORD = "application/vnd.vigil.record+json"
TELEGRAM = "application/vnd.vigil.telegram+json"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

#: Field names that a JSONL or CSV file may use without being told, first one found wins.
DEFAULT_FIELDS: Mapping[str, tuple[str, ...]] = {
    "id": ("id", "doc", "doc_id", "article_id", "uid", "guid"),
    "text": ("text", "body", "content", "article", "article_content", "full_text"),
    "title": ("title", "headline", "article_title"),
    "published": ("published", "published_at", "date", "datetime", "pubdate", "publication_date", "timestamp"),
    "modified": ("modified", "modified_at", "updated", "updated_at"),
    "outlet": ("outlet", "source", "publisher", "source_name", "site", "site_name"),
    "byline": ("byline", "author", "authors"),
    "url": ("url", "link", "uri"),
    "language": ("language", "lang"),
    "theatre": ("theatre", "theater"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """Bytes as found, with all that is known of where they come from.

    ``key`` is the lasting address (canonical URL, or ``file:NAME`` with ``#record``). ``hints`` are what the source says
    of the item: title, outlet, published, modified, byline, language, theatre, url, and ``text_field`` for records.
    """

    key: str
    payload: bytes
    media_type: str
    url: str = ""
    fetched: datetime | None = None
    headers: tuple[tuple[str, str], ...] = ()
    hints: tuple[tuple[str, str], ...] = ()

    def hint(self, name: str) -> str:
        """One hint, "" when the source gave none."""
        return dict(self.hints).get(name, "")

    def header(self, name: str) -> str:
        """One response header by its name in any case, "" when absent."""
        return next((value for key, value in self.headers if key.lower() == name.lower()), "")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOptions:
    """How a source is read. Sizes are bytes.

    ``field_map`` names the columns of JSONL and CSV ({"text": "story_body"}); what it leaves out is looked for under
    DEFAULT_FIELDS. ``outlet`` and ``theatre`` fill in where an item names none. ``prefix`` is put before the file name
    in keys, so that two folders with like-named files stay apart.
    """

    field_map: Mapping[str, str] = field(default_factory=dict)
    outlet: str = ""
    theatre: str = ""
    prefix: str = ""
    max_bytes: int = 10 * MEGABYTE  # one document, packed and unpacked
    max_export_bytes: int = 100 * MEGABYTE  # a file that must be held in memory whole: JSON exports, feeds' files
    max_container_bytes: int = 4_000 * MEGABYTE  # all that a container read piece by piece unpacks to
    follow_links: bool = True  # fetch the pages that a feed points to; else take the feed's own text
    allow_private: bool = False  # private, loopback and link-local addresses


def join_hints(options: ReadOptions, hints: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Sorted hints without empty ones, the options' outlet and theatre filled in."""
    filled = {"outlet": options.outlet, "theatre": options.theatre}
    filled.update({name: value for name, value in hints.items() if value})
    return tuple(sorted((name, value) for name, value in filled.items() if value))
