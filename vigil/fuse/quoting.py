"""Which telling shows a position best: it is quoted first, and mostly it alone."""

from __future__ import annotations

from collections.abc import Iterable

from vigil.fuse.facts import Facts
from vigil.fuse.words import content

_DENIALS = content(
    "deny denied denial reject rejected dismiss dismissed refute refuted false fabricated untrue baseless"
)


def best_first(facts: Iterable[Facts], *, denied: bool = False) -> tuple[str, ...]:
    """The claims' ids, each once, those first of which the reader is surest; of a denial first those in words of denial.

    A claim may be read as a denial from what stands around its sentence: quoted alone, that sentence would show nothing.
    """
    ordered = sorted(
        facts, key=lambda f: (denied and not f.words & _DENIALS, -round(f.claim.confidence, 6), f.claim.id)
    )
    return tuple(dict.fromkeys(f.claim.id for f in ordered))
