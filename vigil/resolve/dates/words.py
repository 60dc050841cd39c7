"""The words that dates are told with: tables, and the pattern pieces that are made of them."""

from __future__ import annotations

import re
from collections.abc import Iterable

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb febr", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sept sep", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
#: The months of Syria, Lebanon and Iraq as they are written in Latin letters; "Ab" and "Azar" are too much else.
MONTHS |= {
    f"{first}{link}{second}": number
    for first, numbers in {"kanun": (12, 1), "kanoun": (12, 1), "tishrin": (10, 11), "tishreen": (10, 11)}.items()
    for number, seconds in zip(numbers, ("awwal awal", "thani"), strict=True)
    for second in seconds.split()
    for link in (" al-", " al ", " ath-", " el ", " el-", " ")
} | {
    name: number
    for number, names in {
        2: "shubat shbat",
        3: "adhar",
        4: "nisan",
        5: "ayyar",
        6: "haziran",
        7: "tammuz tamouz",
        9: "aylul",
    }.items()
    for name in names.split()
}
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        ("monday mon", "tuesday tues tue", "wednesday wed weds", "thursday thurs thur thu", "friday fri", "saturday sat",
         "sunday sun")
    )
    for name in names.split()
}  # fmt: skip
SEASONS = {"spring": (3, "SP"), "summer": (6, "SU"), "autumn": (9, "FA"), "fall": (9, "FA"), "winter": (12, "WI")}
#: Part of day -> (first hour, last hour exclusive, TIMEX3 letter). A night ends at midnight: its date is the day named.
PARTS = {
    "morning": (6, 12, "MO"), "forenoon": (6, 12, "MO"), "afternoon": (12, 18, "AF"), "evening": (18, 24, "EV"),
    "evenings": (18, 24, "EV"), "night": (20, 24, "NI"), "nights": (20, 24, "NI"), "mornings": (6, 12, "MO"),
    "dawn": (4, 7, "MO"), "daybreak": (4, 7, "MO"), "sunrise": (4, 7, "MO"), "dusk": (17, 20, "EV"),
    "sunset": (17, 20, "EV"), "nightfall": (17, 21, "EV"), "noon": (12, 13, "12:00"), "midday": (12, 13, "MI"),
    "midnight": (0, 1, "24:00"), "daylight": (6, 18, "DT"), "early hours": (0, 6, "MO"), "wee hours": (0, 6, "MO"),
    "small hours": (0, 6, "MO"),
}  # fmt: skip
UNITS = {
    "second": "S", "minute": "MIN", "hour": "H", "day": "D", "night": "D", "week": "W", "fortnight": "W", "month": "M",
    "quarter": "Q", "year": "Y", "decade": "DE", "century": "CE", "centurie": "CE", "morning": "D", "evening": "D",
    "afternoon": "D",
}  # fmt: skip
ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
NUMBERS = {word: value for value, word in enumerate(ONES)}
NUMBERS |= {word: value * 10 for value, word in enumerate(TENS, start=2)}
NUMBERS |= {"a": 1, "an": 1, "couple": 2, "dozen": 12, "hundred": 100, "thousand": 1000}
ORDINALS = {
    word: value
    for value, word in enumerate("first second third fourth fifth sixth seventh eighth ninth tenth".split(), start=1)
}


def either(words: Iterable[str]) -> str:
    """An alternation of words, longest first, so that "sept" does not hide "september"."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


MONTH = rf"(?:{either(MONTHS)})\b\.?"
WEEKDAY = r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|(?:mon|tues?|weds?|thurs?|thu|fri|sat|sun)\.)"
PART = rf"(?:{either(PARTS)})"
#: Part of day after a date ("Monday night") and before it ("late on", "the morning of").
POD = rf"(?:[ ,]+(?:in the |at )?(?:early |late |mid-?)?(?P<pod>{PART})\b)?"
HEAD = (
    rf"(?:(?P<pre>(?:very )?early|late|later|earlier|(?:in )?(?:the )?(?:early |late "
    rf")?(?:early hours|wee hours|small hours|{PART}))"
    rf"(?:,? (?:on|of|in|next|last))?(?: the (?P<pre2>{PART}) of)? )?"
)
DAY = r"(?:0?[1-9]|[12][0-9]|3[01])(?:st|nd|rd|th)?(?![0-9])"
YEAR = r"(?:1[5-9][0-9]{2}|20[0-9]{2})(?![0-9]|,[0-9])"
NUMBER = (
    rf"(?:[0-9]+(?:\.[0-9]+)?|(?:{either(TENS)})[ -](?:{either(ONES[1:10])})|a couple(?: "
    rf"of)?|a dozen|(?:a|an|one) hundred"
    rf"|(?:{either(ONES + TENS)})|a|an)"
)
VAGUE = r"(?:a few|few|several|many|some|a number of|a handful of)"
UNIT = r"(?:second|minute|hour|day|night|week|fortnight|month|quarter|year|decade|centurie|century)"


def number(words: str) -> float | None:
    """A small number in digits or words; None when it is vague ("a few")."""
    text = words.lower().replace("-", " ").removesuffix(" of").strip()
    if re.fullmatch(r"[0-9]+(?:\.[0-9]+)?", text):
        return float(text)
    total = 0
    for word in text.split():
        if word == "a" and " " in text:
            continue
        if word not in NUMBERS:
            return None
        total = total * 100 if word == "hundred" and total else total + NUMBERS[word]
    return float(total) if text else None


def month(words: str) -> int:
    """The number of a month's name."""
    return MONTHS[words.lower().rstrip(".")]


def weekday(words: str) -> int:
    """0 for Monday."""
    return WEEKDAYS[words.lower().rstrip(".")]
