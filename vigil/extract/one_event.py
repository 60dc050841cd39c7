"""One claim an event in a sentence: two triggers that name the same event are one claim (codebook, settled point 10).

The network asks about each trigger by itself, so that "the raids" and "struck" of one sentence become two claims. Told by
the same source with the same stance and status, of one type and with arguments that agree, they are one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import replace

from vigil.model.claim import Claim, Mention

ROLES = ("agent", "target", "place", "from", "instrument")
_WORD = re.compile(r"\w+")
_EMPTY = frozenset("the a an of in on and to by".split())


def merged(claims: Iterable[Claim]) -> list[Claim]:
    """The claims without those that tell a surer one's event again; it takes over what only they say of it.

    In the order given. What it takes over: whole roles, counts and the time that the surer one lacks.
    """
    alike: dict[Hashable, list[Claim]] = defaultdict(list)  # only claims of one sentence, type, ... are compared
    given = list(claims)
    for claim in sorted(given, key=lambda claim: (-claim.confidence, claim.trigger.start)):
        kept = alike[claim.s, claim.type, claim.stance, claim.status]
        n = next((n for n, other in enumerate(kept) if _same(other, claim)), None)
        if n is None:
            kept.append(claim)
        else:
            kept[n] = _with(kept[n], claim)
    place = {claim.id: number for number, claim in enumerate(given)}
    return sorted((claim for kept in alike.values() for claim in kept), key=lambda claim: place[claim.id])


def _same(a: Claim, b: Claim) -> bool:
    if {mention.words for mention in a.sources} != {mention.words for mention in b.sources}:
        return False
    both = [(a.of(role), b.of(role)) for role in ROLES if a.of(role) and b.of(role)]
    return bool(both) and all(_share(ours, theirs) for ours, theirs in both)


def _share(ours: Sequence[Mention], theirs: Sequence[Mention]) -> bool:
    return any(_alike(one.meaning, other.meaning) for one in ours for other in theirs)


def _alike(one: str, other: str) -> bool:
    """Half of the shorter one's words are the other's too."""
    x, y = (frozenset(_WORD.findall(words.lower())) - _EMPTY for words in (one, other))
    return bool(x and y) and len(x & y) * 2 >= min(len(x), len(y))


def _with(claim: Claim, other: Claim) -> Claim:
    more = tuple(mention for role in ROLES if not claim.of(role) for mention in other.of(role))
    return replace(
        claim,
        arguments=(*claim.arguments, *more),
        counts=claim.counts or other.counts,
        time=claim.time or other.time,
    )
