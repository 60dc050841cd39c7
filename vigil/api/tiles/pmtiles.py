"""Reads PMTiles archives (version 3): one file that holds a map's tiles, found by two or three small reads a tile.

The format is https://github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md: a header of 127 bytes, directories of
(tile id, run length, length, offset) in columns of varints, and the tiles. Tiles are numbered along a Hilbert curve, zoom by
zoom. Only what the header promises is believed, and only as far as the file reaches.
"""

from __future__ import annotations

import html
import json
import re
import struct
import threading
import zlib
from bisect import bisect_right
from collections import OrderedDict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from vigil.model.errors import Misuse

_HEADER = struct.Struct("<7sB11Q6B4iB2i")
NONE, GZIP = 1, 2
#: Tile types of the format -> media type, and whether the tiles are shapes (else pictures).
TYPES: dict[int, tuple[str, bool]] = {
    1: ("application/vnd.mapbox-vector-tile", True), 2: ("image/png", False), 3: ("image/jpeg", False),
    4: ("image/webp", False), 5: ("image/avif", False),
}  # fmt: skip
#: Bytes of one directory or of the metadata, unpacked; of one tile; directories that are kept; steps from root to tile.
MOST_DIRECTORY, MOST_TILE, KEPT, STEPS = 32 << 20, 16 << 20, 64, 4
MOST_ZOOM = 26


@dataclass(frozen=True, slots=True)
class Header:
    """What the archive says of itself. Offsets and lengths in bytes, bounds in degrees (west, south, east, north)."""

    root: tuple[int, int]
    metadata: tuple[int, int]
    leaves: tuple[int, int]
    tiles: tuple[int, int]
    internal: int
    compression: int
    kind: int
    zooms: tuple[int, int]
    bounds: tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Directory:
    """Entries in the order of tile ids; an entry with run length 0 points to another directory."""

    ids: list[int]
    runs: list[int]
    lengths: list[int]
    offsets: list[int]


class Archive:
    """One archive. Thread-safe: each read opens the file anew, which costs little beside the reading."""

    def __init__(self, path: Path) -> None:
        """Raises Misuse for a file that cannot be read or is no PMTiles archive of version 3."""
        self.path = path
        try:
            found = path.stat()
            path.open("rb").close()
        except OSError as error:
            raise self._bad(f"cannot be read: {error.strerror or error}", "name a file that is there") from error
        self._size = found.st_size
        self.tag = f'"{found.st_size:x}-{found.st_mtime_ns:x}"'
        self._lock = threading.Lock()
        self._kept: OrderedDict[tuple[int, int], Directory] = OrderedDict()
        self.header = self._header(self._read(0, _HEADER.size, "header"))
        self.metadata = self._metadata()
        self._directory(self.header.root)  # a broken root is told now, not at the first map

    @property
    def media_type(self) -> str:
        """Of its tiles."""
        return TYPES[self.header.kind][0]

    @property
    def vector(self) -> bool:
        """True where tiles are shapes, False where they are pictures."""
        return TYPES[self.header.kind][1]

    def tile(self, z: int, x: int, y: int) -> bytes | None:
        """A tile as it is kept (see ``header.compression``), None where there is none.

        Raises Misuse for a broken archive.
        """
        if not (0 <= z <= MOST_ZOOM and 0 <= x < 1 << z and 0 <= y < 1 << z):
            return None
        wanted = tile_id(z, x, y)
        where = self.header.root
        for _ in range(STEPS):
            directory = self._directory(where)
            at = bisect_right(directory.ids, wanted) - 1
            if at < 0:
                return None
            offset, length = directory.offsets[at], directory.lengths[at]
            if directory.runs[at] == 0:
                where = (self.header.leaves[0] + offset, length)
                continue
            if wanted >= directory.ids[at] + directory.runs[at]:
                return None
            if length > MOST_TILE:
                raise self._bad(f"tile {z}/{x}/{y} has {length:,} bytes", "make it anew with smaller tiles")
            return self._read(self.header.tiles[0] + offset, length, f"tile {z}/{x}/{y}")
        raise self._bad("its directories lead too deep", "make the archive anew")

    def attribution(self) -> str:
        """Whom the map's data is owed to, as plain text: archives write it as HTML, which is never shown as such."""
        words = re.sub(r"<[^<>]*>", "", str(self.metadata.get("attribution") or ""))
        return " ".join(html.unescape(words).split())[:300]

    def layers(self) -> list[str]:
        """Names of the layers in tiles of shapes."""
        found = self.metadata.get("vector_layers")
        named = [one.get("id") for one in found if isinstance(one, dict)] if isinstance(found, list) else []
        return [name for name in named if isinstance(name, str)][:100]

    def _header(self, raw: bytes) -> Header:
        magic, version, *rest = _HEADER.unpack(raw)
        if magic != b"PMTiles" or version != 3:
            advice = "version 3 is read: `pmtiles convert` makes it of older ones and of MBTiles"
            raise self._bad("is no PMTiles archive of version 3", advice)
        numbers, (internal, compression, kind, low, high) = rest[:11], rest[12:17]
        west, south, east, north = (value / 1e7 for value in rest[17:21])
        if kind not in TYPES:
            raise self._bad(f"has tiles of an unknown type ({kind})", "use vector tiles (MVT), PNG, JPEG, WebP or AVIF")
        if internal not in (NONE, GZIP) or (compression not in (0, NONE, GZIP)):
            raise self._bad("is packed in a way that is not read", "make it with gzip, or unpacked")
        if not 0 <= low <= high <= MOST_ZOOM:
            raise self._bad(f"has zooms {low} to {high}", "make the archive anew")
        return Header(
            root=(numbers[0], numbers[1]),
            metadata=(numbers[2], numbers[3]),
            leaves=(numbers[4], numbers[5]),
            tiles=(numbers[6], numbers[7]),
            internal=internal,
            compression=compression,
            kind=kind,
            zooms=(low, high),
            bounds=(max(-180.0, west), max(-90.0, south), min(180.0, east), min(90.0, north)),
        )

    def _metadata(self) -> dict[str, Any]:
        try:
            plain = json.loads(self._unpacked(self.header.metadata, "metadata") or b"{}")
        except ValueError as error:
            raise self._bad("has metadata that is no JSON", "make the archive anew") from error
        return plain if isinstance(plain, dict) else {}

    def _directory(self, where: tuple[int, int]) -> Directory:
        with self._lock:
            kept = self._kept.get(where)
            if kept is not None:
                self._kept.move_to_end(where)
                return kept
        try:
            made = directory_of(self._unpacked(where, "directory"))
        except (IndexError, ValueError) as error:
            raise self._bad("has a broken directory", "copy the archive again") from error
        with self._lock:
            self._kept[where] = made
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return made

    def _unpacked(self, where: tuple[int, int], what: str) -> bytes:
        if where[1] > MOST_DIRECTORY:
            raise self._bad(f"has a {what} of {where[1]:,} bytes", "make the archive anew")
        raw = self._read(*where, what)
        if self.header.internal == NONE or not raw:
            return raw
        try:
            return gunzip(raw, MOST_DIRECTORY)
        except ValueError as error:
            raise self._bad(f"has a broken {what}", "copy the archive again") from error

    def _read(self, offset: int, length: int, what: str) -> bytes:
        if offset + length > self._size:
            raise self._bad(f"ends before its {what}", "copy the archive again: it is cut off")
        with self.path.open("rb") as file:
            file.seek(offset)
            raw = file.read(length)
        if len(raw) != length:
            raise self._bad(f"ends before its {what}", "copy the archive again: it is cut off")
        return raw

    def _bad(self, what: str, advice: str) -> Misuse:
        return Misuse(f"{self.path} {what}", item=str(self.path), advice=advice)


def gunzip(raw: bytes, most: int) -> bytes:
    """Unpack up to ``most`` bytes. Raises ValueError for what is no gzip or would be longer."""
    unpacker = zlib.decompressobj(wbits=31)
    try:
        plain = unpacker.decompress(raw, most)
    except zlib.error as error:
        raise ValueError(str(error)) from error
    if not unpacker.eof:
        raise ValueError("cut off, or too long")
    return plain


def tile_id(z: int, x: int, y: int) -> int:
    """A tile's number: all tiles of the zooms before, then the place on this zoom's Hilbert curve."""
    number = ((1 << 2 * z) - 1) // 3
    side = 1 << z >> 1
    while side > 0:
        east, south = (x & side) > 0, (y & side) > 0
        number += side * side * ((3 * east) ^ south)
        if not south:  # the curve turns
            if east:
                x, y = side - 1 - (x & (side - 1)), side - 1 - (y & (side - 1))
            x, y = y, x
        side >>= 1
    return number


def directory_of(raw: bytes) -> Directory:
    """A directory of its bytes. Raises IndexError or ValueError for a broken one."""
    at = 0

    def varint() -> int:
        nonlocal at
        value = shift = 0
        while True:
            byte = raw[at]
            at += 1
            value |= (byte & 0x7F) << shift
            if byte < 0x80:
                return value
            shift += 7
            if shift > 63:
                raise ValueError("a number is too long")

    count = varint()
    if count > len(raw):
        raise ValueError("more entries than bytes")
    ids, last = [], 0
    for _ in range(count):
        last += varint()
        ids.append(last)
    runs = [varint() for _ in range(count)]
    lengths = [varint() for _ in range(count)]
    offsets: list[int] = []
    for entry in range(count):
        value = varint()
        if value == 0 and entry == 0:
            raise ValueError("the first entry has no offset")
        offsets.append(offsets[-1] + lengths[entry - 1] if value == 0 else value - 1)
    return Directory(ids, runs, lengths, offsets)
