"""Why given places of a set are missed, and what a full gazetteer would be needed for. ``python -m bench.places_causes``.

Each span of the gold is put under the first that holds: resolved within 161 km; in a wide land that we name; "another
taken": a place of that name that lies there was among the candidates; "named, elsewhere": places of that name are known, but
none there; "no such name": none is known. The last two are out of reach of any ranking. What kind of thing a missed name is
says GeoNames' own class where the gold has it (geo_lgl), else its last word alone; of places without a GeoNames id a full
file would not help either.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from bench.gold import GOLD, read
from bench.table import Figure, keep, option
from vigil.model.entity import Place, PlacePrecision, PlaceRef, distance_km
from vigil.reference.keys import fold
from vigil.reference.tables import Reference
from vigil.resolve.places import story as places_story
from vigil.resolve.places.facility import is_facility
from vigil.resolve.places.link import PlaceResolver
from vigil.resolve.places.words import parse

SETS = ("geo_geowebnews", "geo_lgl")
KM = 161
#: "The Atlantic", "the Middle East": where the middle of such an area lies is a matter of convention.
WIDE = "the right land, its middle elsewhere"
_WATER = frozenset(
    "river creek lake bay gulf sea ocean strait canal island islands peninsula beach point cape coast falls reservoir "
    "mountain mountains mount hill hills valley canyon desert forest ridge peak park".split()
)
#: GeoNames' feature classes and, of the first, codes: http://www.geonames.org/export/codes.html
_CLASSES = {
    "P": "town, village", "PPLX": "quarter of a town", "A": "division", "H": "water", "T": "hill, island", "L": "area, park",
    "S": "building, institution", "R": "road, railway", "V": "forest, heath",
}  # fmt: skip
_DIVISION = frozenset("county province district region state governorate oblast parish township council".split())


def measure(gold: Path = GOLD, *, names: int = 0) -> list[Figure]:
    """Print one table a set and give its figures; says so where the data is absent."""
    resolver, figures = PlaceResolver(Reference.load()), list[Figure]()
    for name in SETS:
        path = gold / name / "test.jsonl.gz"
        if not path.exists():
            print(f"{name}: no data: set --gold")
            continue
        causes, kinds, told = Counter[str](), Counter[tuple[str, str]](), Counter[tuple[str, str]]()
        unlisted = Counter[str]()
        for document in read(path):
            spans = [t for t in document["toponyms"] if t.get("lat") is not None]
            refs = resolver.geoparse(document["text"], [(t["start"], t["end"]) for t in spans])
            countries = places_story.read(document["text"], resolver.reference).countries
            for toponym, ref in zip(spans, refs, strict=True):
                there = ref.lat is not None and _near(toponym, ref.lat, ref.lon or 0.0)
                wide = not there and _inside(toponym, ref)
                cause = (
                    "right"
                    if there
                    else WIDE
                    if wide
                    else _cause(resolver, toponym, countries, resolved=ref.lat is not None)
                )
                causes[cause] += 1
                if cause not in ("right", WIDE):
                    kinds[cause, _kind(toponym)] += 1
                    unlisted[cause] += not toponym.get("geonames_id")
                    told[cause, toponym["text"]] += 1
        count = causes.total()
        print(f"{name}: {count} places given")
        for cause, number in causes.most_common():
            parts = ", ".join(f"{kind} {n}" for (c, kind), n in kinds.most_common() if c == cause)
            parts += f"; without a GeoNames id {unlisted[cause]}" if unlisted[cause] else ""
            print(f"  {cause:38} {number:5} {number / count:6.3f}  {parts}")
            if names and cause != "right":
                print(f"    {[f'{w} {n}' if n > 1 else w for (c, w), n in told.most_common() if c == cause][:names]}")
        reach = (causes["right"] + causes[WIDE] + causes["another taken"]) / count
        figures.append(Figure("places", f"{name}, spans given: within reach of ranking", reach))
    return figures


def _near(toponym: dict[str, Any], lat: float, lon: float) -> bool:
    return distance_km(toponym["lat"], toponym["lon"], lat, lon) <= KM


def _inside(toponym: dict[str, Any], ref: PlaceRef) -> bool:
    """Whether the gold's point lies in an area wider than the distance that is allowed, and the area is what was meant."""
    named = ref.precision in (PlacePrecision.REGION, PlacePrecision.COUNTRY) and ref.radius_km > KM
    return named and distance_km(toponym["lat"], toponym["lon"], ref.lat or 0.0, ref.lon or 0.0) <= ref.radius_km


def _cause(resolver: PlaceResolver, toponym: dict[str, Any], countries: Sequence[str], *, resolved: bool) -> str:
    words = str(toponym["text"])
    found: list[Place] = []
    for name in dict.fromkeys((words, parse(words).core)):
        found += [c.place for c in resolver.gazetteer.lookup(name, countries=countries)]
    if any(p.lat is not None and _near(toponym, p.lat, p.lon or 0.0) for p in found):
        return "another taken"
    if found:
        return "named, elsewhere"
    return "no such name, resolved" if resolved else "no such name"


def _kind(toponym: Mapping[str, Any]) -> str:
    coded = _CLASSES.get(toponym.get("feature_code") or "") or _CLASSES.get(toponym.get("feature_class") or "")
    if coded:
        return coded
    words = str(toponym["text"])
    parts = fold(words).split() or [""]
    if parts[-1] in _WATER or parts[0] in ("lake", "mount", "gulf", "isle"):
        return "water, land, park"
    if parts[-1] in _DIVISION:
        return "division"
    return "building, street, institution" if is_facility(words) else "other"


def main() -> int:
    """Exit 0 also when the gold sets are absent."""
    parser = option(argparse.ArgumentParser(description=__doc__))
    parser.add_argument("--gold", type=Path, default=GOLD)
    parser.add_argument("--names", type=int, default=0, help="print so many names a cause")
    options = parser.parse_args()
    keep(measure(options.gold, names=options.names), options.json)
    return 0


if __name__ == "__main__":
    sys.exit(main())
