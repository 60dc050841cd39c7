"""What fusion needs to know of a claim, worked out once: its window of days, its places, parties, counts and words.

A claim without a date of its own gets a *weak* window from its document: news tells of the ``NEWS_DAYS`` days before
it was published. A claim without one that follows a dated claim of the same kind shares that claim's date when the
date is an old one, so that the third sentence about last year's massacre is not taken for today's. Plans and fears
look forward instead. What an article is about lends its day and place to those claims of it that name none
(``anchor``). The window's ``origin`` says which of these it is, and every reason built on it repeats it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from vigil.fuse import victims
from vigil.fuse.anchor import anchored
from vigil.fuse.victims import Victim
from vigil.fuse.words import STOP, content, fold, lemma, names
from vigil.model.claim import Claim, Count, Mention, Status
from vigil.model.entity import PlaceRef
from vigil.model.interval import Interval
from vigil.model.text import Document

NEWS_DAYS = 3  # "an event told in present news usually happened 0-3 days before"
AHEAD_DAYS = 30
PASSING = 10  # days: longer dates ("in 2015", "last month") are background for one claim, not for what follows
FAR = 36500
FAMILIES: dict[str, str] = {
    **dict.fromkeys(
        ("attack", "airstrike", "shelling", "bombing", "killing", "chemical", "casualties", "destruction", "abuse"),
        "violence",
    ),
    **dict.fromkeys(("takeover", "siege", "deployment", "withdrawal"), "ground"),
    **dict.fromkeys(("abduction", "detention", "release"), "captivity"),
    **dict.fromkeys(("displacement", "aid"), "civilian"),
    **dict.fromkeys(("ceasefire", "talks", "agreement"), "diplomacy"),
    **dict.fromkeys(("demand", "threat", "accusation", "sanction", "protest"), "statement"),
    "arms": "arms",
}
_KNOWN = re.compile(r"\b(?:the|this|that|these|those)(?: \w+)?\s$", re.IGNORECASE)
#: Words for a time before the news: of an earlier month or year, or some while ago.
_EARLIER = re.compile(
    r"\b(?:last (?:year|month)|(?:years|months|weeks) ago|earlier this (?:year|month)|(?:in|since) (?:January|February|"
    r"March|April|May|June|July|August|September|October|November|December))\b",
    re.IGNORECASE,
)
#: One of these is in each of them.
_SIGNS = tuple(
    "last |s ago|earlier this |january|february|march|april|in may|since may|june|july|august|september|october|november|"
    "december".split("|")
)
_YEAR = re.compile(r"\b(?:19[5-9]|20[0-4])\d\b")
#: Types whose events last, so that two dates far apart may still be one of them.
LASTING = frozenset(
    {"siege", "attack", "displacement", "ceasefire", "deployment", "talks", "arms", "detention", "abuse"}
)


@dataclass(frozen=True, slots=True)
class Window:
    """Days on which it happened, both ends included, as ordinals (``date.toordinal``), and where we know that from."""

    first: int
    last: int
    origin: str  # "told", "told before", "article", "news", "ahead"

    @property
    def told(self) -> bool:
        """True when the text gives the date, here or in the claim before."""
        return self.origin in ("told", "told before")

    def gap(self, other: Window) -> int:
        """Whole days between the two, 0 when they touch or overlap."""
        return max(0, other.first - self.last, self.first - other.last)

    def days(self) -> int:
        """Its length in days."""
        return self.last - self.first + 1

    def text(self) -> str:
        """For reasons: ``2018-03-04`` or ``2018-03-04..2018-03-07 (from the publication day)``."""
        first, last = date.fromordinal(self.first), date.fromordinal(self.last)
        days = first.isoformat() if first == last else f"{first}..{last}"
        note = {"news": " (from the publication day)", "told before": " (from the claim before it)"}
        note["article"] = " (the day of what the article is about)"
        return days + note.get(self.origin, "")


@dataclass(frozen=True, slots=True)
class Party:
    """An agent, target or source for comparing: registry id and side where resolved, folded words always."""

    id: str
    side: str
    words: frozenset[str]
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """One claim made comparable."""

    claim: Claim
    family: str
    published: int  # ordinal of the publication day, 0 unknown
    window: Window | None
    place: PlaceRef | None
    place_words: frozenset[str]  # folded words of the place as written
    place_borrowed: bool  # taken from an earlier claim of the document, not stated for this one
    agents: tuple[Party, ...]
    targets: tuple[Party, ...]
    speakers: tuple[Party, ...]
    instruments: frozenset[str]
    counts: Mapping[str, Count]  # own counts, largest per kind; cumulative tolls left out
    trigger: frozenset[str]
    named: tuple[str, ...]  # distinct names in its sentence and arguments; a set of them is ten times as large
    stems: tuple[str, ...]  # distinct stems of its sentence's words
    again: bool  # told as known already ("the attack") and without a date of its own
    main: bool  # of its document's main type, and not stated to be anywhere else or of an earlier time
    order: int  # position among its document's claims
    past: bool = False  # without a date of its own, in a sentence that speaks of an earlier month or year
    spot: frozenset[str] = frozenset()  # folded words of its stated place beyond the name that it is resolved to
    victims: tuple[Victim, ...] = ()  # the dead whom it names without a number
    beside: int = 0  # how many of them stand beside its numbered dead

    @property
    def names(self) -> frozenset[str]:
        """Folded names in its sentence and arguments."""
        return frozenset(self.named)

    @property
    def words(self) -> frozenset[str]:
        """Stems of its sentence's words."""
        return frozenset(self.stems)


def gather(documents: Sequence[Document], claims: Iterable[Claim]) -> list[Facts]:
    """Facts of all claims, sorted by claim id. Claims of documents that are not given are told by their words alone."""
    by_id = {document.id: document for document in documents}
    by_doc: dict[str, list[Claim]] = {}
    for claim in claims:
        by_doc.setdefault(claim.doc, []).append(claim)
    found: list[Facts] = []
    for doc, told in sorted(by_doc.items()):
        told.sort(key=lambda claim: (claim.s, claim.trigger.start, claim.id))
        found.extend(_document(by_id.get(doc), told))
    return sorted(found, key=lambda facts: facts.claim.id)


def of_claim(claim: Claim, **rest: Any) -> Facts:
    """Facts of a claim: what follows from it alone, beside the ``rest``, which its document gives."""
    agents, targets, instruments = list[Party](), list[Party](), frozenset[str]()
    for mention in claim.arguments:
        if mention.role == "agent":
            agents.append(party(mention))
        elif mention.role == "target":
            targets.append(party(mention))
        elif mention.role == "instrument":
            instruments |= content(mention.meaning)
    return Facts(
        claim=claim,
        family=FAMILIES.get(claim.type, claim.type),
        agents=tuple(agents),
        targets=tuple(targets),
        speakers=tuple([party(mention) for mention in claim.sources]),
        instruments=instruments,
        counts=own_counts(claim),
        trigger=content(claim.trigger.text) or frozenset({lemma(fold(claim.trigger.text))}),
        **rest,
    )


def _document(document: Document | None, claims: Sequence[Claim]) -> list[Facts]:
    published = document.published.date().toordinal() if document is not None and document.published else 0
    made: list[Facts] = []
    kind, where = _main(claims)
    text = document.text if document is not None else ""
    bounds, sentence, written, stems = (-1, -1), "", frozenset[str](), tuple[str, ...]()
    for order, claim in enumerate(claims):
        if claim.sentence != bounds:  # a sentence's claims follow one another
            bounds = claim.sentence
            sentence = text[slice(*bounds)]
            written, stems = names(sentence), tuple(content(sentence))
        place, words, borrowed = _place(claim, made)
        window = _window(claim, published, made)
        past = (window is None or not window.told) and _past(sentence, published)
        made.append(
            of_claim(
                claim,
                published=published,
                window=window,
                place=place,
                place_words=words,
                place_borrowed=borrowed,
                named=tuple(written.union(*[names(m.meaning) for m in claim.arguments])),
                stems=stems,
                again=claim.when is None and bool(_KNOWN.search(sentence[: claim.trigger.start - claim.sentence[0]])),
                main=claim.type == kind and not past and (borrowed or not words or not where or bool(words & where)),
                order=order,
                past=past,
                spot=_spot(place, words) if place is not None and not borrowed else frozenset(),
                victims=victims.unnumbered(claim, text),
                beside=victims.beside(claim, text),
            )
        )
    return anchored(made, kind)


def _main(claims: Sequence[Claim]) -> tuple[str, frozenset[str]]:
    """What an article is about: its first act's type unless another is told twice as often, and where that was."""
    often = Counter(claim.type for claim in claims)
    first = claims[0].type
    kind = min(often, key=lambda kind: (-often[kind] - (often[first] if kind == first else 0), kind))
    for claim in claims:
        words = frozenset().union(*(place_words_of(mention.meaning) for mention in claim.of("place")))
        if claim.type == kind and words:
            return kind, words
    return kind, frozenset()


def _window(claim: Claim, published: int, before: Sequence[Facts]) -> Window | None:
    if claim.when is not None:
        told = days_of(claim.when)
        if told is not None:
            return told
    if not published:
        return None
    if claim.status in (Status.INTENDED, Status.FEARED):
        return Window(published - 1, published + AHEAD_DAYS, "ahead")
    weak = Window(published - NEWS_DAYS, published, "news")
    family = FAMILIES.get(claim.type, claim.type)
    for facts in reversed(before):
        if claim.s - facts.claim.s > 2:
            break
        dated = facts.window
        if facts.family == family and dated is not None and dated.origin == "told":
            old = dated.last < weak.first and dated.days() <= PASSING
            return Window(dated.first, dated.last, "told before") if old else weak
    return weak


def _past(sentence: str, published: int) -> bool:
    """True when a sentence names a year before that of publication and not this one, or an earlier month, or weeks ago."""
    year = date.fromordinal(published).year if published else 0
    # Both patterns are slow to find that nothing is there; that most sentences have none of their words is found at once.
    named = {int(words) for words in _YEAR.findall(sentence)} if "19" in sentence or "20" in sentence else set()
    if year and named and min(named) < year and year not in named:
        return True
    plain = sentence.casefold()
    return any(word in plain for word in _SIGNS) and _EARLIER.search(sentence) is not None


def days_of(when: Interval) -> Window | None:
    """An interval's days as ordinals; an open side reaches a century. None when both sides are open."""
    first, last = when.first_day, when.last_day
    if first is None and last is None:
        return None
    low = first.toordinal() if first else max(1, last.toordinal() - FAR) if last else 1
    high = last.toordinal() if last else min(date.max.toordinal(), low + FAR)
    pad = 1 if when.approximate else 0
    return Window(max(1, low - pad), min(date.max.toordinal(), high + pad), "told")


def _place(claim: Claim, before: Sequence[Facts]) -> tuple[PlaceRef | None, frozenset[str], bool]:
    """The claim's place and its words; without any, those of the last claim of its family within three sentences."""
    mentions = claim.of("place")
    words = frozenset().union(*(place_words_of(mention.meaning) for mention in mentions))
    if claim.place is not None:
        return claim.place, words or place_words_of(claim.place.text), False
    if words:
        return None, words, False
    family = FAMILIES.get(claim.type, claim.type)
    for facts in reversed(before):
        if claim.s - facts.claim.s > 3:
            break
        if facts.family == family and (facts.place is not None or facts.place_words):
            return facts.place, facts.place_words, True
    return None, frozenset(), False


def _spot(place: PlaceRef, words: frozenset[str]) -> frozenset[str]:
    """What is left of a place's words beside the name that it is resolved to: a quarter of a town, a road."""
    return words - frozenset(fold(f"{place.name or ''} {place.text}").split())


_PLACE_NOISE = STOP | frozenset(
    "city town village province district area areas region countryside northern southern eastern western north south east "
    "west central neighbourhood neighborhood outskirts suburb suburbs near al el governorate rural".split()
)


@lru_cache(maxsize=50_000)
def place_words_of(text: str) -> frozenset[str]:
    """The folded words of a place as written, without those that every place has; all of them when there are no others."""
    every = frozenset(fold(text).split())
    return (every - _PLACE_NOISE) or every


def party(mention: Mention) -> Party:
    """A mention made comparable."""
    ref = mention.actor
    if ref is None or not ref.known or ref.actor_id is None:
        # A group that no registry knows is compared by its words, those of its commonest spelling among them.
        return _party("", ref.side if ref else "", mention.meaning, ref.name if ref and ref.provisional else "")
    return _party(ref.actor_id, ref.side or ref.actor_id, mention.meaning, name=ref.name)


@lru_cache(maxsize=50_000)  # the same few again and again: one object each
def _party(id: str, side: str, written: str, also: str = "", *, name: str = "") -> Party:
    words = content(written)
    return Party(id, side, words | content(also) if also else words, name or written)


def own_counts(claim: Claim) -> dict[str, Count]:
    """Per kind the claim's own count; running tolls over many events are left out.

    Of several counts of one kind the largest holds, since the others are mostly its parts ("56 dead, 11 of them
    children"); but parts that stand side by side ("11 soldiers and six rebels") are added up.
    """
    if not claim.counts:
        return {}
    by_kind: dict[str, list[Count]] = {}
    for count in claim.counts:
        if not count.cumulative and (count.min is not None or count.max is not None):
            by_kind.setdefault(count.kind, []).append(count)
    return {
        kind: counts[0] if len(counts) == 1 else max((_added(counts), *counts), key=_size)
        for kind, counts in by_kind.items()
    }


def parts_of(claim: Claim, kind: str) -> tuple[int, ...]:
    """The numbers of which a claim's own count of a kind (``own_counts``) is the sum; () where the claim gives it itself."""
    if len(claim.counts) < 2:
        return ()
    own = own_counts(claim).get(kind)
    given = [c for c in claim.counts if c.kind == kind and not c.cumulative and (c.min, c.max) != (None, None)]
    if own is None or any((count.min, count.max) == (own.min, own.max) for count in given):
        return ()
    return tuple(_size(count) for count in _side_by_side(given))


def _added(counts: Sequence[Count]) -> Count:
    """The first count with all that follow it side by side."""
    beside = _side_by_side(counts)
    if len(beside) == 1:
        return beside[0]
    lows, highs = [count.min for count in beside], [count.max for count in beside]
    low = None if None in lows else sum(n for n in lows if n is not None)
    high = None if None in highs else sum(n for n in highs if n is not None)
    return Count(kind=beside[0].kind, min=low, max=high, span=beside[-1].span, who=beside[-1].who)


def _side_by_side(counts: Sequence[Count]) -> list[Count]:
    """The first count and all that follow it as its equals."""
    ordered = sorted(counts, key=lambda count: count.span.start if count.span else 0)
    beside = ordered[:1]
    for count in ordered[1:]:
        total = beside[-1]
        if total.span is None or count.span is None or total.who is None or count.who is None:
            break
        # At most six characters between "11 soldiers" and "six": a comma or "and", not "including" or "among them".
        if not 0 <= count.span.start - max(total.who.end, total.span.end) <= 6:
            break
        if _holds(total.who.text, count.who.text):
            break
        beside.append(count)
    return beside


_ANYONE = frozenset("people person persons civilians civilian residents others lives".split())
_OF_THEM = frozenset("child children women woman minors girls boys babies infants".split())


def _holds(whole: str, part: str) -> bool:
    """True when the second are among the first: "12 people, 5 children"."""
    first, second = set(fold(whole).split()), set(fold(part).split())
    return bool(first & _ANYONE and second & _OF_THEM) and not first & _OF_THEM


def _size(count: Count) -> int:
    return count.min if count.min is not None else count.max if count.max is not None else 0
