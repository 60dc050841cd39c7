"""Stand-ins for translated copies: a text's names respelled in Cyrillic or Arabic letters, every other word another word.

No licence-free pairs of war reports in two languages are at hand, so this is a simulation, and its figures are no more than
that: names are respelled letter by letter (Arabic drops the short vowels), figures are kept (single digits become words half
of the time, Arabic writes its own), common words become made-up words of the script, a tenth of the sentences falls away,
and in a third of the others two clauses change places. Real translators also leave out names and round numbers.
"""

from __future__ import annotations

import re
from dataclasses import replace
from random import Random
from zlib import crc32

from vigil.model.text import Document

CYRILLIC = dict(zip("abcdefghijklmnopqrstuvyz", "абкдефгхижклмнопкрстувиз", strict=True)) | {"w": "в", "x": "кс"}
ARABIC = {
    "a": "ا", "b": "ب", "c": "ك", "d": "د", "e": "", "f": "ف", "g": "غ", "h": "ه", "i": "ي", "j": "ج", "k": "ك", "l": "ل",
    "m": "م", "n": "ن", "o": "و", "p": "ب", "q": "ق", "r": "ر", "s": "س", "t": "ت", "u": "و", "v": "ف", "w": "و", "x": "كس",
    "y": "ي", "z": "ز",
}  # fmt: skip
INDIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
SYLLABLES = {
    "ru": ["по", "ста", "ни", "ров", "ка", "ле", "го", "ми", "ва", "ты", "ши", "ну"],
    "ar": ["من", "كا", "تب", "لي", "سو", "را", "نع", "ما", "دو", "في", "هم", "قر"],
}
_WORD = re.compile(r"\w+(?:['’]\w+)*")


def translated(document: Document, language: str, rng: Random) -> Document:
    """The stand-in of a document in "ru" or "ar", a few hours later, by another outlet."""
    kept = [document.text[a:b].strip() for a, b in document.sentences if rng.random() > 0.1]
    common = {word for word in _WORD.findall(document.text) if word.islower()}
    text = " ".join(_sentence(sentence, language, common, rng) for sentence in kept)
    return replace(document, id=f"{document.id}#{language}", key=f"{document.id}#{language}", text=text, language=language,
                   outlet=f"Paper {language}", sentences=(), title="")  # fmt: skip


def _sentence(sentence: str, language: str, common: set[str], rng: Random) -> str:
    clauses = sentence.split(", ")
    if len(clauses) > 1 and rng.random() < 1 / 3:
        at = rng.randrange(len(clauses) - 1)
        clauses[at], clauses[at + 1] = clauses[at + 1], clauses[at]
    told = _WORD.sub(lambda match: _word(match.group(), language, common, rng), ", ".join(clauses))
    return told[:1].upper() + told[1:]


def _word(word: str, language: str, common: set[str], rng: Random) -> str:
    if word.isdigit():
        if len(word) == 1 and rng.random() < 0.5:
            return _made(word, language)
        return word.translate(INDIC) if language == "ar" else word
    if word[0].isupper() and word.lower() not in common:
        letters = (CYRILLIC if language == "ru" else ARABIC).get
        spelt = "".join(letters(letter, "") for letter in word.lower())
        return (spelt.capitalize() if language == "ru" else spelt) or word
    return _made(word.lower(), language)


def _made(word: str, language: str) -> str:
    """Always the same made-up word for one word, two to four syllables."""
    number, parts = crc32(word.encode()), SYLLABLES[language]
    return "".join(parts[(number >> (4 * n)) % len(parts)] for n in range(2 + number % 3))
