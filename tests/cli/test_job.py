from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from tests.fakes import article, tools, write_articles
from vigil.cli.app import call
from vigil.engine.tools import Tools

Capture = pytest.CaptureFixture[str]
FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Radio</title><item><guid isPermaLink="false">1</guid>
<title>Night fire</title><pubDate>Fri, 02 May 2031 08:00:00 GMT</pubDate>
<description>There was shelling in Velm in the night, 3 killed, residents told the radio this morning.</description>
</item></channel></rss>"""


@pytest.fixture(autouse=True)
def _with_a_small_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    """The stages' fakes of tests/fakes.py: a command's own work is what is tested here."""

    def made(*_: object, **__: object) -> Tools:
        return tools()

    monkeypatch.setattr("vigil.cli.job.furnished", made)


def test_a_run_ends_with_a_summary_and_a_record_that_proves_out(capsys: Capture) -> None:
    source = write_articles(Path("a.jsonl"), [article(n) for n in range(4)])
    assert call(["run", source, "--db", "war.db"]) == 0
    shown = capsys.readouterr()
    assert "4  read" in shown.out
    assert "vigil events --db war.db" in shown.out
    assert shown.err == ""
    assert call(["run", source, "--db", "war.db", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["already"] == 4
    assert call(["verify", "--db", "war.db"]) == 0


def test_a_run_that_set_things_aside_says_so(capsys: Capture) -> None:
    Path("in").mkdir()
    write_articles(Path("in/a.jsonl"), [article(1)])
    Path("in/empty.txt").touch()
    assert call(["run", "in", "--db", "war.db"]) == 1
    assert "Why things were set aside: vigil issues --db war.db" in capsys.readouterr().out
    assert call(["issues", "--db", "war.db", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["issues"][0]["item"].endswith("empty.txt")


def test_limit_counts_over_all_sources(capsys: Capture) -> None:
    sources = [write_articles(Path(f"{n}.jsonl"), [article(2 * n), article(2 * n + 1)]) for n in range(3)]
    assert call(["run", *sources, "--limit", "3", "--db", "war.db", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["seen"] == 3


def test_a_source_that_is_not_there_is_misuse(capsys: Capture) -> None:
    assert call(["run", "nowhere", "--db", "war.db"]) == 2
    assert "no such file or folder" in capsys.readouterr().err


class _Radio(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        body = FEED.encode() if self.path == "/feed" else b""
        self.send_response(200 if body else 404)
        self.send_header("Content-Type", "application/rss+xml")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Stay quiet."""


@pytest.fixture
def radio() -> Iterator[str]:
    server = HTTPServer(("127.0.0.1", 0), _Radio)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/feed"
    server.shutdown()
    thread.join()
    server.server_close()


def test_watch_takes_in_what_is_new_and_keeps_its_place(radio: str, capsys: Capture) -> None:
    Path("feeds.yaml").write_text(f"feeds: [{{url: '{radio}'}}]\n")
    command = ["watch", "feeds.yaml", "--rounds", "1", "--allow-private", "--db", "war.db", "--json"]
    assert call(command) == 0
    shown = capsys.readouterr()
    assert json.loads(shown.out)["read"] == 1
    assert "1 entries, 1 new or changed" in shown.err
    assert call(command) == 0
    assert json.loads(capsys.readouterr().out)["seen"] == 0
