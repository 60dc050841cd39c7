"""Questions and decisions on a terminal of 80 columns."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from vigil.cli.common import console
from vigil.model.link import Decision, Judgement
from vigil.publish import text
from vigil.review.desk import Desk
from vigil.review.fields import said
from vigil.review.questions import Question, reads
from vigil.store import View

SENTENCES = 3  # of one question


def questions(shown: Sequence[Question], total: int, desk: Desk, view: View) -> None:
    """Each question: its sentences with the event word marked, the machine's reading, why, and what would change."""
    screen = console()
    for question in shown:
        head = Text(f"{question.kind} ", style="bold") + Text(text.clean(question.words))
        screen.print(head + Text(f"  {question.id}" + ("  (put off)" if question.skipped else ""), style="dim"))
        for id in question.claims[:SENTENCES]:
            screen.print(Padding(_telling(id, desk, view), (0, 0, 0, 2), expand=False))
        rows = Table.grid(padding=(0, 2, 0, 0))
        rows.add_column(no_wrap=True, style="dim")
        for name, words in (("machine", question.machine), ("why", question.why), ("change", question.change)):
            rows.add_row(name, Text(text.clean(words)))
        if question.events:
            rows.add_row("event", Text(", ".join(question.events[:SENTENCES])))
        screen.print(Padding(rows, (0, 0, 1, 2), expand=False))
    screen.print(f"{total} question(s), {len(shown)} shown.", style="dim")


def _telling(id: str, desk: Desk, view: View) -> Text:
    claim = desk.claims.get(id)
    document = view.document(claim.doc) if claim else None
    if claim is None or document is None:
        return Text(id, style="dim")
    start, end = claim.sentence
    edges = (start, claim.trigger.start, claim.trigger.end, end)
    line = Text(f"{id}  ", style="dim") + Text("“")
    for number, (a, b) in enumerate(pairwise(edges)):
        line += Text(_piece(document.text[a:b]), style="bold underline" if number == 1 else "")
    return line + Text("”") + Text(f" {text.outlet_words(document)}: {text.clean(reads(claim))}", style="dim")


def _piece(words: str) -> str:
    """Words cleaned for a terminal, with one blank where there was one at either end."""
    return " " * words[:1].isspace() + text.clean(words) + " " * (words[-1:].isspace() and len(words) > 1)


def decisions(rows: Sequence[Decision]) -> None:
    """A list: when, who, what, and whether it stands."""
    screen = console()
    for row in rows:
        line = Text(f"{row.created_at:%Y-%m-%d %H:%M} ", style="dim") + Text(text.clean(row.user), style="bold")
        line += Text(f" {row.judgement.value.replace('_', ' ')} {row.left}{f' {row.right}' if row.right else ''}")
        if row.judgement is Judgement.SHOULD_READ:
            line += Text(f" {row.field}: {text.clean(said(row.field, row.value))}")
        line += Text(f" – {text.clean(row.reason)}" if row.reason else "", style="dim")
        line += Text(f"  {row.action or row.id}", style="dim")
        if row.deleted_at is not None:
            line += Text(f"  taken back {row.deleted_at:%Y-%m-%d %H:%M}", style="yellow")
        screen.print(line)
    screen.print(f"{len(rows)} decision(s).", style="dim")
