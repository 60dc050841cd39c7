"""What an article is about has one place and one day: a claim of that act that names none of its own has the article's.

"The attack" in a late sentence, or in an article of the next week that gives the day once, says neither where nor when. The
article does, and mostly just once. What is taken from it is soft: a place so taken counts as borrowed, and a day is no
stated one, so that no veto rests on either.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from vigil.model.entity import PlacePrecision

if TYPE_CHECKING:  # ``facts`` makes them and calls this; the types alone are wanted here
    from vigil.fuse.facts import Facts, Window

WIDE = frozenset({PlacePrecision.COUNTRY, PlacePrecision.REGION, PlacePrecision.UNKNOWN})
DAY = 3  # days: longer told dates ("last week") give no day
NEWS = 30  # days before publication: what is older is background, even if the article tells of nothing else


def anchored(made: Sequence[Facts], kind: str) -> list[Facts]:
    """The facts of one document, whose main act is of type ``kind``, with its claims' missing places and days filled in."""
    mine = [facts for facts in made if facts.claim.type == kind]
    day, where = _day(mine), _place(mine)
    return [_filled(facts, day, where) if facts.claim.type == kind else facts for facts in made]


def _day(mine: Sequence[Facts]) -> Window | None:
    """The day on which all dated claims of the act meet; None when they tell of two days, or of none."""
    told = [
        facts.window for facts in mine if facts.window is not None and facts.window.origin == "told" and _recent(facts)
    ]
    told = [window for window in told if window.days() <= DAY]
    if not told:
        return None
    first, last = max(window.first for window in told), min(window.last for window in told)
    return replace(told[0], first=first, last=last, origin="article") if first <= last else None


def _place(mine: Sequence[Facts]) -> Facts | None:
    """The claim with the finest place, when all other places of the act are that place or hold it."""
    known = [
        facts for facts in mine
        if facts.place is not None and facts.place.place_id and not facts.place_borrowed and _recent(facts)
        and facts.place.precision not in WIDE
    ]  # fmt: skip
    holders = {holder for facts in known if facts.place is not None for holder in facts.place.within}
    finest = [facts for facts in known if facts.place is not None and facts.place.place_id not in holders]
    return finest[0] if len({facts.place.place_id for facts in finest if facts.place is not None}) == 1 else None


def _filled(facts: Facts, day: Window | None, where: Facts | None) -> Facts:
    """A claim of the act with what it lacks; one that is said to have been elsewhere, or at another time, stays as it is."""
    if not _recent(facts):
        return facts
    there = where.place if where is not None else None
    own = facts.place if facts.place is not None and not facts.place_borrowed else None
    named = bool(facts.place_words) and not facts.place_borrowed
    wide = own is not None and there is not None and own.precision in WIDE and own.place_id in there.within
    if own is not None and own.place_id is not None:
        of_it = wide or (there is not None and (own.place_id == there.place_id or own.place_id in there.within))
    else:
        of_it = not named
    if day is not None and facts.window is not None and facts.window.origin == "news" and of_it:
        facts = replace(facts, window=day)
    if where is not None and there is not None and (wide or (facts.place is None and not facts.place_words)):
        facts = replace(facts, place=there, place_words=where.place_words | facts.place_words, place_borrowed=True)
    return facts


def _recent(facts: Facts) -> bool:
    """News of the article: undated, or of the weeks before it."""
    return facts.window is None or not facts.window.told or 0 <= facts.published - facts.window.last <= NEWS
