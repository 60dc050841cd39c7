"""API tokens: what they open, for how long, and whose they are."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from tests.api.security.people import READS, Clock, browser, signed_in


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
