"""Number words to ranges, by the claims codebook, v1 ("counts" and settled point 6): "at least a dozen" is 12 .. None.

A range is ``(min, max)`` in whole things; None leaves a side open, and ``(None, None)`` is a quantity that is named but
has no bound ("many", "an unknown number"). Nothing here looks at what is counted: that is the reader's business.
"""

from __future__ import annotations

import re
from fractions import Fraction
from math import ceil, floor, prod
from typing import NamedTuple

Range = tuple[int | None, int | None]

_UNITS = {
    word: value
    for value, word in enumerate(
        (
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
            "seventeen eighteen nineteen"
        ).split()
    )
}
_TENS = {
    word: value * 10
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
_SMALL = _UNITS | _TENS | {"fourty": 40}
_SCALES = {
    "dozen": 12, "hundred": 100, "thousand": 1000, "k": 1000, "million": 10**6, "mln": 10**6, "mn": 10**6, "m": 10**6,
    "billion": 10**9, "bn": 10**9,
    "lakh": 10**5, "lac": 10**5, "lacs": 10**5, "lakhs": 10**5, "crore": 10**7, "crores": 10**7,
}  # fmt: skip
_VAGUE = {  # at least so many, open above
    "several": 3, "few": 3, "handful": 3, "series": 3, "number": 2, "tens": 20, "dozens": 24, "scores": 40,
    "hundreds": 200, "thousands": 2000, "millions": 2_000_000, "billions": 2_000_000_000,
    "lakhs": 200_000, "lacs": 200_000, "crores": 20_000_000,
}  # fmt: skip
_PLURAL = {"dozens": 12, "hundreds": 100, "thousands": 1000, "millions": 10**6, "billions": 10**9}
_FIXED = {
    "both": 2, "couple": 2, "pair": 2, "twin": 2, "dual": 2, "double": 2, "twice": 2, "once": 1, "thrice": 3,
    "trio": 3, "score": 20, "another": 1, "single": 1, "no": 0, "none": 0, "nobody": 0, "nil": 0, "neither": 0,
    "not": 0,
}  # fmt: skip
_NOT_ALONE = {"not"}  # only inside "not one", "not a single"
_BOUNDLESS = re.compile(
    r"(?:(?:a|an|the) )?(?:very )?(?:many|numerous|countless|innumerable|multiple|various|much|"
    r"(?:large|unknown|unspecified|undisclosed|undetermined|unconfirmed|negligible|"
    r"growing|significant|small) numbers?)\b"
)

_QUALIFIERS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(rf"(?:{words})(?![\w-])\s*"))
    for kind, words in (
        ("min",
            r"at (?:the very )?least|(?:no|not) (?:fewer|less) than|(?:a )?minimum(?: of)?|"
            r"(?:many |far |well |slightly "
                r"|just )?more than|(?:well |just |slightly |far )?(?:over|above)|upwards? of|in excess of|north of|"
                r"exceeding|beyond|least"),
        ("max",
            r"up to|as many as|as much as|at (?:the )?most|(?:no|not) more than|(?:a )?maximum(?: "
            r"of)?|some of(?: the)?"),
        ("max", r"(?:far |slightly |just )?(?:fewer|less) than|(?:just )?(?:under|below)"),
        ("near", r"nearly|almost|close to|approaching|virtually|nearing|not quite|all but"),
        ("as is", r"about|around|some|roughly|approximately|approx\.?|an estimated|estimated|circa|ca\.?|~|only|just|"

                      r"exactly|all(?: of)?(?: the)?|a further|further|an additional|additional|a total "
                      r"of|a combined|other|"
                  r"possibly|perhaps|maybe|probably|reportedly|believed|the other|those|these|the|his|her|its|their|or|"
                  r"and|including|another(?= \S)|a record|a whole|a good|the first|the last|the very"),
    )
)  # fmt: skip
#: In threes, or as in South Asia: "12,00,000".
_GROUPED = re.compile(r"(?:[0-9]{1,3}(?:[,.' ][0-9]{3}){1,5}|[0-9]{1,2}(?:,[0-9]{2}){1,5},[0-9]{3})(?![0-9])")
_SCALED = re.compile(r"[\s-]*(dozen|hundred|thousand|k|million|mln|mn|m|billion|bn|la(?:kh|c)s?|crores?)\b")
_LONGEST = 200  # characters; no number words are longer, and what is longer is not read to its end
_DIGITS = re.compile(r"[0-9]{1,15}(?:\.[0-9]{1,9})?")
_WORD = re.compile(r"[^\W\d_]+")
_GAP = re.compile(r"(?:\s|-)*")
_OPEN_ABOVE = re.compile(r"\s*(?:\+|(?:or|and|if not) (?:\w+ )?(?:more|over|above|upwards?|greater)\b|plus\b)")
#: "A 12-year-old", "three-quarters": a measure, not a count.
_AGE = re.compile(r"[ -](?:year|month|week|day|hour|minute)s?[ -](?:old|long)|-(?:quarters?|thirds?|fifths?|fold)\b")
_DASHES = str.maketrans(
    dict.fromkeys("‐‑‒–—−", "-")
    | dict.fromkeys("\xa0\u2009\u202f\u2007", " ")
    | {chr(zero + n): str(n) for zero in (0x0660, 0x06F0, 0x0966) for n in range(10)}
    | {"٬": ",", "٫": ".", "’": "'"}
)
_AND = re.compile(r" and (?=\S)")


class _Value(NamedTuple):
    """A number as read: bounds (exact fractions, ``high`` None when open), its last scale word, where it ends.

    ``tail`` are the scale words that it ends with: (100, 1000) of "two hundred thousand", () of "two hundred and six".
    """

    low: Fraction
    high: Fraction | None
    scale: int
    end: int
    tail: tuple[int, ...] = ()


#: "In 2023 lakhs of people fled": a year is no number of lakhs.
_FIGURE = re.compile(
    r"\d+(?:,\d\d(?=,))*(?:[.,]\d{3})*(?:\.\d+)?"
    r"(?:(?<!\b(?:19|20)\d\d)\s(?:la(?:kh|c)s?|crores?|thousand|million|billion)\b)?",
    re.I,
)


def whole(text: str, start: int, end: int, bounds: tuple[int, int]) -> tuple[int, int]:
    """A stretch that begins or ends inside a figure, to the figure's ends: "000" of "9,000" is no number that was told.

    ``bounds`` is the sentence; all are offsets in ``text``.
    """
    # No figure that anybody tells is longer than what is looked at around it, and a sentence may be a megabyte.
    for found in _FIGURE.finditer(text, max(bounds[0], start - NEAR), min(bounds[1], end + NEAR)):
        if found.end() <= start:
            continue
        if found.start() >= end:
            break
        start, end = min(start, found.start()), max(end, found.end())
    return start, end


def parse(words: str) -> Range | None:
    """The range that number words stand for; None when they are not a number. Never raises.

    >>> parse("at least a dozen"), parse("nearly a million"), parse("10 to 15"), parse("a soldier")
    ((12, None), (900000, 1000000), (10, 15), None)
    """
    text = _normal(words)
    if not text:
        return None
    if text in ("a", "an"):
        return 1, 1
    kinds, at = _qualifiers(text, 0)
    if match := _BOUNDLESS.match(text, at):
        number = _value(text, at)
        if number is None or number.end <= match.end():
            return None, None
    between = re.compile(r"(?:(?:any(?:thing|where) )?between|from)\s+").match(text, at)
    at = between.end() if between else at
    first = _value(text, at)
    if first is None:
        return None
    second = _second(text, first, bool(between))
    if second is None and between and "between" in between.group():
        second = _parted(text, at)
    if second is None:
        return _ordered(_qualified(first, kinds, text))
    return _ordered(second)


def _normal(words: str) -> str:
    text = " ".join(words[:_LONGEST].translate(_DASHES).casefold().split())
    return text.strip(" .,;:\"'()[]")


def _qualifiers(text: str, at: int) -> tuple[set[str], int]:
    kinds: set[str] = set()
    moved = True
    while moved:
        moved = False
        for kind, pattern in _QUALIFIERS:
            match = pattern.match(text, at)
            if match and match.end() < len(text) and match.end() > at:
                kinds.add(kind)
                at, moved = match.end(), True
                break
    return kinds, at


def _qualified(value: _Value, kinds: set[str], text: str) -> tuple[Fraction | None, Fraction | None]:
    if _OPEN_ABOVE.match(text, value.end):
        return value.low, None
    if "min" in kinds:
        return value.low, None
    if "max" in kinds:
        return None, value.high
    if "near" in kinds and value.high is not None:
        return value.low * Fraction(9, 10), value.high  # the codebook: "nearly a million" is 900000 .. 1000000
    return value.low, value.high


def _second(text: str, first: _Value, between: bool) -> tuple[Fraction | None, Fraction | None] | None:
    """The other end of "A to B", "A-B", "A or B", "between A and B", "at least A and up to B"."""
    joint = re.compile(
        r"\s*(?:-|to|or|and|till|until)?\s*,?\s*" if not between else r"\s*,?\s*(?:and|to|-|or)\s*"
    ).match(text, first.end)
    if joint is None or joint.end() == first.end:
        return None
    word = joint.group().strip(" ,")
    kinds, at = _qualifiers(text, joint.end())
    other = _value(text, at)
    if other is None or first.high is None:
        return None
    if word == "and" and not between and "max" not in kinds:
        return None  # "two and three" is not a range
    if word == "" and not (_is_digit(text, first.end - 1) and _is_digit(text, at)):
        return None  # "7 8": a dash that was lost on the way; anything else side by side is not a range
    low = first.low
    if other.high is not None:
        low *= _shared(first, other)
    if other.high is None:
        return low, None
    return (low, other.high) if low < other.high else None


def _shared(first: _Value, other: _Value) -> int:
    """The upper end's scale words that are the lower end's, too: "one to two million", "two to three hundred thousand"."""
    for n in range(len(other.tail)):
        size = prod(other.tail[n:])
        if first.scale < size and first.low < other.low / size:
            return size
    return 1


def _parted(text: str, at: int) -> tuple[Fraction | None, Fraction | None] | None:
    """The ends of "between one hundred and twelve thousand", which would be one number where no "between" stood."""
    for joint in _AND.finditer(text, at):
        left = _value(text[: joint.start()], at)
        if left is not None and left.end == joint.start() and (both := _second(text, left, between=True)) is not None:
            return both
    return None


def _is_digit(text: str, at: int) -> bool:
    return text[at : at + 1].isdigit()


def _ordered(bounds: tuple[Fraction | None, Fraction | None]) -> Range:
    low, high = bounds
    return (None if low is None else floor(low)), (None if high is None else ceil(high))


def _value(text: str, at: int) -> _Value | None:
    """One number at ``at``: digits or words, with its scale words, "half a", "a couple of", "tens of thousands"."""
    if match := re.compile(r"half (?:of )?(?:the )?(?=\S)|(?:a )?quarter (?:of )?(?=a )").match(text, at):
        inner = _value(text, match.end())
        part = Fraction(1, 4) if "quarter" in match.group() else Fraction(1, 2)
        if inner is None or inner.high is None:
            return None
        return _Value(inner.low * part, inner.high * part, inner.scale, inner.end)
    if match := _GROUPED.match(text, at) or _DIGITS.match(text, at):
        return _digits(text, match)
    return _words(text, at)


def _digits(text: str, match: re.Match[str]) -> _Value | None:
    end = match.end()
    if _is_digit(text, end):
        return None  # longer than any count: an identifier
    scale_word = _SCALED.match(text, end)
    raw = match.group()
    if scale_word and "." in raw and raw.count(".") == 1 and "," not in raw:
        number = Fraction(raw.replace(" ", ""))  # "1.250 million" is a decimal, "1.250" alone is grouped
    elif _GROUPED.fullmatch(raw):
        number = Fraction(re.sub(r"\D", "", raw))
    else:
        number = Fraction(raw)
    if _AGE.match(text, end):
        return None
    scale, tail = 1, list[int]()
    while scale_word:
        tail.append(_SCALES[scale_word.group(1)])
        scale *= tail[-1]
        end = scale_word.end()
        scale_word = re.compile(r"\s+(thousand|million|billion)\b").match(text, end)
    return _Value(number * scale, number * scale, scale, end, tuple(tail))


def _words(text: str, at: int) -> _Value | None:
    """Spelled-out numbers, added up word by word ("three hundred and twenty-nine thousand")."""
    total = group = Fraction(0)
    scale, end, flushed = 1, at, 1
    seen = vague = after_and = bare = False
    tail: tuple[int, ...] = ()
    # What was read before the first "and", or the first number behind a scale word, since a thousand.
    alone: tuple[Fraction, Fraction, int, int, tuple[int, ...]] | None = None
    while match := _WORD.match(text, at):
        word = match.group()
        if word in _SMALL:
            more, low = _SMALL[word], group % 100
            fits = low == 0 or (more < 10 and low >= 20 and low % 10 == 0 and not after_and)
            if seen and (not fits or (after_and and scale < 100)):
                break  # another number: "two three", "between four and six"; "a hundred and six" is one
            if tail and not after_and:
                alone = alone or (total, group, scale, end, tail)
            group, seen, tail = group + more, True, ()
            scale = 1 if scale < 100 else scale
        elif word in _SCALES and len(word) > 2 and (seen or word not in _VAGUE):
            size = _SCALES[word]
            if (group >= 100 and size <= 100) or 1 < flushed <= size or (bare and group):
                # Another number, and what stands behind the "and" is its beginning: "one hundred and two hundred".
                total, group, scale, end, tail = alone or (total, group, scale, end, tail)
                break
            if word in ("hundred", "dozen"):
                group = (group or Fraction(1)) * size
            else:
                total, group, flushed, alone = total + (group or Fraction(1)) * size, Fraction(0), size, None
            seen, scale, tail = True, size, (*tail, size)
        elif word in _PLURAL and seen:
            group, scale, vague = (group or Fraction(1)) * _PLURAL[word], _PLURAL[word], True
        elif word in _VAGUE and not seen:
            group, seen, vague = Fraction(_VAGUE[word]), True, True
        elif word in _FIXED and not seen:
            if word in _NOT_ALONE and not re.compile(r"not (?:one|a single|a)\b").match(text, at):
                return None
            group, seen = Fraction(_FIXED[word]), True
            end = match.end()
            if word == "no" and text[end:].startswith(" one"):
                end += len(" one")
            if word in ("no", "none", "not", "neither", "nobody"):
                break
        elif word == "half" and after_and:  # "a million and a half"
            group += Fraction(scale, 2)
        elif word in ("a", "an", "and", "of", "the"):
            if word == "and" and (not seen or vague):
                break
            alone = alone or ((total, group, scale, end, tail) if word == "and" else None)
            bare = after_and and word != "and"  # "and a thousand" is another number
            after_and = word == "and" or (after_and and word == "a")
            at = _GAP.match(text, match.end()).end()  # type: ignore[union-attr]
            continue
        else:
            break
        after_and = bare = False
        end = match.end()
        at = _GAP.match(text, end).end()  # type: ignore[union-attr]
    if not seen:
        return None
    if _AGE.match(text, end):
        return None
    value = total + group
    return _Value(value, None if vague else value, scale, end, tail)


_TOLL = r"(?:(?:death |overall |official |confirmed |casualty |total )*(?:toll|tally|total|count|number|figure|dead)\b)"
_RAISED = re.compile(
    rf"\b(?:bring|brought|rais|tak(?:es|ing)|took|push|lift|driv|updat|put)\w*\b[^.;]*{_TOLL}[^.;]*\b(?:to|"
    rf"at)\s+(?:\w+ ){{0,3}}$"
    rf"|{_TOLL}[^.;]*\b(?:ris\w+|rose|climb\w+|reach\w*|jump\w+|grow\w*|grew|stand\w*|"
    rf"stood|pass\w+|exceed\w*|increas\w+|"
    rf"hit)\s+(?:\w+ ){{0,3}}$|\b(?:a|the|for a|making a) (?:total|overall total)(?: of)?\s+(?:\w+ ){{0,2}}$",
    re.IGNORECASE,
)
_SINCE = re.compile(
    r"^[^.;]{0,80}?\b(?:so far|to date|in (?:all|total)|since (?:(?:the|its|this|"
    r"their) )?(?:\w+ ){0,3}?(?:start|beginning|"
    r"outbreak|onset|war|conflict|uprising|campaign|offensive|began|started|(?:19|20)[0-9]{2}|year)\b"
    r"|(?:over|during|in) the (?:past|last) (?:\w+ ){0,2}(?:months|years)\b|this year\b)",
    re.IGNORECASE,
)


#: Characters on each side of a number that say whether it is a running toll.
NEAR = 120


def cumulative(sentence: str, start: int, end: int) -> bool:
    """True when the number at ``sentence[start:end]`` is a running toll ("bringing the toll to 27")."""
    left, right = sentence[max(0, start - NEAR) : start], sentence[end : end + NEAR]
    return bool(_RAISED.search(left) or _SINCE.match(right))
