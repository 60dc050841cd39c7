"""robots.txt by RFC 9309: the group for our name or ``*``, longest match wins, Allow before Disallow on a tie."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote, unquote, urlsplit

_LIMIT = 500 * 1024  # RFC 9309, 2.5: at least 500 KiB must be read
_MAX_DELAY = 60.0  # seconds; a longer Crawl-delay would in effect be a refusal, which Disallow is for


@dataclass(frozen=True, slots=True)
class Robots:
    """One host's rules for one reader: ``(path pattern, allowed)``, and the seconds to leave between calls."""

    rules: tuple[tuple[str, bool], ...] = ()
    delay: float = 0.0

    def allows(self, url: str) -> bool:
        """Whether an address may be fetched."""
        parts = urlsplit(url)
        path = _spelled(parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        matching = [(len(pattern), allowed) for pattern, allowed in self.rules if _matches(pattern, path)]
        return max(matching)[1] if matching else True


NOTHING_ALLOWED = Robots((("/", False),))


def parse(text: str, agent: str) -> Robots:
    """The rules that hold for ``agent`` (product name without version). Never raises: odd lines are passed over."""
    groups: list[tuple[set[str], list[tuple[str, str]]]] = []
    naming = False
    for line in text[:_LIMIT].lstrip("\ufeff").splitlines():
        field, _, value = line.partition("#")[0].partition(":")
        field, value = field.strip().lower(), value.strip()
        if field == "user-agent":
            if not naming:
                groups.append((set(), []))
            groups[-1][0].add(value.lower())
            naming = True
        elif field in ("allow", "disallow", "crawl-delay"):
            naming = False
            if groups:
                groups[-1][1].append((field, value))
    named = [lines for names, lines in groups if agent.lower() in names]
    chosen = named or [lines for names, lines in groups if "*" in names]
    return _rules([line for lines in chosen for line in lines])


def _rules(lines: list[tuple[str, str]]) -> Robots:
    rules = [(_spelled(value), field == "allow") for field, value in lines if field != "crawl-delay" and value]
    delays = [float(value) for field, value in lines if field == "crawl-delay" and re.fullmatch(r"\d+(\.\d+)?", value)]
    return Robots(tuple(rules), min(max(delays, default=0.0), _MAX_DELAY))


def _spelled(path: str) -> str:
    """One spelling for escaped and plain characters."""
    return quote(unquote(path), safe="/*$:@!&'()+,;=~-._?")


def _matches(pattern: str, path: str) -> bool:
    """``*`` stands for anything, a ``$`` at the end for the end. Linear: each piece is searched after the last."""
    anchored = pattern.endswith("$")
    first, *pieces = pattern.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    at = len(first)
    for piece in pieces[:-1]:
        found = path.find(piece, at)
        if found < 0:
            return False
        at = found + len(piece)
    if not pieces:
        return not anchored or at == len(path)
    last = pieces[-1]
    if anchored:
        return len(path) - len(last) >= at and path.endswith(last)
    return path.find(last, at) >= 0
