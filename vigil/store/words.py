"""Words as search and filters compare them; user text made safe for FTS5 and for patterns."""

from __future__ import annotations

import re
import unicodedata


def fold(text: str) -> str:
    """Small letters without marks, other signs as single blanks: "Ar-Raqqah, Syria" -> "ar raqqah syria"."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).casefold()
    return " ".join(re.findall(r"\w+", plain))


def phrases(query: str) -> list[str]:
    """The query's parts: "words in quotes" stay together, all else is single words. Signs mean nothing."""
    parts: list[str] = []
    for number, piece in enumerate(query.split('"')):
        words = re.findall(r"\w+", piece)
        parts += [" ".join(words)] if number % 2 and words else words
    return parts


def fts_query(query: str) -> str:
    """An FTS5 expression that holds the query's words as strings only, all of them wanted; "" when there are none."""
    return " AND ".join(f'"{part}"' for part in phrases(query))


def word_pattern(part: str, start: str = r"\m", end: str = r"\M") -> str:
    """A regular expression that finds a part as whole words: "aid" is not in "said".

    ``start`` and ``end`` are how the engine writes a word's ends: PostgreSQL's unless given. A part is word characters
    and blanks (``phrases``), so that nothing in it needs an escape.
    """
    between = r"\W+"
    return f"{start}{between.join(part.split())}{end}"
