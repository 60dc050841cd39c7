"""The command that lists parties which no registry knows."""

from __future__ import annotations

from typing import Annotated

import typer

from vigil.cli.common import DB, AsJson, Db, console, emit, open_view


def unknown(
    at_least: Annotated[int, typer.Option("--documents", min=1, help="In at least so many articles.")] = 1,
    limit: Annotated[int, typer.Option("--limit", "-n", min=0, help="At most so many; 0 for all.")] = 0,
    db: Db = DB,
    as_json: AsJson = False,
) -> None:
    """List provisional actors: groups that no theatre pack knows, joined across articles under their spellings.

    To say who one is: vigil review queue. To put one into your own pack: vigil theatre adopt. The next run knows it.

    Example: vigil unknown --documents 2 --db war.db
    """
    view = open_view(db)
    found = [group for group in view.groups() if group.documents >= at_least]
    shown = found[:limit] if limit else found
    if as_json:
        emit({"count": len(found), "groups": shown})
        return
    from vigil.cli import render

    render.unknown(console(), view, shown)
    print(f"{len(found)} unknown group(s)." if found else "Every group that is named is known.")
