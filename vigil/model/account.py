"""Accounts of a server: who may do what, and the changes that its ledger keeps. No secret is in any of these types."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Role(StrEnum):
    """What a person may do; each may do all that those before it may."""

    READER = "reader"  # read
    REVIEWER = "reviewer"  # decide, and take back one's own decisions
    EDITOR = "editor"  # take back anybody's decisions, read the audit
    ADMIN = "admin"  # make accounts, change roles, revoke tokens

    def may(self, needed: Role) -> bool:
        """True when this role does as well where ``needed`` is asked for."""
        ranks = list(Role)
        return ranks.index(self) >= ranks.index(needed)


class Scope(StrEnum):
    """What a token may be used for, within what its account may do."""

    READ = "read"
    REVIEW = "review"
    ADMIN = "admin"

    @property
    def role(self) -> Role:
        """The highest role that a token with this scope stands in for."""
        return {Scope.READ: Role.READER, Scope.REVIEW: Role.EDITOR, Scope.ADMIN: Role.ADMIN}[self]


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One person's account."""

    name: str
    role: Role
    created_at: datetime
    disabled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """Somebody signed in. ``created_at`` bounds it absolutely, ``seen_at`` when idle."""

    account: str
    created_at: datetime
    seen_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A key for programs, shown once when made. ``scopes`` bound what it may be used for."""

    id: str
    account: str
    label: str
    scopes: tuple[Scope, ...]
    created_at: datetime
    expires_at: datetime
    revoked_at: datetime | None = None

    def works(self, now: datetime) -> bool:
        """True while it is neither revoked nor expired."""
        return self.revoked_at is None and now < self.expires_at


class Change(StrEnum):
    """What was done to an account."""

    CREATED = "created"
    ROLE = "role"
    PASSWORD = "password"  # noqa: S105 - names a kind of change
    DISABLED = "disabled"
    ENABLED = "enabled"
    TOKEN_MADE = "token_made"  # noqa: S105
    TOKEN_REVOKED = "token_revoked"  # noqa: S105


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountChange:
    """One entry of the ledger about accounts: ``detail`` is the role given, or the token's id, label and scopes."""

    id: str
    account: str
    change: Change
    by: str
    at: datetime
    detail: str = ""
