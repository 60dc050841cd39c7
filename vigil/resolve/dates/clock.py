"""Parts of a day and times of day: "Monday night", "early Tuesday", "at 6 a.m.", "at 2015 local time"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from vigil.model.interval import Interval, Precision, midnight
from vigil.resolve.dates.core import Core, Now, hours, roughly
from vigil.resolve.dates.words import PARTS

TIME = (
    r"(?:(?P<hh>[01]?[0-9]|2[0-4])(?:[:. ](?P<mm>[0-5][0-9]))? ?(?P<ap>a\.?m\.?|p\.?m\.?)|"
    r"(?P<h24>[01]?[0-9]|2[0-3])[:](?P<m24>[0-5][0-9])"
    r"|(?P<mil>(?:[01][0-9]|2[0-3])[0-5][0-9])(?= ?(?:hours|hrs|h\b|gmt|utc|\(?local|"
    r"z\b|today|on ))|(?P<word>[a-z]+|[0-9]{1,2}) o'clock)"
)


def part_of(match: re.Match[str], whole: Core, day: date) -> Core:
    """Narrow a day to the part of it that the match names before ("late") or after it ("night")."""
    words = match.groupdict()
    named = [words.get(name) or "" for name in ("pod", "pre2", "pre")]
    for name in (word.lower().removeprefix("in ").removeprefix("the ") for word in named if word):
        early, late = name.startswith(("early ", "very early")), name.startswith("late ")
        bare = name.removeprefix("early ").removeprefix("late ") if name not in PARTS else name
        if bare in PARTS:
            first, last, letters = PARTS[bare]
            middle = (first + last) // 2
            interval = hours(day, first, middle + 1 if early else last) if not late else hours(day, middle, last)
            value = f"{day.isoformat()}T{letters}"
            return replace(whole, interval=roughly(interval), timex=value, kind="TIME")
    pre = (words.get("pre") or "").lower()
    if pre in ("early", "very early"):
        return replace(whole, interval=roughly(hours(day, 0, 8)))
    if pre == "late":
        return replace(whole, interval=roughly(hours(day, 18, 24)))
    return whole


def time_of_day(match: re.Match[str]) -> tuple[int, int] | None:
    """Hour and minute; None for an hour that no clock shows."""
    words = match.groupdict()
    if words["hh"]:
        hour, minute = int(words["hh"]), int(words["mm"] or 0)
        if hour > 12:
            return (hour % 24, minute) if hour <= 24 else None
        return hour % 12 + (12 if words["ap"].lower().startswith("p") else 0), minute
    if words["h24"]:
        return int(words["h24"]), int(words["m24"])
    if words["mil"]:
        return int(words["mil"][:2]), int(words["mil"][2:])
    return None


def clock(match: re.Match[str], now: Now) -> Core | None:
    """A time of day alone: on the day that the text last named, else the day of publication."""
    read = time_of_day(match)
    day = now.anchor.last_day if now.anchor and now.anchor.last_day else now.day
    if read is None or day is None:
        return None
    start = midnight(day) + timedelta(hours=read[0], minutes=read[1])
    return Core(
        interval=Interval(start, start + timedelta(minutes=1), Precision.INSTANT, True),
        timex=f"{day.isoformat()}T{read[0]:02d}:{read[1]:02d}",
        reason="a time of day",
        anchor="text" if now.anchor and now.anchor.last_day else "published",
        kind="TIME",
    )
