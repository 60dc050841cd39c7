"""Copies and rewrites of one report, so that ten copies are one witness.

Five ways of finding them, each with its reason written on the result:

- whole articles: MinHash finds candidates, exact shares of shingles decide. An article is a copy when at least ``WHOLE``
  of its shingles stand in an earlier one. Templated news ("an air strike killed 12 in A", "... 11 in B") is alike
  without being one report, so texts that are less than ``CERTAIN`` alike must also share names or numbers;
- agency lineage: texts that draw on one agency (credit, byline, dateline, "AFP contributed") need only ``CREDITED``, and
  are one origin also when the agency's own text is not there;
- retold: at least ``PARTLY`` of the shingles and ``COVERED`` of the text lie in sentences that have their like in the
  earlier one: a copy of which a third was paraphrased and the rest cut and reordered;
- translations: names and numbers in the same order in another language (``translations``);
- passages: copied sentences inside another article (``passages``). The claims in them have the earlier text as their
  origin, while the rest of the article stays the outlet's own.

A publisher's own texts follow its pattern ("On 8 January the coalition conducted 34 strikes ...", "On 10 January ... 23"):
between two articles of one outlet only ``CERTAIN`` makes a copy.

The origin of a set of copies is the earliest by day; on one day an agency's own text goes first, then the earlier
time, then the smaller id. Changed numbers do not make a copy an independent report; the reason notes them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

import numpy as np
from numpy.typing import NDArray

from vigil.fuse.copies.alignment import align
from vigil.fuse.copies.outlets import Outlets
from vigil.fuse.copies.passages import Passage, apart, may_hold
from vigil.fuse.copies.passages import passages as copied
from vigil.fuse.copies.shingles import RensaSketcher, Shingled, Sketcher, forget, shingle
from vigil.fuse.copies.translations import translations
from vigil.model.link import Score
from vigil.model.text import Document, Unread

WHOLE = 0.6
CREDITED = 0.3
CERTAIN = 0.85
PARTLY = 0.25  # independent reports of one event shared .16 at most in 500 pairs (bench/copies)
COVERED = 0.6
LONG = 40  # shingles: in two sentences that mirror each other ("the north fired", "the south fired") most words agree
SAMPLE = 4  # one shingle in four indexes a text for passages; 22 shared ones hold two with p = .985
COMMON = 40  # a shingle in more texts than this is a phrase of the trade, not a trace of copying
SHORT = 60  # shingles: of a short text, a sample may be one or none
LATEST = datetime(9999, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Origin:
    """The document that another one copies (itself for a report of its own), and why that is held."""

    doc: str
    why: Score


@dataclass(frozen=True, slots=True)
class Copies:
    """Origins of whole documents, and of passages inside documents that are otherwise their own."""

    origins: Mapping[str, Origin] = field(default_factory=dict)
    passages: Mapping[str, tuple[Passage, ...]] = field(default_factory=dict)
    #: ``wording`` of each text.
    traces: Mapping[str, NDArray[np.uint64]] = field(default_factory=dict, compare=False, repr=False)

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
    order = by_age(documents, outlets)
    by_id = {document.id: document for document in order}
    texts = [shingle(document) for document in order]
    pairs = set((sketcher or RensaSketcher()).candidates(texts)) | set(_sharing(texts)) | set(_versions(order))
    before: dict[int, list[int]] = defaultdict(list)
    for earlier, later in sorted(pairs):
        before[later].append(earlier)
    translated = translations(order)
    whole: dict[str, Origin] = {}
    parts: dict[str, list[Passage]] = {}

    def root(doc: str) -> Document:
        # Copies of copies lead to their first text: origins are earlier, so theirs are known by now.
        return by_id[whole[doc].doc]

    for later, document in enumerate(order):
        known = [(order[n], texts[n]) for n in before[later]]
        found, parts[document.id] = against(document, texts[later], known, root, outlets)
        whole[document.id] = found or _translated(document.id, translated, whole)
    inside = {doc: inner(doc, parts[doc], root) for doc in sorted(parts) if whole[doc].doc == doc}
    traces = {text.doc: wording(text) for text in texts}
    forget()
    return Copies(whole, {doc: found for doc, found in inside.items() if found}, traces)


def against(
    document: Document,
    text: Shingled,
    earlier: Sequence[tuple[Document, Shingled]],
    root: Callable[[str], Document],
    outlets: Outlets,
) -> tuple[Origin | None, list[Passage]]:
    """A text compared with earlier ones, the oldest first: the first text of which it is a copy as a whole, and what of it
    stands in those that it does not copy. ``root`` gives the first text behind each of these."""
    found: list[tuple[float, int, Origin]] = []
    stretches: list[Passage] = []
    for number, (before, theirs) in enumerate(earlier):
        shared = len(theirs.distinct & text.distinct)
        why = _compare(before, document, theirs, text, outlets, shared)
        if why is not None:
            found.append((-why.value, number, Origin(root(before.id).id, why)))
        elif may_hold(text, shared):
            stretches += copied(before, document, theirs, text)
    ranked = [(origin, root(earlier[number][0].id)) for _, number, origin in sorted(found, key=lambda item: item[:2])]
    fit = (origin for origin, first in ranked if not _pattern(first, document, origin, outlets))
    return next(fit, None), stretches


def inner(doc: str, stretches: Sequence[Passage], root: Callable[[str], Document]) -> tuple[Passage, ...]:
    """The passages of a text that is no copy as a whole, each with the first text that carried it.

    A passage of a copy's origin stands in the copy too: the origin of the whole holds for it, so it needs none.
    """
    led = [replace(p, origin=root(p.origin).id) for p in stretches]
    return apart([passage for passage in led if passage.origin != doc])


def trace(text: Shingled) -> NDArray[np.uint64]:
    """A text's sampled shingles, sorted."""
    return np.unique(text.hashes[text.hashes % np.uint64(SAMPLE) == 0])


def wording(text: Shingled) -> NDArray[np.uint64]:
    """The shingles by which a later text finds those that share some of its wording: a sample, or all of a short text."""
    return trace(text) if len(text.hashes) > SHORT else np.unique(text.hashes)


def _translated(doc: str, found: Mapping[str, tuple[str, Score]], whole: Mapping[str, Origin]) -> Origin:
    """The origin of a text that copies none of its own language: what it translates, else itself."""
    if doc not in found:
        return Origin(doc, Score(1.0, "a report of its own"))
    earlier, why = found[doc]
    return Origin(whole[earlier].doc, Score(why.value, f"a translation: {why.reason}"))


def _pattern(origin: Document, later: Document, found: Origin, outlets: Outlets) -> bool:
    """True when a text is only like a copy of what its own publisher put out before."""
    return found.why.value < CERTAIN and outlets.series(origin, later)


def by_age(documents: Iterable[Document], outlets: Outlets) -> list[Document]:
    """The oldest first; on one day an agency's own text."""
    return sorted(documents, key=lambda document: _age(document, outlets))


def _age(document: Document, outlets: Outlets) -> tuple[str, int, datetime, str]:
    published = document.published or LATEST
    return published.date().isoformat(), 0 if outlets.is_agency(document) else 1, published, document.id


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
    sampled = [trace(text) for text in texts]
    items = np.concatenate([np.zeros(0, dtype=np.uint64), *sampled])
    numbers = np.repeat(np.arange(len(texts)), [len(part) for part in sampled])
    order = np.lexsort((numbers, items))
    items, numbers = items[order], numbers[order]
    _, begin, sizes = np.unique(items, return_index=True, return_counts=True)
    often = np.repeat(sizes > COMMON, sizes)
    # Forty copies of one text: each is paired with the first.
    first = np.repeat(numbers[begin], sizes)
    codes = [(first * len(texts) + numbers)[often & (first != numbers)]]
    for step in range(1, COMMON):
        same = (items[step:] == items[:-step]) & ~often[step:]
        if not same.any():
            break
        codes.append(numbers[:-step][same] * len(texts) + numbers[step:][same])
    pairs, shared = np.unique(np.concatenate(codes), return_counts=True)
    return [divmod(pair, len(texts)) for pair in pairs[shared >= 2].tolist()]


def _compare(a: Document, b: Document, one: Shingled, two: Shingled, outlets: Outlets, shared: int) -> Score | None:
    """Why the later text ``b`` is a copy of the earlier ``a``; None when it is not. ``shared``: shingles that both have."""
    if a.key == b.key:
        return Score(1.0, "a later version of the same article")
    if not one.distinct or not two.distinct:
        return None
    share = shared / len(two.distinct)
    if share < PARTLY:  # the least of all shares below
        return None
    changed = sorted(one.numbers ^ two.numbers)
    note = f"; numbers differ ({', '.join(changed[:4])})" if changed else "; the same numbers"
    if share >= CREDITED and _same_matter(one, two):
        agencies = sorted(outlets.lineage(a) & outlets.lineage(b))
        if agencies:
            return Score(max(share, 0.5), f"both credited to {agencies[0]}, {share:.0%} of its wording is there{note}")
    if share >= CERTAIN:
        return Score(share, f"{share:.0%} of its wording stands in the earlier text{note}")
    if share >= WHOLE and _same_matter(one, two):
        return Score(share, f"{share:.0%} of its wording stands in the earlier text{note}")
    if share >= PARTLY and min(len(one.distinct), len(two.distinct)) >= LONG and _same_matter(one, two):
        covered = _covered(b, a)
        if covered >= COVERED:
            return Score(share, f"{covered:.0%} of it retells the earlier text, {share:.0%} in the same words{note}")
    return None


def _covered(later: Document, earlier: Document) -> float:
    """The share of the later text's words that lie in sentences with their like in the earlier one."""
    unread = Unread(later.zones)
    words = [0 if unread(a, b) else len(later.text[a:b].split()) for a, b in later.sentences]
    return sum(words[pair.one] for pair in align(later, earlier)) / max(1, sum(words))


def _same_matter(one: Shingled, two: Shingled) -> bool:
    """Numbers and names compared: alike enough to be one report and not two told after one pattern."""
    if not two.names or not one.names:
        return True
    return len(one.names & two.names) / min(len(one.names), len(two.names)) >= 0.6
