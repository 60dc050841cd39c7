"""The world layer: every state with its government, army and police, made from ``countries.csv`` by a few rules.

Ids: ``gov/SYR``, ``army/SYR``, ``police/SYR``, ``intelligence/SYR``, ``legislature/SYR``, ``court/SYR``. Named bodies
(palaces, leaders, international organisations, monitors) are in ``data/bodies.yaml``, outlets in ``data/outlets.yaml``;
who spoke for which body when, what the bodies are called, and the armed groups and parties of all regions in
``data/world/*.csv``.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from vigil.model.entity import Actor, ActorKind, ActorName, Tie
from vigil.reference.index import DATA, Country, countries
from vigil.reference.keys import fold
from vigil.reference.packs import Outlet, Row, actor, actor_name, entries, load_yaml, outlet

#: Body ("gov", "army", ...) -> names.
Table = dict[str, list[ActorName]]


def actors() -> Iterator[Actor]:
    """The bodies of all countries with a demonym or a palace, the named bodies, then the tables' groups and persons."""
    extra, bodies, people = load_yaml(DATA / "bodies.yaml"), _bodies(), _people()
    for country in countries().values():
        if country.demonyms or country.iso3 in extra["metonyms"] or country.iso3 in bodies:
            yield from _state(country, extra, bodies[country.iso3], people[country.iso3])
    yield from _groups(entries(DATA / "bodies.yaml", "actors", actor))
    yield from _persons(people)


def files() -> tuple[Path, ...]:
    """What the world layer is made of."""
    return tuple(sorted([*DATA.glob("*.csv"), *DATA.glob("*.yaml"), *(DATA / "world").glob("*.csv")]))


def outlets() -> tuple[Outlet, ...]:
    """The world's main agencies and outlets."""
    return entries(DATA / "outlets.yaml", "outlets", outlet)


def _state(country: Country, extra: Row, bodies: Table, people: Table) -> Iterator[Actor]:
    code, demonym = country.iso3, (country.demonyms or (country.name,))[0]
    leaders = [replace(actor_name(name), person=True) for name in extra["leaders"].get(code, ())]
    army = (f"{demonym} Armed Forces", f"{demonym} army", f"{demonym} military", *extra["army_names"].get(code, ()))
    rows: tuple[tuple[str, str, ActorKind, str, Iterable[str]], ...] = (
        ("gov", "Government", ActorKind.STATE, "GOV", (*country.names, *extra["metonyms"].get(code, ()))),
        ("army", "Armed forces", ActorKind.ARMY, "MIL", army),
        ("police", "Police", ActorKind.POLICE, "COP", (f"{demonym} police",)),
        ("intelligence", "Intelligence services", ActorKind.STATE, "SPY", (f"{demonym} intelligence",)),
        ("legislature", "Parliament", ActorKind.STATE, "LEG", (f"{demonym} parliament",)),
        ("court", "Courts", ActorKind.STATE, "JUD", ()),
    )
    for body, what, kind, sector, names in rows:
        own = [*(ActorName(text=name) for name in names), *bodies[body]]
        yield Actor(
            id=f"{body}/{code}", name=f"{what} of {country.name}", kind=kind, country=code, sector=sector,
            side=f"gov/{code}", names=(*own, *(leaders if body == "gov" else ()), *people[body]),
        )  # fmt: skip


def _bodies() -> dict[str, Table]:
    """Country -> body -> proper names, from ``world/bodies.csv``."""
    table: dict[str, Table] = defaultdict(lambda: defaultdict(list))
    for row in _rows("bodies.csv"):
        body = "gov" if row["body"] == "bank" else row["body"]
        start, end = _day(row["start"] or ""), _day(row["end"] or "")
        table[row["country"]][body].append(ActorName(text=row["name"], start=start, end=end))
    return table


def _people() -> dict[str, Table]:
    """Country -> body -> persons with the dates between which they spoke for it, from ``world/people.csv``."""
    table: dict[str, Table] = defaultdict(lambda: defaultdict(list))
    for row in _rows("people.csv"):
        name = ActorName(text=row["name"], start=_day(row["start"]), end=_day(row["end"]), person=True)
        table[row["country"]][row["body"]].append(name)
    return table


def _persons(people: dict[str, Table]) -> Iterator[Actor]:
    """Those who lead a party or movement out of office: actors of their own."""
    for code, table in people.items():
        for name in {fold(name.text): name for name in table["opposition"]}.values():
            id = f"person/{code}/{fold(name.text).replace(' ', '-')}"
            same = tuple(one for one in table["opposition"] if fold(one.text) == fold(name.text))
            yield Actor(id=id, name=name.text, kind=ActorKind.PERSON, country=code, sector="OPP", names=same)


def _groups(named: Iterable[Actor]) -> Iterator[Actor]:
    """The named bodies with what ``world/groups.csv`` calls them besides, then the groups that only it has."""
    rows: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in _rows("groups.csv"):
        rows[row["id"]].append(row)
    for body in named:
        more = rows.pop(body.id, [])
        yield replace(
            body,
            names=(*body.names, *(name for row in more for name in _names(row))),
            ties=(*body.ties, *(tie for row in more for tie in _backers(row))),
        )
    for id, same in rows.items():
        row = same[0]
        yield Actor(
            id=id, name=row["name"], kind=ActorKind(row["kind"]), country=row["country"], sector=row["sector"],
            names=tuple(name for one in same for name in _names(one)),
            ties=tuple(tie for one in same for tie in _backers(one)),
        )  # fmt: skip


def _names(row: dict[str, str]) -> Iterator[ActorName]:
    """Its names, in the row's time: a party's of its own time, a leader's of theirs where they have a row to themselves."""
    for name in filter(None, map(str.strip, row["names"].split(";"))):
        yield ActorName(text=name, start=_day(row["start"]), end=_day(row["end"]))


def _backers(row: dict[str, str]) -> Iterator[Tie]:
    for backer in filter(None, map(str.strip, row["backed_by"].split(";"))):
        yield Tie(kind="backed_by", actor=backer, start=_day(row["start"]), end=_day(row["end"]))


def _rows(file: str) -> Iterator[dict[str, str]]:
    with (DATA / "world" / file).open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


def _day(text: str) -> date | None:
    """A day, or the first one of a month or year."""
    return date.fromisoformat((text + "-01-01")[:10]) if text else None
