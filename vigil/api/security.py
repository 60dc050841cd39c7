"""Who asks, and may they? One guard for every route; see docs/security.md for what it is meant to hold against.

Each request passes ``Origins`` (host and origin, before anything is looked up) and then ``admit``, a dependency of the whole
application: it finds the caller, and for every method that writes asks for a CSRF token and at least a reviewer. So a new
route is shut unless it is opened; ``needs`` only ever asks for more.
"""

from __future__ import annotations

import getpass
import hashlib
import hmac
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

import anyio.to_thread
from fastapi import Depends, Request
from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Receive, Scope, Send

from vigil.api import errors
from vigil.api.errors import ApiError
from vigil.api.middleware import reply
from vigil.api.passwords import ready
from vigil.api.throttle import Throttle
from vigil.model import account as model
from vigil.model.account import Role
from vigil.store import Store
from vigil.store.accounts import Accounts

COOKIE, CSRF = "vigil_session", "x-csrf-token"
LOOPBACK = frozenset({"localhost", "127.0.0.1", "[::1]"})
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
#: Routes that write and ask for no role, only for a CSRF token: what everybody may do about oneself.
OPEN = frozenset({"sign_in", "sign_out", "change_password"})
IDLE, ABSOLUTE = timedelta(hours=1), timedelta(hours=12)
#: A session's last use is written down at most so often: not every page view is worth a write.
GRAIN = timedelta(minutes=1)
TOKEN_PREFIX = "vigil_"  # noqa: S105 - by it a leaked one is recognised

How = Literal["local", "session", "token", "nobody"]


@dataclass(frozen=True, slots=True)
class Caller:
    """Who asks. ``role`` None: may not even read. ``key`` is what the CSRF token is bound to."""

    name: str
    role: Role | None
    how: How
    key: bytes = b""
    expires: datetime | None = None

    def may(self, needed: Role) -> bool:
        """True when the caller's role does for what asks for ``needed``."""
        return self.role is not None and self.role.may(needed)


class Guard:
    """Finds callers. ``public``: others can reach the server, so nobody is local, and cookies travel by TLS only.

    ``open_reading`` lets people without an account read. ``hosts`` are further names that this server goes by.
    """

    def __init__(
        self,
        store: Store,
        *,
        public: bool = False,
        open_reading: bool = True,
        hosts: frozenset[str] = frozenset(),
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self.accounts = Accounts(store)
        self.public, self.open_reading, self.clock = public, open_reading, clock
        #: Names in the Host header that are answered; () any, since a public server need not know its own.
        self.hosts = frozenset() if public and not hosts else (hosts if public else LOOPBACK | hosts)
        self.throttle = Throttle()
        self._anybody: tuple[str, bool] | None = None
        self._secret = secrets.token_bytes(32)
        ready()

    def find(self, request: HTTPConnection) -> Caller:
        """The caller. Raises ApiError (401) for a token that does not work; a stale cookie is nobody's."""
        bearer = request.headers.get("authorization", "")
        if bearer:
            return self._by_token(bearer)
        cookie = request.cookies.get(COOKIE, "")
        found = self._by_cookie(cookie) if cookie else None
        if found is not None:
            return found
        if not self.public and not self.has_accounts():
            return Caller(local_user(), Role.ADMIN, "local", self._secret)
        return Caller("", Role.READER if self.open_reading else None, "nobody", self._secret)

    def has_accounts(self) -> bool:
        """Whether there is an account; looked up once for each version of the record, whose ledger has all changes."""
        version = self.accounts.store.versions.now().whole
        if self._anybody is None or self._anybody[0] != version:
            self._anybody = (version, self.accounts.any())
        return self._anybody[1]

    def _by_token(self, bearer: str) -> Caller:
        kind, _, value = bearer.partition(" ")
        token = self.accounts.token(digest(value.strip())) if kind.lower() == "bearer" else None
        account = self.accounts.get(token.account) if token is not None else None
        if token is None or account is None or account.disabled or not token.works(self.clock()):
            headers = {"WWW-Authenticate": "Bearer"}
            raise ApiError(401, "bad_token", "the token does not work", advice="make another one", headers=headers)
        highest = max((scope.role for scope in token.scopes), key=list(Role).index, default=Role.READER)
        role = highest if account.role.may(highest) else account.role
        return Caller(account.name, role, "token", expires=token.expires_at)

    def _by_cookie(self, cookie: str) -> Caller | None:
        session = self.accounts.session(digest(cookie))
        now = self.clock()
        if session is None or now - session.seen_at >= IDLE or now - session.created_at >= ABSOLUTE:
            return None
        account = self.accounts.get(session.account)
        if account is None or account.disabled:
            return None
        if now - session.seen_at >= GRAIN:
            self.accounts.touch_session(digest(cookie), now)
        expires = min(session.created_at + ABSOLUTE, now + IDLE)
        return Caller(account.name, account.role, "session", cookie.encode(), expires)

    def csrf(self, caller: Caller) -> str:
        """The token that the caller's pages send along: bound to the session, and of no use with another one."""
        if caller.how == "session":
            return _mac(caller.key, b"vigil csrf")
        return _mac(self._secret, b"vigil csrf " + caller.how.encode())

    def check_csrf(self, caller: Caller, sent: str) -> None:
        """Raises ApiError (403). A token in a header of its own needs none: no browser sends it by itself."""
        if caller.how != "token" and not hmac.compare_digest(sent.encode(), self.csrf(caller).encode()):
            raise ApiError(
                403, "csrf", f"the header {CSRF} is missing or stale", advice="take a new one from GET /v1/session"
            )

    def open_session(self, name: str) -> tuple[str, Caller]:
        """Sign somebody in: the cookie's value, 256 random bits kept only as their digest, and the caller."""
        now = self.clock()
        self.accounts.sweep(created_before=now - ABSOLUTE, seen_before=now - IDLE)
        cookie = secrets.token_urlsafe(32)
        self.accounts.open_session(digest(cookie), model.Session(account=name, created_at=now, seen_at=now))
        found = self._by_cookie(cookie)
        if found is None:
            raise ApiError(401, "refused", "the name or the password is wrong", advice="try again")
        return cookie, found


def digest(secret: str) -> str:
    """How cookies and tokens are kept: 256 random bits need no slow hash."""
    return hashlib.sha256(secret.encode("utf-8", "surrogateescape")).hexdigest()


def local_user() -> str:
    """The name of whoever runs the server."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "local"


def _mac(key: bytes, words: bytes) -> str:
    return hmac.new(key, words, hashlib.sha256).hexdigest()


def guard_of(request: Request) -> Guard:
    """The application's guard."""
    guard: Guard = request.app.state.guard
    return guard


async def admit(request: Request) -> None:
    """A dependency of the whole application. Raises ApiError: 401 for nobody, 403 for somebody who may not."""
    guard = guard_of(request)
    if "authorization" in request.headers or COOKIE in request.cookies:
        caller = await anyio.to_thread.run_sync(guard.find, request)
    else:  # nothing to look up: most readers, for whom a thread would cost more than all the rest
        caller = guard.find(request)
    request.state.caller = caller
    if request.method in SAFE:
        if caller.role is None and not _open(request, "session", "me"):
            raise _sign_in()
        return
    if not _open(request, *OPEN):
        _must(caller, Role.REVIEWER)
    guard.check_csrf(caller, request.headers.get(CSRF, ""))


def _open(request: Request, *names: str) -> bool:
    route: Any = request.scope.get("route")
    return getattr(route, "name", "") in names


def _must(caller: Caller, role: Role) -> None:
    if not caller.may(role):
        if caller.how == "nobody":
            raise _sign_in()
        raise ApiError(
            403, "forbidden", f"this is for the role {role.value} and above", advice="ask an admin for another role"
        )


def _sign_in() -> ApiError:
    return ApiError(
        401, "sign_in", "sign in first", advice="POST /v1/session, or send a token: Authorization: Bearer ..."
    )


def caller_of(request: Request) -> Caller:
    """Who asks, as ``admit`` found."""
    caller: Caller = request.state.caller
    return caller


def needs(role: Role) -> Callable[[Request], Caller]:
    """A dependency: the caller, who has at least this role. Raises ApiError (401, 403)."""

    def needed(request: Request) -> Caller:
        caller = caller_of(request)
        _must(caller, role)
        return caller

    return needed


InGuard = Annotated[Guard, Depends(guard_of)]
Anyone = Annotated[Caller, Depends(caller_of)]
Reviewer = Annotated[Caller, Depends(needs(Role.REVIEWER))]
Editor = Annotated[Caller, Depends(needs(Role.EDITOR))]
Admin = Annotated[Caller, Depends(needs(Role.ADMIN))]


class Origins:
    """Refuses other hosts' names (DNS rebinding) and writes from other sites' pages, before anything is read.

    A page elsewhere may point its own name at 127.0.0.1; then the browser sends that name as Host. And a page elsewhere
    may send a form here; then the browser says so in Origin or Sec-Fetch-Site.
    """

    def __init__(self, app: ASGIApp, hosts: frozenset[str]) -> None:
        self.app, self.hosts = app, hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        problem = self.problem(HTTPConnection(scope)) if scope["type"] == "http" else None
        if problem is None:
            await self.app(scope, receive, send)
        else:
            status, code, message, advice = problem
            await reply(send, status, errors.body(code, message, advice))

    def problem(self, request: HTTPConnection) -> tuple[int, str, str, str] | None:
        """Status, code, message and advice of a refusal; None when all is well."""
        host = request.headers.get("host", "").lower()
        if self.hosts and name_of(host) not in self.hosts:
            return 421, "wrong_host", "this server does not go by that name", "use the address that vigil serve printed"
        if request.scope["method"] in SAFE:
            return None
        origin, site = request.headers.get("origin"), request.headers.get("sec-fetch-site", "same-origin")
        # The scheme is not compared: behind a proxy that ends TLS, the server itself sees http.
        if (origin is not None and urlsplit(origin).netloc.lower() != host) or site not in ("same-origin", "none"):
            return 403, "foreign_origin", "a page of another site may not write here", "use the record's own pages"
        return None


def name_of(host: str) -> str:
    """A Host header without its port."""
    if host.startswith("["):
        return host.partition("]")[0] + "]"
    return host.partition(":")[0]
