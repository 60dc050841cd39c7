"""Gold mentions as claims, for measuring fusion without a reader: what a mention's own document offers, and no more.

Given to fusion: the mention's sentence and trigger (from the gold), and what crude patterns over that sentence find:
type from the trigger's and sentence's words, names after place prepositions, sides before and after the trigger,
numbers beside "killed"/"wounded", weekday and date words, "X said". Not given: the gold's event ids, types, places and
dates. It stands in for ``extract`` and ``resolve``; figures from it are a floor for what fusion does with real claims.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from typing import Any

from vigil.fuse.words import NAMELESS, fold
from vigil.model.claim import Claim, Count, Mention, Stance, Status
from vigil.model.entity import PlaceRef
from vigil.model.interval import Interval
from vigil.model.text import Document, Span, digest_id

MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
TYPES: tuple[tuple[str, str], ...] = (
    ("chemical", r"chemical|gas\b|sarin|chlorine|poison|toxic|nerve"),
    ("airstrike", r"air ?strike|air ?raid|warplane|aerial|barrel bomb|jets?\b|drone|from the air|helicopter"),
    ("shelling", r"shell|mortar|artillery|rocket|missile|barrage"),
    ("bombing", r"suicide|car bomb|truck bomb|blast|explo|detonat|blew|mine[sd]?\b|ied\b|bombing|grenade"),
    ("siege", r"sieg|encircl|blockad|surround|cut off|supply line"),
    ("takeover", r"captur|seiz|control|retak|recaptur|took over|liberat|fell to|lost"),
    ("displacement", r"evacu|fled|flee|displac|refugee|safe passage|transported|buses"),
    ("ceasefire", r"cease-?fire|truce|cessation"),
    ("agreement", r"\bdeal\b|agreement|accord"),
    ("talks", r"talks|meeting|met\b|visit|negotiat|summit"),
    ("accusation", r"accus|blam|condemn"),
    ("demand", r"urg|demand|call(?:s|ed) (?:for|on)|appeal"),
    ("threat", r"threat|vow|warn"),
    ("aid", r"\baid\b|relief|humanitarian"),
    ("killing", r"execut|assassin|shot dead|massacre|behead"),
    ("attack", r"attack|assault|offensive|clash|fight|battl|advanc|operation|raid|storm|target|hit|struck|strike"),
    ("casualties", r"kill|dead|death|die|wound|injur|casualt|victim"),
)
SIDES = (
    r"regime|government|army|Assad|Damascus|rebels?|opposition|insurgents?|militants?|terrorists?|fighters?|coalition|"
    r"Russian?|Turkish|Turkey|US|U\.S\.|American|Daesh|ISIS|ISIL|IS|Islamic State|Kurdish|YPG|SDF|Nusra|"
    r"Hezbollah|Iran(?:ian)?|civilians|residents|soldiers|troops|evacuees|children"
)
NUMBER = r"(\d[\d,]*|one|two|three|four|five|six|seven|eight|nine|ten|dozens|scores|hundreds|thousands)"
WORDS = {w: n for n, w in enumerate("zero one two three four five six seven eight nine ten".split())}
OPEN = {"dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2000}


def document_of(line: dict[str, Any]) -> Document:
    """A gold document. A date in the first words of the text ("Published July 19 2016") is its publication day."""
    day = _header_date(line["text"][:70]) or date.fromisoformat(line["published"][:10])
    return Document(
        id=line["doc"],
        key=line["doc"],
        digest=digest_id("", [line["text"]], 64),
        text=line["text"],
        title=line["title"],
        outlet=line["source"],
        published=datetime(day.year, day.month, day.day, tzinfo=UTC),
        published_precision="day",
        sentences=tuple((a, b) for a, b in line["sentences"]),
    )


def _header_date(head: str) -> date | None:
    month = r"(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
    for pattern, order in ((rf"{month} (\d\d?),? ?(20\d\d)", "mdy"), (rf"(\d\d?) {month},? (20\d\d)", "dmy")):
        match = re.search(pattern, head)
        if match:
            parts = dict(zip(order, match.groups(), strict=True))
            try:
                return date(int(parts["y"]), MONTHS.index(parts["m"].lower()) + 1, int(parts["d"]))
            except ValueError:
                return None
    return None


def claim_of(document: Document, mention: dict[str, Any], number: int) -> Claim:
    """One mention as a claim."""
    s = mention["s"]
    start, end = document.sentences[s]
    sentence = document.text[start:end]
    at = max(0, sentence.find(mention["trigger"]))
    trigger = document.span(start + at, start + at + len(mention["trigger"]))
    places = _places(document, start, sentence)
    kind = _type(trigger.text, sentence)
    return Claim(
        id=f"{document.id}/{number:03d}",
        doc=document.id,
        s=s,
        sentence=(start, end),
        trigger=trigger,
        type=kind,
        arguments=(*_sides(document, start, sentence, at), *places),
        sources=_sources(document, start, sentence),
        counts=_counts(document, start, sentence),
        stance=Stance.DENIES if re.search(r"\bden(?:y|ied|ies|ying)\b", sentence) else Stance.ASSERTS,
        status=Status.ACTUAL,
        when=_when(document, sentence, at),
        place=PlaceRef(text=places[0].meaning) if places else None,
    )


def _type(trigger: str, sentence: str) -> str:
    general = ("attack", "casualties")
    for text in (trigger, sentence):
        for kind, pattern in TYPES:
            if re.search(pattern, text, re.IGNORECASE) and (kind not in general or text is sentence):
                return kind
    return "attack"


def _places(document: Document, base: int, sentence: str) -> tuple[Mention, ...]:
    pattern = r"\b(?:in|at|near|on|around|outside|to|from|of|into|between|and)\s((?:[A-Z][\w'-]*\s?(?:al-|el-)?){1,3})"
    found = []
    for match in re.finditer(pattern, sentence):
        words = match.group(1).strip()
        if fold(words).split()[0] in DAYS or fold(words)[:3] in MONTHS or re.fullmatch(SIDES, words):
            continue
        found.append(Mention(role="place", span=_span(document, base + match.start(1), words)))
    return tuple(found[:4])


def _span(document: Document, start: int, words: str) -> Span:
    return document.span(start, start + len(words))


def _sides(document: Document, base: int, sentence: str, trigger: int) -> tuple[Mention, ...]:
    hits = list(re.finditer(rf"\b(?:{SIDES})\b", sentence))
    before = [m for m in hits if m.end() <= trigger][-1:]
    after = [m for m in hits if m.start() > trigger][:1]
    return tuple(
        Mention(role=role, span=_span(document, base + m.start(), m.group()))
        for role, part in (("agent", before), ("target", after))
        for m in part
    )


def _sources(document: Document, base: int, sentence: str) -> tuple[Mention, ...]:
    name = r"((?:[A-Z][\w.'-]*\s?(?:of |for |the )?){1,6}|activists?|residents?|witnesses|officials?|medics?)"
    verb = r"(?:said|says|told|reported|claimed|denied|announced|accused)"
    for pattern in (
        rf"{name}\s*(?:has |also )?{verb}\b",
        rf"{verb} (?:the )?{name}",
        rf"[Aa]ccording to (?:the )?{name}",
    ):
        match = re.search(pattern, sentence)
        if match and fold(match.group(1)) and fold(match.group(1)).split()[0] not in DAYS:
            words = match.group(1).strip()
            return (Mention(role="source", span=_span(document, base + match.start(1), words)),)
    match = re.search(r"\b[Tt]he (observatory|ministry|government|monitor)\b", sentence)
    if match and match.group(1) not in NAMELESS:
        return (Mention(role="source", span=_span(document, base + match.start(1), match.group(1).title())),)
    return ()


def _counts(document: Document, base: int, sentence: str) -> tuple[Count, ...]:
    gap = r"(?:\W+\w+){0,5}?\W+"
    found: list[Count] = []
    for kind, words in (("killed", r"kill\w*|dead|died|deaths?|bodies"), ("wounded", r"wound\w*|injur\w*")):
        for pattern in (rf"\b{NUMBER}\b{gap}(?:{words})\b", rf"\b(?:{words})\b{gap}{NUMBER}\b"):
            match = re.search(pattern, sentence, re.IGNORECASE)
            if match:
                low, high = _range(match.group(1).lower(), sentence[: match.start(1)])
                found.append(
                    Count(kind=kind, min=low, max=high, span=_span(document, base + match.start(1), match.group(1)))
                )
                break
    return tuple(found)


def _range(words: str, before: str) -> tuple[int, int | None]:
    if words in OPEN:
        return OPEN[words], None
    number = WORDS[words] if words in WORDS else int(words.replace(",", ""))
    loose = re.search(r"(?:at least|more than|over|least)\s*$", before, re.IGNORECASE)
    return number, None if loose else number


def _when(document: Document, sentence: str, trigger: int) -> Interval | None:
    """The date words nearest to the trigger: a weekday (the last one before publication) or a month with a day."""
    published = document.published
    if published is None:
        return None
    found: list[tuple[int, Interval]] = []
    for match in re.finditer(rf"\b({'|'.join(DAYS)})s?\b", sentence, re.IGNORECASE):
        back = (published.weekday() - DAYS.index(match.group(1).lower())) % 7
        found.append((abs(match.start() - trigger), Interval.day((published - timedelta(days=back)).date())))
    month = (
        r"(January|February|March|April|May(?= \d)|June|July|August|September|October|November|December|Aug\.|Sept\.)"
    )
    for match in re.finditer(rf"(?:\b(\d\d?) )?\b{month}(?: (\d\d?)\b)?,?(?: (20\d\d))?", sentence):
        day, number = match.group(1) or match.group(3), MONTHS.index(match.group(2)[:3].lower()) + 1
        year = int(match.group(4) or published.year - (number > published.month and not match.group(4)))
        when = Interval.day(date(year, number, min(int(day), 28))) if day else Interval.month(year, number)
        found.append((abs(match.start() - trigger), when))
    for match in re.finditer(r"\b(?:in|since) (20\d\d)\b", sentence):
        found.append((abs(match.start() - trigger) + 5, Interval.year(int(match.group(1)))))
    return min(found, key=lambda item: item[0])[1] if found else None
