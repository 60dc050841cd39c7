"""The world layer: every state with its government, army and police, made from ``countries.csv`` by a few rules.

Ids: ``gov/SYR``, ``army/SYR``, ``police/SYR``. Named bodies (palaces, leaders, international organisations, monitors)
are in ``data/bodies.yaml``, outlets in ``data/outlets.yaml``.
"""

from __future__ import annotations

from collections.abc import Iterator

from vigil.model.entity import Actor, ActorKind, ActorName
from vigil.reference.index import DATA, Country, countries
from vigil.reference.packs import Outlet, Row, actor, actor_name, entries, load_yaml, outlet


def actors() -> Iterator[Actor]:
    """Governments, armies and police of all countries with a demonym, then the named bodies."""
    extra = load_yaml(DATA / "bodies.yaml")
    for country in countries().values():
        if country.demonyms or country.iso3 in extra["metonyms"]:
            yield from _state(country, extra)
    yield from entries(DATA / "bodies.yaml", "actors", actor)


def outlets() -> tuple[Outlet, ...]:
    """The world's main agencies and outlets."""
    return entries(DATA / "outlets.yaml", "outlets", outlet)


def _state(country: Country, extra: Row) -> Iterator[Actor]:
    code, demonym = country.iso3, (country.demonyms or (country.name,))[0]
    government = f"gov/{code}"
    yield Actor(
        id=government, name=f"Government of {country.name}", kind=ActorKind.STATE, country=code, sector="GOV",
        side=government,
        names=tuple(
            actor_name(name)
            for name in (*country.names, *extra["metonyms"].get(code, ()), *extra["leaders"].get(code, ()))
        ),
    )  # fmt: skip
    army = (f"{demonym} Armed Forces", f"{demonym} army", f"{demonym} military", *extra["army_names"].get(code, ()))
    yield Actor(
        id=f"army/{code}", name=f"Armed forces of {country.name}", kind=ActorKind.ARMY, country=code, sector="MIL",
        side=government, names=tuple(ActorName(text=name) for name in army),
    )  # fmt: skip
    yield Actor(
        id=f"police/{code}", name=f"Police of {country.name}", kind=ActorKind.POLICE, country=code, sector="COP",
        side=government, names=(ActorName(text=f"{demonym} police"),),
    )  # fmt: skip
