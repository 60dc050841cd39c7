"""Reading the record over HTTP: text stays text, nothing is looked up twice, every page holds what it says."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.api.conftest import fill
from tests.publish import made
from tests.publish.made import ATTACKS
from vigil.api.app import build
from vigil.model.entity import ActorRef, ProvisionalActor
from vigil.model.link import Decision, Judgement
from vigil.model.state import States, Step, Truce, TruceStep
from vigil.reference import packs
from vigil.store import Copied, Store, open_store

STRIKE = "ev_aaaaaaaaaaaaaaaa"
PACK = Path(__file__).parent.parent / "world" / "pack"
#: What would run, or turn a line round, if it were anything but text.
NASTY = (
    ATTACKS,
    "</script><script>x()</script>",
    "a\u2028b\u2029c",
    "\u202egnp.exe",
    "{{7*7}}",
    "' OR 1=1 --",
    "𝔘𝔫𝔦\0code",
)


@pytest.mark.parametrize("words", NASTY)
def test_nasty_words_come_back_as_text(tmp_path: Path, words: str) -> None:
    body = f"Army jets bombed {words} in Velm."
    document = replace(
        made.document("d1"), text=body, title=words, outlet=words, byline=words, url=f"javascript:{words}",
        sentences=((0, len(body)),),
    )  # fmt: skip
    claim = made.claim(document, "bombed")
    ref = ActorRef(text=words, actor_id=words, name=words)
    event = replace(
        made.strike_event(), agents=(ref,), evidence=made.strike_event().evidence[:1], gist=words, disputes=()
    )
    with open_store(tmp_path / "war.db") as store:
        with store.write() as writer:
            writer.put_reading(document, [claim], stages="test")
            writer.replace_derived([event], States(), {})
        client = TestClient(build(store))
        full = client.get(f"/v1/events/{STRIKE}")
        assert full.headers["content-type"] == "application/json"
        told = full.json()["claims"][0]
        assert told["sentence"]["text"] == body
        assert (told["document"]["title"], told["document"]["outlet"]) == (words, words)
        assert told["document"]["url"] == "", "an address that is no web address is no link"
        assert client.get("/v1/events", params={"outlet": words, "actor": words}).json()["items"][0]["gist"] == words
        assert client.get("/v1/events/points").json()["rows"][0][-1] == words
        assert client.get("/v1/documents/d1").json()["text"] == body
        for address in ("/v1/events/facets", "/v1/sources", "/v1/actors", f"/v1/search?q={STRIKE}"):
            assert client.get(address).status_code == 200


def test_an_unchanged_record_answers_304(store: Store, client: TestClient) -> None:
    for address in (
        "/v1/record",
        "/v1/events?type=airstrike",
        "/v1/events/points",
        f"/v1/events/{STRIKE}",
        "/v1/actors",
    ):
        first = client.get(address)
        tag = {"If-None-Match": first.headers["etag"]}
        again = client.get(address, headers=tag)
        assert (again.status_code, again.content) == (304, b"")
        assert "content-security-policy" in again.headers
    other = client.get("/v1/events?type=talks")
    assert other.headers["etag"] != client.get("/v1/events?type=airstrike").headers["etag"]
    with store.write() as writer:
        writer.replace_derived(made.record().made_events[:1], States(), {})
    changed = client.get("/v1/events", headers=tag)
    assert (changed.status_code, changed.json()["total"]) == (200, 1)


def test_the_same_computed_again_is_the_same_version(store: Store, client: TestClient) -> None:
    tag = client.get("/v1/events").headers["etag"]
    record = made.record()
    with store.write() as writer:
        writer.replace_derived(list(reversed(record.made_events)), States(controls=tuple(record.made_controls)), {})
    assert client.get("/v1/events", headers={"If-None-Match": tag}).status_code == 304


def test_errors_are_not_kept(client: TestClient) -> None:
    answer = client.get("/v1/events/ev_nobody")
    assert "etag" not in answer.headers
    assert answer.headers["cache-control"] == "no-store"


def test_long_answers_are_packed(client: TestClient) -> None:
    assert client.get(f"/v1/events/{STRIKE}").headers["content-encoding"] == "gzip"
    plain = client.get(f"/v1/events/{STRIKE}", headers={"Accept-Encoding": "identity"})
    assert "content-encoding" not in plain.headers
    assert plain.json() == client.get(f"/v1/events/{STRIKE}").json()


def test_a_document_brings_its_claims_with_offsets_into_its_text(client: TestClient) -> None:
    document = client.get("/v1/documents/d2").json()
    assert [claim["id"] for claim in document["claims"]] == ["c-d2", "c-d2b"]
    for claim in document["claims"]:
        assert [event["id"] for event in claim["events"]] == [STRIKE]
        for mark in claim["marks"]:
            assert document["text"][mark["start"] : mark["end"]] == mark["text"]
    assert [version["id"] for version in document["versions"]] == ["d2"]
    assert client.get("/v1/claims/c-d2").json()["events"][0]["id"] == STRIKE


def test_documents_come_in_pages(client: TestClient) -> None:
    first = client.get("/v1/documents?limit=3").json()
    rest = client.get("/v1/documents", params={"limit": 3, "cursor": first["next"]}).json()
    assert [item["id"] for item in first["items"] + rest["items"]] == ["d1", "d2", "d3", "d4"]
    assert (first["total"], rest["next"]) == (4, None)


def test_a_copy_says_whose_it_is(store: Store, client: TestClient) -> None:
    from vigil.model.link import Score

    record = made.record()
    with store.write() as writer:
        copies = {id: Copied("d1", Score(1.0, "word for word")) for id in ("d1", "d3")}
        writer.replace_derived(record.made_events, States(), copies)
    copy = client.get("/v1/documents/d3").json()
    assert copy["copy_of"] == {
        "document": "d1",
        "outlet": "Harbour Times",
        "why": {"value": 1.0, "reason": "word for word"},
    }
    assert [item["id"] for item in client.get("/v1/documents/d1").json()["copies"]] == ["d3"]
    assert client.get("/v1/documents/d1").json()["copy_of"] is None
    source = client.get("/v1/sources/Daily Copy").json()
    assert (source["copies"], source["repeats"]) == (1, [{"outlet": "Harbour Times", "documents": 1}])
    told = client.get(f"/v1/events/{STRIKE}").json()["claims"]
    assert next(claim["copy_of"] for claim in told if claim["id"] == "c-d3")["why"]["reason"] == "word for word"


def test_control_is_who_held_it_on_that_day(client: TestClient) -> None:
    holds = {
        day: client.get(f"/v1/states/control?day=2031-05-{day}").json()["items"][0]["on"]["hold"]
        for day in ("01", "03", "09")
    }
    assert holds == {"01": "held", "03": "contested", "09": "held"}
    stretches = client.get("/v1/states/control/velm").json()["stretches"]
    assert [stretch["end"] for stretch in stretches] == ["2031-05-02", "2031-05-06", None]


def test_control_as_known_then_rests_on_what_had_been_published(client: TestClient) -> None:
    # The only takeover is told by an article of 6 May.
    before = client.get("/v1/states/control?day=2031-05-07&known=2031-05-05").json()
    after = client.get("/v1/states/control?day=2031-05-07&known=2031-05-06").json()
    assert before["items"] == []
    (north,) = after["items"]
    assert (north["place"]["name"], north["on"]["holders"][0]["name"]) == ("North", "Tarn Front")


def test_truces_count_violations_by_side(store: Store, client: TestClient) -> None:
    def broken(*by: ActorRef, denied: tuple[str, ...] = ()) -> Step:
        return Step(on=date(2031, 5, 2), kind=TruceStep.VIOLATED, event=STRIKE, by=by, denied_by=denied)

    steps = (broken(made.ARMY), broken(made.ARMY, denied=("Orsan Army",)), broken(made.FRONT), broken())
    truce = Truce(
        id="tr", kind="ceasefire", parties=(made.ARMY, made.FRONT), area=made.VELM, declared=None, in_force=None, ended=None,
        steps=steps,
    )  # fmt: skip
    with store.write() as writer:
        writer.replace_derived(made.record().made_events, States(truces=(truce,)), {})
    (found,) = client.get("/v1/states/truces").json()["items"]
    told = [(one["side"], one["violations"], one["denied"]) for one in found["violations"]]
    assert told == [("orsa/government", 2, 1), ("", 1, 0), ("orsa/front", 1, 0)]


def test_pages_of_actors_places_and_sources(client: TestClient) -> None:
    actors = {item["id"]: item["events"] for item in client.get("/v1/actors").json()["items"]}
    assert actors["orsa/army"] == 2
    army = client.get("/v1/actors/orsa/army").json()
    assert (army["did"], army["denied"], army["denials"][0]["claim"]) == (2, 1, "c-d2")
    velm = client.get("/v1/places/pack:orsa/velm").json()
    assert (velm["events"], len(velm["control"])) == (1, 3)
    radio = client.get("/v1/sources/Orsa Radio").json()
    assert (radio["documents"], radio["events"], radio["disputed"]) == (1, 1, 1)
    assert radio["contradicted"][0]["says"] == ["9"]
    assert radio["contradicted"][0]["others"] == ["21"]


def test_lists_of_actors_places_and_sources_come_in_pages(client: TestClient) -> None:
    for address in ("/v1/actors", "/v1/places", "/v1/sources"):
        whole = client.get(address).json()
        seen, cursor = [], ""
        while cursor is not None:
            page = client.get(address, params={"limit": 1, "cursor": cursor}).json()
            seen += page["items"]
            cursor = page["next"]
        assert seen == whole["items"]
        assert len(seen) == whole["total"]


def test_facts_of_the_theatre_pack(store: Store) -> None:
    client = TestClient(build(store, theatres=[packs.read(PACK)]))
    government = client.get("/v1/actors/kelmora/government").json()
    assert any(alias["slant"] for alias in government["aliases"])
    ties = {(tie["kind"], tie["actor"]) for tie in government["ties"]}
    assert ("backed_by", "tarvonia/government") in ties
    assert ("backs", "kelmora/government") in {
        (tie["kind"], tie["actor"]) for tie in client.get("/v1/actors/tarvonia/government").json()["ties"]
    }
    layers = client.get("/v1/theatres/kelmora/layers").json()
    assert {feature["properties"]["layer"] for feature in layers["features"]} == {"coast", "areas"}


def test_series_say_their_range(client: TestClient) -> None:
    (step,) = client.get("/v1/series?by=month&of=killed").json()["bins"]
    assert step == {"start": "2031-05-01", "events": 1, "low": 9, "best": 21, "high": 21}
    weeks = client.get("/v1/series?by=week").json()
    assert [step["start"] for step in weeks["bins"]] == ["2031-04-28", "2031-05-05"]
    assert weeks["undated"] == 1


def test_search_finds_sentences_with_their_events(client: TestClient) -> None:
    found = client.get("/v1/search?q=gas blast").json()["items"]
    assert {item["kind"] for item in found} == {"document", "claim"}
    assert all([e["id"] for e in item["events"]] == [STRIKE] for item in found if item["kind"] == "claim")


def test_claims_come_in_pages_and_by_type(store: Store, client: TestClient) -> None:
    whole = client.get("/v1/claims").json()
    assert [item["claim"]["id"] for item in whole["items"]] == ["c-d1", "c-d2", "c-d2b", "c-d3", "c-d4"]
    assert whole["items"][1]["claim"]["events"][0]["id"] == STRIKE
    assert whole["items"][1]["sentence"]["text"] == made.TEXTS["d2"][2]
    seen, cursor = [], ""
    while cursor is not None:
        page = client.get("/v1/claims", params={"limit": 2, "cursor": cursor}).json()
        seen += page["items"]
        cursor = page["next"]
    assert (seen, len(seen)) == (whole["items"], whole["total"])
    some = client.get("/v1/claims?type=takeover&type=casualties").json()
    assert ([item["claim"]["type"] for item in some["items"]], some["total"]) == (["casualties", "takeover"], 2)
    with store.write() as writer:
        writer.take_down("d2", "a court asked for it")
    assert [item["claim"]["id"] for item in client.get("/v1/claims").json()["items"]] == ["c-d1", "c-d3", "c-d4"]


def test_changes_go_on_from_an_entry(client: TestClient) -> None:
    whole = client.get("/v1/changes").json()
    assert [item["seq"] for item in whole["items"]] == list(range(1, whole["total"] + 1))
    some = client.get("/v1/changes?limit=2&after=3").json()
    assert ([item["seq"] for item in some["items"]], some["next"]) == ([4, 5], "5")


def test_exports_hold_the_chosen_events(client: TestClient, public: TestClient) -> None:
    rows = list(csv.DictReader(io.StringIO(client.get("/v1/exports/events.csv?type=airstrike").text)))
    assert [row["id"] for row in rows] == [STRIKE]
    assert rows[0]["sources"] == "Harbour Times; Daily Copy; Orsa Radio"
    features = json.loads(client.get("/v1/exports/events.geojson").text)["features"]
    assert {feature["id"] for feature in features} == {STRIKE, "ev_bbbbbbbbbbbbbbbb"}, "announced movements stay here"
    lines = client.get("/v1/exports/events.jsonl").text.splitlines()
    assert {json.loads(line)["kind"] for line in lines} == {"event"}
    assert len(lines) == 3
    assert public.get("/v1/exports/events.jsonl").status_code == 403
    assert "Lena" not in public.get("/v1/exports/events.csv").text


def test_the_history_of_an_event_has_decisions_and_that_they_were_taken_back(store: Store, client: TestClient) -> None:
    now = datetime(2031, 6, 1, tzinfo=UTC)
    decision = Decision(
        id="n1", judgement=Judgement.NOT_SAME, left="c-d1", right="c-d2b", reason="two strikes", created_at=now
    )
    with store.write() as writer:
        writer.put_decision(decision)
        writer.retract_decision("n1", now)
    steps = client.get(f"/v1/events/{STRIKE}").json()["history"]
    assert [step["what"] for step in steps] == ["claim", "claim", "claim", "claim", "decision", "retraction"]
    assert "two strikes" in steps[-2]["words"]


def test_an_event_that_was_merged_leads_on(store: Store, client: TestClient) -> None:
    events = made.record().made_events
    gone = [("ev_old", STRIKE, "merged"), ("ev_two", STRIKE, "split"), ("ev_two", events[1].id, "split")]
    with store.write() as writer:
        writer.replace_derived(events, States(), {}, forwards=gone)
    answer = client.get("/v1/events/ev_old", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (308, f"/v1/events/{STRIKE}")
    split = client.get("/v1/events/ev_two")
    assert (split.status_code, split.json()["error"]["code"]) == (410, "split")


def test_a_group_that_no_registry_knows_is_shown_as_provisional(store: Store, client: TestClient) -> None:
    ref = ActorRef(text="the Heron Brigade", actor_id="new/heron-brigades", name="Heron Brigades", kind="rebel")
    group = ProvisionalActor(
        id="new/heron-brigades", name="Heron Brigades", names=("Heron Brigade", "Heron Brigades"), documents=1, roles=(),
        mentions=(),
    )  # fmt: skip
    first, *rest = made.record().made_events
    with store.write() as writer:
        moved = [("new/heron-brigade", "new/heron-brigades", "joined")]
        writer.replace_derived([replace(first, agents=(ref,)), *rest], States(groups=(group,)), {}, forwards=moved)
    (listed,) = client.get("/v1/events?actor=heron%20brigade").json()["items"]
    assert listed["agents"] == [
        {
            "id": "new/heron-brigades", "name": "Heron Brigades", "kind": "rebel", "side": None, "slant": False,
            "provisional": True,
        }
    ]  # fmt: skip
    assert client.get(f"/v1/events/{first.id}").json()["agents"][0]["provisional"] is True
    rows = {item["id"]: item["provisional"] for item in client.get("/v1/actors").json()["items"]}
    assert (rows["new/heron-brigades"], rows["orsa/army"]) == (True, False)
    page = client.get("/v1/actors/new/heron-brigades").json()
    assert (page["name"], page["provisional"], page["did"]) == ("Heron Brigades", True, 1)
    answer = client.get("/v1/actors/new/heron-brigade", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (308, "/v1/actors/new/heron-brigades")


def test_what_is_taken_down_is_nowhere(store: Store, client: TestClient) -> None:
    with store.write() as writer:
        writer.take_down("d2", "a court asked for it")
    assert client.get("/v1/documents/d2").status_code == 404
    assert client.get("/v1/claims/c-d2").status_code == 404
    assert client.get("/v1/events?q=gas").json()["total"] == 0
    assert client.get("/v1/events?q=rescuers").json()["total"] == 1
    assert "gas blast" not in client.get(f"/v1/events/{STRIKE}").text
    assert client.get("/v1/actors/orsa/army").json()["denied"] == 0


#: What a later migration adds, children first.
OF_FUSION = ("fusion_words", "fusion_claims", "fusion_articles", "fusion_postings")
OF_ACCOUNTS = ("sessions", "tokens", "account_changes", "accounts")


def test_an_old_record_gets_its_index_when_it_is_opened(tmp_path: Path) -> None:
    from sqlalchemy import text

    path = tmp_path / "war.db"
    with open_store(path) as store:
        fill(store)
        before = TestClient(build(store)).get("/v1/events").json()
        with store.engine.begin() as connection:
            for table in ("cards", "points", "tags", "names", "mentions", "words_of_events", *OF_ACCOUNTS, *OF_FUSION):
                connection.execute(text(f"DROP TABLE {table}"))
            connection.execute(text("DROP INDEX ix_documents_outlet"))
            connection.execute(text("ALTER TABLE events DROP COLUMN summary"))
            connection.execute(text("UPDATE alembic_version SET version_num = '0002'"))
    with open_store(path) as store:
        assert TestClient(build(store)).get("/v1/events").json() == before
