"""RSS, Atom and RDF feeds: their entries, as items by themselves or as links to fetch."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import feedparser

from vigil.ingest.items import Item, ReadOptions, join_hints
from vigil.ingest.urls import canonical
from vigil.model.errors import BadItem, Refused, Unreadable


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of a feed. ``published`` and ``updated`` are as written; ``content`` is HTML or plain text."""

    id: str
    url: str
    title: str
    published: str
    updated: str
    byline: str
    content: str
    outlet: str
    language: str

    @property
    def version(self) -> str:
        """Changes when the feed says that the entry was changed."""
        return hashlib.sha256("\x1f".join((self.title, self.published, self.updated)).encode()).hexdigest()[:16]

    def hints(self) -> dict[str, str]:
        """What the feed says of its entry, for the item made from it."""
        return {
            "title": self.title,
            "published": self.published,
            "byline": self.byline,
            "outlet": self.outlet,
            "language": self.language,
            "url": self.url,
        }


def entries(payload: bytes, key: str) -> list[Entry]:
    """The entries in the feed's order. Raises Unreadable when it is no feed, and Refused when it defines entities.

    No feed needs entities of its own, and nested ones grow without bound ("billion laughs"): expat's own guard lets
    a 300 byte file grow to 100 kB, so such feeds are refused before they are parsed.
    """
    if b"<!ENTITY" in payload.replace(b"\0", b"").upper():  # without NULs: in UTF-16 too
        raise Refused("the feed defines XML entities (an entity bomb?)", item=key, advice="tell the feed's publisher")
    parsed = feedparser.parse(payload, sanitize_html=True, resolve_relative_uris=False)
    found = [_entry(raw, parsed.feed) for raw in parsed.entries]
    if not found and (parsed.bozo or not parsed.version):
        raise Unreadable("no feed that can be read", item=key, advice="check that the address is an RSS or Atom feed")
    return found


def read_entries(payload: bytes, key: str, options: ReadOptions) -> Iterator[Item | BadItem]:
    """Items made of the feed's own text, without fetching what it links to."""
    try:
        found = entries(payload, key)
    except BadItem as error:
        yield error
        return
    for number, entry in enumerate(found, 1):
        yield as_item(entry, key, number, options)
    if not found:
        yield Unreadable("the feed has no entries", item=key, advice="nothing to do; try again later")


def as_item(entry: Entry, key: str, number: int, options: ReadOptions) -> Item | BadItem:
    """One entry's own text as an item; a BadItem when it carries none."""
    name = f"{key}#{entry.id or number}"
    url = _address(entry.url)
    if not entry.content.strip():
        return Unreadable("the feed's entry has no text", item=name, advice="read the page that it links to")
    payload = entry.content.encode("utf-8", "replace")
    return Item(
        key=url or name,
        payload=payload,
        media_type="text/html; charset=utf-8",
        url=url,
        hints=join_hints(options, {**entry.hints(), "fragment": "yes"}),
    )


def _address(url: str) -> str:
    try:
        return canonical(url) if url else ""
    except Refused:
        return ""


def _entry(raw: Any, feed: Any) -> Entry:
    contents = [str(part.get("value") or "") for part in raw.get("content") or ()]
    content = max([*contents, str(raw.get("summary") or "")], key=len)
    url = str(raw.get("link") or "")
    source = raw.get("source")
    origin = source.get("title") if isinstance(source, dict) else ""
    return Entry(
        id=str(raw.get("id") or url),
        url=url,
        title=" ".join(_untagged(str(raw.get("title") or "")).split()),
        # feedparser gives "updated" for a missing "published" through get(); the keys tell them apart.
        published=str(raw["published"]) if "published" in raw.keys() else "",  # noqa: SIM118 - see above
        updated=str(raw["updated"]) if "updated" in raw.keys() else "",  # noqa: SIM118
        byline=str(raw.get("author") or ""),
        content=content,
        outlet=str(origin or feed.get("title") or ""),
        language=str(feed.get("language") or ""),
    )


def _untagged(text: str) -> str:
    return re.sub(r"<[^<>]{1,200}>", "", text)
