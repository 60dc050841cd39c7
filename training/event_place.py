"""Train the table by which an act's place is chosen (vigil/resolve/data/event_place.csv).

    python -m training.event_place --gold ../shared/gold

Sentences of event_location's train part (Halterman; annotations under the MIT licence; one coder each), in which a verb is
given and the words of its place are marked. The shipped reader is asked about the verb and reads the rest of the sentence;
each place name is one example. Three ridge-penalised logistic regressions (names that the reader gives to the verb, before
and behind it, and others), by Newton steps on standardised features, and the weights written for the features as they are.
Deterministic. Reading takes most of the time: about four minutes of one core.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bench.event_place import Case, cases_of, words
from bench.gold import GOLD
from vigil.extract.reader import NeuralReader
from vigil.reference.tables import Reference
from vigil.resolve.places.event_place import COLUMNS, TABLE, column_of, look, names_in
from vigil.resolve.places.event_place_features import Features, all_features

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


def examples(cases: Iterable[Case], reference: Reference) -> Iterator[Example]:
    """Every place name of the cases' sentences; ``right`` where a word of it is marked. One text is in one fold."""
    for number, case in enumerate(cases):
        if case.claim is None:
            continue
        text, claim = case.document.text, case.claim
        names = names_in(text, claim.sentence, (claim, *case.others), reference)
        seen = look(text, claim, case.others, names, reference)
        fold = int(hashlib.sha256(text[:60].encode()).hexdigest(), 16) % FOLDS
        for name, features in zip(seen, all_features(text, claim, seen) if seen else (), strict=True):
            right = not case.wanted.isdisjoint(words(text, [(name.start, name.end)]))
            yield Example(column_of(name, claim), features, right, fold, number)


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


def report(rows: Sequence[Example]) -> None:
    """Print what five folds say: of acts with several places the right one chosen, of acts with none a name taken."""
    told: dict[int, list[tuple[Example, float]]] = {}
    for row, value in zip(rows, crossed(rows), strict=True):
        told.setdefault(row.case, []).append((row, value))
    several = [c for c in told.values() if sum(r.column != "others" for r, _ in c) > 1]
    several = [[(r, v) for r, v in c if r.column != "others"] for c in several]
    several = [c for c in several if any(r.right for r, _ in c)]
    hit = sum(max(c, key=lambda pair: pair[1])[0].right for c in several)
    print(
        f"several places, one of them right: the likeliest is right in {hit / max(1, len(several)):.3f} of {len(several)}"
    )
    none = [max(c, key=lambda pair: pair[1]) for c in told.values() if all(r.column == "others" for r, _ in c)]
    for least in (0.4, 0.5, 0.6, 0.7):
        taken = [row.right for row, value in none if value >= least]
        share = sum(taken) / max(1, len(taken))
        print(f"no place of the reader's, {least}: {len(taken)} of {len(none)} taken, right {share:.3f}")


def main() -> None:
    """Read, report what five folds say, write the table of all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=GOLD)
    parser.add_argument("--first", type=int, default=None, help="only so many verbs")
    options = parser.parse_args()
    path = options.gold / "event_location" / "train.jsonl.gz"
    rows = list(examples(cases_of(NeuralReader.load(), path, options.first), Reference.load()))
    report(rows)
    write(train(rows))
    print(f"wrote {TABLE}")


if __name__ == "__main__":
    main()
