from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from vigil.cli.app import COMMANDS, call
from vigil.model.errors import Tampered

NAMES = [command.__name__ for command in COMMANDS]


def test_the_commands_of_the_contract_are_there() -> None:
    assert set(NAMES) >= {
        "run", "watch", "extract", "geoparse", "dates", "actors", "fuse", "events", "event", "places", "disputes",
        "search", "issues", "export", "verify", "report",
    }  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_every_command_has_help_with_an_example_and_json(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert call([name, "--help"]) == 0
    shown = capsys.readouterr().out
    assert f"Example: vigil {name}" in " ".join(shown.split())
    assert "--json" in shown


def test_help_imports_no_heavy_room() -> None:
    script = (
        "import sys\nfrom vigil.cli.app import call\ncall(['--help'])\n"
        "heavy = {'numpy', 'sqlalchemy', 'onnxruntime', 'rich', 'lxml', 'jinja2', 'httpx2', 'tokenizers', 'yaml'}\n"
        "print('HEAVY', sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=Path.cwd())
    assert "HEAVY []" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["event", "e1", "--db", "none.db"], "vigil run SOURCE"),
        (["nosuch"], "No such command"),
        (["events", "--type", "picnic"], "use one of"),
        (["events", "--since", "soon"], "2024-05-03"),
        (["run", "nowhere/", "--map", "headline=x"], "FIELD=NAME"),
        (["run", "nowhere/", "--theatre", "atlantis"], "no theatre pack"),
        (["dates", "none.jsonl", "out.jsonl"], "cannot read"),
        (["export", "--json"], "--out"),
        (["event"], "Missing argument"),
    ],
)
def test_misuse_gives_one_line_with_the_mend(
    arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call(arguments) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.startswith("vigil: ")
    assert shown.err.count("\n") == 1
    assert words.lower() in shown.err.lower()


def test_a_fault_is_one_line_unless_asked_for(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(_: str) -> None:
        raise Tampered("entry 3 breaks the chain", item="war.db", advice="restore the file from a copy")

    monkeypatch.setattr("vigil.cli.look.open_view", fail)
    assert call(["issues"]) == 2
    assert capsys.readouterr().err == "vigil: war.db: entry 3 breaks the chain. Restore the file from a copy\n"
    monkeypatch.setenv("VIGIL_DEBUG", "1")
    with pytest.raises(Tampered):
        call(["issues"])
