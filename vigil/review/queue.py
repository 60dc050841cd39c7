"""What to ask first: what would move an event most. Pure and deterministic: the same desk gives the same queue.

Each question has a weight: how unsure the machine is (0 to 1) times what is at stake in the event. The stake grows with the
dead that it counts, its witnesses, an open dispute and a change of who holds a place. Questions that a person has answered
are not asked again, whatever model reads next, unless its source changed (see ``carry``) or ``again`` is asked for.
Skipped ones come last, for the one who skipped them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from vigil.model.link import Decision, Judgement
from vigil.review.asks import ASKERS, asked_again, disagreements
from vigil.review.desk import Desk
from vigil.review.questions import Question, Stakes


def queue(desk: Desk, user: str = "", *, again: bool = False, limit: int = 0) -> list[Question]:
    """The questions for one person, weightiest first; ``limit`` 0 for all. ``again`` also asks where the machine reads
    otherwise than a person decided."""
    stakes = Stakes(desk)
    if not desk.asked:
        # Seconds for 100,000 claims, and the same for everybody.
        desk.asked.extend({question.id: question for asker in ASKERS for question in asker(desk, stakes)}.values())
    found = {question.id: question for question in desk.asked}
    found |= {question.id: question for question in disagreements(desk, stakes, user)}
    if again:
        found |= {question.id: question for question in asked_again(desk, stakes)}
    passed = skipped(desk.decisions, user)
    marked = [_marked(question) if key(question) in passed else question for question in found.values()]
    marked.sort(key=lambda question: (question.skipped, -question.weight, question.id))
    return marked[:limit] if limit else marked


def key(question: Question) -> tuple[str, str, str]:
    """What a skip names: the kind and the first two claims."""
    left, right = (*question.claims, "", "")[:2]
    return question.kind, left, right


def skipped(decisions: Iterable[Decision], user: str) -> set[tuple[str, str, str]]:
    """What one person has put off."""
    return {
        (row.field, row.left, row.right)
        for row in decisions
        if row.judgement is Judgement.SKIP and row.user == user and row.deleted_at is None
    }


def _marked(question: Question) -> Question:
    return replace(question, skipped=True)
