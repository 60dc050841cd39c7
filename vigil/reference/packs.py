"""Theatre packs: a folder of ``theatre``, ``actors``, ``places`` and ``outlets.yaml``, read whole or not at all."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import yaml

from vigil.model.entity import Actor, ActorKind, ActorName, Place, Tie
from vigil.model.errors import BadReference
from vigil.reference import parsed
from vigil.reference.index import DATA
from vigil.reference.loaders import RADII, SUFFIXES

BUILTIN = Path(__file__).parent / "theatres"
#: Folder of a pack for gazetteer files of others (GeoNames, p-codes, UCDP, the user's own).
GAZETTEERS = "gazetteers"
TIES = frozenset("backed_by member_of parent enemy_of formerly speaks_for leads".split())
Row = dict[str, Any]
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """A newspaper, channel or agency. ``family`` is its owner's id, ``side`` the id of the actor it speaks for."""

    id: str
    name: str
    names: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    country: str = ""
    kind: str = "outlet"  # or "agency"
    family: str = ""
    side: str = ""

    @property
    def actor(self) -> Actor:
        """Itself as somebody who speaks and is spoken of."""
        return Actor(
            id=f"outlet/{self.id}", name=self.name, kind=ActorKind.AGENCY if self.kind == "agency" else ActorKind.MEDIA,
            names=tuple(ActorName(text=name) for name in self.names), country=self.country, sector="JRN", side=self.side,
        )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Theatre:
    """One pack: what it is about and all that it holds. ``country`` is a country that only the pack knows."""

    id: str
    name: str
    countries: tuple[str, ...]
    folder: Path
    actors: tuple[Actor, ...] = ()
    places: tuple[tuple[Place, tuple[str, ...]], ...] = ()
    outlets: tuple[Outlet, ...] = ()
    country: tuple[str, tuple[str, ...]] | None = None  # (ISO-like code, names)
    shapes: tuple[tuple[str, str], ...] = ()  # (place id, "file:feature id")
    sources: tuple[str, ...] = ()
    gazetteers: tuple[Path, ...] = ()


def read(folder: Path) -> Theatre:
    """Read a pack. Raises BadReference naming the file and the entry; nothing of the pack is then used."""
    head = load_yaml(folder / "theatre.yaml")
    name = str(head.get("id") or folder.name)
    countries = tuple(str(code) for code in head.get("countries") or ())
    places = load_yaml(folder / "places.yaml", missing={})
    country = places.get("country")
    return Theatre(
        id=name,
        name=str(head.get("name") or name),
        countries=countries,
        folder=folder,
        actors=entries(folder / "actors.yaml", "actors", lambda row: actor(row, name)),
        places=entries(folder / "places.yaml", "places", lambda row: place(row, name, countries), loaded=places),
        outlets=entries(folder / "outlets.yaml", "outlets", outlet),
        country=(str(country["code"]), (str(country["name"]), *map(str, country.get("names") or ())))
        if country
        else None,
        shapes=tuple((str(row["id"]), str(row["shape"])) for row in places.get("places") or () if row.get("shape")),
        sources=tuple(str(source) for source in head.get("sources") or ()),
        gazetteers=tuple(sorted(f for f in (folder / GAZETTEERS).glob("[!.]*") if f.suffix.lower() in SUFFIXES)),
    )


def built_in_files() -> list[Path]:
    """The YAML files of the built-in packs and of the world layer."""
    return sorted([*BUILTIN.glob("*/*.yaml"), *DATA.glob("*.yaml")])


def load_yaml(path: Path, missing: Row | None = None, *, fresh: bool = False) -> Row:
    """A YAML mapping, parsed now if ``fresh``. Raises BadReference with file and line when it is not one."""
    if missing is not None and not path.exists():
        return missing
    try:
        content = path.read_bytes()
        found = None if fresh else parsed.known(content)
        if found is None:
            found = yaml.load(content.decode("utf-8"), Loader=_LOADER)  # noqa: S506 - the C twin of SafeLoader
    except OSError as error:
        raise BadReference(
            f"{path}: cannot be read: {error.strerror}", item=str(path), advice="add the file"
        ) from error
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise BadReference(
            f"{path}:{line}: not UTF-8 (mixed encodings?)", item=f"{path}:{line}", advice="save the whole file as UTF-8"
        ) from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f"{path}:{mark.line + 1}" if mark else str(path)
        problem = getattr(error, "problem", None) or error
        raise BadReference(f"{where}: not YAML: {problem}", item=where, advice="mend the line") from error
    if not isinstance(found, dict):
        raise BadReference(f"{path}: not a mapping", item=str(path), advice="see the pack's README for the form")
    return found


_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def entries(path: Path, key: str, make: Callable[[Row], T], *, loaded: Row | None = None) -> tuple[T, ...]:
    """All entries of one list in a file (``loaded`` where it was read already), made by ``make``.

    Raises BadReference naming file, line and entry where one does not fit.
    """
    found: list[T] = []
    seen: set[str] = set()
    for number, row in enumerate((loaded or load_yaml(path, missing={})).get(key) or (), 1):
        label = str(row.get("id") or f"entry {number}") if isinstance(row, dict) else f"entry {number}"
        where = f"{path}: {label}"
        if label in seen:
            where = _at(path, label, last=True)
            raise BadReference(f"{where}: this id is used twice", item=where, advice="give each entry its own id")
        seen.add(label)
        try:
            found.append(make(row))
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            what = f"{error.args[0]!r} is missing" if isinstance(error, KeyError) else str(error)
            where = _at(path, label)
            raise BadReference(f"{where}: {what}", item=where, advice="mend the entry") from error
    return tuple(found)


def line_of(path: Path, id: str, *, last: bool = False) -> int:
    """The line (from 1) on which an entry's id is written, its last where asked; 0 when it is not found."""
    if not path.exists():
        return 0
    text = path.read_text(encoding="utf-8")
    found = [match.start() for match in re.finditer(rf"\bid:\s*['\"]?{re.escape(id)}['\"]?\s*(?=[,}}\n]|$)", text)]
    return text.count("\n", 0, found[-1 if last else 0]) + 1 if found else 0


def _at(path: Path, label: str, *, last: bool = False) -> str:
    line = line_of(path, label, last=last)
    return f"{path}:{line}: {label}" if line else f"{path}: {label}"


def actor(row: Row, theatre: str = "") -> Actor:
    """One entry of ``actors.yaml``. Raises KeyError, TypeError or ValueError on a bad one."""
    return Actor(
        id=str(row["id"]), name=str(row["name"]), kind=ActorKind(row["kind"]), country=str(row.get("country") or ""),
        sector=str(row.get("sector") or ""), side=str(row.get("side") or ""), theatre=theatre,
        names=(
            *(actor_name(name) for name in row.get("names") or ()),
            *(replace(actor_name(name), person=True) for name in row.get("people") or ()),
        ),
        ties=tuple(_tie(tie) for tie in row.get("ties") or ()),
    )  # fmt: skip


def place(row: Row, theatre: str, countries: tuple[str, ...]) -> tuple[Place, tuple[str, ...]]:
    """One entry of ``places.yaml`` with its aliases."""
    kind = str(row.get("kind") or "village")
    lat, lon = float(row["lat"]), float(row["lon"])
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        raise ValueError(f"({lat:g}, {lon:g}) is not on earth")
    made = Place(
        id=f"pack:{row['id']}", name=str(row["name"]), kind=kind, lat=lat, lon=lon, theatre=theatre,
        radius_km=float(row.get("radius_km") or RADII.get(kind, 2.0)), population=int(row.get("population") or 0),
        country=str(row.get("country") or (countries[0] if countries else "")), parent=_parent(row),
    )  # fmt: skip
    return made, tuple(str(name) for name in row.get("names") or ())


def outlet(row: Row) -> Outlet:
    """One entry of ``outlets.yaml``."""
    kind = str(row.get("kind") or "outlet")
    if kind not in ("outlet", "agency"):
        raise ValueError(f"kind {kind!r} is neither outlet nor agency")
    many: Mapping[str, tuple[str, ...]] = {
        key: tuple(str(item) for item in row.get(key) or ()) for key in ("names", "domains")
    }
    return Outlet(
        id=str(row["id"]), name=str(row["name"]), country=str(row.get("country") or ""), kind=kind,
        family=str(row.get("family") or ""), side=str(row.get("side") or ""), **many,
    )  # fmt: skip


def _parent(row: Row) -> str:
    parent = str(row.get("parent") or "")
    return parent if not parent or parent.startswith(("gn:", "iso:", "adm1:", "pack:")) else f"pack:{parent}"


def actor_name(entry: str | Row) -> ActorName:
    """A name as written in YAML: a string, or text with start, end (dates) and slant."""
    if not isinstance(entry, dict):
        return ActorName(text=str(entry))
    return ActorName(
        text=str(entry["text"]),
        start=_day(entry.get("start")),
        end=_day(entry.get("end")),
        slant=bool(entry.get("slant")),
    )


def _tie(row: Row) -> Tie:
    if row["kind"] not in TIES:
        raise ValueError(f"unknown tie {row['kind']!r}: one of {', '.join(sorted(TIES))}")
    start, end = _day(row.get("start")), _day(row.get("end"))
    if start and end and start > end:
        raise ValueError(f"tie to {row['actor']} ends before it starts")
    return Tie(kind=row["kind"], actor=str(row["actor"]), start=start, end=end, source=str(row.get("source") or ""))


def _day(value: date | str | None) -> date | None:
    if value is None or isinstance(value, date):
        return value
    return date.fromisoformat(str(value))
