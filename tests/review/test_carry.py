"""Decisions outlive a new model and a new version of an article where the sentence stayed as it was."""

from __future__ import annotations

from dataclasses import replace

from tests.review.builders import row, strike
from vigil.model.claim import Claim
from vigil.model.link import Decision, Judgement
from vigil.model.text import Document
from vigil.review.carry import carry

TEXT = "Jets struck the market of Velm on Tuesday. Nobody spoke of the harbour"
OLD, READ = strike("velm", TEXT)


def carried(rows: list[Decision], claims: list[Claim], *documents: Document) -> list[Decision]:
    return carry(rows, claims, {d.id: d for d in documents}, {READ.id: READ}.get, {OLD.id: OLD}.get)


def later(text: str) -> Document:
    return replace(strike("velm", text)[0], id="velm-2")


def test_a_new_type_of_the_same_words_takes_the_decision_over() -> None:
    claim = replace(READ, id="cl_new", type="attack")
    (moved,) = carried([row(1, Judgement.REJECT, READ.id)], [claim], OLD)
    assert moved.left == "cl_new"


def test_a_new_version_of_the_article_does_too_where_the_sentence_is_the_same() -> None:
    text = "Corrected on Friday. " + TEXT
    document = later(text)
    claim = replace(strike("velm", text)[1], id="cl_new", doc="velm-2")
    (moved,) = carried([row(1, Judgement.SAME, "other", READ.id)], [claim, replace(claim, id="other", s=5)], document)
    assert (moved.left, moved.right) == ("other", "cl_new")


def test_where_the_sentence_changed_nothing_is_carried() -> None:
    document = later("Jets struck the market of Tarn on Tuesday. Nobody spoke of the harbour")
    claim = replace(READ, id="cl_new", doc="velm-2")
    rows = [row(1, Judgement.REJECT, READ.id)]
    assert carried(rows, [claim], document) == rows


def test_another_event_word_of_the_same_sentence_is_another_claim() -> None:
    claim = replace(READ, id="cl_new", trigger=OLD.span(16, 22))
    rows = [row(1, Judgement.REJECT, READ.id)]
    assert carried(rows, [claim], OLD) == rows


def test_what_stands_is_left_alone_and_nothing_is_looked_up() -> None:
    rows = [row(1, Judgement.REJECT, READ.id)]

    def never(_: str) -> None:
        raise AssertionError("nothing was lost")

    assert carry(rows, [READ], {OLD.id: OLD}, never, never) == rows
