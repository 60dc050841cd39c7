""" "The two sides", "both parties": the two whom the text has named before, each as a mention of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from vigil.model.claim import Claim, Mention
from vigil.model.entity import ActorRef
from vigil.model.link import Score

SIDES = re.compile(
    r"(?:(?:the|both|two|warring|opposing|rival|conflicting|of)\s+)+(?:sides|parties|belligerents|camps)|the belligerents",
    re.IGNORECASE,
)
#: How sure it is, and within how many sentences the two must have been named.
SCORE, REACH = 0.5, 8
#: Those who fight or govern; people, monitors and the press take no side.
_TAKING_PART = frozenset({"GOV", "MIL", "REB", "COP", "SPY", "PRM"})


def spread(claims: Sequence[Claim]) -> list[Claim]:
    """Copies of one document's claims in which a mention of two sides is two mentions, where two have been named before.

    Where one or three were, it stays as written.
    """
    named: list[tuple[int, str, ActorRef]] = []
    found = list(claims)
    for n in sorted(range(len(claims)), key=lambda n: (claims[n].s, claims[n].trigger.start)):
        claim = claims[n]
        arguments = tuple(part for mention in claim.arguments for part in _parts(mention, claim.s, named))
        if arguments != claim.arguments:
            found[n] = replace(claim, arguments=arguments)
        for mention in claim.arguments:
            ref = mention.actor
            if mention.role in ("agent", "target") and ref is not None and ref.known and ref.sector in _TAKING_PART:
                named.append((claim.s, ref.side or ref.actor_id or "", ref))
    return found


def _parts(mention: Mention, sentence: int, named: Sequence[tuple[int, str, ActorRef]]) -> Iterator[Mention]:
    if mention.role not in ("agent", "target") or not SIDES.fullmatch(mention.meaning.strip()):
        yield mention
        return
    sides = {side: ref for s, side, ref in named if sentence - s <= REACH}
    if len(sides) != 2:
        yield mention
        return
    for _, ref in sorted(sides.items()):
        told = replace(ref, text=mention.words or mention.meaning, slant=False)
        yield replace(
            mention, actor=replace(told, score=Score(SCORE, "one of the two sides that the text named before"))
        )
