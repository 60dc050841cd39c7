"""Numbers over time."""

from __future__ import annotations

from datetime import date

from vigil.api.schemas.base import Shape, many, said


class BinShape(Shape):
    """One step of a series."""

    start: date = said("first day of the step; a week begins on Monday", "2031-04-14")
    events: int = said("events in it that bear on the number", 3)
    low: int = said("the lowest that is claimed, added up", 58)
    best: int = said("by the rule of the record, added up", 58)
    high: int | None = said("the highest that is claimed, added up; null when one is left open", 83)


class Series(Shape):
    """Numbers over time with their ranges. An event counts at the first day on which it may have happened."""

    by: str = said("length of a step", "week")
    of: str = said("what is counted", "killed")
    bins: list[BinShape] = many("steps with something in them, oldest first", BinShape)
    undated: int = said("chosen events without a day, in no step", 3)
