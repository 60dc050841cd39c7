"""Two strikes of one day on one island, told by several papers, and rows about them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from tests.fuse.builders import MONITOR, NORTH, SOUTH, TARN, VELM, article, claim
from vigil.fuse import fuse
from vigil.model.claim import Claim
from vigil.model.event import Event
from vigil.model.link import Decision, Judgement
from vigil.model.text import Document

NOON = datetime(2031, 3, 9, 12, tzinfo=UTC)
VELM_TEXTS = (
    "Jets struck the market of Velm on Tuesday, killing four people, the Orsa Monitor said",
    "The market of Velm was struck by jets on Tuesday and four people were killed, the monitor said",
    "Four people died when jets struck Velm market on Tuesday",
)
TARN_TEXTS = (
    "Jets struck the harbour of Tarn on Tuesday, killing nine people, the Orsa Monitor said",
    "The harbour of Tarn was struck by jets on Tuesday and nine people were killed, the monitor said",
)
DAY = "2031-03-04"


def strike(name: str, text: str, place: object = VELM, killed: int = 4) -> tuple[Document, Claim]:
    """One article and its one claim."""
    document = article(name, text)
    made = claim(
        document, "struck", "airstrike", agent=NORTH, source=MONITOR, day=DAY, place=place, killed=(killed, killed)
    )
    return document, made


def world() -> tuple[list[Document], list[Claim]]:
    """Three tellings of the strike on Velm, two of the one on Tarn."""
    made = [strike(f"velm{n}", text) for n, text in enumerate(VELM_TEXTS)]
    made += [strike(f"tarn{n}", text, TARN, 9) for n, text in enumerate(TARN_TEXTS)]
    return [document for document, _ in made], [told for _, told in made]


def events_of(documents: list[Document], claims: list[Claim], decisions: list[Decision]) -> list[Event]:
    """As the engine does it: decisions applied, then fused."""
    from vigil.review.apply import apply

    applied = apply(claims, decisions)
    return list(fuse(documents, applied.claims, decisions=applied.decisions).events)


def held(events: list[Event]) -> set[frozenset[str]]:
    """The events as sets of documents."""
    return {frozenset(e.doc for e in event.evidence) for event in events}


def row(n: int, judgement: Judgement, left: str, right: str = "", user: str = "ana", **fields: object) -> Decision:
    """The n-th row, a minute after the one before."""
    return Decision(
        id=f"de{n}", judgement=judgement, left=left, right=right, user=user, created_at=NOON + timedelta(minutes=n),
        **fields,  # type: ignore[arg-type]
    )  # fmt: skip


__all__ = ["MONITOR", "NOON", "NORTH", "SOUTH", "TARN", "VELM", "events_of", "held", "row", "strike", "world"]
