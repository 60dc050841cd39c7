"""Reading truces: alleged violations by side and day, and attacks that nobody calls violations. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from vigil.model.entity import ActorRef
from vigil.model.event import Event
from vigil.model.state import Step, Truce, TruceStep
from vigil.state.common import NEVER, NO_DAY, VIOLENCE, first_day, join, side_of
from vigil.state.truces import touching


@dataclass(frozen=True, slots=True, kw_only=True)
class Violations:
    """Alleged violations of one truce by one side on one day. ``side`` is an actor or side id, "" when nobody is named."""

    truce: str
    side: str
    name: str
    on: date | None
    alleged: int
    denied: int  # of those, how many somebody denies
    events: tuple[str, ...]


def violations(truces: Iterable[Truce]) -> list[Violations]:
    """Counts of alleged violations by truce, side and day. One that only a denial speaks of is not alleged here."""
    found: dict[tuple[str, str, date], list[Step]] = defaultdict(list)
    names: dict[str, str] = {"": ""}
    for truce in truces:
        for step in truce.steps:
            if step.kind is not TruceStep.VIOLATED or not step.said_by:
                continue
            for side in sorted({side_of(actor) for actor in step.by} or {""}):
                found[truce.id, side, step.on or NO_DAY].append(step)
                if side not in names:
                    names[side] = _name_of(side, (*truce.parties, *step.by))
    return [
        Violations(
            truce=truce,
            side=side,
            name=names[side],
            on=None if day == NO_DAY else day,
            alleged=len(steps),
            denied=sum(bool(step.denied_by) for step in steps),
            events=tuple(sorted(step.event for step in steps)),
        )
        for (truce, side, day), steps in sorted(found.items(), key=lambda item: (item[0][0], item[0][2], item[0][1]))
    ]


def _name_of(side: str, actors: Sequence[ActorRef]) -> str:
    """The side's own name where it is a party itself, else that of its first actor."""
    head = next((actor for actor in actors if actor.actor_id == side), None)
    found = head or next(actor for actor in actors if side_of(actor) == side)
    return found.name or found.text


def attacks(truce: Truce, events: Iterable[Event]) -> list[Event]:
    """Acts of violence by a party or on one, in the truce's area, while it stands: no violations by themselves."""
    found = []
    for event in events:
        day = first_day(event)
        if event.type not in VIOLENCE or event.status in NEVER or day is None or not truce.stands(day):
            continue
        sides = {side_of(actor) for actor in join(event.agents, event.targets)}
        named = sides & {side_of(party) for party in truce.parties}
        inside = truce.area is None or event.place is None or touching(truce.area, event.place) > 0
        if inside and (named or (not sides and event.place is not None and truce.area is not None)):
            found.append(event)
    return sorted(found, key=lambda event: (first_day(event) or NO_DAY, event.id))
