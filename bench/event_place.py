"""The event's place among those that its sentence names: ``event_location``, token F1. ``python -m bench.event_place``.

The verb is given, as in the task. The shipped reader says which words are its place, and the trained table
(``vigil.resolve.places.event_place``) which of the sentence's names; it was trained on the set's train part, five folds
of which ``python -m training.event_place`` measures. Against both: all place names of the sentence, and the one nearest
to the verb.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.asked import ask
from bench.gold import GOLD, read
from bench.reading import document
from bench.score import Tally
from bench.table import Figure, keep, option
from vigil.extract.reader import NeuralReader
from vigil.model.claim import Claim
from vigil.model.text import Bounds, Document
from vigil.reference.tables import Reference
from vigil.resolve.nations import country
from vigil.resolve.places.event_place import judge, names_in

ASKED = 0.83
#: From which chance a name is taken: chosen on five folds of the train part, for F1.
TAKEN = 0.50
_WORD = re.compile(r"\w+(?:[-'’]\w+)*")


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence, the claim that the reader makes of its given verb (None: it sees no such word), and its other claims."""

    document: Document
    verb: Bounds
    wanted: frozenset[int]  # where the words of the verb's place start
    claim: Claim | None
    others: tuple[Claim, ...]


def cases_of(reader: NeuralReader, path: Path, first: int | None = None) -> Iterator[Case]:
    """The cases of a part, read, in the file's order."""
    for row in read(path)[:first]:
        told = document(row["id"], row["text"])
        verb = (int(row["verbs"][0]["start"]), int(row["verbs"][0]["end"]))
        wanted = words(told.text, [(one["start"], one["end"]) for one in row["locations"]])
        yield case_of(reader, told, verb, frozenset(wanted))


def case_of(reader: NeuralReader, told: Document, verb: Bounds, wanted: frozenset[int] = frozenset()) -> Case:
    """One case, read."""
    place = next((s for s, (start, end) in enumerate(told.sentences) if start <= verb[0] < end), 0)
    try:
        (claim,) = ask(reader, told, [(place, verb)])
    except ValueError:
        return Case(told, verb, wanted, None, ())
    others = (c for c in reader.read_one(told) if c.s == place)
    apart = tuple(c for c in others if not (c.trigger.start < verb[1] and verb[0] < c.trigger.end))
    return Case(told, verb, wanted, claim, apart)


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
    reference = Reference.load()
    tallies = {name: Tally() for name in ("all place names", "nearest place name", "the reader's place", "the chosen")}
    exact = total = 0
    for case in cases_of(NeuralReader.load(), path, None if part == "dev" else 2000):
        text = case.document.text
        names, mine, ours = _answers(case, reference)
        nearest = sorted(names, key=lambda s: min(abs(s[0] - case.verb[0]), abs(s[1] - case.verb[0])))[:1]
        for name, spans in zip(tallies, (names, nearest, mine, ours), strict=True):
            got = words(text, spans)
            tallies[name].add(found=len(got), gold=len(case.wanted), right=len(got & case.wanted))
        got = words(text, ours)
        total, exact = total + 1, exact + (got == case.wanted)
        if got != case.wanted and misses:
            misses -= 1
            shown = sorted(text[at:].split()[0] for at in case.wanted)
            print(f"  {text[slice(*case.verb)]!r}: {shown}, ours {[text[slice(*s)] for s in ours]} of {text!r}")
    print(f"{'event_location ' + part:24} {'P':>6} {'R':>6} {'F1':>6}")
    for name, tally in tallies.items():
        print(f"{name:24} {tally.precision:6.3f} {tally.recall:6.3f} {tally.f1:6.3f}")
    print(f"exact for {exact / total:.3f} of {total} verbs")
    return [
        Figure("places", f"event_location {part}, verb given: token F1", tallies["the chosen"].f1, ASKED, "asked"),
        Figure("places", f"event_location {part}, the reader's place alone", tallies["the reader's place"].f1),
    ]


def _answers(case: Case, reference: Reference) -> tuple[list[Bounds], list[Bounds], list[Bounds]]:
    """All names; those that the reader gives to the verb, countries only where nothing smaller is; those chosen."""
    if case.claim is None:
        return [], [], []
    text, claim = case.document.text, case.claim
    names = names_in(text, claim.sentence, (claim, *case.others), reference)
    found = judge(text, claim, case.others, names, reference)
    mine = [(one.start, one.end) for one in found if one.mine]
    return names, _small(text, mine) or mine, [(one.start, one.end) for one in found if one.chance >= TAKEN]


def _small(text: str, names: Sequence[Bounds]) -> list[Bounds]:
    return [name for name in names if not country(text[slice(*name)])]


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
