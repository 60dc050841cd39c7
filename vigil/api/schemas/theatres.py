"""Map layers of a theatre pack: GeoJSON."""

from __future__ import annotations

from typing import Any, Literal

from vigil.api.schemas.base import Shape, many, said


class Feature(Shape):
    """One GeoJSON feature."""

    type: Literal["Feature"] = said("always Feature", "Feature")
    id: str = said("the feature's id", "areas-0")
    geometry: dict[str, Any] | None = said(
        "GeoJSON geometry, longitude before latitude", {"type": "Point", "coordinates": [-20.47, -27.96]}
    )
    properties: dict[str, Any] = said("of the file, and layer: coast or areas", {"layer": "areas", "name": "Highland"})


class Layers(Shape):
    """A GeoJSON feature collection."""

    type: Literal["FeatureCollection"] = said("always FeatureCollection", "FeatureCollection")
    name: str = said("the pack's id", "kelmora")
    features: list[Feature] = many("coast first, then areas", Feature)
