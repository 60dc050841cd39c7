"""The reader's work grows with the length of a text and not faster, counted in lines of our code that are executed."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest
from tokenizers import Tokenizer
from tokenizers.models import WordLevel
from tokenizers.pre_tokenizers import Whitespace

from tests.extract.test_reader import VOCABULARY, WordPasses
from vigil.extract.decode import Thresholds
from vigil.extract.reader import MOST, PUT_BY, SHARE, NeuralReader
from vigil.extract.sentences import LONGEST, boundaries
from vigil.ingest.zones import mark
from vigil.model.text import Document

#: Repeated without a line end, but for the zones: of sentences, of all triggers, of one letter, right to left, of marks.
UNITS = {
    "sentences": "The army shelled Velm . They denied it . Nothing else was said here today . ",
    "triggers": "shelled Velm five ",
    "one letter": "a",
    "no spaces": "戦争爆撃",
    "right to left": "\u202eحرب غارة دبابة ",
    "marks": "e\u0301\u0489",
    "initials": "A. B. ",
    "zones": "Share\n",
    "stops": "He fell! ",
}


class Counting(WordPasses):
    """Counts the tokens that it reads."""

    def __init__(self) -> None:
        self.one_read = self.two_read = 0

    def one(self, ids, mask, case):
        self.one_read += ids.size
        return super().one(ids, mask, case)

    def two(self, states, mask, trigger, notes, around):
        self.two_read += mask.size
        return super().two(states, mask, trigger, notes, around)


def reader() -> NeuralReader:
    tokenizer = Tokenizer(WordLevel(VOCABULARY, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = Whitespace()
    return NeuralReader(Counting(), tokenizer, Thresholds(), name="words", languages=("en",))


def lines(work: Callable[[], object]) -> int:
    """How many lines of vigil's code are executed, a comprehension's again for each of its items."""
    count = 0

    def each(frame: FrameType, event: str, _: Any) -> Any:
        nonlocal count
        if "/vigil/" not in frame.f_code.co_filename:
            return None
        count += event == "line"
        return each

    before = sys.gettrace()
    sys.settrace(each)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


def cost(unit: str, size: int) -> tuple[int, int, int]:
    """Lines, and tokens of both passes, for a text of a size."""
    one = reader()
    text = (unit * (size // len(unit) + 1))[:size]

    def read() -> None:
        document = Document(id="d", key="d", digest="", text=text, zones=mark(text).zones, language="en")
        one.read_one(document)

    executed = lines(read)
    assert isinstance(one.passes, Counting)
    return executed, one.passes.one_read, one.passes.two_read


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS.keys())
def test_twice_the_text_is_twice_the_work(unit: str) -> None:
    cost(unit, 1000)  # what is made once
    (few, one, two), (many, one_more, two_more) = cost(unit, 6_000), cost(unit, 12_000)
    assert many <= 2.2 * few + 200
    assert one_more <= 2.2 * one + 600
    assert two_more <= 2.2 * two + MOST


def test_a_stretch_without_an_end_is_cut_between_words() -> None:
    text = "word " * 3000
    found = boundaries(text)
    assert all(end - start <= LONGEST and text[start:end].endswith("word") for start, end in found)
    assert "".join(text[start:end] for start, end in found).count("word") == 3000
    unbroken = boundaries("é" * 5000)
    assert [end - start for start, end in unbroken] == [2000, 2000, 1000]


def test_the_claims_of_an_endless_line_hold_no_more_than_its_part_of_it() -> None:
    text = "The army shelled Velm and the army shelled Velm " * 400
    claims = reader().read_one(Document(id="d", key="d", digest="", text=text))
    assert len({claim.s for claim in claims}) > 5
    assert all(claim.sentence[1] - claim.sentence[0] <= LONGEST for claim in claims)
    assert all(claim.sentence[0] <= claim.trigger.start < claim.trigger.end <= claim.sentence[1] for claim in claims)


def test_pass_two_is_asked_for_the_surest_triggers_up_to_its_bound() -> None:
    one = reader()
    text = "shelled " * 350
    claims = one.read_one(Document(id="d", key="d", digest="", text=text, sentences=((0, len(text)),)))
    assert isinstance(one.passes, Counting)
    assert 0 < one.passes.two_read <= MOST
    assert len(claims) <= MOST // 150


def test_a_document_of_triggers_is_asked_for_what_its_windows_put_by() -> None:
    few, many = reader(), reader()
    few.read_one(Document(id="d", key="d", digest="", text="shelled Velm five " * 300))
    assert isinstance(few.passes, Counting)
    assert few.passes.two_read > 2 * SHARE  # a short text is asked as if there were no bound over the document
    claims = many.read_one(Document(id="d", key="d", digest="", text="shelled Velm five " * 6_000))
    assert isinstance(many.passes, Counting)
    windows = many.passes.one_read // 300
    assert PUT_BY < many.passes.two_read <= PUT_BY + SHARE * windows
    assert (
        max(claim.trigger.start for claim in claims) > 100_000
    )  # to its end, not only while there is something put by


@pytest.mark.parametrize("unit", ["A. ", '("', "戦争爆撃", "\u202eح ر ", "1 2 "])
def test_what_has_no_word_is_not_read(unit: str) -> None:
    one = reader()
    text = unit * 2000
    assert one.read_one(Document(id="d", key="d", digest="", text=text)) == []
    assert isinstance(one.passes, Counting)
    assert one.passes.one_read == 0
    # A word anywhere is read, with all that stands beside it.
    assert one.read_one(Document(id="d", key="d", digest="", text=f"{text} The army shelled Velm . {text}"))


def test_a_lines_own_sentences_may_overlap_and_stand_in_any_order() -> None:
    text = "The army shelled Velm . Rebels shelled Velm . " + "Nothing was said here . " * 200
    behind = ((46 + 24 * n, 69 + 24 * n) for n in reversed(range(200)))
    bounds = ((24, 45), (0, 45), (0, 23), *behind, (5, 5), (0, len(text)))
    claims = reader().read_one(Document(id="d", key="d", digest="", text=text, sentences=bounds))
    assert {claim.trigger.text for claim in claims} == {"shelled"}
    assert all(text[claim.trigger.start : claim.trigger.end] == "shelled" for claim in claims)
