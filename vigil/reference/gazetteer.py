"""The gazetteer: the places index with in-memory overlays (theatre packs, a user's own files) on top."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from vigil.model.entity import Place
from vigil.reference.index import PlacesIndex
from vigil.reference.keys import fold, skeleton, weight

#: Two spellings with the same consonants must also look alike (rapidfuzz ratio over folded names without spaces):
#: right pairs as Khan Sheihkoun / Khan Shaykhun have 80 to 96, wrong ones as Darkoush / ad-Duraykish 67.
LIKENESS_FLOOR = 70.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A place that a name may mean. ``key_kind``: ``name`` (its main name), ``alias`` or ``skeleton``."""

    place: Place
    key_kind: str
    matched: str  # the gazetteer's spelling, folded
    likeness: float = 100.0  # rapidfuzz ratio of the two folded spellings, 0..100
    overlay: bool = False  # from a theatre pack or a user's file


class Overlay:
    """Places kept in memory beside the index: a theatre pack's or one file's."""

    def __init__(
        self,
        theatre: str,
        places: Iterable[tuple[Place, Sequence[str]]],
        *,
        countries: Sequence[str] = (),
        always: bool = False,
    ) -> None:
        """``places`` are places with their aliases; ``countries`` ISO alpha-3; ``always``: chosen by the user."""
        self.theatre = theatre
        self.countries = frozenset(countries)
        self.always = always
        self.by_id: dict[str, Place] = {}
        self.exact: dict[str, list[tuple[Place, bool]]] = defaultdict(list)
        self.bones: dict[str, list[tuple[Place, str]]] = defaultdict(list)
        for place, aliases in places:
            self.by_id[place.id] = place
            for number, name in enumerate((place.name, *aliases)):
                self._enter(place, name, main=number == 0)

    def _enter(self, place: Place, name: str, *, main: bool) -> None:
        key = fold(name)
        if key and all(known.id != place.id for known, _ in self.exact[key]):
            self.exact[key].append((place, main))
        bones = skeleton(name)
        if weight(bones) >= 3:
            self.bones[bones].append((place, key))

    def applies(self, countries: Sequence[str], theatres: Sequence[str]) -> bool:
        """True when a story with these countries or theatres is about this overlay's part of the world."""
        return self.always or self.theatre in theatres or not self.countries.isdisjoint(countries)


class Gazetteer:
    """Finds what a place name may mean, by exact key first and by consonant skeleton where the story's country is known."""

    def __init__(self, index: PlacesIndex | None, overlays: Sequence[Overlay] = ()) -> None:
        """Without an index only the overlays are searched."""
        self.index = index
        self.overlays = tuple(overlays)
        self._cache: dict[tuple[str, tuple[str, ...], tuple[str, ...]], list[Candidate]] = {}

    def lookup(self, name: str, *, countries: Sequence[str] = (), theatres: Sequence[str] = ()) -> list[Candidate]:
        """Candidates for a name; ``countries`` (alpha-3) and ``theatres`` are what the story is about.

        Exact keys are looked for everywhere. A skeleton counts only in the named countries and applying overlays, and
        only when the name has no exact match in those: never by likeness alone.
        """
        key = (name, tuple(countries), tuple(theatres))
        if key not in self._cache:
            if len(self._cache) > 50_000:
                self._cache.clear()
            self._cache[key] = self._find(name, *key[1:])
        return self._cache[key]

    def _find(self, name: str, countries: tuple[str, ...], theatres: tuple[str, ...]) -> list[Candidate]:
        key = fold(name)
        if not key:
            return []
        active = [overlay for overlay in self.overlays if overlay.applies(countries, theatres)]
        found = [
            Candidate(place=place, key_kind="name" if main else "alias", matched=key, overlay=True)
            for overlay in self.overlays
            for place, main in overlay.exact.get(key, ())
        ]
        if self.index is not None:
            found += [
                Candidate(place=place, key_kind="name" if main else "alias", matched=key)
                for place, main in self.index.exact(name)
            ]
        at_home = {overlay.theatre for overlay in active}
        if any(c.place.country in countries or (c.overlay and c.place.theatre in at_home) for c in found):
            return found
        return found + self._alike(name, key, countries, active)

    def _alike(self, name: str, key: str, countries: tuple[str, ...], active: Sequence[Overlay]) -> list[Candidate]:
        bones = skeleton(name)
        if weight(bones) < 3:
            return []
        pairs = [(place, spelled, True) for overlay in active for place, spelled in overlay.bones.get(bones, ())]
        if self.index is not None:
            pairs += [(place, spelled, False) for place, spelled in self.index.like(name, countries)]
        best: dict[str, Candidate] = {}
        for place, spelled, overlay in pairs:
            likeness = _likeness(key, spelled)
            if likeness >= LIKENESS_FLOOR and (place.id not in best or likeness > best[place.id].likeness):
                best[place.id] = Candidate(
                    place=place, key_kind="skeleton", matched=spelled, likeness=likeness, overlay=overlay
                )
        return sorted(best.values(), key=lambda c: (-c.likeness, c.place.id))

    def get(self, place_id: str) -> Place | None:
        """A place by its id, from the overlays or the index."""
        for overlay in self.overlays:
            if place_id in overlay.by_id:
                return overlay.by_id[place_id]
        return self.index.get(place_id) if self.index is not None else None

    def country(self, iso3: str) -> Place | None:
        """A country as a place."""
        return self.get(f"iso:{iso3}")

    def ancestors(self, place: Place) -> tuple[str, ...]:
        """Ids of the places that hold it, nearest first."""
        found: list[str] = []
        parent = place.parent
        while parent and parent not in found and parent != place.id:
            found.append(parent)
            above = self.get(parent)
            parent = above.parent if above else ""
        country = f"iso:{place.country}"
        if place.kind != "country" and country not in found and self.get(country) is not None:
            found.append(country)
        return tuple(found)

    def geonames_id(self, place_id: str) -> int | None:
        """The GeoNames number of a place, None where it has none here."""
        return self.index.geonames_id(place_id) if self.index is not None else None


def _likeness(left: str, right: str) -> float:
    if not (left.isascii() and right.isascii()):
        return 100.0 if len(skeleton(left)) >= 4 else 0.0  # two scripts: only the consonants can be compared
    return fuzz.ratio(left.replace(" ", ""), right.replace(" ", ""))
