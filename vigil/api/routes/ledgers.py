"""Ledgers of what stands: truces, displacement, forces, relations, aid."""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import Protocol, TypeVar

from fastapi import APIRouter

from vigil.api.care import HELD_BACK, Care
from vigil.api.filters import Listed, ListedQuery
from vigil.api.paging import pack, unpack
from vigil.api.room import InRoom, Room
from vigil.api.schemas.entities import ActorFull, EstimateShape, PlaceFull, PlaceShort, When
from vigil.api.schemas.states import (
    AidPage,
    AidShape,
    DisplacementPage,
    DisplacementShape,
    MovePage,
    MoveShape,
    RelationPage,
    RelationShape,
    StepShape,
    TrucePage,
    TruceShape,
    Violations,
)
from vigil.model.entity import ActorRef, PlaceRef
from vigil.model.event import Estimate
from vigil.model.state import Step, Truce, TruceStep

router = APIRouter(prefix="/states", tags=["states"])
T = TypeVar("T")


def _page(items: Sequence[T], asked: Listed) -> tuple[Sequence[T], str | None]:
    """One page of a ledger. A war's ledger is some hundreds of lines: it is read whole."""
    start = max(0, unpack(asked.cursor, int)[0]) if asked.cursor else 0
    end = start + asked.limit
    return items[start:end], pack(end) if end < len(items) else None


class _OfEvent(Protocol):
    @property
    def event(self) -> str: ...


E = TypeVar("E", bound=_OfEvent)


def _told(items: Sequence[E], room: Room) -> Sequence[E]:
    """Without what a public server holds back: who is about to move, and who is about to flee from where."""
    if not room.public:
        return items
    hidden = room.events.of_kinds(HELD_BACK)
    return [item for item in items if item.event not in hidden]


def _actors(refs: Sequence[ActorRef], care: Care) -> list[ActorFull]:
    return [ActorFull.of(care.actor(ref)) for ref in refs]


def _place(ref: PlaceRef | None) -> PlaceShort | None:
    return PlaceShort.of(ref) if ref else None


def _estimate(estimate: Estimate | None) -> EstimateShape | None:
    return EstimateShape.of(estimate) if estimate else None


@router.get("/truces")
def truces(asked: ListedQuery, room: InRoom) -> TrucePage:
    """Ceasefires and agreements, each with its ledger and its violations by side."""
    found, care = room.view.truces(), Care(room.public)
    shown, next = _page(found, asked)
    doubtful = room.events.doubtful(step.event for one in shown for step in one.steps)
    return TrucePage(items=[_truce(one, care, doubtful) for one in shown], next=next, total=len(found))


def _truce(truce: Truce, care: Care, doubtful: Container[str]) -> TruceShape:
    return TruceShape(
        id=truce.id,
        kind=truce.kind,
        parties=_actors(truce.parties, care),
        area=PlaceFull.of(truce.area) if truce.area else None,
        declared=truce.declared,
        in_force=truce.in_force,
        ended=truce.ended,
        steps=[_step(step, care, doubtful) for step in truce.steps],
        terms=list(truce.terms),
        violations=violations(truce, care),
    )


def _step(step: Step, care: Care, doubtful: Container[str]) -> StepShape:
    return StepShape(
        on=step.on,
        kind=step.kind,
        event=step.event,
        by=_actors(step.by, care),
        place=_place(step.place),
        said_by=list(step.said_by),
        denied_by=list(step.denied_by),
        claims=list(step.claims),
        doubtful=step.event in doubtful,
    )


def violations(truce: Truce, care: Care) -> list[Violations]:
    """Alleged violations by side, most first. One that is laid to two of one side counts once for it."""
    names: dict[str, str] = {}
    counts: dict[str, list[int]] = {}
    for step in truce.steps:
        if step.kind is not TruceStep.VIOLATED:
            continue
        by = [care.actor(ref) for ref in step.by]
        sides = {ref.side or ref.actor_id or ref.text: ref.name or ref.text for ref in by} or {"": "not told who"}
        for side, name in sides.items():
            names.setdefault(side, name)
            count = counts.setdefault(side, [0, 0])
            count[0] += 1
            count[1] += bool(step.denied_by)
    heads = {ref.side: ref.name or ref.text for ref in truce.parties if ref.side}
    return [
        Violations(side=side, name=heads.get(side, names[side]), violations=number, denied=denied)
        for side, (number, denied) in sorted(counts.items(), key=lambda item: (-item[1][0], item[0]))
    ]


@router.get("/displacement")
def displacement(asked: ListedQuery, room: InRoom) -> DisplacementPage:
    """People who fled, were expelled, returned or are sheltering."""
    found, care = _told(room.view.displacements(), room), Care(room.public)
    shown, next = _page(found, asked)
    doubtful = room.events.doubtful(one.event for one in shown)
    items = [
        DisplacementShape(
            event=one.event,
            kind=one.kind,
            origin=_place(one.origin),
            destination=_place(one.destination),
            people=_estimate(one.people),
            when=When.of(one.when) if one.when else None,
            as_of=one.as_of,
            cause=list(one.cause),
            driven_by=_actors(one.driven_by, care),
            disputed=one.disputed,
            claims=list(one.claims),
            doubtful=one.event in doubtful,
        )
        for one in shown
    ]
    return DisplacementPage(items=items, next=next, total=len(found))


@router.get("/forces")
def forces(asked: ListedQuery, room: InRoom) -> MovePage:
    """Forces that came or went. A public server does not show who is said to be about to move."""
    found, care = _told(room.view.moves(), room), Care(room.public)
    shown, next = _page(found, asked)
    doubtful = room.events.doubtful(one.event for one in shown)
    items = [
        MoveShape(
            event=one.event,
            kind=one.kind,
            actor=ActorFull.of(care.actor(one.actor)) if one.actor else None,
            origin=_place(one.origin),
            place=_place(one.place),
            on=one.on,
            strength=_estimate(one.strength),
            disputed=one.disputed,
            claims=list(one.claims),
            doubtful=one.event in doubtful,
        )
        for one in shown
    ]
    return MovePage(items=items, next=next, total=len(found))


@router.get("/relations")
def relations(asked: ListedQuery, room: InRoom) -> RelationPage:
    """Who fights, supplies, talks to, joined or left whom."""
    found, care = room.view.relations(), Care(room.public)
    shown, next = _page(found, asked)
    items = [
        RelationShape(
            kind=tie.kind,
            one=ActorFull.of(care.actor(tie.one)),
            other=ActorFull.of(care.actor(tie.other)),
            first=tie.first,
            last=tie.last,
            events=list(tie.events),
        )
        for tie in shown
    ]
    return RelationPage(items=items, next=next, total=len(found))


@router.get("/aid")
def aid(asked: ListedQuery, room: InRoom) -> AidPage:
    """Aid that was delivered, blocked or asked for."""
    found, care = room.view.aid(), Care(room.public)
    shown, next = _page(found, asked)
    doubtful = room.events.doubtful(one.event for one in shown)
    items = [
        AidShape(
            event=one.event,
            place=_place(one.place),
            access=one.access,
            on=one.on,
            by=_actors(one.by, care),
            to=_actors(one.to, care),
            people=_estimate(one.people),
            disputed=one.disputed,
            claims=list(one.claims),
            doubtful=one.event in doubtful,
        )
        for one in shown
    ]
    return AidPage(items=items, next=next, total=len(found))
