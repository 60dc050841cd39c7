"""The neural reader: Document -> Claims, by two passes of one small encoder (see docs/reader.md).

A document is cut into windows of whole sentences; pass one tags triggers in all of them; pass two runs once a trigger on
the states of its sentence, and looks through notes of the text around it for whom the claim means. Each window is read
alone: dynamic int8 scales its activations over the whole batch, so a claim's confidence would depend on what else was
read beside it, and a run that was killed and started again would end with another record. It is also faster: no padding.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from vigil.extract import decode
from vigil.extract.assemble import characters, claims_of, shortest
from vigil.extract.onnx import ModelCard, OnnxPasses
from vigil.extract.sentences import split
from vigil.extract.windows import Tokens, Window, context_of, has_words, open_tokenizer, tokenize, windows_of
from vigil.extract.wording import Wording
from vigil.model.claim import Claim
from vigil.model.text import Document

Array = NDArray[np.generic]
WEIGHTS = Path(__file__).parent / "weights"
CLS, SEP = 101, 102
#: Triggers a batch of pass two: it bounds the memory of one call.
BATCH = 32
#: What a call of pass two costs by itself, in tokens that it could read in that time.
CALL = 48
#: Tokens that pass two reads for one window at most, a dozen times what a window of news takes: some eighty triggers in
#: sentences of prose, twenty in a window without the end of a sentence.
#: Without a bound a megabyte of words that are all triggers takes half an hour.
MOST = 4_096
#: The same over a document: what each window adds to it, three times what one of news takes, and how much it may put by. So
#: the first dozen windows are asked as if there were no such bound, and a megabyte of triggers costs pass two less than
#: pass one.
SHARE, PUT_BY = 1_024, 12_288
#: Characters on each side of a trigger in which the words around it are looked for: a line may bring along sentences of a
#: megabyte.
NEAR = 1_000


class Passes(Protocol):
    """The network, wherever it runs: ONNX in the product, torch in training."""

    def one(self, ids: Array, mask: Array, case: Array) -> tuple[Array, Array, Array]:
        """[b, t] x 3 -> states [b, t, d], notes [b, t, k], trigger logits [b, t, tags]."""
        ...

    def two(
        self, states: Array, mask: Array, trigger: Array, notes: Array, around: Array
    ) -> tuple[Array, Array, Array, Array]:
        """Sentence [n, l, d], [n, l] x 2; context [n, c, k], [n, c] (0 or 1 + distance class).

        -> tags, far tags, classes, and the sentence's last states [n, l, d].
        """
        ...


class Halted(Exception):
    """A reading was asked to end early; what it had read is lost."""


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
        wording: Wording | None = None,
        network: str = "",
    ) -> None:
        """``network`` names the weights in what is handed on of their states (``Claim.sight``); without it nothing is."""
        self.passes = passes
        self.tokenizer = tokenizer
        self.thresholds = thresholds
        self.name = name
        self.languages = languages
        self.wording = wording
        self.network = network
        self._halted = False

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
            wording=Wording.load(folder),
            network=card.network,
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
        found = list(self.find(document, tokens))
        return claims_of(document, tokens, found, self.name, self.wording, self.network)

    def find(self, document: Document, tokens: Tokens) -> Iterator[tuple[decode.FoundTrigger, decode.FoundArguments]]:
        """What both passes see in a document that has been split into sentences, before it is put in words."""
        left, unknown = PUT_BY, self.tokenizer.token_to_id("[UNK]")
        for window in windows_of(document, tokens):
            if self._halted:
                raise Halted
            if not has_words(tokens, window, unknown):
                continue
            left = min(left + SHARE, PUT_BY)
            states, notes, found = self._triggers(window, tokens)
            asked = affordable(found, min(left, MOST))
            left -= sum(trigger.piece.end - trigger.piece.start for trigger in asked)
            for part in parts(asked):
                for trigger, arguments in zip(part, self._ask(window, states, notes, part), strict=True):
                    if arguments.classes["valid"][1] >= self.thresholds.valid:
                        yield self.settle(document, tokens, trigger, arguments), arguments

    def halt(self, halted: bool) -> None:
        """While it is halted, a reading that goes on in another thread ends with Halted at its next window."""
        self._halted = halted

    def _triggers(self, window: Window, tokens: Tokens) -> tuple[Array, Array, list[decode.FoundTrigger]]:
        """Pass one: states [t, d] and notes [t, k] of a window's tokens, and the triggers in it."""
        ids = framed(tokens.ids, window, (CLS, SEP))
        states, notes, logits = (
            made[0, 1:]  # the window's first token stands behind [CLS]
            for made in self.passes.one(ids, np.ones_like(ids), framed(tokens.case, window, (0, 0)))
        )
        chances = decode.softmax(logits.astype(np.float32, copy=False))
        return states, notes, list(decode.triggers(chances, window.pieces, window.start, self.thresholds.trigger))

    def settle(
        self, document: Document, tokens: Tokens, trigger: decode.FoundTrigger, arguments: decode.FoundArguments
    ) -> decode.FoundTrigger:
        """The trigger with its type and confidence, by both passes and by its words."""
        sentence = document.sentences[trigger.piece.s]
        words = shortest(document.text, *characters(document.text, tokens, trigger.start, trigger.end, sentence))
        by_words = None
        if self.wording is not None and words is not None:
            near = max(sentence[0], words.start - NEAR), min(sentence[1], words.end + NEAR)
            by_words = self.wording.of_type(document.text, near, words)
        return decode.settled(trigger, arguments, self.thresholds.confidence, by_words)

    def _ask(
        self, window: Window, states: Array, notes: Array, part: Sequence[decode.FoundTrigger]
    ) -> list[decode.FoundArguments]:
        rows, triggers, afar, around, where, noted = [], [], [], [], [], []
        for trigger in part:
            piece = trigger.piece
            size = piece.end - piece.start
            rows.append(states[piece.start - window.start : piece.end - window.start])
            noted.append(notes[piece.start - window.start : piece.end - window.start])
            triggers.append(_marked(size, trigger.start - piece.start, trigger.end - piece.start))
            start, distance = context_of(window, piece)
            afar.append(notes[start - window.start : start - window.start + len(distance)])
            around.append(distance + 1)
            where.append(decode.Row(piece.start, size, start, len(distance)))
        width, reach = max(row.size for row in where), max(row.reach for row in where)
        *made, top = self.passes.two(
            decode.pad(rows, width),
            decode.pad([np.ones(row.size, dtype=np.int64) for row in where], width),
            decode.pad(triggers, width),
            decode.pad(afar, reach),
            decode.pad(around, reach),
        )
        tags, far, classes = (each.astype(np.float32, copy=False) for each in made)
        answers = decode.arguments(tags, far, classes, where, self.thresholds)
        if self.network:
            # Copies in the precision in which they go on: a view would hold the whole batch until the text is read.
            below: dict[int, Array] = {}
            for number, answer in enumerate(answers):
                start, size = where[number].start, where[number].size
                if start not in below:
                    below[start] = np.concatenate([rows[number], noted[number]], axis=1).astype(np.float16)
                places = tags[number, :size, decode.PLACES].T.astype(np.float16)
                answer.seen = decode.Seen(below[start], top[number, :size].astype(np.float16), places)
        return answers


def affordable(found: list[decode.FoundTrigger], most: int = MOST) -> list[decode.FoundTrigger]:
    """The triggers of a window without the least sure ones where pass two would read more than ``most`` tokens for them."""
    left, kept = most, []
    for trigger in sorted(found, key=lambda trigger: (-trigger.score, trigger.start)):
        left -= trigger.piece.end - trigger.piece.start
        if left < 0:
            break
        kept.append(trigger)
    return kept


def parts(asked: Iterable[decode.FoundTrigger]) -> Iterator[list[decode.FoundTrigger]]:
    """Triggers in sentences of like length together, for one call of pass two each."""
    part: list[decode.FoundTrigger] = []
    width = 0
    for trigger in sorted(asked, key=lambda trigger: (trigger.piece.end - trigger.piece.start, trigger.start)):
        size = trigger.piece.end - trigger.piece.start
        # A call of its own where it is cheaper than the padding that all of the part would get.
        if part and (len(part) == BATCH or len(part) * (size - width) > CALL):
            yield part
            part = []
        part.append(trigger)
        width = size
    if part:
        yield part


def framed(values: Array, window: Window, ends: tuple[int, int]) -> Array:
    """A window's values with one on each side, as a batch of one."""
    return np.concatenate([[ends[0]], values[window.start : window.end], [ends[1]]]).astype(np.int64)[None, :]


def _marked(length: int, start: int, end: int) -> Array:
    row = np.zeros(length, dtype=np.int64)
    row[start:end] = 1
    return row
