"""Our claims to MUC-4's five string roles. Source: the MUC-4 task's definitions of incidents and slots.

=========  ========================================================================================================
role       where it comes from
=========  ========================================================================================================
PerpOrg    agents that are a body: an acronym that the text itself explains, its long form, or a collective head noun
PerpInd    all other agents; "members of X" and "X guerrillas", X a body, give both
Victim     whom a killing, casualties, abduction or abuse is done to, who is counted killed, wounded, missing, abducted;
           people as the target of another act
Target     other targets of other acts
Weapon     instruments
=========  ========================================================================================================

An incident is an act of violence that is said to have happened or to be going to, not older than two months at
publication, and not between two armed forces: MUC-4's own rule of relevance.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta

from bench.reading import Reading
from vigil.model.claim import Claim, Mention, Status
from vigil.model.text import Document
from vigil.reference.keys import fold
from vigil.resolve.actors.words import SECTOR_OF, SPLIT

ROLES = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")
#: MUC-4 knows attack, bombing, arson, kidnapping, robbery and forced work stoppage; air raids are war, not incidents.
INCIDENTS = frozenset("attack bombing shelling killing abduction abuse destruction casualties".split())
ON_PEOPLE = frozenset("killing casualties abduction abuse".split())
HARMED = frozenset("killed wounded missing abducted".split())
#: Head nouns that name a body rather than its people, and those that name things that an act can hit.
BODIES = frozenset(
    "army armies military forces force navy police front movement party government regime cartel cartels mafia mafias "
    "organization organisation group groups squad squads faction militia militias battalion brigade division regiment "
    "command union guard guards service junta".split()
)
THINGS = frozenset(
    "jets jet warplanes warplane aircraft plane planes airplanes helicopters helicopter drones drone artillery tanks tank "
    "warships warship destroyer frigate submarine missiles missile rockets convoy embassy consulate ministry parliament "
    "court courts hospital hospitals clinic school university church mosque company companies bank banks firm newspaper "
    "television channel agency capital headquarters house".split()
)
ARMED_SECTORS = frozenset(("MIL", "REB"))
_ACRONYM = re.compile(r"([\w.'\"-]+(?: [\w.'\"-]+){1,9}) [(\[]([A-Z][A-Z-]{1,7})[)\]]")
_FUNCTION = frozenset("of the for and de la el los las del y in".split())
OLD = timedelta(days=61)


def normal(words: str) -> str:
    """What is compared: lower case without articles and punctuation, as GRIT's scorer does."""
    plain = re.sub(r"[^\w\s]", "", words.lower())
    return " ".join(word for word in plain.split() if word not in ("a", "an", "the"))


def bodies_of(text: str) -> frozenset[str]:
    """Normal forms of the acronyms that a text explains ("Long Liberation Front (LLF)") and of their long forms."""
    found: set[str] = set()
    for match in _ACRONYM.finditer(text):
        words, letters = match[1].split(), match[2].replace("-", "")
        found.add(normal(letters))
        for start in range(len(words) - 1):
            long = words[start:]
            # In any order: translated names keep the letters of the original ("Front of the Liberation of X (XLF)").
            initials = Counter(word.strip("\"'")[:1].upper() for word in long if word.lower() not in _FUNCTION)
            if initials == Counter(letters) and long[0].lower() not in _FUNCTION:
                found.add(normal(" ".join(long)))
    return frozenset(found)


def perpetrator(words: str, bodies: frozenset[str]) -> Iterator[tuple[str, str]]:
    """(role, words) of an agent."""
    parts = SPLIT.split(words, maxsplit=1)
    if len(parts) == 2 and _is_body(parts[1], bodies) and not _is_body(parts[0], bodies):
        yield "PerpInd", words
        yield "PerpOrg", parts[1]
        return
    if _is_body(words, bodies):
        yield "PerpOrg", words
        return
    yield "PerpInd", words
    front = " ".join(words.split()[:-1])
    if front and _is_body(front, bodies):
        yield "PerpOrg", front


def _is_body(words: str, bodies: frozenset[str]) -> bool:
    head = normal(SPLIT.split(words, maxsplit=1)[0]).split()[-1:]
    return normal(words) in bodies or (head != [] and head[0] in BODIES)


def is_people(words: str) -> bool:
    """True when the head noun, the last that our actor words know, names people."""
    known = [word for word in fold(words).split() if word in SECTOR_OF or word in BODIES or word in THINGS]
    return bool(known) and known[-1] not in BODIES and known[-1] not in THINGS


def is_incident(document: Document, claim: Claim) -> bool:
    """See the module's docstring."""
    if claim.type not in INCIDENTS or claim.status not in (Status.ACTUAL, Status.INTENDED):
        return False
    if claim.type == "attack" and _armed(claim.of("agent")) and _armed(claim.of("target")):
        return False
    ended = claim.when.end if claim.when else None
    return ended is None or document.published is None or ended > document.published - OLD


def _armed(mentions: Sequence[Mention]) -> bool:
    """All of them are forces, by their head nouns."""
    heads = [[SECTOR_OF[word] for word in fold(m.meaning).split() if word in SECTOR_OF] for m in mentions]
    return bool(heads) and all(sectors and sectors[-1] in ARMED_SECTORS for sectors in heads)


def fillers(reading: Reading) -> dict[str, list[str]]:
    """A document's role fillers, one string an entity, in text order."""
    document, claims = reading
    bodies = bodies_of(document.text)
    held: dict[str, list[str]] = {role: [] for role in ROLES}
    for claim in claims:
        if is_incident(document, claim):
            for role, words in _of_claim(claim, bodies):
                held[role].append(words)
    return {role: distinct(words) for role, words in held.items()}


def _of_claim(claim: Claim, bodies: frozenset[str]) -> Iterator[tuple[str, str]]:
    for mention in claim.of("agent"):
        yield from perpetrator(mention.meaning, bodies)
    for mention in claim.of("target"):
        person = claim.type in ON_PEOPLE or is_people(mention.meaning)
        yield ("Victim" if person else "Target"), mention.meaning
    for count in claim.counts:
        if count.who is not None and count.kind in HARMED:
            yield "Victim", count.who.text
    for mention in claim.of("instrument"):
        yield "Weapon", mention.meaning


def distinct(words: Iterable[str]) -> list[str]:
    """One string for each entity: of strings whose words contain one another the first one told stands."""
    kept: list[str] = []
    for phrase in (normal(each) for each in words):
        mine = set(phrase.split())
        if mine and not any(mine <= set(other.split()) or mine >= set(other.split()) for other in kept):
            kept.append(phrase)
    return kept
