"""What the reader's encoder makes of given mentions: in their sentence, of the sentence as a whole, and of the words alone.

A mention's words by themselves ("quake") show whom they are like in general ("tremor"); in their sentence the reader, which
was trained on wars, sees above all what kind of act of war they might be.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from bench.asked import Given
from vigil.extract.reader import CLS, SEP, NeuralReader, framed
from vigil.extract.windows import tokenize, windows_of
from vigil.model.text import Document

Vectors = NDArray[np.float32]
IN_TEXT, SENTENCE, ALONE = range(3)


class States:
    """Asks one reader; words by themselves are asked once."""

    def __init__(self, reader: NeuralReader) -> None:
        self._reader = reader
        self._alone: dict[str, Vectors] = {}

    def of(self, document: Document, mentions: Sequence[Given]) -> Vectors:
        """[mentions, 3, d]: IN_TEXT, SENTENCE, ALONE. Raises KeyError for a mention without a token of its own."""
        tokens = tokenize(self._reader.tokenizer, document.text)
        found: dict[int, tuple[Vectors, Vectors]] = {}
        for window in windows_of(document, tokens):
            ids = framed(tokens.ids, window, (CLS, SEP))
            case = framed(tokens.case, window, (0, 0))
            states = self._reader.passes.one(ids, np.ones_like(ids), case)[0][0, 1:].astype(np.float32)
            for piece in window.pieces:
                sentence = states[piece.start - window.start : piece.end - window.start].mean(axis=0)
                for number, (s, (first, last)) in enumerate(mentions):
                    start = int(np.searchsorted(tokens.ends, first, side="right"))
                    end = int(np.searchsorted(tokens.starts, last, side="left"))
                    if s == piece.s and piece.start <= start < end <= piece.end:
                        here = states[start - window.start : end - window.start].mean(axis=0)
                        found.setdefault(number, (here, sentence))
        words = [document.text[slice(*bounds)] for _, bounds in mentions]
        rows = [np.stack([*found[number], self.alone(said)]) for number, said in enumerate(words)]
        return np.stack(rows) if rows else np.zeros((0, 3, 1), dtype=np.float32)

    def alone(self, words: str) -> Vectors:
        """[d]: the mean state of some words by themselves."""
        if words not in self._alone:
            ids = np.array([[CLS, *tokenize(self._reader.tokenizer, words).ids, SEP]], dtype=np.int64)
            states = self._reader.passes.one(ids, np.ones_like(ids), np.zeros_like(ids))[0]
            self._alone[words] = states[0, 1:-1].mean(axis=0).astype(np.float32)
        return self._alone[words]
