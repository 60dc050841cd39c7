from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from vigil.cli.app import call

Capture = pytest.CaptureFixture[str]
STORY = {"doc": "a", "published": "2031-05-04", "text": "Jets struck Velm on Friday.", "sentences": [[0, 27]]}


def lines(path: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines()]


def put(*entries: object) -> str:
    Path("in.jsonl").write_text("".join(f"{json.dumps(entry)}\n" for entry in entries), encoding="utf-8")
    return "in.jsonl"


def test_dates_keep_the_line_and_its_order(capsys: Capture) -> None:
    source = put(STORY, STORY | {"doc": "b", "text": "Nothing here."})
    assert call(["dates", source, "out.jsonl", "--json"]) == 0
    out = lines("out.jsonl")
    assert [line["doc"] for line in out] == ["a", "b"]
    found = out[0]["times"][0]
    assert STORY["text"][found["start"] : found["end"]] == found["text"]  # type: ignore[index]
    assert set(found) == {"start", "end", "text", "value", "edtf"}
    assert found["value"] == "2031-05-02"
    assert out[1]["times"] == []
    assert json.loads(capsys.readouterr().out) == {"done": 2, "set_aside": [], "out": "out.jsonl"}


def test_bad_lines_are_set_aside_and_the_others_go_on(capsys: Capture) -> None:
    Path("in.jsonl").write_text(f'{{broken\n{json.dumps(STORY)}\n[1]\n{{"doc": "c"}}\n', encoding="utf-8")
    assert call(["dates", "in.jsonl", "out.jsonl", "--json"]) == 1
    out = lines("out.jsonl")
    assert [line["doc"] for line in out] == ["a", "c"]
    shown = capsys.readouterr()
    answer = json.loads(shown.out)
    assert answer["done"] == 1
    assert [entry["item"] for entry in answer["set_aside"]] == [f"in.jsonl, line {number}" for number in (1, 3, 4)]
    assert shown.err.count("set aside: ") == 3


def test_gzipped_lines_are_read_and_a_cut_file_is_told(capsys: Capture) -> None:
    packed = gzip.compress((json.dumps(STORY) + "\n").encode() * 50)
    Path("in.jsonl.gz").write_bytes(packed)
    assert call(["dates", "in.jsonl.gz", "out.jsonl"]) == 0
    assert len(lines("out.jsonl")) == 50
    Path("cut.jsonl.gz").write_bytes(packed[:-20])
    assert call(["dates", "cut.jsonl.gz", "cut.jsonl"]) == 2
    assert not Path("cut.jsonl").exists()
    assert "cannot read cut.jsonl.gz" in capsys.readouterr().err


def test_fuse_wants_to_know_whose_claims(capsys: Capture) -> None:
    assert call(["fuse", put(STORY), "out.json", "--claims", "some"]) == 2
    assert "--claims given" in capsys.readouterr().err


def test_english_is_read_however_its_tag_is_written(capsys: Capture) -> None:
    tags = {"a": "EN", "b": "en-GB", "c": "und", "d": "fr-FR"}
    source = put(*(STORY | {"doc": doc, "lang": tag} for doc, tag in tags.items()))
    assert call(["extract", source, "out.jsonl"]) == 1
    out = {line["doc"]: line for line in lines("out.jsonl")}
    assert {doc: bool(line["claims"]) for doc, line in out.items()} == {"a": True, "b": True, "c": True, "d": False}
    assert {doc: line["lang"] for doc, line in out.items()} == tags
    assert "set aside: d: the reader does not read 'fr'. Translate it" in capsys.readouterr().err
