# ruff: noqa: E501 - tables of cases read better in one line each
from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

from vigil.ingest.feeds import read
from vigil.ingest.page import parse

from .helpers import split

CHAT = {
    "name": "Velm Today",
    "type": "public_channel",
    "id": 77,
    "messages": [
        {"id": 1, "type": "service", "date": "2031-05-06T10:00:00", "action": "create_channel", "text": ""},
        {
            "id": 2, "type": "message", "date": "2031-05-06T10:08:00", "date_unixtime": "1935814080",
            "text": ["Shells fell on ", {"type": "bold", "text": "Velm"}, ", four dead."],
        },
        {"id": 3, "type": "message", "date": "2031-05-06T10:09:00", "date_unixtime": "1935814140", "photo": "a.jpg", "text": ""},
        "broken",
        {"id": 5, "type": "message", "date": "2031-05-06T10:10:00", "date_unixtime": "1935814200", "text": "The army denies it."},
    ],
}  # fmt: skip


def test_an_exported_chat(tmp_path: Path) -> None:
    (tmp_path / "result.json").write_text(json.dumps(CHAT))
    items, bad = split(read(str(tmp_path)))
    assert [item.key for item in items] == ["file:result.json#2", "file:result.json#5"]
    assert [error.item for error in bad] == ["file:result.json#4"]
    document, notes = parse(items[0])
    assert (document.text, document.outlet, notes) == ("Shells fell on Velm, four dead.", "Velm Today", ())
    assert document.published == datetime.fromtimestamp(1935814080, UTC)  # not "date", which has no zone


def test_a_whole_account(tmp_path: Path) -> None:
    account = {"chats": {"list": [CHAT, {**CHAT, "id": 78, "name": "Hill Watch"}]}}
    (tmp_path / "result.json").write_text(json.dumps(account))
    items, _ = split(read(str(tmp_path)))
    assert [item.key for item in items] == [
        f"file:result.json#{chat}-{number}" for chat in (77, 78) for number in (2, 5)
    ]
    assert [parse(item)[0].outlet for item in items] == ["Velm Today"] * 2 + ["Hill Watch"] * 2
