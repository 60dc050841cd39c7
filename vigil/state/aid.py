"""Aid on its way: what was delivered, blocked and asked for, place by place, and whether a place can be reached. Pure.

Rules
-----
1. ``aid`` events only: a siege or a closed road says nothing about aid unless somebody says that aid was stopped.
2. ``by`` are those who delivered or blocked, ``to`` those who were to receive it. The place is where the aid was to go
   (or the crossing that it came to); events with two places are entered once.
3. Announced deliveries are not entered; a plea (``sought``) is entered although nothing has moved.
4. Access on a day (``access``): open or blocked by the last delivery or blocking that is not denied, on or before it.
   Of one day's two the place is ``contested``: some got through and some did not. A plea changes nothing.
5. A delivery from one side's word and a blocking from the other's stay two entries; ``disputed`` marks what is denied.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from vigil.model.entity import PlaceRef
from vigil.model.event import Event
from vigil.model.state import Access, AidStep
from vigil.state.common import NEVER, NO_DAY, by_day, disputed, estimate, evidence_ids, first_day, place_key


def follow(events: Sequence[Event]) -> list[AidStep]:
    """Every step of aid, by day, then event: all that is told stands in the events."""
    return [
        AidStep(
            event=event.id,
            place=event.place,
            access=Access(event.mode or "delivered"),
            on=first_day(event),
            by=event.agents,
            to=event.targets,
            people=estimate(event, "displaced"),
            disputed=disputed(event, "occurrence", "outcome"),
            claims=evidence_ids(event),
        )
        for event in by_day(events)
        if event.type == "aid" and event.status not in NEVER
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """Whether aid gets to a place, as last told. ``state``: "open", "blocked" or "contested" (both on one day)."""

    place: PlaceRef
    state: str
    since: date  # the day of the first step in an unbroken run of the same kind
    last: date
    steps: tuple[AidStep, ...]  # that run, oldest first


def access(steps: Iterable[AidStep], day: date | None = None) -> list[Reach]:
    """Each place's access on a day (None: at the record's end), by place key. Places without a step are left out."""
    by_place: dict[str, list[AidStep]] = defaultdict(list)
    for step in steps:
        moved = step.access in (Access.DELIVERED, Access.BLOCKED) and not step.disputed
        if moved and step.place is not None and step.on is not None and (day is None or step.on <= day):
            by_place[place_key(step.place)].append(step)
    found = []
    for _, told in sorted(by_place.items()):
        told.sort(key=lambda step: (step.on or NO_DAY, step.event))
        found.append(_reach(told))
    return found


def _reach(told: Sequence[AidStep]) -> Reach:
    last = told[-1]
    today = {step.access for step in told if step.on == last.on}
    run: list[AidStep] = []
    for step in reversed(told):
        if len(today) > 1 and step.on != last.on:
            break
        if len(today) == 1 and step.access is not last.access:
            break
        run.insert(0, step)
    state = "contested" if len(today) > 1 else "open" if last.access is Access.DELIVERED else "blocked"
    place = next(step.place for step in run if step.place is not None)
    return Reach(place=place, state=state, since=run[0].on or NO_DAY, last=last.on or NO_DAY, steps=tuple(run))
