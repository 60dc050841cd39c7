"""The actor registry: who is known, under which names, at which dates, and how they are tied to each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from vigil.model.entity import Actor
from vigil.reference.index import countries
from vigil.reference.keys import ARTICLES, fold, skeleton, weight


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """An actor under one of its names."""

    actor: Actor
    key_kind: str  # "name", "alias" or "skeleton"
    matched: str
    slant: bool = False
    dated: bool = True  # False: the name was not in use on the day asked for
    past: bool = False  # it was in use before that day
    timed: bool = False  # the registry says from when or until when it is in use


class Registry:
    """Finds actors by id and by name. Theatre actors come before the world's when a story is about their theatre."""

    def __init__(self, actors: Iterable[Actor], theatres: dict[str, tuple[str, ...]] | None = None) -> None:
        """``theatres``: theatre id to its countries (alpha-3)."""
        self.by_id: dict[str, Actor] = {}
        self.theatres = theatres or {}
        self._names: dict[str, list[tuple[Actor, str, bool, date | None, date | None]]] = defaultdict(list)
        self._surnames: dict[str, list[tuple[Actor, str, bool, date | None, date | None]]] = defaultdict(list)
        self._of_theatre: dict[str, list[Actor]] = defaultdict(list)
        self._keys: dict[str, list[str]] = defaultdict(list)  # of each theatre's names, for ``_alike``
        self._bones: dict[str, dict[str, set[str]]] = {}
        for actor in actors:
            self.by_id[actor.id] = actor
            self._of_theatre[actor.theatre].append(actor)
            self._enter(actor, actor.name, "name", False, None, None)
            for name in actor.names:
                self._enter(actor, name.text, "alias", name.slant, name.start, name.end)
        self.longest = max((key.count(" ") + 1 for key in self._names), default=1)

    def _enter(self, actor: Actor, text: str, kind: str, slant: bool, start: date | None, end: date | None) -> None:
        key = actor_key(text)
        if not key:
            return
        self._names[key].append((actor, kind, slant, start, end))
        if actor.theatre and " " in key:
            self._keys[actor.theatre].append(text)

    def get(self, actor_id: str) -> Actor | None:
        """An actor by id."""
        return self.by_id.get(actor_id)

    def surnamed(self, name: str, *, day: date | None) -> list[Actor]:
        """The parties for which somebody of this surname (the last word of a dated name) spoke on a day, by id."""
        if not self._surnames:
            for key, rows in self._names.items():
                if " " in key:
                    self._surnames[key.rpartition(" ")[2]] += [row for row in rows if row[3] or row[4]]
        rows = self._surnames.get(actor_key(name), [])
        return list(
            {
                actor.side or actor.id: actor
                for actor, _, _, start, end in sorted(rows, key=lambda row: row[0].id)
                if not day or ((start is None or start <= day) and (end is None or day < end))
            }.values()
        )

    def of_theatres(self, theatres: Iterable[str]) -> Iterator[Actor]:
        """The actors of some theatres, in the packs' order."""
        for theatre in theatres:
            yield from self._of_theatre.get(theatre, ())

    def find(
        self, name: str, *, day: date | None = None, theatres: Sequence[str] = (), alike: bool = True
    ) -> list[Found]:
        """Actors of a name, best first: in use on the day, of the story's theatres, with dates that say so."""
        key = actor_key(name)
        rows = [(key, row) for row in self._names.get(key, ())]
        kind_override = ""
        if not rows and alike:
            rows = [(other, row) for other in self._alike(name, key, theatres) for row in self._names[other]]
            kind_override = "skeleton"
        found: dict[str, Found] = {}
        for matched, (actor, kind, slant, start, end) in rows:
            dated = not day or ((start is None or start <= day) and (end is None or day < end))
            past = bool(day and end and end <= day)
            one = Found(
                actor=actor, key_kind=kind_override or kind, matched=matched, slant=slant, dated=dated, past=past,
                timed=bool(start or end),
            )  # fmt: skip
            if actor.id not in found or (one.dated and not found[actor.id].dated):
                found[actor.id] = one
        return sorted(found.values(), key=lambda one: self._rank(one, theatres))

    def _alike(self, name: str, key: str, theatres: Sequence[str]) -> list[str]:
        """Keys of the theatres' names that are spelled like this one.

        Two words at least and five consonants: short skeletons of groups meet by chance ("Ahrar", "Harar"). A theatre's
        skeletons are made when the first story about it asks: all at once they would take half of the time to load.
        """
        bones = skeleton(name) if theatres and " " in key else ""
        if weight(bones) < 5:
            return []
        for theatre in theatres:
            if theatre not in self._bones:
                table = self._bones[theatre] = defaultdict(set)
                for text in self._keys.get(theatre, ()):
                    table[skeleton(text)].add(actor_key(text))
        return sorted({other for theatre in theatres for other in self._bones[theatre].get(bones, ())})

    @staticmethod
    def _rank(one: Found, theatres: Sequence[str]) -> tuple[bool, bool, int, bool, bool, str]:
        theatre = one.actor.theatre
        nearest = theatres.index(theatre) if theatre in theatres else len(theatres)
        return (
            not one.dated, bool(theatre) and theatre not in theatres, nearest, not theatre, not one.timed, one.actor.id
        )  # fmt: skip

    def renamed(self, actor: Actor, day: date | None) -> Actor:
        """The actor as it was called on a day, following ``formerly`` ties back or forth."""
        if day is None:
            return actor
        for tie in actor.ties:
            if tie.kind == "formerly" and tie.end and day < tie.end and tie.actor in self.by_id:
                return self.renamed(self.by_id[tie.actor], day)
        return actor

    def theatres_of(self, codes: Iterable[str]) -> tuple[str, ...]:
        """Ids of the theatres whose countries are among the given ones, in the countries' order."""
        found = (name for code in codes for name, homes in self.theatres.items() if code in homes)
        return tuple(dict.fromkeys(found))


def actor_key(text: str) -> str:
    """The folded name without leading English and inner Arabic articles."""
    words = fold(text.replace("&", " and ").replace(".", "")).split()
    if words and words[0] == "the":
        words = words[1:]
    # "as" and "at" are English too, but between the words of a name they do no harm.
    kept = [word for number, word in enumerate(words) if not (word in ARTICLES and (number or len(words) > 1))]
    return " ".join(kept)


@lru_cache(maxsize=1)
def demonyms() -> dict[str, str]:
    """Folded demonym, singular and plural, to ISO alpha-3; the Congolese of Kinshasa come first."""
    table: dict[str, str] = {}
    for country in sorted(countries().values(), key=lambda c: -c.area_km2):
        for word in country.demonyms:
            key = fold(word)
            for form in (key, key if key.endswith(("s", "ese", "sh", "ch", "men")) else key + "s"):
                table.setdefault(form, country.iso3)
    return table
