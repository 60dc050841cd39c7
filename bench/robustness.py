"""The shipped reader on any text: random and mutated strings, odd Unicode, odd numbers, endless lines. It must never fail.

python -m bench.robustness [--count 100000] [--seed 7] [--kept FILE] [--seconds N] [--giants] [--whole] [--only N]

All texts (bench/odd_texts.py) go through the command ``vigil extract`` itself, 500 in a file. What comes out must be the
lines that went in, with sentences and claims in the contract's form, every string copied from its place
(bench/claim_form.py). Beside it,

- every tenth text is read again by itself, in another order: its line must be the same bytes, and every span the text's
  own words at its offsets;
- another tenth goes the way of ``vigil run`` with the small world's theatre, through zones, gate, places and actors to what
  is written into the record, with the halves of characters that no file can hold (--whole: every text);
- every tenth file is read a second time, backwards and in two files of uneven length, by processes of their own with other
  orders of sets: its lines must be the same bytes.

At the end come texts of a megabyte in one line (--giants: only those). With --kept the place is written down after each
file, and the same command goes on from it, however it was stopped; --seconds ends it after so much processor time. --only
reads one text and lets its error through.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import redirect_stderr
from dataclasses import asdict, dataclass, replace
from io import StringIO
from pathlib import Path
from typing import Any

from bench.claim_form import misplaced, problems
from bench.odd_texts import OddTexts
from bench.speed import ROOT
from vigil.cli.app import call
from vigil.engine.rooms import furnish
from vigil.engine.stages import through
from vigil.extract.codebook import document_of, to_codebook
from vigil.extract.reader import NeuralReader
from vigil.extract.sentences import split
from vigil.ingest.zones import mark
from vigil.model.claim import Claim
from vigil.model.codec import to_plain
from vigil.model.text import Document, without_halves
from vigil.reference.tables import Reference
from vigil.resolve import dates
from vigil.store import ledger

#: Texts in a file; one text in SHARE is read again alone, one goes the way of vigil run; one file in AGAIN is read twice.
FILE, SHARE, AGAIN = 500, 10, 10
DAYS = ("2024-05-07", "2024-05-07", None, "9999-12-31", "0001-01-01", "2024-02-30", "1850-01-01", "²", "")

Line = dict[str, Any]


class Wrong(Exception):
    """A text was not read as it has to be."""


@dataclass(slots=True)
class Place:
    """How far it came."""

    next: int = 0
    claims: int = 0
    again: int = 0  # read a second time, alone or in another file
    resolved: int = 0  # that went the way of vigil run
    failed: int = 0
    seconds: float = 0.0  # of processor time


class Ways:
    """The ways that a text goes, each with its checks. All raise Wrong, or whatever the product raises."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.reader = NeuralReader.load()
        self.tools = furnish(Reference.load([ROOT / "tests/world/pack"]), self.reader)

    def command(self, lines: Sequence[Line]) -> list[str]:
        """The output lines of ``vigil extract`` for these."""
        said = StringIO()

        def here(words: Sequence[str]) -> tuple[int, str]:
            with redirect_stderr(said):
                return call(words), said.getvalue()

        return self._made(lines, here)

    def elsewhere(self, lines: Sequence[Line], seed: int) -> list[str]:
        """What the command makes of them in another process, with its own order of sets."""

        def there(words: Sequence[str]) -> tuple[int, str]:
            command, order = [sys.executable, "-m", "vigil.cli", *words], {"PYTHONHASHSEED": str(seed)}
            done = subprocess.run(command, env=os.environ | order, capture_output=True, text=True, check=False)
            return done.returncode, done.stderr

        return self._made(lines, there)

    def _made(self, lines: Sequence[Line], command: Callable[[Sequence[str]], tuple[int, str]]) -> list[str]:
        source, out = self.folder / "in.jsonl", self.folder / "out.jsonl"
        source.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
        out.unlink(missing_ok=True)
        code, said = command(["extract", str(source), str(out)])
        made = out.read_bytes().decode().split("\n")[:-1] if out.exists() else []
        if code != 0 or len(made) != len(lines):
            raise Wrong(f"exit code {code}, {len(made)} lines of {len(lines)}: {said[-300:]}")
        return made

    def alone(self, line: Line) -> str:
        """The same line made by the stages, one by one."""
        document = split(document_of(line, 1))
        claims = dates.link(document, self.reader.read([document])[0])
        _none(misplaced(document.text, claims))
        more: Line = {"claims": [to_codebook(claim) for claim in claims]}
        return json.dumps(
            line | more | {"sentences": [list(bounds) for bounds in document.sentences]}, ensure_ascii=False
        )

    def run(self, text: str) -> Sequence[Claim]:
        """From the zones of a page to what is written into the record."""
        given = Document(id="d", key="d", digest="", text=text, language="en", zones=mark(text).zones)
        self.tools.gate.passes(self.tools.split(given))
        work = through(self.tools, given)
        _none(misplaced(text, work.claims))
        for claim in work.claims:
            ledger.canonical(to_plain(claim))
        ledger.document_parts(work.document)
        return work.claims


def checked(line: Line, made: str) -> int:
    """How many claims an output line has; raises Wrong unless it is its input line and keeps to the contract."""
    found = json.loads(made)
    if {name: found[name] for name in line} != line:
        raise Wrong("another line")
    _none(problems(found))
    return len(found["claims"])


def _none(faults: Iterator[str]) -> None:
    for fault in faults:
        raise Wrong(fault)


def line_of(n: int, texts: OddTexts) -> Line:
    """Text n as a line of a file, where half a character cannot stand, with a title, outlet and day that are odd as well."""
    rng = random.Random(-n - 1)
    title, outlet = without_halves(texts[rng.randrange(1000)][:80]), without_halves(texts[rng.randrange(1000)][:40])
    given: Line = {"doc": f"t{n}", "published": rng.choice(DAYS), "source": outlet, "title": title, "lang": "en"}
    return given | {"text": without_halves(texts[n])}


class Trial:
    """Reads file after file, counts, and names what failed."""

    def __init__(self, ways: Ways, texts: OddTexts, place: Place, *, whole: bool) -> None:
        self.ways, self.texts, self.place, self.whole = ways, texts, place, whole

    def file(self, numbers: range) -> None:
        """Texts by their numbers, all ways that each has to go."""
        lines = {n: line_of(n, self.texts) for n in numbers}
        made = self._extracted(lines)
        twice = numbers.start // FILE % AGAIN == 0
        if twice:
            self._same(lines, made)
        alone = [n for n in made if n % SHARE == 0]
        random.Random(numbers.start).shuffle(alone)
        for n in alone:
            self._tried(n, lambda n=n: self._alone(lines[n], made[n]))
        for n in numbers:
            if self.whole or n % SHARE == 1:
                self.place.resolved += 1
                self._tried(n, lambda n=n: self.ways.run(self.texts[n]))
        self.place.again += len(alone) + (len(made) if twice else 0)

    def giant(self, n: int, text: str) -> None:
        """One text of a megabyte."""
        line: Line = {"doc": f"t{n}", "lang": "en", "text": without_halves(text)}
        self._tried(n, lambda: self._count(line, self.ways.command([line])[0]))
        if self.whole:
            self._tried(n, lambda: self.ways.run(text))

    def _extracted(self, lines: dict[int, Line]) -> dict[int, str]:
        """Output lines by number; where a file fails, of those texts alone that can be read."""
        try:
            made = dict(zip(lines, self.ways.command(list(lines.values())), strict=True))
        except Exception as error:  # noqa: BLE001 whichever text it was is named alone
            if len(lines) == 1:
                self._failed(next(iter(lines)), error)
                return {}
            numbers = list(lines)
            halves = numbers[: len(numbers) // 2], numbers[len(numbers) // 2 :]
            return {n: made for half in halves for n, made in self._extracted({n: lines[n] for n in half}).items()}
        for n, line in made.items():
            self._tried(n, lambda n=n, line=line: self._count(lines[n], line))
        return made

    def _count(self, line: Line, made: str) -> None:
        self.place.claims += checked(line, made)

    def _alone(self, line: Line, made: str) -> None:
        if self.ways.alone(line) != made:
            raise Wrong("read otherwise alone")

    def _same(self, lines: dict[int, Line], made: dict[int, str]) -> None:
        back = sorted(made, reverse=True)
        cut = len(back) // 3
        for seed, part in enumerate((back[:cut], back[cut:]), start=back[0] if back else 0):
            again = self.ways.elsewhere([lines[n] for n in part], seed) if part else []
            for n, line in zip(part, again, strict=True):
                if line != made[n]:
                    self._failed(n, Wrong("read otherwise in another order and process"))

    def _tried(self, n: int, work: Callable[[], object]) -> None:
        try:
            work()
        except Exception as error:  # noqa: BLE001 whatever it is, it is counted and named, and the others go on
            self._failed(n, error)

    def _failed(self, n: int, error: Exception) -> None:
        self.place.failed += 1
        print(f"text {n}: {type(error).__name__}: {str(error)[:300]}", flush=True)


def keep(place: Place, path: Path | None) -> None:
    """Write the place down, at once or not at all."""
    if path is not None:
        draft = path.with_name(path.name + ".new")
        draft.write_text(json.dumps(asdict(place)))
        draft.replace(path)


def arguments() -> argparse.Namespace:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--kept", type=Path, help="where the place is written down")
    parser.add_argument("--seconds", type=float, default=float("inf"), help="of processor time, then stop")
    parser.add_argument("--whole", action="store_true", help="every text the way of vigil run, too")
    parser.add_argument("--giants", action="store_true", help="only the texts of a megabyte")
    parser.add_argument("--only", type=int, metavar="N", help="one text, with its error")
    return parser.parse_args()


def main() -> None:
    """Read them all; the exit code is 1 when a text failed."""
    args = arguments()
    place = Place(**json.loads(args.kept.read_text())) if args.kept is not None and args.kept.exists() else Place()
    texts = OddTexts(args.seed)
    giants = texts.giants()
    began, before = time.process_time(), place.seconds
    if args.giants:
        place.next = max(place.next, args.count)
    with tempfile.TemporaryDirectory() as name:
        ways = Ways(Path(name))
        if args.only is not None:
            line = line_of(args.only, texts)
            print(ways.alone(line), checked(line, ways.command([line])[0]), len(ways.run(texts[args.only])), sep="\n")
            return
        trial = Trial(ways, texts, place, whole=args.whole)
        while place.next < args.count + len(giants) and place.seconds - before < args.seconds:
            if place.next < args.count:
                after = min(args.count, (place.next // FILE + 1) * FILE)
                trial.file(range(place.next, after))
            else:
                after = place.next + 1
                trial.giant(place.next, giants[place.next - args.count])
            place = trial.place = replace(place, next=after, seconds=before + time.process_time() - began)
            keep(place, args.kept)
            if after > args.count or after % 2000 == 0:
                print(", ".join(f"{name} {value:.0f}" for name, value in asdict(place).items()), flush=True)
    print(f"{place.next} of {args.count + len(giants)} texts, {place.claims} claims, {place.failed} failed", flush=True)
    sys.exit(place.failed > 0)


if __name__ == "__main__":
    main()
