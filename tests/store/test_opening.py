"""Opening a record: its tables, and what is said where it cannot be opened."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text

from tests.store.written import claim, document
from vigil.model.errors import BadReference, Misuse
from vigil.store import Store, open_store, shown


def test_migrations_make_the_tables_that_the_code_knows(store: Store) -> None:
    from vigil.store.tables import metadata

    with store.engine.connect() as connection:
        context = MigrationContext.configure(connection)
        differences = [
            d for d in compare_metadata(context, metadata) if not str(getattr(d[1], "name", "")).startswith("words")
        ]
    assert differences == []


def test_a_record_opens_again_as_it_was(tmp_path: Path) -> None:
    for n in (1, 2):
        with open_store(tmp_path / "r.db") as opened:
            with opened.write() as writer:
                writer.put_reading(document(n), [claim(document(n))], stages="s")
            assert opened.view().counts()["documents"] == n
            assert opened.verify() == []


def test_opening_says_what_is_wrong(tmp_path: Path) -> None:
    with pytest.raises(Misuse, match="no record"):
        open_store(tmp_path / "none.db", create=False)
    (tmp_path / "text.db").write_text("not a database at all, only words " * 40)
    with pytest.raises(Misuse, match="cannot open"):
        open_store(tmp_path / "text.db")
    with pytest.raises(Misuse, match="cannot open"):
        open_store(tmp_path / "no" / "folder" / "r.db")
    with pytest.raises(Misuse, match="not a database address"):
        open_store("://")
    with pytest.raises(Misuse, match="no driver for") as raised:
        open_store("nosuch+driver://ann:secret@host/record")
    assert "secret" not in str(raised.value)
    assert shown("postgresql+psycopg://ann:secret@host/record") == "postgresql+psycopg://ann:***@host/record"
    foreign = sqlite3.connect(tmp_path / "foreign.db")
    foreign.execute("CREATE TABLE other (x)")
    foreign.close()
    with pytest.raises(Misuse, match="not a record"):
        open_store(tmp_path / "foreign.db")


def test_a_later_record_is_not_touched(tmp_path: Path) -> None:
    with open_store(tmp_path / "r.db") as opened, opened.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(BadReference, match="later Vigil"):
        open_store(tmp_path / "r.db")
