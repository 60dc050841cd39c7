"""Places with given spans against the gold sets: within 161 km, and the hard spellings. ``python -m bench.places``."""

from __future__ import annotations

import argparse
import csv
import sys
import time
from collections import Counter
from pathlib import Path

from bench.gold import GOLD, read
from bench.table import Figure, keep, option
from vigil.model.entity import distance_km
from vigil.reference.tables import Reference
from vigil.resolve.places.link import PlaceResolver, find_toponyms

ROOT = Path(__file__).resolve().parents[1]
SETS = ("geo_lgl", "geo_geowebnews")
#: Within 161 km.
MORDECAI = {"geo_lgl": 0.827, "geo_geowebnews": 0.941}


def measure(gold: Path = GOLD, *, misses: int = 0, errors: int = 0) -> list[Figure]:
    """Print one table and give its figures; our own spellings alone when the gold sets are absent, and say so."""
    resolver = PlaceResolver(Reference.load())
    figures = []
    print(f"{'set':16} {'places':>7} {'<=161 km':>9} {'resolved':>9} {'mean ms':>8}")
    for name in SETS:
        path = gold / name / "test.jsonl.gz"
        if not path.exists():
            print(f"{name:16} no data at {path.name}: set --gold")
            continue
        figures.append(_score(name, path, resolver, misses))
    figures.append(_spellings(resolver))
    print(f"{'end to end':16} {'places':>7} {'P':>6} {'R':>6} {'F1':>6} {'<=161 km of found':>18} {'ms a text':>10}")
    for name in SETS:
        path = gold / name / "test.jsonl.gz"
        if path.exists():
            figures += _end_to_end(name, path, resolver, errors)
    return figures


def main() -> int:
    """Exit 0 also when the gold sets are absent."""
    parser = option(argparse.ArgumentParser(description=__doc__))
    parser.add_argument("--gold", type=Path, default=GOLD)
    parser.add_argument("--misses", type=int, default=0, help="print so many misses a set")
    parser.add_argument("--errors", type=int, default=0, help="print the so many commonest span errors by kind")
    options = parser.parse_args()
    keep(measure(options.gold, misses=options.misses, errors=options.errors), options.json)
    return 0


def _score(name: str, path: Path, resolver: PlaceResolver, misses: int) -> Figure:
    hits = resolved = count = 0
    spent = 0.0
    wrong: list[str] = []
    for document in read(path):
        gold = [t for t in document["toponyms"] if t.get("lat") is not None]
        begun = time.perf_counter()
        refs = resolver.geoparse(document["text"], [(t["start"], t["end"]) for t in gold])
        spent += time.perf_counter() - begun
        for toponym, ref in zip(gold, refs, strict=True):
            count += 1
            resolved += ref.lat is not None
            apart = (
                distance_km(toponym["lat"], toponym["lon"], ref.lat, ref.lon or 0.0) if ref.lat is not None else None
            )
            if apart is not None and apart <= 161:
                hits += 1
            else:
                wrong.append(
                    f"{toponym['text']!r} gold {toponym['lat']:.2f},{toponym['lon']:.2f} ours {ref.name} {apart}"
                )
    print(f"{name:16} {count:7} {100 * hits / count:8.1f}% {100 * resolved / count:8.1f}% {1000 * spent / count:8.2f}")
    for line in wrong[:: max(1, len(wrong) // misses)] if misses else ():
        print("   ", line)
    return Figure("places", f"{name}, spans given: within 161 km", hits / count, MORDECAI[name], "Mordecai 3")


def _end_to_end(name: str, path: Path, resolver: PlaceResolver, errors: int) -> list[Figure]:
    """Exact spans against the toponyms with coordinates, and the found ones' distance."""
    right = ours = count = texts = near = 0
    spent = 0.0
    wrong: Counter[tuple[str, str]] = Counter()
    for document in read(path):
        text = document["text"]
        gold = {(t["start"], t["end"]): t for t in document["toponyms"] if t.get("lat") is not None}
        other = {(t["start"], t["end"]): t.get("label", "") for t in document["toponyms"]}
        begun = time.perf_counter()
        spans = find_toponyms(text, resolver.reference)
        refs = resolver.geoparse(text, spans)
        spent += time.perf_counter() - begun
        texts += 1
        count, ours = count + len(gold), ours + len(spans)
        for span, ref in zip(spans, refs, strict=True):
            if span not in gold:
                crossing = any(span[0] < end and start < span[1] for start, end in gold)
                kind = "part or too long" if crossing else f"other {other[span]}" if span in other else "no toponym"
                wrong[kind, text[slice(*span)]] += 1
                continue
            right += 1
            toponym = gold[span]
            near += ref.lat is not None and distance_km(toponym["lat"], toponym["lon"], ref.lat, ref.lon or 0) <= 161
        for span in gold.keys() - set(spans):
            wrong["missed", text[slice(*span)]] += 1
    precision, recall = right / max(1, ours), right / max(1, count)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    close, pace = 100 * near / max(1, right), 1000 * spent / texts
    print(f"{name:16} {count:7} {precision:6.3f} {recall:6.3f} {f1:6.3f} {close:17.1f}% {pace:10.1f}")
    if errors:
        kinds = Counter[str]()
        for (kind, _), number in wrong.items():
            kinds[kind] += number
        for kind, number in kinds.most_common():
            words = [f"{w} {n}" for (k, w), n in wrong.most_common() if k == kind][:errors]
            print(f"    {kind}: {number}: {words}")
    return [
        Figure("places", f"{name}, end to end: span F1", f1),
        Figure("places", f"{name}, end to end: within 161 km of those found", close / 100),
    ]


def _spellings(resolver: PlaceResolver) -> Figure:
    with (ROOT / "tests" / "gold" / "places.csv").open(encoding="utf-8", newline="") as lines:
        cases = list(csv.DictReader(lines))
    right, wrong = 0, []
    for case in cases:
        ref = resolver.geoparse(case["context"], [_span(case)])[0]
        if ref.lat is not None and distance_km(float(case["lat"]), float(case["lon"]), ref.lat, ref.lon or 0) <= float(
            case["km"]
        ):
            right += 1
        elif ref.lat is not None:
            wrong.append(f"{case['text']} -> {ref.name}")
    print(f"{'hard spellings':16} {len(cases):7} right {right}, wrong {len(wrong)} {wrong}")
    return Figure("places", "hard spellings of our own: right", right / len(cases))


def _span(case: dict[str, str]) -> tuple[int, int]:
    start = case["context"].index(case["text"])
    return start, start + len(case["text"])


if __name__ == "__main__":
    sys.exit(main())
