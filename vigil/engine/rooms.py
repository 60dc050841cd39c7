"""The real tools of a run: every room, furnished with the reference data and the reader."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from vigil.engine.tools import Reader, RecordTools, Tools, goes_on
from vigil.extract import sentences
from vigil.extract.gate import Gate
from vigil.fuse import fuse, join
from vigil.ingest import feeds, page
from vigil.ingest.fetch import Fetcher
from vigil.ingest.items import ReadOptions
from vigil.reference.index import countries, divisions
from vigil.reference.packs import Outlet, Theatre
from vigil.reference.tables import BUILTIN, Reference
from vigil.resolve import dates
from vigil.resolve.actors.link import ActorResolver
from vigil.resolve.places.link import PlaceResolver
from vigil.state import follow

#: Articles that the shipped reader reads at once (bench.speed --compare). Each holds the memory of one window.
AHEAD = 2


def furnish(
    reference: Reference,
    reader: Reader,
    options: ReadOptions | None = None,
    *,
    fetcher: Fetcher | None = None,
    read_all: bool = False,
) -> Tools:
    """The tools of the main job. ``read_all``: also what the gate takes for something else than war."""
    # Here, not above: a server furnishes no reader, and onnxruntime takes its time to load.
    from vigil.extract.reader import NeuralReader

    # Another reader asks somebody else's server, for which two questions at once may be one too many.
    ahead, halt = (AHEAD, reader.halt) if isinstance(reader, NeuralReader) else (0, goes_on)
    return Tools(
        items=partial(feeds.read, options=options, fetcher=fetcher),
        parse=page.parse,
        split=sentences.split,
        reader=reader,
        dates=dates.link,
        places=PlaceResolver(reference).link,
        actors=ActorResolver(reference).link,
        fuse=partial(fuse, outlets=reference.outlet_names),
        join=partial(join, outlets=reference.outlet_names),
        follow=follow,
        gate=Gate.load(),
        read_all=read_all,
        ahead=ahead,
        halt=halt,
        reference=fingerprint(reference),
        names=names_of(reference),
        packs=packs_of(reference),
    )


def furnish_record(reference: Reference) -> RecordTools:
    """What computing events and states anew takes, after a decision: no reader is loaded."""
    tools = record_tools(reference.theatres, reference.outlet_names)
    return replace(tools, reference=fingerprint(reference), packs=packs_of(reference))


def record_tools(theatres: Mapping[str, Theatre], outlets: Mapping[str, Outlet]) -> RecordTools:
    """The same from what a server holds: packs by id, and outlets by name."""
    fuser, joiner = partial(fuse, outlets=outlets), partial(join, outlets=outlets)
    return RecordTools(fuse=fuser, join=joiner, follow=follow, names=_names(theatres))


def fingerprint(reference: Reference) -> str:
    """16 hex digits that change when a file of a pack or of the world layer does: then documents are resolved again."""
    digest = hashlib.sha256()
    for file in reference.files:
        digest.update(f"{file.name}\n".encode() + hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()[:16]


def packs_of(reference: Reference) -> tuple[str, ...]:
    """Folders of the packs that the user gave."""
    folders = (pack.folder.resolve() for pack in reference.theatres.values())
    return tuple(str(folder) for folder in folders if folder.parent != BUILTIN.resolve())


def names_of(reference: Reference) -> dict[str, tuple[str, ...]]:
    """Names of countries, divisions, and the packs' actors and places by id, so that events are found under any."""
    return _names(reference.theatres)


def _names(theatres: Mapping[str, Theatre]) -> dict[str, tuple[str, ...]]:
    names: dict[str, tuple[str, ...]] = {f"iso:{code}": land.names for code, land in countries().items()}
    names |= divisions()
    for pack in theatres.values():
        names |= {actor.id: (actor.name, *(name.text for name in actor.names)) for actor in pack.actors}
        names |= {place.id: (place.name, *aliases) for place, aliases in pack.places}
    return names
