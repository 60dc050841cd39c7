"""THE list of stages. Each says what it needs and what it fills; ``check`` proves at start that nothing is missing.

A document's stages run one document at a time, and their names and versions are the key under which finished work is
known: raise a version, and documents are read again by it. The record's stages run over everything, every time.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Generic, TypeVar

from vigil.engine.tools import RecordTools, Tools
from vigil.fuse import Basis
from vigil.model.claim import Claim
from vigil.model.errors import BadReference
from vigil.model.event import Event, EventStatus
from vigil.model.link import Decision, Score
from vigil.model.state import States
from vigil.model.text import Document
from vigil.resolve.provisional import link as provisional
from vigil.review.apply import apply

T = TypeVar("T")
C = TypeVar("C")


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """One document on its way, and what was read in it so far."""

    document: Document
    claims: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """The whole record on its way: last versions only. ``copies``: document id -> (origin's id, why).

    ``claims`` are as the machine read them until the stage "review", and as people say that they should read after it;
    ``decisions`` from then on those that hold about pairs of claims and about what happened.
    """

    documents: tuple[Document, ...]
    claims: tuple[Claim, ...]
    decisions: tuple[Decision, ...] = ()
    events: tuple[Event, ...] = ()
    copies: Mapping[str, tuple[str, Score]] = field(default_factory=dict)
    states: States = field(default_factory=States)
    remember: bool = False  # whether fusion is to give its ``basis``
    basis: Basis | None = None
    corrected: frozenset[str] = frozenset()  # claims that people say should read otherwise


@dataclass(frozen=True, slots=True)
class Stage(Generic[T, C]):
    """One step. ``needs`` and ``fills`` name parts of the record in the words of docs/data-model.md."""

    name: str
    version: str
    needs: tuple[str, ...]
    fills: tuple[str, ...]
    run: Callable[[T, C], C]


def _split(tools: Tools, work: Work) -> Work:
    return replace(work, document=tools.split(work.document))


def _extract(tools: Tools, work: Work) -> Work:
    return replace(work, claims=tuple(tools.reader.read([work.document])[0]))


def _dates(tools: Tools, work: Work) -> Work:
    return replace(work, claims=tuple(tools.dates(work.document, work.claims)))


def _places(tools: Tools, work: Work) -> Work:
    return replace(work, claims=tuple(tools.places(work.document, work.claims)))


def _actors(tools: Tools, work: Work) -> Work:
    return replace(work, claims=tuple(tools.actors(work.document, work.claims)))


def _review(_: RecordTools, whole: Whole) -> Whole:
    applied = apply(whole.claims, whole.decisions)
    given = {claim.id: claim for claim in whole.claims}
    other = frozenset(claim.id for claim in applied.claims if claim is not given[claim.id])
    return replace(whole, claims=applied.claims, decisions=applied.decisions, corrected=other)


def _groups(_: RecordTools, whole: Whole) -> Whole:
    moments = {d.id: d.published.isoformat() for d in whole.documents if d.published is not None}
    found = provisional.link(whole.claims, moments)
    return replace(whole, claims=found.claims, states=replace(whole.states, groups=found.groups))


def _fuse(tools: RecordTools, whole: Whole) -> Whole:
    fusion = tools.fuse(whole.documents, whole.claims, decisions=whole.decisions, remember=whole.remember)
    copies = {doc: (origin.doc, origin.why) for doc, origin in fusion.copies.items()}
    other = [claim for claim in whole.claims if claim.id in whole.corrected]
    basis = fusion.basis.with_corrected(other) if fusion.basis is not None else None
    return replace(whole, events=tuple(fusion.events), copies=copies, basis=basis)


def _state(tools: RecordTools, whole: Whole) -> Whole:
    claims = {claim.id: claim for claim in whole.claims}
    # What people found not to have happened moves no front.
    happened = [event for event in whole.events if event.status is not EventStatus.DISPROVED]
    return replace(whole, states=replace(tools.follow(happened, claims), groups=whole.states.groups))


#: What is there before the first stage: ingest has kept the bytes and parsed them.
GIVEN = ("document",)
DOCUMENT_STAGES: tuple[Stage[Tools, Work], ...] = (
    Stage("sentences", "4", ("document",), ("document.sentences",), _split),
    Stage("extract", "7", ("document.sentences",), ("claims",), _extract),
    Stage("dates", "1", ("claims",), ("claims.when",), _dates),
    Stage("places", "4", ("claims",), ("claims.place",), _places),
    Stage("actors", "4", ("claims", "claims.when"), ("claims.actors",), _actors),
)
#: The stages that use nothing but the document and the reader, and so may run in another thread; and the others.
READING, RESOLVING = DOCUMENT_STAGES[:2], DOCUMENT_STAGES[2:]
RECORD_STAGES: tuple[Stage[RecordTools, Whole], ...] = (
    Stage("review", "1", ("claims.when", "claims.place", "claims.actors"), ("claims.decided",), _review),
    Stage("groups", "1", ("document", "claims.decided"), ("claims.groups",), _groups),
    Stage("fuse", "7", ("document", "claims.groups"), ("events", "copies"), _fuse),
    Stage("state", "4", ("events", "claims"), ("states",), _state),
)


def through(tools: Tools, document: Document) -> Work:
    """A document through its stages, outside any record."""
    work = Work(document=document)
    for stage in DOCUMENT_STAGES:
        work = stage.run(tools, work)
    return work


def check(
    document_stages: Sequence[Stage[Tools, Work]] = DOCUMENT_STAGES,
    record_stages: Sequence[Stage[RecordTools, Whole]] = RECORD_STAGES,
) -> None:
    """Raises BadReference when a stage needs what no stage before it fills, or two have one name."""
    filled, names = set(GIVEN), set[str]()
    steps = [(s.name, s.needs, s.fills) for s in document_stages] + [(s.name, s.needs, s.fills) for s in record_stages]
    for name, needs, fills in steps:
        missing = [need for need in needs if need not in filled]
        if missing or name in names:
            raise BadReference(
                f"stage {name} needs {', '.join(missing)}" if missing else f"two stages are called {name}",
                item=name,
                advice="put the stage that fills it before this one in engine/stages.py",
            )
        filled.update(fills)
        names.add(name)


def key_of(tools: Tools) -> str:
    """The stages and versions that a document goes through with these tools: the key of finished work."""
    steps = [f"{stage.name}/{stage.version}" for stage in DOCUMENT_STAGES]
    return " ".join(
        [
            *steps,
            f"gate={tools.gate.version}",
            f"reader={tools.reader.name}@{tools.reader.version}",
            f"reference={tools.reference or '-'}",
        ]
    )


def table() -> str:
    """The list as a Markdown table, for docs/architecture.md and for people."""
    lines = ["| stage | version | works on | needs | fills |", "|---|---|---|---|---|"]
    for scope, stages in (("one document", DOCUMENT_STAGES), ("the whole record", RECORD_STAGES)):
        lines += [f"| {s.name} | {s.version} | {scope} | {', '.join(s.needs)} | {', '.join(s.fills)} |" for s in stages]
    return "\n".join(lines) + "\n"
