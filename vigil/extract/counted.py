"""Whom a number counts. The reader tags numbers and their nouns; a number of doers is no number of dead.

=====================  =============================================================================================
rule                   what is done
=====================  =============================================================================================
a number of doers      in an act that one side does to another ("four rebels shot dead a trader"), a number whose noun
                       is the agent's and no target's counts forces; in a clash both sides are agents and may lose men
"by", "with"           "killed by about 40 rebels", "a clash with 100 gunmen": forces
money                  "a reward of Rs 50,000 on his head" is no count of people
=====================  =============================================================================================
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from vigil.model.claim import Claim, Count, Mention

#: Kinds that count those to whom something was done.
HARM = frozenset("killed wounded missing displaced detained abducted".split())
ONE_SIDED = frozenset("killing casualties detention abduction abuse".split())
_DOERS = re.compile(r"\b(?:with|by)\s+(?:(?:a|the) (?:group|team|band|squad|gang|mob) of\s+)?$", re.I)
_MONEY = re.compile(r"(?:\b(?:INR|Rs|USD|EUR|GBP)\b\.?|[$€£₹])\s*$", re.I)


def settled(claim: Claim, text: str) -> Claim:
    """The claim with each number as a count of those whom it counts. ``text`` is its document's."""
    kept = tuple(count for count in (_settled(count, claim, text) for count in claim.counts) if count is not None)
    return claim if kept == claim.counts else replace(claim, counts=kept)


def _settled(count: Count, claim: Claim, text: str) -> Count | None:
    if count.kind not in HARM or count.span is None:
        return count
    before = text[max(claim.sentence[0], count.span.start - 30) : count.span.start]
    if _MONEY.search(before):
        return None
    doers = _of(claim.of("agent"), count) and not _of(claim.of("target"), count)
    if _DOERS.search(before) or (claim.type in ONE_SIDED and doers):
        return replace(count, kind="forces")
    return count


def _of(mentions: Iterable[Mention], count: Count) -> bool:
    """Whether a count's noun lies in one of the mentions' words."""
    who = count.who
    return who is not None and any(m.span is not None and m.span.overlaps(who) for m in mentions)
