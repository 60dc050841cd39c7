"""Clients over records: ``made`` (the hand-made one of tests/publish) and ``world`` would be too slow to make here."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.publish import made
from vigil.api import security
from vigil.api.app import build
from vigil.model.state import States
from vigil.store import Store, open_store


def fill(store: Store) -> None:
    """The hand-made record of tests/publish."""
    record = made.record()
    with store.write() as writer:
        for document in record.made_documents:
            claims = [claim for claim in record.made_claims if claim.doc == document.id]
            writer.put_reading(document, claims, stages="test/1 reader=test@1")
        writer.put_issues([made.issue()])
        writer.replace_derived(record.made_events, States(controls=tuple(record.made_controls)), {})


@pytest.fixture(autouse=True)
def _host_of_the_test_client(monkeypatch: pytest.MonkeyPatch) -> None:
    """A server for this machine answers to its own names only; the test client calls it by another one."""
    monkeypatch.setattr(security, "LOOPBACK", security.LOOPBACK | {"testserver"})


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "war.db") as store:
        fill(store)
        yield store


@pytest.fixture
def client(store: Store) -> TestClient:
    """Reads the hand-made record on a server for this machine only."""
    return TestClient(build(store))


@pytest.fixture
def public(store: Store) -> TestClient:
    """The same, as others would see it."""
    return TestClient(build(store, public=True))
