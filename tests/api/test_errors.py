"""What goes wrong: one shape, the fitting status, the field at fault; nothing of the server's inside."""

from __future__ import annotations

from typing import Any

import pytest
from starlette.testclient import TestClient

from vigil.api.app import build
from vigil.api.middleware import POLICY, Rate
from vigil.store import Store

BAD: tuple[tuple[str, int, str | None], ...] = (
    ("/v1/events?since=yesterday", 422, "since"),
    ("/v1/events?type=party", 422, "type.0"),
    ("/v1/events?bbox=1,2,3", 422, "bbox"),
    ("/v1/events?bbox=1,2,3,nan", 422, "bbox"),
    ("/v1/events?limit=0", 422, "limit"),
    ("/v1/events?limit=201", 422, "limit"),
    ("/v1/events?witnesses=-1", 422, "witnesses"),
    ("/v1/events?typ=airstrike", 422, "typ"),
    ("/v1/record?x=1", 422, "x"),
    ("/v1/events?cursor=%00", 404, "cursor"),
    ("/v1/events?cursor=WyJkYXkiLCAxLCAyXQ", 404, "cursor"),
    ("/v1/documents?cursor=WyJkYXkiXQ", 404, "cursor"),
    ("/v1/search", 422, "q"),
    ("/v1/states/control?day=1", 422, "day"),
    ("/v1/events/ev_nobody", 404, None),
    ("/v1/documents/nobody", 404, None),
    ("/v1/claims/nobody", 404, None),
    ("/v1/actors/nobody", 404, None),
    ("/v1/places/nobody", 404, None),
    ("/v1/sources/nobody", 404, None),
    ("/v1/states/control/nobody", 404, None),
    ("/v1/theatres/nobody/layers", 404, None),
    ("/v1/nothing", 404, None),
)


@pytest.mark.parametrize(("address", "status", "field"), BAD, ids=[case[0] for case in BAD])
def test_errors_have_one_shape(client: TestClient, address: str, status: int, field: str | None) -> None:
    answer = client.get(address)
    assert answer.status_code == status
    assert set(answer.json()) == {"error"}
    error = answer.json()["error"]
    assert set(error) == {"code", "message", "advice", "field"}
    assert error["field"] == field
    assert error["message"]
    assert error["advice"]
    assert answer.headers["content-security-policy"] == POLICY


def test_a_method_that_is_not_there_names_those_that_are(client: TestClient) -> None:
    answer = client.post("/v1/events")
    assert (answer.status_code, answer.json()["error"]["code"]) == (405, "method_not_allowed")
    assert "GET" in answer.headers["allow"]


def test_a_fault_of_ours_says_so_and_no_more(store: Store, caplog: Any) -> None:
    app = build(store)

    @app.get("/v1/broken", include_in_schema=False)
    def broken() -> None:
        raise RuntimeError("the key is under the mat")

    answer = TestClient(app).get("/v1/broken")
    assert answer.status_code == 500
    assert answer.json()["error"]["code"] == "fault"
    assert "mat" not in answer.text
    assert "mat" in caplog.text


def test_the_rate_limit_is_each_clients_own(store: Store) -> None:
    app = build(store, rate=Rate(per_second=0.001, burst=3))
    one, other = TestClient(app, client=("10.0.0.1", 1)), TestClient(app, client=("10.0.0.2", 1))
    assert [one.get("/v1/record").status_code for _ in range(5)] == [200, 200, 200, 429, 429]
    refused = one.get("/v1/record")
    assert refused.json()["error"]["code"] == "too_many"
    assert int(refused.headers["retry-after"]) > 0
    assert other.get("/v1/record").status_code == 200


def test_long_bodies_are_refused(store: Store) -> None:
    client = TestClient(build(store, most_body=1000))
    assert client.post("/v1/record", content=b"x" * 1001).status_code == 413
    answer = client.post("/v1/record", content=iter([b"x" * 600, b"x" * 600]))
    assert answer.status_code in (405, 413)


def test_headers_forbid_scripts_and_other_origins(client: TestClient) -> None:
    for address in ("/v1/record", "/", "/v1/nothing"):
        headers = client.get(address).headers
        policy = headers["content-security-policy"]
        assert "unsafe" not in policy
        assert "http" not in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"
