"""Commands that show the record: events, event, places, disputes, search, issues."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from vigil.cli.common import DB, AsJson, Db, console, emit, open_view
from vigil.model.claim import TYPES
from vigil.model.errors import Misuse
from vigil.model.event import EventStatus

if TYPE_CHECKING:
    from vigil.model.event import Event

Limit = Annotated[int, typer.Option("--limit", "-n", min=0, help="At most so many; 0 for all.")]

#: What --limit 0 means to the search, which wants a number.
MOST = 1_000_000


def events(
    type: Annotated[str, typer.Option("--type", help="Event type: airstrike, takeover, ...")] = "",
    actor: Annotated[str, typer.Option("--actor", help="Who did it or to whom: a name or an id.")] = "",
    place: Annotated[str, typer.Option("--place", help="Where: a name or an id.")] = "",
    since: Annotated[str, typer.Option("--since", metavar="DAY", help="From this day on, as 2024-05-03.")] = "",
    until: Annotated[str, typer.Option("--until", metavar="DAY", help="Up to and including this day.")] = "",
    status: Annotated[str, typer.Option("--status", help="reported, corroborated, disputed, denied, announced.")] = "",
    limit: Limit = 0,
    db: Db = DB,
    as_json: AsJson = False,
) -> None:
    """List events, oldest first.

    Example: vigil events --type airstrike --place Velm --since 2024-05-01 --db war.db
    """
    _one_of("--type", type, TYPES)
    _one_of("--status", status, tuple(item.value for item in EventStatus))
    first, last = parse_day("--since", since), parse_day("--until", until)
    found = list(
        open_view(db).events(
            type=type or None,
            actor=actor or None,
            place=place or None,
            since=first,
            until=last,
            status=status or None,
        )
    )
    _list_events(found[:limit] if limit else found, len(found), as_json)


def event(
    id: Annotated[str, typer.Argument(metavar="ID", help="An event's id, or the beginning of it.")],
    db: Db = DB,
    as_json: AsJson = False,
) -> None:
    """Show one event in full.

    Every statement for and against it, in its own sentence, with its outlet, source and stance.

    Example: vigil event e4f1 --db war.db
    """
    from vigil.cli import render
    from vigil.publish.dossier import open_dossier

    view = open_view(db)
    found = view.event(id)
    if found is None:
        raise Misuse(f"no event {id!r}", item=id, advice="vigil events lists the ids")
    dossier = open_dossier(view, found)
    if as_json:
        emit(render.dossier_plain(dossier))
    else:
        render.dossier(console(), dossier)


def places(
    place: Annotated[str, typer.Argument(metavar="PLACE", help="A place's name or id.")],
    db: Db = DB,
    as_json: AsJson = False,
) -> None:
    """Show who held a place, from when to when, on which events.

    Example: vigil places Velm --db war.db
    """
    from vigil.cli import render

    control = open_view(db).control(place)
    if as_json:
        emit({"place": place, "control": control})
    elif control is None:
        print(f"No report says who holds {place}.")
    else:
        render.control(console(), control)


def disputes(limit: Limit = 0, db: Db = DB, as_json: AsJson = False) -> None:
    """List disputes, with the positions side by side.

    Example: vigil disputes --db war.db
    """
    from vigil.cli import render
    from vigil.publish.dossier import open_dossier

    view = open_view(db)
    found = [item for item in view.events() if item.disputes]
    shown = found[:limit] if limit else found
    if as_json:
        emit({"count": len(found), "disputes": [{"event": e.id, "disputes": e.disputes} for e in shown]})
        return
    screen = console()
    for item in shown:
        render.disputed(screen, open_dossier(view, item))
    print(f"{len(found)} disputed event(s)." if found else "Nothing is disputed.")


def search(
    query: Annotated[str, typer.Argument(metavar="QUERY", help="Words to look for in the articles.")],
    limit: Limit = 20,
    db: Db = DB,
    as_json: AsJson = False,
) -> None:
    """Search the articles' texts.

    Example: vigil search "field hospital" --db war.db
    """
    from vigil.cli import render

    view = open_view(db)
    hits = view.search(query, limit=limit or MOST)
    if as_json:
        emit({"query": query, "count": len(hits), "hits": hits})
    else:
        render.hits(console(), view, hits)


def issues(db: Db = DB, as_json: AsJson = False) -> None:
    """List what was set aside, why, and what would mend it.

    Example: vigil issues --db war.db
    """
    from vigil.cli import render

    found = list(open_view(db).issues())
    if as_json:
        emit({"count": len(found), "issues": found})
    else:
        render.issues(console(), found)


def _list_events(shown: list[Event], total: int, as_json: bool) -> None:
    from vigil.cli import render

    if as_json:
        emit({"count": total, "events": shown})
    else:
        render.events(console(), shown, total)


def _one_of(option: str, value: str, known: tuple[str, ...]) -> None:
    if value and value not in known:
        raise Misuse(f"{option} knows no {value!r}", item=value, advice=f"use one of: {', '.join(known)}")


def parse_day(option: str, words: str) -> date | None:
    """A day as an option gives it, None for no words. Raises Misuse."""
    if not words:
        return None
    try:
        return date.fromisoformat(words)
    except ValueError as error:
        raise Misuse(f"{option} is no day: {words!r}", item=words, advice="write it as 2024-05-03") from error
