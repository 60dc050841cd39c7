"""Questions over the events, answered from columns in memory: the same answers as ``queries.EventQuery`` gives."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from vigil.store.arrays import Codes, Ints, Mask
from vigil.store.asked import Bbox, Carried, Count, Counted, EventFilter, Page, Points
from vigil.store.columns import Columns, Tags
from vigil.store.order import LAST_UP
from vigil.store.words import phrases


@dataclass(frozen=True, slots=True)
class EventColumns:
    """``spoken`` gives the events (by number) in which some words are told: the one question that is the database's."""

    columns: Columns
    spoken: Callable[[str], Ints]

    @property
    def version(self) -> str:
        """Of the index that this answers from."""
        return self.columns.version

    def page(self, chosen: EventFilter, *, sort: str, limit: int, after: tuple[str | int, ...] | None = None) -> Page:
        """As ``EventQuery.page``."""
        columns, mask = self.columns, self.mask(chosen)
        total = int(np.count_nonzero(mask))
        if after is not None:
            mask &= self._beyond(sort, after)
        found = self._first(mask, sort, limit + 1).tolist()
        shown = found[:limit]
        end = shown[-1] if len(found) > limit else None
        last = (columns.up[end], columns.ids[end], int(columns.witnesses[end])) if end is not None else None
        return Page([columns.summaries.of(n) for n in shown], total, last)

    def _first(self, mask: Mask, sort: str, most: int) -> Ints:
        """The first numbers in an order of lists."""
        if sort == "witnesses":
            order = self.columns.by_witnesses
            return order[mask[order]][:most]
        numbers = np.flatnonzero(mask).astype(np.int32)
        if sort == "-day":  # those without a day stay last
            dated = int(np.searchsorted(numbers, self.columns.dated))
            numbers = np.concatenate((numbers[:dated][::-1], numbers[dated:][::-1]))
        return numbers[:most]

    def _beyond(self, sort: str, after: tuple[str | int, ...]) -> Mask:
        """What comes after an event, which may have gone since: by its day and id, not by its number of that time."""
        columns, key = self.columns, (str(after[0]), str(after[1]))
        upto = bisect_right(range(len(columns.ids)), key, key=lambda n: (columns.up[n], columns.ids[n])) - 1
        numbers = np.arange(len(columns.ids), dtype=np.int32)
        if sort == "day":
            return numbers > upto
        below: Mask = numbers < (upto if upto >= 0 and columns.ids[upto] == key[1] else upto + 1)
        if sort == "witnesses":
            number = int(after[2])
            told_by = columns.witnesses
            fewer_or_below: Mask = (told_by < number) | ((told_by == number) & below)
            return fewer_or_below
        undated: Mask = numbers >= columns.dated
        return undated & below if key[0] == LAST_UP else undated | below

    def count(self, chosen: EventFilter) -> int:
        """How many events."""
        return int(np.count_nonzero(self.mask(chosen)))

    def ids(self, chosen: EventFilter) -> list[str]:
        """The events' ids in the order of days."""
        return [self.columns.ids[n] for n in np.flatnonzero(self.mask(chosen)).tolist()]

    def points(self, chosen: EventFilter, limit: int) -> Points:
        """The first ``limit`` points."""
        return self._drawn(chosen, limit, self.columns.points.joined)

    def dots(self, chosen: EventFilter, limit: int) -> Points:
        """The same by columns."""
        return self._drawn(chosen, limit, self.columns.dots.json)

    def _drawn(self, chosen: EventFilter, limit: int, write: Callable[[Ints], bytes]) -> Points:
        columns = self.columns
        numbers = np.flatnonzero(self.mask(chosen)).astype(np.int32)
        total = len(numbers)
        unplaced = int(np.count_nonzero(np.isnan(columns.lat[numbers])))
        undated = total - int(np.searchsorted(numbers, columns.dated))
        return Points(write(numbers[:limit]), min(total, limit), total, unplaced, undated)

    def counted(self, chosen: EventFilter, roles: Iterable[str], most: int = 50) -> Counted:
        """As ``EventQuery.counted``; ``roles`` are type, status, or some of ``columns.ROLES``."""
        mask, columns = self.mask(chosen), self.columns
        coded = {"type": columns.type, "status": columns.status}
        lists = {
            role: _coded(coded[role], mask, most) if role in coded else _tagged(columns.tags[role], mask, most)
            for role in roles
        }
        days = zip(columns.day.values, _numbers(columns.day, mask).tolist(), strict=True)
        dated = [(day, number) for day, number in days if number and day != LAST_UP]
        return Counted(lists, dated, int(np.count_nonzero(mask)))

    def carried(self, chosen: EventFilter, roles: Sequence[str], limit: int) -> dict[str, list[Carried]]:
        """As ``EventQuery.carried``."""
        numbers = np.flatnonzero(self.mask(chosen))[:limit]
        place = np.full(len(self.columns.ids), -1, np.int32)
        place[numbers] = np.arange(len(numbers), dtype=np.int32)
        return {role: _carried(self.columns.tags[role], place) for role in roles}

    def mask(self, chosen: EventFilter) -> Mask:
        """Which events pass a filter."""
        columns = self.columns
        mask = np.ones(len(columns.ids), np.bool_)
        if chosen.types:
            mask &= columns.type.among(chosen.types)
        if chosen.statuses:
            mask &= columns.status.among(chosen.statuses)
        for status, kind in chosen.without:
            mask &= ~(columns.status.among((status,)) & columns.type.among((kind,)))
        for role, named, words in (
            ("actor", "actor", chosen.actors),
            ("side", "actor", chosen.sides),
            ("within", "place", chosen.places),
        ):
            if words:
                found = columns.names[named]
                mask &= self._carrying(role, set().union(*(found.find(one) for one in words)))
        for role, values in (("source_kind", chosen.source_kinds), ("outlet", chosen.outlets)):
            if values:
                mask &= self._carrying(role, values)
        if chosen.disputed:
            mask &= columns.disputed
        if chosen.witnesses > 0:
            mask &= columns.witnesses >= chosen.witnesses
        if chosen.since is not None:
            mask &= columns.ends >= chosen.since.toordinal()
        if chosen.until is not None:
            mask &= columns.begins <= chosen.until.toordinal()
        if chosen.bbox is not None:
            mask &= self._inside(chosen.bbox)
        if phrases(chosen.words):
            mask &= self._having(self.spoken(chosen.words))
        return mask

    def _carrying(self, role: str, values: Iterable[str]) -> Mask:
        tags = self.columns.tags[role]
        return self._having(np.concatenate([tags.event[:0], *(tags.events(value) for value in values)]))

    def _having(self, events: Ints) -> Mask:
        mask = np.zeros(len(self.columns.ids), np.bool_)
        mask[events] = True
        return mask

    def _inside(self, bbox: Bbox) -> Mask:
        west, south, east, north = bbox
        lat, lon = self.columns.lat, self.columns.lon
        # What has no point is NaN, which lies nowhere.
        across = (lon >= west) & (lon <= east) if west <= east else (lon >= west) | (lon <= east)
        return across & (lat >= south) & (lat <= north)


def _top(numbers: NDArray[np.int64], most: int) -> list[int]:
    """Places of the largest numbers, the first of equal ones first; none that are 0."""
    some = np.argsort(-numbers, kind="stable")[:most]
    return [int(n) for n in some if numbers[n]]


def _numbers(codes: Codes, mask: Mask) -> NDArray[np.int64]:
    return np.bincount(codes.of[mask], minlength=len(codes.values))


def _coded(codes: Codes, mask: Mask, most: int) -> list[Count]:
    numbers = _numbers(codes, mask)
    return [Count(codes.values[n], codes.values[n], int(numbers[n])) for n in _top(numbers, most)]


def _tagged(tags: Tags, mask: Mask, most: int) -> list[Count]:
    rows = mask[tags.event]
    numbers = np.bincount(tags.code[rows], minlength=len(tags.values))
    found = []
    for n in _top(numbers, most):
        first = int(tags.starts[n])
        if not tags.same[n]:  # the first label in the alphabet that one of the chosen events has
            first += int(np.argmax(rows[first : int(tags.starts[n + 1])]))
        found.append(Count(tags.values[n], tags.labels[tags.label[first]], int(numbers[n])))
    return found


def _carried(tags: Tags, place: Ints) -> list[Carried]:
    """Each value that some points carry; ``place`` is each event's place among them, -1 for the others."""
    rows = np.flatnonzero(place[tags.event] >= 0)
    code, at = tags.code[rows], place[tags.event[rows]]
    starts = np.searchsorted(code, np.arange(len(tags.values) + 1))
    return [
        Carried(value, tags.labels[tags.label[rows[start]]], np.sort(at[start:end]))
        for value, start, end in zip(tags.values, starts[:-1], starts[1:], strict=True)
        if end > start
    ]
