"""Counts: number words of the claims gold to ranges, exact match of (min, max). Source: the claims codebook, v1.

python -m bench.counts [--gold DIR] [--misses] [--json FILE]
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

from bench.gold import GOLD as SHARED
from bench.table import Figure, keep, option
from vigil.extract.quantities import Range, parse

GOLD = SHARED / "claims"


def cases(path: Path) -> Iterator[tuple[str, Range]]:
    """Number words and the coder's range, one per count with words."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            for claim in json.loads(line)["claims"]:
                for count in claim.get("counts", []):
                    if count.get("text"):
                        yield count["text"], (count.get("min"), count.get("max"))


def measure(gold: Path = GOLD, *, misses: bool = False) -> list[Figure]:
    """Print one line a split, counts, exact, share, and give the shares."""
    figures = []
    print(f"{'split':8}{'counts':>8}{'exact':>8}{'share':>8}")
    for split in ("train", "dev"):
        path = gold / f"{split}.jsonl"
        if not path.exists():
            print(f"benchmark data not found: {path}, skipped")
            continue
        pairs = list(cases(path))
        missed = [(words, want, parse(words)) for words, want in pairs if (parse(words) or (None, None)) != want]
        right = len(pairs) - len(missed)
        figures.append(Figure("counts", f"number words to ranges, {split}: exact", right / max(1, len(pairs))))
        print(f"{split:8}{len(pairs):>8}{right:>8}{figures[-1].value:>8.3f}")
        if misses and split == "train":
            for words, want, got in missed:
                print(f"    {words!r}: gold {want}, ours {got}")
    return figures


def main() -> int:
    """See the module's docstring."""
    parser = option(argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else ""))
    parser.add_argument("--gold", type=Path, default=GOLD, help="folder that holds train.jsonl and dev.jsonl")
    parser.add_argument("--misses", action="store_true", help="list what differs in train (dev stays unread)")
    options = parser.parse_args()
    keep(measure(options.gold, misses=options.misses), options.json)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
