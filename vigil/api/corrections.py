"""Which reports came out again, and what the versions tell differently. Events are made from the last one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from vigil.api.room import Room
from vigil.api.schemas.voices import Correction, Figure, FigureChange
from vigil.api.shapes import outlet
from vigil.fuse.facts import own_counts
from vigil.model.claim import Claim
from vigil.model.text import Document

_Figures = dict[str, set[tuple[int | None, int | None]]]


def versions(documents: Iterable[Document], room: Room) -> dict[str, list[str]]:
    """Document id -> the ids of all versions of its article, oldest first."""
    every = list(documents)
    found = room.batches.versions({document.address for document in every}, room.saved_pages)
    return {document.id: found.get(document.address, [document.id]) for document in every}


def corrections(heads: Mapping[str, Document], room: Room, told: Mapping[str, Sequence[Claim]]) -> list[Correction]:
    """Each earlier version of some reports that is no longer the last, in the order of time.

    ``told`` are the claims of the last version of each report (by document id) that are looked at: numbers are compared
    with what the earlier version tells of the same types of events.
    """
    found = []
    for doc, ids in sorted(versions(heads.values(), room).items()):
        for earlier in ids[: ids.index(doc)] if doc in ids else []:
            claims = told.get(doc, ())
            kinds = {claim.type for claim in claims}
            before = [one.claim for one in room.batches.claims_of(earlier) if one.claim.type in kinds]
            found.append(_correction(earlier, heads[doc], before, claims))
    return sorted(found, key=lambda one: (one.at is None, one.at, one.earlier))


def _correction(earlier: str, head: Document, before: Iterable[Claim], now: Iterable[Claim]) -> Correction:
    was, last = _figures(before), _figures(now)
    changes = [
        FigureChange(kind=kind, was=_shapes(was[kind] - last[kind]), now=_shapes(last[kind] - was[kind]))
        for kind in sorted(was.keys() & last.keys())
        if was[kind] - last[kind]
    ]
    return Correction(
        earlier=earlier,
        document=head.id,
        outlet=outlet(head),
        at=head.modified or head.fetched or head.published,
        figures=changes,
    )


def _figures(claims: Iterable[Claim]) -> _Figures:
    found: _Figures = {}
    for claim in claims:
        for kind, count in own_counts(claim).items():
            found.setdefault(kind, set()).add((count.min, count.max))
    return found


def _shapes(figures: Collection[tuple[int | None, int | None]]) -> list[Figure]:
    # An open bound goes behind nought: equals of a set would come in another order from process to process.
    ordered = sorted(figures, key=lambda one: (one[0] or 0, one[1] or 0, one[0] is None, one[1] is None))
    return [Figure(min=low, max=high) for low, high in ordered]
