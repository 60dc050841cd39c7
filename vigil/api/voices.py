"""Who says of an event that it happened, who denies it, and who declines to say: a line for each, with its side and reports.

Witnesses are the event's own. Those who deny or decline stand behind no witness: they are told apart by whom the innermost
source of their claims is taken to be. Who denies an act of violence by which a truce is said to have been broken is named
by the breach, too, with the event of which that is said.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from vigil.api.answers import Answer
from vigil.api.care import Care
from vigil.api.room import Room
from vigil.api.schemas.entities import Relation
from vigil.api.schemas.voices import Carrier, SideShape, VoiceShape
from vigil.api.shapes import outlet
from vigil.model.event import Event
from vigil.model.text import Document
from vigil.store import Told

_ORDER = ("supports", "denies", "declines")


@dataclass(slots=True)
class _Voice:
    name: str
    kind: str
    side: str
    witness: str
    carriers: dict[str, str] = field(default_factory=dict)  # document -> the one that it copies, "" for none
    claims: list[str] = field(default_factory=list)
    of: str = ""  # the other event of which it is said


def voices(
    event: Event,
    told: Mapping[str, Told],
    heads: Mapping[str, Document],
    room: Room,
    care: Care,
    answers: Sequence[Answer] = (),
) -> list[VoiceShape]:
    """Those who say so first, by name within a relation. Claims for the event that add no witness are left out."""
    witnesses = {witness.id: care.witness(witness) for witness in event.witnesses}
    found: dict[tuple[str, str], _Voice] = {}
    for evidence in event.evidence:
        if evidence.claim not in told or evidence.doc not in heads:
            continue
        witness = witnesses.get(evidence.witness)
        if witness is not None:
            voice = _Voice(witness.name, witness.kind, witness.side, witness.id)
        elif evidence.relation.value == "supports":
            continue
        else:
            voice = _speaker(told[evidence.claim], heads[evidence.doc], care)
        voice = found.setdefault((evidence.relation.value, voice.witness or voice.side or voice.name), voice)
        voice.claims.append(evidence.claim)
        _carry(voice, evidence.doc, evidence.copy_of)
    for one in answers:
        if one.relation == "denies":
            voice = _speaker(one.told, one.head, care)
            voice.of = one.event
            voice = found.setdefault((one.relation, voice.side or voice.name), voice)
            voice.claims.append(one.told.claim.id)
            _carry(voice, one.head.id, one.copied.doc if one.copied else "")
    heads = {**heads, **{one.head.id: one.head for one in answers}}
    ordered = sorted(found.items(), key=lambda item: (_ORDER.index(item[0][0]), item[1].name, item[0][1]))
    return [_shape(voice, relation, event, heads, room) for (relation, _), voice in ordered]


def _speaker(told: Told, head: Document, care: Care) -> _Voice:
    claim = told.claim
    if not care.names_source(claim):
        return _Voice(care.source(claim), claim.source_kind, "", "")
    if not claim.sources:
        return _Voice(outlet(head), "outlet", "", "")
    inner = claim.sources[0]
    if inner.actor is not None and inner.actor.known:
        actor = care.actor(inner.actor)
        return _Voice(actor.name or actor.text, claim.source_kind, actor.side or actor.actor_id or "", "")
    return _Voice(inner.meaning or inner.words, claim.source_kind, "", "")


def _carry(voice: _Voice, doc: str, copy_of: str) -> None:
    # Of two claims of one report one may be a copy's and the other its own: then the report says it itself.
    if doc not in voice.carriers or not copy_of:
        voice.carriers[doc] = copy_of


def _shape(
    voice: _Voice, relation: Relation | str, event: Event, heads: Mapping[str, Document], room: Room
) -> VoiceShape:
    actor = room.actors.get(voice.side)
    return VoiceShape(
        relation=relation,  # type: ignore[arg-type]  # one of three words
        name=voice.name,
        kind=voice.kind,
        side=SideShape(id=voice.side, name=actor.name if actor else "") if voice.side else None,
        party=event.takes_part(voice.side),
        witness=voice.witness or None,
        claims=voice.claims,
        carriers=[
            Carrier(document=doc, outlet=outlet(heads[doc]), copy_of=copied or None)
            for doc, copied in sorted(voice.carriers.items(), key=lambda item: _moment(heads[item[0]]))
        ],
        of=voice.of or None,
    )


def _moment(head: Document) -> tuple[bool, str, str]:
    return head.published is None, head.published.isoformat() if head.published else "", head.id
