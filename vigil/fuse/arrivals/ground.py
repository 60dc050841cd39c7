"""What the last fusion of a whole record left behind, as a port: ``arrival`` asks it, and the store fills it.

Articles and claims go by numbers there. Nothing here reads more of the record than what was asked for.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from vigil.fuse.arrivals.postings import Posting
from vigil.model.claim import Claim
from vigil.model.event import Event
from vigil.model.text import Document

ClaimRow = tuple[int, str, str, str, str, bool]  # number, claim id, line, voice's line, telling, silent
ArticleRow = tuple[int, str, str, int, bool]  # number, document id, story words with blanks between, day, withdrawn


class Ground(Protocol):
    """A record as the last fusion left it. ``numbers`` that are not there any more are passed over."""

    @property
    def sizes(self) -> tuple[int, int]:
        """How many claims and how many articles the words were counted in."""
        ...

    def seen(self, words: Collection[str]) -> Mapping[str, tuple[int, int]]:
        """In how many claims and articles each word is; words in none are left out."""
        ...

    def found(self, seeks: Iterable[tuple[int, int, int, int, int]]) -> list[list[int]]:
        """For each (key, low, at, high, most) the numbers that are filed there, in the order of the key."""
        ...

    def articles(self, numbers: Collection[int]) -> list[ArticleRow]:
        """Articles by number."""
        ...

    def articles_of(self, docs: Collection[str]) -> list[ArticleRow]:
        """Articles by document id."""
        ...

    def documents(self, ids: Collection[str]) -> dict[str, Document]:
        """Whole articles by id."""
        ...

    def origins(self, ids: Collection[str]) -> dict[str, str]:
        """The first text behind each of some articles, by id."""
        ...

    def rows(self, numbers: Collection[int]) -> list[ClaimRow]:
        """Claims by number, as they are remembered."""
        ...

    def claims(self, numbers: Collection[int]) -> dict[int, Claim]:
        """The claims themselves, as people say that they should read."""
        ...

    def told_in(self, docs: Collection[str]) -> list[int]:
        """The numbers of the claims of some articles."""
        ...

    def told_as(self, tellings: Collection[str]) -> list[int]:
        """The numbers of the claims of some tellings."""
        ...

    def numbers(self, claims: Collection[str]) -> list[int]:
        """The numbers of some claims."""
        ...

    def events_of(self, claims: Collection[str]) -> list[Event]:
        """The events that some claims bear on."""
        ...

    def parts_of(self, events: Collection[str]) -> list[Event]:
        """The events that are a part of some."""
        ...

    def around(self, places: Collection[str], first: str, last: str) -> list[Event]:
        """Events of some places between two days (ISO), both included."""
        ...


@dataclass(frozen=True, slots=True)
class FiledClaim:
    """What is remembered of a claim, to be kept."""

    claim: str
    doc: str
    line: str
    voice: str
    telling: str
    silent: bool
    postings: Collection[Posting]


@dataclass(frozen=True, slots=True)
class FiledArticle:
    """The same of an article. ``words`` are those of its matter."""

    doc: str
    words: str
    day: int
    withdrawn: bool
    postings: Collection[Posting]
