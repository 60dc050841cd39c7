"""Texts to claims as ``vigil extract`` reads them: the same documents, sentences, reader and dates, without the files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from vigil.extract.codebook import document_of
from vigil.extract.reader import NeuralReader
from vigil.extract.sentences import split
from vigil.model.claim import Claim
from vigil.model.text import Document
from vigil.reference.tables import Reference
from vigil.resolve import dates
from vigil.resolve.actors.link import ActorResolver
from vigil.resolve.places.link import PlaceResolver

Reading = tuple[Document, list[Claim]]


def document(key: str, text: str, published: str | None = None) -> Document:
    """A line of the contract as a document, its sentences found. All texts of these benchmarks are English."""
    return split(document_of({"doc": key, "text": text, "published": published, "lang": "en"}, 0))


def read(documents: Iterable[Document]) -> list[Reading]:
    """Each document with its claims by the shipped weights, dates filled in."""
    return read_with(NeuralReader.load(), list(documents))


def read_with(reader: NeuralReader, documents: Sequence[Document]) -> list[Reading]:
    """The same by a reader that is open already."""
    return [(told, dates.link(told, reader.read_one(told))) for told in documents]


def linker() -> Callable[[Document, Sequence[Claim]], list[Claim]]:
    """Places, then actors, as ``vigil fuse`` fills them in."""
    reference = Reference.load()
    places, actors = PlaceResolver(reference), ActorResolver(reference)
    return lambda told, claims: actors.link(told, places.link(told, claims))
