"""Lists, points and counts by the short way: as the framework would answer, in the shapes described, and never old."""

from __future__ import annotations

import asyncio
import sqlite3
import threading
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from urllib.parse import urlencode

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection
from starlette.testclient import TestClient
from starlette.types import Message, Receive, Scope, Send

from tests.api.conftest import fill
from tests.publish import made
from vigil.api.app import build
from vigil.api.care import public_points
from vigil.api.quick import Quick
from vigil.api.room import Room
from vigil.api.routes.events import QUICK
from vigil.api.schemas.events import EventFacets, EventPage, EventPoints, PointColumns, PointTags
from vigil.api.security import COOKIE
from vigil.model.state import States
from vigil.store import EventFilter, EventQuery, Store, columns, open_store
from vigil.store import current as current_module
from vigil.store.chosen import EventColumns
from vigil.store.current import Current, Events

PATHS = ("/v1/events", "/v1/events/points", "/v1/events/columns", "/v1/events/facets", "/v1/events/tags")
SHAPES = {
    "/v1/events": EventPage, "/v1/events/points": EventPoints, "/v1/events/columns": PointColumns,
    "/v1/events/facets": EventFacets, "/v1/events/tags": PointTags,
}  # fmt: skip
#: A cookie that is nobody's changes nothing for the reader, but sends the question to the framework.
LONG_WAY = {"Cookie": f"{COOKIE}=stale"}
PARTS = st.sampled_from(
    [
        ("type", "airstrike"), ("type", "takeover"), ("type", "party"), ("type", ""), ("status", "disputed"),
        ("status", "Disputed"), ("actor", "Orsan Army"), ("actor", ""), ("actor", "x" * 301), ("side", "orsa/front"),
        ("place", "velm"), ("place", "Vélm"), ("bbox", "12,41,13,42"), ("bbox", "13,42,12,41"), ("bbox", "1,2"),
        ("bbox", ""),
        ("since", "2031-04-01"), ("since", "1922531200"), ("since", ""), ("until", "2031-04-01"), ("until", "soon"),
        ("witnesses", "2"), ("witnesses", "-1"), ("witnesses", " 2 "), ("witnesses", "1.0"), ("source_kind", "rescuer"),
        ("outlet", "Harbour Times"), ("outlet", "nobody's"), ("q", "market"), ("q", '"the market" velm'), ("q", "?"),
        ("limit", "1"), ("limit", "0"), ("limit", "201"), ("sort", "day"), ("sort", "witnesses"), ("sort", "up"),
        ("cursor", ""), ("cursor", "nowhere"), ("colour", "red"), ("Type", "airstrike"),
    ]
)  # fmt: skip


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> tuple[TestClient, TestClient]:
    """Two servers over one record, so that none answers from what the other kept."""
    store = open_store(tmp_path_factory.mktemp("quick") / "war.db")
    fill(store)
    here = "http://127.0.0.1"
    return TestClient(build(store), base_url=here), TestClient(build(store), base_url=here, headers=LONG_WAY)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(path=st.sampled_from(PATHS), parts=st.lists(PARTS, max_size=4))
def test_the_short_way_answers_as_the_framework_does(
    pair: tuple[TestClient, TestClient], path: str, parts: list[tuple[str, str]]
) -> None:
    address = f"{path}?{urlencode(parts)}"
    short, long = (client.get(address) for client in pair)
    assert (short.status_code, short.content) == (long.status_code, long.content)
    for name in ("content-type", "etag", "cache-control", "content-encoding"):
        assert short.headers.get(name) == long.headers.get(name)
    if short.status_code == 200:
        # The answers are not made by the shapes: here they are held against them, every field.
        assert SHAPES[path].model_validate_json(short.content).model_dump(mode="json") == short.json()


def test_only_plain_good_questions_go_the_short_way(store: Store) -> None:
    passed: list[str] = []

    async def framework(scope: Scope, receive: Receive, send: Send) -> None:
        passed.append(scope["query_string"].decode())

    def ask(query: str, headers: list[tuple[bytes, bytes]], method: str = "GET") -> list[Message]:
        sent: list[Message] = []

        async def receive() -> Message:
            return {"type": "http.request"}

        async def send(message: Message) -> None:
            sent.append(message)

        scope = {
            "type": "http",
            "method": method,
            "path": "/v1/events",
            "query_string": query.encode(),
            "headers": headers,
        }
        asyncio.run(quick(scope, receive, send))
        return sent

    quick = Quick(framework, QUICK, Room(store))
    assert ask("type=airstrike", [])[0]["status"] == 200
    assert passed == []
    for query in ("type=party", "colour=red", "cursor=nowhere", "limit=999"):
        assert ask(query, []) == []
    ask("a", [(b"cookie", f"{COOKIE}=x".encode())])
    ask("b", [(b"authorization", b"Bearer x")])
    ask("c", [], "HEAD")
    assert passed == ["type=party", "colour=red", "cursor=nowhere", "limit=999", "a", "b", "c"]


def test_the_next_answer_shows_what_was_written(client: TestClient, store: Store, tmp_path: Path) -> None:
    def seen() -> list[int]:
        facets = client.get("/v1/events/facets").json()
        assert sum(facet["events"] for facet in facets["type"]) == facets["total"]
        return [
            facets["total"],
            *(client.get(path).json()["total"] for path in ("/v1/events", "/v1/events/points", "/v1/events/tags")),
        ]

    assert seen() == [3, 3, 3, 3]
    assert client.get("/v1/events?q=market").json()["total"] == 1
    with open_store(tmp_path / "war.db") as another, another.write() as writer:  # as `vigil run` beside the server
        writer.replace_derived(made.record().made_events[1:], States(), {})
    assert seen() == [2, 2, 2, 2]
    assert client.get("/v1/events?q=market").json()["total"] == 0
    with store.write() as writer:
        writer.replace_derived(made.record().made_events, States(), {})
    assert seen() == [3, 3, 3, 3]
    assert client.get("/v1/events?q=market").json()["total"] == 1


def test_words_that_were_taken_down_are_not_found(client: TestClient, store: Store) -> None:
    assert client.get("/v1/events?q=gas+blast").json()["total"] == 1
    with store.write() as writer:
        writer.take_down("d2", "asked for by the family")
    # Events stand until they are made anew, so the index in memory is the same; the words are the database's.
    assert client.get("/v1/events?q=gas+blast").json()["total"] == 0
    assert client.get("/v1/events").json()["total"] == 3


def test_what_an_article_changes_of_sources_is_seen_though_events_are_the_same(store: Store) -> None:
    """The digest of events says nothing of outlets and kinds of sources; the index's version does."""
    current = Current(store.engine, store.versions)
    rescuers = EventFilter(source_kinds=("rescuer",))
    before = current.ask(lambda events: events.count(rescuers))
    record = made.record()
    with store.write() as writer:
        for document in record.made_documents:
            claims = [replace(c, source_kind="rescuer") for c in record.made_claims if c.doc == document.id]
            writer.put_reading(document, claims, stages="test/2 reader=test@2")
        writer.replace_derived(record.made_events, States(controls=tuple(record.made_controls)), {})
    assert before < current.ask(lambda events: events.count(rescuers)) == EventQuery(store.engine).count(rescuers)


def test_a_question_during_which_the_events_change_is_asked_again(store: Store) -> None:
    current, asked = Current(store.engine, store.versions), list[int]()
    chosen = EventFilter(words="market")

    def question(events: Events) -> int:
        asked.append(events.count(EventFilter()))
        if len(asked) == 1:
            with store.write() as writer:
                writer.replace_derived(made.record().made_events[1:], States(), {})
        return events.count(chosen)

    assert current.ask(question) == 0
    assert asked == [3, 2]


def test_a_record_too_large_for_memory_is_asked_in_the_database(store: Store) -> None:
    current = Current(store.engine, store.versions, most=2)
    assert current.ask(lambda events: isinstance(events, EventQuery))
    assert current.ready() is None
    with store.write() as writer:
        writer.replace_derived(made.record().made_events[:2], States(), {})
    assert current.ask(lambda events: isinstance(events, EventColumns))
    assert current.ready() is not None


def test_the_database_answers_while_a_large_index_is_read(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(current_module, "AT_ONCE", 2)
    begun, go_on, load = threading.Event(), threading.Event(), columns.load

    def slow(connection: Connection, shown: Callable[[bytes], bytes] | None) -> columns.Columns:
        begun.set()
        assert go_on.wait(30)
        return load(connection, shown)

    monkeypatch.setattr(columns, "load", slow)
    current, everything = Current(store.engine, store.versions), EventFilter()
    assert current.ask(lambda events: (isinstance(events, EventQuery), events.count(everything))) == (True, 3)
    assert begun.wait(30)
    assert current.ask(lambda events: isinstance(events, EventQuery)), "one reads, and nobody waits"
    readers = [thread for thread in threading.enumerate() if thread.name == "vigil index"]
    assert len(readers) == 1
    go_on.set()
    readers[0].join(30)
    assert current.ask(lambda events: (isinstance(events, EventColumns), events.count(everything))) == (True, 3)
    with store.write() as writer:
        writer.replace_derived(made.record().made_events[1:], States(), {})
    assert current.ask(lambda events: events.count(everything)) == 2


def test_the_same_is_withheld_in_memory_and_in_the_database(public: TestClient, store: Store) -> None:
    named = [replace(event, gist=f"{event.gist}: Lena Marsh") for event in made.record().made_events]
    with store.write() as writer:
        writer.replace_derived(named, States(), {})
    shown = Room(store, public=True).current.ask(lambda events: events.points(EventFilter(), 9))
    assert shown == EventQuery(store.engine, public_points).points(EventFilter(), 9)
    assert b"Lena" not in shown.rows + public.get("/v1/events/points").content
    assert b"Lena" in EventQuery(store.engine).points(EventFilter(), 9).rows


def test_an_empty_record_has_no_events(tmp_path: Path) -> None:
    with open_store(tmp_path / "empty.db") as store:
        client = TestClient(build(store))
        for path in PATHS:
            assert client.get(f"{path}?place=velm&q=x&outlet=y").json()["total"] == 0


def test_numbers_of_the_index_are_places_in_the_order_of_days(store: Store, tmp_path: Path) -> None:
    """What lists and columns rely on: events' numbers grow by day and id. They leave gaps, for events that come later."""
    rows = sqlite3.connect(tmp_path / "war.db").execute("SELECT n, up, event FROM cards ORDER BY up, event").fetchall()
    numbers = [n for n, _, _ in rows]
    assert all(n < m - 1 for n, m in pairwise(numbers))
    held = Current(store.engine, store.versions).read()
    assert isinstance(held, EventColumns)
    assert list(held.columns.ids) == [event for _, _, event in rows]
    assert held.columns.numbers.tolist() == numbers
