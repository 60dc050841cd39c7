"""Who "they", "the group", "its spokesman" are: words in the sentence joined with the antecedent that pass two found.

Pass two tags a role's words in the sentence and, where the sentence only has a pronoun or leaves the role out, the
place before it in the text that names who is meant. Here the two are put together into one Mention.
"""

from __future__ import annotations

import re

from vigil.model.claim import Mention
from vigil.model.text import Bounds, Span

#: Closed classes of English; everything else is the reader's business.
_PRONOUN = re.compile(
    r"(?:they|them|their|theirs|he|him|his|she|her|hers|it|its|we|us|our|i|my|me|who|whom|whose|which|that|this|these|"
    r"those|both|all|some|others?|here|there|where|one|each|both sides|the two)",
    re.IGNORECASE,
)


def is_anaphor(span: Span) -> bool:
    """True for a pronoun or a bare noun phrase (no name in it): words that need the rest of the text to say who."""
    return bool(_PRONOUN.fullmatch(span.text)) or not any(letter.isupper() for letter in span.text)


def choose_mentions(sentence: Bounds, role: str, found: list[tuple[Span, float]]) -> tuple[Mention, ...]:
    """Mentions of one role: those of the sentence, each anaphor with its antecedent; else the antecedent alone.

    A pronoun takes the antecedent; a bare noun only if it is the role's single mention here. A named mention needs none.
    """
    here = [(span, score) for span, score in found if sentence[0] <= span.start and span.end <= sentence[1]]
    elsewhere = sorted(
        (pair for pair in found if not (sentence[0] <= pair[0].start < sentence[1])),
        key=lambda pair: (-pair[1], pair[0].start),
    )
    antecedent = elsewhere[0][0] if elsewhere else None
    mentions = []
    for span, score in here:
        needs = bool(_PRONOUN.fullmatch(span.text)) or (is_anaphor(span) and len(here) == 1)
        mentions.append(Mention(role=role, span=span, means=antecedent if needs else None, score=round(score, 4)))
    if not here and antecedent is not None:
        mentions.append(Mention(role=role, span=None, means=antecedent, score=round(elsewhere[0][1], 4)))
    return tuple(mentions)
