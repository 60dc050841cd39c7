"""Whom a number counts. The reader tags numbers and their nouns; a number of doers is no number of dead.

=====================  =============================================================================================
rule                   what is done
=====================  =============================================================================================
a number of doers      in an act that one side does to another ("four rebels shot dead a trader"), a number whose noun
                       is the agent's and no target's counts forces; in a clash both sides are agents and may lose men
"by", "with"           "killed by about 40 rebels", "a clash with 100 gunmen": forces
its own verb           "two guards were injured in the blast", "killing six": the verb that the number or its noun
                       stands with says what befell them, whatever the claim is about
flight                 "1,200 people fled the shelling", "forced 2,000 to flee", "left 300 families homeless": displaced
bodies, lives          "the bodies of two policemen and two rebels", "claimed the lives of 12": killed
a part                 "five were killed, including two women": of the kind of the number that it is a part of
on the way             "taken to three clinics" counts no places that were hit
how often              "fired three shots", "shot twice" are no counts of people
a toll                 "bringing the toll to 27" counts the dead
money, age             "a reward of Rs 50,000 on his head", "a 30-year-old" are no counts of people
=====================  =============================================================================================
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from vigil.model.claim import Claim, Count, Mention
from vigil.model.text import Bounds

#: Kinds that count those to whom something was done.
HARM = frozenset("killed wounded missing displaced detained abducted".split())
ONE_SIDED = frozenset("killing casualties detention abduction abuse".split())
_DOERS = re.compile(r"\b(?:with|by)\s+(?:(?:a|the) (?:group|team|band|squad|gang|mob) of\s+)?$", re.I)
_VERBS = {
    "wounded": "injured|wounded|hurt|maimed|injuries|wounds",
    "killed": "killed|dead|died|slain|murdered|massacred|perished",
    "detained": "arrested|detained",
    "abducted": "abducted|kidnapped",
}
_KIND = {verb: kind for kind, verbs in _VERBS.items() for verb in verbs.split("|")} | {
    "injuring": "wounded", "wounding": "wounded", "killing": "killed", "arresting": "detained", "abducting": "abducted",
    "kidnapping": "abducted", "displacing": "displaced", "uprooting": "displaced",
}  # fmt: skip
#: Of whom these are told, the text may yet say that they died.
_AWAY = {"missing": "missing", "displaced": "displaced", "uprooted": "displaced", "fled": "displaced"}
_VERB = "|".join(verb for verbs in _VERBS.values() for verb in verbs.split("|"))
_NUMBER = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|several|others?|another|both|tens|scores|"
    "hundreds|thousands|millions|many|rest"
)
#: To the end of what stands before a number: "killed at least", "the bodies of some".
_ABOUT = r"(?:(?:at least|some|about|up to|as many as|more than|another|all|the)\s+)*$"
#: A death told by no verb of ``_VERBS``, so that what stands behind it is of others: "60 lost their lives and ...".
_DIED = "lives|drowned|beheaded|executed|gunned|shot"
#: Behind the noun: as far as a new number, clause or "by whom", and only with a form of "be" or "suffer".
_BEHIND = re.compile(
    rf"(?:(?!\b(?:{_VERB}|{_NUMBER}|{_DIED}|who|which|that|when|while|after|before|as|by|including|among)\b|[0-9;:!?]|\.\s).)"
    r"{0,100}?\b(?:was|were|is|are|been|being|got|went|gone|sustain\w*|suffer\w*|receiv\w*)\s+"
    rf"(?:(?!and\b|or\b|not\b|{_NUMBER}\b)\w+\s+){{0,2}}"
    rf"({_VERB}|missing|displaced|uprooted)\b(?!\s+or\b|\s+and\s+(?:presumed|feared|believed)\b)",
    re.I,
)
#: "1,200 people have fled", "and 3,000 displaced": right behind the noun, and nothing told of the displaced.
_FLED = re.compile(
    r"(?:\s+(?:have|has|had))?(?:\s+(?:\w+ly|also|since|already|all))?\s+(fled)\b|\s+(displaced|uprooted)\b(?=\s*(?:[.;)]|$))",
    re.I,
)
#: "Forced 2,000 people to flee", "left 300 families homeless": what stands before the number, and behind its noun. The
#: latter also where they "were" forced to.
_MADE = re.compile(
    r"\b(?:forc(?:ed|es|ing)|dr(?:ove|iven|ives|iving)|sen(?:t|ds|ding)|caus(?:ed|es|ing)|prompt(?:ed|s|ing)|l(?:eft|eaves|eaving)|"
    rf"ma(?:de|kes|king)|render(?:ed|s|ing))\s+{_ABOUT}",
    re.I,
)
_LEAVE = re.compile(
    r"(\s+(?:was|were|are|(?:\w+\s+)?(?:been|being))\s+(?:\w+\s+)?(?:forced|driven|made|left|rendered|compelled))?\s+"
    r"(?:to\s+flee\b|homeless\b|(?:to\s+leave|from|out\s+of)\s+their\s+(?:homes|houses|villages|lands?)\b)"
    r"(?!\s+(?:and|then)\b)",
    re.I,
)
#: "four injured", "four others wounded": the noun is left out, and no noun follows.
_BARE = re.compile(
    rf"\s+(?:others?\s+|more\s+|people\s+)?(?:\w+ly\s+)?({_VERB})\b(?=\s*(?:[,.;)\d]|$|and\b|in\b|when\b|by\b|after\b))",
    re.I,
)
_BEFORE = re.compile(
    r"\b(injuring|wounding|killing|arresting|abducting|kidnapping|displacing|uprooting|killed|injured|wounded|"
    rf"(?<!the )(?<!for )(?<!of )(?<!internally )displaced)\s+{_ABOUT}",
    re.I,
)
#: "were killed 40 men" and "killing or wounding 40 men" say nothing clear.
_WAS = re.compile(
    rf"\b(?:was|were|is|are|been|being|(?:{'|'.join(_KIND)})\s*,?\s+(?:and/or|and|or))\s+(?:\w+ly\s+)?$",
    re.I,
)
#: "The bodies of two policemen and two rebels", "claimed the lives of at least 12".
_DEAD = re.compile(
    r"\b(?:bodies|corpses|deaths?|(?:claim(?:ed|ing|s)?|cost(?:s|ing)?|took|taken|taking|lost)\s+(?:the\s+)?lives)\s+of\s+"
    r"(?:(?:(?!\b(?:and|who|which|while|when|set|led|\w+(?:ed|ere|as|are|is))\b)[^.;:,]){0,40}\band\s+)?" + _ABOUT,
    re.I,
)
#: Behind a noun with an aside: "five rebels, including two women, were killed".
_ASIDE = re.compile(
    rf"\s*,\s*(?:including|among them)\b[^.;:]{{0,80}}?,\s+(?:was|were|is|are|(?:has|have|had)(?:\s+been)?)\s+"
    rf"(?:\w+ly\s+)?({_VERB})\b",
    re.I,
)
#: Behind a number: what befell those of it alone, "two dead and dozens more wounded", "several injured civilians".
_OWN = re.compile(
    rf"\s+(?:(?!(?:and|or)\b)\w+\s+){{0,3}}({_VERB}|missing|captured|taken|fled|displaced|shot|beheaded|executed|drowned|"
    r"deaths|fatalities|hospitali[sz]ed)\b",
    re.I,
)
#: Before a number that is a part of the one before it.
_PART = re.compile(r"\b(?:including|among (?:them|whom))\s+(?:[^.;:,]{0,40}\band\s+)?(?:at least\s+)?$", re.I)
#: Where the hurt and the dead were brought, or are, is no place that was hit: "we have taken them to three clinics".
_BROUGHT = re.compile(
    r"\b(?:taken|took|brought|rushed|carried|ferried|driven|flown|evacuated|transferred|admitted|kept|treated|lay|lie)\b"
    r"(?!\s+(?:place|out)\b)[^.;:,]{0,40}\b(?:to|at|in)\s+(?:(?:at least|some|about|more than|the)\s+)*$",
    re.I,
)
_WARDS = re.compile(r"[ \t]+(?:[\w-]+[ \t]+){0,2}(?:hospitals?|clinics?|morgues?|mortuar(?:y|ies)|wards)\b", re.I)
#: What is fired or done again and again is nobody to whom harm was done: "fired three shots", "shot twice".
_TIMES = re.compile(
    r"[ \t]+(?:(?:gun|rifle|pistol|warning|mortar|more|stray)[ \t]+)?(?:(?i:shots|rounds|bullets)|times|TIMES)\b"
)
_OFTEN = frozenset("once twice thrice".split())
#: A toll is of the dead, whatever stands around it.
_TOLL = re.compile(r"\b(?<!injury )(?<!casualty )(?:death )?toll\b(?:(?!\b(?:injur|wound)\w*)[^.;]){0,40}$", re.I)
_AGE = re.compile(r"[-\s]*years?[-\s]+olds?\b", re.I)
_MONEY = re.compile(r"(?:\b(?:INR|Rs|USD|EUR|GBP)\b\.?|[$€£₹])\s*$", re.I)


def settled(claim: Claim, text: str) -> Claim:
    """The claim with each number as a count of those whom it counts. ``text`` is its document's."""
    kept = tuple(count for count in (_settled(count, claim, text) for count in claim.counts) if count is not None)
    kept = tuple(_as_whole(count, kept, claim, text) for count in kept)
    return claim if kept == claim.counts else replace(claim, counts=kept)


def _settled(count: Count, claim: Claim, text: str) -> Count | None:
    if count.span is None:
        return count
    (first, last), (start, end) = claim.sentence, (count.span.start, count.span.end)
    if (
        count.kind == "places"
        and _WARDS.match(text, end, last)
        and _BROUGHT.search(text, max(first, start - 90), start)
    ):
        return None
    if count.kind not in HARM:
        return count
    before = text[max(first, start - 30) : start]
    if _MONEY.search(before) or _AGE.match(text, end, last) or _TIMES.match(text, end, last):
        return None
    if count.span.text.lower() in _OFTEN:
        return None
    told = _told(count, text, claim.sentence)
    doers = _of(claim.of("agent"), count) and not _of(claim.of("target"), count)
    # Gunmen who fled are no displaced people, and hostages who fled were hostages.
    if told in _AWAY.values() and (doers or count.kind in ("abducted", "detained")):
        told = ""
    if told:
        return count if told == count.kind else replace(count, kind=told)
    if _DOERS.search(before) or (claim.type in ONE_SIDED and doers):
        return replace(count, kind="forces")
    return count


def _as_whole(count: Count, counts: tuple[Count, ...], claim: Claim, text: str) -> Count:
    """A part of a number is of its kind, unless its own words say otherwise: "five were killed, including two women".

    Nobody who is told to be dead comes back to life by it.
    """
    if count.kind not in HARM - {"killed"} or count.span is None or _told(count, text, claim.sentence):
        return count
    first = max(claim.sentence[0], count.span.start - 80)
    part = _PART.search(text, first, count.span.start)
    if part is None or _OWN.match(text, count.span.end, min(count.span.end + 60, claim.sentence[1])):
        return count
    wholes = [other for other in counts if other.span and first <= other.span.start and other.span.end <= part.start()]
    whole = max(wholes, key=lambda other: other.span.end if other.span else 0, default=None)
    # "Five were killed including a child and 300 fled": as many as the whole, or more, are no part of it.
    if whole is None or whole.kind not in HARM or whole.min is None or (count.min or 0) >= whole.min:
        return count
    return replace(count, kind=whole.kind)


def _told(count: Count, text: str, sentence: Bounds) -> str:
    """What befell them by the verb that their number or noun stands with, "" where none does."""
    if count.span is None:
        return ""
    if count.cumulative and _TOLL.search(text, max(sentence[0], count.span.start - 70), count.span.start):
        return "killed"
    before = _BEFORE.search(text, max(sentence[0], count.span.start - 60), count.span.start)
    end = max(count.span.end, count.who.end) if count.who is not None else count.span.end
    bare = _BARE.match(text, end, sentence[1])
    if before is not None and bare is not None and not before[1].lower().endswith("ing"):
        return _kind(bare[1])  # "three killed 12 injured": a headline's verbs stand behind their numbers
    behind = (
        bare or _ASIDE.match(text, end, sentence[1]) or (_BEHIND.match(text, end, sentence[1]) if count.who else None)
    )
    if before is not None and not _WAS.search(text, max(sentence[0], before.start() - 40), before.start()):
        return _kind(before[1])
    if behind is not None and behind[1].lower() not in _AWAY:
        return _kind(behind[1])
    own = _OWN.match(text, count.span.end, min(count.span.end + 60, sentence[1]))
    if (own is None or own[1].lower() in _AWAY) and _DEAD.search(
        text, max(sentence[0], count.span.start - 100), count.span.start
    ):
        return "killed"
    if away := _FLED.match(text, end, sentence[1]) or behind:
        return _kind(away[1] or away[2])
    leave = _LEAVE.match(text, end, sentence[1])
    made = leave and (leave[1] or _MADE.search(text, max(sentence[0], count.span.start - 60), count.span.start))
    return "displaced" if made else ""


def _kind(verb: str) -> str:
    """What befell those of whom a verb tells; "" for letters that only look like one's ("kılled")."""
    return (_KIND | _AWAY).get(verb.lower(), "")


def _of(mentions: Iterable[Mention], count: Count) -> bool:
    """Whether a count's noun lies in one of the mentions' words."""
    who = count.who
    return who is not None and any(m.span is not None and m.span.overlaps(who) for m in mentions)
