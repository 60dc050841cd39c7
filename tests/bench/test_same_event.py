"""What the benchmarks on same events count: head lemmas, pairs of articles, and the event that an article is about."""

from __future__ import annotations

import pytest

from bench.ecbplus_words import head
from bench.gva import by_headline, incidents, pairs_of, sharing, tally
from tests.fuse.builders import VELM, article, claim
from vigil.fuse import fuse


@pytest.mark.parametrize(
    ("words", "other"), [("checked into", "checks"), ("guest appearances", "appearance"), ("shooting", "shootings")]
)
def test_the_head_is_the_last_word_or_what_stands_before_a_particle(words: str, other: str) -> None:
    assert head(words) == head(other)


def test_pairs_are_of_one_cluster_and_counted_both_ways() -> None:
    ours = pairs_of({"a": 1, "b": 1, "c": 1, "d": 2})
    assert ours == {("a", "b"), ("a", "c"), ("b", "c")}
    found = tally(ours, pairs_of({"a": 1, "b": 1, "c": 2, "d": 2}))
    assert found.precision == pytest.approx(1 / 3)
    assert found.recall == pytest.approx(1 / 2)


def test_an_article_is_about_the_event_that_most_of_its_violence_is_in() -> None:
    one = article("one", "A shooting in Velm killed two. The shooting began at a kiosk. A raid elsewhere was told of")
    two = article("two", "The shooting in Velm killed two people", title="Two killed in Velm")
    calm = article("calm", "The harbour opened again", title="Harbour opens")
    there = {"place": VELM, "day": "2031-03-04"}
    claims = [
        claim(one, "A shooting", "killing", **there),
        claim(one, "The shooting", "killing", **there),
        claim(one, "raid", "airstrike", day="2013-01-01"),
        claim(two, "The shooting", "killing", **there),
    ]
    events = fuse([one, two, calm], claims).events
    of = incidents([one, two, calm], claims, events)
    assert of["one"] == of["two"]
    assert of["calm"] == "calm"
    assert sharing(events) == {("one", "two")}


def test_headlines_alike_within_days() -> None:
    one = article("one", "x", title="Boy shot at Velm kiosk")
    two = article("two", "x", "2031-03-07", title="Boy shot at kiosk in Velm")
    late = article("late", "x", "2031-05-07", title="Boy shot at kiosk in Velm")
    assert by_headline([one, two, late]) == {("one", "two")}
