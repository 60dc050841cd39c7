"""The record's events as they stood on a past day: what was published later is taken out of each. Pure.

Two ways were weighed. *Fusing again* what was published until then answers exactly, but costs what fusion costs (1.6 ms a
claim on the small world, so minutes for 100,000 claims), and gives events of other ids, to which nothing that a person
sees today can be linked. *Taking claims out* of today's events costs one pass over the evidence (0.05 ms a claim, the states
that follow included) and keeps the ids. It is what is done here, because "who held it, as we knew on that day" is asked
while somebody waits. The price: which claims tell of one event is judged by all that is known today, and of a
corrected article only the last version is in the events. ``tests/state/test_small_world.py`` holds the answer against
fusing again, day by day; ``bench/states.py`` measures both.

Rules for an event that loses some of its claims and keeps others
----------------------------------------------------------------
1. Evidence, witnesses and positions of disputes go with their claims; a dispute needs two positions still.
2. Mode, parties and time are those that most of the claims left tell (of equals, the tightest time); place likewise. A
   time that no claim left tells stays the event's own.
3. A number's range is that of the largest own counts of the claims left, its best the one most of them give.
4. The status follows from what is left: told and denied is disputed, two or more sides is corroborated, and so on.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from vigil.model.claim import Claim, Count, Status
from vigil.model.entity import ActorRef, PlaceRef
from vigil.model.event import Dispute, Estimate, Event, EventStatus, Evidence, Relation, Witness
from vigil.model.interval import meeting
from vigil.model.text import Document
from vigil.state.common import actor_key, denials, place_key, said_by, speakers, told


def published_until(documents: Iterable[Document], day: date) -> frozenset[str]:
    """Ids of the documents that were out on a day: by their publication, else by when they were fetched.

    One that gives neither is left out: nothing says that it was known then.
    """
    return frozenset(
        document.id
        for document in documents
        if (stamp := document.published or document.fetched) is not None and stamp.date() <= day
    )


def as_known(events: Iterable[Event], claims: Mapping[str, Claim], kept: Collection[str]) -> list[Event]:
    """Events less all claims but those of some documents; an event that keeps none is left out.

    ``claims`` by id, as in the events' evidence; ``kept`` are document ids (see ``published_until``).
    """
    docs = kept if isinstance(kept, frozenset) else frozenset(kept)
    found = []
    for event in events:
        left = tuple(e for e in event.evidence if e.doc in docs)
        if len(left) == len(event.evidence):
            found.append(event)
        elif left:
            found.append(_less(event, left, claims, docs))
    return found


def _less(event: Event, left: tuple[Evidence, ...], claims: Mapping[str, Claim], docs: frozenset[str]) -> Event:
    evidence = tuple(replace(e, copy_of=e.copy_of if e.copy_of in docs else "") for e in left)
    ids = {e.claim for e in evidence}
    voices = {e.witness for e in evidence}
    witnesses = tuple(_seen(w, docs) for w in event.witnesses if w.id in voices)
    names = {w.name for w in witnesses} | set(speakers(claims[id] for id in ids))
    bare = replace(
        event,
        evidence=evidence,
        witnesses=witnesses,
        disputes=_disputes(event, ids, names),
    )
    tellings = told(bare, claims)
    lost = [claims[e.claim] for e in event.evidence if e.claim not in ids]
    status, reason = _status(bare, tellings, claims)
    same_type = [claim for claim in tellings if claim.type == event.type]
    return replace(
        bare,
        estimates=tuple(e for old in event.estimates if (e := _estimate(old, tellings, lost)) is not None),
        status=status,
        status_reason=reason,
        mode=_most([claim.mode for claim in same_type if claim.mode]) or event.mode,
        agents=_actors(tellings, "agent", event.agents),
        targets=_actors(tellings, "target", event.targets),
        place=_place(tellings) or event.place,
        when=meeting([c.when for c in tellings if c.when is not None and c.when.codebook() is not None]) or event.when,
    )


def _seen(witness: Witness, docs: frozenset[str]) -> Witness:
    return replace(witness, docs=tuple(doc for doc in witness.docs if doc in docs))


def _disputes(event: Event, ids: Collection[str], names: Collection[str]) -> tuple[Dispute, ...]:
    found = []
    for dispute in event.disputes:
        positions = tuple(
            replace(p, by=tuple(name for name in p.by if name in names) or p.by, claims=kept)
            for p in dispute.positions
            if (kept := tuple(id for id in p.claims if id in ids))
        )
        if len(positions) > 1:
            found.append(Dispute(what=dispute.what, positions=positions))
    return tuple(found)


def _estimate(old: Estimate, left: Sequence[Claim], lost: Sequence[Claim]) -> Estimate | None:
    """The number over the claims left, ``left`` being those that tell it as done; the old one when none lost gives one."""
    if not any(_counts(claim, old) for claim in lost):
        return old
    giving = [(claim.id, max(own, key=_size)) for claim in left if (own := _counts(claim, old))]
    counts = [count for _, count in giving]
    if not counts:
        return None
    figures = [_size(count) for count in counts]
    often = Counter(figures)
    lows = [c.min for c in counts if c.min is not None]
    highs = [c.max for c in counts if c.max is not None]
    return replace(
        old,
        low=min(lows, default=None),
        best=min(often, key=lambda figure: (-often[figure], figure)),
        high=max(highs) if len(highs) == len(counts) else None,
        rule="what was told until then",
        claims=tuple(sorted(claim for claim, _ in giving)),
        spread=(),
    )


def _counts(claim: Claim, of: Estimate) -> list[Count]:
    return [count for count in claim.counts if count.kind == of.kind and count.cumulative == of.cumulative]


def _size(count: Count) -> int:
    return count.min if count.min is not None else count.max or 0


def _status(event: Event, tellings: Sequence[Claim], claims: Mapping[str, Claim]) -> tuple[EventStatus, str]:
    against = denials(event, claims)
    if event.status is EventStatus.DISPROVED:
        return event.status, event.status_reason
    names = ", ".join(said_by(event)[:4])
    if not tellings:
        plans = any(claims[e.claim].status in (Status.INTENDED, Status.FEARED) for e in event.evidence)
        if plans:
            return EventStatus.ANNOUNCED, "only planned, announced or feared until then"
        negated = any(claims[e.claim].status is Status.NEGATED for e in event.evidence)
        return (EventStatus.DID_NOT_HAPPEN if negated else EventStatus.DENIED), "nobody had told it as done until then"
    if against or event.disputes:
        what = ", ".join(dispute.what for dispute in event.disputes) or "occurrence"
        return EventStatus.DISPUTED, f"told by {names}; disputed: {what}"
    telling = {e.witness for e in event.evidence if e.relation is Relation.SUPPORTS}
    sides = {w.side or w.id for w in event.witnesses if w.id in telling}
    if len(sides) > 1:
        return EventStatus.CORROBORATED, f"{len(sides)} independent witnesses: {names}"
    return EventStatus.REPORTED, f"one witness: {names}"


def _most(values: Sequence[str]) -> str:
    often = Counter(values)
    return min(often, key=lambda value: (-often[value], value), default="")


def _actors(tellings: Sequence[Claim], role: str, now: tuple[ActorRef, ...]) -> tuple[ActorRef, ...]:
    """Today's actors of a role that a claim left names too, in today's order."""
    if not tellings:
        return now
    named = {actor_key(m.actor or ActorRef(text=m.meaning)) for claim in tellings for m in claim.of(role)}
    return tuple(actor for actor in now if actor_key(actor) in named)


def _place(tellings: Sequence[Claim]) -> PlaceRef | None:
    places = [claim.place for claim in tellings if claim.place is not None]
    often = Counter(place_key(place) for place in places)
    return min(places, key=lambda p: (-often[place_key(p)], p.radius_km, place_key(p)), default=None)
