"""Ctrl-C ends a command with a line that says how to go on."""

from __future__ import annotations

from pathlib import Path

import pytest

from vigil.cli.app import call


def test_an_interrupted_command_says_how_to_go_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("vigil.cli.job.furnished", interrupted)
    assert call(["run", str(tmp_path), "--db", str(tmp_path / "r.db")]) == 130
    assert capsys.readouterr().err.strip().endswith("vigil: stopped; the same command goes on from here")
