"""Dates: the claims gold's time words to the coder's date (exact), and TIMEX3 values in TempEval-3's running text.

    python -m bench.dates [--gold DIR] [--misses] [--json FILE]

Value F1 is the official one: an expression counts when it overlaps a gold one and has its value (TE3-evaluation.py).
"""

from __future__ import annotations

import argparse
import json
import time
from calendar import monthrange
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bench.gold import GOLD, read
from bench.table import Figure, keep, option
from vigil.model.interval import Interval
from vigil.resolve.dates import find, resolve

HEIDELTIME = "HeidelTime, TempEval-3 test part"


def _day(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text[:10]).replace(tzinfo=UTC) if text else None


def _touch(item: tuple[int, int, str, str, str, Interval | None], gold: dict[str, Any]) -> bool:
    return bool(item[0] < gold["end"] and gold["start"] < item[1])


def _equal(ours: str | None, gold: str) -> bool:
    """The same dates, however the last day of a month or year is written."""
    return ours is not None and [_last(side) for side in ours.split("/")] == [_last(side) for side in gold.split("/")]


def _last(side: str) -> str:
    year, month, day = ([*side.split("-"), "", ""])[:3]
    if day and int(day) == monthrange(int(year), int(month))[1]:
        return _last(f"{year}-{month}")
    return year if month == "12" and not day else side


def _within(ours: str | None, gold: str) -> bool:
    """Whether each side is the gold's once it is written as coarsely as the gold writes it."""
    if ours is None:
        return False
    one, two = ours.split("/"), gold.split("/")
    if len(two) == 1 and len(one) == 2:
        two = two * 2
    one = one * 2 if len(one) == 1 and len(two) == 2 else one
    return len(one) == len(two) and all(a[: len(b)] == b if b else not a for a, b in zip(one, two, strict=True))


def claims(path: Path, misses: bool) -> tuple[str, list[Figure]]:
    """Share of gold dates that the gold's own time words give."""
    right = coarse = dated = forced = undated = 0
    spent = 0.0
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            document = json.loads(line)
            published = (
                datetime.fromisoformat(document["published"]).replace(tzinfo=UTC) if document["published"] else None
            )
            anchor: Interval | None = None
            for claim in document["claims"]:
                words, want = claim.get("time"), claim.get("date")
                if not words:
                    continue
                began = time.perf_counter()
                read = resolve(words, published=published, status=claim.get("status", "actual"), anchor=anchor)
                spent += time.perf_counter() - began
                anchor = read.interval if read and read.interval and read.interval.start else anchor
                got = read.interval.codebook() if read and read.interval else None
                if want is None:
                    undated, forced = undated + 1, forced + (got is not None)
                    continue
                dated, right = dated + 1, right + _equal(got, want)
                coarse += _within(got, want)
                if misses and not _equal(got, want):
                    print(f"    {document['published']} {words!r}: gold {want}, ours {got}")
    each = spent / max(1, dated + undated) * 1000
    share, close = right / max(1, dated), coarse / max(1, dated)
    line = (
        f"{dated:>7}{right:>7}{share:>8.3f}   in the gold's units {close:.3f}; "
        f"dated where the coder gave none: {forced}/{undated}; {each:.3f} ms each"
    )
    return line, [
        Figure("dates", f"time words of claims {path.stem} to dates: exact", share, 0.9, "asked for by issue 4"),
        Figure("dates", f"time words of claims {path.stem} to dates: the same in the gold's units", close),
    ]


def tempeval(path: Path, misses: bool) -> tuple[str, list[Figure]]:
    """Relaxed span F1 and value F1."""
    tally: Counter[str] = Counter()
    wrong: Counter[tuple[str, str, str]] = Counter()
    for document in read(path):
        published = _day(document["dct"])
        found = find(document["text"], published)
        used: set[int] = set()
        tally.update(gold=len(document["timexes"]), found=len(found))
        for gold in document["timexes"]:
            hit = next((n for n, item in enumerate(found) if n not in used and _touch(item, gold)), None)
            if hit is None:
                wrong[(gold["text"].lower(), gold["value"], "-")] += 1
                continue
            used.add(hit)
            same = found[hit][3] == gold["value"]
            tally.update(span=1, value=int(same))
            if not same:
                wrong[(gold["text"].lower(), gold["value"], found[hit][3])] += 1
        for n, item in enumerate(found):
            if n not in used:
                wrong[(item[2].lower(), "-", item[3])] += 1
    if misses:
        for (words, want, got), times in wrong.most_common(150):
            print(f"    {times} {words!r}: gold {want}, ours {got}")
    both = max(1, tally["gold"] + tally["found"])
    span, value = 2 * tally["span"] / both, 2 * tally["value"] / both
    line = f"{tally['gold']:>7}{tally['found']:>7}   span F1 {span:.3f}   value F1 {value:.3f}"
    return line, [
        Figure("dates", "TempEval-3 train: relaxed span F1", span),
        Figure("dates", "TempEval-3 train: value F1", value, 0.776, HEIDELTIME),
    ]


def measure(gold: Path = GOLD, *, misses: bool = False) -> list[Figure]:
    """Print a line a set, and give its figures."""
    figures = []
    for name, path, score in (
        ("claims train", gold / "claims" / "train.jsonl", claims),
        ("claims dev", gold / "claims" / "dev.jsonl", claims),
        ("tempeval3 train", gold / "tempeval3" / "train.jsonl.gz", tempeval),
    ):
        if not path.exists():
            print(f"benchmark data not found: {path}, skipped")
            continue
        line, found = score(path, misses and "train" in name)
        figures += found
        print(f"{name:16}{line}")
    return figures


def main() -> int:
    """See the module's docstring."""
    parser = option(argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else ""))
    parser.add_argument("--gold", type=Path, default=GOLD, help="folder that holds claims/ and tempeval3/")
    parser.add_argument("--misses", action="store_true", help="list what differs in the train parts (dev stays unread)")
    options = parser.parse_args()
    keep(measure(options.gold, misses=options.misses), options.json)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
