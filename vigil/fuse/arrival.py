"""One more article into a record that was fused as a whole: its claims join events that stand, or make new ones, at once.

The new claims meet the claims of their blocks only (``meeting``), are weighed by the same table as ever, with the counts of
words of the last whole fusion, and join by the same means (``attach``). What is worked out again is the events that they
join. So what stands afterwards follows from what stood before and the article, and is marked ``unsettled``: the next fusion
of the whole gives what fusing everything at once gives. What waits for that: events that the new telling parts or makes one,
older texts that turn out to be copies, translations, notices that withdraw a report, waves of which older events are parts.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from vigil.fuse.attach import attached
from vigil.fuse.cluster import BILLION, Rulings, by_hand, rulings
from vigil.fuse.estimate import Record, event_of
from vigil.fuse.facts import Facts, gather
from vigil.fuse.ground import FiledArticle, FiledClaim, Ground
from vigil.fuse.meeting import Ids, Met, Shelf, Words, meet, pair_of, story
from vigil.fuse.outlets import Outlet, Outlets
from vigil.fuse.pairs import Weights, shipped_weights
from vigil.fuse.parts import with_parts
from vigil.fuse.postings import of_claim, of_story, of_trace, seeks_of_trace, wordings
from vigil.fuse.remembered import voice_written, written
from vigil.fuse.shingles import Shingled, shingle
from vigil.fuse.standing import standing
from vigil.fuse.syndication import Copies, Origin, against, by_age, inner, wording
from vigil.fuse.tellings import ONE_SENTENCE, ONE_TELLING, Telling, dated, tellings
from vigil.fuse.witnesses import Voice, Voices
from vigil.model.claim import Claim
from vigil.model.event import Event
from vigil.model.link import Decision, Score
from vigil.model.text import Document

ALIKE_TEXTS = 40  # articles that share most wording are compared in whole
_ALONE = ("the event's first claim", "the only claim of it")


@dataclass(frozen=True, slots=True)
class Joined:
    """What an article's arrival changes: ``before`` are events as they stood, whose place ``events`` take."""

    events: tuple[Event, ...]
    before: tuple[Event, ...]
    origin: Origin
    article: FiledArticle
    claims: tuple[FiledClaim, ...]
    told: Mapping[str, str]  # claim of an older text -> the telling that it is of from now on


def join(
    document: Document,
    claims: Sequence[Claim],
    *,
    ground: Ground,
    decisions: Sequence[Decision] = (),
    replaces: Collection[str] = (),
    corrected: Collection[str] = (),
    outlets: Mapping[str, Outlet] | None = None,
    weights: Weights | None = None,
) -> Joined:
    """Join one article. ``claims`` and ``decisions`` are as the stage "review" leaves them.

    ``replaces`` are the ids of documents whose claims go: earlier versions of the article, and itself where it is read
    again; ``corrected`` those of claims that people say should read otherwise.
    """
    known = Outlets(outlets or {})
    gone = frozenset(replaces) | {document.id}
    text = shingle(document)
    copies, texts = _copies(document, text, ground, gone, known)
    document = texts[0]
    shelf, words = Shelf(ground), Words(ground)
    new = gather([document], claims)
    stands = standing(texts, copies, known)
    withdrawn = {row[1] for row in ground.articles_of({copies.of(document.id)} - {document.id}) if row[4]}
    if withdrawn:
        withdrawn.add(document.id)
    told = _tellings(texts, new, copies, shelf)
    met = meet(document, new, shelf, words, gone, weights)
    bound = {pair_of(a, b): a for telling in told for a in telling.claims for b in telling.claims if a < b}
    met.odds.update(dict.fromkeys(bound, round(ONE_TELLING * BILLION)))
    voices = _voices(texts, [item.claim for item in new], told, copies, known, withdrawn, shelf)
    silent = bool(withdrawn) or document.id in stands.outdated
    if silent:
        shelf.silent.add(document.id)
    work = _Regrouping(new, shelf, words, met, frozenset(bound), rulings(decisions), gone, copies, weights)
    events, before = work.run(voices)
    mine, day = story(document)
    rarity = words.claims()
    telling_of = {claim: shelf.tellings.get(one.claims[0], one.claims[0]) for one in told for claim in one.claims}
    return Joined(
        events,
        before,
        copies.origins[document.id],
        FiledArticle(
            document.id,
            " ".join(sorted(mine)),
            day,
            bool(withdrawn),
            of_story(mine, day, words.articles()) | of_trace(wording(text), day),
        ),
        tuple(
            FiledClaim(
                item.claim.id,
                document.id,
                written(item, with_claim=item.claim.id in corrected),
                voice_written(voices[item.claim.id]),
                telling_of.get(item.claim.id, ""),
                silent,
                of_claim(item, rarity),
            )
            for item in new
        ),
        {claim: name for claim, name in telling_of.items() if claim not in voices and claim not in shelf.tellings},
    )


def _copies(
    document: Document, text: Shingled, ground: Ground, gone: Collection[str], outlets: Outlets
) -> tuple[Copies, list[Document]]:
    """What the article copies, and the texts that this rests on: itself first (with its origin's day, where it has none).

    Whichever is older, the text that was there first is taken for the first.
    """
    sharing = wordings(ground.found(list(seeks_of_trace(wording(text)))))
    most = sorted(sharing, key=lambda number: (-sharing[number], number))[:ALIKE_TEXTS]
    near = ground.documents({row[1] for row in ground.articles(most)} - set(gone))
    first = {doc: origin for doc, origin in ground.origins(near.keys()).items() if origin not in gone}
    every = near | ground.documents(set(first.values()) - near.keys())

    def root(doc: str) -> Document:
        return every.get(first.get(doc, doc), every[doc])

    earlier = [(other, shingle(other)) for other in by_age(near.values(), outlets)]
    found, stretches = against(document, text, earlier, root, outlets)
    parts = inner(document.id, stretches, root) if found is None else ()
    origin = found or Origin(document.id, Score(1.0, "a report of its own"))
    copies = Copies({document.id: origin}, {document.id: parts} if parts else {})
    others = sorted({origin.doc, *(passage.origin for passage in parts)} - {document.id})
    texts = [document, *(every[doc] for doc in others)]
    return copies, dated(texts, copies)


def _tellings(texts: Sequence[Document], new: Sequence[Facts], copies: Copies, shelf: Shelf) -> list[Telling]:
    """The tellings that the new claims belong to, with all older claims of these."""
    others = [document.id for document in texts[1:]]
    if not others or not new:
        return []
    rows = shelf.ground.rows(shelf.ground.told_in(others))
    shelf.take(rows)
    there = [shelf.facts[row[1]].claim for row in rows if row[1] in shelf.facts]
    found = tellings(texts, [*(item.claim for item in new), *there], copies)
    names = {shelf.tellings[claim] for told in found for claim in told.claims if claim in shelf.tellings}
    more = shelf.ground.rows(shelf.ground.told_as(names)) if names else []
    shelf.take(more)
    by_name: dict[str, set[str]] = {}
    for row in more:
        if row[1] in shelf.facts:
            by_name.setdefault(row[4], set()).add(row[1])
    return [
        replace(
            told,
            claims=tuple(
                sorted({*told.claims, *(c for o in told.claims for c in by_name.get(shelf.tellings.get(o, ""), ()))})
            ),
        )
        for told in found
    ]


def _voices(
    texts: Sequence[Document],
    claims: Sequence[Claim],
    told: Sequence[Telling],
    copies: Copies,
    outlets: Outlets,
    withdrawn: Collection[str],
    shelf: Shelf,
) -> dict[str, Voice]:
    """Who says each new claim: where older texts have the same telling, whoever says it there."""
    found = Voices(texts, copies, outlets, withdrawn).all(claims)
    for telling in told:
        voice = next((shelf.voices[claim] for claim in telling.claims if claim in shelf.voices), None)
        if voice is not None:
            found |= {claim: voice for claim in telling.claims if claim in found}
    return found


class _Regrouping:
    """The new claims into the events that they belong to, and these events worked out again."""

    def __init__(
        self,
        new: Sequence[Facts],
        shelf: Shelf,
        words: Words,
        met: Met,
        bound: frozenset[Ids],
        ruled: Rulings,
        gone: Collection[str],
        copies: Copies,
        weights: Weights | None,
    ) -> None:
        self.new = {item.claim.id: item for item in new}
        self.shelf, self.words, self.met, self.bound, self.ruled = shelf, words, met, bound, ruled
        self.gone, self.copies = gone, copies
        self.limit = (weights or shipped_weights()).join

    def run(self, voices: Mapping[str, Voice]) -> tuple[tuple[Event, ...], tuple[Event, ...]]:
        """The events that are new or change, and those whose place they take."""
        touched = self._touched()
        members = {e.claim for event in touched for e in event.evidence}
        self.shelf.take(self.shelf.ground.rows(self.shelf.ground.numbers(members - self.shelf.facts.keys())))
        facts = {id_: item for id_, item in self.shelf.facts.items() if item.claim.doc not in self.gone} | self.new
        held = [[e.claim for e in event.evidence if e.claim in facts and e.claim not in self.new] for event in touched]
        groups = self._attached(held)
        stood = {frozenset(e.claim for e in event.evidence) for event in touched}
        changed = [group for group in groups if frozenset(group) not in stood]
        replaced = [
            event for event in touched if frozenset(e.claim for e in event.evidence) not in set(map(frozenset, groups))
        ]
        why = {e.claim: e.score for event in touched for e in event.evidence if e.score.reason not in _ALONE}
        why |= self._why(changed, why, facts) | by_hand(changed, self.ruled)
        self.words.ask({word for group in changed for id_ in group for word in (*facts[id_].named, *facts[id_].stems)})
        record = Record(
            voices={**self.shelf.voices, **voices},
            copies=self.copies,
            days={item.claim.doc: _iso(item.published) for item in facts.values()},
            replaced=frozenset(self.shelf.silent),
            rarity=self.words.claims(),
            disproved=self.ruled.disproved,
        )
        made = [event_of([facts[id_] for id_ in group], why, record) for group in changed]
        return self._linked(made, replaced)

    def _touched(self) -> list[Event]:
        """The events that a new claim may join by a pair or by a decision, and those that lose a claim."""
        limit = round(self.limit * BILLION)
        claims = {id_ for pair, odds in self.met.odds.items() if odds is not None and odds > limit for id_ in pair}
        claims |= {id_ for pair in self.ruled.together if self.new.keys() & set(pair) for id_ in pair}
        leaving = [row[1] for row in self.shelf.ground.rows(self.shelf.ground.told_in(self.gone))]
        return self.shelf.ground.events_of((claims - self.new.keys()) | set(leaving))

    def _attached(self, held: Sequence[Sequence[str]]) -> list[list[str]]:
        ids = sorted({*self.new, *(id_ for group in held for id_ in group)})
        number = {id_: n for n, id_ in enumerate(ids)}

        def pairs(found: Collection[Ids]) -> list[tuple[int, int]]:
            return [
                (number[a], number[b]) for a, b in found if a in number and b in number and self.new.keys() & {a, b}
            ]

        odds = {(number[a], number[b]): value for (a, b), value in self.met.odds.items() if a in number and b in number}
        found = attached(
            [[number[id_] for id_ in group] for group in held if group],
            [number[id_] for id_ in sorted(self.new)],
            odds,
            join=self.limit,
            together=pairs(self.ruled.together),
            apart=pairs(sorted(self.ruled.apart)),
        )
        return [[ids[n] for n in members] for members in found]

    def _why(
        self, groups: Sequence[Sequence[str]], known: Mapping[str, Score], facts: Mapping[str, Facts]
    ) -> dict[str, Score]:
        """Why each claim is in its group that has no reason yet: its closest pair."""
        best: dict[str, tuple[int, Ids]] = {}
        home = {id_: n for n, group in enumerate(groups) for id_ in group}
        for pair, odds in self.met.odds.items():
            if odds is None or home.get(pair[0], -1) != home.get(pair[1], -2):
                continue
            for id_ in pair:
                if id_ not in known and (id_ not in best or (-odds, pair) < best[id_]):
                    best[id_] = (-odds, pair)
        said = {
            pair: ONE_SENTENCE if pair in self.bound else self.met.reason(facts[pair[0]], facts[pair[1]])
            for pair in {pair for _, pair in best.values()}
        }
        return {id_: said[pair] for id_, (_, pair) in best.items()}

    def _linked(self, made: Sequence[Event], replaced: Sequence[Event]) -> tuple[tuple[Event, ...], tuple[Event, ...]]:
        """The events with the waves that they are a part of; parts of an event whose id is another now follow it."""
        ground = self.shelf.ground
        old = {event.id: event for event in replaced}
        days = [event.when for event in made if event.when and event.when.first_day and event.when.last_day]
        holders = {holder for event in made if event.place for holder in event.place.within}
        near: list[Event] = []
        if days and holders:
            first = min(when.first_day.toordinal() for when in days if when.first_day)
            last = max(when.last_day.toordinal() for when in days if when.last_day)
            near = ground.around(holders, _iso(max(first - 1, 1)), _iso(min(last + 1, date.max.toordinal())))
        waves = [event for event in near if event.id not in old]
        linked = with_parts([*made, *waves])[: len(made)]
        moved: dict[str, str] = {}
        for event in replaced:
            if event.id not in {one.id for one in linked}:
                claims = {e.claim for e in event.evidence}
                went = [(-len(claims & {e.claim for e in one.evidence}), one.id) for one in linked]
                moved[event.id] = min(went)[1] if went and min(went)[0] < 0 else ""
        parts = [event for event in ground.parts_of(moved.keys()) if event.id not in old] if moved else []
        led = [replace(event, part_of=moved[event.part_of]) for event in parts]
        events = [replace(event, unsettled=True) for event in (*linked, *led)]
        return tuple(sorted(events, key=lambda event: event.id)), (*replaced, *parts)


def _iso(day: int) -> str:
    return date.fromordinal(day).isoformat() if day else ""
