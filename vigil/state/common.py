"""What every state asks of an event: which of its claims tell it as done, by whom, against whom, from which day."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from vigil.model.claim import Claim, Stance, Status
from vigil.model.entity import ActorRef, PlaceRef
from vigil.model.event import Estimate, Event, EventStatus, Relation
from vigil.model.wording import says_where

#: Events of these statuses change no state: nobody says that they happened, or it was found that they did not.
NEVER = frozenset({EventStatus.ANNOUNCED, EventStatus.DENIED, EventStatus.DID_NOT_HAPPEN, EventStatus.DISPROVED})
VIOLENCE = frozenset({"attack", "airstrike", "shelling", "bombing", "killing", "chemical", "destruction", "casualties"})
#: Stands for "no day" where events are sorted: they come last.
NO_DAY = date.max


def told(event: Event, claims: Mapping[str, Claim]) -> list[Claim]:
    """The claims that tell the event as done, in the order of its evidence."""
    found = (claims[e.claim] for e in event.evidence)
    return [claim for claim in found if claim.stance is Stance.ASSERTS and claim.status is Status.ACTUAL]


def said_by(event: Event) -> tuple[str, ...]:
    """Names of the witnesses that tell it as done, sorted."""
    telling = {e.witness for e in event.evidence if e.relation is Relation.SUPPORTS and e.witness}
    return tuple(sorted({witness.name for witness in event.witnesses if witness.id in telling}))


def denials(event: Event, claims: Mapping[str, Claim]) -> list[Claim]:
    """The claims that deny it, in the order of its evidence."""
    return [claims[e.claim] for e in event.evidence if e.relation is Relation.DENIES]


def speakers(some: Iterable[Claim]) -> tuple[str, ...]:
    """Names of those who speak in some claims (the innermost source that is known, else the innermost), sorted."""
    return tuple(sorted({name for claim in some if (name := _speaker(claim)[0])}))


def speaker_side(claim: Claim) -> str:
    """The side of the one who speaks in a claim, "" when it is not known."""
    return _speaker(claim)[1]


def _speaker(claim: Claim) -> tuple[str, str]:
    if not claim.sources:
        return "", ""
    known = (source for source in claim.sources if source.actor is not None and source.actor.known)
    source = next(known, claim.sources[0])
    if source.actor is None:
        return source.meaning, ""
    return source.actor.name or source.meaning, side_of(source.actor) if source.actor.known else ""


def first_day(event: Event) -> date | None:
    """The first day; of an approximate interval the last, by which at the latest it had happened."""
    if event.when is None:
        return None
    if event.when.approximate and event.when.last_day is not None:
        return event.when.last_day
    return event.when.first_day or event.when.last_day


def by_day(events: Iterable[Event]) -> list[Event]:
    """Events by their first day, then id; those without a day last."""
    return sorted(events, key=lambda event: (first_day(event) or NO_DAY, event.id))


def fold(words: str) -> str:
    """Words for comparing: no marks, no case, single blanks."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", words) if not unicodedata.combining(c))
    return " ".join(re.findall(r"\w+", plain.casefold()))


def place_key(place: PlaceRef) -> str:
    """The gazetteer id, or the folded words of an unresolved place."""
    return place.place_id if place.place_id is not None else "text:" + fold(place.text)


def holds(outer: PlaceRef, inner: PlaceRef) -> bool:
    """True when the two are one place, or the first holds the second."""
    return place_key(outer) == place_key(inner) or place_key(outer) in inner.within


def actor_key(actor: ActorRef) -> str:
    """The registry id, or the folded words of an unresolved actor."""
    return actor.actor_id or fold(actor.text)


def side_of(actor: ActorRef) -> str:
    """The side that an actor belongs to; itself where the registry names none."""
    return actor.side or actor_key(actor)


def same_side(one: Sequence[ActorRef], two: Sequence[ActorRef]) -> bool:
    """True when any actor of one group is, or is on the side of, any of the other."""
    keys = {actor_key(a) for a in one} | {a.side for a in one if a.side}
    return any(actor_key(a) in keys or (a.side and a.side in keys) for a in two)


def join(*groups: Iterable[ActorRef]) -> tuple[ActorRef, ...]:
    """Actors of several groups, each once, in order."""
    seen: dict[str, ActorRef] = {}
    for group in groups:
        for actor in group:
            seen.setdefault(actor_key(actor), actor)
    return tuple(seen.values())


def role_place(some: Sequence[Claim], role: str, but: PlaceRef | None = None) -> PlaceRef | None:
    """The place that most of some claims give in a role ("place", "from"), resolved ones before words.

    ``but`` is taken only where no other place is given: what is told as both origin and goal is the goal.
    """
    found = [
        mention.place or PlaceRef(text=mention.meaning)
        for claim in some
        for mention in claim.of(role)
        if (mention.place is not None and mention.place.place_id) or says_where(mention.meaning)
    ]
    if not found:
        return None
    others = [place for place in found if but is None or place_key(place) != place_key(but)]
    found = others or found
    often = Counter(place_key(place) for place in found)
    return min(found, key=lambda p: (p.place_id is None, -often[place_key(p)], place_key(p), p.text))


def estimate(event: Event, kind: str, *, cumulative: bool = False) -> Estimate | None:
    """The event's estimate of one kind for all people together, None when nobody gives a number."""
    found = (e for e in event.estimates if e.kind == kind and not e.who and e.cumulative == cumulative)
    return next(found, None)


def disputed(event: Event, *whats: str) -> bool:
    """True when the event's tellings disagree on any of the matters named."""
    return any(dispute.what in whats for dispute in event.disputes)


def evidence_ids(event: Event) -> tuple[str, ...]:
    """Ids of all claims that bear on the event, sorted."""
    return tuple(sorted(e.claim for e in event.evidence))
