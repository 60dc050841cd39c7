"""Numbers over time."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, Literal

from fastapi import APIRouter, Query
from pydantic import Field

from vigil.api.filters import Filters
from vigil.api.room import InRoom
from vigil.api.schemas.series import BinShape, Series

router = APIRouter(tags=["series"])


class SeriesAsked(Filters):
    """Which events, in which steps, what of them."""

    by: Literal["day", "week", "month"] = Field("day", description="length of a step", examples=["week"])
    of: Literal["events", "killed", "wounded", "displaced"] = Field(
        "events", description="what is counted", examples=["killed"]
    )


@router.get("/series")
def series(asked: Annotated[SeriesAsked, Query()], room: InRoom) -> Series:
    """Events, or people killed, wounded or displaced, by day, week or month, as ranges of what is claimed."""
    chosen = asked.chosen(room)
    bins = [BinShape.model_validate(asdict(step)) for step in room.events.series(chosen, asked.by, asked.of)]
    return Series(by=asked.by, of=asked.of, bins=bins, undated=room.events.undated(chosen))
