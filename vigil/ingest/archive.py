"""Bytes as fetched, kept in an append-only WARC: one gzip member a record, SHA-256 on each, safe against kill -9."""

from __future__ import annotations

import hashlib
import io
import json
import os
import uuid
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from urllib.parse import quote

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.warcwriter import WARCWriter

from vigil.ingest.items import Item
from vigil.model.errors import BadSource, Tampered

_CHUNK = 1 << 16
_MAGIC = b"\x1f\x8b\x08"
_UNKNOWN_TIME = datetime(1970, 1, 1, tzinfo=UTC)  # WARC-Date is mandatory; the items' own "unknown" is in Vigil-Fetched


class Archive:
    """One WARC file. Opening it scans what is there and cuts off a record that was being written when the power went.

    Only an unfinished last record is cut. Damage with whole records after it is no accident of writing: then ``verify``
    reports it and ``keep`` raises Tampered, so that nothing is written on top.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._offsets: dict[str, int] = {}
        self._damage = ""
        path.parent.mkdir(parents=True, exist_ok=True)
        self._end = self._scan() if path.exists() else 0
        try:
            self._file = path.open("ab")
        except OSError as error:
            raise BadSource(
                f"the archive cannot be written: {error.strerror}", item=str(path), advice="check the folder"
            ) from error
        if not self._damage:
            self._file.truncate(self._end)

    def __enter__(self) -> Archive:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __len__(self) -> int:
        return len(self._offsets)

    def __contains__(self, sha256: object) -> bool:
        return sha256 in self._offsets

    def keep(self, item: Item) -> str:
        """Write an item's payload unless it is there already; returns its SHA-256 (hex). Raises Tampered."""
        digest = hashlib.sha256(item.payload).hexdigest()
        if digest in self._offsets:
            return digest
        if self._damage:
            raise Tampered(self._damage, item=str(self._path), advice="put the archive back from a copy")
        member = record_bytes(item, digest)
        self._file.write(member)
        # To the system at once, so that a killed process loses nothing; sync() is for the machine's own death.
        self._file.flush()
        self._offsets[digest] = self._end
        self._end += len(member)
        return digest

    def sync(self) -> None:
        """Wait until all that was kept is on the disk."""
        self._file.flush()
        os.fsync(self._file.fileno())

    def close(self) -> None:
        """Sync and close; closing twice does no harm."""
        if not self._file.closed:
            self.sync()
            self._file.close()

    def payload(self, sha256: str) -> bytes:
        """The bytes with a digest. Raises KeyError when they were never kept and Tampered when they have changed."""
        offset = self._offsets[sha256]
        with self._path.open("rb") as file:
            file.seek(offset)
            _, content = _read_record(_member(file))
        if hashlib.sha256(content).hexdigest() != sha256:
            raise Tampered("kept bytes have changed", item=f"{self._path}#{sha256}", advice="put the archive back")
        return content

    def verify(self) -> list[str]:
        """Read every record again; one line a problem, [] when all digests hold."""
        problems: list[str] = []
        self._file.flush()
        size = self._path.stat().st_size
        at = 0
        with self._path.open("rb") as file:
            for at, member in _members(file):
                try:
                    name, content = _read_record(member)
                except (ArchiveLoadFailed, ValueError, KeyError) as error:
                    problems.append(f"record at byte {at} cannot be read: {error}")
                    continue
                if hashlib.sha256(content).hexdigest() != name:
                    problems.append(f"record at byte {at}: its bytes do not have the digest {name[:16]}… that it names")
                elif name not in self._offsets:
                    problems.append(f"record at byte {at} was not there when the archive was opened")
            whole = file.tell()
        if whole < size:
            problems.append(f"damaged at byte {whole} of {size}: no record can be read from there")
        return problems

    def _scan(self) -> int:
        """Index the whole records; returns where they end."""
        with self._path.open("rb") as file:
            for at, member in _members(file):
                try:
                    name, _ = _read_record(member)
                except (ArchiveLoadFailed, ValueError, KeyError) as error:
                    self._damage = f"the archive is damaged at byte {at}: {error}"
                    continue
                self._offsets.setdefault(name, at)
            end = file.tell()
            if _goes_on(file, end):
                self._damage = f"the archive is damaged at byte {end}: whole records come after it"
        return end


def record_bytes(item: Item, digest: str) -> bytes:
    """One packed ``resource`` record; the same item always gives the same bytes.

    The HTTP headers stand in a field of our own (JSON): the payload is kept unpacked, which a ``response`` record with
    its original Content-Encoding would deny.
    """
    moment = (item.fetched or _UNKNOWN_TIME).astimezone(UTC)
    headers = {
        "WARC-Record-ID": f"<urn:uuid:{uuid.UUID(hex=digest[:32])}>",
        "WARC-Date": moment.strftime("%Y-%m-%dT%H:%M:%S.%fZ"),
        "WARC-Payload-Digest": f"sha256:{digest}",
        "WARC-Block-Digest": f"sha256:{digest}",
        "Vigil-Key": json.dumps(item.key),
        "Vigil-Fetched": "known" if item.fetched else "unknown",
        "Vigil-Hints": json.dumps(item.hints),
        "Vigil-HTTP-Headers": json.dumps(item.headers),
    }
    buffer = io.BytesIO()
    writer = WARCWriter(buffer, gzip=True, warc_version="1.1")
    record = writer.create_warc_record(
        item.url or quote(item.key, safe=":/#%"),
        "resource",
        payload=io.BytesIO(item.payload),
        length=len(item.payload),
        warc_content_type=" ".join(item.media_type.split()) or "application/octet-stream",
        warc_headers_dict=headers,
    )
    writer.write_record(record)
    return buffer.getvalue()


def _members(file: io.BufferedReader) -> Iterator[tuple[int, bytes]]:
    """Offset and bytes of each whole gzip member; stops, with the file at its end, before one that is not whole."""
    at = 0
    while True:
        file.seek(at)
        try:
            member = _member(file)
        except (zlib.error, EOFError):
            file.seek(at)
            return
        yield at, member
        at += len(member)


def _member(file: io.BufferedReader) -> bytes:
    """The packed bytes of the member at the file's place. Raises EOFError when it is cut, zlib.error when damaged."""
    unpacker, parts = zlib.decompressobj(wbits=31), []
    while not unpacker.eof:
        chunk = file.read(_CHUNK)
        if not chunk:
            raise EOFError
        unpacker.decompress(chunk)
        parts.append(chunk)
    packed = b"".join(parts)
    return packed[: len(packed) - len(unpacker.unused_data)]


def _goes_on(file: io.BufferedReader, end: int) -> bool:
    """True when a whole member begins somewhere after ``end``: then what lies at ``end`` is damage, not a torn record."""
    file.seek(end)
    rest = file.read()
    at = rest.find(_MAGIC, 1)
    while at >= 0:
        unpacker = zlib.decompressobj(wbits=31)
        try:
            start = unpacker.decompress(rest[at:], 16)
        except zlib.error:
            start = b""
        if start.startswith(b"WARC/"):
            return True
        at = rest.find(_MAGIC, at + 1)
    return False


def _read_record(member: bytes) -> tuple[str, bytes]:
    """The digest that a record names and its payload. Raises ValueError or ArchiveLoadFailed when it is none of ours."""
    for record in ArchiveIterator(io.BytesIO(member)):
        name = record.rec_headers.get_header("WARC-Payload-Digest") or ""
        content: bytes = record.content_stream().read()
        length = record.rec_headers.get_header("Content-Length")
        if not name.startswith("sha256:") or str(len(content)) != length:
            raise ValueError("no SHA-256, or not as long as it says")
        return name.removeprefix("sha256:"), content
    raise ValueError("no record in it")
