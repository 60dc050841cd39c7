"""Commands that show what stands: control, truces, displacement, forces, relations, aid; now or as known on a past day."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from vigil.cli.common import DB, AsJson, Db, console, emit, open_view
from vigil.cli.look import parse_day
from vigil.model.errors import Misuse
from vigil.model.state import States, TieKind

if TYPE_CHECKING:
    from vigil.model.entity import ActorRef, PlaceRef
    from vigil.model.event import Event
    from vigil.model.state import Control
    from vigil.store import View

T = TypeVar("T")
Known = Annotated[
    str, typer.Option("--known", metavar="DAY", help="As it was known then: from what was published until that day.")
]
Place = Annotated[str, typer.Option("--place", help="Only this place, or what lies in it: a name or an id.")]
Who = Annotated[str, typer.Option("--actor", help="Only with this actor: a name or an id.")]
PERIODS = ("day", "week", "month")


def control(
    on: Annotated[str, typer.Option("--on", metavar="DAY", help="On this day; else at the record's end.")] = "",
    place: Annotated[str, typer.Option("--place", help="A place, or an area and what lies in it: a name or id.")] = "",
    changed: Annotated[
        tuple[str, str], typer.Option("--changed", metavar="SINCE UNTIL", help="What changed between two days.")
    ] = ("", ""),
    known: Known = "",
    db: Db = DB,
    as_json: AsJson = False,
) -> None:
    """Show who holds what on a day, how sure that is, or what changed between two days.

    Example: vigil control --on 2031-05-12 --place "Highland district" --db war.db
    """
    from vigil.cli import render_states as render
    from vigil.state import control_views

    day, since, until = parse_day("--on", on), parse_day("--changed", changed[0]), parse_day("--changed", changed[1])
    if since is not None and until is not None and until < since:
        raise Misuse("--changed ends before it begins", item=changed[1], advice="give the earlier day first")
    view = open_view(db)
    states, events = _states(view, known)
    there = _place_test(view, place)
    controls = [item for item in states.controls if there([item.place])]
    if since is not None and until is not None:
        found = control_views.changes(controls, since, until)
        if as_json:
            emit({"since": since, "until": until, "count": len(found), "changes": found})
        else:
            render.changes(console(), found, since, until)
        return
    day = day or _last(controls)
    rows = [
        (item, stretch, control_views.certainty(stretch, events()))
        for item in controls
        if day is not None and (stretch := item.on(day)) is not None
    ]
    area = control_views.area(controls, _keys(controls), day, name=place) if place and day and len(rows) > 1 else None
    if as_json:
        places = [{"place": i.place, "stretch": s, "certainty": sure.value} for i, s, sure in rows]
        emit({"on": day, "count": len(rows), "places": places, "area": area})
    else:
        render.held(console(), rows, area, day)


def truces(
    on: Annotated[str, typer.Option("--on", metavar="DAY", help="Only those that stood on this day.")] = "",
    place: Place = "",
    attacks: Annotated[
        bool, typer.Option("--attacks", help="Also list attacks in the area that nobody calls violations.")
    ] = False,
    known: Known = "",
    db: Db = DB,
    as_json: AsJson = False,
) -> None:
    """Show truces and agreements: parties, terms, each alleged violation and its denials.

    Example: vigil truces --db war.db
    """
    from vigil.cli import render_states as render
    from vigil.state import truce_views as room

    day = parse_day("--on", on)
    view = open_view(db)
    states, events = _states(view, known)
    there = _place_test(view, place)
    found = [
        truce
        for truce in states.truces
        if (day is None or truce.stands(day)) and there([truce.area, *(step.place for step in truce.steps)])
    ]
    fought = {truce.id: room.attacks(truce, events().values()) for truce in found} if attacks else {}
    counts = room.violations(found)
    if as_json:
        ids = {truce: [event.id for event in fights] for truce, fights in fought.items()}
        emit({"count": len(found), "truces": found, "violations": counts} | ({"attacks": ids} if attacks else {}))
    else:
        render.truces(console(), view, found, counts, fought)


def displacement(
    by: Annotated[str, typer.Option("--by", metavar="PERIOD", help="Add up by day, week or month.")] = "",
    place: Place = "",
    known: Known = "",
    db: Db = DB,
    as_json: AsJson = False,
) -> None:
    """Show who fled from where to where, returns, and how many shelter where.

    With --by, flows and returns are added up and stocks shown with their last figure: the three are never added to each
    other.

    Example: vigil displacement --by week --db war.db
    """
    from vigil.cli import render_states as render
    from vigil.model.state import FlowKind
    from vigil.state import displacement as room

    if by and by not in PERIODS:
        raise Misuse(f"--by knows no {by!r}", item=by, advice=f"use one of: {', '.join(PERIODS)}")
    view = open_view(db)
    states, events = _states(view, known)
    there = _place_test(view, place)
    found = [item for item in states.displacements if there([item.origin, item.destination])]
    if not by:
        emit({"count": len(found), "displacements": found}) if as_json else render.displaced(console(), found)
        return
    parts = {event.id: event.part_of for event in events().values() if event.part_of}
    totals = {
        "flow": room.series(found, by=by, part_of=parts),
        "return": room.series(found, by=by, kind=FlowKind.RETURN, part_of=parts),
        "stock": room.stocks(found, by=by),
    }
    emit({"by": by, **totals}) if as_json else render.totals(console(), totals, by)


def forces(actor: Who = "", place: Place = "", known: Known = "", db: Db = DB, as_json: AsJson = False) -> None:
    """Show which forces came to a place or left it, by day.

    Example: vigil forces --actor "Northern Army" --db war.db
    """
    from vigil.cli import render_states as render

    view = open_view(db)
    states, _ = _states(view, known)
    there = _place_test(view, place)
    found = [m for m in states.moves if _is_who(actor, [m.actor]) and there([m.origin, m.place])]
    emit({"count": len(found), "moves": found}) if as_json else render.moves(console(), found)


def relations(
    actor: Who = "",
    kind: Annotated[str, typer.Option("--kind", help="fights, supplies, talks_to, allied_with or broke_with.")] = "",
    known: Known = "",
    db: Db = DB,
    as_json: AsJson = False,
) -> None:
    """Show who fights, supplies, talks to, joins or leaves whom, from when to when.

    Example: vigil relations --kind supplies --db war.db
    """
    from vigil.cli import render_states as render

    kinds = tuple(item.value for item in TieKind)
    if kind and kind not in kinds:
        raise Misuse(f"--kind knows no {kind!r}", item=kind, advice=f"use one of: {', '.join(kinds)}")
    states, _ = _states(open_view(db), known)
    found = [t for t in states.relations if _is_who(actor, [t.one, t.other]) and kind in ("", t.kind.value)]
    emit({"count": len(found), "relations": found}) if as_json else render.relations(console(), found)


def aid(
    on: Annotated[str, typer.Option("--on", metavar="DAY", help="Access as it was on this day.")] = "",
    place: Place = "",
    known: Known = "",
    db: Db = DB,
    as_json: AsJson = False,
) -> None:
    """Show aid delivered, blocked and asked for, and which places it can reach.

    Example: vigil aid --on 2031-04-20 --db war.db
    """
    from vigil.cli import render_states as render
    from vigil.state.aid import access

    day = parse_day("--on", on)
    view = open_view(db)
    states, _ = _states(view, known)
    there = _place_test(view, place)
    found = [s for s in states.aid if there([s.place]) and not (day and s.on and s.on > day)]
    reach = access(found, day)
    emit({"count": len(found), "steps": found, "access": reach}) if as_json else render.aid(console(), found, reach)


def _states(view: View, known: str) -> tuple[States, Callable[[], dict[str, Event]]]:
    """The record's states, or those known on a day; and its events by id, read when asked for."""
    from vigil.engine.known import known_by

    day = parse_day("--known", known)
    if day is None:
        return view.all_states(), cache(lambda: {event.id: event for event in view.events()})
    then = known_by(view, day)
    return then.states, lambda: {event.id: event for event in then.events}


def _keys(controls: Iterable[Control]) -> list[str]:
    from vigil.state.common import place_key

    return [place_key(item.place) for item in controls]


def _place_test(view: View, words: str) -> Callable[[Iterable[PlaceRef | None]], bool]:
    """Whether any of some places is the one asked for, or lies in it.

    The record knows which of its events' places lie in an area of that name; other places are tried by their own names.
    """
    from vigil.state.common import fold, place_key

    if not words:
        return lambda _: True
    keys = {place_key(event.place) for event in view.events(place=words) if event.place is not None}
    wanted = fold(words)

    def test(places: Iterable[PlaceRef | None]) -> bool:
        return any(
            place_key(place) in keys
            or words == place.place_id
            or words in place.within
            or (wanted != "" and wanted in fold(f"{place.name} {place.text}"))
            for place in places
            if place is not None
        )

    return test


def _last(controls: Iterable[Control]) -> date | None:
    """The day of the last change: who holds what then holds it at the record's end."""
    return max((s.start for item in controls for s in item.stretches if s.start is not None), default=None)


def _is_who(words: str, actors: Iterable[ActorRef | None]) -> bool:
    from vigil.state.common import fold

    wanted = fold(words)
    return not words or any(
        words in (actor.actor_id, actor.side) or (wanted and wanted in fold(f"{actor.name} {actor.text}"))
        for actor in actors
        if actor is not None
    )
