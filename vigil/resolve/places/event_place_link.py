"""Which of the several places that a claim names is its place."""

from __future__ import annotations

from collections.abc import Sequence

from vigil.model.claim import Claim
from vigil.model.text import Bounds, Document
from vigil.reference.tables import Reference
from vigil.resolve.places.event_place import Candidate, judge, names_in
from vigil.resolve.places.event_place_features import covers
from vigil.resolve.places.story import Story


class Seats:
    """The place names of one document's sentences, looked for where they are asked for."""

    def __init__(self, document: Document, claims: Sequence[Claim], reference: Reference, story: Story) -> None:
        """``claims`` are all of the document's, whatever resolve has filled in of them."""
        self._text, self._reference, self._story = document.text, reference, story
        self._claims: dict[int, list[Claim]] = {}
        for claim in claims:
            self._claims.setdefault(claim.s, []).append(claim)
        self._names: dict[int, list[Bounds]] = {}

    def candidates(self, claim: Claim) -> list[Candidate]:
        """The place names of a claim's sentence, each with its chance of being the claim's place; bare ones in its own."""
        told = self._claims.get(claim.s, [])
        if claim.s not in self._names:
            self._names[claim.s] = names_in(self._text, claim.sentence, told, self._reference, self._story)
        others = [other for other in told if other.id != claim.id]
        return judge(self._text, claim, others, self._names[claim.s], self._reference, own=True)

    def chances(self, claim: Claim) -> dict[str, float]:
        """How likely each of the claim's own places is the place, by meaning; those of other sentences are left out."""
        found = self.candidates(claim)
        chances: dict[str, float] = {}
        for mention in claim.of("place"):
            within = [one.chance for one in found if covers(mention, one.start, one.end)]
            if within:
                chances[mention.meaning] = max(within)
        return chances
