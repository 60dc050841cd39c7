"""Who speaks of an event, and which reports were changed after they came out."""

from __future__ import annotations

from datetime import datetime

from vigil.api.schemas.base import Shape, many, nested, said
from vigil.api.schemas.entities import Relation


class SideShape(Shape):
    """The actor at the head of a side."""

    id: str = said("its id in the registry", "kelmora/government")
    name: str = said('its name ("" when the registry has none)', "Government of Kelmora")


class Carrier(Shape):
    """A report that carries what somebody says."""

    document: str = said("the document's id", "d075b2ecd56446bd3")
    outlet: str = said("who publishes it, else its own address", "Norrin Voice")
    copy_of: str | None = said("id of the document that it copies this from; null: it has it itself", None)


class VoiceShape(Shape):
    """Somebody who says that an event happened, denies it, or declines to say."""

    relation: Relation = said("how what is said bears on the event", "supports")
    name: str = said("who", "Kelmora Conflict Observatory")
    kind: str = said("a source kind, or outlet", "monitor")
    side: SideShape | None = nested("the side that is spoken for; null when not known", SideShape)
    party: bool = said("that side acts in the event or is hit by it: it speaks in its own cause", False)
    witness: str | None = said("id of the witness that this is; null for those who deny or decline", None)
    claims: list[str] = said("ids of the claims", ["c5ace1eb1c31fb245"])
    carriers: list[Carrier] = many("the reports that carry it, oldest first", Carrier)
    of: str | None = said("id of another event of which this is said, which bears on this one; null: of this one", None)


class Figure(Shape):
    """A number as a range; null where that side is open."""

    min: int | None = said("at least", 7)
    max: int | None = said("at most", 7)


class FigureChange(Shape):
    """Numbers that one version of a report gives and the other does not."""

    kind: str = said("what is counted", "killed")
    was: list[Figure] = many("in the earlier version", Figure)
    now: list[Figure] = said("in the last one", [{"min": 5, "max": 5}])


class Correction(Shape):
    """A report that took the place of an earlier version of itself."""

    earlier: str = said("id of the earlier version", "da84402b0c82bf604")
    document: str = said("id of the last version, from which events are made", "d0faf863a0cb6b647")
    outlet: str = said("who publishes it", "Open Strait")
    at: datetime | None = said("when it was changed, as it says itself, else fetched", "2031-05-01T10:30:00Z")
    figures: list[FigureChange] = many("numbers that were changed; empty: other words only", FigureChange)
