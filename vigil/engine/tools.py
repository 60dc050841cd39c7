"""What the stages work with: one function or small object a room, so that each can be stood in for in a test."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from vigil.fuse import Fusion, Ground, Joined
from vigil.ingest.items import Item
from vigil.model.claim import Claim
from vigil.model.errors import BadItem
from vigil.model.event import Event
from vigil.model.link import Decision
from vigil.model.state import States
from vigil.model.text import Document

#: Claims from which a record keeps what one more article is joined by: a smaller one is fused as a whole in a second or two.
QUICK_FROM = 2000
Linker = Callable[[Document, Sequence[Claim]], Sequence[Claim]]


class Reader(Protocol):
    """Document -> Claims. ``version`` changes whenever the same text might be read otherwise."""

    @property
    def name(self) -> str:
        """What it is called in claims."""
        ...

    @property
    def version(self) -> str:
        """Part of the key of finished work."""
        ...

    @property
    def languages(self) -> tuple[str, ...]:
        """ISO 639-1 codes of what it reads."""
        ...

    def read(self, documents: Sequence[Document]) -> Sequence[Sequence[Claim]]:
        """The claims of each document, in text order. Raises BadItem naming the document that could not be read."""
        ...


class Gate(Protocol):
    """Whether a document is worth the reader's time: ``extract.gate.Gate``."""

    @property
    def version(self) -> str:
        """Part of the key of finished work."""
        ...

    def passes(self, document: Document) -> bool:
        """True where it may speak of armed conflict."""
        ...


class Keeper(Protocol):
    """Where bytes are kept: ``ingest.archive.Archive``."""

    def keep(self, item: Item) -> str:
        """Keep an item's payload once; returns its SHA-256 (hex)."""
        ...


class Fuser(Protocol):
    """Claims -> Events: ``fuse.fuse`` with its outlets given."""

    def __call__(
        self,
        documents: Sequence[Document],
        claims: Sequence[Claim],
        *,
        decisions: Sequence[Decision],
        remember: bool = False,
    ) -> Fusion:
        """Fuse a whole record. ``remember``: give what one more article is joined by, too."""
        ...


class Joiner(Protocol):
    """One more article -> the events that it changes: ``fuse.join`` with its outlets given."""

    def __call__(
        self,
        document: Document,
        claims: Sequence[Claim],
        *,
        ground: Ground,
        decisions: Sequence[Decision],
        replaces: Collection[str],
        corrected: Collection[str],
    ) -> Joined:
        """Join an article to a record that was fused as a whole."""
        ...


def goes_on(_: bool) -> None:
    """A reader that is not asked to stop."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordTools:
    """What the stages over the whole record need: no reader, no index of places. ``rooms.furnish_record`` gives it."""

    fuse: Fuser
    follow: Callable[[Sequence[Event], Mapping[str, Claim]], States]
    join: Joiner | None = None  # None: every article waits for the whole to be fused
    quick_from: int = QUICK_FROM
    names: Mapping[str, Sequence[str]] = field(default_factory=dict)  # actor or place id -> further names, for filters
    reference: str = ""  # fingerprint of the reference data: other data, other resolutions
    packs: tuple[str, ...] = ()  # folders of the theatre packs that are not shipped, noted for the next time


@dataclass(frozen=True, slots=True, kw_only=True)
class Tools(RecordTools):
    """The rooms as one run uses them; ``rooms.furnish`` gives the real ones."""

    items: Callable[[str], Iterator[Item | BadItem]]
    parse: Callable[[Item], tuple[Document, tuple[str, ...]]]
    split: Callable[[Document], Document]
    reader: Reader
    dates: Linker
    places: Linker
    actors: Linker
    gate: Gate
    read_all: bool = False  # read also what the gate would stop
    #: Articles that are read at once, each in a thread of its own, while another is stored; 0: none. Gate and reader must
    #: then be safe to call from several threads, and ``halt(True)`` must make the reader stop before long.
    ahead: int = 0
    halt: Callable[[bool], None] = goes_on
