"""The event's place among those that its sentence names: ``event_location``, token F1. ``python -m bench.event_place``.

The verb is given, as in the task; the shipped reader says which words are its place. Of these the names count (the
gazetteer's, else the capitalised words: villages are in no index), and a country only where nothing smaller is said, as
for a claim's one place. Against it: all place names of the sentence, and the one nearest to the verb.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from bench.gold import GOLD, read
from bench.reading import document
from bench.score import Tally
from bench.table import Figure, keep, option
from vigil.extract import decode
from vigil.extract.reader import CLS, SEP, NeuralReader, framed
from vigil.extract.sentences import split
from vigil.extract.windows import Tokens, tokenize, windows_of
from vigil.model.text import Bounds, Document
from vigil.reference.tables import Reference
from vigil.resolve.actors_nations import country
from vigil.resolve.places_find import find_toponyms

ASKED = 0.83
_ARTICLE = r"(?:[Aa]l|[Ee]l|[Aa]sh?|[Aa]r|[Aa]n|[Aa]d|[Ee]z)[- ]"
_NAME = re.compile(rf"(?:{_ARTICLE})?[A-Z‘][\w'’‘`-]*(?:[ -](?:{_ARTICLE}|of )?[A-Z‘][\w'’‘`-]*)*")
_WORD = re.compile(r"\w+(?:[-'’]\w+)*")


class Asked(NeuralReader):
    """The reader, asked about a trigger that is given."""

    def places(self, told: Document, tokens: Tokens, verb: Bounds) -> list[Bounds]:
        """Bounds of the words that the reader takes for the verb's place."""
        first, last = _tokens(tokens, verb)
        for window in windows_of(told, tokens):
            piece = next((p for p in window.pieces if p.start <= first < p.end), None)
            if piece is None:
                continue
            ids = framed(tokens.ids, window, (CLS, SEP))
            states, notes, _ = (
                made[0, 1:] for made in self.passes.one(ids, np.ones_like(ids), framed(tokens.case, window, (0, 0)))
            )
            trigger = decode.FoundTrigger(piece, first, min(last, piece.end), 0, 1.0, np.ones(1))
            found = self._ask(window, states, notes, [trigger])[0]
            return [
                (int(tokens.starts[start]), int(tokens.ends[end - 1]))
                for role, start, end, _ in found.spans
                if role == "place"
            ]
        return []


def _tokens(tokens: Tokens, bounds: Bounds) -> tuple[int, int]:
    inside = [n for n in range(len(tokens.starts)) if tokens.starts[n] < bounds[1] and bounds[0] < tokens.ends[n]]
    return inside[0], inside[-1] + 1


def words(text: str, spans: Iterable[Bounds]) -> set[int]:
    """Where the words of some spans start."""
    return {
        match.start()
        for match in _WORD.finditer(text)
        for start, end in spans
        if start <= match.start() and match.end() <= end
    }


def measure(gold: Path = GOLD, *, part: str = "dev", misses: int = 0) -> list[Figure]:
    """Print one table and give its figures; says so where the data is absent."""
    path = gold / "event_location" / ("dev.jsonl" if part == "dev" else "train.jsonl.gz")
    if not path.exists():
        print("event_location: no data: set --gold")
        return []
    reader, reference = Asked.load(), Reference.load()
    tallies = {name: Tally() for name in ("all place names", "nearest place name", "the reader's place")}
    exact = total = 0
    for case in read(path)[: 2000 if part != "dev" else None]:
        text, verb = case["text"], (case["verbs"][0]["start"], case["verbs"][-1]["end"])
        told = split(document(case["id"], text))
        named = find_toponyms(text, reference)
        asked = reader.places(told, tokenize(reader.tokenizer, text), (verb[0], case["verbs"][0]["end"]))
        ours = _chosen(text, named, asked)
        want = words(text, [(one["start"], one["end"]) for one in case["locations"]])
        nearest = sorted(named, key=lambda span: min(abs(span[0] - verb[0]), abs(span[1] - verb[0])))[:1]
        for name, spans in zip(tallies, (named, nearest, ours), strict=True):
            got = words(text, spans)
            tallies[name].add(found=len(got), gold=len(want), right=len(got & want))
        got = words(text, ours)
        total, exact = total + 1, exact + (got == want)
        if got != want and misses:
            misses -= 1
            print(f"  {text[slice(*verb)]!r}: {_shown(case)}, ours {[text[slice(*s)] for s in ours]} of {text!r}")
    print(f"{'event_location ' + part:24} {'P':>6} {'R':>6} {'F1':>6}")
    for name, tally in tallies.items():
        print(f"{name:24} {tally.precision:6.3f} {tally.recall:6.3f} {tally.f1:6.3f}")
    print(f"exact for {exact / total:.3f} of {total} verbs")
    return [
        Figure(
            "places", f"event_location {part}, verb given: token F1", tallies["the reader's place"].f1, ASKED, "asked"
        )
    ]


def _names_in(named: Sequence[Bounds], asked: Sequence[Bounds]) -> list[Bounds]:
    return [span for span in named if any(start <= span[0] and span[1] <= end for start, end in asked)]


def _chosen(text: str, named: Sequence[Bounds], asked: Sequence[Bounds]) -> list[Bounds]:
    names = [
        name
        for span in asked
        for name in _names_in(named, [span])
        or [(span[0] + m.start(), span[0] + m.end()) for m in _NAME.finditer(text[slice(*span)])]
    ]
    small = [name for name in names if not country(text[slice(*name)])]
    return small or names


def _shown(case: dict[str, Any]) -> list[str]:
    return [one["text"] for one in case["locations"]]


def main() -> int:
    """Exit 0 also when the gold set is absent."""
    parser = option(argparse.ArgumentParser(description=__doc__))
    parser.add_argument("--gold", type=Path, default=GOLD)
    parser.add_argument("--part", choices=("dev", "train"), default="dev", help="train: its first 2,000 verbs")
    parser.add_argument("--misses", type=int, default=0, help="print so many misses")
    options = parser.parse_args()
    keep(measure(options.gold, part=options.part, misses=options.misses), options.json)
    return 0


if __name__ == "__main__":
    sys.exit(main())
