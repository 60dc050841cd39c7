"""A teacher's reading of texts that nobody annotated, for the shipped network to learn from.

    python -m training.reader.silver --gold ../shared/gold --base FOLDER --teacher-base FOLDER --teacher CKPT --out FILE

Texts are of gold sets whose licence allows weights to be trained on them (gold/README.md). One that shares eight words in a
row with the development set in more than ``SHARED_WORDS`` of its places is left out. The file holds texts: it stays in the
folder of the run. Stopped and started again, it goes on behind its last whole line; the order is drawn, so that what it has
is a fair part of the whole at any time.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import re
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import torch

from training.annotate.standoff import texts_of
from training.reader.corpus import DATA
from training.reader.data import read_jsonl
from training.reader.quick import bfloat16_pays
from training.reader.scoring import TorchPasses, predict
from training.reader.teacher import build_teacher
from vigil.extract.decode import Thresholds
from vigil.extract.reader import NeuralReader
from vigil.extract.sentences import split
from vigil.extract.windows import open_tokenizer
from vigil.model.text import Document

#: Sets in documents (``texts_of``), and sets in single sentences.
DOCUMENTS = ("muc4", "rams", "tempeval3")
SENTENCES = ("event_location/train.jsonl.gz", "causal_news_corpus/train.jsonl")
CODED = DATA / "coded"
SHARED_WORDS = 0.08
#: Seed of the order in which texts are read.
ORDER = 1


def main() -> None:
    """Read what is not read yet."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=Path("../shared/gold"))
    parser.add_argument("--base", type=Path, required=True, help="folder of the base model, whose words are read")
    parser.add_argument("--teacher-base", type=Path, required=True)
    parser.add_argument("--teacher", type=Path, required=True, help="weights of the teacher")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--threads", type=int, default=os.cpu_count() or 1)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    net = build_teacher(args.teacher_base, args.base / "vocab.txt", 0.0)
    net.load_state_dict(torch.load(args.teacher, map_location="cpu"))
    passes = TorchPasses(net, bfloat16=bfloat16_pays())
    reader = NeuralReader(passes, open_tokenizer(args.base), Thresholds(), name="teacher", languages=("en",))
    lines = list(unread(args.gold))
    Random(ORDER).shuffle(lines)
    done = whole_lines(args.out) if args.out.exists() else 0
    with args.out.open("a", encoding="utf-8") as out:
        for at in range(done, len(lines), 64):
            for line in predict(reader, lines[at : at + 64]):
                out.write(json.dumps(line, ensure_ascii=False) + "\n")
            out.flush()
            print(f"{min(at + 64, len(lines))} of {len(lines)} texts", flush=True)


def whole_lines(path: Path) -> int:
    """How many lines a file has, which loses a last one that was not written to its end."""
    data = path.read_bytes()
    with path.open("rb+") as file:
        file.truncate(data.rfind(b"\n") + 1)
    return data.count(b"\n")


def unread(gold: Path) -> Iterator[dict[str, Any]]:
    """Claim-set lines without claims, of texts that are in neither split of the claims gold."""
    held = {words for line in read_jsonl(gold / "claims/dev.jsonl") for words in eights(line["text"])}
    known = {line["text"] for name in ("train", "dev") for line in read_jsonl(gold / f"claims/{name}.jsonl")}
    for name, text in texts(gold):
        own = eights(text)
        if text in known or len(own & held) > SHARED_WORDS * len(own):
            continue
        known.add(text)
        document = split(Document(id=name, key=name, digest="", text=text, language="en"))
        yield {"doc": name, "published": "", "source": "", "title": "", "text": text, "claims": []} | {
            "sentences": [list(each) for each in document.sentences]
        }


def texts(gold: Path) -> Iterator[tuple[str, str]]:
    """Names and texts of all sets, but those documents that were annotated."""
    for name in DOCUMENTS:
        coded = {json.loads(row)["doc"] for path in CODED.glob(f"{name}*.jsonl") for row in path.open(encoding="utf-8")}
        yield from ((f"silver-{name}-{doc}", text) for doc, text in texts_of(name, gold).items() if doc not in coded)
    for file in SENTENCES:
        data = (gold / file).read_bytes()
        plain = (gzip.decompress(data) if file.endswith(".gz") else data).decode("utf-8")
        for n, row in enumerate(filter(None, plain.split("\n"))):
            yield f"silver-{file.partition('/')[0]}-{n}", json.loads(row)["text"]


def eights(text: str) -> set[tuple[str, ...]]:
    """All sequences of eight words; the text itself where it has fewer."""
    words = tuple(re.findall(r"\w+", text.lower()))
    return {words[at : at + 8] for at in range(max(1, len(words) - 7))}


if __name__ == "__main__":
    main()
