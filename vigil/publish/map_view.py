"""The report's map as plain numbers: where to draw what, in an equirectangular view fitted to the data.

Doubt is drawn: a place known only roughly gets its whole radius as a dashed circle, a place with one witness a hollow
mark, a disputed one a split mark. What cannot be drawn honestly (known only to the country, unknown, outside the frame)
is counted.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import cos, floor, log10, radians, sqrt
from typing import Any

from vigil.model.entity import PlacePrecision, PlaceRef
from vigil.model.event import Event, EventStatus
from vigil.publish import text

#: View widths: one unit is about one pixel on a desk and on a telephone, so that words stay readable on both.
WIDE, NARROW = 960.0, 400.0
#: Least and greatest height of each view.
HEIGHTS = {WIDE: (300.0, 620.0), NARROW: (260.0, 460.0)}
KM_PER_DEGREE = 111.195  # of latitude; mean earth radius 6371 km
#: A place at the edge of the frame keeps this share of the frame's size as margin.
MARGIN = 0.12
#: Points further than so many interquartile ranges from the middle half stay outside the frame (Tukey's far fence), so
#: that one far-off report does not shrink all the rest.
FENCE = 3.0
LEAST_SPREAD = 0.5  # degrees
#: A circle of doubt of more than this share of the width says nothing on a map: such events are counted below it.
WIDEST = 0.25
MAX_LABELS = 40
CHARACTER = 6.6  # width of a label's character at 12.5 px, a little generous

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """All events of one place: centre and size in view units, and how its doubt is drawn."""

    x: float
    y: float
    size: float
    area: float  # radius of the doubt circle, 0 none
    look: str  # "solid" corroborated, "hollow" one witness, "split" disputed, "faint" announced or denied only
    name: str
    events: tuple[str, ...]
    note: str


@dataclass(frozen=True, slots=True)
class Label:
    """A place's name beside its mark."""

    x: float
    y: float
    anchor: str
    words: str


@dataclass(frozen=True, slots=True)
class Line:
    """A coast line or a line of the grid, as SVG path data, with its label."""

    path: str
    label: str = ""
    x: float = 0.0
    y: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class MapView:
    """Everything that the template draws."""

    width: float
    height: float
    marks: tuple[Mark, ...]
    labels: tuple[Label, ...]
    coast: tuple[Line, ...]
    grid: tuple[Line, ...]
    scale_km: int
    scale_width: float
    not_drawn: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Frame:
    west: float
    north: float
    scale_x: float  # view units a degree
    scale_y: float
    width: float
    height: float

    def point(self, lon: float, lat: float) -> tuple[float, float]:
        return round((lon - self.west) * self.scale_x, 1), round((self.north - lat) * self.scale_y, 1)

    def holds(self, lon: float, lat: float) -> bool:
        x, y = self.point(lon, lat)
        return -2 <= x <= self.width + 2 and -2 <= y <= self.height + 2


def draw(events: Sequence[Event], coast: Mapping[str, Any] | None = None, width: float = WIDE) -> MapView | None:
    """Fit a view to the events' places and the coast (GeoJSON, lon and lat in degrees). None when nothing can be placed."""
    placed = [(event, event.place) for event in events if event.place is not None and _drawable(event.place)]
    rings = list(_rings(coast)) if coast else []
    if not placed and not rings:
        return None
    frame = _fit([(place.lon or 0.0, place.lat or 0.0) for _, place in placed], rings, width)
    groups: dict[tuple[float, float], list[tuple[Event, PlaceRef]]] = defaultdict(list)
    outside = wide = 0
    for event, place in placed:
        if (
            place.radius_km * frame.scale_y / KM_PER_DEGREE > WIDEST * width
            and place.precision is not PlacePrecision.EXACT
        ):
            wide += 1
        elif frame.holds(place.lon or 0.0, place.lat or 0.0):
            groups[(place.lon or 0.0, place.lat or 0.0)].append((event, place))
        else:
            outside += 1
    marks = sorted(
        (_mark(frame, spot, group) for spot, group in groups.items()), key=lambda mark: (-mark.size, mark.name)
    )
    scale_km = _round_number(width / 6 / (frame.scale_y / KM_PER_DEGREE))
    return MapView(
        width=width,
        height=frame.height,
        marks=tuple(marks),
        labels=tuple(_labels(marks, frame)),
        coast=tuple(Line(_path(frame, ring)) for ring in rings),
        grid=tuple(_grid(frame)),
        scale_km=scale_km,
        scale_width=round(scale_km * frame.scale_y / KM_PER_DEGREE, 1),
        not_drawn=tuple(_not_drawn(events, outside, wide)),
    )


def _drawable(place: PlaceRef) -> bool:
    vague = place.precision in (PlacePrecision.COUNTRY, PlacePrecision.UNKNOWN)
    return place.lat is not None and place.lon is not None and not vague


def _fit(points: Sequence[tuple[float, float]], rings: Sequence[Sequence[tuple[float, float]]], view: float) -> _Frame:
    shore = [point for ring in rings for point in ring]
    # An outline says what the page is about: what lies off it is counted, not drawn.
    lons = [lon for lon, _ in shore] or _fenced([lon for lon, _ in points])
    lats = [lat for _, lat in shore] or _fenced([lat for _, lat in points])
    west, east, south, north = min(lons), max(lons), min(lats), max(lats)
    shrink = max(0.05, cos(radians((south + north) / 2)))
    span_y = max(north - south, 0.3, (east - west) * shrink * 0.25)
    span_x = max(east - west, 0.3 / shrink)
    width, height = span_x * shrink * (1 + 2 * MARGIN), span_y * (1 + 2 * MARGIN)
    least, most = HEIGHTS[view]
    view_height = min(max(view * height / width, least), most)
    scale = min(view / width, view_height / height)
    middle_lon, middle_lat = (west + east) / 2, (south + north) / 2
    return _Frame(
        west=middle_lon - view / (2 * scale * shrink),
        north=middle_lat + view_height / (2 * scale),
        scale_x=scale * shrink,
        scale_y=scale,
        width=view,
        height=round(view_height, 1),
    )


def _fenced(values: list[float]) -> list[float]:
    ordered = sorted(values)
    low, high = ordered[len(ordered) // 4], ordered[(len(ordered) * 3) // 4]
    reach = max(high - low, LEAST_SPREAD) * FENCE
    return [value for value in ordered if low - reach <= value <= high + reach]


def _mark(frame: _Frame, spot: tuple[float, float], group: Sequence[tuple[Event, PlaceRef]]) -> Mark:
    x, y = frame.point(*spot)
    place = group[0][1]
    exact = all(item.precision is PlacePrecision.EXACT for _, item in group)
    radius = 0.0 if exact else max(item.radius_km for _, item in group) * frame.scale_y / KM_PER_DEGREE
    size = round(5 + 2.2 * sqrt(len(group) - 1), 1)
    statuses = [event.status for event, _ in group]
    name = text.clean(place.name or place.text)
    disputed = statuses.count(EventStatus.DISPUTED)
    note = f"{name}: {text.plural(len(group), 'event')}" + (f", {disputed} disputed" if disputed else "")
    return Mark(
        x=x,
        y=y,
        size=min(size, 22.0),
        area=round(radius, 1) if radius > size else 0.0,
        look=_look(statuses),
        name=name,
        events=tuple(event.id for event, _ in group),
        note=note,
    )


def _look(statuses: Sequence[EventStatus]) -> str:
    if EventStatus.DISPUTED in statuses:
        return "split"
    if EventStatus.CORROBORATED in statuses:
        return "solid"
    return "hollow" if EventStatus.REPORTED in statuses else "faint"


def _labels(marks: Sequence[Mark], frame: _Frame) -> Iterable[Label]:
    """Names of the largest places first, right, left, above or below the mark; one that would hide another is left out."""
    taken: list[Box] = [
        (mark.x - mark.size, mark.y - mark.size, mark.x + mark.size, mark.y + mark.size) for mark in marks
    ]
    for mark in marks[:MAX_LABELS]:
        words = mark.name if len(mark.name) <= 24 else mark.name[:23] + "…"
        wide, gap = len(words) * CHARACTER, mark.size + 4
        spots = (
            ("start", mark.x + gap, mark.y + 4, mark.x + gap),
            ("end", mark.x - gap, mark.y + 4, mark.x - gap - wide),
            ("middle", mark.x, mark.y - gap - 2, mark.x - wide / 2),
            ("middle", mark.x, mark.y + gap + 10, mark.x - wide / 2),
        )
        for anchor, x, y, left in spots:
            box = (left, y - 11, left + wide, y + 3)
            inside = box[0] >= 2 and box[2] <= frame.width - 2 and box[1] >= 2 and box[3] <= frame.height - 20
            if inside and not any(_overlap(box, other) for other in taken):
                taken.append(box)
                yield Label(round(x, 1), round(y, 1), anchor, words)
                break


def _overlap(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _not_drawn(events: Sequence[Event], outside: int, wide: int) -> Iterable[str]:
    places = [event.place for event in events if event.place is None or not _drawable(event.place)]
    country = sum(1 for place in places if place is not None and place.precision is PlacePrecision.COUNTRY)
    if country:
        yield f"{text.plural(country, 'event')} known only to the country"
    if wide:
        yield f"{text.plural(wide, 'event')} known only to a wide region"
    if len(places) > country:
        yield f"{text.plural(len(places) - country, 'event')} without a place that could be found"
    if outside:
        yield f"{text.plural(outside, 'event')} outside this frame"


def _rings(shape: Mapping[str, Any]) -> Iterable[list[tuple[float, float]]]:
    kind = shape.get("type")
    if kind == "FeatureCollection":
        for feature in shape.get("features", ()):
            yield from _rings(feature)
    elif kind == "Feature":
        yield from _rings(shape.get("geometry") or {})
    elif kind == "GeometryCollection":
        for part in shape.get("geometries", ()):
            yield from _rings(part)
    elif kind in ("Polygon", "MultiLineString"):
        yield from ([(float(point[0]), float(point[1])) for point in ring] for ring in shape["coordinates"])
    elif kind == "MultiPolygon":
        for polygon in shape["coordinates"]:
            yield from ([(float(point[0]), float(point[1])) for point in ring] for ring in polygon)
    elif kind == "LineString":
        yield [(float(point[0]), float(point[1])) for point in shape["coordinates"]]


def _path(frame: _Frame, ring: Sequence[tuple[float, float]]) -> str:
    points = " L".join("{:g} {:g}".format(*frame.point(lon, lat)) for lon, lat in ring)
    return f"M{points}" + ("Z" if ring and ring[0] == ring[-1] else "")


def _grid(frame: _Frame) -> Iterable[Line]:
    step = _grid_step(frame.width / frame.scale_x)
    digits = 0 if step >= 1 else 1 if step >= 0.1 else 2
    first = floor(frame.west / step) + 1
    for number in range(first, first + 20):
        x, _ = frame.point(number * step, frame.north)
        if 12 < x < frame.width - 48:
            yield Line(f"M{x:g} 0V{frame.height:g}", _degrees(number * step, "E", "W", digits), x + 3, 12)
    first = floor((frame.north - frame.height / frame.scale_y) / step) + 1
    for number in range(first, first + 20):
        _, y = frame.point(frame.west, number * step)
        if 24 < y < frame.height - 8:
            yield Line(f"M0 {y:g}H{frame.width:g}", _degrees(number * step, "N", "S", digits), 4, y - 3)


def _degrees(value: float, plus: str, minus: str, digits: int) -> str:
    return f"{abs(value):.{digits}f}° {plus if value >= 0 else minus}"


def _grid_step(span: float) -> float:
    return next((step for step in (0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 20) if span / step <= 7), 45)


def _round_number(value: float) -> int:
    power = 10.0 ** floor(log10(max(value, 1.0)))
    return int(next((factor * power for factor in (5, 2, 1) if factor * power <= value), 1))
