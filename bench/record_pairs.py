"""How often fusion joins rightly in a dense record: pairs of claims read in it and judged by hand, one event or not.

    python -m bench.record_pairs [--sets muc4 claims] [--weights FILE] [--readings FILE] [--json FILE]

The groups of ``bench.fusion`` were picked by place and week: all their articles are on one matter. A record is not like
that. Here two sets of gold texts are each read and fused as one record (MUC-4's train part: 677 reports that tell of an
incident, El Salvador and Colombia, 1988 to 1990; the claims gold's Guardian and re3d training articles), and 670 pairs of
claims that were drawn from such a fusion are looked up. ``training/data/pairs/SET.csv`` has their triggers as offsets, the
label (S: one incident, P: a part of the other, D: different), the stratum (x/w: across articles or within one; j: joined,
n: nearly, f: far), how many pairs it had and how many were drawn. Precision and recall count each pair as many times as it
stands for, and P as not one event. Pairs whose triggers are not read any more are left out and counted.

MUC-4's texts are in capitals, so that names are not seen as such: its figures are lower than mixed case would give.
Reading takes some ten minutes; ``--readings`` keeps it (a pickle of your own: give none that others made).
"""

from __future__ import annotations

import argparse
import csv
import pickle
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import yaml

from bench.gold import need, read
from bench.reading import document, linker, read_with
from bench.table import Figure, keep, option
from vigil.extract.reader import NeuralReader
from vigil.fuse import fuse
from vigil.fuse.pairs.comparer import Weights
from vigil.model.claim import Claim
from vigil.model.text import Document

DATA = Path(__file__).resolve().parents[1] / "training" / "data" / "pairs"
LONGEST = 9000  # characters: what is longer is a collection of reports
Record = tuple[list[Document], list[Claim]]
Trigger = tuple[str, int, int]  # document id, start and end of the trigger in its text


@dataclass(frozen=True, slots=True)
class Judged:
    """A pair of claims that somebody judged; ``weight``: how many pairs of its stratum it stands for."""

    one: Trigger
    two: Trigger
    label: str
    stratum: str
    weight: float


@dataclass(frozen=True, slots=True)
class Score:
    """Weighted precision and recall, and the plain numbers: joined rightly, joined wrongly, left apart wrongly."""

    precision: float
    recall: float
    right: int
    wrong: int
    missed: int


def judged(path: Path) -> list[Judged]:
    """The pairs of a set. Raises ValueError naming the line for a label that is none."""
    found = []
    with path.open(encoding="utf-8", newline="") as rows:
        for n, row in enumerate(csv.DictReader(rows), 2):
            if row["label"] not in ("S", "P", "D"):
                raise ValueError(f"{path.name}, line {n}: {row['label']!r} is none of S, P, D")
            one, two = ((row[a], int(row[f"{a}_start"]), int(row[f"{a}_end"])) for a in ("one", "two"))
            found.append(Judged(one, two, row["label"], row["stratum"], int(row["of"]) / int(row["drawn"])))
    return found


def scored(pairs: Iterable[Judged], event: Mapping[Trigger, str]) -> tuple[Score, int]:
    """How the pairs fared; ``event`` maps each trigger that was read to its event. The number is of pairs not read."""
    right = wrong = missed = 0.0
    counts = [0, 0, 0]
    lost = 0
    for pair in pairs:
        if pair.one not in event or pair.two not in event:
            lost += 1
            continue
        joined, same = event[pair.one] == event[pair.two], pair.label == "S"
        right += pair.weight * (joined and same)
        wrong += pair.weight * (joined and not same)
        missed += pair.weight * (same and not joined)
        counts[0] += joined and same
        counts[1] += joined and not same
        counts[2] += same and not joined
    return Score(right / max(right + wrong, 1e-9), right / max(right + missed, 1e-9), *counts), lost


def events_of(record: Record, weights: Weights | None = None) -> dict[Trigger, str]:
    """Each claim's event, by its trigger."""
    documents, claims = record
    home = {row.claim: event.id for event in fuse(documents, claims, weights=weights).events for row in event.evidence}
    return {(c.doc, c.trigger.start, c.trigger.end): home[c.id] for c in claims if c.id in home}


def texts(name: str) -> Iterator[Document]:
    """The record's articles."""
    if name == "muc4":
        for row in read(need("muc4/train.jsonl.gz")[0]):
            line = row["dateline"] or {}
            text = row["text"].split("[TEXT]", 1)[-1].strip()
            if row["relevant"] and line.get("date") and len(text) <= LONGEST:
                told = document(row["id"], text, line["date"])
                yield replace(told, outlet=line.get("source") or "FBIS", title=line.get("place") or "")
    else:
        for row in read(need("claims/train.jsonl")[0]):
            if row["doc"].startswith(("guardian", "re3d")):
                told = document(row["doc"], row["text"], (row["published"] or "")[:10] or None)
                yield replace(told, outlet=row["source"] or "?", title=row["title"] or "")


def records(names: Sequence[str], kept: Path | None) -> dict[str, Record]:
    """Each set read, from ``kept`` where that file has it."""
    found: dict[str, Record] = pickle.loads(kept.read_bytes()) if kept is not None and kept.exists() else {}
    missing = [name for name in names if name not in found]
    if missing:
        reader, link = NeuralReader.load(), linker()
        for name in missing:
            documents: list[Document] = []
            claims: list[Claim] = []
            for told, own in read_with(reader, list(texts(name))):
                documents.append(told)
                claims += link(told, own)
            found[name] = documents, claims
        if kept is not None:
            kept.write_bytes(pickle.dumps(found))
    return found


def measure(names: Sequence[str], *, weights: Weights | None = None, kept: Path | None = None) -> list[Figure]:
    """Precision and recall of each set, across articles and within one; prints the numbers behind them."""
    figures = []
    for name, record in records(names, kept).items():
        if name not in names:
            continue
        event = events_of(record, weights)
        pairs = judged(DATA / f"{name}.csv")
        for where, letter in (("across", "x"), ("within", "w")):
            score, lost = scored((pair for pair in pairs if pair.stratum[0] == letter), event)
            print(
                f"{name} {where}: joined rightly {score.right}, wrongly {score.wrong}, apart wrongly {score.missed}; "
                f"not read any more {lost}; precision {score.precision:.3f}, recall {score.recall:.3f}"
            )
            figures += [
                Figure("record_pairs", f"{name}, {where}: precision", score.precision),
                Figure("record_pairs", f"{name}, {where}: recall", score.recall),
            ]
    return figures


def main() -> None:
    """Command line; see the module's docstring."""
    parser = option(argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter))
    parser.add_argument("--sets", nargs="+", default=["muc4", "claims"], choices=["muc4", "claims"])
    parser.add_argument("--weights", type=Path, help="a table to try instead of the shipped one")
    parser.add_argument("--readings", type=Path, help="keep what the reader read here")
    args = parser.parse_args()
    weights = None
    if args.weights:
        table = yaml.safe_load(args.weights.read_text(encoding="utf-8"))
        weights = Weights(table["within"], table["across"], float(table["join"]))
    keep(measure(args.sets, weights=weights, kept=args.readings), args.json)


if __name__ == "__main__":
    main()
