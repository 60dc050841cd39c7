"""WARC archives, packed or not: one item a page kept, whole records before any damage."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from fastwarc.warc import ArchiveIterator, WarcRecordType

from vigil.ingest.items import Item, ReadOptions, join_hints
from vigil.ingest.kinds import is_document
from vigil.ingest.unpack import GZIP_MAGIC, file_chunks, gunzip, inflate, take, too_large
from vigil.ingest.urls import canonical
from vigil.model.errors import BadItem, Refused, Unreadable

_CUT = "the archive is cut short or damaged: get it again"


def read_warc(path: Path, key: str, options: ReadOptions) -> Iterator[Item | BadItem]:
    """Responses with status 200 and resources, when they are documents (images and scripts are passed over)."""
    count = 0
    try:
        with path.open("rb") as file:
            for record in ArchiveIterator(
                file, parse_http=False, record_types=WarcRecordType.response | WarcRecordType.resource
            ):
                found = _guarded(record, key, options)
                if isinstance(found, _Cut):
                    yield Unreadable(
                        f"the archive ends inside a record (after {count} whole ones)", item=key, advice=_CUT
                    )
                    return
                count += 1
                if found is not None:
                    yield found
    except (OSError, ValueError) as error:
        yield Unreadable(f"archive is damaged after {count} records: {error}", item=key, advice=_CUT)
        return
    yield from _check_end(path, key, count)


def _check_end(path: Path, key: str, count: int) -> Iterator[BadItem]:
    """The reader stops quietly at a cut in a packed archive, so the packing is walked once more for its end."""
    with path.open("rb") as file:
        packed = file.read(2) == GZIP_MAGIC
    if packed:
        try:
            for _ in gunzip(file_chunks(path), item=key):
                pass
        except Unreadable as error:
            yield Unreadable(f"{error} (after {count} whole records, which are kept)", item=key, advice=_CUT)
            return
    if not count:
        yield Unreadable("holds no pages", item=key, advice="give a WARC with response or resource records")


class _Cut:
    """The file ended before the record did."""


def _guarded(record: Any, key: str, options: ReadOptions) -> Item | BadItem | _Cut | None:
    """A record's item, what is wrong with it, or None when it is no document."""
    address = str(record.headers.get("WARC-Target-URI") or record.record_id).strip("<>")
    name = f"{key}#{address}"
    if record.content_length > options.max_bytes + 65_536:  # 64 kB for the HTTP headers
        return too_large(options.max_bytes, item=name, size=record.content_length)
    block = record.reader.read(record.content_length)
    if len(block) < record.content_length:
        return _Cut()
    try:
        return _item(record, block, address, name, options)
    except BadItem as error:
        return error


def _item(record: Any, block: bytes, address: str, name: str, options: ReadOptions) -> Item | None:
    headers: tuple[tuple[str, str], ...] = ()
    payload, media = block, str(record.headers.get("Content-Type") or "")
    if record.record_type == WarcRecordType.response:
        if not media.startswith("application/http"):
            return None
        status, headers, body = split_http(block, name)
        if status != 200:
            return None
        fields = {field.lower(): value for field, value in headers}
        media = fields.get("content-type", "")
        if not is_document(media):
            return None
        chunks: Iterable[bytes] = [unchunk(body) if "chunked" in fields.get("transfer-encoding", "") else body]
        payload = take(inflate(chunks, fields.get("content-encoding", ""), item=name), options.max_bytes, item=name)
    elif not is_document(media):
        return None
    if not payload.strip():
        raise Unreadable("empty page", item=name, advice="fetch the page again")
    url = _web_address(address)
    return Item(
        key=url or name,
        payload=payload,
        media_type=media,
        url=url,
        fetched=_date(str(record.headers.get("WARC-Date") or "")),
        headers=headers,
        hints=join_hints(options, {}),
    )


def _web_address(address: str) -> str:
    try:
        return canonical(address)
    except Refused:
        return ""


def split_http(block: bytes, name: str) -> tuple[int, tuple[tuple[str, str], ...], bytes]:
    """Status, headers and body of a kept HTTP reply. Raises Unreadable when it is none."""
    head, _, body = block.partition(b"\r\n\r\n")
    first, *rest = head.decode("latin-1").split("\r\n")
    match = re.match(r"HTTP/\d(?:\.\d)? (\d{3})", first)
    if not match:
        raise Unreadable("the record is no HTTP reply", item=name, advice="make the archive again")
    pairs = (line.partition(":") for line in rest if ":" in line)
    return int(match[1]), tuple((field.strip(), value.strip()) for field, _, value in pairs), body


def unchunk(body: bytes) -> bytes:
    """Undo chunked transfer coding; a body that is not chunked after all (many crawlers undo it) comes back as it is."""
    parts: list[bytes] = []
    at = 0
    while match := re.compile(rb"([0-9A-Fa-f]{1,8})[^\r\n]*\r\n").match(body, at):
        size = int(match[1], 16)
        if not size:
            return b"".join(parts)
        if match.end() + size > len(body):
            return body
        parts.append(body[match.end() : match.end() + size])
        at = match.end() + size + 2
    return body


def _date(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
