"""Alembic's environment: migrations run on the connection, and in the transaction, that the store hands over."""

from __future__ import annotations

from alembic import context

from vigil.store.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    # SQLite's DDL is transactional once the driver's own begin is out of the way (store.py): a run killed in the middle
    # of a migration must find the old record, not half of the new one.
    transactional_ddl=True,
)
context.run_migrations()
