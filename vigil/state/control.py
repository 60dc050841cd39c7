"""Who holds each place from when to when, read off events in time order. Pure: same events in, same timelines out.

Rules
-----
1. Only ``takeover`` changes hands: ``captured`` and ``recaptured`` give the place to the agents, ``holds`` confirms them
   as holders, ``divided`` splits it among those named, ``lost`` takes it from its loser (the target, or the agent where
   no target is told) and gives it to the other party if one is told, else leaves it unknown.
2. A siege does not change the holder; nor do attacks, deployments and withdrawals. An attack told with a takeover that
   is planned or feared changes nothing either: events that are announced, denied or that did not happen never count.
3. A capture's stretch begins on the event's first day (inclusive), and ends the one before. When the day is only
   guessed from the publication day, it begins on the last day of the guess; when the time is told as a week or wider
   while tellings name days in it, on the last of those days. ``holds`` reaches back to its own date and no further:
   before the first stretch a place is unknown. A ``holds`` by the known holder adds its event to the running stretch.
4. A place is contested from an event's first day when the capture is denied or told otherwise (a quarrel about the dead
   or the means does not touch it), when two captures by different sides fall on one day, or when another side is said
   to hold it within ``SETTLING`` days of a capture (then from the capture's first day). The reason names who says so
   and who denies it.
5. The next takeover of a contested place settles it, if it is not disputed and somebody else than the side that gains
   by it tells it; a contestant's own word only adds its event to the contested stretch. Certainty stands in the
   reason: the number of independent witnesses, that it is one, or that only the side that gains tells it.
6. A withdrawal by the holder, and by nobody of another side with it, leaves the holder unknown from its first day until the
   next takeover. Who of an event is told to have left another place has not left this one, nor has he taken this one who
   is only told to have taken or to hold another.
7. A place does not hold or lose itself; beside a holder of the registry a lone word that it does not know ("soldiers") is no
   second one, nor is who as many tellings name as the loser. What such a word alone took from nobody ("the troops moved to
   better ground by Velm") says nothing beside a holder of the registry that is told of within ``SETTLING`` days. A "holds"
   that names nobody says nothing, and is nobody's voice for a holder that others name.
8. Places told in one list with the event's place ("Velm, Tarn and Orel") are held likewise, by the claims that list them;
   a place named elsewhere in the sentence is not.
9. Places are keyed by ``place_id``, unresolved ones by their folded words. Countries and regions have no holder here.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from vigil.model.claim import Claim
from vigil.model.entity import ActorRef, PlacePrecision, PlaceRef
from vigil.model.event import Event
from vigil.model.state import Control, Hold, Stretch
from vigil.state.common import (
    NEVER,
    denials,
    disputed,
    first_day,
    fold,
    join,
    place_key,
    role_place,
    said_by,
    same_side,
    side_of,
    speakers,
    told,
)

LIST_GAP = 6  # characters between two names of one list: ", and " at most
VAGUE = 6  # days between first and last of a time that is too wide to begin a stretch by
RETOLD = 7  # days within which a loss without names tells again of the change of hands before it
SETTLING = 3  # days within which contradicting reports speak of one fight for a place
_TOO_WIDE = frozenset({PlacePrecision.COUNTRY, PlacePrecision.REGION})


@dataclass(frozen=True, slots=True)
class _Change:
    """One event's say on one place: who holds it from a day on. ``holders`` empty: nobody known."""

    day: date
    event: Event
    place: PlaceRef
    mode: str
    holders: tuple[ActorRef, ...]
    losers: tuple[ActorRef, ...]
    disputed: bool
    tellers: tuple[str, ...]  # who tells it as done
    deniers: tuple[str, ...]
    voices: int  # independent witnesses that tell it as done
    own: bool  # told by nobody but the side that holds the place by it


def follow(events: Sequence[Event], claims: Mapping[str, Claim]) -> list[Control]:
    """The timeline of every place that takeover events name, sorted by place key. ``claims`` by id, as in evidence."""
    by_place: dict[str, list[_Change]] = defaultdict(list)
    for event in events:
        for change in _changes(event, claims):
            by_place[place_key(change.place)].append(change)
    timelines = []
    for _, changes in sorted(by_place.items()):
        if all(change.mode == "withdrawn" for change in changes):
            continue
        changes = [change for change in changes if not _by_some(change, changes)]
        changes.sort(key=lambda change: (change.day, _RANK.get(change.mode, 0), change.event.id))
        timelines.append(Control(place=_best_place(changes), stretches=_stretches(changes)))
    return timelines


_GAINS = frozenset({"captured", "recaptured", "holds"})
#: Of one day's events, who already holds comes before who takes, and who leaves comes first of all.
_RANK = {"withdrawn": 0, "holds": 1, "lost": 2, "captured": 3, "recaptured": 3, "divided": 4}


def _by_some(change: _Change, changes: Sequence[_Change]) -> bool:
    """Taken or held by a lone unknown word, from nobody, where another change of these days names the holder (rule 7)."""
    if change.mode not in _GAINS or change.losers or change.disputed or not all(map(_lone_word, change.holders)):
        return False
    return bool(change.holders) and any(
        other.mode in _GAINS
        and abs((other.day - change.day).days) <= SETTLING
        and any(actor.actor_id for actor in other.holders)
        for other in changes
    )


def _lone_word(actor: ActorRef) -> bool:
    """Known to no registry, and one word: "soldiers"."""
    return not actor.actor_id and " " not in actor.text.strip()


def _best_place(changes: Sequence[_Change]) -> PlaceRef:
    return min((change.place for change in changes), key=lambda place: (place.text, place.name))


def _changes(event: Event, claims: Mapping[str, Claim]) -> Iterator[_Change]:
    """What an event says about who holds its place, and those told in one list with it."""
    if event.status in NEVER or event.type not in ("takeover", "withdrawal"):
        return
    tellings = told(event, claims)
    # The codebook gives the place that a withdrawal leaves as "from".
    place = (role_place(tellings, "from") if event.type == "withdrawal" else None) or event.place
    main = _change(event, tellings, claims, place, _day(event, tellings))
    if main is None:
        return
    yield main
    for other, naming in _listed(main.place, tellings):
        days = [claim.when.first_day for claim in naming if claim.when is not None and claim.when.first_day]
        # A day that only other tellings give is the day of their place, not of this one.
        day = min(days, default=None) or (main.day if len(naming) == len(tellings) else None)
        change = _change(event, naming, claims, other, day) if event.type == "takeover" else None
        if change is not None:
            yield change


def _listed(place: PlaceRef, tellings: Sequence[Claim]) -> Iterator[tuple[PlaceRef, list[Claim]]]:
    """Other places of one list with a place ("Velm, Tarn and Orel"), each with the claims that list it, by key."""
    found: dict[str, tuple[PlaceRef, list[Claim]]] = {}
    for claim in tellings:
        chain: dict[str, PlaceRef] = {}
        end = -LIST_GAP - 1
        mentions = [m for m in claim.of("place") if m.span is not None and m.place is not None]
        for span, ref in sorted(
            ((m.span, m.place) for m in mentions if m.span and m.place), key=lambda row: row[0].start
        ):
            if span.start - end > LIST_GAP:
                if place_key(place) in chain:
                    break
                chain = {}
            if ref.place_id is not None and ref.precision is PlacePrecision.EXACT:
                chain.setdefault(place_key(ref), ref)
            end = span.end
        if place_key(place) in chain:
            for key, ref in chain.items():
                found.setdefault(key, (ref, []))[1].append(claim)
    found.pop(place_key(place), None)
    return (found[key] for key in sorted(found))


def _change(
    event: Event, tellings: Sequence[Claim], claims: Mapping[str, Claim], place: PlaceRef | None, day: date | None
) -> _Change | None:
    """What some tellings of an event say about a place, None when they say nothing about who holds it."""
    if place is None or place.precision in _TOO_WIDE or day is None or not (place.place_id or place.text):
        return None
    # A dispute on the dead, or on the day, does not touch who holds the place.
    contradicted = disputed(event, "occurrence", "outcome")
    made = partial(
        _Change,
        day=day,
        event=event,
        place=place,
        disputed=contradicted,
        tellers=said_by(event),
        deniers=speakers(denials(event, claims)),
    )
    if event.type == "withdrawal":
        voices = _voices(event, tellings)
        left = _leavers(tellings, place)
        losers = event.agents if left is None else left
        return made(mode="withdrawn", holders=(), losers=losers, voices=len(voices), own=False)
    mode = _mode(event, tellings)
    holders, losers = _holders(_takers_of(place, event.agents, tellings), place), _parties(event.targets, place)
    if mode == "lost":
        # The codebook's agent is who holds the place after; without a target the agent is the one that lost it.
        holders, losers = (holders, losers) if losers else ((), event.agents)
    elif mode in ("holds", "divided") and not holders:
        return None
    elif mode != "divided":
        holders = _takers(holders, tellings)
    naming = [claim for claim in tellings if same_side(holders, [m.actor for m in claim.of("agent") if m.actor])]
    voices = _voices(event, naming or tellings)
    sides = {key for actor in holders for key in (actor.side, actor.actor_id) if key}
    return made(mode=mode, holders=holders, losers=losers, voices=len(voices), own=bool(voices) and voices <= sides)


def _leavers(tellings: Sequence[Claim], place: PlaceRef) -> tuple[ActorRef, ...] | None:
    """Who left a place, by the tellings that do not put it somewhere else: in one event others may move elsewhere.

    None where there are no such tellings.
    """
    here = [claim for claim in tellings if place_key(place) in (_left(claim) or {place_key(place)})]
    if not here:
        return None
    return join(*((m.actor for m in claim.of("agent") if m.actor is not None) for claim in here))


def _left(claim: Claim) -> set[str]:
    """Keys of the places that a withdrawal leaves: the codebook's "from", and only without one its "place"."""
    keys: set[str] = set()
    for role in ("from", "place"):
        keys = keys or {place_key(m.place) for m in claim.of(role) if m.place is not None and m.place.place_id}
    return keys


def _day(event: Event, tellings: Sequence[Claim]) -> date | None:
    """The event's first day; where its time is vague but tellings name days in it, the last of those days."""
    when = event.when
    if when is not None and when.first_day and when.last_day and (when.last_day - when.first_day).days >= VAGUE:
        named = [
            c.when.last_day
            for c in tellings
            if c.when is not None and c.when.first_day == c.when.last_day is not None and when.overlaps(c.when)
        ]
        if named:
            return max(named)
    return first_day(event)


def _holders(agents: Sequence[ActorRef], place: PlaceRef) -> tuple[ActorRef, ...]:
    """Who of an event's agents can hold a place: not the place itself, nor a lone unknown word beside somebody known."""
    able = _parties(agents, place)
    if any(actor.actor_id for actor in able):
        able = tuple(actor for actor in able if not _lone_word(actor))
    return able


def _takers_of(place: PlaceRef, agents: Sequence[ActorRef], tellings: Sequence[Claim]) -> Sequence[ActorRef]:
    """An event's agents less those that only tellings about another place name; all where none is left."""
    here = {
        side_of(m.actor)
        for claim in tellings
        if not _elsewhere(claim, place)
        for m in claim.of("agent")
        if m.actor is not None
    }
    return [actor for actor in agents if side_of(actor) in here] or agents


def _elsewhere(claim: Claim, place: PlaceRef) -> bool:
    """All of its places that are known are others, neither in this one nor around it."""
    known = [m.place for m in claim.of("place") if m.place is not None and m.place.place_id]
    return bool(known and place.place_id) and not any(
        place.place_id in (other.place_id, *other.within) or other.place_id in place.within for other in known
    )


def _parties(actors: Sequence[ActorRef], place: PlaceRef) -> tuple[ActorRef, ...]:
    """Actors less the place itself, which has neither held nor lost itself."""
    own = {fold(place.text), fold(place.name)}
    return tuple(actor for actor in actors if actor.actor_id or (actor.kind != "place" and fold(actor.text) not in own))


def _takers(holders: tuple[ActorRef, ...], tellings: Sequence[Claim]) -> tuple[ActorRef, ...]:
    """Holders less those that as many tellings name as the loser, where anybody remains."""
    roles = {"agent": 1, "target": -1}
    score: Counter[str] = Counter()
    for claim in tellings:
        for role, sign in roles.items():
            for actor in {side_of(m.actor) for m in claim.of(role) if m.actor is not None}:
                score[actor] += sign
    return tuple(actor for actor in holders if score[side_of(actor)] > 0) or holders


def _voices(event: Event, tellings: Sequence[Claim]) -> set[str]:
    """The independent voices behind some tellings: sides, or witnesses of none."""
    ids = {claim.id for claim in tellings}
    telling = {e.witness for e in event.evidence if e.claim in ids}
    return {w.side or w.id for w in event.witnesses if w.id in telling}


def _mode(event: Event, tellings: Sequence[Claim]) -> str:
    """The event's mode; a change of hands told by any claim is stronger than a mere "holds"."""
    modes = {claim.mode for claim in tellings if claim.type == "takeover"}
    if event.mode == "holds" and modes & {"captured", "recaptured"}:
        return "captured"
    return event.mode or "captured"


def _stretches(changes: Sequence[_Change]) -> tuple[Stretch, ...]:
    made: list[Stretch] = []
    for change in changes:
        _apply(made, change)
    return tuple(made)


def _apply(made: list[Stretch], change: _Change) -> None:
    """Add one change to the stretches so far."""
    now = made[-1] if made else None
    if change.mode == "withdrawn":
        if now is not None and now.hold is Hold.HELD and not change.disputed and _leaves(now, change):
            _begin(made, change, Hold.UNKNOWN, (), f"its holder withdrew; {_certainty(change)}")
    elif change.mode == "divided":
        _begin(
            made, change, Hold.DIVIDED, join(change.holders, change.losers), f"told as divided; {_certainty(change)}"
        )
    elif change.disputed:
        rivals = join(change.holders, change.losers, now.holders if now else ())
        _begin(made, change, Hold.CONTESTED, rivals, _quarrel(change))
    elif now is not None and now.hold is Hold.CONTESTED and change.own and same_side(now.holders, change.holders):
        made[-1] = _extended(now, change)
    elif now is not None and now.start is not None and _contradicts(now, change):
        rivals = join(now.holders, change.holders)
        reason = f"{now.reason}; but another side is said to hold it within {SETTLING} days"
        _begin(made, replace(change, day=now.start), Hold.CONTESTED, rivals, reason)
    elif now is not None and now.hold is Hold.HELD and (_confirms(now, change) or _retold(now, change)):
        made[-1] = _extended(now, change)
    elif not change.holders:
        _begin(made, change, Hold.UNKNOWN, (), f"{change.mode}, by whom is not told; {_certainty(change)}")
    else:
        _begin(made, change, Hold.HELD, change.holders, f"{change.mode}; {_certainty(change)}")


def _leaves(now: Stretch, change: _Change) -> bool:
    """The holder withdrew, and nobody in the registry of another side with it."""
    return same_side(now.holders, change.losers) and all(
        same_side(now.holders, [actor]) for actor in change.losers if actor.actor_id
    )


def _confirms(now: Stretch, change: _Change) -> bool:
    """Told of the side that holds the place already."""
    return bool(change.holders) and same_side(now.holders, change.holders)


def _retold(now: Stretch, change: _Change) -> bool:
    """A loss that names neither who lost the place nor who took it, soon after it was taken, is that change again."""
    if change.holders or change.losers or now.start is None or not _taken(now):
        return False
    return (change.day - now.start).days <= RETOLD


def _taken(now: Stretch) -> bool:
    """The stretch began with a change of hands, not with a mere "holds"."""
    return not now.reason.startswith("holds")


def _contradicts(now: Stretch, change: _Change) -> bool:
    """Two captures on one day, or a "holds" by another side soon after a capture."""
    if now.hold is not Hold.HELD or now.start is None or not change.holders or same_side(now.holders, change.holders):
        return False
    days = (change.day - now.start).days
    # A capture that follows a mere "holds" of the same day is news; two captures of one day are a contradiction.
    return _taken(now) and (days == 0 or (change.mode == "holds" and days <= SETTLING))


def _begin(made: list[Stretch], change: _Change, hold: Hold, holders: tuple[ActorRef, ...], reason: str) -> None:
    """End the running stretch on the change's day and begin another; two of one day become the later one."""
    events: tuple[str, ...] = (change.event.id,)
    if made and made[-1].start == change.day:
        events = tuple(dict.fromkeys((*made[-1].events, *events)))
        made.pop()
    if made:
        made[-1] = replace(made[-1], end=change.day)
    made.append(Stretch(start=change.day, end=None, hold=hold, holders=holders, events=events, reason=reason))


def _extended(stretch: Stretch, change: _Change) -> Stretch:
    return replace(stretch, events=tuple(dict.fromkeys((*stretch.events, change.event.id))))


def _certainty(change: _Change) -> str:
    """How many independent witnesses stand behind a change, and whether they are all of the side that gains by it."""
    if change.voices > 1:
        return f"{change.voices} independent witnesses"
    return "told by its own side only" if change.own and change.mode in _GAINS else "one witness"


def _quarrel(change: _Change) -> str:
    said = ", ".join(change.tellers) or "somebody"
    denied = f"denied by {', '.join(change.deniers)}" if change.deniers else "told otherwise by others"
    return f"{change.mode}, says {said}; {denied}"
