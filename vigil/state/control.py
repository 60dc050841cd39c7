"""Who holds each place from when to when, read off events in time order. Pure: same events in, same timelines out.

Rules
-----
1. Only ``takeover`` changes hands: ``captured`` and ``recaptured`` give the place to the agents, ``holds`` confirms them
   as holders, ``divided`` splits it among those named, ``lost`` takes it from its loser (the target, or the agent where
   no target is told) and gives it to the other party if one is told, else leaves it unknown.
2. A siege does not change the holder; nor do attacks, deployments and withdrawals. An attack told with a takeover that
   is planned or feared changes nothing either: events that are announced, denied or that did not happen never count.
3. A capture's stretch begins on the event's first day (inclusive), and ends the one before. When the day
   is only guessed from the publication day, it begins on the last day of the guess. ``holds`` reaches back to
   its own date and no further: before the first stretch a place is unknown. A ``holds`` by the known holder adds its
   event to the running stretch.
4. A place is contested from an event's first day when the capture is disputed or denied, when two captures by
   different sides fall on one day, or when another side is said to hold it within ``SETTLING`` days of a capture (then
   from the capture's first day).
5. The next takeover of a contested place settles it, if it is not disputed and somebody else than the side that gains
   by it tells it; a contestant's own word only adds its event to the contested stretch. Certainty stands in the
   reason: the number of independent witnesses, or that it is one.
6. A withdrawal by the holder leaves the holder unknown from its first day until the next takeover.
7. Places are keyed by ``place_id``, unresolved ones by their folded words. Countries and regions have no holder here.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from vigil.model.claim import Claim, Stance, Status
from vigil.model.entity import ActorRef, PlacePrecision, PlaceRef
from vigil.model.event import Event, EventStatus
from vigil.model.state import Control, Hold, Stretch

SETTLING = 3  # days within which contradicting reports speak of one fight for a place
_NEVER = frozenset({EventStatus.ANNOUNCED, EventStatus.DENIED, EventStatus.DID_NOT_HAPPEN})
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
    voices: int  # independent witnesses that tell it as done
    own: bool  # told by nobody but the side that holds the place by it


def follow(events: Sequence[Event], claims: Mapping[str, Claim]) -> list[Control]:
    """The timeline of every place that takeover events name, sorted by place key. ``claims`` by id, as in evidence."""
    by_place: dict[str, list[_Change]] = defaultdict(list)
    for event in events:
        change = _change(event, claims)
        if change is not None:
            by_place[place_key(change.place)].append(change)
    timelines = []
    for _, changes in sorted(by_place.items()):
        if all(change.mode == "withdrawn" for change in changes):
            continue
        changes.sort(key=lambda change: (change.day, _RANK.get(change.mode, 0), change.event.id))
        timelines.append(Control(place=_best_place(changes), stretches=_stretches(changes)))
    return timelines


#: Of one day's events, who already holds comes before who takes, and who leaves comes first of all.
_RANK = {"withdrawn": 0, "holds": 1, "lost": 2, "captured": 3, "recaptured": 3, "divided": 4}


def place_key(place: PlaceRef) -> str:
    """The gazetteer id, or the folded words of an unresolved place."""
    if place.place_id is not None:
        return place.place_id
    plain = "".join(c for c in unicodedata.normalize("NFKD", place.text) if not unicodedata.combining(c))
    return "text:" + " ".join(re.findall(r"\w+", plain.casefold()))


def _best_place(changes: Sequence[_Change]) -> PlaceRef:
    return min((change.place for change in changes), key=lambda place: (place.text, place.name))


def _change(event: Event, claims: Mapping[str, Claim]) -> _Change | None:
    """What an event says about its place, None when it says nothing about who holds it."""
    if event.status in _NEVER or event.type not in ("takeover", "withdrawal"):
        return None
    told = [
        claims[e.claim]
        for e in event.evidence
        if claims[e.claim].stance is Stance.ASSERTS and claims[e.claim].status is Status.ACTUAL
    ]
    place, day = _left(told) or event.place if event.type == "withdrawal" else event.place, _first_day(event)
    if place is None or place.precision in _TOO_WIDE or day is None or not (place.place_id or place.text):
        return None
    disputed = event.status is EventStatus.DISPUTED or any(d.what in ("occurrence", "outcome") for d in event.disputes)
    telling = {e.witness for e in event.evidence if e.claim in {claim.id for claim in told}}
    voices = {w.side or w.id for w in event.witnesses if w.id in telling}
    if event.type == "withdrawal":
        return _Change(day, event, place, "withdrawn", (), event.agents, disputed, len(voices), own=False)
    mode = _mode(event, told)
    holders, losers = event.agents, event.targets
    if mode == "lost":
        # The codebook's agent is who holds the place after; without a target the agent is the one that lost it.
        holders, losers = (event.agents, event.targets) if event.targets else ((), event.agents)
    sides = {key for actor in holders for key in (actor.side, actor.actor_id) if key}
    return _Change(
        day, event, place, mode, holders, losers, disputed, len(voices), own=bool(voices) and voices <= sides
    )


def _left(told: Sequence[Claim]) -> PlaceRef | None:
    """The place that a withdrawal leaves: the codebook gives it as ``from``."""
    return next((m.place for claim in told for m in claim.of("from") if m.place is not None), None)


def _mode(event: Event, told: Sequence[Claim]) -> str:
    """The event's mode; a change of hands told by any claim is stronger than a mere "holds"."""
    modes = {claim.mode for claim in told if claim.type == "takeover"}
    if event.mode == "holds" and modes & {"captured", "recaptured"}:
        return "captured"
    return event.mode or "captured"


def _first_day(event: Event) -> date | None:
    """The first day; of an approximate interval the last, by which at the latest it had happened."""
    if event.when is None:
        return None
    if event.when.approximate and event.when.last_day is not None:
        return event.when.last_day
    return event.when.first_day or event.when.last_day


def _stretches(changes: Sequence[_Change]) -> tuple[Stretch, ...]:
    made: list[Stretch] = []
    for change in changes:
        _apply(made, change)
    return tuple(made)


def _apply(made: list[Stretch], change: _Change) -> None:
    """Add one change to the stretches so far."""
    now = made[-1] if made else None
    if change.mode == "withdrawn":
        if now is not None and now.hold is Hold.HELD and not change.disputed and _same_side(now.holders, change.losers):
            _begin(made, change, Hold.UNKNOWN, (), f"its holder withdrew; {_certainty(change)}")
    elif change.mode == "divided":
        _begin(
            made, change, Hold.DIVIDED, _join(change.holders, change.losers), f"told as divided; {_certainty(change)}"
        )
    elif change.disputed:
        rivals = _join(change.holders, change.losers, now.holders if now else ())
        _begin(made, change, Hold.CONTESTED, rivals, f"{change.mode}, but contradicted: {change.event.status_reason}")
    elif now is not None and now.hold is Hold.CONTESTED and change.own and _same_side(now.holders, change.holders):
        made[-1] = _extended(now, change)
    elif now is not None and now.start is not None and _contradicts(now, change):
        rivals = _join(now.holders, change.holders)
        reason = f"{now.reason}; but another side is said to hold it within {SETTLING} days"
        _begin(made, replace(change, day=now.start), Hold.CONTESTED, rivals, reason)
    elif now is not None and now.hold is Hold.HELD and change.holders and _same_side(now.holders, change.holders):
        made[-1] = _extended(now, change)
    elif not change.holders:
        _begin(made, change, Hold.UNKNOWN, (), f"{change.mode}, by whom is not told; {_certainty(change)}")
    else:
        _begin(made, change, Hold.HELD, change.holders, f"{change.mode}; {_certainty(change)}")


def _contradicts(now: Stretch, change: _Change) -> bool:
    """Two captures on one day, or a "holds" by another side soon after a capture."""
    if now.hold is not Hold.HELD or now.start is None or not change.holders or _same_side(now.holders, change.holders):
        return False
    days = (change.day - now.start).days
    # A capture that follows a mere "holds" of the same day is news; two captures of one day are a contradiction.
    taken = not now.reason.startswith("holds")
    return taken and (days == 0 or (change.mode == "holds" and days <= SETTLING))


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
    return f"{change.voices} independent witnesses" if change.voices > 1 else "one witness"


def _join(*groups: tuple[ActorRef, ...]) -> tuple[ActorRef, ...]:
    """Actors of several groups, each once, in order."""
    seen: dict[str, ActorRef] = {}
    for group in groups:
        for actor in group:
            seen.setdefault(_actor_key(actor), actor)
    return tuple(seen.values())


def _actor_key(actor: ActorRef) -> str:
    return actor.actor_id or " ".join(re.findall(r"\w+", actor.text.casefold()))


def _same_side(one: Sequence[ActorRef], two: Sequence[ActorRef]) -> bool:
    """True when any actor of one group is, or is on the side of, any of the other."""
    keys = {_actor_key(a) for a in one} | {a.side for a in one if a.side}
    return any(_actor_key(a) in keys or (a.side and a.side in keys) for a in two)
