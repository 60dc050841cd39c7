"""Everything known beforehand in one object: ``Reference.load`` reads packs and opens the places index."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from vigil.model.entity import Place
from vigil.model.errors import BadReference
from vigil.reference import faults, loaders, packs, world
from vigil.reference.gazetteer import Gazetteer, Overlay
from vigil.reference.index import DEFAULT, PlacesIndex
from vigil.reference.keys import fold
from vigil.reference.packs import BUILTIN as BUILTIN
from vigil.reference.packs import Outlet, Theatre
from vigil.reference.registry import Registry


@dataclass(frozen=True)
class Reference:
    """Gazetteer, actor registry, outlets (by id) and theatre packs (by id)."""

    places: Gazetteer
    actors: Registry
    outlets: Mapping[str, Outlet]
    theatres: Mapping[str, Theatre]

    @classmethod
    def load(
        cls,
        theatre_folders: Sequence[Path] = (),
        *,
        index: Path | None = None,
        overlays: Sequence[Overlay] = (),
        strict: bool = True,
    ) -> Reference:
        """Load the built-in packs, the given pack folders and the index.

        Built-in packs apply to stories about their countries, given ones always. Raises BadReference, and then
        nothing is loaded, when a pack, the index or a table is missing or wrong; with ``strict`` also where a given
        pack's ties go in a circle or enemies share a name (without, ``vigil theatre check`` lists all faults).
        """
        built_in = [packs.read(folder) for folder in sorted(BUILTIN.iterdir()) if (folder / "theatre.yaml").exists()]
        given = []
        for folder in theatre_folders:
            if not folder.is_dir():
                raise BadReference(f"no theatre pack at {folder}", item=str(folder), advice="give the pack's folder")
            given.append(packs.read(folder))
            for fault in (*faults.circular(given[-1]), *faults.shared(given[-1])) if strict else ():
                raise BadReference(fault, item=str(folder), advice="vigil theatre check lists all faults of the pack")
        chosen = {pack.id for pack in given}
        theatres = {pack.id: pack for pack in [pack for pack in built_in if pack.id not in chosen] + given}
        layers = [layer for pack in theatres.values() for layer in _overlays(pack, always=pack.id in chosen)]
        outlets = {outlet.id: outlet for outlet in world.outlets()}
        for pack in theatres.values():
            outlets |= {outlet.id: outlet for outlet in pack.outlets}
        everyone = [actor for pack in theatres.values() for actor in pack.actors]
        return cls(
            places=Gazetteer(PlacesIndex(index or DEFAULT), (*overlays, *layers)),
            actors=Registry([*everyone, *world.actors()], {pack.id: pack.countries for pack in theatres.values()}),
            outlets=outlets,
            theatres=theatres,
        )

    @cached_property
    def files(self) -> tuple[Path, ...]:
        """All files of the world layer and the packs, in a fixed order (the places index is a file of its own)."""
        packs_files = [
            file
            for pack in sorted(self.theatres.values(), key=lambda pack: pack.id)
            for file in (*sorted(pack.folder.glob("*.yaml")), *pack.gazetteers)
        ]
        return (*world.files(), *packs_files)

    @cached_property
    def outlet_names(self) -> dict[str, Outlet]:
        """Outlets by every name and domain, folded."""
        table: dict[str, Outlet] = {}
        for outlet in self.outlets.values():
            for name in (outlet.name, *outlet.names, *outlet.domains):
                table.setdefault(fold(name), outlet)
        return table

    def outlet(self, name: str) -> Outlet | None:
        """An outlet by name, alias or domain."""
        return self.outlet_names.get(fold(name))


def _overlays(pack: Theatre, *, always: bool) -> Iterator[Overlay]:
    """The pack's own places, then those of each gazetteer file that was added to it."""
    yield _overlay(pack, always=always)
    for file in pack.gazetteers:
        yield loaders.load(file, pack.id, countries=pack.countries, always=always)


def _overlay(pack: Theatre, *, always: bool) -> Overlay:
    places = list(pack.places)
    if pack.country is not None and all(place.kind != "country" for place, _ in pack.places):
        code, names = pack.country
        points = [place for place, _ in pack.places if place.lat is not None and place.lon is not None]
        lats, lons = [p.lat or 0.0 for p in points] or [0.0], [p.lon or 0.0 for p in points] or [0.0]
        home = Place(
            id=f"iso:{code}", name=names[0], kind="country", lat=sum(lats) / len(lats), lon=sum(lons) / len(lons),
            radius_km=max(30.0, (max(lats) - min(lats)) * 111.2), country=code, theatre=pack.id,
        )  # fmt: skip
        places.append((home, names[1:]))
    return Overlay(pack.id, places, countries=pack.countries, always=always)
