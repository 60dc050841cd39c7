"""What a run did, and how it says so while it works."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Step:
    """One step forward, for a progress bar. ``done`` items so far in this stage; ``item`` is the one just done."""

    stage: str  # "read", then the record's stages
    item: str
    done: int


Progress = Callable[[Step], None]


def quiet(_: Step) -> None:
    """Show nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """One run's account: ``seen`` = read + unread (by language) + off_topic + already + duplicates + set_aside.

    ``record`` counts what the record holds afterwards (``View.counts``), ``states`` its documents (``View.states``).
    """

    sources: int
    seen: int
    read: int
    unread: dict[str, int]
    off_topic: int
    already: int
    duplicates: int
    set_aside: int
    bad_sources: int
    warnings: int
    claims: int
    record: dict[str, int]
    states: dict[str, int]

    @property
    def exit_code(self) -> int:
        """0 done; 1 done with items or sources set aside."""
        return 1 if self.set_aside or self.bad_sources else 0


@dataclass(slots=True)
class Tally:
    """The counting while a run is on."""

    count: Counter[str] = field(default_factory=Counter)
    unread: Counter[str] = field(default_factory=Counter)

    def close(self, sources: int, record: dict[str, int], states: dict[str, int]) -> Summary:
        """The finished account."""
        names = ("seen", "read", "off_topic", "already", "duplicates", "set_aside", "bad_sources", "warnings", "claims")
        counted = {name: self.count[name] for name in names}
        return Summary(
            sources=sources, unread=dict(sorted(self.unread.items())), record=record, states=states, **counted
        )
