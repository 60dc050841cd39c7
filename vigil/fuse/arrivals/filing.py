"""What a fusion of the whole found out on its way to the events, filed for ``arrival`` and taken out of its way at once.

A claim's facts are needed until its event is made. Then they are written down (``remembered``) and packed, a tenth as large,
so that the facts of a record and its events are never in memory together.
"""

from __future__ import annotations

import pickle
import zlib
from array import array
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Generic, TypeVar

from vigil.fuse.accounts.tellings import Telling
from vigil.fuse.accounts.witnesses import Voice
from vigil.fuse.arrivals.ground import FiledArticle, FiledClaim
from vigil.fuse.arrivals.postings import Posting, of_claim, of_story, of_trace
from vigil.fuse.arrivals.remembered import voice_written, with_claim, written
from vigil.fuse.copies.standing import Standing
from vigil.fuse.copies.syndication import Copies
from vigil.fuse.facts import Facts
from vigil.fuse.pairs.stories import Stories
from vigil.fuse.words import Rarity
from vigil.model.claim import Claim

T = TypeVar("T")
_TOGETHER = 500  # rows that are packed together: like begins like, line after line


class Packed(Generic[T]):
    """A list that is only added to and gone through, kept compressed."""

    def __init__(self) -> None:
        self._packs: list[bytes] = []
        self._last: list[T] = []

    def append(self, row: T) -> None:
        """Add a row."""
        self._last.append(row)
        if len(self._last) == _TOGETHER:
            self._packs.append(zlib.compress(pickle.dumps(self._last), 1))
            self._last = []

    def __iter__(self) -> Iterator[T]:
        for pack in self._packs:
            yield from pickle.loads(zlib.decompress(pack))  # noqa: S301 - made above, never out of this process
        yield from self._last


_Row = tuple[str, str, str, str, str, bool, "array[int]"]  # claim, doc, line, voice, telling, silent, postings


class Filing:
    """Takes what is to be remembered, claim by claim."""

    def __init__(
        self, rarity: Rarity, voices: Mapping[str, Voice], told: Sequence[Telling], silent: Collection[str]
    ) -> None:
        self._rarity, self._voices, self._silent = rarity, voices, silent
        self._telling = {claim: telling.claims[0] for telling in told for claim in telling.claims}
        self._rows: Packed[_Row] = Packed()

    def take(self, items: Iterable[Facts]) -> None:
        """File some claims."""
        for item in items:
            claim = item.claim
            postings = array("q", [number for posting in of_claim(item, self._rarity) for number in posting])
            voice, telling = voice_written(self._voices[claim.id]), self._telling.get(claim.id, "")
            self._rows.append((claim.id, claim.doc, written(item), voice, telling, claim.doc in self._silent, postings))

    def done(self, stories: Stories, copies: Copies, standing: Standing) -> Basis:
        """All of it, with the articles."""
        articles: Packed[FiledArticle] = Packed()
        for doc, words in stories.words.items():
            day = stories.days[doc]
            postings = of_story(words, day, stories.rarity)
            if doc in copies.traces:
                postings |= of_trace(copies.traces[doc], day)
            articles.append(FiledArticle(doc, " ".join(sorted(words)), day, doc in standing.withdrawn, tuple(postings)))
        return Basis(self._rarity, stories.rarity, self._rows, articles)


@dataclass(frozen=True, slots=True)
class Basis:
    """What was filed. ``corrected``: claims that people say should read otherwise."""

    in_claims: Rarity
    in_articles: Rarity
    _claims: Iterable[_Row]
    _articles: Iterable[FiledArticle]
    corrected: Mapping[str, Claim] = field(default_factory=dict)

    def with_corrected(self, claims: Iterable[Claim]) -> Basis:
        """The same, where some claims are not as the record has them."""
        return replace(self, corrected={claim.id: claim for claim in claims})

    def words(self) -> Iterable[tuple[str, int, int]]:
        """Each word with the claims and the articles that have it."""
        claims, articles = self.in_claims.seen, self.in_articles.seen
        for word in {**claims, **articles}:
            yield word, claims[word], articles[word]

    def filed_claims(self) -> Iterator[FiledClaim]:
        """Every claim."""
        for claim, doc, line, voice, telling, silent, numbers in self._claims:
            other = self.corrected.get(claim)
            line = with_claim(line, other) if other is not None else line
            postings: list[Posting] = list(zip(numbers[::2], numbers[1::2], strict=True))
            yield FiledClaim(claim, doc, line, voice, telling, silent, postings)

    def filed_articles(self) -> Iterable[FiledArticle]:
        """Every article."""
        return self._articles
