"""Claims in pairs: which to compare (``blocking``), how (``features``), and how much each comparison weighs.

The weights are a logistic regression fitted by ``bench/fusion.py --fit`` and kept as a table in ``data/weights.yaml``.
What no weight may outvote is in ``veto``: told dates of a passing event that are days apart, and exact places that are
far apart, mean two events, unless a person says otherwise. But each rests on what was read of two claims, and one wrong day
among thirty tellings must not hold them in two halves: between groups such a pair counts ``VETOED`` in the mean, which few
pairs can make up for. What ``absolute`` names is held apart even so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp, inf

import numpy as np
import yaml
from numpy.typing import NDArray

from vigil.fuse.blocking import Pairs, class_of, propose
from vigil.fuse.facts import LASTING, Facts
from vigil.fuse.features import FEATURES, agents_apart, mode_apart
from vigil.fuse.stories import Stories
from vigil.fuse.where import NO, WIDE, Pair, places_apart
from vigil.fuse.words import Rarity
from vigil.model.claim import Stance
from vigil.model.errors import BadReference
from vigil.model.link import Score
from vigil.model.text import Document

_OF_A_PLACE = frozenset({"takeover", "siege"})  # what they are about is the place itself
_BY_ONE_SIDE = frozenset({"captured", "recaptured", "holds", "violated"})
_COMPARISONS = tuple((feature.name, feature.func) for feature in FEATURES)
LEAST = -30.0  # log-odds are cut here
VETOED = -6.0  # log-odds of a pair that a veto excludes, where groups of more tellings are compared
APART_KM = 40.0  # places further apart than this, edge to edge, are two events
REASONS = 4  # how many of the weightiest comparisons a link's reason names


@dataclass(frozen=True, slots=True)
class Weights:
    """Weight per feature name and the bias, for pairs within one document and across two; ``join`` is the mean
    log-odds above which groups are joined."""

    within: Mapping[str, float]
    across: Mapping[str, float]
    join: float = 0.0


@dataclass(frozen=True, slots=True)
class Link:
    """Two claims and the log-odds that they tell of one event, with its reason. ``never``: an ``absolute`` no."""

    one: int
    two: int
    odds: float
    why: Score
    never: bool = False


@cache
def shipped_weights() -> Weights:
    """The fitted table in the package. Raises BadReference when it does not name exactly the FEATURES."""
    table = yaml.safe_load(files("vigil.fuse").joinpath("data/weights.yaml").read_text(encoding="utf-8"))
    wanted = {feature.name for feature in FEATURES} | {"bias"}
    for part in ("within", "across"):
        odd = wanted ^ set(table[part])
        if odd:
            raise BadReference(
                f"weights and features differ: {', '.join(sorted(odd))}",
                item="fuse/data/weights.yaml",
                advice="fit them again with bench/fusion.py --fit",
            )
    return Weights(table["within"], table["across"], float(table["join"]))


class Comparer:
    """Compares the claims of one record: holds what is rare in it and how alike its documents are."""

    def __init__(self, facts: Sequence[Facts], documents: Sequence[Document], weights: Weights | None = None) -> None:
        self.facts = facts
        self.weights = weights or shipped_weights()
        self.rarity = Rarity(item.words | item.names | item.place_words for item in facts)
        self._stories = Stories(documents)
        self._within, self._across = (_compiled(table) for table in (self.weights.within, self.weights.across))

    def candidates(self) -> Pairs:
        """Index pairs worth comparing (see ``blocking``)."""
        return propose(self.facts, self.rarity, self._stories.neighbours())

    def too_far_in_time(self, pairs: Pairs) -> NDArray[np.bool_]:
        """[n]: which pairs ``veto`` excludes by their days; the same rule for all at once."""
        count = len(self.facts)
        windows = [item.window for item in self.facts]
        first = np.fromiter((w.first if w else 0 for w in windows), dtype=np.int64, count=count)
        last = np.fromiter((w.last if w else 0 for w in windows), dtype=np.int64, count=count)
        known = np.fromiter((w is not None for w in windows), dtype=bool, count=count)
        told = np.fromiter((w is not None and w.told for w in windows), dtype=bool, count=count)
        lasting = np.fromiter((item.claim.type in LASTING for item in self.facts), dtype=bool, count=count)
        one, two = pairs[:, 0], pairs[:, 1]
        gap = np.maximum(np.maximum(first[two] - last[one], first[one] - last[two]), 0)
        limit = np.where(lasting[one] & lasting[two], 60, np.where(told[one] & told[two], 2, 14))
        found: NDArray[np.bool_] = known[one] & known[two] & (told[one] | told[two]) & (gap >= limit)
        return found

    def pair(self, one: int, two: int) -> Pair:
        """Two claims ready for the features."""
        a, b = self.facts[one], self.facts[two]
        return Pair(a, b, self.rarity, self._stories.alike(a.claim.doc, b.claim.doc))

    def links(self) -> Iterator[Link]:
        """A link for every candidate pair."""
        for one, two in self.candidates().tolist():
            yield self.link(one, two)

    def joining(self, together: Iterable[tuple[int, int]] = ()) -> Iterator[tuple[int, int, float, bool]]:
        """(one, two, log-odds, never) of the pairs that may decide a group, sorted: those of claims that a chain connects.

        Two groups are only ever joined along a pair above ``join``, so what stands between two claims that no chain of such
        pairs (or of ``together``, what people joined) connects cannot matter.
        """
        pairs = self.candidates()
        far = self.too_far_in_time(pairs) | self.too_far_on_the_ground(pairs)
        odds = np.full(len(pairs), -np.inf)
        for row in np.flatnonzero(~far).tolist():
            odds[row] = self.odds(int(pairs[row, 0]), int(pairs[row, 1]))
        home = _components(len(self.facts), [*pairs[odds > self.weights.join].tolist(), *together])
        for row in np.flatnonzero(home[pairs[:, 0]] == home[pairs[:, 1]]).tolist():
            one, two, value = int(pairs[row, 0]), int(pairs[row, 1]), float(odds[row])
            if value == -inf:
                yield one, two, VETOED, absolute(self.pair(one, two))
            else:
                yield one, two, max(value, LEAST), False

    def too_far_on_the_ground(self, pairs: Pairs) -> NDArray[np.bool_]:
        """[n]: which pairs ``veto`` excludes by their places; the same rule for all at once."""
        fixed = [_fixed(item) for item in self.facts]
        spots = np.array([spot or (0.0, 0.0, 0.0) for spot in fixed]).reshape(-1, 3)
        known = np.fromiter((spot is not None for spot in fixed), dtype=bool, count=len(fixed))
        one, two = pairs[:, 0], pairs[:, 1]
        both = np.flatnonzero(known[one] & known[two])
        a, b = np.radians(spots[one[both], :2]), np.radians(spots[two[both], :2])
        half = np.sin((b - a) / 2) ** 2
        chord = half[:, 0] + np.cos(a[:, 0]) * np.cos(b[:, 0]) * half[:, 1]
        apart = 2 * 6371.0 * np.arcsin(np.sqrt(np.minimum(chord, 1.0))) - spots[one[both], 2] - spots[two[both], 2]
        found = np.zeros(len(pairs), dtype=bool)
        for row in both[apart > APART_KM + 1].tolist():  # a kilometre to spare: ``veto`` decides what is nearer
            first, second = self.facts[one[row]].place, self.facts[two[row]].place
            assert first is not None
            assert second is not None
            found[row] = first.place_id not in second.within and second.place_id not in first.within
        return found

    def odds(self, one: int, two: int) -> float:
        """The log-odds alone; minus infinity for a pair that a veto excludes."""
        pair = self.pair(one, two)
        if veto(pair):
            return -inf
        table = self._within if pair.one.claim.doc == pair.two.claim.doc else self._across
        odds = table[0]
        for weight, compare in table[1]:
            score = compare(pair)
            if score is not NO:
                odds += weight * score.value
        return odds

    def link(self, one: int, two: int) -> Link:
        """Score one pair: weighted features, then the vetoes."""
        pair = self.pair(one, two)
        table = self.weights.within if pair.one.claim.doc == pair.two.claim.doc else self.weights.across
        odds = table["bias"]
        parts: list[tuple[float, str]] = []
        for name, compare in _COMPARISONS:
            score = compare(pair)
            if score is not NO:
                gain = table[name] * score.value
                odds += gain
                parts.append((gain, score.reason))
        no = veto(pair)
        if no:
            return Link(one, two, VETOED, Score(0.0, no), never=absolute(pair))
        parts.sort(key=lambda part: (-abs(part[0]), part[1]))
        reason = "; ".join(f"{text} ({gain:+.1f})" for gain, text in parts[:REASONS] if abs(gain) >= 0.05)
        return Link(one, two, odds, Score(1.0 / (1.0 + exp(-max(-30.0, min(30.0, odds)))), reason or "nothing shared"))


def _compiled(table: Mapping[str, float]) -> tuple[float, list[tuple[float, Callable[[Pair], Score]]]]:
    """The bias, and the comparisons that weigh anything."""
    return table["bias"], [(table[name], compare) for name, compare in _COMPARISONS if table[name]]


def _fixed(item: Facts) -> tuple[float, float, float] | None:
    """Latitude, longitude and radius of a stated place that can be far from another; None for all else."""
    ref = item.place
    if item.place_borrowed or ref is None or ref.place_id is None or ref.lat is None or ref.lon is None:
        return None
    if ref.precision in WIDE or item.claim.stance is not Stance.ASSERTS:
        return None
    return ref.lat, ref.lon, ref.radius_km


def _components(count: int, pairs: Iterable[Sequence[int]]) -> NDArray[np.int64]:
    """[count]: the number of the connected component that each claim is in (its smallest claim's)."""
    home = list(range(count))

    def root(n: int) -> int:
        while home[n] != n:
            home[n] = home[home[n]]
            n = home[n]
        return n

    for one, two in pairs:
        a, b = root(one), root(two)
        home[max(a, b)] = min(a, b)
    return np.fromiter((root(n) for n in range(count)), dtype=np.int64, count=count)


def absolute(pair: Pair) -> bool:
    """True where a veto holds two groups apart by a single pair: things of two kinds, and what is about a place's holder.

    Who took a town, and on which day, is what the record of its holders is made of: two captures are never one.
    """
    one, two = pair.one.claim, pair.two.claim
    if class_of(one.type) != class_of(two.type) or mode_apart(pair).value:
        return True
    return one.type == two.type and (one.type in _OF_A_PLACE or {one.mode, two.mode} <= _BY_ONE_SIDE)


def veto(pair: Pair) -> str:
    """Why two claims cannot tell of one event, whatever else they share; "" when they can.

    Dates: both told, at least two days between them, and not both of a lasting type, or more than sixty days. Or one
    told date older than two weeks before the other text's news. Places: both exact and more than 40 km apart.
    Types: acts of violence may be told as one another, and so may deals; every other type is a thing of its own, for
    a town's capture is not the fight for it. Modes: aid blocked and aid delivered, captured and holds, are two events.
    Takeovers and broken truces: what two sides each did are two events, even on one day, and so are takeovers and sieges
    of two towns by one side. Denials: nobody denies what his own side tells, if that blames nobody else.
    """
    one, two = pair.one, pair.two
    if class_of(one.claim.type) != class_of(two.claim.type):
        return f"{one.claim.type} and {two.claim.type} are different things, even at one place and time"
    other = mode_apart(pair)
    if other.value:
        return other.reason
    a, b = one.window, two.window
    if a is not None and b is not None:
        gap = a.gap(b)
        lasting = one.claim.type in LASTING and two.claim.type in LASTING
        if a.told and b.told and gap >= (60 if lasting else 2):
            return f"{gap} days apart: {a.text()} and {b.text()}"
        if a.told != b.told and gap >= (60 if lasting else 14):
            return f"{gap} days apart: {a.text()} and {b.text()}"
    if one.claim.type == two.claim.type and {one.claim.mode, two.claim.mode} <= _BY_ONE_SIDE:
        apart = agents_apart(pair)
        if apart.value:
            return apart.reason
    if {one.claim.stance, two.claim.stance} == {Stance.DENIES, Stance.ASSERTS}:
        told = one if one.claim.stance is Stance.ASSERTS else two
        sides = {p.side for p in one.speakers if p.side} & {p.side for p in two.speakers if p.side}
        if sides and not told.agents:  # with an agent it may be what the denial says too: it was the others
            return f"one side does not deny what it tells itself: {sorted(sides)[0]}"
    apart = places_apart(pair)
    if one.claim.type == two.claim.type and one.claim.type in _OF_A_PLACE and apart.value > 0.5:
        return apart.reason
    answers = one.claim.stance is not Stance.ASSERTS or two.claim.stance is not Stance.ASSERTS
    if apart.value > 0.93 and not answers:
        return apart.reason
    return ""
