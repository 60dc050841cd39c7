"""Makes and fills the folders of theatre packs."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

from vigil.model.entity import ActorKind
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


def add_actor(folder: Path, row: Mapping[str, str | Sequence[str]]) -> Path:
    """Write one actor (the keys of an entry of ``actors.yaml``) into a pack; the file. Comments and order stay as they are.

    Raises Misuse for a shipped pack or an id that is there, BadReference for an entry that does not fit or a file that one
    cannot be added to; then the file is as before.
    """
    _own(folder)
    pack, file = packs.read(folder), folder / "actors.yaml"
    if row["id"] in {actor.id for actor in pack.actors}:
        raise Misuse(
            f"{file} has {row['id']} already", item=str(row["id"]), advice="give another --id, or edit the file"
        )
    try:
        whole = (*pack.actors, packs.actor(dict(row), pack.id))
    except (KeyError, ValueError) as error:
        raise Misuse(f"no such actor: {error}", item=str(row["id"]), advice=f"kinds: {', '.join(ActorKind)}") from error
    before = file.read_text(encoding="utf-8") if file.exists() else ""
    head = re.sub(r"^actors:[ \t]*\[\][ \t]*$", "actors:", before, count=1, flags=re.M)
    if not re.search(r"^actors:[ \t]*(?:#.*)?$", head, flags=re.M):
        head = f"{head}actors:\n"
    indent = re.search(r"^actors:.*\n(?:[ \t]*(?:#.*)?\n)*([ ]*)- ", head, flags=re.M)
    entry = json.dumps(row, ensure_ascii=False)  # a flow mapping of YAML
    text = f"{head.rstrip()}\n{indent[1] if indent else '  '}- {entry}\n"
    part = file.with_suffix(".yaml.part")
    part.write_text(text, encoding="utf-8")
    try:
        if packs.entries(part, "actors", lambda one: packs.actor(one, pack.id)) != whole:
            raise BadReference(
                f"{file}: its actors are not the last thing in it", item=str(file), advice=f"add to it: {entry}"
            )
        part.replace(file)
    finally:
        part.unlink(missing_ok=True)
    return file


def _own(folder: Path) -> None:
    if folder.resolve().is_relative_to(BUILTIN):
        raise Misuse(
            f"{folder.name} is shipped",
            item=str(folder),
            advice=f"vigil theatre new my-{folder.name} --from {folder.name}",
        )


def add_gazetteer(folder: Path, file: Path) -> tuple[Path, int]:
    """Copy a gazetteer file into a pack once all of it has been read; the copy and the number of places.

    Raises BadReference with file and line, and then nothing is added; also when the pack has a file of that name.
    """
    _own(folder)
    overlay = loaders.load(file, packs.read(folder).id)
    kept = folder / GAZETTEERS / file.name
    if kept.exists():
        raise BadReference(f"{kept} is there already", item=str(kept), advice="remove it first, or rename the new file")
    kept.parent.mkdir(exist_ok=True)
    shutil.copyfile(file, kept)
    return kept, len(overlay.by_id)
