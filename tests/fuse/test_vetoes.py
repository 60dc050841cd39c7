"""What a veto is worth: by itself it holds two claims apart, but one misread day does not halve an event told often."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest

from tests.fuse.builders import NORTH, SOUTH, TARN, VELM, Stance, article, claim
from vigil.fuse import fuse
from vigil.fuse.clustering.cluster import Edge, group
from vigil.fuse.facts import gather
from vigil.fuse.pairs.comparer import VETOED, Comparer, absolute, veto, vetoed
from vigil.fuse.pairs.features_words import many_and_one, origins_alike, origins_apart, strangers
from vigil.fuse.where import Pair
from vigil.model.claim import Claim, Mention
from vigil.model.text import Document, Span


def pair(*told: tuple[Document, Claim]) -> Pair:
    """Two claims ready to be compared."""
    texts = [text for text, _ in told]
    return Comparer(gather(texts, [made for _, made in told]), texts).pair(0, 1)


def told(name: str, trigger: str, kind: str, text: str = "", **fields: object) -> tuple[Document, Claim]:
    """A text with one claim."""
    document = article(name, text or f"Word from {name} is of {trigger} in Velm")
    return document, claim(document, trigger, kind, **fields)


def joined(vetoed: int, *, never: bool = False) -> bool:
    """Are two groups of three, whose nine pairs agree but for some vetoed ones, made one?"""
    one, two = ["a1", "a2", "a3"], ["b1", "b2", "b3"]
    edges = [Edge(x, y, 4.0) for side in (one, two) for x, y in combinations(side, 2)]
    across = [(x, y) for x in one for y in two]
    edges += [Edge(x, y, VETOED, never=never) for x, y in across[:vetoed]]
    edges += [Edge(x, y, 1.5) for x, y in across[vetoed:]]
    return len(group([*one, *two], edges, join=-0.4).groups) == 1


def test_one_vetoed_pair_among_nine_is_outweighed_and_three_are_not() -> None:
    assert joined(1)
    assert not joined(3)
    assert not joined(1, never=True)


def test_two_claims_alone_are_held_apart_by_a_veto() -> None:
    monday = told("one", "a strike", "airstrike", place=VELM, day="2031-03-01")
    friday = told("two", "a strike", "airstrike", place=VELM, day="2031-03-05")
    assert "days apart" in veto(pair(monday, friday))
    assert not absolute(pair(monday, friday))
    assert len(fuse([monday[0], friday[0]], [monday[1], friday[1]]).events) == 2


@pytest.mark.parametrize(
    ("denied", "act", "meets"),
    [
        ("airstrike", "shelling", True),
        ("airstrike", "airstrike", False),
        ("airstrike", "casualties", False),
        ("agreement", "talks", False),
    ],
)
def test_who_denies_an_act_may_tell_of_another_in_its_place(denied: str, act: str, meets: bool) -> None:
    """The army denies its air strike and tells, without saying whose, of rockets at that place and time."""
    denial = told("one", "bombed", denied, agent=NORTH, place=VELM, source=NORTH, stance=Stance.DENIES)
    account = told("two", "rockets", act, place=VELM, source=NORTH)
    texts = [denial[0], account[0]]
    comparer = Comparer(gather(texts, [denial[1], account[1]]), texts)
    assert (veto(comparer.pair(0, 1)) == "") is meets
    assert vetoed(comparer.compared(np.array([0]), np.array([1]))).tolist() == [not meets]


def test_captures_are_held_apart_whatever_else_is_told() -> None:
    here = told("one", "captured", "takeover", place=VELM, mode="captured", agent=NORTH)
    there = told("two", "captured", "takeover", place=TARN, mode="captured", agent=NORTH)
    theirs = told("two", "captured", "takeover", place=VELM, mode="captured", agent=SOUTH)
    for other in (there, theirs):
        assert veto(pair(here, other))
        assert absolute(pair(here, other))


def test_where_they_came_from_tells_two_evacuations_apart() -> None:
    def left(name: str, town: str) -> tuple[Document, Claim]:
        text = article(name, f"Buses evacuated people from {town}")
        made = claim(text, "evacuated", "displacement", mode="evacuated")
        at = text.text.index(town)
        origin = Mention(role="from", span=Span.of(text.text, at, at + len(town)))
        return text, Claim(**{f: getattr(made, f) for f in made.__slots__} | {"arguments": (origin,)})

    same, other = pair(left("one", "Velm"), left("two", "Velm")), pair(left("one", "Velm"), left("two", "Tarn"))
    assert (origins_alike(same).value, origins_apart(same).value) == (1.0, 0.0)
    assert (origins_alike(other).value, origins_apart(other).value) == (0.0, 1.0)


def test_a_series_is_told_from_one_act() -> None:
    one = told("one", "bombing", "bombing")
    series = told("two", "bombings", "bombing")
    assert many_and_one(pair(one, series)).value == 1.0
    assert many_and_one(pair(one, told("two", "blast", "bombing"))).value == 0.0
    # What the words leave open is neither.
    assert many_and_one(pair(one, told("two", "killed", "bombing"))).value == 0.0


def test_two_articles_on_other_matters_need_a_place_in_common() -> None:
    def week(name: str, text: str, **fields: object) -> tuple[Document, Claim]:
        document = article(name, text)
        return document, claim(document, "shooting", "killing", **fields)

    one = week("one", "Police in Velm spoke of the shooting. Orla Bent ran the harbour kiosk")
    other = week("two", "Word of the shooting shook a farm near Tarn. Piet Osk grew plums there")
    assert strangers(pair(one, other)).value > 0.9
    assert len(fuse([one[0], other[0]], [one[1], other[1]]).events) == 2
    same = week("three", "Police in Velm spoke of the shooting. Orla Bent ran the harbour kiosk with pride")
    assert strangers(pair(one, same)).value == 0.0
    placed = [replace(row, place=VELM) for row in (one[1], other[1])]
    assert strangers(pair((one[0], placed[0]), (other[0], placed[1]))).value == 0.0
