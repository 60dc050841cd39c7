from __future__ import annotations

import gzip
from pathlib import Path

from vigil.ingest.archive import Archive
from vigil.ingest.feeds import read
from vigil.ingest.page import parse
from vigil.ingest.warc import unchunk

from .helpers import NOW, STORY, item, split

PAGE = f"<html><body><article><p>{STORY}</p></article></body></html>".encode()


def record(number: int, head: str, body: bytes, kind: str = "response") -> bytes:
    block = head.encode() + b"\r\n\r\n" + body if kind == "response" else body
    media = "application/http; msgtype=response" if kind == "response" else head
    lines = [
        "WARC/1.1", f"WARC-Type: {kind}", f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{number:012d}>",
        f"WARC-Target-URI: http://hill.example/{number}?utm_source=a", "WARC-Date: 2031-05-08T12:00:00Z",
        f"Content-Type: {media}", f"Content-Length: {len(block)}",
    ]  # fmt: skip
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + block + b"\r\n\r\n"


def test_replies_are_unpacked_and_other_kinds_passed_over(tmp_path: Path) -> None:
    ok = "HTTP/1.1 200 OK\r\nContent-Type: text/html"
    chunked = b"%x\r\n%s\r\n0\r\n\r\n" % (len(PAGE), PAGE)
    records = [
        record(1, ok, PAGE),
        record(2, ok + "\r\nContent-Encoding: gzip", gzip.compress(PAGE)),
        record(3, ok + "\r\nTransfer-Encoding: chunked", chunked),
        record(4, "HTTP/1.1 404 Not Found\r\nContent-Type: text/html", PAGE),
        record(5, "HTTP/1.1 200 OK\r\nContent-Type: image/png", b"\x89PNG"),
        record(6, ok + "\r\nContent-Encoding: gzip", gzip.compress(PAGE)[:-9]),
        record(7, "text/plain", STORY.encode(), "resource"),
        record(8, ok, b""),
    ]
    (tmp_path / "a.warc").write_bytes(b"".join(records))
    items, bad = split(read(str(tmp_path)))
    assert [one.key for one in items] == [f"http://hill.example/{number}" for number in (1, 2, 3, 7)]
    assert {one.payload for one in items[:3]} == {PAGE}
    assert items[0].fetched == NOW
    assert [error.item for error in bad] == [f"file:a.warc#http://hill.example/{n}?utm_source=a" for n in (6, 8)]


def test_records_over_the_limit_are_refused(tmp_path: Path) -> None:
    ok = "HTTP/1.1 200 OK\r\nContent-Type: text/html"
    bomb = record(1, ok + "\r\nContent-Encoding: gzip", gzip.compress(bytes(30_000_000)))
    (tmp_path / "a.warc").write_bytes(bomb + record(2, ok, b"x" * 11_000_000) + record(3, ok, PAGE))
    items, bad = split(read(str(tmp_path)))
    assert [one.key for one in items] == ["http://hill.example/3"]
    assert ["too large" in str(error) for error in bad] == [True, True]


def test_our_own_archive_can_be_read_again(tmp_path: Path) -> None:
    with Archive(tmp_path / "a.warc.gz") as archive:
        archive.keep(item(PAGE, "text/html", key="https://hill.example/1", url="https://hill.example/1", fetched=NOW))
    (again,), bad = split(read(str(tmp_path)))
    assert not bad
    assert (again.key, again.payload, again.fetched) == ("https://hill.example/1", PAGE, NOW)
    assert "governor's guard" in parse(again)[0].text


def test_unchunk_leaves_plain_bodies_alone() -> None:
    assert unchunk(PAGE) == PAGE
    assert unchunk(b"5\r\nhello\r\n6\r\n world\r\n0\r\n\r\n") == b"hello world"
