"""Every comparison of the table FEATURES for many pairs at once: the same values as ``features``, without the sentences.

``features`` says what each comparison means and why it holds for one pair; here are its numbers for all pairs, and
``tests/fuse/test_columns.py`` holds the two to each other. A feature that has no column here (a new one, or one that few
pairs need) is worked out pair by pair where ``_SELDOM`` says that it may be anything but 0.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property

import numpy as np

from vigil.fuse.facts import NEWS_DAYS, Facts
from vigil.fuse.pairs.columns import Columns, Side
from vigil.fuse.pairs.compare_where import Whereabouts
from vigil.fuse.pairs.features import FEATURES
from vigil.fuse.pairs.features_telling import BESIDE
from vigil.fuse.pairs.features_words import RELATED
from vigil.fuse.pairs.matters import Matters, worth
from vigil.fuse.ragged import Bools, Floats, Ints, overlap, shared
from vigil.fuse.where import Pair
from vigil.fuse.words import Rarity


class Compared(Whereabouts):
    """Some pairs of claims, compared.

    ``stories`` is how alike their articles are, ``docs`` are the rows of these in ``matters`` (names shared) and ``harmed``
    (victims shared).
    """

    def __init__(
        self,
        table: Columns,
        rarity: Rarity,
        one: Ints,
        two: Ints,
        stories: Floats,
        docs: tuple[Ints, Ints],
        matters: Matters,
        harmed: Matters,
    ) -> None:
        super().__init__(table, one, two)
        self.rarity, self.stories, self._docs, self._matters, self._harmed = rarity, stories, docs, matters, harmed
        self.same_doc = table.doc[one] == table.doc[two]

    def values(self, name: str) -> Floats:
        """[pairs]: one feature's values."""
        found = getattr(self, name, None)
        if found is None:
            feature = next(feature for feature in FEATURES if feature.name == name)
            may = _SELDOM[name](self) if name in _SELDOM else np.ones(len(self.one), dtype=bool)
            found = np.zeros(len(self.one))
            for row in np.flatnonzero(may).tolist():
                found[row] = feature.func(self.pair(row)).value
        return np.asarray(found, dtype=np.float64)

    def pair(self, row: int) -> Pair:
        """One of the pairs as the features take it."""
        facts: Sequence[Facts] = self.table.facts
        one, two = facts[self.one[row]], facts[self.two[row]]
        names = self._matters.shared(one.claim.doc, two.claim.doc)
        harmed = self._harmed.shared(one.claim.doc, two.claim.doc)
        return Pair(one, two, self.rarity, float(self.stories[row]), names, harmed)

    # Articles.

    @cached_property
    def named(self) -> Ints:
        """How many rare full names their articles share."""
        return self._matters.shared_all(*self._docs)

    @cached_property
    def same_victim(self) -> Bools:
        return self._harmed.shared_all(*self._docs) > 0

    def old_matters(self, rows: Ints, clearly: int) -> Bools:
        """[rows]: of some pairs, whether their articles share ``clearly`` enough names, or a victim."""
        docs = self._docs[0][rows], self._docs[1][rows]
        return (self._matters.shared_all(*docs) >= clearly) | (self._harmed.shared_all(*docs) > 0)

    # Parties.

    @cached_property
    def same_agent(self) -> Floats:
        return self._known(self.table.agents, self.table.agents)

    @cached_property
    def same_target(self) -> Floats:
        return self._known(self.table.targets, self.table.targets)

    @cached_property
    def agents_apart(self) -> Bools:
        return self._apart(self.table.agents)

    @property
    def targets_apart(self) -> Bools:
        return self._apart(self.table.targets)

    @property
    def agent_words_apart(self) -> Bools:
        return self._words_apart(self.table.agents)

    @property
    def target_words_apart(self) -> Bools:
        return self._words_apart(self.table.targets)

    @cached_property
    def party_words(self) -> Floats:
        agents, targets = self.table.agents, self.table.targets
        return np.maximum(self._written(agents, agents), self._written(targets, targets))

    @property
    def roles_cross(self) -> Bools:
        agents, targets = self.table.agents, self.table.targets
        found = (self._known(agents, targets) > 0) | (self._known(targets, agents) > 0)
        return found | (self._written(agents, targets) > 0.3) | (self._written(targets, agents) > 0.3)

    def _known(self, left: Side, right: Side) -> Floats:
        side = np.where(self._meet(left.sides, right.sides), 0.6, 0.0)
        return np.where(self._meet(left.ids, right.ids), 1.0, side)

    def _named(self, side: Side) -> tuple[Bools, Bools]:
        """Both name somebody; and everybody is of a known side."""
        some = np.diff(side.parties.starts) > 0
        return some[self.one] & some[self.two], side.sided[self.one] & side.sided[self.two]

    def _apart(self, side: Side) -> Bools:
        both, sided = self._named(side)
        return both & sided & ~self._meet(side.sides, side.sides)

    def _words_apart(self, side: Side) -> Bools:
        both, sided = self._named(side)
        return both & ~sided & ~self._meet(side.sides, side.sides) & ~self._meet(side.words, side.words)

    def _written(self, left: Side, right: Side) -> Floats:
        """The most alike two parties are written, of which not both are in the registry."""
        best = np.zeros(len(self.one))
        starts = left.parties.starts, right.parties.starts
        sizes = starts[0][self.one + 1] - starts[0][self.one], starts[1][self.two + 1] - starts[1][self.two]
        words = self.table.parties.words
        for i in range(int(sizes[0].max(initial=0))):
            for j in range(int(sizes[1].max(initial=0))):
                rows = np.flatnonzero((sizes[0] > i) & (sizes[1] > j))
                a = left.parties.items[starts[0][self.one[rows]] + i].astype(np.int64)
                b = right.parties.items[starts[1][self.two[rows]] + j].astype(np.int64)
                open_ = (self.table.parties.id[a] == 0) | (self.table.parties.id[b] == 0)
                rows, a, b = rows[open_], a[open_], b[open_]
                alike = overlap(words.lists, words.lists, a, b, self.table.weights, (words.sums, words.sums))
                best[rows] = np.maximum(best[rows], alike)
        return best

    # Means, counts, words.

    @cached_property
    def same_instrument(self) -> Floats:
        return self._overlap(self.table.instruments, self.table.instruments)

    @cached_property
    def _counts(self) -> tuple[Floats, Floats]:
        """How much counts agree, and how much they differ: the most of any kind."""
        agree, differ = np.zeros(len(self.one)), np.zeros(len(self.one))
        for count in self.table.counts.values():
            rows = np.flatnonzero(count.has[self.one] & count.has[self.two])
            a, b = self.one[rows], self.two[rows]
            meet = np.maximum(np.maximum(count.low[a], count.low[b]), 0) <= np.minimum(count.high[a], count.high[b])
            same = (count.low[a] == count.low[b]) & (count.high[a] == count.high[b])
            value = np.where(same, np.where(count.low[a] >= 5, 1.0, 0.6), np.where(meet, 0.4, 0.0))
            agree[rows] = np.maximum(agree[rows], value)
            low, high = np.minimum(count.figure[a], count.figure[b]), np.maximum(count.figure[a], count.figure[b])
            apart = np.where(meet, 0.0, 1.0 - (low + 1) / (high + 1))
            differ[rows] = np.maximum(differ[rows], apart)
        return agree, differ

    @property
    def counts_agree(self) -> Floats:
        return self._counts[0]

    @property
    def counts_differ(self) -> Floats:
        return self._counts[1]

    @cached_property
    def shared_names(self) -> Floats:
        return self._overlap(self.table.names, self.table.names)

    @property
    def same_trigger(self) -> Floats:
        words = self.table.trigger
        both = shared(words, words, self.one, self.two)
        sizes = words.sizes
        found: Floats = both / np.maximum(sizes[self.one] + sizes[self.two] - both, 1)
        return found

    @property
    def same_words(self) -> Floats:
        return self._overlap(self.table.words, self.table.words)

    @property
    def same_story(self) -> Floats:
        return self.stories

    @property
    def origins_alike(self) -> Floats:
        return self._overlap(self.table.origins, self.table.origins)

    @property
    def origins_apart(self) -> Bools:
        lists = self.table.origins.lists
        some = lists.sizes > 0
        return some[self.one] & some[self.two] & ~self._meet(lists, lists)

    @property
    def many_and_one(self) -> Bools:
        a, b = self.table.acts[self.one], self.table.acts[self.two]
        found: Bools = (a > 0) & (b > 0) & (a != b)
        return found

    @property
    def strangers(self) -> Floats:
        may = ~self.same_doc & (self.stories < RELATED)
        for place in (self.same_place, self.place_words, self.place_within):
            may &= ~(place > 0)
        return np.where(may, 1.0 - self.stories / RELATED, 0.0)

    @cached_property
    def full_names(self) -> Floats:
        return worth(self.named)

    @property
    def named_later(self) -> Floats:
        a, b = self.table.published[self.one], self.table.published[self.two]
        return np.where((a > 0) & (b > 0) & (np.abs(a - b) > NEWS_DAYS), self.full_names, 0.0)

    # Where in the text.

    @cached_property
    def _sentences(self) -> Ints:
        found: Ints = np.abs(self.table.s[self.one] - self.table.s[self.two])
        return found

    @property
    def same_sentence(self) -> Bools:
        found: Bools = self.same_doc & (self._sentences == 0)
        return found

    @property
    def close_in_text(self) -> Floats:
        return np.where(self.same_doc & (self._sentences > 0), 1.0 / np.maximum(self._sentences, 1), 0.0)

    @property
    def definite_again(self) -> Floats:
        later = np.where(self.table.order[self.two] > self.table.order[self.one], self.two, self.one)
        flags = self.table.flags
        bare = (~flags["somewhere"][later] | flags["borrowed"][later]) & flags["without_date"][later]
        may = self.same_doc & (self._sentences > 0) & self.one_family & bare
        return np.where(may, np.where(flags["again"][later], 1.0, 0.5), 0.0)

    @property
    def both_main(self) -> Floats:
        a, b = self.flag("main")
        return np.where(a & b, np.where(self.same_doc, 1.0, np.minimum(1.0, 4 * self.stories)), 0.0)

    @property
    def one_main(self) -> Bools:
        a, b = self.flag("main")
        found: Bools = a != b
        return found

    @property
    def one_past(self) -> Bools:
        a, b = self.flag("past")
        found: Bools = a != b
        return found

    @property
    def known_already(self) -> Floats:
        a, b = self.flag("again")
        return (a.astype(np.int64) + b) / 2

    @property
    def harm_near(self) -> Bools:
        (a, b), (x, y) = self.flag("harm"), self.flag("asserts")
        near = (self._sentences > 0) & (self._sentences <= BESIDE)
        found: Bools = self.same_doc & self.one_family & near & x & y & (a != b)
        return found

    @property
    def plan_and_deed(self) -> Bools:
        a, b = self.flag("planned")
        found: Bools = a != b
        return found

    @property
    def published_apart(self) -> Floats:
        a, b = self.table.published[self.one], self.table.published[self.two]
        return np.where((a > 0) & (b > 0), np.minimum(1.0, np.abs(a - b) / 30), 0.0)


def _answers(pairs: Compared) -> Bools:
    """One of the two only is a denial or a refusal."""
    a, b = pairs.flag("asserts")
    found: Bools = (a != b) & pairs.one_family
    return found


def _plain(pairs: Compared) -> Bools:
    """One kind at one place, undated, and nothing of what is compared above in common."""
    (a, b), (x, y) = pairs.flag("told"), pairs.flag("again")
    may = ~a & ~b & ~x & ~y & pairs.same_type & (pairs.same_place >= 1.0)
    more = (pairs.same_agent, pairs.same_target, pairs.party_words, pairs.same_instrument, pairs.counts_agree)
    for value in more:
        may &= ~(value > 0)
    return may


def _speeches(pairs: Compared) -> Bools:
    a, b = pairs.flag("speech")
    return a & b


def _spots(pairs: Compared) -> Bools:
    """Two claims at one place that each say more of where in it."""
    a, b = pairs.flag("spot")
    found: Bools = a & b & pairs.one_place
    return found


_SELDOM: dict[str, Callable[[Compared], Bools]] = {
    "denial_fits": _answers,
    "kind_and_place_only": _plain,
    "speech_by_others": _speeches,
    "spots_apart": _spots,
}
