"""Who sends what to a server: with a session, with a password typed in, or as nobody."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

from fastapi.routing import APIRoute
from starlette.testclient import TestClient

from vigil.api.security import COOKIE
from vigil.model.account import Role

PASSWORD = "kettle orbit lantern seven"
READS = {
    "/v1/review/queue": Role.REVIEWER,
    "/v1/review/fields?claim=c-d1": Role.REVIEWER,
    "/v1/decisions": Role.REVIEWER,
    "/v1/tokens": Role.REVIEWER,
    "/v1/audit": Role.EDITOR,
    "/v1/accounts": Role.ADMIN,
}


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.now = datetime(2031, 5, 9, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(microseconds=1)
        return self.now


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
