"""The stream, on a real server: what comes in is told to those who listen."""

from __future__ import annotations

import json
import socket
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO

import httpx2
import pytest

from tests.publish import made
from vigil.api.app import build
from vigil.api.server import Server
from vigil.cli.serve import listen
from vigil.model.state import States
from vigil.store import Store

#: Far more than ending takes: with it a stream that is not let go is seen.
PATIENCE = 40


@pytest.fixture
def address(store: Store) -> Iterator[str]:
    listener = listen("127.0.0.1", 0)
    server = Server(build(store), patience=PATIENCE, log_level="error")
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    server.should_exit = True
    thread.join(timeout=PATIENCE / 2)
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


@pytest.fixture
def lines() -> Iterator[list[socket.socket]]:
    """Connections that stay open until the server, which is asked for after them, has ended."""
    opened: list[socket.socket] = []
    yield opened
    for line in opened:
        line.close()


def test_twenty_listen_without_a_thread_each_and_do_not_keep_the_server_from_ending(
    lines: list[socket.socket], address: str, store: Store
) -> None:
    last = int(store.view().meta()["head"].split()[0])
    host, port = address.removeprefix("http://").split(":")
    before = threading.active_count()
    lines += [socket.create_connection((host, int(port)), timeout=30) for _ in range(20)]
    streams = [line.makefile("rb") for line in lines]
    for line in lines:
        line.sendall(f"GET /v1/stream?after={last} HTTP/1.1\r\nHost: {host}\r\n\r\n".encode())
    for stream in streams:
        assert heard_until(stream, b"event: record")
    assert threading.active_count() < before + len(lines)
    with store.write() as writer:
        writer.put_reading(replace(made.document("d4"), id="d5", key="file:d5.txt"), [], stages="test/1 reader=test@1")
    for stream in streams:
        assert heard_until(stream, f"id: {last + 2}".encode())
    for stream in streams:
        stream.close()


def heard_until(stream: BinaryIO, words: bytes) -> bool:
    """Whether a stream comes to a line."""
    return any(line.strip() == words for line in stream)
