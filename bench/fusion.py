"""Measure fusion on the same-event gold, and fit its weights.

    python -m bench.fusion GOLD EVENTSET [--folds 5] [--out FILE]   weights cross-validated over groups; two figures each:
                                                                    mentions given, and the reader's own claims
    python -m bench.fusion GOLD EVENTSET --claims FILE              claims of a reader (codebook form), shipped weights
    python -m bench.fusion GOLD EVENTSET --fit WEIGHTS.yaml         fit on all groups and write the table to ship,
                                                                    vigil/fuse/data/weights.yaml (see SHIFT)
    ... --readings FILE    keep what the reader read here, and take it from here next time. It is a pickle of your own:
                           give none that others made, and a new one for each reader.

GOLD is the gold's JSONL, EVENTSET its scorer. See ``given_mentions`` for what is given. A fold's groups are fused as one
record. The join threshold of a fold is chosen on its own training groups, folded again, near a prior. ``--json FILE``
writes the figures too.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import pickle
import sys
import time
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np

from bench.given_mentions import Group, Readings
from bench.table import Figure, keep, option
from vigil.fuse import fuse
from vigil.fuse.clustering.cluster import Edge, group
from vigil.fuse.contract import read_line, write_events
from vigil.fuse.facts import gather
from vigil.fuse.pairs.comparer import Comparer, Weights, vetoed
from vigil.fuse.pairs.features import FEATURES
from vigil.fuse.pairs.matters import BY_NAMES
from vigil.model.claim import Claim
from vigil.model.text import Document

NAMES = [feature.name for feature in FEATURES]
ZERO = dict.fromkeys([*NAMES, "bias"], 0.0)
#: What we hold before looking: log-odds within one document and across two. Sign and order of size are judgement.
PRIOR: dict[str, tuple[float, float]] = {
    "bias": (-2.7, -3.2),
    "same_type": (2.0, 2.5),
    "same_family": (0.6, 0.5),
    "general_type": (0.5, 0.6),
    "mode_apart": (-2.0, -2.0),
    "same_place": (1.0, 2.0),
    "place_words": (1.0, 1.5),
    "place_words_apart": (-1.0, -1.0),
    "place_within": (0.6, 0.8),
    "places_apart": (-2.5, -3.0),
    "dates_meet": (0.8, 1.5),
    "dates_apart": (-2.0, -2.5),
    "place_and_day": (1.0, 1.5),
    "news_days_meet": (0.1, 0.5),
    "news_days_apart": (-1.4, -1.2),
    "same_agent": (0.6, 0.8),
    "agents_apart": (-0.5, -0.6),
    "same_target": (0.6, 0.8),
    "party_words": (0.4, 0.5),
    "agent_words_apart": (-0.3, -0.3),
    "target_words_apart": (-0.3, -0.3),
    "targets_apart": (-0.5, -0.5),
    "roles_cross": (0.3, 0.3),
    "same_instrument": (0.6, 0.8),
    "counts_agree": (1.2, 1.5),
    "counts_differ": (-0.2, -0.2),
    "shared_names": (1.0, 1.4),
    "same_trigger": (2.0, 1.9),
    "same_words": (0.3, 0.5),
    "same_story": (0.0, 1.4),
    "origins_alike": (0.8, 1.0),
    "origins_apart": (-1.0, -1.0),
    "many_and_one": (-0.5, -0.5),
    "strangers": (0.0, -3.5),
    "spots_apart": (-0.8, -0.8),
    "speech_by_others": (-1.0, -1.0),
    "one_past": (-1.0, -1.0),
    "full_names": (0.0, 1.5),
    "named_later": (0.0, 0.0),
    "same_victim": (0.0, 4.0),
    "same_sentence": (-1.2, 0.0),
    "close_in_text": (0.9, 0.0),
    "definite_again": (0.8, 0.0),
    "both_main": (0.4, 2.0),
    "one_main": (-0.2, -0.2),
    "known_already": (1.0, 1.7),
    "denial_fits": (2.5, 2.5),
    "harm_near": (0.8, 0.0),
    "kind_and_place_only": (-1.2, -1.2),
    "plan_and_deed": (-0.6, -0.6),
    "published_apart": (0.0, -1.2),
}
#: The groups were picked by place and week: within one a shared place or day says little, while in a whole record it
#: says most of all. Their articles tell mostly of one act of a type: in a record one type says less. All appeared within
#: days: what a follow-up of the next week or year looks like they cannot teach. And denials, plans and crossed blame are
#: few there. Of these the prior is held fast.
STIFF = dict.fromkeys(
    (
        "same_place", "place_within", "places_apart", "dates_meet", "dates_apart", "place_and_day",
        "agents_apart", "same_agent", "denial_fits", "plan_and_deed",
        "kind_and_place_only", "news_days_meet", "strangers", "same_type", "both_main",
    ),
    60.0,
) | dict.fromkeys(("known_already", "news_days_apart", "published_apart", "same_victim"), 200.0)  # fmt: skip
#: Counted nothing here, by measurement: a group's articles are of one place and week and share names whatever they tell of.
HELD = BY_NAMES
FAST = 1e9  # precision of a prior that nothing moves
JOINS = np.arange(-1.1, 0.5, 0.1).round(2)
RIDGE = 2.0
#: What the shipped table has beyond the regression, since the groups are no record (``shipped``): log-odds on the biases,
#: within one document and across two, and on the join. Within: two undated claims of one type in one article are no event
#: by that alone. Across: a follow-up of the next week, which the groups do not have. The join: a record holds more of one
#: kind and week that is not one event (docs/plans/2026-11-fusion.md, "A fifth round", has the pairs read of it).
SHIFT: tuple[float, float, float] = (-0.2, 0.3, 0.3)
BESIDE = 2  # joins on either side that one is judged with
INNER = 5  # folds of the groups that are fitted to, by which the join is chosen
#: Joins from -1 to 0 are nearly as good as each other on the 17 groups of a fold, and which is best there is chance: the
#: join, too, has a prior (log-odds, before SHIFT), with what it loses in quality (see ``fit``; 0 to 2.2) by the square of
#: its distance. docs/plans/2026-11-reader.md, "The twenty-first session", has the figures.
JOIN_PRIOR, JOIN_PULL = -0.5, 0.1


def training_pairs(groups: Iterable[Group]) -> dict[str, tuple[np.ndarray, np.ndarray, np.ndarray]]:
    """Feature rows, labels and shares (see ``regress``) of the candidate pairs that no veto excludes, within and across.

    A group's pairs share what one group counts: the two largest of 21 hold a third of all pairs, and would make the table.
    """
    kept: dict[str, list[tuple[np.ndarray, np.ndarray]]] = {"within": [], "across": []}
    for told in groups:
        facts = gather(told.documents, told.given)
        comparer = Comparer(facts, told.documents, Weights(ZERO, ZERO))
        pairs = comparer.candidates().astype(np.int64)
        compared = comparer.compared(pairs[:, 0], pairs[:, 1])
        rows = np.stack([compared.values(name) for name in NAMES], axis=1)
        event = np.array([told.events[item.claim.id] for item in facts], dtype=np.str_)
        same = (event[pairs[:, 0]] == event[pairs[:, 1]]).astype(np.float64)
        open_ = ~vetoed(compared)
        for part, taken in (("within", open_ & compared.same_doc), ("across", open_ & ~compared.same_doc)):
            kept[part].append((rows[taken], same[taken]))
    found = {}
    for part, made in kept.items():
        shares = np.concatenate([np.full(len(same), 1 / max(len(same), 1)) for _, same in made])
        rows, labels = (np.concatenate([item[n] for item in made]) for n in (0, 1))
        found[part] = rows, labels, shares * len(shares) / max(shares.sum(), 1e-9)
    return found


def regress(
    rows: np.ndarray,
    labels: np.ndarray,
    shares: np.ndarray,
    column: int,
    ridge: float = RIDGE,
    held: Sequence[str] = HELD,
) -> dict[str, float]:
    """Logistic regression with a normal prior around PRIOR (precision ``ridge``), no weight across its prior's sign.

    21 groups of one war are few: the prior keeps a weight where it is, and always its sign, unless they say more. ``shares``
    say how many times a row counts. Newton by coordinates. Comparisons in ``held`` weigh nothing.
    """
    x = np.hstack([rows, np.ones((len(rows), 1))])
    prior = np.array([PRIOR[name][column] for name in [*NAMES, "bias"]])
    penalty = np.array([0.1 if name == "bias" else STIFF.get(name, ridge) for name in [*NAMES, "bias"]])
    out = [NAMES.index(name) for name in held]
    prior[out], penalty[out] = 0.0, FAST
    weights = prior.copy()
    odds = x @ weights
    for _ in range(60):
        before = weights.copy()
        for j in range(x.shape[1]):
            chance = 1 / (1 + np.exp(-np.clip(odds, -30, 30)))
            gradient = x[:, j] @ (shares * (chance - labels)) + penalty[j] * (weights[j] - prior[j])
            curve = (x[:, j] ** 2) @ (shares * chance * (1 - chance)) + penalty[j]
            value = weights[j] - gradient / curve
            if j < len(NAMES) and value * prior[j] < 0:
                value = 0.0
            odds += x[:, j] * (value - weights[j])
            weights[j] = value
        if np.abs(weights - before).max() < 1e-4:
            break
    return {name: round(float(value), 2) + 0.0 for name, value in zip([*NAMES, "bias"], weights, strict=True)}


def run(groups: Sequence[Group], weights: Weights | None, *, own: bool = False) -> dict[str, Any]:
    """Fuse some groups as one record, their given mentions or the reader's own claims; the contract's output."""
    documents = [document for told in groups for document in told.documents]
    claims = [claim for told in groups for claim in (told.own if own else told.given)]
    return fused(documents, claims, weights)


def fused(documents: Sequence[Document], claims: Sequence[Claim], weights: Weights | None) -> dict[str, Any]:
    """The contract's output for some claims."""
    result = fuse(documents, claims, weights=weights)
    return write_events(result.events, {claim.id: claim for claim in claims})


def tables(told: Sequence[Group]) -> Weights:
    """Weights from the groups' pairs; the join is not chosen."""
    data = training_pairs(told)
    within, across = (regress(*data[part], column) for column, part in enumerate(("within", "across")))
    return Weights(within, across)


def fit(groups: Sequence[dict[str, Any]], told: Sequence[Group], scorer: ModuleType) -> Weights:
    """Weights from the groups' pairs, and a join that does well where each fold of them is joined by the others' weights.

    On the pairs that weights were fitted to, the join that looks best is too high and another for every few groups.
    """
    rest = [[item for at, item in enumerate(told) if at % INNER != n] for n in range(INNER)]
    parts = [_edges(told[n::INNER], tables(others)) for n, others in enumerate(rest)]
    mention = {c.id: {"doc": c.doc, "s": c.s, "trigger": c.trigger.text} for item in told for c in item.given}

    def quality(join: float) -> float:
        found = [members for ids, edges in parts for members in group(ids, edges, join=join).groups]
        figures = scorer.score(
            groups, {"events": [{"mentions": [mention[claim] for claim in members]} for members in found]}
        )
        # Two events wrongly made one mislead a reader more than one event told twice: precision counts a little extra.
        return float(figures["link"]["f1"] + figures["b3"]["f1"] + 0.2 * figures["b3"]["p"])

    return replace(tables(told), join=best_join([quality(float(join)) for join in JOINS]))


def best_join(qualities: Sequence[float]) -> float:
    """The join of the best quality near the prior; ``qualities`` are those of JOINS.

    A single join does well by luck: each counts by the mean of itself and the two on either side.
    """
    joins = JOINS[BESIDE:-BESIDE]
    found = np.convolve(qualities, np.full(2 * BESIDE + 1, 1 / (2 * BESIDE + 1)), "valid")
    return float(joins[(found - JOIN_PULL * (joins - JOIN_PRIOR) ** 2).round(9).argmax()])


def shipped(fitted: Weights) -> Weights:
    """The table that is shipped: the fitted one, with both biases and the join moved by SHIFT."""
    within, across = (
        {**table, "bias": round(table["bias"] + by, 2)}
        for table, by in ((fitted.within, SHIFT[0]), (fitted.across, SHIFT[1]))
    )
    return Weights(within, across, join=round(fitted.join + SHIFT[2], 2))


def _edges(told: Sequence[Group], weights: Weights) -> tuple[list[str], list[Edge]]:
    """The claims of some groups as one record, and the pairs between them."""
    documents = sorted((document for item in told for document in item.documents), key=lambda document: document.id)
    facts = gather(documents, [claim for item in told for claim in item.given])
    ids = [item.claim.id for item in facts]
    found = Comparer(facts, documents, weights).edges()
    rows = zip(found.one.tolist(), found.two.tolist(), found.odds.tolist(), strict=True)
    return ids, [Edge(ids[a], ids[b], odds, never=odds == -np.inf) for a, b, odds in rows]


GIVEN, OWN = "mentions given, cross-validated", "the reader's own claims, cross-validated"


def cross_validate(
    groups: list[dict[str, Any]], told: Sequence[Group], scorer: ModuleType, folds: int
) -> dict[str, dict[str, Any]]:
    """Every group's events from weights that have not seen it, by what was fused."""
    events: dict[str, list[dict[str, Any]]] = {GIVEN: [], OWN: []}
    for fold in range(folds):
        rest = [n for n in range(len(groups)) if n % folds != fold]
        weights = fit([groups[n] for n in rest], [told[n] for n in rest], scorer)
        for what, found in events.items():
            found += run(told[fold::folds], weights, own=what == OWN)["events"]
        print(f"fold {fold}: join {weights.join:+.1f}", file=sys.stderr)
    return {what: {"events": found} for what, found in events.items()}


def from_reader(path: Path) -> dict[str, Any]:
    """Fuse a reader's claims with the shipped weights."""
    documents, claims = [], []
    for line in path.read_text(encoding="utf-8").splitlines():
        document, told = read_line(json.loads(line))
        documents.append(document)
        claims += told
    return fused(documents, claims, None)


def write_weights(weights: Weights, path: Path, groups: int) -> None:
    """The table as YAML, one feature a line, with what it says."""
    lines = [
        "# Log-odds that each comparison (value 0..1) adds to 'two claims tell of one event'; see fuse/pairs/features.py.",
        f"# Logistic regression by bench/fusion.py --fit on {groups} groups of articles, each counting alike.",
        "# Beyond it (bench/fusion.py:SHIFT): bias within {:+}, bias across {:+}, join {:+}.".format(*SHIFT),
        f"# The join was chosen near {JOIN_PRIOR} (bench/fusion.py:best_join), before that.",
        "# Positive: one event.",
        f"join: {weights.join}",
    ]
    for part, table in (("within", weights.within), ("across", weights.across)):
        lines.append(f"{part}: # two claims {'of one document' if part == 'within' else 'of two documents'}")
        lines.append(f"  bias: {table['bias']}")
        lines += [f"  {f.name}: {table[f.name]}{' ' * max(1, 34 - len(f.name))}# {f.says}" for f in FEATURES]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def load_scorer(path: Path) -> ModuleType:
    """The gold's own scorer as a module."""
    spec = importlib.util.spec_from_file_location("eventset", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"not a Python file: {path}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def measure(
    gold: Path,
    eventset: Path,
    *,
    folds: int = 5,
    claims: Path | None = None,
    out: Path | None = None,
    readings: Path | None = None,
) -> list[Figure]:
    """Fuse, print the scorer's figures, and give each one's F1. ``claims`` are a reader's; ``out`` keeps the events.

    ``readings``: see ``read_all``.
    """
    scorer = load_scorer(eventset)
    groups = scorer.read(str(gold))
    start = time.perf_counter()
    if claims:
        found = {"a reader's claims": from_reader(claims)}
    else:
        found = cross_validate(groups, read_all(groups, readings), scorer, folds)
    if out:
        out.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    figures: list[Figure] = []
    for what, events in found.items():
        print(what)
        for name, row in scorer.score(groups, events).items():
            print(f"  {name:9} {row}")
            if "f1" in row:
                figures.append(Figure("fusion", f"{name}: F1, {what}", row["f1"]))
    print(f"{time.perf_counter() - start:.1f} s", file=sys.stderr)
    return figures


def read_all(groups: Sequence[dict[str, Any]], kept: Path | None = None) -> list[Group]:
    """Every group read once by the shipped reader; from ``kept`` where that file is there, and written to it otherwise.

    Raises ValueError for a file that was kept of other groups.
    """
    if kept is not None and kept.exists():
        read: list[Group] = pickle.loads(kept.read_bytes())  # the user's own file, see the module's docstring
        if [len(told.documents) for told in read] != [len(gold["docs"]) for gold in groups]:
            raise ValueError(f"{kept} holds readings of other groups: name another file")
        return read
    readings = Readings()
    read = [readings.of(gold) for gold in groups]
    if kept is not None:
        kept.write_bytes(pickle.dumps(read))
    return read


def main() -> int:
    """Command line; see the module's docstring."""
    parser = option(argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter))
    parser.add_argument("gold", type=Path)
    parser.add_argument("eventset", type=Path)
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--claims", type=Path, help="documents with a reader's claims, in codebook form")
    parser.add_argument("--fit", type=Path, help="write weights fitted on all groups here")
    parser.add_argument("--readings", type=Path, help="keep the reader's readings here (a pickle of your own)")
    parser.add_argument("--out", type=Path, help="write the fused events here")
    args = parser.parse_args()
    for path in (args.gold, args.eventset):
        if not path.exists():
            print(f"skipped: no benchmark data {path.parent.name}/{path.name}")
            return 0
    if args.fit:
        scorer = load_scorer(args.eventset)
        groups = scorer.read(str(args.gold))
        write_weights(shipped(fit(groups, read_all(groups, args.readings), scorer)), args.fit, len(groups))
        return 0
    figures = measure(
        args.gold, args.eventset, folds=args.folds, claims=args.claims, out=args.out, readings=args.readings
    )
    keep(figures, args.json)
    return 0


if __name__ == "__main__":
    sys.exit(main())
