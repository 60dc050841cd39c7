"""A people's adjective that stands for who acted: the "Russian" of "Russian air strikes".

A claim's words are the shortest ones, so that the adjective alone is the agent. As a phrase by itself it is also one of the
people; who strikes, besieges, agrees or threatens so is the state, as it is where the text says "Russia" or "US".
"""

from __future__ import annotations

import re

from vigil.model.claim import Claim, Mention
from vigil.model.entity import ActorRef
from vigil.reference.keys import fold
from vigil.reference.registry import demonyms
from vigil.resolve.actors.lookup import Frame, Lookup

#: What anybody may do to somebody: "an Israeli stabbed two".
_ANYBODYS = frozenset("attack killing abduction detention abuse casualties destruction protest release".split())
_ONE = re.compile(r"\ban? $", re.IGNORECASE)


def state_behind(mention: Mention, claim: Claim, text: str, frame: Frame, lookup: Lookup) -> ActorRef | None:
    """The state for an agent in the sentence who is a bare adjective; None for others. ``text`` is the document's."""
    span = mention.span
    code = demonyms().get(fold(span.text)) if span is not None and mention.role == "agent" else None
    # "Syrians" are people, and "the Swiss" cannot be told from Swiss ones.
    if span is None or code is None or span.text.endswith("s") or not span.text[:1].isupper():
        return None
    if claim.type in _ANYBODYS and _ONE.search(text[max(0, span.start - 3) : span.start]):
        return None
    ref = lookup.body(span.text, code, "GOV", 0.75, f"who is behind a {span.text} {claim.type}", frame)
    return ref if ref.actor_id is not None else None
