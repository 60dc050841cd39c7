"""The shipped reader on any text: random and mutated strings, odd Unicode, endless lines. It must never fail.

python -m bench.robustness [--count 100000] [--seed 7]

Each text goes through the reader and into the codebook's form; every span must be the text's own words at its offsets.
Every thousandth text is read a second time, alone and after others, and must give the same claims. Texts in one go may
be stopped and started again with --from.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time

from bench.speed import sentences
from vigil.extract.codebook import to_codebook
from vigil.extract.reader import NeuralReader
from vigil.model.claim import Claim
from vigil.model.text import Document, Span

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
    """A megabyte in one line: of words without an end, of one letter, of sentences run together."""
    return [
        "shelling killed five in Velm " * (LONG // 29),
        "a" * LONG,
        "".join(told * 99)[:LONG].replace(". ", " "),
        "\u202e" * LONG,
    ]


def check(text: str, claims: list[Claim]) -> None:
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


def main() -> None:
    """Read them all; the exit code is 1 when a text failed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--from", dest="first", type=int, default=0)
    parser.add_argument("--seed", type=int, default=7)
    args = parser.parse_args()
    reader, failed, found, began = NeuralReader.load(), 0, 0, time.time()
    told = sorted(set(sentences()))
    for n in range(args.first, args.count + len(giants(told))):
        text = (
            giants(told)[n - args.count] if n >= args.count else _text(random.Random(args.seed * 10_000_019 + n), told)
        )
        try:
            claims = reader.read_one(document(text))
            check(text, claims)
            if n % 1000 == 0 or n >= args.count:
                assert reader.read([document("Rebels shelled Velm."), document(text)])[1] == claims, "read otherwise"
            found += len(claims)
        except Exception as error:  # noqa: BLE001 whatever it is, it is counted and named, and the others go on
            failed += 1
            print(f"text {n} ({text[:60]!r}): {type(error).__name__}: {error}", flush=True)
        if n % 5000 == 0 or n >= args.count:
            print(
                f"{n - args.first + 1} texts, {found} claims, {failed} failed, {time.time() - began:.0f} s", flush=True
            )
    sys.exit(failed > 0)


if __name__ == "__main__":
    main()
