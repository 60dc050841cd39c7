"""What words alone can say: whether they tell which place is meant, and whether they are a name."""

from __future__ import annotations

import re

_WORD = re.compile(r"\w+")
#: Pronouns, small words, directions and what every place is: of these alone nobody learns where it was.
NOWHERE = frozenset(
    "it its itself they them their he him his she her we us our you i there here where which who what that this these "
    "those "
    "one ones some any all both each other others another same such elsewhere somewhere everywhere nearby home "
    "the a an of in on at to from near and or several many two three "
    "north south east west northern southern eastern western northeast northwest southeast southwest northeastern "
    "northwestern southeastern southwestern central rural "
    "place places site sites spot area areas region regions zone zones part parts land lands country countries territory "
    "city cities town towns village villages hamlet province provinces state states district districts governorate "
    "governorates county neighborhood neighborhoods neighbourhood neighbourhoods quarter suburb suburbs outskirts "
    "countryside location locations".split()
)


def says_where(words: str) -> bool:
    """False for words that tell of no place which it is ("it", "northern", "a province"); True for "a hospital", "Velm"."""
    return any(word.casefold() not in NOWHERE for word in _WORD.findall(words))


def is_capitalised(words: str) -> bool:
    """True where a letter is a capital, or of a script that has none: such words may be a name."""
    return any(letter.isalpha() and not letter.islower() for letter in words)
