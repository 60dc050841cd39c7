"""A speaker who is known by words alone is called the same in whatever order the claims come."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import text

from tests.store.written import claim, document, event
from vigil.model.claim import Mention
from vigil.model.entity import ActorRef
from vigil.model.state import States
from vigil.store import Store


@pytest.mark.parametrize("spellings", [("Local Residents", "local residents"), ("local residents", "Local Residents")])
def test_of_two_spellings_always_the_same_one_is_shown(store: Store, spellings: tuple[str, str]) -> None:
    one = document(1)
    told = [
        replace(claim(one, n), sources=(Mention(role="source", span=one.span(0, 6), actor=ActorRef(text=words)),))
        for n, words in enumerate(spellings)
    ]
    with store.write() as writer:
        writer.put_reading(one, told, stages="s1")
        writer.replace_derived([event(1, *told)], States(), {})
    with store.engine.connect() as connection:
        rows = connection.execute(text("SELECT value, label FROM tags WHERE role = 'speaker'"))
        assert [tuple(row) for row in rows] == [("local residents", "Local Residents")]
