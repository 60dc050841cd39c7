"""Why an event is one event over HTTP: ties inside, near misses by event, windows of days, and who may ask."""

from __future__ import annotations

from datetime import UTC, datetime

from starlette.testclient import TestClient

from tests.api.test_events import STRIKE
from vigil.api.app import build
from vigil.api.care import Care
from vigil.api.near import near
from vigil.api.passwords import add_account
from vigil.model.account import Role
from vigil.store import Store
from vigil.store.accounts import Accounts


def test_each_claim_has_its_closest_tie_and_near_events_come_once(client: TestClient) -> None:
    event = client.get(f"/v1/events/{STRIKE}").json()
    why = client.get(f"/v1/events/{STRIKE}/why").json()
    mine = {claim["id"] for claim in event["claims"]}
    assert why["compared"] == 3
    assert {bond["claim"] for bond in why["inside"]} <= mine
    for bond in why["inside"]:
        assert bond["other"] in mine
        assert abs(bond["odds"] - sum(part["value"] * part["weight"] for part in bond["parts"])) < 0.01
        assert all(part["reason"] for part in bond["parts"])
    near_ids = [miss["event"]["id"] for miss in why["near"]]
    assert STRIKE not in near_ids
    assert len(near_ids) == len(set(near_ids))
    for miss in why["near"]:
        claims = {claim["id"] for claim in client.get(f"/v1/events/{miss['event']['id']}").json()["claims"]}
        assert miss["bond"]["claim"] in claims
        assert miss["sentence"]["text"]


def test_a_large_record_is_compared_within_days(store: Store) -> None:
    room = build(store).state.room
    event = room.view.event(STRIKE)
    assert event is not None
    assert near(event, room, Care(False)).compared == 3
    few = near(event, room, Care(False), most=1)
    assert few.compared <= 2
    assert {bond.claim for bond in few.inside} == {bond.claim for bond in near(event, room, Care(False)).inside}


def test_a_public_server_works_it_out_for_reviewers_and_names_nobody(store: Store) -> None:
    add_account(Accounts(store), "olena", Role.REVIEWER, "kettle orbit lantern seven", by="t", at=datetime.now(UTC))
    client = TestClient(build(store, public=True), base_url="https://testserver")
    assert client.get(f"/v1/events/{STRIKE}/why").status_code == 403
    csrf = client.get("/v1/session").json()["csrf"]
    given = {"name": "olena", "password": "kettle orbit lantern seven"}
    assert client.post("/v1/session", json=given, headers={"x-csrf-token": csrf}).status_code == 200
    why = client.get(f"/v1/events/{STRIKE}/why").json()
    assert all(not part["reason"] for bond in why["inside"] for part in bond["parts"])
    assert client.get("/v1/events/ev_cccccccccccccccc/why").status_code == 404


def test_an_event_that_is_not_there(client: TestClient) -> None:
    assert client.get("/v1/events/ev_0000000000000000/why").status_code == 404
