"""Gazetteer files from elsewhere, read whole or not at all: GeoNames dumps, OCHA p-codes, UCDP places, CSV, GeoJSON."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from vigil.model.entity import Place
from vigil.model.errors import BadReference
from vigil.reference.gazetteer import Overlay
from vigil.reference.index import alpha3
from vigil.reference.index import countries as all_countries

#: Kinds of gazetteer files that can be read.
SUFFIXES = (".txt", ".csv", ".jsonl", ".geojson", ".json")
Named = tuple[Place, tuple[str, ...]]
#: GeoNames feature code (the longest prefix counts) to our kind and an honest radius in km.
FEATURES: dict[str, tuple[str, float]] = {
    "PPLC": ("city", 8), "PPLA": ("city", 5), "PPLX": ("district", 2), "PPL": ("village", 1.5), "ADM1": ("province", 60),
    "ADM": ("district", 20), "PCLI": ("country", 300), "MT": ("mountain", 10), "RGN": ("region", 40), "STM": ("river", 30),
    "RD": ("road", 30), "AIRB": ("site", 3), "AIRP": ("site", 3), "CMP": ("camp", 2), "": ("site", 2),
}  # fmt: skip
RADII = {"city": 5.0, "town": 2.5, "village": 1.5, "district": 15.0, "province": 60.0, "region": 40.0, "country": 300.0}
#: Column names that users and OCHA write, for each of our fields.
COLUMNS: dict[str, tuple[str, ...]] = {
    "name": ("name", "place", "location", "where_coordinates", "settlement", "admin4name_en", "admin4name", "name_en"),
    "lat": ("lat", "latitude", "y", "point_y", "latitude_y"),
    "lon": ("lon", "lng", "longitude", "x", "point_x", "longitude_x"),
    "kind": ("kind", "type", "feature"),
    "country": ("country", "iso3", "admin0pcode", "admin0name_en"),
    "id": ("id", "pcode", "admin4pcode", "geonameid"),
    "aliases": ("aliases", "names", "alternatenames", "ascii", "admin4name_ar", "name_ar"),
    "admin1": ("adm1", "adm_1", "admin1name_en", "admin1"),
    "population": ("population", "pop"),
    "radius_km": ("radius_km", "radius"),
    "events": ("events", "event_count"),
}
#: Columns by which a UCDP GED table is known: an event a row, so that a place stands there as often as it was hit.
UCDP = frozenset({"where_coordinates", "where_prec"})
#: UCDP's where_prec to our kind and radius (km) where the name does not say it; whole countries and seas are no places.
UCDP_PRECISION = {
    1: ("village", 1.5),
    2: ("village", 10.0),
    3: ("district", 15.0),
    4: ("province", 60.0),
    5: ("region", 60.0),
}
_UCDP_KIND = re.compile(
    r"\s+(?P<kind>village|town|city|district|neighbou?rhood|governorate|province|region|camp|suburb|area)$",
    re.IGNORECASE,
)


def load(path: Path, theatre: str = "", *, countries: Sequence[str] = (), always: bool = True) -> Overlay:
    """Read a gazetteer file by its kind. Raises BadReference with file and line; nothing is then loaded.

    ``.txt`` is a GeoNames country dump (19 tab-separated columns, no header), ``.csv`` OCHA p-codes, UCDP or the user's
    own table, ``.jsonl`` one place a line, ``.geojson``/``.json`` points or areas. The places serve stories about
    ``countries`` (alpha-3; without any, those that the file names), or all stories where ``always``.
    """
    readers: dict[str, Callable[[Path, str], Iterator[tuple[int, Named]]]] = {
        ".txt": _geonames, ".csv": _csv, ".jsonl": _jsonl, ".geojson": _geojson, ".json": _geojson,
    }  # fmt: skip
    reader = readers.get(path.suffix.lower())
    if reader is None:
        raise _bad(path, 0, f"files of type {path.suffix!r} are not read", "use .txt, .csv, .jsonl or .geojson")
    theatre = theatre or path.stem.lower()
    places: list[Named] = []
    seen: dict[str, int] = {}
    points: dict[tuple[str, float | None, float | None], int] = {}
    for line, (place, aliases) in reader(path, theatre):
        point = (place.name, place.lat, place.lon)
        for known, key in ((seen.get(place.id), place.id), (points.get(point), place.name)):
            if known is not None:
                raise _bad(path, line, f"{key!r} is already on line {known}", "remove one of the two")
        seen[place.id] = points[point] = line
        if not place.country and len(countries) == 1:
            place = replace(place, country=countries[0])
        places.append((place, aliases))
    if not places:
        raise _bad(path, 0, "no places in the file", "check that the file is complete")
    homes = countries or sorted({p.country for p, _ in places if p.country})
    return Overlay(theatre, places, countries=homes, always=always)


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError as error:
        raise _bad(path, 0, "no such file", "check the path") from error
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        raise _bad(path, line, "not UTF-8 (mixed encodings?)", "save the whole file as UTF-8") from error


def _geonames(path: Path, theatre: str) -> Iterator[tuple[int, Named]]:
    for line, row in enumerate(_text(path).splitlines(), 1):
        if not row.strip():
            continue
        cells = row.split("\t")
        if len(cells) != 19:
            raise _bad(path, line, f"{len(cells)} columns where a GeoNames dump has 19", "download the dump again")
        kind, radius = next(FEATURES[p] for p in sorted(FEATURES, key=len, reverse=True) if cells[7].startswith(p))
        population = int(cells[14]) if cells[14].isdigit() else 0
        if kind == "village" and population >= 5000:
            kind = "town"
        lat, lon = _point(path, line, cells[4], cells[5])
        place = Place(
            id=f"gn:{cells[0]}", name=cells[1], kind=kind, lat=lat, lon=lon, radius_km=radius, admin1=cells[10],
            country=alpha3().get(cells[8], ""), population=population, theatre=theatre,
        )  # fmt: skip
        yield line, (place, tuple(filter(None, (cells[2], *cells[3].split(",")))))


def _csv(path: Path, theatre: str) -> Iterator[tuple[int, Named]]:
    reader = csv.DictReader(io.StringIO(_text(path), newline=""))
    columns = tuple(reader.fieldnames or ())
    fields = _fields(columns)
    for name in ("name", "lat", "lon"):
        if name not in fields:
            raise _bad(path, 1, f"no column for {name}", f"name one of: {', '.join(COLUMNS[name])}")
    if {column.strip().lower() for column in columns if column} >= UCDP:
        yield from _ucdp(path, reader, fields, theatre)
        return
    for row in reader:
        if any((row[column] or "").startswith("#") for column in fields.values() if column in row):
            continue  # OCHA's second line holds HXL tags
        yield reader.line_num, _place(path, reader.line_num, {k: row.get(c) or "" for k, c in fields.items()}, theatre)


def _ucdp(
    path: Path, rows: csv.DictReader[str], fields: Mapping[str, str], theatre: str
) -> Iterator[tuple[int, Named]]:
    """A place of a UCDP GED table once, with the number of its events, on the line where it first stands."""
    columns = {column.strip().lower(): column for column in rows.fieldnames or () if column}
    found: dict[tuple[str, float, float, str], tuple[int, dict[str, Any]]] = {}
    events: Counter[tuple[str, float, float, str]] = Counter()
    for row in rows:
        line = rows.line_num
        told = (row.get(columns["where_prec"]) or "").strip()
        if told not in map(str, range(1, 8)):
            raise _bad(path, line, f"where_prec {told!r} is none of 1 to 7", "check that no column is shifted")
        lat, lon = _point(path, line, row.get(fields["lat"]), row.get(fields["lon"]))
        if int(told) not in UCDP_PRECISION:
            continue
        kind, radius = UCDP_PRECISION[int(told)]
        name = (row.get(fields["name"]) or "").strip()
        said = _UCDP_KIND.search(name)
        if said is not None:
            kind = {"governorate": "province"}.get(said["kind"].lower(), said["kind"].lower())
            name = name[: said.start()]
        key = (name, lat, lon, kind)
        events[key] += 1
        found.setdefault(key, (line, {
            "name": name, "lat": lat, "lon": lon, "kind": kind, "radius_km": radius,
            "id": f"{kind} {name}@{lat:.4f},{lon:.4f}",
            "country": row.get(fields.get("country", ""), ""), "admin1": row.get(fields.get("admin1", ""), ""),
        }))  # fmt: skip
    once: set[tuple[str, float, float]] = set()
    for key, (line, fields_of) in found.items():
        if key[:3] not in once:  # told once as a town and once as an area: the first counts
            once.add(key[:3])
            yield line, _place(path, line, fields_of | {"events": events[key]}, theatre)


def _jsonl(path: Path, theatre: str) -> Iterator[tuple[int, Named]]:
    for line, text in enumerate(_text(path).splitlines(), 1):
        if not text.strip():
            continue
        try:
            row = json.loads(text)
        except ValueError as error:
            raise _bad(path, line, f"not JSON: {error}", "write one object a line") from error
        if not isinstance(row, dict):
            raise _bad(path, line, "not an object", "write one object a line")
        fields = _fields(tuple(row))
        yield line, _place(path, line, {key: row[column] for key, column in fields.items()}, theatre)


def _geojson(path: Path, theatre: str) -> Iterator[tuple[int, Named]]:
    try:
        features = json.loads(_text(path))["features"]
    except (ValueError, KeyError, TypeError) as error:
        raise _bad(path, 1, "not a GeoJSON FeatureCollection", "export it as one") from error
    for number, feature in enumerate(features, 1):
        try:
            properties, geometry = dict(feature.get("properties") or {}), feature["geometry"]
            points = list(_points(geometry["coordinates"]))
            lons, lats = [point[0] for point in points], [point[1] for point in points]
            row = {key: properties[column] for key, column in _fields(tuple(properties)).items()}
            row |= {"lat": (min(lats) + max(lats)) / 2, "lon": (min(lons) + max(lons)) / 2}
        except (KeyError, TypeError, ValueError, IndexError, AttributeError) as error:
            raise _bad(path, number, f"feature {number} has no usable geometry", "give it coordinates") from error
        if len(points) > 1 and "radius_km" not in row:
            row["radius_km"] = round(max(max(lats) - min(lats), max(lons) - min(lons)) * 111.2 / 2, 1)
            row.setdefault("kind", "region")
        yield number, _place(path, number, row, theatre)


def _points(coordinates: Any) -> Iterator[tuple[float, float]]:
    if isinstance(coordinates[0], int | float):
        yield float(coordinates[0]), float(coordinates[1])
        return
    for inner in coordinates:
        yield from _points(inner)


def _fields(columns: tuple[str, ...]) -> dict[str, str]:
    """Our field to the file's column, the first known spelling that the file has."""
    lower = {column.strip().lower(): column for column in columns if column}
    found = {}
    for field, spellings in COLUMNS.items():
        column = next((lower[spelling] for spelling in spellings if spelling in lower), None)
        if column is not None:
            found[field] = column
    return found


def _place(path: Path, line: int, row: Mapping[str, Any], theatre: str) -> Named:
    name = str(row.get("name") or "").strip()
    if not name:
        raise _bad(path, line, "a place without a name", "fill in its name or remove the line")
    lat, lon = _point(path, line, row.get("lat"), row.get("lon"))
    kind = str(row.get("kind") or "village").strip().lower()
    aliases = row.get("aliases") or ()
    if isinstance(aliases, str):
        aliases = [part.strip() for part in aliases.replace(";", "|").split("|")]
    radius = row.get("radius_km") or RADII.get(kind, 2.0)
    population, events = (str(row.get(key) or "0").split(".")[0] for key in ("population", "events"))
    place = Place(
        id=f"user:{theatre}/{row.get('id') or f'{name}@{lat:.4f},{lon:.4f}'}", name=name, kind=kind, lat=lat, lon=lon,
        radius_km=_number(path, line, radius, "radius"), country=_country(str(row.get("country") or "")),
        admin1=str(row.get("admin1") or ""), population=int(population) if population.isdigit() else 0, theatre=theatre,
        events=int(events) if events.isdigit() else 0,
    )  # fmt: skip
    return place, tuple(str(alias) for alias in aliases if alias)


def _country(words: str) -> str:
    plain = words.partition("(")[0].strip()  # UCDP: "Yemen (North Yemen)"
    for code, country in all_countries().items():
        if plain in (code, country.iso2) or plain in country.names:
            return code
    return ""


def _point(path: Path, line: int, lat: Any, lon: Any) -> tuple[float, float]:
    if lat in (None, "") or lon in (None, ""):
        raise _bad(path, line, "no coordinates", "fill in latitude and longitude or remove the line")
    north, east = _number(path, line, lat, "latitude"), _number(path, line, lon, "longitude")
    if not -90 <= north <= 90:
        raise _bad(path, line, f"latitude {north:g} is not on earth", "latitudes run from -90 to 90 degrees")
    if not -180 <= east <= 180:
        raise _bad(path, line, f"longitude {east:g} is not on earth", "longitudes run from -180 to 180 degrees")
    return north, east


def _number(path: Path, line: int, value: Any, what: str) -> float:
    try:
        number = float(value)
    except (TypeError, ValueError) as error:
        raise _bad(path, line, f"{what} {value!r} is not a number", "write decimal degrees, as 35.64") from error
    if number != number or abs(number) == float("inf"):
        raise _bad(path, line, f"{what} {value!r} is not a number", "write decimal degrees, as 35.64")
    return number


def _bad(path: Path, line: int, message: str, advice: str) -> BadReference:
    where = f"{path}:{line}" if line else str(path)
    return BadReference(f"{where}: {message}", item=where, advice=advice)
