"""What was kept cannot be changed unseen."""

from __future__ import annotations

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError

from tests.store.behaviour import check_decisions, check_documents
from vigil.store import Store


@pytest.mark.parametrize("table", ["ledger", "documents", "readings", "claims", "decisions", "retractions"])
def test_kept_rows_cannot_be_changed(store: Store, table: str) -> None:
    check_documents(store)
    check_decisions(store)
    column = {"ledger": "ref", "readings": "state", "documents": "text"}.get(table, "body")
    for statement in (
        f"UPDATE {table} SET {column} = 'x'",
        f"UPDATE {table} SET {column} = ''",
        f"DELETE FROM {table}",
    ):
        with pytest.raises(DatabaseError, match="append-only"), store.engine.begin() as connection:
            connection.execute(text(statement))
    assert store.verify() == []


@pytest.mark.parametrize(
    ("guard", "harm", "says"),
    [
        ("claims_no_update", "UPDATE claims SET body = replace(body, 'Velm', 'Pell')", "altered"),
        ("claims_no_update", "UPDATE claims SET body = ''", "without a tombstone"),
        ("claims_no_delete", "DELETE FROM claims WHERE seq = 3", "row is lost"),
        ("documents_no_update", "UPDATE documents SET text = text || ' more' WHERE id = 'd2'", "altered"),
        ("decisions_no_update", "UPDATE decisions SET body = replace(body, 'not_same', 'same')", "altered"),
        ("readings_no_update", "UPDATE readings SET state = 'read'", "altered"),
        ("ledger_no_delete", "DELETE FROM ledger WHERE seq = 2", "missing"),
        ("ledger_no_delete", "DELETE FROM ledger WHERE seq = (SELECT max(seq) FROM ledger)", "does not end"),
        ("ledger_no_update", "UPDATE ledger SET content = ref WHERE kind = 'claim'", "breaks the chain"),
    ],
)
def test_verify_finds_what_a_stranger_changed(store: Store, guard: str, harm: str, says: str) -> None:
    check_documents(store)
    check_decisions(store)
    with store.engine.begin() as connection:
        connection.execute(text(f"DROP TRIGGER {guard}"))
        connection.execute(text("PRAGMA defer_foreign_keys = ON"))
        connection.execute(text(harm))
    assert any(says in problem.message for problem in store.verify())


def test_verify_finds_an_end_that_was_made_anew(store: Store) -> None:
    check_documents(store)
    noted = store.view().meta()["head"].split()[1]
    assert store.verify(noted=noted) == []
    assert [p.what for p in store.verify(noted="f" * 64)] == ["chain"]


def test_verify_finds_rows_from_other_hands(store: Store) -> None:
    check_documents(store)
    with store.engine.begin() as connection:
        connection.execute(
            text("INSERT INTO claims SELECT 99, 'forged', reading, doc, type, body, sentence FROM claims LIMIT 1")
        )
    assert any("not in the ledger" in problem.message for problem in store.verify())
