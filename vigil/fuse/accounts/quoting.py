"""Which telling shows a position best: it is quoted first, and mostly it alone."""

from __future__ import annotations

from collections.abc import Iterable

from vigil.fuse.facts import Facts
from vigil.model.claim import Claim, Stance


def best_first(facts: Iterable[Facts], *, denied: bool = False) -> tuple[str, ...]:
    """The claims' ids, each once, those first of which the reader is surest; of a denial first those in words of denial.

    A claim may be read as a denial from what stands around its sentence: quoted alone, that sentence would show nothing.
    """
    ordered = sorted(facts, key=lambda f: (denied and not _says_so(f.claim), -round(f.claim.confidence, 6), f.claim.id))
    return tuple(dict.fromkeys(f.claim.id for f in ordered))


def _says_so(claim: Claim) -> bool:
    """The sentence itself has the word by which somebody denies, as the reader found it."""
    cue, (start, end) = claim.cue, claim.sentence
    return claim.stance is Stance.DENIES and cue is not None and start <= cue.start and cue.end <= end
