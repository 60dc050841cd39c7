"""Keys under which different spellings of one name meet: ``fold`` for typography, ``skeleton`` for transliteration.

The skeleton keeps consonant classes only, so that كفر نبل, Kafr Nabl, Kafranbel and Кафр-Набль share ``kfrnbl``. It is
a key for finding candidates, never a proof: whoever uses it checks the spellings against each other as well.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_ASCII_DROP = {ord(mark): None for mark in "'`´’‘ʼʻʾʿ\"“”"}
_TO_SPACE = re.compile(r"[\W_]+")
_TURKISH = str.maketrans({"ı": "i", "İ": "i", "ł": "l", "Ł": "l", "ø": "o", "Ø": "o", "đ": "d", "Đ": "d", "ß": "ss"})
#: Arabic letters that scribes interchange, made one.
_ARABIC_FOLD = str.maketrans(
    {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه", "ـ": "", "ؤ": "و", "ئ": "ي"}
)
#: Latin articles before Arabic names, with the assimilated forms (an-Nu'man, ash-Shughur).
ARTICLES = frozenset("al el ul il an en ar er as es ash esh ech ach at et ath az ez ad ed adh".split())

_ARABIC = {
    "ب": "b", "پ": "b", "ت": "t", "ث": "t", "ج": "j", "چ": "x", "ح": "h", "خ": "k", "د": "d", "ذ": "d", "ر": "r",
    "ز": "z", "ژ": "j", "س": "s", "ش": "x", "ص": "s", "ض": "d", "ط": "t", "ظ": "d", "غ": "g", "ف": "f", "ڤ": "f",
    "ق": "k", "ك": "k", "گ": "g", "ل": "l", "م": "m", "ن": "n", "ه": "h", "ا": "a", "ع": "a", "و": "w", "ي": "y",
}  # fmt: skip
_CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "є": "e", "ж": "zh", "з": "z", "и": "i",
    "і": "i", "ї": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t",
    "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "sh", "ъ": "", "ы": "y", "ь": "", "э": "e",
    "ю": "yu", "я": "ya",
}  # fmt: skip
_HEBREW = {
    "א": "a", "ב": "b", "ג": "g", "ד": "d", "ה": "h", "ו": "w", "ז": "z", "ח": "h", "ט": "t", "י": "y", "כ": "k",
    "ך": "k", "ל": "l", "מ": "m", "ם": "m", "נ": "n", "ן": "n", "ס": "s", "ע": "a", "פ": "p", "ף": "f", "צ": "ts",
    "ץ": "ts", "ק": "k", "ר": "r", "ש": "x", "ת": "t",
}  # fmt: skip
_SCRIPT = str.maketrans({**_ARABIC, **_CYRILLIC, **_HEBREW})
#: Letters with marks that stand for a consonant class of their own, before marks are stripped.
_MARKED = str.maketrans({"ş": "sh", "š": "sh", "ș": "sh", "ç": "ch", "č": "ch", "ć": "ch", "ž": "zh", "ğ": "gh"})
#: Digraphs, longest first, to one letter a class: x for sh/ch, k for kh/q/c, t for th, d for dh, j for zh/dj.
_DIGRAPHS = (
    ("shch", "x"), ("sch", "x"), ("tch", "x"), ("dzh", "j"), ("kh", "k"), ("hk", "k"), ("sh", "x"), ("ch", "x"),
    ("gh", "g"), ("dh", "d"), ("th", "t"), ("ph", "f"), ("zh", "j"), ("dj", "j"), ("ck", "k"), ("q", "k"), ("p", "b"),
    ("ts", "z"), ("tz", "z"),
)  # fmt: skip
_SOFT_C = re.compile(r"c(?=[eiy])")
_VOWELS = re.compile(r"[aeiouyw]+")
_DOUBLES = re.compile(r"(.)\1+")
#: Ta marbuta is sounded as t where another word follows (Ma'arrat an-Nu'man).
_CONSTRUCT = re.compile(r"ة(?=\s+\S)")
_INNER_H = re.compile(r"(?<=.)h")


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Case, diacritics, quotes, ayin, hyphens and spacing made alike; any script is kept. "" for nothing."""
    folded = _fold(text)
    # Taking marks off can uncover a letter that folds again (rare, and never in ASCII).
    while not folded.isascii() and (again := _fold(folded)) != folded:
        folded = again
    return folded


def _fold(text: str) -> str:
    if not text.isascii():
        text = text.translate(_TURKISH).translate(_ARABIC_FOLD)
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return _TO_SPACE.sub(" ", text.translate(_ASCII_DROP).casefold()).strip()


@lru_cache(maxsize=65536)  # names share their words: "forces" is asked for with each of them
def _token(token: str, first: bool) -> str:
    """One word's consonant classes; a name's first vowel is kept as ``a`` (Nayrab is not Ayn Arab)."""
    for pair, letter in _DIGRAPHS:
        token = token.replace(pair, letter)
    token = _SOFT_C.sub("s", token).replace("c", "k")
    token = _INNER_H.sub("", token)
    vowel_first = first and token[:1] in "aeiou"
    consonants = _DOUBLES.sub(r"\1", _VOWELS.sub("", token))
    return ("a" if vowel_first else "") + consonants


@lru_cache(maxsize=65536)
def skeleton(text: str) -> str:
    """The consonant classes of a name in Latin, Arabic, Persian, Hebrew or Cyrillic script; "" for other scripts."""
    # Marked consonants first (ş is sh, not s), then the ordinary fold, then script to Latin classes.
    folded = fold(_CONSTRUCT.sub("ت", text.casefold()).translate(_MARKED))
    words = [word.removeprefix("ال") if len(word) > 4 else word for word in folded.split()]
    latin = [word.translate(_SCRIPT) for word in words]
    if not all(word.isascii() for word in latin):
        return ""
    kept = [word for word in latin if word not in ARTICLES] or latin
    # One written together with its article: "Alraqqa" stays as it is; only separate or hyphenated articles go.
    return _DOUBLES.sub(r"\1", "".join(_token(word, number == 0) for number, word in enumerate(kept)))


def weight(key: str) -> int:
    """How many consonants a skeleton holds: below three it says nothing."""
    return len(key.removeprefix("a"))
