"""What a person does, as rows. Functions of plain arguments that return Decisions; nothing is written here.

A merge or split is about two events, and events are computed anew each time: so it is written as rows between claims, on
which pairs is chosen so that the action

- takes effect as seen: after a split, what went is one event and nothing of the rest is in it;
- freezes no more than the person looked at: what the machine joined inside an event stays the machine's opinion, except that
  the claims which a person picked out of one event are one;
- lasts: it stands on two claims of each side (``STAND``), so that rejecting or re-reading one of them does not undo it, and
  later tellings join whichever side they are like (see ``fuse.cluster``, leagues);
- wins over older rows about the very pairs that it contradicts.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from vigil.model.claim import Claim
from vigil.model.entity import ProvisionalActor
from vigil.model.errors import Misuse
from vigil.model.event import Event
from vigil.model.link import Decision, Judgement
from vigil.model.text import digest_id
from vigil.review.fields import CORE, NONE, Known, check, shown

#: Claims of a side that a merge or split stands on.
STAND = 2
#: Claims at most in which naming a provisional actor is written; two suffice for the rest to follow.
NAMED = 50
LONGEST_REASON = 2000


class Hand:
    """One person at one moment: makes that person's rows. ``event`` is the event looked at, "" for none."""

    def __init__(self, user: str, when: datetime, *, reason: str = "", event: str = "") -> None:
        if not user.strip():
            raise Misuse("a decision needs a name", advice="say who decides: --user NAME")
        if len(reason) > LONGEST_REASON:
            raise Misuse("the reason is too long", item=reason[:40], advice=f"use at most {LONGEST_REASON} characters")
        self.user, self.when, self.reason, self.event = user, when, reason.strip(), event

    def _row(
        self, judgement: Judgement, left: str, right: str = "", *, field: str = "", value: str = "", action: str = ""
    ) -> Decision:
        parts = (self.user, self.when.isoformat(), judgement.value, left, right, field, value)
        return Decision(
            id=digest_id("de_", parts),
            judgement=judgement,
            left=left,
            right=right,
            field=field,
            value=value,
            user=self.user,
            reason=self.reason,
            action=action,
            event=self.event,
            created_at=self.when,
        )

    def accept(self, claim: Claim) -> list[Decision]:
        """The claim is one, and its type, mode, stance and status are right as ``claim`` has them."""
        return [self._row(Judgement.ACCEPT, claim.id, value=_reading(claim))]

    def reject(self, claim: Claim) -> list[Decision]:
        """It is no claim at all."""
        return [self._row(Judgement.REJECT, claim.id)]

    def should_read(self, claim: Claim, field: str, value: str, known: Known) -> list[Decision]:
        """A field of it should read otherwise. Raises Misuse, with the right ones, for a wrong field or value."""
        kept = check(claim, field, value, known)
        return [self._row(Judgement.SHOULD_READ, claim.id, field=field, value=kept)]

    def name(self, group: ProvisionalActor, actor: str, claims: Mapping[str, Claim], known: Known) -> list[Decision]:
        """A provisional actor is that actor, in the first ``NAMED`` claims that name it; all others follow.

        ``claims`` as they read by now. Raises Misuse for an actor that is not known, none, or the group itself.
        """
        rows = [
            self._row(Judgement.SHOULD_READ, id, field=field, value=check(claims[id], field, actor, known))
            for id, field in group.mentions
            if id in claims
        ][:NAMED]
        if not rows or actor in (NONE, group.id, group.name):
            raise Misuse(
                f"{group.id} cannot be {actor!r}",
                item=actor,
                advice="give the id of another actor; to deny a claim, reject it",
            )
        return self.together(rows)

    def pair(self, one: str, two: str, *, same: bool) -> list[Decision]:
        """Two claims are, or are not, of one event. Raises Misuse for one claim twice."""
        if one == two:
            raise Misuse(f"{one} is one claim, not two", item=one, advice="name two claims")
        return [self._row(Judgement.SAME if same else Judgement.NOT_SAME, *sorted((one, two)))]

    def skip(self, left: str, right: str, kind: str) -> list[Decision]:
        """Not now: the question comes last for this person from here on."""
        return [self._row(Judgement.SKIP, left, right, field=kind)]

    def disprove(self, event: Event) -> list[Decision]:
        """It did not happen. Raises Misuse where nobody tells it."""
        told = _representatives([e.claim for e in event.evidence], event)
        return self._action((Judgement.DISPROVED, claim, "") for claim in told)

    def merge(self, one: Event, two: Event, standing: Iterable[Decision] = ()) -> list[Decision]:
        """Two events are one. Raises Misuse for one event twice. ``standing``: the decisions so far."""
        if one.id == two.id:
            raise Misuse(f"{one.id} is one event, not two", item=one.id, advice="name two events")
        mine, theirs = [e.claim for e in one.evidence], [e.claim for e in two.evidence]
        pairs = {_pair(a, b) for a in _representatives(mine, one) for b in _representatives(theirs, two)}
        pairs |= _contradicted(Judgement.NOT_SAME, mine, theirs, standing)
        return self._action((Judgement.SAME, *pair) for pair in sorted(pairs))

    def split(self, event: Event, going: Sequence[str], standing: Iterable[Decision] = ()) -> list[Decision]:
        """Some claims go out of an event and become one of their own.

        Raises Misuse when they are not in it, or are all of it.
        """
        every = [e.claim for e in event.evidence]
        strange = [claim for claim in going if claim not in every]
        gone = [claim for claim in every if claim in going]
        stay = [claim for claim in every if claim not in going]
        if strange or not gone or not stay:
            raise Misuse(
                f"cannot split {event.id}: {strange[0]} is not in it" if strange else f"cannot split {event.id} so",
                item=strange[0] if strange else event.id,
                advice="name some, and not all, of the event's own claims; vigil event shows them",
            )
        leaders = _representatives(gone, event)
        apart = {_pair(claim, leader) for claim in stay for leader in leaders}
        apart |= _contradicted(Judgement.SAME, stay, gone, standing)
        together = {_pair(claim, leader) for claim in gone for leader in leaders if claim != leader}
        rows = [(Judgement.NOT_SAME, *pair) for pair in sorted(apart)]
        return self._action([*rows, *((Judgement.SAME, *pair) for pair in sorted(together))])

    def together(self, rows: Sequence[Decision]) -> list[Decision]:
        """Several rows as one action, which is taken back as a whole."""
        if len(rows) < 2 or any(row.action for row in rows):
            return list(rows)
        name = digest_id("do_", [row.id for row in rows])
        return [replace(row, action=name) for row in rows]

    def _action(self, rows: Iterable[tuple[Judgement, str, str]]) -> list[Decision]:
        made = list(rows)
        name = digest_id("do_", [self.user, self.when.isoformat(), *made])
        return [self._row(judgement, left, right, action=name) for judgement, left, right in made]


def _reading(claim: Claim) -> str:
    return json.dumps({name: shown(claim, name) for name in CORE}, sort_keys=True, separators=(",", ":"))


def _representatives(claims: Sequence[str], event: Event) -> list[str]:
    """The earliest claims, of different documents where there are such: evidence is in the order of publication."""
    doc = {e.claim: e.doc for e in event.evidence}
    firsts = list({doc[claim]: claim for claim in reversed(claims)}.values())[::-1]
    others = [claim for claim in claims if claim not in firsts]
    return [*firsts, *others][:STAND]


def _contradicted(
    judgement: Judgement, ones: Sequence[str], others: Sequence[str], standing: Iterable[Decision]
) -> set[tuple[str, str]]:
    """Pairs across two sides about which a row of the other judgement stands."""
    left, right = frozenset(ones), frozenset(others)
    return {
        _pair(row.left, row.right)
        for row in _standing(standing)
        if row.judgement is judgement
        and ((row.left in left and row.right in right) or (row.left in right and row.right in left))
    }


def _standing(rows: Iterable[Decision]) -> Iterator[Decision]:
    return (row for row in rows if row.deleted_at is None)


def _pair(one: str, two: str) -> tuple[str, str]:
    return (one, two) if one < two else (two, one)
