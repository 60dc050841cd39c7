"""The main job from the command line: run over sources once, or watch feeds; progress on stderr, a summary at the end."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vigil.cli.common import DB, AsJson, Db, Theatre, console, emit, furnished, note, theatre_folders
from vigil.model.errors import Misuse

if TYPE_CHECKING:
    from vigil.engine.summary import Progress, Step, Summary
    from vigil.engine.tools import Tools
    from vigil.ingest.items import Item, ReadOptions
    from vigil.ingest.watch import Feed
    from vigil.model.errors import BadItem

LONGEST = 24 * 3600.0  # seconds to which the pause after a feed's failures grows

Outlet = Annotated[str, typer.Option("--outlet", help="Who published the sources, where they do not say so.")]
ReadAll = Annotated[bool, typer.Option("--read-all", help="Read also what seems not to be about armed conflict.")]
Private = Annotated[bool, typer.Option("--allow-private", help="Also fetch from private and local addresses.")]


def run(
    sources: Annotated[list[str], typer.Argument(metavar="SOURCE...", help="Files, folders, web pages, feeds.")],
    db: Db = DB,
    outlet: Outlet = "",
    theatre: Theatre = None,
    field: Annotated[
        list[str] | None,
        typer.Option("--map", metavar="FIELD=NAME", help="Column of a CSV or JSONL file: text=story_body. Repeatable."),
    ] = None,
    limit: Annotated[int, typer.Option("--limit", "-n", min=0, help="Read at most so many items; 0 for all.")] = 0,
    follow: Annotated[bool, typer.Option("--follow/--no-follow", help="Fetch the pages that a feed points to.")] = True,
    allow_private: Private = False,
    read_all: ReadAll = False,
    as_json: AsJson = False,
) -> None:
    """Read sources into the record: the main job. Safe to stop and to run again.

    Ends with 1 when items were set aside; vigil issues lists them.

    Example: vigil run articles/ https://example.org/feed.xml --theatre syria --db war.db
    """
    from vigil.ingest.items import ReadOptions

    # The name of a theatre goes into documents only when there is one to choose: with two, each story's own places decide.
    folders = theatre_folders(theatre)
    options = ReadOptions(
        field_map=_field_map(field or []),
        outlet=outlet,
        theatre=folders[0].name if len(folders) == 1 else "",
        follow_links=follow,
        allow_private=allow_private,
    )
    with _bar() as progress:
        tools = furnished(folders, options, read_all, several=True)
        if limit:
            tools = replace(tools, items=_limited(tools.items, limit))
        summary = _run(sources, db, tools, progress)
    _close(summary, db, as_json)


def _field_map(pairs: list[str]) -> dict[str, str]:
    from vigil.ingest.items import DEFAULT_FIELDS

    found = {}
    for pair in pairs:
        name, sign, column = pair.partition("=")
        if not sign or not column or name not in DEFAULT_FIELDS:
            raise Misuse(
                f"--map {pair!r} names no field and column",
                item=pair,
                advice=f"write FIELD=NAME with FIELD one of: {', '.join(DEFAULT_FIELDS)}",
            )
        found[name] = column
    return found


def _limited(items: Callable[[str], Iterator[Item | BadItem]], limit: int) -> Callable[[str], Iterator[Item | BadItem]]:
    """The same items, at most ``limit`` over all sources together."""
    left = limit

    def some(source: str) -> Iterator[Item | BadItem]:
        nonlocal left
        for item in islice(items(source), left):
            left -= 1
            yield item

    return some


def _run(sources: list[str], db: str, tools: Tools, progress: Progress, *, at_once: bool = False) -> Summary:
    from vigil.engine.run import run as engine_run
    from vigil.ingest.archive import Archive
    from vigil.settings import Settings
    from vigil.store import open_store

    with open_store(db) as store, Archive(Settings.from_env().archive_path(db)) as archive:
        return engine_run(sources, store=store, archive=archive, tools=tools, progress=progress, at_once=at_once)


@contextmanager
def _bar() -> Iterator[Progress]:
    """A line that moves while the run works; nothing where stderr is no terminal."""
    from rich.progress import MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    # How many items a source holds is known only at its end: the bar counts, it does not promise.
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}", markup=False),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    screen = console(stderr=True)
    with Progress(
        *columns, TextColumn("{task.fields[item]}", markup=False), console=screen, disable=not screen.is_terminal
    ) as bar:
        task = bar.add_task("starting", total=None, item="")

        def show(step: Step) -> None:
            bar.update(task, description=_doing(step.stage), completed=step.done, item=_short(step.item))

        yield show


def _doing(stage: str) -> str:
    return {
        "read": "reading articles",
        "fuse": "joining claims into events",
        "state": "working out who holds what",
    }.get(stage, stage)


def _short(item: str, width: int = 40) -> str:
    from vigil.publish.text import clean

    words = clean(item)
    return words if len(words) <= width else "…" + words[-width + 1 :]


def _close(summary: Summary, db: str, as_json: bool) -> None:
    from vigil.cli import render
    from vigil.store import shown

    if as_json:
        emit(asdict(summary))
    else:
        render.summary(console(), summary, shown(db))
    if summary.exit_code:
        raise typer.Exit(summary.exit_code)


def watch(
    feeds: Annotated[
        Path, typer.Argument(metavar="FEEDS", help="The list of feeds: OPML, or YAML (feeds: [{url: ...}]).")
    ],
    db: Db = DB,
    theatre: Theatre = None,
    rounds: Annotated[int, typer.Option("--rounds", min=0, help="Poll so many times, then stop; 0 for ever.")] = 0,
    allow_private: Private = False,
    as_json: AsJson = False,
) -> None:
    """Poll feeds and keep the record up to date. Keeps its place over restarts; stop it with Ctrl-C.

    In a large record each article joins the events as soon as it is read; the end of a round settles what they are.

    Example: vigil watch feeds.yaml --db war.db
    """
    from vigil.ingest.items import ReadOptions
    from vigil.ingest.watch import load_feeds

    listed = load_feeds(feeds)
    options = ReadOptions(allow_private=allow_private)
    tools = furnished(theatre_folders(theatre), options)
    keeper = _Poll(tools, options, Path(f"{db}.feeds.json") if "://" not in db else Path("vigil.feeds.json"))
    due = {feed.url: 0.0 for feed in listed}
    pause = {feed.url: feed.every for feed in listed}
    summary, turn = None, 0
    while not rounds or turn < rounds:
        wait = min(due.values()) - time.monotonic()
        if turn and wait > 0:
            note(f"next poll in {wait:.0f} s")
            time.sleep(wait)
        now = time.monotonic()
        ready = [feed for feed in listed if not turn or due[feed.url] <= now]
        summary = keeper.poll(ready, db)
        for feed in ready:
            # A feed that fails is asked again after twice the time, up to a day.
            pause[feed.url] = min(pause[feed.url] * 2, LONGEST) if feed.url in keeper.failed else feed.every
            due[feed.url] = time.monotonic() + pause[feed.url]
        turn += 1
    if summary is not None:
        _close(summary, db, as_json)


class _Poll:
    """One round over some feeds, as one run of the main job: what is new is read and the record computed anew."""

    def __init__(self, tools: Tools, options: ReadOptions, state: Path) -> None:
        self.tools, self.options, self.state = tools, options, state
        self.failed: set[str] = set()

    def poll(self, feeds: list[Feed], db: str) -> Summary:
        """Ask the feeds and take in what is new."""
        from vigil.ingest import watch as watching
        from vigil.ingest.fetch import Fetcher

        self.failed = set()

        def items(_: str) -> Iterator[Item | BadItem]:
            fetcher = Fetcher(allow_private=self.options.allow_private, max_bytes=self.options.max_bytes)
            state = watching.JsonState(self.state)
            return watching.watch(feeds, fetcher, state, rounds=1, on_event=self._tell, options=self.options)

        return _run(["watch://feeds"], db, replace(self.tools, items=items), lambda _: None, at_once=True)

    def _tell(self, event: object) -> None:
        from vigil.ingest.watch import Event
        from vigil.publish.text import clean

        if isinstance(event, Event):
            if event.kind == "problem":
                self.failed.add(event.feed)
            note(f"{event.kind:9} {clean(event.feed)}  {clean(event.message)}")
