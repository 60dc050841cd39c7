"""Actors against the NGEC expectations (country, first sector). ``python -m bench.actors [--json FILE]``.

A case's own day is used where it has one, else its expectations' (NGEC's "today", 2023). NGEC writes the European Union and
the United Nations as countries (EUR, UNO) and other international organisations as IGO; our ids are written so here.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import sys
import time
from datetime import date, datetime
from pathlib import Path

from bench.gold import GOLD
from bench.table import Figure, keep, option
from vigil.model.entity import ActorRef
from vigil.reference.tables import Reference
from vigil.resolve.actors.link import ActorResolver

#: When NGEC's expectations were written.
TODAY = date(2023, 6, 1)
UN = frozenset({"io/un", "io/who", "io/iaea"})
ROOT = Path(__file__).resolve().parents[1]


def measure(gold: Path = GOLD, *, misses: bool = False) -> list[Figure]:
    """Print one table and give its figures; our own cases alone when the gold set is absent, and say so."""
    resolver = ActorResolver(Reference.load())
    figures = _own(resolver, misses)
    path = gold / "ngec_synthetic" / "actor_cases_dev.jsonl"
    if not path.exists():
        print("ngec_synthetic: no data: set --gold")
        return figures
    right = {"country": 0, "code_1": 0}
    count = {"country": 0, "code_1": 0}
    begun = time.perf_counter()
    for line in path.read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        ref = resolver.resolve(case["text"], context=case["context"] or "", day=_day(case["query_date"]))
        for field, ours in (("country", _country(ref)), ("code_1", ref.sector)):
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


def _day(text: str | None) -> date:
    if not text or not text[:1].isdigit():
        return TODAY
    return date.fromisoformat(text) if "-" in text else datetime.strptime(text, "%d %B %Y").date()


def _country(ref: ActorRef) -> str:
    """As NGEC writes it: international organisations have codes of their own."""
    id = ref.actor_id or ""
    if not id.startswith("io/"):
        return ref.country
    return {"io/eu": "EUR"}.get(id, "UNO" if id in UN or ref.side == "io/un" else "IGO")


def main() -> int:
    """Exit 0 also when the gold set is absent."""
    parser = option(argparse.ArgumentParser(description=__doc__))
    parser.add_argument("--gold", type=Path, default=GOLD)
    parser.add_argument("--misses", action="store_true", help="list every miss")
    options = parser.parse_args()
    keep(measure(options.gold, misses=options.misses), options.json)
    return 0


def _own(resolver: ActorResolver, misses: bool) -> list[Figure]:
    with (ROOT / "tests" / "gold" / "actors.csv").open(encoding="utf-8", newline="") as lines:
        cases = list(csv.DictReader(lines))
    figures = []
    for name, kept, either in (
        ("plain", ("STRONG",), False),
        ("with two readings: the likelier", ("WEAK",), False),
        ("with two readings: either", ("WEAK",), True),
        ("all, either of two readings", ("STRONG", "WEAK"), True),
    ):
        wrong, told = [], [case for case in cases if case["quality"] in kept]
        for case in told:
            ref = resolver.resolve(
                case["mention"], context=case["context"], day=_day(case["date"]), theatre=case["theatre"] or None
            )
            if (ref.actor_id or "") not in {case["actor"], *(_other(case["notes"]) if either else ())}:
                wrong.append(f"{case['mention']!r}: {case['actor'] or '-'}, ours {ref.actor_id or '-'}")
        share = 1 - len(wrong) / len(told)
        print(
            f"tests/gold/actors.csv, {name}: {len(told)} mentions  {share:.3f}", *(wrong if misses else ()), sep="\n  "
        )
        figures.append(Figure("actors", f"mentions of fa_kes and re3d, {name}", share, 0.9, "asked for by issue 4"))
    return figures


def _other(notes: str) -> list[str]:
    """A mention's second reading, as its notes give it ("two actors: other iraq/pmf"; "none" is nobody)."""
    found = re.search(r"\bother (\S+)", notes)
    return [] if found is None else ["" if found[1] == "none" else found[1]]


if __name__ == "__main__":
    sys.exit(main())
