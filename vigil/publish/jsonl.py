"""The whole record as JSON lines: documents' metadata, claims, events, states; byte for byte the same for the same record.

For moving and checking the record, not for handing round: it names people as the reports do. Article texts and times of
fetching stay in the archive, so that two runs over the same articles on different days agree.
"""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any, TextIO

from vigil.model.claim import Claim
from vigil.model.codec import to_plain
from vigil.model.entity import ProvisionalActor
from vigil.model.event import Event
from vigil.model.state import AidStep, Control, Displacement, Move, Relationship, Truce
from vigil.model.text import Document
from vigil.publish.record import Exported, Record

#: A line's ``kind`` for each type of the model.
KINDS: dict[type, str] = {
    Document: "document", Claim: "claim", Event: "event", Control: "control", Truce: "truce",
    Displacement: "displacement", Move: "move", Relationship: "relation", AidStep: "aid",
    ProvisionalActor: "group",
}  # fmt: skip


class JsonlExporter:
    """One object a line, ``kind`` first: document, claim, event, one of the states, or a group that no registry knows.

    What a state or group calls its own ``kind`` (flow or stock, fights or supplies, ...) stands under ``what``.
    """

    masked = False

    def __init__(self, out: TextIO) -> None:
        self.out = out

    def setup(self, record: Record) -> None:
        """Nothing to prepare: each line stands by itself."""

    def feed(self, item: Exported) -> None:
        """Write one line."""
        plain = _document(item) if isinstance(item, Document) else to_plain(item)
        if "kind" in plain:
            plain = {"what": plain.pop("kind"), **plain}
        line = {"kind": KINDS[type(item)], **plain}
        self.out.write(json.dumps(line, ensure_ascii=False, separators=(",", ":"), allow_nan=False) + "\n")

    def finish(self) -> None:
        """Nothing to close."""


def _document(document: Document) -> dict[str, Any]:
    bare = replace(document, text="", fetched=None, zones=(), sentences=())
    plain: dict[str, Any] = to_plain(bare)
    del plain["text"]
    return plain | {"characters": len(document.text)}
