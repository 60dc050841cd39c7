"""Village level: the places of UCDP's coded events in the headlines that they were coded from. ``python -m bench.villages``.

The gazetteer of UCDP places is loaded as a user would load it. A headline counts when some of its capitalised words are
spelled much like the event's coded place (rapidfuzz, not our own keys); these words are given. Headline and place are
counted once, however many events cite them. Only events that UCDP places exactly (precision 1).
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz

from bench.gold import GOLD, read
from bench.table import Figure, keep, option
from vigil.model.entity import distance_km
from vigil.model.text import Bounds
from vigil.reference import loaders
from vigil.reference.gazetteer import Overlay
from vigil.reference.keys import fold
from vigil.reference.tables import Reference
from vigil.resolve.places.find import find_toponyms
from vigil.resolve.places.link import PlaceResolver

ASKED = 0.85
KM = 10
#: rapidfuzz ratio (0-100) of the folded spellings without articles from which a headline's words are the coded place.
ALIKE = 78
YEARS = range(2016, 2020)
_KIND = re.compile(r"\s+(?:village|town|city|district|neighbou?rhood|governorate|area|camp|suburb)$", re.I)
_ARTICLE = re.compile(r"\b(?:al|el|ar|as|ash|at|ad|an|az)\b")
_CAPITAL = re.compile(
    r"(?:(?:al|el|ash?|ar|at|ad)-)?[A-Z][\w'’`-]*(?:\s(?:(?:al|el|ash?|ar|at|ad)[- ])?[A-Z][\w'’`-]*){0,2}"
)


def cases(gold: Path) -> Iterator[tuple[str, Bounds, dict[str, Any]]]:
    """Headline, bounds of the coded place's words in it, the event."""
    seen = set()
    for year in YEARS:
        for event in read(gold / "ucdp_ged_syria" / f"syria_{year}.jsonl.gz"):
            if event["where_prec"] != 1 or event.get("lat") is None:
                continue
            for source in event["sources"]:
                headline = source["headline"] or ""
                key = (headline, event["where_coordinates"])
                if key in seen:
                    continue
                seen.add(key)
                span = spelled(headline, event)
                if span is not None:
                    yield headline, span, event


def _bare(words: str) -> str:
    return " ".join(_ARTICLE.sub(" ", fold(words)).split())


def spelled(headline: str, event: Mapping[str, Any]) -> Bounds | None:
    """Bounds of the words of a headline that are spelled much like the event's coded place, None for none."""
    name = _bare(_KIND.sub("", event["where_coordinates"]))
    best: tuple[float, Bounds] | None = None
    for match in _CAPITAL.finditer(headline):
        parts = [m.span() for m in re.finditer(r"\S+", match[0])]
        for one in range(len(parts)):
            for two in range(one, len(parts)):
                start, end = match.start() + parts[one][0], match.start() + parts[two][1]
                ratio = fuzz.ratio(_bare(headline[start:end]), name)
                if ratio >= ALIKE and (best is None or ratio > best[0]):
                    best = (ratio, (start, end))
    return best[1] if best else None


def measure(gold: Path = GOLD, *, misses: int = 0) -> list[Figure]:
    """Print one table and give its figures; says so where the data is absent."""
    file = gold / "gazetteer_ucdp" / "places.jsonl"
    if not file.exists() or not (gold / "ucdp_ged_syria").exists():
        print("gazetteer_ucdp, ucdp_ged_syria: no data: set --gold")
        return []
    told = list(cases(gold))
    figures = []
    print(f"{'':28} {'headlines':>9} {'<=10 km':>8} {'resolved':>9} {'found and <=10 km':>18}")
    for what, overlays in (("with the UCDP gazetteer", (gazetteer(file),)), ("the Syria pack alone", ())):
        resolver = PlaceResolver(Reference.load(overlays=overlays))
        near = known = found = 0
        for headline, span, event in told:
            ref = resolver.geoparse(headline, [span], theatre="syria")[0]
            known += ref.lat is not None
            close = ref.lat is not None and _apart(event, ref.lat, ref.lon or 0.0) <= KM
            near += close
            found += close and any(
                s[0] <= span[0] and span[1] <= s[1]
                for s in find_toponyms(headline, resolver.reference, theatre="syria")
            )
            if misses and not close and overlays:
                misses -= 1
                print(
                    f"  {headline[slice(*span)]!r}: {event['where_coordinates']}, ours {ref.name} ({ref.score.reason})"
                )
        count = len(told)
        print(f"{what:28} {count:9} {near / count:8.3f} {known / count:9.3f} {found / count:18.3f}")
        figures.append(
            Figure("places", f"villages in UCDP headlines, {what}: within 10 km", near / count, ASKED, "asked")
        )
    return figures


def gazetteer(file: Path) -> Overlay:
    """The places without the ten that stand there twice: the loader refuses a file with such lines, as it should."""
    lines: dict[tuple[str, float, float], str] = {}
    for line in file.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        lines.setdefault((row["name"], row["lat"], row["lon"]), line)
    with tempfile.TemporaryDirectory() as folder:
        clean = Path(folder) / "ucdp.jsonl"
        clean.write_text("\n".join(lines.values()), encoding="utf-8")
        return loaders.load(clean, "ucdp")


def _apart(event: dict[str, Any], lat: float, lon: float) -> float:
    return distance_km(float(event["lat"]), float(event["lon"]), lat, lon)


def main() -> int:
    """Exit 0 also when the gold set is absent."""
    parser = option(argparse.ArgumentParser(description=__doc__))
    parser.add_argument("--gold", type=Path, default=GOLD)
    parser.add_argument("--misses", type=int, default=0, help="print so many misses")
    options = parser.parse_args()
    keep(measure(options.gold, misses=options.misses), options.json)
    return 0


if __name__ == "__main__":
    sys.exit(main())
