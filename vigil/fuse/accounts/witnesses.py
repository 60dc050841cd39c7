"""Who stands behind an event: independent origins, so that ten tellings of one spokesman are one witness.

A claim's origin is its innermost *named* source together with the first text that carries it: forty papers that quote
one spokesman are one witness. A source that names nobody ("activists said") is known only through its text, so it is a
witness of its own per origin text, and copies share their origin's. A claim that is attributed to another outlet or
agency counts as that outlet's; one without any source is the outlet's own reporting, the agency's for agency copy.
Two spokesmen of one side are two witnesses and one side: sides, not names, decide what is independent.

Four things make one witness of what is read as several:

- copies of one sentence are one telling, read several times: its speaker is the one that most of the readings give;
- a short form of a source named earlier in the text ("the authority" after "the Orveth port authority") is that source;
- "a monitor" or "the Britain-based group", in a text that names one monitor only, is that one: news puts the name second;
- an outlet that attributes an event to somebody is no witness of its own for the sentences of that text that leave the
  source out: it retells. Such a claim has no witness, whoever is said to have made it.

What was withdrawn (``standing``) is nobody's witness.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from vigil.fuse.accounts.tellings import Telling
from vigil.fuse.copies.outlets import Outlet, Outlets
from vigil.fuse.copies.syndication import Copies
from vigil.fuse.words import NAMELESS, STOP, content, fold
from vigil.model.claim import Claim, Mention
from vigil.model.entity import PROVISIONAL
from vigil.model.event import Witness
from vigil.model.text import Document, digest_id


@dataclass(frozen=True, slots=True)
class Voice:
    """Who says one claim: the key that makes it the same witness as another's, and what to show.

    The key of somebody known is the id of actor or outlet family, in one namespace: a monitor that publishes its own posts
    (its outlet id is its actor id) is the same witness there as where a paper quotes it.
    """

    key: str
    name: str
    kind: str
    side: str
    origin: str  # document that first carried it
    stands: bool = True  # False when the text was withdrawn: then it is nobody's witness

    @property
    def id(self) -> str:
        """The witness id."""
        return _witness_id(self.key)


@lru_cache(maxsize=50_000)
def _witness_id(key: str) -> str:
    return digest_id("wit_", [key])


class Voices:
    """Finds the voice behind each claim of a record."""

    def __init__(
        self,
        documents: Sequence[Document],
        copies: Copies,
        outlets: Outlets,
        withdrawn: Collection[str] = (),
    ) -> None:
        self._documents = {document.id: document for document in documents}
        self._copies = copies
        self._outlets = outlets
        self._withdrawn = withdrawn

    def of(self, claim: Claim) -> Voice:
        """The voice of one claim."""
        origin = self._copies.of(claim.doc, *claim.sentence)
        document = self._documents.get(origin)
        family, name, side = self._outlets.voice(document) if document is not None else (origin, origin, "")
        if not claim.sources:
            return Voice(family, name, "outlet", side, origin)
        source = self._speaker(claim.sources)
        outlet = self._outlet(source)
        if outlet is not None:
            return Voice(outlet.family or outlet.id, source.meaning, "outlet", outlet.side, origin)
        actor = source.actor
        if actor is not None and actor.actor_id is not None and actor.kind != "civilians":
            return Voice(actor.actor_id, actor.name or source.meaning, claim.source_kind, _side(source), origin)
        folded = named(source.meaning)
        if folded:
            return Voice(f"name:{folded}", source.meaning, claim.source_kind, _side(source), origin)
        unnamed = fold(source.meaning)
        return Voice(
            f"unnamed:{unnamed}:{origin}", f"{source.meaning} ({name})", claim.source_kind, _side(source), origin
        )

    def all(self, claims: Sequence[Claim], told: Sequence[Telling] = ()) -> dict[str, Voice]:
        """The voice of each claim by claim id: of a telling's readings the one most of them give, of a short form its long
        form's. ``told`` are the claims' tellings (``tellings.tellings``)."""
        found = {claim.id: self.of(claim) for claim in claims}
        found |= self._short_forms(claims, found)
        found |= self._named_monitors(claims, found)
        by_id = {claim.id: claim for claim in claims}
        for telling in told:
            voice = _elected(telling, by_id, found)
            found |= dict.fromkeys(telling.claims, voice)
        for claim in claims:
            if claim.doc in self._withdrawn or found[claim.id].origin in self._withdrawn:
                found[claim.id] = replace(found[claim.id], stands=False)
        return found

    def _short_forms(self, claims: Sequence[Claim], voices: Mapping[str, Voice]) -> dict[str, Voice]:
        """Sources that repeat words of a source before them in their text, with that source's voice.

        "The authority" after "the Orveth port authority"; "Haddad" after "Observatory chief Rami Haddad". A name must end
        the longer one: the Orsa of "Orsa Monitor" is somebody else.
        """
        by_doc: dict[str, list[Claim]] = defaultdict(list)
        for claim in claims:
            if claim.sources:
                by_doc[claim.doc].append(claim)
        found: dict[str, Voice] = {}
        for told in by_doc.values():
            told.sort(key=lambda claim: (claim.s, claim.trigger.start, claim.id))
            for place, claim in enumerate(told):
                voice, words = voices[claim.id], self._speaker(claim.sources).meaning
                if not voice.key.startswith(("unnamed:", "name:", PROVISIONAL)) or _ANOTHER.match(words):
                    continue
                named_one = not voice.key.startswith("unnamed:")
                before = (
                    c for c in reversed(told[:place]) if _longer(words, self._speaker(c.sources).meaning, named_one)
                )
                earlier = next(before, None)
                if earlier is not None and self._copies.of(earlier.doc, *earlier.sentence) == voice.origin:
                    found[claim.id] = found.get(earlier.id, voices[earlier.id])
        return found

    def _named_monitors(self, claims: Sequence[Claim], voices: Mapping[str, Voice]) -> dict[str, Voice]:
        """The voices of unnamed monitors whose text names just one."""
        named_ones: dict[str, dict[str, Voice]] = defaultdict(dict)
        unnamed: list[Claim] = []
        for claim in claims:
            if claim.source_kind != "monitor" or not claim.sources:
                continue
            speaker, voice = self._speaker(claim.sources), voices[claim.id]
            if speaker.actor is not None and speaker.actor.known and speaker.actor.kind == "monitor":
                named_ones[claim.doc][voice.key] = voice
            elif voice.key.startswith("unnamed:") and _MONITOR.fullmatch(speaker.meaning):
                unnamed.append(claim)
        found: dict[str, Voice] = {}
        for claim in unnamed:
            known = list(named_ones[claim.doc].values())
            if len(known) == 1 and known[0].origin == voices[claim.id].origin:
                found[claim.id] = known[0]
        return found

    def _outlet(self, source: Mention) -> Outlet | None:
        """The outlet of a source's words; None where they mean somebody else, who is called like it."""
        outlet, actor = self._outlets.find(source.meaning), source.actor
        if outlet is None or actor is None or not actor.known or actor.sector == "JRN":
            return outlet
        own = (outlet.id, outlet.family, f"outlet/{outlet.id}")
        return outlet if actor.actor_id in own else None

    def _speaker(self, sources: Sequence[Mention]) -> Mention:
        """The innermost source that is known to be somebody and is no outlet; else the innermost.

        "Its spokesman Jon Marrach" may be read as two sources, of which only one is somebody in the registry.
        """
        known = (
            source
            for source in sources
            if source.actor is not None and source.actor.known and self._outlet(source) is None
        )
        return next(known, sources[0])


#: A monitor without its name.
_MONITOR = re.compile(
    r"(?i)(?:an? |the )?(?:(?:head|director|chief) of )?(?:the )?(?:[\w.]+-based )?(?:war )?"
    r"(?:monitor|monitoring (?:group|organi[sz]ation)|observatory|watchdog|(?<=-based )group)"
)
#: "An official" after "the army official" may be anybody; "the official" is the one before.
_ANOTHER = re.compile(r"(?i)(?:an?|another|other|one|two|three|several|some|many|more|few|\d+)\b")


def _longer(short: str, long: str, a_name: bool) -> bool:
    """True when one source's words are all in another's; a name must be the longer one's last word too."""
    one, two = content(short), content(long)
    if not one or not one <= two:
        return False
    return not a_name or fold(short).split()[-1:] == fold(long).split()[-1:]


def _elected(telling: Telling, claims: Mapping[str, Claim], voices: Mapping[str, Voice]) -> Voice:
    """The voice that most of a telling's readings give, by summed confidence; between equals one that is somebody."""
    votes: dict[str, float] = defaultdict(float)
    named: dict[str, Voice] = {}
    for id_ in telling.claims:
        voice = voices[id_]
        votes[voice.key] += claims[id_].confidence
        named.setdefault(voice.key, voice)
    return named[min(votes, key=lambda key: (-round(votes[key], 6), key.startswith("unnamed:"), key))]


def _side(source: Mention) -> str:
    actor = source.actor
    if actor is None:
        return ""
    return actor.side or (actor.actor_id or "" if actor.known else "")


def named(words: str) -> str:
    """The folded name in a source's words, "" when they name nobody ("two residents", "A military source").

    "Observatory chief Rami Haddad" and "Haddad" stay two names here: joining them is the resolve stage's work.
    """
    tokens = [token for token in words.replace("-", " ").split() if fold(token)]
    capital = [t for t in tokens if t[0].isupper() and fold(t) not in STOP and not set(fold(t).split()) <= NAMELESS]
    if not capital and words.isascii():
        return ""
    if not capital and not any(not t.isascii() for t in tokens):
        return ""
    return " ".join(sorted(fold(t) for t in (capital or tokens)))


def witnesses(claims: Sequence[Claim], voices: Mapping[str, Voice]) -> tuple[Witness, ...]:
    """The distinct witnesses of one event's claims, sorted by id, each with the documents that carry it."""
    docs: dict[str, set[str]] = defaultdict(set)
    first: dict[str, Voice] = {}
    attributed = {voices[claim.id].origin for claim in claims if not _own(claim, voices)}
    for claim in sorted(claims, key=lambda claim: claim.id):
        voice = voices[claim.id]
        if not voice.stands or (_own(claim, voices) and voice.origin in attributed):
            continue
        docs[voice.id].add(claim.doc)
        first.setdefault(voice.id, voice)
    return tuple(
        Witness(id=key, name=voice.name, kind=voice.kind, side=voice.side, docs=tuple(sorted(docs[key])))
        for key, voice in sorted(first.items())
    )


def _own(claim: Claim, voices: Mapping[str, Voice]) -> bool:
    """Told by the text itself, with nobody named as its source."""
    return voices[claim.id].kind == "outlet" and not claim.sources


def independent(found: Sequence[Witness]) -> int:
    """How many of some witnesses are independent of one another: all that speak for one side count once."""
    return len({witness.side or witness.id for witness in found})
