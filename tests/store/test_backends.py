"""The store's behaviour on every backend, and what only SQLite does.

PostgreSQL is checked too where VIGIL_TEST_POSTGRESQL names an empty database (postgresql+psycopg://...).
"""

from __future__ import annotations

import os

import pytest
from sqlalchemy import text

from tests.store.behaviour import check_documents, check_store
from tests.store.written import document
from vigil.store import Store, open_store


def test_sqlite(store: Store) -> None:
    check_store(store)
    assert {hit.id for hit in store.view().search("velm")} >= {"d2"}  # marks aside
    with store.engine.connect() as connection:
        assert connection.execute(text("PRAGMA journal_mode")).scalar() == "wal"


@pytest.mark.skipif(not os.environ.get("VIGIL_TEST_POSTGRESQL"), reason="VIGIL_TEST_POSTGRESQL names no database")
def test_postgresql() -> None:
    with open_store(os.environ["VIGIL_TEST_POSTGRESQL"]) as opened:
        check_store(opened)


def test_reading_while_writing(store: Store) -> None:
    check_documents(store)
    stream = store.view().documents()
    first = next(stream)
    with store.write() as writer:
        writer.put_reading(document(7), [], stages="s")
    assert [first.id, *(d.id for d in stream)] == ["d1", "d2"]
