"""The neural reader: Document -> Claims, by two passes of one small encoder (see docs/reader.md).

A document is cut into windows of whole sentences; pass one tags triggers in all of them; pass two runs once a trigger on
the states of its sentence, and looks through notes of the text around it for whom the claim means. Batches never cross
documents: dynamic int8 scales its activations over the whole batch, so a claim's confidence would depend on which other
documents were read beside it, and a run that was killed and started again would end with another record.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from vigil.extract import decode
from vigil.extract.assemble import claims_of
from vigil.extract.onnx import ModelCard, OnnxPasses
from vigil.extract.sentences import split
from vigil.extract.windows import Tokens, Window, context_of, open_tokenizer, tokenize, windows_of
from vigil.model.claim import Claim
from vigil.model.text import Document

Array = NDArray[np.generic]
WEIGHTS = Path(__file__).parent / "weights"
CLS, SEP = 101, 102
#: Windows a batch and triggers a batch: they bound the memory of one call.
BATCH_ONE, BATCH_TWO = 4, 32


class Passes(Protocol):
    """The network, wherever it runs: ONNX in the product, torch in training."""

    def one(self, ids: Array, mask: Array, case: Array) -> tuple[Array, Array, Array]:
        """[b, t] x 3 -> states [b, t, d], notes [b, t, k], trigger logits [b, t, tags]."""
        ...

    def two(
        self, states: Array, mask: Array, trigger: Array, notes: Array, around: Array
    ) -> tuple[Array, Array, Array]:
        """Sentence [n, l, d], [n, l] x 2; context [n, c, k], [n, c] (0 or 1 + distance class) -> tags, far tags, classes."""
        ...


class NeuralReader:
    """Reads claims from documents in the languages of its model card."""

    def __init__(
        self,
        passes: Passes,
        tokenizer: Tokenizer,
        thresholds: decode.Thresholds,
        *,
        name: str,
        languages: tuple[str, ...],
    ) -> None:
        self.passes = passes
        self.tokenizer = tokenizer
        self.thresholds = thresholds
        self.name = name
        self.languages = languages

    @classmethod
    def load(cls, folder: Path = WEIGHTS, *, threads: int = 0) -> NeuralReader:
        """Open the shipped model. Raises BadReference when a file is missing or its digest differs from the card."""
        card = ModelCard.load(folder)
        return cls(
            OnnxPasses(folder, threads=threads),
            open_tokenizer(folder),
            card.thresholds,
            name=card.name,
            languages=card.languages,
        )

    @property
    def version(self) -> str:
        """Changes whenever the same text might be read otherwise."""
        return self.name

    def read(self, documents: Sequence[Document]) -> list[list[Claim]]:
        """Claims of each document, in text order. A document in another language gives none (the caller counts it)."""
        return [self.read_one(document) for document in documents]

    def read_one(self, document: Document) -> list[Claim]:
        """Claims of one document, in text order."""
        document = split(document)
        if not document.is_in(self.languages) or not document.text.strip():
            return []
        tokens = tokenize(self.tokenizer, document.text)
        return claims_of(document, tokens, list(self.find(document, tokens)), self.name)

    def find(self, document: Document, tokens: Tokens) -> Iterator[tuple[decode.FoundTrigger, decode.FoundArguments]]:
        """What both passes see in a document that has been split into sentences, before it is put in words."""
        windows = windows_of(document, tokens)
        for at in range(0, len(windows), BATCH_ONE):
            yield from self._read_batch(windows[at : at + BATCH_ONE], tokens)

    def _read_batch(
        self, windows: Sequence[Window], tokens: Tokens
    ) -> Iterator[tuple[decode.FoundTrigger, decode.FoundArguments]]:
        ids = [_framed(tokens.ids, window) for window in windows]
        case = [_framed(tokens.case, window, (0, 0)) for window in windows]
        width = max(len(row) for row in ids)
        mask = decode.pad([np.ones(len(row), dtype=np.int64) for row in ids], width)
        states, notes, logits = self.passes.one(decode.pad(ids, width), mask, decode.pad(case, width))
        asked = [
            (number, trigger)
            for number, window in enumerate(windows)
            for piece in window.pieces
            for trigger in decode.triggers(
                logits[number, 1:].astype(np.float32), piece, window.start, self.thresholds.trigger
            )
        ]
        asked.sort(key=lambda pair: pair[1].piece.end - pair[1].piece.start)  # like lengths together: less padding
        for at in range(0, len(asked), BATCH_TWO):
            part = asked[at : at + BATCH_TWO]
            for (_, trigger), arguments in zip(part, self._ask(windows, states, notes, part), strict=True):
                if arguments.classes["valid"][1] >= self.thresholds.valid:
                    yield decode.settled(trigger, arguments, self.thresholds.confidence), arguments

    def _ask(
        self,
        windows: Sequence[Window],
        states: Array,
        notes: Array,
        part: Sequence[tuple[int, decode.FoundTrigger]],
    ) -> list[decode.FoundArguments]:
        rows, triggers, far, around, starts = [], [], [], [], []
        for number, trigger in part:
            window, piece = windows[number], trigger.piece
            shift = 1 - window.start  # the window's first token stands behind [CLS]
            rows.append(states[number, piece.start + shift : piece.end + shift])
            triggers.append(_marked(piece.end - piece.start, trigger.start - piece.start, trigger.end - piece.start))
            start, distance = context_of(window, piece)
            starts.append(start)
            far.append(notes[number, start + shift : start + shift + len(distance)])
            around.append(distance + 1)
        width, reach = max(len(row) for row in rows), max(len(row) for row in far)
        mask = decode.pad([np.ones(len(row), dtype=np.int64) for row in rows], width)
        tags, far_tags, classes = self.passes.two(
            decode.pad(rows, width),
            mask,
            decode.pad(triggers, width),
            decode.pad(far, reach),
            decode.pad(around, reach),
        )
        return [
            decode.arguments(
                tags[n, : len(rows[n])].astype(np.float32),
                far_tags[n, : len(far[n])].astype(np.float32),
                classes[n].astype(np.float32),
                trigger.piece.start,
                starts[n],
                self.thresholds,
            )
            for n, (_, trigger) in enumerate(part)
        ]


def _framed(values: Array, window: Window, ends: tuple[int, int] = (CLS, SEP)) -> Array:
    return np.concatenate([[ends[0]], values[window.start : window.end], [ends[1]]]).astype(np.int64)


def _marked(length: int, start: int, end: int) -> Array:
    row = np.zeros(length, dtype=np.int64)
    row[start:end] = 1
    return row
