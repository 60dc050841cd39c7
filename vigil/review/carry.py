"""Decisions outlive the reading that they were made on: a new model, or a new version of an article, asks nothing again
where the sentence stayed the same.

A decision names claims by id, and an id changes with the document's bytes, the trigger's place and the type. So a
decision about a claim that stands no more is carried to the claim that took its place: in the same article, in a sentence
of the same words, on overlapping trigger words. Where the sentence changed, nothing did, and people are asked anew.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from vigil.model.claim import Claim
from vigil.model.link import Decision
from vigil.model.text import Document

Place = tuple[str, str]  # (the article's address, the sentence's words)


def carry(
    decisions: Iterable[Decision],
    standing: Sequence[Claim],
    documents: Mapping[str, Document],
    former_claim: Callable[[str], Claim | None],
    former_document: Callable[[str], Document | None],
) -> list[Decision]:
    """The decisions with their claims' ids of today. ``documents`` are those of the standing claims, by id; the two
    functions look up what stands no more. A decision whose claim has no successor keeps its ids and does nothing."""
    rows = list(decisions)
    known = {claim.id for claim in standing}
    lost = sorted({id for row in rows for id in (row.left, row.right) if id and id not in known})
    if not lost:
        return rows
    today = successors(lost, standing, documents, former_claim, former_document)
    return [
        replace(row, left=today.get(row.left, row.left), right=today.get(row.right, row.right))
        if row.left in today or row.right in today
        else row
        for row in rows
    ]


def successors(
    lost: Iterable[str],
    standing: Sequence[Claim],
    documents: Mapping[str, Document],
    former_claim: Callable[[str], Claim | None],
    former_document: Callable[[str], Document | None],
) -> dict[str, str]:
    """Id of each claim that stands no more -> id of the claim that took its place, where there is one."""
    here: dict[Place, list[Claim]] = defaultdict(list)
    for claim in standing:
        if claim.doc in documents:
            here[_place(documents[claim.doc], claim)].append(claim)
    found = {}
    for id in lost:
        old = former_claim(id)
        document = former_document(old.doc) if old is not None else None
        if old is None or document is None:
            continue
        place = _offset(old)
        near = [claim for claim in here[_place(document, old)] if _overlap(_offset(claim), place)]
        if near:
            best = min(near, key=lambda claim: (claim.type != old.type, abs(claim.s - old.s), _offset(claim), claim.id))
            found[id] = best.id
    return found


def _place(document: Document, claim: Claim) -> Place:
    return document.address, " ".join(document.text[slice(*claim.sentence)].split())


def _offset(claim: Claim) -> tuple[int, int]:
    """The trigger's place in its sentence."""
    return claim.trigger.start - claim.sentence[0], claim.trigger.end - claim.sentence[0]


def _overlap(one: tuple[int, int], two: tuple[int, int]) -> bool:
    return one[0] < two[1] and two[0] < one[1]
