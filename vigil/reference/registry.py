"""The actor registry: who is known, under which names, at which dates, and how they are tied to each other."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from rapidfuzz import fuzz

from vigil.model.entity import Actor, ActorName
from vigil.reference.index import countries
from vigil.reference.keys import ARTICLES, fold, skeleton, weight


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """An actor under one of its names."""

    actor: Actor
    key_kind: str  # "name", "alias" or "skeleton"
    matched: str
    name: ActorName
    dated: bool = True  # False: the name was not in use on the day asked for

    @property
    def slant(self) -> bool:
        """A name that only a foe or friend would use."""
        return self.name.slant


#: Letters from which a single word may be taken for another spelling of a name, and how alike the two must be (0-100).
LONG, ALIKE = 7, 84
_DOUBLE = re.compile(r"(.)\1+")

#: An actor with the kind of one of its names.
Row = tuple[Actor, str, ActorName]


class Registry:
    """Finds actors by id and by name. Theatre actors come before the world's when a story is about their theatre."""

    def __init__(self, actors: Iterable[Actor], theatres: dict[str, tuple[str, ...]] | None = None) -> None:
        """``theatres``: theatre id to its countries (alpha-3)."""
        self.by_id: dict[str, Actor] = {}
        self.theatres = theatres or {}
        self._names: dict[str, list[Row]] = defaultdict(list)
        self._surnames: dict[str, list[Row]] = defaultdict(list)
        self._of_theatre: dict[str, list[Actor]] = defaultdict(list)
        self._keys: dict[str, list[str]] = defaultdict(list)  # of each theatre's names, for ``_alike``
        self._bones: dict[str, dict[str, set[str]]] = {}
        self._doubled: dict[str, set[str]] | None = None  # surnames with single letters for double ones, when asked for
        for actor in actors:
            self.by_id[actor.id] = actor
            self._of_theatre[actor.theatre].append(actor)
            if not any(name.person and name.text == actor.name for name in actor.names):  # else it has its dates
                self._enter(actor, "name", ActorName(text=actor.name))
            for name in actor.names:
                self._enter(actor, "alias", name)
        self.longest = max((key.count(" ") + 1 for key in self._names), default=1)

    def _enter(self, actor: Actor, kind: str, name: ActorName) -> None:
        key = actor_key(name.text)
        if not key:
            return
        self._names[key].append((actor, kind, name))
        if name.person and " " in key:
            self._surnames[key.rpartition(" ")[2]].append((actor, kind, name))
        if (actor.theatre and " " in key) or (actor.id.startswith("group/") and len(key) >= LONG and not name.person):
            self._keys[actor.theatre].append(name.text)

    def get(self, actor_id: str) -> Actor | None:
        """An actor by id."""
        return self.by_id.get(actor_id)

    def surnamed(self, name: str, *, day: date | None) -> list[Actor]:
        """For whom persons of this surname spoke on a day (ever, without one): one a side, governments first."""
        rows = [row for row in self._surnames.get(actor_key(name), []) if _in_use(row[2], day)]
        rows.sort(key=lambda row: (row[0].sector != "GOV", row[0].id))
        sides: dict[str, Actor] = {}
        for actor, _, _ in rows:
            sides.setdefault(actor.side or actor.id, actor)
        return list(sides.values())

    def surnamed_alike(self, name: str, *, day: date | None, countries: Sequence[str]) -> list[Actor]:
        """As ``surnamed`` among the countries' own, by a surname that doubles a letter more or less ("Asad", "Assad")."""
        if self._doubled is None:
            self._doubled = defaultdict(set)
            for key in self._surnames:
                self._doubled[_DOUBLE.sub(r"\1", key)].add(key)
        keys = sorted(self._doubled.get(_DOUBLE.sub(r"\1", actor_key(name)), ()))
        found = [actor for key in keys for actor in self.surnamed(key, day=day) if actor.country in countries]
        return list({actor.side or actor.id: actor for actor in found}.values())

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
        for matched, (actor, kind, text) in rows:
            one = Found(
                actor=actor, key_kind=kind_override or kind, matched=matched, name=text, dated=_in_use(text, day)
            )
            if actor.id not in found or (one.dated and not found[actor.id].dated):
                found[actor.id] = one
        return sorted(found.values(), key=lambda one: self._rank(one, theatres))

    def _alike(self, name: str, key: str, theatres: Sequence[str]) -> list[str]:
        """Keys of the theatres' and the world's groups' names that are spelled like this one.

        Two words at least and five consonants, or four where the letters are nearly the same too: short skeletons of
        groups meet by chance ("Ahrar", "Harar"). A theatre's skeletons are made when the first story about it asks: all
        at once they would take half of the time to load.
        """
        if not theatres and (" " not in key or len(key) < 2 * LONG):
            return []
        if " " not in key and len(key) < LONG:
            return []
        bones = skeleton(name)
        if weight(bones) < 4:
            return []
        found: set[str] = set()
        for theatre in (*theatres, ""):
            if theatre not in self._bones:
                table = self._bones[theatre] = defaultdict(set)
                for text in self._keys.get(theatre, ()):
                    table[skeleton(text)].add(actor_key(text))
            for other in self._bones[theatre].get(bones, ()):
                loose = theatre and " " in key and " " in other and weight(bones) >= 5
                if loose or fuzz.ratio(key, other) >= ALIKE:
                    found.add(other)
        return sorted(found)

    @staticmethod
    def _rank(one: Found, theatres: Sequence[str]) -> tuple[bool, bool, int, bool, bool, str]:
        theatre = one.actor.theatre
        nearest = theatres.index(theatre) if theatre in theatres else len(theatres)
        return (
            not one.dated, bool(theatre) and theatre not in theatres, nearest, not theatre,
            not (one.name.start or one.name.end), one.actor.id,
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


def _in_use(name: ActorName, day: date | None) -> bool:
    return not day or ((name.start is None or name.start <= day) and (name.end is None or day < name.end))


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
