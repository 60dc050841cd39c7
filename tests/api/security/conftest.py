"""Somebody with each role on a public server, a clock that a test sets, and quick password hashes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from argon2 import PasswordHasher
from starlette.testclient import TestClient

from tests.api.conftest import fill
from tests.api.security.people import PASSWORD, Clock
from vigil.api import passwords
from vigil.api.app import build
from vigil.api.passwords import add_account
from vigil.api.security import Guard
from vigil.model.account import Role
from vigil.store import Store, open_store
from vigil.store.accounts import Accounts


@pytest.fixture(scope="module", autouse=True)
def _quick() -> Iterator[None]:
    """Argon2 with little memory and one pass: the real one takes a second where a build runs beside it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(passwords, "_hasher", PasswordHasher(time_cost=1, memory_cost=1024, parallelism=1))
        passwords._nobodys.cache_clear()
        yield
    passwords._nobodys.cache_clear()


@pytest.fixture(scope="module")
def _filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("secure") / "war.db"
    with open_store(path) as store:
        fill(store)
        for role in Role:
            add_account(Accounts(store), role.value, role, PASSWORD, by="setup", at=Clock().now)
    return path


@pytest.fixture
def store(_filled: Path, tmp_path: Path) -> Iterator[Store]:
    (tmp_path / "war.db").write_bytes(_filled.read_bytes())
    with open_store(tmp_path / "war.db") as opened:
        yield opened


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def app(store: Store, clock: Clock) -> Any:
    return build(store, public=True, guard=Guard(store, public=True, clock=clock))


@pytest.fixture
def laptop(tmp_path: Path) -> Iterator[TestClient]:
    with open_store(tmp_path / "own.db") as store:
        fill(store)
        yield TestClient(build(store), base_url="http://127.0.0.1:8470")
