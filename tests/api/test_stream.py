"""The stream, on a real server: what comes in is told to those who listen."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from dataclasses import replace

import httpx2
import pytest
import uvicorn

from tests.publish import made
from vigil.api.app import build
from vigil.cli.serve import listen
from vigil.model.state import States
from vigil.store import Store


@pytest.fixture
def address(store: Store) -> Iterator[str]:
    listener = listen("127.0.0.1", 0)
    config = uvicorn.Config(build(store), log_level="error", timeout_graceful_shutdown=1)
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    server.should_exit = True
    thread.join(timeout=20)
    listener.close()
    assert not thread.is_alive(), "an open stream does not keep the server from ending"


def heard(lines: Iterator[str]) -> Iterator[tuple[str, int, dict[str, object]]]:
    """(event, id, data) of each message."""
    message: dict[str, str] = {}
    for line in lines:
        name, _, value = line.partition(": ")
        if line:
            message[name] = value
        elif "data" in message:
            yield message["event"], int(message["id"]), json.loads(message["data"])
            message = {}


def test_listeners_hear_of_new_entries_and_new_events(address: str, store: Store) -> None:
    last = int(store.view().meta()["head"].split()[0])
    document = made.document("d4")
    with httpx2.stream("GET", f"{address}/v1/stream", params={"after": last}, timeout=30) as answer:
        assert answer.headers["content-type"].startswith("text/event-stream")
        assert "content-encoding" not in answer.headers
        messages = heard(answer.iter_lines())
        assert next(messages)[:2] == ("record", last)
        with store.write() as writer:
            writer.put_reading(replace(document, id="d5", key="file:d5.txt"), [], stages="test/1 reader=test@1")
        told = [next(messages), next(messages)]
        assert [(kind, at) for kind, at, _ in told] == [("entry", last + 1), ("entry", last + 2)]
        assert [data["kind"] for _, _, data in told] == ["document", "reading"]
        kind, _, data = next(messages)
        assert (kind, data["seq"]) == ("record", last + 2)
        with store.write() as writer:
            writer.replace_derived(made.record().made_events[:1], States(), {})
        assert next(messages)[0] == "record"


def test_one_who_comes_back_hears_what_was_missed(address: str, store: Store) -> None:
    last = int(store.view().meta()["head"].split()[0])
    back = {"Last-Event-ID": str(last - 1)}
    with httpx2.stream("GET", f"{address}/v1/stream", headers=back, timeout=30) as answer:
        messages = heard(answer.iter_lines())
        assert next(messages)[0] == "record"
        assert next(messages)[:2] == ("entry", last)
