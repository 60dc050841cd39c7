"""Place words to places: candidates, then scores by ``places_features.FEATURES``, then one choice or none.

What cannot be resolved stays as written with precision ``unknown``; a phrase that names an area ("northern Orsa",
"south of Velm") gets an area, never the point of the name in it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property, partial

from vigil.model.claim import Claim, Mention
from vigil.model.entity import Place, PlacePrecision, PlaceRef
from vigil.model.link import Score
from vigil.model.text import Bounds, Document, Span
from vigil.reference.gazetteer import Candidate
from vigil.reference.index import countries
from vigil.reference.keys import fold
from vigil.reference.registry import demonyms
from vigil.reference.tables import Reference
from vigil.resolve.places import story as places_story
from vigil.resolve.places.area import between, lying, relative
from vigil.resolve.places.choose import KNOWN_ELSEWHERE, Choice, choose, cities, same_choice, score, stray
from vigil.resolve.places.event_place_link import Seats
from vigil.resolve.places.facility import BESIDE, beside, embedded
from vigil.resolve.places.features import Setting
from vigil.resolve.places.find import find_toponyms as find_toponyms
from vigil.resolve.places.rewrite import of_capital, readings
from vigil.resolve.places.story import Story
from vigil.resolve.places.words import REGION_PEOPLE, SPREAD, Phrase, is_name, land_of, parse

ROLES = ("place", "from")
ROUNDS = 2
#: Place phrases of a text by which the others are chosen; a text of a megabyte may have ten thousand.
CONTEXT = 300
#: Residents from which a town's name inside a facility's says where that is.
KNOWN_HERE = 10_000
#: Score at most of the area that an unknown name is said to lie in.
HELD = 0.5
#: Letters of the longest abbreviation of a land.
SHORT = 4
NO_NAME = "no name"
#: One or two capitalised words after a comma.
_HOLDER = re.compile(r",\s+((?:[A-Z][\w'’-]*\.?)(?:[A-Z]\w*\.)*(?:\s[A-Z][\w'’-]*)?)")
PRECISION = {
    "country": PlacePrecision.COUNTRY, "province": PlacePrecision.PROVINCE, "state": PlacePrecision.PROVINCE,
    "nation": PlacePrecision.REGION, "region": PlacePrecision.REGION, "district": PlacePrecision.DISTRICT,
    "road": PlacePrecision.REGION, "river": PlacePrecision.REGION, "mountain": PlacePrecision.NEAR,
}  # fmt: skip
#: From the most to the least specific: of places that cannot be judged by their sentence the most specific is a claim's.
ORDER = tuple(PlacePrecision)


class PlaceResolver:
    """Resolves the place words of documents against a reference."""

    def __init__(self, reference: Reference) -> None:
        """One resolver serves all documents; look-ups are cached in the gazetteer."""
        self.reference = reference
        self.gazetteer = reference.places

    def link(self, document: Document, claims: Sequence[Claim]) -> list[Claim]:
        """Copies of the claims with ``Mention.place`` (roles place and from) and ``Claim.place`` filled."""
        mentions = [m for c in claims for m in c.arguments if m.role in ROLES and m.meaning]
        told = {(m.span, m.means): lying(document.text, m) for m in mentions}
        words = list(dict.fromkeys(told.values()))
        story = places_story.of(document, self.reference)
        found = dict(zip(words, self.resolve(words, story), strict=True))
        refs = {key: found[phrase] for key, phrase in told.items()}
        seats = Seats(document, claims, self.reference, story)
        return [self._fill(claim, refs, seats) for claim in claims]

    def _fill(self, claim: Claim, refs: Mapping[tuple[Span | None, Span | None], PlaceRef], seats: Seats) -> Claim:
        def meant(mention: Mention) -> PlaceRef:
            ref = refs[mention.span, mention.means]
            return ref if ref.text == mention.meaning else replace(ref, text=mention.meaning)

        arguments = tuple(
            replace(mention, place=meant(mention)) if mention.role in ROLES and mention.meaning else mention
            for mention in claim.arguments
        )
        mentions = [m for m in arguments if m.role == "place"]
        several = len({m.place.place_id for m in mentions if m.place is not None and m.place.place_id}) > 1
        place = self.best(mentions, seats.chances(claim) if several else {})
        # What the reader saw has served: a record of many claims would hold it for nothing.
        return replace(claim, arguments=arguments, place=place, sight=None)

    def best(self, mentions: Sequence[Mention], chances: Mapping[str, float] | None = None) -> PlaceRef | None:
        """The resolved place that is likeliest by ``chances`` (by meaning), else the most specific one.

        What others say that holds it makes it surer.

        None without any words, and where the words are no name ("the market").
        """
        likely = chances or {}
        refs = [
            ref
            for ref in (mention.place for mention in mentions)
            if ref is not None and (ref.place_id is not None or (is_name(ref.text) and ref.score.reason != NO_NAME))
        ]
        known = [ref for ref in refs if ref.place_id is not None]
        if not known:
            return refs[0] if refs else None
        # How likely a name is the place, times how surely it means what it is taken for: both are shares of what is right.
        # No name is barred for being in doubt: on event_location's train part a bar at any score lost claims (898 with
        # several places; .864 of them right in words without one, .855 from .3, .825 from .71). Where the names cannot
        # be judged, a facility that was only put beside a town says less than the province that the claim names itself.
        judged = all(ref.text in likely for ref in known)
        first = min(
            known,
            key=lambda ref: (
                not judged and ref.score.value <= BESIDE,
                -likely[ref.text] * ref.score.value if judged else 0.0,
                ORDER.index(ref.precision),
                -ref.score.value,
            ),
        )
        held = [ref.name for ref in known if ref.place_id in first.within]
        if not held:
            return first
        value = round(1 - (1 - first.score.value) * 0.5, 3)
        return replace(first, score=Score(value, f"{first.score.reason}; in {held[0]}, which is named too"))

    def geoparse(self, text: str, spans: Sequence[Bounds], *, theatre: str = "") -> list[PlaceRef]:
        """Places for given spans of a text, in the spans' order (the contract ``vigil geoparse --given``)."""
        story = places_story.read(text, self.reference, theatre=theatre)
        refs = self.resolve(self.held(text, spans), story)
        return [replace(ref, text=text[start:end]) for ref, (start, end) in zip(refs, spans, strict=True)]

    def held(self, text: str, spans: Sequence[Bounds]) -> list[str]:
        """The words of each span, with what follows it after a comma and may hold it ("Velm, Norrin")."""
        words = []
        for start, end in spans:
            after = next(
                (s for s in spans if 0 <= s[0] - end <= 3 and text[end : s[0]].strip() in (",", "(", ", ")), None
            )
            holder = text[slice(*after)] if after else self._after(text, end)
            words.append(text[start:end] + (f", {holder}" if holder else ""))
        return words

    def _after(self, text: str, end: int) -> str:
        """A country or division right after a comma ("Velm, Norrin"), "" for none."""
        match = _HOLDER.match(text, end)
        if match is None:
            return ""
        for name in (match[1], match[1].partition(" ")[0]):
            if any(c.place.kind in ("country", "state", "province") for c in self.gazetteer.lookup(name)):
                return name
        return ""

    def _people(self, name: str) -> Place | None:
        """The country whose people or adjective a name is ("Ruritanian", "Ruritanian territory")."""
        key = fold(land_of(name))
        code = demonyms().get(key) or self._adjectives.get(key)
        if not code:
            return None
        own = (place for pack in self.reference.theatres.values() for place, _ in pack.places)
        return self.gazetteer.country(code) or next(
            (place for place in own if place.kind == "country" and place.country == code), None
        )

    @cached_property
    def _adjectives(self) -> dict[str, str]:
        """Adjectives of the countries that theatre packs bring along, made by the usual endings."""
        table: dict[str, str] = {}
        for pack in self.reference.theatres.values():
            code, names = pack.country or ("", ())
            for stem in {key for key in map(fold, names) if " " not in key}:
                for form in (
                    f"{stem}n",
                    f"{stem}ns",
                    f"{stem.rstrip('aeiouy')}ian",
                    f"{stem.rstrip('aeiouy')}an",
                    f"{stem}ese",
                ):
                    table[form] = code
        return table

    def resolve(self, words: Sequence[str], story: Story) -> list[PlaceRef]:
        """Resolve all place phrases of one text together: each choice is context for the others."""
        phrases = [parse(text) for text in words]
        found = self.settings(phrases, story)
        scored = {phrase: score(candidates, setting) for phrase, (setting, candidates) in found.items()}
        chosen = {phrase: choose(rows, ()) for phrase, rows in scored.items()}
        for _ in range(ROUNDS):
            before = chosen
            told = list(before.items())[:CONTEXT]
            chosen = {
                phrase: choose(
                    rows,
                    [
                        choice.place
                        for other, choice in told
                        if choice is not None and found[other][0].phrase.core != found[phrase][0].phrase.core
                    ],
                )
                for phrase, rows in scored.items()
            }
            if all(same_choice(before[phrase], chosen[phrase]) for phrase in chosen):
                break
        supported = {
            phrase: choice
            for phrase, choice in chosen.items()
            if choice is None or found[phrase][0].elsewhere or not stray(choice.place, chosen.values(), story)
        }
        return beside(
            [
                self._ref(text, phrase, found[phrase][0].phrase, supported.get(phrase), story)
                for text, phrase in zip(words, phrases, strict=True)
            ]
        )

    def settings(self, phrases: Sequence[Phrase], story: Story) -> dict[Phrase, tuple[Setting, list[Candidate]]]:
        """For each phrase of one text what its name may mean, and what that is judged by."""
        found = {phrase: self._candidates(phrase, story) for phrase in dict.fromkeys(phrases)}
        named = frozenset(
            c.place.id for cs in found.values() for c in cs[1] if c.place.kind in ("country", "province", "state")
        )
        holders = {phrase: self._holders(core, story) for phrase, (core, _) in found.items()}
        held: dict[str, frozenset[str]] = {}
        for phrase, (core, _) in found.items():
            held[fold(core.core)] = held.get(fold(core.core), frozenset()) | holders[phrase]
        return {
            phrase: (
                Setting(
                    phrase=core,
                    story=story,
                    named=named,
                    holders=holders[phrase],
                    elsewhere=held[fold(core.core)],
                    cities=cities(candidates),
                ),
                candidates,
            )
            for phrase, (core, candidates) in found.items()
        }

    def _candidates(self, phrase: Phrase, story: Story) -> tuple[Phrase, list[Candidate]]:
        """Candidates of the whole phrase ("eastern Ghouta", "South Sudan") before those of its core.

        Words that are no name are never looked up; a people's name means its country and no namesake.
        """
        if phrase.relation == "border":
            return phrase, []
        capital = self._capital(phrase, story)
        if capital is not None:
            return capital
        if not is_name(phrase.core):
            return self._lower(phrase, story)
        region = REGION_PEOPLE.get(fold(phrase.whole)) or REGION_PEOPLE.get(fold(phrase.core))
        if region is not None and (fold(land_of(phrase.core)) not in SPREAD or self._at_home(region, story)):
            return replace(phrase, core=region, relation="in"), self._lookup(region, story)
        country = self._people(phrase.core)
        if country is not None:
            return phrase, [Candidate(place=country, key_kind="people", matched=fold(phrase.core))]
        written = phrase.whole.removeprefix("the ").split(",")[0]
        for name in dict.fromkeys((phrase.whole, written, re.sub(r"\s+areas?$", "", written))):
            whole = self._lookup(name, story)
            if fold(name) != fold(phrase.core) and any(c.key_kind != "skeleton" for c in whole):
                return replace(phrase, core=name, kinds=(), relation="in"), whole
        candidates = self._lookup(phrase.core, story)
        if all(c.key_kind == "skeleton" for c in candidates):
            known, land = partial(self._well_known, story=story), partial(self._land, story=story)
            for other in readings(phrase, known, land):
                if fold(other.core) != fold(phrase.core):
                    found = self._candidates(other, story)
                    if any(c.key_kind != "skeleton" for c in found[1]):
                        return found
        inner = "" if candidates else embedded(phrase.core, lambda part: self._well_known(part, story))
        if inner:
            return self._candidates(replace(phrase, core=inner, whole=inner, kinds=(), relation="near"), story)
        return phrase, candidates

    def _at_home(self, name: str, story: Story) -> bool:
        return any(c.place.country in story.countries for c in self._lookup(name, story))

    def _capital(self, phrase: Phrase, story: Story) -> tuple[Phrase, list[Candidate]] | None:
        """ "The Syrian capital" is a town."""
        land = of_capital(phrase.core) or of_capital(phrase.whole)
        country = self._people(land) or next(
            (c.place for c in self._lookup(land, story) if c.place.kind == "country"), None
        )
        home = countries().get(country.country) if land and country is not None else None
        if home is None or not home.capital:
            return None
        named = replace(phrase, core=home.capital, containers=(home.name,), kinds=("city",), relation="in")
        return named, [c for c in self._lookup(home.capital, story) if c.place.country == home.iso3]

    def _land(self, name: str, story: Story) -> bool:
        """A country or a division by its own name."""
        return any(
            c.key_kind != "skeleton" and c.place.kind in ("country", "state", "province")
            for c in self._lookup(name, story)
        )

    def _well_known(self, name: str, story: Story) -> bool:
        """A country, a division, a theatre's place, or a town of some size in the story's countries."""
        return any(
            c.key_kind == "name"
            and (
                c.place.id.startswith(("iso:", "adm1:", "adm2:", "area:"))
                or (c.overlay and c.place.theatre in story.theatres)
                or c.place.population >= (KNOWN_HERE if c.place.country in story.countries else KNOWN_ELSEWHERE)
            )
            for c in self._lookup(name, story)
        )

    def _lower(self, phrase: Phrase, story: Story) -> tuple[Phrase, list[Candidate]]:
        """Only a theatre's own file can make a name of common nouns, where it writes them so ("coast road")."""
        for name in dict.fromkeys((phrase.whole, phrase.whole.removeprefix("the "), phrase.core)):
            themes = self._common_names.get(fold(name), frozenset()).intersection(story.theatres)
            if themes:
                found = [c for c in self._lookup(name, story) if c.overlay and c.place.theatre in themes]
                return replace(phrase, core=name, kinds=(), relation="in"), found
        whole = phrase.whole.removeprefix("the ").split(",")[0]
        if is_name(whole):  # "West Bank": two common nouns, but capitals
            exact = [c for c in self._lookup(whole, story) if c.key_kind != "skeleton"]
            if exact:
                return replace(phrase, core=whole, kinds=(), relation="in"), exact
        return phrase, []

    @cached_property
    def _common_names(self) -> dict[str, frozenset[str]]:
        """Folded names that theatre packs write without a capital, to the packs' ids."""
        table: dict[str, frozenset[str]] = {}
        for pack in self.reference.theatres.values():
            for name in (n for place, names in pack.places for n in (place.name, *names) if not is_name(n)):
                for key in (fold(name), fold(name.removeprefix("the "))):
                    table[key] = table.get(key, frozenset()) | {pack.id}
        return table

    def _lookup(self, name: str, story: Story) -> list[Candidate]:
        found = self.gazetteer.lookup(name, countries=story.countries, theatres=story.theatres)
        if name.isupper() and name.isascii() and len(name) <= SHORT:
            # "EU", "BC": an abbreviation is of a land, and no town in capitals.
            lands = [c for c in found if c.place.id.startswith(("iso:", "adm1:", "area:"))]
            return lands or found
        return found

    def _holders(self, phrase: Phrase, story: Story) -> frozenset[str]:
        return frozenset(
            c.place.id
            for name in phrase.containers
            for c in self._lookup(parse(name).core, story)
            if c.place.kind in ("country", "province", "state", "nation", "region", "district")
        )

    def _ref(self, text: str, phrase: Phrase, used: Phrase, choice: Choice | None, story: Story) -> PlaceRef:
        if phrase.relation == "border":
            return self._border(text, phrase, story)
        if choice is None:
            named = is_name(phrase.core)
            held = self._holder(text, phrase, story) if named else None
            if held is not None:
                return held
            return PlaceRef(text=text, score=Score(0.0, "not in any gazetteer, or too doubtful" if named else NO_NAME))
        place = choice.place
        ref = PlaceRef(
            text=text, place_id=place.id, name=place.name, lat=place.lat, lon=place.lon, radius_km=place.radius_km,
            precision=PRECISION.get(place.kind, PlacePrecision.EXACT), country=place.country, admin1=place.admin1,
            within=self.gazetteer.ancestors(place), kind=place.kind, score=choice.score,
        )  # fmt: skip
        if used.relation in ("between", "both"):
            return between(ref, self.resolve([used.other], story)[0], used)
        return relative(ref, used) if used.relation in ("near", "part") else ref

    def _holder(self, text: str, phrase: Phrase, story: Story) -> PlaceRef | None:
        """The area that the words put an unknown name in: "Zarqat in Idlib province" is somewhere in that province."""
        for name in phrase.containers:
            (ref,) = self.resolve([name], story) if is_name(name) else (None,)
            if ref is not None and ref.place_id is not None:
                reason = f"{phrase.core} is in no gazetteer; the words put it in {ref.name}"
                return replace(ref, text=text, score=Score(min(HELD, ref.score.value), reason))
        return None

    def _border(self, text: str, phrase: Phrase, story: Story) -> PlaceRef:
        """A border or a front is a line: a region of the story's country, without a point."""
        country = next(iter(story.countries), "")
        within = (f"iso:{country}",) if country else ()
        reason = "a border or front: a line, not a point"
        return PlaceRef(
            text=text, name=phrase.core, precision=PlacePrecision.REGION, country=country, within=within, kind="line",
            score=Score(0.3 if country else 0.0, reason),
        )  # fmt: skip
