"""Accounts: for admins."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path

from vigil.api.errors import ApiError, not_found
from vigil.api.passwords import add_account, hashed
from vigil.api.schemas.write import AccountChanges, AccountList, AccountShape, NewAccount
from vigil.api.security import Admin, Guard, InGuard
from vigil.model.account import Account
from vigil.model.errors import Misuse

router = APIRouter(tags=["accounts"])


@router.get("/accounts")
def accounts(guard: InGuard, _: Admin) -> AccountList:
    """Every account, by name."""
    found = [_shape(account) for account in guard.accounts.all()]
    return AccountList(items=found, next=None, total=len(found))


@router.post("/accounts", status_code=201, responses={409: {"description": "The name is taken."}})
def make_account(given: NewAccount, guard: InGuard, caller: Admin) -> AccountShape:
    """Make an account. On one's own machine the first one ends the time when nobody needed to sign in to write."""
    if guard.accounts.get(given.name) is not None:
        raise ApiError(
            409, "taken", f"there is an account {given.name!r} already", advice="take another name", field="name"
        )
    try:
        password = given.password.get_secret_value()
        made = add_account(guard.accounts, given.name, given.role, password, by=caller.name, at=guard.clock())
    except Misuse as error:
        raise _invalid(error) from error
    return _shape(made)


@router.patch("/accounts/{name}", responses={409: {"description": "It is the last admin."}})
def change_account(
    name: Annotated[str, Path(description="the account's name", examples=["olena"], max_length=64)],
    given: AccountChanges,
    guard: InGuard,
    caller: Admin,
) -> AccountShape:
    """Change a role or password, shut an account out or let it in again.

    A new password or shutting out ends its sessions.
    """
    if guard.accounts.get(name) is None:
        raise not_found("account", name)
    password = None
    if given.password is not None:
        try:
            password = hashed(name, given.password.get_secret_value())
        except Misuse as error:
            raise _invalid(error) from error
    try:
        if given.role is not None:
            guard.accounts.set_role(name, given.role, by=caller.name, at=guard.clock())
        if given.disabled is not None:
            guard.accounts.set_disabled(name, given.disabled, by=caller.name, at=guard.clock())
    except Misuse as error:
        raise ApiError(409, "last_admin", str(error), advice=error.advice) from error
    if password is not None:
        guard.accounts.set_password(name, password, by=caller.name, at=guard.clock())
    return _found(guard, name)


def _found(guard: Guard, name: str) -> AccountShape:
    account = guard.accounts.get(name)
    if account is None:
        raise not_found("account", name)
    return _shape(account)


def _invalid(error: Misuse) -> ApiError:
    field = "password" if "password" in str(error) else "name"
    return ApiError(422, "invalid", str(error), advice=error.advice, field=field)


def _shape(account: Account) -> AccountShape:
    return AccountShape(name=account.name, role=account.role, disabled=account.disabled, created_at=account.created_at)
