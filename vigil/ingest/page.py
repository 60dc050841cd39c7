"""Item -> Document: the reader for its kind, the source's hints, and the marking of what is not the story."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping
from dataclasses import replace

import orjson

from vigil.ingest import stamps, telegram
from vigil.ingest.agencies import known_agency
from vigil.ingest.docx import read_docx
from vigil.ingest.encoding import clean, printable
from vigil.ingest.html import read_html, read_source
from vigil.ingest.items import DOCX, RECORD, TELEGRAM, Item
from vigil.ingest.kinds import bare, sniff
from vigil.ingest.language import identify
from vigil.ingest.parts import Parts
from vigil.ingest.pdf import read_pdf
from vigil.ingest.plain import read_plain
from vigil.ingest.urls import canonical, host_of
from vigil.ingest.zones import mark
from vigil.model.errors import Refused, Unreadable
from vigil.model.text import Document, Zone, digest_id

_TAGGED = re.compile(r"<(?:p|br|div|span|ul|ol|h[1-6]|blockquote|article|html)\b[^>]{0,300}>", re.IGNORECASE)


def parse(item: Item) -> tuple[Document, tuple[str, ...]]:
    """Read one item. Returns the document and notes on what was odd in it (a date that cannot be believed).

    Raises Unreadable (damaged, empty, no text, unknown kind) and Refused (unpacks to too much). What the source says
    goes before what the page says, except for times: a page's own stamps are nearer to it than its feed's.
    """
    if not item.payload.strip():
        raise Unreadable("empty: there is nothing to read", item=item.key, advice="get the file again, or remove it")
    parts = _reader(item)(item)
    text, notes = _clean_text(parts, item)
    hints = {**dict(item.hints), **dict(parts.hints)}  # front matter is nearer to the text than the source's options
    published, modified, stamp_notes = _times(item, parts, hints)
    marks = mark(text, parts.known)
    url = item.url or _address(hints.get("url", "")) or _address(parts.url)
    byline = hints.get("byline") or parts.byline or marks.byline
    digest = hashlib.sha256(item.payload).hexdigest()
    document = Document(
        id=digest_id("d", [item.key, digest]),
        key=item.key,
        digest=digest,
        text=text,
        title=printable(hints.get("title") or parts.title),
        outlet=printable(hints.get("outlet") or parts.outlet or host_of(url)),
        byline=printable(byline),
        agency=marks.agency or known_agency(byline),
        dateline=marks.dateline,
        url=url,
        published=published.at,
        published_precision=published.precision,
        modified=modified.at,
        fetched=item.fetched,
        language=identify(_story(text, marks.zones), hints.get("language") or parts.language),
        machine_translated=marks.machine_translated,
        media_type=bare(item.media_type),
        theatre=hints.get("theatre", ""),
        zones=marks.zones,
    )
    return document, (*parts.notes, *notes, *stamp_notes)


def _reader(item: Item) -> Callable[[Item], Parts]:
    """The reader for an item's media type; what its first bytes say goes before a wrong label."""
    media = bare(item.media_type)
    if media in (RECORD, TELEGRAM):
        return _READERS[media]
    found = sniff(item.payload)
    if found in _READERS and not (found == "text/html" and media == "text/markdown"):
        media = found
    if media not in _READERS:
        raise Unreadable(
            f"a kind of document that is not read ({media or 'not named'})",
            item=item.key,
            advice="give text, HTML, PDF, DOCX, JSONL, CSV or WARC",
        )
    return _READERS[media]


def _read_record(item: Item) -> Parts:
    record = _object(item)
    text = record.get(item.hint("text_field") or "text")
    if not isinstance(text, str):
        raise Unreadable("the record has no text", item=item.key, advice="name the text's field in the field map")
    if len(_TAGGED.findall(text[:20_000])) >= 2:
        return read_source(text, replace(item, hints=(*item.hints, ("fragment", "yes"))))
    return Parts(text=text)


def _read_message(item: Item) -> Parts:
    return Parts(text=telegram.flatten(_object(item).get("text")))


def _object(item: Item) -> Mapping[str, object]:
    try:
        record = orjson.loads(item.payload.removeprefix(b"\xef\xbb\xbf"))
    except orjson.JSONDecodeError as error:
        raise Unreadable(f"not JSON: {error}", item=item.key, advice="get the file again") from error
    if not isinstance(record, dict):
        raise Unreadable("not a record with fields", item=item.key, advice="write records as {...}")
    return record


_READERS: dict[str, Callable[[Item], Parts]] = {
    "text/html": read_html,
    "application/xhtml+xml": read_html,
    "text/plain": read_plain,
    "text/markdown": read_plain,
    "application/pdf": read_pdf,
    DOCX: read_docx,
    RECORD: _read_record,
    TELEGRAM: _read_message,
}


def _clean_text(parts: Parts, item: Item) -> tuple[str, tuple[str, ...]]:
    text, notes = clean(parts.text, item=item.key)
    if not text.strip():
        raise Unreadable("no text is left in it", item=item.key, advice="check the file")
    # Lone surrogates come from broken "\ud800" escapes; no database and no UTF-8 file can hold them.
    return text.encode("utf-8", "replace").decode("utf-8"), notes


def _times(item: Item, parts: Parts, hints: Mapping[str, str]) -> tuple[stamps.Stamp, stamps.Stamp, tuple[str, ...]]:
    """Published and modified, each from the first source that can be read."""
    found = []
    notes: list[str] = []
    for what, own in (("published", parts.published), ("modified", parts.modified)):
        best = stamps.Stamp()
        for words in dict.fromkeys(filter(None, (own, hints.get(what, "")))):
            stamp = stamps.parse(words, what=what, fetched=item.fetched)
            if stamp.note:
                notes.append(stamp.note)
            if best.at is None:
                best = stamp
            elif (
                best.precision == "day"
                and stamp.precision == "second"
                and stamp.at
                and best.at.date() == stamp.at.date()
            ):
                best = stamp  # the same day with its hour
        found.append(best)
    return found[0], found[1], tuple(notes)


def _story(text: str, zones: tuple[Zone, ...]) -> str:
    """The text without its zones, for telling its language: an English share bar says nothing of an Arabic story."""
    kept, at = [], 0
    for zone in zones:
        kept.append(text[at : zone.start])
        at = max(at, zone.end)
    story = "".join((*kept, text[at:]))
    return story if story.strip() else text


def _address(url: str) -> str:
    try:
        return canonical(url) if url else ""
    except Refused:
        return ""
