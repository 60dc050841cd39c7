"""Two accounts of one incident, with two culprits, two means and two tolls: one event, where the site is the same."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.fuse.builders import MINISTRY, MONITOR, NORTH, SOUTH, VELM, article, claim, decide
from vigil.fuse import fuse
from vigil.fuse.accounts.rivals import joined
from vigil.fuse.clustering.cluster import rulings
from vigil.fuse.facts import gather
from vigil.model.claim import Claim, Mention
from vigil.model.link import Decision, Judgement
from vigil.model.text import Document, Span

Told = tuple[Document, Claim]


def account(name: str, who: Any, kind: str, site: str, source: Any, dead: int, role: str = "place") -> Told:
    """One account: who hit a site in Velm on 4 March, and how many died there."""
    text = article(
        name, f"Word from {name} is that a {kind} by the {who.text} hit a {site} in Velm and left {dead} dead"
    )
    at = text.text.index(site)
    hit = Mention(role=role, span=Span.of(text.text, at, at + len(site)))
    made = claim(text, kind, kind, agent=who, place=VELM, day="2031-03-04", source=source, killed=(dead, dead))
    return text, replace(made, arguments=(*made.arguments, hit))


def groups(*told: Told, decisions: tuple[Decision, ...] = ()) -> list[list[str]]:
    """Documents by group, where each account was a group of its own."""
    facts = {f.claim.id: f for f in gather([text for text, _ in told], [made for _, made in told])}
    found, why = joined([(id,) for id in sorted(facts)], facts, rulings(decisions))
    assert set(why) <= set(facts)
    assert all("rival accounts" in score.reason for score in why.values())
    return sorted(sorted(facts[id].claim.doc for id in group) for group in found)


MARKET = account("Monitor", SOUTH, "airstrike", "market", MONITOR, 21)
TOGETHER, APART = [["Ministry", "Monitor"]], [["Ministry"], ["Monitor"]]


@pytest.mark.parametrize("role", ["place", "target"])
def test_one_site_on_one_day_with_opposite_culprits_is_one_event(role: str) -> None:
    assert groups(MARKET, account("Ministry", NORTH, "shelling", "market", MINISTRY, 9, role)) == TOGETHER


def test_another_site_or_no_site_or_one_side_is_left_as_it_is() -> None:
    assert groups(MARKET, account("Ministry", NORTH, "shelling", "school", MINISTRY, 9)) == APART
    assert groups(MARKET, account("Ministry", SOUTH, "shelling", "market", MINISTRY, 9)) == APART
    people = account("Monitor", SOUTH, "airstrike", "people", MONITOR, 21, "target")
    assert groups(people, account("Ministry", NORTH, "shelling", "people", MINISTRY, 9, "target")) == APART


def test_people_have_the_last_word() -> None:
    other = account("Ministry", NORTH, "shelling", "market", MINISTRY, 9)
    assert groups(MARKET, other, decisions=(decide(Judgement.NOT_SAME, MARKET[1], other[1]),)) == APART


def test_the_event_holds_both_positions() -> None:
    told = (MARKET, account("Ministry", NORTH, "shelling", "market", MINISTRY, 9))
    (event,) = fuse([text for text, _ in told], [made for _, made in told]).events
    disputes = {dispute.what: {p.value for p in dispute.positions} for dispute in event.disputes}
    assert disputes["perpetrator"] == {"Southern Army", "Northern Army"}
    assert disputes["killed"] == {"9", "21"}


def test_a_sentence_that_tells_of_both_tells_of_two_acts() -> None:
    """Strikes on one side's market after the other fired on a market: no two accounts of one incident."""
    text = article("gull", "Warplanes bombed a market in Velm after rockets hit a market there")
    at = text.text.index("market")
    market = Mention(role="place", span=Span.of(text.text, at, at + 6))
    told = [
        replace(made, arguments=(*made.arguments, market))
        for made in (
            claim(text, "bombed", "airstrike", agent=NORTH, place=VELM, day="2031-03-04"),
            claim(text, "rockets", "shelling", agent=SOUTH, place=VELM, day="2031-03-04"),
        )
    ]
    assert groups(*((text, made) for made in told)) == [["gull"], ["gull"]]
    other = article("ridge", text.text)
    elsewhere = replace(told[1], id="elsewhere", doc=other.id)
    assert groups((text, told[0]), (other, elsewhere)) == [["gull", "ridge"]]
