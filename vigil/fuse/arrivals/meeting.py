"""Which claims of a record the claims of one more article meet, and the log-odds of each pair (see ``arrival``)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from vigil.fuse.accounts.witnesses import Voice
from vigil.fuse.arrivals.attach import NEVER
from vigil.fuse.arrivals.ground import ClaimRow, Ground
from vigil.fuse.arrivals.postings import seeks_of_claim, seeks_of_story
from vigil.fuse.arrivals.remembered import Line, facts_of, read, voice_read
from vigil.fuse.clustering.cluster import BILLION, VETOED
from vigil.fuse.facts import LASTING, Facts
from vigil.fuse.pairs.blocking import SHORT, TOLD, blocks, class_of, propose, share_one, stretches
from vigil.fuse.pairs.comparer import Comparer, Weights, veto, words_of
from vigil.fuse.pairs.stories import ALIKE, NEIGHBOURS, Stories
from vigil.fuse.where import Pair
from vigil.fuse.words import Rarity
from vigil.model.claim import Claim
from vigil.model.link import Score
from vigil.model.text import Document

Ids = tuple[str, str]  # of two claims, the smaller first


@dataclass(slots=True)
class Shelf:
    """Claims taken down from the record so far."""

    ground: Ground
    facts: dict[str, Facts] = field(default_factory=dict)
    voices: dict[str, Voice] = field(default_factory=dict)
    tellings: dict[str, str] = field(default_factory=dict)
    silent: set[str] = field(default_factory=set)  # documents
    claims: dict[int, Claim] = field(default_factory=dict)

    def take(self, rows: Iterable[ClaimRow], lines: Mapping[int, Line] | None = None) -> None:
        """Take some down, unless they are there."""
        wanted = [row for row in rows if row[1] not in self.facts]
        claims = self.ground.claims([row[0] for row in wanted])
        for number, id_, line, voice, telling, silent in wanted:
            claim = claims.get(number)
            if claim is None:
                continue
            self.facts[id_] = facts_of((lines or {}).get(number) or read(line), claim)
            self.voices[id_] = voice_read(voice)
            if telling:
                self.tellings[id_] = telling
            if silent:
                self.silent.add(claim.doc)


class Words:
    """How rare words are, as the last whole fusion counted them; asked for as they come up."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self._asked: set[str] = set()
        self._claims, self._articles = (Rarity.counted({}, size) for size in ground.sizes)

    def ask(self, words: Collection[str]) -> None:
        """See to it that some words' counts are known."""
        new = {word for word in words if word not in self._asked}
        if new:
            self._asked |= new
            seen = self.ground.seen(new)
            self._claims.learn({word: claims for word, (claims, _) in seen.items() if claims})
            self._articles.learn({word: articles for word, (_, articles) in seen.items() if articles})

    def claims(self) -> Rarity:
        """Among claims."""
        return self._claims

    def articles(self) -> Rarity:
        """Among articles."""
        return self._articles


@dataclass(frozen=True, slots=True)
class Met:
    """``odds``: pair of claim ids -> billionths, ``NEVER`` for two that may not be one event; why is asked later."""

    odds: dict[Ids, int | None]
    comparer: Comparer
    number: Mapping[str, int]

    def reason(self, one: Facts, two: Facts) -> Score:
        """Why a pair tells of one event; of one that was passed over, why it is held apart."""
        numbers = [self.number.get(item.claim.id) for item in (one, two)]
        if None not in numbers:
            a, b = sorted(number for number in numbers if number is not None)
            return self.comparer.link(a, b).why
        return Score(0.0, veto(Pair(one, two, self.comparer.rarity, 0.0)))


def meet(
    document: Document,
    new: Sequence[Facts],
    shelf: Shelf,
    words: Words,
    gone: Collection[str],
    weights: Weights | None,
) -> Met:
    """Compare an article's claims with those of their blocks and with each other. ``gone``: documents that it replaces."""
    mine, day = story(document)
    words.ask(mine.union(*map(words_of, new)))
    near = _near_stories(document.id, mine, day, shelf.ground, words, gone)
    rarity = words.claims()
    told_of = Counter(word for item in new for word in words_of(item))
    # A name is worth a block from its second claim on: the new ones count too (without weighing less).
    rarity = Rarity.counted(rarity.seen, rarity.size)
    rarity.seen.update(told_of)
    filed = [set[int]().union(*shelf.ground.found(list(seeks_of_claim(item, rarity)))) for item in new]
    told = set(shelf.ground.told_in(near.keys() - {document.id}))
    rows = shelf.ground.rows(told.union(*filed))
    lines = {row[0]: read(row[2]) for row in rows}
    wanted = [row for row in rows if row[0] in told or _may_meet(lines[row[0]], new)]
    shelf.take(wanted, lines)
    old = [f for row in wanted if (f := shelf.facts.get(row[1])) is not None and f.claim.doc not in gone]
    met = _compared(new, old, near, rarity, words, weights)
    passed = {row[0]: row[1] for row in rows} | dict.fromkeys((row[0] for row in wanted), "")
    no = round(VETOED * BILLION)
    for item, numbers in zip(new, filed, strict=True):
        for number in numbers:
            if passed.get(number) and _meet_by_day(lines[number], item):
                met.odds[pair_of(item.claim.id, passed[number])] = no
    return met


def pair_of(one: str, two: str) -> Ids:
    """Two claims as a pair."""
    return (one, two) if one < two else (two, one)


def _meet_by_day(line: Line, item: Facts) -> bool:
    """Whether a claim that was passed over stands in a stretch of days with a new one, so that they would be compared."""
    window = line.window
    if window is None or window.days() > SHORT or item.window is None or item.window.days() > SHORT:
        return False
    return bool(stretches(window) & stretches(item.window))


def story(document: Document) -> tuple[frozenset[str], int]:
    """The words of an article's matter, and its day."""
    made = Stories([document])
    return frozenset(made.words[document.id]), made.days[document.id]


def _near_stories(
    doc: str, mine: frozenset[str], day: int, ground: Ground, words: Words, gone: Collection[str]
) -> dict[str, tuple[frozenset[str], int]]:
    """The articles on one matter with this one, itself too: their words and days."""
    numbers: set[int] = set().union(*ground.found(list(seeks_of_story(mine, day, words.articles()))))
    found = {row[1]: (frozenset(row[2].split()), row[3]) for row in ground.articles(numbers) if row[1] not in gone}
    words.ask(frozenset().union(*(theirs for theirs, _ in found.values())))
    rarity = words.articles()
    alike = {id_: rarity.overlap(mine, theirs) for id_, (theirs, _) in found.items() if id_ != doc}
    near = sorted((id_ for id_, value in alike.items() if value >= ALIKE), key=lambda id_: (-alike[id_], id_))
    return {id_: found[id_] for id_ in near[:NEIGHBOURS]} | {doc: (mine, day)}


def _may_meet(line: Line, new: Sequence[Facts]) -> bool:
    """False for a claim that is of another day than all that it could be one event with: most of what a block holds.

    Only acts of violence are passed over so: of other things a pair of days that are apart holds groups apart for good.
    """
    kind = class_of(line.type)
    if kind != "violence":
        return any(class_of(item.claim.type) == kind for item in new)
    return any(class_of(item.claim.type) == kind and not _other_days(line, item) for item in new)


def _other_days(line: Line, item: Facts) -> bool:
    one, two = line.window, item.window
    if one is None or two is None or not (one.told or two.told):
        return False
    if line.type in LASTING and item.claim.type in LASTING:
        return one.gap(two) >= 60
    return one.gap(two) >= (2 if one.told and two.told else 14)


def _compared(
    new: Sequence[Facts],
    old: Sequence[Facts],
    near: Mapping[str, tuple[frozenset[str], int]],
    rarity: Rarity,
    words: Words,
    weights: Weights | None,
) -> Met:
    ground = words.ground
    strangers = ground.articles_of({item.claim.doc for item in old} - near.keys())
    matter = dict(near) | {row[1]: (frozenset(row[2].split()), row[3]) for row in strangers}
    everyone = sorted([*new, *old], key=lambda item: item.claim.id)
    words.ask(frozenset().union(*map(words_of, everyone), *(theirs for theirs, _ in matter.values())))
    stories = Stories.known(
        {doc: theirs for doc, (theirs, _) in matter.items()},
        {doc: day for doc, (_, day) in matter.items()},
        words.articles(),
    )
    comparer = Comparer(everyone, (), weights, known=(words.claims(), stories))
    number = {item.claim.id: n for n, item in enumerate(everyone)}
    proposed = sorted((number[a], number[b]) for a, b in _proposed(new, old, near, rarity))
    pairs = np.array(proposed, dtype=np.int64).reshape(-1, 2)
    ids = [item.claim.id for item in everyone]
    found: dict[Ids, int | None] = {}
    for (one, two), value in zip(proposed, comparer.odds(pairs[:, 0], pairs[:, 1]).tolist(), strict=True):
        found[ids[one], ids[two]] = NEVER if value == -np.inf else round(value * BILLION)
    return Met(found, comparer, number)


def _proposed(new: Sequence[Facts], old: Sequence[Facts], near: Collection[str], rarity: Rarity) -> set[Ids]:
    """The pairs that are compared, as ``blocking`` proposes them: of the new claims, and of each with those of its blocks,
    and with those of one class in articles on one matter."""
    ordered = sorted(new, key=lambda item: item.claim.id)
    found = {(ordered[a].claim.id, ordered[b].claim.id) for a, b in propose(ordered, rarity).tolist()}
    standing = {item.claim.id: blocks(item, rarity) for item in (*new, *old)}
    by_class: dict[str, list[Facts]] = defaultdict(list)
    for item in old:
        by_class[class_of(item.claim.type)].append(item)
    for one in new:
        for two in by_class[class_of(one.claim.type)]:
            on_one_matter = two.claim.doc in near and one.order < TOLD and two.order < TOLD
            if on_one_matter or share_one(one, two, standing[one.claim.id], standing[two.claim.id]):
                found.add(pair_of(one.claim.id, two.claim.id))
    return found
