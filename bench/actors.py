"""Actors against the NGEC expectations (country, first sector). ``python -m bench.actors [--json FILE]``."""

from __future__ import annotations

import argparse
import csv
import json
import sys
import time
from pathlib import Path

from bench.gold import GOLD
from bench.table import Figure, keep, option
from vigil.reference.tables import Reference
from vigil.resolve.actors import ActorResolver

ROOT = Path(__file__).resolve().parents[1]


def measure(gold: Path = GOLD, *, misses: bool = False) -> list[Figure]:
    """Print one table and give its figures; our own cases alone when the gold set is absent, and say so."""
    resolver = ActorResolver(Reference.load())
    figures = _own(resolver)
    path = gold / "ngec_synthetic" / "actor_cases_dev.jsonl"
    if not path.exists():
        print("ngec_synthetic: no data: set --gold")
        return figures
    right = {"country": 0, "code_1": 0}
    count = {"country": 0, "code_1": 0}
    begun = time.perf_counter()
    for line in path.read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        ref = resolver.resolve(case["text"], context=case["context"] or "")
        for field, ours in (("country", ref.country), ("code_1", ref.sector)):
            wanted = case["expected"].get(field)
            if not isinstance(wanted, str) or not wanted or case["known_failure"]:
                continue
            count[field] += 1
            right[field] += ours == wanted
            if ours != wanted and misses:
                print(
                    f"  {field:8} {case['text']!r}: {wanted}, ours {ours or '-'} ({ref.actor_id}, {ref.score.reason})"
                )
    spent = time.perf_counter() - begun
    for field, total in count.items():
        print(f"ngec {field:10} {total:5} cases  {right[field] / total:.3f}")
        figures.append(Figure("actors", f"NGEC actor cases: {field}", right[field] / total))
    print(f"{1000 * spent / sum(count.values()):.2f} ms a case")
    return figures


def main() -> int:
    """Exit 0 also when the gold set is absent."""
    parser = option(argparse.ArgumentParser(description=__doc__))
    parser.add_argument("--gold", type=Path, default=GOLD)
    parser.add_argument("--misses", action="store_true", help="list every miss")
    options = parser.parse_args()
    keep(measure(options.gold, misses=options.misses), options.json)
    return 0


def _own(resolver: ActorResolver) -> list[Figure]:
    with (ROOT / "tests" / "gold" / "actors.csv").open(encoding="utf-8", newline="") as lines:
        cases = list(csv.DictReader(lines))
    wrong = []
    for case in cases:
        ref = resolver.resolve(case["mention"], context=case["context"], theatre=case["theatre"] or None)
        if (ref.actor_id or "") != case["actor"]:
            wrong.append(f"{case['mention']!r}: {case['actor']}, ours {ref.actor_id}")
    print(f"tests/gold/actors.csv {len(cases)} cases, {len(cases) - len(wrong)} right", *wrong, sep="\n  ")
    return [Figure("actors", "our own cases", (len(cases) - len(wrong)) / len(cases))]


if __name__ == "__main__":
    sys.exit(main())
