"""Counts: number words of the claims gold to ranges, exact match of (min, max). Source: the claims codebook, v1.

python -m bench.counts [--gold DIR] [--misses]
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

from vigil.extract.quantities import Range, parse

GOLD = Path("../shared/gold/claims")


def cases(path: Path) -> Iterator[tuple[str, Range]]:
    """Number words and the coder's range, one per count with words."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            for claim in json.loads(line)["claims"]:
                for count in claim.get("counts", []):
                    if count.get("text"):
                        yield count["text"], (count.get("min"), count.get("max"))


def main() -> int:
    """Print one line a split: counts, exact, share."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--gold", type=Path, default=GOLD, help="folder that holds train.jsonl and dev.jsonl")
    parser.add_argument("--misses", action="store_true", help="list what differs in train (dev stays unread)")
    options = parser.parse_args()
    print(f"{'split':8}{'counts':>8}{'exact':>8}{'share':>8}")
    for split in ("train", "dev"):
        path = options.gold / f"{split}.jsonl"
        if not path.exists():
            print(f"benchmark data not found: {path}, skipped")
            continue
        pairs = list(cases(path))
        missed = [(words, want, parse(words)) for words, want in pairs if (parse(words) or (None, None)) != want]
        right = len(pairs) - len(missed)
        print(f"{split:8}{len(pairs):>8}{right:>8}{right / max(1, len(pairs)):>8.3f}")
        if options.misses and split == "train":
            for words, want, got in missed:
                print(f"    {words!r}: gold {want}, ours {got}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
