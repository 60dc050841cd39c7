from __future__ import annotations

import pytest

from vigil.ingest.robots import parse

RULES = """
User-agent: Other
Disallow: /

User-agent: *
Disallow: /private
Allow: /private/open
Disallow: /*.pdf$
Disallow: /search?q=
Disallow:
"""


@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        ("/", True), ("/private", False), ("/private/x", False), ("/private/open/x", True), ("/a/b.pdf", False),
        ("/a/b.pdf.html", True), ("/search?q=velm", False), ("/search", True), ("/%70rivate/x", False),
    ],
)  # fmt: skip
def test_longest_match_wins(path: str, allowed: bool) -> None:
    assert parse(RULES, "Vigil").allows("http://a.example" + path) is allowed


def test_our_own_group_goes_before_the_star() -> None:
    text = "User-agent: *\nDisallow: /\n\nUser-agent: vigil\nUser-agent: Another\nDisallow: /b\nCrawl-delay: 7"
    robots = parse(text, "Vigil")
    assert robots.allows("http://a.example/a")
    assert not robots.allows("http://a.example/b")
    assert robots.delay == 7
    assert not parse(text, "Someone").allows("http://a.example/a")


def test_nothing_said_is_allowed() -> None:
    assert parse("", "Vigil").allows("http://a.example/a")
    assert parse("<html>not found</html>", "Vigil").allows("http://a.example/a")
    assert parse("Disallow: /\n", "Vigil").allows("http://a.example/a")  # a rule without a group
