"""YAML files as they were when the places index was built: parsing them is half of what loading the reference costs.

``parsed.json`` beside the index holds a line for each file of the built-in packs and the world layer: the SHA-256 of its
bytes, and what it says as JSON. A file whose bytes are not among them is parsed, so that the table may be stale, in part
or absent; it is never wrong, and safe to delete. Only ``vigil.reference.build_places`` writes it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from vigil.reference.index import DEFAULT

TABLE = DEFAULT.with_name("parsed.json")
#: A mapping of this one key is a date, which JSON does not have. (A date with a time is left to be parsed.)
_DATE = "\x00date"


def known(content: bytes, table: Path = TABLE) -> Any:
    """What a file of these bytes says, as a value of the caller's own; None when the table does not have it."""
    line = _lines(table).get(hashlib.sha256(content).hexdigest())
    try:
        return None if line is None else json.loads(line, object_hook=_from_plain)
    except ValueError:  # a damaged line
        return None


def build(files: Iterable[Path], parse: Callable[[Path], Any], table: Path = TABLE) -> int:
    """Write the table whole, the same bytes for the same files; what JSON cannot say exactly is left out. Gives its size."""
    lines = {}
    for file in files:
        value = parse(file)
        try:
            text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=_plain, allow_nan=False)
        except (TypeError, ValueError):
            continue
        if json.loads(text, object_hook=_from_plain) == value:
            lines[hashlib.sha256(file.read_bytes()).hexdigest()] = text
    part = table.with_name(table.name + ".part")
    part.write_text("".join(f"{digest}\t{text}\n" for digest, text in sorted(lines.items())), encoding="utf-8")
    part.replace(table)
    _lines.cache_clear()
    return len(lines)


@lru_cache(maxsize=1)
def _lines(table: Path) -> dict[str, str]:
    try:
        rows = table.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError):
        return {}
    return {digest: text for digest, tab, text in (row.partition("\t") for row in rows) if tab}


def _plain(value: object) -> dict[str, str]:
    if type(value) is date:
        return {_DATE: value.isoformat()}
    raise TypeError(f"not for JSON: {value!r}")


def _from_plain(row: dict[str, Any]) -> Any:
    return date.fromisoformat(row[_DATE]) if _DATE in row and len(row) == 1 else row
