"""One more article into a large record: its events at once, what they are in the end with the next fusion of the whole.

What the last whole fusion knew lies in the record (``store.remembered``), with a note of how it was made and up to which
entry of the ledger. ``arrive`` joins what was read since, an article a transaction; where that cannot be done it says so and
the whole is fused as ever. So it may be killed, left out or called again: the events that stand in the end are the same.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace

import vigil
from vigil.engine.tools import RecordTools
from vigil.fuse import Basis
from vigil.fuse.copies.standing import is_notice
from vigil.fuse.fusion import no_collector
from vigil.fuse.lineage import forwards
from vigil.fuse.pairs.comparer import weights_digest
from vigil.model.claim import Claim
from vigil.model.codec import from_plain, to_plain
from vigil.model.link import Decision
from vigil.model.text import Document
from vigil.review.apply import apply
from vigil.review.carry import successors
from vigil.store import Copied, Store, Writer
from vigil.store.remembered import Remembered

FORM = 1  # raise it when what is remembered is written or read otherwise
TOGETHER = 20  # articles that are joined one after the other; more are quicker fused with the whole
UNSETTLED = 500  # articles after which the counts of words are too old to be weighed by
#: Kinds of ledger entries that one more article makes, and those that have no part in events.
_PLAIN = frozenset({"document", "reading", "claim", "account"})


@dataclass(frozen=True, slots=True)
class _Note:
    """How the record was last fused. ``seq``: the ledger's last entry that the events know of."""

    stamp: str
    seq: int
    claims: int
    articles: int
    joined: int = 0


class _Ground(Remembered):
    """What was remembered, with how much there was."""

    def __init__(self, writer: Writer, note: _Note) -> None:
        super().__init__(writer.connection)
        self.sizes = note.claims, note.articles


def stamp(tools: RecordTools) -> str:
    """Changes with all by which the same claims would make other events."""
    parts = [vigil.__version__, str(FORM), weights_digest(), tools.reference]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


def note(writer: Writer, tools: RecordTools, seq: int, basis: Basis | None, decisions: Sequence[Decision]) -> None:
    """Note that the whole was fused up to an entry of the ledger; without a basis, that nothing was remembered."""
    if basis is None:
        writer.set_meta("fused", "")
        writer.set_meta("fused_decisions", "")
        return
    _put(writer, _Note(stamp(tools), seq, basis.in_claims.size, basis.in_articles.size), decisions)


def _put(writer: Writer, noted: _Note, decisions: Sequence[Decision]) -> None:
    writer.set_meta("fused", json.dumps(to_plain(noted)))
    writer.set_meta("fused_decisions", json.dumps(to_plain(list(decisions))) if decisions else "")


def _noted(meta: dict[str, str], tools: RecordTools) -> _Note | None:
    if tools.join is None or not meta.get("fused"):
        return None
    found = from_plain(_Note, json.loads(meta["fused"]))
    return found if found.stamp == stamp(tools) else None


def is_settled(store: Store, tools: RecordTools) -> bool:
    """True when fusing the whole again would change nothing: nothing came in or was decided, and the code is the same."""
    view = store.view()
    noted = _noted(view.meta(), tools)
    if noted is None or noted.joined:
        return False
    with store.engine.connect() as connection:
        return all(kind == "account" for _, kind, _ in Remembered(connection).since(noted.seq))


def arrive(store: Store, tools: RecordTools) -> int | None:
    """Join what was read since the events were last made: how many articles. None when the whole must be fused."""
    joined = 0
    while True:
        with no_collector(), store.write() as writer:
            done = _next(writer, tools)
        if done is None:
            return None
        if not done:
            return joined
        joined += 1


def _next(writer: Writer, tools: RecordTools) -> bool | None:
    """Join the first article that waits: whether there was one, None when the whole must be fused."""
    meta = writer.meta()
    noted = _noted(meta, tools)
    if noted is None:
        return None
    ground = _Ground(writer, noted)
    entries = ground.since(noted.seq)
    readings = [at for at, (_, kind, _) in enumerate(entries) if kind == "reading"]
    if not all(kind in _PLAIN for _, kind, _ in entries) or len(readings) > TOGETHER or noted.joined >= UNSETTLED:
        return None
    if not readings:
        return False
    doc = entries[readings[0]][2]
    document = ground.documents([doc]).get(doc)
    if document is None or is_notice(document):
        return None
    # Up to the entries of the next one: a reading's claims follow it.
    last = next((seq - 1 for seq, kind, _ in entries[readings[0] + 1 :] if kind != "claim"), entries[-1][0])
    noted = replace(noted, seq=last, joined=noted.joined + 1)
    decisions = [from_plain(Decision, row) for row in json.loads(meta.get("fused_decisions") or "[]")]
    carried = _join(writer, tools, ground, document, decisions)
    if carried is None:
        return None
    _put(writer, noted, carried)
    return True


def _join(
    writer: Writer, tools: RecordTools, ground: _Ground, document: Document, decisions: Sequence[Decision]
) -> Sequence[Decision] | None:
    """Join an article; the decisions with their claims' ids of now, None when there is no room for its events."""
    versions = {*ground.at([document.address]), document.id}
    if ground.last_of(versions) != document.id:
        return decisions  # an older version than the one that is there: no event is made of it
    claims = ground.claims_of(document.id)
    decisions = _carried(decisions, ground, sorted(versions), document, claims)
    applied = apply(claims, decisions)
    given = {claim.id: claim for claim in claims}
    assert tools.join is not None
    joined = tools.join(
        document,
        applied.claims,
        ground=ground,
        decisions=applied.decisions,
        replaces=versions,
        corrected={claim.id for claim in applied.claims if claim is not given[claim.id]},
    )
    changed = writer.change_derived(
        joined.before,
        joined.events,
        (document.id, Copied(joined.origin.doc, joined.origin.why)),
        gone=sorted(versions),
        names=tools.names,
        forwards=forwards(joined.before, joined.events),
    )
    if not changed:
        return None
    writer.remember(joined.article, document.address, joined.claims, joined.told, sorted(versions))
    return decisions


def _carried(
    decisions: Sequence[Decision], ground: _Ground, versions: Sequence[str], document: Document, claims: Sequence[Claim]
) -> Sequence[Decision]:
    """The decisions on claims of the article's earlier versions, carried to the claims that took their place."""
    rows = ground.rows(ground.told_in(versions))
    decided = {id_ for row in decisions for id_ in (row.left, row.right)}
    lost = {row[1]: row[0] for row in rows if row[1] in decided} if decisions else {}
    if not lost:
        return decisions
    former = {claim.id: claim for claim in ground.claims(list(lost.values())).values()}
    texts = ground.documents([*versions, document.id])
    today = successors(sorted(lost), claims, {document.id: document}, former.get, texts.get)
    return [
        replace(row, left=today.get(row.left, row.left), right=today.get(row.right, row.right)) for row in decisions
    ]
