"""Where a text names places: the gazetteer's names by capital letters and by the words around them.

A name must be known to the gazetteer, or be a name before a word such as "County" or "River". What stands around it then
says whether it is a place or a part of a person's or an organisation's name. The spans follow the pragmatic taxonomy of
Gritta et al. (2020): literal and associative toponyms ("Ruritanian troops") are in, inhabitants ("Ruritanians") are out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from vigil.model.text import Bounds
from vigil.reference.keys import fold
from vigil.reference.registry import demonyms
from vigil.reference.tables import Reference
from vigil.resolve.places import story as places_story
from vigil.resolve.places.find_words import (
    CALENDAR,
    COMMON,
    CONNECTORS,
    FIRST_NAMES,
    HEADS,
    LOCATIVE,
    ORGANISATIONS,
    ROLES,
    SPEECH,
    TITLES,
)
from vigil.resolve.places.story import Story
from vigil.resolve.places.words import REGION_PEOPLE, is_name

_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:(?:[-.&]|['’](?!s\b))[^\W_]+)*")
_ENDS = re.compile(r"[.!?:;\n\"“”•|]")
LONGEST = 6
#: Residents from which a name needs no words around it that speak for a place.
LARGE, MEDIUM = 100_000, 15_000


@dataclass(frozen=True, slots=True)
class Token:
    """A word, whether it is capitalised, whether a sentence starts with it, and whether it touches the next word."""

    start: int
    end: int
    text: str
    capital: bool
    first: bool
    joined: bool  # one space (or "St. ") and no other mark before the next word

    @property
    def upper(self) -> bool:
        """A capital in a script that has capitals."""
        return self.text[0].isupper()

    @property
    def low(self) -> str:
        """The word in lower case."""
        return self.text.lower()


def find_toponyms(text: str, reference: Reference, *, theatre: str = "", story: Story | None = None) -> list[Bounds]:
    """Bounds of the place names in a text (code points, end exclusive), in its order and without overlap.

    ``story`` is that of the whole article, where the text is a part of one.
    """
    return _Finder(text, reference, story or places_story.read(text, reference, theatre=theatre)).spans()


class _Finder:
    def __init__(self, text: str, reference: Reference, story: Story) -> None:
        self.text = text
        self.gazetteer = reference.places
        self.story = story
        self.tokens = _tokens(text)
        self.lower = {token.text for token in self.tokens if not token.capital}
        self.people = {name.low for name in self._persons()}

    def spans(self) -> list[Bounds]:
        found: list[Bounds] = []
        at = 0
        while at < len(self.tokens):
            size = self._longest(at)
            if size:
                found.append((self.tokens[at].start, self.tokens[at + size - 1].end))
            at += max(1, size)
        return found

    def _longest(self, at: int) -> int:
        """How many words from here are one place name, 0 for none."""
        if not self.tokens[at].capital:
            return 0
        for size in range(self._run(at), 0, -1):
            last = self.tokens[at + size - 1]
            if last.capital and self._is_place(at, size):
                return size
        return 0

    def _run(self, at: int) -> int:
        """Words that could belong to one name: joined, capitalised or connecting."""
        size = 1
        while (
            size < LONGEST
            and at + size < len(self.tokens)
            and self.tokens[at + size - 1].joined
            and (self.tokens[at + size].capital or self.tokens[at + size].low in CONNECTORS)
        ):
            size += 1
        return size

    def _is_place(self, at: int, size: int) -> bool:
        tokens = self.tokens[at : at + size]
        surface = self.text[tokens[0].start : tokens[-1].end]
        before, after = self._before(at), self._after(at + size - 1)
        value = self._value(surface)
        if self._adjective(surface) and not (value >= 3.0 and after is None):
            return after is not None and after.low not in ("language", "speaking") and after.low not in CONNECTORS
        if size > 1 and tokens[-1].low in HEADS and tokens[0].low not in COMMON | LOCATIVE | {"the"}:
            plain = not any(token.low in CONNECTORS for token in tokens)
            whole = after is None or not after.capital or after.low in ROLES or tokens[-1].low == "county"
            return value >= 1.0 or (plain and whole)
        if not value or (size == 1 and not self._may_stand(tokens[0], value)):
            return False
        around = self._around(tokens, before, after, known=value >= 3.0)
        organisation = after is not None and after.capital and after.low in ORGANISATIONS
        return value + (max(around, -1.0) if value >= 3.0 and around > -5 and not organisation else around) >= 2.0

    def _adjective(self, surface: str) -> bool:
        key = fold(surface)
        if key in REGION_PEOPLE:
            return True
        plural = key.endswith("s") and key[:-1] in demonyms()
        return key in demonyms() and not plural and surface not in ("us", "Us")

    def _value(self, surface: str) -> float:
        """How well known the best place of exactly this name is: 0 unknown, 3 a country."""
        if not is_name(surface):
            return 0.0
        best = 0.0
        for found in self.gazetteer.lookup(surface, countries=self.story.countries, theatres=self.story.theatres):
            place = found.place
            if found.key_kind == "skeleton":
                continue
            home = place.country in self.story.countries
            value = 0.7 + 0.5 * home
            if place.kind == "country" or place.id.startswith(("area:", "adm1:")):
                value = 3.0
            elif found.overlay and place.theatre in self.story.theatres:
                value = 2.5
            elif place.population >= LARGE:
                value = 2.0 + 0.5 * home
            elif place.population >= MEDIUM:
                value = 1.2 + 0.6 * home
            best = max(best, value - (0.3 if found.key_kind == "alias" and value < 3 and surface.isascii() else 0.0))
        return best

    def _may_stand(self, token: Token, value: float) -> bool:
        """False for a single word that is likelier an ordinary word, a day, a title or a person's name."""
        low = token.low
        if low in COMMON or low in CALENDAR or low in TITLES or low in HEADS or low in ORGANISATIONS:
            return False
        if re.match(r"I['’]", token.text):
            return False
        if token.text.isascii() and (len(low) < 3 or (token.text.isupper() and len(low) < 4)):
            return value >= 3.0
        if not token.text.isascii() and not token.text[0].isupper():
            return value >= 2.0 and len(low) >= 3  # a script without case: only well known names
        return not (low in self.lower and (token.first or value < 3.0))

    def _around(self, tokens: Sequence[Token], before: Token | None, after: Token | None, *, known: bool) -> float:
        """What the neighbours say: for a place above 0, for a person or an organisation below."""
        total = 0.5 if len(tokens) > 1 else 0.0
        single = tokens[0].low
        if before is not None:
            if before.low in LOCATIVE:
                total += 1.2
            elif before.low == "on":
                total += 0.6
            elif before.low in TITLES or (before.low in FIRST_NAMES and before.capital):
                return -9.0
            elif before.upper and not before.first and not self._adjective(before.text):
                total -= 1.5
        if len(tokens) == 1 and before is None and single in FIRST_NAMES:
            total -= 1.5
        if not known and len(tokens) == 1 and single in self.people and (before is None or before.low not in LOCATIVE):
            return -9.0
        if after is not None:
            if after.low in SPEECH:
                total -= 0.6
            elif after.upper and after.low not in ROLES | CALENDAR | HEADS:
                total -= 2.2 if after.low in ORGANISATIONS or after.text.isalpha() else 1.0
        elif self._held(tokens[-1]):
            total += 1.2
        return total

    def _held(self, last: Token) -> bool:
        """A comma and a country or division come next ("Velm, Norrin")."""
        rest = re.match(r",\s+((?:[^\W\d_][\w'’-]*)(?:\s[A-Z][\w'’-]*)?)", self.text[last.end : last.end + 60])
        if rest is None or not is_name(rest[1]):
            return False
        return any(self._value(name) >= 3.0 for name in (rest[1], rest[1].split()[0]))

    def _before(self, at: int) -> Token | None:
        """The word right before, when nothing but a space lies between ("St." and "Gen." may carry their point)."""
        if not at:
            return None
        token = self.tokens[at - 1]
        gap = self.text[token.end : self.tokens[at].start]
        return token if token.joined or (gap == ". " and token.low in TITLES) else None

    def _after(self, at: int) -> Token | None:
        return self.tokens[at + 1] if self.tokens[at].joined and at + 1 < len(self.tokens) else None

    def _persons(self) -> Iterator[Token]:
        """Surnames: what follows a title or a first name."""
        for number, token in enumerate(self.tokens[1:], start=1):
            before = self._before(number)
            if before is None or not token.capital or token.low in HEADS:
                continue
            name = before.capital and before.low in FIRST_NAMES
            if name or before.low in TITLES:
                yield token
                after = self._after(number)
                if after is not None and after.capital and (name or token.low in FIRST_NAMES):
                    yield after


def _tokens(text: str) -> list[Token]:
    matches = list(_TOKEN.finditer(text))
    tokens: list[Token] = []
    end = 0
    for number, match in enumerate(matches):
        word = match[0]
        gap = text[match.end() : matches[number + 1].start()] if number + 1 < len(matches) else "\n"
        lead = text[end : match.start()]
        first = not tokens or (_ENDS.search(lead) is not None and tokens[-1].low not in ("st", "mt", "ft"))
        joined = gap == " " or (gap == ". " and word.lower() in ("st", "mt", "ft"))
        capital = word[0].isalpha() and not word[0].islower()
        if not capital and "-" in word and word.isascii():
            capital = any(part[:1].isupper() for part in word.split("-")[1:]) and word.lower().startswith(
                ("al-", "el-")
            )
        tokens.append(Token(match.start(), match.end(), word, capital, first, joined))
        end = match.end()
    return tokens
