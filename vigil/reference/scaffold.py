"""Makes and fills the folders of theatre packs."""

from __future__ import annotations

import re
import shutil
from collections.abc import Sequence
from pathlib import Path

from vigil.model.errors import BadReference, Misuse
from vigil.reference import loaders, packs
from vigil.reference.index import countries as all_countries
from vigil.reference.packs import GAZETTEERS
from vigil.reference.tables import BUILTIN

_ACTORS = """\
# The parties. `kind`, `sector` (PLOVER) and `ties` as in the shipped Syria pack; `side` is the party that it acts for.
actors: []
#  - {id: ID/army, name: Army of X, kind: army, country: XXX, sector: MIL, side: gov/XXX, names: [government forces]}
"""
_PLACES = """\
# Places that the index (populated places over 500) lacks, or that reports spell in many ways.
places: []
#  - {id: ID/village, name: Village, names: [other spelling], kind: village, lat: 0.0, lon: 0.0, radius_km: 1.5}
"""
_OUTLETS = """\
# Newspapers, channels and agencies; `family` is the owner's id, `side` the party that it speaks for.
outlets: []
"""


def make(folder: Path, *, countries: Sequence[str] = (), source: Path | None = None) -> list[str]:
    """A new pack's folder; the names of its files. A copy keeps its original's id, and so stands in for it when it is used.

    Raises Misuse when the folder is there already, its name can be no id, or a country is unknown.
    """
    if folder.exists() and any(folder.iterdir() if folder.is_dir() else [folder]):
        raise Misuse(f"{folder} is there already", item=str(folder), advice="give a folder that is not there yet")
    for code in countries:
        if code not in all_countries():
            raise Misuse(f"no country {code!r}", item=code, advice="give ISO 3166 alpha-3 codes, such as SYR")
    name = folder.resolve().name.lower()
    if source is not None:
        if countries:
            raise Misuse("a copy has the countries of its original", item="--country", advice="edit its theatre.yaml")
        shutil.copytree(source, folder, dirs_exist_ok=True)
        return sorted(path.name for path in folder.iterdir())
    if not re.fullmatch(r"[a-z][a-z0-9_-]*", name):
        raise Misuse(f"{name!r} is no id", item=name, advice="name the folder with letters, digits, - and _")
    folder.mkdir(parents=True, exist_ok=True)
    head = f"id: {name}\nname: {name}\ncountries: [{', '.join(countries)}]\nsummary: \nsources: []\n"
    files = {"theatre.yaml": head, "actors.yaml": _ACTORS, "places.yaml": _PLACES, "outlets.yaml": _OUTLETS}
    for file, text in files.items():
        (folder / file).write_text(text.replace("ID/", f"{name}/"), encoding="utf-8")
    packs.read(folder)  # what is made can be read
    return sorted(files)


def add_gazetteer(folder: Path, file: Path) -> tuple[Path, int]:
    """Copy a gazetteer file into a pack once all of it has been read; the copy and the number of places.

    Raises BadReference with file and line, and then nothing is added; also when the pack has a file of that name.
    """
    if folder.resolve().is_relative_to(BUILTIN):
        raise Misuse(
            f"{folder.name} is shipped",
            item=str(folder),
            advice=f"vigil theatre new my-{folder.name} --from {folder.name}",
        )
    overlay = loaders.load(file, packs.read(folder).id)
    kept = folder / GAZETTEERS / file.name
    if kept.exists():
        raise BadReference(f"{kept} is there already", item=str(kept), advice="remove it first, or rename the new file")
    kept.parent.mkdir(exist_ok=True)
    shutil.copyfile(file, kept)
    return kept, len(overlay.by_id)
