"""Copies and rewrites of one report, so that ten copies are one witness.

Three ways of finding them, each with its reason written on the result:

- whole articles: MinHash finds candidates, exact shares of shingles decide. An article is a copy when at least ``WHOLE``
  of its shingles stand in an earlier one. Templated news ("an air strike killed 12 in A", "... 11 in B") is alike
  without being one report, so texts that are less than ``CERTAIN`` alike must also share names or numbers;
- agency credit: texts credited to one agency, or by an agency and credited to it, need only ``CREDITED``, and are one
  origin also when the agency's own text is not there;
- passages: a run of at least ``RUN`` shared shingles is agency copy inside another article. The claims in it have the
  earlier text as their origin, while the rest of the article stays the outlet's own.

The origin of a set of copies is the earliest by day; on one day an agency's own text goes first, then the earlier
time, then the smaller id. Changed numbers do not make a copy an independent report; the reason notes them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from vigil.fuse.outlets import Outlets
from vigil.fuse.shingles import RensaSketcher, Shingled, Sketcher, shingle
from vigil.model.link import Score
from vigil.model.text import Document

WHOLE = 0.6
CREDITED = 0.3
CERTAIN = 0.85
RUN = 22  # shingles, 25 words in a row: longer than any quotation of a single sentence
SAMPLE = 4  # one shingle in four indexes a text for passages; a run of 22 holds one with p > .998
COMMON = 40  # a shingle in more texts than this is a phrase of the trade, not a trace of copying
LATEST = datetime(9999, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Origin:
    """The document that another one copies (itself for a report of its own), and why that is held."""

    doc: str
    why: Score


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a document's text that stands word for word in an earlier one."""

    start: int
    end: int
    origin: str


@dataclass(frozen=True, slots=True)
class Copies:
    """Origins of whole documents, and of passages inside documents that are otherwise their own."""

    origins: Mapping[str, Origin] = field(default_factory=dict)
    passages: Mapping[str, tuple[Passage, ...]] = field(default_factory=dict)

    def of(self, doc: str, start: int = 0, end: int = 0) -> str:
        """The document that first carried the words from ``start`` to ``end`` of a document ("" offsets: the whole)."""
        whole = self.origins.get(doc)
        if whole is not None and whole.doc != doc:
            return whole.doc
        for passage in self.passages.get(doc, ()):
            shared = min(end, passage.end) - max(start, passage.start)
            if end > start and shared * 2 > end - start:
                return passage.origin
        return doc


def origins(documents: Sequence[Document], outlets: Outlets, sketcher: Sketcher | None = None) -> Copies:
    """Find copies among documents. Pure, and independent of the documents' order."""
    order = sorted(documents, key=lambda document: _age(document, outlets))
    texts = [shingle(document) for document in order]
    pairs = set((sketcher or RensaSketcher()).candidates(texts)) | set(_sharing(texts)) | set(_versions(order))
    direct: dict[str, Origin] = {}
    passages: dict[str, list[Passage]] = defaultdict(list)
    for earlier, later in sorted(pairs):
        why = _compare(order[earlier], order[later], texts[earlier], texts[later], outlets)
        known = direct.get(order[later].id)
        if why is not None and (known is None or why.value > known.why.value):
            direct[order[later].id] = Origin(order[earlier].id, why)
        elif why is None:
            passages[order[later].id].extend(_runs(texts[earlier], texts[later]))
    whole = {document.id: _root(document.id, direct) for document in order}
    parts = {
        doc: tuple(Passage(p.start, p.end, whole[p.origin].doc) for p in sorted(found, key=lambda p: (p.start, p.end)))
        for doc, found in sorted(passages.items())
        if found
    }
    return Copies(whole, parts)


def _age(document: Document, outlets: Outlets) -> tuple[str, int, datetime, str]:
    published = document.published or LATEST
    return published.date().isoformat(), 0 if outlets.is_agency(document) else 1, published, document.id


def _root(doc: str, direct: Mapping[str, Origin]) -> Origin:
    """Follow copies of copies to their first text; origins are always earlier, so this ends."""
    if doc not in direct:
        return Origin(doc, Score(1.0, "a report of its own"))
    step = direct[doc]
    while step.doc in direct:
        step = Origin(direct[step.doc].doc, direct[doc].why)
    return step


def _versions(order: Sequence[Document]) -> list[tuple[int, int]]:
    """Versions of one article, each with the one before it."""
    last: dict[str, int] = {}
    pairs = []
    for number, document in enumerate(order):
        if document.key in last:
            pairs.append((last[document.key], number))
        last[document.key] = number
    return pairs


def _sharing(texts: Sequence[Shingled]) -> list[tuple[int, int]]:
    """Pairs of texts that share sampled shingles: at least two, so that one stock phrase makes no pair."""
    postings: dict[int, list[int]] = defaultdict(list)
    for number, text in enumerate(texts):
        for item in text.distinct:
            if item % SAMPLE == 0:
                postings[item].append(number)
    shared: Counter[tuple[int, int]] = Counter()
    for numbers in postings.values():
        if 1 < len(numbers) <= COMMON:
            shared.update((a, b) for n, a in enumerate(numbers) for b in numbers[n + 1 :])
        elif len(numbers) > COMMON:  # forty copies of one text: each is paired with the first
            shared.update((numbers[0], b) for b in numbers[1:])
    return [pair for pair, count in shared.items() if count >= 2]


def _compare(a: Document, b: Document, one: Shingled, two: Shingled, outlets: Outlets) -> Score | None:
    """Why the later text ``b`` is a copy of the earlier ``a``; None when it is not."""
    if a.key == b.key:
        return Score(1.0, "a later version of the same article")
    if not one.distinct or not two.distinct:
        return None
    share = len(one.distinct & two.distinct) / len(two.distinct)
    changed = sorted(one.numbers ^ two.numbers)
    note = f"; numbers differ ({', '.join(changed[:4])})" if changed else "; the same numbers"
    agency = outlets.credit(a)
    if agency and agency == outlets.credit(b) and share >= CREDITED and _same_matter(one, two):
        return Score(max(share, 0.5), f"both credited to {agency}, {share:.0%} of its wording is there{note}")
    if share >= CERTAIN or (share >= WHOLE and _same_matter(one, two)):
        return Score(share, f"{share:.0%} of its wording stands in the earlier text{note}")
    return None


def _same_matter(one: Shingled, two: Shingled) -> bool:
    """Numbers and names compared: alike enough to be one report and not two told after one pattern."""
    if not two.names or not one.names:
        return True
    return len(one.names & two.names) / min(len(one.names), len(two.names)) >= 0.6


def _runs(one: Shingled, two: Shingled) -> list[Passage]:
    """Runs of shared shingles in the later text, long enough to be copied."""
    runs: list[Passage] = []
    begin = None
    for place, item in enumerate((*two.hashes, None)):
        if item is not None and item in one.distinct:
            begin = place if begin is None else begin
            continue
        if begin is not None and place - begin >= RUN:
            runs.append(Passage(two.starts[begin], two.ends[place - 1], one.doc))
        begin = None
    return runs
