"""Readings of single days and parts of them: weekdays, "yesterday", "last night", "at dawn", "the day before"."""

from __future__ import annotations

import re
from datetime import timedelta

from vigil.model.interval import Interval, Precision, midnight
from vigil.resolve.dates.clock import part_of
from vigil.resolve.dates.core import Core, Now, hours, roughly
from vigil.resolve.dates.words import PARTS, weekday

_DAYS_FROM = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}


def read_weekday(match: re.Match[str], now: Now) -> Core | None:
    """on Tuesday", "early Friday", "last Monday": by tense unless a word says which."""
    if now.day is None:
        return None
    lead = (match["lead"] or "").lower()
    offset = (weekday(match["w"]) - now.day.weekday()) % 7  # days ahead of publication, 0 the same day
    if lead == "next" or (lead == "coming"):
        days, reason = offset or 7, "the next one after publication"
    elif lead in ("last", "past", "previous"):
        days, reason = (offset or 7) - 7 if offset else -7, "the last one before publication"
    elif lead == "this":
        days, reason = (offset if now.future else weekday(match["w"]) - now.day.weekday()), "this week's"
    elif now.future:
        days, reason = offset, "the event is still to come: the next one"
    else:
        days, reason = offset - 7 if offset else 0, "the last one up to the day of publication"
    if match["wk"]:
        days += (
            -7 if match["wk"].lower().startswith("last") and days > -7 else 7 if match["wk"].startswith("next") else 0
        )
    day = now.day + timedelta(days=days)
    other = day + timedelta(days=7 if days <= 0 else -7)
    core = Core(
        interval=Interval.day(day),
        timex=day.isoformat(),
        reason=reason,
        anchor="published",
        others=(Interval.day(other),),
    )
    return part_of(match, core, day)


def read_named_day(match: re.Match[str], now: Now) -> Core | None:
    """Yesterday morning", "today", "tonight"."""
    if now.day is None:
        return None
    name = match["n"].lower()
    day = now.day + timedelta(days=_DAYS_FROM[name])
    core = Core(
        interval=Interval.day(day),
        timex=day.isoformat(),
        reason=f"{name}, from the day of publication",
        anchor="published",
    )
    if name == "tonight":
        return Core(
            interval=roughly(hours(day, 18, 24)),
            timex=f"{day.isoformat()}TNI",
            reason="tonight",
            anchor="published",
            kind="TIME",
        )
    return part_of(match, core, day)


def read_overnight(_match: re.Match[str], now: Now) -> Core | None:
    """The night that ended on the day of publication."""
    if now.day is None:
        return None
    before = now.day - timedelta(days=1)
    night = Interval(
        midnight(before) + timedelta(hours=20), midnight(now.day) + timedelta(hours=6), Precision.PART_OF_DAY, True
    )
    return Core(
        interval=night,
        timex=f"{before.isoformat()}TNI",
        reason="the night before publication",
        anchor="published",
        kind="TIME",
    )


def _this_part(match: re.Match[str], now: Now) -> Core | None:
    """ "This morning", "last night", "that evening"; "in the morning" and "at dawn" stand on the text's own day."""
    lead, part = (match["lead"] or "").lower(), match["p"].lower()
    anchored = lead not in ("this", "last") and now.anchor is not None and now.anchor.last_day is not None
    day = now.anchor.last_day if anchored and now.anchor else now.day
    if day is None:
        return None
    if lead == "last" or lead in ("the previous", "previous"):
        day -= timedelta(days=1)
    elif lead in ("the next", "next", "the following"):
        day += timedelta(days=1)
    first, last, letters = PARTS[part]
    return Core(
        interval=roughly(hours(day, first, last)), timex=f"{day.isoformat()}T{letters}", reason="a part of the day",
        anchor="text" if anchored else "published", kind="TIME",
    )  # fmt: skip


def read_part(match: re.Match[str], now: Now) -> Core | None:
    """Last night", "that evening", "before dawn"."""
    if match["lead"]:
        return _this_part(match, now)
    first, last, letters = PARTS[match["p2"].lower()]
    anchored = now.anchor is not None and now.anchor.last_day is not None
    if anchored and now.anchor and now.anchor.last_day and now.day and (now.day - now.anchor.last_day).days > 2:
        anchored = False  # "before dawn" in a text that last spoke of another week is told from publication
    day = now.anchor.last_day if anchored and now.anchor else now.day
    if day is None:
        return None
    return Core(interval=roughly(hours(day, first, last)), timex=f"{day.isoformat()}T{letters}", reason="a part of the day",
                anchor="text" if anchored else "published", kind="TIME")  # fmt: skip


def read_day_before(match: re.Match[str], now: Now) -> Core | None:
    """ "The day before", "the night after": counted from the text's own last date, else from publication."""
    base = now.anchor.first_day if now.anchor and now.anchor.first_day else now.day
    if base is None:
        return None
    there = base + timedelta(days=1 if match["u"].lower() == "after" else -1)
    return Core(
        interval=Interval.day(there),
        timex=there.isoformat(),
        reason="counted from the date that the text gave before" if now.anchor else "counted from publication",
        anchor="text" if now.anchor else "published",
    )
