"""What people's decisions come to: one holding value a question, or a disagreement that waits for a third person.

A question is "is this a claim?", "how should this field of it read?", "are these two of one event?" or "did it happen?".
Each person has one say on it, their newest that stands. When two people differ, the later does not win: nothing holds (the
machine's own reading or score stays) until somebody else decides; what that third person says then holds. Later
dissent by yet another person, or by one who was overruled, opens the question again.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field

from vigil.model.link import Decision, Judgement

Question = tuple[str, str, str]  # (kind, claim id, field or the other claim's id)
CLAIM, FIELD, PAIR, HAPPENED = "claim", "field", "pair", "happened"
IS_ONE, IS_NONE, NOT = "a claim", "no claim", "did not happen"


@dataclass(frozen=True, slots=True)
class Say:
    """One person's standing on one question, in the row that says so."""

    question: Question
    value: str
    row: Decision


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A question on which people differ: each value with the rows that hold it, oldest first."""

    question: Question
    positions: tuple[tuple[str, tuple[Decision, ...]], ...]

    @property
    def users(self) -> frozenset[str]:
        """Who has had a say: the next must be somebody else."""
        return frozenset(row.user for _, rows in self.positions for row in rows)


@dataclass(frozen=True, slots=True)
class Settled:
    """``holds``: question -> the say that holds (the newest row for it); ``open``: the rest, in the order of questions."""

    holds: dict[Question, Say] = field(default_factory=dict)
    open: tuple[Disagreement, ...] = ()


def settle(decisions: Iterable[Decision]) -> Settled:
    """Settle all questions. Rows that were taken back count as never made; the order of the rows is free."""
    states: dict[Question, _State] = {}
    for row in sorted(decisions, key=lambda row: (row.created_at, row.id)):
        if row.deleted_at is None:
            for heard in says(row):
                states.setdefault(heard.question, _State()).hear(heard)
    holds = {question: say for question, state in sorted(states.items()) if (say := state.holding()) is not None}
    open_ = (state.disagreement(question) for question, state in sorted(states.items()) if state.holding() is None)
    return Settled(holds, tuple(open_))


def says(row: Decision) -> list[Say]:
    """What one row says, on each question that it touches; a skip says nothing."""
    if row.judgement in (Judgement.SAME, Judgement.NOT_SAME):
        if row.left == row.right or not row.right:
            return []
        one, two = sorted((row.left, row.right))
        return [Say((PAIR, one, two), row.judgement.value, row)]
    if row.judgement is Judgement.REJECT:
        return [Say((CLAIM, row.left, ""), IS_NONE, row)]
    if row.judgement is Judgement.SHOULD_READ:
        return [Say((FIELD, row.left, row.field), row.value, row)]
    if row.judgement is Judgement.DISPROVED:
        return [Say((HAPPENED, row.left, ""), NOT, row)]
    if row.judgement is Judgement.ACCEPT:
        fields: dict[str, str] = json.loads(row.value) if row.value else {}
        core = [Say((FIELD, row.left, name), value, row) for name, value in sorted(fields.items())]
        return [Say((CLAIM, row.left, ""), IS_ONE, row), *core]
    return []


class _State:
    """One question while its rows are heard in order."""

    def __init__(self) -> None:
        self.camps: dict[str, list[Say]] = {}  # value -> says that hold it

    def hear(self, say: Say) -> None:
        user = say.row.user
        party = any(said.row.user == user for camp in self.camps.values() for said in camp)
        third = len(self.camps) > 1 and not party
        for value, camp in list(self.camps.items()):
            self.camps[value] = [said for said in camp if said.row.user != user]
        if third:
            self.camps = {say.value: self.camps.get(say.value, [])}
        self.camps.setdefault(say.value, []).append(say)
        self.camps = {value: camp for value, camp in self.camps.items() if camp}

    def holding(self) -> Say | None:
        (first, *others) = self.camps.values()
        return first[-1] if not others else None

    def disagreement(self, question: Question) -> Disagreement:
        camps = sorted(self.camps.items(), key=lambda item: (item[1][0].row.created_at, item[1][0].row.id))
        return Disagreement(question, tuple((value, tuple(said.row for said in camp)) for value, camp in camps))
