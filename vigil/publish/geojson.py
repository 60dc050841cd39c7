"""Events as GeoJSON (RFC 7946): one feature an event, longitude before latitude, private persons' names withheld.

A point is the middle of the named place, and ``radius_km`` and ``place_precision`` say how far to trust it. An event whose
place is unknown, or known only to the country, has a null geometry: no false points.
"""

from __future__ import annotations

import json
from typing import Any, TextIO

from vigil.model.entity import PlacePrecision
from vigil.model.event import Event
from vigil.publish.record import Exported, Record
from vigil.publish.rows import row_of

_POINTLESS = frozenset({PlacePrecision.COUNTRY, PlacePrecision.UNKNOWN})


class GeojsonExporter:
    """A FeatureCollection, one feature a line."""

    masked = True

    def __init__(self, out: TextIO) -> None:
        self.out = out
        self.record: Record | None = None
        self.written = 0

    def setup(self, record: Record) -> None:
        """Open the collection."""
        self.record = record
        self.out.write('{"type":"FeatureCollection","features":[')

    def feed(self, item: Exported) -> None:
        """Write an event's feature; other items have none."""
        if not isinstance(item, Event) or self.record is None:
            return
        self.out.write(",\n" if self.written else "\n")
        self.written += 1
        self.out.write(
            json.dumps(_feature(self.record, item), ensure_ascii=False, separators=(",", ":"), allow_nan=False)
        )

    def finish(self) -> None:
        """Close the collection."""
        self.out.write("\n]}\n")


def _feature(record: Record, event: Event) -> dict[str, Any]:
    properties: dict[str, Any] = {
        name: None if value == "" else value
        for name, value in row_of(record, event).items()
        if name not in ("latitude", "longitude")
    }
    return {"type": "Feature", "id": event.id, "geometry": _point(event), "properties": properties}


def _point(event: Event) -> dict[str, Any] | None:
    place = event.place
    if place is None or place.lat is None or place.lon is None or place.precision in _POINTLESS:
        return None
    return {"type": "Point", "coordinates": [round(place.lon, 5), round(place.lat, 5)]}
