"""Who says it: sources and cues of our claims against PolNeAR's attributions (dev, primary annotations).

    python -m bench.attribution [--json FILE]

A predicted source is the words of a source of any claim, a predicted cue the words of its cue; equal spans count once.
The texts are of an election. Our reader attributes only what it reads as a claim of conflict, so recall over all
attributions is low by design; "reachable" asks only for attributions whose content holds a trigger of ours, while every
prediction stays in the precision. Exact: the same characters. Our codebook leaves the article out and PolNeAR keeps it, so
exact figures are given again with a leading article dropped on both sides. Overlap: at least one character in common, one to
one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from operator import eq
from typing import Any

from bench.gold import need
from bench.gold import read as lines
from bench.reading import document, read
from bench.score import Tally, pairs
from bench.table import Figure, command_line
from vigil.model.claim import Claim
from vigil.model.text import Bounds

ANCHORS = {"source": 0.832, "cue": 0.753}
WHOSE = "BERT-base trained on PolNeAR, its test part, all attributions"
_ARTICLE = re.compile(r"(?:the|a|an)\s+", re.IGNORECASE)


def overlap(one: Bounds, two: Bounds) -> bool:
    """True when two stretches share a character."""
    return one[0] < two[1] and two[0] < one[1]


def tally(gold: Iterable[Bounds], ours: Iterable[Bounds], reachable: Iterable[Bounds], *, exact: bool) -> Tally:
    """Ours against all the gold for precision, and against the reachable part of it for recall."""
    wanted, found, near = sorted(set(gold)), sorted(set(ours)), sorted(set(reachable))
    fits: Callable[[Bounds, Bounds], bool] = eq if exact else overlap
    counted = Tally()
    counted.add(found=len(found), gold=len(near), right=pairs(found, wanted, fits), met=pairs(found, near, fits))
    return counted


def without_article(text: str, bounds: Bounds) -> Bounds:
    """A stretch without the article that it begins with."""
    article = _ARTICLE.match(text, *bounds)
    return (article.end() if article and article.end() < bounds[1] else bounds[0], bounds[1])


def spans(claims: Iterable[Claim], part: str) -> list[Bounds]:
    """Where the claims' sources or cues stand."""
    if part == "cue":
        return [(claim.cue.start, claim.cue.end) for claim in claims if claim.cue]
    return [(m.span.start, m.span.end) for claim in claims for m in claim.sources if m.span]


def measure() -> list[Figure]:
    """Exact and overlapping sources and cues, over all attributions and over the reachable ones."""
    (path,) = need("polnear/dev.jsonl")
    rows = [row for row in lines(path) if row["primary"]]
    readings = read(document(row["id"], row["text"], row["date"]) for row in rows)
    tallies: dict[tuple[str, str, bool], Tally] = {}
    held = asked = 0
    for row, (_, claims) in zip(rows, readings, strict=True):
        text, told = row["text"], row["attributions"]
        reached = [item for item in told if _holds(item, claims)]
        held, asked = held + len(reached), asked + len(told)
        for part in ANCHORS:
            ours = spans(claims, part)
            for reachable, items in ((False, told), (True, reached)):
                gold, near = _bounds(told, part), _bounds(items, part)
                bare = [[without_article(text, bounds) for bounds in group] for group in (gold, ours, near)]
                for how, counted in (
                    ("exact", tally(gold, ours, near, exact=True)),
                    ("exact, article aside", tally(bare[0], bare[1], bare[2], exact=True)),
                    ("overlap", tally(gold, ours, near, exact=False)),
                ):
                    if part == "cue" and how.endswith("aside"):
                        continue
                    sum_ = tallies.setdefault((part, how, reachable), Tally())
                    sum_.add(found=counted.found, gold=counted.gold, right=counted.right, met=counted.met)
    return [Figure("attribution", "attributions that hold a trigger of ours", held / max(1, asked)), *_figures(tallies)]


def _figures(tallies: dict[tuple[str, str, bool], Tally]) -> list[Figure]:
    figures = []
    for (part, how, reachable), counted in tallies.items():
        anchor, whose = (ANCHORS[part], WHOSE) if how == "exact" else (None, "")
        if reachable:
            figures.append(Figure("attribution", f"{part}, {how}: F1, reachable", counted.f1, anchor, whose))
            figures.append(Figure("attribution", f"{part}, {how}: recall, reachable", counted.recall))
            continue
        low = f"{whose}; our recall is low by design" if whose else ""
        figures.append(Figure("attribution", f"{part}, {how}: F1", counted.f1, anchor, low))
        figures.append(Figure("attribution", f"{part}, {how}: precision", counted.precision))
        figures.append(Figure("attribution", f"{part}, {how}: recall", counted.recall))
    return figures


def _bounds(items: Iterable[dict[str, Any]], part: str) -> list[Bounds]:
    """One stretch an attribution: from its first piece to its last (no source or cue of this split has two pieces)."""
    return [(item[part][0]["start"], item[part][-1]["end"]) for item in items if item[part]]


def _holds(item: dict[str, Any], claims: Iterable[Claim]) -> bool:
    pieces = [(piece["start"], piece["end"]) for piece in item["content"]]
    return any(overlap(piece, (claim.trigger.start, claim.trigger.end)) for piece in pieces for claim in claims)


if __name__ == "__main__":
    command_line(__doc__, measure)
