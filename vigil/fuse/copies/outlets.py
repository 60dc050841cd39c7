"""Who publishes what: the little that fusion must know about outlets, as a protocol that reference data fill."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Protocol
from urllib.parse import urlsplit

from vigil.fuse.words import fold
from vigil.model.text import Document, ZoneKind

CLOSING = 500  # characters at the end of a text in which it says who helped
#: Closing lines that name who a report is from, and what stands on either side of "contributed".
_CREDITS = re.compile(
    r"(?im)^\W*(?:with|source|sources|additional reporting by|reporting by|compiled from|material from|via)\b[^\n]{0,80}$"
    r"|\([^()\n]{2,60}\)\s*$"
)
_CONTRIBUTED = re.compile(r"\bcontributed\b")
_AROUND = 60  # characters


class Outlet(Protocol):
    """A newspaper, channel or agency. ``family`` is the owner's id: one family is one voice when it only repeats."""

    @property
    def id(self) -> str: ...
    @property
    def kind(self) -> str: ...  # "agency" or "outlet"
    @property
    def family(self) -> str: ...
    @property
    def side(self) -> str: ...  # actor id of the side that it speaks for, "" if none


class Outlets:
    """Finds an outlet by name, alias or domain; unknown ones are known by their own folded name."""

    def __init__(self, known: Mapping[str, Outlet]) -> None:
        self._known = {fold(name): outlet for name, outlet in sorted(known.items()) if fold(name)}

    def find(self, name: str) -> Outlet | None:
        """The outlet of a name or domain, None when it is not known."""
        return self._known.get(fold(name)) if name else None

    def publisher(self, document: Document) -> Outlet | None:
        """The outlet that published a document: by its stated name, else by its address's host."""
        return self.find(document.outlet) or self.find((urlsplit(document.url).hostname or "").removeprefix("www."))

    def family(self, name: str) -> str:
        """The id under which a name counts as one voice: the owner's, else the outlet's own, else the folded name."""
        outlet = self.find(name)
        if outlet is None:
            return fold(name)
        return outlet.family or outlet.id

    def lineage(self, document: Document) -> frozenset[str]:
        """Families of the agencies that a text draws on: those it is credited to, and those that its byline, dateline and
        closing lines name ("With agency: Meridian", "AFP contributed to this report")."""
        named = self._agencies_in(document.byline)
        for zone in document.zones:
            if zone.kind in (ZoneKind.CREDIT, ZoneKind.DATELINE):
                named |= self._agencies_in(document.text[zone.start : zone.end])
        tail = document.text[-CLOSING:]
        for match in _CREDITS.finditer(tail):
            named |= self._agencies_in(match.group())
        for match in _CONTRIBUTED.finditer(tail):
            named |= self._agencies_in(tail[max(0, match.start() - _AROUND) : match.end() + _AROUND])
        whole = self.credit(document)
        return frozenset(named | {whole}) if whole else frozenset(named)

    def _agencies_in(self, words: str) -> set[str]:
        tokens = [token.strip(".,;:()[]/\"'") for token in words.split()]
        found = set()
        for first in range(len(tokens)):
            for last in range(first + 1, min(first + 4, len(tokens)) + 1):
                name = " ".join(tokens[first:last])
                outlet = self.find(name)
                # Short names are words as well ("ap", "ina"): they count only in capitals.
                if outlet is not None and outlet.kind == "agency" and (len(name) > 4 or name.isupper()):
                    found.add(outlet.family or outlet.id)
        return found

    def credit(self, document: Document) -> str:
        """The agency family that a document is credited to, or is itself put out by; "" if none."""
        if document.agency:
            return self.family(document.agency)
        outlet = self.publisher(document)
        return (outlet.family or outlet.id) if outlet is not None and outlet.kind == "agency" else ""

    def series(self, one: Document, two: Document) -> bool:
        """True for two texts that one known publisher put out itself, under different keys: alike by their pattern."""
        if one.key == two.key or self._borrowed(one) or self._borrowed(two):
            return False
        hosts = [(urlsplit(document.url).hostname or "").removeprefix("www.") for document in (one, two)]
        names = [fold(document.outlet) or host for document, host in zip((one, two), hosts, strict=True)]
        return bool(names[0]) and names[0] == names[1]

    def _borrowed(self, document: Document) -> bool:
        """True when the publisher credits somebody else for it."""
        return bool(document.agency) and self.family(document.agency) != self.family(document.outlet)

    def is_agency(self, document: Document) -> bool:
        """True when an agency itself published the document."""
        outlet = self.publisher(document)
        return outlet is not None and outlet.kind == "agency"

    def voice(self, document: Document) -> tuple[str, str, str]:
        """Whose own reporting a document is: (family id, name, side). The agency's for agency copy."""
        if document.agency:
            agency = self.find(document.agency)
            return self.family(document.agency), document.agency, agency.side if agency else ""
        outlet = self.publisher(document)
        host = urlsplit(document.url).hostname or ""
        name = document.outlet or (outlet.id if outlet else "") or host.removeprefix("www.")
        if outlet is not None:
            return outlet.family or outlet.id, name, outlet.side
        return (fold(name) or document.id), (name or document.title or document.key), ""
