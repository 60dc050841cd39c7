"""``vigil explain`` with the shipped reader on an article of the small world, and on a document of a record."""

from __future__ import annotations

import json
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console
from rich.text import Text

from tests.publish import made
from tests.publish.test_explanation import CLAIMS, DOCUMENT
from vigil.cli import explain
from vigil.cli.app import call
from vigil.publish.explanation import open_article
from vigil.store import open_store

ARTICLE = Path(__file__).parents[1] / "world/articles/0411-norrin-voice-ferry.md"


def test_an_article_is_shown_with_its_claims_and_written_as_a_page(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "explained.html"
    assert call(["explain", str(ARTICLE), "--html", str(page)]) == 0
    shown = capsys.readouterr()
    assert "confidence 0." in shown.out
    assert "says" in shown.out
    assert f"written: {page}" in shown.err
    html = page.read_text(encoding="utf-8")
    assert html.count("<mark") > 2
    assert "<script" not in html


def test_only_what_is_not_read_is_dim(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Console(file=StringIO(), force_terminal=True, color_system="standard", width=120)
    monkeypatch.setattr(explain, "console", lambda: screen)
    explain.show(open_article(DOCUMENT, CLAIMS))
    assert isinstance(screen.file, StringIO)
    shown = Text.from_ansi(screen.file.getvalue())

    def styles(words: str, of: str) -> set[bool]:
        at = shown.plain.index(words)
        found = (shown.get_style_at_offset(screen, point) for point in range(at, at + len(words)))
        return {bool(getattr(style, of)) for style in found}

    assert styles("Photo: agency.", "dim") == {True}
    assert styles("  1 ", "dim") == {True}
    assert styles("The army <b>shelled", "dim") == {False}
    assert styles("shelled", "bold") == styles("shelled", "underline") == {True}
    assert styles("[1]", "dim") == {True}
    assert styles("[1]", "bold") == styles("[1]", "underline") == {False}
    assert styles("</b> Velm, killing five.", "dim") == {False}
    assert styles("Shelling “shelled”, said so, confidence 0.83", "dim") == {False}
    assert styles("Shelling", "bold") == {True}


def test_the_json_holds_each_claim_in_its_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert call(["explain", str(ARTICLE), "--json"]) == 0
    (article,) = json.loads(capsys.readouterr().out)
    claims = [(sentence["text"], claim) for sentence in article["sentences"] for claim in sentence["claims"]]
    assert claims
    assert all(claim["trigger"] in text and 0 < claim["confidence"] <= 1 for text, claim in claims)


def test_an_article_in_another_language_says_that_it_was_not_read(capsys: pytest.CaptureFixture[str]) -> None:
    arabic = ARTICLE.with_name("0422-open-strait-arabic-velmist.html")
    assert call(["explain", str(arabic)]) == 0
    assert "not read: its language is ar" in capsys.readouterr().out


def test_a_document_of_the_record_is_shown_as_it_was_read(db: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert call(["explain", "d1", "--db", db]) == 0
    assert "confidence" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ("off topic", "not read: no sign of armed conflict; vigil run --read-all reads it"),
        ("unread language fr", "not read: its language is fr"),
        ("read", ""),
    ],
)
def test_a_document_of_the_record_says_why_it_was_not_read(
    state: str, words: str, db: str, capsys: pytest.CaptureFixture[str]
) -> None:
    document = replace(made.record().made_documents[3], id="d9", key="k9", digest="9" * 64)
    with open_store(db) as store, store.write() as writer:
        writer.put_reading(document, [], stages="test/1", state=state)
    assert call(["explain", "d9", "--db", db, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)[0]["unread"] == words
    assert call(["explain", "d9", "--db", db]) == 0
    shown = " ".join(capsys.readouterr().out.split())
    assert (words or "0 claims") in shown
    assert ("0 claims" in shown) == (not words)


def test_what_is_left_out_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = [json.dumps({"doc": f"n{number}", "text": "Jets struck Velm."}) for number in range(4)]
    (tmp_path / "in.jsonl").write_text("\n".join(lines), encoding="utf-8")
    assert call(["explain", "in.jsonl", "-n", "1", "--json"]) == 0
    shown = capsys.readouterr()
    assert len(json.loads(shown.out)) == 1
    assert shown.err == "3 more: --limit N shows them\n"
    monkeypatch.setattr(explain, "COUNTED", 2)
    assert call(["explain", "in.jsonl", "-n", "1", "--json"]) == 0
    assert capsys.readouterr().err == "at least 2 more: --limit N shows them\n"
    assert call(["explain", "in.jsonl", "-n", "4", "--json"]) == 0
    shown = capsys.readouterr()
    assert len(json.loads(shown.out)) == 4
    assert shown.err == ""


@pytest.mark.parametrize(
    "arguments",
    [["explain", "nowhere.txt", "--db", "none.db"], ["explain"], ["explain", ""], ["explain", "word " * 999]],
)
def test_what_is_not_there_is_misuse(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert call(arguments) == 2
    assert capsys.readouterr().err.startswith("vigil: ")


def test_an_unknown_id_is_misuse(db: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert call(["explain", "d99", "--db", db]) == 2
    assert "no document 'd99'" in capsys.readouterr().err
