"""Keys for programs: made once, shown once."""

from __future__ import annotations

import secrets
from datetime import timedelta
from typing import Annotated

from fastapi import APIRouter, Path, Query, Response

from vigil.api.errors import ApiError, not_found
from vigil.api.schemas.write import NewToken, TokenList, TokenMade, TokenShape
from vigil.api.security import TOKEN_PREFIX, InGuard, Reviewer, digest
from vigil.model.account import Role, Token

router = APIRouter(tags=["tokens"])


@router.get("/tokens")
def tokens(
    guard: InGuard,
    caller: Reviewer,
    account: Annotated[
        str, Query(description="whose; an admin may ask for anybody's, * for all", examples=["olena"], max_length=64)
    ] = "",
) -> TokenList:
    """One's own tokens, or for admins anybody's."""
    whose = account or caller.name
    if whose != caller.name and not caller.may(Role.ADMIN):
        raise ApiError(403, "forbidden", "these are another's tokens", advice="leave out account to see your own")
    found = [_shape(token) for token in guard.accounts.tokens("" if whose == "*" else whose)]
    return TokenList(items=found, next=None, total=len(found))


@router.post("/tokens", status_code=201)
def make_token(given: NewToken, guard: InGuard, caller: Reviewer) -> TokenMade:
    """Make a token. It is in this answer and nowhere else: only its digest is kept."""
    if caller.how != "session":
        raise ApiError(
            403,
            "forbidden",
            "only somebody signed in can make a token",
            advice="sign in; vigil account add makes accounts",
        )
    highest = max((scope.role for scope in given.scopes), key=list(Role).index)
    if highest is Role.ADMIN and not caller.may(Role.ADMIN):
        raise ApiError(
            403, "forbidden", "the scope admin is for admins", advice="ask for read or review", field="scopes"
        )
    now = guard.clock()
    value = TOKEN_PREFIX + secrets.token_urlsafe(32)
    token = Token(
        id=f"to_{secrets.token_hex(8)}",
        account=caller.name,
        label=given.label,
        scopes=tuple(dict.fromkeys(given.scopes)),
        created_at=now,
        expires_at=now + timedelta(days=given.days),
    )
    guard.accounts.add_token(token, digest(value), by=caller.name)
    return TokenMade(token=value, made=_shape(token))


@router.delete("/tokens/{id}", status_code=204)
def revoke_token(
    id: Annotated[str, Path(description="the token's id", examples=["to_1b2c3d4e5f607182"], max_length=80)],
    guard: InGuard,
    caller: Reviewer,
) -> Response:
    """Revoke a token: one's own, or for admins anybody's."""
    whose = next((token.account for token in guard.accounts.tokens() if token.id == id and not token.revoked_at), None)
    # Another's token is answered as one that there is not.
    if whose is None or (whose != caller.name and not caller.may(Role.ADMIN)):
        raise not_found("token", id)
    guard.accounts.revoke_token(id, by=caller.name, at=guard.clock())
    return Response(status_code=204)


def _shape(token: Token) -> TokenShape:
    return TokenShape(
        id=token.id,
        account=token.account,
        label=token.label,
        scopes=list(token.scopes),
        created_at=token.created_at,
        expires_at=token.expires_at,
        revoked_at=token.revoked_at,
    )
