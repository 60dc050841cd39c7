"""Given triggers asked of the shipped reader."""

from __future__ import annotations

import pytest

from bench.asked import ask
from bench.given_mentions import triggers
from bench.reading import document
from vigil.extract.reader import NeuralReader

TEXT = "Army jets bombed the market of Velm on Tuesday, killing nine people. The raid and a second raid hit homes."


@pytest.fixture(scope="module")
def reader():
    return NeuralReader.load(threads=1)


def test_every_given_trigger_becomes_one_claim_in_order(reader):
    told = document("a", TEXT, "2031-03-05")
    mentions = triggers(told, [(1, "raid"), (0, "bombed"), (1, "raid")])
    claims = ask(reader, told, mentions)
    assert [(c.s, c.trigger.text) for c in claims] == [(1, "raid"), (0, "bombed"), (1, "raid")]
    assert claims[0].trigger.start < claims[2].trigger.start
    assert claims[1].type == "airstrike"
    assert len({c.id for c in claims}) == 3
    assert all(told.text[c.trigger.start : c.trigger.end] == c.trigger.text for c in claims)


def test_words_that_are_not_there_are_named(reader):
    told = document("a", TEXT, "2031-03-05")
    with pytest.raises(ValueError, match="siege"):
        triggers(told, [(0, "siege")])
    with pytest.raises(ValueError, match="no token"):
        ask(reader, told, [(0, (5, 5))])
