"""The gate: which share of articles about conflict passes it, and which share of others it stops.

python -m bench.relevance

Articles of war: the claims development set (every article there has claims). BBC_News of the ConfliBERT tasks (no licence:
measured only) has both kinds; its label also covers crime and terror trials, which the claims codebook mostly does not.
"""

from __future__ import annotations

import time
from typing import Any

from bench.gold import need, read
from vigil.extract.gate import Gate
from vigil.model.text import Document


def main() -> None:
    """Print one table."""
    claims, news = need("claims/dev.jsonl", "conflibert/BBC_News.dev.jsonl")
    gate = Gate.load()
    war = [_document(row) for row in read(claims) if row["claims"]]
    rows = read(news)
    about = [_document(row) for row in rows if _labels(row)]
    other = [_document(row) for row in rows if not _labels(row)]
    began = time.perf_counter()
    print(f"{'set':34} {'texts':>6} {'pass':>6}")
    for name, documents in (
        ("claims dev, with claims", war),
        ("BBC News dev, conflict", about),
        ("BBC News dev, other", other),
    ):
        print(f"{name:34} {len(documents):6} {sum(map(gate.passes, documents)) / len(documents):6.3f}")
    right = sum(map(gate.passes, about)) + sum(not gate.passes(document) for document in other)
    caught = sum(map(gate.passes, about))
    let_in = sum(map(gate.passes, other))
    f1 = 2 * caught / (caught + let_in + len(about))
    print(
        f"BBC News dev: accuracy {right / len(rows):.3f}, F1 {f1:.3f} (ConfliBERT, fine-tuned on it: F1 .981 on test)"
    )
    each = (time.perf_counter() - began) / (len(war) + 3 * len(rows))
    print(f"{1000 * each:.1f} ms a text")


def _labels(row: dict[str, Any]) -> bool:
    label = row.get("labels", row.get("label"))
    return bool(label) and label not in ("(none)", ["(none)"], "0", 0)


def _document(row: dict[str, Any]) -> Document:
    return Document(id="d", key="d", digest="", text=row["text"], language="en")


if __name__ == "__main__":
    main()
