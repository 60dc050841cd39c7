"""A measured figure, and tables of them: aligned for a terminal, Markdown for a page, JSON between processes."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Figure:
    """One number of one benchmark beside a published or agreed one. Shares lie in 0..1; ``anchor`` None: none is known."""

    bench: str
    name: str
    value: float
    anchor: float | None = None
    anchor_of: str = ""  # whose anchor, and how far it can be compared


def lines(figures: Iterable[Figure]) -> list[str]:
    """The table for a terminal; UNDER marks what rounds to less than its anchor."""
    rows = [f"{'bench':12} {'figure':46} {'measured':>8} {'anchor':>7}  whose"]
    for figure in figures:
        anchor = "-" if figure.anchor is None else f"{figure.anchor:.3f}"
        under = figure.anchor is not None and round(figure.value, 3) < figure.anchor
        mark = "  UNDER" if under else ""
        rows.append(f"{figure.bench:12} {figure.name:46} {figure.value:8.3f} {anchor:>7}  {figure.anchor_of}{mark}")
    return [row.rstrip() for row in rows]


def markdown(measured: Iterable[tuple[str, Sequence[Figure]]]) -> list[str]:
    """One Markdown table of the figures of some commands, (command, figures) each."""
    rows = ["| bench | figure | measured | anchor | whose anchor | command |", "| --- | --- | --- | --- | --- | --- |"]
    for command, figures in measured:
        for figure in figures:
            anchor = "" if figure.anchor is None else f"{figure.anchor:.3f}"
            cells = (figure.bench, figure.name, f"{figure.value:.3f}", anchor, figure.anchor_of, f"`{command}`")
            rows.append("| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |")
    return rows


def write(figures: Sequence[Figure], path: Path) -> None:
    """The figures as a JSON list."""
    path.write_text(json.dumps([asdict(figure) for figure in figures], indent=1) + "\n", encoding="utf-8")


def read(path: Path) -> list[Figure]:
    """What ``write`` wrote. Raises TypeError when a field is missing or unknown."""
    return [Figure(**plain) for plain in json.loads(path.read_text(encoding="utf-8"))]


def option(parser: argparse.ArgumentParser) -> argparse.ArgumentParser:
    """Give a benchmark's command line its ``--json FILE``."""
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures here too")
    return parser


def show(figures: Sequence[Figure], path: Path | None) -> None:
    """Print the table, and write it where ``--json`` asked for it."""
    print("\n".join(lines(figures)))
    keep(figures, path)


def keep(figures: Sequence[Figure], path: Path | None) -> None:
    """Write the figures where ``--json`` asked for them."""
    if path is not None:
        write(figures, path)


def command_line(doc: str | None, measure: Callable[[], list[Figure]]) -> None:
    """The whole ``main`` of a benchmark that has no options of its own."""
    parser = option(argparse.ArgumentParser(description=doc, formatter_class=argparse.RawDescriptionHelpFormatter))
    options = parser.parse_args()
    show(measure(), options.json)
