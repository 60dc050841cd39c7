"""Events as a spreadsheet: one row an event, the columns of ``rows.COLUMNS``, private persons' names withheld."""

from __future__ import annotations

import csv
from typing import TextIO

from vigil.model.event import Event
from vigil.publish.record import Exported, Record
from vigil.publish.rows import COLUMNS, row_of

#: First characters that make a spreadsheet program run a cell as a formula (OWASP, "CSV injection").
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class CsvExporter:
    """RFC 4180 with a header line; cells that a spreadsheet would run as a formula are led by an apostrophe."""

    masked = True

    def __init__(self, out: TextIO) -> None:
        self.writer = csv.DictWriter(out, list(COLUMNS), lineterminator="\r\n")
        self.record: Record | None = None

    def setup(self, record: Record) -> None:
        """Write the header."""
        self.record = record
        self.writer.writeheader()

    def feed(self, item: Exported) -> None:
        """Write an event's row; other items have no row of their own."""
        if isinstance(item, Event) and self.record is not None:
            self.writer.writerow({name: _safe(value) for name, value in row_of(self.record, item).items()})

    def finish(self) -> None:
        """Nothing to close."""


def _safe(value: str | int | float) -> str | int | float:
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
