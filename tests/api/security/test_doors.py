"""Every write route of the application is shut to whoever may not, one row a route and a reason."""

from __future__ import annotations

import re
from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.api.security.people import READS, Clock, browser, routes, signed_in
from vigil.api.app import build
from vigil.api.security import OPEN, SAFE, Guard
from vigil.model.account import Role
from vigil.store import Store

#: The least role of each write route; a new route must be put here.
WRITES: dict[tuple[str, str], Role | None] = {
    ("POST", "/v1/session"): None,
    ("DELETE", "/v1/session"): None,
    ("PUT", "/v1/me/password"): None,
    ("POST", "/v1/decisions"): Role.REVIEWER,
    ("DELETE", "/v1/decisions/{id}"): Role.REVIEWER,
    ("POST", "/v1/accounts"): Role.ADMIN,
    ("PATCH", "/v1/accounts/{name}"): Role.ADMIN,
    ("POST", "/v1/tokens"): Role.REVIEWER,
    ("DELETE", "/v1/tokens/{id}"): Role.REVIEWER,
}
WITH_ROLE = [pair for pair, role in WRITES.items() if role is not None]


def written(app: Any) -> set[tuple[str, str]]:
    """Every (method, path) of the application that is not for reading."""
    return {(method, path) for path, route in routes(app) for method in route.methods - SAFE}


def send(client: TestClient, pair: tuple[str, str], **more: Any) -> Any:
    method, path = pair
    body = {} if method in ("POST", "PATCH", "PUT") else None
    return client.request(method, path.format(id="x", name="x"), json=body, **more)


def test_the_table_holds_every_write_route(app: Any) -> None:
    assert written(app) == set(WRITES)
    shown = {path.replace(":path}", "}") for path, route in routes(app) if route.include_in_schema}
    assert shown == set(app.openapi()["paths"])
    assert {route.name for path, route in routes(app) if route.methods - SAFE} >= OPEN


@pytest.mark.parametrize("pair", WITH_ROLE, ids=" ".join)
def test_a_write_without_a_session_is_refused(app: Any, pair: tuple[str, str]) -> None:
    client = browser(app)
    client.headers["x-csrf-token"] = client.get("/v1/session").json()["csrf"]
    answer = send(client, pair)
    assert (answer.status_code, answer.json()["error"]["code"]) == (401, "sign_in")


@pytest.mark.parametrize("pair", WITH_ROLE, ids=" ".join)
def test_a_write_with_too_low_a_role_is_refused(app: Any, pair: tuple[str, str]) -> None:
    needed = WRITES[pair]
    for role in Role:
        if needed is not None and not role.may(needed):
            answer = send(signed_in(app, role.value), pair)
            assert (answer.status_code, answer.json()["error"]["code"]) == (403, "forbidden"), role


@pytest.mark.parametrize("pair", WITH_ROLE, ids=" ".join)
def test_the_right_role_gets_past_the_door(app: Any, pair: tuple[str, str]) -> None:
    needed = WRITES[pair]
    assert needed is not None
    assert send(signed_in(app, needed.value), pair).status_code in (404, 422)


@pytest.mark.parametrize("pair", WRITES, ids=" ".join)
@pytest.mark.parametrize(
    "sent", [None, "", "0" * 64, "é".encode().decode("latin-1")], ids=["none", "empty", "wrong", "odd"]
)
def test_a_write_without_the_csrf_token_is_refused(app: Any, pair: tuple[str, str], sent: str | None) -> None:
    client = signed_in(app, "admin")
    del client.headers["x-csrf-token"]
    answer = send(client, pair, headers={} if sent is None else {"x-csrf-token": sent.encode("latin-1")})
    assert (answer.status_code, answer.json()["error"]["code"]) == (403, "csrf")
    assert client.get("/v1/me").json()["user"] == "admin"


@pytest.mark.parametrize("pair", WRITES, ids=" ".join)
@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://elsewhere.example"}, {"Origin": "null"}, {"Origin": "https://vigil.example.evil.example"},
        {"Origin": "https://vigil.example:8443"}, {"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"},
    ],
    ids=str,
)  # fmt: skip
def test_a_write_from_another_sites_page_is_refused(app: Any, pair: tuple[str, str], headers: dict[str, str]) -> None:
    answer = send(signed_in(app, "admin"), pair, headers=headers)
    assert (answer.status_code, answer.json()["error"]["code"]) == (403, "foreign_origin")


def test_another_sessions_csrf_token_is_of_no_use(app: Any) -> None:
    one, two = signed_in(app, "admin"), signed_in(app, "admin")
    answer = one.post("/v1/tokens", json={}, headers={"x-csrf-token": two.headers["x-csrf-token"]})
    assert answer.json()["error"]["code"] == "csrf"


@pytest.mark.parametrize(("path", "needed"), READS.items())
def test_what_only_some_may_read(app: Any, path: str, needed: Role) -> None:
    assert browser(app).get(path).status_code == 401
    for role in Role:
        assert signed_in(app, role.value).get(path).status_code == (200 if role.may(needed) else 403), role


def test_reading_may_be_shut_to_strangers(store: Store, clock: Clock) -> None:
    app = build(store, public=True, guard=Guard(store, public=True, open_reading=False, clock=clock))
    stranger, reader, asked = browser(app), signed_in(app, "reader"), 0
    assert reader.get("/v1/record").status_code == 200  # an answer that is kept must not go to a stranger
    for path, route in routes(app):
        if "GET" in route.methods and path.startswith("/v1"):
            filled = re.sub(r"\{\w+\}", "x", path)
            assert (stranger.get(filled).status_code == 401) == (path not in ("/v1/session", "/v1/me")), path
            asked += 1
    assert asked > 10
