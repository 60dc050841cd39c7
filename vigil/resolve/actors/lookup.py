"""Names in the registry, the outlets and the gazetteer: what a whole phrase means as a name, in a story's frame."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from vigil.model.entity import Actor, ActorKind, ActorRef, Place
from vigil.model.link import Score
from vigil.reference.keys import fold
from vigil.reference.registry import Found
from vigil.reference.tables import Reference
from vigil.resolve.actors.phrases import known_abroad, national_side, person, ref_to
from vigil.resolve.actors.words import ARMED_SIDES, BODY_OF, CAPITAL_LETTER, KIND_OF, POINTERS, TITLE
from vigil.resolve.nations import capitals, country
from vigil.resolve.places.words import DIRECTIONS

#: Residents from which a bare name is taken for a town's rather than a person's.
TOWN_HERE, TOWN_ELSEWHERE = 5_000, 100_000
#: A name's score from which on nothing about it is guessed (``Lookup.named``).
SURE = 0.9
#: What may follow an outlet's name: its branch, or what it is.
OUTLET_TAIL = re.compile(
    r"(?:'s|,? (?:news )?agency| newspaper| (?:state )?(?:television|TV|radio)| news| website| channel| correspondents?| "
    r"(?:Arabic|English|Persian|Turkish|Russian|Ukrainian|Urdu|Pashto|Burmese|Africa|Monitoring|World Service))$", re.I
)  # fmt: skip
#: Words inside surnames ("de Velm", "al-Velmi").
PARTICLES = frozenset("de da di del van von der den bin ibn al el la le ould ben".split())
#: Those whose officials speak about every war: their bare surnames count in stories about others.
ABROAD = frozenset({"gov/USA", "gov/RUS", "gov/GBR", "gov/FRA", "gov/CHN", "io/un"})


@dataclass(frozen=True, slots=True)
class Frame:
    """What a mention is read in: the story's countries (alpha-3), theatres and day."""

    countries: tuple[str, ...] = ()
    theatres: tuple[str, ...] = ()
    day: date | None = None


#: Names stand in the registry without initials in the middle.
_INITIAL = re.compile(r"^([A-Z]\w+) [A-Z]\. (?=[A-Z]\w+$)")


class Lookup:
    """Whole names to actors, towns, outlets and bodies of states."""

    def __init__(self, reference: Reference) -> None:
        """One serves all documents."""
        self.reference = reference
        self.registry = reference.actors

    def find(self, text: str, frame: Frame) -> Found | None:
        """The best actor of a name; one of another theatre only for a proper name, never for "the rebels"."""
        proper = CAPITAL_LETTER.search(text) is not None
        if _INITIAL.match(text) and not self.registry.find(text, alike=False):
            text = _INITIAL.sub(r"\1 ", text)
        found = [
            one
            for one in self.registry.find(text, day=frame.day, theatres=frame.theatres, alike=proper)
            if not one.actor.theatre or one.actor.theatre in frame.theatres or (proper and known_abroad(text, one))
        ]
        if not found or found[0].actor.theatre in frame.theatres:
            return found[0] if found else None
        same = [one for one in found if one.dated == found[0].dated and one.actor.theatre == found[0].actor.theatre]
        if len({one.actor.country for one in same}) > 1 and any(one.actor.sector in ARMED_SIDES for one in same):
            # "SAF" is an army here and another one there: the story's country says which.
            here = next((one for one in same if one.actor.country in frame.countries), None)
            return here or (None if text.isupper() else found[0])
        return found[0]

    def named(self, text: str, frame: Frame) -> ActorRef | None:
        """The whole phrase is a name in the registry."""
        found = self.find(text, frame)
        if found is not None and found.key_kind == "skeleton" and self.town(text, frame) is not None:
            found = None  # a town spelled like a group is the town
        outlet = self.outlet(text) if found is None or found.key_kind != "name" else None
        if found is None or (outlet is not None and found.actor.sector != "JRN"):
            return outlet  # a party's own channel is the channel, whatever alias the party has
        if found.name.person and not found.dated:
            # Whoever speaks for a state in office is a person before and after.
            return person(text, found.actor.country, f"spoke for {found.actor.name}, but not on {frame.day}")
        actor = self.registry.renamed(found.actor, frame.day) if found.key_kind == "name" else found.actor
        actor = self.local(actor, frame)
        value = {"name": 0.95, "alias": 0.9, "skeleton": 0.7}[found.key_kind] - (0 if found.dated else 0.3)
        how = {"name": "its name", "alias": "one of its names", "skeleton": f"spelled like {found.matched!r}"}[
            found.key_kind
        ]
        reason = how if found.dated else f"{how}, though not in use on {frame.day}"
        return ref_to(text, actor, value, reason, slant=found.slant)

    def surely_named(self, text: str, frame: Frame) -> ActorRef | None:
        """``named``, where it is somebody with an id whose name is in use on that day and spelled as in the registry."""
        ref = self.named(text, frame)
        return ref if ref is not None and ref.actor_id is not None and ref.score.value >= SURE else None

    def town(self, text: str, frame: Frame) -> ActorRef | None:
        """A town read as a party (a dateline's "VELM"): no actor is named after it; capitals stand for governments."""
        rule = self.find(f"{text} government", frame) if CAPITAL_LETTER.match(text) else None
        if rule is not None and rule.key_kind != "skeleton" and rule.actor.sector == "GOV":
            return ref_to(text, rule.actor, 0.75, "the seat of a government")
        if not CAPITAL_LETTER.search(text) or capitals().get(fold(text)) or country(text):
            return None
        place = self.known_place(text, frame)
        if place is None:
            return None
        reason = Score(0.0, "names a place")
        # PLOVER codes towns as their people.
        return ActorRef(text=text, name=place.name, country=place.country, kind="place", sector="CVL", score=reason)

    def known_place(self, text: str, frame: Frame) -> Place | None:
        """The likeliest town or division of exactly this name, of the story's before the largest; None for a country."""
        fit: list[tuple[bool, bool, int, str, Place]] = []
        if text.lower() in DIRECTIONS or text.lower() in POINTERS:
            return None  # "the West" is no province of Cameroon, and "We" not the town of Huế
        for found in self.reference.places.lookup(text, countries=frame.countries, theatres=frame.theatres):
            place, home = found.place, found.place.country in frame.countries
            here = found.overlay and place.theatre in frame.theatres
            known = place.population >= (TOWN_HERE if home else TOWN_ELSEWHERE) or place.id.startswith("adm1:")
            if found.key_kind != "skeleton" and place.kind != "country" and (here or known):
                fit.append((here, home, place.population, place.id, place))
        return max(fit)[-1] if fit else None

    def outlet(self, text: str) -> ActorRef | None:
        outlet = self.reference.outlet(text) or self.reference.outlet(OUTLET_TAIL.sub("", text))
        if outlet is None or not CAPITAL_LETTER.search(text):
            return None
        known = outlet.actor
        return ActorRef(
            text=text, actor_id=known.id, name=known.name, country=known.country, kind=known.kind, sector=known.sector,
            side=known.side, score=Score(0.9, "an outlet's name"),
        )  # fmt: skip

    def surname(self, text: str, frame: Frame) -> ActorRef | None:
        """ "Secretary X", "X": a surname that persons of one party only bore in office on that day.

        Without a title only for a party of the story's own countries.
        """
        name = TITLE.sub("", text)
        last = name.split()[-1] if name else ""
        particles = [word for word in name.split()[:-1] if word.lower() not in PARTICLES]
        if not last or particles or not CAPITAL_LETTER.match(last) or last.isupper() or frame.day is None:
            return None
        sides = self.registry.surnamed(last, day=frame.day)
        here = [actor for actor in sides if actor.country in frame.countries]
        if not sides:
            here = self.registry.surnamed_alike(last, day=frame.day, countries=frame.countries)
        titled, known = name != text, len(sides) == 1 and (sides[0].side or sides[0].id) in ABROAD
        chosen = here if len(here) == 1 else sides if titled or known else []
        if len(chosen) != 1:
            return None
        reason = f"the only {last} in office on {frame.day}" + (", in the story's country" if here else "")
        value = 0.6 if titled else 0.5 if here else 0.45
        return ref_to(text, self.local(chosen[0], frame), value, reason)

    def client(self, backer: str, heads: set[str | None], frame: Frame) -> Actor | None:
        for actor in self.registry.of_theatres(frame.theatres):
            if actor.sector not in heads:
                continue
            for tie in actor.ties:
                inside = (not frame.day or not tie.start or tie.start <= frame.day) and (
                    not frame.day or not tie.end or frame.day < tie.end
                )
                patron = self.registry.get(tie.actor)
                if tie.kind == "backed_by" and inside and patron is not None and patron.country == backer:
                    return actor
        return None

    def body(self, text: str, code: str, sector: str, value: float, reason: str, frame: Frame) -> ActorRef:
        body = self.registry.get(f"{BODY_OF[sector]}/{code}") if sector in BODY_OF else None
        if body is not None:
            body = self.local(body, frame)
            return ref_to(text, body, value, reason)
        kind = KIND_OF.get(sector, "")
        return ActorRef(text=text, country=code, kind=kind, sector=sector, score=Score(round(value - 0.2, 3), reason))

    def local(self, actor: Actor, frame: Frame) -> Actor:
        """A theatre's own entry for a state's body stands before the world's."""
        if actor.theatre or actor.kind not in (ActorKind.STATE, ActorKind.ARMY):
            return actor
        for other in self.registry.of_theatres(frame.theatres):
            if not national_side(other):
                continue
            unit = any(tie.kind == "parent" and not tie.actor.startswith("gov/") for tie in other.ties)
            if unit and not any(tie.actor == other.side for tie in other.ties):
                continue
            if (other.country, other.kind, other.sector) == (actor.country, actor.kind, actor.sector):
                return other
        return actor

    def with_apostrophe(self, words: str) -> str:
        """ "Xs foreign minister": pages that have lost their apostrophes say so; the owner is known without its s."""
        parts = words.split()
        for at, word in enumerate(parts[:-1]):
            owner = word[:-1]
            if not (word.endswith("s") and re.fullmatch(r"[^\W\d_]+(?:-[^\W\d_]+)*", owner) and len(owner) > 1):
                continue
            for start in range(max(0, at - 2), at + 1):
                whole, bare = " ".join(parts[start : at + 1]), " ".join([*parts[start:at], owner])
                if not CAPITAL_LETTER.match(bare) or any(self.known_name(name) for name in (whole, words)):
                    continue
                if self.known_name(bare):
                    return " ".join([*parts[:at], f"{owner}'s", *parts[at + 1 :]])
        return words

    def known_name(self, name: str) -> bool:
        """A country or a name of the registry."""
        return bool(country(name) or self.registry.find(name, alike=False))
