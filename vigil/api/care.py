"""What a public server withholds, by the rules of ``publish.masking``: private persons' names, announced movements.

Sentences are shown as they were published: they are quotations, and can be read where they stand.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import orjson

from vigil.model.claim import Claim
from vigil.model.entity import ActorRef
from vigil.model.event import Dispute, Event, EventStatus, Position, Witness
from vigil.publish import masking, text
from vigil.store.index import POINT

_NOBODY = ActorRef(text=masking.WITHHELD)
#: (status, type) pairs that a public server leaves out.
HELD_BACK = tuple(sorted((EventStatus.ANNOUNCED.value, kind) for kind in masking.MOVEMENTS))


@dataclass(frozen=True, slots=True)
class Care:
    """With ``public`` False nothing is withheld."""

    public: bool

    def held_back(self, event: Event) -> bool:
        """True for an event that is not shown at all."""
        return self.public and masking.held_back(event)

    def actor(self, ref: ActorRef) -> ActorRef:
        """An actor, or that a name is withheld."""
        return _NOBODY if self.public and masking.party(ref) == masking.WITHHELD else ref

    def words(self, words: str) -> str:
        """Words of the text that stand for a party, or that a name is withheld."""
        return words if not words else self.actor(ActorRef(text=words)).text

    def witness(self, item: Witness) -> Witness:
        """A witness, by kind only where it may be a private person."""
        return replace(item, name=masking.witness(item)) if self.public else item

    def reason(self, event: Event) -> str:
        """Why the event has its status."""
        return masking.reason(event) if self.public else event.status_reason

    def gist(self, event: Event) -> str:
        """One line for lists: a public one names no targets."""
        return self.title(event) if self.public or not event.gist else event.gist

    def title(self, event: Event) -> str:
        """A heading; a public one names no person."""
        agents = tuple(self.actor(ref) for ref in event.agents)
        return text.event_title(replace(event, agents=agents))

    def source(self, claim: Claim) -> str:
        """Who says it, for people."""
        if self.public and claim.sources and claim.source_kind not in masking.PUBLIC_WITNESSES:
            return f"{text.SOURCE_KIND_WORDS.get(claim.source_kind, claim.source_kind)} {masking.WITHHELD}"
        return text.source_words(claim)

    def names_source(self, claim: Claim) -> bool:
        """True when a claim's sources may be named beside its sentence."""
        return not self.public or claim.source_kind in masking.PUBLIC_WITNESSES

    def dispute(self, event: Event, dispute: Dispute) -> Dispute:
        """A dispute with the holders and the value as they may be shown."""
        if not self.public:
            return dispute
        known = {item.name for item in event.witnesses if not masking.masked(item)}
        return replace(dispute, positions=tuple(_position(p, dispute.what, known) for p in dispute.positions))

    def summary(self, plain: dict[str, Any]) -> dict[str, Any]:
        """The stored summary of an event as it may be shown."""
        if not self.public:
            return plain
        agents = [self._short(actor) for actor in plain["agents"]]
        names = list(dict.fromkeys(str(actor["name"]) for actor in agents))
        where = f", {plain['place']['name']}" if plain["place"] else ""
        by = f" – {text.joined(names[:2])}" if names else ""
        gist = text.clean(f"{text.type_words(plain['type'], plain['mode'])}{where}{by}")
        return plain | {"agents": agents, "targets": [self._short(one) for one in plain["targets"]], "gist": gist}

    def _short(self, actor: dict[str, Any]) -> dict[str, Any]:
        ref = ActorRef(text=actor["name"], actor_id=actor["id"], name=actor["name"], kind=actor["kind"])
        if masking.party(ref) != masking.WITHHELD:
            return actor
        return {"id": None, "name": masking.WITHHELD, "kind": "", "side": None, "slant": False, "provisional": False}


def _position(position: Position, what: str, known: set[str]) -> Position:
    value = masking.WITHHELD if what in ("target", "victim", "victims") else position.value
    by = tuple(dict.fromkeys(name if name in known else masking.WITHHELD for name in position.by))
    return replace(position, value=value, by=by)


def public_points(rows: bytes) -> bytes:
    """Points of the map, with commas between them, with gists that name nobody."""
    gist, kind = POINT.index("gist"), POINT.index("type")
    found: list[list[Any]] = orjson.loads(b"[" + rows + b"]")
    for row in found:
        row[gist] = text.type_words(row[kind])
    return orjson.dumps(found)[1:-1]
