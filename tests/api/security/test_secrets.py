"""What is kept: no secret, and every change of accounts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from argon2.profiles import RFC_9106_LOW_MEMORY

from tests.api.security.people import PASSWORD, signed_in
from vigil.api import passwords
from vigil.api.security import COOKIE
from vigil.model.account import Role
from vigil.store import Store

#: As shipped; tests have a quicker one.
SHIPPED = passwords._hasher


def test_no_secret_is_kept_shown_or_repeated(app: Any, store: Store, tmp_path: Path) -> None:
    admin = signed_in(app, "admin")
    secret = "velvet harbour thunder two"
    token = admin.post("/v1/tokens", json={"label": "export", "scopes": ["read"], "days": 9}).json()["token"]
    seen = [
        admin.post("/v1/accounts", json={"name": "olena", "role": "reader", "password": secret}),
        admin.post("/v1/accounts", json={"name": "olena", "role": "reader", "password": secret}),
        admin.post("/v1/accounts", json={"name": "!", "role": "reader", "password": secret}),
        admin.post("/v1/accounts", json={"name": "x", "role": "none", "password": secret}),
        admin.post("/v1/accounts", json={"name": "x", "role": "reader", "password": [secret]}),
        admin.patch("/v1/accounts/olena", json={"password": secret + " more"}),
        admin.patch("/v1/accounts/olena", json={"password": secret, "shoe": secret}),
        admin.post("/v1/session", json={"name": "olena", "password": secret, "x": 1}),
        admin.get("/v1/audit"), admin.get("/v1/accounts"), admin.get("/v1/tokens"), admin.get("/v1/changes"),
    ]  # fmt: skip
    assert [answer.status_code for answer in seen][:8] == [201, 409, 422, 422, 422, 200, 422, 422]
    words = "\n".join(answer.text for answer in seen)
    kept = b"".join(path.read_bytes() for path in tmp_path.glob("war.db*"))
    for hidden in (secret, token, admin.cookies[COOKIE], admin.headers["x-csrf-token"], "argon2"):
        assert hidden not in words, hidden
    for hidden in (secret, token, PASSWORD, admin.cookies[COOKIE], admin.headers["x-csrf-token"]):
        assert hidden.encode() not in kept, hidden
    assert kept.count(b"$argon2id$v=19$") >= len(Role)
    assert store.verify() == []


def test_passwords_are_hashed_by_the_profile_of_rfc_9106() -> None:
    made, profile = SHIPPED, RFC_9106_LOW_MEMORY
    assert (made.type, made.memory_cost, made.time_cost) == (profile.type, profile.memory_cost, profile.time_cost)


def test_every_change_of_accounts_is_in_the_ledger_and_cannot_be_altered(app: Any, store: Store) -> None:
    admin = signed_in(app, "admin")
    admin.post("/v1/accounts", json={"name": "olena", "role": "reader", "password": PASSWORD})
    admin.patch("/v1/accounts/olena", json={"role": "editor", "disabled": True, "password": PASSWORD + " again"})
    made = admin.post("/v1/tokens", json={"label": "export", "scopes": ["read"], "days": 9}).json()["made"]["id"]
    admin.delete(f"/v1/tokens/{made}")
    found = admin.get("/v1/audit?user=admin").json()
    assert [entry["what"].split(":")[0] for entry in found["items"]] == [
        "token_revoked admin", "token_made admin", "password olena", "disabled olena", "role olena", "created olena",
    ]  # fmt: skip
    assert store.verify() == []
    with store.engine.begin() as connection:
        connection.exec_driver_sql("DROP TRIGGER account_changes_no_update")
        connection.exec_driver_sql("UPDATE account_changes SET body = replace(body, 'editor', 'reader')")
    assert "was altered" in store.verify()[0].message


def test_the_audit_pages_from_newest_to_oldest(app: Any) -> None:
    admin, cursor, seen = signed_in(app, "admin"), "", []
    while True:
        page = admin.get("/v1/audit", params={"limit": 2, "cursor": cursor} if cursor else {"limit": 2}).json()
        seen += [entry["seq"] for entry in page["items"]]
        cursor = page["next"]
        if cursor is None:
            break
    assert seen == sorted(seen, reverse=True)
    assert len(seen) == page["total"] == len(Role)
