"""The fields of a claim that a person may correct: how a value is written, checked and put in.

A value is checked when the decision is made, against what is known then, and kept in a form that needs no look-up later
(a place with its point, an actor with its name), so that applying decisions is a pure function for ever.

========================  =====================================================================================
type mode stance status   a word of the codebook; ``none`` for no mode
source_kind               a word of the codebook
when                      ``2031-05-02``, ``2031-05``, ``2031`` or ``2031-05-01/2031-05-04`` (an open side empty); ``none``
place                     the id or name of a place in the record, ``LAT,LON[,RADIUS_KM] NAME``, or ``none``
agent target source       the id or name of an actor in the record, or ``none``; ``agent.2`` is the second one
killed wounded ...        ``4``, ``3..5``, ``5..``, ``..9`` or ``none``; ``27 running`` for a toll of more than this event
========================  =====================================================================================
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches

from vigil.model.claim import COUNT_KINDS, MODES, SOURCE_KINDS, TYPES, Claim, Count, Mention, Stance, Status
from vigil.model.codec import from_plain, to_plain
from vigil.model.entity import ActorRef, PlacePrecision, PlaceRef, ProvisionalActor
from vigil.model.errors import Misuse
from vigil.model.link import Score, decided_by
from vigil.review.days import interval_of

NONE = "none"
PARTIES = ("agent", "target", "source")
#: In the order in which they are put in: a mode is one of its type's.
FIELDS = ("type", "mode", "stance", "status", "source_kind", "when", "place", *PARTIES, *COUNT_KINDS)
#: What accepting a claim says of it, beside that it is one.
CORE = ("type", "mode", "stance", "status")
_COUNT = re.compile(r"(?:(\d{1,9})|(\d{1,9})?\.\.(\d{1,9})?)( running)?", re.ASCII)
_POINT = re.compile(r"(-?\d{1,2}(?:\.\d+)?),(-?\d{1,3}(?:\.\d+)?)(?:,(\d{1,4}(?:\.\d+)?))?\s+(\S.*)", re.ASCII)
_NAMED = 12  # how many right values a refusal lists


@dataclass(frozen=True, slots=True)
class Known:
    """Places and actors by id that a correction may name."""

    places: Mapping[str, PlaceRef] = field(default_factory=dict)
    actors: Mapping[str, ActorRef] = field(default_factory=dict)


def known_of(claims: Iterable[Claim], groups: Iterable[ProvisionalActor] = ()) -> Known:
    """The places and actors that a record's claims name, without the words that they were named by; and its groups."""
    places: dict[str, PlaceRef] = {}
    actors = {
        group.id: ActorRef(text="", actor_id=group.id, name=group.name, country=group.country, kind=group.kind)
        for group in groups
    }
    for claim in claims:
        mentions = (*claim.arguments, *claim.sources)
        for place in (claim.place, *(mention.place for mention in mentions)):
            if place is not None and place.place_id:
                places.setdefault(place.place_id, replace(place, text="", score=_NOBODY))
        for mention in mentions:
            if mention.actor is not None and mention.actor.actor_id:
                actors.setdefault(mention.actor.actor_id, replace(mention.actor, text="", slant=False, score=_NOBODY))
    return Known(dict(sorted(places.items())), dict(sorted(actors.items())))


_NOBODY = ActorRef(text="").score


def split_name(name: str) -> tuple[str, int]:
    """``agent.2`` as ("agent", 2). Raises Misuse, naming the right ones, for a field that there is not."""
    base, dot, number = name.partition(".")
    numbered = base in PARTIES and number.isascii() and number.isdigit() and 1 <= int(number) <= 9
    if base not in FIELDS or (dot and not numbered):
        raise Misuse(f"a claim has no field {name!r}", item=name, advice=f"use one of: {', '.join(FIELDS)}")
    return base, int(number) if number else 1


def check(claim: Claim, name: str, value: str, known: Known) -> str:
    """The value in the form in which it is kept. Raises Misuse, naming the right ones, for a wrong field or value.

    ``claim`` is the claim as it reads with the decisions so far: its type says which modes there are.
    """
    base, _ = split_name(name)
    value = value.strip()
    if base in COUNT_KINDS:
        return _checked_count(base, value)
    if base == "when":
        return _checked_when(value)
    if base == "place":
        return _checked_place(value, known)
    if base in PARTIES:
        return _checked_actor(base, value, known)
    allowed = _words(claim, base)
    if value not in allowed:
        right = ", ".join(allowed)
        advice = f"use one of: {right}" if len(allowed) > 1 else f"a claim of type {claim.type} has no mode: use none"
        raise Misuse(f"{base} cannot be {value!r}", item=value, advice=advice)
    return value


def choices(claim: Claim, name: str) -> tuple[str, ...]:
    """The words that a field of words may take; () for places, actors, dates and counts."""
    base, _ = split_name(name)
    return _words(claim, base) if base in ("type", "mode", "stance", "status", "source_kind") else ()


def _words(claim: Claim, base: str) -> tuple[str, ...]:
    return {
        "type": TYPES,
        "mode": (*MODES.get(claim.type, ()), NONE),
        "stance": tuple(item.value for item in Stance),
        "status": tuple(item.value for item in Status),
        "source_kind": SOURCE_KINDS,
    }[base]


def _checked_count(kind: str, value: str) -> str:
    match = _COUNT.fullmatch(value)
    if value == NONE:
        return value
    if match is None or value.startswith(".. ") or value in ("..", ".. running"):
        raise Misuse(f"{kind} cannot be {value!r}", item=value, advice="write 4, 3..5, 5.., ..9, 27 running, or none")
    low, high = match[2], match[3]
    if low and high and int(low) > int(high):
        raise Misuse(f"{kind} cannot be {value!r}", item=value, advice="write the smaller number first")
    return value


def _checked_when(value: str) -> str:
    if value == NONE:
        return value
    try:
        return interval_of(value).codebook() or NONE
    except ValueError as error:
        advice = "write 2031-05-02, 2031-05, 2031, a range such as 2031-05-01/2031-05-04, or none"
        raise Misuse(f"when cannot be {value!r}: {error}", item=value, advice=advice) from error


def _checked_place(value: str, known: Known) -> str:
    if value == NONE:
        return value
    point = _POINT.fullmatch(value)
    if point is not None:
        lat, lon, radius = float(point[1]), float(point[2]), float(point[3] or 2.0)
        if abs(lat) > 90 or abs(lon) > 180:
            raise Misuse(
                f"place cannot be {value!r}", item=value, advice="a latitude is -90 to 90, a longitude -180 to 180"
            )
        precision = (
            PlacePrecision.EXACT if radius <= 5 else PlacePrecision.NEAR if radius <= 15 else PlacePrecision.REGION
        )
        return _kept(PlaceRef(text="", name=point[4], lat=lat, lon=lon, radius_km=radius, precision=precision))
    ref = known.places.get(value) or _by_name(known.places, value, "place")
    return _kept(ref)


def _checked_actor(role: str, value: str, known: Known) -> str:
    return value if value == NONE else _kept(known.actors.get(value) or _by_name(known.actors, value, role))


def _by_name(table: Mapping[str, PlaceRef] | Mapping[str, ActorRef], words: str, what: str) -> PlaceRef | ActorRef:
    found = [ref for ref in table.values() if ref.name.casefold() == words.casefold()]
    if len(found) == 1:
        return found[0]
    names = {ref.name.casefold(): id for id, ref in table.items()}
    near = [names[name] for name in get_close_matches(words.casefold(), names, _NAMED, 0.5)] or list(table)[:_NAMED]
    ids = [id for id, ref in table.items() if ref in found] or near
    problem = f"{len(found)} of that name" if found else "not known in this record"
    raise Misuse(
        f"{what} cannot be {words!r}: {problem}",
        item=words,
        advice=f"give an id, such as {', '.join(ids)}; or none" if ids else "the record names none: write none",
    )


def _kept(ref: PlaceRef | ActorRef) -> str:
    plain = to_plain(replace(ref, text="", score=_NOBODY))
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def shown(claim: Claim, name: str) -> str:
    """How a field reads now, as a person would write it."""
    base, number = split_name(name)
    if base in COUNT_KINDS:
        return ", ".join(_count_words(count) for count in claim.counts if count.kind == base) or NONE
    if base == "when":
        return (claim.when.codebook() if claim.when else None) or NONE
    if base == "place":
        return (claim.place.place_id or claim.place.name or claim.place.text) if claim.place else NONE
    if base in PARTIES:
        mentions = claim.sources if base == "source" else claim.of(base)
        mention = mentions[number - 1] if len(mentions) >= number else None
        ref = mention.actor if mention else None
        return (ref.actor_id if ref and ref.actor_id else mention.meaning if mention else "") or NONE
    return str(getattr(claim, base)) or NONE


def said(name: str, value: str) -> str:
    """A kept value as a person would write it: the id or name of a place or actor instead of its whole entry."""
    if split_name(name)[0] in ("place", *PARTIES) and value.startswith("{"):
        plain = json.loads(value)
        return str(plain.get("place_id") or plain.get("actor_id") or plain.get("name", ""))
    return value


def _count_words(count: Count) -> str:
    low = "" if count.min is None else str(count.min)
    high = "" if count.max is None else str(count.max)
    return (low if low == high else f"{low}..{high}") + (" running" if count.cumulative else "")


def put(claim: Claim, name: str, value: str, who: str) -> Claim:
    """The claim with one field as a person says that it should read. ``value`` is in its kept form."""
    base, number = split_name(name)
    why = decided_by(who)
    if base in COUNT_KINDS:
        return _put_count(claim, base, value)
    if base in PARTIES:
        return _put_party(claim, base, number, value, why)
    simple: dict[str, Callable[[], Claim]] = {
        "type": lambda: replace(
            claim, type=value, mode=claim.mode if claim.mode in MODES.get(value, ()) or value == claim.type else ""
        ),
        # A mode that is none of the type that the claim has by now says nothing.
        "mode": lambda: replace(claim, mode=value) if value in MODES.get(claim.type, ()) else replace(claim, mode=""),
        "stance": lambda: replace(claim, stance=Stance(value)),
        "status": lambda: replace(claim, status=Status(value)),
        "source_kind": lambda: replace(claim, source_kind=value),
        "when": lambda: replace(claim, when=None if value == NONE else interval_of(value)),
        "place": lambda: _put_place(claim, value, why),
    }
    return simple[base]()


def _put_count(claim: Claim, kind: str, value: str) -> Claim:
    others = tuple(count for count in claim.counts if count.kind != kind)
    match = _COUNT.fullmatch(value)
    if match is None:
        return replace(claim, counts=others)
    low, high = (match[1], match[1]) if match[1] else (match[2], match[3])
    before = next((count for count in claim.counts if count.kind == kind), None)
    count = Count(
        kind=kind,
        min=int(low) if low else None,
        max=int(high) if high else None,
        span=before.span if before else None,
        who=before.who if before else None,
        cumulative=bool(match[4]),
    )
    return replace(claim, counts=(*others, count))


def _put_place(claim: Claim, value: str, why: Score) -> Claim:
    before = claim.place
    mentions = claim.of("place")
    text = before.text if before else mentions[0].meaning if mentions else ""
    ref = (
        None
        if value == NONE
        else replace(from_plain(PlaceRef, {"text": "", **json.loads(value)}), text=text, score=why)
    )
    # The mention that gave the claim its place says now what the person says; the others keep their own.
    named = next((m for m in mentions if m.place == before), mentions[0] if mentions else None)
    arguments = tuple(replace(m, place=ref) if m is named else m for m in claim.arguments)
    return replace(claim, place=ref, arguments=arguments)


def _put_party(claim: Claim, role: str, number: int, value: str, why: Score) -> Claim:
    mentions = claim.sources if role == "source" else claim.arguments
    own = [m for m in mentions if m.role == role]
    target = own[number - 1] if len(own) >= number else None
    if value == NONE:
        changed = tuple(m for m in mentions if m is not target)
    else:
        ref = replace(from_plain(ActorRef, {"text": "", **json.loads(value)}), score=why)
        if target is None:
            changed = (*mentions, Mention(role=role, span=None, actor=replace(ref, text=ref.name), score=1.0))
        else:
            put_in = replace(target, actor=replace(ref, text=target.meaning))
            changed = tuple(put_in if m is target else m for m in mentions)
    return replace(claim, sources=changed) if role == "source" else replace(claim, arguments=changed)
