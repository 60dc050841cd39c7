"""Names and passwords: what may be one, hashing by argon2id, and checking that tells no more than yes or no."""

from __future__ import annotations

import re
import threading
import unicodedata
from datetime import datetime
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from vigil.model.account import Account, Role
from vigil.model.errors import Misuse
from vigil.model.text import without_halves
from vigil.store.accounts import Accounts

SHORTEST, LONGEST = 12, 256
_NAME = re.compile(r"[a-z0-9](?:[a-z0-9._-]{0,62}[a-z0-9])?", re.ASCII)
#: Each check takes 64 MiB: two at once, or a flood of sign-ins would take all of the memory.
_AT_ONCE = threading.Semaphore(2)
_hasher = PasswordHasher()  # the library's default profile: RFC 9106's low-memory one (argon2id, 64 MiB, 3 passes)


def check_name(name: str) -> str:
    """The name. Raises Misuse for one that cannot be: names stand in the ledger and in addresses."""
    if not _NAME.fullmatch(name):
        raise Misuse(
            f"no name for an account: {name[:80]!r}",
            item=name[:80],
            advice="use 1 to 64 of a-z, 0-9, dot, dash and underscore, with a letter or digit at both ends",
        )
    return name


def hashed(name: str, password: str) -> str:
    """The argon2 hash. Raises Misuse, never repeating the password, for one that is too short, too long, or the name."""
    if not SHORTEST <= len(password) <= LONGEST or password.casefold() == name.casefold():
        raise Misuse(
            "this password will not do",
            item=name,
            advice=f"use {SHORTEST} to {LONGEST} characters; a few random words do well",
        )
    return _hasher.hash(_normal(password))


def matches(accounts: Accounts, name: str, password: str) -> bool:
    """True for the right password of an account that can sign in.

    An unknown or disabled account costs the same work as a wrong password, so that time does not tell which it was.
    """
    kept = accounts.password(name)
    try:
        with _AT_ONCE:
            _hasher.verify(kept or _nobodys(), _normal(password[:LONGEST]))
    except (VerificationError, InvalidHashError):
        return False
    return kept is not None


def add_account(accounts: Accounts, name: str, role: Role, password: str, *, by: str, at: datetime) -> Account:
    """Make an account. Raises Misuse for a name or password that will not do, and for a name that is taken."""
    account = Account(name=check_name(name), role=role, created_at=at)
    accounts.add(account, hashed(name, password), by=by)
    return account


def _normal(password: str) -> str:
    """NFKC, as RFC 8265 asks for: the same letters typed on another keyboard are the same password."""
    return unicodedata.normalize("NFKC", without_halves(password))


def ready() -> None:
    """Make the hash that unknown names are checked against, so that the first of them takes no longer."""
    _nobodys()


@cache
def _nobodys() -> str:
    return _hasher.hash("nobody signs in with this, whatever it is")
