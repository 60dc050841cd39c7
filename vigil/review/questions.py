"""One question to a reviewer: what it is, what is at stake, and how its parts are said in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from math import log2

from vigil.model.claim import Claim
from vigil.model.event import Event, Evidence
from vigil.model.text import digest_id
from vigil.review.desk import Desk

#: A claim's best reason to be in its event below this is unsure; the reader's confidence below it, too.
SURE = 0.8


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One thing to ask.

    ``claims``: the one claim, or the two that may or may not be of one event; ``fields``: (claim, field) pairs that one
    answer fills, where many claims name the same unknown actor or place.
    """

    id: str
    kind: str  # link, twins, claim, actor, place, disagreement, disproved, again
    weight: float
    claims: tuple[str, ...]
    events: tuple[str, ...]
    machine: str  # how the machine reads it
    why: str  # why it is asked
    change: str  # what an answer would change
    fields: tuple[tuple[str, str], ...] = ()
    words: str = ""
    skipped: bool = False


@dataclass
class Stakes:
    """What is at stake in each event, worked out once."""

    desk: Desk
    _known: dict[str, float] = field(default_factory=dict)

    def of(self, event: str) -> float:
        """0 for no event."""
        if event not in self._known:
            found = self.desk.events.get(event)
            self._known[event] = stake(found) if found else 0.0
        return self._known[event]


def stake(event: Event) -> float:
    """How much hangs on an event: one for being there, and more for the dead, witnesses, disputes and control."""
    dead = max((figure.best or figure.low or 0 for figure in event.estimates if figure.kind == "killed"), default=0)
    control = 2.0 if event.type in ("takeover", "siege", "ceasefire") else 0.0
    return 1.0 + log2(1 + dead) + log2(1 + len(event.witnesses)) + (2.0 if event.disputes else 0.0) + control


Asker = Callable[[Desk, Stakes], Iterable[Question]]


def question(kind: str, weight: float, claims: tuple[str, ...], **rest: object) -> Question:
    """A question with its id: the same question has the same id, whatever its weight is by now."""
    id = digest_id("q_", [kind, *claims[:2], rest.get("words", "")])
    return Question(id=id, kind=kind, weight=round(weight, 3), claims=claims, **rest)  # type: ignore[arg-type]


def doubt(value: float) -> float:
    """1 for a toss-up, 0 for certainty either way."""
    return 1.0 - abs(2.0 * min(1.0, max(0.0, value)) - 1.0)


def joined(event: Event) -> Iterator[Evidence]:
    """The evidence that a score joined to the event, not the event's first claim and not a person."""
    for evidence in event.evidence[1:]:
        if evidence.score.value < SURE:
            yield evidence


def reads(claim: Claim) -> str:
    """A claim's reading in a few words: ``airstrike, asserts, actual; killed 4``."""
    mode = f" ({claim.mode})" if claim.mode else ""
    counts = ", ".join(f"{c.kind} {c.min if c.min is not None else ''}{_to(c.min, c.max)}" for c in claim.counts)
    place = (claim.place.name or claim.place.text) if claim.place else ""
    parts = [f"{claim.type}{mode}", claim.stance.value, claim.status.value]
    return ", ".join(parts) + (f" at {place}" if place else "") + (f"; {counts}" if counts else "")


def _to(low: int | None, high: int | None) -> str:
    return "" if low == high else f"..{high if high is not None else ''}"
