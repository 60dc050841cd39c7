"""The claims of one more article into the events that they belong to, and these events worked out again (``arrival``)."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date

from vigil.fuse.accounts.estimate import Record, event_of
from vigil.fuse.accounts.parts import with_parts
from vigil.fuse.accounts.rivals import joined, spots
from vigil.fuse.accounts.tellings import ONE_SENTENCE
from vigil.fuse.accounts.witnesses import Voice
from vigil.fuse.arrivals.attach import attached
from vigil.fuse.arrivals.meeting import Ids, Met, Shelf, Words
from vigil.fuse.clustering.cluster import BILLION, Rulings, by_hand
from vigil.fuse.copies.syndication import Copies
from vigil.fuse.facts import Facts
from vigil.fuse.pairs.comparer import Weights, shipped_weights
from vigil.model.event import Event
from vigil.model.link import Score

_ALONE = ("the event's first claim", "the only claim of it")


class Regrouping:
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
        groups, touched, rival = self._with_rivals(groups, touched, facts)
        stood = {frozenset(e.claim for e in event.evidence) for event in touched}
        changed = [group for group in groups if frozenset(group) not in stood]
        replaced = [
            event for event in touched if frozenset(e.claim for e in event.evidence) not in set(map(frozenset, groups))
        ]
        why = {e.claim: e.score for event in touched for e in event.evidence if e.score.reason not in _ALONE}
        why |= self._why(changed, why, facts) | rival | by_hand(changed, self.ruled)
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

    def _with_rivals(
        self, groups: list[list[str]], touched: list[Event], facts: dict[str, Facts]
    ) -> tuple[list[list[str]], list[Event], dict[str, Score]]:
        """The groups with those that rival accounts of one incident make one (``rivals``), and the events that are touched
        by that: events nearby that tell of a spot of theirs."""
        here = {id_ for group in groups for id_ in group}
        mine = {spot for id_ in here for spot, _ in spots(facts[id_])}
        near = {id_ for id_, item in facts.items() if id_ not in here and any(spot in mine for spot, _ in spots(item))}
        rivals = [event for event in self.shelf.ground.events_of(near) if event.id not in {one.id for one in touched}]
        others = [[e.claim for e in event.evidence] for event in rivals]
        members = {id_ for group in others for id_ in group}
        self.shelf.take(self.shelf.ground.rows(self.shelf.ground.numbers(members - facts.keys())))
        facts.update({id_: self.shelf.facts[id_] for id_ in members if id_ in self.shelf.facts})
        found, why = joined([tuple(group) for group in (*groups, *others)], facts, self.ruled)
        return [list(group) for group in found], touched + rivals, why

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
