"""Found tokens -> Claims: character spans, the shortest words, antecedents for pronouns, counts as ranges."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from vigil.extract import labels as L
from vigil.extract import quantities
from vigil.extract.counted import settled
from vigil.extract.decode import NO_SOURCE, FoundArguments, FoundTrigger, Seen, best_mode
from vigil.extract.fell_to import fallen
from vigil.extract.one_event import merged
from vigil.extract.reference_to import choose_mentions
from vigil.extract.source_kind import joint_odds, kind_of, own_odds
from vigil.extract.whose import denied, parted
from vigil.extract.windows import Tokens
from vigil.extract.wording import Wording
from vigil.model.claim import SOURCE_KINDS, TYPES, Claim, Count, Mention, Sight, Stance, Status
from vigil.model.text import Bounds, Document, Span, Unread, digest_id

#: Between the pieces of one name: "Oran Vell alias Tarn" is one person.
_ONE_NAME = re.compile(r"\s*(?:[\s,(]\s*(?:alias|a\.?k\.?a\.?|@)\s+['\"‘“]?)?", re.I)
#: What parts two names even where all words begin with a capital, as in a heading.
_PARTING = re.compile(
    r"\b(?:and|or|nor|but|the|an?|in|on|at|to|from|by|with|against|after|says?|said)\b", re.IGNORECASE
)
_ARTICLE = re.compile(r"(?:the|a|an)\s+", re.IGNORECASE)
_EDGE = " \t\r\n\u00a0.,;:!?\"“”‘'’()[]{}«»—–-"
#: Letters by which a span is widened at most on each side; of a longer word the vocabulary knows no pieces.
LONGEST_WORD = 100
_ROLES = ("agent", "target", "place", "from", "instrument")


def claims_of(
    document: Document,
    tokens: Tokens,
    found: Sequence[tuple[FoundTrigger, FoundArguments]],
    reader: str,
    wording: Wording | None = None,
    network: str = "",
) -> list[Claim]:
    """All claims of a document, in text order; one an event in a sentence, a source and a stance.

    ``wording`` judges sources by the words as well; without it pass two's judgement stands. ``network`` is the name of the
    weights under which what they saw is handed on.
    """
    asked = []
    for trigger, arguments in sorted(found, key=lambda pair: (pair[0].start, pair[0].end)):
        sentence = document.sentences[trigger.piece.s]
        words = shortest(document.text, *characters(document.text, tokens, trigger.start, trigger.end, sentence))
        if words is not None:
            asked.append((words, trigger, arguments))
    own = [own_odds(document, t.piece.s, words, TYPES[t.type], a, wording) for words, t, a in asked]
    told = joint_odds(own, [trigger.piece.s for _, trigger, _ in asked])
    claims: dict[str, Claim] = {}
    unread = Unread(document.zones)
    for (words, trigger, arguments), odds in zip(asked, told, strict=True):
        claim = _claim(document, tokens, words, trigger, arguments, odds > 0, reader, wording, unread)
        claim = replace(claim, sight=sight_of(tokens, trigger, arguments.seen, network))
        claims.setdefault(claim.id, denied(fallen(settled(claim, document.text), document.text)))
    return parted(merged(claims.values()), document.text)


def _claim(
    document: Document,
    tokens: Tokens,
    words: Span,
    trigger: FoundTrigger,
    found: FoundArguments,
    is_told: bool,
    reader: str,
    wording: Wording | None,
    unread: Unread,
) -> Claim:
    sentence = document.sentences[trigger.piece.s]
    kind = TYPES[trigger.type]
    spans = _spans(document, tokens, found.spans, sentence, unread)
    meant = _spans(document, tokens, found.meant, (0, len(document.text)), unread)
    classes = found.classes
    stance = Stance(found.stance)
    status = Status(L.STATUSES[int(classes["status"].argmax())])
    cue = _nearest(spans["cue"], words, sentence)
    sources: tuple[Mention, ...] = ()
    source_kind = SOURCE_KINDS[NO_SOURCE]
    if is_told or stance is not Stance.ASSERTS:  # nobody denies but a source
        sources = choose_mentions("source", spans["source"], meant["source"])
        source_kind = kind_of(classes["source_kind"], document.text, sources, cue, wording)
    return Claim(
        id=digest_id("c", [document.id, words.start, words.end, kind]),
        doc=document.id,
        s=trigger.piece.s,
        sentence=sentence,
        trigger=words,
        type=kind,
        mode=best_mode(classes["mode"], kind),
        arguments=tuple(mention for role in _ROLES for mention in choose_mentions(role, spans[role], meant[role])),
        sources=sources,
        source_kind=source_kind,
        cue=cue,
        time=_surest(spans["time"], words, sentence),
        counts=_counts(document, tokens, found, spans["who"], sentence),
        stance=stance,
        status=status,
        confidence=round(trigger.score, 4),
        reader=reader,
    )


def sight_of(tokens: Tokens, trigger: FoundTrigger, seen: Seen | None, network: str) -> Sight | None:
    """What was seen of the trigger's sentence, with its tokens' characters."""
    if seen is None:
        return None
    piece = trigger.piece
    starts, ends = (column[piece.start : piece.end].tolist() for column in (tokens.starts, tokens.ends))
    return Sight(
        network=network,
        tokens=tuple(zip(starts, ends, strict=True)),
        trigger=(trigger.start - piece.start, trigger.end - piece.start),
        rows=np.concatenate([seen.below, seen.top, seen.places], axis=1).tobytes(),
    )


def _spans(
    document: Document,
    tokens: Tokens,
    found: Sequence[tuple[str, int, int, float]],
    within: Bounds,
    unread: Unread,
) -> dict[str, list[tuple[Span, float]]]:
    """Each role's words with their score; pieces of one phrase (``one_name``) are one."""
    ranges: dict[str, list[tuple[int, int, float]]] = {role: [] for role in L.SPAN_ROLES}
    for role, start, end, score in found:
        first, last = characters(document.text, tokens, start, end, within)
        before = ranges[role][-1] if ranges[role] else None
        # Word pieces of an unknown name are often each taken for a beginning.
        if before is not None and one_name(document.text, before[:2], (first, last)):
            ranges[role][-1] = (before[0], max(last, before[1]), max(score, before[2]))
        else:
            ranges[role].append((first, last, score))
    spans: dict[str, list[tuple[Span, float]]] = {}
    for role, rows in ranges.items():
        cut = tidy if role in ("time", "cue") else shortest
        cuts = [(cut(document.text, first, last), score) for first, last, score in rows]
        # A dateline's town is nobody's argument.
        spans[role] = [(span, score) for span, score in cuts if span and not unread(span.start, span.end)]
    return spans


def one_name(text: str, before: Bounds, after: Bounds) -> bool:
    """Whether two stretches of characters of one role, in this order, are pieces of one phrase.

    They are with nothing but space or an "alias" between, and "Red" and "Brigade" of "Red Ridge Brigade" are: at most two
    words left out on one line, these and their neighbours all letters with a capital first, none of them a ``_PARTING`` one.
    """
    between = text[before[1] : after[0]]
    if _ONE_NAME.fullmatch(between):
        return True
    if "\n" in between or _PARTING.search(between):
        return False
    left_out = between.split()
    words = [*text[slice(*before)].split()[-1:], *left_out, *text[slice(*after)].split()[:1]]
    apart = between[:1].isspace() and between[-1:].isspace()
    return apart and len(left_out) < 3 and all(word.isalpha() and word.istitle() for word in words)


def characters(text: str, tokens: Tokens, start: int, end: int, within: Bounds) -> Bounds:
    """Character range of tokens, widened to whole words inside ``within``."""
    first, last = int(tokens.starts[start]), int(tokens.ends[end - 1])
    # Scripts without spaces are one word from end to end.
    least, most = max(within[0], first - LONGEST_WORD), min(within[1], last + LONGEST_WORD)
    while first > least and text[first].isalnum() and text[first - 1].isalnum():
        first -= 1
    while last < most and text[last - 1].isalnum() and text[last].isalnum():
        last += 1
    return max(first, within[0]), min(last, within[1])


def tidy(text: str, start: int, end: int) -> Span | None:
    """The words without space and punctuation at the edges; None when nothing is left."""
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    return Span.of(text, start, end) if start < end else None


def shortest(text: str, start: int, end: int) -> Span | None:
    """The codebook's shortest phrase: no article in front, no possessive behind."""
    span = tidy(text, start, end)
    if span is None:
        return None
    article = _ARTICLE.match(span.text)
    start = span.start + (article.end() if article else 0)
    end = span.end - 2 if span.text.endswith(("'s", "’s")) else span.end
    return tidy(text, start, end)


def _nearest(options: list[tuple[Span, float]], trigger: Span, sentence: Bounds) -> Span | None:
    here = [span for span, _ in options if sentence[0] <= span.start and span.end <= sentence[1]]
    return min(here, key=lambda span: (abs(span.start - trigger.start), span.start), default=None)


def _surest(options: list[tuple[Span, float]], trigger: Span, sentence: Bounds) -> Span | None:
    """The likeliest of ``options`` (words, chance) in the sentence, of equals the nearest to the trigger; None without one.

    The nearer one of "denied on Thursday that it shelled Velm on Wednesday night" is when it was denied.
    """
    here = [(span, score) for span, score in options if sentence[0] <= span.start and span.end <= sentence[1]]
    return max(here, key=lambda pair: (pair[1], -abs(pair[0].start - trigger.start)), default=(None, 0.0))[0]


def _counts(
    document: Document,
    tokens: Tokens,
    found: FoundArguments,
    whom: list[tuple[Span, float]],
    sentence: Bounds,
) -> tuple[Count, ...]:
    counts: list[Count] = []
    for kind, start, end, _ in found.counts:
        first, last = quantities.whole(
            document.text, *characters(document.text, tokens, start, end, sentence), sentence
        )
        span = tidy(document.text, first, last)
        if span is not None:
            nouns = [behind_number(document.text, who, span) for who, _ in whom]
            behind = [who for who in nouns if who is not None and who.start - span.end < 60]
            who = min(behind, key=lambda who: who.start, default=None)
            count = count_of(document.text, sentence, kind, span, who)
            # "1.5" and "lakh" may have been read as two numbers, and are one as a whole.
            if count is not None and not any(span.overlaps(other.span) for other in counts if other.span):
                counts.append(count)
    return tuple(counts)


def behind_number(text: str, noun: Span, number: Span) -> Span | None:
    """What of a noun stands behind its number: of "lakh people" behind "1.5 lakh", "people". None where nothing does."""
    if noun.start >= number.end:
        return noun
    return tidy(text, number.end, noun.end) if noun.start > number.start and noun.end > number.end else None


def count_of(text: str, sentence: Bounds, kind: str, span: Span, who: Span | None) -> Count | None:
    """Number words as a range; None where they are no number."""
    bounds = quantities.parse(span.text)
    if bounds is None:
        return None
    first, last = max(sentence[0], span.start - quantities.NEAR), min(sentence[1], span.end + quantities.NEAR)
    running = quantities.cumulative(text[first:last], span.start - first, span.end - first)
    return Count(kind=kind, min=bounds[0], max=bounds[1], span=span, who=who, cumulative=running)
