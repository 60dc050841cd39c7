"""The reader's own logic, with a network that answers from the words (no weights needed)."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer
from tokenizers.models import WordLevel
from tokenizers.pre_tokenizers import Whitespace

from vigil.extract import labels as L
from vigil.extract.assemble import behind_number
from vigil.extract.decode import Thresholds
from vigil.extract.reader import NeuralReader
from vigil.extract.windows import TARGET, tokenize, windows_of
from vigil.model.claim import TYPES
from vigil.model.text import Document, Span, Zone, ZoneKind

WORDS = "[UNK] shelled Velm army said monitor five They Rebels denied 2 lakh Vell Tarn".split()
VOCABULARY = {word: number for number, word in enumerate(WORDS)}
ROLE_OF = {"Velm": "place", "army": "agent", "They": "agent", "Rebels": "agent", "monitor": "source", "said": "cue"} | {
    "Vell": "target", "Tarn": "target",
}  # fmt: skip


class WordPasses:
    """Pass one fires on "shelled"; pass two tags the words of ROLE_OF in its sentence, and "Rebels" as a far agent."""

    def one(self, ids, mask, case):
        logits = np.zeros((*ids.shape, len(L.TRIGGER_TAGS)), dtype=np.float32)
        logits[..., 0] = 4
        hit = (ids == VOCABULARY["shelled"]) & (mask > 0)
        logits[hit, 1 + 2 * TYPES.index("shelling")] = 9
        states = np.repeat(ids[..., None], 4, axis=2).astype(np.float32)
        return states, states, logits

    def two(self, states, mask, trigger, notes, around):
        ids = states[..., 0].astype(int)
        tags = np.zeros((*ids.shape, L.N_SPAN + L.N_COUNT), dtype=np.float32)
        tags[..., 0 : L.N_SPAN : 3] = 5
        tags[..., L.N_SPAN] = 5
        for word, role in ROLE_OF.items():
            tags[ids == VOCABULARY[word], 3 * L.SPAN_ROLES.index(role) + 1] = 9
        tags[np.isin(ids, [VOCABULARY[word] for word in ("five", "2", "lakh")]), L.N_SPAN + 1] = 9
        far = np.zeros((*around.shape, L.N_SPAN), dtype=np.float32)
        far[..., 0 : L.N_SPAN : 3] = 5
        far[notes[..., 0] == VOCABULARY["Rebels"], 3 * L.SPAN_ROLES.index("agent") + 1] = 9
        classes = np.zeros((len(ids), L.N_CLASS), dtype=np.float32)
        classes[:, L.class_slices()["type"].start + TYPES.index("shelling")] = 9
        denies = (ids == VOCABULARY["denied"]).any(axis=1)
        classes[denies, L.class_slices()["stance"].start + 1] = 5
        return tags, far, classes, states


@pytest.fixture(scope="module")
def reader() -> NeuralReader:
    tokenizer = Tokenizer(WordLevel(VOCABULARY, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = Whitespace()
    return NeuralReader(WordPasses(), tokenizer, Thresholds(), name="words", languages=("en",))


def document(text: str, **fields: object) -> Document:
    return Document(id="d", key="d", digest="", text=text, **fields)


def test_a_claim_keeps_the_offsets_of_its_words(reader: NeuralReader) -> None:
    text = "Nothing here. The army shelled Velm and killed five , a monitor said."
    (claim,) = reader.read_one(document(text))
    assert (claim.type, claim.s, claim.trigger.text) == ("shelling", 1, "shelled")
    spans = [claim.trigger, claim.cue, *(m.span for m in (*claim.arguments, *claim.sources)), claim.counts[0].span]
    assert all(text[span.start : span.end] == span.text for span in spans if span)
    assert [m.words for m in claim.of("agent")] == ["army"]
    assert [m.words for m in claim.sources] == ["monitor"]
    assert (claim.counts[0].kind, claim.counts[0].min, claim.counts[0].max) == ("killed", 5, 5)


def test_a_figure_and_its_lakh_that_are_read_as_two_numbers_are_one(reader: NeuralReader) -> None:
    (claim,) = reader.read_one(document("The army shelled Velm and killed 2 lakh , a monitor said."))
    assert [(count.span.text, count.min) for count in claim.counts if count.span] == [("2 lakh", 200_000)]


def test_a_name_and_its_alias_are_one_person(reader: NeuralReader) -> None:
    for text, targets in (
        ("The army shelled Vell alias Tarn there.", ["Vell alias Tarn"]),
        ("The army shelled Vell @ Tarn there.", ["Vell @ Tarn"]),
        ("The army shelled Vell and Tarn there.", ["Vell", "Tarn"]),
        ("The army shelled Vell, aliases of Tarn.", ["Vell", "Tarn"]),
    ):
        (claim,) = reader.read_one(document(text))
        assert [mention.words for mention in claim.of("target")] == targets


def test_a_name_of_which_the_middle_was_not_read_is_one(reader: NeuralReader) -> None:
    for text, targets in (
        ("The army shelled Vell Ridge Tarn there.", ["Vell Ridge Tarn"]),
        ("The army shelled Vell ridge Tarn there.", ["Vell", "Tarn"]),
        ("The army shelled Vell, Ridge Tarn there.", ["Vell", "Tarn"]),
        ("The army shelled Vell Ridge Fell Moor Tarn there.", ["Vell", "Tarn"]),
        ("The army shelled Vell And Tarn there.", ["Vell", "Tarn"]),
        ("The army shelled Vell AND Tarn there.", ["Vell", "Tarn"]),
    ):
        (claim,) = reader.read_one(document(text))
        assert [mention.words for mention in claim.of("target")] == targets


def test_a_noun_that_was_read_with_its_number_is_what_stands_behind_the_number() -> None:
    text = "About 1.5 lakh people fled, the 4 guards said."

    def span(words: str) -> Span:
        return Span.of(text, text.index(words), text.index(words) + len(words))

    assert behind_number(text, span("lakh people"), span("1.5 lakh")) == span("people")
    assert behind_number(text, span("guards"), span("4")) == span("guards")
    assert behind_number(text, span("the 4 guards"), span("4")) is None
    assert behind_number(text, span("people"), span("4")) is None


def test_a_pronoun_takes_its_antecedent_from_the_context(reader: NeuralReader) -> None:
    (claim,) = reader.read_one(document("Rebels came back. They shelled Velm."))
    (agent,) = claim.of("agent")
    assert (agent.words, agent.meaning) == ("They", "Rebels")


def test_a_role_left_out_is_taken_from_the_context(reader: NeuralReader) -> None:
    claim = reader.read_one(document("Rebels came back. Later shelled Velm was seen."))[0]
    (agent,) = claim.of("agent")
    assert (agent.span, agent.meaning) == (None, "Rebels")


def test_a_denial_is_a_claim_with_that_stance(reader: NeuralReader) -> None:
    (claim,) = reader.read_one(document("The army denied it had shelled Velm."))
    assert claim.stance == "denies"


def test_unread_zones_and_other_languages_give_no_claims(reader: NeuralReader) -> None:
    text = "The army shelled Velm.\nThe army shelled Velm."
    zoned = document(text, zones=(Zone(0, 22, ZoneKind.CAPTION),))
    assert [claim.s for claim in reader.read_one(zoned)] == [1]
    assert reader.read_one(document(text, language="ar")) == []
    assert len(reader.read_one(document(text, language="en"))) == 2


def test_reading_does_not_depend_on_the_documents_beside(reader: NeuralReader) -> None:
    texts = ["The army shelled Velm.", "Rebels came. " * 200 + "They shelled Velm.", "", "said"]
    documents = [document(text) for text in texts]
    together = reader.read(documents)
    assert together == [reader.read([doc])[0] for doc in documents]
    assert list(reversed(together)) == reader.read(documents[::-1])


@given(st.text(alphabet=st.sampled_from("ab. \ud800\n\u202eש\u0301😀shelled"), max_size=200) | st.text(max_size=200))
@settings(max_examples=60, deadline=None)
def test_any_text_is_read_without_failing(reader: NeuralReader, text: str) -> None:
    for claim in reader.read_one(document(text + " shelled Velm")):
        assert claim.trigger.text


def test_a_caption_before_the_story_is_no_context_and_one_within_it_is(reader: NeuralReader) -> None:
    text = "A bridge. The army shelled Velm. A market. Rebels came."
    bounds = tuple((text.index(part), text.index(part) + len(part) + 1) for part in text[:-1].split(". "))
    captions = tuple(Zone(*bounds[s], ZoneKind.CAPTION) for s in (0, 2))
    tokens = tokenize(reader.tokenizer, text)
    (window,) = windows_of(document(text, sentences=bounds, zones=captions), tokens)
    assert [piece.s for piece in window.pieces] == [1, 3]
    assert (tokens.starts[window.start], tokens.ends[window.end - 1]) == (bounds[1][0], len(text))


def test_windows_read_each_sentence_once_also_an_endless_one(reader: NeuralReader) -> None:
    text = "word " * 3000 + ". The army shelled Velm. " + "Rebels came. " * 300
    doc = document(
        text, sentences=((0, 15001), (15002, 15025), *((15026 + 13 * n, 15038 + 13 * n) for n in range(300)))
    )
    tokens = tokenize(reader.tokenizer, text)
    windows = windows_of(doc, tokens)
    read = [piece for window in windows for piece in window.pieces]
    assert all(a.end <= b.start for a, b in pairwise(read))
    assert all(window.end - window.start <= 510 for window in windows)
    assert max(piece.end - piece.start for piece in read) <= TARGET
    assert {piece.s for piece in read} == set(range(302))
