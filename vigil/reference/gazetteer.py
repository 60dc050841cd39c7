"""The gazetteer: the places index with in-memory overlays (theatre packs, a user's own files) on top."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from vigil.model.entity import Place, distance_km
from vigil.reference.index import PlacesIndex
from vigil.reference.keys import fold, skeleton, weight

#: Two spellings with the same consonants must also look alike (rapidfuzz ratio over folded names without spaces):
#: right pairs as Khan Sheihkoun / Khan Shaykhun have 80 to 96, wrong ones as Darkoush / ad-Duraykish 67.
LIKENESS_FLOOR = 70.0
#: With two consonants only, the letters must be nearly the same, and only an overlay's names are looked through.
SHORT_FLOOR = 85.0
#: Kilometres within which an overlay's and the index's entries of one spelling are one place.
SAME_KM = 6.0
DIVISIONS = frozenset({"province", "state", "district", "country"})
#: Letters of a name that is tried with doubled ones.
LONGEST_DOUBLED = 12
#: Arabic articles as they are written before a name, and countries whose names carry them.
LEADING = ("al", "el", "ar", "as", "ash", "ad", "at", "az", "an", "adh")
ARTICLED = frozenset("SYR IRQ LBN JOR PSE EGY LBY TUN DZA MAR SDN SAU YEM OMN ARE QAT BHR KWT".split())


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
        if weight(bones) >= 2:
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
        found = [self._also_ours(c, name, active) for c in found]
        at_home = {overlay.theatre for overlay in active}
        home = [c for c in found if c.place.country in countries or (c.overlay and c.place.theatre in at_home)]
        if not home:
            home = self._with_articles(key, countries, active)
            found += home
        if any(c.place.kind not in DIVISIONS for c in home):
            return found
        # Of a division alone the seat may be spelled otherwise.
        known = {c.place.id for c in found}
        return found + [c for c in self._alike(name, key, countries, active) if c.place.id not in known]

    def _with_articles(self, key: str, countries: tuple[str, ...], active: Sequence[Overlay]) -> list[Candidate]:
        """Candidates at home with another Arabic article, one more or less ("al-Raqqa"), or other double letters."""
        first, _, rest = key.partition(" ")
        bare = rest if rest and first in LEADING else key
        if len(bare) < 4 or not bare.isascii():
            return []
        best: dict[str, Candidate] = {}
        for other in (bare, *(f"{article} {bare}" for article in LEADING), *_doubled(bare)):
            if other == key:
                continue
            for overlay in active:
                for place, _ in overlay.exact.get(other, ()):
                    best.setdefault(place.id, Candidate(place=place, key_kind="alias", matched=other, overlay=True))
            if self.index is not None:
                for place, _ in self.index.exact(other):
                    if place.country in countries and place.country in ARTICLED:
                        best.setdefault(place.id, Candidate(place=place, key_kind="alias", matched=other))
        return list(best.values())

    def _also_ours(self, candidate: Candidate, name: str, active: Sequence[Overlay]) -> Candidate:
        """The index's entry for a place that an applying overlay has under another spelling counts as the overlay's."""
        place = candidate.place
        if candidate.overlay or not active or place.lat is None or place.lon is None or place.kind in DIVISIONS:
            return candidate
        bones = skeleton(name)
        for overlay in active:
            for known, _ in overlay.bones.get(bones, ()):
                if (
                    known.lat is not None
                    and known.lon is not None
                    and distance_km(known.lat, known.lon, place.lat, place.lon) <= SAME_KM
                ):
                    return replace(candidate, place=replace(place, theatre=overlay.theatre), overlay=True)
        return candidate

    def _alike(self, name: str, key: str, countries: tuple[str, ...], active: Sequence[Overlay]) -> list[Candidate]:
        bones = skeleton(name)
        if weight(bones) < 2:
            return []
        floor = LIKENESS_FLOOR if weight(bones) >= 3 else SHORT_FLOOR
        pairs = [(place, spelled, True) for overlay in active for place, spelled in overlay.bones.get(bones, ())]
        if self.index is not None:
            pairs += [(place, spelled, False) for place, spelled in self.index.like(name, countries)]
        best: dict[str, Candidate] = {}
        for place, spelled, overlay in pairs:
            likeness = alike(key, spelled)
            if likeness >= floor and (place.id not in best or likeness > best[place.id].likeness):
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


def _doubled(name: str) -> list[str]:
    """Spellings with one consonant doubled or one double letter single: Arabic mostly leaves them unwritten ("Raqa")."""
    if len(name) > LONGEST_DOUBLED or " " in name:
        return []
    single = [name[:n] + name[n + 1 :] for n in range(1, len(name)) if name[n] == name[n - 1]]
    double = [
        name[:n] + name[n:][0] + name[n:]
        for n in range(1, len(name) - 1)
        if name[n] not in "aeiouy" and name[n - 1] in "aeiouy" and name[n + 1] in "aeiouy"
    ]
    return single + double


def alike(left: str, right: str) -> float:
    """How alike two folded spellings with the same consonants are, 0..100."""
    if not (left.isascii() and right.isascii()):
        return 100.0 if len(skeleton(left)) >= 4 else 0.0  # two scripts: only the consonants can be compared
    return fuzz.ratio(left.replace(" ", ""), right.replace(" ", ""))
