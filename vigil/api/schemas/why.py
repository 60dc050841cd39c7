"""Why claims are held to tell of one event, and what came near without being in it."""

from __future__ import annotations

from vigil.api.schemas.base import Shape, many, nested, said
from vigil.api.schemas.events import DocumentShort, EventSummary, Sentence


class PartShape(Shape):
    """One comparison of two claims."""

    feature: str = said("what was compared", "same_place")
    value: float = said("how far it holds, between 0 and 1", 1.0)
    weight: float = said("what it weighs, in log-odds", 2.1)
    reason: str = said('in words; "" where names are withheld', "both at Dorvane")


class BondShape(Shape):
    """The closest tie of a claim to a claim of the event."""

    claim: str = said("the claim", "c5ace1eb1c31fb245")
    other: str = said("the event's claim that it is closest to", "c1f2e3d4")
    odds: float = said("log-odds that these two tell of one event", 3.4)
    excluded_by: str = said('the rule that never lets these two be one event; "" none does', "")
    parts: list[PartShape] = many("the comparisons, weightiest first", PartShape)


class NearMiss(Shape):
    """An event that came near, by its claim that came nearest."""

    event: EventSummary = nested("the event", EventSummary)
    bond: BondShape = nested("its nearest claim, and what that was compared with", BondShape)
    sentence: Sentence = nested("that claim's sentence", Sentence)
    document: DocumentShort = nested("the article that it stands in", DocumentShort)


class EventWhy(Shape):
    """Every comparison behind an event, worked out again from the record."""

    join: float = said("groups of claims are joined where the mean of their log-odds is above this", 0.0)
    compared: int = said("how many events were compared: those of nearby days, in a large record", 82)
    inside: list[BondShape] = many("the ties inside the event", BondShape)
    near: list[NearMiss] = many("the closest of the events that are not it, closest first", NearMiss)
