"""Event types: ACLED's sub-types of short reports (CASE 2021 Task 2), and PLOVER's roots between two marked actors.

    python -m bench.event_types [--probe] [--json FILE]

Zero-shot: the shipped reader's claims and the tables of ``type_maps``; no text of either set taught anything. Where the
reader finds no claim there is no answer (PLOVER: wrong; ACLED: OTHER). Of several claims PLOVER takes the one whose agent
and target meet the marked source and target best. The published figures are on the official test parts; CASE's dev part here
is a share of that same test. ``--probe`` adds a logistic regression on the reader's states, cross-validated in five parts on
these very texts: it ships with nothing, and says how much of the types the states hold.

Not called types.py: ``python bench/counts.py`` puts this folder first, and the standard library's ``types`` would be hidden.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from typing import Any

from bench.gold import need
from bench.gold import read as lines
from bench.reading import document, read
from bench.score import Tally, accuracy, by_class, macro_f1, weighted_f1
from bench.table import Figure, option, show
from bench.type_maps import ACLED_25, BEYOND_US, acled, plover
from vigil.model.claim import Claim

TRAINED, ZERO_SHOT = "best trained system, whole test", "best zero-shot, whole test"
ZSP = "zero-shot PLOVER classifier (ACL 2024), test part"


def measure(*, probe: bool = False) -> list[Figure]:
    """All figures of both sets."""
    case, zsp = need("case2021_task2/dev.jsonl", "zsp_plover/train.jsonl")
    return [*_acled(lines(case), probe), *_plover(lines(zsp), probe)]


def _acled(rows: Sequence[dict[str, Any]], probe: bool) -> list[Figure]:
    rows = [row for row in rows if row["label"] in ACLED_25]
    readings = read(document(row["id"], row["text"]) for row in rows)
    gold, ours = [row["label"] for row in rows], [acled(claims) for _, claims in readings]
    known = [(want, got) for want, got in zip(gold, ours, strict=True) if want not in BEYOND_US]
    within = by_class([want for want, _ in known], [got for _, got in known])
    figures = [
        Figure("event_types", "ACLED, 25 types: weighted F1", _weighted(gold, ours), 0.74, ZERO_SHOT),
        Figure("event_types", "ACLED, 25 types: macro F1", macro_f1(by_class(gold, ours).values())),
        Figure(
            "event_types", "ACLED, types of our codebook: weighted F1", weighted_f1(within.values()), 0.74, ZERO_SHOT
        ),
        Figure("event_types", "ACLED: texts with a claim", sum(bool(c) for _, c in readings) / max(1, len(rows))),
    ]
    if probe:
        from bench.probe import cross_validated, document_features

        learnt = cross_validated(document_features(readings), gold)
        figures.append(
            Figure("event_types", "unshipped head, ACLED: weighted F1", _weighted(gold, learnt), 0.839, TRAINED)
        )
    return figures


def _plover(rows: Sequence[dict[str, Any]], probe: bool) -> list[Figure]:
    readings = read(document(row["id"], row["text"]) for row in rows)
    gold = [row["plover"] for row in rows]
    chosen = [between(claims, row["source"], row["target"]) for row, (_, claims) in zip(rows, readings, strict=True)]
    ours = [plover(claim) if claim else "" for claim in chosen]
    answered = [(want, got) for want, got in zip(gold, ours, strict=True) if got]
    figures = [
        Figure("event_types", "PLOVER roots: macro F1", macro_f1(by_class(gold, ours).values()), 0.821, ZSP),
        Figure("event_types", "PLOVER roots: accuracy", accuracy(gold, ours), 0.835, ZSP),
        Figure("event_types", "PLOVER: sentences with a claim", len(answered) / max(1, len(rows))),
        Figure(
            "event_types",
            "PLOVER: accuracy where we answer",
            accuracy([want for want, _ in answered], [got for _, got in answered]),
        ),
    ]
    if probe:
        from bench.probe import cross_validated, pair_features

        learnt = cross_validated(pair_features(readings, [(row["source"], row["target"]) for row in rows]), gold)
        figures += [
            Figure(
                "event_types", "unshipped head, PLOVER: macro F1", macro_f1(by_class(gold, learnt).values()), 0.821, ZSP
            ),
            Figure("event_types", "unshipped head, PLOVER: accuracy", accuracy(gold, learnt), 0.835, ZSP),
        ]
    return figures


def _weighted(gold: Sequence[str], ours: Sequence[str]) -> float:
    tallies: dict[str, Tally] = by_class(gold, ours)
    return weighted_f1(tallies.values())


def between(claims: Sequence[Claim], source: Sequence[Any], target: Sequence[Any]) -> Claim | None:
    """The claim whose agent meets the source and whose target meets the target; the first of equals."""

    def fit(claim: Claim) -> int:
        return 2 * _meets(claim, ("agent",), source) + 2 * _meets(claim, ("target",), target) + _meets(
            claim, ("agent", "target"), [*source, *target]
        )  # fmt: skip

    return max(claims, key=fit, default=None)


def _meets(claim: Claim, roles: Iterable[str], marked: Sequence[Any]) -> bool:
    spans = [mention.span for role in roles for mention in claim.of(role) if mention.span]
    return any(span.start < mark["end"] and mark["start"] < span.end for span in spans for mark in marked)


def main() -> None:
    """See the module's docstring."""
    parser = option(argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter))
    parser.add_argument("--probe", action="store_true", help="add the unshipped head")
    options = parser.parse_args()
    show(measure(probe=options.probe), options.json)


if __name__ == "__main__":
    main()
