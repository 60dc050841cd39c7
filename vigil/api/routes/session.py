"""Signing in and out, and who is asking."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from vigil.api.errors import ApiError
from vigil.api.passwords import hashed, matches
from vigil.api.schemas.write import Me, PasswordChange, SessionShape, SignIn
from vigil.api.security import ABSOLUTE, COOKIE, Anyone, Caller, Guard, InGuard, digest
from vigil.model.errors import Misuse

router = APIRouter(tags=["session"])


@router.get("/session")
def session(guard: InGuard, caller: Anyone) -> SessionShape:
    """Who is asking, and the token for x-csrf-token."""
    return _shape(guard, caller)


@router.post("/session", responses={401: {"description": "Wrong."}, 429: {"description": "Too many tries."}})
def sign_in(given: SignIn, request: Request, response: Response, guard: InGuard) -> SessionShape:
    """Sign in. The answer to a wrong password and to a name that there is not is one and the same."""
    client = request.client.host if request.client else ""
    wait = guard.throttle.wait(given.name, client)
    if wait > 0:
        seconds = int(wait) + 1
        advice = f"wait {seconds} s"
        raise ApiError(429, "too_many", "too many failed tries", advice=advice, headers={"Retry-After": str(seconds)})
    if not matches(guard.accounts, given.name, given.password.get_secret_value()):
        guard.throttle.failed(given.name, client)
        raise ApiError(401, "refused", "the name or the password is wrong", advice="try again")
    guard.throttle.succeeded(given.name, client)
    _forget(request, guard)
    cookie, caller = guard.open_session(given.name)
    response.set_cookie(
        COOKIE,
        cookie,
        max_age=int(ABSOLUTE.total_seconds()),
        path="/",
        secure=guard.public,
        httponly=True,
        samesite="strict",
    )
    return _shape(guard, caller)


@router.delete("/session", status_code=204)
def sign_out(request: Request, guard: InGuard) -> Response:
    """Sign out; without a session, nothing happens."""
    _forget(request, guard)
    response = Response(status_code=204)
    response.delete_cookie(COOKIE, path="/", secure=guard.public, httponly=True, samesite="strict")
    return response


@router.get("/me")
def me(caller: Anyone) -> Me:
    """Who is asking."""
    return Me(user=caller.name, role=caller.role, how=caller.how)


@router.put("/me/password", status_code=204, responses={401: {"description": "The old password is wrong."}})
def change_password(given: PasswordChange, request: Request, guard: InGuard, caller: Anyone) -> Response:
    """Change one's own password. Every session of the account ends, this one too."""
    if caller.how != "session":
        raise ApiError(403, "forbidden", "only somebody signed in has a password", advice="sign in first")
    client = request.client.host if request.client else ""
    if guard.throttle.wait(caller.name, client) > 0:
        raise ApiError(429, "too_many", "too many failed tries", advice="wait a quarter of an hour")
    if not matches(guard.accounts, caller.name, given.old.get_secret_value()):
        guard.throttle.failed(caller.name, client)
        raise ApiError(401, "refused", "the old password is wrong", advice="try again", field="old")
    try:
        kept = hashed(caller.name, given.new.get_secret_value())
    except Misuse as error:
        raise ApiError(422, "invalid", str(error), advice=error.advice, field="new") from error
    guard.accounts.set_password(caller.name, kept, by=caller.name, at=guard.clock())
    return Response(status_code=204)


def _forget(request: Request, guard: Guard) -> None:
    cookie = request.cookies.get(COOKIE, "")
    if cookie:
        guard.accounts.close_session(digest(cookie))


def _shape(guard: Guard, caller: Caller) -> SessionShape:
    return SessionShape(
        signed_in=caller.how != "nobody",
        user=caller.name,
        role=caller.role,
        how=caller.how,
        csrf=guard.csrf(caller),
        expires=caller.expires,
    )
