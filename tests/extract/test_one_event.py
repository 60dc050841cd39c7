"""Two triggers of one event in a sentence are one claim; another victim, source, stance or sentence keeps them apart."""

from __future__ import annotations

from typing import Any

import pytest

from tests.fuse.builders import article, claim
from vigil.extract.one_event import merged
from vigil.model.claim import Claim, Stance

TEXT = (
    "In raids on Ostrel the Third Brigade struck the grain market and killed nine people, the ministry and a monitor said. "
    "The Third Brigade struck again"
)
DOC = article("gazette", TEXT)


def _pair(**other: Any) -> list[Claim]:
    first = {"agent": "the Third Brigade", "source": "the ministry", "confidence": 0.6, "killed": (9, 9)}
    second = {"agent": "Third Brigade", "target": "grain market", "source": "the ministry", "confidence": 0.8}
    return [claim(DOC, "raids", "attack", **first), claim(DOC, "struck", "attack", **(second | other))]


def test_the_surer_trigger_stays_and_takes_over_what_only_the_other_says() -> None:
    (one,) = merged(_pair())
    assert one.trigger.text == "struck"
    assert [count.min for count in one.counts] == [9]
    assert [mention.words for mention in one.arguments] == ["Third Brigade", "grain market"]


@pytest.mark.parametrize(
    "other",
    [{"agent": "people"}, {"source": "a monitor"}, {"stance": Stance.DENIES}],
    ids=["agent", "source", "stance"],
)
def test_what_differs_stays_apart(other: dict[str, Any]) -> None:
    assert merged(_pair(**other)) == _pair(**other)


def test_without_an_argument_in_common_nothing_is_joined() -> None:
    bare = claim(DOC, "raids", "attack", source="the ministry", confidence=0.6)
    assert merged([bare, _pair()[1]]) == [bare, _pair()[1]]


def test_the_same_deed_in_the_next_sentence_is_told_again() -> None:
    later = claim(DOC, "again", "attack", agent="Third Brigade", source="the ministry", confidence=0.9)
    assert merged([*_pair(), later])[1:] == [later]
