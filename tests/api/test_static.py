"""The web application's files: how long they are kept, and what a browser is told to ask for at once."""

from __future__ import annotations

from pathlib import Path

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from vigil.api.static_files import mount


@pytest.fixture
def files(tmp_path: Path) -> TestClient:
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "index-1a2b.js").write_text("export {};\n", encoding="utf-8")
    (tmp_path / "index.html").write_text("<!doctype html><title>Page</title>\n", encoding="utf-8")
    app = FastAPI()
    mount(app, tmp_path)
    return TestClient(app)


def test_the_map_asks_for_its_points_with_its_code(files: TestClient) -> None:
    assert files.get("/").headers["link"] == "</v1/events/columns?>; rel=preload; as=fetch; crossorigin"


@pytest.mark.parametrize("path", ["/?status=disputed", "/control", "/events/ev_1", "/assets/index-1a2b.js"])
def test_other_pages_ask_for_nothing_ahead(files: TestClient, path: str) -> None:
    answer = files.get(path)
    assert answer.status_code == 200
    assert "link" not in answer.headers


def test_files_with_a_digest_are_kept_for_ever_and_pages_are_asked_for_anew(files: TestClient) -> None:
    assert "immutable" in files.get("/assets/index-1a2b.js").headers["cache-control"]
    assert files.get("/").headers["cache-control"] == files.get("/truces").headers["cache-control"] == "no-cache"
    assert files.get("/assets/gone.js").status_code == 404
