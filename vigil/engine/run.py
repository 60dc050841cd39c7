"""The main job: ingest -> extract -> resolve for each document, then fuse -> state over the whole record.

A run can be killed at any moment and started again. Each document's results are one transaction, keyed by the digest of
its bytes and the stages' versions; bytes are in the archive before the record speaks of them; sources are read in a
fixed order; and what is computed over the whole record is computed anew from what is kept and replaced in one transaction.
So the second run passes over what is done and ends with the record that an undisturbed run would have made. Some articles
are read ahead in other threads (``ahead``); they are stored in their turn, so that the record is the same without.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from vigil.engine.ahead import beside, in_turn
from vigil.engine.arrive import arrive, is_settled, note
from vigil.engine.stages import RECORD_STAGES, Whole, check, key_of
from vigil.engine.summary import Progress, Step, Summary, quiet
from vigil.engine.take import Job, begin, key_of_bytes
from vigil.engine.tools import Keeper, RecordTools, Tools
from vigil.fuse.lineage import forwards
from vigil.ingest.items import Item
from vigil.model.errors import BadItem, BadSource, Misuse
from vigil.resolve.provisional import link as provisional
from vigil.review.carry import carry
from vigil.store import Copied, Store, View

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """The wall clock."""
    return datetime.now(UTC)


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
    stages = key_of(tools)
    with store.write() as writer:
        writer.set_meta("stages", stages)
        writer.set_meta("started", clock().isoformat())
        writer.set_meta("theatres", "\n".join(tools.packs))
    # What is watched counts as seen when the next thing is asked for: there nothing is asked for ahead.
    ahead = 0 if at_once else tools.ahead
    with beside(ahead, tools.halt) as begun:
        job = Job(store, archive, tools, stages, begun)
        for finish in in_turn(_items(wanted, tools), partial(begin, job=job), ahead, key_of_bytes):
            name = finish()
            if name is None:
                continue
            job.tally.count["seen"] += 1
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


def _items(sources: Sequence[str], tools: Tools) -> Iterator[Item | BadItem | BadSource]:
    for source in sources:
        try:
            yield from tools.items(source)
        except BadSource as error:
            error.item = error.item or source
            yield error  # in its turn
