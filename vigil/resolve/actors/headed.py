"""A name with its head noun behind it, "Tarn Front commanders" or "Herald reporter": the name's party."""

from __future__ import annotations

from dataclasses import replace

from vigil.model.entity import ActorRef
from vigil.resolve.actors.lookup import Frame, Lookup
from vigil.resolve.actors.phrases import of_union, ref_to, sector_of
from vigil.resolve.actors.words import ARMED_SIDES, BODY_OF, CAPITAL_LETTER, OWN, SECTOR_OF, SPEAKERS, UNITS
from vigil.resolve.nations import country, nation

#: Heads behind a name that this module leaves to the others: who left a party, is against it or in its hands.
_APART = frozenset(
    "captive captives critic critics defector defectors deserter deserters detainee detainees enemies enemy hostage "
    "hostages opponent opponents prisoner prisoners rival rivals survivor survivors victim victims".split()
)
#: Words behind which somebody else may come.
_JOINTS = frozenset("against and at but by for from in of on or to versus with".split())
#: Sectors of people who are no part of a party, however they are named after it.
_PEOPLE = frozenset({"CVL", "REF"})
#: Outlets' names that are ordinary words before whoever reports.
_WORDS = frozenset({"Independent"})


def headed(text: str, frame: Frame, lookup: Lookup) -> ActorRef | None:
    """Whose party a phrase is by the name that it begins with; None where it begins with none, or with a country's.

    Before a people or country in the phrase is looked for: "Ruritanian Liberation Front fighters" are not Ruritania's.
    """
    return _armed(text, frame, lookup) or _other(text, frame, lookup)


def _armed(text: str, frame: Frame, lookup: Lookup) -> ActorRef | None:
    """ "Islamic State of X militants"; a government's are its army, police or service."""
    words = text.split()
    cut = len(words)
    while cut > 1 and (SECTOR_OF.get(words[cut - 1]) in ARMED_SIDES or words[cut - 1] in UNITS):
        cut -= 1
    name, rest = " ".join(words[:cut]), " ".join(words[cut:])
    found = lookup.find(name, frame) if rest and CAPITAL_LETTER.match(name) and not country(name) else None
    if found is None or found.key_kind == "skeleton" or not found.dated:
        return None
    actor, sector = found.actor, sector_of(rest)
    if actor.sector == "GOV" and actor.country and sector in ("MIL", "COP", "SPY"):
        return lookup.body(text, actor.country, sector, 0.8, f"{rest!r} of {actor.name}", frame)
    ref = ref_to(text, lookup.local(actor, frame), 0.8, f"{name!r} with {rest!r}", slant=found.slant)
    return of_union(ref, sector)


def _other(text: str, frame: Frame, lookup: Lookup) -> ActorRef | None:
    """ "Tarn Observatory staff", "Tarn Front weapons depot": the longest name before words in small letters."""
    words = text.split()
    if not words or words[-1].lower() in _APART | OWN or not CAPITAL_LETTER.match(text):
        return None
    for cut in range(len(words) - 1, 0, -1):
        if not words[cut].islower() or words[cut] in _JOINTS:
            return None
        name, rest = " ".join(words[:cut]), " ".join(words[cut:])
        ref = None if country(name) else lookup.surely_named(name, frame)
        if ref is not None:
            score = replace(ref.score, value=0.75, reason=f"{name!r} with {rest!r}")
            own = not _somebody_else(ref, name, rest)
            return of_union(replace(ref, text=text, score=score), sector_of(rest)) if own else None
    return None


def _somebody_else(ref: ActorRef, name: str, rest: str) -> bool:
    """Whether the words behind a name make it another's: a state's "military court", an army's families, a party's press."""
    head, last = sector_of(rest), rest.split()[-1]
    if ref.sector == "GOV" or head in _PEOPLE or (head == "EDU" and ref.sector in ARMED_SIDES):
        return True  # its army and police are bodies of their own; nor are an army's families the army
    if " " not in name and ref.sector not in ARMED_SIDES:
        # One word is the name of much else: "PTI" an agency's and a party's, "Independent" what any reporter may be.
        return ref.sector != "JRN" or head != "JRN" or name in _WORDS
    if (head == "JRN" and ref.sector != "JRN") or (head == "OPP" and ref.sector in ARMED_SIDES):
        return last != "agency"  # "intelligence agency"
    states = ref.sector in BODY_OF and nation(name)[0] == ref.country
    return states and last not in SPEAKERS and head in BODY_OF and head not in (ref.sector, "MIL")
