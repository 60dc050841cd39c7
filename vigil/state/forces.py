"""Where forces came and went, and who has what to do with whom, as events show it. Pure.

Rules
-----
1. A ``deployment`` makes a move to its place, a ``withdrawal`` one away from its ``from`` (else its place); one move for
   each agent, one without an actor where none is told. For a withdrawal ``origin`` is the place left and ``place``
   where they went, if told. Announced and denied moves are none.
2. Relations are between actors of the registry that can be party to a war (no monitors, media, aid workers, rescuers
   or civilians), of different sides; one entry for each pair and kind, with the days of its first and last event.
3. ``fights``: an act of violence or a siege by one on the other, or a capture from it. Nobody fights in an event whose
   perpetrator is disputed: who did it is just what is not known.
4. ``supplies``: arms supplied by one to the other; it has a direction, the others have none.
5. ``talks_to``: talks, exchanges of prisoners, and agreements or truces that both are named as parties of.
6. ``allied_with`` and ``broke_with``: an agreement or withdrawal told in words of merging or of breaking (``JOINS``,
   ``BREAKS``) in its trigger. Cutting ties (``sanction``) counts as breaking by the same words.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from vigil.model.claim import Claim
from vigil.model.entity import ActorRef
from vigil.model.event import Event
from vigil.model.state import Move, MoveKind, Relationship, TieKind
from vigil.state.common import (
    NEVER,
    VIOLENCE,
    actor_key,
    by_day,
    disputed,
    estimate,
    evidence_ids,
    first_day,
    join,
    role_place,
    same_side,
    told,
)

JOINS = re.compile(r"merg|allian|allied|\bally|join|unit(?:e|ed|ing)\b|unif|coalition|pact", re.IGNORECASE)
BREAKS = re.compile(
    r"split|br(?:eak|oke)|defect|quit|seced|desert|\bleft\b|\bleav|cut(?:ting)? ties|expel|sever", re.IGNORECASE
)
_FIGHTS = (VIOLENCE - {"casualties", "destruction"}) | {"siege", "takeover"}
_NO_PARTY = frozenset({"monitor", "agency", "un", "aid", "rescuer", "media", "civilians", "person", "place"})


def moves(events: Sequence[Event], claims: Mapping[str, Claim]) -> list[Move]:
    """Every deployment and withdrawal, by day, then event, then actor. ``claims`` by id, as in the events' evidence."""
    found = []
    for event in by_day(events):
        if event.type not in ("deployment", "withdrawal") or event.status in NEVER:
            continue
        tellings = told(event, claims)
        left, place = role_place(tellings, "from"), event.place
        if event.type == "withdrawal":
            left, place = left or event.place, role_place(tellings, "place") if left else None
        for actor in event.agents or (None,):
            found.append(
                Move(
                    event=event.id,
                    kind=MoveKind.DEPLOYED if event.type == "deployment" else MoveKind.WITHDRAWN,
                    actor=actor,
                    origin=left,
                    place=place,
                    on=first_day(event),
                    strength=estimate(event, "forces"),
                    disputed=disputed(event, "occurrence", "outcome"),
                    claims=evidence_ids(event),
                )
            )
    return found


def relations(events: Sequence[Event], claims: Mapping[str, Claim]) -> list[Relationship]:
    """Every tie between two parties, by kind, then the pair's keys."""
    shown: dict[str, ActorRef] = {}
    held: dict[tuple[TieKind, str, str], list[Event]] = defaultdict(list)
    for event in by_day(events):
        if event.status in NEVER or disputed(event, "perpetrator"):
            continue
        for kind, one, other in _ties(event, claims):
            if kind is not TieKind.SUPPLIES and actor_key(other) < actor_key(one):
                one, other = other, one
            for actor in (one, other):
                shown.setdefault(actor_key(actor), actor)
            held[kind, actor_key(one), actor_key(other)].append(event)
    order = list(TieKind)
    return [
        Relationship(
            kind=kind,
            one=shown[one],
            other=shown[other],
            first=_day(rows, first=True),
            last=_day(rows, first=False),
            events=tuple(dict.fromkeys(event.id for event in rows)),
        )
        for (kind, one, other), rows in sorted(held.items(), key=lambda row: (order.index(row[0][0]), *row[0][1:]))
    ]


def _day(events: Sequence[Event], *, first: bool) -> date | None:
    days = [day for event in events if (day := first_day(event)) is not None]
    return (min(days) if first else max(days)) if days else None


def _ties(event: Event, claims: Mapping[str, Claim]) -> Iterator[tuple[TieKind, ActorRef, ActorRef]]:
    agents, targets = _parties(event.agents), _parties(event.targets)
    if event.type in _FIGHTS and (event.type != "takeover" or event.mode in ("captured", "recaptured")):
        yield from _pairs(TieKind.FIGHTS, agents, targets)
    elif event.type == "arms" and event.mode == "supplied":
        yield from _pairs(TieKind.SUPPLIES, agents, targets)
    elif event.type in ("talks", "release", "agreement") or (
        event.type == "ceasefire" and event.mode in ("agreed", "declared")
    ):
        everyone = _parties(join(event.agents, event.targets))
        yield from _among(TieKind.TALKS_TO, everyone)
    if event.type in ("agreement", "withdrawal", "sanction"):
        words = " ".join(claim.trigger.text for claim in told(event, claims))
        everyone = _parties(join(event.agents, event.targets))
        if BREAKS.search(words):
            yield from _among(TieKind.BROKE_WITH, everyone)
        elif event.type == "agreement" and JOINS.search(words):
            yield from _among(TieKind.ALLIED_WITH, everyone)


def _parties(actors: Iterable[ActorRef]) -> tuple[ActorRef, ...]:
    return tuple(actor for actor in actors if actor.actor_id and actor.kind not in _NO_PARTY)


def _pairs(
    kind: TieKind, some: Sequence[ActorRef], others: Sequence[ActorRef]
) -> Iterator[tuple[TieKind, ActorRef, ActorRef]]:
    for one in some:
        for other in others:
            if not same_side((one,), (other,)):
                yield kind, one, other


def _among(kind: TieKind, actors: Sequence[ActorRef]) -> Iterator[tuple[TieKind, ActorRef, ActorRef]]:
    for n, one in enumerate(actors):
        yield from _pairs(kind, (one,), actors[n + 1 :])
