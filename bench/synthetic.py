"""A record of any size for measuring cost: events with the places, days, types and sides of UCDP GED Syria, retold.

Each coded event is told by one to nine texts, four in the mean; a text carries five claims of its day, and names place, day
and toll in filler words of a Zipf vocabulary. When the coded events are used up the same war is fought again four years
later, so that a larger record is a longer one and no day grows denser. Same size, same record.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import accumulate
from typing import Any

from vigil.model.claim import Claim, Count, Mention
from vigil.model.entity import ActorRef, PlacePrecision, PlaceRef
from vigil.model.interval import Interval
from vigil.model.text import Document, Span, digest_id

PER_TEXT = 5
OUTLETS = [f"Outlet {n}" for n in range(40)]
PRECISION = {1: PlacePrecision.EXACT, 2: PlacePrecision.NEAR, 3: PlacePrecision.DISTRICT, 4: PlacePrecision.PROVINCE}
KINDS = {
    1: ("attack", "airstrike", "shelling", "casualties"),
    2: ("attack", "bombing"),
    3: ("bombing", "killing", "airstrike"),
}
VOCABULARY = [f"w{n}ord" for n in range(20_000)]
_WEIGHTS = list(accumulate(1 / (n + 10) for n in range(len(VOCABULARY))))
ROUND = timedelta(days=4 * 365)

Telling = tuple[date, int, dict[str, Any], date]


def record(coded: Sequence[dict[str, Any]], size: int) -> tuple[list[Document], list[Claim]]:
    """About ``size`` claims (never more) and their documents."""
    chance = random.Random(20161231)
    documents: list[Document] = []
    claims: list[Claim] = []
    tellings = sorted(_tellings(coded, size, chance), key=lambda told: (told[0], told[1]))
    for at in range(0, len(tellings), PER_TEXT):
        document, told = _article(at // PER_TEXT, tellings[at : at + PER_TEXT], chance)
        documents.append(document)
        claims += told
    return documents, claims


def _tellings(coded: Sequence[dict[str, Any]], size: int, chance: random.Random) -> Iterator[Telling]:
    made, again = 0, 0
    while made < size:
        for row in coded:
            happened = date.fromisoformat(row["date_start"]) + again * ROUND
            for _ in range(min(9, 1 + int(chance.expovariate(1 / 3)))):
                if made < size:
                    made += 1
                    yield happened + timedelta(days=chance.choice((0, 0, 1, 1, 2))), made, row, happened
        again += 1


def _article(number: int, tellings: Sequence[Telling], chance: random.Random) -> tuple[Document, list[Claim]]:
    parts: list[str] = []
    bounds: list[tuple[int, int]] = []
    plans: list[tuple[dict[str, Any], date, str, int]] = []
    at = 0
    for _, _, row, happened in tellings:
        kind = chance.choice(KINDS.get(row["type_of_violence"], ("attack",)))
        toll = max(0, int(row["best"]) + chance.choice((0, 0, 0, 1, -1)))
        filler = " ".join(chance.choices(VOCABULARY, cum_weights=_WEIGHTS, k=12))
        sentence = f"{kind} by {row['side_a']} in {row['where_coordinates']} killed {toll} {filler}."
        parts.append(sentence)
        bounds.append((at, at + len(sentence)))
        plans.append((row, happened, kind, toll))
        at += len(sentence) + 1
    text = " ".join(parts)
    published = max(told[0] for told in tellings)
    document = Document(
        id=f"d{number:07d}",
        key=f"d{number:07d}",
        digest=digest_id("", [text], 64),
        text=text,
        title=f"News of {plans[0][0]['where_coordinates']}",
        outlet=chance.choice(OUTLETS),
        published=datetime(published.year, published.month, published.day, tzinfo=UTC),
        published_precision="day",
        sentences=tuple(bounds),
    )
    return document, [
        _claim(document, s, row, happened, kind, toll, dated=chance.random() < 0.5)
        for s, (row, happened, kind, toll) in enumerate(plans)
    ]


def _claim(
    document: Document, s: int, row: dict[str, Any], happened: date, kind: str, toll: int, *, dated: bool
) -> Claim:
    start, end = document.sentences[s]
    trigger = Span.of(document.text, start, start + len(kind))
    name = row["where_coordinates"]
    agent = ActorRef(text=row["side_a"], actor_id=f"ged/{row['side_a_new_id']}", name=row["side_a"], kind="armed_group")
    target = ActorRef(
        text=row["side_b"], actor_id=f"ged/{row['side_b_new_id']}", name=row["side_b"], kind="armed_group"
    )
    place = PlaceRef(
        text=name,
        place_id=f"ged:{row['lat']:.3f}:{row['lon']:.3f}",
        name=name,
        lat=row["lat"],
        lon=row["lon"],
        radius_km=3.0,
        precision=PRECISION.get(row["where_prec"], PlacePrecision.REGION),
        country="SYR",
        within=(f"adm2:{row['adm_2']}", f"adm1:{row['adm_1']}", "SYR"),
    )
    at = document.text.find(name, start, end)
    return Claim(
        id=digest_id("c", [document.id, s]),
        doc=document.id,
        s=s,
        sentence=(start, end),
        trigger=trigger,
        type=kind,
        arguments=(
            Mention(role="agent", span=Span.of(document.text, start, start + 1), actor=agent),
            Mention(role="target", span=Span.of(document.text, start, start + 1), actor=target),
            Mention(role="place", span=Span.of(document.text, at, at + len(name)), place=place),
        ),
        counts=(Count(kind="killed", min=toll, max=toll),),
        confidence=0.9,
        when=Interval.day(happened) if dated else None,
        place=place,
    )
