"""The gate: does an article speak of armed conflict at all? A cheap look before the reader takes its time.

A passage is two sentences. Its score is a logistic regression over the word pieces that occur in it (each once, divided by
the root of their number, so that long passages do not win by length); an article passes when its best passage does. The
threshold lets 99.5 in 100 held-out articles of war pass (training/gate.py chooses it, docs/reader.md has the figures): what
the gate stops is counted in the run's summary and is read on request, so an error costs a second run and no claim.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from vigil.extract.windows import open_tokenizer, tokenize
from vigil.model.errors import BadReference
from vigil.model.text import Document

WEIGHTS = Path(__file__).parent / "weights"
FILE = "gate.npz"
#: Shorter than this there is nothing to save, and too little to judge by.
FEWEST = 12

Ints = NDArray[np.int64]


class Gate:
    """``weights`` [vocabulary] and ``bias``: log odds of a passage; ``threshold``: the least that lets an article pass."""

    def __init__(
        self, tokenizer: Tokenizer, weights: NDArray[np.float32], bias: float, threshold: float, name: str
    ) -> None:
        self.tokenizer = tokenizer
        self.weights = weights
        self.bias = bias
        self.threshold = threshold
        self.version = name

    @classmethod
    def load(cls, folder: Path = WEIGHTS) -> Gate:
        """The shipped gate. Raises BadReference when its file is missing or damaged."""
        path = folder / FILE
        try:
            data = path.read_bytes()
            tokenizer = open_tokenizer(folder)
            with np.load(io.BytesIO(data), allow_pickle=False) as kept:
                weights = kept["weights"].astype(np.float32)
                bias, threshold = float(kept["bias"]), float(kept["threshold"])
        except Exception as error:  # zip, npy and tokenizer files each break in their own way
            raise BadReference(
                f"the gate cannot be opened: {error}", item=str(path), advice="install the package again"
            ) from error
        return cls(tokenizer, weights, bias, threshold, f"gate-{hashlib.sha256(data).hexdigest()[:12]}")

    def passes(self, document: Document) -> bool:
        """True where the article should be read: it may speak of conflict, is very short, or is not English."""
        return not document.is_in(("en",)) or any(odds >= self.threshold for odds in self.scores(document))

    def score(self, document: Document) -> float:
        """Log odds of the best passage; infinite for a text too short to judge. The document has its sentences."""
        return max(self.scores(document))

    def scores(self, document: Document) -> Iterator[float]:
        """The log odds of each passage, as they are asked for; the first is mostly enough to let an article pass."""
        tokens = tokenize(self.tokenizer, document.text)
        if len(tokens.ids) < FEWEST:
            yield float("inf")
            return
        ends = [0, *(int(np.searchsorted(tokens.starts, end)) for _, end in document.sentences)]
        for at in range(max(1, len(ends) - 2)):
            yield self.log_odds(tokens.ids[ends[at] : ends[min(at + 2, len(ends) - 1)]])

    def log_odds(self, pieces: Ints) -> float:
        """Of one passage, from its word pieces."""
        kinds = np.unique(pieces)
        return float(self.weights[kinds].sum() / max(1.0, float(np.sqrt(len(kinds)))) + self.bias)
