"""Packed and streamed bytes under a limit, so that no file or reply can fill the memory."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from vigil.model.errors import Refused, Unreadable

_CHUNK = 1 << 16
GZIP_MAGIC = b"\x1f\x8b"


def file_chunks(path: Path) -> Iterator[bytes]:
    """A file's bytes in pieces."""
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            yield chunk


def gunzip(chunks: Iterable[bytes], *, item: str) -> Iterator[bytes]:
    """Unpack gzip (several members too) piece by piece. Raises Unreadable at the damage, after all that came before."""
    unpacker, open_member = zlib.decompressobj(wbits=31), False
    for chunk in chunks:
        data = chunk
        while data:
            try:
                yield unpacker.decompress(data, _CHUNK)
            except zlib.error as error:
                raise Unreadable(f"gzip data is damaged: {error}", item=item, advice="get the file again") from error
            open_member = not unpacker.eof
            if unpacker.eof:
                data = unpacker.unused_data.lstrip(b"\0")  # tar and tape pad with zeros
                unpacker = zlib.decompressobj(wbits=31)
            else:
                data = unpacker.unconsumed_tail
    if open_member:
        raise Unreadable("gzip data ends too early", item=item, advice="the file is cut short: get it again")


def inflate(chunks: Iterable[bytes], coding: str, *, item: str) -> Iterator[bytes]:
    """Undo an HTTP content coding piece by piece. Raises Unreadable for damage and for codings not asked for."""
    coding = coding.strip().lower()
    if coding in ("", "identity"):
        yield from chunks
        return
    if coding in ("gzip", "x-gzip"):
        yield from gunzip(chunks, item=item)
        return
    if coding != "deflate":
        raise Unreadable(f"unknown content coding {coding!r}", item=item, advice="save the page and give the file")
    data = iter(chunks)
    first = next(data, b"")
    # "deflate" is zlib by the book and raw deflate from some servers; the low nibble of a zlib header is 8.
    unpacker = zlib.decompressobj(wbits=15 if first[:1] and first[0] & 0x0F == 8 else -15)
    try:
        for chunk in (first, *data):
            piece = chunk
            while piece:
                yield unpacker.decompress(piece, _CHUNK)
                piece = unpacker.unconsumed_tail
    except zlib.error as error:
        raise Unreadable(f"packed reply is damaged: {error}", item=item, advice="try again later") from error


def take(chunks: Iterable[bytes], limit: int, *, item: str) -> bytes:
    """All bytes together. Raises Refused as soon as they are more than ``limit``."""
    parts: list[bytes] = []
    size = 0
    for chunk in chunks:
        size += len(chunk)
        if size > limit:
            raise too_large(limit, item=item)
        parts.append(chunk)
    return b"".join(parts)


def too_large(limit: int, *, item: str, size: int | None = None) -> Refused:
    """The refusal of something over a size limit."""
    measured = f"{size / 1e6:.0f} MB" if size is not None else "unpacked size"
    return Refused(
        f"too large: {measured} is over the limit of {limit / 1e6:g} MB",
        item=item,
        advice="split it into smaller files or records",
    )


def lines(chunks: Iterable[bytes], limit: int) -> Iterator[bytes | None]:
    """Lines without their line end; None stands for a line over ``limit`` bytes, which is skipped to its end.

    What the chunks raise is raised after the last whole line before it.
    """
    parts: list[bytes] = []  # of the line that is not whole yet
    size, skipping = 0, False
    for chunk in chunks:
        *whole, rest = chunk.split(b"\n")
        for piece in whole:
            if skipping or size + len(piece) > limit:
                yield None
            else:
                yield (b"".join(parts) + piece).removesuffix(b"\r")
            parts, size, skipping = [], 0, False
        parts.append(rest)
        size += len(rest)
        if size > limit:
            parts, skipping = [], True
    if skipping:
        yield None
    elif size:
        yield b"".join(parts)
