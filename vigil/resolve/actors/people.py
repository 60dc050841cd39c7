"""Persons whom a text has introduced: by a part of their name, by what they are for a party, by whose staff they are.

"Petra Vane, a spokeswoman for the Orsa Front" is the front's voice, and so are "Vane", "Petra" and "her staff" in what
follows. What words mean by themselves comes first, but for two readings that a person's name in the same text outweighs:
an outlet and a town of the same name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from vigil.model.claim import Claim, Mention
from vigil.model.entity import ActorRef
from vigil.model.link import Score
from vigil.model.text import Span
from vigil.reference.keys import fold
from vigil.reference.registry import Found
from vigil.resolve.actors.cut import wider
from vigil.resolve.actors.lookup import Frame
from vigil.resolve.actors.words import SECTOR_OF, SPEAKERS, STAFF, TITLE

#: Scores: a part of a registered person's name; what a text says somebody is; whose somebody's staff is.
PART, SAID, OWNED = 0.6, 0.55, 0.5
#: Within how many sentences the owner of a staff must have spoken.
REACH = 2
#: A name of one or more words, as far as it is looked for in a text.
_NAME = re.compile(r"[A-Z][\w'’.-]*(?: (?:[a-z]{1,3} )?(?:al-|el-)?[A-Z][\w'’.-]*){0,3}")
_OWNED = re.compile(r"(his|her|its|their) (?:own )?([\w -]+)", re.IGNORECASE)
_CAPITALISED = re.compile(r"(?:al-|el-)?[A-Z]")


@dataclass(frozen=True, slots=True)
class Names:
    """How names and phrases are read in a text's frame."""

    find_in: Callable[[str, Frame], Found | None]
    read_in: Callable[[str, Frame], ActorRef]
    frame: Frame

    def find(self, name: str) -> Found | None:
        """The best actor of a name."""
        return self.find_in(name, self.frame)

    def read(self, phrase: str) -> ActorRef:
        """Whom a phrase means."""
        return self.read_in(phrase, self.frame)


def introduced(claims: Sequence[Claim], text: str, names: Names) -> list[Claim]:
    """Copies of one document's claims in which the persons whom it has introduced mean those they speak for."""
    known: dict[Span, ActorRef | None] = {}

    def person(mention: Mention) -> Mention:
        span, ref = mention.means or mention.span, mention.actor
        if span is None or ref is None or not _in_doubt(ref):
            return mention
        if span not in known:
            known[span] = _person(text, span, names, a_town=ref.kind == "place")
        found = known[span]
        return replace(mention, actor=replace(found, text=ref.text)) if found is not None else mention

    filled = [
        replace(
            claim,
            arguments=tuple(person(m) if m.role in ("agent", "target") else m for m in claim.arguments),
            sources=tuple(map(person, claim.sources)),
        )
        for claim in claims
    ]
    return _with_owners(filled)


def _in_doubt(ref: ActorRef) -> bool:
    return ref.actor_id is None or ref.actor_id.startswith("outlet/")


def _person(text: str, span: Span, names: Names, *, a_town: bool) -> ActorRef | None:
    """Whom the person of some words speaks for, where the text or the registry says so of their whole name.

    A town's name is a person's only where the registry or the text knows a person of that name.
    """
    bare = TITLE.sub("", span.text)
    if not _NAME.fullmatch(bare) or any(fold(word) in SECTOR_OF for word in bare.split()):
        return None
    # Cut where it stands, the whole name stands right there; else it may be given anywhere in the text.
    wholes = [TITLE.sub("", whole) for whole in wider(text, span)] if bare == span.text else []
    wholes += _in_full(text, bare)
    found = {
        ref.actor_id: ref
        for whole in dict.fromkeys(wholes)
        if (ref := _registered(whole, names, certain=a_town) or _said(text, whole, names)) is not None
    }
    if not found and " " in bare and (ref := _said(text, bare, names)) is not None:
        return ref
    return next(iter(found.values())) if len(found) == 1 else None


def _in_full(text: str, part: str) -> Iterator[str]:
    """Names of two words and more in a text of which the given one is the first or the last."""
    name = re.escape(part)
    for match in re.finditer(rf"(?<![\w-])(?:{name}(?: {_NAME.pattern})|(?:{_NAME.pattern} ){name})(?![\w-])", text):
        yield TITLE.sub("", match[0]).removesuffix("'s").removesuffix("’s")


def _registered(whole: str, names: Names, *, certain: bool) -> ActorRef | None:
    """A person of the registry: said to be one, or (not ``certain``) a name without a word of any other name of the party.

    "Rami Haddad" of the Orsa Front, not its alias "Front of Orsa", of which "Orsa" is no short form.
    """
    found = names.find(whole) if " " in whole else None
    if found is None or found.key_kind == "skeleton" or not found.dated:
        return None
    words = set(fold(whole).split())
    others = (name.text for name in found.actor.names if not words <= set(fold(name.text).split()))
    if not found.name.person and (
        certain or any(words & set(fold(other).split()) for other in (found.actor.name, *others))
    ):
        return None
    ref = names.read(whole)
    return replace(ref, score=Score(PART, f"{whole}, {ref.score.reason}")) if ref.known else None


def _said(text: str, whole: str, names: Names) -> ActorRef | None:
    """The party for which a text says that somebody speaks: "NAME, a spokesman for X,", "X spokesman NAME"."""
    if " " not in whole:
        return None
    for match in re.finditer(rf"(?<![\w-]){re.escape(whole)}(?![\w-])", text):
        for phrase in (*_behind(text, match.end()), *_before(text, match.start())):
            ref = names.read(phrase)
            if ref.known and not _in_doubt(ref):
                return replace(ref, score=Score(SAID, f"{whole}, {phrase!r}: {ref.score.reason}"))
    return None


_APPOSED = re.compile(r", (?:(?:who is|who was|the|an?) )*([^,.;:\"“”()]{4,80}?)(?=,|\.|;| said| told| says)")


def _behind(text: str, end: int) -> Iterator[str]:
    match = _APPOSED.match(text, end)
    if match is not None and any(
        fold(word) in SPEAKERS for word in re.split(r" (?:for|of|in|at|with) ", match[1])[0].split()
    ):
        yield match[1]


def _before(text: str, start: int) -> Iterator[str]:
    """The words before a name that end in what somebody is for a party, from each capitalised word on, longest first."""
    near = re.split(r"[,.;:\"“”()\n]", text[max(0, start - 80) : start])[-1]
    words = re.sub(rf"(?:{TITLE.pattern[1:]})$", "", near).split()
    if words and fold(words[-1]) in SPEAKERS:
        for first in range(max(0, len(words) - 6), len(words) - 1):
            if _CAPITALISED.match(words[first]) or first == len(words) - 2:
                yield " ".join(words[first:])


def _with_owners(claims: Sequence[Claim]) -> list[Claim]:
    """The claims with "her staff", "its spokesman" read as those of whoever spoke just before, or of the claim's doer."""
    spoken: list[tuple[int, ActorRef]] = []
    found = list(claims)
    for n in sorted(range(len(claims)), key=lambda n: (claims[n].s, claims[n].trigger.start)):
        claim = found[n]
        sources = tuple(_owned(mention, claim, spoken) for mention in claim.sources)
        if sources != claim.sources:
            claim = found[n] = replace(claim, sources=sources)
        spoken += [(claim.s, ref) for m in reversed(sources) if (ref := m.actor) is not None and ref.known]
    return found


def _owned(mention: Mention, claim: Claim, spoken: Sequence[tuple[int, ActorRef]]) -> Mention:
    match = _OWNED.fullmatch(mention.words)
    if mention.actor is None or mention.actor.actor_id is not None or mention.means is not None or match is None:
        return mention
    # A brother or a neighbour is a witness of their own.
    if not any(fold(word) in SPEAKERS or fold(word) in STAFF for word in match[2].split()):
        return mention
    before = [ref for s, ref in spoken if 0 <= claim.s - s <= REACH and not _in_doubt(ref)]
    doers = [m.actor for m in claim.of("agent") if m.actor is not None and m.actor.known]
    if match[1].lower() in ("its", "their") and doers:
        before = doers[:1]
    if not before:
        return mention
    owner = before[-1]
    return replace(
        mention,
        actor=replace(
            owner,
            text=mention.words,
            slant=False,
            score=Score(OWNED, f"{match[2]!r} of {owner.name}, who spoke before"),
        ),
    )
