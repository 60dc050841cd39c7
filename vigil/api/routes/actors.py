"""Actors: names, friends and foes, deeds, words, denials."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from typing import Annotated, Any

from fastapi import APIRouter, Path
from fastapi.responses import RedirectResponse

from vigil.api.called import Entry, Match, paged
from vigil.api.care import HELD_BACK, Care
from vigil.api.errors import not_found
from vigil.api.filters import NamedActorsQuery
from vigil.api.paging import pack, unpack
from vigil.api.room import InRoom, Room
from vigil.api.routes.documents import events_of
from vigil.api.schemas.entities import ActorShort
from vigil.api.schemas.events import EventSummary, Facet
from vigil.api.schemas.pages import ActorPage, ActorRow, ActorShape, Alias, NameUsed, Said, TieShape
from vigil.api.shapes import document_short
from vigil.model.entity import Actor, ActorRef, is_provisional
from vigil.publish import masking
from vigil.reference.keys import fold
from vigil.store import EventFilter
from vigil.store.asked import Count
from vigil.store.index import is_actor_id
from vigil.store.pages import Naming

router = APIRouter(prefix="/actors", tags=["actors"])
ROLES = ("actor", "speaker")
#: Newest things that a page shows of each sort; the lists have the rest.
NEWEST = 20
#: A tie seen from its other end.
OTHER_WAY = {
    "backed_by": "backs", "member_of": "has_member", "parent": "has_branch", "enemy_of": "enemy_of",
    "formerly": "later", "speaks_for": "has_spokesman", "leads": "led_by",
}  # fmt: skip


@router.get("")
def actors(asked: NamedActorsQuery, room: InRoom) -> ActorPage:
    """Who acts, is acted upon or speaks, those in most events first. With q: who is called so."""
    if asked.q.strip():
        matches = room.called("actors", partial(_entries, room)).find(asked.q)
        if asked.identified:
            matches = [match for match in matches if is_actor_id(match.entry.id)]
        some, next = paged(matches, asked.cursor, asked.limit)
        return ActorPage(items=[_found(match, room) for match in some], next=next, total=len(matches))
    after = unpack(asked.cursor, int, str) if asked.cursor else None
    past = (after[0], after[1]) if after else None
    found = room.pages.values(ROLES, asked.limit + 1, past, identified=asked.identified)
    shown = found[: asked.limit]
    last = shown[-1] if len(found) > len(shown) else None
    items = [_row(count, room) for count in shown if named(count.value, count.label, room)]
    next = pack(last.events, last.value) if last else None
    return ActorPage(items=items, next=next, total=room.pages.number(ROLES, identified=asked.identified))


def _entries(room: Room) -> list[Entry]:
    """Who may be named, by all names; on a public server not by the words of articles, which may be a private person's."""
    spelled = {} if room.public else room.pages.spellings("actor")
    return [
        Entry.of(
            count.value,
            room.actors[count.value].name if count.value in room.actors else count.label,
            count.events,
            (count.label, *spelled.get(count.value, ()), *_names(count.value, room)),
        )
        for count in room.pages.values(ROLES)
        if named(count.value, count.label, room)
    ]


def _names(id: str, room: Room) -> tuple[str, ...]:
    known = room.actors.get(id)
    return (known.name, *(name.text for name in known.names)) if known else ()


def _found(match: Match, room: Room) -> ActorRow:
    entry = match.entry
    row = _row(Count(entry.id, entry.name, entry.events), room)
    return row.model_copy(update={"spelling": match.spelling})


def named(id: str, label: str, room: Room) -> bool:
    """False for who may be a private person, on a public server."""
    actor = room.actors.get(id)
    kind = actor.kind.value if actor else ""
    ref = ActorRef(text=label, actor_id=id if actor else None, name=label if actor else "", kind=kind)
    return not room.public or masking.party(ref) != masking.WITHHELD


def _row(count: Count, room: Room) -> ActorRow:
    known = room.actors.get(count.value)
    return ActorRow(
        id=count.value,
        name=known.name if known else count.label,
        kind=known.kind.value if known else "",
        side=(known.side or None) if known else None,
        side_name=actor_short(known.side, room).name if known and known.side else "",
        country=known.country if known else "",
        provisional=is_provisional(count.value),
        events=count.events,
    )


@router.get(
    "/{id:path}",
    responses={308: {"description": "A provisional actor whose name has been given to another id."}},
    response_model=ActorShape,
)
def actor(
    id: Annotated[str, Path(description="its id in the registry, or its words", examples=["kelmora/army"])],
    room: InRoom,
) -> Any:
    """One actor. One that no registry knows has an id that begins with ``new/``; once it is named, that id leads on."""
    pages, care, known = room.pages, Care(room.public), room.actors.get(id)
    label = known.name if known else pages.label(ROLES, id)
    if label is None and is_provisional(id) and len(moved := room.view.forwards(id)) == 1:
        return RedirectResponse(f"/v1/actors/{moved[0][0]}", 308)
    if label is None or not named(id, label, room):
        raise not_found("actor", id, "see /v1/actors")
    without = HELD_BACK if room.public else ()
    words, spoke = pages.words(id, NEWEST)
    denials, denied = pages.words(id, NEWEST, "denies")
    first, last = pages.span("actor", id)
    names = names_used(pages.namings(key=id), room)
    return ActorShape(
        id=id,
        name=label,
        kind=known.kind.value if known else "",
        side=actor_short(known.side, room) if known and known.side else None,
        country=known.country if known else "",
        sector=known.sector if known else "",
        theatre=known.theatre if known else "",
        provisional=is_provisional(id),
        aliases=[
            Alias(text=n.text, start=n.start, end=n.end, slant=n.slant, person=n.person)
            for n in (known.names if known else ())
        ],
        ties=sorted(_ties(id, room), key=lambda tie: (tie.start or date.min, tie.kind, tie.actor)),
        first_day=day(first),
        last_day=day(last),
        did=pages.carried("agent", id),
        suffered=pages.carried("target", id),
        spoke=spoke,
        denied=denied,
        disputed=pages.carried("speaker", id, disputed=True),
        types=types(EventFilter(actors=(id,), without=without), room),
        deeds=summaries(pages.newest("agent", id, NEWEST, without), care),
        targeted=summaries(pages.newest("target", id, NEWEST, without), care),
        words=_said(words, room),
        denials=_said(denials, room),
        names_used=names,
        slant_names=names_used(pages.namings(key=id, slant=True), room),
    )


def _ties(id: str, room: Room) -> Iterator[TieShape]:
    for one in room.actors.values():
        for tie in one.ties:
            if one.id == id:
                yield _tie(tie.kind, tie.actor, tie.start, tie.end, tie.source, room)
            elif tie.actor == id:
                yield _tie(OTHER_WAY.get(tie.kind, tie.kind), one.id, tie.start, tie.end, tie.source, room)


def _tie(kind: str, actor: str, start: date | None, end: date | None, source: str, room: Room) -> TieShape:
    name = room.actors[actor].name if actor in room.actors else actor
    return TieShape(kind=kind, actor=actor, name=name, start=start, end=end, source=source)


def _said(claims: list[str], room: Room) -> list[Said]:
    told = room.batches.claims(claims)
    heads = room.batches.heads(one.claim.doc for one in told.values())
    bears_on, events = room.batches.bears_on(claims), events_of(claims, room)
    found = []
    for id in claims:
        head = heads.get(told[id].claim.doc) if id in told else None
        if head is None:
            continue
        relations = [relation for _, relation in bears_on.get(id, [])]
        found.append(
            Said.model_validate(
                {
                    "claim": id,
                    "sentence": told[id].sentence,
                    "relation": relations[0] if relations else None,
                    "events": events.get(id, []),
                    "document": document_short(head),
                }
            )
        )
    return found


def actor_short(id: str, room: Room) -> ActorShort:
    """An actor by its id, as lists show it."""
    known: Actor | None = room.actors.get(id)
    if known is None:
        return ActorShort(id=id, name=id, kind="", side=None, slant=False, provisional=is_provisional(id))
    return ActorShort(
        id=id, name=known.name, kind=known.kind.value, side=known.side or None, slant=False, provisional=False
    )


def names_used(namings: Sequence[Naming], room: Room) -> list[NameUsed]:
    """Words by which actors go; on a public server without those that may be a private person's name."""
    return [
        NameUsed(text=one.text, outlet=one.outlet, actor=one.key, slant=one.slant, times=one.times)
        for one in namings
        if not room.public or _is_public(one, room)
    ]


def _is_public(naming: Naming, room: Room) -> bool:
    known = room.actors.get(naming.key)
    own = {fold(name.text) for name in known.names if not name.person} | {fold(known.name)} if known else set()
    return fold(naming.text) in own or masking.party(ActorRef(text=naming.text)) != masking.WITHHELD


def types(chosen: EventFilter, room: Room) -> list[Facet]:
    """Events by type."""
    return [Facet(value=c.value, label=c.label, events=c.events) for c in room.events.facet(chosen, "type")]


def summaries(words: list[str], care: Care) -> list[EventSummary]:
    """Stored summaries as they may be shown."""
    return [EventSummary.model_validate(care.summary(json.loads(one))) for one in words]


def day(words: str | None) -> date | None:
    """A stored day."""
    return date.fromisoformat(words) if words else None
