"""Accounts of a server, from the machine that it runs on. Passwords are typed or piped in, never arguments."""

from __future__ import annotations

import getpass
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from vigil.cli.common import DB, AsJson, Db, emit, open_record
from vigil.model.account import Role
from vigil.model.errors import Misuse

if TYPE_CHECKING:
    from vigil.store.accounts import Accounts

account = typer.Typer(
    name="account", no_args_is_help=True, rich_markup_mode=None, help="Make and change the accounts of a server."
)
Name = Annotated[str, typer.Argument(metavar="NAME", help="The account's name.")]
RoleName = Annotated[str, typer.Option("--role", help="reader, reviewer, editor or admin.")]


@account.command("add")
def add(name: Name, role: RoleName = "reviewer", db: Db = DB, as_json: AsJson = False) -> None:
    """Make an account. Its password is asked for, or read as the first line of stdin.

    Example: vigil account add olena --role editor --db war.db
    """
    from vigil.api.passwords import add_account, check_name

    wanted = _role(role)
    accounts = _accounts(db)
    check_name(name)
    if accounts.get(name) is not None:
        raise Misuse(f"there is an account {name!r} already", item=name, advice="take another name")
    made = add_account(accounts, name, wanted, _password(), by=_by(), at=datetime.now(UTC))
    emit(made) if as_json else print(f"Made: {made.name}, {made.role.value}.")


@account.command("list")
def list_(db: Db = DB, as_json: AsJson = False) -> None:
    """List the accounts.

    Example: vigil account list --db war.db
    """
    found = _accounts(db).all()
    if as_json:
        emit({"count": len(found), "accounts": found})
        return
    for one in found:
        print(f"{one.name}  {one.role.value}  since {one.created_at:%Y-%m-%d}{'  shut out' if one.disabled else ''}")
    print(f"{len(found)} account(s)." if found else "No accounts: none is needed on one's own machine.")


@account.command("role")
def role(
    name: Name,
    role: Annotated[str, typer.Argument(metavar="ROLE", help="reader, reviewer, editor or admin.")],
    db: Db = DB,
    as_json: AsJson = False,
) -> None:
    """Give an account another role.

    Example: vigil account role olena admin --db war.db
    """
    accounts = _accounts(db)
    accounts.set_role(name, _role(role), by=_by(), at=datetime.now(UTC))
    _shown(accounts, name, as_json)


@account.command("password")
def password(name: Name, db: Db = DB, as_json: AsJson = False) -> None:
    """Give an account another password, asked for or read from stdin; whoever is signed in with it is signed out.

    Example: vigil account password olena --db war.db
    """
    from vigil.api.passwords import hashed

    accounts = _accounts(db)
    if accounts.get(name) is None:
        raise Misuse(f"no account {name!r}", item=name, advice="see vigil account list")
    accounts.set_password(name, hashed(name, _password()), by=_by(), at=datetime.now(UTC))
    _shown(accounts, name, as_json)


@account.command("disable")
def disable(
    name: Name,
    undo: Annotated[bool, typer.Option("--undo", help="Let it in again.")] = False,
    db: Db = DB,
    as_json: AsJson = False,
) -> None:
    """Shut an account out, at once. What it decided stays.

    Example: vigil account disable olena --db war.db
    """
    accounts = _accounts(db)
    accounts.set_disabled(name, not undo, by=_by(), at=datetime.now(UTC))
    _shown(accounts, name, as_json)


def _shown(accounts: Accounts, name: str, as_json: bool) -> None:
    found = accounts.get(name)
    if as_json:
        emit(found)
    elif found is not None:
        print(f"{found.name}, {found.role.value}{', shut out' if found.disabled else ''}.")


def _accounts(db: str) -> Accounts:
    from vigil.store.accounts import Accounts

    return Accounts(open_record(db))


def _role(words: str) -> Role:
    try:
        return Role(words)
    except ValueError as error:
        roles = ", ".join(item.value for item in Role)
        raise Misuse(f"no role {words!r}", item=words, advice=f"use one of: {roles}") from error


def _password() -> str:
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    first, second = getpass.getpass("Password: "), getpass.getpass("Again: ")
    if first != second:
        raise Misuse("the two are not the same", advice="type the password twice")
    return first


def _by() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "local"
