"""What a reader of one kind of document finds, before it is put together with the item's hints."""

from __future__ import annotations

from dataclasses import dataclass

from vigil.model.text import ZoneKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """Body text and what the document itself says of it; "" for what it does not say. Times are as written.

    ``known`` are lines whose kind the document's structure gives away (a figcaption), as they stand in ``text``.
    """

    text: str
    title: str = ""
    outlet: str = ""
    byline: str = ""
    published: str = ""
    modified: str = ""
    language: str = ""
    url: str = ""
    hints: tuple[tuple[str, str], ...] = ()
    known: tuple[tuple[str, ZoneKind], ...] = ()
    notes: tuple[str, ...] = ()
