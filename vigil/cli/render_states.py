"""States on a terminal of 80 columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from vigil.cli.render import SHORT, indented
from vigil.model.entity import ActorRef, PlaceRef
from vigil.model.event import Event
from vigil.model.state import (
    Access,
    AidStep,
    Control,
    Displacement,
    FlowKind,
    Move,
    MoveKind,
    Relationship,
    Step,
    Stretch,
    TieKind,
    Truce,
    TruceStep,
)
from vigil.publish import text

if TYPE_CHECKING:
    from vigil.state.aid import Reach
    from vigil.state.control_views import Area, Certainty, Change
    from vigil.state.displacement import Total
    from vigil.state.truce_views import Violations
    from vigil.store import View

CERTAIN = {
    "corroborated": "corroborated", "one_witness": "one witness", "own_word": "its own word only",
    "contradicted": "contradicted",
}  # fmt: skip
STEPS = {
    TruceStep.PROPOSED: "proposed", TruceStep.DECLARED: "declared", TruceStep.IN_FORCE: "said to hold",
    TruceStep.VIOLATED: "violation alleged", TruceStep.RESTORED: "restored", TruceStep.ENDED: "ended",
}  # fmt: skip
FLOWS = {FlowKind.FLOW: "fled", FlowKind.RETURN: "returned", FlowKind.STOCK: "away from home"}
TIES = {
    TieKind.FIGHTS: "fights", TieKind.SUPPLIES: "supplies", TieKind.TALKS_TO: "talks to",
    TieKind.ALLIED_WITH: "joined with", TieKind.BROKE_WITH: "broke with",
}  # fmt: skip
ACCESS = {Access.DELIVERED: "delivered", Access.BLOCKED: "blocked", Access.SOUGHT: "asked for"}


def held(
    console: Console, rows: Sequence[tuple[Control, Stretch, Certainty]], area: Area | None, day: date | None
) -> None:
    """Who holds what on a day."""
    if day is None or not rows:
        console.print("No report says who holds anything there then.", style="dim")
        return
    table = _table("place", "who", "since", "how sure")
    for control, stretch, sure in rows:
        since = text.day_words(stretch.start) if stretch.start else "before the record"
        table.add_row(text.place_words(control.place), text.hold_words(stretch), since, CERTAIN[sure.value])
    console.print(table)
    if area is not None:
        parts = [
            f"{len(share.places)} {share.hold.value}{f' by {share.name}' if share.side else ''}"
            for share in area.shares
        ]
        console.print(
            Text(f"{text.clean(area.area)}: {text.plural(area.places, 'place')} on record: {text.joined(parts)}.")
        )
    console.print(f"On {text.day_words(day)}. The events behind one: vigil places PLACE", style="dim")


def changes(console: Console, found: Sequence[Change], since: date, until: date) -> None:
    """What changed hands between two days."""
    for change in found:
        line = Text(f"{text.day_words(change.on)}  ") + Text(text.place_words(change.control.place), style="bold")
        before = text.hold_words(change.before) if change.before else "nothing on record"
        console.print(line + Text(f": {text.hold_words(change.after)}", style="not bold"))
        console.print(indented(Text(f"before: {before}", style="dim")))
        console.print(indented(Text(f"{text.clean(change.after.reason)}{_ids(change.after.events)}", style="dim")))
    span = f"from {text.day_words(since)} to {text.day_words(until)}"
    console.print(f"{text.plural(len(found), 'change')} {span}." if found else f"Nothing changed {span}.", style="dim")


def truces(
    console: Console,
    view: View,
    found: Sequence[Truce],
    counts: Sequence[Violations],
    fought: Mapping[str, Sequence[Event]],
) -> None:
    """Each truce: who, where, when, its terms as told, its ledger and its counts."""
    for truce in found:
        where = f", {text.place_words(truce.area)}" if truce.area else ""
        title = f"{truce.kind.capitalize()}: {_names(truce.parties) or 'parties not told'}{where}"
        console.print(Text(title, style="bold"))
        console.print(Text(f" {_dates(truce)}"))
        for sentence in _terms(view, truce):
            console.print(indented(Text(f"“{sentence}”", style="dim")))
        for step in truce.steps:
            console.print(Padding(Text(_step(step)), (0, 0, 0, 1), expand=False))
        for row in (row for row in counts if row.truce == truce.id):
            who = text.clean(row.name) or "nobody named"
            console.print(Text(f" {_day(row.on)}: {row.alleged} by {who}, {row.denied} of them denied", style="dim"))
        for event in fought.get(truce.id, ()):
            line = f" while it stood: {text.when_words(event.when)} {text.event_title(event)}{_ids((event.id,))}"
            console.print(Text(line, style="dim"))
        console.print()
    console.print(
        f"{text.plural(len(found), 'truce')}." if found else "No truce or agreement is on record.", style="dim"
    )


def _terms(view: View, truce: Truce) -> list[str]:
    """The sentences that tell its terms, each once, as they came out."""
    found = []
    for claim in filter(None, map(view.claim, truce.terms)):
        document = view.document(claim.doc)
        if document is not None:
            published = document.published.isoformat() if document.published else ""
            found.append((published, claim.doc, claim.s, text.clean(document.text[slice(*claim.sentence)])))
    return list(dict.fromkeys(sentence for _, _, _, sentence in sorted(found)))


def _dates(truce: Truce) -> str:
    words = f"declared {_day(truce.declared)}" if truce.declared else "no declaration on record"
    if truce.in_force:
        words += f"; in force from {_day(truce.in_force)}"
    return words + (f"; over on {_day(truce.ended)}" if truce.ended else "")


def _step(step: Step) -> str:
    words = f"{_day(step.on)}: {STEPS[step.kind]}"
    if step.kind is TruceStep.VIOLATED:
        words += f" against {_names(step.by) or 'nobody named'}"
    if step.said_by:
        words += f", says {_some(step.said_by)}"
    return words + (f"; denied by {_some(step.denied_by)}" if step.denied_by else "") + _ids((step.event,))


def displaced(console: Console, found: Sequence[Displacement]) -> None:
    """Movements and stocks of people, oldest first."""
    for item in found:
        number = text.count_words(item.people.low, item.people.high) if item.people else "an unknown number of"
        words = f"{text.when_words(item.when)}: {number} people {FLOWS[item.kind]}{_way(item.origin, item.destination)}"
        if item.driven_by and item.kind is FlowKind.FLOW:
            words += f", driven out by {_names(item.driven_by)}"
        if item.disputed:
            words += " (the number is disputed)"
        console.print(Text(words) + Text(_ids((item.event,)), style="dim"))
        if item.cause:
            console.print(indented(Text(f"just before, there:{_ids(item.cause)}", style="dim")))
    console.print(
        f"{text.plural(len(found), 'entry', 'entries')}." if found else "No displacement is on record.", style="dim"
    )


def totals(console: Console, found: Mapping[str, Sequence[Total]], by: str) -> None:
    """Sums of flows and returns, and last figures of stocks, one table each."""
    for kind, rows in found.items():
        if not rows:
            continue
        title = FLOWS[FlowKind(kind)]
        console.print(Text(f"{title[0].upper()}{title[1:]}, by {by}", style="bold"))
        table = _table(f"{by} of" if by != "day" else "day", "people", "note")
        for row in rows:
            note = [text.place_words(row.place)] if row.place and row.kind is FlowKind.STOCK else []
            note += [f"{row.uncounted} without a number"] if row.uncounted else []
            note += ["disputed"] if row.disputed else []
            told = row.low is not None or row.high is not None
            table.add_row(
                text.day_words(row.start), text.count_words(row.low, row.high) if told else "?", "; ".join(note)
            )
        console.print(table)
    if not any(found.values()):
        console.print("No displacement is on record.", style="dim")


def moves(console: Console, found: Sequence[Move]) -> None:
    """Forces that came and went, by day."""
    for move in found:
        who = text.actor_words(move.actor) if move.actor else "forces not named"
        verb, way = "came", _way(move.origin, move.place)
        if move.kind is MoveKind.WITHDRAWN:
            verb = f"left {text.place_words(move.origin)}" if move.origin else "left, from where is not told"
            way = _way(None, move.place)
        strength = f", {text.estimate_words(move.strength)}" if move.strength else ""
        words = f"{_day(move.on)}: {who} {verb}{way}{strength}{' (disputed)' if move.disputed else ''}"
        console.print(Text(words) + Text(_ids((move.event,)), style="dim"))
    console.print(f"{text.plural(len(found), 'move')}." if found else "No moves of forces are on record.", style="dim")


def relations(console: Console, found: Sequence[Relationship]) -> None:
    """Ties between parties, by kind."""
    for tie in found:
        line = Text(f"{text.actor_words(tie.one)} {TIES[tie.kind]} {text.actor_words(tie.other)}")
        span = _day(tie.first) if tie.first == tie.last else f"{_day(tie.first)} – {_day(tie.last)}"
        console.print(
            line + Text(f" · {span} · {text.plural(len(tie.events), 'event')}{_ids(tie.events[:3])}", style="dim")
        )
    console.print(
        f"{text.plural(len(found), 'tie')}." if found else "No ties between parties are on record.", style="dim"
    )


def aid(console: Console, found: Sequence[AidStep], reach: Sequence[Reach]) -> None:
    """Steps of aid, by day, and which places can be reached."""
    for step in found:
        words = f"{_day(step.on)}: {ACCESS[step.access]}"
        words += f" by {_names(step.by)}" if step.by else ""
        words += f", {text.place_words(step.place)}" + (" (disputed)" if step.disputed else "")
        console.print(Text(words) + Text(_ids((step.event,)), style="dim"))
    if reach:
        console.print(Text("Access", style="bold"))
    for place in reach:
        console.print(Text(f" {text.place_words(place.place)}: {place.state} since {text.day_words(place.since)}"))
    console.print(f"{text.plural(len(found), 'step')}." if found else "No aid is on record.", style="dim")


def _table(*heads: str) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), show_edge=False, header_style="dim")
    for head in heads:
        table.add_column(head)
    return table


def _day(day: date | None) -> str:
    return text.day_words(day) if day else "day unknown"


def _names(actors: Sequence[ActorRef]) -> str:
    return text.joined(list(dict.fromkeys(text.actor_words(actor) for actor in actors)))


def _some(names: Sequence[str]) -> str:
    return text.some(tuple(text.clean(name) for name in names))


def _way(origin: PlaceRef | None, place: PlaceRef | None) -> str:
    words = f" from {text.place_words(origin)}" if origin else ""
    return words + (f" to {text.place_words(place)}" if place else "")


def _ids(events: Sequence[str]) -> str:
    return f" [{', '.join(id[:SHORT] for id in events)}]" if events else ""
