"""Claims in pairs: which to compare (``blocking``), how (``features``), and how much each comparison weighs.

The weights are a logistic regression fitted by ``bench/fusion.py --fit`` and kept as a table in ``data/weights.yaml``.
What no weight may outvote is in ``veto``: told dates of a passing event that are days apart, and exact places that are
far apart, mean two events, unless a person says otherwise. But each rests on what was read of two claims, and one wrong day
among thirty tellings must not hold them in two halves: between groups such a pair counts ``VETOED`` in the mean, which few
pairs can make up for. What ``absolute`` names is held apart even so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from hashlib import sha256
from importlib.resources import files
from math import exp

import numpy as np
import yaml

from vigil.fuse.clustering.cluster import VETOED, Edges
from vigil.fuse.facts import LASTING, Facts
from vigil.fuse.pairs.blocking import Pairs, class_of, propose
from vigil.fuse.pairs.columns import Columns, columns
from vigil.fuse.pairs.compare import Compared
from vigil.fuse.pairs.features import FEATURES, general_type, mode_apart
from vigil.fuse.pairs.features_parties import agents_apart
from vigil.fuse.pairs.matters import BY_NAMES, CLEARLY, Matters, known_names, victims, worth
from vigil.fuse.pairs.stories import Stories
from vigil.fuse.ragged import Bools, Floats, Ints
from vigil.fuse.where import NO, Pair, places_apart
from vigil.fuse.words import Rarity
from vigil.model.claim import Stance
from vigil.model.errors import BadReference
from vigil.model.link import Score
from vigil.model.text import Document

_OF_A_PLACE = frozenset({"takeover", "siege"})  # what they are about is the place itself
_BY_ONE_SIDE = frozenset({"captured", "recaptured", "holds", "violated"})
_COMPARISONS = tuple((feature.name, feature.func) for feature in FEATURES)
LEAST = -30.0  # log-odds are cut here
REASONS = 4  # how many of the weightiest comparisons a link's reason names
SLIGHT = 0.05  # log-odds: a comparison that adds less is not named
AT_ONCE = 1 << 17  # pairs compared at a time


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


@cache
def weights_digest() -> str:
    """SHA-256 (hex) of the fitted table in the package."""
    return sha256(files("vigil.fuse").joinpath("data/weights.yaml").read_bytes()).hexdigest()


def words_of(facts: Facts) -> set[str]:
    """The words of a claim that count for how rare a word is."""
    return {*facts.stems, *facts.named, *facts.place_words}


class Comparer:
    """Compares the claims of one record: holds what is rare in it and how alike its documents are.

    ``by_names``: whether articles that share rare full names meet whatever their days (``matters``); None: where the
    weights count such names. Those that share a victim meet too, where the weights count that. ``known``: what an earlier
    fusion of the whole record found, where the claims are a part of it.
    """

    def __init__(
        self,
        facts: Sequence[Facts],
        documents: Sequence[Document],
        weights: Weights | None = None,
        *,
        by_names: bool | None = None,
        known: tuple[Rarity, Stories] | None = None,
    ) -> None:
        self.facts = facts
        self.weights = weights or shipped_weights()
        self.rarity, self.stories = known or (Rarity(map(words_of, facts)), Stories(documents))
        tables = self.weights.within, self.weights.across
        if by_names is None:
            by_names = any(table[name] for table in tables for name in BY_NAMES)
        self._matters = Matters(documents, known_names(facts)) if by_names else Matters(())
        # One article that comes into a record brings no other articles: their victims meet when the whole is fused.
        counted = documents and (by_names or any(table["same_victim"] for table in tables))
        harmed = victims(facts) if counted else {}
        self._harmed = Matters(documents, known_names(facts), harmed) if harmed else Matters(())
        self._weighing = {f.name: f.func for f in FEATURES if any(table[f.name] for table in tables)}

    @cached_property
    def table(self) -> Columns:
        """The claims as columns."""
        return columns(self.facts, self.rarity)

    def candidates(self) -> Pairs:
        """Index pairs worth comparing (see ``blocking``)."""
        return propose(self.facts, self.rarity, self.related())

    def related(self) -> list[tuple[str, str]]:
        """Pairs of article ids whose claims are compared whatever their places and days; some pairs twice."""
        return [*self.stories.neighbours(), *self._matters.neighbours(), *self._harmed.neighbours()]

    def alike(self, one: Ints, two: Ints) -> tuple[Floats, Floats]:
        """Of pairs of articles, by their places among the sorted ids: how alike they are, and what the rare full names
        that they share are worth, each in [0, 1]."""
        return self.stories.alike_all(one, two), worth(self._matters.shared_all(one, two))

    def pair(self, one: int, two: int) -> Pair:
        """Two claims ready for the features."""
        a, b = self.facts[one], self.facts[two]
        docs = a.claim.doc, b.claim.doc
        return Pair(
            a, b, self.rarity, self.stories.alike(*docs), self._matters.shared(*docs), self._harmed.shared(*docs)
        )

    def compared(self, one: Ints, two: Ints) -> Compared:
        """Many pairs ready for the features."""
        docs = self._docs[one], self._docs[two]
        stories = self.stories.alike_all(*docs)
        return Compared(self.table, self.rarity, one, two, stories, docs, self._matters, self._harmed)

    @cached_property
    def _docs(self) -> Ints:
        """[claims]: the number of each claim's document among the stories."""
        return self.stories.rows(item.claim.doc for item in self.facts)

    def links(self) -> Iterator[Link]:
        """A link for every candidate pair."""
        for one, two in self.candidates().tolist():
            yield self.link(one, two)

    def edges(self) -> Edges:
        """All candidate pairs with their log-odds (see ``odds``)."""
        pairs = self.candidates()
        odds = np.full(len(pairs), -np.inf)
        for at in range(0, len(pairs), AT_ONCE):
            part = pairs[at : at + AT_ONCE].astype(np.int64)
            odds[at : at + AT_ONCE] = self.odds(part[:, 0], part[:, 1])
        return Edges(pairs[:, 0], pairs[:, 1], odds)

    def odds(self, one: Ints, two: Ints) -> Floats:
        """[pairs]: the log-odds; ``VETOED`` for a pair that a veto excludes, minus infinity where it is ``absolute``."""
        found = np.full(len(one), VETOED)
        open_ = np.arange(len(one))
        # Days and then kilometres exclude most pairs: what the other comparisons say is not asked then.
        for excluded in (other_days, vetoed):
            a, b = one[open_], two[open_]
            docs = self._docs[a], self._docs[b]
            pairs = Compared(self.table, self.rarity, a, b, np.zeros(len(open_)), docs, self._matters, self._harmed)
            no = excluded(pairs)
            found[open_[no & absolutely(pairs)]] = -np.inf
            open_ = open_[~no]
        found[open_] = np.maximum(self._sum(self.compared(one[open_], two[open_])), LEAST)
        return found

    def _sum(self, compared: Compared) -> Floats:
        """The product of the features' values with the table of weights, a feature at a time: so it does not depend on
        which pairs are worked out together."""
        odds: Floats = np.where(compared.same_doc, self.weights.within["bias"], self.weights.across["bias"])
        for name in self._weighing:
            weight = np.where(compared.same_doc, self.weights.within[name], self.weights.across[name])
            odds = odds + weight * compared.values(name)
        # To a billionth: the last digit of an exponential differs between processors.
        return odds.round(9)

    def reasons(self, one: Ints, two: Ints, odds: Floats) -> list[Score]:
        """Why each of some pairs that no veto excludes tells of one event, as ``link`` says it; ``odds`` are theirs."""
        found: list[Score] = []
        for at in range(0, len(one), AT_ONCE):
            found += self._reasons(one[at : at + AT_ONCE], two[at : at + AT_ONCE], odds[at : at + AT_ONCE])
        return found

    def _reasons(self, one: Ints, two: Ints, odds: Floats) -> list[Score]:
        compared = self.compared(one, two)
        names = list(self._weighing)
        weights = [np.where(compared.same_doc, self.weights.within[n], self.weights.across[n]) for n in names]
        gains = np.array([weight * compared.values(name) for weight, name in zip(weights, names, strict=True)])
        size = np.abs(gains.reshape(len(names), len(one)))
        # Those that tie with the last one named are worked out too: the sentence decides between them.
        least = np.maximum(np.sort(size, axis=0)[-REASONS:].min(axis=0, initial=np.inf) - 1e-9, SLIGHT - 1e-9)
        found = []
        for row, value in enumerate(odds.tolist()):
            pair = compared.pair(row)
            parts = [
                (float(gains[n, row]), self._weighing[names[n]](pair).reason)
                for n in np.flatnonzero(size[:, row] >= least[row]).tolist()
            ]
            found.append(_said(parts, value))
        return found

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
        return Link(one, two, odds, _said(parts, odds))


def _said(parts: Sequence[tuple[float, str]], odds: float) -> Score:
    """A pair's probability, and its weightiest comparisons with what each adds."""
    told = sorted(parts, key=lambda part: (-round(abs(part[0]), 9), part[1]))[:REASONS]
    reason = "; ".join(f"{text} ({gain:+.1f})" for gain, text in told if abs(gain) >= SLIGHT)
    return Score(1.0 / (1.0 + exp(-max(-30.0, min(30.0, odds)))), reason or "nothing shared")


def vetoed(pairs: Compared) -> Bools:
    """[pairs]: which of them ``veto`` excludes; the same rules for all at once."""
    (a, b), (no_a, no_b) = pairs.flag("asserts"), pairs.flag("denies")
    found: Bools = (pairs.table.group[pairs.one] != pairs.table.group[pairs.two]) | pairs.mode_apart | other_days(pairs)
    by_one, by_two = pairs.flag("by_one_side")
    if (sided := pairs.same_type & by_one & by_two).any():
        found |= sided & pairs.agents_apart
    found |= pairs.same_type & pairs.flag("of_a_place")[0] & (pairs.places_apart > 0.5)
    found |= a & b & (pairs.places_apart > 0.93)
    for row in np.flatnonzero(((no_a & b) | (no_b & a)) & ~found).tolist():
        found[row] = bool(veto(pairs.pair(row)))
    return found


def other_days(pairs: Compared) -> Bools:
    """[pairs]: which of them ``veto`` excludes by their days."""
    one, two = pairs.flag("told")
    limit = np.where(pairs.lasting, 60, np.where(pairs.told, 2, 14))
    found: Bools = pairs.windows & (one | two) & (pairs.gap >= limit)
    # A day that is only guessed from the publication day says little where the names say that it is an old matter.
    guessed = np.flatnonzero(found & ~pairs.told)
    found[guessed] = ~pairs.old_matters(guessed, CLEARLY)
    return found


def absolutely(pairs: Compared) -> Bools:
    """[pairs]: which of them are ``absolute``, if vetoed; the same rules for all at once."""
    by_one, by_two = pairs.flag("by_one_side")
    held = pairs.flag("of_a_place")[0] | (by_one & by_two)
    found: Bools = (
        (pairs.table.group[pairs.one] != pairs.table.group[pairs.two]) | pairs.mode_apart | (pairs.same_type & held)
    )
    return found


def absolute(pair: Pair) -> bool:
    """True where a veto holds two groups apart by a single pair: things of two kinds, and what is about a place's holder.

    Who took a town, and on which day, is what the record of its holders is made of: two captures are never one.
    """
    one, two = pair.one.claim, pair.two.claim
    if class_of(one.type) != class_of(two.type) or mode_apart(pair).value:
        return True
    return one.type == two.type and (one.type in _OF_A_PLACE or {one.mode, two.mode} <= _BY_ONE_SIDE)


def _another_act(pair: Pair) -> bool:
    """Two acts of violence, of which one may be told in the place of the other: rockets, and no air strike."""
    one, two = pair.one.claim.type, pair.two.claim.type
    return class_of(one) == "violence" and one != two and not general_type(pair).value


def veto(pair: Pair) -> str:
    """Why two claims cannot tell of one event, whatever else they share; "" when they can.

    Dates: both told, at least two days between them, and not both of a lasting type, or more than sixty days. Or one
    told date older than two weeks before the other text's news, if the articles share no victim and not ``CLEARLY``
    enough rare names: a later text about a trial tells of the act without its day. Places: both exact and more than 40 km
    apart.
    Types: acts of violence may be told as one another, and so may deals; every other type is a thing of its own, for
    a town's capture is not the fight for it. Modes: aid blocked and aid delivered, captured and holds, are two events.
    Takeovers and broken truces: what two sides each did are two events, even on one day, and so are takeovers and sieges
    of two towns by one side. Denials: nobody denies what his own side tells, if that blames nobody else
    and is no other act of violence.
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
        old = len(pair.full_names) >= CLEARLY or bool(pair.victims)
        if a.told != b.told and gap >= (60 if lasting else 14) and not old:
            return f"{gap} days apart: {a.text()} and {b.text()}"
    if one.claim.type == two.claim.type and {one.claim.mode, two.claim.mode} <= _BY_ONE_SIDE:
        apart = agents_apart(pair)
        if apart.value:
            return apart.reason
    if {one.claim.stance, two.claim.stance} == {Stance.DENIES, Stance.ASSERTS}:
        told = one if one.claim.stance is Stance.ASSERTS else two
        sides = {p.side for p in one.speakers if p.side} & {p.side for p in two.speakers if p.side}
        # With an agent it may be what the denial says too: it was the others.
        if sides and not told.agents and not _another_act(pair):
            return f"one side does not deny what it tells itself: {sorted(sides)[0]}"
    apart = places_apart(pair)
    if one.claim.type == two.claim.type and one.claim.type in _OF_A_PLACE and apart.value > 0.5:
        return apart.reason
    answers = one.claim.stance is not Stance.ASSERTS or two.claim.stance is not Stance.ASSERTS
    if apart.value > 0.93 and not answers:
        return apart.reason
    return ""
