"""Waves and their parts: "strikes across Idlib" and "a strike on Ariha" are two events, one a part of the other.

A wave is told of a wider place (a district, a province, a region) and of days that hold the part's. The two must be of
one class of types and share a text or a doer: that two things happened in one province on one day does not make one a
part of the other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from vigil.fuse.facts import days_of
from vigil.fuse.pairs.blocking import class_of
from vigil.model.entity import PlacePrecision
from vigil.model.event import Event

WIDE = {PlacePrecision.DISTRICT: 0, PlacePrecision.PROVINCE: 1, PlacePrecision.REGION: 2}
REACH = 31  # days: a wave that lasts longer is the war, not a wave
SLACK = 1  # day by which a part may stick out: "overnight", time zones

#: Class of types, place, and a stretch of ``REACH`` days that the wave touches.
Key = tuple[str, str, int]
Wave = tuple[int, int, Event]  # its first and last day, as ordinals


def with_parts(events: Sequence[Event]) -> list[Event]:
    """The events, each with ``part_of`` set to the narrowest wave that holds it, "" for none; in the order given."""
    waves: dict[Key, list[Wave]] = defaultdict(list)
    for event in events:
        place = event.place
        if place is None or place.place_id is None or place.precision not in WIDE or (days := _days(event)) is None:
            continue
        for stretch in range((days[0] - SLACK) // REACH, (days[1] + SLACK) // REACH + 1):
            waves[class_of(event.type), place.place_id, stretch].append((*days, event))
    return [replace(event, part_of=_wave_of(event, waves)) for event in events]


def _wave_of(event: Event, waves: dict[Key, list[Wave]]) -> str:
    place, days = event.place, _days(event)
    if place is None or place.place_id is None or days is None:
        return ""
    found = [
        (WIDE[wave.place.precision], last - first, wave.id)
        for holder in place.within
        if holder != place.place_id
        for first, last, wave in waves.get((class_of(event.type), holder, days[0] // REACH), ())
        if wave.place is not None and first - SLACK <= days[0] and days[1] <= last + SLACK and _tied(event, wave)
    ]
    return min(found)[2] if found else ""


def _days(event: Event) -> tuple[int, int] | None:
    """First and last day as ordinals, where both are known and not too far apart."""
    if event.when is None or event.when.first_day is None or event.when.last_day is None:
        return None
    window = days_of(event.when)
    return (window.first, window.last) if window is not None and window.days() <= REACH else None


def _tied(part: Event, wave: Event) -> bool:
    """They share a text, or a doer that the registry knows."""
    if {e.doc for e in part.evidence} & {e.doc for e in wave.evidence}:
        return True
    doers = {a.actor_id for a in part.agents if a.actor_id}
    return bool(doers & {a.actor_id for a in wave.agents if a.actor_id})
