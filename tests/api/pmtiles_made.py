"""Writes small PMTiles archives for tests, by the format's own description: the other half of what vigil reads."""

from __future__ import annotations

import gzip
import json
import struct
import zlib
from collections.abc import Mapping
from pathlib import Path

Tile = tuple[int, int, int]


def varint(value: int) -> bytes:
    out = bytearray()
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    out.append(value)
    return bytes(out)


def number(z: int, x: int, y: int) -> int:
    """A tile's place on the curve, by walking the curve from its start: slow, and unlike what vigil does."""
    before = sum(1 << 2 * zoom for zoom in range(z))
    for step in range(1 << 2 * z):
        px = py = 0
        rest, side = step, 1
        while side < 1 << z:
            east = 1 & (rest // 2)
            south = 1 & (rest ^ east)
            if south == 0:
                if east == 1:
                    px, py = side - 1 - px, side - 1 - py
                px, py = py, px
            px += side * east
            py += side * south
            rest //= 4
            side *= 2
        if (px, py) == (x, y):
            return before + step
    raise ValueError((z, x, y))


def directory(entries: list[tuple[int, int, int, int]]) -> bytes:
    """Of (tile id, run length, length, offset)."""
    out, last = varint(len(entries)), 0
    for id, *_ in entries:
        out += varint(id - last)
        last = id
    out += b"".join(varint(run) for _, run, _, _ in entries) + b"".join(varint(length) for _, _, length, _ in entries)
    return out + b"".join(varint(offset + 1) for *_, offset in entries)


def write(
    path: Path,
    tiles: Mapping[Tile, bytes],
    *,
    kind: int,
    metadata: Mapping[str, object],
    packed: bool = False,
    leaves: bool = False,
) -> Path:
    """An archive. ``packed``: tiles by gzip; ``leaves``: the root points to one directory a tile."""
    kept = {number(*where): gzip.compress(tile, mtime=0) if packed else tile for where, tile in tiles.items()}
    entries, data = [], b""
    for id in sorted(kept):
        entries.append((id, 1, len(kept[id]), len(data)))
        data += kept[id]
    below = b""
    if leaves:
        root = []
        for entry in entries:
            leaf = gzip.compress(directory([entry]), mtime=0)
            root.append((entry[0], 0, len(leaf), len(below)))
            below += leaf
        entries = root
    top = gzip.compress(directory(entries), mtime=0)
    told = gzip.compress(json.dumps(metadata).encode(), mtime=0)
    zooms = [z for z, _, _ in tiles]
    at = 127
    places = []
    for part in (top, told, below, data):
        places += [at, len(part)]
        at += len(part)
    head = struct.pack(
        "<7sB11Q6B4iB2i", b"PMTiles", 3, *places, len(kept), len(kept), len(kept),
        1, 2, 2 if packed else 1, kind, min(zooms), max(zooms), -1800000000, -850000000, 1800000000, 850000000, 0, 0, 0,
    )  # fmt: skip
    path.write_bytes(head + top + told + below + data)
    return path


def png(red: int, green: int, blue: int, side: int = 256) -> bytes:
    """A picture of one colour."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    row = b"\0" + bytes((red, green, blue)) * side
    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(row * side, 9)) + chunk(b"IEND", b"")
    )


def field(number: int, body: bytes) -> bytes:
    """A field of a protocol buffer that holds bytes."""
    return varint(number << 3 | 2) + varint(len(body)) + body


def shapes(layer: str, extent: int = 4096) -> bytes:
    """A vector tile whose one layer holds one square over the whole tile."""
    ring = [9, 0, 0, 26, extent * 2, 0, 0, extent * 2, extent * 2 - 1, 0, 15]
    geometry = b"".join(varint(value) for value in ring)
    feature = varint(3 << 3) + varint(3) + field(4, geometry)
    body = field(1, layer.encode()) + field(2, feature) + varint(5 << 3) + varint(extent) + varint(15 << 3) + varint(2)
    return field(3, body)
