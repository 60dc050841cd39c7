"""Sessions: their cookie, their ends, and how guessing a password is slowed."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from tests.api.security.people import PASSWORD, Clock, browser, signed_in, typed_in
from vigil.api.security import COOKIE
from vigil.api.throttle import LIMITS, WINDOW, Throttle
from vigil.store import Store
from vigil.store.accounts import Accounts


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
