"""Claims in codebook form -> windows with labels for both passes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from tokenizers import Tokenizer

from vigil.extract import labels as L
from vigil.extract.windows import Piece, Tokens, Window, context_of, tokenize, windows_of
from vigil.model.claim import COUNT_KINDS, SOURCE_KINDS, TYPES
from vigil.model.text import Document

IGNORE = -100
ARGUMENT_ROLES = ("agent", "target", "place", "from", "instrument", "source")


@dataclass
class Ask:
    """Labels of pass two for one trigger; token ranges are document-wide."""

    inside: tuple[int, int]
    context: int  # first token of the text around the sentence
    distance: np.ndarray  # [c] distance class of each of its tokens
    trigger: tuple[int, int]
    spans: np.ndarray  # [l, roles] 0/1/2
    far: np.ndarray  # [c, roles] 0/1/2
    counts: np.ndarray  # [l]
    classes: dict[str, int]


@dataclass
class Example:
    """One window with its labels."""

    ids: np.ndarray
    case: np.ndarray
    tags: np.ndarray
    anyone: np.ndarray  # [t, roles] 0/1/2: is this part of any claim's agent, target, ...
    offset: int
    habit: int = 0  # whose annotation it has: see corpus.HABIT
    plain: bool = False  # told as it stands in the text, so that it comes again
    taught: bool = False  # a teacher is asked, too
    asks: list[Ask] = field(default_factory=list)


def read_jsonl(path: Path) -> list[dict[str, Any]]:
    """All lines of a claim set."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def as_document(line: dict[str, Any]) -> Document:
    """A line of a claim set as a Document with its own sentences."""
    sentences = tuple((a, b) for a, b in line["sentences"])
    return Document(id=line["doc"], key=line["doc"], digest="", text=line["text"], sentences=sentences, language="en")


def occurrences(text: str, words: str, start: int, end: int) -> list[int]:
    """Where ``words`` stand in text[start:end], whole words first."""
    found = [m.start() for m in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text[start:end])]
    if not found:
        found = [m.start() for m in re.finditer(re.escape(words), text[start:end])]
    return [start + at for at in found]


def nearest(text: str, words: str, start: int, end: int, near: int) -> tuple[int, int] | None:
    """The occurrence closest to a character position."""
    options = occurrences(text, words, start, end) if words else []
    if not options:
        return None
    at = min(options, key=lambda o: abs(o - near))
    return at, at + len(words)


def token_range(tokens: Tokens, start: int, end: int) -> tuple[int, int]:
    """Tokens that overlap a character range."""
    first = int(np.searchsorted(tokens.ends, start, side="right"))
    last = int(np.searchsorted(tokens.starts, end, side="left"))
    return first, last


def antecedent(text: str, meaning: str, sentence: tuple[int, int], near: int) -> tuple[int, int] | None:
    """Where an implied argument is named: the last time before the sentence, else in it, else just after."""
    for words in (meaning, re.sub(r"^(the|a|an)\s+", "", meaning, flags=re.I)):
        before = occurrences(text, words, 0, sentence[0])
        if before:
            return before[-1], before[-1] + len(words)
        here = nearest(text, words, *sentence, near)
        if here:
            return here
        after = occurrences(text, words, sentence[1], len(text))
        if after:
            return after[0], after[0] + len(words)
    return None


def mark(table: np.ndarray, column: int, first: int, last: int) -> None:
    """B and I in one column of [tokens, roles]; a span that stands partly outside the table is left out."""
    if 0 <= first < last <= len(table):
        table[first, column] = 1
        table[first + 1 : last, column] = 2


class Builder:
    """Turns claim-set lines into examples."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        self.tokenizer = tokenizer

    def examples(self, lines: list[dict[str, Any]]) -> Iterator[Example]:
        """All windows of all lines."""
        for line in lines:
            document = as_document(line)
            tokens = tokenize(self.tokenizer, document.text)
            anchored = anchor_triggers(line)
            for window in windows_of(document, tokens):
                yield self._window(line, tokens, window, anchored)

    def _window(self, line: dict[str, Any], tokens: Tokens, window: Window, anchored: list[Any]) -> Example:
        size = window.end - window.start
        tags = np.full(size, IGNORE, dtype=np.int64)
        anyone = np.full((size, len(L.SPAN_ROLES)), IGNORE, dtype=np.int64)
        for piece in window.pieces:
            tags[piece.start - window.start : piece.end - window.start] = L.O_TAG
            anyone[piece.start - window.start : piece.end - window.start] = 0
        example = Example(
            tokens.ids[window.start : window.end],
            tokens.case[window.start : window.end],
            tags,
            anyone,
            window.start,
            line.get("habit", 0),
            line.get("plain", False),
            line.get("taught", False),
        )
        for claim, at in anchored:
            if at is None:
                continue
            first, last = token_range(tokens, *at)
            # An overlong sentence is read in pieces: the one that holds the trigger is asked about it.
            holding = (p for p in window.pieces if p.s == claim["s"] and p.start <= first < last <= p.end)
            piece = next(holding, None)
            if piece is None:
                continue
            kind = TYPES.index(claim["type"])
            tags[first - window.start] = 1 + 2 * kind
            tags[first - window.start + 1 : last - window.start] = 2 + 2 * kind
            ask = self._ask(line, tokens, window, piece, claim, at, (first, last))
            example.asks.append(ask)
            rows = anyone[piece.start - window.start : piece.end - window.start]
            rows[ask.spans > 0] = ask.spans[ask.spans > 0]
        return example

    def _ask(self, line: Any, tokens: Tokens, window: Window, piece: Piece, claim: Any, at: Any, trigger: Any) -> Ask:
        text, sentence = line["text"], tuple(line["sentences"][claim["s"]])
        start, end = piece.start, piece.end
        context, distance = context_of(window, piece)
        spans = np.zeros((end - start, len(L.SPAN_ROLES)), dtype=np.int64)
        far = np.zeros((len(distance), len(L.SPAN_ROLES)), dtype=np.int64)
        counts = np.zeros(end - start, dtype=np.int64)

        def put(role: str, place: tuple[int, int] | None) -> None:
            if place is not None:
                first, last = token_range(tokens, *place)
                mark(spans, L.SPAN_ROLES.index(role), first - start, last - start)

        for role in ARGUMENT_ROLES:
            for argument in claim.get(role, []):
                words = argument if isinstance(argument, str) else argument["t"]
                put(role, nearest(text, words, *sentence, at[0]))
                if not isinstance(argument, str):
                    self._mean(text, tokens, far, role, context, argument["is"], sentence, at[0])
        put("cue", nearest(text, claim.get("cue", ""), *sentence, at[0]))
        put("time", nearest(text, claim.get("time", ""), *sentence, at[0]))
        for count in claim.get("counts", []):
            place = nearest(text, count.get("text", ""), *sentence, at[0])
            if place is None:
                continue
            put("who", nearest(text, count.get("who") or "", *sentence, place[1]))
            first, last = token_range(tokens, *place)
            first, last = max(first, start), min(last, end)
            if first < last:
                column = COUNT_KINDS.index(count["kind"])
                counts[first - start] = 1 + 2 * column
                counts[first - start + 1 : last - start] = 2 + 2 * column
        classes = {
            "stance": L.STANCES.index(claim.get("stance", "asserts")),
            "status": L.STATUSES.index(claim.get("status", "actual")),
            "mode": L.MODE_CLASSES.index((claim["type"], claim["mode"])) if claim.get("mode") else IGNORE,
            "source_kind": SOURCE_KINDS.index(claim.get("source_kind", "none")),
            "type": TYPES.index(claim["type"]),
            "valid": 1,
        }
        return Ask((start, end), context, distance, trigger, spans, far, counts, classes)

    def _mean(
        self,
        text: str,
        tokens: Tokens,
        far: np.ndarray,
        role: str,
        context: int,
        meaning: str,
        sentence: Any,
        near: int,
    ) -> None:
        """Mark in ``far`` where a meaning is named; its other namings are neither right nor wrong. Too far: nothing."""
        column = L.SPAN_ROLES.index(role)
        chosen = antecedent(text, meaning, sentence, near)
        for at in occurrences(text, meaning, 0, len(text)):
            first, last = token_range(tokens, at, at + len(meaning))
            rows = np.arange(max(first - context, 0), min(last - context, len(far)))
            far[rows, column] = np.where(far[rows, column] == 0, IGNORE, far[rows, column])
        if chosen is not None:
            first, last = token_range(tokens, *chosen)
            mark(far, column, first - context, last - context)


def anchor_triggers(line: dict[str, Any]) -> list[tuple[dict[str, Any], tuple[int, int] | None]]:
    """Each claim with its trigger's character range; repeated words take the next free occurrence."""
    taken: set[int] = set()
    anchored = []
    for claim in line["claims"]:
        start, end = line["sentences"][claim["s"]]
        options = occurrences(line["text"], claim["trigger"], start, end)
        free = [at for at in options if at not in taken] or options
        at = free[0] if free else None
        if at is not None:
            taken.add(at)
        anchored.append((claim, (at, at + len(claim["trigger"])) if at is not None else None))
    return anchored
