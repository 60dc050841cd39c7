"""Who "they", "the group", "its spokesman" are: words in the sentence joined with the antecedent that pass two found.

Pass two tags a role's words in the sentence and, where the sentence only has a pronoun or leaves the role out, the
place elsewhere that names who is meant. Here the two are put together into one Mention.
"""

from __future__ import annotations

import re

from vigil.model.claim import Mention
from vigil.model.text import Span

#: Closed classes of English; everything else is the reader's business.
_PRONOUN = re.compile(
    r"(?:they|them|their|theirs|he|him|his|she|her|hers|it|its|we|us|our|i|my|me|who|whom|whose|which|that|this|these|"
    r"those|both|all|some|others?|here|there|where|one|each|both sides|the two)",
    re.IGNORECASE,
)


def is_anaphor(span: Span) -> bool:
    """True for a pronoun or a bare noun phrase (no name in it): words that need the rest of the text to say who."""
    return bool(_PRONOUN.fullmatch(span.text)) or not any(letter.isupper() for letter in span.text)


def choose_mentions(role: str, here: list[tuple[Span, float]], meant: list[tuple[Span, float]]) -> tuple[Mention, ...]:
    """Mentions of one role: the words of the sentence, each anaphor with whom it means; else the one who is meant alone.

    A pronoun takes the antecedent; a bare noun only if it is the role's single mention here. A named mention needs none.
    """
    free = [(span, score) for span, score in meant if not any(span.overlaps(words) for words, _ in here)]
    antecedent = max(free, key=lambda pair: (pair[1], -pair[0].start), default=None)
    mentions = []
    for span, score in here:
        needs = bool(_PRONOUN.fullmatch(span.text)) or (is_anaphor(span) and len(here) == 1)
        means = antecedent[0] if needs and antecedent else None
        mentions.append(Mention(role=role, span=span, means=means, score=round(score, 4)))
    if not here and antecedent is not None:
        mentions.append(Mention(role=role, span=None, means=antecedent[0], score=round(antecedent[1], 4)))
    return tuple(mentions)
