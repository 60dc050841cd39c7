"""Every write route of the application is shut to whoever may not, one row a route and a reason; secrets never come out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from argon2 import PasswordHasher
from argon2.profiles import RFC_9106_LOW_MEMORY
from fastapi.routing import APIRoute
from starlette.testclient import TestClient

from tests.api.conftest import fill
from vigil.api import passwords
from vigil.api.app import build
from vigil.api.passwords import add_account
from vigil.api.security import COOKIE, OPEN, SAFE, Guard
from vigil.api.throttle import LIMITS, WINDOW, Throttle
from vigil.model.account import Role
from vigil.store import Store, open_store
from vigil.store.accounts import Accounts

PASSWORD = "kettle orbit lantern seven"
SHIPPED = passwords._hasher
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
READS = {
    "/v1/review/queue": Role.REVIEWER,
    "/v1/review/fields?claim=c-d1": Role.REVIEWER,
    "/v1/decisions": Role.REVIEWER,
    "/v1/tokens": Role.REVIEWER,
    "/v1/audit": Role.EDITOR,
    "/v1/accounts": Role.ADMIN,
}
WITH_ROLE = [pair for pair, role in WRITES.items() if role is not None]


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.now = datetime(2031, 5, 9, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(microseconds=1)
        return self.now


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


def browser(app: Any, base: str = "https://vigil.example") -> TestClient:
    return TestClient(app, base_url=base)


def signed_in(app: Any, name: str) -> TestClient:
    """A browser with a session, without the cost of a password's hash."""
    client, guard = browser(app), app.state.guard
    cookie, caller = guard.open_session(name)
    client.cookies.set(COOKIE, cookie)
    client.headers["x-csrf-token"] = guard.csrf(caller)
    return client


def typed_in(app: Any, name: str, password: str = PASSWORD) -> TestClient:
    """A browser in which somebody typed name and password."""
    client = browser(app)
    client.headers["x-csrf-token"] = client.get("/v1/session").json()["csrf"]
    answer = client.post("/v1/session", json={"name": name, "password": password})
    assert answer.status_code == 200, answer.text
    client.headers["x-csrf-token"] = answer.json()["csrf"]
    return client


def routes(app: Any) -> Iterator[tuple[str, APIRoute]]:
    """Every route of the application, with its whole path."""
    for item in app.routes:
        if isinstance(item, APIRoute):
            yield item.path, item
        elif hasattr(item, "original_router"):
            yield from ((f"/v1{route.path}", route) for route in item.original_router.routes)


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


# Sessions


def test_the_cookie_is_for_this_site_by_tls_and_no_script(app: Any) -> None:
    client = browser(app)
    client.headers["x-csrf-token"] = client.get("/v1/session").json()["csrf"]
    cookie = client.post("/v1/session", json={"name": "editor", "password": PASSWORD}).headers["set-cookie"]
    parts = {part.strip().lower() for part in cookie.split(";")}
    assert {"httponly", "secure", "samesite=strict", "path=/"} <= parts
    assert "domain" not in cookie.lower()


def test_a_new_sign_in_gets_a_new_id_and_ends_the_old(app: Any) -> None:
    client = typed_in(app, "editor")
    old = client.cookies[COOKIE]
    client.headers["x-csrf-token"] = client.post("/v1/session", json={"name": "editor", "password": PASSWORD}).json()[
        "csrf"
    ]
    assert client.cookies[COOKIE] != old
    assert browser(app).get("/v1/me", headers={"cookie": f"{COOKIE}={old}"}).json()["how"] == "nobody"


def test_signing_out_ends_the_session_and_not_only_the_cookie(app: Any) -> None:
    client = signed_in(app, "editor")
    cookie = client.cookies[COOKIE]
    assert client.delete("/v1/session").status_code == 204
    assert browser(app).get("/v1/me", headers={"cookie": f"{COOKIE}={cookie}"}).json()["how"] == "nobody"


def test_a_session_ends_when_idle_and_after_a_time_in_any_case(app: Any, clock: Clock) -> None:
    client = signed_in(app, "editor")
    clock.now += timedelta(minutes=61)
    assert client.get("/v1/me").json()["how"] == "nobody"
    client = signed_in(app, "editor")
    for _ in range(14):
        clock.now += timedelta(minutes=50)
        assert client.get("/v1/me").json()["how"] == "session"
    clock.now += timedelta(minutes=50)
    assert client.get("/v1/me").json()["how"] == "nobody"


def test_shutting_out_changing_role_and_password_take_effect_at_once(app: Any) -> None:
    admin, editor = signed_in(app, "admin"), signed_in(app, "editor")
    assert admin.patch("/v1/accounts/editor", json={"role": "reader"}).json()["role"] == "reader"
    assert editor.get("/v1/audit").status_code == 403
    assert admin.patch("/v1/accounts/editor", json={"disabled": True}).status_code == 200
    assert editor.get("/v1/me").json()["how"] == "nobody"
    assert admin.patch("/v1/accounts/admin", json={"disabled": True}).json()["error"]["code"] == "last_admin"
    assert admin.patch("/v1/accounts/admin", json={"role": "editor"}).json()["error"]["code"] == "last_admin"
    reviewer = typed_in(app, "reviewer")
    change = {"old": PASSWORD, "new": "thistle copper window nine"}
    assert reviewer.put("/v1/me/password", json=change | {"old": "not this one at all"}).status_code == 401
    assert reviewer.put("/v1/me/password", json=change | {"new": "short"}).status_code == 422
    assert reviewer.put("/v1/me/password", json=change).status_code == 204
    assert reviewer.get("/v1/me").json()["how"] == "nobody"
    assert typed_in(app, "reviewer", change["new"]).get("/v1/me").json()["how"] == "session"


# Signing in


def test_unknown_names_wrong_passwords_and_shut_accounts_get_one_answer(app: Any, store: Store) -> None:
    Accounts(store).set_disabled("reader", True, by="test", at=Clock().now)
    client = browser(app)
    client.headers["x-csrf-token"] = client.get("/v1/session").json()["csrf"]
    tries = [("nobody", PASSWORD), ("admin", "wrong password here"), ("reader", PASSWORD), ("ADMIN", PASSWORD)]
    answers = [client.post("/v1/session", json={"name": n, "password": p}) for n, p in tries]
    assert {(a.status_code, a.text, a.headers.get("set-cookie")) for a in answers} == {(401, answers[0].text, None)}


def test_guessing_is_slowed_for_real_and_unknown_names_alike(app: Any) -> None:
    for name in ("admin", "nobody"):
        client = browser(app)
        client.headers["x-csrf-token"] = client.get("/v1/session").json()["csrf"]
        answers = [client.post("/v1/session", json={"name": name, "password": "wrong password"}) for _ in range(6)]
        assert [a.status_code for a in answers] == [401] * 5 + [429]
        assert int(answers[-1].headers["retry-after"]) > 600
        right = client.post("/v1/session", json={"name": name, "password": PASSWORD})
        assert right.status_code == 429


def test_the_throttle_counts_in_a_window_and_by_three_keys() -> None:
    now = [0.0]
    throttle = Throttle(lambda: now[0])
    for n in range(LIMITS["pair"]):
        assert throttle.wait("ana", "1.2.3.4") == 0.0
        throttle.failed("ana", "1.2.3.4")
        now[0] += 1 + n * 0
    assert throttle.wait("ana", "1.2.3.4") == pytest.approx(WINDOW - 5)
    assert throttle.wait("ana", "5.6.7.8") == throttle.wait("ben", "1.2.3.4") == 0.0
    now[0] += WINDOW
    assert throttle.wait("ana", "1.2.3.4") == 0.0
    for n in range(LIMITS["client"]):
        throttle.failed(f"name{n}", "9.9.9.9")
    assert throttle.wait("fresh", "9.9.9.9") > 0
    for n in range(LIMITS["name"]):
        throttle.failed("ben", f"10.0.0.{n}")
    assert throttle.wait("ben", "8.8.8.8") > 0
    throttle.failed("cleo", "7.7.7.7")
    throttle.succeeded("cleo", "7.7.7.7")
    assert throttle.wait("cleo", "7.7.7.7") == 0.0


# Tokens


def test_a_token_works_in_its_scope_without_csrf_until_revoked_or_expired(app: Any, clock: Clock) -> None:
    admin = signed_in(app, "admin")
    made = {
        scope: admin.post("/v1/tokens", json={"label": scope, "scopes": [scope], "days": 3}).json()
        for scope in ("read", "review", "admin")
    }
    program = {scope: {"Authorization": f"Bearer {made[scope]['token']}"} for scope in made}
    bare = browser(app)
    reached = {scope: [bare.get(path, headers=program[scope]).status_code for path in READS] for scope in program}
    assert reached == {"read": [403] * 6, "review": [200] * 5 + [403], "admin": [200] * 6}
    assert bare.post("/v1/decisions", json={}, headers=program["read"]).status_code == 403
    assert bare.post("/v1/decisions", json={}, headers=program["review"]).status_code == 422
    assert (
        bare.post(
            "/v1/tokens", json={"label": "x", "scopes": ["read"], "days": 1}, headers=program["admin"]
        ).status_code
        == 403
    )
    assert admin.delete(f"/v1/tokens/{made['review']['made']['id']}").status_code == 204
    assert bare.get("/v1/me", headers=program["review"]).json()["error"]["code"] == "bad_token"
    clock.now += timedelta(days=3)
    assert bare.get("/v1/me", headers=program["read"]).status_code == 401


def test_a_tokens_scope_gives_no_more_than_its_account(app: Any) -> None:
    reviewer = signed_in(app, "reviewer")
    assert reviewer.post("/v1/tokens", json={"label": "x", "scopes": ["admin"], "days": 1}).status_code == 403
    token = reviewer.post("/v1/tokens", json={"label": "x", "scopes": ["review"], "days": 1}).json()["token"]
    headers = {"Authorization": f"Bearer {token}"}
    assert browser(app).get("/v1/me", headers=headers).json()["role"] == "reviewer"
    signed_in(app, "admin").patch("/v1/accounts/reviewer", json={"disabled": True})
    assert browser(app).get("/v1/me", headers=headers).status_code == 401


def test_others_tokens_are_neither_seen_nor_revoked(app: Any) -> None:
    admin, reviewer = signed_in(app, "admin"), signed_in(app, "reviewer")
    made = admin.post("/v1/tokens", json={"label": "x", "scopes": ["read"], "days": 1}).json()["made"]["id"]
    assert reviewer.get("/v1/tokens").json()["total"] == 0
    assert reviewer.get("/v1/tokens?account=admin").status_code == 403
    assert reviewer.delete(f"/v1/tokens/{made}").status_code == 404
    assert admin.get("/v1/tokens?account=*").json()["total"] == 1


@pytest.mark.parametrize(
    "header", ["Bearer", "Bearer x", "Basic YWRtaW46eA==", "Bearer " + "a" * 5000, "Bearer \u00e9"]
)
def test_a_bad_authorization_is_nobodys_and_not_the_cookies(app: Any, header: str) -> None:
    client = signed_in(app, "admin")
    assert client.get("/v1/me", headers={"Authorization": header.encode()}).status_code == 401


# One's own machine


@pytest.fixture
def laptop(tmp_path: Path) -> Iterator[TestClient]:
    with open_store(tmp_path / "own.db") as store:
        fill(store)
        yield TestClient(build(store), base_url="http://127.0.0.1:8470")


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


# What is kept


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
