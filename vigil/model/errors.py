"""Every exception that Vigil raises on purpose; the class says who must act.

::

    VigilError
    ├── Misuse            the person at the keyboard: wrong option, no such file (exit code 2)
    ├── BadItem           one document, line or record is unusable: noted in the issues, the run goes on
    │   ├── Refused       we may not or will not fetch it: robots.txt, private address, too large
    │   └── Unreadable    its bytes are damaged, empty, or not of the kind that they claim to be
    ├── BadSource         a whole feed, archive or folder is unusable: noted, the next source is tried
    ├── BadReference      a gazetteer, registry or model file is wrong: the run stops before it emits wrong data
    └── Tampered          the ledger or the archive does not prove out: nothing is written on top of it

Each error names the item and the mend, so that a line in ``vigil issues`` can be acted on by itself.
"""

from __future__ import annotations


class VigilError(Exception):
    """Base of all. ``item`` names what was being read; ``advice`` says what would mend it."""

    def __init__(self, message: str, *, item: str = "", advice: str = "") -> None:
        super().__init__(message)
        self.item = item
        self.advice = advice


class Misuse(VigilError):
    """The command or call itself is wrong."""


class BadItem(VigilError):
    """One item cannot be used; it is set aside and the batch goes on."""


class Refused(BadItem):
    """The item must not be fetched or read: robots.txt, a private address, a size limit."""


class Unreadable(BadItem):
    """The bytes are damaged, empty or of an unknown kind."""


class BadSource(VigilError):
    """A whole source cannot be read; other sources go on."""


class BadReference(VigilError):
    """Reference data or model weights are missing or wrong; going on would emit wrong data."""


class Tampered(VigilError):
    """The ledger's chain or the archive's digests do not hold."""
