"""The ledger's entries as they come in."""

from __future__ import annotations

from vigil.api.schemas.base import Shape, many, said


class Change(Shape):
    """One entry of the ledger."""

    seq: int = said("its number", 118)
    kind: str = said("document, reading, claim, decision, retraction or tombstone", "claim")
    ref: str = said("id of the thing; a reading's is its document's", "c5ace1eb1c31fb245")
    digest: str = said("SHA-256 that seals it and all before it", "c409c8077b2988de…")


class Changes(Shape):
    """Entries after one, oldest first."""

    items: list[Change] = many("the entries", Change)
    next: str | None = said("hand this back as ?after= for the rest; null when there is none now", "118")
    last: int = said("number of the last entry shown: ask again after it later", 118)
    total: int = said("how many there are after the one named", 146)


class Recomputed(Shape):
    """Events and states were computed anew: what is shown should be asked for again."""

    derived: str = said("digest of what was derived", "9b1f…")
    seq: int = said("number of the ledger's last entry", 264)
