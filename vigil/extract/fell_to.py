"""Places that fell to somebody ("the town is lost to the brigade"): the party behind "to" holds the place from then on.

By the codebook that is the agent of a capture. The network, which knows losses mostly as "the army lost the town", takes it
now and then for the loser.
"""

from __future__ import annotations

import re
from dataclasses import replace

from vigil.model.claim import Claim

_TO = re.compile(r"\s+to\s+(?:the\s+)?", re.IGNORECASE)


def fallen(claim: Claim, text: str) -> Claim:
    """The claim as a capture by the party that follows its trigger behind "to"; any other claim as it is."""
    if claim.type != "takeover" or claim.mode not in ("lost", "captured") or claim.of("agent"):
        return claim
    taker = next(
        (m for m in claim.of("target") if m.span and _TO.fullmatch(text[claim.trigger.end : m.span.start])), None
    )
    if taker is None:
        return claim
    others = tuple(mention for mention in claim.arguments if mention is not taker)
    return replace(claim, mode="captured", arguments=(replace(taker, role="agent"), *others))
