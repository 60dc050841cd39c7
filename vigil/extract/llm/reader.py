"""Document -> Claims by a language model: asked a stretch of sentences at a time, each answer repaired once at most."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vigil.extract.llm import prompt
from vigil.extract.llm.answer import BadAnswer, claims_from, parse
from vigil.extract.llm.endpoint import Endpoint
from vigil.extract.sentences import split
from vigil.model.claim import Claim
from vigil.model.errors import Unreadable
from vigil.model.text import Document, Unread

#: Sentences asked at a time, sentences of context before them, and characters of one sentence that are sent.
STRETCH, CONTEXT, LONGEST = 12, 10, 4000


class ModelReader:
    """The reader's interface over an Endpoint. ``languages``: ISO 639-1 codes that the user trusts the model with."""

    def __init__(self, endpoint: Endpoint, languages: tuple[str, ...] = ("en",)) -> None:
        self.endpoint = endpoint
        self.languages = languages
        self.name = f"llm:{endpoint.model}"

    @property
    def version(self) -> str:
        """Changes with the model and with what it is asked."""
        return f"{self.name}/{prompt.VERSION}"

    def read(self, documents: Sequence[Document]) -> list[list[Claim]]:
        """Claims of each document. Raises Unreadable naming the document for which no usable answer came."""
        return [self.read_one(document) for document in documents]

    def read_one(self, document: Document) -> list[Claim]:
        """Claims of one document, in text order."""
        document = split(document)
        if not document.is_in(self.languages):
            return []
        claims: list[Claim] = []
        unread = Unread(document.zones)
        for wanted in _stretches(document):
            claims += claims_from(document, self._ask(document, wanted), wanted, self.name)
        return [claim for claim in claims if not unread(*claim.sentence)]

    def _ask(self, document: Document, wanted: range) -> list[dict[str, object]]:
        shown = range(max(0, wanted.start - CONTEXT), wanted.stop)
        sentences = [(s, document.text[slice(*document.sentences[s])][:LONGEST]) for s in shown]
        published = document.published.date().isoformat() if document.published else ""
        messages = [
            {"role": "system", "content": prompt.system()},
            {"role": "user", "content": prompt.article(document.title, published, sentences, wanted)},
        ]
        answer = self.endpoint.ask(messages, document.key)
        try:
            return [dict(claim) for claim in parse(answer)]
        except BadAnswer as problem:
            again = [
                {"role": "assistant", "content": answer[:20000]},
                {"role": "user", "content": prompt.mend(str(problem))},
            ]
        try:
            return [dict(claim) for claim in parse(self.endpoint.ask(messages + again, document.key))]
        except BadAnswer as problem:
            raise Unreadable(
                f"the model's answer cannot be read, nor can its repair: {problem}",
                item=document.key,
                advice="try another model, or read it with the shipped reader",
            ) from problem


def _stretches(document: Document) -> Iterator[range]:
    """Ranges of sentences, none made only of zones that are not read."""
    total, unread = len(document.sentences), Unread(document.zones)
    for start in range(0, total, STRETCH):
        wanted = range(start, min(start + STRETCH, total))
        if any(
            document.text[slice(*document.sentences[s])].strip() and not unread(*document.sentences[s]) for s in wanted
        ):
            yield wanted
