"""ETags from the record's own version, and the last answers kept while it holds.

Every read answer is a function of the record and of the question. The record's version is its ledger's head and the digest
of what was derived from it; so an unchanged record answers 304 without looking anything up, and twenty readers who ask
the same thing are answered once.
"""

from __future__ import annotations

import asyncio
import hashlib
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

#: First parts of the paths under /v1 that are read answers: the same for all who may ask.
READ = frozenset(
    "actors changes claims disputes documents events exports places record search series sources states theatres".split()
)
#: Bytes of answers (compressed, as sent) that are kept; longest answer that is.
MOST_KEPT, LONGEST = 48 * 1024 * 1024, 6 * 1024 * 1024


@dataclass(slots=True)
class Kept:
    """One answer as it went out."""

    start: Message
    body: bytes


@dataclass(slots=True)
class _Taping:
    """An answer while it goes out; ``body`` is dropped when it grows too long to keep."""

    start: Message | None = None
    body: bytearray | None = field(default_factory=bytearray)
    done: bool = False


class Fresh:
    """Answers If-None-Match, and repeated questions, from the version of the record. Inside it nothing is per reader."""

    # ``version`` is called on the event loop: it must be quick (``store.versions``).

    def __init__(self, app: ASGIApp, version: Callable[[], str], salt: str) -> None:
        self.app, self.version, self.salt = app, version, salt
        self._kept: OrderedDict[str, Kept] = OrderedDict()
        self._size = 0
        self._running: dict[str, asyncio.Event] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] != "GET" or not _is_read(scope["path"]):
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        version = self.version()
        packed = "gzip" in headers.get("accept-encoding", "")
        asked = f"{self.salt}\n{version}\n{scope['path']}\n".encode() + scope["query_string"]
        tag = f'W/"{hashlib.sha256(asked).hexdigest()[:32]}"'
        if tag in [part.strip() for part in headers.get("if-none-match", "").split(",")]:
            lines = [(b"etag", tag.encode()), (b"cache-control", b"private, no-cache"), (b"vary", b"Accept-Encoding")]
            await send({"type": "http.response.start", "status": 304, "headers": lines})
            await send({"type": "http.response.body", "body": b""})
            return
        key = f"{tag} {packed}"
        while key in self._running:
            await self._running[key].wait()
        kept = self._kept.get(key)
        if kept is not None:
            self._kept.move_to_end(key)
            await send(kept.start)
            await send({"type": "http.response.body", "body": kept.body})
            return
        await self._answer(key, tag, scope, receive, send)

    async def _answer(self, key: str, tag: str, scope: Scope, receive: Receive, send: Send) -> None:
        tape = _Taping()
        self._running[key] = asyncio.Event()

        async def taped(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] == 200:
                headers = MutableHeaders(scope=message)
                headers["ETag"] = tag
                headers["Cache-Control"] = "private, no-cache"
                tape.start = message
            elif message["type"] == "http.response.body" and tape.start is not None and tape.body is not None:
                tape.body += message.get("body", b"")
                tape.done = not message.get("more_body", False)
                if len(tape.body) > LONGEST:
                    tape.body = None
            await send(message)

        try:
            await self.app(scope, receive, taped)
            if tape.start is not None and tape.done and tape.body is not None:
                self._keep(key, Kept(tape.start, bytes(tape.body)))
        finally:
            self._running.pop(key).set()

    def _keep(self, key: str, kept: Kept) -> None:
        self._kept[key] = kept
        self._size += len(kept.body)
        while self._size > MOST_KEPT:
            _, gone = self._kept.popitem(last=False)
            self._size -= len(gone.body)


def _is_read(path: str) -> bool:
    parts = path.split("/", 3)
    return len(parts) > 2 and parts[1] == "v1" and parts[2] in READ
