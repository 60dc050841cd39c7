"""Growth: what an article costs, from text to stored claims, while the record that it goes into grows.

python -m bench.growth [--sizes 200 1000 2000] [--replay] [--bulk] [--fuse] [--json FILE]

Articles as in bench.speed, into one record; each size is reached by one more run of the main job. Two costs are told
apart: what each new article costs (ingest, archive, reading, resolution, store), and what a run does once over the whole
record at its end, as time for each article kept. Both in milliseconds of processor time, which other work on the
machine lengthens less than the clock's. Both must stay as they are while the record grows: then cost is linear.

--replay reads forty texts only and tells their claims again for every further article, under its own ids: then what is
measured is all but the network, whose cost cannot depend on the record, and 20,000 articles take minutes, not hours.
--bulk (with --replay) puts all but the last forty articles of each size into the record many at a time, with their claims as
read and resolved, and does not measure these.
--fuse computes events and states, too (by itself: bench.fusion).
"""

from __future__ import annotations

import argparse
import json
import resource
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path
from typing import TypeVar

from bench.speed import ROOT, NoFusion, articles
from bench.table import Figure, option, show
from vigil.engine.rooms import furnish
from vigil.engine.run import run
from vigil.engine.stages import key_of, through
from vigil.engine.summary import Step
from vigil.engine.tools import Reader, Tools
from vigil.extract.reader import NeuralReader
from vigil.ingest.archive import Archive
from vigil.ingest.items import Item
from vigil.model.claim import Claim
from vigil.model.text import Document, digest_id
from vigil.reference.tables import Reference
from vigil.store import Store, open_store

T = TypeVar("T")
#: Different texts with --replay.
TEXTS = 40
#: Articles in one transaction with --bulk.
TOGETHER = 500


@dataclass(slots=True)
class Replaying:
    """A reader that reads each text once; another article of the same text gets the same claims under its own ids."""

    reader: Reader
    kept: dict[str, Sequence[Claim]] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The reader's own."""
        return self.reader.name

    @property
    def version(self) -> str:
        """The reader's own."""
        return self.reader.version

    @property
    def languages(self) -> tuple[str, ...]:
        """The reader's own."""
        return self.reader.languages

    def read(self, documents: Sequence[Document]) -> list[list[Claim]]:
        """See engine.tools.Reader."""
        return [list(self._read(document)) for document in documents]

    def _read(self, document: Document) -> Iterator[Claim]:
        if document.text not in self.kept:
            self.kept[document.text] = self.reader.read([document])[0]
        yield from told_again(self.kept[document.text], document)


@dataclass(slots=True)
class Bulk:
    """Puts articles into a record as the main job would, many in one transaction."""

    tools: Tools
    kept: dict[str, Sequence[Claim]] = field(default_factory=dict)  # by text, as read and resolved

    def put(self, source: Path, store: Store, archive: Archive) -> None:
        """All articles of a source."""
        stages = key_of(self.tools)
        for some in batched(self.tools.items(str(source)), TOGETHER):
            with store.write() as writer:
                for item in some:
                    assert isinstance(item, Item)
                    document = self.tools.split(replace(self.tools.parse(item)[0], digest=archive.keep(item)))
                    writer.put_reading(document, list(self._claims(document)), stages=stages)

    def _claims(self, document: Document) -> Iterator[Claim]:
        if document.text not in self.kept:
            self.kept[document.text] = through(self.tools, document).claims
        return told_again(self.kept[document.text], document)


def batched(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """Some at a time."""
    source = iter(items)
    while some := list(islice(source, size)):
        yield some


def told_again(claims: Iterable[Claim], document: Document) -> Iterator[Claim]:
    """The claims of another document of the same text."""
    for claim in claims:
        id = digest_id("c", [document.id, claim.trigger.start, claim.trigger.end, claim.type])
        yield replace(claim, id=id, doc=document.id)


@dataclass(frozen=True, slots=True)
class Grown:
    """A run: articles and claims kept after it, seconds of processor time for the new articles and for the whole."""

    articles: int
    new: int
    claims: int
    reading: float
    whole: float


def grow(
    tools: Tools, texts: Sequence[str], sizes: Sequence[int], folder: Path, *, bulk: Bulk | None = None
) -> Iterator[Grown]:
    """Bring one record in a folder to each size in turn; article n has text n, counted round."""
    with open_store(folder / "r.db") as store, Archive(folder / "r.warc.gz") as archive:
        done = 0
        for size in sorted(sizes):
            if bulk is not None and size - done > TEXTS:
                bulk.put(_written(folder / f"{size}-bulk.jsonl", texts, range(done, size - TEXTS)), store, archive)
                done = size - TEXTS
            source = _written(folder / f"{size}.jsonl", texts, range(done, size))
            clock = _Clock()
            began = time.process_time()
            run([str(source)], store=store, archive=archive, tools=tools, progress=clock)
            ended = time.process_time()
            claims = store.view().counts()["claims"]
            yield Grown(size, size - done, claims, clock.last_read - began, ended - clock.last_read)
            done = size


def _written(path: Path, texts: Sequence[str], numbers: Iterable[int]) -> Path:
    rows = (
        {"doc": f"a{n}", "published": f"2024-05-{1 + n % 28:02}", "text": texts[n % len(texts)], "lang": "en"}
        for n in numbers
    )
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


@dataclass(slots=True)
class _Clock:
    """Notes when the last article was stored."""

    last_read: float = 0.0

    def __call__(self, step: Step) -> None:
        if step.stage == "read":
            self.last_read = time.process_time()


def measure(sizes: Sequence[int], *, replay: bool = False, fuse: bool = False, bulk: bool = False) -> Iterator[Figure]:
    """The figures of each size as soon as they are there, and how much of its first cost an article's last cost is."""
    reader: Reader = NeuralReader.load(threads=1)
    tools = furnish(Reference.load([ROOT / "tests/world/pack"]), Replaying(reader) if replay else reader)
    if not fuse:
        tools = replace(tools, fuse=NoFusion().fuse, follow=NoFusion().follow)
    texts = articles(min(TEXTS, max(sizes)) if replay else max(sizes))
    costs = []
    with tempfile.TemporaryDirectory() as name:
        # Before the first size: what is loaded once, and with --replay the reading of each text.
        warm = Path(name) / "warm"
        warm.mkdir()
        list(grow(tools, texts, [TEXTS if replay else 4], warm))
        for grown in grow(tools, texts, sizes, Path(name), bulk=Bulk(tools) if bulk else None):
            costs.append(1000 * grown.reading / grown.new)
            yield Figure("growth", f"ms for a new article, up to {grown.articles}", costs[-1])
            yield Figure("growth", f"ms an article kept, whole, {grown.articles}", 1000 * grown.whole / grown.articles)
    yield Figure("growth", "a new article's cost, first size / last", costs[0] / costs[-1], 0.9, "1: linear")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    yield Figure("growth", "peak memory, MB", peak, None, "under 700 asked for")


def main() -> None:
    """See the module's docstring."""
    parser = option(argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter))
    parser.add_argument("--sizes", type=int, nargs="+", default=[200, 1000, 2000])
    parser.add_argument("--replay", action="store_true", help="all but the network")
    parser.add_argument("--bulk", action="store_true", help="measure the last forty articles of each size only")
    parser.add_argument("--fuse", action="store_true", help="with events and states")
    args = parser.parse_args()
    figures = []
    for figure in measure(args.sizes, replay=args.replay, fuse=args.fuse, bulk=args.bulk):
        figures.append(figure)
        print(f"{figure.name}: {figure.value:.3f}", flush=True)
    show(figures, args.json)


if __name__ == "__main__":
    main()
