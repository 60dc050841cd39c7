"""A second opinion by the words themselves: what type of event a trigger is, what kind of source somebody is.

The network judges both from states that know a sentence's sense well and a word's own meaning less well: of claims that it
had found it gave one in ten another type, and of sources one in four another kind. Two softmax regressions look at the words
alone (the trigger's with the words around it; the source's with its cue's), each word, pair of words and piece of three to
five letters hashed to a row of one table (Weinberger et al. 2009). Both judgements are multiplied: the type in
``decode.settled``, the source kind in ``assemble``. What it gave: docs/reader.md.
"""

from __future__ import annotations

import hashlib
import io
import re
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from vigil.model.claim import SOURCE_KINDS, TYPES, Mention
from vigil.model.errors import BadReference
from vigil.model.text import Bounds, Span

WEIGHTS = Path(__file__).parent / "weights"
FILE = "wording.npz"
#: How many words on each side of a trigger are looked at, and how many letters of a word and words of a name at most.
REACH, LONGEST = 12, 40

_WORD = re.compile(r"\w+")
_TOKEN = re.compile(r"\w+|[^\w\s]")
Floats = NDArray[np.float32]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class WordTable:
    """Softmax regression over hashed features: ``table`` [rows, classes] and ``bias`` [classes] in log odds."""

    table: Floats
    bias: Floats

    def log_chances(self, features: Sequence[str]) -> Floats:
        """Log probability [classes], by the mean of the features' rows."""
        odds = self.table[rows_of(features, len(self.table))].mean(axis=0) + self.bias
        shifted = odds - odds.max()
        result: Floats = shifted - np.log(np.exp(shifted).sum())
        return result


@dataclass(frozen=True, slots=True)
class Wording:
    """Both tables, as shipped."""

    types: WordTable
    source_kinds: WordTable
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
        except Exception as error:  # zip and npy files each break in their own way
            raise BadReference(
                f"the tables of words cannot be opened: {error}", item=str(path), advice="install the package again"
            ) from error
        return cls(types, source_kinds, f"wording-{hashlib.sha256(data).hexdigest()[:12]}")

    def of_type(self, text: str, sentence: Bounds, trigger: Span) -> Floats:
        """Log probability [types] of each of TYPES for a trigger in its sentence."""
        return self.types.log_chances(trigger_features(text, sentence, (trigger.start, trigger.end)))

    def of_source_kind(self, sources: Sequence[Mention], cue: Span | None) -> Floats:
        """Log probability [kinds] of each of SOURCE_KINDS, for the sources of one claim."""
        names = " , ".join(" ".join(span.text for span in (m.span, m.means) if span is not None) for m in sources)
        return self.source_kinds.log_chances(source_features(names, cue.text if cue is not None else ""))


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


def trigger_features(text: str, sentence: Bounds, trigger: Bounds) -> list[str]:
    """The trigger's words and their pieces, and the words around it by side and distance class; never none."""
    words = _words(text[slice(*trigger)])
    left = [word.lower()[:LONGEST] for word in _TOKEN.findall(text[sentence[0] : trigger[0]])][-REACH:]
    right = [word.lower()[:LONGEST] for word in _TOKEN.findall(text[trigger[1] : sentence[1]])[:REACH]]
    features = [*(f"t:{word}" for word in words), f"tt:{' '.join(words)}"]
    features += [f"tc:{piece}" for word in words for piece in _pieces(word)]
    features += [f"L{_far(at)}:{word}" for at, word in enumerate(reversed(left))]
    features += [f"R{_far(at)}:{word}" for at, word in enumerate(right)]
    if left:
        features.append(f"LT:{left[-1]} {words[0] if words else ''}")
    if len(left) > 1:
        features.append(f"LL:{left[-2]} {left[-1]}")
    if right:
        features.append(f"RT:{words[-1] if words else ''} {right[0]}")
    return features + [f"s:{word}" for word in sorted({*left, *right})]


def source_features(names: str, cue: str) -> list[str]:
    """A source's words, pairs of words and their pieces, with its cue's words; never none."""
    words = _words(names)
    features = [f"w:{word}" for word in words]
    features += [f"c:{piece}" for word in words for piece in _pieces(word)]
    features += [f"b:{one} {two}" for one, two in pairwise(words)]
    if words:
        features += [f"l:{words[-1]}", f"f:{words[0]}", f"n:{min(len(words), 4)}"]
    features.append("named" if any(letter.isupper() for letter in names) else "unnamed")
    return features + [f"q:{word}" for word in _words(cue)]


def _words(text: str) -> list[str]:
    return [word.lower()[:LONGEST] for word in _WORD.findall(text)[:LONGEST]]


def _pieces(word: str) -> Iterator[str]:
    framed = f"<{word}>"
    return (framed[at : at + n] for n in (3, 4, 5) for at in range(len(framed) - n + 1))


def _far(at: int) -> int:
    """Distance class of the word number ``at`` from the trigger: beside it, within three, within six, beyond."""
    return 0 if at == 0 else 1 if at < 3 else 2 if at < 6 else 3
