"""JSON lines in and out, for the contract commands: a bad line is set aside with its reason, the others go on."""

from __future__ import annotations

import gzip
import json
import math
import sys
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TextIO

from vigil.cli.common import complaint, emit, leave, note
from vigil.model.errors import BadItem, Misuse, Unreadable

STDIO = Path("-")
Line = dict[str, Any]


@dataclass(slots=True)
class Tally:
    """What became of the lines."""

    done: int = 0
    set_aside: list[dict[str, str]] = field(default_factory=list)

    def add_problem(self, error: BadItem) -> None:
        """Note a line that could not be used, and say so at once."""
        self.set_aside.append({"item": error.item, "message": str(error), "advice": error.advice})
        note(f"set aside: {complaint(error)}")

    def close(self, as_json: bool, out: Path) -> None:
        """Say what was done; ends with exit code 1 when a line was set aside."""
        if as_json:
            emit({"done": self.done, "set_aside": self.set_aside, "out": str(out)})
        else:
            note(f"{self.done} done, {len(self.set_aside)} set aside")
        leave(len(self.set_aside))


def read_lines(source: Path, tally: Tally) -> Iterator[tuple[int, Line]]:
    """Numbered objects of a JSON lines file (also gzipped; - for stdin). Raises Misuse when it cannot be opened."""
    for number, raw in enumerate(_raw_lines(source), 1):
        if not raw.strip():
            continue
        name = f"{source}, line {number}"
        try:
            value = _value(raw)
        except Unreadable as error:
            error.item = name
            tally.add_problem(error)
            continue
        if isinstance(value, dict):
            yield number, value
        else:
            tally.add_problem(Unreadable("not a JSON object", item=name, advice="write one object a line, in UTF-8"))


def _value(raw: bytes) -> Any:
    """A line's value; None for what is no JSON, nests without end, or holds half a character (a lone surrogate).

    Raises Unreadable, without its item, for a number that could not be written again.
    """
    try:
        value = _DECODER.decode(raw.decode("utf-8-sig"))  # json.loads would take half a character from bytes
        if b"\\ud" in raw.lower():
            json.dumps(value, ensure_ascii=False).encode("utf-8")
    except (ValueError, RecursionError):
        return None
    return value


def _finite(words: str) -> float:
    """A number as JSON has it: not "NaN", nor what is too large for a float and would be written as "Infinity"."""
    number = float(words)
    if not math.isfinite(number):
        raise Unreadable(f"{words[:40]} is no finite number", advice="write a smaller number, or null")
    return number


_DECODER = json.JSONDecoder(parse_float=_finite, parse_constant=_finite)


def _raw_lines(source: Path) -> Iterator[bytes]:
    if source == STDIO:
        yield from sys.stdin.buffer
        return
    try:
        with gzip.open(source) if source.suffix == ".gz" else source.open("rb") as file:
            yield from file
    except (OSError, EOFError, zlib.error) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise Misuse(
            f"cannot read {source}: {reason}", item=str(source), advice="check the path and the file"
        ) from error


def write_lines(out: Path, lines: Iterable[Line]) -> None:
    """Write objects one a line, in place only once all are written. Raises Misuse when it cannot be written."""
    if out == STDIO:
        for line in lines:
            print(json.dumps(line, ensure_ascii=False))
        return
    with whole(out) as file:
        for line in lines:
            file.write(json.dumps(line, ensure_ascii=False) + "\n")


@contextmanager
def whole(out: Path) -> Iterator[TextIO]:
    """A file that is in its place only once it is written to its end. Raises Misuse when it cannot be written.

    A pipe or device is written to as it is: putting a file in its place would take it away.
    """
    place = out.resolve()  # a link stays, and its file is replaced
    special = place.exists() and not place.is_file()
    draft = place if special else place.with_name(place.name + ".part")
    try:
        with draft.open("w", encoding="utf-8", newline="\n") as file:
            yield file
        if not special:
            draft.replace(place)
    except OSError as error:
        raise Misuse(f"cannot write {out}: {error.strerror}", item=str(out), advice="choose another OUT") from error
    finally:
        if not special:
            draft.unlink(missing_ok=True)


def each(source: Path, tally: Tally, work: Callable[[Line], Line], empty: Line) -> Iterator[Line]:
    """Every line with its work's fields added; a line that cannot be used goes out with ``empty`` and is counted."""
    for number, line in read_lines(source, tally):
        try:
            found = work(line)
        except BadItem as error:
            tally.add_problem(error)
            found = empty
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            reason = f"not in the form that this command reads ({error!r})"
            tally.add_problem(Unreadable(reason, item=f"{source}, line {number}", advice="see --help for the fields"))
            found = empty
        else:
            tally.done += 1
        yield line | found
