"""What a place phrase is made of: the name itself, what holds it, and how far from the name the place may lie."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from unicodedata import category

#: Words that say what kind of place a name is, to the gazetteer kinds that fit.
KIND_WORDS: dict[str, tuple[str, ...]] = {
    "province": ("province", "state", "region", "nation"), "governorate": ("province",), "oblast": ("province",),
    "state": ("state", "province"), "region": ("region", "province", "district"), "district": ("district", "province"),
    "city": ("city", "town"), "town": ("town", "village", "city"), "village": ("village", "town"),
    "countryside": ("province", "district", "region"), "provinces": ("province",), "suburb": ("town", "village", "district"),
}  # fmt: skip
DIRECTIONS = {
    "north": (0, 1), "northern": (0, 1), "south": (0, -1), "southern": (0, -1), "east": (1, 0), "eastern": (1, 0),
    "west": (-1, 0), "western": (-1, 0), "northeast": (0.7, 0.7), "northeastern": (0.7, 0.7),
    "northwest": (-0.7, 0.7), "northwestern": (-0.7, 0.7), "southeast": (0.7, -0.7), "southeastern": (0.7, -0.7),
    "southwest": (-0.7, -0.7), "southwestern": (-0.7, -0.7), "central": (0, 0), "rural": (0, 0), "greater": (0, 0),
    "mainland": (0, 0), "upper": (0, 0), "lower": (0, 0),
}  # fmt: skip
_DASHED = re.compile(r"\b(north|south)[- ]?(east|west)(ern)?\b", re.I)
_LEAD = re.compile(r"^(?:(?:in|at|on|from|to|into|inside|across|of|the|war-torn|besieged|nearby|rebel-held|opposition-held|"
                   r"government-held|regime-held)\s+)+", re.I)  # fmt: skip
_OF = re.compile(r"^(?:\w+\s+){0,2}?(province|governorate|oblast|state|region|district|city|town|village|countryside|suburb)"
                 r"s?\s+of\s+(.+)$", re.I)  # fmt: skip
_AWAY = re.compile(
    r"^(?:(?:about|some|around|roughly)\s+)?(?:(?P<km>\d+(?:\.\d+)?)\s*(?P<unit>km|kilomet\w+|miles?|mi)\s+)?"
    r"(?:to\s+the\s+)?(?:(?P<near>near|around|outside|close to|off|away from|from|"
    r"(?:the\s+)?(?:(?P<side>[a-z-]+)\s+)?(?:outskirts|suburbs|vicinity|environs|edges?|fringes?|surroundings|approaches)"
    r"\s+(?:of|to))|(?P<dir>\w+)\s+(?:of|from))\s+(?P<name>.+)$",
    re.I,
)
_AFTER = re.compile(r"^(.+?)(?:['’]s)?\s+(?:(?P<side>[a-z-]+)\s+)?(?P<area>outskirts|"
                    r"suburbs|surroundings|environs|hinterland|countryside|edges?|fringes?|"
                    r"areas?|vicinity|barrens)$", re.I)  # fmt: skip
#: What a name is called right before it: "the capital Velm", "second city Velm", "transit point Velm".
_CALLED = re.compile(r"^(?:(?!(?:of|near|from|in|at|on|to|outside|around|between|and|km)\b)[a-z-]+\s+){0,3}?"
                     r"(?:capital|city|town|village|district|suburb|province|region|area|point|stronghold|bastion|hub|camp|"
                     r"neighbou?rhood|quarter|base|airport),?\s+(?=[^\W\d_a-z])")  # fmt: skip
#: "Idlib provinces Velm": an apostrophe was lost.
_LOST = re.compile(r"\b(province|governorate|city|town|district|region|state)s\s+(?=(?:[a-z]{2}-)?[A-Z])")
#: "Velm west of Tarn": a name, and how it lies to another.
_BESIDE = re.compile(r"^(?P<name>(?:[a-z]{2,3}-)?[^\W\d_a-z].*?),?\s+(?:just\s+|to\s+the\s+)?(?P<dir>(?:north|south)?[- ]?"
                     r"(?:east|west|north|south)(?:ern)?)\s+of\s+(?P<rest>.+)$")  # fmt: skip
#: A bare noun and how it lies to a name: "a market near Velm", "the centre of Velm" are areas of the name.
_SITE = re.compile(r"^(?:[^\W\d_A-Z][\w'’-]*\s+){1,5}?(?P<how>near|outside|around|close to|between|(?:south|north|"
                   r"east|west) of|in|at|on|of|inside|across|to)\s+(?P<name>.+)$")  # fmt: skip
#: What follows a people's name without adding a place of its own: "Ruritanian soil" is the country.
_LAND = frozenset(
    "territory soil land side areas area towns cities villages countryside lands waters airspace coast".split()
) | {f"{what} {field}" for what in ("gas", "oil") for field in ("field", "fields", "facilities")}  # fmt: skip
#: Peoples who live in several countries: the region that is called after them is meant in stories about its country only.
SPREAD = frozenset({"kurdish"})
#: Common nouns of places and pointing words: no name, however they are written.
_COMMON = frozenset(
    "bank banks market markets house houses home homes town towns city cities village villages road roads street streets "
    "quarter quarters district hospital hospitals school schools bridge camp camps capital centre center port area areas "
    "region country border front frontline there here it this that where nearby elsewhere checkpoint base airport building "
    "mosque church neighborhood neighbourhood province downtown outskirts edge north south east west "
    "the a an two three several northern southern eastern western central".split()
)
#: Adjectives of regions that are no country, folded, to the region's name.
REGION_PEOPLE = {
    "european": "Europe", "african": "Africa", "asian": "Asia", "korean": "Korea", "north african": "North Africa",
    "west african": "West Africa", "east african": "East Africa", "central american": "Central America",
    "south american": "South America", "latin american": "Latin America", "southeast asian": "Southeast Asia",
    "central asian": "Central Asia", "scandinavian": "Scandinavia", "californian": "California", "texan": "Texas",
    "scottish": "Scotland", "english": "England", "welsh": "Wales", "crimean": "Crimea", "siberian": "Siberia",
    "arctic": "Arctic", "kurdish": "Kurdistan Region", "abkhaz": "Abkhazia", "chechen": "Chechnya", "catalan": "Catalonia",
    "basque": "Basque Country", "bavarian": "Bavaria", "sicilian": "Sicily", "arab": "Arab world", "tibetan": "Tibet",
    "kashmiri": "Kashmir", "balkan": "Balkans", "south ossetian": "South Ossetia", "north american": "North America",
    "south korean": "South Korea", "north korean": "North Korea",
}  # fmt: skip
_BETWEEN = re.compile(r"^between\s+(.+?)\s+and\s+(.+)$", re.I)
_BOTH = re.compile(r"^((?:[^\W\d_a-z][\w'’-]*\s?){1,3}) and ((?:[^\W\d_a-z][\w'’-]*\s?){1,3})$")
_BORDER = re.compile(r"\b(border|frontier|front ?lines?|demarcation line|cease-?fire line)\b", re.I)
_OWNER = re.compile(r"['’]s?$")
_POSSESSIVE = re.compile(r"^(.+?)['’]s\s+(.+)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A place phrase taken apart. ``relation`` is ``in``, ``near``, ``part``, ``between``, ``both`` or ``border``."""

    whole: str
    core: str
    containers: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    relation: str = "in"
    east: float = 0.0  # unit vector of the direction named
    north: float = 0.0
    km: float | None = None
    other: str = ""  # the second name of "between X and Y"
    countryside: bool = False


def is_name(words: str) -> bool:
    """True when words can name a place: a capital letter, or a letter of a script without case, and no common noun.

    "bank", "the market" and "Houses" are no names, whatever town is called so.
    """
    cased = any(c.isalpha() and not c.islower() and category(c) != "Lm" for c in words)
    parts = re.sub(r"\W+", " ", words).split()
    # "West Bank", "East Bank": two capitals make a name of common nouns.
    return cased and (
        sum(word[0].isupper() for word in parts) > 1 or not all(word.lower() in _COMMON for word in parts)
    )


def land_of(core: str) -> str:
    """The people's name in "Ruritanian" and "Ruritanian soil", "" where more is named."""
    first, _, rest = core.partition(" ")
    return first if not rest or rest in _LAND else core


@lru_cache(maxsize=16384)
def parse(words: str) -> Phrase:
    """Take a phrase apart; a phrase without any of these words is its own core."""
    whole = " ".join(words.split())
    core = _LEAD.sub("", _LOST.sub(r"\1's ", whole)).strip(" ,.;:'\"()") or whole
    core = _CALLED.sub("", core)
    core = _OWNER.sub("", core)
    between = _BETWEEN.match(core)
    if between:
        return Phrase(whole=whole, core=between[1], other=between[2], relation="between")
    both = _BOTH.match(core)
    if both:
        return Phrase(whole=whole, core=both[1].strip(), other=both[2].strip(), relation="both")
    if _BORDER.search(core):
        return Phrase(whole=whole, core=core, relation="border")
    away = _AWAY.match(_dashed(core))
    if away and (away["near"] or (away["dir"] or "").lower() in DIRECTIONS):
        return _relative(whole, away)
    beside = _BESIDE.match(core)
    if beside and is_name(beside["name"]) and beside["name"].lower() not in DIRECTIONS:
        inner = parse(beside["name"])
        return replace(inner, whole=whole, containers=(*inner.containers, beside["rest"]))
    site = None if is_name(core.split()[0]) else _SITE.match(core)
    if site and site["how"] != "in" and is_name(site["name"]) and not _OF.match(core):
        inner = parse(f"{site['how']} {site['name']}" if site["how"] not in ("of", "to") else site["name"])
        return replace(inner, whole=whole, core=inner.core)
    core, containers = _held(core)
    if not is_name(core) and any(is_name(name) for name in containers):
        first = next(number for number, name in enumerate(containers) if is_name(name))
        inner = parse(containers[first])
        return replace(inner, whole=whole, containers=(*inner.containers, *containers[first + 1 :]))
    after = _AFTER.match(core)
    if after:
        countryside = after["area"].lower() == "countryside"
        side = DIRECTIONS.get(_dashed(after["side"] or "").lower())
        inner = parse(after[1] if side or not after["side"] else f"{after[1]} {after['side']}")
        return Phrase(
            whole=whole, core=inner.core, containers=containers, kinds=inner.kinds, relation="near",
            east=(side or (inner.east, 0))[0], north=(side or (0, inner.north))[1], countryside=countryside,
        )  # fmt: skip
    of = _OF.match(core)
    if of:
        side = DIRECTIONS.get(_dashed(core).split()[0].lower())
        return Phrase(
            whole=whole, core=of[2], containers=containers, kinds=KIND_WORDS[of[1].lower()],
            relation="part" if side else "in", east=(side or (0, 0))[0], north=(side or (0, 0))[1],
        )  # fmt: skip
    head, _, last = core.rpartition(" ")
    if head and last.lower() in KIND_WORDS:
        part = _part(whole, head, containers)
        return Phrase(
            whole=whole, core=part.core, containers=containers, kinds=KIND_WORDS[last.lower()],
            relation=part.relation, east=part.east, north=part.north,
        )  # fmt: skip
    return _part(whole, core, containers)


def _part(whole: str, core: str, containers: tuple[str, ...]) -> Phrase:
    words = _dashed(core).split(" ")
    taken, east, north = 0, 0.0, 0.0
    # "northern rural Velm", "western and eastern Velm"
    while taken < len(words) - 1 and (word := words[taken].lower()) in DIRECTIONS | {"and": (0, 0)}:
        if word == "and" and (not taken or words[taken + 1].lower() not in DIRECTIONS):
            break
        if word in DIRECTIONS:
            east, north = east + DIRECTIONS[word][0], north + DIRECTIONS[word][1]
        taken += 1
    if taken:
        longest = max(1.0, (east * east + north * north) ** 0.5)
        east, north, rest = east / longest, north / longest, " ".join(words[taken:])
        rest = re.sub(r"^(?:the\s+)?(?:\w+ of\s+)?", "", rest) if rest.lower().startswith("the ") else rest
        return Phrase(whole=whole, core=rest, containers=containers, relation="part", east=east, north=north)
    return Phrase(whole=whole, core=core, containers=containers)


def _relative(whole: str, away: re.Match[str]) -> Phrase:
    east, north = DIRECTIONS.get((away["dir"] or away["side"] or "").lower(), (0.0, 0.0))
    km = float(away["km"]) if away["km"] else None
    if km is not None and away["unit"].lower().startswith("mi"):
        km *= 1.609
    inner = parse(away["name"])
    return Phrase(
        whole=whole, core=inner.core, containers=inner.containers, kinds=inner.kinds, relation="near",
        east=east, north=north, km=km,
    )  # fmt: skip


def _held(core: str) -> tuple[str, tuple[str, ...]]:
    """Split off what holds the place: "Velm, Norrin province", "Syria's Idlib", "Qusayr in Homs"."""
    parts = [part.strip() for part in re.split(r",\s*|\s+in\s+(?:the\s+)?", core) if part.strip()]
    name, containers = (parts[0], tuple(parts[1:])) if parts else (core, ())
    owner = _POSSESSIVE.match(name)
    if owner and not _AFTER.match(name):
        return owner[2], (*containers, owner[1])
    return name, containers


def _dashed(text: str) -> str:
    return _DASHED.sub(lambda m: (m[1] + m[2] + (m[3] or "")).lower(), text)
