"""Why two things are held to be one, or a choice was made: scores bring their reason; people's decisions are rows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Score:
    """A value in [0, 1] and the sentence that explains it."""

    value: float
    reason: str


def decided_by(who: str) -> Score:
    """The score of what a person decided."""
    return Score(1.0, f"{who or 'a person'} decided")


def is_decided(score: Score) -> bool:
    """True for what a person decided (``decided_by``)."""
    return score.value == 1.0 and score.reason.endswith(" decided")


class Judgement(StrEnum):
    """What a person decided."""

    SAME = "same"  # two claims speak of one event
    NOT_SAME = "not_same"  # they do not
    SHOULD_READ = "should_read"  # a field of a claim should read otherwise
    REJECT = "reject"  # not a claim at all
    ACCEPT = "accept"  # the claim is one, and ``value`` (how its words are read) is right
    DISPROVED = "disproved"  # what the claim tells did not happen, whoever tells it
    SKIP = "skip"  # not now: says nothing of the record, puts the question last for this person


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One person's decision; taking it back sets ``deleted_at``, never removes the row.

    ``left`` and ``right`` are claim ids (``right`` is "" for decisions about one claim); ``field`` and ``value`` belong
    to SHOULD_READ. What a person does in one go (a merge, a split) may take several rows: they share ``action``, and are
    taken back together. ``event`` is the event that the person looked at, by the id that it had then.
    """

    id: str
    judgement: Judgement
    left: str
    right: str = ""
    field: str = ""
    value: str = ""
    user: str = ""
    reason: str = ""
    action: str = ""
    event: str = ""
    created_at: datetime
    deleted_at: datetime | None = None
