"""Annotations of texts that stay out of the repository: offsets here, words there.

A line of ``training/data/coded/SET.jsonl`` holds a document's id in its gold set, the SHA-256 of its text, the sentences as
offsets, and its claims with every copied string as [start, end] in the text. ``coded_lines`` puts the words back.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import sys
from pathlib import Path
from typing import Any

from training.annotate.terse import ROLES, parse, written

#: Where each set's texts are; all sets here may be trained on (gold/README.md).
FILES = {
    "fa_kes": ("fa_kes/all.jsonl.gz",),
    "re3d": ("re3d/train.jsonl", "re3d/dev.jsonl"),
    "wikievents": ("wikievents/dev.jsonl",),
    "rams": ("rams/dev.jsonl.gz",),
    "tempeval3": ("tempeval3/train.jsonl.gz",),
    "ewt": ("uds_factuality/train.jsonl.gz",),
    "muc4": ("muc4/train.jsonl.gz",),
}


def written_lines(path: Path) -> list[dict[str, Any]]:
    """Claim-set lines of a file of texts written for the project. Raises ValueError naming it and its first mistake."""
    lines = []
    for doc in parse(path.read_text(encoding="utf-8")):
        line, wrong = written(doc)
        if wrong:
            raise ValueError(f"{path}: {wrong[0]}")
        lines.append(line)
    return lines


def coded_lines(path: Path, gold: Path) -> list[dict[str, Any]]:
    """Claim-set lines of a gold set's annotated texts; a text that is not the one annotated is left out, and said."""
    lines, texts = [], texts_of(path.stem, gold)
    for row in path.read_text(encoding="utf-8").splitlines():
        packed = json.loads(row)
        text = texts.get(packed["doc"])
        if text is None or digest(text) != packed["sha256"]:
            print(f"left out: {path.stem} {packed['doc']} is not the text that was annotated", file=sys.stderr)
            continue
        lines.append(unpack(packed, text, path.stem))
    return lines


def texts_of(name: str, gold: Path) -> dict[str, str]:
    """Document id -> text of a gold set, whose name a number may follow ("muc4-2": a later part of its annotations).

    Rows that are sentences (``sent_id``: document-number) are joined to documents.
    """
    texts: dict[str, str] = {}
    for file in FILES[name.partition("-")[0]]:
        data = (gold / file).read_bytes()
        plain = (gzip.decompress(data) if file.endswith(".gz") else data).decode("utf-8")
        for row in map(json.loads, filter(None, plain.split("\n"))):
            doc = row["sent_id"].rpartition("-")[0] if "sent_id" in row else str(row["id"])
            texts[doc] = f"{texts[doc]}\n{row['text']}" if "sent_id" in row and doc in texts else row["text"]
    return texts


def digest(text: str) -> str:
    """Hex SHA-256."""
    return hashlib.sha256(text.encode()).hexdigest()


def pack(line: dict[str, Any]) -> dict[str, Any]:
    """A claim-set line without its words. Strings of one sentence get the occurrence nearest to the trigger."""
    text = line["text"]
    last = max((end for _, end in line["sentences"]), default=0)

    def at(words: str, start: int, end: int, near: int) -> list[int] | None:
        options = [n for n in range(start, end - len(words) + 1) if text.startswith(words, n)] if words else []
        best = min(options, key=lambda n: abs(n - near), default=None)
        return None if best is None else [best, best + len(words)]

    claims = []
    taken: set[int] = set()
    for claim in line["claims"]:
        start, end = line["sentences"][claim["s"]]
        free = [n for n in range(start, end) if text.startswith(claim["trigger"], n)]
        near = next((n for n in free if n not in taken), free[0])
        taken.add(near)
        packed: dict[str, Any] = {
            "s": claim["s"],
            "trigger": [near, near + len(claim["trigger"])],
            "type": claim["type"],
        }
        packed |= {k: claim[k] for k in ("mode", "source_kind", "stance", "status") if claim.get(k)}
        packed |= {k: at(claim[k], start, end, near) for k in ("time", "cue") if claim.get(k)}
        for role in ROLES.values():
            for argument in claim.get(role, []):
                words, meaning = (argument, "") if isinstance(argument, str) else (argument["t"], argument["is"])
                before = text.rfind(meaning, 0, start) if meaning else -1
                means = [before, before + len(meaning)] if before >= 0 else at(meaning, 0, len(text), near)
                packed.setdefault(role, []).append([at(words, start, end, near), means])
        for count in claim.get("counts", []):
            place = at(count["text"], start, end, near)
            whom = at(count.get("who", ""), start, end, place[1] if place else near)
            packed.setdefault("counts", []).append([count["kind"], place, whom])
        claims.append(packed)
    name, _, number = line["doc"].partition(":")
    assert name in FILES, name
    head = {"doc": number, "sha256": digest(text), "published": line["published"], "source": line["source"]}
    return head | {"end": last, "sentences": line["sentences"], "claims": claims}


def unpack(packed: dict[str, Any], text: str, name: str) -> dict[str, Any]:
    """The claim-set line again."""

    def words(place: list[int] | None) -> str:
        return text[place[0] : place[1]] if place else ""

    claims = []
    for row in packed["claims"]:
        claim = {k: row[k] for k in ("s", "type", "mode", "source_kind", "stance", "status") if k in row}
        claim |= {k: words(row[k]) for k in ("trigger", "time", "cue") if k in row}
        for role in ROLES.values():
            if role in row:
                claim[role] = [{"t": words(t), "is": words(i)} if i else words(t) for t, i in row[role]]
        if "counts" in row:
            claim["counts"] = [
                {"kind": kind, "text": words(place)} | ({"who": words(whom)} if whom else {})
                for kind, place, whom in row["counts"]
            ]
        claims.append(claim)
    head = {"doc": f"{name}-{packed['doc']}", "published": packed["published"], "source": packed["source"], "title": ""}
    return head | {"text": text[: packed["end"]], "sentences": packed["sentences"], "claims": claims}
