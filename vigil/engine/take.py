"""One item through to the record: begun, perhaps before its turn and in part in another thread, and stored in its turn.

What is begun early changes nothing but the archive, which is given the bytes in the order of the items. All else that
is written waits for the turn of its item, so that the record cannot tell how far ahead a run looked.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from hashlib import sha256
from typing import TypeVar

from vigil.engine import issues
from vigil.engine.ahead import Begin
from vigil.engine.stages import READING, RESOLVING, Stage, Work
from vigil.engine.summary import Tally
from vigil.engine.tools import Keeper, Tools
from vigil.ingest.items import Item
from vigil.model.errors import BadItem, BadReference, BadSource, Misuse, Tampered
from vigil.model.issue import Issue, Level
from vigil.model.text import Document
from vigil.store import Outcome, Store
from vigil.store.view import TAKEN_DOWN

#: State of a document that the gate stopped.
OFF_TOPIC = "off topic"
#: Before its language, the state of a document that the reader does not read.
UNREAD = "unread language "
#: Brings an item into the record; returns its name, None for a source that is no item.
Finish = Callable[[], str | None]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Job:
    """What stays the same over one run."""

    store: Store
    archive: Keeper
    tools: Tools
    stages: str
    beside: Begin[Work | None]
    tally: Tally = field(default_factory=Tally)
    met: set[tuple[str, str]] = field(default_factory=set)  # (key, digest) of the items of this run


class _SetAside(Exception):
    """Carries the issue of one item out of its stages."""

    def __init__(self, issue: Issue) -> None:
        super().__init__(issue.message)
        self.issue = issue


def key_of_bytes(item: Item | BadItem | BadSource) -> Hashable | None:
    """By which items are the same bytes: only when the first is stored is it known what the second one is."""
    return sha256(item.payload).digest() if isinstance(item, Item) else None


def begin(item: Item | BadItem | BadSource, job: Job) -> Finish:
    """Begin with an item; what is returned brings it into the record, in its turn.

    Raises BadReference, Tampered and Misuse, now or then, when going on would write wrong data.
    """
    if isinstance(item, BadSource):
        return partial(_leave_out, item, job)
    if isinstance(item, BadItem):
        return partial(_set_aside, issues.of_error(item, "ingest"), job)
    digest = job.archive.keep(item)
    again = (item.key, digest) in job.met
    job.met.add((item.key, digest))
    known = _known(item, job.store.view().outcomes(digest))
    if known is not None and (again or known.key != item.key):
        return partial(_note_duplicate, item, known, job)
    if known is not None and (
        known.state == TAKEN_DOWN or (known.stages == job.stages and not _now_wanted(known, job))
    ):
        return partial(_pass_over, item, job)
    try:
        return _begin_reading(item, digest, job)
    except _SetAside as aside:
        return partial(_set_aside, aside.issue, job)


def _leave_out(error: BadSource, job: Job) -> None:
    job.tally.count["bad_sources"] += 1
    with job.store.write() as writer:
        writer.put_issues([issues.of_error(error, "ingest", error.item)])


def _set_aside(issue: Issue, job: Job) -> str:
    job.tally.count["set_aside"] += 1
    with job.store.write() as writer:
        writer.put_issues([issue])
    return issue.item


def _pass_over(item: Item, job: Job) -> str:
    job.tally.count["already"] += 1
    return item.key


def _known(item: Item, outcomes: Sequence[Outcome]) -> Outcome | None:
    """The document that these bytes are kept as already.

    The same bytes under another address are the same document, unless the source says that another outlet put them out:
    that is a second publication, and whether it is a copy is for fusion to say.
    """
    for outcome in outcomes:
        if outcome.key == item.key:
            return outcome
    outlet = item.hint("outlet")
    return next((outcome for outcome in outcomes if not outlet or outcome.outlet in ("", outlet)), None)


def _now_wanted(known: Outcome, job: Job) -> bool:
    """True for what the gate stopped before and this run is asked to read."""
    return known.state == OFF_TOPIC and job.tools.read_all


def _note_duplicate(item: Item, known: Outcome, job: Job) -> str:
    job.tally.count["duplicates"] += 1
    note = Issue(
        item=item.key,
        stage="ingest",
        level=Level.INFO,
        message=f"duplicate of {known.key}: the same bytes, counted once",
        doc=known.doc,
    )
    with job.store.write() as writer:
        if item.key != known.key:
            writer.put_sighting(known.doc, item.key)
        writer.put_issues([note])
    return item.key


def _begin_reading(item: Item, digest: str, job: Job) -> Finish:
    parsed, notes = _guarded("ingest", item, partial(job.tools.parse, item))
    document = _guarded("sentences", item, partial(job.tools.split, replace(parsed, digest=digest)))
    if not document.is_in(job.tools.reader.languages):
        return partial(_store_unread, document, notes, item, job)
    return partial(_store_read, document, notes, item, job.beside(partial(_read, document, item, job.tools)), job)


def _read(document: Document, item: Item, tools: Tools) -> Work | None:
    """A document with its claims, None for one that the gate stops. Nothing but the gate and the reader is used here."""
    if not (tools.read_all or _guarded("gate", item, partial(tools.gate.passes, document))):
        return None
    return _through(READING, Work(document=document), item, tools)


def _store_unread(document: Document, notes: Sequence[str], item: Item, job: Job) -> str:
    job.tally.unread[document.language] += 1
    note = _unread(item, document, job)
    return _put(Work(document=document), f"{UNREAD}{document.language}", notes, item, job, note)


def _store_read(document: Document, notes: Sequence[str], item: Item, read: Callable[[], Work | None], job: Job) -> str:
    try:
        work = read()
        if work is not None:
            work = _through(RESOLVING, work, item, job.tools)
    except _SetAside as aside:
        return _set_aside(aside.issue, job)
    if work is None:
        job.tally.count["off_topic"] += 1
        return _put(Work(document=document), OFF_TOPIC, notes, item, job, _off_topic(item, document))
    job.tally.count["read"] += 1
    return _put(work, "read", notes, item, job)


def _put(work: Work, state: str, notes: Sequence[str], item: Item, job: Job, *more: Issue) -> str:
    warnings = [
        Issue(
            item=item.key,
            stage="ingest",
            level=Level.WARNING,
            message=issues.one_line(note),
            advice="the document is in the record; if this matters, correct its source and run again",
            doc=work.document.id,
        )
        for note in notes
    ]
    with job.store.write() as writer:
        writer.settle_issues(item.key)
        writer.put_reading(work.document, work.claims, stages=job.stages, state=state)
        writer.put_issues([*warnings, *more])
    job.tally.count["claims"] += len(work.claims)
    job.tally.count["warnings"] += len(notes)
    return item.key


def _unread(item: Item, document: Document, job: Job) -> Issue:
    return Issue(
        item=item.key,
        stage="extract",
        level=Level.INFO,
        message=f"unread language {document.language}: kept and counted, not read for claims",
        advice=f"the reader {job.tools.reader.name} reads {', '.join(job.tools.reader.languages)}",
        doc=document.id,
    )


def _off_topic(item: Item, document: Document) -> Issue:
    return Issue(
        item=item.key,
        stage="extract",
        level=Level.INFO,
        message="no sign of armed conflict: kept and counted, not read for claims",
        advice="vigil run --read-all reads such articles too",
        doc=document.id,
    )


def _through(stages: Sequence[Stage[Tools, Work]], work: Work, item: Item, tools: Tools) -> Work:
    for stage in stages:
        work = _guarded(stage.name, item, partial(stage.run, tools, work))
    return work


def _guarded(stage: str, item: Item, step: Callable[[], T]) -> T:
    try:
        return step()
    except (BadReference, Tampered, Misuse, BadSource):
        raise
    except BadItem as error:
        raise _SetAside(issues.of_error(error, stage, item.key)) from error
    except Exception as error:  # a fault of ours on one document must not cost the others; it is reported
        raise _SetAside(issues.of_fault(error, stage, item.key)) from error
