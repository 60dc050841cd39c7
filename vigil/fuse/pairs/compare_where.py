"""Types, places and days of many pairs at once: the numbers of ``where``, and of the first features of the table."""

from __future__ import annotations

from functools import cached_property

import numpy as np

from vigil.fuse.pairs.columns import Columns, Words
from vigil.fuse.ragged import Bools, Floats, Ints, Ragged, overlap, shared

EARTH_KM = 6371.0


class Whereabouts:
    """Types, places and days of some pairs of claims, compared: rows ``one`` and ``two`` of the columns."""

    def __init__(self, table: Columns, one: Ints, two: Ints) -> None:
        self.table, self.one, self.two = table, one, two

    def flag(self, name: str) -> tuple[Bools, Bools]:
        """What is true of either claim."""
        return self.table.flags[name][self.one], self.table.flags[name][self.two]

    def _equal(self, column: Ints) -> Bools:
        found: Bools = column[self.one] == column[self.two]
        return found

    def _overlap(self, left: Words, right: Words) -> Floats:
        return overlap(left.lists, right.lists, self.one, self.two, self.table.weights, (left.sums, right.sums))

    def _meet(self, left: Ragged, right: Ragged) -> Bools:
        return shared(left, right, self.one, self.two) > 0

    # Types.

    @cached_property
    def same_type(self) -> Bools:
        return self._equal(self.table.kind)

    @cached_property
    def one_family(self) -> Bools:
        return self._equal(self.table.family)

    @property
    def same_family(self) -> Bools:
        return self.one_family & ~self.same_type

    @property
    def general_type(self) -> Bools:
        a, b = self.flag("general")
        return self.one_family & ~self.same_type & (a | b)

    @cached_property
    def mode_apart(self) -> Bools:
        a, b = self.table.mode[self.one], self.table.mode[self.two]
        found: Bools = self.same_type & (a > 0) & (b > 0) & (a != b)
        return found

    # Places.

    @cached_property
    def spots(self) -> tuple[Ints, Ints]:
        """Rows of ``Columns.places``."""
        return self.table.place[self.one], self.table.place[self.two]

    @cached_property
    def resolved(self) -> tuple[Bools, Bools]:
        a, b = self.spots
        return self.table.places.id[a] > 0, self.table.places.id[b] > 0

    @cached_property
    def borrowed(self) -> Bools:
        a, b = self.flag("borrowed")
        return a | b

    @cached_property
    def one_place(self) -> Bools:
        a, b = (self.table.places.id[spot] for spot in self.spots)
        found: Bools = (a > 0) & (a == b)
        return found

    @cached_property
    def same_place(self) -> Floats:
        places, (a, _) = self.table.places, self.spots
        worth = np.where(self.borrowed, 0.5, 1.0) * np.where(
            places.wide[a], 0.3, np.where(places.province[a], 0.6, 1.0)
        )
        return np.where(self.one_place, worth, 0.0)

    @cached_property
    def place_words(self) -> Floats:
        words = self.table.place_words
        worth = np.where(self.borrowed, 0.5, 1.0) * self._overlap(words, words)
        return np.where(self.resolved[0] & self.resolved[1], 0.0, worth)

    @property
    def place_words_apart(self) -> Bools:
        words = self.table.place_words.lists
        a, b = self.flag("somewhere")
        may = ~(self.resolved[0] & self.resolved[1]) & ~self.borrowed & a & b
        return may & ~self._meet(words, words)

    @cached_property
    def inside(self) -> tuple[Bools, Bools]:
        """The first lies in the second's place; the second in the first's."""
        places, (a, b) = self.table.places, self.spots
        return _holds(places.within, a, places.id[b]), _holds(places.within, b, places.id[a])

    @cached_property
    def kilometres(self) -> Floats:
        """Between the edges of the two areas; NaN where a point is not known."""
        places, (a, b) = self.table.places, self.spots
        half_phi, half_lambda = (places.lat[b] - places.lat[a]) / 2, (places.lon[b] - places.lon[a]) / 2
        h = np.sin(half_phi) ** 2 + np.cos(places.lat[a]) * np.cos(places.lat[b]) * np.sin(half_lambda) ** 2
        apart = 2 * EARTH_KM * np.arcsin(np.sqrt(np.minimum(1.0, h)))
        found: Floats = apart - places.radius_km[a] - places.radius_km[b]
        return found

    @cached_property
    def place_within(self) -> Floats:
        places, (a, b) = self.table.places, self.spots
        two_places = self.resolved[0] & self.resolved[1] & ~self.one_place
        touching = np.where(self.kilometres <= 0, 0.8, 0.0)
        worth = np.where(self.inside[1], np.where(places.wide[a], 0.3, 0.7), touching)
        worth = np.where(self.inside[0], np.where(places.wide[b], 0.3, 0.7), worth)
        return np.where(two_places, worth, 0.0)

    @cached_property
    def places_apart(self) -> Floats:
        places, (a, b) = self.table.places, self.spots
        may = self.resolved[0] & self.resolved[1] & ~self.one_place & ~self.borrowed
        may &= ~self.inside[0] & ~self.inside[1]
        countries = places.country[a], places.country[b]
        abroad = (countries[0] > 0) & (countries[1] > 0) & (countries[0] != countries[1])
        far = np.where(self.kilometres > 0, 1.0 - np.exp(-np.maximum(self.kilometres, 0) / 15), 0.0)
        return np.where(may, np.where(places.wide[a] | places.wide[b], np.where(abroad, 0.5, 0.0), far), 0.0)

    # Days.

    @cached_property
    def gap(self) -> Ints:
        """Whole days between the windows; 0 where one has none."""
        first, last = self.table.first, self.table.last
        a, b = self.one, self.two
        gap = np.maximum(np.maximum(first[b] - last[a], first[a] - last[b]), 0)
        return np.where(self.windows, gap, 0)

    @cached_property
    def windows(self) -> Bools:
        a, b = self.flag("dated")
        return a & b

    @cached_property
    def told(self) -> Bools:
        a, b = self.flag("told")
        return a & b

    @cached_property
    def _lengths(self) -> tuple[Ints, Ints]:
        days = self.table.last - self.table.first + 1
        return np.minimum(days[self.one], days[self.two]), np.maximum(days[self.one], days[self.two])

    @cached_property
    def lasting(self) -> Bools:
        a, b = self.flag("lasting")
        return a & b

    @property
    def dates_meet(self) -> Floats:
        short, long = self._lengths
        worth = np.where(long <= 2, 1.0, np.where(short <= 10, 0.6, 0.3))
        return np.where(self.told & (self.gap == 0), worth, 0.0)

    @property
    def dates_apart(self) -> Floats:
        apart = 1.0 - np.exp(-self.gap / np.where(self.lasting, 6, 1.5))
        return np.where(self.told & (self.gap > 0), apart, 0.0)

    @property
    def place_and_day(self) -> Bools:
        found: Bools = (
            self.one_family & (self.same_place >= 1.0) & self.told & (self.gap == 0) & (self._lengths[1] <= 2)
        )
        return found

    @property
    def news_days_meet(self) -> Floats:
        worth = np.where(self._lengths[1] > 10, 0.5, 1.0)
        return np.where(self.windows & ~self.told & (self.gap == 0), worth, 0.0)

    @property
    def news_days_apart(self) -> Floats:
        return np.where(self.windows & ~self.told & (self.gap > 0), 1.0 - np.exp(-self.gap / 4), 0.0)


def _holds(within: Ragged, rows: Ints, ids: Ints) -> Bools:
    """Which of the ids are in their row."""
    found = np.zeros(len(rows), dtype=bool)
    starts = within.starts
    sizes = starts[rows + 1] - starts[rows]
    for place in range(int(sizes.max(initial=0))):
        there = np.flatnonzero((sizes > place) & (ids > 0))
        found[there] |= within.items[starts[rows[there]] + place] == ids[there]
    return found
