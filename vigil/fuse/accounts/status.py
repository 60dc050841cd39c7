"""What the record says of an event as a whole, and the sentence that says why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from vigil.fuse.accounts.witnesses import independent
from vigil.model.claim import Claim, Stance, Status
from vigil.model.event import Dispute, EventStatus, Witness

#: Disagreements that make an event disputed: whether it happened, by whom, how it ended, and how many it hit. Others
#: (where exactly, by what means, on which of two days) are listed without changing the status.
WEIGHTY = frozenset({"occurrence", "perpetrator", "outcome", "killed", "wounded", "displaced"})


def settle(
    claims: Sequence[Claim],
    found: Sequence[Witness],
    disputes: Sequence[Dispute],
    disproved: Mapping[str, str] | None = None,
) -> tuple[EventStatus, str]:
    """The status and its reason. ``found`` are the witnesses of the claims that say that it happened; ``disproved`` says
    by claim id who decided that it did not, which no number of further tellings outweighs."""
    ruled = [disproved[claim.id] for claim in claims if disproved and claim.id in disproved]
    if ruled:
        return EventStatus.DISPROVED, ruled[0]
    told = [c for c in claims if c.stance is Stance.ASSERTS and c.status is Status.ACTUAL]
    negated = [c for c in claims if c.stance is Stance.ASSERTS and c.status is Status.NEGATED]
    ahead = [c for c in claims if c.stance is Stance.ASSERTS and c.status in (Status.INTENDED, Status.FEARED)]
    answers = [c for c in claims if c.stance is not Stance.ASSERTS]
    if not told:
        return _untold(negated, ahead, answers)
    if not found:
        return EventStatus.REPORTED, "no witness: all who told it have withdrawn it"
    weighty = [dispute.what for dispute in disputes if dispute.what in WEIGHTY]
    names = ", ".join(sorted({witness.name for witness in found})[:4])
    if weighty:
        return EventStatus.DISPUTED, f"told by {names}; disputed: {', '.join(weighty)}"
    count = independent(found)
    if count >= 2:
        return EventStatus.CORROBORATED, f"{count} independent witnesses: {names}"
    if len(found) > 1:
        return EventStatus.REPORTED, f"{len(found)} voices of one side: {names}"
    return EventStatus.REPORTED, f"one witness: {names}"


def _untold(negated: Sequence[Claim], ahead: Sequence[Claim], answers: Sequence[Claim]) -> tuple[EventStatus, str]:
    """Statuses of events that nobody tells as done."""
    if answers and not ahead:
        denied = any(c.stance is Stance.DENIES for c in answers)
        return EventStatus.DENIED, "only denials are on record" if denied else "only refusals to comment are on record"
    if negated and not ahead:
        return EventStatus.DID_NOT_HAPPEN, "all who speak of it say that it did not happen"
    note = " and denied" if answers else ""
    return EventStatus.ANNOUNCED, f"only planned, announced or feared{note}, not told as done"
