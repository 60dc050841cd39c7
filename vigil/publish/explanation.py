"""One article with what was read in it: every claim's words marked in their sentences, and each claim spelt out below.

``open_article`` makes the parts that the terminal and the HTML page share; ``render`` makes the page: one file, no script,
nothing loaded. Fetched words are cleaned and escaped as everywhere in this room.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from vigil.model.claim import ROLES, Claim, Mention, Stance
from vigil.model.text import Document, Span, Unread
from vigil.publish import text
from vigil.publish.dossier import marked
from vigil.publish.pages import environment

ROLE_WORDS = {
    "agent": "who", "target": "to whom", "place": "where", "from": "from", "instrument": "with", "source": "says",
    "cue": "cue", "time": "when", "count": "number",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a sentence: the numbers of the claims that it is the trigger of, and the roles that it plays."""

    text: str
    triggers: tuple[int, ...]
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One claim in words. ``facts`` are (role, words) pairs; ``confidence`` in [0, 1]."""

    number: int
    title: str
    trigger: str
    stance: str
    facts: tuple[tuple[str, str], ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence in pieces with its claims; ``unread`` for what is not read for claims (captions, credits)."""

    number: int
    pieces: tuple[Piece, ...]
    rows: tuple[Row, ...]
    unread: bool


@dataclass(frozen=True, slots=True)
class Article:
    """An article laid open. ``unread`` says why no claims were looked for; "" where they were."""

    document: Document
    sentences: tuple[Sentence, ...]
    unread: str = ""

    @property
    def claims(self) -> int:
        """How many claims were read."""
        return sum(len(sentence.rows) for sentence in self.sentences)


def open_article(document: Document, claims: Sequence[Claim], unread: str = "") -> Article:
    """Lay an article open: ``document`` is split into sentences, ``claims`` are its own; ``unread`` as in Article."""
    numbers = {claim.id: number for number, claim in enumerate(claims, 1)}
    told: dict[int, list[Claim]] = {}
    for claim in claims:
        told.setdefault(claim.s, []).append(claim)
    sentences, skipped = [], Unread(document.zones)
    for s, (start, end) in enumerate(document.sentences):
        here = told.get(s, [])
        pieces = _pieces(document, start, end, here, numbers)
        rows = tuple(_row(claim, numbers[claim.id]) for claim in here)
        sentences.append(Sentence(s, pieces, rows, skipped(start, end)))
    return Article(document, tuple(sentences), unread)


def _pieces(
    document: Document, start: int, end: int, claims: Sequence[Claim], numbers: dict[str, int]
) -> tuple[Piece, ...]:
    marks = [mark for claim in claims for mark in marked(claim)]
    cuts = {start, end} | {cut for span, _ in marks for cut in (span.start, span.end) if start <= cut <= end}
    edges = sorted(cuts)
    pieces = []
    for first, last in pairwise(edges):
        here = Span.of(document.text, first, last)
        triggers = tuple(numbers[claim.id] for claim in claims if claim.trigger.overlaps(here))
        roles = tuple(dict.fromkeys(role for span, role in marks if role != "trigger" and span.overlaps(here)))
        pieces.append(Piece(text.one_line(here.text), triggers, roles))
    return tuple(pieces)


def _row(claim: Claim, number: int) -> Row:
    facts = [(role, _mentioned(claim.of(role))) for role in ROLES]
    facts.append(("count", "; ".join(_counted(claim))))
    when = text.clean(claim.time.text) if claim.time else ""
    if claim.when is not None:
        when = f"{when} ({text.when_words(claim.when)})" if when else text.when_words(claim.when)
    facts.append(("time", when))
    kind = text.SOURCE_KIND_WORDS.get(claim.source_kind, claim.source_kind)
    says = text.source_words(claim) + (f" [{kind}]" if claim.source_kind != "none" else "")
    cue = f", “{text.clean(claim.cue.text)}”" if claim.cue else ""
    facts.append(("source", says + cue))
    return Row(
        number=number,
        title=text.type_words(claim.type, claim.mode),
        trigger=text.clean(claim.trigger.text),
        stance=_stance(claim),
        facts=tuple((role, words) for role, words in facts if words),
        confidence=claim.confidence,
    )


def _stance(claim: Claim) -> str:
    """Of the source, and of the event where that says more: a denial of a plan is both."""
    words = text.stance_words(claim)
    if claim.stance is not Stance.ASSERTS and claim.status.value != "actual":
        words += f" (event: {claim.status.value})"
    return words


def _mentioned(mentions: Sequence[Mention]) -> str:
    words = []
    for mention in mentions:
        said, meant = text.clean(mention.words), text.clean(mention.means.text) if mention.means else ""
        resolved = _resolved(mention)
        name = f"{said} = {meant}" if said and meant else said or f"({meant})"
        words.append(f"{name} → {resolved}" if resolved and resolved not in (said, meant) else name)
    return "; ".join(words)


def _resolved(mention: Mention) -> str:
    if mention.actor is not None and mention.actor.name:
        return text.actor_words(mention.actor)
    if mention.place is not None and (mention.place.place_id or mention.place.lat is not None):
        return text.place_words(mention.place)
    return ""


def _counted(claim: Claim) -> list[str]:
    return [
        f"{text.count_words(count.min, count.max)} {text.COUNT_WORDS.get(count.kind, count.kind)}"
        f" (“{text.clean(count.span.text) if count.span else ''}”{' ' + text.clean(count.who.text) if count.who else ''})"
        for count in claim.counts
    ]


def render(articles: Sequence[Article], *, reader: str) -> str:
    """The page as HTML text. The same articles give the same bytes."""
    return (
        environment()
        .get_template("explain.html")
        .render(articles=articles, reader=text.clean(reader), text=text, roles=ROLE_WORDS)
    )
