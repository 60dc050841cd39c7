"""What all commands share: options, exit codes, and where words go: results on stdout, progress and problems on stderr."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from vigil.model.codec import to_plain
from vigil.model.errors import Misuse, VigilError

if TYPE_CHECKING:
    from rich.console import Console

    from vigil.engine.tools import Tools
    from vigil.ingest.items import ReadOptions
    from vigil.store import Store, View

DONE, SET_ASIDE, MISUSE = 0, 1, 2  # exit codes, DESIGN.md "Contracts"

Db = Annotated[
    str, typer.Option("--db", metavar="FILE", envvar="VIGIL_DB", help="The record: a file, or a database's URL.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Write one JSON value on stdout and nothing else.")]
Theatre = Annotated[
    list[str] | None,
    typer.Option("--theatre", metavar="FOLDER_OR_NAME", help="Theatre pack: a folder, or the name of a shipped one."),
]
In = Annotated[Path, typer.Argument(metavar="IN", help="JSON lines, one document a line; - for stdin.")]
Out = Annotated[Path, typer.Argument(metavar="OUT", help="Where to write; - for stdout.")]
DB = "vigil.db"


def open_record(db: str) -> Store:
    """The record. Raises Misuse when there is none."""
    # Heavy rooms are imported inside the functions that need them, here and in every command: only so does
    # "vigil --help" answer at once (SQLAlchemy alone takes longer than the whole of the help page).
    from vigil.store import open_store

    return open_store(db, create=False)


def open_view(db: str) -> View:
    """The record for reading. Raises Misuse when there is none."""
    return open_record(db).view()


def theatre_folders(names: list[str] | None) -> list[Path]:
    """Folders of theatre packs, given as folders or as the names of shipped ones. Raises Misuse."""
    from vigil.reference.tables import BUILTIN

    folders = []
    for name in names or ():
        found = next((path for path in (Path(name), BUILTIN / name) if (path / "theatre.yaml").is_file()), None)
        if found is None:
            shipped = sorted(path.parent.name for path in BUILTIN.glob("*/theatre.yaml"))
            raise Misuse(
                f"no theatre pack {name!r}", item=name, advice=f"give a pack's folder, or one of: {', '.join(shipped)}"
            )
        folders.append(found)
    return folders


def furnished(folders: list[Path], options: ReadOptions, read_all: bool = False, several: bool = False) -> Tools:
    """The tools of the main job, with the settings' theatres, index and reader; ``several``: articles are read at once."""
    from vigil.engine.readers import open_reader
    from vigil.engine.rooms import AHEAD, furnish
    from vigil.reference.tables import Reference
    from vigil.settings import Settings

    settings = Settings.from_env()
    reference = Reference.load([*settings.theatres, *folders], index=settings.index)
    return furnish(reference, open_reader(settings, AHEAD if several else 1), options, read_all=read_all)


def console(*, stderr: bool = False) -> Console:
    """A terminal that prints words as they are: no markup, no emoji codes, no guessed highlights in fetched text."""
    from rich.console import Console

    return Console(stderr=stderr, markup=False, emoji=False, highlight=False)


_OBEYED = re.compile("[\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def emit(value: Any) -> None:
    """One JSON value on stdout; model types in their plain form.

    Letters of any script stay readable; what a terminal would obey (C1 controls, changes of direction) is escaped.
    """
    words = json.dumps(_plain(value), ensure_ascii=False, indent=2, allow_nan=False)
    print(_OBEYED.sub(lambda match: f"\\u{ord(match.group()):04x}", words))


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple) and not hasattr(value, "_fields"):
        return [_plain(item) for item in value]
    return to_plain(value)


def note(words: str) -> None:
    """A line for the person at the keyboard, on stderr."""
    print(words, file=sys.stderr)


def complaint(error: VigilError) -> str:
    """An error as one line: what is wrong, with what, and what would mend it."""
    from vigil.publish.text import clean

    words, advice = clean(str(error)), clean(error.advice)
    item = clean(error.item)
    # Whole words: an item "a" is not named by the "a" in "read".
    if item and not re.search(rf"(?<!\w){re.escape(item)}(?!\w)", words):
        words = f"{item}: {words}"
    return f"{words.rstrip('.')}. {advice[:1].upper()}{advice[1:]}".rstrip()


def leave(set_aside: int) -> None:
    """End with 1 when anything was set aside, else go on to the ordinary end."""
    if set_aside:
        raise typer.Exit(SET_ASIDE)
