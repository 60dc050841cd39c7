"""FEATURES: how two claims are compared, as a table that an analyst can read and argue with.

Each feature takes a ``Pair`` and returns a Score: a value in [0, 1] and, when it is not 0, the sentence that says why.
Some speak for one event (``same_place``), some against (``places_apart``); the weights in ``data/weights.yaml`` say how
much, separately for two claims of one document and of two.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from vigil.fuse.facts import NEWS_DAYS, Facts, Party, place_words_of
from vigil.fuse.matters import worth
from vigil.fuse.where import (
    NO,
    Pair,
    dates_apart,
    dates_meet,
    news_days_apart,
    news_days_meet,
    place_and_day,
    place_within,
    place_words,
    place_words_apart,
    places_apart,
    same_place,
)
from vigil.fuse.words import Rarity, fold
from vigil.model.claim import Count, Stance, Status
from vigil.model.link import Score


@dataclass(frozen=True, slots=True)
class Feature:
    """A named comparison. ``says`` is its line in the table that people read."""

    name: str
    func: Callable[[Pair], Score]
    says: str


def same_type(pair: Pair) -> Score:
    """Both of one type."""
    kind = pair.one.claim.type
    return Score(1.0, f"both {kind}") if kind == pair.two.claim.type else NO


def same_family(pair: Pair) -> Score:
    """Different types of one family."""
    one, two = pair.one, pair.two
    if one.family != two.family or one.claim.type == two.claim.type:
        return NO
    return Score(1.0, f"{one.claim.type} and {two.claim.type} are of one family")


def general_type(pair: Pair) -> Score:
    """One names an act, the other only its harm ("killed", "destroyed") or says no more than that it was an attack."""
    kinds = {pair.one.claim.type, pair.two.claim.type}
    if len(kinds) == 2 and kinds & {"casualties", "destruction", "attack"} and pair.one.family == pair.two.family:
        return Score(1.0, "one names the act, the other only an attack or its harm")
    return NO


def mode_apart(pair: Pair) -> Score:
    """One type, but other modes: agreed and violated, fled and returned."""
    one, two = pair.one.claim, pair.two.claim
    if one.type != two.type or not one.mode or not two.mode or one.mode == two.mode:
        return NO
    if {one.mode, two.mode} in ({"captured", "recaptured"}, {"agreed", "declared"}, {"fled", "evacuated"}):
        return NO
    return Score(1.0, f"one {one.mode}, the other {two.mode}")


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


def named_later(pair: Pair) -> Score:
    """Articles that share such names and were published further apart than news is from what it tells of.

    A charge, a trial or a death in hospital is told with the act itself, whose day it then mostly leaves out.
    """
    apart = abs(pair.one.published - pair.two.published) if pair.one.published and pair.two.published else 0
    value = full_names(pair).value
    return Score(value, "told again later with the same names") if value and apart > NEWS_DAYS else NO


def same_sentence(pair: Pair) -> Score:
    """Told in one sentence."""
    same = pair.one.claim.doc == pair.two.claim.doc and pair.one.claim.s == pair.two.claim.s
    return Score(1.0, "told in one sentence") if same else NO


def close_in_text(pair: Pair) -> Score:
    """Told a few sentences apart in one document."""
    one, two = pair.one.claim, pair.two.claim
    gap = abs(one.s - two.s)
    return Score(1.0 / gap, f"{gap} sentences apart") if one.doc == two.doc and gap else NO


def definite_again(pair: Pair) -> Score:
    """The later claim of one document adds no place, date or agent of its own: it goes on about the same thing."""
    one, two = pair.one, pair.two
    if one.claim.doc != two.claim.doc or one.claim.s == two.claim.s or one.family != two.family:
        return NO
    later = two if (two.order > one.order) else one
    bare = (not later.place_words or later.place_borrowed) and later.claim.when is None
    if not bare:
        return NO
    return Score(1.0 if later.again else 0.5, "the later one names no place or date of its own")


def both_main(pair: Pair) -> Score:
    """Each is what its article is mainly about, as far as it says; across articles, worth as much as these are alike."""
    if not (pair.one.main and pair.two.main):
        return NO
    if pair.one.claim.doc == pair.two.claim.doc:
        return Score(1.0, "both are what the article is about")
    return Score(min(1.0, 4 * pair.stories), "both are what their articles are about")


def one_main(pair: Pair) -> Score:
    """One is what its article is about, the other is not."""
    return Score(1.0, "only one is what its article is about") if pair.one.main != pair.two.main else NO


def known_already(pair: Pair) -> Score:
    """Both, or one, told as known already ("the attack")."""
    count = pair.one.again + pair.two.again
    return Score(count / 2, "told as known already") if count else NO


_HARM = frozenset({"casualties", "destruction"})
BESIDE = 2  # sentences: harm told so near an act is the act's


def denial_fits(pair: Pair) -> Score:
    """A denial or refusal to comment, and an act of the same family that its speaker is accused of or was asked about."""
    one, two = pair.one, pair.two
    answers = [facts for facts in (one, two) if facts.claim.stance is not Stance.ASSERTS]
    if len(answers) != 1 or one.family != two.family:
        return NO
    answer, act = (one, two) if answers[0] is one else (two, one)
    who = (*answer.agents, *answer.speakers)
    near = one.claim.doc == two.claim.doc
    if any(
        (a.id and a.id == b.id) or (a.side and a.side == b.side) or a.words & b.words for a in who for b in act.agents
    ):
        return Score(1.0 if near else 0.7, f"{who[0].name} answers for what it is said to have done")
    if act.claim.type in _HARM and abs(one.claim.s - two.claim.s) > BESIDE:
        return NO  # what is denied is an act; harm alone, told elsewhere in the text, is of any
    return Score(0.6, "an answer to what the same text tells") if near else NO


def harm_near(pair: Pair) -> Score:
    """A sentence or two from the act that one tells, the other tells of deaths or damage alone, with no act of its own."""
    one, two = pair.one, pair.two
    if one.claim.doc != two.claim.doc or one.family != two.family or not 0 < abs(one.claim.s - two.claim.s) <= BESIDE:
        return NO
    if not one.claim.stance is two.claim.stance is Stance.ASSERTS:
        return NO  # a denied act has no dead
    harm = [facts.claim.type in _HARM for facts in (one, two)]
    return Score(1.0, "the harm is told right beside the act") if harm[0] != harm[1] else NO


def kind_and_place_only(pair: Pair) -> Score:
    """One type at one stated place, neither dated, and nothing else in common: no party, number, means or rare name.

    Two days of rockets on one city look like this; so do two tellings of one day, which mostly share something more.
    """
    one, two = pair.one, pair.two
    dated = [facts.window is not None and facts.window.told for facts in (one, two)]
    if any(dated) or one.claim.type != two.claim.type or one.again or two.again or same_place(pair).value < 1.0:
        return NO
    more = (same_agent, same_target, party_words, counts_agree, same_instrument)
    if any(compare(pair).value for compare in more) or (one.names & two.names) - one.place_words - two.place_words:
        return NO
    return Score(1.0, "of one kind at one place, undated, and nothing else in common")


def plan_and_deed(pair: Pair) -> Score:
    """One is planned or feared, the other is said to have happened."""
    planned = [facts.claim.status in (Status.INTENDED, Status.FEARED) for facts in (pair.one, pair.two)]
    return Score(1.0, "one is planned or feared, the other told as done") if planned[0] != planned[1] else NO


def published_apart(pair: Pair) -> Score:
    """Days between publications, up to a month."""
    one, two = pair.one.published, pair.two.published
    if not one or not two or one == two:
        return NO
    return Score(min(1.0, abs(one - two) / 30), f"published {abs(one - two)} days apart")


FEATURES: tuple[Feature, ...] = (
    Feature("same_type", same_type, "both of one type"),
    Feature("same_family", same_family, "types of one family"),
    Feature("general_type", general_type, "one names only an attack or its harm"),
    Feature("mode_apart", mode_apart, "one type, other modes"),
    Feature("same_place", same_place, "same place"),
    Feature("place_words", place_words, "place written alike"),
    Feature("place_within", place_within, "one place in the other, or areas touch"),
    Feature("places_apart", places_apart, "places apart"),
    Feature("place_words_apart", place_words_apart, "places written differently"),
    Feature("dates_meet", dates_meet, "told dates overlap"),
    Feature("dates_apart", dates_apart, "told dates apart"),
    Feature("place_and_day", place_and_day, "one exact place on one told day"),
    Feature("news_days_meet", news_days_meet, "days from publication overlap"),
    Feature("news_days_apart", news_days_apart, "days from publication apart"),
    Feature("same_agent", same_agent, "same agent"),
    Feature("agents_apart", agents_apart, "agents differ"),
    Feature("same_target", same_target, "same target"),
    Feature("targets_apart", targets_apart, "targets differ"),
    Feature("agent_words_apart", agent_words_apart, "agents written differently"),
    Feature("target_words_apart", target_words_apart, "targets written differently"),
    Feature("party_words", party_words, "agents or targets written alike"),
    Feature("roles_cross", roles_cross, "agent of one is target of the other"),
    Feature("same_instrument", same_instrument, "same means"),
    Feature("counts_agree", counts_agree, "own counts agree"),
    Feature("counts_differ", counts_differ, "own counts differ"),
    Feature("shared_names", shared_names, "rare names shared"),
    Feature("same_trigger", same_trigger, "trigger words alike"),
    Feature("same_words", same_words, "sentences alike"),
    Feature("same_story", same_story, "articles alike"),
    Feature("origins_alike", origins_alike, "left from places written alike"),
    Feature("origins_apart", origins_apart, "left from other places"),
    Feature("many_and_one", many_and_one, "one tells of several acts, one of one"),
    Feature("strangers", strangers, "no place in common, articles on other matters"),
    Feature("full_names", full_names, "rare full names shared by their articles"),
    Feature("named_later", named_later, "such names shared, published later"),
    Feature("same_sentence", same_sentence, "in one sentence"),
    Feature("close_in_text", close_in_text, "few sentences apart"),
    Feature("definite_again", definite_again, "later telling adds no place or date"),
    Feature("both_main", both_main, "both are what their articles are about"),
    Feature("one_main", one_main, "only one is what its article is about"),
    Feature("known_already", known_already, "told as known already"),
    Feature("denial_fits", denial_fits, "a denial of this act"),
    Feature("harm_near", harm_near, "harm told right beside an act"),
    Feature("kind_and_place_only", kind_and_place_only, "one kind and place, undated, nothing more"),
    Feature("plan_and_deed", plan_and_deed, "one planned, one done"),
    Feature("published_apart", published_apart, "published days apart"),
)
