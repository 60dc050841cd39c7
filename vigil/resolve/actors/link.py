"""Actor words to actors: a grammar over the registry, from the whole phrase down to its parts.

In order: the whole phrase as a name; the phrase without its backer ("Ruritanian-backed"); a name with a head noun behind
it ("Tarn Front commanders"); a people or country with a head noun ("Ruritanian jets"); the party that a person speaks
for; a capital for its government; generic victims. What none of these explains stays as written, with a kind only where
its head noun says so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from vigil.model.claim import Claim, Mention
from vigil.model.entity import ActorRef
from vigil.model.link import Score
from vigil.model.text import Document
from vigil.reference.keys import fold
from vigil.reference.registry import demonyms
from vigil.reference.tables import Reference
from vigil.resolve.actors.adjectives import state_behind
from vigil.resolve.actors.cut import wider
from vigil.resolve.actors.headed import headed
from vigil.resolve.actors.lookup import Frame, Lookup
from vigil.resolve.actors.offices import offices
from vigil.resolve.actors.people import Names, introduced
from vigil.resolve.actors.phrases import apposed, of_union, person, ref_to, sector_of, several
from vigil.resolve.actors.selves import speaking
from vigil.resolve.actors.sides import spread
from vigil.resolve.actors.words import (
    ARMED_SIDES,
    BACKED,
    BODY_OF,
    BRACKETS,
    CAPITAL_LETTER,
    CIVILIAN_PLACES,
    GROUPED,
    IN_PLACE,
    KIND_OF,
    LEAD,
    LOCAL,
    LOCAL_TITLE,
    LOYAL,
    MILITIA,
    MONITORS,
    OWN,
    POINTERS,
    SECTOR_OF,
    SLANT,
    SMALL,
    SPEAKERS,
    SPLIT,
    TITLE,
    UNIT_OF,
    UNITS,
    VARIANTS,
    WHERE,
)  # fmt: skip
from vigil.resolve.nations import capitals, country, is_country, nation
from vigil.resolve.places import story as places_story

ROLES = ("agent", "target")
#: Characters of the longest phrase that is taken for a name.
LONGEST = 300
NOBODY = Score(0.0, "points to somebody without a name")


class ActorResolver(Lookup):
    """Resolves actor words against a reference; answers are cached per phrase and frame."""

    def __init__(self, reference: Reference) -> None:
        """One resolver serves all documents."""
        super().__init__(reference)
        self._cache: dict[tuple[str, Frame], ActorRef] = {}

    def link(self, document: Document, claims: Sequence[Claim]) -> list[Claim]:
        """Copies of the claims with ``Mention.actor`` filled for agents, targets and sources."""
        story = places_story.of(document, self.reference)
        frame = Frame(story.countries, story.theatres, document.published.date() if document.published else None)
        filled = [
            replace(
                claim,
                arguments=tuple(
                    self._fill(m, claim, frame, document.text) if m.role in ROLES else m for m in claim.arguments
                ),
                sources=tuple(self._fill(m, claim, frame, document.text) for m in claim.sources),
            )
            for claim in claims
        ]
        return spread(speaking(introduced(filled, document.text, Names(self.find, self._read, frame))))

    def _fill(self, mention: Mention, claim: Claim, frame: Frame, text: str) -> Mention:
        span = mention.means or mention.span
        if span is None or not mention.meaning:
            return mention
        ref = self._read(mention.meaning, frame)
        if ref.actor_id is None:
            ref = state_behind(mention, claim, text, frame, self) or ref
        if ref.actor_id is None and not ref.score.value:
            for whole in wider(text, span):
                found = self.named(whole, frame)
                if found is not None and found.actor_id is not None:
                    ref = replace(found, score=Score(found.score.value - 0.1, f"part of the name {whole!r}"))
                    break
        words = mention.words or mention.meaning
        return replace(mention, actor=ref if ref.text == words else replace(ref, text=words))

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
        plain = text.replace("’", "'")
        if BRACKETS.search(plain):  # "Communist Party (Red" is not the Communist Party
            whole = self.surely_named(LEAD.sub("", plain), frame)
            if whole is not None:
                return replace(whole, text=text)
        words = self.with_apostrophe(" ".join(BRACKETS.sub(" ", plain).split()))
        bare = LEAD.sub("", words).strip(" ,.;:'\"()—–-") or words
        if fold(bare) in POINTERS and not bare.isupper():  # in capitals it may be an acronym: US, WHO
            return ActorRef(text=text, sector="UNK", score=NOBODY)
        for step in (
            self.named,
            self._varied,
            self.town,
            self._loyal,
            self._backed,
            self._headed,
            self._national,
            self._spoken_for,
            self._by_name,
            self._inside,
            self.surname,
            self._municipal,
            self._apposed,
            self._capital,
            self._office,
            self._unit,
            self._somewhere,
            self._generic,
            self._several,
        ):
            ref = step(bare, frame)
            if ref is not None:
                if sector_of(words) == "ELI" and (ref.actor_id is None or ref.sector in BODY_OF):
                    ref = person(ref.text, ref.country, "formerly in office")  # LEAD may have taken "former" away
                slant = ref.slant or any(word in SLANT for word in fold(bare).split())
                return replace(ref, text=text, slant=slant)
        if POINTERS.issuperset(fold(GROUPED.sub("", bare)).split()):
            return ActorRef(text=text, sector="UNK", score=NOBODY)
        many = len(self.registry.find(bare, alike=False)) > 1
        slant = any(word in SLANT for word in fold(bare).split())
        why = "a name of several parties" if many else "not in the registry"
        return ActorRef(text=text, slant=slant, score=Score(0.0, why))

    def _varied(self, text: str, frame: Frame) -> ActorRef | None:
        """A name of the registry under another head noun: "X-led fighters" are the "X-led forces"."""
        for pattern, instead in VARIANTS:
            other = pattern.sub(instead, text)
            found = self.find(other, frame) if other != text else None
            if found is not None and found.key_kind != "skeleton" and found.dated:
                return ref_to(text, self.local(found.actor, frame), 0.75, f"as {other!r}", slant=found.slant)
        return None

    def _municipal(self, text: str, frame: Frame) -> ActorRef | None:
        """What a town or province has ("Velm police", "Velm University"): of the country that it lies in."""
        words = text.replace(" State ", " ").split()
        cuts = [(size, " ".join(words[:size]), " ".join(words[size:])) for size in (3, 2, 1)]
        cuts += [(size, " ".join(words[-size:]), " ".join(words[:-size]).removesuffix(" of")) for size in (3, 2, 1)]
        for _, name, rest in cuts:
            sector = sector_of(rest) if rest else None
            if sector not in LOCAL or not name[:1].isupper():
                continue
            code = country(name)
            place = None if code else self.known_place(name, frame)
            if code or place is not None:
                code = code or (place.country if place is not None else "")
                return self.body(text, code, sector, 0.7, f"{rest!r} of {name}, in {code}", frame)
        return None

    def _apposed(self, text: str, frame: Frame) -> ActorRef | None:
        return apposed(text, lambda words: self._grammar(words, frame))

    def _several(self, text: str, frame: Frame) -> ActorRef | None:
        return several(text, lambda words: self._grammar(words, frame))

    def _backed(self, text: str, frame: Frame) -> ActorRef | None:
        """ "X-backed Y" is Y; where Y is only "rebels", the theatre's own whom X backs."""
        match = BACKED.search(text)
        if match is None or SPLIT.search(f"{text[: match.start()]} "):
            return None  # "fighters from an X-led alliance": the alliance comes first
        rest = LEAD.sub("", (text[: match.start()] + " " + text[match.end() :]).strip(" ,-"))
        backer = country(match[1] or match[2] or "")
        heads = {SECTOR_OF.get(word) for word in fold(rest).split()}
        if backer and not country(rest):
            client = self.client(backer, heads, frame)
            if client is not None and not CAPITAL_LETTER.search(rest):
                return ref_to(text, client, 0.75, f"backed by {backer}, in this theatre")
        inner = self._grammar(rest, frame) if rest else None
        if inner is None or not (inner.actor_id or inner.kind):
            return None
        why = f"{rest!r}, backed by {backer or match[0]}: {inner.score.reason}"
        return replace(inner, score=Score(round(inner.score.value * 0.9, 3), why))

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
            local = self.find(f"{rest}", frame) if code in frame.countries else None
            if local is not None and local.actor.country == code:
                return ref_to(text, local.actor, 0.75, f"{rest!r} in {code}")
        return self.body(text, code, sector, 0.85, f"of {code}, and {rest.split()[-1] if rest else 'people'!r}", frame)

    def _spoken_for(self, text: str, frame: Frame) -> ActorRef | None:
        """ "a spokesman for X", "X's commander", "the Y ministry of X": the party behind the words."""
        owner = re.match(r"^(.+?)'s?\s+(.+)$", text)
        if owner:
            return self._owned(text, owner[1], owner[2], frame)
        parts = SPLIT.split(text, maxsplit=1)
        if len(parts) < 2:
            return None
        head, body = parts
        code, sector = country(body), sector_of(head)
        if code and sector:
            return self.body(text, code, sector, 0.8, f"{head!r} of {code}", frame)
        own = "" if sector else " ".join(UNITS & set(head.lower().split()))
        if not sector and not own and WHERE.search(text):
            return None  # "Druze in Syria" are no party of Syria's
        name = SMALL.sub("", body)
        inner = self.named(LEAD.sub("", body), frame) or self.named(name, frame) or self._national(body, frame)
        if inner is None or (own and WHERE.search(text) and inner.sector not in ARMED_SIDES):
            return None
        if inner.sector == "GOV" and sector in ("MIL", "COP") and inner.country:
            return self.body(text, inner.country, sector, 0.75, f"{head!r} of {inner.name}", frame)
        return replace(inner, score=Score(0.7, f"{head!r} speaks for {inner.name or body}"))

    def _owned(self, text: str, owner: str, what: str, frame: Frame) -> ActorRef | None:
        """ "X's commander", "X's jets": a body of a country, a person's government, or the party X itself."""
        code, sector = country(owner), sector_of(what)
        if code and sector:
            return self.body(text, code, sector, 0.8, f"{owner}'s {what}", frame)
        if code:
            inner = self.named(what, frame) or self.surname(what, frame)
            # "Ruritania's communities" are no government.
            return inner or ActorRef(text=text, country=code, score=Score(0.4, f"something of {code}"))
        name = TITLE.sub("", owner)
        inner = self.named(owner, frame) or self.named(name, frame) or self._national(owner, frame)
        inner = inner or self.surname(owner, frame)
        return replace(inner, score=Score(0.7, f"{what!r} of {inner.name}")) if inner else None

    def _loyal(self, text: str, frame: Frame) -> ActorRef | None:
        """ "pro-X forces": those of the government that X leads, in a story about its country."""
        match = LOYAL.match(text)
        words = match[1].split() if match else []
        if not words or sector_of(words[-1]) not in ("MIL", "COP"):
            return None
        for size in range(len(words) - 1, 0, -1):
            side = self.named(" ".join(words[:size]), frame)
            if side is not None and side.sector == "GOV" and side.country in frame.countries:
                rest = " ".join(words[size:])
                return self.body(text, side.country, "MIL", 0.7, f"{rest!r} for {side.name}", frame)
        return None

    def _headed(self, text: str, frame: Frame) -> ActorRef | None:
        return headed(text, frame, self)

    def _by_name(self, text: str, frame: Frame) -> ActorRef | None:
        """ "Velm Front spokesman Abu N.": a party, what somebody is for it, and who that is."""
        words = text.split()
        at = next((n for n, word in enumerate(words) if n and fold(word) in SPEAKERS), 0)
        name = words[at + 1 :]
        if not at or not name or not all(CAPITAL_LETTER.match(word.removeprefix("al-")) for word in name):
            return None
        inner = self._grammar(" ".join(words[: at + 1]), frame)
        if inner.actor_id is None:
            return None
        return replace(inner, score=Score(round(inner.score.value * 0.9, 3), f"{' '.join(name)}, {inner.score.reason}"))

    def _inside(self, text: str, frame: Frame) -> ActorRef | None:
        """The longest name inside the phrase ("Kremlin spokesman D. P.", "Islamic State militants")."""
        words = text.split()
        for size in range(min(len(words) - 1, 5), 0, -1):
            for start in range(len(words) - size + 1):
                part = " ".join(words[start : start + size]).strip(",.;:'\"")
                left = [fold(word) for word in (*words[:start], *words[start + size :])]
                if not CAPITAL_LETTER.match(part) or (size == 1 and len(part) < 2):
                    continue
                found = self.find(part, frame)
                if found is None or found.key_kind == "skeleton" or not found.dated:
                    continue
                if left and left[-1] in OWN:
                    continue  # an institution that a palace's or a town's name stands in
                about = [word for word in left if SECTOR_OF.get(word) or word in SPEAKERS]
                if len(about) * 2 >= len(left) or size * 2 >= len(words):
                    actor = self.local(found.actor, frame)
                    ref = ref_to(text, actor, 0.7, f"{part!r} in the phrase", slant=found.slant)
                    return of_union(ref, SECTOR_OF.get(left[-1]) if left else None)
        return None

    def _capital(self, text: str, frame: Frame) -> ActorRef | None:
        """A capital speaks and acts for its government."""
        code = capitals().get(fold(text))
        if code is None:
            return None
        return self.body(text, code, "GOV", 0.75, "a capital for its government", frame)

    def _office(self, text: str, frame: Frame) -> ActorRef | None:
        """An office that few countries have ("Foreign Secretary"): the story's, else whose press means its own."""
        if LOCAL_TITLE.match(text) and frame.countries:
            code = frame.countries[0]
            return ActorRef(
                text=text,
                country=code,
                kind="state",
                sector="GOV",
                score=Score(0.4, f"an office in {code}, most likely"),
            )
        named = next((office for office in offices() if office.pattern.search(text)), None)
        if named is None:
            return None
        home = next((code for code in frame.countries if code in named.countries), "")
        code = home or named.default
        if not code:
            return None
        why = f"an office of {code}" + (", which the story is about" if home else "")
        return self.body(text, code, named.sector, 0.65 if home else 0.45, why, frame)

    def _unit(self, text: str, frame: Frame) -> ActorRef | None:
        """A ship by its prefix, or services that one country's press writes with a capital ("Airmen")."""
        code = next((code for pattern, code in UNIT_OF if pattern.search(text)), None)
        return self.body(text, code, "MIL", 0.6, f"a unit of {code}", frame) if code else None

    def _somewhere(self, text: str, frame: Frame) -> ActorRef | None:
        """Something unnamed that lies somewhere ("a market in Velm"): a country, no party."""
        own, rest = nation(text)
        if own is not None and rest and not CAPITAL_LETTER.search(rest):
            return ActorRef(text=text, country=own, score=Score(0.3, f"something of {own}"))
        match = IN_PLACE.match(text)
        if match is None or CAPITAL_LETTER.search(match[1]):
            return None
        name = LEAD.sub("", match[2])
        code = country(name)
        place = None if code else self.known_place(name, frame)
        code = code or (place.country if place is not None else "")
        if not code:
            return None
        words = match[1].lower().split()
        sector = sector_of(match[1]) or ("CVL" if CIVILIAN_PLACES.intersection(words) else "")
        why = Score(0.3, f"somewhere in {name}")
        return ActorRef(text=text, country=code, kind=KIND_OF.get(sector, ""), sector=sector, score=why)

    def _generic(self, text: str, frame: Frame) -> ActorRef | None:
        """No name at all: government forces of the story's country, or a kind by the head noun."""
        sector = sector_of(text)
        if sector is None or POINTERS.issuperset(fold(GROUPED.sub("", text)).split()):
            return None
        own = re.match(
            r"^(?:the\s+)?(?:government|regime|state|national|federal|security|armed|army|military)\b", text, re.I
        )
        home = frame.countries[0] if frame.countries else ""
        if own and CAPITAL_LETTER.search(text[own.end() :]):
            own = None  # "Army of the Purple Heron" is nobody's army
        if sector in BODY_OF and own and home:
            return self.body(text, home, sector, 0.6, f"of {home}, which the story is about", frame)
        words = frozenset(fold(text).split())
        kind = "militia" if MILITIA & words else "monitor" if MONITORS & words else KIND_OF.get(sector, "")
        if sector == "CVL":
            return ActorRef(text=text, kind=kind, sector=sector, score=Score(0.6, "people without a party"))
        return ActorRef(text=text, kind=kind, sector=sector, score=Score(0.2, "a kind of party, without its name"))
