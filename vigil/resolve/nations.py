"""Countries, peoples and capitals in actor phrases."""

from __future__ import annotations

from functools import lru_cache

from vigil.reference.index import countries
from vigil.reference.keys import fold
from vigil.reference.registry import actor_key, demonyms


def nation(text: str) -> tuple[str | None, str]:
    """The country that a phrase begins with (or names anywhere as an adjective), and the rest of the phrase."""
    words = text.split()
    for size in (3, 2, 1):
        for start in range(0, min(3, len(words) - size + 1)):
            part = " ".join(words[start : start + size]).strip(",")
            code = _table().get(part.lower().removesuffix("'s"))
            if code and part[:1].isupper() and (part != "us" and part != "Us"):
                return code, " ".join((*words[:start], *words[start + size :]))
    return None, text


def country(text: str) -> str:
    """Alpha-3 of a country, people or capital; "" for none."""
    name = actor_key(text)
    return _table().get(name) or _table().get(text.strip().lower()) or capitals().get(name) or ""


def is_country(text: str) -> bool:
    """True for a country's name or people, in its usual spelling."""
    return text.lower() in _table()


@lru_cache(maxsize=1)
def _table() -> dict[str, str]:
    table = dict(demonyms())
    for country in countries().values():
        for name in country.names:
            table[name.lower()] = table[fold(name)] = country.iso3
    return table


@lru_cache(maxsize=1)
def capitals() -> dict[str, str]:
    """Folded capital to its country's alpha-3."""
    ranked = sorted(countries().values(), key=lambda country: country.area_km2)
    return {fold(country.capital): country.iso3 for country in ranked if country.capital}
