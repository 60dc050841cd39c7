"""Write the pages that come from code, so that they cannot lie; `tests/test_docs.py` fails when one is stale.

python -m docs.generate
"""

from __future__ import annotations

import contextlib
import io
import json
from pathlib import Path

from sqlalchemy import create_engine

from vigil.api.app import build
from vigil.cli.app import COMMANDS, GROUPS, call
from vigil.engine import stages
from vigil.publish.rows import COLUMNS
from vigil.store import Store

DOCS = Path(__file__).parent


def pages() -> dict[str, str]:
    """File name -> text."""
    made = {"cli.md": _commands(), "stages.md": _stages(), "export-columns.md": _columns()}
    return made | {"openapi.json": openapi()}


def openapi() -> str:
    """The HTTP interface's description; no record is opened for it."""
    with Store(create_engine("sqlite://")) as nothing:
        described = build(nothing).openapi()
    return json.dumps(described, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _commands() -> str:
    names = [command.__name__.removesuffix("_") for command in COMMANDS]
    parts = ["# The command line", "", "Generated from the commands themselves by `make docs`.", ""]
    groups = [
        [str(group.info.name), *own]
        for group in GROUPS
        for own in ([], *([str(command.name)] for command in group.registered_commands))
    ]
    for words in ([], *([name] for name in names), *groups):
        title = f"vigil {' '.join(words)}".strip()
        parts += [f"## {title}", "", "```text", _help(words), "```", ""]
    return "\n".join(parts)


def _help(words: list[str]) -> str:
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        call([*words, "--help"])
    return "\n".join(line.rstrip() for line in out.getvalue().strip().splitlines())


def _stages() -> str:
    return "# The stages\n\nGenerated from `vigil/engine/stages.py` by `make docs`.\n\n" + stages.table()


def _columns() -> str:
    head = "# Columns of the CSV export\n\nGenerated from `vigil/publish/rows.py` by `make docs`. One row an event.\n\n"
    rows = "\n".join(f"| `{name}` | {meaning} |" for name, meaning in COLUMNS.items())
    return f"{head}| column | meaning |\n| --- | --- |\n{rows}\n"


def main() -> None:
    """Write all pages."""
    for name, text in pages().items():
        (DOCS / name).write_text(text, encoding="utf-8")
        print(f"docs/{name}")


if __name__ == "__main__":
    main()
