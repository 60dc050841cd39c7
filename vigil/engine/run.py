"""The main job: ingest -> extract -> resolve for each document, then fuse -> state over the whole record.

A run can be killed at any moment and started again. Each document's results are one transaction, keyed by the digest of
its bytes and the stages' versions; bytes are in the archive before the record speaks of them; sources are read in a
fixed order; and what is computed over the whole record is computed anew from what is kept and replaced in one transaction.
So the second run passes over what is done and ends with the record that an undisturbed run would have made.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TypeVar

from vigil.engine import issues
from vigil.engine.arrive import arrive, is_settled, note
from vigil.engine.stages import DOCUMENT_STAGES, RECORD_STAGES, Whole, Work, check, key_of
from vigil.engine.summary import Progress, Step, Summary, Tally, quiet
from vigil.engine.tools import Keeper, RecordTools, Tools
from vigil.fuse.lineage import forwards
from vigil.ingest.items import Item
from vigil.model.errors import BadItem, BadReference, BadSource, Misuse, Tampered
from vigil.model.issue import Issue, Level
from vigil.model.text import Document
from vigil.resolve import provisional
from vigil.review.carry import carry
from vigil.store import Copied, Outcome, Store, View
from vigil.store.view import TAKEN_DOWN

#: State of a document that the gate stopped.
OFF_TOPIC = "off topic"
Clock = Callable[[], datetime]
T = TypeVar("T")


def utc_now() -> datetime:
    """The wall clock."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class _Job:
    """What stays the same over one run."""

    store: Store
    archive: Keeper
    tools: Tools
    stages: str
    tally: Tally = field(default_factory=Tally)
    met: set[tuple[str, str]] = field(default_factory=set)  # (key, digest) of the items of this run


class _SetAside(Exception):
    """Carries the issue of one item out of its stages."""

    def __init__(self, issue: Issue) -> None:
        super().__init__(issue.message)
        self.issue = issue


def run(
    sources: Sequence[str],
    *,
    store: Store,
    archive: Keeper,
    tools: Tools,
    clock: Clock = utc_now,
    progress: Progress = quiet,
    at_once: bool = False,
) -> Summary:
    """Bring the record up to date with some sources. Running it again, or after it was killed, adds nothing twice.

    ``at_once``: in a large record, join each article to the events as soon as it is read (``arrive``); the end of the run
    settles what they are, unless there is nothing to settle.

    A bad item or source becomes an issue and the run goes on. Raises Misuse for a path that is not there (before anything
    is read), BadReference and Tampered when going on would write wrong data.
    """
    check()
    wanted = sorted(set(sources))
    _check_paths(wanted)
    job = _Job(store, archive, tools, key_of(tools))
    with store.write() as writer:
        writer.set_meta("stages", job.stages)
        writer.set_meta("started", clock().isoformat())
        writer.set_meta("theatres", "\n".join(tools.packs))
    for item in _items(wanted, job):
        job.tally.count["seen"] += 1
        name = _take(item, job)
        at_once = at_once and arrive(store, tools) is not None
        progress(Step("read", name, job.tally.count["seen"]))
    if not (at_once and is_settled(store, tools)):
        recompute(store, tools, progress)
    with store.write() as writer:
        writer.set_meta("finished", clock().isoformat())
    view = store.view()
    return job.tally.close(len(wanted), view.counts(), view.states())


def gathered(view: View) -> Whole:
    """What the record's stages begin with: last versions, their claims, and people's decisions carried over to these."""
    superseded = view.superseded()
    documents = {document.id: document for document in view.documents() if document.id not in superseded}
    claims = [claim for claim in view.claims() if claim.doc in documents]
    decisions = carry(view.decisions(), claims, documents, view.former_claim, view.document)
    # Sorted by what they are, so that the order in which documents came in cannot be told from what is computed.
    return Whole(
        documents=tuple(sorted(documents.values(), key=lambda document: (document.key, document.id))),
        claims=tuple(sorted(claims, key=lambda claim: (claim.doc, claim.trigger.start, claim.id))),
        decisions=tuple(decisions),
    )


def recompute(store: Store, tools: RecordTools, progress: Progress = quiet) -> None:
    """Events, copies and states anew from the kept claims and decisions; the old ones are replaced in one transaction."""
    view = store.view()
    upto = int(view.meta().get("head", "0").split()[0])
    whole = gathered(view)
    remember = tools.join is not None and len(whole.claims) >= tools.quick_from
    whole, carried = replace(whole, remember=remember), whole.decisions
    addresses = {document.id: document.address for document in whole.documents}
    for number, stage in enumerate(RECORD_STAGES, 1):
        whole = stage.run(tools, whole)
        progress(Step(stage.name, "", number))
    copies = {doc: Copied(origin, why) for doc, (origin, why) in whole.copies.items()}
    moved = forwards(view.each_event(), whole.events)
    moved += provisional.forwards(view.groups(), whole.states.groups, whole.claims)
    # What is written needs neither: in a large record they are half of all that is in memory.
    whole = replace(whole, documents=(), claims=())
    with store.write() as writer:
        writer.replace_derived(
            whole.events,
            whole.states,
            copies,
            names=tools.names,
            forwards=moved,
            filed=whole.basis,
            addresses=addresses,
        )
        note(writer, tools, upto, whole.basis, carried)


def _check_paths(sources: Sequence[str]) -> None:
    for source in sources:
        if "://" not in source and not Path(source).exists():
            raise Misuse(f"no such file or folder: {source}", item=source, advice="check the path; nothing was read")


def _items(sources: Sequence[str], job: _Job) -> Iterator[Item | BadItem]:
    for source in sources:
        try:
            yield from job.tools.items(source)
        except BadSource as error:
            job.tally.count["bad_sources"] += 1
            with job.store.write() as writer:
                writer.put_issues([issues.of_error(error, "ingest", source)])


def _take(item: Item | BadItem, job: _Job) -> str:
    """One item through to the record; returns its name."""
    if isinstance(item, BadItem):
        return _set_aside(issues.of_error(item, "ingest"), job)
    try:
        return _keep(item, job)
    except _SetAside as aside:
        return _set_aside(aside.issue, job)


def _set_aside(issue: Issue, job: _Job) -> str:
    job.tally.count["set_aside"] += 1
    with job.store.write() as writer:
        writer.put_issues([issue])
    return issue.item


def _keep(item: Item, job: _Job) -> str:
    digest = job.archive.keep(item)
    again = (item.key, digest) in job.met
    job.met.add((item.key, digest))
    known = _known(item, job.store.view().outcomes(digest))
    if known is not None and (again or known.key != item.key):
        _note_duplicate(item, known, job)
    elif known is not None and (
        known.state == TAKEN_DOWN or (known.stages == job.stages and not _now_wanted(known, job))
    ):
        job.tally.count["already"] += 1
    else:
        _read(item, digest, job)
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


def _now_wanted(known: Outcome, job: _Job) -> bool:
    """True for what the gate stopped before and this run is asked to read."""
    return known.state == OFF_TOPIC and job.tools.read_all


def _note_duplicate(item: Item, known: Outcome, job: _Job) -> None:
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


def _read(item: Item, digest: str, job: _Job) -> None:
    parsed, notes = _guarded("ingest", item, partial(job.tools.parse, item))
    work = Work(document=_guarded("sentences", item, partial(job.tools.split, replace(parsed, digest=digest))))
    state, language = "read", work.document.language
    found = [
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
    if not work.document.is_in(job.tools.reader.languages):
        state = f"unread language {language}"
        found.append(_unread(item, work, job))
    elif not _wanted(work.document, item, job):
        state = OFF_TOPIC
        found.append(_off_topic(item, work))
    else:
        work = _through(work, item, job)
    with job.store.write() as writer:
        writer.settle_issues(item.key)
        writer.put_reading(work.document, work.claims, stages=job.stages, state=state)
        writer.put_issues(found)
    if state == "read":
        job.tally.count["read"] += 1
    elif state == OFF_TOPIC:
        job.tally.count["off_topic"] += 1
    else:
        job.tally.unread[language] += 1
    job.tally.count["claims"] += len(work.claims)
    job.tally.count["warnings"] += len(notes)


def _unread(item: Item, work: Work, job: _Job) -> Issue:
    language = work.document.language
    return Issue(
        item=item.key,
        stage="extract",
        level=Level.INFO,
        message=f"unread language {language}: kept and counted, not read for claims",
        advice=f"the reader {job.tools.reader.name} reads {', '.join(job.tools.reader.languages)}",
        doc=work.document.id,
    )


def _wanted(document: Document, item: Item, job: _Job) -> bool:
    """False for what the gate stops."""
    return job.tools.read_all or _guarded("gate", item, partial(job.tools.gate.passes, document))


def _off_topic(item: Item, work: Work) -> Issue:
    return Issue(
        item=item.key,
        stage="extract",
        level=Level.INFO,
        message="no sign of armed conflict: kept and counted, not read for claims",
        advice="vigil run --read-all reads such articles too",
        doc=work.document.id,
    )


def _through(work: Work, item: Item, job: _Job) -> Work:
    for stage in DOCUMENT_STAGES:
        work = _guarded(stage.name, item, partial(stage.run, job.tools, work))
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
