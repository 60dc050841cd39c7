"""Actor words to actors: a grammar over the registry, from the whole phrase down to its parts.

In order: the whole phrase as a name; the phrase without its backer ("Ruritanian-backed"); a people or country with a
head noun ("Ruritanian jets"); the party that a person speaks for; a capital for its government; generic victims. What
none of these explains stays as written, with a kind only where its head noun says so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from vigil.model.claim import Claim, Mention
from vigil.model.entity import Actor, ActorKind, ActorRef, Place
from vigil.model.link import Score
from vigil.model.text import Document
from vigil.reference.keys import fold
from vigil.reference.registry import Found, demonyms
from vigil.reference.tables import Reference
from vigil.resolve import places_story
from vigil.resolve.actors_nations import capitals, country, is_country, nation
from vigil.resolve.actors_phrases import known_abroad, national_side, person, ref_to, sector_of
from vigil.resolve.actors_words import (
    ARMED_SIDES,
    BACKED,
    BODY_OF,
    CAPITAL_LETTER,
    KIND_OF,
    LEAD,
    LOYAL,
    MILITIA,
    MONITORS,
    OWN,
    SECTOR_OF,
    SLANT,
    SPEAKERS,
    SPLIT,
    TITLE,
    UNITS,
    WHERE,
)  # fmt: skip

ROLES = ("agent", "target")
#: Characters of the longest phrase that is taken for a name.
LONGEST = 300
#: Residents from which a bare name is taken for a town's rather than a person's.
TOWN_HERE, TOWN_ELSEWHERE = 5_000, 100_000


@dataclass(frozen=True, slots=True)
class Frame:
    """What a mention is read in: the story's countries (alpha-3), theatres and day."""

    countries: tuple[str, ...] = ()
    theatres: tuple[str, ...] = ()
    day: date | None = None


class ActorResolver:
    """Resolves actor words against a reference; answers are cached per phrase and frame."""

    def __init__(self, reference: Reference) -> None:
        """One resolver serves all documents."""
        self.reference = reference
        self.registry = reference.actors
        self._cache: dict[tuple[str, Frame], ActorRef] = {}

    def link(self, document: Document, claims: Sequence[Claim]) -> list[Claim]:
        """Copies of the claims with ``Mention.actor`` filled for agents, targets and sources."""
        story = places_story.of(document, self.reference)
        frame = Frame(story.countries, story.theatres, document.published.date() if document.published else None)
        return [
            replace(
                claim,
                arguments=tuple(self._fill(m, frame) if m.role in ROLES else m for m in claim.arguments),
                sources=tuple(self._fill(m, frame) for m in claim.sources),
            )
            for claim in claims
        ]

    def _fill(self, mention: Mention, frame: Frame) -> Mention:
        if not mention.meaning:
            return mention
        return replace(
            mention, actor=replace(self._read(mention.meaning, frame), text=mention.words or mention.meaning)
        )

    def resolve(
        self, mention: str, *, context: str = "", day: date | None = None, theatre: str | None = None,
        countries: Sequence[str] = (),
    ) -> ActorRef:  # fmt: skip
        """One mention by itself (the contract ``vigil actors``); ``context`` is the text around it.

        ``countries`` (alpha-3) say what the story is about where the context does not.
        """
        story = places_story.read(context, self.reference, theatre=theatre or "")
        codes = tuple(dict.fromkeys((*countries, *story.countries)))
        theatres = tuple(dict.fromkeys((*story.theatres, *self.registry.theatres_of(codes))))
        return self._read(mention, Frame(codes, theatres, day))

    def _read(self, text: str, frame: Frame) -> ActorRef:
        if len(text) > LONGEST:
            return ActorRef(text=text, score=Score(0.0, f"longer than {LONGEST} characters: no name"))
        key = (text, frame)
        if key not in self._cache:
            if len(self._cache) > 50_000:
                self._cache.clear()
            self._cache[key] = self._grammar(text, frame)
        return self._cache[key]

    def _grammar(self, text: str, frame: Frame) -> ActorRef:
        words = self._with_apostrophe(" ".join(text.replace("’", "'").split()))
        bare = LEAD.sub("", words).strip(" ,.;:'\"()—–-") or words
        for step in (
            self._named,
            self._town,
            self._loyal,
            self._backed,
            self._national,
            self._headed,
            self._spoken_for,
            self._inside,
            self._surname,
            self._municipal,
            self._apposed,
            self._capital,
            self._generic,
        ):
            ref = step(bare, frame)
            if ref is not None:
                if sector_of(words) == "ELI" and (ref.actor_id is None or ref.sector in BODY_OF):
                    ref = person(ref.text, ref.country, "formerly in office")  # LEAD may have taken "former" away
                slant = ref.slant or any(word in SLANT for word in fold(bare).split())
                return replace(ref, text=text, slant=slant)
        many = len(self.registry.find(bare, alike=False)) > 1
        return ActorRef(text=text, score=Score(0.0, "a name of several parties" if many else "not in the registry"))

    def _with_apostrophe(self, words: str) -> str:
        """ "Xs foreign minister": pages that have lost their apostrophes say so; the owner is known without its s."""
        first, space, rest = words.partition(" ")
        owner = first[:-1]
        if not (space and first.endswith("s") and owner.isalpha() and len(owner) > 1 and CAPITAL_LETTER.match(first)):
            return words
        if country(first) or self.registry.find(first, alike=False) or self.registry.find(words, alike=False):
            return words
        known = country(owner) or self.registry.find(owner, alike=False)
        return f"{owner}'s {rest}" if known else words

    def _find(self, text: str, frame: Frame) -> Found | None:
        """The best actor of a name; one of another theatre only for a proper name, never for "the rebels"."""
        proper = CAPITAL_LETTER.search(text) is not None
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

    def _named(self, text: str, frame: Frame) -> ActorRef | None:
        """The whole phrase is a name in the registry."""
        found = self._find(text, frame)
        if found is not None and found.key_kind == "skeleton" and self._town(text, frame) is not None:
            found = None  # a town spelled like a group is the town
        if found is None:
            return self._outlet(text)
        if found.name.person and not found.dated:
            # Whoever speaks for a state in office is a person before and after.
            return person(text, found.actor.country, f"spoke for {found.actor.name}, but not on {frame.day}")
        actor = self.registry.renamed(found.actor, frame.day) if found.key_kind == "name" else found.actor
        actor = self._local(actor, frame)
        value = {"name": 0.95, "alias": 0.9, "skeleton": 0.7}[found.key_kind] - (0 if found.dated else 0.3)
        how = {"name": "its name", "alias": "one of its names", "skeleton": f"spelled like {found.matched!r}"}[
            found.key_kind
        ]
        reason = how if found.dated else f"{how}, though not in use on {frame.day}"
        return ref_to(text, actor, value, reason, slant=found.slant)

    def _town(self, text: str, frame: Frame) -> ActorRef | None:
        """A town read as a party (a dateline's "VELM"): no actor is named after it; capitals stand for governments."""
        rule = self._find(f"{text} government", frame) if CAPITAL_LETTER.match(text) else None
        if rule is not None and rule.key_kind != "skeleton" and rule.actor.sector == "GOV":
            return ref_to(text, rule.actor, 0.75, "the seat of a government")
        if not CAPITAL_LETTER.search(text) or capitals().get(fold(text)) or country(text):
            return None
        place = self._known_place(text, frame)
        if place is None:
            return None
        reason = Score(0.0, "names a place")
        return ActorRef(text=text, name=place.name, country=place.country, kind="place", score=reason)

    def _known_place(self, text: str, frame: Frame) -> Place | None:
        """The likeliest town or division of exactly this name, of the story's before the largest; None for a country."""
        fit = []
        for found in self.reference.places.lookup(text, countries=frame.countries, theatres=frame.theatres):
            place, home = found.place, found.place.country in frame.countries
            here = found.overlay and place.theatre in frame.theatres
            known = place.population >= (TOWN_HERE if home else TOWN_ELSEWHERE) or place.id.startswith("adm1:")
            if found.key_kind != "skeleton" and place.kind != "country" and (here or known):
                fit.append((here, home, place.population, place.id, place))
        return max(fit)[-1] if fit else None

    def _municipal(self, text: str, frame: Frame) -> ActorRef | None:
        """A town's or province's police, officials or court ("Velm police"): of the country that it lies in."""
        words = text.replace(" State ", " ").split()
        for size in (3, 2, 1):
            name, rest = " ".join(words[:size]), " ".join(words[size:])
            sector = sector_of(rest) if rest else None
            if sector not in ("GOV", "COP", "JUD", "LEG") or not name[:1].isupper():
                continue
            code = country(name)
            place = None if code else self._known_place(name, frame)
            if code or place is not None:
                code = code or (place.country if place is not None else "")
                return self._body(text, code, sector, 0.7, f"{rest!r} of {name}, in {code}", frame)
        return None

    def _apposed(self, text: str, frame: Frame) -> ActorRef | None:
        """ "Name, Ruritania's deputy minister": an unknown name stands for the office after the comma."""
        name, comma, office = text.partition(", ")
        if not comma or not CAPITAL_LETTER.match(name) or sector_of(office) is None:
            return None
        ref = self._grammar(office, frame)
        return replace(ref, score=Score(round(ref.score.value * 0.9, 3), f"as {office!r}: {ref.score.reason}"))

    def _outlet(self, text: str) -> ActorRef | None:
        outlet = self.reference.outlet(re.sub(r"(?:'s| news agency| newspaper| television)$", "", text))
        if outlet is None or not CAPITAL_LETTER.search(text):
            return None
        kind = ActorKind.AGENCY if outlet.kind == "agency" else ActorKind.MEDIA
        return ActorRef(
            text=text, actor_id=f"outlet/{outlet.id}", name=outlet.name, country=outlet.country, kind=kind, sector="JRN",
            side=outlet.side, score=Score(0.9, "an outlet's name"),
        )  # fmt: skip

    def _backed(self, text: str, frame: Frame) -> ActorRef | None:
        """ "X-backed Y" is Y; where Y is only "rebels", the theatre's own whom X backs."""
        match = BACKED.search(text)
        if match is None:
            return None
        rest = LEAD.sub("", (text[: match.start()] + " " + text[match.end() :]).strip(" ,-"))
        backer = country(match[1] or match[2] or "")
        heads = {SECTOR_OF.get(word) for word in fold(rest).split()}
        if backer and not country(rest):
            client = self._client(backer, heads, frame)
            if client is not None and not CAPITAL_LETTER.search(rest):
                return ref_to(text, client, 0.75, f"backed by {backer}, in this theatre")
        inner = self._grammar(rest, frame) if rest else None
        if inner is None or not (inner.actor_id or inner.kind):
            return None
        why = f"{rest!r}, backed by {backer or match[0]}: {inner.score.reason}"
        return replace(inner, score=Score(round(inner.score.value * 0.9, 3), why))

    def _client(self, backer: str, heads: set[str | None], frame: Frame) -> Actor | None:
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

    def _national(self, text: str, frame: Frame) -> ActorRef | None:
        """A people or country with a head noun: the country's army, police or government, or its people."""
        code, rest = nation(text)
        if code is None:
            return None
        sector = sector_of(rest)
        if sector is None:
            if rest:
                return None  # "Syrian Observatory", "British Columbia Lions": something of its own
            sector = "GOV" if fold(text).split()[-1] not in demonyms() and is_country(text) else "CVL"
        if sector in ("REB", "OPP") and MILITIA.isdisjoint(fold(rest).split()):
            local = self._find(f"{rest}", frame) if code in frame.countries else None
            if local is not None and local.actor.country == code:
                return ref_to(text, local.actor, 0.75, f"{rest!r} in {code}")
        return self._body(text, code, sector, 0.85, f"of {code}, and {rest.split()[-1] if rest else 'people'!r}", frame)

    def _body(self, text: str, code: str, sector: str, value: float, reason: str, frame: Frame) -> ActorRef:
        body = self.registry.get(f"{BODY_OF[sector]}/{code}") if sector in BODY_OF else None
        if body is not None:
            body = self._local(body, frame)
            return ref_to(text, body, value, reason)
        kind = KIND_OF.get(sector, "")
        return ActorRef(text=text, country=code, kind=kind, sector=sector, score=Score(round(value - 0.2, 3), reason))

    def _local(self, actor: Actor, frame: Frame) -> Actor:
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

    def _spoken_for(self, text: str, frame: Frame) -> ActorRef | None:
        """ "a spokesman for X", "X's commander", "the Y ministry of X": the party behind the words."""
        owner = re.match(r"^(.+?)'s?\s+(.+)$", text)
        if owner:
            code = country(owner[1])
            if code:
                return self._body(text, code, sector_of(owner[2]) or "GOV", 0.8, f"{owner[1]}'s {owner[2]}", frame)
            inner = self._named(owner[1], frame) or self._national(owner[1], frame)
            return replace(inner, score=Score(0.7, f"{owner[2]!r} of {inner.name}")) if inner else None
        parts = SPLIT.split(text, maxsplit=1)
        if len(parts) < 2:
            return None
        head, body = parts
        code, sector = country(body), sector_of(head)
        if code and sector:
            return self._body(text, code, sector, 0.8, f"{head!r} of {code}", frame)
        if not sector and WHERE.search(text):
            return None  # "Druze in Syria" are no party of Syria's
        inner = self._named(LEAD.sub("", body), frame) or self._national(body, frame)
        if inner is None:
            return None
        if inner.sector == "GOV" and sector in ("MIL", "COP") and inner.country:
            return self._body(text, inner.country, sector, 0.75, f"{head!r} of {inner.name}", frame)
        return replace(inner, score=Score(0.7, f"{head!r} speaks for {inner.name or body}"))

    def _loyal(self, text: str, frame: Frame) -> ActorRef | None:
        """ "pro-X forces": those of the government that X leads, in a story about its country."""
        match = LOYAL.match(text)
        words = match[1].split() if match else []
        if not words or sector_of(words[-1]) not in ("MIL", "COP"):
            return None
        for size in range(len(words) - 1, 0, -1):
            side = self._named(" ".join(words[:size]), frame)
            if side is not None and side.sector == "GOV" and side.country in frame.countries:
                rest = " ".join(words[size:])
                return self._body(text, side.country, "MIL", 0.7, f"{rest!r} for {side.name}", frame)
        return None

    def _headed(self, text: str, frame: Frame) -> ActorRef | None:
        """ "Islamic State of X militants": a name with a head noun behind it is the name's party."""
        words = text.split()
        cut = len(words)
        while cut > 1 and (SECTOR_OF.get(words[cut - 1]) in ARMED_SIDES or words[cut - 1] in UNITS):
            cut -= 1
        name, rest = " ".join(words[:cut]), " ".join(words[cut:])
        found = self._find(name, frame) if rest and CAPITAL_LETTER.match(name) else None
        if found is None or found.key_kind == "skeleton" or not found.dated:
            return None
        actor, sector = found.actor, sector_of(rest)
        if actor.sector == "GOV" and actor.country and sector in ("MIL", "COP", "SPY"):
            return self._body(text, actor.country, sector, 0.8, f"{rest!r} of {actor.name}", frame)
        ref = ref_to(text, self._local(actor, frame), 0.8, f"{name!r} with {rest!r}", slant=found.slant)
        return replace(ref, sector=sector) if actor.sector == "IGO" and sector in BODY_OF else ref

    def _surname(self, text: str, frame: Frame) -> ActorRef | None:
        """ "Secretary X", "X": a surname that persons of one party only bore in office on that day.

        Without a title only for a party of the story's own countries.
        """
        name = TITLE.sub("", text)
        if not name or " " in name or not CAPITAL_LETTER.match(name) or name.isupper() or frame.day is None:
            return None
        sides = self.registry.surnamed(name, day=frame.day)
        here = [actor for actor in sides if actor.country in frame.countries]
        chosen = here if len(here) == 1 else sides if name != text else []
        if len(chosen) != 1:
            return None
        reason = f"the only {name} in office on {frame.day}" + (", in the story's country" if here else "")
        return ref_to(text, self._local(chosen[0], frame), 0.6 if name != text else 0.5, reason)

    def _inside(self, text: str, frame: Frame) -> ActorRef | None:
        """The longest name inside the phrase ("Kremlin spokesman D. P.", "Islamic State militants")."""
        words = text.split()
        for size in range(min(len(words) - 1, 5), 0, -1):
            for start in range(len(words) - size + 1):
                part = " ".join(words[start : start + size]).strip(",.;:'\"")
                left = [fold(word) for word in (*words[:start], *words[start + size :])]
                if not CAPITAL_LETTER.match(part) or (size == 1 and len(part) < 2):
                    continue
                found = self._find(part, frame)
                if found is None or found.key_kind == "skeleton" or not found.dated:
                    continue
                if left and left[-1] in OWN:
                    continue  # an institution that a palace's or a town's name stands in
                about = [word for word in left if SECTOR_OF.get(word) or word in SPEAKERS]
                if len(about) * 2 >= len(left) or size * 2 >= len(words):
                    actor = self._local(found.actor, frame)
                    ref = ref_to(text, actor, 0.7, f"{part!r} in the phrase", slant=found.slant)
                    head = SECTOR_OF.get(left[-1], "") if left else ""
                    return replace(ref, sector=head) if actor.sector == "IGO" and head in BODY_OF else ref
        return None

    def _capital(self, text: str, frame: Frame) -> ActorRef | None:
        """A capital speaks and acts for its government."""
        code = capitals().get(fold(text))
        if code is None:
            return None
        return self._body(text, code, "GOV", 0.75, "a capital for its government", frame)

    def _generic(self, text: str, frame: Frame) -> ActorRef | None:
        """No name at all: government forces of the story's country, or a kind by the head noun."""
        sector = sector_of(text)
        if sector is None:
            return None
        own = re.match(
            r"^(?:the\s+)?(?:government|regime|state|national|federal|security|armed|army|military)\b", text, re.I
        )
        home = frame.countries[0] if frame.countries else ""
        if sector in BODY_OF and own and home:
            return self._body(text, home, sector, 0.6, f"of {home}, which the story is about", frame)
        words = frozenset(fold(text).split())
        kind = "militia" if MILITIA & words else "monitor" if MONITORS & words else KIND_OF.get(sector, "")
        if sector == "CVL":
            return ActorRef(text=text, kind=kind, sector=sector, score=Score(0.6, "people without a party"))
        return ActorRef(text=text, kind=kind, sector=sector, score=Score(0.2, "a kind of party, without its name"))
