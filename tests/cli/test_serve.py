"""``vigil serve`` as it is typed."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import httpx2
import pytest

from vigil.cli.app import call
from vigil.cli.serve import is_loopback, shown


def test_it_serves_on_a_free_port_and_says_where(db: str) -> None:
    command = [sys.executable, "-m", "vigil.cli", "serve", "--db", db, "--port", "0", "--json"]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        assert server.stdout is not None
        told = "".join(server.stdout.readline() for _ in range(3))
        address = json.loads(told)["address"]
        assert address.startswith("http://127.0.0.1:")
        answer = httpx2.get(f"{address}v1/record", timeout=60)
        assert answer.json()["counts"]["events"] == 3
        assert "server" not in answer.headers
    finally:
        server.terminate()
        server.communicate(timeout=30)


@pytest.mark.parametrize("words", [("--host", "0.0.0.0"), ("--public",)])
def test_others_are_not_let_in_without_accounts(
    db: str, words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert call(["serve", "--db", db, *words]) == 2
    assert "no accounts" in capsys.readouterr().err


def test_a_taken_port_is_named(db: str, capsys: pytest.CaptureFixture[str]) -> None:
    from vigil.cli.serve import listen

    taken = listen("127.0.0.1", 0)
    taken.listen()
    port = taken.getsockname()[1]
    assert call(["serve", "--db", db, "--port", str(port)]) == 2
    assert f"127.0.0.1:{port}" in capsys.readouterr().err
    taken.close()


def test_a_record_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call(["serve", "--db", str(tmp_path / "none.db")]) == 2
    assert "no record" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("host", "local"),
    [
        ("127.0.0.1", True),
        ("localhost", True),
        ("::1", True),
        ("[::1]", True),
        ("0.0.0.0", False),
        ("example.org", False),
    ],
)
def test_what_only_this_machine_can_reach(host: str, local: bool) -> None:
    assert is_loopback(host) is local


def test_addresses_of_ipv6_stand_in_brackets() -> None:
    assert shown("::1") == "[::1]"
    assert shown("127.0.0.1") == "127.0.0.1"
