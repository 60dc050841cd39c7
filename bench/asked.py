"""Given triggers asked of the shipped reader: its second pass fills type, arguments, source, stance and counts of each.

The reader's own triggers are not used: a mention that the gold names becomes one claim, whether the reader would have
found it or not. This is what fusion is given when the finding of mentions is not what is measured.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from vigil.extract import decode
from vigil.extract.assemble import claims_of
from vigil.extract.reader import BATCH, CLS, SEP, NeuralReader, framed
from vigil.extract.windows import Piece, Tokens, Window, tokenize, windows_of
from vigil.model.claim import Claim
from vigil.model.text import Bounds, Document, digest_id

#: A given trigger's sentence and characters.
Given = tuple[int, Bounds]


def ask(reader: NeuralReader, document: Document, mentions: Sequence[Given]) -> list[Claim]:
    """One claim a mention, in the order given. Raises ValueError for mentions without a token of their own."""
    tokens = tokenize(reader.tokenizer, document.text)
    found: dict[int, Claim] = {}
    for window in windows_of(document, tokens):
        for number, claim in _in_window(reader, document, tokens, window, mentions):
            found.setdefault(number, claim)
    missing = [mentions[n] for n in range(len(mentions)) if n not in found]
    if missing:
        raise ValueError(f"{document.id}: no token stands at {missing}")
    return [found[n] for n in sorted(found)]


def _in_window(
    reader: NeuralReader, document: Document, tokens: Tokens, window: Window, mentions: Sequence[Given]
) -> list[tuple[int, Claim]]:
    ids, case = framed(tokens.ids, window, (CLS, SEP)), framed(tokens.case, window, (0, 0))
    states, notes, logits = (made[0, 1:] for made in reader.passes.one(ids, np.ones_like(ids), case))
    scores = logits.astype(np.float32)
    wanted = [
        (number, trigger)
        for number, (s, bounds) in enumerate(mentions)
        for piece in window.pieces
        if piece.s == s
        for trigger in _trigger(tokens, piece, bounds, window, scores)
    ]
    claims: list[tuple[int, Claim]] = []
    for at in range(0, len(wanted), BATCH):
        part = wanted[at : at + BATCH]
        answers = reader._ask(window, states, notes, [trigger for _, trigger in part])
        for (number, trigger), answer in zip(part, answers, strict=True):
            settled = reader.settle(document, tokens, trigger, answer)
            bounds = mentions[number][1]
            claims += [
                (
                    number,
                    replace(claim, trigger=document.span(*bounds), id=digest_id("c", [document.id, number, *bounds])),
                )
                for claim in claims_of(
                    document, tokens, [(settled, answer)], reader.name, reader.wording, reader.network
                )
            ]
    return claims


def _trigger(
    tokens: Tokens, piece: Piece, bounds: Bounds, window: Window, logits: np.ndarray
) -> list[decode.FoundTrigger]:
    """The trigger's tokens in a piece, with pass one's chances of each type; [] when it stands elsewhere."""
    start = int(np.searchsorted(tokens.ends, bounds[0], side="right"))
    end = int(np.searchsorted(tokens.starts, bounds[1], side="left"))
    if not (piece.start <= start < end <= piece.end):
        return []
    chances = decode.softmax(logits[start - window.start : end - window.start])
    kinds = (chances[:, 1::2] + chances[:, 2::2]).sum(axis=0) + 1e-6
    return [
        decode.FoundTrigger(piece, start, end, int(kinds.argmax()), float(1 - chances[:, 0].min()), kinds / kinds.sum())
    ]
