"""The detailed map that a server was given, if any."""

from __future__ import annotations

from typing import Literal

from vigil.api.schemas.base import Shape, said

Kind = Literal["none", "raster", "vector"]


class TileSet(Shape):
    """Where the map's tiles are, and what they are."""

    kind: Kind = said("none: the built-in basemap only", "vector")
    address: str = said('where they are asked for; "" without any', "/v1/tiles/{z}/{x}/{y}")
    low: int = said("smallest zoom", 0)
    high: int = said("largest zoom; beyond it tiles are enlarged", 14)
    bounds: list[float] = said("west, south, east, north; empty: everywhere", [-21.0, -28.5, -19.0, -27.0])
    layers: list[str] = said("names of the layers of shapes", ["water", "roads"])
    attribution: str = said("whom the data is owed to, as text", "© OpenStreetMap contributors")
