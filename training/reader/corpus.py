"""What the reader is trained on: the claims gold, and what was annotated or written for the project (training/data)."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Any

from training.annotate.standoff import coded_lines, written_lines
from training.reader.data import read_jsonl
from training.reader.rename import rename, rewritten

DATA = Path(__file__).resolve().parents[1] / "data"
#: Shares of documents told without commas and apostrophes (as part of the gold's web pages have lost them), and in capitals.
STRIPPED, CAPITALS = 0.06, 0.04
#: Annotated and written later than the tables of words, which do not read them (they gained nothing by them).
LATER = (
    "coded/muc4-2", "coded/rams-2", "coded/tempeval3", "coded/ewt", "written/broadsheet", "written/broadsheet-2",
    "coded/muc4-3", "written/statuses", "written/colour-1", "written/colour-2",
    "written/truces", "written/speakers", "written/briefs", "written/tolls-1", "written/tolls-2", "written/plans",
)  # fmt: skip
#: Numbers of the network's embedding of whose annotation a text has.
HABIT = {"gold": 0, "coded": 1, "written": 2}
_STRIP = str.maketrans("", "", ",’'")


def training_lines(gold: Path, only: Iterable[str] = ("",)) -> dict[str, list[dict[str, Any]]]:
    """Claim-set lines by source ("gold", "coded/SET", "written/FILE"): of those that begin with one of ``only``."""
    sources: dict[str, Callable[[], list[dict[str, Any]]]] = {"gold": lambda: read_jsonl(gold / "claims/train.jsonl")}
    for path in sorted((DATA / "coded").glob("*.jsonl")):
        sources[f"coded/{path.stem}"] = partial(coded_lines, path, gold)
    for path in sorted((DATA / "written").glob("*.txt")):
        sources[f"written/{path.stem}"] = partial(written_lines, path)
    wanted = tuple(only)
    return {
        name: [line | {"habit": HABIT[name.partition("/")[0]]} for line in read()]
        for name, read in sources.items()
        if name.startswith(wanted)
    }


def retold(line: dict[str, Any], common: frozenset[str], rng: random.Random, renamed: float) -> dict[str, Any]:
    """A document as one epoch sees it: sometimes with invented names, without commas, or in capitals."""
    if rng.random() < renamed:
        line = rename(line, common, rng)
    way = rng.random()
    if way < STRIPPED:
        return rewritten(line, lambda text: text.translate(_STRIP))
    if way < STRIPPED + CAPITALS:
        return rewritten(line, str.upper)
    return line
