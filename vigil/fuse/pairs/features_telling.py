"""How it is told: where in its article, as known, planned, denied or past (see ``features`` for the table)."""

from __future__ import annotations

from vigil.fuse.where import NO, Pair
from vigil.model.claim import Stance, Status
from vigil.model.link import Score


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


def one_past(pair: Pair) -> Score:
    """Only one is without a date in a sentence that speaks of an earlier month or year: background beside the news."""
    if pair.one.past == pair.two.past:
        return NO
    return Score(1.0, "only one's sentence speaks of an earlier time")


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
