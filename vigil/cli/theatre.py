"""Commands for what is known of a war beforehand: theatre packs, and gazetteer files added to them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from vigil.cli.common import DB, AsJson, Db, emit, leave, note, open_view, theatre_folders

theatre = typer.Typer(
    name="theatre", no_args_is_help=True, rich_markup_mode=None, help="Make, list and check theatre packs."
)
gazetteer = typer.Typer(
    name="gazetteer", no_args_is_help=True, rich_markup_mode=None, help="Add places of your own to a theatre pack."
)


@theatre.command("list")
def list_(as_json: AsJson = False) -> None:
    """List the shipped packs and those of VIGIL_THEATRES, with what they hold.

    Example: vigil theatre list
    """
    from vigil.reference import packs
    from vigil.reference.tables import BUILTIN
    from vigil.settings import Settings

    shipped = [path.parent for path in sorted(BUILTIN.glob("*/theatre.yaml"))]
    found = [packs.read(folder) for folder in [*shipped, *Settings.from_env().theatres]]
    rows = [
        {
            "id": pack.id, "name": pack.name, "countries": list(pack.countries), "actors": len(pack.actors),
            "places": len(pack.places), "outlets": len(pack.outlets), "gazetteers": [p.name for p in pack.gazetteers],
            "folder": str(pack.folder),
        }
        for pack in found
    ]  # fmt: skip
    if as_json:
        emit(rows)
        return
    for row in rows:
        print(f"{row['id']:10} {row['name']}: {row['actors']} actors, {row['places']} places, {row['outlets']} outlets")


@theatre.command("check")
def check(
    packs: Annotated[
        list[str] | None, typer.Argument(metavar="FOLDER_OR_NAME", help="Packs; without any, all shipped ones.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Find what contradicts itself in packs: unknown ids, cycles, names that enemies share, dates that run backwards.

    Ends with 1 when there is a fault, and with 2 when a file cannot be read at all.

    Example: vigil theatre check my-theatre/
    """
    from vigil.reference.check import check as faults_of
    from vigil.reference.tables import Reference

    folders = theatre_folders(packs)
    wanted = [str(folder) for folder in folders]
    faults = [
        fault
        for fault in faults_of(Reference.load(folders, strict=False))
        if not wanted or any(f in fault for f in wanted)
    ]
    if as_json:
        emit({"faults": faults})
    else:
        for fault in faults:
            print(fault)
        note(f"{len(faults)} fault(s)" if faults else "no faults")
    leave(len(faults))


@theatre.command("new")
def new(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Where to make it; its name is a new pack's id.")],
    country: Annotated[
        list[str] | None, typer.Option("--country", metavar="ISO3", help="A country that it is about; may be repeated.")
    ] = None,
    based_on: Annotated[
        str,
        typer.Option(
            "--from", metavar="FOLDER_OR_NAME", help="Begin with a copy of this pack, which it then stands in for."
        ),
    ] = "",
    as_json: AsJson = False,
) -> None:
    """Make the folder of a new theatre pack, empty or as a copy of another one.

    Example: vigil theatre new my-yemen --country YEM
    """
    from vigil.reference.scaffold import make

    source = theatre_folders([based_on])[0] if based_on else None
    files = make(folder, countries=tuple(country or ()), source=source)
    if as_json:
        emit({"folder": str(folder), "files": files})
    else:
        note(f"made {folder}: {', '.join(files)}")
        note(f"next: write its actors.yaml, then: vigil theatre check {folder}")


@theatre.command("adopt")
def adopt(
    group: Annotated[str, typer.Argument(metavar="GROUP", help="A provisional actor's id, new/...: vigil unknown.")],
    theatre: Annotated[str, typer.Option("--theatre", metavar="FOLDER", help="Your pack that it is written into.")],
    kind: Annotated[str, typer.Option("--kind", help="state, army, rebel, militia, police, monitor, aid, media, ...")],
    country: Annotated[str, typer.Option("--country", metavar="ISO3", help="ISO 3166 alpha-3.")] = "",
    side: Annotated[str, typer.Option("--side", help="Id of the actor at the head of its side.")] = "",
    id: Annotated[str, typer.Option("--id", help="Its id; without one, the pack's id and its name.")] = "",
    db: Db = DB,
    as_json: AsJson = False,
) -> None:
    """Write a provisional actor, under all its spellings, into the actors.yaml of your own theatre pack.

    The next run with that pack knows it, and its provisional id leads to the new one.

    Example: vigil theatre adopt new/heron-liberation-front --theatre my-orsa/ --kind rebel --db war.db
    """
    from vigil.model.entity import PROVISIONAL
    from vigil.reference import packs
    from vigil.reference.scaffold import add_actor
    from vigil.review.desk import group_of

    (folder,) = theatre_folders([theatre])
    found = group_of(open_view(db).groups(), group)
    own = id or f"{packs.read(folder).id}/{found.id.removeprefix(PROVISIONAL)}"
    row: dict[str, str | list[str]] = {"id": own, "name": found.name, "kind": kind}
    row |= {key: value for key, value in {"country": country or found.country, "side": side}.items() if value}
    row |= {"names": names} if (names := [name for name in found.names if name != found.name]) else {}
    file = add_actor(folder, row)
    if as_json:
        emit({"file": str(file), "actor": row})
    else:
        note(f"{own} written into {file}")
        note(f"next: vigil theatre check {folder}, then vigil run with it")


@gazetteer.command("add")
def add(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="GeoNames .txt, p-code or UCDP .csv, your .csv, .geojson, .jsonl.")
    ],
    theatre: Annotated[str, typer.Option("--theatre", metavar="FOLDER", help="The pack that it is added to.")],
    as_json: AsJson = False,
) -> None:
    """Check a gazetteer file whole and copy it into a theatre pack, whose stories then know its places.

    A file with one bad row is not added; the row is named.

    Example: vigil gazetteer add SY.txt --theatre my-syria/
    """
    from vigil.reference.scaffold import add_gazetteer

    (folder,) = theatre_folders([theatre])
    kept, places = add_gazetteer(folder, file)
    if as_json:
        emit({"file": str(kept), "places": places})
    else:
        note(f"{places} places added: {kept}")
