"""Groups that no registry knows: provisional actors, joined across documents by name, for people to review.

A pure function of claims. What is written is kept; nothing is resolved by it. A group's id (``new/...``) is made from its
folded name, so that the same group has the same id in every run.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from vigil.model.claim import Claim, Mention
from vigil.reference.registry import actor_key
from vigil.resolve.actors_words import ARMED_SIDES, BRACKETS, LEAD, SECTOR_OF, UNITS

ROLES = ("agent", "target", "source")
#: Words of which one makes a name an organisation's, in English and as they are written from Arabic.
BODIES = frozenset(
    "army armies brigade brigades battalion battalions division regiment corps command front movement party militia "
    "militias force forces group groups council committee union alliance coalition organisation organization league "
    "congress legion "
    "guard guards squad network cell company resistance assembly authority administration government ministry agency "
    "directorate centre center observatory foundation association society federation network gang cartel clan "
    "jaysh jaish jeish jabhat liwa harakat ahrar kataib kataeb katibat faylaq failaq hayat tajammu ansar saraya hizb "
    "hezb lashkar jamaat tehrik sepah tahrir".split()
)
#: What is nobody's name: places read as parties, persons, outlets.
NO_GROUP = frozenset({"place", "person", "media", "agency", "civilians"})
_ABBREVIATION = re.compile(r"[A-Z][A-Z0-9-]{1,7}")
_BRACKETED = re.compile(r"\(([A-Z][A-Z0-9-]{1,7})\)")
_CAPITAL = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Provisional:
    """An unknown group: every spelling, how often, in how many documents, in which roles, and its first claims."""

    id: str
    name: str  # the commonest spelling
    names: tuple[str, ...]
    claims: int
    documents: int
    roles: tuple[tuple[str, int], ...]
    kind: str  # a guess by its head noun, "" for none
    country: str  # alpha-3 where the words say so
    examples: tuple[str, ...]  # ids of claims, at most three


def provisional(claims: Iterable[Claim]) -> list[Provisional]:
    """All unknown groups, those of most documents first. The claims' order does not matter."""
    told: dict[str, list[tuple[Claim, Mention, str]]] = defaultdict(list)
    short: dict[tuple[str, str], str] = {}  # (document, abbreviation) -> key of the long name
    for claim in claims:
        for mention in (*claim.arguments, *claim.sources):
            name = _name(mention)
            if not name:
                continue
            key = actor_key(name)
            told[key].append((claim, mention, name))
            for abbreviation in {*_BRACKETED.findall(mention.meaning), _initials(name)} - {""}:
                short.setdefault((claim.doc, abbreviation), key)
    for (_, abbreviation), key in sorted(short.items()):
        other = actor_key(abbreviation)
        if other != key and other in told and key in told and _together(told[other], told[key]):
            told[key] += told.pop(other)
    groups = [_group(key, rows) for key, rows in told.items()]
    return sorted(groups, key=lambda group: (-group.documents, -group.claims, group.id))


def _together(one: list[tuple[Claim, Mention, str]], two: list[tuple[Claim, Mention, str]]) -> bool:
    return not {claim.doc for claim, _, _ in one}.isdisjoint(claim.doc for claim, _, _ in two)


def _name(mention: Mention) -> str:
    """The group's name in a mention's words, "" where the party is known or the words are no organisation's name."""
    ref = mention.actor
    if mention.role not in ROLES or ref is None or ref.actor_id is not None or ref.kind in NO_GROUP:
        return ""
    words = LEAD.sub("", BRACKETS.sub(" ", mention.meaning)).strip(" ,.;:'\"").split()
    while len(words) > 1 and words[-1].islower() and (SECTOR_OF.get(words[-1]) in ARMED_SIDES or words[-1] in UNITS):
        words.pop()  # "Tarn Front fighters"
    if not words or not words[0][:1].isupper() or not all(_CAPITAL.search(word) for word in words):
        return ""
    proper = [word for word in words if any(letter.isupper() for letter in word)]
    if len(words) == 1:
        return words[0] if _ABBREVIATION.fullmatch(words[0]) else ""
    body = any(part in BODIES for word in words for part in re.split(r"[^\w]+", word.lower()))
    return " ".join(words) if body and len(proper) > 1 else ""


def _initials(name: str) -> str:
    letters = "".join(word[0] for word in name.split() if word[0].isupper())
    return letters if len(letters) > 1 else ""


def _group(key: str, rows: list[tuple[Claim, Mention, str]]) -> Provisional:
    names = Counter(name for _, _, name in rows)
    kinds = Counter(mention.actor.kind for _, mention, _ in rows if mention.actor and mention.actor.kind)
    lands = Counter(mention.actor.country for _, mention, _ in rows if mention.actor and mention.actor.country)
    ids = sorted({claim.id for claim, _, _ in rows})
    return Provisional(
        id=f"new/{key.replace(' ', '-')}",
        name=_most(names),
        names=tuple(sorted(names)),
        claims=len(ids),
        documents=len({claim.doc for claim, _, _ in rows}),
        roles=tuple(sorted(Counter(mention.role for _, mention, _ in rows).items())),
        kind=_most(kinds),
        country=_most(lands),
        examples=tuple(ids[:3]),
    )


def _most(counts: Counter[str]) -> str:
    return min(counts, key=lambda word: (-counts[word], word)) if counts else ""
