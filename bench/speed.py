"""Speed: articles from text to stored claims, beside the bare encoder on the same text, in one run.

python -m bench.speed [--articles 30] [--rounds 9] [--threads 2] [--ahead 2] [--json FILE]
python -m bench.speed --compare [--articles 40]
python -m bench.speed --resolution ../shared/gold/claims/dev.jsonl

The articles are sentences of the small world (tests/world), drawn with a seed until 600 words are full. "Whole way" is the
main job's own code (ingest, archive, reading, resolution, store) without fusion. "Bare encoder" is pass one alone, that is
the int8 encoder and three narrow heads, over the same tokens in windows of 510, one at a time, on --threads of the network.
Compare the two as a ratio: the machine's own speed falls out. Within a minute that speed may come and go by a fifth, hence
many short rounds of both in turn, of which the middle one counts. --compare measures the whole way with other numbers of
threads for one call of the network and of articles read at once, each beside the same bare encoder on two threads: by it
``engine.rooms.AHEAD`` is chosen. Only figures of a machine with nothing else to do can be compared.

What resolution (dates, places, actors) adds to reading is told in processor time, stage by stage on the same articles, so
that a busy machine can tell it, too. --resolution FILE tells only that, of the articles of a claim set with all shipped
theatres.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import statistics
import tempfile
import time
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

import numpy as np

from bench.table import Figure, option, show
from vigil.engine.rooms import AHEAD, furnish
from vigil.engine.run import run
from vigil.engine.stages import READING, RESOLVING, Work
from vigil.engine.tools import Tools
from vigil.extract.codebook import document_of
from vigil.extract.reader import CLS, SEP, NeuralReader
from vigil.extract.sentences import split
from vigil.extract.windows import tokenize
from vigil.fuse import Fusion
from vigil.ingest import feeds, page
from vigil.ingest.archive import Archive
from vigil.model.errors import BadItem
from vigil.model.state import States
from vigil.model.text import Document
from vigil.reference.tables import Reference
from vigil.store import open_store

ROOT = Path(__file__).resolve().parents[1]
WORDS, WINDOW = 600, 510
ASKED = "asked for by issue 3"
#: Threads of one call of the network, articles read at once; 0: each after the other, in the thread that stores them.
WAYS = ((2, 0), (2, 1), (2, 2), (1, 1), (1, 2), (1, 3))


def articles(count: int, seed: int = 7) -> list[str]:
    """Texts of 600 words from the small world's English sentences."""
    rng, told = random.Random(seed), sorted(set(sentences()))
    made = []
    for _ in range(count):
        words, parts = 0, []
        while words < WORDS:
            sentence = rng.choice(told)
            parts.append(sentence)
            words += len(sentence.split())
        made.append(" ".join(parts))
    return made


def sentences() -> Iterator[str]:
    """Those of the small world's English articles, as often as they are told."""
    for item in feeds.read(str(ROOT / "tests/world/articles")):
        if isinstance(item, BadItem):
            continue
        try:
            document = split(page.parse(item)[0])
        except BadItem:
            continue  # the small world holds a broken file on purpose
        if document.language == "en":
            yield from (document.text[a:b] for a, b in document.sentences if not document.unread(a, b))


class NoFusion:
    """The stages over the whole record, left out."""

    def fuse(self, *_: object, **__: object) -> Fusion:
        return Fusion()

    def follow(self, *_: object) -> States:
        return States()


def bare(reader: NeuralReader, texts: list[str]) -> tuple[float, int]:
    """Seconds and tokens of pass one alone."""
    tokens = [tokenize(reader.tokenizer, text) for text in texts]
    began = time.perf_counter()
    for one in tokens:
        for at in range(0, len(one.ids), WINDOW):
            ids = np.concatenate([[CLS], one.ids[at : at + WINDOW], [SEP]])[None, :]
            case = np.concatenate([[0], one.case[at : at + WINDOW], [0]])[None, :]
            reader.passes.one(ids, np.ones_like(ids), case)
    return time.perf_counter() - began, sum(len(one.ids) for one in tokens)


def whole(tools: Tools, texts: list[str]) -> tuple[float, int]:
    """Seconds of the main job without fusion, and claims stored."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        rows = [{"doc": f"a{n}", "published": "2024-05-07", "text": text, "lang": "en"} for n, text in enumerate(texts)]
        source = folder / "articles.jsonl"
        source.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        with open_store(folder / "r.db") as store, Archive(folder / "r.warc.gz") as archive:
            began = time.perf_counter()
            summary = run([str(source)], store=store, archive=archive, tools=tools)
            return time.perf_counter() - began, summary.claims


def resolving(tools: Tools, documents: Iterable[Document]) -> Figure:
    """How often the processor time of the stages of resolution goes into that of reading, for the same articles."""
    read = resolved = 0.0
    for document in documents:
        began, work = time.process_time(), Work(document=document)
        for stage in READING:
            work = stage.run(tools, work)
        between = time.process_time()
        for stage in RESOLVING:
            work = stage.run(tools, work)
        read, resolved = read + between - began, resolved + time.process_time() - between
    return Figure("speed", "reading / resolution, processor time", read / resolved, 4.0, "issue 4: adds 25 % at most")


def made(texts: Iterable[str]) -> Iterator[Document]:
    """Bare texts as documents of one day."""
    for n, text in enumerate(texts):
        line = {"doc": f"a{n}", "published": "2024-05-07", "text": text, "lang": "en"}
        yield document_of(line, n)


def of_file(path: Path, count: int) -> list[Figure]:
    """``resolving`` for the first articles of a claim set, after ten that fill what is remembered."""
    reader = NeuralReader.load(threads=1)
    tools = furnished(reader, Reference.load(), 0)
    with path.open(encoding="utf-8") as file:
        documents = [document_of(json.loads(line), n) for n, line in enumerate(islice(file, count))]
    resolving(tools, documents[:10])
    return [resolving(tools, documents)]


def furnished(reader: NeuralReader, reference: Reference, ahead: int | None) -> Tools:
    """The main job's own tools without fusion; ``ahead`` None: as many articles at once as it reads by itself."""
    tools = furnish(reference, reader)
    return replace(tools, fuse=NoFusion().fuse, follow=NoFusion().follow, ahead=tools.ahead if ahead is None else ahead)


def compare(count: int = 40, rounds: int = 3) -> list[Figure]:
    """The whole way with each of WAYS / the bare encoder on two threads; all of them in turn, medians of some rounds."""
    reference, texts = Reference.load([ROOT / "tests/world/pack"]), articles(count)
    readers = {threads: NeuralReader.load(threads=threads) for threads in sorted({threads for threads, _ in WAYS})}
    ways = {(threads, ahead): furnished(readers[threads], reference, ahead) for threads, ahead in WAYS}
    bare(readers[2], texts[:4])
    for tools in ways.values():
        whole(tools, texts[:4])
    ratios: dict[tuple[int, int], list[float]] = {way: [] for way in ways}
    for _ in range(rounds):
        alone, _tokens = bare(readers[2], texts)
        for way, tools in ways.items():
            ratios[way].append(alone / whole(tools, texts)[0])
    return [
        Figure("speed", f"whole / bare, {threads} threads, {ahead} ahead", statistics.median(found), 0.6, ASKED)
        for (threads, ahead), found in ratios.items()
    ]


def measure(count: int = 30, threads: int = 2, rounds: int = 9, ahead: int | None = None) -> list[Figure]:
    """Both ways in turn, some rounds; medians. As in ``vigil run`` the articles that are read at once share ``threads``."""
    sharing = AHEAD if ahead is None else max(1, ahead)
    own = NeuralReader.load(threads=max(1, threads // sharing))
    tools = furnished(own, Reference.load([ROOT / "tests/world/pack"]), ahead)
    texts = articles(count)
    whole(tools, texts)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024  # before the other reader is loaded beside it
    added = resolving(tools, made(texts))
    reader = NeuralReader.load(threads=threads)
    bare(reader, texts[:4])
    alone, took = [], []
    tokens = claims = 0
    for _ in range(rounds):
        seconds, tokens = bare(reader, texts)
        alone.append(seconds)
        seconds, claims = whole(tools, texts)
        took.append(seconds)
    ratios = [a / w for a, w in zip(alone, took, strict=True)]
    return [
        Figure("speed", "whole way / bare encoder", statistics.median(ratios), 0.6, ASKED),
        Figure("speed", "the same, lower quartile of the rounds", quartile(ratios), None),
        Figure(
            "speed",
            "articles a second, whole way",
            count / statistics.median(took),
            None,
            "9 asked for at 12,000 tokens/s",
        ),
        Figure("speed", "tokens a second, bare encoder", tokens / statistics.median(alone)),
        added,
        Figure("speed", "claims an article", claims / count),
        Figure("speed", "peak memory, MB", peak, None, "under 700 asked for"),
    ]


def quartile(ratios: list[float]) -> float:
    """The lower one; of a single round that round."""
    return statistics.quantiles(ratios, n=4, method="inclusive")[0] if len(ratios) > 1 else ratios[0]


def main() -> None:
    """See the module's docstring."""
    parser = option(argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter))
    parser.add_argument("--articles", type=int, help="30 in each round; with --compare 40, with --resolution 60")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--rounds", type=int, help="9; with --compare 3")
    parser.add_argument("--ahead", type=int, help="articles read at once while another is stored")
    parser.add_argument("--compare", action="store_true", help="other numbers of threads and of articles at once")
    parser.add_argument("--resolution", type=Path, metavar="FILE", help="what resolution adds to reading, only")
    args = parser.parse_args()
    if args.resolution:
        show(of_file(args.resolution, args.articles or 60), args.json)
    elif args.compare:
        show(compare(args.articles or 40, args.rounds or 3), args.json)
    else:
        show(measure(args.articles or 30, args.threads, args.rounds or 9, args.ahead), args.json)


if __name__ == "__main__":
    main()
