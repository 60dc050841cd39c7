"""Plain text and Markdown, with YAML front matter where there is some."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import yaml

from vigil.ingest.encoding import decode
from vigil.ingest.items import DEFAULT_FIELDS, Item
from vigil.ingest.kinds import bare, charset
from vigil.ingest.parts import Parts
from vigil.model.text import ZoneKind

_FRONT = re.compile(r"---[ \t]*\n(?P<yaml>.{0,20000}?)\n(?:---|\.\.\.)[ \t]*(?:\n+|$)", re.DOTALL)
_DATED = re.compile(
    r"(?:(?P<outlet>[^\W\d_][^\n\d]{1,60}?)(?:,| [-–—|])\s+)?(?:[^\W\d_]+,\s+)?"
    r"(?P<date>\d{1,2} [^\W\d_]{3,12} \d{4}|[^\W\d_]{3,12} \d{1,2}, \d{4}|\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}\S{0,9})?)"
)
#: What YAML calls null; the loader below leaves it as written.
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_FRONT_FIELDS = ("title", "published", "modified", "outlet", "byline", "url", "language", "theatre")


def read_plain(item: Item) -> Parts:
    """The text as it stands; for Markdown without its marks, and the first heading as its title."""
    text, notes = decode(item.payload, declared=charset(item.media_type), item=item.key)
    hints, text, problem = front_matter(text.lstrip("\ufeff"))
    if problem:
        notes = (*notes, problem)
    if bare(item.media_type) == "text/markdown":
        title, text = _markdown(text)
        return Parts(text=text, title=title, hints=tuple(sorted(hints.items())), notes=notes)
    head = _head(text)
    return replace(head, text=text, hints=tuple(sorted(hints.items())), notes=notes)


def _head(text: str) -> Parts:
    """Title, outlet, date and author of the short lines above a saved article, when one of them is its date.

    ``Title / Outlet, 11 April 2031 / Author / blank line / story``. The lines stay in the text; all but the title are
    marked. Without a date among them they may as well be the story's own first lines, and nothing is taken.
    """
    block, _, rest = text.strip().partition("\n\n")
    lines = [line.strip() for line in block.split("\n")]
    dated = [(number, match) for number, line in enumerate(lines) if (match := _DATED.fullmatch(line))]
    if not rest.strip() or not dated or dated[0][0] == 0 or len(lines) > 5 or any(len(line) > 160 for line in lines):
        return Parts(text=text)
    number, match = dated[0]
    others = [line for at, line in enumerate(lines) if at not in (0, number)]
    return Parts(
        text=text,
        title=lines[0],
        outlet=(match["outlet"] or "").strip(" ,|"),
        byline=re.sub(r"^by\s+", "", others[0], flags=re.IGNORECASE) if others else "",
        published=match["date"],
        known=((lines[number], ZoneKind.CREDIT), *((line, ZoneKind.CREDIT) for line in others)),
    )


def front_matter(text: str) -> tuple[dict[str, str], str, str]:
    """Hints, the text after the front matter, and a note when it is broken (then it stays in the text)."""
    match = _FRONT.match(text)
    if not match:
        return {}, text, ""
    try:
        # All values as written: a YAML date that does not exist (31 February) would cost the whole front matter.
        content = yaml.load(match["yaml"], Loader=yaml.BaseLoader)  # noqa: S506 - BaseLoader builds strings only
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        return {}, text, f"front matter is not YAML and was left in the text: {str(error).splitlines()[0]}"
    if not isinstance(content, dict):
        return {}, text, ""
    lowered = {str(name).lower(): value for name, value in content.items()}
    hints = {
        name: value
        for name in _FRONT_FIELDS
        if (value := next((_plain(lowered[guess]) for guess in DEFAULT_FIELDS[name] if guess in lowered), ""))
    }
    return hints, text[match.end() :], ""


def _plain(value: Any) -> str:
    """A value as one line. Lists in lists are dropped: by aliases they grow without bound, or hold themselves."""
    if isinstance(value, list):
        return ", ".join(filter(None, (_plain(part) for part in value if isinstance(part, str))))
    return " ".join(value.split()) if isinstance(value, str) and value not in _NULLS else ""


def _markdown(text: str) -> tuple[str, str]:
    """Title and text: marks that only format are dropped, link addresses too; words stay as they are."""
    title = ""
    lines: list[str] = []
    for line in text.split("\n"):
        heading = re.match(r"#{1,6}[ \t]+(.*?)[ \t]*#*$", line)
        if heading and not title and not any(kept.strip() for kept in lines):
            title = heading[1]
            continue
        line = heading[1] if heading else re.sub(r"^\s{0,3}(?:>[ \t]?)+", "", line)
        line = re.sub(r"!\[([^\]]{0,500})\]\([^)\s]{0,2000}(?:[ \t]+\"[^\"]{0,500}\")?\)", r"\1", line)
        line = re.sub(r"\[([^\]]{1,500})\]\([^)\s]{0,2000}(?:[ \t]+\"[^\"]{0,500}\")?\)", r"\1", line)
        line = re.sub(r"(\*\*|__)(?=\S)(.{1,2000}?)(?<=\S)\1", r"\2", line)
        lines.append(re.sub(r"(?<![\w*])([*_])(?=[^\s*_])(.{1,2000}?)(?<=[^\s*_])\1(?![\w*])", r"\2", line))
    return title, "\n".join(lines).strip("\n")
