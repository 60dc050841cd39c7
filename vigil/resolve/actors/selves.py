"""Who speaks of themselves: "we", "us" and "our aircraft" inside what a source says are the source's own side."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from vigil.model.claim import Claim, Mention
from vigil.model.entity import ActorRef
from vigil.model.link import Score
from vigil.resolve.actors.phrases import sector_of
from vigil.resolve.actors.words import ARMED_SIDES

#: "US" in capitals is a country.
_SELF = re.compile(r"(?:we|WE|We|us|Us|I|me|Me|ourselves)")
_OUR = re.compile(r"(?:our|Our|OUR|my|My|MY)\s+(?P<what>\S.*)", re.DOTALL)
#: Of "our" only forces and authorities are the speaker's side: "our villages", "our enemies" are not.
_OWN_SECTORS = frozenset({"GOV", *ARMED_SIDES})
SCORE = 0.6  # of the source's own: "we" is now and then a whole country, or everybody


def speaking(claims: Sequence[Claim]) -> list[Claim]:
    """Copies of claims in which agents and targets in the first person are whom their innermost known source is."""
    return [_spoken(claim) if claim.sources else claim for claim in claims]


def _spoken(claim: Claim) -> Claim:
    speaker = next((m.actor for m in claim.sources if m.actor is not None and (m.actor.actor_id or m.actor.kind)), None)
    if speaker is None or speaker.sector == "JRN":
        return claim
    arguments = tuple([_self(mention, speaker) for mention in claim.arguments])
    return claim if arguments == claim.arguments else replace(claim, arguments=arguments)


def _self(mention: Mention, speaker: ActorRef) -> Mention:
    if mention.role not in ("agent", "target") or mention.means is not None:
        return mention
    words = mention.words.strip()
    own = _OUR.fullmatch(words)
    if own is not None:
        if sector_of(own["what"]) not in _OWN_SECTORS:
            return mention
    elif not _SELF.fullmatch(words):
        return mention
    score = Score(round(SCORE * speaker.score.value, 3), f"{words!r} in the words of {speaker.name or speaker.text}")
    return replace(mention, actor=replace(speaker, text=words, score=score, slant=False))
