"""Our claim types to the types of others: ACLED's sub-types and PLOVER's roots. Sources: the two codebooks.

ACLED (Codebook 2021; labels as CASE 2021 Task 2 writes them). One label a text, by the claim that leads it:

==============================  ====================================================================================
claim                           label
==============================  ====================================================================================
by type alone                   ``ACLED``
attack                          ATTACK (violence against civilians) when done to civilians, else ARMED_CLASH
bombing                         SUIC_BOMB or GRENADE where the claim's own words for act, means or agent say so
abuse                           SEX_VIOL where its words say so, else ATTACK (violence against civilians)
takeover                        GOV_REGAINS_TERIT when recaptured, or captured by a state's force; else NON_STATE...; where
                                a withdrawal stands beside it and no fight, NON_VIOL_TERRIT_TRANSFER
arms                            DISR_WEAP when seized (ACLED: weapons seizures), else CHANGE_TO_GROUP_ACT
deployment                      HQ_ESTABLISHED where its words name a base or post, else CHANGE_TO_GROUP_ACT
protest                         with people killed or wounded by a state's force FORCE_AGAINST_PROTEST; with arrests or
                                abuse PROTEST_WITH_INTER; with destruction or attacks, or called a riot, VIOL_DEMONSTR; else
                                PEACE_PROTEST
==============================  ====================================================================================

PLOVER (Manual 1.0b, with CAMEO's examples; YIELD joins CONCEDE and RETREAT). By type (``PLOVER``), then: what is planned
or promised to another's good is AGREE, what is planned to its harm THREATEN; what is refused or broken off is REJECT, aid
that stops SANCTION and a sanction or siege that ends YIELD (CAMEO 16, 085); charges, trials and sentences are COERCE.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from vigil.fuse.accounts.estimate import SPECIFIC
from vigil.model.claim import Claim, Status
from vigil.resolve.actors.words import KIND_OF, SECTOR_OF

ACLED = {
    "attack": "ARMED_CLASH", "airstrike": "AIR_STRIKE", "shelling": "ART_MISS_ATTACK", "bombing": "REM_EXPLOS",
    "killing": "ATTACK", "chemical": "CHEM_WEAP", "abduction": "ABDUCT_DISSAP", "detention": "ARREST", "abuse": "ATTACK",
    "destruction": "PROPERTY_DISTRUCT", "casualties": "ATTACK", "takeover": "NON_STATE_ACTOR_OVERTAKES_TER",
    "siege": "CHANGE_TO_GROUP_ACT", "deployment": "CHANGE_TO_GROUP_ACT", "withdrawal": "NON_VIOL_TERRIT_TRANSFER",
    "arms": "CHANGE_TO_GROUP_ACT", "ceasefire": "AGREEMENT", "talks": "AGREEMENT", "agreement": "AGREEMENT",
    "protest": "PEACE_PROTEST", "displacement": "OTHER", "aid": "OTHER", "demand": "OTHER", "threat": "OTHER",
    "accusation": "OTHER", "sanction": "OTHER", "release": "OTHER",
}  # fmt: skip
#: The 25 that ACLED has (Task 2, subtask 1), and those of them that no rule above gives.
ACLED_25 = frozenset(ACLED.values()) | frozenset(
    "SUIC_BOMB GRENADE SEX_VIOL GOV_REGAINS_TERIT DISR_WEAP HQ_ESTABLISHED FORCE_AGAINST_PROTEST PROTEST_WITH_INTER "
    "VIOL_DEMONSTR MOB_VIOL".split()
)
BEYOND_US = frozenset(("MOB_VIOL", "OTHER"))
PLOVER = {
    "attack": "ASSAULT", "airstrike": "ASSAULT", "shelling": "ASSAULT", "bombing": "ASSAULT", "killing": "ASSAULT",
    "chemical": "ASSAULT", "abduction": "ASSAULT", "detention": "COERCE", "abuse": "ASSAULT", "destruction": "ASSAULT",
    "casualties": "ASSAULT", "takeover": "COERCE", "siege": "COERCE", "deployment": "MOBILIZE", "withdrawal": "YIELD",
    "arms": "AID", "displacement": "COERCE", "aid": "AID", "ceasefire": "YIELD", "talks": "CONSULT",
    "agreement": "SUPPORT", "demand": "REQUEST", "threat": "THREATEN", "accusation": "ACCUSE", "sanction": "SANCTION",
    "protest": "PROTEST", "release": "YIELD",
}  # fmt: skip
KIND = frozenset("withdrawal aid ceasefire talks agreement release".split())
HARM = frozenset(
    "attack airstrike shelling bombing killing chemical abduction detention abuse destruction siege deployment".split()
)
_SUICIDE, _GRENADE = re.compile(r"suicid|explosive (?:vest|belt)", re.I), re.compile(r"grenade", re.I)
_SEXUAL, _RIOT = re.compile(r"\brap(?:e|ed|es|ing|ist)\b|sexual", re.I), re.compile(r"riot|violen|unrest", re.I)
_LEGAL = re.compile(r"charg|trial|tried|try|sentenc|convict|indict|prosecut|jail", re.I)
_BASE = re.compile(r"\b(?:bases?|posts?|checkpoints?|camps?|headquarters|barracks|outposts?)\b", re.I)
_FIGHTS = frozenset("attack airstrike shelling bombing chemical".split())


def words(claim: Claim) -> str:
    """The claim's own words for the act, its means, parties and place."""
    said = (mention.meaning for role in ("instrument", "agent", "target", "place") for mention in claim.of(role))
    return " ".join((claim.trigger.text, *said))


def lead(claims: Sequence[Claim]) -> Claim | None:
    """What a short report is about: in its first sentence with a told act, the most specific one of an own label.

    Texts that tell of no act done (plans, denials) are about their first claim.
    """
    told = [claim for claim in claims if claim.status is Status.ACTUAL] or list(claims)
    real = [claim for claim in told if ACLED[claim.type] != "OTHER"] or told
    if not real:
        return None
    first = [claim for claim in real if claim.s == real[0].s]
    rank = {kind: place for place, kind in enumerate(SPECIFIC)}
    # Protests and changes of control hold fights as their parts; talk comes last.
    rank |= {"protest": -2, "takeover": -1, "talks": 99}
    return min(first, key=lambda claim: (rank.get(claim.type, 20), claim.trigger.start))


def acled(claims: Sequence[Claim]) -> str:
    """One label for a text with these claims."""
    claim = lead(claims)
    if claim is None:
        return "OTHER"
    said, types = words(claim), {other.type for other in claims if other.status is Status.ACTUAL}
    if claim.type == "bombing":
        return "SUIC_BOMB" if _SUICIDE.search(said) else "GRENADE" if _GRENADE.search(said) else "REM_EXPLOS"
    if claim.type == "attack" and sectors(claim, "target") & {"CVL", "REF"}:
        return "ATTACK"
    if claim.type == "abuse":
        return "SEX_VIOL" if _SEXUAL.search(said) else "ATTACK"
    if claim.type == "takeover":
        if "withdrawal" in types and not types & _FIGHTS:
            return "NON_VIOL_TERRIT_TRANSFER"
        by_state = claim.mode == "recaptured" or (claim.mode == "captured" and of_state(claim))
        return "GOV_REGAINS_TERIT" if by_state else "NON_STATE_ACTOR_OVERTAKES_TER"
    if claim.type == "arms" and claim.mode == "seized":
        return "DISR_WEAP"
    if claim.type == "deployment" and _BASE.search(said):
        return "HQ_ESTABLISHED"
    return _protest(claims, types, said) if claim.type == "protest" else ACLED[claim.type]


def _protest(claims: Sequence[Claim], types: set[str], said: str) -> str:
    harmed = any(count.kind in ("killed", "wounded") for claim in claims for count in claim.counts)
    forced = any(of_state(claim) for claim in claims if claim.type in ("abuse", "attack", "killing", "detention"))
    if forced and (harmed or types & {"killing", "casualties"}):
        return "FORCE_AGAINST_PROTEST"
    if forced or types & {"detention", "abuse"}:
        return "PROTEST_WITH_INTER"
    return "VIOL_DEMONSTR" if _RIOT.search(said) or types & {"destruction", "attack"} else "PEACE_PROTEST"


def sectors(claim: Claim, role: str) -> set[str]:
    """What kinds of party a role's mentions name, each by its head noun: the last that our actor words know."""
    known = [[SECTOR_OF[word] for word in m.meaning.lower().split() if word in SECTOR_OF] for m in claim.of(role)]
    return {found[-1] for found in known if found}


def of_state(claim: Claim) -> bool:
    """True when an agent is a body of a state."""
    return any(KIND_OF.get(sector) in ("army", "police", "state") for sector in sectors(claim, "agent"))


def plover(claim: Claim) -> str:
    """The root of one claim."""
    ended = claim.status is Status.NEGATED
    if (claim.type == "sanction" and ended) or (claim.type == "siege" and (ended or claim.mode == "lifted")):
        return "YIELD"
    if claim.type in ("aid", "arms") and (ended or claim.mode in ("blocked", "sought", "seized")):
        return "SANCTION" if ended else "REQUEST" if claim.mode == "sought" else "COERCE"
    if ended and claim.type in (*KIND, "demand"):
        return "REJECT"
    if claim.type == "sanction" and _LEGAL.search(claim.trigger.text):
        return "COERCE"
    if claim.status is Status.INTENDED and claim.type in KIND:
        return "AGREE"
    return "THREATEN" if claim.status is Status.INTENDED and claim.type in HARM else PLOVER[claim.type]
