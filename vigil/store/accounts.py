"""Accounts, sessions and tokens in the record's database.

Secrets come in hashed and never go out; changes go through the ledger.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, delete, func, insert, select, update

from vigil.model.account import Account, AccountChange, Change, Role, Scope, Session, Token
from vigil.model.codec import from_plain, to_plain
from vigil.model.errors import Misuse
from vigil.store import tables
from vigil.store.store import Store
from vigil.store.writer import Writer


class Accounts:
    """Reads see the record as it is; each write is one transaction, with its entry in the ledger."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def any(self) -> bool:
        """True when there is an account, even one that is shut out: then nobody is let in without signing in."""
        return bool(self._first(select(tables.accounts.c.name).limit(1)))

    def all(self) -> list[Account]:
        """Every account, by name."""
        return [_account(row) for row in self._all(select(tables.accounts).order_by(tables.accounts.c.name))]

    def get(self, name: str) -> Account | None:
        """One account by its name."""
        row = self._first(select(tables.accounts).where(tables.accounts.c.name == name))
        return _account(row) if row else None

    def password(self, name: str) -> str | None:
        """The argon2 hash of an account that can sign in."""
        columns = tables.accounts.c
        row = self._first(select(columns.password).where(columns.name == name, columns.disabled.is_(False)))
        return str(row.password) if row else None

    def add(self, account: Account, password: str, *, by: str) -> None:
        """A new account; ``password`` is its argon2 hash. Raises Misuse when the name is taken."""
        with self.store.write() as writer:
            if writer.connection.execute(_by_name(account.name)).first() is not None:
                raise Misuse(
                    f"there is an account {account.name!r} already", item=account.name, advice="take another name"
                )
            row = {"name": account.name, "role": account.role.value, "password": password, "disabled": account.disabled}
            writer.connection.execute(insert(tables.accounts), row | {"created_at": to_plain(account.created_at)})
            _note(writer, account.name, Change.CREATED, by, account.created_at, account.role.value)

    def set_role(self, name: str, role: Role, *, by: str, at: datetime) -> None:
        """Another role. Raises Misuse for no such account, and when no admin would be left."""
        with self.store.write() as writer:
            self._must_exist(writer, name)
            if role is not Role.ADMIN:
                self._not_the_last_admin(writer, name)
            _update(writer, name, role=role.value)
            _note(writer, name, Change.ROLE, by, at, role.value)

    def set_password(self, name: str, password: str, *, by: str, at: datetime) -> None:
        """Another password (its argon2 hash); ends the account's sessions. Raises Misuse for no such account."""
        with self.store.write() as writer:
            self._must_exist(writer, name)
            _update(writer, name, password=password)
            writer.connection.execute(delete(tables.sessions).where(tables.sessions.c.account == name))
            _note(writer, name, Change.PASSWORD, by, at)

    def set_disabled(self, name: str, disabled: bool, *, by: str, at: datetime) -> None:
        """Shut an account out, or let it in again; ends its sessions. Raises Misuse as ``set_role`` does."""
        with self.store.write() as writer:
            self._must_exist(writer, name)
            if disabled:
                self._not_the_last_admin(writer, name)
            _update(writer, name, disabled=disabled)
            writer.connection.execute(delete(tables.sessions).where(tables.sessions.c.account == name))
            _note(writer, name, Change.DISABLED if disabled else Change.ENABLED, by, at)

    def _must_exist(self, writer: Writer, name: str) -> None:
        if writer.connection.execute(_by_name(name)).first() is None:
            raise Misuse(f"no account {name!r}", item=name, advice="see vigil account list")

    def _not_the_last_admin(self, writer: Writer, name: str) -> None:
        columns = tables.accounts.c
        others = select(func.count()).where(
            columns.role == Role.ADMIN.value, columns.disabled.is_(False), columns.name != name
        )
        mine = _by_name(name).where(columns.role == Role.ADMIN.value, columns.disabled.is_(False))
        if writer.connection.execute(mine).first() is not None and not writer.connection.execute(others).scalar():
            raise Misuse(f"{name} is the last admin", item=name, advice="make somebody else an admin first")

    def open_session(self, digest: str, session: Session) -> None:
        """Keep that somebody signed in. ``digest`` is the SHA-256 of the cookie's value."""
        row = {"digest": digest} | to_plain(session)
        with self.store.write() as writer:
            writer.connection.execute(insert(tables.sessions), row)

    def session(self, digest: str) -> Session | None:
        """Who signed in with that cookie, whether it still holds or not."""
        row = self._first(select(tables.sessions).where(tables.sessions.c.digest == digest))
        return from_plain(Session, {k: v for k, v in row._mapping.items() if k != "digest"}) if row else None

    def touch_session(self, digest: str, at: datetime) -> None:
        """It was used."""
        with self.store.write() as writer:
            writer.connection.execute(
                update(tables.sessions).where(tables.sessions.c.digest == digest).values(seen_at=to_plain(at))
            )

    def close_session(self, digest: str) -> None:
        """Sign out."""
        with self.store.write() as writer:
            writer.connection.execute(delete(tables.sessions).where(tables.sessions.c.digest == digest))

    def sweep(self, *, created_before: datetime, seen_before: datetime) -> None:
        """Forget sessions that are over."""
        columns = tables.sessions.c
        over = (columns.created_at < to_plain(created_before)) | (columns.seen_at < to_plain(seen_before))
        with self.store.write() as writer:
            writer.connection.execute(delete(tables.sessions).where(over))

    def add_token(self, token: Token, digest: str, *, by: str) -> None:
        """Keep a token; ``digest`` is the SHA-256 of it."""
        row = to_plain(token) | {"digest": digest, "scopes": " ".join(token.scopes), "label": token.label}
        with self.store.write() as writer:
            writer.connection.execute(insert(tables.tokens), row)
            detail = json.dumps({"id": token.id, "label": token.label, "scopes": list(token.scopes)}, sort_keys=True)
            _note(writer, token.account, Change.TOKEN_MADE, by, token.created_at, detail)

    def tokens(self, account: str = "") -> list[Token]:
        """An account's tokens, or everybody's, oldest first."""
        columns = tables.tokens.c
        query = select(tables.tokens).order_by(columns.created_at, columns.id)
        return [_token(row) for row in self._all(query.where(columns.account == account) if account else query)]

    def token(self, digest: str) -> Token | None:
        """A token by the SHA-256 of it, whether it still works or not."""
        row = self._first(select(tables.tokens).where(tables.tokens.c.digest == digest))
        return _token(row) if row else None

    def revoke_token(self, id: str, *, by: str, at: datetime) -> None:
        """The token works no more. Raises Misuse where there is none that does."""
        columns = tables.tokens.c
        with self.store.write() as writer:
            row = writer.connection.execute(
                select(columns.account).where(columns.id == id, columns.revoked_at.is_(None))
            )
            found = row.first()
            if found is None:
                raise Misuse(f"no token {id!r} that works", item=id, advice="list the tokens")
            writer.connection.execute(update(tables.tokens).where(columns.id == id).values(revoked_at=to_plain(at)))
            _note(writer, found.account, Change.TOKEN_REVOKED, by, at, id)

    def changes(self) -> list[tuple[int, AccountChange]]:
        """All that was done to accounts, with its entry's number in the ledger, oldest first."""
        columns = tables.account_changes.c
        rows = self._all(select(columns.seq, columns.body).order_by(columns.seq))
        return [(row.seq, from_plain(AccountChange, json.loads(row.body))) for row in rows]

    def _all(self, query: Select[Any]) -> Sequence[Row[Any]]:
        with self.store.engine.connect() as connection:
            return list(connection.execute(query))

    def _first(self, query: Select[Any]) -> Row[Any] | None:
        with self.store.engine.connect() as connection:
            return connection.execute(query).first()


def _by_name(name: str) -> Select[Any]:
    return select(tables.accounts.c.name).where(tables.accounts.c.name == name)


def _update(writer: Writer, name: str, **values: object) -> None:
    writer.connection.execute(update(tables.accounts).where(tables.accounts.c.name == name).values(**values))


def _note(writer: Writer, account: str, change: Change, by: str, at: datetime, detail: str = "") -> None:
    id = f"ac_{secrets.token_hex(8)}"
    writer.put_account_change(AccountChange(id=id, account=account, change=change, by=by, at=at, detail=detail))


def _account(row: Row[Any]) -> Account:
    created = datetime.fromisoformat(row.created_at)
    return Account(name=row.name, role=Role(row.role), created_at=created, disabled=bool(row.disabled))


def _token(row: Row[Any]) -> Token:
    plain = {name: row._mapping[name] for name in ("id", "account", "label", "created_at", "expires_at", "revoked_at")}
    return from_plain(Token, plain | {"scopes": [Scope(word) for word in row.scopes.split()]})
