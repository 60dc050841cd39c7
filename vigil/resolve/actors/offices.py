"""Offices that only few countries have, from ``world/offices.csv``: whose they are when nobody says whose."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import lru_cache

from vigil.reference.index import DATA


@dataclass(frozen=True, slots=True)
class Office:
    """A pattern of words, its sector, the countries (alpha-3) that have it, and whose a text means by itself ("" none)."""

    pattern: re.Pattern[str]
    sector: str
    countries: tuple[str, ...]
    default: str


@lru_cache(maxsize=1)
def offices() -> tuple[Office, ...]:
    """All offices, the longer patterns first."""
    with (DATA / "world" / "offices.csv").open(encoding="utf-8", newline="") as lines:
        rows = sorted(csv.DictReader(lines), key=lambda row: (-len(row["office"]), row["office"]))
    return tuple(
        Office(
            re.compile(rf"\b(?:{row['office']})\b", re.I),
            row["sector"],
            tuple(row["countries"].split(";")),
            row["default"],
        )
        for row in rows
    )
