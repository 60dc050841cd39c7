"""One's own machine: nobody signs in, and no other site gets in."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.api.security.people import PASSWORD, Clock
from vigil.api.app import build
from vigil.api.passwords import add_account
from vigil.model.account import Role
from vigil.store import open_store
from vigil.store.accounts import Accounts


def test_on_ones_own_machine_nobody_signs_in_and_csrf_still_holds(laptop: TestClient) -> None:
    session = laptop.get("/v1/session").json()
    assert (session["signed_in"], session["how"], session["role"]) == (True, "local", "admin")
    reject = {"action": "reject", "claims": ["c-d4"]}
    assert laptop.post("/v1/decisions", json=reject).json()["error"]["code"] == "csrf"
    made = laptop.post("/v1/decisions", json=reject, headers={"x-csrf-token": session["csrf"]})
    assert (made.status_code, made.json()["items"][0]["user"]) == (201, session["user"])


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8470", "127.0.0.1.evil.example", "", "localhost.evil.example"]
)
def test_another_name_for_ones_own_machine_is_refused_even_for_reading(laptop: TestClient, host: str) -> None:
    assert laptop.get("/v1/record", headers={"Host": host}).json()["error"]["code"] == "wrong_host"


@pytest.mark.parametrize("host", ["localhost", "localhost:8470", "127.0.0.1", "[::1]:8470", "LOCALHOST"])
def test_its_own_names_are_answered(laptop: TestClient, host: str) -> None:
    assert laptop.get("/v1/record", headers={"Host": host}).status_code == 200


def test_an_account_that_is_shut_out_does_not_open_the_machine_again(tmp_path: Path) -> None:
    with open_store(tmp_path / "own.db") as store:
        accounts = Accounts(store)
        add_account(accounts, "olena", Role.REVIEWER, PASSWORD, by="test", at=Clock().now)
        accounts.set_disabled("olena", True, by="test", at=Clock().now)
        assert TestClient(build(store), base_url="http://localhost").get("/v1/me").json()["how"] == "nobody"


def test_the_first_account_ends_writing_without_one(laptop: TestClient) -> None:
    csrf = {"x-csrf-token": laptop.get("/v1/session").json()["csrf"]}
    new = {"name": "olena", "role": "admin", "password": PASSWORD}
    assert laptop.post("/v1/accounts", json=new, headers=csrf).status_code == 201
    session = laptop.get("/v1/session").json()
    assert (session["how"], session["role"]) == ("nobody", "reader")
    refused = laptop.post("/v1/decisions", json={}, headers={"x-csrf-token": session["csrf"]})
    assert refused.status_code == 401
