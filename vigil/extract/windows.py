"""A document as the reader sees it: tokens with offsets, and windows of whole sentences with context on both sides.

A window holds up to LEFT tokens of what went before, up to TARGET tokens of sentences to be read, and up to RIGHT tokens
of what follows (where "he said" often stands). MiniLM's positions end at 512; LEFT + TARGET + RIGHT + 2 stays below that.
Context is an eighth of what the encoder reads of a 600-word article.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from vigil.model.text import Bounds, Document, Unread, without_halves

LEFT, TARGET, RIGHT = 72, 408, 28
#: How far around its sentence pass two looks for whom a claim means (an antecedent, a speaker named before): three
#: quarters of the gold's antecedents stand within 100 tokens before their sentence.
CONTEXT_LEFT, CONTEXT_RIGHT = 160, 40
#: Upper ends of the classes of distance before a sentence, in tokens; then come its own class and that of what follows.
_NEAR = np.asarray([16, 32, 64, 112])
DISTANCES = len(_NEAR) + 3
#: A sentence longer than this is read in pieces, since pass two reads a whole piece for each of its triggers. Of the claims
#: gold one is longer (250 tokens, in the train split); the development set's longest has 138.
MAX_PIECE = 192

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Tokens:
    """Word pieces of one document: vocabulary ids, character offsets, and a case class each (see ``case_class``)."""

    ids: Ints  # [n]
    starts: Ints  # [n]
    ends: Ints  # [n]
    case: Ints  # [n]


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence (or part of an overlong one) as a token range."""

    s: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Window:
    """Token range [start, end) of a document, of which ``pieces`` are to be read."""

    start: int
    end: int
    pieces: tuple[Piece, ...]


def case_class(word: str) -> int:
    """0 lower or no case, 1 Capitalised, 2 UPPER, 3 digits: what an uncased vocabulary throws away."""
    if word[:1].isdigit():
        return 3
    if len(word) > 1 and word.isupper():
        return 2
    return 1 if word[:1].isupper() else 0


@cache
def open_tokenizer(folder: Path) -> Tokenizer:
    """The word pieces of a model's folder (``tokenizer.json``), whole texts at a time. Raises what tokenizers raises."""
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


@lru_cache(maxsize=4)  # the gate and the reader ask for a few articles at once: each text is cut into pieces once
def tokenize(tokenizer: Tokenizer, text: str) -> Tokens:
    """Word pieces with offsets into ``text`` (no special tokens)."""
    encoding = tokenizer.encode(without_halves(text), add_special_tokens=False)
    case, known = [], dict[str, int]()
    word_id, word_case = None, 0
    offsets = encoding.offsets
    for (start, end), word in zip(offsets, encoding.word_ids, strict=True):
        if word != word_id or word is None:  # pieces of one word share the case of its beginning
            word_id, letters = word, text[start:end]
            if letters not in known:
                known[letters] = case_class(letters)
            word_case = known[letters]
        case.append(word_case)
    bounds = np.asarray(offsets, dtype=np.int64).reshape(-1, 2)
    return Tokens(
        np.asarray(encoding.ids, dtype=np.int64),
        np.ascontiguousarray(bounds[:, 0]),
        np.ascontiguousarray(bounds[:, 1]),
        np.asarray(case, dtype=np.int64),
    )


def pieces_of(tokens: Tokens, sentences: Sequence[Bounds]) -> list[Piece]:
    """Token ranges of the sentences, overlong ones cut; empty ones left out."""
    found: list[Piece] = []
    for s, (start, end) in enumerate(sentences):
        first = int(np.searchsorted(tokens.starts, start, side="left"))
        last = int(np.searchsorted(tokens.starts, end, side="left"))
        found += [Piece(s, at, min(at + MAX_PIECE, last)) for at in range(first, last, MAX_PIECE)]
    return found


def windows_of(document: Document, tokens: Tokens) -> list[Window]:
    """Windows that together read every sentence of a document once.

    Unread zones between sentences serve as context only; a caption that stands before the story is not even that: with one
    before it the network missed the trigger of a first sentence.
    """
    # In order: a line that brings its own sentences may have them otherwise, and one in another.
    pieces = sorted(pieces_of(tokens, document.sentences), key=lambda piece: (piece.start, piece.end))
    unread = Unread(document.zones)
    read = [piece for piece in pieces if not unread(*document.sentences[piece.s])]
    limit = _even_limit(read)
    groups: list[list[Piece]] = []
    for piece in read:
        if groups and piece.end - groups[-1][0].start <= limit:
            groups[-1].append(piece)
        else:
            groups.append([piece])
    starts = np.asarray([piece.start for piece in read])
    return [_with_context(group, starts, len(tokens.ids)) for group in groups]


def has_words(tokens: Tokens, window: Window, unknown: int | None) -> bool:
    """False where nothing to be read is a word to the vocabulary: single letters, signs, a script that it does not know.

    No claim can be there, and a megabyte of it is as many tokens as characters. ``unknown`` is the id of unknown words.
    """
    part = slice(window.pieces[0].start, window.pieces[-1].end)
    return bool(((tokens.ends[part] - tokens.starts[part] > 1) & (tokens.ids[part] != unknown)).any())


def _even_limit(read: Sequence[Piece]) -> int:
    """How many tokens a window reads at most: TARGET, or less where as many windows can then be of about equal length."""
    total = sum(piece.end - piece.start for piece in read)
    count = -(-total // TARGET)
    longest = max((piece.end - piece.start for piece in read), default=0)
    return min(TARGET, total // max(count, 1) + longest)


def _with_context(group: list[Piece], starts: Ints, n_tokens: int) -> Window:
    """``starts`` are those of all pieces to be read: the context begins with the first that lies whole within LEFT."""
    first, last = group[0].start, max(piece.end for piece in group)
    start = min(first, int(starts[np.searchsorted(starts, first - LEFT)]))
    end = min(last + RIGHT, n_tokens)
    return Window(start, end, tuple(group))


def context_of(window: Window, piece: Piece) -> tuple[int, Ints]:
    """Tokens that may name what a claim leaves out: the first of them, and the distance class [c] of each.

    They go from CONTEXT_LEFT before the sentence over the sentence itself to CONTEXT_RIGHT behind it.
    """
    start, end = max(window.start, piece.start - CONTEXT_LEFT), min(window.end, piece.end + CONTEXT_RIGHT)
    at = np.arange(start, end, dtype=np.int64)
    before = np.searchsorted(_NEAR, piece.start - at)
    inside, after = len(_NEAR) + 1, len(_NEAR) + 2
    return start, np.where(at < piece.start, before, np.where(at < piece.end, inside, after)).astype(np.int64)
