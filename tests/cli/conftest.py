"""A record on disk to run commands on: ``db`` holds the hand-made one of tests/publish."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.publish import made
from vigil.ingest.archive import Archive
from vigil.model.state import States
from vigil.store import open_store


@pytest.fixture(autouse=True)
def _plain(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("VIGIL_DEBUG", "VIGIL_DB", "VIGIL_ARCHIVE", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.chdir(tmp_path)


@pytest.fixture(scope="session")
def _made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    record = made.record()
    path = tmp_path_factory.mktemp("record") / "war.db"
    with open_store(path) as store, store.write() as writer:
        for document in record.made_documents:
            claims = [claim for claim in record.made_claims if claim.doc == document.id]
            writer.put_reading(document, claims, stages="test/1")
        writer.put_issues([made.issue()])
        writer.replace_derived(record.made_events, States(controls=tuple(record.made_controls)), {})
    Archive(Path(f"{path}.warc.gz")).close()
    return path.parent


@pytest.fixture
def db(_made_once: Path, tmp_path: Path) -> str:
    """A fresh copy of the record, which a test may change."""
    shutil.copytree(_made_once, tmp_path, dirs_exist_ok=True)
    return str(tmp_path / "war.db")
