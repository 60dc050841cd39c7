"""``vigil event ID --why``: for each claim why it is in the event, for each near miss why it is not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.text import Text

from vigil.fuse.pairs.why import Bond, Why, why
from vigil.publish import text

if TYPE_CHECKING:
    from rich.console import Console

    from vigil.model.claim import Claim
    from vigil.model.event import Event
    from vigil.model.text import Document
    from vigil.store import View

SHOWN = 8  # comparisons shown a claim: the weightiest


class Reasons:
    """What fusion holds of one event, worked out again from the record's claims."""

    def __init__(self, view: View, event: Event) -> None:
        old = view.superseded()
        self.documents: dict[str, Document] = {d.id: d for d in view.documents() if d.id not in old}
        self.claims: dict[str, Claim] = {c.id: c for c in view.claims() if c.doc in self.documents}
        self.event = event
        self.why: Why = why(list(self.documents.values()), list(self.claims.values()), event)

    def plain(self) -> dict[str, Any]:
        """As JSON."""
        return {
            "join": self.why.join,
            "inside": [self._bond(bond) for bond in self.why.inside],
            "near_misses": [self._bond(bond) for bond in self.why.near],
        }

    def _bond(self, bond: Bond) -> dict[str, Any]:
        return {
            "claim": bond.claim,
            "closest_to": bond.other,
            "log_odds": round(bond.odds, 2),
            "excluded_by": bond.no or None,
            "parts": [
                {"feature": p.feature, "value": round(p.value, 3), "weight": p.weight, "says": p.reason}
                for p in bond.parts
            ],
        }

    def show(self, console: Console) -> None:
        """On the terminal."""
        console.print()
        console.print(Text("WHY THESE ARE ONE EVENT", style="bold"))
        alone = {e.claim for e in self.event.evidence} - {bond.claim for bond in self.why.inside}
        for bond in self.why.inside:
            self._print(console, bond)
        for claim in sorted(alone):
            console.print(Text(f"{self._named(claim)}: compared with no other claim of this event", style="dim"))
        console.print()
        console.print(Text("CLOSEST OF WHAT IS NOT IN IT", style="bold"))
        if not self.why.near:
            console.print("Nothing else came near.")
        for bond in self.why.near:
            self._print(console, bond)

    def _print(self, console: Console, bond: Bond) -> None:
        console.print(Text(f"{self._named(bond.claim)} and {self._named(bond.other)}: log-odds {bond.odds:+.1f}"))
        if bond.no:
            console.print(Text(f"    never one event: {text.clean(bond.no)}", style="yellow"))
        elif bond.odds <= self.why.join:
            console.print(Text(f"    not above {self.why.join:+.1f}, where claims are joined", style="dim"))
        for part in bond.parts[:SHOWN]:
            line = f"    {part.gain:+5.1f}  {part.feature} ({part.value:.2f} x {part.weight:+.2f}): "
            console.print(Text(line + text.clean(part.reason)))

    def _named(self, claim: str) -> str:
        told = self.claims[claim]
        return (
            f"“{text.clean(told.trigger.text)}” ({text.outlet_words(self.documents[told.doc])}, sentence {told.s + 1})"
        )
