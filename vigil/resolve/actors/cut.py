"""Names that were cut short when they were read: "Free Highland" where the text has "Free Highland Army"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vigil.model.text import Span

#: Up to three words may be missing on each side.
_BEHIND = re.compile(r"(?:[ \u00a0-](?=[A-Z])[\w'’]+){1,3}")
_BEFORE = re.compile(r"(?:[A-Z][\w'’]*[ \u00a0-]){1,3}$")
_STEP = re.compile(r"[ \u00a0-]")


def wider(text: str, span: Span) -> Iterator[str]:
    """The span with the capitalised words directly beside it, longest first; nothing for words that are no name."""
    if not span.text[:1].isupper():
        return
    behind = _BEHIND.match(text, span.end)
    before = _BEFORE.search(text[max(0, span.start - 80) : span.start])
    ends = [span.end, *(span.end + at for at in _steps(behind[0][1:] if behind else ""))]
    starts = [span.start, *(span.start - at for at in _steps(before[0][:-1][::-1] if before else ""))]
    for end in sorted(set(ends), reverse=True):
        for start in sorted(set(starts)):
            if (start, end) != (span.start, span.end):
                yield text[start:end]


def _steps(words: str) -> list[int]:
    """How far each of some words, joined by single characters, reaches from the one before the first."""
    if not words:
        return []
    return [*(found.start() + 1 for found in _STEP.finditer(words)), len(words) + 1]
