"""The gate: which share of articles about conflict passes it, and which share of others it stops.

    python -m bench.relevance [--json FILE]

Articles of war: the claims development set. BBC_News of the ConfliBERT tasks (no licence: measured only) has both kinds;
its label also covers crime and terror trials, which the claims codebook mostly does not.
"""

from __future__ import annotations

from typing import Any

from bench.gold import need, read
from bench.reading import document
from bench.score import Tally
from bench.table import Figure, command_line
from vigil.extract.gate import Gate
from vigil.model.text import Document

ASKED = "asked for by issue 3"
CONFLIBERT = "ConfliBERT trained on this set, its test part"


def measure() -> list[Figure]:
    """Recall on articles of war; recall, stopped share and F1 on news of all kinds."""
    claims, news = need("claims/dev.jsonl", "conflibert/BBC_News.dev.jsonl")
    gate = Gate.load()
    war = [gate.passes(_document(row)) for row in read(claims) if row["claims"]]
    rows = read(news)
    tally, stopped = Tally(), 0
    for row in rows:
        passes, about = gate.passes(_document(row)), bool(row["labels"])
        tally.add(found=passes, gold=about, right=passes and about)
        stopped += not passes and not about
    others = sum(not row["labels"] for row in rows)
    return [
        Figure("relevance", f"articles of war that pass ({len(war)})", sum(war) / len(war), 0.99, ASKED),
        Figure("relevance", "BBC News, conflict: pass", tally.recall, 0.99, ASKED),
        Figure("relevance", "BBC News, other: stopped", stopped / max(1, others)),
        Figure("relevance", "BBC News: F1", tally.f1, 0.981, CONFLIBERT),
    ]


def _document(row: dict[str, Any]) -> Document:
    return document("d", row["text"])


if __name__ == "__main__":
    command_line(__doc__, measure)
