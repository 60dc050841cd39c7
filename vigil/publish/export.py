"""Exports: one exporter a format, all of one shape (setup, feed, finish), in one dict."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Protocol, TextIO

from vigil.model.entity import ActorRef
from vigil.model.errors import Misuse
from vigil.model.event import Event
from vigil.publish import masking
from vigil.publish.csv_table import CsvExporter
from vigil.publish.geojson import GeojsonExporter
from vigil.publish.jsonl import JsonlExporter
from vigil.publish.record import Exported, Held, Record


class Exporter(Protocol):
    """``masked``: meant to be passed on, so names are withheld and announced movements are left out."""

    masked: bool

    def setup(self, record: Record) -> None:
        """Called once, before the first item."""
        ...

    def feed(self, item: Exported) -> None:
        """Called for each item of the record, in stable order."""
        ...

    def finish(self) -> None:
        """Called once, after the last item."""
        ...


EXPORTERS: dict[str, Callable[[TextIO], Exporter]] = {
    "csv": CsvExporter,
    "geojson": GeojsonExporter,
    "jsonl": JsonlExporter,
}


def export(record: Record, kind: str, out: TextIO) -> int:
    """Write the record in one format. Returns how many announced movements were left out; raises Misuse."""
    if kind not in EXPORTERS:
        raise Misuse(f"no export format {kind!r}", item=kind, advice=f"use one of: {', '.join(EXPORTERS)}")
    record = Held.of(record)
    exporter = EXPORTERS[kind](out)
    held_back = 0
    exporter.setup(record)
    for item in items(record):
        if exporter.masked and isinstance(item, Event) and masking.held_back(item):
            held_back += 1
            continue
        exporter.feed(item)
    exporter.finish()
    return held_back


def items(record: Record) -> Iterator[Exported]:
    """The whole record in an order that depends on nothing but its content."""
    yield from sorted(record.documents(), key=lambda document: (document.key, document.id))
    yield from sorted(record.claims(), key=lambda claim: (claim.doc, claim.trigger.start, claim.id))
    yield from sorted(record.events(), key=lambda event: event.id)
    states = record.all_states()
    yield from sorted(states.controls, key=lambda control: (control.place.place_id or "", control.place.name))
    yield from sorted(states.truces, key=lambda truce: truce.id)
    yield from sorted(states.displacements, key=lambda item: (item.event, item.kind))
    yield from sorted(states.moves, key=lambda move: (move.event, _actor(move.actor)))
    yield from sorted(states.relations, key=lambda tie: (tie.kind, _actor(tie.one), _actor(tie.other)))
    yield from sorted(states.aid, key=lambda step: step.event)
    yield from sorted(states.groups, key=lambda group: group.id)


def _actor(actor: ActorRef | None) -> str:
    return (actor.actor_id or actor.text) if actor is not None else ""
