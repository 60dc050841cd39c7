"""The record on a terminal of 80 columns; where there is no colour, **words** and _words_ carry the marks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from vigil.model.codec import to_plain
from vigil.model.event import Event, EventStatus
from vigil.model.state import Control
from vigil.publish import text
from vigil.publish.dossier import Dossier, Piece, Told

if TYPE_CHECKING:
    from vigil.engine.summary import Summary
    from vigil.model.entity import ProvisionalActor
    from vigil.model.issue import Issue
    from vigil.store import Hit, View

STYLES: dict[EventStatus, str] = {
    EventStatus.CORROBORATED: "bold green",
    EventStatus.REPORTED: "cyan",
    EventStatus.DISPUTED: "bold yellow",
    EventStatus.DENIED: "red",
    EventStatus.ANNOUNCED: "magenta",
    EventStatus.DID_NOT_HAPPEN: "red",
    EventStatus.DISPROVED: "red",
}
LEVELS = {"error": "red", "warning": "yellow", "info": "dim"}
MOST_SIDE_BY_SIDE = 3  # more positions than this get one below the other: a column of 20 characters is no column
SHORT = 9  # characters of an id that lists show at least


def events(console: Console, shown: Sequence[Event], total: int) -> None:
    """A list of events: id, time, what, status and witnesses."""
    table = Table(box=None, padding=(0, 2, 0, 0), show_edge=False, header_style="dim")
    table.add_column("id", no_wrap=True)
    table.add_column("when", max_width=14)
    table.add_column("what", ratio=1)
    table.add_column("status")
    length = _unique_length([event.id for event in shown])
    for event in shown:
        numbers = "; ".join(text.estimate_words(estimate) for estimate in event.estimates)
        what = Text(text.event_title(event)) + Text(f"\n{numbers}" if numbers else "", style="dim")
        table.add_row(event.id[:length], text.when_words(event.when), what, _standing(event))
    if shown:
        console.print(table)
    more = f", {len(shown)} shown" if len(shown) < total else ""
    console.print(f"{text.plural(total, 'event')}{more}. See one in full: vigil event ID", style="dim")


def _standing(event: Event) -> Text:
    status = Text(text.STATUS_WORDS[event.status], style=STYLES[event.status])
    number = text.independent(event)
    return status + Text(f" ({number})" if number else "", style="dim")


def _unique_length(ids: Sequence[str]) -> int:
    length = SHORT
    while len({id[:length] for id in ids}) < len(set(ids)):
        length += 1
    return length


def dossier(console: Console, item: Dossier) -> None:
    """One event in full."""
    _head(console, item)
    _quarrels(console, item)
    number = 0
    for heading, told in (("FOR", item.supporting), ("AGAINST", item.denying), ("WOULD NOT SAY", item.declining)):
        if told:
            console.print()
            console.print(Text(heading, style="bold") + Text(f"  {text.plural(len(told), 'statement')}", style="dim"))
        for one in told:
            number += 1
            _telling(console, number, one)
    _witnesses(console, item.event)


def disputed(console: Console, item: Dossier) -> None:
    """One event's disputes only."""
    _head(console, item)
    _quarrels(console, item)
    console.print()


def _head(console: Console, item: Dossier) -> None:
    event = item.event
    console.print(Text(text.event_title(event), style="bold"))
    line = Text(f"{event.id} · {text.when_words(event.when)} · {text.place_words(event.place)} · ")
    line += Text(text.STATUS_WORDS[event.status], style=STYLES[event.status])
    console.print(line + Text(f" · {text.witnesses_words(event)}"))
    if event.status_reason:
        console.print(Text(f"Why: {text.clean(event.status_reason)}"))
    if event.unsettled:
        console.print(Text("Not settled: an article was joined at once; the next fusion of the whole may change it."))
    for estimate in event.estimates:
        best = "" if estimate.best is None else f"; best guess {estimate.best:,} ({text.clean(estimate.rule)})"
        console.print(Text(f"Claimed: {text.estimate_words(estimate)}{best if estimate.low != estimate.high else ''}"))


def _quarrels(console: Console, item: Dossier) -> None:
    for quarrel in item.quarrels:
        console.print()
        console.print(Text(f"THEY DISAGREE ABOUT {text.dispute_words(quarrel.what).upper()}", style="bold yellow"))
        cells = [_side(console, side.value, side.by, side.told) for side in quarrel.sides]
        if len(cells) > MOST_SIDE_BY_SIDE:
            for cell in cells:
                console.print(Padding(cell, (0, 0, 1, 2)))
            continue
        table = Table.grid(padding=(0, 3, 0, 0), expand=True)
        for _ in cells:
            table.add_column(ratio=1)
        table.add_row(*cells)
        console.print(Padding(table, (0, 0, 0, 2), expand=False))


def _side(console: Console, value: str, by: Sequence[str], told: Sequence[Told]) -> Text:
    cell = Text(value, style="bold")
    if by:
        cell.append(f"\naccording to {text.some(tuple(by))}", style="not bold")
    if told:
        cell.append("\n“", style="not bold")
        cell.append_text(_sentence(console, told[0].pieces))
        cell.append(f"” ({told[0].outlet})", style="not bold")
    return cell


def _telling(console: Console, number: int, told: Told) -> None:
    console.print(Text(f" {number}. {told.source} ") + Text(told.stance, style="italic"))
    console.print(indented(Text("“") + _sentence(console, told.pieces) + Text("”")))
    line = f"{told.outlet}, {told.published}"
    if told.document.title:
        line += f": {text.clean(told.document.title)}"
    if told.evidence.copy_of:
        copied = text.outlet_words(told.original) if told.original else "another report"
        line += f" · copy of {copied}: no witness of its own"
    console.print(indented(Text(line, style="dim")))


def _sentence(console: Console, pieces: Iterable[Piece]) -> Text:
    plain = console.color_system is None or console.no_color
    sentence = Text(style="not bold")
    for piece in pieces:
        if not piece.role:
            sentence.append(piece.text)
        elif piece.role == "trigger":
            sentence.append(f"**{piece.text}**" if plain else piece.text, style="bold yellow")
        else:
            sentence.append(_framed(piece.text) if plain else piece.text, style="underline")
    return sentence


def indented(words: Text) -> Padding:
    """Four blanks in, over all its lines."""
    return Padding(words, (0, 0, 0, 4), expand=False)


def _framed(words: str) -> str:
    core = words.strip()
    return words.replace(core, f"_{core}_", 1) if any(letter.isalnum() for letter in core) else words


def _witnesses(console: Console, event: Event) -> None:
    console.print()
    console.print(Text("WITNESSES", style="bold") + Text(f"  {text.witnesses_words(event)}", style="dim"))
    for witness in event.witnesses:
        kind = text.SOURCE_KIND_WORDS.get(witness.kind, witness.kind)
        carried = ", a party to it" if event.takes_part(witness.side) else ""
        carried += f", in {text.plural(len(witness.docs), 'article')}" if witness.docs else ""
        console.print(Text(f" - {text.clean(witness.name)} ({kind}{carried})"))


def control(console: Console, item: Control) -> None:
    """Who held one place when."""
    console.print(Text(text.place_words(item.place), style="bold"))
    for stretch in item.stretches:
        console.print(Text(f" {text.stretch_words(stretch)}"))
        detail = text.clean(stretch.reason)
        if stretch.events:
            detail += f" [{', '.join(id[:SHORT] for id in stretch.events)}]"
        console.print(indented(Text(detail, style="dim")))


def issues(console: Console, found: Sequence[Issue]) -> None:
    """What was set aside, one entry each."""
    for issue in found:
        line = Text(f"{issue.level.value:7} ", style=LEVELS[issue.level.value]) + Text(
            text.clean(issue.item) or "the run", style="bold"
        )
        console.print(line + Text(f": {text.clean(issue.message)}", style="not bold"))
        if issue.advice:
            console.print(indented(Text(text.clean(issue.advice), style="dim")))
    console.print(f"{text.plural(len(found), 'issue')}." if found else "Nothing was set aside.", style="dim")


def unknown(console: Console, view: View, found: Sequence[ProvisionalActor]) -> None:
    """Unknown groups, each with its spellings, how often it is named as what, its id, and one sentence that names it."""
    for group in found:
        told = ", ".join(f"{role} {count}" for role, count in group.roles)
        counts = f"{text.plural(len(group.claims), 'statement')} in {text.plural(group.documents, 'article')} ({told})"
        console.print(Text(text.clean(group.name), style="bold") + Text(f"  {counts}", style="not bold"))
        others = [text.clean(name) for name in group.names if name != group.name]
        if others:
            console.print(indented(Text(f"also {'; '.join(others)}")))
        console.print(indented(Text(group.id, style="dim")))
        claim = view.claim(group.claims[0])
        document = view.document(claim.doc) if claim else None
        if claim and document:
            console.print(indented(Text(text.clean(document.text[slice(*claim.sentence)]), style="dim")))


def hits(console: Console, view: View, found: Sequence[Hit]) -> None:
    """What a search found, best first: each article once, under it its passages and the events that they bear on."""
    by_document: dict[str, dict[str, list[str]]] = {}
    for hit in found:
        bears_on = [id[:SHORT] for id in view.events_of_claim(hit.id)] if hit.kind == "claim" else []
        by_document.setdefault(hit.doc, {}).setdefault(text.clean(hit.snippet), []).extend(bears_on)
    for doc, passages in by_document.items():
        document = view.document(doc)
        if document is None:
            continue
        published = text.day_words(document.published.date()) if document.published else "undated"
        outlet = text.outlet_words(document)
        console.print(
            Text(text.clean(document.title) or outlet, style="bold") + Text(f"  {outlet}, {published}", "dim")
        )
        for snippet, bears_on in passages.items():
            events = ", ".join(dict.fromkeys(bears_on))
            console.print(indented(Text(snippet) + Text(f" · event {events}" if events else "", style="dim")))
    count = text.plural(len(by_document), "article")
    console.print(f"{count}." if by_document else "Nothing found.", style="dim")


def summary(console: Console, account: Summary, db: str) -> None:
    """What a run did, and what the record now holds."""
    lines = [
        ("items seen", account.seen),
        ("read", account.read),
        ("in a language not read", sum(account.unread.values())),
        ("not about conflict, not read", account.off_topic),
        ("in the record already", account.already),
        ("duplicates", account.duplicates),
        ("set aside", account.set_aside),
        ("sources not readable", account.bad_sources),
    ]
    record = [
        ("articles", "articles"),
        ("claims", "claims"),
        ("events", "events"),
        ("disputed_events", "disputed events"),
        ("controls", "places followed"),
    ]
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(justify="right")
    for name, number in lines:
        if number or name in ("items seen", "read"):
            table.add_row(f"{number:,}", name)
    console.print(Text("This run", style="bold"))
    console.print(Padding(table, (0, 0, 0, 2), expand=False))
    held = Table.grid(padding=(0, 2, 0, 0))
    held.add_column(justify="right")
    for key, name in record:
        held.add_row(f"{account.record.get(key, 0):,}", name)
    console.print(Text(f"The record in {db}", style="bold"))
    console.print(Padding(held, (0, 0, 0, 2), expand=False))
    if account.set_aside or account.bad_sources:
        console.print(Text(f"Why things were set aside: vigil issues --db {db}"))
    console.print(Text(f"Look at it: vigil events --db {db}"))


def dossier_plain(item: Dossier) -> dict[str, Any]:
    """One event in full as plain JSON: the event, then each statement with its sentence, outlet, source and stance."""
    return {
        "event": to_plain(item.event),
        "title": text.event_title(item.event),
        "for": [_told_plain(told) for told in item.supporting],
        "against": [_told_plain(told) for told in item.denying],
        "declined": [_told_plain(told) for told in item.declining],
    }


def _told_plain(told: Told) -> dict[str, Any]:
    return {
        "claim": to_plain(told.claim),
        "sentence": told.sentence,
        "source": told.source,
        "stance": told.claim.stance.value,
        "status": told.claim.status.value,
        "relation": told.evidence.relation.value,
        "outlet": told.outlet,
        "document": told.document.id,
        "title": told.document.title,
        "url": told.document.url,
        "published": told.document.published.isoformat().replace("+00:00", "Z") if told.document.published else None,
        "copy_of": told.evidence.copy_of or None,
        "witness": told.witness or None,
    }
