"""Adjectives that stand for who acted: the "Russian" of "Russian air strikes", the "US-led" of "US-led air strikes".

A claim's words are the shortest ones, so that the adjective alone is the agent. As a phrase by itself "Russian" is also one
of the people; who shells, besieges, agrees or threatens so is the state, as it is where the text says "Russia" or "US".
"""

from __future__ import annotations

import re

from vigil.model.claim import Claim, Mention
from vigil.model.entity import ActorRef
from vigil.reference.keys import fold
from vigil.reference.registry import demonyms
from vigil.resolve.actors.lookup import Frame, Lookup
from vigil.resolve.actors.phrases import ref_to

#: Acts that are a state's where its adjective stands before them. Protests, flight, bombs, kidnappings and killings are not:
#: "a Pakistani suicide bombing", "Nigerian kidnappings".
_STATES = frozenset(
    "attack airstrike shelling chemical takeover siege deployment withdrawal arms aid ceasefire talks agreement demand "
    "threat accusation sanction".split()
)
#: Acts of a coalition's forces.
_FORCES = frozenset("attack airstrike shelling takeover siege deployment withdrawal".split())
_LED = re.compile(r"[A-Z][\w-]*-led")
#: One of a people, with up to two words of what he is, and what he did: "an armed Russian surrendered".
_ONE = re.compile(r"\b(?:an?|the|one|another) (?:[\w-]+ ){0,2}$", re.IGNORECASE)
_DID = re.compile(r"(?: \w+)* (?:\w+ed|blew|cut|drove|fled|hit|held|set|shot|stole|threw|took|won)\b")
#: Characters before an adjective in which the article is looked for.
_NEAR = 40


def state_behind(mention: Mention, claim: Claim, text: str, frame: Frame, lookup: Lookup) -> ActorRef | None:
    """The state or coalition for an agent in the sentence who is a bare adjective; None for others.

    ``text`` is the document's.
    """
    span = mention.span
    if span is None or mention.role != "agent" or mention.means is not None or not span.text[:1].isupper():
        return None
    if _LED.fullmatch(span.text) and claim.type in _FORCES:
        found = lookup.find(f"{span.text} coalition", frame)
        if found is None or not found.dated or found.actor.theatre not in frame.theatres:
            return None
        return ref_to(span.text, found.actor, 0.75, f"the {span.text} coalition")
    code = demonyms().get(fold(span.text))
    # "Syrians" are people, and "the Swiss" cannot be told from Swiss ones. "Indian Mujahideen" was cut short.
    if code is None or span.text.endswith("s") or re.match(r" [A-Z]", text[span.end : span.end + 2]):
        return None
    one = _ONE.search(text[max(0, span.start - _NEAR) : span.start])
    if claim.type not in _STATES or (one and _DID.match(text[span.end : claim.trigger.end])):
        return None
    ref = lookup.body(span.text, code, "GOV", 0.75, f"who is behind a {span.text} {claim.type}", frame)
    return ref if ref.actor_id is not None else None
