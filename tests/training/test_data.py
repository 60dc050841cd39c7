"""What the reader learns: each claim's label in the window, the piece and the tokens that the reader will be asked about."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from training.reader.data import Builder, as_document
from vigil.extract.labels import O_TAG
from vigil.extract.windows import MAX_PIECE, open_tokenizer, pieces_of, tokenize
from vigil.model.claim import TYPES

TOKENIZER = open_tokenizer(Path(__file__).parents[2] / "vigil/extract/weights")


def told(sentence: str, *triggers: str) -> dict[str, Any]:
    """A line of a claim set: one sentence, in which each trigger is a shelling of a place that stands behind it."""
    claims = [{"s": 0, "trigger": word, "type": "shelling", "place": [f"Place{word}"]} for word in triggers]
    return {"doc": "d", "text": sentence, "sentences": [[0, len(sentence)]], "claims": claims}


def test_each_piece_of_an_overlong_sentence_has_its_claims() -> None:
    filler = " and ".join(["the men of the hill went on down the long road"] * 14)
    line = told(
        f"They shelled Placeshelled {filler}, then bombarded Placebombarded {filler}, and struck Placestruck.",
        "shelled",
        "bombarded",
        "struck",
    )
    document = as_document(line)
    tokens = tokenize(TOKENIZER, document.text)
    pieces = pieces_of(tokens, document.sentences)
    assert len(pieces) > 1
    assert all(piece.end - piece.start <= MAX_PIECE for piece in pieces)

    (example,) = Builder(TOKENIZER).examples([line])
    asked = {line["text"][tokens.starts[a] : tokens.ends[b - 1]]: ask for ask in example.asks for a, b in [ask.trigger]}
    assert set(asked) == {"shelled", "bombarded", "struck"}
    assert len({ask.inside for ask in asked.values()}) > 1
    for ask in asked.values():
        first, last = ask.trigger
        assert any((piece.start, piece.end) == ask.inside for piece in pieces)
        assert ask.inside[0] <= first < last <= ask.inside[1]
        assert example.tags[first - example.offset] == 1 + 2 * TYPES.index("shelling")
        assert (ask.spans > 0).any()  # its place, in the same piece
    assert (example.tags > O_TAG).sum() == sum(ask.trigger[1] - ask.trigger[0] for ask in asked.values())
