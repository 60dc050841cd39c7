"""Corrections, rejections and disagreements; every field with a right value and with wrong ones."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.review.builders import NOON, SOUTH, TARN, row, strike, world
from vigil.model.claim import Claim, Count, Mention, Stance, Status
from vigil.model.errors import Misuse
from vigil.model.link import Decision, Judgement
from vigil.review.actions import Hand
from vigil.review.apply import apply, corrections
from vigil.review.days import interval_of
from vigil.review.fields import FIELDS, check, known_of, put, said, shown

CLAIM = strike("velm0", "Jets struck the market of Velm on Tuesday, killing four people, the Orsa Monitor said")[1]
KNOWN = known_of([*world()[1], replace(CLAIM, arguments=(Mention(role="agent", span=None, actor=SOUTH),))])

RIGHT = [
    ("type", "shelling", "shelling"), ("stance", "denies", "denies"), ("status", "feared", "feared"),
    ("source_kind", "monitor", "monitor"), ("when", "2031-03", "2031-03"),
    ("when", "2031-03-01/2031-03-04", "2031-03-01/2031-03-04"), ("when", "2031-03-02/", "2031-03-02/"),
    ("when", "none", "none"), ("place", "Tarn", "pack:orsa/tarn"), ("place", "pack:orsa/tarn", "pack:orsa/tarn"),
    ("place", "41.5,-12.25,3 Red Quarry", "Red Quarry"), ("place", "none", "none"),
    ("agent", "Southern Army", "orsa/south"), ("agent.2", "orsa/south", "orsa/south"),
    ("target", "orsa/south", "orsa/south"), ("source", "none", "none"), ("killed", "6", "6"), ("killed", "3..5", "3..5"),
    ("killed", "5..", "5.."), ("killed", "..9", "..9"), ("killed", "27 running", "27 running"), ("killed", "none", "none"),
    ("wounded", "17", "17"),
]  # fmt: skip
WRONG = [
    ("colour", "red", "use one of: type, mode"), ("agent.0", "none", "use one of"), ("type.2", "attack", "use one of"),
    ("type", "war", "airstrike"), ("mode", "captured", "has no mode: use none"), ("stance", "ASSERTS", "asserts, denies"),
    ("status", "", "actual, intended"), ("source_kind", "nobody", "monitor"), ("when", "Tuesday", "2031-05-02"),
    ("when", "2031-02-30", "2031-05-02"), ("when", "2031-03-04/2031-03-01", "2031-05-02"), ("when", "/", "2031-05-02"),
    ("place", "Trn", "pack:orsa/tarn"), ("place", "95,0 Nowhere", "-90 to 90"), ("agent", "Southern Arm", "orsa/south"),
    ("killed", "five", "3..5"), ("killed", "5..3", "smaller number first"), ("killed", "..", "3..5"),
    ("killed", "-1", "3..5"), ("killed", "٣", "3..5"),
]  # fmt: skip


@pytest.mark.parametrize(("field", "value", "reads"), RIGHT)
def test_a_right_value_takes_effect_beside_what_was_read(field: str, value: str, reads: str) -> None:
    before = shown(CLAIM, field)
    (decision,) = Hand("ana", NOON).should_read(CLAIM, field, value, KNOWN)
    (changed,) = apply([CLAIM], [decision]).claims
    assert shown(changed, field) == reads == said(field, decision.value)
    assert changed.id == CLAIM.id
    (correction,) = corrections(CLAIM, [decision]) if before != reads else [None]
    assert correction is None or (correction.machine, correction.person) == (before, reads)


@pytest.mark.parametrize(("field", "value", "advice"), WRONG)
def test_a_wrong_field_or_value_is_refused_with_the_right_ones(field: str, value: str, advice: str) -> None:
    with pytest.raises(Misuse) as refused:
        check(CLAIM, field, value, KNOWN)
    assert advice in refused.value.advice


def test_words_stay_beside_a_corrected_place_and_actor() -> None:
    claim = put(CLAIM, "place", check(CLAIM, "place", "Tarn", KNOWN), "ana")
    assert claim.place is not None
    assert (claim.place.text, claim.place.name, claim.place.score.reason) == ("Velm", "Tarn", "ana decided")
    claim = put(CLAIM, "agent", check(CLAIM, "agent", "orsa/south", KNOWN), "ana")
    (agent,) = claim.of("agent")
    assert agent.actor is not None
    assert (agent.words, agent.actor.name) == (CLAIM.of("agent")[0].words, "Southern Army")


def test_a_new_type_takes_its_old_mode_away_and_a_mode_follows_the_type() -> None:
    taken = replace(CLAIM, type="takeover", mode="captured")
    rows = [row(1, Judgement.SHOULD_READ, taken.id, field="type", value="siege")]
    assert apply([taken], rows).claims[0].mode == ""
    rows.append(row(2, Judgement.SHOULD_READ, taken.id, field="mode", value="lifted"))
    assert (apply([taken], rows).claims[0].type, apply([taken], rows).claims[0].mode) == ("siege", "lifted")
    with pytest.raises(Misuse, match="mode cannot be 'captured'"):
        check(apply([taken], rows).claims[0], "mode", "captured", KNOWN)


def test_every_count_of_the_kind_gives_way_and_others_stay() -> None:
    counts = tuple(Count(kind=k, min=n, max=n) for k, n in (("killed", 4), ("killed", 2), ("wounded", 9)))
    claim = put(replace(CLAIM, counts=counts), "killed", "5", "ana")
    assert shown(claim, "killed") == "5"
    assert shown(claim, "wounded") == "9"


def test_rejected_claims_are_gone_and_come_back_by_undo() -> None:
    out = row(1, Judgement.REJECT, CLAIM.id)
    assert apply([CLAIM], [out]).claims == ()
    assert apply([CLAIM], [replace(out, deleted_at=NOON)]).claims == (CLAIM,)


def kind(n: int, value: str, user: str, **fields: object) -> Decision:
    return row(n, Judgement.SHOULD_READ, CLAIM.id, field="type", value=value, user=user, **fields)


def test_the_later_of_two_does_not_win_and_a_third_settles() -> None:
    rows = [kind(1, "shelling", "ana"), kind(2, "bombing", "ben")]
    applied = apply([CLAIM], rows)
    assert applied.claims == (CLAIM,)
    (waiting,) = applied.open
    assert [(value, [r.user for r in held]) for value, held in waiting.positions] == [
        ("shelling", ["ana"]),
        ("bombing", ["ben"]),
    ]
    assert waiting.users == {"ana", "ben"}
    rows.append(kind(3, "bombing", "ana"))  # she changes her mind: no third is needed
    assert (apply([CLAIM], rows).claims[0].type, apply([CLAIM], rows).open) == ("bombing", ())
    rows[2] = kind(3, "shelling", "cleo")
    assert (apply([CLAIM], rows).claims[0].type, apply([CLAIM], rows).open) == ("shelling", ())
    rows.append(kind(4, "bombing", "ben"))  # who was overruled and insists opens it again
    assert (apply([CLAIM], rows).claims, len(apply([CLAIM], rows).open)) == ((CLAIM,), 1)
    rows.append(kind(5, "airstrike", "dora"))  # a third reading by a fourth person settles too
    assert (apply([CLAIM], rows).claims[0].type, apply([CLAIM], rows).open) == ("airstrike", ())


def test_undo_takes_a_persons_say_out_of_a_disagreement() -> None:
    rows = [kind(1, "shelling", "ana"), kind(2, "bombing", "ben", deleted_at=NOON)]
    assert apply([CLAIM], rows).claims[0].type == "shelling"


def test_accepting_what_another_corrects_is_a_disagreement() -> None:
    rows = [*Hand("ana", NOON).accept(CLAIM), kind(2, "bombing", "ben")]
    applied = apply([CLAIM], rows)
    assert [question.question for question in applied.open] == [("field", CLAIM.id, "type")]
    rows = [*Hand("ana", NOON).accept(CLAIM), row(3, Judgement.REJECT, CLAIM.id, user="ben")]
    assert [question.question[0] for question in apply([CLAIM], rows).open] == ["claim"]
    assert apply([CLAIM], rows).claims == (CLAIM,)


def test_what_was_accepted_holds_against_a_new_models_reading() -> None:
    rows = Hand("ana", NOON).accept(CLAIM)
    other = replace(CLAIM, type="attack", stance=Stance.DENIES, status=Status.FEARED, confidence=0.2)
    (held,) = apply([other], rows).claims
    assert (held.type, held.stance, held.status) == (CLAIM.type, CLAIM.stance, CLAIM.status)


@given(st.permutations(range(6)), st.lists(st.sampled_from(["shelling", "bombing", "attack"]), min_size=6, max_size=6))
def test_order_of_rows_does_not_matter(order: list[int], values: list[str]) -> None:
    rows = [kind(n, value, "abc"[n % 3]) for n, value in enumerate(values)]
    assert apply([CLAIM], [rows[n] for n in order]) == apply([CLAIM], rows)


def test_applying_changes_no_claim_in_place_and_leaves_others_alone() -> None:
    _, claims = world()
    rows = [
        row(n, Judgement.SHOULD_READ, claims[0].id, field=f, value=check(claims[0], f, v, KNOWN))
        for n, (f, v, _) in enumerate(RIGHT)
    ]
    random.Random(1).shuffle(rows)
    before = list(claims)
    assert apply(claims, rows).claims[1:] == tuple(claims[1:])
    assert claims == before


def test_every_field_can_be_shown() -> None:
    assert {field: shown(CLAIM, field) for field in FIELDS} == {
        **dict.fromkeys(FIELDS, "none"), "type": "airstrike", "stance": "asserts", "status": "actual", "when": "2031-03-04",
        "place": "pack:orsa/velm", "agent": "orsa/north", "source": "orsa/monitor", "killed": "4",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("2031", "2031-01-01", "2031-12-31"),
        ("2031-02/2031-03-05", "2031-02-01", "2031-03-05"),
        ("/2031-04", None, "2031-04-30"),
    ],
)
def test_days_as_people_write_them(words: str, first: str | None, last: str) -> None:
    found = interval_of(words)
    assert (found.first_day, found.last_day) == (date.fromisoformat(first) if first else None, date.fromisoformat(last))


def test_a_day_is_whole() -> None:
    found = interval_of("2031-03-04")
    assert found.start is not None
    assert found.end == found.start + timedelta(days=1)


def mentions(claim: Claim, role: str) -> list[str]:
    return [shown(claim, role), shown(claim, f"{role}.2")]


def test_a_second_party_is_added_and_one_taken_away() -> None:
    value = check(CLAIM, "agent.2", "orsa/south", KNOWN)
    two = put(CLAIM, "agent.2", value, "ana")
    assert mentions(two, "agent") == ["orsa/north", "orsa/south"]
    assert mentions(put(two, "agent", "none", "ana"), "agent") == ["orsa/south", "none"]
    assert TARN.place_id in KNOWN.places
