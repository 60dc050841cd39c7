"""Problems as JSON lines with item, stage, level, message and advice; errors and notes made into them."""

from __future__ import annotations

from vigil.model.errors import VigilError
from vigil.model.issue import Issue, Level


def of_error(error: VigilError, stage: str, item: str = "") -> Issue:
    """An item or source that is set aside."""
    return Issue(
        item=error.item or item,
        stage=stage,
        level=Level.ERROR,
        message=one_line(str(error) or type(error).__name__),
        advice=one_line(error.advice),
    )


def of_fault(error: Exception, stage: str, item: str) -> Issue:
    """An item that met a fault of ours: set aside like a bad one, but said to be ours."""
    return Issue(
        item=item,
        stage=stage,
        level=Level.ERROR,
        message=one_line(f"the stage failed on it: {type(error).__name__}: {error}"),
        advice="report this as a fault of Vigil, with the item if it may be shown",
    )


def one_line(words: str, limit: int = 500) -> str:
    """Messages may quote what was fetched: no line ends, no signs that steer a terminal, and not without end."""
    flat = " ".join("".join(c if c.isprintable() else " " for c in words).split())
    return flat if len(flat) <= limit else flat[: limit - 1] + "…"
