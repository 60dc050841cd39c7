"""The list of commands, and the one place where an error becomes a line and an exit code.

0 done; 1 done with items set aside; 2 misuse, or the run had to stop. ``VIGIL_DEBUG=1`` shows the traceback instead.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence

import typer
from typer.exceptions import TyperException

from vigil.cli import account, archive, contracts, explain, job, look, review, serve, states, theatre, unknown
from vigil.cli.common import DONE, MISUSE, complaint, note
from vigil.model.errors import VigilError

INTERRUPTED = 130  # what shells give for Ctrl-C
STOPPED = "vigil: stopped; the same command goes on from here"

# rich_markup_mode=None: the help page is drawn without importing rich, which would take half of its time.
app = typer.Typer(
    name="vigil",
    help="A war monitor: reports go in, a record of who says that what happened comes out.\n\n"
    "Begin with: vigil run FOLDER --db war.db, then vigil events --db war.db",
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
COMMANDS: tuple[Callable[..., None], ...] = (
    job.run, job.watch,
    contracts.extract, contracts.geoparse, contracts.dates, contracts.actors, contracts.fuse,
    explain.explain,
    look.events, look.event, look.places, look.disputes, look.search, look.issues, unknown.unknown,
    states.control, states.truces, states.displacement, states.forces, states.relations, states.aid,
    archive.export, archive.report, archive.verify,
    serve.serve,
)  # fmt: skip
GROUPS = (theatre.theatre, theatre.gazetteer, review.review, account.account)
for command in COMMANDS:
    app.command()(command)
for group in GROUPS:
    app.add_typer(group)


def _version(wanted: bool) -> None:
    if wanted:
        from vigil import __version__

        print(f"vigil {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: bool = typer.Option(
        False, "--version", callback=_version, is_eager=True, help="Show the version and exit."
    ),
) -> None:
    """Options before the command."""


def main() -> None:
    """The ``vigil`` command."""
    sys.exit(call(sys.argv[1:]))


def call(arguments: Sequence[str]) -> int:
    """Run one command line and return its exit code."""
    debug = os.environ.get("VIGIL_DEBUG") == "1"
    try:
        code = app(args=list(arguments), prog_name="vigil", standalone_mode=False)
        if code == INTERRUPTED:  # typer makes this code of Ctrl-C, and says nothing
            note(STOPPED)
        return code if isinstance(code, int) else DONE
    except TyperException as error:
        words = error.format_message() if hasattr(error, "format_message") else str(error)
        note(f"vigil: {words} See: vigil --help")
        return MISUSE
    except (typer.Abort, KeyboardInterrupt):
        note(STOPPED)
        return INTERRUPTED
    except BrokenPipeError:
        # The reader (head, less) has gone: nothing is wrong. Without this Python complains again at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except VigilError as error:
        if debug:
            raise
        note(f"vigil: {complaint(error)}")
        return MISUSE
    except Exception as error:  # the last door: a person gets a line, a developer VIGIL_DEBUG=1
        if debug:
            raise
        note(f"vigil: {type(error).__name__}: {error}. This is a fault of vigil; VIGIL_DEBUG=1 shows where")
        return MISUSE
