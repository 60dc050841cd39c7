"""Rules: one pattern and one reading each, tried in this order; an earlier rule takes its words from the later ones.

The order is the policy: longer and more certain expressions first ("8 October 2017" before "October" before "2017").
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from vigil.model.interval import Interval, Precision
from vigil.resolve.dates.clock import part_of
from vigil.resolve.dates.core import Core, Now, months, on, part_of_month, sane, year_core, years
from vigil.resolve.dates.islamic import islamic_rules
from vigil.resolve.dates.relative import relative_rules
from vigil.resolve.dates.words import (
    DAY,
    HEAD,
    MONTH,
    NUMBERS,
    ONES,
    ORDINALS,
    POD,
    SEASONS,
    TENS,
    WEEKDAY,
    YEAR,
    either,
    month,
)  # fmt: skip


class Rule(NamedTuple):
    """A pattern over running text and how a match is read; the reading may refuse (None)."""

    name: str
    pattern: re.Pattern[str]
    read: Callable[[re.Match[str], Now], Core | None]


def _iso(match: re.Match[str], _now: Now) -> Core | None:
    day = on(int(match["y"]), int(match["m"]), int(match["d"]))
    return _on_day(day, match, "a full date") if day else None


def _on_day(day: date, match: re.Match[str], reason: str, anchor: str = "none", others: tuple[date, ...] = ()) -> Core:
    last = match.groupdict().get("d2")
    end = on(day.year, day.month, int(re.sub(r"\D", "", last))) if last else None
    if end and end > day:
        return Core(interval=Interval.days(day, end), timex=day.isoformat(), reason=reason, anchor=anchor)
    return part_of(match, Core(
        interval=Interval.day(day), timex=day.isoformat(), reason=reason, anchor=anchor,
        others=tuple(Interval.day(other) for other in others),
    ), day)  # fmt: skip


def _day_month(match: re.Match[str], now: Now) -> Core | None:
    number, which = int(re.sub(r"\D", "", match["d"])), month(match["m"])
    if match["y"] and (day := on(int(match["y"]), which, number)):
        return _on_day(day, match, "a full date")
    if now.day is None or match["y"]:
        return None
    if match["ly"]:
        year = now.day.year - (1 if match["ly"].lower().startswith("last") else 0)
        day = on(year, which, number)
        return (
            _on_day(day, match, f"{match['ly'].lower()}, told from the day of publication", "published")
            if day
            else None
        )
    return _nearest_day(which, number, match, now)


def _nearest_day(which: int, number: int, match: re.Match[str], now: Now) -> Core | None:
    """A day without a year: the nearest to publication, leaning to the tense of the sentence."""
    assert now.day is not None
    here = now.day
    options = [day for year in (here.year - 1, here.year, here.year + 1) if (day := on(year, which, number))]
    if not options:
        return None
    best = min(options, key=lambda day: (abs((day - here).days - now.lean), day))
    others = tuple(day for day in options if day != best and abs((day - here).days) < 300)
    return _on_day(best, match, "no year given: the nearest to the day of publication", "published", others)


def _numeric(match: re.Match[str], _now: Now) -> Core | None:
    first, second, year = int(match["a"]), int(match["b"]), int(match["y"])
    day, other = on(year, second, first), on(year, first, second)
    best = day or other
    if best is None:
        return None
    others = (other,) if day and other and day != other else ()
    return _on_day(best, match, "a date in figures" + (", day before month" if others else ""), others=others)


def _month(match: re.Match[str], now: Now) -> Core | None:
    which = month(match["m"])
    words = match.groupdict()
    if words["y"]:
        year, reason, anchor = int(words["y"]), "a month with its year", "none"
    elif now.day is None:
        return None
    else:
        year, reason, anchor = (
            _month_year(which, words, now),
            "a month, its year from the day of publication",
            "published",
        )
        if words["lead"] and words["lead"].lower() == "that" and now.anchor and now.anchor.first_day:
            year, anchor = now.anchor.first_day.year, "text"
    if not sane(year):
        return None
    whole = Interval.month(year, which)
    part = (words["part"] or "").lower()
    return Core(
        interval=part_of_month(whole, year, which, part), timex=f"{year:04d}-{which:02d}", reason=reason, anchor=anchor
    )


def _month_year(which: int, words: dict[str, str], now: Now) -> int:
    here = now.day
    assert here is not None
    lead, after = (words["lead"] or "").lower(), (words["ly"] or "").lower()
    if after:
        return here.year - (1 if after.startswith("last") else -1 if after.startswith("next") else 0)
    if not lead and (now.future or not now.known):  # what was planned for December is as often last December
        return min(
            (here.year - 1, here.year, here.year + 1),
            key=lambda year: (_months_off((year - here.year) * 12 + which - here.month, now.known), -year),
        )
    if lead in ("next", "coming"):
        return here.year + (1 if which < here.month or (which == here.month and lead == "next") else 0)
    if lead in ("last", "past"):
        return here.year - (1 if which >= here.month else 0)
    if lead == "this":
        return here.year
    return here.year - (1 if which > here.month else 0)


def _months_off(ahead: int, known: bool) -> float:
    """Months from publication; where the tense is not known those to come weigh more, as news looks back."""
    return -ahead if ahead <= 0 else ahead if known else 1.6 * ahead


def _year(match: re.Match[str], _now: Now) -> Core | None:
    year = int(match["y"])
    part = (match["part"] or "").lower()
    if match["y2"]:
        tail = match["y2"]
        last = int(tail) if len(tail) == 4 else year // 100 * 100 + int(tail)
        if year < last <= year + 60:
            return Core(interval=years(year, last), timex=f"{year}/{last}", reason="years from one to another")
        return None
    return year_core(year, part, "a year")


def _year_words(match: re.Match[str], _now: Now) -> Core | None:
    if match["t"]:
        year = 1900 + NUMBERS[match["t"].lower()] + (NUMBERS[match["o"].lower()] if match["o"] else 0)
    else:
        year = 2000 + (NUMBERS[match["o2"].lower()] if match["o2"] else 0)
    return year_core(year, "", "a year in words")


def _month_words(match: re.Match[str], _now: Now) -> Core | None:
    year, which = (
        1900 + NUMBERS[match["t"].lower()] + (NUMBERS[match["o"].lower()] if match["o"] else 0),
        month(match["m"]),
    )
    return Core(
        interval=Interval.month(year, which), timex=f"{year:04d}-{which:02d}", reason="a month with its year in words"
    )


def _thanksgiving(match: re.Match[str], now: Now) -> Core | None:
    """The fourth Thursday of November (of the United States); without a year the nearest."""
    if now.day is None and not match["y"]:
        return None
    years_near = [int(match["y"])] if match["y"] else [now.day.year + n for n in (-1, 0, 1)] if now.day else []
    days = [first + timedelta(days=(3 - first.weekday()) % 7 + 21) for year in years_near if (first := on(year, 11, 1))]
    if not days:
        return None
    best = days[0] if now.day is None else min(days, key=lambda day: abs((day - (now.day or day)).days))
    return Core(
        interval=Interval.day(best), timex=best.isoformat(), reason="the fourth Thursday of November",
        anchor="none" if match["y"] else "published",
    )  # fmt: skip


def _decade(match: re.Match[str], _now: Now) -> Core | None:
    if match["w"]:
        start = 1900 + 10 * (
            2
            + "twenties thirties forties fifties sixties seventies eighties nineties".split().index(match["w"].lower())
        )
    else:
        start = int(match["y"])
    return Core(interval=years(start, start + 9), timex=f"{start // 10}", reason="a decade")


def _season(match: re.Match[str], now: Now) -> Core | None:
    first, letters = SEASONS[match["s"].lower()]
    lead, after = (match["lead"] or "").lower(), (match["ly"] or "").lower()
    if match["y"]:
        year, anchor = int(match["y"]), "none"
    elif now.day is None:
        return None
    else:
        anchor, year = "published", now.day.year
        begun = first <= now.day.month
        if after or lead == "this":
            year -= after.startswith("last")
        elif lead == "next":
            year += begun
        elif not begun or (lead == "last" and now.day.month < first + 3):
            year -= not now.future
    if not sane(year):
        return None
    return Core(
        interval=months(year, first, 3, Precision.SEASON),
        timex=f"{year:04d}-{letters}",
        reason="a season of the northern year",
        anchor=anchor,
    )


def _quarter(match: re.Match[str], now: Now) -> Core | None:
    number = int(match["q"]) if match["q"] else ORDINALS[match["o"].lower()]
    if number > 4:
        return None
    if match["y"]:
        year, anchor = int(match["y"]), "none"
    elif now.day is None:
        return None
    else:
        year, anchor = now.day.year, "published"
        if (match["ly"] or "").lower().startswith("last") or (not now.future and number * 3 - 2 > now.day.month):
            year -= 1
    return Core(
        interval=months(year, number * 3 - 2, 3, Precision.SEASON),
        timex=f"{year:04d}-Q{number}",
        reason="a quarter of the year",
        anchor=anchor,
    )


_WD = rf"(?:{WEEKDAY},? )?"
_LY = r"(?:,? (?P<ly>last year|this year|next year))?"
_IN_YEAR = rf"(?:,? (?:of |in )?(?P<y>{YEAR}))?"
_PARTS_OF = (
    r"(?:the )?(?:very )?(?:early|mid|middle|late|later|beginning|start|end|latter "
    r"part|last days|first days)(?:[ -]+(?:in|of))?[ -]"
)


def rule(name: str, pattern: str, read: Callable[[re.Match[str], Now], Core | None]) -> Rule:
    """A rule whose pattern begins and ends at word bounds."""
    return Rule(name, re.compile(rf"(?<![\w/])(?:{pattern})(?![\w])", re.IGNORECASE), read)


RULES: tuple[Rule, ...] = (
    rule("iso",
        r"(?P<y>[12][0-9]{3})-(?P<m>[01][0-9])-(?P<d>[0-3][0-9])(?:[T ](?P<h>[0-9]{2}):(?P<min>[0-9]{2})(?::[0-9.]+)?(?:Z|"
        r"[+-][0-9:]+)?)?", _iso),
    *islamic_rules(rule),
    rule("day month",
        rf"{HEAD}{_WD}(?:the )?(?P<d>{DAY})(?: ?(?:-|to|and|or|till) ?(?P<d2>{DAY}))?\.?(?: "
        rf"of)?[ -](?P<m>{MONTH}){_LY}{_IN_YEAR}{POD}", _day_month),
    rule("month day",
        rf"{HEAD}{_WD}(?P<m>{MONTH}) (?:the )?(?P<d>{DAY})(?: ?(?:-|to|and|or) ?(?P<d2>{DAY}))?{_LY}(?:,? "
        rf"(?P<y>{YEAR}))?{POD}", _day_month),
    rule("figures", r"(?P<a>[0-3]?[0-9])[./](?P<b>[0-3]?[0-9])[./](?P<y>(?:19|20)[0-9]{2})", _numeric),
    rule("quarter of a year",
        r"(?P<ly>this|last|next) year's (?P<q>(?!))?(?P<o>first|second|third|fourth)[ -]quarter(?P<y>(?!))?", _quarter),
    rule("year before quarter",
        rf"(?:the )?(?P<y>{YEAR}) (?P<q>(?!))?(?P<o>first|second|third|fourth)[ -]quarter(?P<ly>(?!))?", _quarter),
    rule("quarter",
        rf"(?:the )?(?:fiscal )?(?:Q(?P<q>[1-4])|(?P<o>first|second|third|fourth)[ -]quarter)(?:,? "
        rf"(?:of )?(?:(?P<y>{YEAR})|(?P<ly>last year|this year)))?", _quarter),
    rule("month, year in words",
        rf"(?P<m>{MONTH}) nineteen[ -](?P<t>{either(TENS)})(?:[ -](?P<o>{either(ONES)}))?", _month_words),
    rule("month year",
        rf"(?P<part>{_PARTS_OF})?(?P<lead>(?<!\w)\b)(?P<m>{MONTH})(?:,? | of |, of )(?P<y>{YEAR})(?P<ly>)", _month),
    rule("season",
        rf"(?:(?:early|mid|late)[ -])?(?:(?P<lead>last|this|next|the|in|over the) )?(?P<s>{either(SEASONS)})(?:,? "
        rf"(?:of |in )?(?:(?P<y>{YEAR})|(?P<ly>last year|this year)))?", _season),
    rule("month",
        rf"(?P<part>{_PARTS_OF})?(?:(?P<lead>last|this|next|that|past|coming) )?(?P<m>{MONTH})(?P<y>)(?: "
        rf"(?:of )?(?P<ly>last year|this year|next year))?(?! ?[0-9])", _month),
    rule("decade",
        r"(?:the )?(?:early |late |mid-?)?(?:(?P<y>(?:19|20)[0-9]0)'?s|(?P<w>twenties|"
        r"thirties|forties|fifties|sixties|seventies|eighties|nineties))", _decade),
    rule("thanksgiving", rf"thanksgiving(?: day)?{_IN_YEAR}", _thanksgiving),
    rule("the year two thousand", r"the year two thousand", lambda _match, _now: year_core(2000, "", "a year in words")),
    *relative_rules(rule),
    rule("year in words",
        rf"nineteen[ -](?P<t>{either(TENS)})(?:[ -](?P<o>{either(ONES)}))?|(?:the year "
        rf")?two thousand(?: (?:and )?(?P<o2>{either(ONES)}))?(?! \w+s\b)", _year_words),
    rule("year", rf"(?P<part>{_PARTS_OF})?(?P<y>{YEAR})(?:-(?P<y2>(?:{YEAR}|[0-9]{{2}})(?!-)))?", _year),
)  # fmt: skip
