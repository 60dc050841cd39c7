"""Texts with places that are certain, from sets whose licence allows weights: what the ranker of places learns from.

Coded places: IDRISI-D (tweets; points of OpenStreetMap), UCDP GED of Iraq and Ukraine (headlines with the event's place;
Syria's are kept for ``bench.villages``), MUC-4's train part (country, department, town), GUM and MEANTIME (links to
Wikipedia, whose title says or ``data/places_titles.csv`` knows the country). Places that the words themselves make
certain: in "Tripoli, Libya" the holder is taken as the label and cut out of the text, wherever it stands behind that name.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from bench.gold import read
from bench.villages import gazetteer, spelled
from vigil.model.entity import Place, distance_km
from vigil.model.text import Bounds
from vigil.reference.index import alpha3, countries
from vigil.reference.keys import fold
from vigil.reference.tables import Reference
from vigil.resolve.places.find import find_toponyms

Accept = Callable[[Place], bool]
TITLES = Path(__file__).parent / "data" / "places_titles.csv"
#: Sets whose running text is looked through for "Name, Holder".
RUNNING = (
    "tempeval3/train.jsonl.gz", "rams/dev.jsonl.gz", "event_location/train.jsonl.gz", "uds_factuality/train.jsonl.gz",
    "ecbplus/train.jsonl.gz", "wikievents/dev.jsonl", "ngec_synthetic/train.jsonl.gz", "gum_open/train.jsonl.gz",
    "meantime_en/all.jsonl", "causal_news_corpus/train.jsonl", "re3d/train.jsonl", "claims/train.jsonl",
)  # fmt: skip
#: Tweets of one event that are read as one text, as an article about it would name its places.
TWEETS = (1, 6)
DIVISIONS = ("province", "state", "district", "region")
#: Kilometres within which a place's point is a coder's, by what the coder says it is.
WITHIN = {"City/town": 40.0, "County": 60.0, "District": 60.0, "Neighborhood": 40.0, "Island": 100.0}
VILLAGE_KM = 10.0
_LIKELY = re.compile(r"[A-Z][\w.'’-]*(?:,| \(|,? in) (?:\w+ )?[A-Z]")
_PAIR = re.compile(r"(?:,| \(|,? in)\s+(?:(?:north|south|east|west|central)\w*\s+)?")


@dataclass(frozen=True, slots=True)
class Label:
    """What a stretch of a text means: the candidates that it accepts are right, and where none is, none of them."""

    bounds: Bounds
    accept: Accept


@dataclass(frozen=True, slots=True)
class Text:
    """One text with all its place names, some of them labelled. ``group``: what must not be in two folds."""

    source: str
    group: str
    text: str
    spans: tuple[Bounds, ...]
    labels: tuple[Label, ...]
    theatre: str = ""
    overlay: bool = False  # read with UCDP's gazetteer loaded


def tweets(gold: Path, part: str = "train") -> Iterator[Text]:
    """IDRISI-D in English, one text for one and for six tweets of an event; a tweet that was sent again counts once."""
    seen, events = set[str](), dict[str, list[dict[str, Any]]]()
    for row in read(gold / "geo_idrisi" / f"en.{part}.jsonl{'.gz' if part == 'train' else ''}"):
        key = fold(re.sub(r"@\S+|https?\S+", "", row["text"]))[:60]
        if key not in seen:
            seen.add(key)
            events.setdefault(row["event"], []).append(row)
    for event, rows in events.items():
        for size in TWEETS:
            for start in range(0, len(rows), size):
                text, labels = "", list[Label]()
                for row in rows[start : start + size]:
                    labels += _points(row["toponyms"], len(text))
                    text += row["text"] + "\n\n"
                if labels:
                    yield Text(f"tweets of {size}", event, text, tuple(one.bounds for one in labels), tuple(labels))


def _points(toponyms: Sequence[dict[str, Any]], shift: int) -> Iterator[Label]:
    for one in toponyms:
        if one["lat"] is None or one["confidence"] < 2 or one["text"][:1] in "#@" or not one["text"][0].isupper():
            continue
        code = alpha3().get((one["country"] or "").upper(), "")
        bounds = (one["start"] + shift, one["end"] + shift)
        if one["label"] == "Country" and code:
            yield Label(bounds, lambda p, code=code: p.id == f"iso:{code}")
        elif one["label"] == "State" and code:
            yield Label(
                bounds,
                lambda p, code=code, one=one: (
                    p.country == code and p.kind in DIVISIONS and _within(p, one, max(100.0, p.radius_km))
                ),
            )
        elif one["label"] in WITHIN:
            yield Label(bounds, lambda p, one=one: p.kind != "country" and _within(p, one, WITHIN[one["label"]]))


def _within(place: Place, point: dict[str, Any], km: float) -> bool:
    return place.lat is not None and distance_km(point["lat"], point["lon"], place.lat, place.lon or 0.0) <= km


def headlines(gold: Path) -> Iterator[Text]:
    """UCDP's headlines on Iraq and Ukraine, read with its gazetteer and without."""
    for theatre, name in (("iraq", "iraq.jsonl.gz"), ("ukraine", "ukraine.jsonl")):
        seen = set[tuple[str, str]]()
        for event in read(gold / "ucdp_ged_ukraine_iraq" / name):
            if event["where_prec"] != 1 or event.get("lat") is None:
                continue
            for source in event["sources"] or ():
                headline = source.get("headline") or ""
                span = spelled(headline, event)
                if span is None or (headline, event["where_coordinates"]) in seen:
                    continue
                seen.add((headline, event["where_coordinates"]))
                label = Label(span, lambda p, event=event: _within(p, event, VILLAGE_KM) and p.kind not in DIVISIONS)
                for overlay in (True, False):
                    known = "known" if overlay else "unknown"
                    yield Text(
                        f"villages {known}", headline[:40], headline, (span,), (label,), theatre, overlay=overlay
                    )


def reports(gold: Path) -> Iterator[Text]:
    """MUC-4: the places of its templates, with the country and department that they are coded in; capitals as in prose."""
    rows = read(gold / "muc4" / "train.jsonl.gz")
    chains = {row["id"]: list(_chains(row)) for row in rows}
    known = {name.title() for told in chains.values() for chain in told for name, _ in chain}
    names = re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, known), key=lambda n: (-len(n), n)))})\b")
    for row in rows:
        text = re.sub(r"[A-Z]+", lambda m: m[0].capitalize(), row["text"])
        labelled: dict[str, Accept] = {}
        for chain in chains[row["id"]]:
            for level, (name, _) in enumerate(chain):
                labelled.setdefault(name.title(), _coded(chain[: level + 1]))
        spans = [m.span() for m in names.finditer(text)]
        labels = [Label(s, labelled[text[slice(*s)]]) for s in spans if text[slice(*s)] in labelled]
        if labels:
            yield Text("reports", row["id"], text, tuple(spans), tuple(labels))


def _chains(row: dict[str, Any]) -> Iterator[list[tuple[str, str]]]:
    """Country, department, town: each with the coder's word for it."""
    for template in row["templates"]:
        told = template["slots"].get("incident_location")
        for filler in told if isinstance(told, list) else ():
            for chain in filler.get("locations", ()):
                pairs = [(part["name"], part["type"] or "") for part in chain]
                if pairs and all("(" not in name for name, _ in pairs) and _country(pairs[0][0]):
                    kinds = ("CITY", "TOWN", "VILLAGE", "MUNICIPALITY", "DEPARTMENT", "PROVINCE", "CAPITAL")
                    yield pairs[:1] + [pair for pair in pairs[1:] if pair[1] in kinds]


def _coded(chain: Sequence[tuple[str, str]]) -> Accept:
    code, (_, kind) = _country(chain[0][0]), chain[-1]
    if len(chain) == 1:
        return lambda p: p.id == f"iso:{code}"
    wide = kind in ("DEPARTMENT", "PROVINCE")
    return lambda p: p.country == code and p.kind != "country" and (p.kind in DIVISIONS) == wide


def _country(name: str) -> str:
    key = fold(name)
    return next((c.iso3 for c in countries().values() if any(fold(n) == key for n in c.names)), "")


def linked(gold: Path, reference: Reference) -> Iterator[Text]:
    """GUM and MEANTIME: names with a link to a Wikipedia article whose country is certain."""
    with TITLES.open(encoding="utf-8", newline="") as lines:
        table = {row["title"]: row["country"] for row in csv.DictReader(lines)}
    for name, field in (("gum_open/train.jsonl.gz", "entities"), ("meantime_en/all.jsonl", "mentions")):
        for row in read(gold / name):
            labels = []
            for one in row[field]:
                title = unquote((one["link"] or "").rsplit("/", 1)[-1]).replace("_", " ")
                words = row["text"][one["start"] : one["end"]]
                accept = _titled(title, table, reference)
                # "Canadians" and "the city" are linked too.
                if accept is not None and fold(words).removeprefix("the ") in fold(title):
                    labels.append(Label((one["start"], one["end"]), accept))
            labels = [x for x in labels if not any(_inside(x.bounds, y.bounds) for y in labels)]
            if labels:
                spans = _apart([x.bounds for x in labels], find_toponyms(row["text"], reference))
                yield Text("linked", row["id"], row["text"], spans, tuple(labels))


def _titled(title: str, table: dict[str, str], reference: Reference) -> Accept | None:
    code = _country(title)
    if code:
        return lambda p: p.id == f"iso:{code}"
    first, _, holder = title.partition(", ")
    if holder:
        ids = holders(holder, reference)
        return (lambda p: _held(p, ids)) if ids else None
    if title not in table:
        return None
    # "Texas" is the state; "New York City" no division.
    wide = any(
        c.place.id.startswith("adm1:") and c.place.country == table[title]
        for c in reference.places.lookup(first.partition(" (")[0])
    ) and first not in {c.capital for c in countries().values()}
    return lambda p: p.country == table[title] and p.kind != "country" and ((p.kind in DIVISIONS) or not wide)


def holders(name: str, reference: Reference) -> frozenset[str]:
    """Ids of the countries and first-level divisions of exactly this name."""
    found = (c.place.id for c in reference.places.lookup(name.strip(" .")) if c.key_kind != "skeleton")
    return frozenset(one for one in found if one.startswith(("iso:", "adm1:")))


def _held(place: Place, ids: frozenset[str]) -> bool:
    return place.id not in ids and not ids.isdisjoint((place.parent, f"iso:{place.country}"))


def _inside(one: Bounds, two: Bounds) -> bool:
    return one != two and two[0] <= one[0] and one[1] <= two[1]


def _apart(first: Sequence[Bounds], more: Sequence[Bounds]) -> tuple[Bounds, ...]:
    free = [s for s in more if all(s[1] <= t[0] or t[1] <= s[0] for t in first)]
    return tuple(sorted({*first, *free}))


def qualified(gold: Path, reference: Reference) -> Iterator[Text]:
    """Texts in which a name's holder stands beside it, without that holder; every mention of the name is labelled."""
    for name in RUNNING:
        seen = set[str]()
        for row in read(gold / name):
            text = row["text"]
            if text in seen or row.get("source") == "BBC Online" or not _LIKELY.search(text):
                continue
            seen.add(text)
            pairs = list(_pairs(text, reference))
            if not pairs:
                continue
            shorter, end = "", 0
            for _, cut, _ in pairs:
                shorter, end = shorter + text[end : cut[0]], cut[1]
            shorter += text[end:]
            labels = [
                Label(m.span(), lambda p, ids=ids: _held(p, ids))
                for words, ids in {words: ids for words, _, ids in pairs}.items()
                for m in re.finditer(rf"\b{re.escape(words)}\b", shorter)
            ]
            spans = _apart([x.bounds for x in labels], find_toponyms(shorter, reference))
            group = str(row.get("topic") or row.get("headline") or row.get("id") or row.get("doc") or text[:40])
            yield Text(f"qualified, {name.partition('/')[0]}", group, shorter, spans, tuple(labels))


def _pairs(text: str, reference: Reference) -> Iterator[tuple[str, Bounds, frozenset[str]]]:
    """Names with the stretch behind them that names their holder, and the holder's ids; lists of places are left out."""
    spans = find_toponyms(text, reference)
    for one, two in pairwise(spans):
        if not _PAIR.fullmatch(text[one[1] : two[0]]):
            continue
        words, ids = text[slice(*one)], holders(text[slice(*two)], reference)
        comma = text[one[1]] == ","
        listed = comma and (text[: one[0]].rstrip().endswith(",") or re.match(r",? (?:and|or) [A-Z]", text[two[1] :]))
        found = [c.place for c in reference.places.lookup(words) if c.key_kind != "skeleton"]
        lands = any(p.id.startswith(("iso:", "adm1:")) and not _held(p, ids) for p in found)
        inside = [p for p in found if _held(p, ids)]
        if ids and not listed and inside and len(inside) < len(found) and not (lands and comma and listed):
            # "Georgia, Alabama" names two states far likelier than a hamlet of the other.
            if lands and max(p.population for p in inside) < 1000:
                continue
            yield words, (one[1], two[1]), ids


def all_texts(gold: Path, reference: Reference) -> Iterator[Text]:
    """Every text of every source."""
    yield from tweets(gold)
    yield from headlines(gold)
    yield from reports(gold)
    yield from linked(gold, reference)
    yield from qualified(gold, reference)


def with_villages(gold: Path) -> Reference:
    """The reference with UCDP's gazetteer on top."""
    return Reference.load(overlays=(gazetteer(gold / "gazetteer_ucdp" / "places.jsonl"),))
