"""The Islamic calendar by reckoning (the tabular one), its months and feasts in Latin and Arabic letters.

A month begins with the sighting of the moon, a day before or after the reckoned one, and not on the same day everywhere:
all intervals are approximate, and their reason says so.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Any

from vigil.model.interval import Interval, Precision
from vigil.resolve.dates.core import Core, Now, roughly
from vigil.resolve.dates.words import NUMBER, ORDINALS, YEAR, either, number

Make = Callable[[str, str, Callable[[re.Match[str], Now], Core | None]], Any]

#: The day before 1 Muharram of the year 1 (19 July 622 of the calendar that datetime counts in).
_EPOCH = date(622, 7, 19).toordinal() - 1
_AL = r"(?:[ -]?(?:al|ul|el|ath|eth|as|at)?[ -])"
#: Months in the order of the year, as they are written in Latin letters, and in Arabic ones.
_LATIN = (
    "muharram",
    "safar",
    rf"rabi'?{_AL}(?:awwal|awal)",
    rf"rabi'?{_AL}(?:thani|akhir|sani)",
    rf"jum(?:a|aa)da{_AL}(?:awwal|awal|ula|oula)",
    rf"jum(?:a|aa)da{_AL}(?:thani|thaniyah?|akhirah?|akhir)",
    "rajab",
    "sha'?a?ban",
    "ramad(?:h)?an|ramazan",
    "shaww?al",
    rf"(?:dh|z)[ui]l?{_AL}?(?:qa'?e?dah?|qi'?dah?)",
    rf"(?:dh|z)[ui]l?{_AL}?hijj(?:ah?|e)",
)
_ARABIC = (
    "محرم", "صفر", "ربيع ال[أا]ول", "ربيع (?:الثاني|ال[آا]خر)", "جمادى ال[أا]ولى", "جمادى (?:الثانية|ال[آا]خرة)", "رجب",
    "شعبان", "رمضان", "شوال", "ذ[وي] القعدة", "ذ[وي] الحجة",
)  # fmt: skip
RAMADAN = 9
#: Feast -> its month, its first day and how many days it lasts.
_FEASTS = {
    "eid (?:al|ul|el)[ -]fitr": (10, 1, 3),
    "eid (?:al|ul|el)[ -]ad[hz]h?a": (12, 10, 4),
    "ashura|ashoura": (1, 10, 1),
    "arba'?een": (2, 20, 1),
    "(?:the )?prophet's birthday|mawlid(?: al[ -]nabi)?": (3, 12, 1),
}
_SAID = "by reckoning; sighting the moon may shift it by a day"
_MONTH = "|".join(f"(?P<m{n}>{names})" for n, names in enumerate(_LATIN, 1))
_AH = r"(?:,? (?P<hy>1[34][0-9]{2})(?: ?(?:a\.?h\.?|hijri))?)"
_CE = rf"(?:,? (?:of |in )?(?P<y>{YEAR}))"
_LEAD = re.compile(
    r"\b(?:in|during|throughout|since|before|after|until|till|by|of|for|ahead of|the|early|late|mid)[ -](?:the )?$",
    re.I,
)
_NAMED = re.compile(r"\s[A-Z][a-z]")
_ARAB = re.compile(
    r"(?:(?P<d>[0-9]{1,2})\s+(?:من\s+)?)?(?:شهر\s+)?(?<!\w)"
    rf"(?:{'|'.join(f'(?P<m{n}>{names})' for n, names in enumerate(_ARABIC, 1))})"
    rf"(?!\w)(?:\s+(?:عام\s+|سنة\s+)?(?P<hy>1[34][0-9]{{2}})(?:\s*ه(?:ـ|جرية?)?)?)?"
)


def first_of(year: int, month: int, day: int = 1) -> date:
    """The day of the common calendar on which a day of the Islamic one is reckoned. Year 1000 to 1600."""
    days = day + (59 * (month - 1) + 1) // 2 + (year - 1) * 354 + (3 + 11 * year) // 30
    return date.fromordinal(_EPOCH + days)


def _years_of(year: int) -> range:
    """The Islamic years that touch a year of the common calendar."""
    about = round((year - 622) * 365.2425 / 354.367)
    return range(about - 1, about + 3)


def _which(match: re.Match[str]) -> int:
    return next(n for n in range(1, 13) if match[f"m{n}"])


def _chosen(days: Iterable[date], now: Now, lead: str, length: int) -> date | None:
    """Of the days on which something that comes each year began, the one that is meant."""
    here = now.day
    if here is None:
        return None
    known = sorted(days)
    if lead in ("last", "past"):
        return next((day for day in reversed(known) if day + timedelta(days=length) <= here), None)
    if lead in ("next", "coming"):
        return next((day for day in known if day > here), None)
    if lead == "this":
        return min(known, key=lambda day: abs((day - here).days))
    return min(known, key=lambda day: (abs((day - here).days - now.lean), day))


def _begins(month: int, day: int, length: int, match: re.Match[str], now: Now) -> date | None:
    """When the day of the Islamic calendar that a match speaks of fell, in the year that it names or means."""
    words = match.groupdict()
    if words.get("hy"):
        return first_of(int(words["hy"]), month, day)
    if words.get("y"):
        days = [first_of(year, month, day) for year in _years_of(int(words["y"]))]
        return next((there for there in days if there.year == int(words["y"])), None)
    if now.day is None:
        return None
    days = [first_of(year, month, day) for year in _years_of(now.day.year)]
    return _chosen(days, now, (words.get("lead") or "").lower(), length)


def _whole(start: date, length: int, match: re.Match[str]) -> Core:
    anchor = "none" if match.groupdict().get("hy") or match.groupdict().get("y") else "published"
    precision = Precision.DAY if length == 1 else Precision.DAYS
    interval = roughly(Interval.days(start, start + timedelta(days=length - 1), precision))
    return Core(interval=interval, timex=start.isoformat(), reason=_SAID, anchor=anchor)


def _day_of(match: re.Match[str], now: Now) -> Core | None:
    """ "27 Ramadan", "the first day of Ramadan", "the last ten days of Ramadan 1440"."""
    month, words = _which(match), match.groupdict()
    if words.get("last"):
        count = int(number(words["last_n"]) or 1) if words.get("last_n") else 3 if words["days"] else 1
        start = _begins(month, 1, 30, match, now)
        if start is None or not 1 <= count <= 15:
            return None
        return _whole(start + timedelta(days=30 - count), count, match)
    told = words["d"] or words["o"] or words["d2"]
    day = ORDINALS.get(told.lower()) or number(re.sub(r"(?<=[0-9])(?:st|nd|rd|th)$", "", told.lower()))
    if day is None or not 1 <= day <= 30:
        return None
    start = _begins(month, int(day), 1, match, now)
    return _whole(start, 1, match) if start else None


def _month_of(match: re.Match[str], now: Now) -> Core | None:
    """ "During Ramadan", "the holy month of Ramadan 1440". Men are called so too: other months need a year or "month"."""
    month, words = _which(match), match.groupdict()
    text, year = match.string, words["hy"] or words["y"]
    alone = match.span() == (0, len(text))
    if not year and not alone and not words["month"]:
        led = words["lead"] or _LEAD.search(text, max(0, match.start() - 14), match.start())
        if month != RAMADAN or not led or _NAMED.match(text, match.end()):
            return None
    start = _begins(month, 1, 30, match, now)
    if start is None:
        return None
    part, length = (words["part"] or "").lower(), 30
    if part:
        start += timedelta(days=0 if part[0] in "eb" or "start" in part else 10 if "mid" in part else 20)
        length = 10
    return _whole(start, length, match)


def _feast(match: re.Match[str], now: Now) -> Core | None:
    month, day, length = next(
        when for names, when in _FEASTS.items() if re.fullmatch(names, match["feast"], re.IGNORECASE)
    )
    start = _begins(month, day, length, match, now)
    return _whole(start, length, match) if start else None


def islamic_rules(rule: Make) -> list[Any]:
    """The rules of this file, in their order."""
    years = rf"(?:{_AH}|{_CE})?"
    return [
        rule("day of an islamic month",
            rf"(?:(?:the )?(?P<d>[0-9]{{1,2}}(?:st|nd|rd|th)?)(?: (?:day )?of)?|the (?P<o>{either(ORDINALS)})(?: day)? of|"
            rf"the (?P<last>last|final) (?:(?P<last_n>{NUMBER}) )?(?P<days>days)? ?(?:day )?of) (?:the month of )?"
            rf"(?:{_MONTH})(?P<d2>(?!))?{years}", _day_of),
        rule("islamic month and day",
            rf"(?P<last>(?!))?(?P<d>(?!))?(?P<o>(?!))?(?:{_MONTH}) (?P<d2>[0-3]?[0-9])(?:{_AH}|{_CE}|\\W*$)", _day_of),
        rule("islamic month",
            r"(?:(?:the )?(?P<part>early|mid|late|beginning|start|middle|end)(?:[ -]of)?[ -](?:the )?)?"
            r"(?:(?P<lead>last|this|next|past|coming) (?:year's )?)?"
            r"(?P<month>(?:the )?(?:holy |fasting |muslim |islamic )*month of )?"
            rf"(?:{_MONTH}){years}", _month_of),
        rule("feast", rf"(?:(?P<lead>last|this|next) (?:year's )?)?(?P<feast>{'|'.join(_FEASTS)}){years}", _feast),
    ]  # fmt: skip


def arabic(text: str, now: Now) -> Core | None:
    """A month of the Islamic calendar in Arabic letters, with its day or year; None for none. Digits are ASCII."""
    for match in _ARAB.finditer(text):
        month = _which(match)
        if not match["d"] and not match["hy"] and month != RAMADAN:
            continue
        day = int(match["d"]) if match["d"] else 0
        if day > 30:
            continue
        start = _begins(month, day or 1, 1 if day else 30, match, now)
        if start is not None:
            return _whole(start, 1 if day else 30, match)
    return None
