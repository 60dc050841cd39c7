"""FEATURES: how two claims are compared, as a table that an analyst can read and argue with.

Each feature takes a ``Pair`` and returns a Score: a value in [0, 1] and, when it is not 0, the sentence that says why.
Some speak for one event (``same_place``), some against (``places_apart``); the weights in ``data/weights.yaml`` say how
much, separately for two claims of one document and of two. Types are compared here, places and days in ``where``, the rest
in ``features_parties``, ``features_words`` and ``features_telling``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from vigil.fuse.pairs.features_parties import (
    agent_words_apart,
    agents_apart,
    party_words,
    roles_cross,
    same_agent,
    same_target,
    speech_by_others,
    target_words_apart,
    targets_apart,
)
from vigil.fuse.pairs.features_telling import (
    both_main,
    close_in_text,
    definite_again,
    denial_fits,
    harm_near,
    known_already,
    one_main,
    one_past,
    plan_and_deed,
    published_apart,
    same_sentence,
)
from vigil.fuse.pairs.features_words import (
    counts_agree,
    counts_differ,
    full_names,
    many_and_one,
    named_later,
    origins_alike,
    origins_apart,
    same_instrument,
    same_story,
    same_trigger,
    same_victim,
    same_words,
    shared_names,
    strangers,
)
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
    spots_apart,
)
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
    Feature("spots_apart", spots_apart, "other spots at one place"),
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
    Feature("speech_by_others", speech_by_others, "statements by others"),
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
    Feature("same_victim", same_victim, "violence against one person in their articles"),
    Feature("same_sentence", same_sentence, "in one sentence"),
    Feature("close_in_text", close_in_text, "few sentences apart"),
    Feature("definite_again", definite_again, "later telling adds no place or date"),
    Feature("both_main", both_main, "both are what their articles are about"),
    Feature("one_main", one_main, "only one is what its article is about"),
    Feature("one_past", one_past, "only one's sentence speaks of an earlier time"),
    Feature("known_already", known_already, "told as known already"),
    Feature("denial_fits", denial_fits, "a denial of this act"),
    Feature("harm_near", harm_near, "harm told right beside an act"),
    Feature("kind_and_place_only", kind_and_place_only, "one kind and place, undated, nothing more"),
    Feature("plan_and_deed", plan_and_deed, "one planned, one done"),
    Feature("published_apart", published_apart, "published days apart"),
)
