"""Low, best and high of what is claimed, per kind of count and side, by a written rule table.

=====================  =============================================================================================
rule                   what is done
=====================  =============================================================================================
one entry an incident  an event's own tolls are its figures; running tolls ("bringing the dead to 300") are of many
                       events: they are estimates of their own, marked ``cumulative``, and never added to anything
                       (Every Casualty, Standards for Casualty Recording, 2016: one entry an incident)
nothing but told acts  denials, refusals, plans and fears give no number; "no casualties" is a toll of 0
latest of a source     a source's newest figure replaces its older ones: a toll that rises over hours is an update and
                       no dispute (UCDP GED Codebook: later, better informed reports take precedence over first ones)
who is counted         children, women, civilians and each force stand beside the whole, not inside another sum
                       (UCDP GED: deaths of side a, side b and civilians are coded apart)
low                    the smallest lower bound that any source still holds
high                   the largest upper bound that any source still holds; open ("at least") if a source's is open
                       and no other source closes it above that
best                   the figure held by most independent witnesses; between equals the newest, then the lower
                       (UCDP GED: "best" is the most reliable figure, and the lower one where that cannot be told)
spread                 the share of the independent witnesses that holds each figure
dead without a number  named or told singly: a floor where nobody gives a number (``victims``)
=====================  =============================================================================================

The cited rules are named from memory of these documents and were not looked up again for this table.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from vigil.fuse.accounts.witnesses import Voice
from vigil.fuse.facts import own_counts, parts_of
from vigil.fuse.words import fold
from vigil.model.claim import COUNT_KINDS, Claim, Count, Stance, Status
from vigil.model.event import Estimate

OPEN_REACH = 1.25  # "at least 40" is compared as 40 .. 50: further apart, two floors speak of different tolls


@dataclass(frozen=True, slots=True)
class Toll:
    """What one witness now holds on one kind of count."""

    voice: Voice
    count: Count
    claims: tuple[str, ...]  # the claims that carry this figure
    day: str  # publication day, for "newest"
    parts: tuple[int, ...] = ()  # the numbers of which the figure is a sum; () where somebody told it

    @property
    def told(self) -> bool:
        """True when some claim gives the figure itself."""
        return not self.parts

    @property
    def low(self) -> int:
        """Lower bound; 0 when open."""
        return self.count.min if self.count.min is not None else 0

    @property
    def figure(self) -> int:
        """The one number that stands for the range: its floor, or its ceiling when there is no floor."""
        return self.count.min if self.count.min is not None else self.count.max or 0

    @property
    def reach(self) -> float:
        """Upper bound for comparing; an open one reaches ``OPEN_REACH`` times the floor."""
        return self.count.max if self.count.max is not None else self.low * OPEN_REACH

    def text(self) -> str:
        """``12``, ``12-15``, ``at least 12`` or ``up to 12``."""
        low, high = self.count.min, self.count.max
        if low is None:
            return f"up to {high}"
        return f"at least {low}" if high is None else f"{low}" if low == high else f"{low}-{high}"


CHILDREN = frozenset("child children kid kids baby babies infant infants minor minors girl girls boy boys".split())
WOMEN = frozenset("woman women".split())
CIVILIANS = frozenset("civilian civilians resident residents villager villagers".split())


def whom(claim: Claim, count: Count) -> str:
    """Whom a count counts: "children", "women", "civilians", a force's actor id, or "" for all.

    Words that name two of these ("women and children", "civilians, including six children") count all of them: "".
    """
    if count.who is None:
        return ""
    words = set(fold(count.who.text).split())
    named = [
        name for name, group in (("children", CHILDREN), ("women", WOMEN), ("civilians", CIVILIANS)) if words & group
    ]
    if named:
        return named[0] if len(named) == 1 else ""
    for mention in claim.of("target"):
        span, ref = mention.span, mention.actor
        if span is None or ref is None or not ref.known or ref.kind == "civilians":
            continue
        if span.start < count.who.end and count.who.start < span.end:
            return ref.actor_id or ""
    return ""


def tolls(claims: Sequence[Claim], voices: Mapping[str, Voice], days: Mapping[str, str]) -> dict[str, list[Toll]]:
    """Per kind of count, each witness's newest figure. ``days`` gives each document's publication day (ISO)."""
    held: dict[tuple[str, str], list[tuple[str, Claim, Count]]] = defaultdict(list)
    for claim in claims:
        for kind, count in _given(claim).items():
            held[kind, voices[claim.id].id].append((days.get(claim.doc, ""), claim, count))
    found: dict[str, list[Toll]] = defaultdict(list)
    for (kind, _), rows in sorted(held.items()):
        newest = max(day for day, _, _ in rows)
        last = [(claim, count) for day, claim, count in rows if day == newest]
        # In one day's texts a source gives the whole and its parts ("56 dead, 11 of them children"): the whole counts.
        claim, count = max(last, key=lambda row: (row[1].min or row[1].max or 0, row[0].id))
        same = tuple(sorted(c.id for c, other in last if (other.min, other.max) == (count.min, count.max)))
        sums = [parts_of(c, kind) for c, other in last if c.id in same]
        found[kind].append(Toll(voices[claim.id], count, same, newest, () if () in sums else sums[0]))
    return dict(found)


def _given(claim: Claim) -> dict[str, Count]:
    """The own counts of a claim that tells of something done; "no casualties" is a toll of nobody killed."""
    if claim.stance is not Stance.ASSERTS:
        return {}
    if claim.status is Status.NEGATED and claim.type == "casualties":
        return {"killed": Count(kind="killed", min=0, max=0)}
    return own_counts(claim) if claim.status is Status.ACTUAL else {}


def estimates(
    found: Mapping[str, Sequence[Toll]],
    claims: Sequence[Claim] = (),
    voices: Mapping[str, Voice] | None = None,
    days: Mapping[str, str] | None = None,
) -> tuple[Estimate, ...]:
    """One Estimate a kind for all that it counts, in the codebook's order of kinds; then those of sides and running tolls.

    ``claims``, with their voices and days, give the latter; without them only the former.
    """
    whole = [_estimate(kind, found[kind]) for kind in COUNT_KINDS if found.get(kind)]
    apart: dict[tuple[int, bool, str], list[tuple[Claim, Count]]] = defaultdict(list)
    for claim in claims:
        if claim.stance is Stance.ASSERTS and claim.status is Status.ACTUAL:
            for count in claim.counts:
                who = whom(claim, count)
                if who or count.cumulative:
                    apart[COUNT_KINDS.index(count.kind), count.cumulative, who].append((claim, count))
    beside = [
        replace(_estimate(COUNT_KINDS[kind], _newest(rows, voices or {}, days or {})), who=who, cumulative=cumulative)
        for (kind, cumulative, who), rows in sorted(apart.items())
    ]
    return (*whole, *beside)


def _newest(rows: Sequence[tuple[Claim, Count]], voices: Mapping[str, Voice], days: Mapping[str, str]) -> list[Toll]:
    """Each witness's newest figure among some counts of one kind and side."""
    held: dict[str, list[tuple[Claim, Count]]] = defaultdict(list)
    for claim, count in rows:
        held[voices[claim.id].id].append((claim, count))
    found = []
    for _, told in sorted(held.items()):
        newest = max(days.get(claim.doc, "") for claim, _ in told)
        last = [(claim, count) for claim, count in told if days.get(claim.doc, "") == newest]
        claim, count = max(last, key=lambda row: (row[1].min or row[1].max or 0, row[0].id))
        same = tuple(sorted({c.id for c, other in last if (other.min, other.max) == (count.min, count.max)}))
        found.append(Toll(voices[claim.id], count, same, newest))
    return found


def _estimate(kind: str, held: Sequence[Toll]) -> Estimate:
    lows = [toll.count.min for toll in held if toll.count.min is not None]
    highs = [toll.count.max for toll in held if toll.count.max is not None]
    floors = [toll.low for toll in held if toll.count.max is None]
    closed = bool(highs) and (not floors or max(floors) <= max(highs))
    backing: dict[int, set[str]] = defaultdict(set)
    newest: dict[int, str] = {}
    for toll in held:
        backing[toll.figure].add(toll.voice.side or toll.voice.key)
        newest[toll.figure] = max(newest.get(toll.figure, ""), toll.day)
    ranked = sorted(backing, key=lambda figure: (len(backing[figure]), newest[figure], -figure), reverse=True)
    best = ranked[0]
    rule = "the only figure told" if len(backing) == 1 else f"held by {len(backing[best])} of {len(held)} witnesses"
    if len(backing) > 1 and len(backing[ranked[1]]) == len(backing[best]):
        rule += ", the newest" if newest[best] > newest[ranked[1]] else ", the lower of equals"
    # Nobody said 17 where a claim says "11 soldiers and six rebels".
    parts = next((toll.parts for toll in held if toll.figure == best and not toll.told), ())
    if parts and not any(toll.told for toll in held if toll.figure == best):
        sum_of = f"a sum of {' and '.join(map(str, parts))}, told side by side"
        rule = sum_of if len(backing) == 1 else f"{rule}; {sum_of}"
    return Estimate(
        kind=kind,
        low=min(lows) if lows else None,
        best=best,
        high=max(highs) if closed else None,
        rule=rule,
        claims=tuple(sorted({claim for toll in held for claim in toll.claims})),
        spread=_spread(backing),
    )


def _spread(backing: Mapping[int, set[str]]) -> tuple[tuple[int, float], ...]:
    """(figure, share of the independent witnesses that hold it), smallest figure first."""
    every = sum(len(voices) for voices in backing.values())
    return tuple((figure, len(backing[figure]) / every) for figure in sorted(backing))


def differ(held: Sequence[Toll]) -> bool:
    """True when two witnesses' figures cannot both hold: their ranges, open ones stretched, do not meet."""
    return any(
        one.low > two.reach or two.low > one.reach
        for n, one in enumerate(held)
        for two in held[n + 1 :]
        if one.voice.id != two.voice.id
    )
