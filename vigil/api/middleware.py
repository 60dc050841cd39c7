"""What every answer passes on its way out, as plain ASGI: faults, headers, the rate limit, the size limit."""

from __future__ import annotations

import json
import logging
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from vigil.api import errors

log = logging.getLogger("vigil.api")
#: No script but our own files, no other origin at all; the chart's worker is a file, its signs are drawn by the page.
POLICY = "; ".join(
    (
        "default-src 'self'",
        "worker-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}
#: Clients whose buckets are remembered; the one unseen for longest is forgotten first.
MOST_CLIENTS = 10_000


class Faults:
    """A fault of ours is logged and answered in the one shape; the words of it stay with the server."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        begun = False

        async def watched(message: Message) -> None:
            nonlocal begun
            begun = begun or message["type"] == "http.response.start"
            await send(message)

        try:
            await self.app(scope, receive, watched)
        except Exception:
            if scope["type"] != "http" or begun:
                raise
            log.exception("fault at %s", scope["path"])
            await reply(send, 500, errors.body("fault", "this is a fault of vigil", "the server's log says where"))


class Headers:
    """The headers of ``HEADERS`` on every answer. ``tiles``: the one other origin that the operator lets maps ask."""

    def __init__(self, app: ASGIApp, tiles: str = "") -> None:
        self.app = app
        policy = POLICY.replace("connect-src 'self'", f"connect-src 'self' {tiles}") if tiles else POLICY
        headers = HEADERS | {"Content-Security-Policy": policy}
        #: As they are sent; the last holds under /v1 only.
        self.lines = (
            *((name.lower().encode(), value.encode()) for name, value in headers.items()),
            (b"cache-control", b"no-store"),
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def headed(message: Message) -> None:
            if message["type"] == "http.response.start":
                given = {name.lower() for name, _ in message.get("headers", ())}
                ours = self.lines if scope["path"].startswith("/v1") else self.lines[:-1]
                lines = [*message.get("headers", ()), *(line for line in ours if line[0] not in given)]
                message = {**message, "headers": lines}
            await send(message)

        await self.app(scope, receive, headed if scope["type"] == "http" else send)


@dataclass(frozen=True, slots=True)
class Rate:
    """Requests a second that one client address may go on with, and how many it may make at once after a rest."""

    per_second: float
    burst: int


class RateLimit:
    """A token bucket for each client address; 429 with Retry-After when it is empty."""

    def __init__(self, app: ASGIApp, rate: Rate, clock: Callable[[], float] = time.monotonic) -> None:
        self.app, self.rate, self.clock = app, rate, clock
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()  # client -> (tokens, when)
        self._lock = threading.Lock()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        # A map asks for some dozens of tiles at once; each is two small reads of one file.
        path = scope["path"] if scope["type"] == "http" else ""
        if path.startswith("/v1") and not path.startswith("/v1/tiles/"):
            wait = self.take((scope.get("client") or ("",))[0])
            if wait > 0:
                seconds = max(1, round(wait + 0.5))
                plain = errors.body("too_many", "too many requests", f"wait {seconds} s")
                await reply(send, 429, plain, {"Retry-After": str(seconds)})
                return
        await self.app(scope, receive, send)

    def take(self, client: str) -> float:
        """Take one token: 0.0, or how many seconds there are to wait for one."""
        now = self.clock()
        with self._lock:
            tokens, then = self._buckets.pop(client, (float(self.rate.burst), now))
            tokens = min(float(self.rate.burst), tokens + (now - then) * self.rate.per_second)
            enough = tokens >= 1
            self._buckets[client] = (tokens - 1 if enough else tokens, now)
            while len(self._buckets) > MOST_CLIENTS:
                self._buckets.popitem(last=False)
        return 0.0 if enough else (1 - tokens) / self.rate.per_second


class _TooLarge(Exception):
    pass


class BodyLimit:
    """Bodies over the limit are refused, told or not told beforehand how long they are."""

    def __init__(self, app: ASGIApp, most: int) -> None:
        self.app, self.most = app, most

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        told = dict(scope["headers"]).get(b"content-length", b"0")
        taken, begun = 0, False

        async def measured() -> Message:
            nonlocal taken
            message = await receive()
            taken += len(message.get("body", b""))
            if taken > self.most:
                raise _TooLarge
            return message

        async def watched(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        if told.isdigit() and len(told) < 20 and int(told) <= self.most:
            try:
                await self.app(scope, measured, watched)
                return
            except _TooLarge:
                if begun:
                    raise
        advice = f"send at most {self.most:,} bytes at once"
        await reply(send, 413, errors.body("too_large", "the body is too large", advice))


async def reply(send: Send, status: int, plain: object, headers: dict[str, str] | None = None) -> None:
    """A JSON answer from outside the app."""
    content = json.dumps(plain).encode()
    told = {"content-type": "application/json", "content-length": str(len(content)), "cache-control": "no-store"}
    told |= {name.lower(): value for name, value in (headers or {}).items()}
    lines = [(name.encode(), value.encode()) for name, value in told.items()]
    await send({"type": "http.response.start", "status": status, "headers": lines})
    await send({"type": "http.response.body", "body": content})
