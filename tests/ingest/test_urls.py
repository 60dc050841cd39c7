from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from vigil.ingest.urls import canonical, host_of, is_url
from vigil.model.errors import Refused


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("HTTP://Hill.Example:80/a/../b/./c?b=2&utm_source=x&a=1&fbclid=z#top", "http://hill.example/b/c?a=1&b=2"),
        ("https://hill.example", "https://hill.example/"),
        ("https://hill.example:8443/a", "https://hill.example:8443/a"),
        ("https://hill.example/запад", "https://hill.example/%D0%B7%D0%B0%D0%BF%D0%B0%D0%B4"),
        ("http://hill.example//evil.example/x", "http://hill.example/evil.example/x"),
        ("http://[2606:2800::1]/a", "http://[2606:2800::1]/a"),
        ("http://hill.example/a%20b?q=a+b", "http://hill.example/a%20b?q=a+b"),
    ],
)
def test_canonical(url: str, expected: str) -> None:
    assert canonical(url) == expected


@pytest.mark.parametrize(
    "url", ["ftp://a.example/", "file:///etc/passwd", "http:///x", "http://a.example:port/", "a.txt", ""]
)
def test_not_fetched(url: str) -> None:
    with pytest.raises(Refused):
        canonical(url)


@example(".//")
@example("a/..//b")
@given(st.text(alphabet="ab/.?&=#%20é:;@", max_size=30))
def test_canonical_is_stable(path: str) -> None:
    once = canonical("http://a.example/" + path)
    assert canonical(once) == once


def test_small_helpers() -> None:
    assert is_url("http://a.example") is True
    assert is_url("C:/a.txt") is False
    assert host_of("https://www.hill.example/a") == "hill.example"
