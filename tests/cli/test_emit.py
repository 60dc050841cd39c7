"""--json on a terminal: what an article says is shown, never obeyed."""

from __future__ import annotations

import json

import pytest

from vigil.cli.common import emit


def test_controls_and_changes_of_direction_are_escaped_and_letters_are_not(capsys: pytest.CaptureFixture[str]) -> None:
    words = "إدلب \x9b31m \u202egnp.exe \u2066x\u2069 \x1b[2J"
    emit({"text": words})
    out = capsys.readouterr().out
    assert "إدلب" in out
    assert not set(out) & set("\x9b\x1b\u202e\u2066\u2069")
    assert json.loads(out) == {"text": words}
