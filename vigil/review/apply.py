"""What people decided, put into the claims that fusion sees. Claims in the store are never changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from vigil.model.claim import Claim
from vigil.model.link import Decision, Judgement
from vigil.review.fields import FIELDS, put, said, shown, split_name
from vigil.review.settle import CLAIM, FIELD, HAPPENED, IS_NONE, PAIR, Disagreement, Say, Settled, settle


@dataclass(frozen=True, slots=True)
class Applied:
    """``claims`` as people say that they should read, rejected ones left out; ``decisions``: the rows about pairs and
    about what happened that hold, for fusion; ``open``: the disagreements that wait for a third person."""

    claims: tuple[Claim, ...]
    decisions: tuple[Decision, ...]
    open: tuple[Disagreement, ...]


@dataclass(frozen=True, slots=True)
class Correction:
    """One corrected field, to be shown: what the machine read, what a person says, and in which row."""

    field: str
    machine: str
    person: str
    row: Decision


def apply(claims: Sequence[Claim], decisions: Iterable[Decision]) -> Applied:
    """Claims and decisions -> claims. Pure; the order of the decisions is free, the order of the claims is kept."""
    settled = settle(decisions)
    fields = _fields(settled)
    kept = [
        corrected(claim, fields.get(claim.id, ()))
        for claim in claims
        if (say := settled.holds.get((CLAIM, claim.id, ""))) is None or say.value != IS_NONE
    ]
    rows = {say.row.id: say.row for q, say in settled.holds.items() if q[0] in (PAIR, HAPPENED)}
    ordered = sorted(rows.values(), key=lambda row: (row.created_at, row.id))
    return Applied(tuple(kept), tuple(ordered), settled.open)


def corrections(claim: Claim, decisions: Iterable[Decision]) -> list[Correction]:
    """The fields of a claim that read otherwise than the machine read them, for showing both side by side."""
    found = []
    for say in _fields(settle(row for row in decisions if row.left == claim.id)).get(claim.id, ()):
        name = say.question[2]
        machine, person = shown(claim, name), said(name, say.value)
        if machine != person:
            found.append(Correction(name, machine, person, say.row))
    return found


def corrected(claim: Claim, sayings: Sequence[Say]) -> Claim:
    """A claim with the fields that people settled. ``sayings`` are in the order of FIELDS."""
    for say in sayings:
        name = say.question[2]
        if say.row.judgement is Judgement.ACCEPT and shown(claim, name) == say.value:
            continue  # the machine reads it so still
        claim = put(claim, name, say.value, say.row.user)
    return claim


def _fields(settled: Settled) -> dict[str, list[Say]]:
    """The holding says about fields by claim, a type before its mode."""
    found: dict[str, list[Say]] = defaultdict(list)
    for question, say in settled.holds.items():
        if question[0] == FIELD:
            found[question[1]].append(say)
    for sayings in found.values():
        sayings.sort(key=lambda say: _place(say.question[2]))
        modes = [say for say in sayings if say.question[2] == "mode"]
        kinds = [say for say in sayings if say.question[2] == "type"]
        # A mode that was accepted with another type says nothing of the type that holds now.
        if modes and kinds and modes[0].row.judgement is Judgement.ACCEPT and modes[0].row is not kinds[0].row:
            sayings.remove(modes[0])
    return found


def _place(name: str) -> tuple[int, int]:
    base, number = split_name(name)
    # A party that is taken away moves those after it: later numbers go first.
    return FIELDS.index(base), -number
