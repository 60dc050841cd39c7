"""Claims -> Events: copies found, claims compared and grouped, each group settled. Pure; the order of inputs is free."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import pairwise

from vigil.fuse.cluster import Edge, group, rulings
from vigil.fuse.estimate import Record, event_of
from vigil.fuse.facts import gather
from vigil.fuse.outlets import Outlet, Outlets
from vigil.fuse.pairs import Comparer, Weights
from vigil.fuse.parts import with_parts
from vigil.fuse.standing import standing
from vigil.fuse.syndication import Copies, Origin, origins
from vigil.fuse.tellings import bind, dated, tellings
from vigil.fuse.witnesses import Voices
from vigil.model.claim import Claim
from vigil.model.event import Event
from vigil.model.link import Decision
from vigil.model.text import Document

_EARLIEST = datetime(1, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Fusion:
    """The events of a record (by first day, then id) and each document's origin."""

    events: tuple[Event, ...] = ()
    copies: Mapping[str, Origin] = field(default_factory=dict)
    syndication: Copies = field(default_factory=Copies)


def fuse(
    documents: Sequence[Document],
    claims: Sequence[Claim],
    *,
    decisions: Iterable[Decision] = (),
    outlets: Mapping[str, Outlet] | None = None,
    weights: Weights | None = None,
) -> Fusion:
    """Fuse a whole record.

    ``outlets`` maps names and domains to outlets (see ``fuse.outlets.Outlet``); without it every outlet is its own
    family. ``weights`` are the shipped ones unless given. Claims that a person rejected are in no event.
    Raises ValueError when two documents share an id: a document cannot be told from its own copy.
    """
    if len({document.id for document in documents}) < len(documents):
        raise ValueError("two documents share an id")
    known = Outlets(outlets or {})
    articles = sorted(documents, key=lambda document: document.id)
    copies = origins(articles, known)
    articles = dated(articles, copies)
    facts = gather(articles, claims)
    comparer = Comparer(facts, articles, weights)
    decisions = tuple(decisions)
    ruled = rulings(decisions)
    told = tellings(articles, [f.claim for f in facts], copies)
    ids = [item.claim.id for item in facts]
    number = {id: n for n, id in enumerate(ids)}
    held = [*ruled.together, *(pair for telling in told for pair in pairwise(telling.claims))]
    joined = [(number[a], number[b]) for a, b in held if a in number and b in number]
    edges = (Edge(ids[one], ids[two], odds, never=never) for one, two, odds, never in comparer.joining(joined))
    groups = group(
        ids,
        bind(edges, told),
        decisions,
        join=comparer.weights.join,
        explain=lambda edge: comparer.link(number[edge.one], number[edge.two]).why,
    )
    stands = standing(articles, copies, known)
    voices = Voices(articles, copies, known, stands.withdrawn)
    record = Record(
        voices=voices.all([f.claim for f in facts], told),
        copies=copies,
        days={d.id: d.published.date().isoformat() if d.published else "" for d in articles},
        replaced=_replaced(articles) | stands.silent,
        rarity=comparer.rarity,
        disproved=ruled.disproved,
    )
    by_id = {f.claim.id: f for f in facts}
    events = [event_of([by_id[claim] for claim in members], groups.why, record) for members in groups.groups]
    return Fusion(tuple(sorted(with_parts(events), key=_order)), copies.origins, copies)


def _replaced(documents: Sequence[Document]) -> frozenset[str]:
    """Documents of which a later version is in the record: later modified, else published, else fetched."""
    last: dict[str, Document] = {}
    for document in sorted(documents, key=_version):
        last[document.key] = document
    return frozenset(document.id for document in documents if last[document.key].id != document.id)


def _version(document: Document) -> tuple[datetime, datetime, str]:
    stated = document.modified or document.published or _EARLIEST
    return stated, document.fetched or _EARLIEST, document.id


def _order(event: Event) -> tuple[str, str]:
    first = event.when.first_day if event.when else None
    return first.isoformat() if first else "", event.id
