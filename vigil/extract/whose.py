"""Whose words a claim is: speakers of two clauses of a sentence parted, and denials that nobody made.

Pass two asks about each act by itself and sees every speaker of its sentence. "The front says that it took the town and the
army denies that the front took it" comes back as two claims with both speakers each. What parts them are the words of
saying, which are found for each act apart.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from vigil.model.claim import Claim, Mention, Stance
from vigil.model.text import Bounds, Span

_THAT = re.compile(r"\bthat\s+(?:the\s+)?$", re.IGNORECASE)
_SELF = re.compile(r"(?:we|us|our|ours|i|my)\b", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_EMPTY = frozenset("the a an of in on and to by for".split())


def parted(claims: Sequence[Claim], text: str) -> list[Claim]:
    """One document's claims without the speakers of other clauses; first comes who stands nearest the claim's own cue.

    Speakers and cues are paired off, the nearest first, and who is left belongs to the nearest cue. Who belongs to another
    claim's cue is dropped where the two clauses stand side by side; in "X says that A and that Y denies B" X says both, and
    so it does of a clause that lies inside its own.
    """
    by_sentence: dict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.cue is not None:
            by_sentence[claim.s].append(claim)
    return [_parted(claim, by_sentence[claim.s], text) for claim in claims]


def _parted(claim: Claim, beside: Sequence[Claim], text: str) -> Claim:
    if claim.cue is None or len(claim.sources) < 2:
        return claim
    same = _as_one(other.cue for other in beside if other.cue is not None)
    told = [(other, same[other.cue]) for other in beside if other.cue is not None]
    mine = same[claim.cue]
    spans = [source.span for source in claim.sources if source.span is not None]
    of = _paired(spans, set(same.values()))
    spoken = [(source, of[source.span] if source.span is not None else mine) for source in claim.sources]
    own = [source for source, cue in spoken if cue == mine]
    if not own or len(own) == len(spoken):
        return claim
    clause = _clause(claim, own)
    says_all = _THAT.search(text, claim.sentence[0], clause[0]) is not None
    others = [
        source
        for source, cue in spoken
        if cue != mine
        and (says_all or not any(_apart(clause, _clause(other, [source])) for other, its in told if its == cue))
    ]
    return replace(claim, sources=(*own, *others))


def _as_one(cues: Iterable[Span]) -> dict[Span, Span]:
    """Each cue with the one that stands for it: "claimed" and "claimed responsibility" are one cue, read with two ends."""
    same: dict[Span, Span] = {}
    kept: Span | None = None
    for cue in sorted(set(cues), key=lambda cue: (cue.start, -cue.end)):
        kept = kept if kept is not None and kept.overlaps(cue) else cue
        same[cue] = kept
    return same


def _paired(speakers: Sequence[Span], cues: Iterable[Span]) -> dict[Span, Span]:
    """The cue of each speaker."""

    def gap(speaker: Span, cue: Span) -> tuple[int, ...]:
        # To the last place: a set's order is another in each process.
        return max(cue.start - speaker.end, speaker.start - cue.end), cue.start, cue.end, speaker.start, speaker.end

    pairs = sorted(((speaker, cue) for speaker in speakers for cue in cues), key=lambda pair: gap(*pair))
    found: dict[Span, Span] = {}
    for speaker, cue in pairs:
        if speaker not in found and cue not in found.values():
            found[speaker] = cue
    for speaker, cue in pairs:
        found.setdefault(speaker, cue)
    return found


def _clause(claim: Claim, speakers: Iterable[Mention]) -> Bounds:
    """From the first to the last of speaker, cue and act."""
    spans = [claim.trigger, *(m.span for m in speakers if m.span is not None), *([claim.cue] if claim.cue else [])]
    return min(span.start for span in spans), max(span.end for span in spans)


def _apart(one: Bounds, two: Bounds) -> bool:
    return one[1] <= two[0] or two[1] <= one[0]


def denied(claim: Claim) -> Claim:
    """The claim, as asserted where its sentence has neither speaker nor word for denying: its status says the rest.

    Who denies says so (a cue), or answers for an act of their own ("We fired nothing"). A "not" in what a bystander tells
    ("then there was no roof") denies nothing: of 91 denials in the claims gold's train part 87 have a cue, and three of
    the other four are by the doer. Nor does a bystander say who did it: a doer whom the sentence leaves out is not theirs.
    """
    if claim.stance is not Stance.DENIES or claim.cue is not None or not claim.sources:
        return claim
    if any(source.words for source in claim.sources):
        return claim
    speakers = frozenset().union(*(_words(source.meaning) for source in claim.sources))
    doers = claim.of("agent")
    if any(_SELF.match(doer.words) or _words(doer.meaning) & speakers for doer in doers):
        return claim
    said = tuple(mention for mention in claim.arguments if mention.role != "agent" or mention.words)
    return replace(claim, stance=Stance.ASSERTS, arguments=said)


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold())) - _EMPTY
