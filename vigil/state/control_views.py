"""Reading timelines of control: how sure a stretch is, who holds an area or a road, what changed between two days. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from vigil.model.entity import ActorRef
from vigil.model.event import Event, EventStatus, Relation
from vigil.model.state import Control, Hold, Stretch
from vigil.state.common import NEVER, place_key, side_of


class Certainty(StrEnum):
    """How well a stretch is known, by the events that it rests on."""

    CORROBORATED = "corroborated"  # two or more independent witnesses over all its events
    ONE_WITNESS = "one_witness"
    OWN_WORD = "own_word"  # told by nobody but the side that holds it
    CONTRADICTED = "contradicted"  # contested


def certainty(stretch: Stretch, events: Mapping[str, Event]) -> Certainty:
    """How well a stretch is known. ``events`` by id; one that is missing or was never told as done adds nothing."""
    if stretch.hold is Hold.CONTESTED:
        return Certainty.CONTRADICTED
    voices: set[str] = set()
    for id in stretch.events:
        event = events.get(id)
        if event is None or event.status in NEVER:
            continue
        telling = {e.witness for e in event.evidence if e.relation is Relation.SUPPORTS}
        voices |= {w.side or w.id for w in event.witnesses if w.id in telling}
    if len(voices) > 1:
        return Certainty.CORROBORATED
    sides = {side_of(actor) for actor in stretch.holders}
    return Certainty.OWN_WORD if voices and voices <= sides else Certainty.ONE_WITNESS


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """Places of an area that one side holds. ``side`` "" for those that no one side holds (see ``hold``)."""

    hold: Hold
    side: str
    name: str
    places: tuple[str, ...]  # place keys, sorted


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """Who holds the places in an area on a day. ``shares`` largest first; ``whole`` when one side holds them all.

    Only places on which the record has a report are counted: it says nothing of the others.
    """

    area: str
    on: date
    shares: tuple[Share, ...]
    places: int
    whole: bool


def area(controls: Iterable[Control], within: str | Collection[str], on: date, *, name: str = "") -> Area:
    """The places of an area, or on a road, and who holds them on a day.

    ``within`` is the id of a place that holds others (a district, a province), or the ids of places themselves: a
    gazetteer does not say which towns lie on a road, so a road is given as the list of its towns.
    """
    listed = None if isinstance(within, str) else frozenset(within)
    groups: dict[tuple[str, str], list[str]] = {}
    names: dict[str, str] = {"": ""}
    for control in controls:
        key = place_key(control.place)
        inside = key in listed if listed is not None else key == within or within in control.place.within
        stretch = control.on(on)
        if not inside or stretch is None:
            continue
        side = _side(stretch)
        names.setdefault(side, _name(stretch.holders))
        groups.setdefault((stretch.hold.value, side), []).append(key)
    shares = [
        Share(hold=Hold(hold), side=side, name=names[side], places=tuple(sorted(places)))
        for (hold, side), places in groups.items()
    ]
    shares.sort(key=lambda share: (-len(share.places), share.hold.value, share.side))
    return Area(
        area=name or (within if isinstance(within, str) else ""),
        on=on,
        shares=tuple(shares),
        places=sum(len(share.places) for share in shares),
        whole=len(shares) == 1 and shares[0].hold is Hold.HELD,
    )


def _side(stretch: Stretch) -> str:
    sides = {side_of(actor) for actor in stretch.holders}
    return next(iter(sides)) if stretch.hold is Hold.HELD and len(sides) == 1 else ""


def _name(holders: tuple[ActorRef, ...]) -> str:
    return (holders[0].name or holders[0].text) if holders else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A place whose holder is another after a day than before it. ``before`` None: nothing was on record."""

    control: Control
    on: date
    before: Stretch | None
    after: Stretch


def changes(controls: Iterable[Control], since: date, until: date) -> list[Change]:
    """What changed from ``since`` to ``until`` (both inclusive), by day, then place key.

    A first report on who holds a place is a change too: ``before`` is None then.
    """
    found = []
    for control in controls:
        before: Stretch | None = None
        for stretch in control.stretches:
            if stretch.start is not None and since <= stretch.start <= until:
                found.append(Change(control=control, on=stretch.start, before=before, after=stretch))
            before = stretch
    return sorted(found, key=lambda change: (change.on, place_key(change.control.place)))


def denied_captures(events: Iterable[Event]) -> list[Event]:
    """Captures that somebody tells as done and somebody denies, by id: claims on a place, not changes of hands."""
    found = [
        event
        for event in events
        if event.type == "takeover"
        and event.mode in ("captured", "recaptured")
        and event.status is not EventStatus.ANNOUNCED
        and any(e.relation is Relation.DENIES for e in event.evidence)
        and any(e.relation is Relation.SUPPORTS for e in event.evidence)
    ]
    return sorted(found, key=lambda event: event.id)
