"""What a whole text is about: which countries it names, how often, as the prior for its place names."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from vigil.model.text import Document
from vigil.reference.index import countries, us_states
from vigil.reference.keys import fold
from vigil.reference.registry import demonyms
from vigil.reference.tables import Reference

_WORD = re.compile(r"\w+(?:[.'’-]\w+)*\.?")
#: A country with less than this share of the most named one's mentions is a passer-by in the story.
PASSER_BY = 0.15


@dataclass(frozen=True, slots=True)
class Story:
    """Countries (alpha-3) with their weight in (0, 1], the most named first, and the theatres that apply."""

    weights: Mapping[str, float]
    theatres: tuple[str, ...]
    votes: Mapping[str, Mapping[str, int]] = field(
        default_factory=dict
    )  # country -> folded words that name it -> votes

    def weight(self, code: str, but: str) -> float:
        """A country's weight without what the name ``but`` (folded) itself says: "Lebanon" is no evidence for Lebanon."""
        whole = self.weights.get(code, 0.0)
        mine = self.votes.get(code)
        if not mine or but not in mine:
            return whole
        return whole * (1 - mine[but] / sum(mine.values()))

    @property
    def countries(self) -> tuple[str, ...]:
        """The story's main countries, at most five."""
        return tuple(code for code, weight in self.weights.items() if weight >= PASSER_BY)[:5]


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    table = dict(demonyms())
    for state in us_states():
        table[fold(state)] = "USA"
    for country in countries().values():
        for name in (*country.names, *((country.capital,) if country.capital else ())):
            table[fold(name)] = country.iso3
    # Too many other things are called so in running text.
    for word in (
        "us",
        "georgia",
        "pole",
        "poles",
        "car",
        "turkey s",
        "georgetown",
        "victoria",
        "kingston",
        "san jose",
        "jersey",
    ):
        table.pop(word, None)
    return table


def read(text: str, reference: Reference, *, theatre: str = "") -> Story:
    """Count the countries that a text names by name, demonym or capital."""
    names, capitals = _own_names(reference), _capitals()
    votes = Counter[str]()  # in halves: a capital's name alone, which has namesakes, counts half
    words = _WORD.findall(text)
    said: dict[str, Counter[str]] = defaultdict(Counter)
    number = 0
    while number < len(words):
        step = 1
        if words[number][0].isupper() or not words[number].isascii():
            for size in (3, 2, 1):
                phrase = " ".join(words[number : number + size])
                code = names.get(fold(phrase)) or ("USA" if phrase in ("US", "U.S.", "U.S") else None)
                if code is None and size == 1 and phrase.endswith("s"):
                    code = names.get(fold(phrase[:-1]))  # "Syrias": pages that have lost their apostrophes
                if code:
                    vote = 1 if fold(phrase) in capitals else 2
                    votes[code] += vote
                    said[code][fold(phrase)] += vote
                    step = size
                    break
        number += step
    theatres = [theatre] if theatre else []
    if theatre in reference.theatres:
        for code in reference.theatres[theatre].countries:
            votes[code] += max(1, sum(votes.values()))
    top = max(votes.values(), default=1)
    weights = {code: count / top for code, count in sorted(votes.items(), key=lambda item: (-item[1], item[0]))}
    main = [code for code, weight in weights.items() if weight >= PASSER_BY]
    theatres += [name for name in reference.actors.theatres_of(main) if name not in theatres]
    theatres += [o.theatre for o in reference.places.overlays if o.always and o.theatre not in theatres]
    return Story(weights, tuple(theatres), said)


def of(document: Document, reference: Reference) -> Story:
    """The story of a document: its title, dateline and text. The last one's is kept: places and actors ask in turn."""
    global _last
    last = _last
    if last is None or last[0] is not document or last[1] is not reference:
        whole = f"{document.title}. {document.dateline}. {document.text}"
        last = _last = (document, reference, read(whole, reference, theatre=document.theatre))
    return last[2]


_last: tuple[Document, Reference, Story] | None = None


@lru_cache(maxsize=1)
def _capitals() -> frozenset[str]:
    return frozenset(fold(country.capital) for country in countries().values())


def _own_names(reference: Reference) -> Mapping[str, str]:
    extra = [pack.country for pack in reference.theatres.values() if pack.country]
    if not extra:
        return _names()
    return _names() | {fold(name): code for code, names in extra for name in names}
