"""``vigil explain``: an article with every claim marked in it, in the terminal and as a page."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vigil.cli.common import DB, AsJson, Theatre, complaint, console, emit, furnished, leave, note, theatre_folders
from vigil.cli.lines import whole
from vigil.model.errors import BadItem, Misuse

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

    from vigil.engine.tools import Tools
    from vigil.ingest.items import Item
    from vigil.publish.explanation import Article, Piece, Row

STYLES = {
    "agent": "blue", "target": "red", "place": "green", "from": "green", "instrument": "magenta", "source": "yellow",
    "cue": "yellow", "time": "cyan", "count": "bright_red",
}  # fmt: skip

#: What is looked at behind the articles shown, to say how much is left: in a file a moment's work, of a feed one page.
COUNTED, FETCHED = 1000, 1


def explain(
    doc: Annotated[
        str, typer.Argument(metavar="DOC", help="A file, a web page's address, or a document's id in --db.")
    ],
    html: Annotated[Path | None, typer.Option("--html", metavar="FILE", help="Write it as one HTML page, too.")] = None,
    theatre: Theatre = None,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, help="Articles of a file at most.")] = 5,
    db: Annotated[str, typer.Option("--db", metavar="FILE", envvar="VIGIL_DB", help="The record of an id.")] = DB,
    as_json: AsJson = False,
) -> None:
    """Show what is read in an article, and how surely.

    Each claim's words are marked in their sentence; below it stand who, to whom, where, when, who says so, and the
    reader's confidence. A file or an address is read anew; an id shows what the record holds.

    Example: vigil explain article.html --html explained.html
    """
    from vigil.ingest.items import ReadOptions
    from vigil.publish import explanation

    problems: list[BadItem] = []
    items: Iterator[Item | BadItem] = iter(())
    if os.path.lexists(doc) or "://" in doc:  # Path.exists raises for a name that is too long
        folders = theatre_folders(theatre)
        tools = furnished(folders, ReadOptions(theatre=folders[0].name if len(folders) == 1 else ""))
        items = tools.items(doc)
        articles, reader = list(islice(_read(items, tools, problems), limit)), tools.reader.name
    else:
        articles, reader = [_kept(doc, db)], "of the record"
    if html is not None:
        with whole(html) as file:
            file.write(explanation.render(articles, reader=reader))
    if as_json:
        emit([_plain(article) for article in articles])
    else:
        for article in articles:
            show(article)
    for problem in problems:
        note(f"set aside: {complaint(problem)}")
    most = FETCHED if "://" in doc else COUNTED
    rest = [not isinstance(item, BadItem) for item in islice(items, most)]
    if left := sum(rest):
        note(f"{'at least ' if len(rest) == most else ''}{left} more: --limit N shows them")
    if html is not None:
        note(f"written: {html}")
    leave(len(problems))


def _read(items: Iterator[Item | BadItem], tools: Tools, problems: list[BadItem]) -> Iterator[Article]:
    from vigil.engine.stages import through
    from vigil.publish.explanation import open_article

    for item in items:
        if isinstance(item, BadItem):
            problems.append(item)
            continue
        try:
            work = through(tools, tools.parse(item)[0])
        except BadItem as error:
            problems.append(error)
            continue
        languages = tools.reader.languages
        unread = ""
        if not work.document.is_in(languages):
            unread = f"not read: its language is {work.document.language}, this reader reads {', '.join(languages)}"
        yield open_article(work.document, work.claims, unread)


def _kept(id: str, db: str) -> Article:
    from vigil.cli.common import open_view
    from vigil.extract.sentences import split
    from vigil.publish.explanation import open_article
    from vigil.store import Batches

    if not Path(db).exists() and "://" not in db:
        raise Misuse(
            f"no such file: {id!r}", item=id, advice="give a file or an address, or an id and its record's --db"
        )
    view = open_view(db)
    document = view.document(id)
    if document is None:
        raise Misuse(f"no file and no document {id!r}", item=id, advice="vigil search and vigil event --json give ids")
    state = Batches(view.engine).state(document.id)
    return open_article(split(document), list(view.claims(document.id)), _unread(state))


def _unread(state: str) -> str:
    """Why a document of the record was not read, by the state in which a run left it; "" for one that was."""
    from vigil.engine.take import OFF_TOPIC, UNREAD

    if state == OFF_TOPIC:
        return "not read: no sign of armed conflict; vigil run --read-all reads it"
    return f"not read: its language is {state.removeprefix(UNREAD)}" if state.startswith(UNREAD) else ""


def show(article: Article) -> None:
    """In the terminal."""
    from rich.padding import Padding
    from rich.text import Text

    from vigil.publish import text

    screen, document = console(), article.document
    screen.print(Text(text.clean(document.title) or text.outlet_words(document), style="bold"))
    day = f", {text.day_words(document.published.date())}" if document.published else ""
    found = article.unread or text.plural(article.claims, "claim")
    screen.print(Text(f"{text.outlet_words(document)}{day} · {found}\n", style="dim"))
    for sentence in article.sentences:
        line = Text.assemble((f"{sentence.number:>3} ", "dim"))  # a style of the whole line would dim what is read, too
        for piece in sentence.pieces:
            line.append_text(_piece(piece, unread=sentence.unread))
        screen.print(line)
        for row in sentence.rows:
            screen.print(Padding(_head(row), (0, 0, 0, 4), expand=False))
            screen.print(Padding(_facts(row), (0, 0, 0, 10), expand=False))
    screen.print()


def _piece(piece: Piece, *, unread: bool) -> Text:
    from rich.text import Text

    if unread:
        return Text(piece.text, style="dim")
    if piece.triggers:
        numbers = ",".join(map(str, piece.triggers))
        return Text.assemble((piece.text, "bold underline"), (f"[{numbers}]", "dim"))
    return Text(piece.text, style=f"underline {STYLES[piece.roles[0]]}" if piece.roles else "")


def _head(row: Row) -> Text:
    from rich.text import Text

    told = f" “{row.trigger}”, {row.stance}, confidence {row.confidence:.2f}"
    return Text.assemble((f"[{row.number}] ", "dim"), (row.title, "bold"), told)


def _facts(row: Row) -> Table:
    from rich.table import Table
    from rich.text import Text

    from vigil.publish.explanation import ROLE_WORDS

    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True)
    for role, value in row.facts:
        table.add_row(Text(ROLE_WORDS[role], style=STYLES[role]), Text(value))
    return table


def _plain(article: Article) -> dict[str, object]:
    return {
        "doc": article.document.id,
        "title": article.document.title,
        "unread": article.unread,
        "sentences": [
            {
                "s": sentence.number,
                "text": "".join(piece.text for piece in sentence.pieces),
                "claims": [
                    {"title": row.title, "trigger": row.trigger, "stance": row.stance, "confidence": row.confidence}
                    | dict(row.facts)
                    for row in sentence.rows
                ],
            }
            for sentence in article.sentences
        ],
    }
