"""Checks a set of actor registries and packs: what loads may still contradict itself. Used by ``vigil theatre check``."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from vigil.model.entity import Actor
from vigil.reference.packs import Theatre
from vigil.reference.registry import Registry, actor_key
from vigil.reference.tables import Reference

#: Ties along which an actor must never reach itself.
UPWARD = frozenset({"parent", "member_of", "formerly"})


def check(reference: Reference) -> list[str]:
    """All faults found, one message each, beginning with the file and the id; [] when there are none."""
    faults: list[str] = []
    for pack in reference.theatres.values():
        faults += _actors(pack, reference.actors)
        faults += _places(pack, reference)
        faults += _shared(pack)
    return faults


def cycles(actors: Mapping[str, Actor]) -> list[tuple[str, ...]]:
    """Chains of parent, member_of or formerly ties that come back to where they began, each once."""
    found: set[tuple[str, ...]] = set()
    for start in sorted(actors):
        stack: list[tuple[str, tuple[str, ...]]] = [(start, (start,))]
        seen: set[str] = set()
        while stack:
            here, path = stack.pop()
            for tie in actors[here].ties if here in actors else ():
                if tie.kind not in UPWARD:
                    continue
                if tie.actor == start:
                    low = path.index(min(path))
                    found.add(path[low:] + path[:low])
                elif tie.actor not in seen:
                    seen.add(tie.actor)
                    stack.append((tie.actor, (*path, tie.actor)))
    return sorted(found)


def _actors(pack: Theatre, registry: Registry) -> Iterable[str]:
    where = pack.folder / "actors.yaml"
    for actor in pack.actors:
        for tie in actor.ties:
            if registry.get(tie.actor) is None:
                yield f"{where}: {actor.id}: tie {tie.kind} names an unknown actor {tie.actor!r}"
        if actor.side and registry.get(actor.side) is None:
            yield f"{where}: {actor.id}: side {actor.side!r} is no known actor"
        for name in actor.names:
            if name.start and name.end and name.start > name.end:
                yield f"{where}: {actor.id}: the name {name.text!r} ends ({name.end}) before it starts ({name.start})"
    for chain in cycles({actor.id: actor for actor in pack.actors}):
        yield f"{where}: {chain[0]}: a cycle of ties: {' -> '.join((*chain, chain[0]))}"


def _shared(pack: Theatre) -> Iterable[str]:
    """An alias that two enemies share would give one the other's deeds."""
    owners: dict[str, list[Actor]] = defaultdict(list)
    for actor in pack.actors:
        for key in {actor_key(text) for text in (actor.name, *(name.text for name in actor.names))}:
            owners[key].append(actor)
    for key, actors in sorted(owners.items()):
        for number, left in enumerate(actors):
            for right in actors[number + 1 :]:
                if _enemies(left, right):
                    where = pack.folder / "actors.yaml"
                    yield f"{where}: {left.id} and {right.id}: enemies share the name {key!r}: give it dates or drop one"


def _enemies(left: Actor, right: Actor) -> bool:
    return any(
        tie.kind == "enemy_of" and tie.actor in (other.id, other.side)
        for one, other in ((left, right), (right, left))
        for tie in one.ties
    )


def _places(pack: Theatre, reference: Reference) -> Iterable[str]:
    where = pack.folder / "places.yaml"
    for place, _ in pack.places:
        if place.parent and reference.places.get(place.parent) is None:
            yield f"{where}: {place.id.removeprefix('pack:')}: parent {place.parent!r} is no known place"
        if place.parent == place.id:
            yield f"{where}: {place.id.removeprefix('pack:')}: a place cannot hold itself"
