"""Issues: what went wrong or is worth knowing about one item, with the mend. A run never drops an item without one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """How much an issue costs the record."""

    INFO = "info"  # nothing is lost: a duplicate, a language that is kept but not read
    WARNING = "warning"  # the item is in the record, a part of it is not as it should be
    ERROR = "error"  # the item is set aside


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """One line of ``vigil issues``. ``item`` is the item's key or the source's name; ``doc`` a document id or ""."""

    item: str
    stage: str
    level: Level
    message: str
    advice: str = ""
    doc: str = ""
