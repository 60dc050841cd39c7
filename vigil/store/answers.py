"""Small things that the store answers with, beside the types of the model."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from vigil.model.link import Score


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found by ``View.search``. ``rank`` is smaller for better hits; ``snippet`` marks words as [word]."""

    kind: str  # "document" or "claim"
    id: str
    doc: str
    snippet: str
    rank: float


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that does not prove out. ``what`` is the part: "chain", "row", "archive"; ``ref`` the entry or document."""

    what: str
    ref: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Retraction:
    """A decision that was taken back: by whom, when and why. ``seq`` is its entry in the ledger."""

    seq: int
    decision: str
    at: datetime
    user: str
    reason: str


@dataclass(frozen=True, slots=True)
class Copied:
    """The document that another one copies (itself for a report of its own), and why that is held."""

    doc: str
    why: Score


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of the bytes with one digest: the document they were kept as, and how that was read.

    ``state`` is "read", "unread language xx", "off topic", or "taken down"; ``stages`` names the stages and versions that
    read it.
    """

    doc: str
    key: str
    outlet: str
    stages: str
    state: str
