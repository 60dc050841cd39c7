"""Small records drawn at random, dense enough that every comparison has something to compare."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from tests.fuse.builders import MINISTRY, MONITOR, NORTH, SOUTH, TARN, VELM, Stance, Status, article, claim, town
from vigil.model.claim import Claim, Mention
from vigil.model.entity import ActorRef, PlacePrecision, PlaceRef
from vigil.model.interval import Interval
from vigil.model.text import Document, Span

ORSA = replace(VELM, text="Orsa", place_id="pack:orsa", name="Orsa", precision=PlacePrecision.PROVINCE, radius_km=80.0)
PLACES = (
    replace(VELM, within=("pack:orsa", "iso:ORS")),
    replace(TARN, within=("pack:orsa",)),
    town("Hask", 10.05, 20.05),
    town("Sund", 10.3, 20.2),
    ORSA,
    replace(ORSA, text="Orsland", place_id="iso:ORS", name="Orsland", precision=PlacePrecision.COUNTRY, lat=None),
    replace(VELM, text="Farland", place_id="iso:FAR", precision=PlacePrecision.COUNTRY, country="FAR"),
    PlaceRef(text="the old quarry"),
    PlaceRef(text="quarry road near Velm"),
)
PARTIES: tuple[ActorRef | str, ...] = (
    NORTH, SOUTH, MINISTRY, MONITOR, "northern army jets", "jets of the south", "residents", "army",
    ActorRef(text="river guard", side="orsa/south"),
)  # fmt: skip
STRINGS = tuple(party for party in PARTIES if isinstance(party, str))
KINDS = (
    ("airstrike", "bombed", ("",)), ("attack", "attack", ("",)), ("attack", "attacks", ("",)),
    ("casualties", "killed", ("",)),
    ("takeover", "seized", ("captured", "recaptured", "lost", "holds", "")), ("shelling", "shelled", ("",)),
    ("ceasefire", "truce", ("agreed", "declared", "violated", "holds")), ("siege", "siege", ("imposed", "lifted")),
    ("accusation", "accused", ("",)),
)  # fmt: skip
WORDS = (
    "the market in Velm was hit, Dr Amin Sorel said", "rockets fell on the old quarry of Tarn",
    "near the port of Hask, officials told Amin Sorel", "in the early hours after the truce",
    "as in the winter of 2029", "as in March",
)  # fmt: skip


def record(seed: int, size: int = 12) -> tuple[list[Document], list[Claim]]:
    """Up to ``size`` claims in three to five articles; the same for one seed."""
    chance = random.Random(seed)
    documents, claims = [], []
    for number in range(chance.randint(3, 5)):
        day = date(2031, 3, 1) + timedelta(days=chance.choice((0, 0, 1, 3, 40)))
        told = [(*chance.choice(KINDS), chance.choice(WORDS)) for _ in range(max(1, size // 4))]
        article_ = "the " if chance.random() < 0.3 else "a "
        text = ". ".join(f"{article_}{n} {word} {words}" for n, (_, word, _, words) in enumerate(told))
        document = article(f"d{seed}x{number}", text, str(day), title=chance.choice(WORDS))
        if chance.random() < 0.15:
            document = replace(document, published=None, published_precision="unknown")
        documents.append(document)
        for s, (kind, word, modes, _) in enumerate(told):
            claims.append(_claim(chance, document, f"{s} {word}", kind, chance.choice(modes)))
            if chance.random() < 0.2:  # a second act in the same sentence
                claims.append(_claim(chance, document, f"{s} ", "destruction", ""))
    return documents, claims


def _claim(chance: random.Random, document: Document, trigger: str, kind: str, mode: str) -> Claim:
    fields: dict[str, Any] = {"mode": mode}
    for role in ("agent", "target", "source"):
        if chance.random() < 0.6:
            fields[role] = chance.choice(PARTIES)
    for count in ("killed", "wounded"):
        if chance.random() < 0.5:
            low = chance.choice((None, 0, 2, 7, 7, 12))
            fields[count] = (low, chance.choice((None, low)) if low is not None else 9)
    if chance.random() < 0.7:
        fields["place"] = chance.choice(PLACES + PLACES[:1] * 8)
    if chance.random() < 0.15:
        fields["stance"] = chance.choice((Stance.DENIES, Stance.DECLINES))
    if chance.random() < 0.15:
        fields["status"] = chance.choice((Status.INTENDED, Status.NEGATED))
    first = date(2031, 3, 1) + timedelta(days=chance.choice((0, 0, 1, 2, 9)))
    made = claim(document, trigger, kind, **fields)
    made = replace(made, arguments=tuple(map(_written, made.arguments)), sources=tuple(map(_written, made.sources)))
    if chance.random() < 0.5:
        last = first + timedelta(days=chance.choice((0, 0, 1, 20)))
        made = replace(made, when=Interval.days(first, last))
    if chance.random() < 0.4:
        span = document.span(made.trigger.start, made.trigger.end + 4)
        made = replace(made, arguments=(*made.arguments, Mention(role="instrument", span=span)))
    if chance.random() < 0.3:
        words = chance.choice(("Hask", "the town of Hask", "Sund"))
        made = replace(made, arguments=(*made.arguments, Mention(role="from", span=Span(0, len(words), words))))
    if made.place is not None and chance.random() < 0.4:
        words = chance.choice(("the Mill quarter", "the harbour of Velm"))
        made = replace(made, arguments=(*made.arguments, Mention(role="place", span=Span(0, len(words), words))))
    if len(made.of("agent")) == 1 and chance.random() < 0.2:
        second = chance.choice([party for party in PARTIES if isinstance(party, ActorRef)])
        made = replace(made, arguments=(*made.arguments, replace(made.of("agent")[0], actor=second)))
    if chance.random() < 0.2:
        words = chance.choice(("Ilse Dorvane", "Brask Noor"))
        made = replace(made, arguments=(*made.arguments, Mention(role="target", span=Span(0, len(words), words))))
    return made


def _written(mention: Mention) -> Mention:
    """A mention in its party's own words, wherever these stand: the texts here do not hold them."""
    words = mention.actor.text if mention.actor else STRINGS[len(mention.role) % len(STRINGS)]
    return replace(mention, means=Span(0, len(words), words))
