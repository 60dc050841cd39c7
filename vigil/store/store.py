"""The door to a record: open it, migrate it, read it through a View, add to it through a Writer."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, make_url, text
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from vigil.model.errors import BadReference, Misuse
from vigil.store import index, ledger
from vigil.store.answers import Problem
from vigil.store.versions import Versions
from vigil.store.view import View
from vigil.store.writer import Writer

HEAD_REVISION = "0006"
#: Connections to a file that stay open, one for each thread of a server: opening one takes longer than most questions.
_KEPT_OPEN = 16
#: Seconds that one writer waits for another before it gives up.
_PATIENCE = 30


class Store:
    """One record. Views may be open while a Writer works: they see the record as it was before."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    @cached_property
    def versions(self) -> Versions:
        """Whether the record is still what it was."""
        return Versions(self.engine)

    def view(self) -> View:
        """The reading side."""
        return View(self.engine)

    @contextmanager
    def write(self) -> Iterator[Writer]:
        """One transaction: all that is written inside is kept together, or none of it."""
        with self.engine.connect().execution_options(vigil_write=True) as connection, connection.begin():
            writer = Writer(connection)
            yield writer
            writer.flush()

    def verify(self, *, noted: str = "") -> list[Problem]:
        """See ``ledger.verify``."""
        with self.engine.connect() as connection:
            return ledger.verify(connection, noted=noted)

    def close(self) -> None:
        """Let go of the file or server."""
        self.versions.close()
        self.engine.dispose()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def open_store(where: str | Path, *, create: bool = True) -> Store:
    """Open a record by a file's path or a SQLAlchemy URL; make it, or bring its tables up to date, first.

    Raises Misuse when it cannot be opened, when ``create`` is False and it is not there, or when it is not a record.
    """
    url = _url(where)
    if url.get_backend_name() == "sqlite" and not create and not Path(url.database or "").is_file():
        raise Misuse(
            f"no record at {url.database}", item=str(url.database), advice="make one with: vigil run SOURCE --db FILE"
        )
    engine = _engine(url)
    try:
        _migrate(engine)
    except DBAPIError as error:
        engine.dispose()
        raise Misuse(
            f"cannot open the record {shown(where)}: {error.orig}",
            item=shown(where),
            advice="give the path of a Vigil record in a folder that can be written to, or a database's URL",
        ) from error
    return Store(engine)


def shown(where: str | Path) -> str:
    """A record's path or URL as it may be printed and logged: without its password."""
    if isinstance(where, str) and "://" in where:
        return _url(where).render_as_string(hide_password=True)
    return str(where)


def _url(where: str | Path) -> URL:
    if isinstance(where, str) and "://" in where:
        try:
            return make_url(where)
        except SQLAlchemyError as error:
            raise Misuse(
                # Not the address itself: what cannot be taken apart may hold a password.
                "not a database address",
                item=where.partition("://")[0],
                advice="write sqlite:///FILE or postgresql+psycopg://...",
            ) from error
    return URL.create("sqlite", database=str(where))


def _engine(url: URL) -> Engine:
    if url.get_backend_name() != "sqlite":
        try:
            return create_engine(url)
        except (ModuleNotFoundError, SQLAlchemyError) as error:
            raise Misuse(
                f"no driver for {url.drivername} is installed: {error}",
                item=url.drivername,
                advice="pip install 'vigil[postgresql]' and write postgresql+psycopg://USER@HOST/DATABASE",
            ) from error
    engine = create_engine(url, connect_args={"timeout": _PATIENCE}, pool_size=_KEPT_OPEN, max_overflow=_KEPT_OPEN)
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    return engine


def _set_up(connection: Any, _: Any) -> None:
    connection.isolation_level = None  # the driver begins nothing by itself: then DDL too is part of a transaction
    cursor = connection.cursor()
    # WAL with synchronous=NORMAL: a killed process loses nothing that was committed; a power cut may lose the last
    # transactions, whole, and the next run reads those documents again.
    # mmap: lists and maps look through all narrow rows of the index, and a read call for each of its thousand pages
    # would take longer than looking (measured with bench.serve).
    settings = ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON", "recursive_triggers=ON")
    for pragma in (*settings, "mmap_size=1073741824", "cache_size=-8192"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: Connection) -> None:
    # A writer takes the lock at once: two that read the same head of the chain could not both go on from it.
    write = connection.get_execution_options().get("vigil_write")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")


def _migrate(engine: Engine) -> None:
    with engine.connect() as connection:
        if _revision(connection) == HEAD_REVISION:
            return
    # Only now: reading it takes a third of the time in which a command opens a record.
    from alembic import command
    from alembic.config import Config

    with engine.connect().execution_options(vigil_write=True) as connection, connection.begin():
        _check_foreign(connection)
        config = Config()
        config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
        config.attributes["connection"] = connection
        before = _revision(connection)
        command.upgrade(config, "head")
        if before and before < "0003":
            index.refill(connection)


def _revision(connection: Connection) -> str:
    if not inspect(connection).has_table("alembic_version"):
        return ""
    revision = connection.execute(text("SELECT version_num FROM alembic_version")).scalar() or ""
    if revision > HEAD_REVISION:
        raise BadReference(
            f"the record was written by a later Vigil (tables {revision}, this one knows {HEAD_REVISION})",
            item=str(connection.engine.url),
            advice="install that version or a newer one",
        )
    return str(revision)


def _check_foreign(connection: Connection) -> None:
    names = inspect(connection).get_table_names()
    if names and "alembic_version" not in names:
        raise Misuse(
            f"{connection.engine.url.database} is a database, but not a record of Vigil",
            item=str(connection.engine.url.database),
            advice="give another file name; this one was left as it is",
        )
