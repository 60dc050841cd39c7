"""What a fusion found out about a claim, as one line of JSON: so that a later article can be compared with it, without the
article that it stands in and the rest of the record.

Only what rests on more than the claim itself is in the line; what follows from the claim is worked out again.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import orjson

from vigil.fuse.accounts.witnesses import Voice
from vigil.fuse.facts import Facts, Window, of_claim
from vigil.fuse.victims import Victim
from vigil.model.claim import Claim
from vigil.model.codec import from_plain, to_plain
from vigil.model.entity import PlaceRef


@dataclass(frozen=True, slots=True)
class Line:
    """A line read: the claim's type and window, by which it may be known at once that it tells of another day."""

    type: str
    window: Window | None
    plain: Mapping[str, Any]


def written(facts: Facts) -> str:
    """A claim's facts as a line."""
    claim, window = facts.claim, facts.window
    own = facts.place is not None and facts.place == claim.place
    plain = {
        "type": claim.type,
        "published": facts.published,
        "window": [window.first, window.last, window.origin] if window else None,
        "place": "own" if own else to_plain(facts.place),
        "place_words": sorted(facts.place_words),
        "borrowed": facts.place_borrowed,
        "named": sorted(facts.named),
        "stems": sorted(facts.stems),
        "again": facts.again,
        "main": facts.main,
        "order": facts.order,
        "past": facts.past,
        "spot": sorted(facts.spot),
        "victims": [[v.least, *([sorted(name) for name in v.names])] for v in facts.victims],
        "beside": facts.beside,
    }
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"))


def with_claim(line: str, claim: Claim) -> str:
    """A line of ``written`` with the claim itself, where it is not as the record has it."""
    return f'{line[:-1]},"claim":{json.dumps(to_plain(claim), ensure_ascii=False, separators=(",", ":"))}}}'


def read(line: str) -> Line:
    """A line of ``written``. Raises ValueError or KeyError on anything else."""
    try:
        plain = orjson.loads(line)
    except orjson.JSONDecodeError:  # half a surrogate pair, or no JSON
        plain = json.loads(line)
    return Line(plain["type"], Window(*plain["window"]) if plain["window"] else None, plain)


def facts_of(line: Line, claim: Claim) -> Facts:
    """The facts again; ``claim`` is as the record has it."""
    plain = line.plain
    claim = from_plain(Claim, plain["claim"]) if "claim" in plain else claim
    place = plain["place"]
    return of_claim(
        claim,
        published=plain["published"],
        window=line.window,
        place=claim.place if place == "own" else from_plain(PlaceRef, place) if place is not None else None,
        place_words=frozenset(plain["place_words"]),
        place_borrowed=plain["borrowed"],
        named=tuple(plain["named"]),
        stems=tuple(plain["stems"]),
        again=plain["again"],
        main=plain["main"],
        order=plain["order"],
        past=plain["past"],
        spot=frozenset(plain["spot"]),
        victims=tuple(Victim(tuple(map(frozenset, names)), least) for least, *names in plain["victims"]),
        beside=plain["beside"],
    )


def voice_written(voice: Voice) -> str:
    """Who says a claim, as a line."""
    plain = [voice.key, voice.name, voice.kind, voice.side, voice.origin, voice.stands]
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"))


def voice_read(line: str) -> Voice:
    """A line of ``voice_written``. Raises ValueError or TypeError on anything else."""
    return Voice(*json.loads(line))
