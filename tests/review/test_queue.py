"""What is asked first, why, and when it is asked no more."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from tests.review.builders import NOON, TARN, row, strike, world
from vigil.fuse import fuse
from vigil.model.claim import Claim, Mention
from vigil.model.entity import PlaceRef
from vigil.model.event import Dispute, Position
from vigil.model.link import Decision, Judgement, Score
from vigil.model.text import Document
from vigil.review.actions import Hand
from vigil.review.apply import apply
from vigil.review.desk import Desk, history, rows_of
from vigil.review.questions import Question, stake
from vigil.review.queue import queue


def desk(claims: list[Claim], documents: list[Document], rows: list[Decision] | None = None) -> Desk:
    applied = apply(claims, rows or [])
    events = fuse(documents, applied.claims, decisions=applied.decisions).events
    return Desk({c.id: c for c in claims}, {e.id: e for e in events}, rows or [])


def sure(**fields: object) -> tuple[list[Document], list[Claim]]:
    documents, claims = world()
    return documents, [replace(claim, confidence=0.95, **fields) for claim in claims]  # type: ignore[arg-type]


def kinds(found: list[Question]) -> list[str]:
    return [question.kind for question in found]


def test_unsure_claims_that_carry_a_toll_are_asked_and_sure_ones_not() -> None:
    documents, claims = sure()
    assert "claim" not in kinds(queue(desk(claims, documents)))
    claims[0] = replace(claims[0], confidence=0.3)
    (found,) = [q for q in queue(desk(claims, documents)) if q.kind == "claim"]
    assert found.claims == (claims[0].id,)
    assert found.machine.startswith("airstrike, asserts, actual")
    assert "confidence 0.30" in found.why
    assert "the number killed" in found.change


def test_the_less_sure_and_the_more_at_stake_the_earlier() -> None:
    documents, claims = world()
    claims = [replace(claim, confidence=0.7) for claim in claims]
    claims[1] = replace(claims[1], confidence=0.2)
    found = [q for q in queue(desk(claims, documents)) if q.kind == "claim"]
    assert found[0].claims == (claims[1].id,)
    assert [q.weight for q in found] == sorted((q.weight for q in found), reverse=True)


def test_dead_witnesses_and_disputes_raise_the_stake() -> None:
    documents, claims = sure()
    events = desk(claims, documents).events.values()
    velm, tarn = (next(e for e in events if e.evidence[0].doc.startswith(name)) for name in ("velm", "tarn"))
    assert stake(tarn) > stake(replace(tarn, estimates=velm.estimates)) > stake(replace(tarn, estimates=()))
    two = tuple(Position(value=v, by=("a",), claims=()) for v in ("4", "9"))
    assert stake(replace(velm, disputes=(Dispute(what="killed", positions=two),))) > stake(velm)


def test_a_link_that_only_just_held_is_asked_with_what_would_change() -> None:
    documents, claims = sure()
    lying = desk(claims, documents)
    event = next(e for e in lying.events.values() if len(e.evidence) == 3)
    weak = replace(event.evidence[2], score=Score(0.55, "both on Tuesday"))
    lying = Desk(lying.claims, {**lying.events, event.id: replace(event, evidence=(*event.evidence[:2], weak))}, [])
    (found,) = [q for q in queue(lying) if q.kind == "link"]
    assert found.claims == (weak.claim, event.evidence[0].claim)
    assert "both on Tuesday" in found.machine
    assert "only just joined (0.55)" in found.why
    rows = Hand("ana", NOON).pair(*found.claims, same=True)
    assert "link" not in kinds(queue(Desk(lying.claims, lying.events, rows)))


def test_twins_that_were_kept_apart_are_asked_until_somebody_rules() -> None:
    documents, claims = sure()
    rows = Hand("ana", NOON).split(
        next(e for e in desk(claims, documents).events.values() if len(e.evidence) == 3), [claims[2].id]
    )
    apart = desk(claims, documents, rows)
    assert "twins" not in kinds(queue(apart))
    undone = Desk(apart.claims, apart.events, [])
    (found,) = [q for q in queue(undone) if q.kind == "twins"]
    assert len(found.events) == 2
    assert "kept apart" in found.why


def test_a_name_that_many_claims_give_is_asked_once_for_all() -> None:
    documents, claims = sure()
    unknown = [
        replace(c, arguments=(replace(c.of("agent")[0], actor=None, means=_span("Ridge Wardens")),)) for c in claims
    ]
    (found,) = [q for q in queue(desk(unknown, documents)) if q.kind == "actor"]
    assert found.words == "Ridge Wardens"
    assert set(found.fields) == {(claim.id, "agent") for claim in claims}


def _span(words: str):  # type: ignore[no-untyped-def]
    from vigil.model.text import Span

    return Span(0, len(words), words)


def test_a_place_that_no_gazetteer_has_is_asked_until_it_has_a_point() -> None:
    documents, claims = sure(place=PlaceRef(text="Red Quarry"))
    claims = [replace(c, arguments=(*c.arguments, Mention(role="place", span=_span("Red Quarry")))) for c in claims]
    lying = desk(claims, documents)
    (found,) = [q for q in queue(lying) if q.kind == "place"]
    assert found.words == "Red Quarry"
    hand = Hand("ana", NOON)
    rows = [
        r for id, f in found.fields for r in hand.should_read(lying.claim(id), f, "10.5,20.5 Red Quarry", lying.known)
    ]
    assert "place" not in kinds(queue(desk(claims, documents, rows)))


def test_what_was_answered_is_not_asked_again_unless_one_chooses_to() -> None:
    documents, claims = sure()
    claims[0] = replace(claims[0], confidence=0.3)
    rows = Hand("ana", NOON).should_read(claims[0], "killed", "5", desk(claims, documents).known)
    lying = desk(claims, documents, rows)
    assert not {"claim", "again"} & set(kinds(queue(lying)))
    (found,) = [q for q in queue(lying, again=True) if q.kind == "again"]
    assert found.why == "ana decided 5, the machine reads 4"


def test_a_disagreement_goes_to_a_third_person_first_of_all() -> None:
    documents, claims = sure()
    claims[1] = replace(claims[1], confidence=0.1)
    rows = [
        row(n, Judgement.SHOULD_READ, claims[0].id, field="type", value=value, user=user)
        for n, (user, value) in enumerate((("ana", "shelling"), ("ben", "bombing")))
    ]
    lying = desk(claims, documents, rows)
    assert "disagreement" not in kinds(queue(lying, "ana")) + kinds(queue(lying, "ben"))
    first = queue(lying, "cleo")[0]
    assert (first.kind, first.claims, first.fields) == ("disagreement", (claims[0].id,), ((claims[0].id, "type"),))
    assert first.why == "two people differ on its type: shelling (ana) against bombing (ben)"
    assert first.machine == "airstrike"


def test_a_disproved_event_that_others_tell_since_is_asked() -> None:
    documents, claims = sure()
    event = next(e for e in desk(claims, documents).events.values() if len(e.evidence) == 2)
    rows = Hand("ana", NOON).disprove(event)
    assert "disproved" not in kinds(queue(desk(claims, documents, rows)))
    text = "The harbour of Tarn was struck on Tuesday by jets and nine people were killed, the Orsa Monitor said"
    for n in range(3):
        document, claim = strike(f"tarn{5 + n}", f"{text}, in its report number {n}", TARN, 9)
        documents, claims = [*documents, document], [*claims, replace(claim, confidence=0.95)]
    assert "disproved" in kinds(queue(desk(claims, documents, rows)))


def test_the_queue_is_the_same_for_the_same_desk_in_any_order() -> None:
    documents, claims = world()
    one = queue(desk(claims, documents), "ana")
    assert one == queue(desk(claims[::-1], documents[::-1]), "ana")
    assert len({q.id for q in one}) == len(one)


def test_skips_are_one_persons_and_go_last() -> None:
    documents, claims = world()
    lying = desk(claims, documents)
    first = queue(lying, "ana")[0]
    rows = Hand("ana", NOON).skip(first.claims[0], (*first.claims, "")[1], first.kind)
    after = Desk(lying.claims, lying.events, rows)
    assert queue(after, "ana")[-1] == replace(first, skipped=True)
    assert queue(after, "ben")[0] == first


def test_history_and_undo_go_by_action() -> None:
    documents, claims = sure()
    event = next(e for e in desk(claims, documents).events.values() if len(e.evidence) == 3)
    rows = Hand("ana", NOON, event=event.id).split(event, [claims[2].id])
    rows += Hand("ana", NOON + timedelta(minutes=1)).reject(claims[4])
    lying = desk(claims, documents, rows)
    assert history(lying, event.id) == rows[:-1]
    assert rows_of(rows, rows[0].id) == rows_of(rows, rows[0].action) == rows[:-1]
    assert rows_of(rows, rows[-1].id) == rows[-1:]
