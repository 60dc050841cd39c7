"""Who did it and to whom it was done: the comparisons of agents and targets (see ``features`` for the table)."""

from __future__ import annotations

from collections.abc import Sequence

from vigil.fuse.facts import Party
from vigil.fuse.where import NO, Pair
from vigil.fuse.words import Rarity
from vigil.model.link import Score


def same_agent(pair: Pair) -> Score:
    """The same doer, or one of the same side, by the registry."""
    return _known_parties(pair.one.agents, pair.two.agents, "agent")


def same_target(pair: Pair) -> Score:
    """Done to the same, or to the same side, by the registry."""
    return _known_parties(pair.one.targets, pair.two.targets, "target")


def party_words(pair: Pair) -> Score:
    """Agents or targets written alike."""
    one, two = pair.one, pair.two
    agents = _party_words(one.agents, two.agents, pair.rarity)
    targets = _party_words(one.targets, two.targets, pair.rarity)
    return agents if agents.value >= targets.value else targets


def roles_cross(pair: Pair) -> Score:
    """One claim's doer is the other's target: the two sides of one clash."""
    one, two = pair.one, pair.two
    for agents, targets in ((one.agents, two.targets), (two.agents, one.targets)):
        if _known_parties(agents, targets, "x").value or _party_words(agents, targets, pair.rarity).value > 0.3:
            return Score(1.0, "the agent of one is the target of the other")
    return NO


def agents_apart(pair: Pair) -> Score:
    """Both name who did it, by the registry, and no two are of one side."""
    return _known_apart(pair.one.agents, pair.two.agents, "agents")


def targets_apart(pair: Pair) -> Score:
    """Both name whom it hit, by the registry, and no two are of one side."""
    return _known_apart(pair.one.targets, pair.two.targets, "targets")


def agent_words_apart(pair: Pair) -> Score:
    """Both name who did it, not all in the registry, in words that have nothing in common."""
    return _words_apart(pair.one.agents, pair.two.agents, "agents")


def target_words_apart(pair: Pair) -> Score:
    """Both name whom it hit, not all in the registry, in words that have nothing in common."""
    return _words_apart(pair.one.targets, pair.two.targets, "targets")


def speech_by_others(pair: Pair) -> Score:
    """Two statements (a demand, a threat, an accusation) by speakers that have nothing in common.

    Who speaks is what a statement is: two governments' condemnations of one act are two events.
    """
    one, two = pair.one, pair.two
    if one.family != "statement" or two.family != "statement":
        return NO
    ours, theirs = one.agents or one.speakers, two.agents or two.speakers
    if not ours or not theirs or any((a.side and a.side == b.side) or a.words & b.words for a in ours for b in theirs):
        return NO
    return Score(1.0, f"statements by others: {ours[0].name} / {theirs[0].name}")


def _known_parties(one: Sequence[Party], two: Sequence[Party], role: str) -> Score:
    best = NO
    for a in one:
        for b in two:
            if a.id and a.id == b.id:
                return Score(1.0, f"same {role}: {a.name}")
            if a.side and a.side == b.side:
                best = Score(0.6, f"{role}s of one side: {a.name} / {b.name}")
    return best


def _party_words(one: Sequence[Party], two: Sequence[Party], rarity: Rarity) -> Score:
    best = NO
    for a in one:
        for b in two:
            value = 0.0 if a.id and b.id else rarity.overlap(a.words, b.words)
            if value > best.value:
                best = Score(value, f"written alike: {a.name} / {b.name}")
    return best


def _known_apart(one: Sequence[Party], two: Sequence[Party], says: str) -> Score:
    if not one or not two or not all(p.side for p in (*one, *two)):
        return NO
    if {p.side for p in one} & {p.side for p in two}:
        return NO
    return Score(1.0, f"{says} differ: {one[0].name} / {two[0].name}")


def _words_apart(one: Sequence[Party], two: Sequence[Party], says: str) -> Score:
    if not one or not two or all(p.side for p in (*one, *two)):
        return NO
    if any((a.side and a.side == b.side) or a.words & b.words for a in one for b in two):
        return NO
    return Score(1.0, f"{says} differ: {one[0].name} / {two[0].name}")
