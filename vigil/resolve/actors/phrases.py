"""What actor phrases come down to: the sector of their head noun, and references made of what was found."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from vigil.model.entity import Actor, ActorKind, ActorRef
from vigil.model.link import Score
from vigil.reference.keys import fold
from vigil.reference.registry import Found
from vigil.resolve.actors.words import ARMED, BODY_OF, CAPITAL_LETTER, PHRASES, SECTOR_OF, SPEAKERS


def person(text: str, country: str, reason: str) -> ActorRef:
    """Somebody who speaks for no party: of the country's elite (PLOVER's ELI)."""
    kind = ActorKind.PERSON.value
    return ActorRef(text=text, name=text, country=country, kind=kind, sector="ELI", score=Score(0.6, reason))


def known_abroad(text: str, found: Found) -> bool:
    """Whether a name of another theatre is one by itself: a main name, an abbreviation, or more words than one.

    "Golani" is a brigade in one war and a man in another.
    """
    return (
        found.key_kind == "name"
        or text.isupper()
        or (" " in text and all(CAPITAL_LETTER.match(w) for w in text.split()))
    )


def national_side(actor: Actor) -> bool:
    """True when the actor's side is its country's own government: the world's, or the theatre's ``NAME/government``."""
    if actor.side == f"gov/{actor.country}":
        return True
    return actor.side.endswith("/government")


def ref_to(text: str, actor: Actor, value: float, reason: str, *, slant: bool = False) -> ActorRef:
    return ActorRef(
        text=text, actor_id=actor.id, name=actor.name, country=actor.country, kind=actor.kind.value, sector=actor.sector,
        side=actor.side, slant=slant, score=Score(round(value, 3), reason),
    )  # fmt: skip


def of_union(ref: ActorRef, sector: str | None) -> ActorRef:
    """A union's body by its head noun's sector: its legislators are its legislature, its police mission its police."""
    return replace(ref, sector=sector) if sector is not None and sector in BODY_OF and ref.sector == "IGO" else ref


def sector_of(text: str) -> str | None:
    """The sector of the last head noun; "army spokesman" and "police officials" are of the noun before."""
    if ARMED.search(text):
        return "REB"
    for phrase, sector in PHRASES:
        if phrase.search(text):
            return sector
    sectors = [word for word in fold(text).split() if word in SECTOR_OF]
    if not sectors:
        return None
    head = sectors[-1]
    if head in ("force", "forces", "troops") and any(SECTOR_OF[word] == "REB" for word in sectors):
        return "REB"
    earlier = [word for word in sectors[:-1] if SECTOR_OF[word] not in ("GOV", "CVL")]
    if head in SPEAKERS and earlier:
        return SECTOR_OF[earlier[-1]]
    # A minister or ministry is government, whatever it is for.
    if any(word in ("minister", "ministry", "ministers") for word in sectors) and head not in ("forces", "troops"):
        return "GOV"
    return SECTOR_OF[head]


def apposed(text: str, read: Callable[[str], ActorRef]) -> ActorRef | None:
    """ "Name, Ruritania's deputy minister": an unknown name stands for the office after the comma."""
    name, comma, office = text.partition(", ")
    if not comma or not CAPITAL_LETTER.match(name) or sector_of(office) is None:
        return None
    ref = read(office)
    return replace(ref, score=Score(round(ref.score.value * 0.9, 3), f"as {office!r}: {ref.score.reason}"))


_AND = re.compile(r",? and |, ")


def several(text: str, read: Callable[[str], ActorRef]) -> ActorRef | None:
    """Parties named side by side ("the Blue Front and the Red Army"): the first that is known stands for them.

    The words stay as they were written, and the reason says that there are others.
    """
    parts = _AND.split(text)
    if len(parts) < 2 or not all(CAPITAL_LETTER.search(part) for part in parts):
        return None
    for part in parts:
        ref = read(part)
        if ref.actor_id is not None:
            why = f"{part!r}, the first known of several: {ref.score.reason}"
            return replace(ref, text=text, score=Score(round(ref.score.value * 0.8, 3), why))
    return None
