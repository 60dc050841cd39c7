"""Train the table by which a place name's meaning is chosen (vigil/resolve/data/place.csv).

    python -m training.places --gold ../shared/gold

A conditional logistic regression: for each labelled name a softmax over what the gazetteer has for it and "none of them"
(McFadden, 1974). The prior is Gaussian around the weights that were set by hand before (``HAND``), scaled to log odds by one
factor that the data give. Learnt from are names of which a right candidate is known; the sum below which none is taken stays
near the prior: in these sets a name that we lack is far commoner than in articles. Five folds, by document, are reported for
several strengths of the prior. What the text's other names mean is as the weights set by hand say it. Deterministic; some
minutes of one core, nearly all of it look-ups. Last, ``places_score`` tells how much of what is chosen is right.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bench.gold import GOLD
from training import places_score
from training.places_story import FOLDS, PASSES, Name, Story
from training.places_texts import Accept, Text, all_texts, with_villages
from vigil.model.entity import Place
from vigil.reference.keys import fold
from vigil.reference.tables import Reference
from vigil.resolve.places import story as places_story
from vigil.resolve.places.choose import MOST, together
from vigil.resolve.places.features import FEATURES, NONE, SCORE, TABLE, Features, features, weights
from vigil.resolve.places.link import PlaceResolver
from vigil.resolve.places.words import Phrase, parse

Array = NDArray[np.float64]
COLUMNS = (NONE, *FEATURES)
#: The weights that were set by hand after reading misses: the middle of the prior, up to a common factor.
HAND: Mapping[str, float] = {
    NONE: 1.8, "its main name": 1.2, "another name of it": 0.72, "spelled alike": 0.72, "population": 2.0,
    "vast country": 2.0, "width of an area": 2.0, "story": 1.3, "story's country": 1.3, "held": 2.4, "held elsewhere": 2.4,
    "division named": 0.8, "theatre": 1.6, "coded acts": 0.6, "country": 1.6, "area": 1.6, "division": 0.4, "capital": 1.6,
    "kind said": 1.5, "other kind said": -0.75, "part of a division": 1.0, "division with its seat": -1.0, "near": 1.8,
    "countries of the others": 0.8, "divisions of the others": 0.8,
}  # fmt: skip
#: Strengths of the prior that are reported, and the one that is written: with weaker ones hard spellings of our own
#: (tests/gold/places.csv) are lost, which no set here holds.
STRENGTHS = (10.0, 30.0, 100.0, 300.0)
STRENGTH = 100.0
STEPS = 25


def read(texts: Iterable[Text], plain: PlaceResolver, villages: PlaceResolver) -> Iterator[Story]:
    """The texts' names with their candidates and what is said of each; names without candidates are left out."""
    for text in texts:
        resolver = villages if text.overlay else plain
        story = places_story.read(text.text, resolver.reference, theatre=text.theatre)
        phrases = [parse(words) for words in resolver.held(text.text, text.spans)]
        accepts = {label.bounds: label.accept for label in text.labels}
        told: dict[Phrase, Accept] = {}
        for span, phrase in zip(text.spans, phrases, strict=True):
            if span in accepts:
                told.setdefault(phrase, accepts[span])
        names = []
        for phrase, (setting, candidates) in resolver.settings(phrases, story).items():
            if not candidates or any(c.key_kind == "people" for c in candidates):
                continue
            static = [features(c, setting) for c in candidates]
            accept = told.get(phrase)
            ranked = sorted(range(len(static)), key=lambda n: -_total(static[n], HAND))
            kept = [n for k, n in enumerate(ranked) if k < MOST or (accept is not None and accept(candidates[n].place))]
            places = [candidates[n].place for n in kept]
            right = None if accept is None else frozenset(n for n, place in enumerate(places) if accept(place))
            names.append(Name(fold(phrase.core), setting.phrase.core, places, [static[n] for n in kept], right))
        if any(name.right is not None for name in names):
            fold_of = int(hashlib.sha256(text.group.encode()).hexdigest(), 16) % FOLDS
            yield Story(text.source.partition(",")[0], fold_of, names)


def _total(found: Features, table: Mapping[str, float]) -> float:
    return sum(table[name] * value for name, value in found.items())


def chosen(story: Story, table: Mapping[str, float]) -> list[Place | None]:
    """What a table takes each name of a text for, the others being known from a first look: as the product does."""
    first: list[Place | None] = [None] * len(story.names)
    for _ in range(PASSES):
        now: list[Place | None] = []
        for number, name in enumerate(story.names):
            beside = _beside(story, number, first)
            sums = [_total(s, table) + _total(b, table) for s, b in zip(name.static, beside, strict=True)]
            best = max(range(len(sums)), key=sums.__getitem__)
            now.append(name.places[best] if sums[best] >= table[NONE] else None)
        first = now
    return first


def _beside(story: Story, number: int, taken: Sequence[Place | None]) -> list[Features]:
    name = story.names[number]
    others = [p for p, other in zip(taken, story.names, strict=True) if p is not None and other.core != name.core]
    return together(name.places, others) if others else [{}] * len(name.places)


@dataclass(frozen=True, slots=True)
class Rows:
    """Candidates of labelled names, "none of them" first of each: ``table`` rows x features, ``of`` the rows' names."""

    table: Array
    of: NDArray[np.int64]
    right: Array  # 1 for right rows
    weight: Array  # a name
    fold: NDArray[np.int64]  # a name
    source: list[str]  # a name

    def only(self, keep: NDArray[np.bool_]) -> Rows:
        """The rows of some names."""
        rows = keep[self.of]
        number = np.cumsum(keep) - 1
        source = [s for s, k in zip(self.source, keep, strict=True) if k]
        return Rows(
            self.table[rows], number[self.of[rows]], self.right[rows], self.weight[keep], self.fold[keep], source
        )


def rows_of(stories: Sequence[Story], table: Mapping[str, float]) -> Rows:
    """All labelled names; one that a source has n times weighs 1 / sqrt(n) each time."""
    place = {name: n for n, name in enumerate(COLUMNS)}
    often = Counter((s.source, n.words) for s in stories for n in s.names if n.right is not None)
    lines, of, right, weight = list[Features](), list[int](), list[float](), list[float]()
    folds, source = list[int](), list[str]()
    for story in stories:
        taken = chosen(story, table)
        for number, name in enumerate(story.names):
            if name.right is None:
                continue
            lines.append({NONE: 1.0})
            right.append(float(not name.right))
            beside = _beside(story, number, taken)
            lines += [{**s, **b} for s, b in zip(name.static, beside, strict=True)]
            right += [float(n in name.right) for n in range(len(name.places))]
            of += [len(weight)] * (1 + len(name.places))
            weight.append(often[story.source, name.words] ** -0.5)
            folds.append(story.fold)
            source.append(story.source)
    full = np.zeros((len(lines), len(COLUMNS)))
    for row, line in enumerate(lines):
        for feature, value in line.items():
            full[row, place[feature]] = value
    return Rows(full, np.asarray(of), np.asarray(right), np.asarray(weight), np.asarray(folds), source)


def _shares(rows: Rows, sums: Array, mask: Array | None = None) -> tuple[Array, Array]:
    """Softmax of each name's rows (all, or those of a mask), and its log normaliser."""
    count = len(rows.weight)
    shown = sums if mask is None else np.where(mask > 0, sums, -np.inf)
    top = np.full(count, -np.inf)
    np.maximum.at(top, rows.of, shown)
    raised = np.exp(shown - top[rows.of])
    whole = np.bincount(rows.of, raised, count)
    return raised / whole[rows.of], top + np.log(whole)


def losses(rows: Rows, weights: Array) -> Array:
    """Minus the log chance of what is right, a name."""
    sums = rows.table @ weights
    return np.asarray(_shares(rows, sums)[1] - _shares(rows, sums, rows.right)[1])


def fit(rows: Rows, middle: Array, strength: float) -> Array:
    """Weights by damped Newton steps from the prior's middle; the curvature is that of the softmax over all candidates."""
    weights = middle.copy()
    each = rows.weight[rows.of]
    count, last = len(rows.weight), np.inf
    for _ in range(STEPS):
        sums = rows.table @ weights
        share, right = _shares(rows, sums)[0], _shares(rows, sums, rows.right)[0]
        slope = rows.table.T @ (each * (share - right)) + strength * (weights - middle)
        mean = np.zeros((count, len(weights)))
        np.add.at(mean, rows.of, rows.table * share[:, None])
        curve = (rows.table.T * (each * share)) @ rows.table - (mean.T * rows.weight) @ mean
        step = np.linalg.solve(curve + strength * np.eye(len(weights)), slope)
        weights = weights - step
        now = float(np.abs(step).max())
        if now < 1e-4 or now > 10 * last:
            break
        last = min(last, now)
    return weights


def ranked(rows: Rows) -> Rows:
    """The names of which a candidate is right."""
    none = rows.right[np.r_[True, np.diff(rows.of) > 0]]
    return rows.only(none == 0)


def scale(rows: Rows, weights: Array) -> float:
    """The factor that turns a table's sums into log odds."""
    factors = np.geomspace(0.5, 6.0, 60)
    return float(min(factors, key=lambda f: float(rows.weight @ losses(rows, f * weights))))


def balanced(rows: Rows, values: Array) -> dict[str, float]:
    """Weighted mean of a figure a name, a source."""
    source = np.asarray(rows.source)
    return {
        s: float(np.average(values[source == s], weights=rows.weight[source == s])) for s in sorted(set(rows.source))
    }


def hits(rows: Rows, weights: Array) -> Array:
    """1 for each name whose likeliest candidate (or none) is right."""
    sums = rows.table @ weights
    top = np.full(len(rows.weight), -np.inf)
    np.maximum.at(top, rows.of, sums)
    return np.asarray(np.bincount(rows.of, (sums >= top[rows.of]) * rows.right, len(rows.weight)) > 0, dtype=float)


def crossed(rows: Rows, strength: float) -> tuple[Array, Array, Array]:
    """Loss and hit a name, and each row's share, by the tables of the folds that the name is not in."""
    hand = np.asarray([HAND[name] for name in COLUMNS])
    loss, hit, share = np.zeros(len(rows.weight)), np.zeros(len(rows.weight)), np.zeros(len(rows.of))
    for held in range(FOLDS):
        mine = rows.fold == held
        others = ranked(rows.only(~mine))
        weights = fit(others, scale(others, hand) * hand, strength)
        part = rows.only(mine)
        loss[mine], hit[mine] = losses(part, weights), hits(part, weights)
        share[mine[rows.of]] = _shares(part, part.table @ weights)[0]
    return loss, hit, share


def reliability(rows: Rows, share: Array, bins: Sequence[float] = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.99, 1.001)) -> None:
    """Print, of names that are taken for a place, how often that is right where the table says so and so."""
    none = np.r_[True, np.diff(rows.of) > 0]
    best, right = np.full(len(rows.weight), -1.0), np.zeros(len(rows.weight))
    for row, (name, value) in enumerate(zip(rows.of, share, strict=True)):
        if value > best[name]:
            best[name], right[name] = value, rows.right[row] if not none[row] else np.nan
    taken = ~np.isnan(right)
    gap = 0.0
    for low, high in pairwise(bins):
        here = taken & (best >= low) & (best < high)
        if here.any():
            said, seen = (
                np.average(best[here], weights=rows.weight[here]),
                np.average(right[here], weights=rows.weight[here]),
            )
            gap += abs(said - seen) * rows.weight[here].sum() / rows.weight[taken].sum()
            print(f"  {low:.2f} to {min(high, 1):.2f}: {here.sum():6} names, said {said:.3f}, right {seen:.3f}")
    print(f"  expected calibration error {gap:.3f}")


def train(stories: Sequence[Story]) -> dict[str, float]:
    """The table, with what the folds say of it printed."""
    hand = np.asarray([HAND[name] for name in COLUMNS])
    rows = rows_of(stories, HAND)
    known = ranked(rows)
    factor = scale(known, hand)
    print(f"{len(rows.weight)} names, {len(known.weight)} with a right candidate")
    print(f"sums by hand are log odds when times {factor:.2f}")
    print(f"{'right (loss)':24}" + "".join(f"{s:>18}" for s in sorted(set(rows.source))))
    _line("by hand", balanced(rows, losses(rows, factor * hand)), balanced(rows, hits(rows, hand)))
    for strength in STRENGTHS:
        loss, hit, share = crossed(rows, strength)
        _line(f"strength {strength:g}", balanced(rows, loss), balanced(rows, hit))
        if strength == STRENGTH:
            reliability(rows, share)
    return dict(zip(COLUMNS, fit(known, factor * hand, STRENGTH).tolist(), strict=True))


def _line(what: str, loss: Mapping[str, float], hit: Mapping[str, float]) -> None:
    print(f"{what:24}" + "".join(f"{hit[s]:10.3f} ({loss[s]:.3f})" for s in sorted(loss)))


def write(table: Mapping[str, float], path: Path = TABLE) -> None:
    """The table as CSV, a line a feature, three decimals."""
    with path.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.writer(lines, lineterminator="\n")
        writer.writerow(("feature", "weight"))
        writer.writerows((name, f"{table[name]:.3f}") for name in (*COLUMNS, *SCORE))


def main() -> None:
    """Read, report what five folds say, write the table of all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=GOLD)
    options = parser.parse_args()
    reference = Reference.load()
    villages = PlaceResolver(with_villages(options.gold))
    stories = list(read(all_texts(options.gold, reference), PlaceResolver(reference), villages))
    table = train(stories)
    # The score is told of the product's own choices, which are by the table: first as the shares are, then mended.
    write({**table, **dict(zip(SCORE, (0.0, 1.0), strict=True))})
    weights.cache_clear()
    write({**table, **places_score.calibrate(stories)})
    print(f"wrote {TABLE}")


if __name__ == "__main__":
    main()
