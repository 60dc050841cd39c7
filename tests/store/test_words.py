"""Words as they are searched for."""

from __future__ import annotations

import sqlite3

from hypothesis import given
from hypothesis import strategies as st

from vigil.store.words import fold, fts_query


@given(st.text())
def test_fts_query_holds_only_quoted_words(words: str) -> None:
    bare = fts_query(words).split(" AND ")
    assert all(part.startswith('"') and part.endswith('"') and '"' not in part[1:-1] for part in bare if part)


@given(st.text())
def test_any_text_can_be_searched_for(words: str) -> None:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE w USING fts5(t)")
    query = fts_query(words)
    if query:
        connection.execute("SELECT * FROM w WHERE w MATCH ?", (query,)).fetchall()
    connection.close()


@given(st.text())
def test_folding_twice_changes_nothing(words: str) -> None:
    assert fold(fold(words)) == fold(words)
