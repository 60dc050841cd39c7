"""Claims that are one telling: read in several copies of one sentence, perhaps differently.

A reader that sees one report seven times may read it six times as a mine and once as an air strike. The words say that it
is one telling; so the seven readings are votes on it, and no comparison of what was read may take them apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from vigil.fuse.clustering.cluster import Edges
from vigil.fuse.copies.alignment import align
from vigil.fuse.copies.syndication import Copies
from vigil.fuse.facts import FAMILIES
from vigil.fuse.words import content
from vigil.model.claim import Claim
from vigil.model.link import Score
from vigil.model.text import Document

REPRINT = 7.0  # days: an undated act of a copy reprinted within the week is its origin's


@dataclass(frozen=True, slots=True)
class Telling:
    """Claims that are one telling read from several copies: ids sorted, and the type that most of their votes are for."""

    claims: tuple[str, ...]
    type: str
    mode: str


def tellings(documents: Sequence[Document], claims: Sequence[Claim], copies: Copies) -> tuple[Telling, ...]:
    """Claims of copied sentences, grouped with the claims of the sentence that they copy; groups of two or more.

    In each original sentence the readings of the origin and of every copy are matched one to one: first those of the same
    trigger and type, then the same trigger, then the same type, then types of one family ("struck" read as an air strike,
    "mine" as a bombing). So no telling holds two claims of one sentence. Sorted; the order of inputs is free.
    """
    roots = _roots(documents, claims, copies)
    by_root: dict[tuple[str, int], dict[tuple[str, int], list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for claim in claims:
        at = (claim.doc, claim.s)
        if at in roots:
            by_root[roots[at]][at].append(claim)
    found = []
    for root, readings in by_root.items():
        # The origin's own reading first, then the copies': the slots are the origin's acts where it has them.
        order = sorted(readings, key=lambda at: (at != root, at))
        for slot in _slots([readings[at] for at in order]):
            if len(slot) > 1:
                found.append(_telling(slot))
    return tuple(sorted(found, key=lambda telling: telling.claims))


def _roots(
    documents: Sequence[Document], claims: Sequence[Claim], copies: Copies
) -> Mapping[tuple[str, int], tuple[str, int]]:
    """Each copied sentence with claims, and the original sentences, -> (origin, sentence)."""
    by_id = {document.id: document for document in documents}
    wanted: dict[tuple[str, str], set[int]] = defaultdict(set)
    for claim in claims:
        origin = copies.of(claim.doc, *claim.sentence)
        if origin != claim.doc and origin in by_id and claim.doc in by_id:
            wanted[claim.doc, origin].add(claim.s)
    links: dict[tuple[str, int], tuple[str, int]] = {}
    for (doc, origin), sentences in sorted(wanted.items()):
        for pair in align(by_id[doc], by_id[origin]):
            if pair.one in sentences:
                links[doc, pair.one] = (origin, pair.two)
    roots: dict[tuple[str, int], tuple[str, int]] = {}
    for at in links:
        root, passed = at, {at}
        # An origin may itself hold a passage of a third text; origins are earlier texts, so the way has an end.
        while root in links and links[root] not in passed:
            root = links[root]
            passed.add(root)
        roots[at] = roots[root] = root
    return roots


def _slots(readings: Sequence[Sequence[Claim]]) -> list[list[Claim]]:
    """The acts of one sentence, each with at most one claim of every reading of it."""
    slots: list[list[Claim]] = []
    for reading in readings:
        left = sorted(reading, key=lambda claim: (claim.trigger.start, claim.id))
        free = list(range(len(slots)))
        for rank in range(4):
            for claim in list(left):
                at = next((n for n in free if any(_fit(claim, other) <= rank for other in slots[n])), None)
                if at is not None:
                    slots[at].append(claim)
                    free.remove(at)
                    left.remove(claim)
        slots.extend([claim] for claim in left)
    return slots


def _fit(one: Claim, two: Claim) -> int:
    """0 the same trigger and type, 1 trigger, 2 type, 3 family, 4 nothing in common, or not said of the same thing."""
    if _apart(one, two):
        return 4
    words = content(one.trigger.text) == content(two.trigger.text)
    if words:
        return 0 if one.type == two.type else 1
    if one.type == two.type:
        return 2
    return 3 if FAMILIES.get(one.type, one.type) == FAMILIES.get(two.type, two.type) else 4


def _apart(one: Claim, two: Claim) -> bool:
    """Told of other days, places or sides: a daily report written to a pattern repeats its sentences, not its events."""
    if one.when and two.when and one.when.gap_days(two.when) >= (0.5 if one.time and two.time else REPRINT):
        return True
    here, there = ({m.place.place_id for m in claim.of("place") if m.place} - {None} for claim in (one, two))
    if one.place and two.place:
        here, there = here | {one.place.place_id} - {None}, there | {two.place.place_id} - {None}
    if here and there and not here & there:
        return True
    ours, theirs = ({m.actor.actor_id for m in claim.of("agent") if m.actor and m.actor.known} for claim in (one, two))
    return bool(ours and theirs) and not ours & theirs


def _telling(slot: Sequence[Claim]) -> Telling:
    votes: dict[tuple[str, str], float] = defaultdict(float)
    for claim in sorted(slot, key=lambda claim: claim.id):
        votes[claim.type, claim.mode] += claim.confidence
    kinds: dict[str, float] = defaultdict(float)
    for (kind, _), weight in votes.items():
        kinds[kind] += weight
    kind = min(kinds, key=lambda kind: (-round(kinds[kind], 6), kind))
    mode = min((m for k, m in votes if k == kind), key=lambda mode: (-round(votes[kind, mode], 6), mode))
    return Telling(tuple(sorted(claim.id for claim in slot)), kind, mode)


#: Log-odds that two readings of one copied sentence are one telling: above whatever features can say against it
#: (their sum stays within about -9), so that no misreading takes a copy out of its event. People's decisions stand above.
ONE_TELLING = 12.0


ONE_SENTENCE = Score(1.0, "the same sentence, copied")


def bind(edges: Edges, pairs: Iterable[tuple[int, int]]) -> Edges:
    """Edges with those within a telling (``pairs`` of claim numbers, smaller first) replaced by what holds it together."""
    bound = np.array(sorted(pairs), dtype=np.int32).reshape(-1, 2)
    one, two = bound[:, 0], bound[:, 1]
    # Where each stands among the others, or would: few are looked up in many.
    first, last = np.searchsorted(edges.one, one), np.searchsorted(edges.one, one, side="right")
    within = zip(first.tolist(), last.tolist(), two, strict=True)
    rows = np.array([low + np.searchsorted(edges.two[low:high], other) for low, high, other in within], dtype=np.int64)
    there = rows < last
    there[there] = edges.two[rows[there]] == two[there]
    odds = edges.odds.copy()
    odds[rows[there]] = ONE_TELLING
    new = ~there
    if not new.any():
        return Edges(edges.one, edges.two, odds)
    at = rows[new]
    return Edges(
        np.insert(edges.one, at, one[new]), np.insert(edges.two, at, two[new]), np.insert(odds, at, ONE_TELLING)
    )


def dated(documents: Sequence[Document], copies: Copies) -> list[Document]:
    """The documents, undated copies with the publication day of their origin: "on Friday" means the same in both."""
    by_id = {document.id: document for document in documents}
    made = []
    for document in documents:
        origin = by_id.get(copies.of(document.id))
        if document.published is None and origin is not None and origin.published is not None:
            document = replace(document, published=origin.published, published_precision="day")
        made.append(document)
    return made
