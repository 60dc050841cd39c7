"""Claims -> Events: copies found, claims compared and grouped, each group settled. Pure; the order of inputs is free."""

from __future__ import annotations

import gc
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import combinations

import numpy as np

from vigil.fuse.accounts.answers import with_answers
from vigil.fuse.accounts.estimate import Record, event_of
from vigil.fuse.accounts.parts import with_parts
from vigil.fuse.accounts.rivals import joined
from vigil.fuse.accounts.tellings import ONE_SENTENCE, Telling, bind, dated, tellings
from vigil.fuse.accounts.witnesses import Voices
from vigil.fuse.arrivals.filing import Basis, Filing
from vigil.fuse.clustering.cluster import VETOED, Edges, Rulings, by_hand, clusters, rulings
from vigil.fuse.copies.outlets import Outlet, Outlets
from vigil.fuse.copies.standing import standing
from vigil.fuse.copies.syndication import Copies, Origin, origins
from vigil.fuse.facts import gather
from vigil.fuse.pairs.blocking import ranks
from vigil.fuse.pairs.comparer import Comparer, Weights
from vigil.fuse.ragged import Ints
from vigil.model.claim import Claim
from vigil.model.event import Event
from vigil.model.link import Decision, Score
from vigil.model.text import Document

_EARLIEST = datetime(1, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Fusion:
    """The events of a record (by first day, then id) and each document's origin."""

    events: tuple[Event, ...] = ()
    copies: Mapping[str, Origin] = field(default_factory=dict)
    syndication: Copies = field(default_factory=Copies)
    #: What a later article is joined by (``arrival``); only where it was asked for.
    basis: Basis | None = field(default=None, compare=False, repr=False)


def fuse(
    documents: Sequence[Document],
    claims: Sequence[Claim],
    *,
    decisions: Iterable[Decision] = (),
    outlets: Mapping[str, Outlet] | None = None,
    weights: Weights | None = None,
    remember: bool = False,
) -> Fusion:
    """Fuse a whole record. ``remember``: give the ``basis`` too.

    ``outlets`` maps names and domains to outlets (see ``fuse.outlets.Outlet``); without it every outlet is its own
    family. ``weights`` are the shipped ones unless given. Claims that a person rejected are in no event.
    Raises ValueError when two documents share an id: a document cannot be told from its own copy.
    """
    if len({document.id for document in documents}) < len(documents):
        raise ValueError("two documents share an id")
    with no_collector():
        return _fuse(documents, claims, tuple(decisions), outlets, weights, remember)


@contextmanager
def no_collector() -> Iterator[None]:
    """Without the search for cycles meanwhile: fusion makes millions of small things and no cycle, and each search goes
    through all of them (a quarter of the time of a large record)."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _fuse(
    documents: Sequence[Document],
    claims: Sequence[Claim],
    decisions: Sequence[Decision],
    outlets: Mapping[str, Outlet] | None,
    weights: Weights | None,
    remember: bool,
) -> Fusion:
    known = Outlets(outlets or {})
    articles = sorted(documents, key=lambda document: document.id)
    copies = origins(articles, known)
    articles = dated(articles, copies)
    facts = gather(articles, claims)
    comparer = Comparer(facts, articles, weights)
    rarity, stories = comparer.rarity, comparer.stories
    ruled = rulings(decisions)
    told = tellings(articles, [f.claim for f in facts], copies)
    grouped, why = _grouped(comparer, told, ruled)
    del comparer
    stands = standing(articles, copies, known)
    voices = Voices(articles, copies, known, stands.withdrawn)
    record = Record(
        voices=voices.all([f.claim for f in facts], told),
        copies=copies,
        days={d.id: d.published.date().isoformat() if d.published else "" for d in articles},
        replaced=_replaced(articles) | stands.silent,
        rarity=rarity,
        disproved=ruled.disproved,
    )
    by_id = {f.claim.id: f for f in facts}
    del facts
    members, rival = joined(grouped, by_id, ruled)
    why |= rival
    filing = Filing(rarity, record.voices, told, record.replaced) if remember else None
    events = []
    for told_once in members:
        # Once their event is made, claims' facts and reasons are let go of: events take their room.
        group = [by_id.pop(claim) for claim in told_once]
        events.append(event_of(group, why, record))
        for claim in told_once:
            why.pop(claim, None)
        if filing is not None:
            filing.take(group)
    if filing is not None:
        filing.take(by_id.values())  # claims that a person rejected
    basis = filing.done(stories, copies, stands) if filing is not None else None
    settled = with_answers(with_parts(events), record.voices, record.days)
    return Fusion(tuple(sorted(settled, key=_order)), copies.origins, copies, basis)


def _grouped(
    comparer: Comparer, told: Sequence[Telling], ruled: Rulings
) -> tuple[tuple[tuple[str, ...], ...], dict[str, Score]]:
    """The claim ids of each group, and why each claim is in its own."""
    ids = [item.claim.id for item in comparer.facts]
    bound = _pairs_of(told, ids)
    edges = bind(comparer.edges(), bound)
    found = clusters(ids, edges, ruled, comparer.weights.join, ranks(comparer.facts))
    groups = tuple(tuple(ids[n] for n in members) for members in found.groups)
    said = _reasons(comparer, edges, found.closest, bound)
    return groups, {ids[n]: score for n, score in said.items()} | by_hand(groups, ruled)


def _pairs_of(told: Sequence[Telling], ids: Sequence[str]) -> set[tuple[int, int]]:
    """The pairs of claims, by number, that are one telling."""
    wanted = {claim for telling in told for claim in telling.claims}
    number = {id_: n for n, id_ in enumerate(ids) if id_ in wanted}
    return {(number[a], number[b]) for telling in told for a, b in combinations(telling.claims, 2)}


def _reasons(comparer: Comparer, edges: Edges, closest: Ints, bound: Collection[tuple[int, int]]) -> dict[int, Score]:
    """Why each claim is in its group, by claim number."""
    rows = np.unique(closest[closest >= 0])
    one, two = edges.one[rows].astype(np.int64), edges.two[rows].astype(np.int64)
    pairs = zip(one.tolist(), two.tolist(), strict=True)
    copied = np.fromiter((pair in bound for pair in pairs), dtype=bool, count=len(rows))
    vetoed = ~copied & (edges.odds[rows] == VETOED)
    plain = np.flatnonzero(~copied & ~vetoed)
    said = dict.fromkeys(rows[copied].tolist(), ONE_SENTENCE)
    scores = comparer.reasons(one[plain], two[plain], edges.odds[rows[plain]])
    said |= dict(zip(rows[plain].tolist(), scores, strict=True))
    # Held in its group by what its other pairs weigh: then the veto is what there is to say of the closest.
    said |= {int(rows[n]): comparer.link(int(one[n]), int(two[n])).why for n in np.flatnonzero(vetoed).tolist()}
    return {n: said[row] for n, row in enumerate(closest.tolist()) if row >= 0}


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
