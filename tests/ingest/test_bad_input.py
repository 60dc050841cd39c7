"""Point 6 of the main job: each kind of bad input gives one clear line, and nothing beside it is lost."""

from __future__ import annotations

import gzip
import io
import os
import resource
import time
import zipfile
from pathlib import Path

import pytest

from vigil.ingest.feeds import read
from vigil.ingest.items import Item, ReadOptions
from vigil.ingest.page import parse
from vigil.model.errors import BadItem, Refused, Unreadable

from .helpers import STORY, item, make_pdf, split


def read_beside_good(folder: Path, name: str, payload: bytes) -> tuple[list[Item], list[BadItem]]:
    """Read a bad file between two good ones; parse errors count as bad too."""
    (folder / "a.txt").write_text(STORY)
    (folder / name).write_bytes(payload)
    (folder / "z.txt").write_text(STORY)
    items, bad = split(read(str(folder)))
    good = []
    for one in items:
        try:
            parse(one)
            good.append(one)
        except BadItem as error:
            bad.append(error)
    assert {"file:a.txt", "file:z.txt"} <= {one.key for one in good}
    assert all(error.item and error.advice and "\n" not in str(error) for error in bad)
    return [one for one in good if one.key not in ("file:a.txt", "file:z.txt")], bad


@pytest.mark.parametrize(
    ("name", "payload", "words"),
    [
        ("m.txt", b"", "empty"),
        ("m.txt", b"  \n \n", "empty"),
        ("m.jsonl", b"", "empty"),
        ("m.csv", b"", "empty"),
        ("m.warc", b"", "empty"),
        ("m.txt", bytes(range(256)) * 40, "binary"),
        ("m.html", bytes(range(256)) * 40, "binary"),
        ("m.txt", b"\x7fELF\x02\x01\x01" + bytes(5000), "binary"),
        ("m.txt.gz", gzip.compress(STORY.encode() * 50)[:-20], "gzip data ends too early"),
        ("m.txt.gz", b"not gzip at all", "gzip data is damaged"),
        ("m.html", b"<html><body></body></html>", "no article text"),
        ("m.pdf", b"%PDF-1.4\nbroken", "damaged PDF"),
        ("m.pdf", make_pdf([]), "no text"),
        ("m.docx", b"PK\x03\x04broken", "not read"),
        ("m.json", b"{broken", "not JSON"),
        ("m.warc", b"this is no archive", "damaged after 0 records"),
        ("m.xml", b"<other/>", "not read"),
    ],
)
def test_one_clear_line(tmp_path: Path, name: str, payload: bytes, words: str) -> None:
    good, bad = read_beside_good(tmp_path, name, payload)
    assert not good
    assert len(bad) == 1, [str(error) for error in bad]
    assert words in str(bad[0])
    assert bad[0].item.startswith(f"file:{name}")


def test_truncated_jsonl_gz_keeps_whole_lines(tmp_path: Path) -> None:
    # Random ids, so that the packed stream is long and the cut falls among the lines.
    lines = [f'{{"id": "{number}-{os.urandom(24).hex()}", "text": "Report {number}."}}' for number in range(2000)]
    packed = gzip.compress("\n".join(lines).encode())
    good, bad = read_beside_good(tmp_path, "m.jsonl.gz", packed[: len(packed) // 2])
    assert 500 < len(good) < 1500
    assert len(bad) == 1
    assert f"after {len(good)} whole lines" in str(bad[0])


def warc(count: int, *, packed: bool) -> bytes:
    records = []
    for number in range(count):
        page = f"<html><body><article><p>Report {number}. {STORY} {os.urandom(200).hex()}</p></article></body></html>"
        reply = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{page}".encode()
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{number:012d}>\r\n"
            f"WARC-Target-URI: http://hill.example/{number}\r\nWARC-Date: 2031-05-06T07:08:09Z\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(reply)}\r\n\r\n"
        )
        record = head.encode() + reply + b"\r\n\r\n"
        records.append(gzip.compress(record) if packed else record)
    return b"".join(records)


@pytest.mark.parametrize(("name", "packed"), [("m.warc", False), ("m.warc.gz", True)])
def test_truncated_warc_keeps_whole_records(tmp_path: Path, name: str, packed: bool) -> None:
    payload = warc(20, packed=packed)
    whole, none_bad = read_beside_good(tmp_path, name, payload)
    assert (len(whole), none_bad) == (20, [])
    good, bad = read_beside_good(tmp_path, name, payload[: -len(payload) // 40])
    assert [one.key for one in good] == [f"http://hill.example/{number}" for number in range(19)]
    assert len(bad) == 1
    assert isinstance(bad[0], Unreadable)


@pytest.mark.parametrize("name", ["m.txt", "m.html", "m.pdf", "m.json", "m.xml"])
def test_200_megabytes_are_refused_unread(tmp_path: Path, name: str) -> None:
    with (tmp_path / name).open("wb") as file:
        file.truncate(200_000_000)  # sparse: costs no disk
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.monotonic()
    good, bad = read_beside_good_of_existing(tmp_path)
    assert len(bad) == 1
    assert isinstance(bad[0], Refused)
    assert "200 MB is over the limit" in str(bad[0])
    assert time.monotonic() - start < 2
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 50_000  # kB
    assert not good


def read_beside_good_of_existing(folder: Path) -> tuple[list[Item], list[BadItem]]:
    return split(read(str(folder)))


def test_200_megabyte_line_is_skipped(tmp_path: Path) -> None:
    with (tmp_path / "m.jsonl").open("wb") as file:
        file.write(b'{"id": "1", "text": "first"}\n')
        file.seek(200_000_000)
        file.write(b'\n{"id": "3", "text": "third"}\n')
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    items, bad = split(read(str(tmp_path / "m.jsonl")))
    assert [one.key for one in items] == ["file:m.jsonl#1", "file:m.jsonl#3"]
    assert [error.item for error in bad] == ["file:m.jsonl#2"]
    assert "too large" in str(bad[0])
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 100_000


def test_gzip_bomb_is_refused(tmp_path: Path) -> None:
    good, bad = read_beside_good(tmp_path, "m.txt.gz", gzip.compress(bytes(60_000_000)))
    assert not good
    assert isinstance(bad[0], Refused)
    assert "too large" in str(bad[0])


def test_50000_nested_tags(tmp_path: Path) -> None:
    page = "<html><body>" + "<div>" * 50_000 + f"<p>{STORY}</p>" + "</div>" * 50_000 + "</body></html>"
    start = time.monotonic()
    good, bad = read_beside_good(tmp_path, "m.html", page.encode())
    assert time.monotonic() - start < 5
    assert len(good) + len(bad) == 1
    assert good or "nested too deeply" in str(bad[0])


def test_nested_tags_after_a_story_are_noted() -> None:
    page = f"<html><body><article><p>{STORY * 3}</p></article>" + "<div>" * 50_000 + "</body></html>"
    document, notes = parse(item(page, "text/html"))
    assert "governor's guard" in document.text
    assert any("nested too deeply" in note for note in notes)


def test_50000_tags_side_by_side() -> None:
    page = "<html><body><article>" + "<p>One more short line.</p>" * 50_000 + "</article></body></html>"
    start = time.monotonic()
    document, _ = parse(item(page, "text/html"))
    assert document.text.startswith("One more short line.")
    assert time.monotonic() - start < 20


def test_entity_bomb_is_refused_and_no_neighbour_lost(tmp_path: Path) -> None:
    levels = "".join(f'<!ENTITY b{n} "{f"&b{n - 1};" * 10}">' for n in range(1, 10))
    bomb = (
        f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY b0 "boom">{levels}]>'
        "<rss version='2.0'><channel><item><title>&b9;</title><description>&b9;</description></item></channel></rss>"
    )
    for name, payload in (
        ("m.xml", bomb.encode()),
        ("n.rss", bomb.replace('1.0"', '1.0" encoding="utf-16"', 1).encode("utf-16")),
    ):
        good, bad = read_beside_good(tmp_path, name, payload)
        assert not good
        (tmp_path / name).unlink()
        assert len(bad) == 1
        if name == "m.xml":
            assert "entities" in str(bad[0])


@pytest.mark.parametrize("date", ["9999-01-01", "9999-12-31T23:59:59-05:00", "0001-01-01T00:00:00Z", "2019-99-99"])
def test_unbelievable_dates_are_noted_not_kept(tmp_path: Path, date: str) -> None:
    (tmp_path / "m.jsonl").write_text(f'{{"id": "1", "text": "Shells fell on Velm.", "published": "{date}"}}')
    (record,), _ = split(read(str(tmp_path / "m.jsonl")))
    document, notes = parse(record)
    assert (document.published, document.published_precision) == (None, "unknown")
    assert len(notes) == 1
    assert date in notes[0]
    assert "ignored" in notes[0]


def test_nul_bytes_are_left_out_and_noted() -> None:
    document, notes = parse(item(STORY.replace("market", "mar\0ket").encode()))
    assert document.text == STORY
    assert "control character" in notes[0]


def test_docx_bomb_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as folder:
        folder.writestr("word/document.xml", b" " * 60_000_000)
    with pytest.raises(Refused, match="too large"):
        parse(item(out.getvalue(), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"))


def test_rejected_options_size(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    items, bad = split(read(str(tmp_path), ReadOptions(max_bytes=20)))
    assert not items
    assert isinstance(bad[0], Refused)
