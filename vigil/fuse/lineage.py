"""Where an event's id went: events are computed anew, and a link to an old id must still lead somewhere.

An event's id is made from its earliest claim, so that later tellings never change it. It changes where an earlier
telling is found, where two events turn out to be one, or where a person parts what was one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from vigil.model.event import Event


def forwards(old: Iterable[Event], new: Iterable[Event]) -> list[tuple[str, str, str]]:
    """(old id, new id, why) for each event whose claims are now in an event of another id; sorted.

    An id that lives on is forwarded only to the parts that were split off it. An event of which no claim is left goes
    nowhere. A pure function of both lists.
    """
    now = list(new)
    home = {evidence.claim: event.id for event in now for evidence in event.evidence}
    ids = {event.id for event in now}
    notes: list[tuple[str, str, str]] = []
    for event in old:
        went = Counter(home[e.claim] for e in event.evidence if e.claim in home)
        for target, count in went.items():
            if target != event.id:
                notes.append((event.id, target, _why(event, count, len(went), event.id in ids)))
    return sorted(notes)


def _why(event: Event, count: int, parts: int, lives: bool) -> str:
    every = len(event.evidence)
    if parts > 1 or lives:
        return f"split: {count} of its {every} claims are told of this event now"
    return f"joined: its {every} claim{'s' if every > 1 else ''} belong to this event, which has an earlier telling"
