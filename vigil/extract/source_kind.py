"""Whether a claim is somebody's or the writer's own, and what kind of source that somebody is.

Both are judged by the network and by the words (``wording``), the judgements multiplied. Whether there is a source is judged
for a sentence's claims together: most of what a sentence tells has one source, and the network asks about each by itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from vigil.extract.decode import LEAST, NO_SOURCE, Floats, FoundArguments
from vigil.extract.wording import Wording
from vigil.model.claim import SOURCE_KINDS, Mention
from vigil.model.text import Document, Span

#: How much the other claims of its sentence weigh beside a claim's own log odds of having a source.
COMPANIONS = 0.25
#: How much the words on a source weigh beside the network, which is surer of itself than it is right.
BY_WORDS = 2.0
#: Log odds from which on the network is not asked twice: .95 to .05. Seven claims in ten are as sure, and words cost time.
SURE = 3.0


def own_odds(
    document: Document, s: int, trigger: Span, kind: str, found: FoundArguments, wording: Wording | None
) -> float:
    """Log odds that somebody tells the claim of ``kind`` in sentence ``s``, by the network and by the words around it."""
    none = float(np.clip(found.classes["source_kind"][NO_SOURCE], 1e-3, 1 - 1e-3))
    odds = float(np.log((1 - none) / none))
    if wording is None or abs(odds) > SURE:
        return odds
    previous = document.sentences[s - 1] if s else None
    return odds + wording.of_told(document.text, document.sentences[s], previous, trigger, kind)


def joint_odds(own: Sequence[float], sentences: Sequence[int]) -> list[float]:
    """Each claim's log odds with those of the other claims in its sentence; ``sentences`` has each claim's number."""
    total: dict[int, float] = defaultdict(float)
    count: dict[int, int] = defaultdict(int)
    for odds, s in zip(own, sentences, strict=True):
        total[s] += odds
        count[s] += 1
    return [
        odds if count[s] == 1 else (1 - COMPANIONS) * odds + COMPANIONS * (total[s] - odds) / (count[s] - 1)
        for odds, s in zip(own, sentences, strict=True)
    ]


def kind_of(chances: Floats, text: str, sources: Sequence[Mention], cue: Span | None, wording: Wording | None) -> str:
    """The likeliest kind of a claim that is somebody's, by the network and, where he was found, by the words on him."""
    odds = np.log(chances + LEAST)
    if wording is not None and sources:
        odds = odds + BY_WORDS * wording.of_source_kind(text, sources, cue)
    odds[NO_SOURCE] = -np.inf
    return SOURCE_KINDS[int(odds.argmax())]
