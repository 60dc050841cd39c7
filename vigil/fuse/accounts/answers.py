"""Denials that answer another event: who is said to have broken a truce, and denies the act of violence that broke it.

"The army violated the truce in Velm on Wednesday" and "the army denied shelling Velm on Wednesday" are claims of two
events, a breach and a shelling. The denial stays evidence of the shelling alone; that the breach is disputed, by whom and in
which words, is said by the breach too, so that event and ledger (``state.truces``, rule 5) tell one story.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from vigil.fuse.accounts.disputes import NOT_US
from vigil.fuse.accounts.witnesses import Voice
from vigil.fuse.facts import FAMILIES
from vigil.model.event import Dispute, Event, EventStatus, Position, Relation

_TOLD = (EventStatus.REPORTED, EventStatus.CORROBORATED)


def with_answers(events: Sequence[Event], voices: Mapping[str, Voice], days: Mapping[str, str]) -> list[Event]:
    """The events in their order; alleged breaches of a truce disputed where the accused side denies violence there that day.

    ``days`` gives each document's publication day (ISO), for since when a position is held.
    """
    denied: dict[tuple[str, date], list[tuple[str, str]]] = defaultdict(list)
    for event in events:
        spot = _spot(event)
        if spot is not None and FAMILIES.get(event.type) == "violence":
            denied[spot] += [(e.claim, e.doc) for e in event.evidence if e.relation is Relation.DENIES]
    return [_answered(event, denied, voices, days) for event in events]


def _answered(
    event: Event,
    denied: Mapping[tuple[str, date], Sequence[tuple[str, str]]],
    voices: Mapping[str, Voice],
    days: Mapping[str, str],
) -> Event:
    spot = _spot(event)
    if event.type != "ceasefire" or event.mode != "violated" or event.status not in _TOLD or spot is None:
        return event
    accused = {actor.side or actor.actor_id for actor in event.agents if actor.known}
    answers = [(claim, doc) for claim, doc in denied.get(spot, ()) if voices[claim].side in accused]
    if not answers:
        return event
    told = [(e.claim, e.doc) for e in event.evidence if e.relation is Relation.SUPPORTS]
    dispute = Dispute(
        what="occurrence",
        positions=(_position("happened", told, voices, days), _position(NOT_US, answers, voices, days)),
    )
    names = ", ".join(sorted({witness.name for witness in event.witnesses})[:4])
    reason = f"told by {names}; disputed: occurrence, the accused denies violence there on that day"
    return replace(event, status=EventStatus.DISPUTED, status_reason=reason, disputes=(dispute, *event.disputes))


def _spot(event: Event) -> tuple[str, date] | None:
    """Place and first day, None without either: of an approximate time the day by which it had happened."""
    if event.place is None or event.place.place_id is None or event.when is None:
        return None
    day = event.when.last_day if event.when.approximate else event.when.first_day
    return (event.place.place_id, day) if day is not None else None


def _position(
    value: str, rows: Iterable[tuple[str, str]], voices: Mapping[str, Voice], days: Mapping[str, str]
) -> Position:
    found = list(rows)
    told = sorted(days[doc] for _, doc in found if days.get(doc))
    return Position(
        value=value,
        by=tuple(sorted({voices[claim].name for claim, _ in found})),
        claims=tuple(claim for claim, _ in found),
        since=date.fromisoformat(told[0]) if told else None,
    )
