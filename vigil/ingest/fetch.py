"""Polite and safe HTTP: robots.txt, one call a second a host, conditional requests, limits, public addresses only."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from urllib.parse import urljoin, urlsplit

import httpx2

from vigil.ingest import addresses, robots
from vigil.ingest.items import MEGABYTE
from vigil.ingest.unpack import inflate, take, too_large
from vigil.ingest.urls import canonical
from vigil.model.errors import BadItem, BadSource, Refused, Unreadable

AGENT = "Vigil"
_USER_AGENT = f"{AGENT}/0.1 (open-source conflict monitor)"
_ACCEPT = (
    "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/pdf,text/plain,*/*;q=0.5"
)
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_MAX_REDIRECTS = 5
_TIMEOUT = httpx2.Timeout(20.0, connect=10.0)  # seconds without a sign of life
_DEADLINE = 60.0  # seconds for a whole reply, against servers that drip
_KEPT_HEADERS = frozenset(
    {
        "content-type",
        "content-language",
        "date",
        "etag",
        "last-modified",
        "content-length",
        "content-encoding",
        "server",
    }
)

Resolver = Callable[[str, int], list[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """One reply: the unpacked body, the address after redirects, the time, and the headers worth keeping."""

    url: str
    status: int
    body: bytes
    headers: tuple[tuple[str, str], ...] = ()
    at: datetime
    not_modified: bool = False

    @property
    def media_type(self) -> str:
        """The Content-Type as sent, "" when it was not."""
        return next((value for name, value in self.headers if name == "content-type"), "")


@dataclass(slots=True)
class Validators:
    """A small cache of ETag and Last-Modified by address, for conditional requests; plain dicts, to be kept as JSON."""

    known: dict[str, dict[str, str]] = field(default_factory=dict)

    def ask(self, url: str) -> dict[str, str]:
        """Request headers that make a server answer 304 when nothing has changed."""
        kept = self.known.get(url, {})
        names = {"etag": "If-None-Match", "last-modified": "If-Modified-Since"}
        return {names[name]: value for name, value in kept.items() if name in names}

    def keep(self, url: str, fetched: Fetched) -> None:
        """Remember a reply's validators; one without any is forgotten."""
        kept = {name: value for name, value in fetched.headers if name in ("etag", "last-modified")}
        if kept:
            self.known[url] = kept
        else:
            self.known.pop(url, None)


class Fetcher:
    """Fetches one address at a time.

    ``transport`` is the seam where the network comes in (an httpx2 transport), ``resolver`` gives a host's addresses,
    ``clock`` monotonic seconds, ``sleep`` waits, ``now`` tells the time of fetching. The call goes to the very address
    that was checked, with Host header and TLS name of the host, so a name that changes its answer gains nothing.
    """

    def __init__(
        self,
        *,
        transport: httpx2.BaseTransport | None = None,
        resolver: Resolver = addresses.look_up,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        allow_private: bool = False,
        max_bytes: int = 10 * MEGABYTE,
        interval: float = 1.0,
    ) -> None:
        # No connection is kept: one opened for another host on the same address would carry that host's certificate.
        self._transport = transport or httpx2.HTTPTransport(limits=httpx2.Limits(max_keepalive_connections=0))
        self._resolver, self._clock, self._sleep, self._now = resolver, clock, sleep, now
        self._allow_private, self._max_bytes, self._interval = allow_private, max_bytes, interval
        self._last_call: dict[str, float] = {}
        self._robots: dict[str, robots.Robots] = {}

    def get(self, url: str, validators: Validators | None = None) -> Fetched:
        """Fetch one address, following up to five redirects, each checked like the first.

        Raises Refused (robots.txt, address, size, 401, 403, 429, 451), Unreadable (other HTTP errors, broken replies)
        and BadSource (host not found or not answering).
        """
        canonical(url)  # the scheme and host must be fit to fetch before anything else is done
        asked = url = url.strip()
        conditions = validators.ask(asked) if validators else {}
        for _ in range(_MAX_REDIRECTS + 1):
            self._obey(url)
            reply = self._call(url, conditions, self._max_bytes)
            if isinstance(reply, Fetched):
                fetched = _checked(reply)
                if validators and not fetched.not_modified:
                    validators.keep(asked, fetched)
                return fetched
            url = reply
        raise Refused(f"more than {_MAX_REDIRECTS} redirects", item=asked, advice="give the article's last address")

    def _obey(self, url: str) -> None:
        parts = urlsplit(url)
        origin = f"{parts.scheme}://{parts.netloc}".lower()
        if origin not in self._robots:
            self._robots[origin] = self._fetch_robots(origin)
        if not self._robots[origin].allows(url):
            raise Refused("robots.txt does not allow it", item=url, advice="ask the site, or save the page by hand")

    def _fetch_robots(self, origin: str) -> robots.Robots:
        """RFC 9309: 4xx means no rules, a server error means that nothing may be fetched for now."""
        url = f"{origin}/robots.txt"
        try:
            for _ in range(_MAX_REDIRECTS + 1):
                reply = self._call(url, {}, self._max_bytes)
                if isinstance(reply, Fetched):
                    if reply.status >= 500:
                        return robots.NOTHING_ALLOWED
                    text = reply.body.decode("utf-8", "replace") if reply.status == 200 else ""
                    return robots.parse(text, AGENT)
                url = reply
        except Unreadable:
            return robots.NOTHING_ALLOWED
        return robots.Robots()  # a redirect without end counts as "unavailable", 2.3.1.2

    def _call(self, url: str, extra: dict[str, str], limit: int) -> Fetched | str:
        """One request: the reply, or the address that it redirects to."""
        canonical(url)
        parts = urlsplit(url)
        if parts.username or parts.password:
            raise Refused("an address with a user name in it", item=url, advice="remove name and password")
        host = (parts.hostname or "").rstrip(".")
        port = parts.port or (443 if parts.scheme.lower() == "https" else 80)
        found = self._resolver(host, port)
        checked = found if self._allow_private else addresses.check(host, found, url)
        self._wait(host, f"{parts.scheme}://{parts.netloc}".lower())
        deadline = self._clock() + _DEADLINE
        try:
            response = self._connect(url, host, checked, extra)
            try:
                return self._reply(url, response, limit, deadline)
            finally:
                response.close()
        except (httpx2.ConnectError, httpx2.ConnectTimeout) as error:
            raise BadSource(f"{host} does not answer: {error}", item=url, advice="try again later") from error
        except (httpx2.TransportError, httpx2.InvalidURL, OSError) as error:
            why = str(error) or type(error).__name__
            raise Unreadable(f"the reply broke off: {why}", item=url, advice="try again later") from error

    def _wait(self, host: str, origin: str) -> None:
        delay = max(self._interval, self._robots[origin].delay if origin in self._robots else 0.0)
        last = self._last_call.get(host)
        pause = 0.0 if last is None else last + delay - self._clock()
        if pause > 0:
            self._sleep(pause)
        self._last_call[host] = self._clock()

    def _connect(self, url: str, host: str, checked: list[str], extra: dict[str, str]) -> httpx2.Response:
        """Call the checked addresses in turn until one takes the connection."""
        target = httpx2.URL(url)
        headers = {
            "Host": target.netloc.decode("ascii"),
            "User-Agent": _USER_AGENT,
            "Accept": _ACCEPT,
            "Accept-Encoding": "gzip, deflate",
            "Connection": "close",
            **extra,
        }
        failure: httpx2.TransportError = httpx2.ConnectError("no address")
        for address in checked[:4]:
            request = httpx2.Request(
                "GET",
                target.copy_with(host=address, fragment=None),
                headers=headers,
                extensions={"sni_hostname": host, "timeout": _TIMEOUT.as_dict()},
            )
            try:
                return self._transport.handle_request(request)
            except (httpx2.ConnectError, httpx2.ConnectTimeout) as error:
                failure = error
        raise failure

    def _reply(self, url: str, response: httpx2.Response, limit: int, deadline: float) -> Fetched | str:
        location = response.headers.get("location")
        if response.status_code in _REDIRECTS and location:
            return urljoin(url, location)
        length = response.headers.get("content-length", "")
        if length.isdigit() and int(length) > limit:
            raise too_large(limit, item=url, size=int(length))
        body = b""
        if response.status_code == 200:
            packed = self._stream(url, response, limit, deadline)
            body = take(inflate(packed, response.headers.get("content-encoding", ""), item=url), limit, item=url)
        kept = ((name.lower(), value) for name, value in response.headers.multi_items())
        return Fetched(
            url=url,
            status=response.status_code,
            body=body,
            headers=tuple(sorted(pair for pair in kept if pair[0] in _KEPT_HEADERS)),
            at=self._now(),
            not_modified=response.status_code == 304,
        )

    def _stream(self, url: str, response: httpx2.Response, limit: int, deadline: float) -> Iterator[bytes]:
        size = 0
        for chunk in response.iter_raw():
            size += len(chunk)
            if size > limit:
                raise too_large(limit, item=url)
            if self._clock() > deadline:
                raise Unreadable("the server sends too slowly", item=url, advice="try again later")
            yield chunk


def _checked(fetched: Fetched) -> Fetched:
    """The reply itself, when it is a page or "not modified"."""
    if fetched.status in (200, 304):
        return fetched
    name = f"the server answered {fetched.status}"
    known: dict[int, BadItem] = {
        401: Refused(f"{name}: a log-in is needed", item=fetched.url, advice="save the page by hand"),
        403: Refused(f"{name}: forbidden", item=fetched.url, advice="save the page by hand"),
        404: Unreadable(
            f"{name}: no such page", item=fetched.url, advice="check the address, or look in a web archive"
        ),
        410: Unreadable(f"{name}: the page was taken down", item=fetched.url, advice="look in a web archive"),
        429: Refused(f"{name}: too many requests", item=fetched.url, advice="wait, and poll this site less often"),
        451: Refused(f"{name}: blocked for legal reasons", item=fetched.url, advice="look in a web archive"),
    }
    raise known.get(fetched.status, Unreadable(name, item=fetched.url, advice="try again later"))
