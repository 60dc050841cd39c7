"""The report: one self-contained HTML page of the whole record, to read, print and pass round; no script, nothing loaded.

The page quotes the reports word for word, names included; what it shows beside the quotes follows ``masking``. Every word
that comes out of a document is cleaned and escaped by the template engine (autoescape is on for every template).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from vigil.model.event import Event, EventStatus
from vigil.model.interval import Interval
from vigil.model.issue import Issue, Level
from vigil.model.text import Document
from vigil.publish import map_view, text, time_view
from vigil.publish.dossier import Dossier, Told, open_dossier
from vigil.publish.pages import environment
from vigil.publish.record import Held, Record

#: Disputes shown at once; the rest is folded.
SHOWN = 25


@dataclass(frozen=True, slots=True)
class Group:
    """The events of one month, or of no known date."""

    name: str
    dossiers: tuple[Dossier, ...]


def render(
    record: Record, *, issues: Sequence[Issue] = (), title: str = "", coast: Mapping[str, Any] | None = None
) -> str:
    """The page as HTML text. ``coast`` is a theatre's GeoJSON outline in degrees. The same record gives the same bytes."""
    record = Held.of(record)
    documents = list(record.documents())
    events = sorted(record.events(), key=_when_order)
    dossiers = [open_dossier(record, event) for event in events]
    controls = list(record.controls())
    page = environment().get_template("report.html")
    return page.render(
        title=text.clean(title) or "What was reported",
        facts=_facts(record, documents, events),
        span=_span(documents),
        maps=[("wide", map_view.draw(events, coast)), ("narrow", map_view.draw(events, coast, map_view.NARROW))],
        strips=[("wide", time_view.strip(events)), ("narrow", time_view.strip(events, time_view.NARROW))],
        ribbons=time_view.ribbons(controls),
        disputed=sorted((item for item in dossiers if item.quarrels), key=lambda item: -_tellings(item)),
        shown=SHOWN,
        groups=_by_month(dossiers),
        issues=[issue for issue in issues if issue.level is not Level.INFO],
        set_aside=sum(issue.level is Level.ERROR for issue in issues),
        outlets=_outlets(documents),
        statuses=text.STATUS_MEANING,
        text=text,
        link=_link,
        told_twice=told_twice,
    )


def _when_order(event: Event) -> tuple[bool, str, str]:
    first = event.when.first_day if event.when else None
    return (first is None, first.isoformat() if first else "", event.id)


def _tellings(dossier: Dossier) -> int:
    return sum(len(side.told) for quarrel in dossier.quarrels for side in quarrel.sides)


def _facts(record: Record, documents: Sequence[Document], events: Sequence[Event]) -> list[tuple[str, str]]:
    """The numbers in the page's head."""
    statuses = Counter(event.status for event in events)
    articles = len({document.key for document in documents})
    return [
        (f"{articles:,}", "article" if articles == 1 else "articles"),
        (f"{sum(1 for _ in record.claims()):,}", "claims found"),
        (f"{len(events):,}", "events"),
        (f"{statuses[EventStatus.CORROBORATED]:,}", "corroborated"),
        (f"{sum(1 for event in events if event.disputes):,}", "disputed"),
    ]


def _span(documents: Iterable[Document]) -> str:
    days = sorted(document.published.date() for document in documents if document.published)
    if not days:
        return ""
    first, last = text.day_words(days[0]), text.day_words(days[-1])
    return first if first == last else f"{first} to {last}"


def _outlets(documents: Iterable[Document]) -> list[tuple[str, int]]:
    counts = Counter(text.clean(document.outlet) or "outlet not known" for document in documents)
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def _by_month(dossiers: Iterable[Dossier]) -> list[Group]:
    months: dict[str, list[Dossier]] = {}
    for dossier in dossiers:
        months.setdefault(_month(dossier.event.when), []).append(dossier)
    return [Group(name, tuple(group)) for name, group in months.items()]


def _month(when: Interval | None) -> str:
    if when is None or when.first_day is None:
        return "Date not known"
    return when.first_day.strftime("%B %Y")


def _link(document: Document) -> str:
    """The article's web address, "" for anything that is not plain http: an address is fetched text like any other."""
    url = document.url.strip()
    return url if url.lower().startswith(("http://", "https://")) and text.clean(url) == url else ""


def told_twice(told: Sequence[Told]) -> list[tuple[Told, list[Told]]]:
    """Tellings in the same words put under the first of them, so that ten copies read as one telling with ten outlets."""
    first: dict[str, tuple[Told, list[Told]]] = {}
    for item in told:
        words = " ".join(item.sentence.casefold().split())
        if words in first and item.evidence.copy_of:
            first[words][1].append(item)
        else:
            first[words if words not in first else f"{words}\x00{item.claim.id}"] = (item, [])
    return list(first.values())
