"""Train what chooses an act's place: a table (vigil/resolve/data/event_place.csv) and a perceptron (event_place.npz).

    python -m training.event_place --gold ../shared/gold [--kept training/out/event_place]

Sentences of event_location's train part (Halterman; annotations under the MIT licence; one coder each), in which a verb is
given and the words of its place are marked. The shipped reader is asked about the verb and reads the rest of the sentence;
each place name is one example. The table: three ridge-penalised logistic regressions (names that the reader gives to the
verb, before and behind it, and others), by Newton steps on standardised features, and the weights written for the features
as they are. The perceptron: ``event_place_head``, on the same features and the reader's states; it needs torch and fits the
reader's network of the day alone. Deterministic. Some nine minutes of one core, a third of it reading. With --kept what
was read is kept in that folder, by the reader's card, and not read again: only for trying other heads, as changes of
the reader's code or of the gazetteer are not noticed.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import pickle
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bench.event_place import Case, cases_of, words
from bench.gold import GOLD
from bench.score import Tally
from training import event_place_head as head
from vigil.extract.reader import WEIGHTS, NeuralReader, Passes
from vigil.reference.tables import Reference
from vigil.resolve.places.event_place import COLUMNS, TABLE, bare_in, column_of, look, names_in
from vigil.resolve.places.event_place_features import Features, all_features
from vigil.resolve.places.event_place_sight import FILE, FOLDER, Glimpse

Array = NDArray[np.float64]
RIDGE, STEPS, FOLDS = 5.0, 12, 5
#: The least spread by which a feature is scaled: what is seen seldom gets no large weight.
RARE = 0.25


@dataclass(frozen=True, slots=True)
class Example:
    """One place name of a case."""

    column: str
    features: Features
    right: bool
    fold: int
    case: int


@dataclass(frozen=True, slots=True)
class Told:
    """One verb's sentence: its place names in text order, and which of their words the coder marked."""

    columns: tuple[str, ...]
    features: tuple[Features, ...]
    marked: tuple[int, ...]  # words of each name that are marked
    words: tuple[int, ...]  # words of each name
    wanted: int  # words marked in the sentence, inside and outside names
    fold: int
    glimpse: Glimpse | None

    def examples(self, case: int) -> Iterator[Example]:
        """Each name that is not bare, right where a word of it is marked."""
        for column, features, marked in zip(self.columns, self.features, self.marked, strict=True):
            if not features.get("bare"):
                yield Example(column, features, marked > 0, self.fold, case)


def told(cases: Iterable[Case], reference: Reference) -> Iterator[Told]:
    """The cases in their order. One text is in one fold."""
    for case in cases:
        text, claim = case.document.text, case.claim
        fold = int(hashlib.sha256(text[:60].encode()).hexdigest(), 16) % FOLDS
        if claim is None:
            yield Told((), (), (), (), len(case.wanted), fold, None)
            continue
        names = names_in(text, claim.sentence, (claim, *case.others), reference)
        seen = look(text, claim, case.others, names, reference, bare_in(text, claim, names))
        inside = [words(text, [(name.start, name.end)]) for name in seen]
        yield Told(
            columns=tuple(column_of(name, claim) for name in seen),
            features=tuple(all_features(text, claim, seen)) if seen else (),
            marked=tuple(len(case.wanted & one) for one in inside),
            words=tuple(len(one) for one in inside),
            wanted=len(case.wanted),
            fold=fold,
            glimpse=Glimpse.of(claim.sight, [(n.start, n.end) for n in seen]) if claim.sight is not None else None,
        )


class Once:
    """Passes that do pass one once for calls that ask for the same window one after another."""

    def __init__(self, passes: Passes) -> None:
        self.two, self._one = passes.two, passes.one
        self._asked, self._made = (b"", b""), None

    def one(self, ids: Any, mask: Any, case: Any) -> Any:
        """Pass one, see reader.Passes."""
        asked = ids.tobytes(), case.tobytes()
        if asked != self._asked:
            self._asked, self._made = asked, self._one(ids, mask, case)
        return self._made


def fit(rows: Sequence[Example]) -> dict[str, float]:
    """Weights for the features as they are, and "bias"."""
    names = sorted({name for row in rows for name, value in row.features.items() if value})
    place = {name: n for n, name in enumerate(names)}
    table, right = np.zeros((len(rows), len(names))), np.asarray([row.right for row in rows], dtype=float)
    for number, row in enumerate(rows):
        for name, value in row.features.items():
            if name in place:
                table[number, place[name]] = value
    middle, spread = table.mean(axis=0), np.maximum(table.std(axis=0), RARE)
    scaled = np.c_[(table - middle) / spread, np.ones(len(rows))]
    penalty = np.full(scaled.shape[1], RIDGE)
    penalty[-1] = 0.0
    weights = np.zeros(scaled.shape[1])
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-scaled @ weights))
        slope = scaled.T @ (chance - right) + penalty * weights
        curve = (scaled.T * (chance * (1 - chance) + 1e-6)) @ scaled + np.diag(penalty)
        weights -= np.linalg.solve(curve, slope)
    plain = weights[:-1] / spread
    return {**dict(zip(names, plain.tolist(), strict=True)), "bias": float(weights[-1] - middle @ plain)}


def train(rows: Sequence[Example]) -> dict[str, dict[str, float]]:
    """One set of weights a column."""
    return {column: fit([row for row in rows if row.column == column]) for column in COLUMNS}


def chance(row: Example, table: Mapping[str, Mapping[str, float]]) -> float:
    """How likely a name is the place, by a table."""
    weights = table[row.column]
    return float(1 / (1 + np.exp(-weights["bias"] - sum(weights.get(f, 0.0) * v for f, v in row.features.items()))))


def crossed(rows: Sequence[Example]) -> list[float]:
    """Each example's chance by the table of the four folds that it is not in."""
    tables = [train([row for row in rows if row.fold != fold]) for fold in range(FOLDS)]
    return [chance(row, tables[row.fold]) for row in rows]


def write(table: Mapping[str, Mapping[str, float]], path: Path = TABLE) -> None:
    """The table as CSV, a line a feature, three decimals."""
    path.parent.mkdir(exist_ok=True)
    names = sorted({name for column in table.values() for name in column} - {"bias"})
    with path.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.writer(lines, lineterminator="\n")
        writer.writerow(("feature", *COLUMNS))
        for name in ("bias", *names):
            writer.writerow((name, *(f"{table[column].get(name, 0.0):.3f}" for column in COLUMNS)))


def score(cases: Sequence[Told], values: Sequence[Sequence[float]]) -> str:
    """Token F1 of the names taken, as ``bench.event_place`` counts, and how often the likeliest of several is right."""
    best = (0.0, 0.0, 0.0, 0.0)
    wanted = sum(case.wanted for case in cases)
    for least in np.arange(0.3, 0.7, 0.02).tolist():
        taken = [
            (marked, size)
            for case, chances in zip(cases, values, strict=True)
            for marked, size, value in zip(case.marked, case.words, chances, strict=True)
            if value >= least
        ]
        tally = Tally()
        tally.add(found=sum(s for _, s in taken), gold=wanted, right=sum(m for m, _ in taken))
        best = max(best, (tally.f1, tally.precision, tally.recall, least))
    several = hit = 0
    for case, chances in zip(cases, values, strict=True):
        mine = [(v, m > 0) for c, m, v in zip(case.columns, case.marked, chances, strict=True) if c != "others"]
        if len(mine) > 1 and any(right for _, right in mine):
            several, hit = several + 1, hit + max(mine)[1]
    return (
        "F1 {:.3f} (P {:.3f}, R {:.3f}) from {:.2f}".format(*best)
        + f"; the likeliest of several is right in {hit / max(1, several):.3f} of {several}"
    )


def by_case(cases: Sequence[Told], values: Sequence[float]) -> list[list[float]]:
    """Values of all names in order, a list a case; the table says nothing of bare ones."""
    rest = iter(values)
    return [[0.0 if found.get("bare") else next(rest) for found in case.features] for case in cases]


def main() -> None:
    """Read, print what five folds say, write table and perceptron of all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=GOLD)
    parser.add_argument("--first", type=int, default=None, help="only so many verbs")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--kept", type=Path, default=None, help="folder outside git for what was read")
    options = parser.parse_args()
    reader = NeuralReader.load(threads=options.threads)
    reader.passes = Once(reader.passes)
    card = hashlib.sha256((WEIGHTS / "card.json").read_bytes()).hexdigest()[:12]
    kept = options.kept / f"{card}-{options.first or 'all'}.pickle" if options.kept else None
    if kept is not None and kept.exists():
        cases: list[Told] = pickle.loads(kept.read_bytes())
    else:
        path = options.gold / "event_location" / "train.jsonl.gz"
        cases = list(told(cases_of(reader, path, options.first), Reference.load()))
        if kept is not None:
            kept.parent.mkdir(parents=True, exist_ok=True)
            kept.write_bytes(pickle.dumps(cases))
    make(cases, reader.network, options.threads)


def make(cases: Sequence[Told], network: str, threads: int = 1) -> None:
    """Print what five folds say of both, and write both."""
    rows = [row for number, case in enumerate(cases) for row in case.examples(number)]
    print(f"{len(cases)} verbs, {len(rows)} names", flush=True)
    print("by the table:", score(cases, by_case(cases, crossed(rows))), flush=True)
    write(train(rows))
    print(f"wrote {TABLE}", flush=True)
    head.torch.set_num_threads(threads)
    print("by the perceptron:", score(cases, head.crossed(cases, FOLDS)), flush=True)
    figures = head.write(head.train(cases, network), cases, FOLDER)
    print(f"wrote {FOLDER / FILE}: {figures}")


if __name__ == "__main__":
    main()
