"""A second opinion by the words themselves: the type of an event, whether anybody tells it, and what kind of source.

The network judges these from states that know a sentence's sense well and a word's own meaning less well: of claims that it
had found it gave one in ten another type, and of sources one in four another kind. Three softmax regressions look at the
words alone (``wording_features``: the trigger's with the words around it; the source's with its cue's and with those that
introduce it; words of telling around the trigger), each hashed to a row of a table (Weinberger et al. 2009). Both
judgements are multiplied: the type in ``decode.settled``, the others in ``source_kind``. What it gave: docs/reader.md.
"""

from __future__ import annotations

import hashlib
import io
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from vigil.extract.introduced import introduced
from vigil.extract.wording_features import introduction_features, source_features, told_features, trigger_features
from vigil.model.claim import SOURCE_KINDS, TYPES, Mention
from vigil.model.errors import BadReference
from vigil.model.text import Bounds, Span

WEIGHTS = Path(__file__).parent / "weights"
FILE = "wording.npz"
#: Classes of the table that says whether a claim is somebody's.
TOLD = ("none", "told")

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class WordTable:
    """Softmax regression over hashed features: ``table`` [rows, classes] and ``bias`` [classes] in log odds."""

    table: Floats
    bias: Floats

    def log_chances(self, *bags: Sequence[str]) -> Floats:
        """Log probability [classes], by the mean of the features' rows, summed over the bags that are not empty."""
        odds = self.bias
        for features in filter(None, bags):
            # What ``mean`` does, without its preparations.
            odds = odds + np.add.reduce(self.table[rows_of(features, len(self.table))], axis=0) / len(features)
        shifted = odds - odds.max()
        result: Floats = shifted - np.log(np.exp(shifted).sum())
        return result


@dataclass(frozen=True, slots=True)
class Wording:
    """The tables, as shipped."""

    types: WordTable
    source_kinds: WordTable
    told: WordTable
    version: str

    @classmethod
    def load(cls, folder: Path = WEIGHTS) -> Wording:
        """The shipped tables. Raises BadReference when their file is missing or damaged."""
        path = folder / FILE
        try:
            data = path.read_bytes()
            with np.load(io.BytesIO(data), allow_pickle=False) as kept:
                types = _table(kept, "types", len(TYPES))
                source_kinds = _table(kept, "source_kinds", len(SOURCE_KINDS))
                told = _table(kept, "told", len(TOLD))
        except Exception as error:  # zip and npy files each break in their own way
            raise BadReference(
                f"the tables of words cannot be opened: {error}", item=str(path), advice="install the package again"
            ) from error
        return cls(types, source_kinds, told, f"wording-{hashlib.sha256(data).hexdigest()[:12]}")

    def of_type(self, text: str, sentence: Bounds, trigger: Span) -> Floats:
        """Log probability [types] of each of TYPES for a trigger in its sentence."""
        return self.types.log_chances(trigger_features(text, sentence, (trigger.start, trigger.end)))

    def of_source_kind(self, text: str, sources: Sequence[Mention], cue: Span | None) -> Floats:
        """Log probability [kinds] of each of SOURCE_KINDS, for the sources of one claim in ``text``."""
        names = " , ".join(" ".join(span.text for span in (m.span, m.means) if span is not None) for m in sources)
        features = source_features(names, cue.text if cue is not None else "")
        who = introduced(text, [mention.meaning for mention in sources])
        return self.source_kinds.log_chances(features, introduction_features(who))

    def of_told(self, text: str, sentence: Bounds, previous: Bounds | None, trigger: Span, kind: str) -> float:
        """Log odds that a claim is somebody's and not the writer's own. ``previous`` is the sentence before."""
        features = told_features(text, sentence, previous, (trigger.start, trigger.end), kind)
        none, told = self.told.log_chances(features)
        return float(told - none)


def packed(name: str, table: Floats, bias: Floats) -> dict[str, NDArray[np.generic]]:
    """A table as it is kept: int8 with one scale a class."""
    scale = np.maximum(np.abs(table).max(axis=0), 1e-6) / 127
    return {
        f"{name}_table": np.round(table / scale).astype(np.int8),
        f"{name}_scale": scale.astype(np.float32),
        f"{name}_bias": bias.astype(np.float32),
    }


def _table(kept: np.lib.npyio.NpzFile, name: str, classes: int) -> WordTable:
    table = kept[f"{name}_table"].astype(np.float32) * kept[f"{name}_scale"]
    bias = kept[f"{name}_bias"]
    if table.ndim != 2 or table.shape[1] != classes or bias.shape != (classes,):
        raise ValueError(f"{name}: a table of {table.shape} does not give {classes} classes")
    return WordTable(table, bias)


def rows_of(features: Sequence[str], size: int) -> Ints:
    """Rows of a table of ``size`` that features fall on."""
    hashed = [zlib.crc32(feature.encode("utf-8", "replace")) for feature in features]
    return np.asarray(hashed, dtype=np.int64) % size
