"""Commands that hand the record on or prove it: export, report, verify."""

from __future__ import annotations

import json
import sys
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Annotated, Any, TextIO

import typer

from vigil.cli.common import DB, SET_ASIDE, AsJson, Db, Theatre, emit, note, open_record, open_view, theatre_folders
from vigil.cli.lines import whole
from vigil.model.errors import Misuse

STDOUT = Path("-")


def export(
    format: Annotated[str, typer.Option("--format", "-f", metavar="FORMAT", help="jsonl, csv or geojson.")] = "jsonl",
    out: Annotated[Path, typer.Option("--out", "-o", metavar="FILE", help="Where to write; - for stdout.")] = STDOUT,
    db: Db = DB,
    as_json: AsJson = False,
) -> None:
    """Write the record in a format that other tools read.

    jsonl is the whole record, names included, for other machines; csv and geojson are events to pass on, with private
    persons' names withheld.

    Example: vigil export --format geojson --out events.geojson --db war.db
    """
    from vigil.publish.export import export as write

    if as_json and out == STDOUT:
        raise Misuse("--json and the export cannot both go to stdout", advice="name a file with --out")
    view = open_view(db)
    with _opened(out) as file:
        held_back = write(view, format, file)
    if held_back:
        note(f"{held_back} announced movement(s) left out: they are not for passing on (vigil events shows them)")
    if as_json:
        emit({"format": format, "out": str(out), "held_back": held_back})


def report(
    out: Annotated[Path, typer.Option("--out", "-o", metavar="FILE", help="The HTML page to write.")] = Path(
        "report.html"
    ),
    title: Annotated[str, typer.Option("--title", help="The page's heading.")] = "",
    coast: Annotated[
        Path | None, typer.Option("--coast", metavar="GEOJSON", help="Outline to draw under the map.")
    ] = None,
    theatre: Theatre = None,
    db: Db = DB,
    as_json: AsJson = False,
) -> None:
    """Write one HTML page to read and pass round.

    It holds a summary, a map, who holds what, the disputes, and every event with its evidence, and loads nothing.

    Example: vigil report --out report.html --db war.db
    """
    from vigil.publish.report import render

    view = open_view(db)
    page = render(view, issues=list(view.issues()), title=title, coast=_coast(coast, theatre))
    with _opened(out) as file:
        file.write(page)
    emit({"out": str(out), "bytes": len(page.encode())}) if as_json else note(f"The report is in {out}")


def verify(
    head: Annotated[
        str, typer.Option("--head", help="The ledger's head as noted down earlier, to check against.")
    ] = "",
    db: Db = DB,
    as_json: AsJson = False,
) -> None:
    """Prove that no claim, decision or kept page was altered or lost.

    Ends with 1 when something does not prove out. Note down the head that it prints: with --head a later proof also
    shows that the end was not cut off and made anew.

    Example: vigil verify --db war.db
    """
    from vigil.engine.verify import verify as prove
    from vigil.ingest.archive import Archive
    from vigil.settings import Settings

    kept = Settings.from_env().archive_path(db)
    store = open_record(db)
    if not kept.is_file():
        raise Misuse(f"no archive of pages at {kept}", item=str(kept), advice="name it in VIGIL_ARCHIVE")
    with Archive(kept) as archive:
        findings = prove(store, archive, noted=head)
    now = store.view().meta().get("head", "")
    if as_json:
        emit({"sound": not findings, "head": now, "findings": findings})
    else:
        for finding in findings:
            print(f"{finding.what}: {finding.message}")
        print("The record does not prove out." if findings else "The record is whole: every entry and page proves out.")
        print(f"Head of the ledger: {now}")
    if findings:
        raise typer.Exit(SET_ASIDE)


def _coast(path: Path | None, theatre: list[str] | None) -> Any:
    """The outline that was named, else the one of the first theatre pack that has one, else None."""
    if path is None and theatre:
        path = next(
            (folder / "coast.geojson" for folder in theatre_folders(theatre) if (folder / "coast.geojson").is_file()),
            None,
        )
    if path is None:
        return None
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise Misuse(
            f"{path} is no GeoJSON file", item=str(path), advice="name a file that holds a GeoJSON object"
        ) from error


def _opened(out: Path) -> AbstractContextManager[TextIO]:
    """Where to write: stdout, or a file that is in its place only once it is whole. Raises Misuse."""
    return nullcontext(sys.stdout) if out == STDOUT else whole(out)
