"""A number of doers is no number of dead."""

from __future__ import annotations

from dataclasses import replace

import pytest

from vigil.extract.counted import settled
from vigil.model.claim import Claim, Count, Mention
from vigil.model.text import Span


def _span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words), words)


def _claim(text: str, trigger: str, kind: str, words: str, who: str, **roles: str) -> Claim:
    count = Count(kind="killed", min=4, max=4, span=_span(text, words), who=_span(text, who) if who else None)
    mentions = tuple(Mention(role=role, span=_span(text, said)) for role, said in roles.items())
    return Claim(
        id="c", doc="d", s=0, sentence=(0, len(text)), trigger=_span(text, trigger), type=kind, arguments=mentions,
        counts=(count,),
    )  # fmt: skip


def _kinds(claim: Claim, text: str) -> list[str]:
    return [count.kind for count in settled(claim, text).counts]


def test_doers_of_a_one_sided_act_are_forces() -> None:
    text = "Four masked rebels shot dead Abel Kane in Velm."
    claim = _claim(text, "shot dead", "killing", "Four", "masked rebels", agent="masked rebels", target="Abel Kane")
    assert _kinds(claim, text) == ["forces"]


def test_the_agents_of_a_clash_may_lose_men() -> None:
    text = "Four rebels were killed in a clash with the army."
    claim = _claim(text, "clash", "attack", "Four", "rebels", agent="rebels", target="army")
    assert _kinds(claim, text) == ["killed"]


def test_a_suicide_bomber_among_the_targets_stays_killed() -> None:
    text = "Four bombers killed themselves in Velm."
    claim = _claim(text, "killed", "killing", "Four", "bombers", agent="bombers", target="bombers")
    assert _kinds(claim, text) == ["killed"]


def test_who_stands_behind_by_or_with_is_not_among_the_dead() -> None:
    text = "Six guards died in a gunfight with a group of 40 raiders."
    assert _kinds(_claim(text, "gunfight", "attack", "40", "raiders", target="guards"), text) == ["forces"]
    text = "Abel Kane was killed by 4 men."
    assert _kinds(_claim(text, "killed", "killing", "4", "", target="Abel Kane"), text) == ["forces"]


def test_money_counts_nobody() -> None:
    text = "Abel Kane, with a reward of Rs. 50,000 on his head, was shot dead."
    assert _kinds(_claim(text, "shot dead", "killing", "50,000", "", target="Abel Kane"), text) == []


def test_a_claim_with_nothing_to_mend_is_the_same_object() -> None:
    text = "Raiders killed 4 guards in Velm."
    claim = _claim(text, "killed", "killing", "4", "guards", agent="Raiders", target="guards")
    assert settled(claim, text) is claim


@pytest.mark.parametrize(
    ("text", "words", "who", "kind"),
    [
        ("Four guards were badly injured when a mine blew up.", "Four", "guards", "wounded"),
        ("Three traders killed 4 others injured in Velm.", "4", "others", "wounded"),
        ("3 Killed 4 Injured in Shelling of Velm", "4", "", "wounded"),
        ("4 Killed 3 Injured in Shelling of Velm", "4", "", "killed"),
        ("Raiders killed 4 guards injured the day before.", "4", "guards", "killed"),
        ("Four guards of the Velm water board sustained minor injuries in a blast.", "Four", "guards", "wounded"),
        ("A mine blew up, wounding at least 4 guards.", "4", "guards", "wounded"),
        ("Six men died in the blast and four injured, a nurse said.", "four", "", "wounded"),
        ("Four guards were arrested after the blast.", "Four", "guards", "detained"),
        ("Four guards and two clerks were injured in the blast.", "Four", "guards", "killed"),  # as the reader has it
        ("The blast killed or wounded four guards.", "four", "guards", "killed"),
        ("Four guards who were injured before died in the blast.", "Four", "guards", "killed"),
        ("Four guards fell in the blast; nobody was injured.", "Four", "guards", "killed"),
    ],
)
def test_the_verb_that_a_number_stands_with_says_what_befell_them(text: str, words: str, who: str, kind: str) -> None:
    trigger = next(word for word in ("blast", "blew up", "Shelling", "killed") if word in text)
    assert _kinds(_claim(text, trigger, "bombing", words, who), text) == [kind]


def test_an_age_is_no_count() -> None:
    text = "Gunmen killed a 30-year-old clerk in Velm."
    assert _kinds(_claim(text, "killed", "killing", "30", "clerk", target="clerk"), text) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Three men died of their wounds, bringing the toll to 15.", "killed"),
        ("Three men were hurt, bringing the toll of the wounded to 15.", "wounded"),
    ],
)
def test_a_toll_counts_the_dead(text: str, kind: str) -> None:
    count = Count(kind="wounded", min=15, max=15, span=_span(text, "15"), cumulative=True)
    claim = replace(_claim(text, "men", "casualties", "Three", "men"), counts=(count,))
    assert _kinds(claim, text) == [kind]


@pytest.mark.parametrize(
    ("text", "words", "who", "kind"),
    [
        ("Raiders stormed the post and killed four guards and injured seven.", "four", "guards", "killed"),
        ("Raiders stormed the post and killed four guards and injured seven.", "seven", "", "wounded"),
        ("The bodies of two guards and four raiders were found.", "four", "raiders", "killed"),
        ("The blast claimed the lives of at least four guards.", "four", "guards", "killed"),
        ("The bodies of two guards and four wounded raiders were brought.", "four", "raiders", "wounded"),
        ("The bodies of the clerks lay there and four guards looked on.", "four", "guards", "wounded"),
        ("The bodies of two clerks were found and four guards are in doubt.", "four", "guards", "wounded"),
        ("The deaths of two clerks set off raids and four guards came late.", "four", "guards", "wounded"),
        ("The siege endangers the lives of four guards.", "four", "guards", "wounded"),
        (
            "Eight raiders fell while four guards, including two women, have been arrested.",
            "four",
            "guards",
            "detained",
        ),
    ],
)
def test_what_befell_them_is_told_before_the_number_or_behind_an_aside(
    text: str, words: str, who: str, kind: str
) -> None:
    claim = _claim(text, text.split()[1], "attack", words, who)
    count = replace(claim.counts[0], kind="wounded" if kind != "wounded" or words == "four" else "killed")
    assert _kinds(replace(claim, counts=(count,)), text) == [kind]


def test_a_part_of_a_number_is_of_its_kind() -> None:
    text = "The blast took five guards, including two clerks and a cook, from us."
    five, two = (
        Count(kind=kind, min=n, max=n, span=_span(text, words), who=_span(text, who))
        for kind, n, words, who in (
            ("killed", 5, "five", "guards"), ("wounded", 2, "two", "clerks"),
        )
    )  # fmt: skip
    claim = replace(_claim(text, "blast", "bombing", "five", "guards"), counts=(five, two))
    assert _kinds(claim, text) == ["killed", "killed"]
    assert _kinds(replace(claim, counts=(two,)), text) == ["wounded"]
    text = "The blast took five guards, including a cook and two more wounded earlier, from us."
    five, two = (replace(count, span=_span(text, words), who=None) for count, words in ((five, "five"), (two, "two")))
    claim = replace(_claim(text, "blast", "bombing", "five", "guards"), counts=(five, two))
    assert _kinds(claim, text) == ["killed", "wounded"]


@pytest.mark.parametrize(
    ("text", "words"), [("They fired four shots at Abel Kane.", "four"), ("Kane was shot twice.", "twice")]
)
def test_how_often_somebody_fired_is_no_number_of_dead(text: str, words: str) -> None:
    assert _kinds(_claim(text, text.split()[1], "killing", words, ""), text) == []


def test_where_somebody_was_brought_is_no_place_that_was_hit() -> None:
    for text, kinds in (
        ("The blast hurt Abel Kane, and we have taken him to three clinics.", []),
        ("The dead of the blast were counted from lists kept at three clinics.", []),
        ("The blast and the fire damaged three clinics.", ["places"]),
    ):
        claim = _claim(text, "blast", "bombing", "three", "clinics")
        claim = replace(claim, counts=(replace(claim.counts[0], kind="places"),))
        assert _kinds(claim, text) == kinds


@pytest.mark.parametrize(
    ("text", "words", "who", "kind"),
    [
        # What the reader said stands.
        ("The blast killed and wounded four guards.", "four", "guards", "killed"),
        ("The blast killed, maimed, or injured four guards.", "four", "guards", "killed"),
        ("Abel Kane died; the gang kidnapped and severely injured four guards.", "four", "guards", "killed"),
        ("Gunmen held four clerks, including two women, and their driver was killed.", "four", "clerks", "abducted"),
        ("Four clerks shot dead in Velm.", "Four", "clerks", "killed"),
        ("Raiders leave four shot dead in Velm.", "four", "", "killed"),
        ("Four clerks shot at a checkpoint died.", "Four", "clerks", "killed"),
        ("Shelling left four in rounds of strikes.", "four", "", "killed"),
        ("Raid kills four Times reporters.", "four", "Times reporters", "killed"),
        ("Three kılled four guards.", "four", "guards", "killed"),
    ],
)
def test_what_only_looks_like_a_rule_changes_nothing(text: str, words: str, who: str, kind: str) -> None:
    claim = _claim(text, text.split()[1], "attack", words, who)
    claim = replace(claim, counts=(replace(claim.counts[0], kind=kind),))
    assert _kinds(claim, text) == [kind]


def test_the_verb_behind_a_number_wins_over_a_death_told_before_it() -> None:
    text = "The death of a boy set off protests and four clerks were arrested."
    assert _kinds(_claim(text, "death", "attack", "four", "clerks"), text) == ["detained"]


@pytest.mark.parametrize(
    ("text", "words", "who", "kind"),
    [
        ("More than 12,000 people were displaced by the clashes, police said.", "12,000", "people", "displaced"),
        ("At least 1,200 people have fled the shelling.", "1,200", "people", "displaced"),
        ("The shelling forced 2,000 people to flee.", "2,000", "people", "displaced"),
        ("Some 500 people had been driven from their homes.", "500", "people", "displaced"),
        ("The clashes displaced 3,500 families.", "3,500", "families", "displaced"),
        ("The storm of shells left 2,000 people homeless.", "2,000", "people", "displaced"),
        ("Four people were killed and 3,000 displaced.", "3,000", "", "displaced"),
        ("Three soldiers went missing after the attack.", "Three", "soldiers", "missing"),
        # Those who fled, or had fled, are among the dead all the same.
        ("Raiders killed four civilians fleeing Velm.", "four", "civilians", "killed"),
        ("Four people trying to flee were killed.", "Four", "people", "killed"),
        ("Four people who fled Velm were killed.", "Four", "people", "killed"),
        ("A strike killed 4 displaced in Velm.", "4", "", "killed"),
        ("Four people were killed and 3,000 displaced.", "Four", "people", "killed"),
        ("At least 60 people lost their lives and thousands were displaced.", "60", "people", "killed"),
        ("Some 11 migrants drowned and scores are missing.", "11", "migrants", "killed"),
        ("Some 15 people displaced by the fighting were killed by a shell.", "15", "people", "killed"),
        ("Four soldiers missing since Monday were found dead.", "Four", "soldiers", "killed"),
        ("The bodies of four men missing in the flood were found.", "four", "men", "killed"),
        ("Four men were missing and presumed dead.", "Four", "men", "killed"),
        ("Nine passengers were forced to leave the bus and shot dead.", "Nine", "passengers", "killed"),
        ("Some 23 people were forced out of their vehicles and shot dead.", "23", "people", "killed"),
        ("At a camp for the displaced some 15 people were killed.", "15", "people", "killed"),
        ("Police shot four men because they fled a checkpoint.", "four", "men", "killed"),
        ("Raiders who fled and killed four guards were seen.", "four", "guards", "killed"),
        ("A mine killed four people returning to their homes.", "four", "people", "killed"),
        ("The blast left four people dead.", "four", "people", "killed"),
    ],
)
def test_who_fled_or_is_missing_is_not_dead(text: str, words: str, who: str, kind: str) -> None:
    assert _kinds(_claim(text, text.split()[1], "attack", words, who), text) == [kind]


def test_gunmen_who_fled_are_not_displaced_and_hostages_who_fled_were_hostages() -> None:
    text = "Four gunmen fled after the killing of a trader."
    assert _kinds(_claim(text, "killing", "killing", "Four", "gunmen", agent="gunmen"), text) == ["forces"]
    text = "Four hostages fled after the killing of a guard."
    claim = _claim(text, "killing", "killing", "Four", "hostages")
    assert _kinds(replace(claim, counts=(replace(claim.counts[0], kind="abducted"),)), text) == ["abducted"]


@pytest.mark.parametrize(
    ("text", "part", "read", "kind"),
    [
        ("The blast took 50 guards, including 12 clerks, from us.", "12", "wounded", "killed"),
        ("The blast took 50 guards including a cook and 12 clerks from us.", "12", "wounded", "killed"),
        ("The blast took 50 guards including a cook and 300 fled.", "300", "displaced", "displaced"),
        ("The blast took 50 guards including a cook and 12 captured later.", "12", "detained", "detained"),
        ("The blast took 50 guards including a cook and 12 are missing.", "12", "missing", "missing"),
    ],
)
def test_a_part_is_smaller_than_its_whole_and_has_no_verb_of_its_own(
    text: str, part: str, read: str, kind: str
) -> None:
    whole = Count(kind="killed", min=50, max=50, span=_span(text, "50"))
    of_it = Count(kind=read, min=int(part), max=int(part), span=_span(text, part))
    claim = replace(_claim(text, "blast", "bombing", "50", "guards"), counts=(whole, of_it))
    assert _kinds(claim, text) == ["killed", kind]


def test_a_dead_part_of_the_wounded_stays_dead() -> None:
    text = "The blast left 50 casualties, including 12 deaths."
    whole = Count(kind="wounded", min=50, max=50, span=_span(text, "50"))
    dead = Count(kind="killed", min=12, max=12, span=_span(text, "12"))
    claim = replace(_claim(text, "blast", "bombing", "50", ""), counts=(whole, dead))
    assert _kinds(claim, text) == ["wounded", "killed"]


@pytest.mark.parametrize(
    "text",
    [
        "The attacks took place in three clinics.",
        "Raids were carried out in three clinics.",
        "Air strikes hit families who slept in three clinics.",
        "Rebels took positions near Velm and shelled three clinics.",
    ],
)
def test_what_happened_in_places_still_counts_them(text: str) -> None:
    claim = _claim(text, text.split()[1], "attack", "three", "clinics")
    claim = replace(claim, counts=(replace(claim.counts[0], kind="places"),))
    assert _kinds(claim, text) == ["places"]
