"""Old events that a commemoration names: "the fifth anniversary of the Velm massacre" is no news of a massacre."""

from __future__ import annotations

import re
from datetime import timedelta

from vigil.model.claim import Claim
from vigil.model.interval import Interval, Precision, midnight
from vigil.model.text import Document
from vigil.resolve.dates.core import back, roughly
from vigil.resolve.dates.words import NUMBER, ORDINALS, either, number

#: Days around a commemoration within which it is held and reported.
NEAR = 4
_OF = re.compile(
    rf"(?:(?P<o>{either(ORDINALS)}|[0-9]{{1,3}}(?:st|nd|rd|th))|(?P<n>{NUMBER})[ -]?years?)?[ -]?anniversary (?:of|since) "
    r"(?:(?:the|a|an|its|his|her|their|that|this) )?"
    # What may stand between: adjectives and names, no clause of its own.
    r"(?:(?!(?:an?|the|and|in|on|at|of|by|with|as|when|who|that|was|were)\b|\w+ed\b)[\w'’-]+ ){0,4}$",
    re.IGNORECASE,
)
_FINITE = re.compile(r"(?:ed|ing|ew|oke|ought)$", re.IGNORECASE)


def commemorated(document: Document, claim: Claim) -> Interval | None:
    """When the event of a claim was, where its sentence tells of its anniversary; None where it does not.

    Told in years it is that many years before the commemoration, some days about; else a year before at the latest.
    """
    lead = document.text[max(claim.sentence[0], claim.trigger.start - 160) : claim.trigger.start]
    match = _OF.search(lead) if "anniversary" in lead.lower() else None
    if match is None or document.published is None or _FINITE.search(claim.trigger.text.split(" ")[0]):
        return None
    day = document.published.date()
    count = _count(match)
    there = back(day, count or 1, "Y")
    if there is None:
        return None
    if count is None:
        end = midnight(there) + timedelta(days=NEAR + 1)
        return Interval(None, end, Precision.UNKNOWN, True)
    days = timedelta(days=NEAR)
    return roughly(Interval.days(there - days, there + days, Precision.DAYS))


def _count(match: re.Match[str]) -> float | None:
    if match["n"]:
        return number(match["n"])
    if not match["o"]:
        return None
    digits = re.match(r"[0-9]+", match["o"])
    return float(digits[0]) if digits else float(ORDINALS[match["o"].lower()])
