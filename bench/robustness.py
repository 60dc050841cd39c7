"""The shipped reader on any text: random and mutated strings, odd Unicode, endless lines. It must never fail.

python -m bench.robustness [--count 100000] [--seed 7] [--kept FILE] [--seconds N] [--whole] [--giants]

Each text goes the way of ``vigil extract``: sentences, reader, dates, the codebook's form; every span must be the text's own
words at its offsets. --whole resolves places and actors of the small world, too, and looks through the gate and the zones.
Every thousandth text is read a second time, alone and after others, and must give the same claims. At the end come texts of
a megabyte in one line (--giants: only those). With --kept the place is written down every hundred texts, and the same
command goes on from it, however it was stopped; --seconds ends it after so much processor time.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from bench.speed import ROOT, sentences
from vigil.engine.rooms import furnish
from vigil.engine.stages import through
from vigil.extract.codebook import to_codebook
from vigil.extract.reader import NeuralReader
from vigil.ingest.zones import mark
from vigil.model.claim import Claim
from vigil.model.codec import to_plain
from vigil.model.text import Document, Span
from vigil.reference.tables import Reference
from vigil.resolve import dates
from vigil.store import ledger

#: Characters that break things: joiners, marks, direction overrides, surrogate halves, controls, astral letters.
ODD = "\u200b\u200d\u202e\u2066\ufeff\u0301\u0489\x00\x07\x1b\x85\u2028\ud800\udfff\U0001f4a5\U00012000"
ODD += "ﷺß\u0130ſΣ\u00ad\t\r\n"
SCRIPTS = [
    "абвгд ежз.",
    "حرب غارة دبابة",
    "戦争爆撃。",
    "যুদ্ধ",
    "ᎠᎡᎢ",
    "ไทยสงคราม",
    "𝔴𝔞𝔯",
    "ＷＡＲ",
    "1234567890,.%$",
    "()[]{}<>\"'`&;",
]
LONG = 1_000_000


def _text(rng: random.Random, told: list[str]) -> str:
    match rng.randrange(5):
        case 0:
            return "".join(
                chr(rng.choice((rng.randrange(0x250), rng.randrange(0x110000)))) for _ in range(rng.randrange(60))
            )
        case 1:
            return "".join(rng.choice(ODD + " abc.") for _ in range(rng.randrange(80)))
        case 2:
            return " ".join(rng.choice(SCRIPTS) for _ in range(rng.randrange(8)))
        case 3:
            return _mutated(rng, rng.choice(told))
        case _:
            return _mutated(rng, " ".join(rng.choice(told) for _ in range(2))).replace(" ", rng.choice(("", " ", "\n")))


def _mutated(rng: random.Random, text: str) -> str:
    letters = list(text)
    for _ in range(rng.randrange(1, 12)):
        at = rng.randrange(len(letters) + 1)
        letters[at : at + rng.randrange(4)] = rng.choice(
            (rng.choice(ODD), "", "".join(letters[:9]), rng.choice(SCRIPTS))
        )
    return "".join(letters)


def giants(told: list[str]) -> list[str]:
    """A megabyte in one line, the quick ones first: of one letter, of marks, of sentences run together, of odd scripts, of
    words that are all triggers."""
    units = [
        "a",
        "\u202e",
        "e\u0301\u0489",
        "حرب غارة دبابة ",
        "A. ",
        "戦争爆撃",
        '("',
        "shelling killed five in Velm ",
    ]
    long = [(unit * (LONG // len(unit) + 1))[:LONG] for unit in units]
    endless = "".join(told * (LONG // len("".join(told)) + 1))
    return [*long[:3], endless[:LONG].replace(". ", " "), *long[3:]]


@dataclass(slots=True)
class Place:
    """How far it came."""

    next: int = 0
    claims: int = 0
    failed: int = 0
    seconds: float = 0.0  # of processor time


def check(text: str, claims: Sequence[Claim]) -> None:
    """Every span is the text's own words; the claims can be written down. Raises AssertionError."""
    for claim in claims:
        spans: list[Span | None] = [claim.trigger, claim.cue, claim.time, *(count.span for count in claim.counts)]
        spans += [words for mention in (*claim.arguments, *claim.sources) for words in (mention.span, mention.means)]
        assert all(span is None or text[span.start : span.end] == span.text != "" for span in spans), claim
        assert 0.0 <= claim.confidence <= 1.0
        json.dumps(to_codebook(claim))


def document(text: str) -> Document:
    """A bare text."""
    return Document(id="d", key="d", digest="", text=text, language="en")


Way = Callable[[Document], Sequence[Claim]]


def as_extract(reader: NeuralReader) -> Way:
    """The way of ``vigil extract``."""
    return lambda given: dates.link(given, reader.read([given])[0])


def as_run(reader: NeuralReader) -> Way:
    """The way of ``vigil run`` from the zones of a page to what is written into the record."""
    tools = furnish(Reference.load([ROOT / "tests/world/pack"]), reader)

    def way(given: Document) -> Sequence[Claim]:
        given = replace(given, zones=mark(given.text).zones)
        tools.gate.passes(tools.split(given))
        work = through(tools, given)
        for claim in work.claims:
            ledger.canonical(to_plain(claim))
        ledger.document_parts(work.document)
        return work.claims

    return way


def main() -> None:
    """Read them all; the exit code is 1 when a text failed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--kept", type=Path, help="where the place is written down")
    parser.add_argument("--seconds", type=float, default=float("inf"), help="of processor time, then stop")
    parser.add_argument("--whole", action="store_true", help="resolve places and actors, too")
    parser.add_argument("--giants", action="store_true", help="only the texts of a megabyte")
    args = parser.parse_args()
    kept: Path | None = args.kept
    place = Place(**json.loads(kept.read_text())) if kept is not None and kept.exists() else Place()
    reader = NeuralReader.load()
    way = as_run(reader) if args.whole else as_extract(reader)
    told = sorted(set(sentences()))
    long = giants(told)
    place.next = max(place.next, args.count if args.giants else 0)
    began, before = time.process_time(), place.seconds
    while place.next < args.count + len(long) and place.seconds - before < args.seconds:
        n = place.next
        giant = n >= args.count
        text = long[n - args.count] if giant else _text(random.Random(args.seed * 10_000_019 + n), told)
        try:
            claims = way(document(text))
            check(text, claims)
            if n % 1000 == 0 and not giant:
                way(document("Rebels shelled Velm."))
                assert way(document(text)) == claims, "read otherwise"
            place.claims += len(claims)
        except Exception as error:  # noqa: BLE001 whatever it is, it is counted and named, and the others go on
            place.failed += 1
            print(f"text {n} ({text[:60]!r}): {type(error).__name__}: {error}", flush=True)
        place.next, place.seconds = n + 1, before + time.process_time() - began
        if giant or place.next % 100 == 0:
            if kept is not None:
                draft = kept.with_name(kept.name + ".new")
                draft.write_text(json.dumps(asdict(place)))
                draft.replace(kept)
            if giant or place.next % 2000 == 0:
                print(
                    f"{place.next} texts, {place.claims} claims, {place.failed} failed, {place.seconds:.0f} s",
                    flush=True,
                )
    print(f"{place.next} of {args.count + len(long)} texts, {place.claims} claims, {place.failed} failed", flush=True)
    sys.exit(place.failed > 0)


if __name__ == "__main__":
    main()
