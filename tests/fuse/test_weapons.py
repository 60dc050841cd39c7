"""Disputes on the means, and what is no dispute: carriers, a second town, a part that did not happen, an unnamed culprit."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.fuse.builders import MINISTRY, MONITOR, NORTH, SOUTH, TARN, VELM, article, claim
from vigil.fuse.accounts.disputes import disputes
from vigil.fuse.accounts.tolls import tolls
from vigil.fuse.accounts.witnesses import Voices
from vigil.fuse.copies.outlets import Outlets
from vigil.fuse.copies.syndication import Copies
from vigil.fuse.facts import gather
from vigil.fuse.words import Rarity
from vigil.model.claim import Claim, Mention, Stance, Status
from vigil.model.event import Dispute
from vigil.model.text import Document, Span

Told = tuple[Document, Claim]


def told(name: str, text: str, trigger: str, kind: str, means: str = "", on: str = "", **fields: Any) -> Told:
    """One text with one claim; ``means`` and ``on`` are words of the text: its instrument and whom or what it hit."""
    document = article(name, text)
    made = claim(document, trigger, kind, **({"place": VELM, "day": "2031-03-04"} | fields))
    extra = []
    for role, words in (("instrument", means), ("target", on)):
        if words:
            at = text.index(words)
            extra.append(Mention(role=role, span=Span.of(text, at, at + len(words))))
    return document, replace(made, arguments=(*made.arguments, *extra))


def found(*rows: Told) -> dict[str, Dispute]:
    """The disputes of one event that all rows tell of, by what is disputed."""
    texts, claims = [text for text, _ in rows], [made for _, made in rows]
    voices = Voices(texts, Copies(), Outlets({})).all(claims, ())
    facts = gather(texts, claims)
    rarity = Rarity(f.words | f.names for f in facts)
    made = disputes(facts, voices, tolls(claims, voices, {}), rarity)
    return {dispute.what: dispute for dispute in made}


def values(dispute: Dispute) -> list[str]:
    """The positions' names."""
    return [position.value for position in dispute.positions]


GAS = told(
    "Monitor", "Planes dropped sarin gas on Velm", "dropped", "chemical", "sarin gas", agent=NORTH, source=MONITOR
)


def test_two_kinds_of_gas_are_disputed_and_an_unnamed_gas_is_not() -> None:
    chlorine = told(
        "Ministry", "Rebels used chlorine in Velm", "used", "chemical", "chlorine", agent=SOUTH, source=MINISTRY
    )
    assert values(found(GAS, chlorine)["weapon"]) == ["chlorine", "nerve agent"]
    gas = told("Ministry", "Rebels used gas in Velm", "used", "chemical", "gas", agent=SOUTH, source=MINISTRY)
    assert "weapon" not in found(GAS, gas)


@pytest.mark.parametrize("on", ["depot", ""])
def test_gas_from_the_air_and_a_store_that_was_hit_are_two_accounts(on: str) -> None:
    text = "Our bombs hit a rebel depot where poison was kept in Velm"
    store = told("Ministry", text, "hit", "airstrike", "bombs", on, agent=NORTH, source=MINISTRY)
    made = found(GAS, store)
    assert values(made["weapon"]) == ["a store of it was hit", "chemical"]
    blamed = {position.value: position.by for position in made["perpetrator"].positions}
    assert set(blamed) == {"Northern Army", "a store of it was hit, by Northern Army"}


def test_what_carries_a_gas_is_no_rival_of_it() -> None:
    planes = told("Ministry", "Warplanes struck Velm", "struck", "airstrike", "Warplanes", agent=NORTH, source=MINISTRY)
    assert "weapon" not in found(GAS, planes)
    rockets = told("Ministry", "Rockets struck Velm", "struck", "shelling", "Rockets", agent=SOUTH, source=MINISTRY)
    bombs = told("Monitor", "Warplanes bombed Velm", "bombed", "airstrike", "Warplanes", agent=NORTH, source=MONITOR)
    assert values(found(bombs, rockets)["weapon"]) == ["air", "shell"]


def test_a_car_is_not_a_truck() -> None:
    car = told("Monitor", "A car bomb went off in Velm", "went off", "bombing", "car bomb", source=MONITOR)
    truck = told("Ministry", "A truck bomb went off in Velm", "went off", "bombing", "truck bomb", source=MINISTRY)
    assert values(found(car, truck)["weapon"]) == ["car", "truck"]


def test_a_denied_kind_of_weapon_is_a_dispute_on_it() -> None:
    barrels = told(
        "Monitor", "Barrel bombs fell on Velm", "fell", "airstrike", "Barrel bombs", agent=NORTH, source=MONITOR
    )
    text = "The ministry has never dropped barrel bombs"
    denial = told(
        "Ministry", text, "dropped", "airstrike", "barrel bombs", agent=MINISTRY, source=MINISTRY, stance=Stance.DENIES
    )
    assert values(found(barrels, denial)["weapon"]) == ["barrel bomb", "not barrel bomb"]


def test_a_second_town_named_once_is_no_position_on_where_it_was() -> None:
    here = told("Monitor", "A strike hit Velm", "strike", "airstrike", source=MONITOR)
    there = told("Ministry", "A strike hit Tarn", "strike", "airstrike", source=MINISTRY, place=TARN)
    assert values(found(here, there)["place"]) == ["Tarn", "Velm"]
    also = told("Ministry2", "A strike hit Velm", "strike", "airstrike", source=MINISTRY)
    assert "place" not in found(here, there, also)


def test_what_a_teller_says_did_not_happen_is_a_part_and_no_denial() -> None:
    left = told("Monitor", "Buses left Velm", "left", "displacement", source=MONITOR, mode="evacuated")
    last = told("Monitor2", "No bus reached Tarn", "reached", "displacement", source=MONITOR, status=Status.NEGATED)
    assert "occurrence" not in found(left, last)
    other = told("Ministry", "Nobody left Velm", "left", "displacement", source=MINISTRY, status=Status.NEGATED)
    assert "occurrence" in found(left, other)


def test_an_assailant_is_nobody_else_and_a_nation_is_its_army() -> None:
    army = told("Monitor", "The northern army struck Velm", "struck", "airstrike", agent=NORTH, source=MONITOR)
    for words in ("assailant", "They", "northern jets"):
        other = told(
            "Ministry", f"It was {words} that struck Velm", "struck", "airstrike", agent=words, source=MINISTRY
        )
        assert "perpetrator" not in found(army, other)
    rebels = told("Ministry", "The southern army struck Velm", "struck", "airstrike", agent=SOUTH, source=MINISTRY)
    assert values(found(army, rebels)["perpetrator"]) == ["Northern Army", "Southern Army"]
