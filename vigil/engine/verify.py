"""Proof of the record: the ledger's chain and rows, the archive's digests, and that each document's bytes are there."""

from __future__ import annotations

from typing import Protocol

from vigil.store import Problem, Store


class Checked(Protocol):
    """The part of ``ingest.archive.Archive`` that is needed here."""

    def verify(self) -> list[str]:
        """One line a problem."""
        ...

    def __contains__(self, sha256: object) -> bool: ...


def verify(store: Store, archive: Checked, *, noted: str = "") -> list[Problem]:
    """Everything that does not prove out, [] when the record stands.

    ``noted`` is a head of the ledger that was written down earlier (``View.meta()["head"]``): with it, an end that was cut
    off and made anew is found out too.
    """
    problems = store.verify(noted=noted.split()[-1] if noted.strip() else "")
    problems += [Problem("archive", "", line) for line in archive.verify()]
    problems += [
        Problem("archive", doc, f"the bytes of document {doc} ({digest[:16]}…) are not in the archive")
        for doc, digest in store.view().digests()
        if digest not in archive
    ]
    return problems
