from __future__ import annotations

import gzip
import json
import os
from pathlib import Path

import pytest

from vigil.ingest.feeds import read
from vigil.ingest.items import ReadOptions
from vigil.ingest.page import parse
from vigil.model.errors import Misuse, Refused

from .helpers import STORY, make_docx, make_pdf, split


def test_folder_is_read_in_sorted_order_with_relative_keys(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "b.txt").write_text(STORY)
    (tmp_path / "a.html").write_text(f"<html><body><article><p>{STORY}</p></article></body></html>")
    (tmp_path / "sub" / "c.pdf").write_bytes(make_pdf(["Shells fell on Velm on Tuesday."]))
    (tmp_path / "sub" / "d.docx").write_bytes(make_docx("Shells fall", ["Shells fell on Velm on Tuesday."]))
    (tmp_path / "sub" / "e.txt.gz").write_bytes(gzip.compress(STORY.encode()))
    (tmp_path / ".hidden").write_text("not read")
    items, bad = split(read(str(tmp_path)))
    assert [item.key for item in items] == [
        "file:a.html", "file:b.txt", "file:sub/c.pdf", "file:sub/d.docx", "file:sub/e.txt.gz",
    ]  # fmt: skip
    assert not bad
    assert all("Velm on Tuesday" in parse(item)[0].text for item in items)


def test_one_file_is_named_by_its_name_and_prefix(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text(STORY)
    (item,), _ = split(read(str(tmp_path / "b.txt"), ReadOptions(prefix="north", outlet="Hill Times", theatre="orsa")))
    document, _ = parse(item)
    assert (item.key, document.outlet, document.theatre) == ("file:north/b.txt", "Hill Times", "orsa")


def test_odd_names_make_clean_keys(tmp_path: Path) -> None:
    names = [b"a#b.txt", b"line\nend.txt", "запад.txt".encode(), b"bad\xff.txt", b"per%cent.txt"]
    for name in names:
        (tmp_path / os.fsdecode(name)).write_text(STORY)
    items, bad = split(read(str(tmp_path)))
    assert not bad
    assert {item.key for item in items} == {
        "file:a%23b.txt", "file:line%0Aend.txt", "file:запад.txt", "file:bad%FF.txt", "file:per%25cent.txt",
    }  # fmt: skip
    for item in items:
        item.key.encode("utf-8")


def test_links_out_of_the_folder_are_refused_and_loops_end(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("private notes")
    room = tmp_path / "room"
    room.mkdir()
    (room / "a.txt").write_text(STORY)
    (room / "inside.txt").symlink_to(room / "a.txt")
    (room / "out.txt").symlink_to(tmp_path / "secret.txt")
    (room / "up").symlink_to(tmp_path)
    (room / "round").symlink_to(room)
    (room / "dangling.txt").symlink_to(tmp_path / "nothing.txt")
    items, bad = split(read(str(room)))
    assert [item.key for item in items] == ["file:a.txt", "file:inside.txt"]
    refused = {error.item for error in bad if isinstance(error, Refused)}
    assert refused >= {"file:out.txt", "file:up", "file:dangling.txt"}
    assert all(error.advice for error in bad)


def test_missing_path_is_misuse(tmp_path: Path) -> None:
    with pytest.raises(Misuse, match="no such file"):
        list(read(str(tmp_path / "nothing")))


def test_an_empty_source_is_not_the_folder_that_one_stands_in() -> None:
    with pytest.raises(Misuse, match="empty"):
        list(read(""))


def test_empty_folder_says_so(tmp_path: Path) -> None:
    items, bad = split(read(str(tmp_path)))
    assert not items
    assert "no files" in str(bad[0])


def test_json_files_are_told_apart(tmp_path: Path) -> None:
    (tmp_path / "list.json").write_text(json.dumps([{"id": "x", "text": STORY}, {"id": "y", "body": STORY}]))
    (tmp_path / "one.json").write_text(json.dumps({"doc": "z", "text": STORY, "title": "Shells"}))
    items, bad = split(read(str(tmp_path)))
    assert [item.key for item in items] == ["file:list.json#x", "file:list.json#y", "file:one.json#z"]
    assert not bad


def test_a_feed_saved_as_a_file(tmp_path: Path) -> None:
    (tmp_path / "f.xml").write_text(
        "<rss version='2.0'><channel><title>Hill Times</title><item><title>Shells</title>"
        f"<link>http://hill.example/1?utm_source=rss</link><description>{STORY}</description></item></channel></rss>"
    )
    (item,), bad = split(read(str(tmp_path / "f.xml")))
    document, _ = parse(item)
    assert (document.key, document.outlet, document.title) == ("http://hill.example/1", "Hill Times", "Shells")
    assert not bad


def test_unknown_kind_is_set_aside(tmp_path: Path) -> None:
    (tmp_path / "a.xyz").write_text("what is this")
    (tmp_path / "b.txt").write_text(STORY)
    items, bad = split(read(str(tmp_path)))
    assert [item.key for item in items] == ["file:b.txt"]
    assert ".xyz" in str(bad[0])
