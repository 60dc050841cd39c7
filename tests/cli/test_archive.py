from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from vigil.cli.app import call
from vigil.store import open_store

Capture = pytest.CaptureFixture[str]


@pytest.mark.parametrize("kind", ["jsonl", "csv", "geojson"])
def test_an_export_is_the_same_on_stdout_and_in_a_file(
    db: str, capfdbinary: pytest.CaptureFixture[bytes], kind: str
) -> None:
    assert call(["export", "--format", kind, "--db", db]) == 0
    printed = capfdbinary.readouterr().out
    assert call(["export", "--format", kind, "--db", db, "--out", "out"]) == 0
    assert Path("out").read_bytes() == printed
    assert printed


def test_an_export_that_breaks_off_leaves_the_old_file(db: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert call(["export", "--format", "jsonl", "--db", db, "--out", "out.jsonl"]) == 0
    whole = Path("out.jsonl").read_bytes()

    def torn(self: object, item: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("vigil.publish.jsonl.JsonlExporter.feed", torn)
    call(["export", "--format", "jsonl", "--db", db, "--out", "out.jsonl"])
    assert Path("out.jsonl").read_bytes() == whole
    assert [path.name for path in Path().glob("out.jsonl*")] == ["out.jsonl"]


def test_a_pipe_is_written_to_and_a_link_stays(db: str) -> None:
    os.mkfifo("pipe")
    reading = os.open("pipe", os.O_RDONLY | os.O_NONBLOCK)  # open first: writing waits for a reader
    assert call(["export", "--format", "csv", "--db", db, "--out", "pipe"]) == 0
    assert os.read(reading, 1 << 16).startswith(b"id,")
    os.close(reading)
    assert Path("pipe").is_fifo()
    Path("link").symlink_to("real.csv")
    assert call(["export", "--format", "csv", "--db", db, "--out", "link"]) == 0
    assert Path("link").is_symlink()
    assert Path("real.csv").read_bytes().startswith(b"id,")


def test_an_export_says_what_it_held_back(db: str, capsys: Capture) -> None:
    assert call(["export", "--format", "csv", "--db", db, "--out", "out.csv", "--json"]) == 0
    shown = capsys.readouterr()
    assert json.loads(shown.out) == {"format": "csv", "out": "out.csv", "held_back": 1}
    assert "left out" in shown.err


def test_the_report_is_written(db: str, capsys: Capture) -> None:
    Path("coast.json").write_text('{"type":"LineString","coordinates":[[12,41],[13,42]]}')
    assert call(["report", "--out", "r.html", "--title", "Orsa", "--coast", "coast.json", "--db", db]) == 0
    page = Path("r.html").read_text(encoding="utf-8")
    assert '<h1 dir="auto">Orsa</h1>' in page
    assert "Harbour Times" in page
    assert 'class="land"' in page
    assert "r.html" in capsys.readouterr().err


def test_a_broken_outline_is_misuse(db: str, capsys: Capture) -> None:
    Path("coast.json").write_text("no json")
    assert call(["report", "--coast", "coast.json", "--db", db]) == 2
    assert "no GeoJSON" in capsys.readouterr().err


def test_verify_tells_of_what_does_not_prove_out(db: str, capsys: Capture) -> None:
    # The hand-made documents have no pages in the archive: that is what there is to tell.
    assert call(["verify", "--db", db, "--json"]) == 1
    answer = json.loads(capsys.readouterr().out)
    assert answer["sound"] is False
    assert {finding["what"] for finding in answer["findings"]} == {"archive"}
    assert answer["head"]


def test_verify_is_content_with_an_empty_record(tmp_path: Path, capsys: Capture) -> None:
    with open_store(tmp_path / "new.db"):
        pass
    (tmp_path / "new.db.warc.gz").touch()
    assert call(["verify", "--db", str(tmp_path / "new.db")]) == 0
    assert "The record is whole" in capsys.readouterr().out
