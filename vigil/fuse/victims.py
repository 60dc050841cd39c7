"""The dead whom a claim names without a number: "a soldier was killed" is one, "X and his brother were shot dead" are two.

By the claims codebook only number words make a count, so that these are in no claim. Casualty recorders count each of them
(Every Casualty, Standards for Casualty Recording: a person who is identified, or told of singly, is one entry).

=====================  =============================================================================================
rule                   what is done
=====================  =============================================================================================
who                    the targets of a claim whose trigger says that they died ("killed", "shot ... dead"), and in any
                       act of violence a target whose own verb says so ("a cadre was killed in the clash")
one                    a name, or a noun in the singular; a plural without a number is two or more
one person once        a name beside its description ("a villager, X", "X, a tailor", "X alias Y") is one person, and so
                       is a name that is part of a longer one; of two claims of an event the one that tells of more
                       stands, unless together they name more
nobody                 bodies and things ("the patrol", "a village"), pronouns, whoever is counted by number words
=====================  =============================================================================================
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from vigil.fuse.words import fold, words_in
from vigil.model.claim import Claim, Mention, Stance, Status
from vigil.model.text import Bounds, Span

NEAR = 100  # characters within which two targets may be one person
TYPES = frozenset("killing casualties attack bombing shelling airstrike chemical abduction detention abuse".split())
_DEATH = r"(?:killed|murdered|executed|beheaded|assassinated|slain|lynched|gunned down|massacred|\w+ (?:dead|to death))"
_SAYS = re.compile(
    r"\b(?:kill|dead\b|death\b|die[ds]?\b|dying|murder|execut|behead|assassinat|slain|slay|slew|massacre|lynch|"
    r"gunned|hang|slit\w* .{0,12}throat|succumb)",
    re.I,
)
#: "shot him dead": the death is told after the trigger.
_AFTER = re.compile(r"[^.;:,]{0,40}?\b(?:dead|to death)\b", re.I)
#: "... and killed a guard" in a claim whose trigger is the raid.
_ACTIVE = re.compile(
    r"\b(?:kill(?:ed|ing)|murder(?:ed|ing)|shot dead|shooting dead|gunned down|behead(?:ed|ing)|execut(?:ed|ing))\s+"
    r"(?:(?!(?:and|in|during|by|at|near|on|with|when|after|as|from|while|along)\s)[\w'’-]+\s+){0,4}$",
    re.I,
)
_PASSIVE = re.compile(
    rf"[^.;:]{{0,150}}?\b(?:(?:was|were|is|are|been|being|got)\s+(?:\w+ly\s+|also\s+|later\s+|\w+ed\s+and\s+)?{_DEATH}|died\b|succumbed\b)",
    re.I,
)
#: One of these is in each of them.
_DYING = (
    "kill", "dead", "death", "died", "murder", "execut", "behead", "assassinat", "slain", "lynch", "gunned", "massacre",
    "succumb",
)  # fmt: skip
_VERBS = frozenset("was were is are been being got died succumbed".split())
_DOING = ("kill", "murder", "dead", "gunned", "behead", "execut")
#: "X, who was killed": told of X all the same.
_WHO = re.compile(r"\s*,?\s*(?:who|that|which)\b", re.I)
#: A singular verb before the word for death: whatever stands before it is one person.
_WAS = re.compile(r"\b(?:was|is|has been|being)\s+(?:\w+ly\s+|also\s+|later\s+|\w+ed\s+and\s+)?$", re.I)
_ONE = re.compile(r"\b(?:was|is)\s[^.;:]*$", re.I)
#: Words between a target and "was killed" after which that is told of somebody else.
_ELSE = re.compile(
    r"\b(?:who|which|that|when|while|after|before|where|injur\w+|wound\w+|hurt|survived|escaped|by)\b", re.I
)
#: What may stand between a description and a name, or a name and its description, of one person.
_SAME = re.compile(
    r"[\s,(–'’‘\"”-]*(?:\(?\d+\)?[\s,)]*)?(?:(?:of|from|belonging to|in|at|with)\s(?:(?!\b(?:and|along)\b)[^,.;:()])*,\s*)?"
    r"(?:(?:who |later |has |have |had |was |were |been )*identified (?:as|to be)|named|namely|called|i\.e\.|viz\.?)?"
    r"[\s,(@'\"‘“]*(?:an?|the)?\s*",
    re.I,
)
#: "the head of a council, identified as X" is X, however long the description is.
_IDENTIFIED = re.compile(
    r"(?:(?!\b(?:and|along)\b)[^.;:])*\b(?:identified as|identified to be|named|namely)\s*['\"‘“]*(?:an?|the)?\s*", re.I
)
_ALIAS = re.compile(r"(?:(?!\band\b)[^.;:])*(?:\b(?:alias|a\.?k\.?a)\b|@)(?:(?!\band\b)[^.;:])*", re.I)
#: "X of Y", "the headman of Y": Y is where somebody is from. ("The killing of Y" is of Y.)
_OF = re.compile(r"([\w'’-]+)[\s,]+(?:\(\d+\)\s+)?(?:of|from|in|at)\s+(?:the\s+|an?\s+)?$", re.I)
#: "the body of X", "slit the throat of X": X is the dead.
_BODY = re.compile(r"bod(?:y|ies)|corpses?|remains|throats?", re.I)
#: Somebody beside the numbered: "six soldiers and a civilian", "X, along with seven rebels".
_BESIDE = re.compile(
    r"[^.;:]{0,40}?\b(?:and|as well as|along with|besides)\s+(?:an?|another|his|her|the)\s[^.;:,]{0,40}", re.I
)
_ALONG = re.compile(r"\b(?:along|together) with\s*$", re.I)
#: A noun or a people's name with an article is a description: "a villager", "a suspected Maoist".
_ARTICLE = re.compile(r"\b(?:an?|another)\s+(?:(?!(?:of|from|in)\s)[\w'’-]+\s+){0,3}$", re.I)
#: What a person is, or how old, behind the name.
_INTRODUCED = re.compile(
    r"\s*\(\d\d\)|\s*,\s+(?:\d\d\b|(?:an?|who|aged|leader|commander|chief|head|member)\s|the\s(?!\w+\s(?:said|says|told)\b))",
    re.I,
)
_HEAD = re.compile(r"\s+(?:of|from|in|at|belonging to|with)\s")
_ALONE = re.compile(r"(?:him|her|he|she|whom)", re.I)
_PRONOUN = re.compile(
    r"(?:him|her|them|they|he|she|his|it|others?|some|many|one|who|whom|two|three|both|all|themselves)\b", re.I
)
_BODIES = frozenset(
    "team party patrol convoy group squad unit force forces police army station camp post checkpoint village town city "
    "vehicle car bus house home building base area district column brigade battalion crowd family population public "
    "community opposition government morcha front tribe villages houses vehicles positions targets areas".split()
)
_PLURALS = frozenset("people men women children policemen police personnel troops cadre-men servicemen jawans".split())


@dataclass(frozen=True, slots=True)
class Victim:
    """One person of whom a death is told, or for a plural two or more: folded names, no names for nobody known."""

    names: tuple[frozenset[str], ...]
    least: int


def unnumbered(claim: Claim, text: str) -> tuple[Victim, ...]:
    """The dead whom a claim tells of without number words, in text order. ``text`` is its document's, "" unknown."""
    if claim.type not in TYPES or claim.status is not Status.ACTUAL or claim.stance is not Stance.ASSERTS:
        return ()
    found: list[tuple[Span, Victim]] = []
    verbs: list[int] = []  # beside each: where its singular verb stands, 0 for none
    # Of a clash both sides are agents.
    roles = ("target", "agent") if claim.type == "attack" else ("target",)
    targets = [m for role in roles for m in claim.of(role) if m.span is not None or m.means is not None]
    if not targets:
        return ()
    told = bool(_SAYS.search(claim.trigger.text)) or _after(text, claim)
    counted = _counted(claim, text)
    for mention in sorted(targets, key=lambda m: (m.span or m.means or claim.trigger).start):
        span = mention.span or mention.means
        if span is None or any(span.start < end and start < span.end for start, end in counted):
            continue
        told_so = told and mention.role == "target"
        if not (told_so or (mention.span is not None and (_passive(text, span, claim) or _active(text, span, claim)))):
            continue
        if _ALONE.fullmatch(mention.meaning) and told_so and len(targets) == 1:
            return (Victim((), 1),)
        before = text[max(claim.sentence[0], span.start - NEAR) : span.start]
        origin = _OF.search(before)
        verb = _singular(text, span, claim)
        victim = _victim(mention, before, one=mention.role == "target" and _is_one(text, span, verb, claim))
        if victim is None or (origin and not (_SAYS.search(origin[1]) or _BODY.fullmatch(origin[1]))):
            continue
        if found and ((verb and verb == verbs[-1]) or _same(text, found[-1], (span, victim))):
            last, one = found[-1]
            found[-1] = (
                Span(last.start, span.end, ""),
                Victim(one.names + victim.names, max(1, min(one.least, victim.least))),
            )
        elif any(_known(victim, other) for _, other in found):
            continue
        else:
            found.append((span, victim))
            verbs.append(verb)
    return tuple(victim for _, victim in found)


def number(told: Iterable[Sequence[Victim]]) -> int:
    """How many dead the claims of one event tell of without a number, at least."""
    tellings = [list(victims) for victims in told]
    distinct: list[Victim] = []
    # The longest names first: "Sgt Abel Kane" and "Kane" are one.
    named = [victim for victims in tellings for victim in victims if victim.names]
    for victim in sorted(named, key=lambda v: (-max(map(len, v.names)), sorted(map(sorted, v.names)))):
        if not any(_known(victim, other) for other in distinct):
            distinct.append(victim)
    most = max((sum(victim.least for victim in victims) for victims in tellings), default=0)
    return max(most, len(distinct))


def beside(claim: Claim, text: str) -> int:
    """How many of them stand beside the claim's numbered dead ("six soldiers and a civilian"), and not among them."""
    ends = [
        (count.span.start, max(count.span.end, count.who.end if count.who else 0))
        for count in claim.counts
        if count.kind == "killed" and count.span is not None and not count.cumulative
    ]
    if not ends:
        return 0
    start, end = min(ends)[0], max(end for _, end in ends)
    after = _BESIDE.match(text, end, claim.sentence[1])
    reach = after.end() if after else end
    along = _ALONG.search(text, claim.sentence[0], start) is not None
    names = [m.span for m in claim.of("target") if m.span is not None]
    near = any(end <= span.start < reach for span in names) or (along and any(span.end <= start for span in names))
    return sum(victim.least for victim in unnumbered(claim, text)) if near else 0


#: Names and what joins them, behind a count ("two constables, X and Y").
_LISTED = re.compile(r"(?:[\s,–(-]|\band\b|\bidentified as\b|\bnamed\b|\bincluding\b|[A-Z][\w'’.-]*)+")


def _counted(claim: Claim, text: str) -> list[Bounds]:
    """Whom the claim's number words count: the noun, and the names that follow it ("two constables, X and Y")."""
    found = []
    for count in claim.counts:
        if count.kind == "killed" and count.span is not None:
            end = max(count.span.end, count.who.end if count.who else _noun(claim, count.span.end, text))
            listed = _LISTED.match(text, end)
            found.append((count.span.start, max(end, listed.end() if listed else end)))
    return found


def _noun(claim: Claim, end: int, text: str) -> int:
    """Where the noun ends that number words count, when the reader left it out: the target close behind them."""
    near = [m.span for m in claim.of("target") if m.span is not None and 0 <= m.span.start - end < 40]
    first = min(near, key=lambda span: span.start, default=None)
    return end if first is None or re.search("[,.;:]", text[end : first.start]) else first.end


# The patterns are slow to find that nothing is there. That a stretch has none of their words is found at once.


def _after(text: str, claim: Claim) -> bool:
    start, end = claim.trigger.end, claim.sentence[1]
    return "dea" in text[start:end].casefold() and _AFTER.match(text, start, end) is not None


def _passive(text: str, span: Span, claim: Claim) -> bool:
    told = text[span.end : claim.sentence[1]].casefold()
    if not any(word in told for word in _DYING):
        return False
    if told.isascii() and "'" not in told and _VERBS.isdisjoint(words_in(told)):
        return False
    match = _PASSIVE.match(text, span.end, claim.sentence[1])
    return match is not None and not _ELSE.search(_WHO.sub("", match[0], count=1))


def _singular(text: str, span: Span, claim: Claim) -> int:
    """Where the singular verb ends that tells of a target's death ("A constable, X, was killed"), 0 where none does."""
    trigger = claim.trigger
    if span.end <= trigger.start and _SAYS.search(trigger.text) and _WAS.search(text, span.end, trigger.start):
        return trigger.start
    match = _PASSIVE.match(text, span.end, claim.sentence[1])
    return match.end() if match is not None and _ONE.search(match[0]) else 0


def _is_one(text: str, span: Span, verb: int, claim: Claim) -> bool:
    """Whether a text tells of a name as of one person: what they are stands behind it, or a singular verb of their death."""
    if _INTRODUCED.match(text, span.end, claim.sentence[1]):
        return True
    return verb > 0 and " and " not in text[span.end : verb].casefold()


def _active(text: str, span: Span, claim: Claim) -> bool:
    start = max(claim.sentence[0], span.start - 80)
    told = text[start : span.start].casefold()
    return any(word in told for word in _DOING) and _ACTIVE.search(text, start, span.start) is not None


def _victim(mention: Mention, before: str, *, one: bool) -> Victim | None:
    """Who dies by a target's words; ``before``: the sentence up to them; ``one``: the text tells of one person."""
    words = _HEAD.split(mention.meaning)[0].split()
    plain = fold(" ".join(words)).split()
    if not plain or _PRONOUN.fullmatch(mention.meaning) or plain[-1] in _BODIES:
        return None
    ref = mention.actor
    if words[-1][:1].isupper() and not (mention.means is None and _ARTICLE.search(before)):
        party = ref is not None and ref.actor_id is not None and ref.kind not in ("person", "civilians")
        # "Abel Kane, a leader of the Front" is taken to mean the front, and is a person all the same.
        speaks = one and len(words) > 1 and ref is not None and set(plain).isdisjoint(fold(ref.name).split())
        if plain[-1] in _PLURALS or (party and not speaks):
            return None
        return Victim((frozenset(plain),), 1)
    plural = plain[-1] in _PLURALS or (plain[-1].endswith("s") and not plain[-1].endswith("ss"))
    return Victim((), 2 if plural else 1)


def _same(text: str, one: tuple[Span, Victim], two: tuple[Span, Victim]) -> bool:
    """Whether two targets side by side are one person: a name and its description, or two names with "alias"."""
    gap = text[one[0].end : two[0].start]
    if len(gap) > NEAR:
        return False
    if one[0].end > two[0].start or _ALIAS.fullmatch(gap) or _IDENTIFIED.fullmatch(gap):
        return True
    return bool(one[1].names) != bool(two[1].names) and bool(_SAME.fullmatch(gap))


def _known(one: Victim, two: Victim) -> bool:
    """One's names are among the other's."""
    return any(mine <= yours or yours <= mine for mine in one.names for yours in two.names)
