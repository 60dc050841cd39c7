"""Review over HTTP: a question, its sentences, an answer that takes effect, its undo, and both in the ledger."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.fakes import FakeClock, article, tools, write_articles
from vigil.api.app import build
from vigil.api.passwords import add_account
from vigil.api.security import COOKIE, Guard
from vigil.engine.run import run
from vigil.ingest.archive import Archive
from vigil.model.account import Role
from vigil.store import Store, open_store

VELM = (
    "Residents spoke of shelling in Velm by the Tarn Guards in the morning, 3 killed, and of closed roads to the coast."
)
NOWHERE = "Word came of an airstrike in Quarn by the Tarn Guards, 2 killed, with no town of that name on any map."
XSS = "There was shelling in Pell<script>alert(1)</script> that night, 4 killed, residents told the radio."


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    rows = [*(article(n) for n in range(6)), article(7, words=VELM), article(8, words=XSS), article(9, words=NOWHERE)]
    source = write_articles(tmp_path / "a.jsonl", rows)
    with open_store(tmp_path / "own.db") as opened, Archive(tmp_path / "own.db.warc.gz") as archive:
        run([source], store=opened, archive=archive, tools=tools(), clock=FakeClock())
        yield opened


@pytest.fixture
def client(store: Store) -> TestClient:
    """Whoever sits at the machine."""
    made = TestClient(build(store), base_url="http://localhost")
    made.headers["x-csrf-token"] = made.get("/v1/session").json()["csrf"]
    return made


def people(store: Store, **roles: Role) -> dict[str, TestClient]:
    """Signed-in browsers on one server."""
    guard = Guard(store, public=True)
    app, found = build(store, public=True, guard=guard), {}
    for name, role in roles.items():
        add_account(guard.accounts, name, role, "four random words will do", by="setup", at=guard.clock())
        found[name] = TestClient(app, base_url="https://vigil.example")
        cookie, caller = guard.open_session(name)
        found[name].cookies.set(COOKIE, cookie)
        found[name].headers["x-csrf-token"] = guard.csrf(caller)
    return found


def claim_of(store: Store, text: str) -> str:
    view = store.view()
    return next(c.id for c in view.claims() if view.document(c.doc).text == text)  # type: ignore[union-attr]


def decide(client: TestClient, status: int = 201, **body: Any) -> Any:
    answer = client.post("/v1/decisions", json=body)
    assert answer.status_code == status, answer.text
    return answer.json()


def event_with(client: TestClient, claim: str) -> Any:
    for item in client.get("/v1/events?limit=200").json()["items"]:
        event = client.get(f"/v1/events/{item['id']}").json()
        if claim in [one["id"] for one in event["claims"]]:
            return event
    return None


def test_a_correction_takes_effect_before_the_answer_and_undo_takes_it_back(client: TestClient, store: Store) -> None:
    claim = claim_of(store, VELM)
    before = event_with(client, claim)
    made = decide(
        client,
        action="should_read",
        fields=[{"claim": claim, "field": "killed"}],
        value="8",
        event=before["id"],
        reason="read it",
    )
    assert made["refreshed"]
    assert made["events"] == [before["id"]]
    killed = [e for e in event_with(client, claim)["estimates"] if e["kind"] == "killed"]
    assert [(e["low"], e["high"]) for e in killed] == [(8, 8)]
    (row,) = client.get(f"/v1/decisions?event={before['id']}").json()["items"]
    assert (row["field"], row["value"], row["reason"]) == ("killed", "8", "read it")
    gone = client.delete(f"/v1/decisions/{row['id']}?reason=misread").json()
    assert gone["items"][0]["deleted_at"]
    assert event_with(client, claim)["estimates"] == before["estimates"]
    kinds = [(e["kind"], e["reason"]) for e in client.get("/v1/audit").json()["items"]]
    assert kinds == [("retraction", "misread"), ("decision", "read it")]
    assert client.get("/v1/decisions?standing=true").json()["total"] == 0
    assert client.delete(f"/v1/decisions/{row['id']}").status_code == 404
    assert store.verify() == []


def test_a_split_and_its_undo(client: TestClient, store: Store) -> None:
    claim, other = claim_of(store, VELM), claim_of(store, XSS)
    first, second = event_with(client, claim), event_with(client, other)
    merged = decide(client, action="merge", events=[first["id"], second["id"]])
    (whole,) = merged["events"]
    split = decide(client, action="split", event=whole, claims=[other], reason="another town")
    assert len(split["events"]) == 2
    assert len({row["action"] for row in split["items"]}) == 1
    assert len(client.delete(f"/v1/decisions/{split['items'][0]['action']}").json()["events"]) == 1
    for row in merged["items"]:
        client.delete(f"/v1/decisions/{row['id']}")
    assert event_with(client, claim)["id"] == first["id"]
    assert {e["kind"] for e in client.get("/v1/audit?limit=200").json()["items"]} == {"decision", "retraction"}


def test_accept_reject_same_disprove_and_skip(client: TestClient, store: Store) -> None:
    claim, other = claim_of(store, VELM), claim_of(store, XSS)
    assert decide(client, action="accept", claims=[claim, other])["items"][0]["action"].startswith("do_")
    assert len(decide(client, action="same", claims=[claim, other])["events"]) == 1
    assert len(decide(client, action="not_same", claims=[claim, other])["events"]) == 2
    event = event_with(client, claim)["id"]
    decide(client, action="disprove", event=event)
    assert client.get(f"/v1/events/{event}").json()["status"] == "disproved"
    assert decide(client, action="reject", claims=[claim])["events"] == []
    total = client.get("/v1/decisions").json()["total"]
    decide(client, action="skip", kind="claim", claims=[other])
    assert client.get("/v1/decisions").json()["total"] == total


def test_the_queue_shows_each_sentence_with_its_event_word(client: TestClient, store: Store) -> None:
    page = client.get("/v1/review/queue?limit=200").json()
    assert page["total"] == len(page["items"]) > 0
    for question in page["items"]:
        for telling in question["tellings"]:
            start, end = telling["trigger"]
            assert telling["sentence"][start:end] in ("shelling", "airstrike", "captured", "talks")
    (place,) = [question for question in page["items"] if question["kind"] == "place"]
    assert place["tellings"][0]["sentence"] == NOWHERE
    first = page["items"][0]
    decide(client, action="skip", kind=first["kind"], claims=first["claims"])
    again = client.get("/v1/review/queue?limit=1").json()
    last = client.get(f"/v1/review/queue?limit=200&kind={first['kind']}").json()["items"][-1]
    assert (last["id"], last["skipped"]) == (first["id"], True)
    assert again["total"] == page["total"]
    assert client.get("/v1/review/queue", params={"limit": 1, "cursor": again["next"]}).status_code == 200


def test_what_may_be_corrected_is_told_with_the_words_that_may_be_written(client: TestClient, store: Store) -> None:
    claim = claim_of(store, VELM)
    decide(client, action="should_read", fields=[{"claim": claim, "field": "type"}], value="airstrike")
    fields = {f["field"]: f for f in client.get(f"/v1/review/fields?claim={claim}").json()["fields"]}
    assert (fields["type"]["machine"], fields["type"]["now"]) == ("shelling", "airstrike")
    assert fields["stance"]["choices"] == ["asserts", "denies", "declines"]
    assert fields["killed"]["form"].startswith("4, 3..5")
    assert client.get("/v1/review/fields?claim=nobody").status_code == 404


@pytest.mark.parametrize(
    ("body", "status", "field", "advice"),
    [
        ({"action": "reject", "claims": ["nobody"]}, 404, None, "claims"),
        ({"action": "disprove", "event": "nowhere"}, 404, None, "made anew"),
        (
            {"action": "should_read", "fields": [{"claim": "CLAIM", "field": "colour"}], "value": "x"},
            422,
            "fields",
            "type, mode",
        ),
        (
            {"action": "should_read", "fields": [{"claim": "CLAIM", "field": "type"}], "value": "war"},
            422,
            "value",
            "airstrike",
        ),
        (
            {"action": "should_read", "fields": [{"claim": "CLAIM", "field": "killed"}], "value": "5..3"},
            422,
            "value",
            "smaller",
        ),
        ({"action": "same", "claims": ["CLAIM", "CLAIM"]}, 422, "claims", "two claims"),
        ({"action": "split", "event": "EVENT", "claims": ["CLAIM"]}, 422, "claims", "not all"),
        ({"action": "erase", "claims": ["CLAIM"]}, 422, None, ""),
        ({"action": "reject", "claims": []}, 422, None, ""),
        ({"action": "reject", "claims": ["CLAIM"], "user": "somebody else"}, 422, None, ""),
        ({"action": "reject", "claims": ["CLAIM"], "reason": "bell \u0007"}, 422, None, ""),
        ({}, 422, None, ""),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_written(
    client: TestClient, store: Store, body: dict[str, Any], status: int, field: str | None, advice: str
) -> None:
    claim = claim_of(store, VELM)
    event = event_with(client, claim)["id"]

    def filled(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: filled(item) for key, item in value.items()}
        if isinstance(value, list):
            return [filled(item) for item in value]
        return {"CLAIM": claim, "EVENT": event}.get(value, value)

    error = decide(client, status, **filled(body))["error"]
    assert advice in error["advice"]
    assert field is None or error["field"] == field
    assert store.view().decisions() == []


def test_two_reviewers_who_differ_are_shown_to_a_third(store: Store) -> None:
    ana, ben, cleo = people(store, ana=Role.REVIEWER, ben=Role.REVIEWER, cleo=Role.REVIEWER).values()
    claim = claim_of(store, VELM)
    field = [{"claim": claim, "field": "killed"}]
    for who, value in ((ana, "8"), (ben, "5")):
        decide(who, action="should_read", fields=field, value=value)
    open_ = [
        [q for q in who.get("/v1/review/queue?limit=200").json()["items"] if q["kind"] == "disagreement"]
        for who in (ana, ben, cleo)
    ]
    assert [len(found) for found in open_] == [0, 0, 1]
    assert "8 (ana) against 5 (ben)" in open_[2][0]["why"]
    killed = [e for e in event_with(ana, claim)["estimates"] if e["kind"] == "killed"]
    assert [(e["low"], e["high"]) for e in killed] == [(3, 3)]
    decide(cleo, action="should_read", fields=field, value="5")
    killed = [e for e in event_with(ana, claim)["estimates"] if e["kind"] == "killed"]
    assert [(e["low"], e["high"]) for e in killed] == [(5, 5)]


def test_only_editors_take_back_what_another_decided(store: Store) -> None:
    ana, ben, chief = people(store, ana=Role.REVIEWER, ben=Role.REVIEWER, chief=Role.EDITOR).values()
    row = decide(ana, action="reject", claims=[claim_of(store, VELM)])["items"][0]["id"]
    assert ben.delete(f"/v1/decisions/{row}").json()["error"]["code"] == "forbidden"
    assert chief.delete(f"/v1/decisions/{row}").status_code == 200
    assert chief.get("/v1/audit").json()["items"][0]["user"] == "chief"
    again = decide(ana, action="reject", claims=[claim_of(store, VELM)])["items"][0]["id"]
    assert ana.delete(f"/v1/decisions/{again}").status_code == 200


def test_decisions_page_from_newest_to_oldest(client: TestClient, store: Store) -> None:
    for claim in [c.id for c in store.view().claims()][:5]:
        decide(client, action="accept", claims=[claim])
    seen: list[str] = []
    cursor: str | None = ""
    while cursor is not None:
        page = client.get("/v1/decisions", params={"limit": 2, **({"cursor": cursor} if cursor else {})}).json()
        seen += [row["id"] for row in page["items"]]
        cursor = page["next"]
    assert seen == [row.id for row in store.view().decisions()][::-1]
    assert client.get("/v1/decisions?cursor=nonsense").status_code == 404
