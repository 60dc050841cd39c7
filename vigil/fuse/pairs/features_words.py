"""What is said in which words: the comparisons of means, counts, names and wording (see ``features`` for the table)."""

from __future__ import annotations

import numpy as np

from vigil.fuse.facts import NEWS_DAYS, Facts, place_words_of
from vigil.fuse.pairs.matters import worth
from vigil.fuse.where import NO, Pair, place_within, place_words, same_place
from vigil.fuse.words import fold
from vigil.model.claim import Count
from vigil.model.link import Score


def same_instrument(pair: Pair) -> Score:
    """Shared words for the weapon or means."""
    overlap = pair.rarity.overlap(pair.one.instruments, pair.two.instruments)
    return Score(overlap, "the same means") if overlap else NO


def counts_agree(pair: Pair) -> Score:
    """An own count of one kind is the same; small numbers that any report may share weigh less."""
    best = NO
    for kind in sorted(pair.one.counts.keys() & pair.two.counts.keys()):
        a, b = pair.one.counts[kind], pair.two.counts[kind]
        if (a.min, a.max) == (b.min, b.max):
            value = 1.0 if (a.min or 0) >= 5 else 0.6
        else:
            value = 0.4 if counts_meet(a, b) else 0.0
        if value > best.value:
            best = Score(value, f"{kind} agree")
    return best


def counts_differ(pair: Pair) -> Score:
    """Own counts of one kind that cannot both be exact: weak, since tolls are what reports disagree on."""
    worst = NO
    for kind in sorted(pair.one.counts.keys() & pair.two.counts.keys()):
        a, b = pair.one.counts[kind], pair.two.counts[kind]
        if not counts_meet(a, b):
            low, high = sorted((a.min or a.max or 0, b.min or b.max or 0))
            value = 1.0 - (low + 1) / (high + 1)
            if value > worst.value:
                worst = Score(value, f"{kind} differ: {low} and {high}")
    return worst


def counts_meet(a: Count, b: Count) -> bool:
    """True when the two ranges share a number; open sides reach for ever."""
    low = max(a.min if a.min is not None else 0, b.min if b.min is not None else 0)
    highs = [count.max for count in (a, b) if count.max is not None]
    return not highs or low <= min(highs)


def shared_names(pair: Pair) -> Score:
    """Names in both sentences, weighed by how rare they are in the record."""
    overlap = pair.rarity.overlap(pair.one.names, pair.two.names)
    if not overlap:
        return NO
    shared = sorted(pair.one.names & pair.two.names, key=lambda w: (-pair.rarity.weight(w), w))
    return Score(overlap, "shared names: " + ", ".join(shared[:3]))


def same_trigger(pair: Pair) -> Score:
    """Trigger words alike."""
    a, b = pair.one.trigger, pair.two.trigger
    shared = a & b
    return Score(len(shared) / len(a | b), f"both say {sorted(shared)[0]!r}") if shared else NO


def same_words(pair: Pair) -> Score:
    """Sentences alike, weighed by how rare the shared words are."""
    overlap = pair.rarity.overlap(pair.one.words, pair.two.words)
    return Score(overlap, f"wording {overlap:.0%} alike") if overlap else NO


def same_story(pair: Pair) -> Score:
    """Their documents share rare words: two articles on one matter."""
    return Score(pair.stories, f"articles {pair.stories:.0%} alike") if pair.stories else NO


def origins_alike(pair: Pair) -> Score:
    """Where people or things came from, written alike."""
    overlap = pair.rarity.overlap(origin(pair.one), origin(pair.two))
    return Score(overlap, "from places written alike") if overlap else NO


def origins_apart(pair: Pair) -> Score:
    """Both say where people or things came from, in words that have nothing in common."""
    one, two = origin(pair.one), origin(pair.two)
    return Score(1.0, "from other places") if one and two and not one & two else NO


def origin(facts: Facts) -> frozenset[str]:
    """The words of the places that people or things came from."""
    return frozenset().union(*(place_words_of(mention.meaning) for mention in facts.claim.of("from")))


#: Nouns for an act that can be told one by one or as a series ("the attack", "attacks").
_ACTS = frozenset(
    "attack strike airstrike bombing raid blast explosion clash battle bombardment assault offensive operation killing "
    "execution massacre evacuation agreement deal talk".split()
)


def many_and_one(pair: Pair) -> Score:
    """One tells of several acts ("bombings in the region"), the other of one."""
    one, two = acts(pair.one), acts(pair.two)
    return Score(1.0, "one tells of several acts, the other of one") if {one, two} == {1, 2} else NO


def acts(facts: Facts) -> int:
    """1 for an act told as one, 2 for several, 0 where the words leave it open."""
    last = fold(facts.claim.trigger.text).rpartition(" ")[2]
    if any(count.kind == "strikes" and (count.min or 0) > 1 for count in facts.claim.counts):
        return 2
    return 1 if last in _ACTS else 2 if last.endswith("s") and last[:-1] in _ACTS else 0


RELATED = 0.06  # how alike two articles on one matter mostly are at least


def strangers(pair: Pair) -> Score:
    """Two articles that have little in common, and no place that both claims give: nothing says that it is one matter.

    "The shooting" of one article and "the shooting" of another, both of this week, are alike in all else that is compared.
    """
    if pair.one.claim.doc == pair.two.claim.doc or pair.stories >= RELATED:
        return NO
    if any(compare(pair).value for compare in (same_place, place_words, place_within)):
        return NO
    return Score(1.0 - pair.stories / RELATED, "no place in common, and articles on other matters")


def full_names(pair: Pair) -> Score:
    """Their articles share full names that few others have: a victim, a suspect, a street."""
    if not pair.full_names:
        return NO
    return Score(float(worth(np.array(len(pair.full_names)))), "their articles name " + ", ".join(pair.full_names[:3]))


def same_victim(pair: Pair) -> Score:
    """Their articles tell of violence against one person, by a full name that few others have."""
    if not pair.victims:
        return NO
    return Score(1.0, "their articles tell of violence against " + ", ".join(pair.victims[:2]))


def named_later(pair: Pair) -> Score:
    """Articles that share such names and were published further apart than news is from what it tells of.

    A charge, a trial or a death in hospital is told with the act itself, whose day it then mostly leaves out.
    """
    apart = abs(pair.one.published - pair.two.published) if pair.one.published and pair.two.published else 0
    value = full_names(pair).value
    return Score(value, "told again later with the same names") if value and apart > NEWS_DAYS else NO
