"""Stretches of a body that are not the story: captions, "read more" lines, share bars, stamps, credits, notices.

Zones mark and never delete. Structure found in the page (a figcaption) comes first, then the table in ``zone_rules``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from vigil.ingest.agencies import agency_in_report_credit, find_credit, find_dateline
from vigil.ingest.zone_rules import LINE, RULES, TAIL
from vigil.model.text import Zone, ZoneKind

_MACHINE = re.compile(
    r"machine|automatic|google|deepl|\bai\b|машинн|автоматич|makine|otomatik|آلي|تلقائي|automatique", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """What the marking found: the zones in order, and what datelines, credits and notices say."""

    zones: tuple[Zone, ...] = ()
    dateline: str = ""
    agency: str = ""
    byline: str = ""
    machine_translated: bool = False


def mark(text: str, known: Iterable[tuple[str, ZoneKind]] = ()) -> Marks:
    """Find all zones of a body. ``known`` are lines whose kind the page's structure has told."""
    told: dict[str, ZoneKind] = {}
    for line, kind in known:
        told.setdefault(" ".join(line.split()).removeprefix("- "), kind)
    zones: list[Zone] = []
    dateline = agency = byline = ""
    machine = False
    story_begun = 0
    for start, line in _lines(text):
        zone = _whole(start, line, told)
        if zone is not None:
            zones.append(zone)
            words = text[zone.start : zone.end]
            machine |= zone.kind is ZoneKind.TRANSLATION_NOTICE and bool(_MACHINE.search(words))
            if zone.kind is ZoneKind.CREDIT:
                agency = agency or find_credit(words) or agency_in_report_credit(words)
                byline = byline or _by(words)
            continue
        story_begun += 1
        if story_begun <= 2 and not dateline and (found := find_dateline(line)):
            zones.append(Zone(start, start + len(line[: found.end].rstrip()), ZoneKind.DATELINE))
            dateline, agency = found.place, found.agency or agency
        for zone in _tails(start, line):
            zones.append(zone)
            words = text[zone.start : zone.end]
            agency = agency or find_credit(words) or agency_in_report_credit(words)
            byline = byline or _by(words)
    return Marks(
        zones=tuple(sorted(zones, key=lambda zone: (zone.start, zone.end))),
        dateline=dateline,
        agency=agency,
        byline=byline,
        machine_translated=machine,
    )


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Lines with something in them and where they start, without outer blanks."""
    for match in re.finditer(r"\S[^\n]*", text):
        yield match.start(), match[0].rstrip()


def _whole(start: int, line: str, told: dict[str, ZoneKind]) -> Zone | None:
    """The zone that a whole line is."""
    body = re.sub(r"^(?:[-*•‣▪]\s+)", "", line)
    kind = told.get(" ".join(body.split()))
    if kind is None:
        fits = (
            rule.kind
            for rule in RULES
            if rule.where == LINE and len(body) <= rule.longest and rule.words.fullmatch(body)
        )
        kind = next(fits, None)
    if kind is None and len(body) <= 80 and find_credit(body):
        kind = ZoneKind.CREDIT
    return Zone(start, start + len(line), kind) if kind else None


def _tails(start: int, line: str) -> Iterator[Zone]:
    """Zones at the end of a line of the story."""
    for rule in RULES:
        # The last 600 characters: credits are short, and the patterns stay quick on a line that is a whole article.
        offset = max(0, len(line) - 600)
        if rule.where == TAIL and (found := rule.words.search(line, offset)):
            lead = len(found[0]) - len(found[0].lstrip())
            yield Zone(start + found.start() + lead, start + len(line), rule.kind)
            return


def _by(words: str) -> str:
    """The reporters of a credit: "(Reporting by Ann Lee; editing by Bo Kim)" -> "Ann Lee"."""
    match = re.match(
        r"[\[(]?(?:reporting|written|writing|by)(?: by)?\s+([^;()\[\]]{3,100}?)(?:[;.)\]]|, editing|$)",
        words,
        re.IGNORECASE,
    )
    return match[1].strip() if match else ""
