"""Faults of a registry that make its answers wrong wherever it is used: cycles of ties, names that enemies share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from vigil.model.entity import Actor
from vigil.reference.packs import Theatre, line_of
from vigil.reference.registry import actor_key

#: Ties along which an actor must never reach itself.
UPWARD = frozenset({"parent", "member_of", "formerly"})


def at(pack: Theatre, actor_id: str) -> str:
    """Where an actor stands: file, line and id."""
    file = pack.folder / "actors.yaml"
    line = line_of(file, actor_id)
    return f"{file}:{line}: {actor_id}" if line else f"{file}: {actor_id}"


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


def circular(pack: Theatre) -> Iterator[str]:
    """One message a cycle of the pack's own ties."""
    for chain in cycles({actor.id: actor for actor in pack.actors}):
        yield f"{at(pack, chain[0])}: a cycle of ties: {' -> '.join((*chain, chain[0]))}"


def shared(pack: Theatre) -> Iterator[str]:
    """An alias that two enemies share would give one the other's deeds."""
    owners: dict[str, list[Actor]] = defaultdict(list)
    for actor in pack.actors:
        for key in {actor_key(text) for text in (actor.name, *(name.text for name in actor.names))}:
            owners[key].append(actor)
    for key, actors in sorted(owners.items()):
        for number, left in enumerate(actors):
            for right in actors[number + 1 :]:
                if _enemies(left, right):
                    line = line_of(pack.folder / "actors.yaml", right.id)
                    yield (
                        f"{at(pack, left.id)} and {right.id}{f' (line {line})' if line else ''}: "
                        f"enemies share the name {key!r}: give it dates or drop one"
                    )


def _enemies(left: Actor, right: Actor) -> bool:
    return any(
        tie.kind == "enemy_of" and tie.actor in (other.id, other.side)
        for one, other in ((left, right), (right, left))
        for tie in one.ties
    )
