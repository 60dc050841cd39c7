"""Claims as columns of numbers, so that many pairs are compared at once (``compare``); row n is the n-th claim's facts.

Words, names, places, parties and types are numbered as they are met: numbers mean something only within one ``Columns``.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

import numpy as np

from vigil.fuse.facts import LASTING, Facts, Party
from vigil.fuse.pairs.blocking import class_of
from vigil.fuse.pairs.features_words import acts, origin
from vigil.fuse.ragged import Bools, Floats, Ints, Ragged
from vigil.fuse.where import WIDE
from vigil.fuse.words import Rarity
from vigil.model.claim import Count, Stance, Status
from vigil.model.entity import PlacePrecision, PlaceRef

#: Modes that are no contradiction of each other (``features.mode_apart``), each pair under one name.
ONE_MODE = {"recaptured": "captured", "declared": "agreed", "evacuated": "fled"}
ENDLESS = 1 << 61  # an open side of a count, and the largest number that one is taken for


class Numbers(dict[Hashable, int]):
    """Numbers things as they are met, from 0; what is "" or None is always 0."""

    def __init__(self) -> None:
        super().__init__({"": 0, None: 0})

    def __missing__(self, thing: Hashable) -> int:
        self[thing] = number = len(self) - 1
        return number


@dataclass(frozen=True, slots=True)
class Words:
    """Each row's set of words, and their summed weights."""

    lists: Ragged
    sums: Ints


@dataclass(frozen=True, slots=True)
class Side:
    """The agents or targets of each claim. ``ids`` and ``sides`` hold what is known, ``words`` all words of all of them."""

    parties: Ragged  # rows of ``Parties``
    ids: Ragged
    sides: Ragged
    words: Ragged
    sided: Bools  # every one is of a known side


@dataclass(frozen=True, slots=True)
class Parties:
    """The distinct parties: registry id (0 unknown) and words."""

    id: Ints
    words: Words


@dataclass(frozen=True, slots=True)
class Places:
    """The distinct places that claims are resolved to, row 0 standing for none; angles in radians, NaN unknown."""

    id: Ints  # 0: not in the gazetteer
    lat: Floats
    lon: Floats
    radius_km: Floats
    wide: Bools
    province: Bools
    country: Ints
    within: Ragged


@dataclass(frozen=True, slots=True)
class Counts:
    """One kind of count: whether a claim has it, its bounds as they are compared, and the number that stands for it."""

    has: Bools
    low: Ints  # -1 open
    high: Ints  # ENDLESS open
    figure: Ints


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Facts, column by column."""

    facts: Sequence[Facts]
    weights: Ints  # by word, in thousandths (``words.Rarity``)
    kind: Ints
    family: Ints
    group: Ints  # class of types that one event may be told as
    mode: Ints
    flags: dict[str, Bools]
    doc: Ints
    s: Ints
    order: Ints
    published: Ints
    first: Ints
    last: Ints
    acts: Ints  # ``features_words.acts``
    place: Ints  # row of ``places``
    places: Places
    parties: Parties
    agents: Side
    targets: Side
    counts: dict[str, Counts]
    place_words: Words
    origins: Words
    instruments: Words
    trigger: Ragged
    names: Words
    words: Words


_HARM = frozenset({"casualties", "destruction"})
_BY_ONE_SIDE = frozenset({"captured", "recaptured", "holds", "violated"})
#: What is true or false of a claim.
FLAGS: dict[str, Callable[[Facts], bool]] = {
    "dated": lambda f: f.window is not None,  # it has a window of days at all
    "told": lambda f: f.window is not None and f.window.told,
    "lasting": lambda f: f.claim.type in LASTING,
    "borrowed": lambda f: f.place_borrowed,
    "somewhere": lambda f: bool(f.place_words),
    "without_date": lambda f: f.claim.when is None,
    "harm": lambda f: f.claim.type in _HARM,
    "general": lambda f: f.claim.type in _HARM or f.claim.type == "attack",
    "by_one_side": lambda f: f.claim.mode in _BY_ONE_SIDE,
    "of_a_place": lambda f: f.claim.type in ("takeover", "siege"),
    "asserts": lambda f: f.claim.stance is Stance.ASSERTS,
    "denies": lambda f: f.claim.stance is Stance.DENIES,
    "planned": lambda f: f.claim.status in (Status.INTENDED, Status.FEARED),
    "again": lambda f: f.again,
    "main": lambda f: f.main,
    "past": lambda f: f.past,
    "speech": lambda f: f.family == "statement",
    "spot": lambda f: bool(f.spot),
}


def columns(facts: Sequence[Facts], rarity: Rarity) -> Columns:
    """Lay out some claims of a record; ``rarity`` is the whole record's."""
    word, kind, mode, doc, family, group, place_id, known = (Numbers() for _ in range(8))

    def column(value: Callable[[Facts], int]) -> Ints:
        return np.fromiter((value(f) for f in facts), dtype=np.int64, count=len(facts))

    def sets(value: Callable[[Any], Iterable[str]], rows: Iterable[Any] = facts) -> Ragged:
        number = word.__getitem__
        return Ragged.of(map(number, filter(None, value(row))) for row in rows)

    party = Numbers()
    sides = [_side(facts, role, party, known, sets) for role in ("agents", "targets")]
    everybody = [item for item in party if isinstance(item, Party)]
    spot: dict[PlaceRef, int] = {}
    at = column(lambda f: 0 if f.place is None else spot.setdefault(f.place, len(spot) + 1))
    lists = {name: sets(attrgetter(name)) for name in ("place_words", "instruments", "trigger", "named", "stems")}
    lists["origins"] = sets(origin)
    party_words = sets(lambda item: item.words, [Party("", "", frozenset(), ""), *everybody])
    weights = np.fromiter((rarity.thousandths(str(w)) for w in list(word)[1:]), dtype=np.int64, count=len(word) - 1)
    laid = {name: Words(found, found.sums(weights)) for name, found in lists.items()}
    return Columns(
        facts=facts,
        weights=weights,
        kind=column(lambda f: kind[f.claim.type]),
        family=column(lambda f: family[f.family]),
        group=column(lambda f: group[class_of(f.claim.type)]),
        mode=column(lambda f: mode[ONE_MODE.get(f.claim.mode, f.claim.mode)]),
        flags={
            name: np.fromiter((flag(f) for f in facts), dtype=bool, count=len(facts)) for name, flag in FLAGS.items()
        },
        doc=column(lambda f: doc[f.claim.doc]),
        s=column(lambda f: f.claim.s),
        order=column(lambda f: f.order),
        published=column(lambda f: f.published),
        first=column(lambda f: f.window.first if f.window else 0),
        last=column(lambda f: f.window.last if f.window else 0),
        acts=column(acts),
        place=at,
        places=_places(list(spot), place_id),
        parties=Parties(
            np.array([0, *(known["id", item.id] if item.id else 0 for item in everybody)], dtype=np.int64),
            Words(party_words, party_words.sums(weights)),
        ),
        agents=sides[0],
        targets=sides[1],
        counts=_counts(facts),
        place_words=laid["place_words"],
        origins=laid["origins"],
        instruments=laid["instruments"],
        trigger=lists["trigger"],
        names=laid["named"],
        words=laid["stems"],
    )


def _side(
    facts: Sequence[Facts],
    role: str,
    party: Numbers,
    known: Numbers,
    sets: Callable[[Callable[[Any], Iterable[str]], Iterable[Any]], Ragged],
) -> Side:
    # The same few parties again and again (one object each, ``facts.party``): each set of them is laid out once.
    number: dict[tuple[int, ...], int] = {}
    told: list[tuple[Party, ...]] = []
    rows = np.empty(len(facts), dtype=np.int64)
    for row, parties in enumerate(map(attrgetter(role), facts)):
        rows[row] = at = number.setdefault(tuple(map(id, parties)), len(told))
        if at == len(told):
            told.append(parties)
    return Side(
        parties=Ragged.of([party[item] for item in parties] for parties in told).take(rows),
        ids=Ragged.of({known["id", item.id] for item in parties if item.id} for parties in told).take(rows),
        sides=Ragged.of({known["side", item.side] for item in parties if item.side} for parties in told).take(rows),
        words=sets(lambda parties: frozenset().union(*(item.words for item in parties)), told).take(rows),
        sided=np.array([all(item.side for item in parties) for parties in told], dtype=bool)[rows],
    )


def _places(refs: Sequence[PlaceRef], number: Numbers) -> Places:
    def column(value: Callable[[PlaceRef], float | None]) -> Floats:
        return np.array([np.nan, *(np.nan if (v := value(ref)) is None else v for ref in refs)])

    country = Numbers()
    return Places(
        id=np.array([0, *(number[ref.place_id] for ref in refs)], dtype=np.int64),
        lat=np.radians(column(lambda ref: ref.lat)),
        lon=np.radians(column(lambda ref: ref.lon)),
        radius_km=column(lambda ref: ref.radius_km),
        wide=np.array([False, *(ref.precision in WIDE for ref in refs)]),
        province=np.array([False, *(ref.precision is PlacePrecision.PROVINCE for ref in refs)]),
        country=np.array([0, *(country[ref.country] for ref in refs)], dtype=np.int64),
        within=Ragged.of([(), *([number[id_] for id_ in dict.fromkeys(ref.within) if id_] for ref in refs)]),
    )


def _counts(facts: Sequence[Facts]) -> dict[str, Counts]:
    rows: dict[str, list[int]] = {}
    told: dict[str, list[Count]] = {}
    for row, item in enumerate(facts):
        for kind, count in item.counts.items():
            rows.setdefault(kind, []).append(row)
            told.setdefault(kind, []).append(count)

    def column(kind: str, value: Callable[[Count], int]) -> Ints:
        found = np.full(len(facts), -1, dtype=np.int64)
        found[rows[kind]] = [min(value(count), ENDLESS) for count in told[kind]]
        return found

    def has(kind: str) -> Bools:
        found = np.zeros(len(facts), dtype=bool)
        found[rows[kind]] = True
        return found

    return {
        kind: Counts(
            has=has(kind),
            low=column(kind, lambda c: -1 if c.min is None else c.min),
            high=column(kind, lambda c: ENDLESS if c.max is None else c.max),
            figure=column(kind, lambda c: c.min or c.max or 0),
        )
        for kind in sorted(rows)
    }
