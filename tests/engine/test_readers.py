"""Which reader the settings open, and a run with a language model that fails on one article."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.extract.model_server import serving
from tests.fakes import FakeClock, article, tools, write_articles
from vigil.engine.readers import open_reader
from vigil.engine.run import run
from vigil.extract.llm import ModelReader
from vigil.extract.reader import NeuralReader
from vigil.ingest.archive import Archive
from vigil.model.errors import Misuse
from vigil.settings import Settings
from vigil.store import open_store


def test_cores_are_divided_among_articles_that_are_read_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    monkeypatch.setattr(NeuralReader, "load", lambda _folder, *, threads: asked.append(threads))
    monkeypatch.setattr("vigil.engine.readers._cores", lambda: 8)
    open_reader(Settings())
    open_reader(Settings(), at_once=2)
    open_reader(Settings(), at_once=16)
    open_reader(Settings(threads=3), at_once=2)
    assert asked == [0, 4, 1, 3]


def test_the_shipped_reader_reads_unless_an_endpoint_is_named() -> None:
    assert isinstance(open_reader(Settings()), NeuralReader)
    named = open_reader(Settings(llm_url="http://localhost:1/v1", llm_model="m", llm_languages=("en", "ar")))
    assert isinstance(named, ModelReader)
    assert (named.languages, named.name) == (("en", "ar"), "llm:m")
    with pytest.raises(Misuse, match="VIGIL_LLM_MODEL"):
        open_reader(Settings(llm_url="http://localhost:1/v1"))


def test_an_article_that_the_model_cannot_answer_is_set_aside_and_read_by_the_next_run(tmp_path: Path) -> None:
    source = write_articles(tmp_path / "a.jsonl", [article(n) for n in range(3)])
    claim = {"s": 0, "trigger": "shelling", "type": "shelling"}
    with open_store(tmp_path / "r.db") as store, Archive(tmp_path / "k.warc.gz") as archive:
        with serving("no", "no", {"claims": [claim]}) as server:
            used = replace(tools(), reader=open_reader(Settings(llm_url=server.url, llm_model="m")))
            first = run([source], store=store, archive=archive, tools=used, clock=FakeClock())
            second = run([source], store=store, archive=archive, tools=used, clock=FakeClock())
        assert (first.read, first.set_aside, first.exit_code) == (2, 1, 1)
        assert (second.read, second.already, second.set_aside) == (1, 2, 0)
