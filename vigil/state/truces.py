"""Truces and agreements: parties, area, terms, when in force, each alleged violation, and how it ended. Pure.

Rules
-----
1. Read are ``ceasefire`` and ``agreement`` events that somebody tells as done, and proposals. An announced one
   ("will declare") is a proposal. "The truce" told as agreed in passing, by fewer than two named parties and on no
   told day, declares nothing and is no step. De-escalation zones are ceasefires with an area; an agreement has no
   violations of its own unless somebody calls something a violation of it and no ceasefire fits better. "The restored
   truce", read as a violation, is one that was agreed.
2. Which truce an event belongs to: one of its kind (a violation, an end and "holds" may also go to an agreement) whose
   parties meet. A declaration that names two sides or more must share two with a truce of two sides or more; else one
   shared side is enough. Declarations at two exact places that do not touch are two local truces. Who names neither
   parties nor place speaks of the truce declared last. Between several, most shared sides win, then a shared area,
   then the one declared last. "Both sides", in words that name nobody, is no party.
3. A declaration within ``LAPSE`` days of the last step of a truce that has not ended joins it: as ``restored`` when a
   violation was alleged since it was last declared (and the event names parties or a place: a passing "the truce"
   restores nothing), else as ``declared`` once more. After an end, or a longer
   silence, it begins a new truce (with ``restored`` as its first step where the words say so); the old one, if nobody
   said that it ended, is taken to end on the day on which the new one comes into force. An end that names neither
   parties nor a place stands in the ledger and ends nothing; so does one that names no party on the very day on which
   it was declared or restored. Nothing is about a truce of which nobody spoke for ``SILENCE`` days.
4. In force: the day that time words of a declaration give as its beginning ("from Saturday"), the day after the named
   one for "midnight", else the day of the declaration. A truce known only from "it holds" is in force from that day,
   and a later declaration is not the one that brought it about.
5. A violation is an allegation, whoever denies it. Its deniers are those who deny it, and those of the accused side who
   deny an act of violence at its place on its day. An attack while a truce stands is no violation unless somebody
   says so; ``attacks`` lists such attacks for those who want to see them.
6. A violation, "holds" or end that fits no truce makes one of which no declaration is on record; its parties are those
   named in the quarrel, until a declaration names them, and a quarrel at the same place is about the same truce.
7. Terms are the claims that tell the declaration, and what parties are told to be going to do within ``NEAR``
   sentences of one of them.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from vigil.model.claim import Claim, Stance, Status
from vigil.model.entity import ActorRef, PlacePrecision, PlaceRef, distance_km
from vigil.model.event import Event, EventStatus
from vigil.model.interval import Precision
from vigil.model.state import Step, Truce, TruceStep
from vigil.model.text import digest_id
from vigil.state.common import (
    NEVER,
    NO_DAY,
    VIOLENCE,
    denials,
    evidence_ids,
    first_day,
    holds,
    join,
    place_key,
    said_by,
    side_of,
    speaker_side,
    speakers,
    told,
)

LAPSE = 60  # days of silence after which a new declaration is a new truce
SILENCE = 365  # days after which nobody speaks of it any more
NEAR = 3  # sentences
_STEPS = {
    "agreed": TruceStep.DECLARED, "declared": TruceStep.DECLARED, "": TruceStep.DECLARED, "proposed": TruceStep.PROPOSED,
    "holds": TruceStep.IN_FORCE, "violated": TruceStep.VIOLATED, "ended": TruceStep.ENDED,
}  # fmt: skip
#: Of one day's steps: what brings a truce about, what is said of it, what breaks it, what ends it.
_RANK = {kind: rank for rank, kind in enumerate(("proposed", "declared", "in_force", "violated", "ended"))}
_AGAIN = re.compile(r"restor|renew|resum|reinstat|reviv|exten|prolong", re.IGNORECASE)
_BEGINS = re.compile(
    r"\b(?:from|start\w*|begin\w*|effective|as of|since|takes? effect|into (?:force|effect))\b", re.IGNORECASE
)
_MIDNIGHT = re.compile(r"\bmidnight\b", re.IGNORECASE)
_WIDE = frozenset({PlacePrecision.COUNTRY, PlacePrecision.REGION, PlacePrecision.PROVINCE, PlacePrecision.UNKNOWN})


@dataclass(slots=True)
class _Draft:
    """A truce in the making."""

    kind: str
    first: str  # id of its first event
    parties: tuple[ActorRef, ...] = ()
    area: PlaceRef | None = None
    declared: date | None = None
    in_force: date | None = None
    ended: date | None = None
    over: bool = False
    named: bool = False  # parties and area are those of a declaration, not only those of a quarrel about it
    last: date | None = None  # day of its last step
    steps: list[Step] = field(default_factory=list)
    terms: dict[str, None] = field(default_factory=dict)

    sides: frozenset[str] = frozenset()  # of the parties
    known: frozenset[str] = frozenset()  # of those that the registry has

    def name(self, parties: tuple[ActorRef, ...]) -> None:
        """Set the parties."""
        self.parties, self.known = parties, _known(parties)
        self.sides = frozenset(side_of(party) for party in parties)

    def broken(self) -> bool:
        """True when a violation was alleged since it was last declared or restored."""
        for step in reversed(self.steps):
            if step.kind in (TruceStep.DECLARED, TruceStep.RESTORED):
                return False
            if step.kind is TruceStep.VIOLATED:
                return True
        return False


def follow(events: Sequence[Event], claims: Mapping[str, Claim]) -> list[Truce]:
    """Every truce and agreement, by the day declared (else its first step's), then id. ``claims`` by id."""
    drafts: list[_Draft] = []
    denied = _denied_violence(events, claims)
    nearby = _Nearby(claims)
    rows = [
        (first_day(event) or NO_DAY, _RANK[step.value], event.id, event, step) for event, step in _read(events, claims)
    ]
    open_ones: list[_Draft] = []
    for day, _, _, event, step in sorted(rows, key=lambda row: row[:3]):
        open_ones = [draft for draft in open_ones if not _past(draft, day)]
        draft = _apply(open_ones, event, step, claims, denied, nearby)
        if not draft.steps[1:]:
            drafts.append(draft)
    return sorted((_finished(draft) for draft in drafts), key=_order)


def _read(events: Iterable[Event], claims: Mapping[str, Claim]) -> Iterable[tuple[Event, TruceStep]]:
    for event in events:
        if event.type not in ("ceasefire", "agreement"):
            continue
        mode = "agreed" if event.mode == "violated" and _again(told(event, claims)) else event.mode
        step = _STEPS[mode]
        if mode == "agreed" and _in_passing(event):
            continue
        if event.status is EventStatus.ANNOUNCED and step in (TruceStep.DECLARED, TruceStep.PROPOSED):
            yield event, TruceStep.PROPOSED
        elif event.status not in NEVER or (event.status is EventStatus.DENIED and step is TruceStep.VIOLATED):
            yield event, step


def _again(tellings: Sequence[Claim]) -> bool:
    """All that tell it say that it was restored, renewed, ...: what the reader's word for it was counts for less."""
    return bool(tellings) and all(_AGAIN.search(claim.trigger.text) for claim in tellings)


def _in_passing(event: Event) -> bool:
    told_day = event.when is not None and not event.when.approximate
    return not told_day and len(_parties(event)) < 2


def _apply(
    drafts: list[_Draft],
    event: Event,
    step: TruceStep,
    claims: Mapping[str, Claim],
    denied: _Denied,
    nearby: _Nearby,
) -> _Draft:
    """Enter one event in the truce that it speaks of, or in a new one, and return that."""
    day, tellings = first_day(event), told(event, claims)
    draft = _which(drafts, event, step, day)
    if draft is None:
        draft = _Draft(event.type, event.id)
        drafts.append(draft)
        if step is TruceStep.DECLARED and any(_AGAIN.search(claim.trigger.text) for claim in tellings):
            step = TruceStep.RESTORED
    elif step is TruceStep.DECLARED and draft.broken() and (_parties(event) or event.place is not None):
        step = TruceStep.RESTORED
    if step in (TruceStep.DECLARED, TruceStep.RESTORED, TruceStep.PROPOSED):
        draft.name(join(draft.parties if draft.named else (), _parties(event)) or draft.parties)
        draft.area, draft.named = (draft.area if draft.named else None) or event.place or draft.area, True
        draft.terms.update(dict.fromkeys(_terms(event, tellings, nearby)))
    elif not draft.named:
        draft.name(join(draft.parties, _parties(event)))
        draft.area = draft.area or event.place
    if step in (TruceStep.DECLARED, TruceStep.RESTORED):
        declared, in_force = _dates(event, tellings)
        earlier = draft.in_force is not None and declared is not None and draft.in_force < declared
        if draft.declared is None and not draft.broken() and not earlier:
            draft.declared = declared
        if draft.in_force is None:
            draft.in_force = in_force
            _replace(drafts, draft)
    elif step is TruceStep.IN_FORCE and draft.in_force is None:
        draft.in_force = day
    elif step is TruceStep.ENDED and (_parties(event) or (event.place is not None and not _begun_on(draft, day))):
        draft.over, draft.ended = True, draft.ended or day
    by = event.agents if step is TruceStep.VIOLATED else join(event.agents, event.targets)
    against = denials(event, claims)
    if step is TruceStep.VIOLATED:
        against += _denies_the_act(event, day, denied)
    on = draft.declared if step is TruceStep.DECLARED and not draft.steps else day
    draft.last = max(filter(None, (draft.last, on)), default=None)
    draft.steps.append(
        Step(
            on=on,
            kind=step,
            event=event.id,
            by=by,
            place=event.place,
            said_by=said_by(event),
            denied_by=speakers(against),
            claims=tuple(sorted({*evidence_ids(event), *(claim.id for claim in against)})),
        )
    )
    return draft


def _begun_on(draft: _Draft, day: date | None) -> bool:
    begins = (TruceStep.DECLARED, TruceStep.RESTORED)
    return day is not None and any(step.on == day and step.kind in begins for step in draft.steps)


def _past(draft: _Draft, day: date) -> bool:
    """True when nothing on a day or later can be about the truce any more: it was over, or not spoken of for long."""
    if day == NO_DAY:
        return False
    ended = draft.over and draft.ended is not None and draft.ended < day
    return ended or (draft.last is not None and (day - draft.last).days > SILENCE)


def _which(drafts: Sequence[_Draft], event: Event, step: TruceStep, day: date | None) -> _Draft | None:
    """The truce that an event speaks of (rules 2 and 3), None when it begins one."""
    declares = step in (TruceStep.DECLARED, TruceStep.PROPOSED)
    parties, known = frozenset(side_of(actor) for actor in _parties(event)), _known(_parties(event))
    best: tuple[tuple[int, int, int, int], _Draft] | None = None
    for number, draft in enumerate(drafts):
        if draft.kind != event.type and declares:
            continue
        if draft.over and (declares or draft.ended is None or day is None or day > draft.ended):
            continue
        if declares and _lapsed(draft, day):
            continue
        shared = len(draft.sides & parties)
        need = 2 if declares and len(known) > 1 and len(draft.known) > 1 else 1
        if draft.sides and parties and shared < need and draft.named:
            continue
        contact = touching(draft.area, event.place)
        if draft.sides and parties and shared < need and contact <= 0:
            continue
        if contact < 0 and declares:
            continue
        if declares and not shared and contact <= 0 and (parties or event.place is not None):
            continue  # nothing says that it is the same one
        rank = (shared, contact, int(draft.kind == event.type), number)
        if best is None or rank > best[0]:
            best = (rank, draft)
    return best[1] if best else None


def _parties(event: Event) -> tuple[ActorRef, ...]:
    """Who is named in an event: the registry's actors, and words with a capital; not "both sides"."""
    actors = join(event.agents, event.targets)
    return tuple(a for a in actors if a.actor_id or any(letter.isupper() for letter in a.text))


def _known(actors: Iterable[ActorRef]) -> frozenset[str]:
    return frozenset(side_of(actor) for actor in actors if actor.actor_id)


def _lapsed(draft: _Draft, day: date | None) -> bool:
    return day is not None and draft.last is not None and (day - draft.last).days > LAPSE


def touching(one: PlaceRef | None, two: PlaceRef | None) -> int:
    """1 when the places are one or one holds the other, -1 for exact places that do not touch, else 0."""
    if one is None or two is None:
        return 0
    if holds(one, two) or holds(two, one):
        return 1
    if one.precision in _WIDE or two.precision in _WIDE or None in (one.lat, one.lon, two.lat, two.lon):
        return 0
    apart = distance_km(one.lat or 0.0, one.lon or 0.0, two.lat or 0.0, two.lon or 0.0)
    return -1 if apart > one.radius_km + two.radius_km else 1


def _dates(event: Event, tellings: Sequence[Claim]) -> tuple[date | None, date | None]:
    """When it was declared, and when it came into force (rule 4)."""
    day = first_day(event)
    starts: Counter[date] = Counter()
    others: list[date] = []
    for claim in tellings:
        words, when = (claim.time.text if claim.time else ""), claim.when
        if when is None or when.first_day is None or when.last_day is None:
            continue
        if _MIDNIGHT.search(words):
            starts[when.first_day if when.precision is Precision.INSTANT else when.last_day + timedelta(days=1)] += 1
            others.append(when.first_day)
        elif _BEGINS.search(words):
            starts[when.first_day] += 1
        else:
            others.append(when.first_day)
    declared = min(others, default=day)
    in_force = min(starts, key=lambda start: (-starts[start], start), default=declared)
    if declared is not None and in_force is not None and in_force < declared:
        declared = in_force  # told afterwards: "the truce that began on Monday"
    return declared, in_force


def _replace(drafts: Sequence[_Draft], new: _Draft) -> None:
    """Older truces of the same parties and area that nobody said had ended are over once a new one is in force."""
    for old in drafts:
        same = len(old.sides & new.sides) > 1 and touching(old.area, new.area) >= 0
        if old is not new and old.kind == new.kind and not old.over and same:
            old.over, old.ended = True, new.in_force


_Denied = Mapping[tuple[str, date], Sequence[Claim]]


def _denied_violence(events: Iterable[Event], claims: Mapping[str, Claim]) -> _Denied:
    """Denials of violence by the act's place and day."""
    found: dict[tuple[str, date], list[Claim]] = defaultdict(list)
    for event in events:
        day = first_day(event)
        if event.type in VIOLENCE and event.place is not None and day is not None:
            found[place_key(event.place), day].extend(denials(event, claims))
    return found


def _denies_the_act(event: Event, day: date | None, denied: _Denied) -> list[Claim]:
    """Denials, by the side accused of a violation, of violence at its place on its day."""
    if event.place is None or day is None:
        return []
    accused = {side_of(actor) for actor in event.agents}
    return [claim for claim in denied.get((place_key(event.place), day), ()) if speaker_side(claim) in accused]


class _Nearby:
    """Claims by document, for what stands close to a declaration."""

    def __init__(self, claims: Mapping[str, Claim]) -> None:
        self._of: dict[str, list[Claim]] = defaultdict(list)
        for claim in claims.values():
            if claim.status is Status.INTENDED and claim.stance is Stance.ASSERTS:
                self._of[claim.doc].append(claim)

    def planned(self, claim: Claim) -> list[Claim]:
        """What is told as planned within ``NEAR`` sentences."""
        return [other for other in self._of.get(claim.doc, ()) if abs(other.s - claim.s) <= NEAR]


def _terms(event: Event, tellings: Sequence[Claim], nearby: _Nearby) -> list[str]:
    sides = {side_of(actor) for actor in _parties(event)}
    found = [claim.id for claim in tellings]
    for claim in tellings:
        for plan in nearby.planned(claim):
            doers = {side_of(m.actor) for m in plan.of("agent") if m.actor is not None and m.actor.actor_id}
            if not doers or doers & sides:
                found.append(plan.id)
    return sorted(found)


def _finished(draft: _Draft) -> Truce:
    return Truce(
        id=digest_id("tr_", [draft.first]),
        kind=draft.kind,
        parties=draft.parties,
        area=draft.area,
        declared=draft.declared,
        in_force=draft.in_force,
        ended=draft.ended,
        steps=tuple(draft.steps),
        terms=tuple(sorted(draft.terms)),
    )


def _order(truce: Truce) -> tuple[date, str]:
    days = [step.on for step in truce.steps if step.on is not None]
    return truce.declared or min(days, default=NO_DAY), truce.id
