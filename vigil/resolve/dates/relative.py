"""Rules for what is told from another day: weekdays, "yesterday", "two weeks ago", "the following morning"."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from vigil.model.interval import Interval, Precision, midnight
from vigil.resolve.dates.clock import TIME, clock
from vigil.resolve.dates.core import (
    Core,
    Now,
    back,
    hours,
    lasting,
    monday,
    months,
    part_of_month,
    roughly,
    span,
    week_value,
    year_core,
)  # fmt: skip
from vigil.resolve.dates.days import read_day_before, read_named_day, read_overnight, read_part, read_weekday
from vigil.resolve.dates.words import HEAD, NUMBER, PART, PARTS, POD, UNIT, UNITS, VAGUE, WEEKDAY, number

Make = Callable[[str, str, Callable[[re.Match[str], Now], Core | None]], Any]


def _this_unit(match: re.Match[str], now: Now) -> Core | None:
    lead = match["lead"].lower().removeprefix("the ").split()[-1]
    unit = match["u"].lower()
    moved = {"last": -1, "previous": -1, "next": 1, "coming": 1, "following": 1, "past": -1}.get(lead, 0)
    from_text = lead in ("previous", "following", "same", "that") and now.anchor is not None and now.anchor.first_day
    day = now.anchor.first_day if from_text and now.anchor else now.day
    if day is None:
        return None
    anchor = "text" if from_text else "published"
    if lead == "past" and unit in ("day", "week", "month", "year"):
        whole = span(now, 1, UNITS[unit])
        return Core(
            interval=roughly(whole) if whole and unit == "year" else whole,
            timex=lasting(1, UNITS[unit]),
            reason=f"the {unit} up to publication",
            anchor="published",
            kind="DURATION",
        )
    return _whole(unit, day, moved, now,
        f"{lead} {unit}, from the {'text' if from_text else 'day of publication'}", anchor,
                  (match["part"] or "").lower())  # fmt: skip


def _whole(unit: str, day: date, moved: int, now: Now, reason: str, anchor: str, part: str) -> Core | None:
    if unit in ("day", "night", "morning", "evening", "afternoon"):
        there = day + timedelta(days=moved)
        if unit == "day":
            return Core(interval=Interval.day(there), timex=there.isoformat(), reason=reason, anchor=anchor)
        first, last, letters = PARTS[unit]
        return Core(
            interval=roughly(hours(there, first, last)),
            timex=f"{there.isoformat()}T{letters}",
            reason=reason,
            anchor=anchor,
            kind="TIME",
        )
    if unit == "week":
        start = monday(day) + timedelta(days=7 * moved)
        end = start + timedelta(days=6)
        if moved == 0 and anchor == "published" and not now.future:
            end = max(start, day)
        if "early" in part or "beginning" in part or "start" in part:
            end = min(end, start + timedelta(days=1))
        return Core(
            interval=Interval.days(start, end, Precision.WEEK), timex=week_value(start), reason=reason, anchor=anchor
        )
    if unit == "weekend":
        saturday = monday(day) + timedelta(days=5)
        if (saturday > day and moved <= 0 and not now.future) or (moved == -1 and saturday <= day):
            saturday -= timedelta(days=7)
        elif moved == 1 and saturday <= day:
            saturday += timedelta(days=7)
        return Core(
            interval=Interval.days(saturday, saturday + timedelta(days=1)),
            timex=f"{week_value(saturday)}-WE",
            reason=reason,
            anchor=anchor,
        )
    if unit == "month":
        there_or_none = back(day.replace(day=1), -moved, "M")
        if there_or_none is None:
            return None
        y, m = there_or_none.year, there_or_none.month
        return Core(
            interval=part_of_month(Interval.month(y, m), y, m, part), timex=f"{y}-{m:02d}", reason=reason, anchor=anchor
        )
    if unit == "quarter":
        there_or_none = back(day.replace(day=1), -3 * moved, "M")
        if there_or_none is None:
            return None
        q = (there_or_none.month - 1) // 3
        return Core(
            interval=months(there_or_none.year, q * 3 + 1, 3, Precision.SEASON),
            timex=f"{there_or_none.year}-Q{q + 1}",
            reason=reason,
            anchor=anchor,
        )
    if unit == "year":
        return year_core(day.year + moved, part, reason, anchor)
    decade = day.year // 10 * 10 + 10 * moved
    return Core(
        interval=Interval.days(date(decade, 1, 1), date(decade + 9, 12, 31), Precision.YEAR),
        timex=f"{decade // 10}",
        reason=reason,
        anchor=anchor,
    )


def _shifted(match: re.Match[str], now: Now) -> Core | None:
    """ "Two weeks ago", "a day earlier", "three days later", "two days after X"."""
    way = match["way"].lower()
    ago = way in ("ago", "back", "previously")
    base = (
        now.day
        if ago or now.anchor is None
        else (now.anchor.first_day if way in ("earlier", "before") else now.anchor.last_day)
    )
    unit = UNITS[match["u"].lower().rstrip("s").replace("centurie", "century")]
    count = None if match["v"] else number(match["n"])
    sign = 1 if ago or way in ("earlier", "before", "prior") else -1
    anchor = "published" if ago or now.anchor is None else "text"
    loose = now.anchor is None and not now.future and way in ("after", "later", "afterwards", "before")
    if base is None or loose:  # "five years after" something that has no date here
        return Core(interval=None, timex=lasting(count, unit), reason="no day to count from", kind="DURATION")
    reason = (
        f"counted from {'the day of publication' if anchor == 'published' else 'the date that the text gave before'}"
    )
    if unit in ("S", "MIN", "H"):
        return _hours_shifted(count, unit, sign, base, now, anchor, reason)
    if count is None:
        there = back(base, sign * 3, unit)
        if unit not in ("W", "M") or there is None or not ago:
            return Core(interval=None, timex="PAST_REF" if sign > 0 else "FUTURE_REF", reason="too vague to date")
        return Core(
            interval=roughly(Interval.month(there.year, there.month)),
            timex="PAST_REF",
            reason="a few: about three",
            anchor=anchor,
        )
    there = back(base, sign * count, unit)
    if there is None:
        return None
    hedge = (match["hedge"] or "").lower()
    if hedge.startswith(("more than", "over")) and ago:
        return Core(
            interval=Interval(None, midnight(there) + timedelta(days=1), Precision.UNKNOWN, True),
            timex=lasting(count, unit),
            reason=f"before then, {reason}",
            anchor=anchor,
            kind="DURATION",
        )
    if unit == "Y" and count == 1 and not hedge and ago:  # the claims gold reads a plain "a year ago" as that month
        whole = roughly(Interval.month(there.year, there.month))
        return Core(interval=whole, timex=f"{there.year:04d}", reason=reason, anchor=anchor)
    return _unit_at(there, unit, count, reason, anchor)


def _unit_at(there: date, unit: str, count: float, reason: str, anchor: str) -> Core:
    """A day for days and up to four weeks; above that the unit in which it was counted."""
    if unit == "D" or (unit == "W" and count <= 4):
        return Core(interval=Interval.day(there), timex=there.isoformat(), reason=reason, anchor=anchor)
    if unit in ("W", "M"):
        value = week_value(there) if unit == "W" else there.isoformat()[:7]
        return Core(
            interval=roughly(Interval.month(there.year, there.month)), timex=value, reason=reason, anchor=anchor
        )
    if unit == "Q":
        q = (there.month - 1) // 3
        return Core(
            interval=months(there.year, q * 3 + 1, 3, Precision.SEASON),
            timex=f"{there.year}-Q{q + 1}",
            reason=reason,
            anchor=anchor,
        )
    return Core(interval=roughly(Interval.year(there.year)), timex=f"{there.year:04d}", reason=reason, anchor=anchor)


def _hours_shifted(count: float | None, unit: str, sign: int, base: date, now: Now, anchor: str, reason: str) -> Core:
    if count is None or now.at is None or anchor == "text":
        return Core(
            interval=roughly(Interval.day(base)),
            timex=lasting(count, unit),
            reason=reason,
            anchor=anchor,
            kind="DURATION",
        )
    moment = now.at - sign * timedelta(seconds=min(count, 1e6) * {"S": 1, "MIN": 60, "H": 3600}[unit])
    return Core(
        interval=roughly(Interval.day(moment.date())),
        timex=lasting(count, unit),
        reason=reason,
        anchor=anchor,
        kind="DURATION",
    )


def _year_before(_match: re.Match[str], now: Now) -> Core | None:
    return year_core(now.day.year - 1, "", "a year before publication", "published") if now.day else None


def _near(_match: re.Match[str], now: Now) -> Core | None:
    """ "Hours earlier", "minutes before the vote": the day that the text is on."""
    there = (now.anchor.first_day if now.anchor else None) or now.day
    return Core(
        interval=roughly(Interval.day(there)) if there else None,
        timex="PTXH",
        reason="hours from that day",
        kind="DURATION",
        anchor="text" if now.anchor else "published",
    )


def _long(match: re.Match[str], _now: Now) -> Core | None:
    unit = UNITS[match["u"].lower()]
    return Core(interval=None, timex=lasting(1, unit), reason="a length of time", kind="DURATION", length=(1.0, unit))


_RECENT = {"H": (1, "D"), "D": (7, "D"), "W": (1, "M"), "M": (3, "M"), "Y": (3, "Y"), "DE": (30, "Y")}


def _past_span(match: re.Match[str], now: Now) -> Core | None:
    """ "In the last 48 hours", "over the past few weeks", "the next three days", "in recent days"."""
    ahead = match["lead"].lower() in ("next", "coming", "following")
    unit = UNITS[match["u"].lower().rstrip("s").replace("centurie", "century")]
    count = number(match["n"]) if match["n"] else None
    kind, reason = "DURATION", f"the time {'after' if ahead else 'up to'} publication"
    if count is None:
        about = _RECENT.get(unit)
        interval = span(now, *about, ahead=ahead) if about else None
        return Core(
            interval=roughly(interval) if interval else None,
            timex=lasting(None, unit) if ahead or match["lead"].lower() != "recent" else "PAST_REF",
            reason=reason,
            anchor="published",
            kind=kind,
        )
    whole = span(now, count, unit, ahead=ahead)
    return Core(
        interval=roughly(whole) if whole and unit in ("M", "Y") else whole,
        timex=lasting(count, unit),
        reason=reason,
        anchor="published",
        kind=kind,
    )


def _duration(match: re.Match[str], _now: Now) -> Core | None:
    unit = UNITS[match["u"].lower().rstrip("s").replace("centurie", "century")]
    count = number(match["n"]) if match["n"] else None
    if match["the"] and unit in ("Y", "W", "M") and not match["u"].endswith("s"):
        count = 1.0
    return Core(
        interval=None, timex=lasting(count, unit), reason="a length of time", kind="DURATION", length=(count, unit)
    )


def _end_of(match: re.Match[str], now: Now) -> Core | None:
    if now.day is None:
        return None
    whole = _whole(match["u"].lower(), now.day, 0, Now(day=now.day, at=now.at, future=True), "this", "published", "")
    if whole is None or whole.interval is None or whole.interval.first_day is None or whole.interval.last_day is None:
        return None
    if match["edge"].lower() in ("beginning", "start"):
        length = 1 if match["u"].lower() == "week" else 0
        edge = Interval.days(whole.interval.first_day, whole.interval.first_day + timedelta(days=length))
    else:
        edge = Interval.day(whole.interval.last_day)
    return Core(
        interval=roughly(edge),
        timex=(edge.first_day or now.day).isoformat(),
        reason=f"the {match['edge'].lower()} of this {match['u'].lower()}",
        anchor="published",
    )


def _latest_quarter(_match: re.Match[str], now: Now) -> Core | None:
    """A quarter that is spoken of without its number is the last one that had ended."""
    there = back(now.day.replace(day=1), 3, "M") if now.day else None
    if there is None:
        return None
    quarter = (there.month - 1) // 3
    return Core(
        interval=roughly(months(there.year, quarter * 3 + 1, 3, Precision.SEASON)),
        timex=f"{there.year}-Q{quarter + 1}",
        reason="the last quarter that had ended",
        anchor="published",
    )


def _same(match: re.Match[str], now: Now) -> Core | None:
    if now.anchor is None or now.anchor.first_day is None:
        return None
    if match.group().lower() == "since then":
        later = now.end if now.end and now.anchor.start and now.end > now.anchor.start else None
        whole = Interval(now.anchor.start, later, now.anchor.precision)
        return Core(interval=whole, timex="PAST_REF", reason="since the date that the text gave before", anchor="text")
    value = now.anchor.codebook() or ""
    return Core(
        interval=now.anchor, timex=value.split("/")[0], reason="the time that the text gave before", anchor="text"
    )


def _present(_match: re.Match[str], now: Now) -> Core | None:
    interval = roughly(Interval.day(now.day)) if now.day else None
    return Core(interval=interval, timex="PRESENT_REF", reason="the time of writing", anchor="published")


def _vague_past(_match: re.Match[str], _now: Now) -> Core | None:
    return Core(interval=None, timex="PAST_REF", reason="past, but not said when")


def _vague_future(_match: re.Match[str], _now: Now) -> Core | None:
    return Core(interval=None, timex="FUTURE_REF", reason="to come, but not said when")


def _set(match: re.Match[str], _now: Now) -> Core | None:
    words = match.group().lower()
    value = {"da": "P1D", "we": "P1W", "mo": "P1M", "ye": "P1Y", "an": "P1Y", "ho": "PT1H", "ni": "P1D"}
    key = next((k for k in ("hour", "dail", "day", "week", "month", "year", "annual", "night") if k in words), "day")
    return Core(interval=None, timex=value[key[:2]], reason="again and again", kind="SET")


_UNITS = rf"(?P<u>{UNIT}s?)"
_HEDGE = (
    r"(?P<hedge>more than|less than|almost exactly|almost|nearly|about|around|some|just over|just under|over|just|only)"
)


def relative_rules(rule: Make) -> list[Any]:
    """The rules of this file, in their order."""
    lead = r"(?P<lead>last|this|next|past|previous|coming)"
    return [
        rule("weekday",
            rf"(?:(?:{TIME}),? (?:on )?)?{HEAD}(?:{lead} )?(?P<w>{WEEKDAY})(?:'?s)?(?P<wk> "
            rf"last week| next week)?{POD}", read_weekday),
        rule("named day", rf"{HEAD}(?P<n>yesterday|today|tomorrow|tonight)(?:'?s)?{POD}", read_named_day),
        rule("overnight", r"overnight|during the night", read_overnight),
        rule("shifted",
            rf"(?:{_HEDGE} )?(?:(?P<v>{VAGUE})|(?P<n>{NUMBER}))(?: more)?[ -]{_UNITS} (?:or "
            rf"so )?(?P<way>ago|back|earlier|before|later|after|afterwards|previously|prior)", _shifted),
        rule("part",
            rf"(?P<lead>this|last|that|the same|the previous|the next|the following|next) "
            rf"(?P<p>{PART})|(?:in the|at|before|around|after|the) (?P<p2>{PART})", read_part),
        rule("clock", rf"(?:at |around |about )?{TIME}", clock),
        rule("end of",
            r"(?:the )?(?P<edge>end|beginning|start|middle) of (?:the|this) (?P<u>week|month|"
            r"year)", _end_of),
        rule("unit",
            r"(?P<part>(?:early|late|later|earlier|mid|the (?:beginning|start|end|middle) "
            r"of)[ -])?(?P<lead>(?:the )?(?:last|this|next|past|previous|coming|following|"
            r"same)|that|this past|this coming) (?P<u>day|week|weekend|month|quarter|year|"
            r"decade)(?:'?s)?(?![ -](?:long|old))", _this_unit),
        rule("latest quarter", r"the (?:latest )?(?:fiscal )?quarter", _latest_quarter),
        rule("weekend", r"(?P<part>(?P<x>)) ?(?P<lead>the) (?P<u>weekend)(?:'?s)?", _this_unit),
        rule("year before", r"(?:the )?year-(?:ago|earlier)(?: quarter| period)?", _year_before),
        rule("earlier in",
            r"(?P<part>early|earlier|late|later) (?:on )?in (?P<lead>the) (?P<u>week|month|year)", _this_unit),
        rule("near", r"(?:just |only )?(?P<u>hours|minutes|moments|shortly) (?P<way>earlier|before|later|after)", _near),
        rule("long", r"(?:(?:a|the) )?(?P<u>day|week|month|year)[- ]?long", _long),
        rule("day before", r"the (?P<lead>day|night) (?P<u>before|after|earlier)", read_day_before),
        rule("span",
            rf"(?:the |this )?(?P<lead>last|past|next|coming|previous|following|recent) (?:(?:{VAGUE})|"
            rf"(?P<n>{NUMBER}))?(?:-plus)? ?{_UNITS}", _past_span),
        rule("set",
            r"(?:every|each) (?:single )?(?:hour|day|night|week|month|year)|daily|weekly|"
            r"monthly|annually|hourly|nightly", _set),
        rule("same", r"(?:since then|(?:at )?the same time|at (?:that|the|this) time|the same period|that same day)", _same),
        rule("now", r"(?:right )?now|currently|current|at present|at the moment|presently", _present),
        rule("past", r"recently|recent|in the past|the past|lately", _vague_past),
        rule("future", r"soon|(?:in )?the future", _vague_future),
        rule("duration",
            rf"(?:(?:{VAGUE} )|(?P<n>{NUMBER})(?: more)?[ -]|(?P<the>the )(?:fiscal |full "
            rf")?)?{_UNITS}(?!-old| old|-l?ong)", _duration),
    ]  # fmt: skip
