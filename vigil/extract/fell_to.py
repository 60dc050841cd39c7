"""Places that fell to somebody ("the town is lost to the brigade"): the party behind "to" holds the place from then on.

By the codebook that is the agent of a capture. The network, which knows losses mostly as "the army lost the town", takes it
now and then for the loser, or rightly for the agent and the event for a loss.
"""

from __future__ import annotations

import re
from dataclasses import replace

from vigil.model.claim import Claim, Mention

_TO = re.compile(r"\s+to\s+(?:the\s+)?", re.IGNORECASE)


def fallen(claim: Claim, text: str) -> Claim:
    """The claim as a capture by the party that follows its trigger behind "to"; any other claim as it is.

    Where both an agent and a target were read, "to" is one of two parties' already and nothing is turned round.
    """
    agents, targets = claim.of("agent"), claim.of("target")
    if claim.type != "takeover" or claim.mode not in ("lost", "captured") or (agents and targets):
        return claim

    def takes(party: Mention) -> bool:
        return party.span is not None and _TO.fullmatch(text[claim.trigger.end : party.span.start]) is not None

    taker = next((party for party in (*targets, *agents) if takes(party)), None)
    if taker is None:
        return claim
    others = tuple(mention for mention in claim.arguments if mention is not taker)
    return replace(claim, mode="captured", arguments=(replace(taker, role="agent"), *others))
