"""The places index: a read-only SQLite file, opened in place and never loaded whole."""

from __future__ import annotations

import csv
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from vigil.model.entity import Place
from vigil.model.errors import BadReference
from vigil.reference.keys import fold, skeleton, weight

DATA = Path(__file__).parent / "data"
DEFAULT = DATA / "places.sqlite"
_COLUMNS = "place.id, ref, place.name, place.kind, place.cc, admin1, lat, lon, radius, population"


@dataclass(frozen=True, slots=True)
class Country:
    """One line of ``countries.csv``. Codes are ISO 3166-1; latitude and longitude in degrees, area in km2."""

    iso2: str
    iso3: str
    name: str
    capital: str
    area_km2: float
    neighbours: tuple[str, ...]  # ISO alpha-2
    demonyms: tuple[str, ...]
    aliases: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The name and all aliases."""
        return (self.name, *self.aliases)


@lru_cache(maxsize=1)
def countries() -> dict[str, Country]:
    """All countries by ISO alpha-3 code, in the table's order."""
    table = {}
    with (DATA / "countries.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            many = {key: tuple(filter(None, row[key].split(";"))) for key in ("neighbours", "demonyms", "aliases")}
            table[row["iso3"]] = Country(
                iso2=row["iso2"], iso3=row["iso3"], name=row["name"], capital=row["capital"],
                area_km2=float(row["area_km2"] or 0), **many,
            )  # fmt: skip
    return table


@lru_cache(maxsize=1)
def alpha3() -> dict[str, str]:
    """ISO alpha-2 to alpha-3."""
    return {country.iso2: country.iso3 for country in countries().values()}


@lru_cache(maxsize=1)
def divisions() -> dict[str, tuple[str, ...]]:
    """Names of first-level divisions by id ("adm1:SY.12"); none where the index has not been built."""
    if not DEFAULT.exists():
        return {}
    with closing(sqlite3.connect(f"{DEFAULT.resolve().as_uri()}?mode=ro&immutable=1", uri=True)) as base:
        return {
            ref: (name,)
            for ref, name in base.execute("SELECT ref, name FROM place WHERE ref LIKE 'adm1:%' ORDER BY ref")
        }


#: States of the USA whose names mean nothing else.
_US_STATES = """
Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Hawaii Idaho Illinois Indiana Iowa Kansas
Kentucky Louisiana Maine Maryland Massachusetts Michigan Minnesota Mississippi Missouri Montana Nebraska Nevada Ohio
Oklahoma Oregon Pennsylvania Tennessee Texas Utah Vermont Wisconsin Wyoming
"""


def us_states() -> tuple[str, ...]:
    """Names of the states of the USA that are no country's or common person's name."""
    return tuple(_US_STATES.split())


class PlacesIndex:
    """Look-ups in the index. Country codes going in and coming out are ISO alpha-3."""

    def __init__(self, path: Path = DEFAULT) -> None:
        """Open the index. Raises BadReference when it is missing or is no index."""
        advice = "build it: python -m vigil.reference.build_places " + str(path)
        if not path.exists():
            raise BadReference(f"no places index at {path}", item=str(path), advice=advice)
        self.path = path
        self._base = sqlite3.connect(
            f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
        )
        try:
            self._base.execute("SELECT value FROM meta WHERE key = 'stamp'").fetchone()
        except sqlite3.DatabaseError as error:
            raise BadReference(f"{path} is no places index: {error}", item=str(path), advice=advice) from error
        self._alpha2 = {three: two for two, three in alpha3().items()}
        self._by_id: dict[str, Place | None] = {}
        self._exact: dict[str, tuple[tuple[Place, bool], ...]] = {}

    def exact(self, name: str, limit: int = 60) -> tuple[tuple[Place, bool], ...]:
        """Places of a name and whether it is their main name, most populous first."""
        key = fold(name)
        if key not in self._exact:
            rows = self._base.execute(
                f"SELECT {_COLUMNS}, main FROM name JOIN place ON place.id = name.place WHERE key = ? "  # noqa: S608
                "ORDER BY population DESC, place.id LIMIT ?", (key, limit),
            )  # fmt: skip
            if len(self._exact) > 100_000:  # a day of news has some thousands of names: room for weeks
                self._exact.clear()
            self._exact[key] = tuple((self._place(row[:10]), bool(row[10])) for row in rows)
        return self._exact[key]

    def like(self, name: str, country_codes: tuple[str, ...]) -> tuple[tuple[Place, str], ...]:
        """Places in the given countries whose spelling has the same consonants, with that spelling (folded)."""
        bones = skeleton(name)
        if weight(bones) < 3:
            return ()
        found: list[tuple[Place, str]] = []
        for code in country_codes:
            rows = self._base.execute(
                f"SELECT {_COLUMNS}, skeleton.name FROM skeleton JOIN place ON place.id = skeleton.place "  # noqa: S608
                "WHERE key = ? AND skeleton.cc = ? ORDER BY population DESC, place.id, skeleton.name LIMIT 80",
                (bones, self._alpha2.get(code, "")),
            )
            found += [(self._place(row[:10]), str(row[10])) for row in rows]
        return tuple(found)

    def beginning(self, name: str, limit: int = 2000) -> dict[str, str]:
        """Ids of places of which a spelling, in any script, begins so, with that spelling (folded, shortest first)."""
        key = fold(name)
        rows = self._base.execute(
            "SELECT ref, place.id, key FROM name JOIN place ON place.id = name.place WHERE key >= ? AND key < ? "
            "ORDER BY key, place.id LIMIT ?",
            (key, f"{key}\U0010ffff", limit if key else 0),
        )
        found: dict[str, str] = {}
        for ref, number, spelling in rows:
            found.setdefault(ref or f"gn:{number}", str(spelling))
        return found

    def get(self, place_id: str) -> Place | None:
        """A place by its id ("gn:170063", "iso:SYR", "adm1:SY.12"), None when unknown."""
        if place_id not in self._by_id:
            self._by_id[place_id] = self._fetch(place_id)
        return self._by_id[place_id]

    def _fetch(self, place_id: str) -> Place | None:
        if place_id.startswith("gn:"):
            where, value = "place.id = ?", place_id[3:]
        elif place_id.startswith(("iso:", "adm1:", "adm2:", "area:")):
            where, value = "ref = ? AND ref != ''", place_id
        else:
            return None
        row = self._base.execute(f"SELECT {_COLUMNS} FROM place WHERE {where}", (value,)).fetchone()  # noqa: S608
        return self._place(row) if row else None

    def admin1(self, country: str, code: str) -> Place | None:
        """A first-level division by its country (alpha-3) and GeoNames code."""
        return self.get(f"adm1:{self._alpha2.get(country, '')}.{code}")

    def geonames_id(self, place_id: str) -> int | None:
        """The GeoNames number of a place, None for places that GeoNames does not number here."""
        if place_id.startswith("gn:"):
            return int(place_id[3:])
        row = self._base.execute("SELECT id FROM place WHERE ref = ? AND ref != ''", (place_id,)).fetchone()
        return int(row[0]) if row and row[0] > 0 else None

    @staticmethod
    def _place(row: tuple[Any, ...]) -> Place:
        number, ref, name, kind, code, admin1, lat, lon, radius, population = row
        country = alpha3().get(code, "")
        parent = ""
        if kind != "country":
            parent = f"adm1:{code}.{admin1}" if admin1 and not str(ref).startswith("adm1:") else f"iso:{country}"
            parent = parent if country else ""
        return Place(
            id=ref or f"gn:{number}", name=name, kind=kind, lat=lat, lon=lon, radius_km=radius, country=country,
            admin1=admin1, parent=parent, population=population,
        )  # fmt: skip
