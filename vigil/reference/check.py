"""Checks a set of actor registries and packs: what loads may still contradict itself. Used by ``vigil theatre check``."""

from __future__ import annotations

from collections.abc import Iterable

from vigil.reference.faults import at, circular, shared
from vigil.reference.packs import Theatre
from vigil.reference.registry import Registry
from vigil.reference.tables import Reference


def check(reference: Reference) -> list[str]:
    """All faults found, one message each, beginning with the file and the id; [] when there are none."""
    faults: list[str] = []
    for pack in reference.theatres.values():
        faults += _actors(pack, reference.actors)
        faults += _places(pack, reference)
        faults += circular(pack)
        faults += shared(pack)
    return faults


def _actors(pack: Theatre, registry: Registry) -> Iterable[str]:
    for actor in pack.actors:
        where = at(pack, actor.id)
        for tie in actor.ties:
            if registry.get(tie.actor) is None:
                yield f"{where}: tie {tie.kind} names an unknown actor {tie.actor!r}"
        if actor.side and registry.get(actor.side) is None:
            yield f"{where}: side {actor.side!r} is no known actor"
        for name in actor.names:
            if name.start and name.end and name.start > name.end:
                yield f"{where}: the name {name.text!r} ends ({name.end}) before it starts ({name.start})"


def _places(pack: Theatre, reference: Reference) -> Iterable[str]:
    where = pack.folder / "places.yaml"
    for place, _ in pack.places:
        if place.parent and reference.places.get(place.parent) is None:
            yield f"{where}: {place.id.removeprefix('pack:')}: parent {place.parent!r} is no known place"
        if place.parent == place.id:
            yield f"{where}: {place.id.removeprefix('pack:')}: a place cannot hold itself"
