"""Rival accounts of one incident: two culprits, two means, two tolls, but one site on one day.

"An army air strike killed 21 at the market in Dorvane on Monday" and "rockets fired by the rebels killed nine people at a
market in Dorvane on Monday" differ in all that a comparison of claims weighs, and each has its own followers (denials, the
wounded, a doctor's word) that name neither place nor day, so that group against group they stay apart. What settles it is
narrower: both accounts give the same exact place, the same single day and the same site in it, and accuse opposite sides.
A place and a day alone would not do: two sides fire into one town on one day, and these are two events.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from vigil.fuse.clustering.cluster import Rulings
from vigil.fuse.facts import Facts
from vigil.fuse.words import content
from vigil.model.claim import Stance, Status
from vigil.model.link import Score

Group = tuple[str, ...]
#: Place, day, and the word for the site.
Spot = tuple[str, int, str]


@dataclass(slots=True)
class _Account:
    """What one group tells of one spot: the sides that it accuses, whether it knows the word as a place, and in which
    sentences."""

    sides: set[str] = field(default_factory=set)
    is_site: bool = False
    sentences: set[tuple[str, int]] = field(default_factory=set)
    claims: list[str] = field(default_factory=list)

    def rivals(self, other: _Account) -> bool:
        """True when the two accuse different sides, and what they both name is a site at all ("people" is none).

        A sentence that tells of both ("strikes on rebel areas after rebels fired on government areas") tells of two acts.
        """
        if not self.sentences.isdisjoint(other.sentences):
            return False
        return (self.is_site or other.is_site) and self.sides.isdisjoint(other.sides)


def joined(
    groups: Sequence[Group], facts: Mapping[str, Facts], ruled: Rulings
) -> tuple[tuple[Group, ...], dict[str, Score]]:
    """The groups with rival accounts of one incident made one, and why, by claim. People's noes hold. Sorted.

    A group joins by its best accounts: asserted acts of violence with a place, a day and a site of their own.
    """
    accounts: dict[Spot, dict[int, _Account]] = {}
    for number, group in enumerate(groups):
        for claim in group:
            sides = {party.side or party.id for party in facts[claim].agents} - {""}
            for spot, is_site in spots(facts[claim]) if sides else ():
                account = accounts.setdefault(spot, {}).setdefault(number, _Account())
                account.sides |= sides
                account.is_site |= is_site
                account.sentences.add((facts[claim].claim.doc, facts[claim].claim.s))
                account.claims.append(claim)
    home = list(range(len(groups)))
    held: dict[int, list[str]] = {}  # claims of groups that were joined, by root
    why: dict[str, Score] = {}
    for spot, told in sorted(accounts.items()):
        for one, two in combinations(sorted(told), 2):
            if told[one].rivals(told[two]) and _join(home, held, groups, one, two, ruled):
                score = Score(0.9, f"rival accounts of one incident: one {spot[2]}, place and day, opposite culprits")
                why |= dict.fromkeys(told[two].claims, score)
    made: dict[int, list[str]] = {}
    for number, group in enumerate(groups):
        made.setdefault(_root(home, number), []).extend(group)
    return tuple(sorted(tuple(sorted(group)) for group in made.values())), why


def spots(facts: Facts) -> Iterator[tuple[Spot, bool]]:
    """Place, day and each word for whom or what was hit; True where the claim has it as a place ("at a market")."""
    claim, window, place = facts.claim, facts.window, facts.place
    if facts.family != "violence" or claim.stance is not Stance.ASSERTS or claim.status is not Status.ACTUAL:
        return
    if place is None or place.place_id is None or facts.place_borrowed or window is None:
        return
    if not window.told or window.days() > 1:
        return
    names = [m.meaning for m in claim.of("place") if m.place is not None and m.place.place_id]
    own = frozenset().union(*map(content, names))
    for role in ("place", "target"):
        for mention in claim.of(role):
            if mention.place is None or not mention.place.place_id:
                for word in sorted(content(mention.meaning) - own):
                    yield (place.place_id, window.first, word), role == "place"


def _join(
    home: list[int], held: dict[int, list[str]], groups: Sequence[Group], one: int, two: int, ruled: Rulings
) -> bool:
    """Make two groups one, unless they are already or a person holds any of their claims apart."""
    a, b = _root(home, one), _root(home, two)
    if a == b:
        return False
    left, right = (held.get(root) or list(groups[root]) for root in (a, b))
    if ruled.apart and any((min(x, y), max(x, y)) in ruled.apart for x in left for y in right):
        return False
    home[max(a, b)] = min(a, b)
    held[min(a, b)] = left + right
    return True


def _root(home: list[int], n: int) -> int:
    while home[n] != n:
        n = home[n]
    return n
