"""Events over HTTP: lists, points, one in full."""

from __future__ import annotations

from datetime import date, timedelta

from starlette.testclient import TestClient

from tests.publish.made import ATTACKS

STRIKE = "ev_aaaaaaaaaaaaaaaa"


def test_the_list_shows_each_event_once(client: TestClient) -> None:
    seen: list[str] = []
    cursor = ""
    for _ in range(5):
        page = client.get("/v1/events", params={"limit": 1, "cursor": cursor}).json()
        assert page["total"] == 3
        seen += [item["id"] for item in page["items"]]
        cursor = page["next"]
        if cursor is None:
            break
    assert sorted(seen) == [STRIKE, "ev_bbbbbbbbbbbbbbbb", "ev_cccccccccccccccc"]
    assert seen[-1] == "ev_cccccccccccccccc", "an event without a day comes last, also newest first"


def test_an_event_brings_each_sentence_with_its_words(client: TestClient) -> None:
    event = client.get(f"/v1/events/{STRIKE}").json()
    told = {claim["id"]: claim for claim in event["claims"]}
    assert set(told) == {"c-d1", "c-d2", "c-d2b", "c-d3"}
    for claim in told.values():
        for mark in claim["sentence"]["marks"]:
            assert claim["sentence"]["text"][mark["start"] : mark["end"]] == mark["text"]
    assert told["c-d2"]["relation"] == "denies"
    assert told["c-d3"]["copy_of"]["document"] == "d1"
    assert told["c-d3"]["document"]["title"] == ATTACKS
    roles = {mark["role"] for mark in told["c-d1"]["sentence"]["marks"]}
    assert roles >= {"trigger", "agent", "target", "place", "source", "cue", "time", "count"}


def test_points_hold_events_without_a_place(client: TestClient) -> None:
    points = client.get("/v1/events/points").json()
    assert len(points["rows"]) == points["total"] == 3
    assert points["unplaced"] == 1
    assert points["undated"] == 1
    assert all(len(row) == len(points["columns"]) for row in points["rows"])


def test_columns_hold_what_rows_hold(client: TestClient) -> None:
    for query in ("", "?type=airstrike", "?type=abuse", "?status=announced&status=reported"):
        rows = client.get(f"/v1/events/points{query}").json()
        told = client.get(f"/v1/events/columns{query}").json()
        words = {
            name: [told[name]["words"][n] for n in told[name]["codes"]] for name in ("type", "status", "precision")
        }

        def day(number: int | None) -> str | None:
            return None if number is None else str(date(1970, 1, 1) + timedelta(days=number))

        columns = [
            told["id"], words["type"], words["status"], told["lat"], told["lon"], told["radius_km"], words["precision"],
            map(day, told["first"]), map(day, told["last"]), told["witnesses"], map(bool, told["disputed"]), told["gist"],
        ]  # fmt: skip
        assert [list(row) for row in zip(*columns, strict=True)] == rows["rows"]
        assert [told[name] for name in ("unplaced", "undated", "total")] == [
            rows[name] for name in ("unplaced", "undated", "total")
        ]


def test_a_public_server_withholds(public: TestClient) -> None:
    assert [item["id"] for item in public.get("/v1/events").json()["items"]] == ["ev_bbbbbbbbbbbbbbbb", STRIKE]
    assert public.get("/v1/events/ev_cccccccccccccccc").status_code == 404
    event = public.get(f"/v1/events/{STRIKE}").json()
    assert "Lena Marsh" not in str(event)
    assert "Old Tom" not in str(event)
    assert "three civilians" in str(event)
    assert (
        "Lena"
        not in public.get("/v1/events").text
        + public.get("/v1/events/points").text
        + public.get("/v1/events/columns").text
    )
