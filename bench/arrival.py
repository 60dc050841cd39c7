"""What one more article costs in a large record, from its claims in the store to the events that a reader sees changed.

    python -m bench.arrival [--size 100000] [--articles 20] [--record FILE] [--json FILE]

The record is synthetic (``synthetic``). Some of its articles are left out, the rest is fused as a whole, and they come in
one by one as ``vigil watch`` takes them in (``engine.arrive``). Printed: time by part, median and 95th percentile, by the
clock and of the processor. ``--record`` keeps the fused record for the next time: at 100,000 claims making it takes minutes.

    python -m bench.arrival --left-out RECORD [--every N]

How often the answer at once is the settled one: each article (or each Nth) of a record is left out in turn, the rest fused,
and the article comes in. Counted are claims whose event (the set of its claims) is the same once all is fused as a whole.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from bench.fusion_cost import YEARS
from bench.gold import need, read
from bench.synthetic import record
from bench.table import Figure, keep, option
from vigil.engine import arrive as arriving
from vigil.engine.run import gathered, recompute
from vigil.engine.tools import RecordTools
from vigil.fuse import fuse, join
from vigil.fuse.arrivals import meeting, regroup
from vigil.fuse.pairs.comparer import Comparer
from vigil.model.claim import Claim
from vigil.model.state import States
from vigil.model.text import Document
from vigil.store import Store, Writer, open_store
from vigil.store.remembered import Remembered

TOOLS = RecordTools(
    fuse=partial(fuse, outlets={}), join=partial(join, outlets={}), follow=lambda *_: States(), quick_from=0
)
#: Part -> the calls that make it up; time inside another part's call counts for the inner one.
PARTS: Mapping[str, Sequence[tuple[Any, str]]] = {
    "reading": [(Remembered, name) for name in (
        "articles", "articles_of", "documents", "rows", "claims", "seen", "events_of", "around", "parts_of", "claims_of",
        "numbers", "told_in", "origins",
    )],
    "blocks": [(Remembered, "found"), (meeting, "_proposed")],
    "scoring": [(Comparer, "odds"), (Comparer, "reasons")],
    "joining": [(regroup, "attached"), (regroup, "event_of")],
    "writing": [(Writer, "change_derived"), (Writer, "remember")],
}  # fmt: skip


class Clock:
    """Seconds by part; what is in no part is "other"."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = defaultdict(float)
        self._open: list[str] = ["other"]
        self._since = 0.0

    def turn(self, part: str | None) -> None:
        """Go into a part, or with None out of it."""
        now = time.perf_counter()
        self.spent[self._open[-1]] += now - self._since
        self._since = now
        if part is None:
            self._open.pop()
        else:
            self._open.append(part)

    def start(self) -> None:
        """From here on."""
        self.spent.clear()
        self._since = time.perf_counter()

    @contextmanager
    def watching(self) -> Iterator[None]:
        """The parts' calls timed meanwhile."""
        before = [(owner, name, getattr(owner, name)) for calls in PARTS.values() for owner, name in calls]
        for part, calls in PARTS.items():
            for owner, name in calls:
                setattr(owner, name, self._timed(part, getattr(owner, name)))
        try:
            yield
        finally:
            for owner, name, function in before:
                setattr(owner, name, function)

    def _timed(self, part: str, function: Any) -> Any:
        def timed(*args: Any, **kwargs: Any) -> Any:
            self.turn(part)
            try:
                return function(*args, **kwargs)
            finally:
                self.turn(None)

        return timed


def fill(store: Store, documents: Sequence[Document], claims: Mapping[str, Sequence[Claim]]) -> None:
    """Keep articles with their claims."""
    for at in range(0, len(documents), 500):
        with store.write() as writer:
            for document in documents[at : at + 500]:
                writer.put_reading(document, claims[document.id], stages="bench/1")


def homes(store: Store) -> dict[str, frozenset[str]]:
    """Claim -> all claims of its event."""
    told = (frozenset(e.claim for e in event.evidence) for event in store.view().events())
    return {claim: group for group in told for claim in group}


def measure(path: Path, documents: Sequence[Document], claims: Mapping[str, Sequence[Claim]]) -> list[Figure]:
    """The articles one by one into a fused record."""
    clock, spent, processor = Clock(), list[dict[str, float]](), list[float]()
    with open_store(path) as store:
        for document in documents:
            with store.write() as writer:
                writer.put_reading(document, claims[document.id], stages="bench/1")
            with clock.watching():
                clock.start()
                before = time.process_time()
                done = arriving.arrive(store, TOOLS)
                processor.append(time.process_time() - before)
                clock.turn("other")
                clock.turn(None)
            if done != 1:
                raise SystemExit(f"the article was not joined at once: {done}")
            spent.append(dict(clock.spent))
        figures = []
        for part in (*PARTS, "other"):
            each = [1000 * one.get(part, 0.0) for one in spent]
            figures.append(_figure(part, each))
        figures += [
            _figure("whole", [1000 * sum(one.values()) for one in spent]),
            _figure("whole, processor", [1000 * s for s in processor]),
        ]
    return figures


def left_out(path: Path, every: int) -> list[Figure]:
    """Each article of a record (or each ``every``th) left out of it, fused without, and joined at once."""
    with open_store(path, create=False) as store:
        whole = gathered(store.view())
    claims: dict[str, list[Claim]] = defaultdict(list)
    for claim in whole.claims:
        claims[claim.doc].append(claim)
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "all.db") as store:
        fill(store, whole.documents, claims)
        recompute(store, TOOLS)
        settled = homes(store)
    new, old = [0, 0], [0, 0]
    for document in whole.documents[::every]:
        with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "rest.db") as store:
            fill(store, [other for other in whole.documents if other.id != document.id], claims)
            recompute(store, TOOLS)
            fill(store, [document], claims)
            if arriving.arrive(store, TOOLS) is None:
                print(f"{document.key}: waits for the whole")
                continue
            at_once = homes(store)
        mine = {claim.id for claim in claims[document.id]}
        for id_, group in settled.items():
            count = new if id_ in mine else old
            count[0] += at_once.get(id_) == group
            count[1] += 1
    for name, (same, of) in (("new claims", new), ("all other claims", old)):
        print(f"{name} with the settled event at once: {same} of {of}, {same / max(of, 1):.3f}")
    return [Figure("arrival", "new claims with the settled event at once", round(new[0] / max(new[1], 1), 3))]


def _figure(part: str, each: Sequence[float]) -> Figure:
    median, high = np.percentile(each, [50, 95])
    print(f"{part:18} {median:8.1f} ms median {high:8.1f} ms p95")
    return Figure("arrival", f"{part}: ms, median", round(float(median), 1))


def main() -> int:
    """Command line; see the module's docstring."""
    parser = option(argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter))
    parser.add_argument("--size", type=int, default=100_000)
    parser.add_argument("--articles", type=int, default=20)
    parser.add_argument("--record", type=Path)
    parser.add_argument("--left-out", type=Path, help="a record whose articles are left out in turn")
    parser.add_argument("--every", type=int, default=1)
    args = parser.parse_args()
    if args.left_out is not None:
        keep(left_out(args.left_out, args.every), args.json)
        return 0
    documents, told = record([row for path in need(*YEARS) for row in read(path)], args.size)
    claims: dict[str, list[Claim]] = defaultdict(list)
    for claim in told:
        claims[claim.doc].append(claim)
    # Spread over the record, not its end alone: an article that comes late meets as much news as one that comes in time.
    late = {documents[at].id for at in np.linspace(len(documents) // 2, len(documents) - 1, args.articles).astype(int)}
    there = [document for document in documents if document.id not in late]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "record.db"
        kept = args.record
        if kept is None or not kept.exists():
            with open_store(path) as store:
                fill(store, there, claims)
                start = time.process_time()
                recompute(store, TOOLS)
                print(f"{args.size:,} claims fused and written in {time.process_time() - start:.1f} processor seconds")
            if kept is not None:
                shutil.copy(path, kept)
        else:
            shutil.copy(kept, path)
        figures = measure(path, [document for document in documents if document.id in late], claims)
    keep(figures, args.json)
    return 0


if __name__ == "__main__":
    sys.exit(main())
