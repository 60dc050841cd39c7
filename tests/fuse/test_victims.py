"""The dead who are named or told of singly: one person is one, however often and by however many words."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.fuse.builders import article
from vigil.fuse import fuse
from vigil.fuse.victims import beside, number, unnumbered
from vigil.model.claim import Claim, Count, Mention, Stance, Status
from vigil.model.entity import ActorRef
from vigil.model.event import Event
from vigil.model.text import Span, digest_id


def _span(text: str, words: str, after: int = 0) -> Span:
    start = text.index(words, after)
    return Span(start, start + len(words), words)


def _claim(text: str, trigger: str, *targets: str, kind: str = "killing", doc: str = "d", **fields: Any) -> Claim:
    """A claim of a text's only sentence; each target is looked up behind the one before."""
    mentions, at = [], 0
    for words in targets:
        span = _span(text, words, at)
        mentions.append(Mention(role="target", span=span))
        at = span.end
    return Claim(
        id=digest_id("c", [doc, trigger, kind]), doc=doc, s=0, sentence=(0, len(text)), trigger=_span(text, trigger),
        type=kind, arguments=tuple(mentions), **fields,
    )  # fmt: skip


def _killed(text: str, words: str, who: str, least: int) -> Count:
    return Count(kind="killed", min=least, max=least, span=_span(text, words), who=_span(text, who))


@pytest.mark.parametrize(
    ("text", "trigger", "targets", "kind", "dead"),
    [
        ("Gunmen killed a tailor in Velm.", "killed", ["tailor"], "killing", 1),
        ("Gunmen killed a tailor, identified as Abel Kane, in Velm.", "killed", ["tailor", "Abel Kane"], "killing", 1),
        ("Gunmen killed Abel Kane, a tailor, in Velm.", "killed", ["Abel Kane", "tailor"], "killing", 1),
        ("Abel Kane alias Tor alias Red was murdered.", "murdered", ["Abel Kane", "Red"], "killing", 1),
        ("Abel Kane and Ruth Dorn were shot dead.", "shot dead", ["Abel Kane", "Ruth Dorn"], "killing", 2),
        ("Raiders killed a senior clerk of the Velm Water Board.", "killed", ["senior clerk of the Velm Water Board"],
         "killing", 1),
        ("They shot him dead at dawn.", "shot", ["him"], "killing", 1),
        ("The raid killed villagers in Tarn.", "killed", ["villagers"], "killing", 2),
        ("A rebel was killed in a clash near Tarn.", "clash", ["rebel"], "attack", 1),
        ("A rebel was wounded in a clash near Tarn.", "clash", ["rebel"], "attack", 0),
        ("Rebels attacked a store and killed a guard.", "attacked", ["store", "guard"], "attack", 1),
        ("Gunmen shot at Abel Kane, who survived.", "shot at", ["Abel Kane"], "killing", 0),
        ("Shells killed a clerk from Tarn.", "killed", ["clerk", "Tarn"], "killing", 1),
        ("A rebel was killed in a clash with Tarn men.", "clash", ["rebel", "Tarn men"], "attack", 1),
        ("A guard of the Velm Water Board, Abel Kane, was killed by men.", "killed", ["guard", "Board", "Abel Kane"],
         "killing", 1),
        ("A council (of elders) head, identified as Abel Kane, died and was killed off.", "killed", ["council", "Abel Kane"],
         "killing", 1),
        ("They found the body of a clerk allegedly killed by men.", "killed", ["clerk"], "killing", 1),
        ("They slit the throat of a farmer.", "slit the throat", ["farmer"], "killing", 1),
        ("A rebel, who was on the run, was killed in a clash.", "clash", ["rebel"], "attack", 1),
        ("Tor Red was cornered and killed in a clash.", "clash", ["Tor Red"], "attack", 1),
        ("Abel Kane was killed and Ruth Dorn was killed.", "killed", ["Abel Kane", "Ruth Dorn"], "killing", 2),
        ("Gunmen ambushed and killed a patrol.", "killed", ["patrol"], "killing", 0),
    ],
)  # fmt: skip
def test_whom_a_claim_tells_of(text: str, trigger: str, targets: list[str], kind: str, dead: int) -> None:
    assert number([unnumbered(_claim(text, trigger, *targets, kind=kind), text)]) == dead


def test_a_registered_body_is_nobody_and_the_numbered_are_not_counted_again() -> None:
    text = "Two guards, Abel Kane and Ruth Dorn, were killed by the Tarn Front."
    claim = _claim(text, "killed", "guards", "Abel Kane", "Ruth Dorn", counts=(_killed(text, "Two", "guards", 2),))
    assert unnumbered(claim, text) == ()
    front = "Jets killed Tarn Front leaders, and the Tarn Front."
    claim = _claim(front, "killed", "Tarn Front")
    body = replace(claim.arguments[0], actor=ActorRef(text="Tarn Front", actor_id="orsa/front", kind="rebel"))
    assert unnumbered(replace(claim, arguments=(body,)), front) == ()


def test_denials_plans_and_fears_kill_nobody() -> None:
    text = "Gunmen killed a tailor in Velm."
    for fields in ({"stance": Stance.DENIES}, {"status": Status.FEARED}, {"status": Status.NEGATED}):
        assert unnumbered(_claim(text, "killed", "tailor", **fields), text) == ()


def test_one_person_told_of_in_two_claims_is_one() -> None:
    first, second = "Gunmen killed Sgt Abel Kane.", "Kane was murdered at noon."
    tellings = [
        unnumbered(_claim(first, "killed", "Sgt Abel Kane"), first),
        unnumbered(_claim(second, "murdered", "Kane"), second),
    ]
    assert number(tellings) == number(tellings[::-1]) == 1
    other = "Ruth Dorn was murdered at noon."
    assert number([*tellings, unnumbered(_claim(other, "murdered", "Ruth Dorn"), other)]) == 2


def test_a_civilian_beside_six_soldiers_is_a_seventh() -> None:
    text = "Six soldiers and a baker were killed when a mine blew up."
    claim = _claim(text, "blew up", "soldiers", "baker", kind="bombing", counts=(_killed(text, "Six", "soldiers", 6),))
    assert beside(claim, text) == 1
    of_them = "Six soldiers were killed; the wife of Abel Kane spoke."
    claim = _claim(of_them, "killed", "soldiers", counts=(_killed(of_them, "Six", "soldiers", 6),))
    assert beside(claim, of_them) == 0


def _events(*told: tuple[str, str, list[str], tuple[Count, ...]]) -> list[Event]:
    documents, claims = [], []
    for name, (text, trigger, targets, counts) in zip("abcdef", told, strict=False):
        documents.append(article(name, text))
        claims.append(_claim(text, trigger, *targets, doc=documents[-1].id, counts=counts))
    return list(fuse(documents, claims).events)


def test_an_event_without_a_number_has_a_floor_and_no_dispute() -> None:
    (event,) = _events(("Gunmen shot dead Abel Kane in Velm", "shot dead", ["Abel Kane"], ()))
    toll = event.toll("killed")
    assert toll is not None
    assert (toll.low, toll.best, toll.high) == (1, 1, None)
    assert "without a number" in toll.rule
    assert toll.claims == tuple(evidence.claim for evidence in event.evidence)
    assert not event.disputes
    assert "at least 1 killed" in event.gist


def test_a_number_stands_before_names_and_takes_in_who_stands_beside() -> None:
    text = "Six soldiers and a baker were killed in Velm"
    (event,) = _events((text, "killed", ["soldiers", "baker"], (_killed(text, "Six", "soldiers", 6),)))
    toll = event.toll("killed")
    assert toll is not None
    assert (toll.low, toll.best, toll.high) == (7, 7, 7)
    twelve = "Gunmen killed 12 people in Velm, among them Abel Kane"
    (event,) = _events((twelve, "killed", ["people", "Abel Kane"], (_killed(twelve, "12", "people", 12),)))
    toll = event.toll("killed")
    assert toll is not None
    assert toll.best == 12


@pytest.mark.parametrize(
    ("text", "trigger", "words", "dead"),
    [
        ("Abel Kane, a leader of the Orsa Lions, was killed in a clash near Tarn.", "clash", "Abel Kane", 1),
        ("ABEL KANE, 42, OF THE ORSA LIONS WAS KILLED IN A CLASH.", "CLASH", "ABEL KANE", 1),
        ("Gunmen killed Abel Kane, leader of the Orsa Lions, in Velm.", "killed", "Abel Kane", 1),
        ("Abel Kane fought in a clash and a guard was killed.", "clash", "Abel Kane", 0),
        ("The army says that it killed Orsa Lions in Velm.", "killed", "Orsa Lions", 0),
        ("The army killed Orsa Lions, a group from Velm.", "killed", "Orsa Lions", 0),
        ("The army killed Abel Kane, the spokesman said.", "killed", "Abel Kane", 0),
    ],
)
def test_who_is_taken_to_mean_a_party_is_a_person_where_the_text_tells_of_one(
    text: str, trigger: str, words: str, dead: int
) -> None:
    party = ActorRef(text=words, actor_id="group/orsa", name="Orsa Lions", kind="rebel")
    claim = _claim(text, trigger, kind="attack" if trigger.lower() == "clash" else "killing")
    claim = replace(claim, arguments=(Mention(role="target", span=_span(text, words), actor=party),))
    assert number([unnumbered(claim, text)]) == dead


def test_a_party_that_attacks_is_not_killed_by_anothers_verb() -> None:
    text = "Orsa Lions attacked the town and a trader was killed."
    party = ActorRef(text="Orsa Lions", actor_id="group/orsa", name="Front of Orsa", kind="rebel")
    claim = _claim(text, "attacked", kind="attack")
    claim = replace(claim, arguments=(Mention(role="agent", span=_span(text, "Orsa Lions"), actor=party),))
    assert unnumbered(claim, text) == ()
