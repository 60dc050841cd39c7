"""The actor registry: who is known, under which names, at which dates, and how they are tied to each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
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


class Registry:
    """Finds actors by id and by name. Theatre actors come before the world's when a story is about their theatre."""

    def __init__(self, actors: Iterable[Actor], theatres: dict[str, tuple[str, ...]] | None = None) -> None:
        """``theatres``: theatre id to its countries (alpha-3)."""
        self.by_id: dict[str, Actor] = {}
        self.theatres = theatres or {}
        self._names: dict[str, list[tuple[Actor, str, bool, date | None, date | None]]] = defaultdict(list)
        self._bones: dict[str, set[str]] = defaultdict(set)
        for actor in actors:
            self.by_id[actor.id] = actor
            self._enter(actor, actor.name, "name", False, None, None)
            for name in actor.names:
                self._enter(actor, name.text, "alias", name.slant, name.start, name.end)
        self.longest = max((key.count(" ") + 1 for key in self._names), default=1)

    def _enter(self, actor: Actor, text: str, kind: str, slant: bool, start: date | None, end: date | None) -> None:
        key = actor_key(text)
        if not key:
            return
        self._names[key].append((actor, kind, slant, start, end))
        bones = skeleton(text)
        # Two words at least and five consonants: short skeletons of groups meet by chance ("Ahrar", "Harar").
        if weight(bones) >= 5 and " " in key and actor.theatre:
            self._bones[bones].add(key)

    def get(self, actor_id: str) -> Actor | None:
        """An actor by id."""
        return self.by_id.get(actor_id)

    def find(
        self, name: str, *, day: date | None = None, theatres: Sequence[str] = (), alike: bool = True
    ) -> list[Found]:
        """Actors of a name, best first: of the story's theatres before others, in use on the day before not in use."""
        key = actor_key(name)
        rows = [(key, row) for row in self._names.get(key, ())]
        kind_override = ""
        if not rows and alike:
            bones = skeleton(name)
            if weight(bones) >= 5 and " " in key:
                rows = [(other, row) for other in sorted(self._bones.get(bones, ())) for row in self._names[other]]
                kind_override = "skeleton"
        found: dict[str, Found] = {}
        for matched, (actor, kind, slant, start, end) in rows:
            dated = not day or ((start is None or start <= day) and (end is None or day < end))
            one = Found(actor=actor, key_kind=kind_override or kind, matched=matched, slant=slant, dated=dated)
            if actor.id not in found or (one.dated and not found[actor.id].dated):
                found[actor.id] = one
        return sorted(found.values(), key=lambda one: self._rank(one, theatres))

    @staticmethod
    def _rank(one: Found, theatres: Sequence[str]) -> tuple[bool, bool, bool, str]:
        theatre = one.actor.theatre
        return (not one.dated, bool(theatre) and theatre not in theatres, not theatre, one.actor.id)

    def renamed(self, actor: Actor, day: date | None) -> Actor:
        """The actor as it was called on a day, following ``formerly`` ties back or forth."""
        if day is None:
            return actor
        for tie in actor.ties:
            if tie.kind == "formerly" and tie.end and day < tie.end and tie.actor in self.by_id:
                return self.renamed(self.by_id[tie.actor], day)
        return actor

    def theatres_of(self, codes: Iterable[str]) -> tuple[str, ...]:
        """Ids of the theatres whose countries are among the given ones."""
        wanted = set(codes)
        return tuple(sorted(name for name, homes in self.theatres.items() if wanted.intersection(homes)))


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
