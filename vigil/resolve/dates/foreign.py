"""Absolute dates in other languages: own tables for Russian, Ukrainian and Arabic (Levantine months too), else dateparser.

dateparser is asked for the exact words only and must use all of them: its search over free text reads "Su-25" as a date.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

from vigil.model.interval import Interval, Precision
from vigil.resolve.dates.core import Core, Now, hours, on, roughly
from vigil.resolve.dates.islamic import arabic

_MONTHS_BY_LANGUAGE = (
    "январ феврал март апрел ма июн июл август сентябр октябр ноябр декабр",
    "січ лют берез квіт трав черв лип серп верес жовт листопад груд",
    "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
    "جانفي فيفري مارس أفريل ماي جوان جويلية أوت سبتمبر أكتوبر نوفمبر ديسمبر",
)
#: Levantine month names; Tishrin and Kanun come in pairs ("the first", "the second").
_LEVANTINE = {
    "كانون الثاني": 1, "شباط": 2, "آذار": 3, "اذار": 3, "نيسان": 4, "أيار": 5, "ايار": 5, "حزيران": 6, "تموز": 7,
    "آب": 8, "اب": 8, "أيلول": 9, "ايلول": 9, "تشرين الأول": 10, "تشرين الاول": 10, "تشرين الثاني": 11,
    "كانون الأول": 12, "كانون الاول": 12, "ابريل": 4, "اغسطس": 8, "اكتوبر": 10, "حزيران/يونيو": 6,
}  # fmt: skip
_STEMS: dict[str, int] = {
    stem: number
    for line in _MONTHS_BY_LANGUAGE[:2]
    for number, stem in enumerate(line.split(), start=1)
}  # fmt: skip
_ARABIC: dict[str, int] = {
    name: number for line in _MONTHS_BY_LANGUAGE[2:] for number, name in enumerate(line.split(), start=1)
} | _LEVANTINE
_STEM = "|".join(sorted(_STEMS, key=len, reverse=True))
_ARABIC_NAME = "|".join(sorted(_ARABIC, key=len, reverse=True))
_SLAVIC = re.compile(
    rf"(?:(?P<d>[0-9]{{1,2}})(?:-?го)?\s+)?\b(?P<m>{_STEM})(?P<tail>[а-яіїєґ]{{0,4}})(?![а-яіїєґ])(?:\s+(?P<y>(?:19|20)[0-9]{{2}}))?",
    re.IGNORECASE,
)
_ARAB = re.compile(
    rf"(?:(?P<d>[0-9]{{1,2}})\s+(?:من\s+)?)?(?<!\w)(?P<m>{_ARABIC_NAME})(?!\w)(?:\s*/\s*\w+)?(?:\s+(?:عام\s+|سنة\s+)?(?P<y>(?:19|20)[0-9]{{2}}))?"
)
_DIGITS = str.maketrans({chr(zero + n): str(n) for zero in (0x0660, 0x06F0) for n in range(10)})
_MAY = {"й", "я", "е", "ю"}  # "ма" alone would read "мама"
_DAYS = {
    "сегодня": 0, "вчера": -1, "завтра": 1, "позавчера": -2, "сьогодні": 0, "вчора": -1, "учора": -1, "завтра ": 1,
    "اليوم": 0, "أمس": -1, "امس": -1, "غدا": 1, "غداً": 1, "الليلة الماضية": -1, "أول أمس": -2,
}  # fmt: skip
_WEEKDAYS = {
    "понедельник": 0, "вторник": 1, "сред": 2, "четверг": 3, "пятниц": 4, "суббот": 5, "воскресен": 6,
    "الاثنين": 0, "الإثنين": 0, "الثلاثاء": 1, "الأربعاء": 2, "الاربعاء": 2, "الخميس": 3, "الجمعة": 4, "السبت": 5,
    "الأحد": 6, "الاحد": 6,
}  # fmt: skip
_EVENING = re.compile("вечером|ночью|мساء|مساء|ليل")
_MORNING = re.compile("утром|صباح|فجر")


def foreign(words: str, now: Now) -> Core | None:
    """A date in other languages' words; None when there is none or not all of the words are one."""
    text = words.translate(_DIGITS)
    if text.isascii():
        return None
    if text.strip() and not re.search(r"[0-9؀-ۿЀ-ӿ֐-׿]", text):
        return _parsed(text)
    return arabic(text, now) or _tabled(text, now) or _told(text.casefold(), now) or _parsed(text)


def _tabled(text: str, now: Now) -> Core | None:
    for pattern, names in ((_SLAVIC, _STEMS), (_ARAB, _ARABIC)):
        for match in pattern.finditer(text):
            name = match["m"].casefold()
            if name == "ма" and match["tail"].casefold() not in _MAY:
                continue
            core = _dated(names[name if name in names else match["m"]], match, now)
            if core is not None:
                return core
    return None


def _dated(which: int, match: re.Match[str], now: Now) -> Core | None:
    if match["y"] is None and now.day is None:
        return None
    year = int(match["y"]) if match["y"] else now.day.year if now.day else 0
    anchor = "none" if match["y"] else "published"
    if match["d"] is None:
        if not match["y"] and now.day and which > now.day.month and not now.future:
            year -= 1
        return Core(interval=Interval.month(year, which), timex=f"{year}-{which:02d}", reason="a month", anchor=anchor)
    options = [year] if match["y"] else [year - 1, year, year + 1]
    days = [day for option in options if (day := on(option, which, int(match["d"])))]
    if not days:
        return None
    here = now.day
    best = min(days, key=lambda day: abs((day - here).days - now.lean)) if here else days[0]
    return Core(interval=Interval.day(best), timex=best.isoformat(), reason="a date in words", anchor=anchor)


def _told(text: str, now: Now) -> Core | None:
    if now.day is None:
        return None
    day: date | None = None
    for word in sorted(_DAYS, key=len, reverse=True):
        if re.search(rf"(?<!\w){word}(?!\w)", text):
            day = now.day + timedelta(days=_DAYS[word])
            break
    for word, number in _WEEKDAYS.items():
        if day is None and re.search(rf"(?<!\w){word}", text):
            ahead = (number - now.day.weekday()) % 7
            day = now.day + timedelta(days=ahead if now.future or not ahead else ahead - 7)
    if day is None:
        return None
    interval, part = Interval.day(day), ""
    if _EVENING.search(text):
        interval, part = roughly(hours(day, 18, 24)), "TEV"
    elif _MORNING.search(text):
        interval, part = roughly(hours(day, 6, 12)), "TMO"
    return Core(
        interval=interval, timex=day.isoformat() + part, reason="a day told from publication", anchor="published"
    )


@lru_cache(maxsize=4096)
def _parsed(text: str) -> Core | None:
    """What dateparser makes of the whole words, only where day, month and year are all written."""
    if len(text) > 60 or not re.search(r"(?<![0-9])[0-9]{4}(?![0-9])", text):
        return None
    from dateparser import parse  # takes 0.3 s to load: only when a text needs it

    read = parse(
        text, settings={"STRICT_PARSING": True, "REQUIRE_PARTS": ["day", "month", "year"], "PARSERS": ["absolute-time"]}
    )
    if read is None or not 1000 <= read.year <= 2900:
        return None
    interval = Interval.days(read.date(), read.date(), Precision.DAY)
    return Core(interval=interval, timex=read.date().isoformat(), reason="an absolute date, read by dateparser")
