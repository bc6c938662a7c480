"""The address of a desk → a connection to its database.

In: a path, or ``postgresql://user@host/name``. Out: a SQLAlchemy engine. SQLite keeps a write-ahead
log, so that readers and a writer do not wait for each other, and a desk outlives a killed program.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.engine import URL
from sqlalchemy.exc import ArgumentError, NoSuchModuleError

from reportedly.errors import BadDesk, NotInstalled

#: Milliseconds that a writer waits for another one.
PATIENCE: Final = 60_000

#: Of an execution: that it writes, and so must not begin beside another writer.
WRITES: Final = "writes"

_POSTGRESQL: Final = ("postgresql", "postgres")


def is_url(address: str) -> bool:
    """Whether an address is that of a server, and not a path.

    >>> is_url("postgresql://localhost/desk"), is_url("reports/desk.sqlite")
    (True, False)
    """
    return "://" in address


def engine_of(address: str) -> Engine:
    """An engine for a desk; nothing is opened yet.

    Raises:
        BadDesk: an address of another kind.
        NotInstalled: PostgreSQL without its driver.

    >>> engine_of("desk.sqlite").dialect.name
    'sqlite'
    """
    if is_url(address):
        return create_engine(_server(address), pool_pre_ping=True)
    engine = create_engine(URL.create("sqlite", database=str(Path(address))))
    event.listen(engine, "connect", _opened)
    event.listen(engine, "begin", _begun)
    return engine


def name_of(address: str) -> str:
    """An address as people may see it, without a password.

    >>> name_of("postgresql://ann:secret@localhost/desk")
    'postgresql://ann:***@localhost/desk'
    """
    if not is_url(address):
        return address
    try:
        return make_url(address).render_as_string(hide_password=True)
    except ArgumentError:
        return "the address"


def log_ahead(engine: Engine) -> None:
    """Have a database in SQLite keep a write-ahead log from now on; others have their own."""
    if engine.dialect.name == "sqlite":
        connection = engine.raw_connection()
        connection.cursor().execute("PRAGMA journal_mode = WAL")
        connection.close()


def _server(address: str) -> URL:
    kind, _, rest = address.partition("://")
    if kind not in _POSTGRESQL:
        raise BadDesk(name=name_of(address), reason=f"{kind} is no kind of desk")
    try:
        import psycopg  # noqa: F401

        return make_url(f"postgresql+psycopg://{rest}")
    except ImportError:
        raise NotInstalled(what="PostgreSQL", extra="postgresql") from None
    except (ArgumentError, NoSuchModuleError, ValueError) as error:
        reason = str(error)
    raise BadDesk(name=name_of(address), reason=reason) from None


def _opened(connection: Any, _record: object) -> None:
    """Hand the beginning of transactions to `_begun`; set what SQLite leaves to each opener."""
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in ("foreign_keys = ON", f"busy_timeout = {PATIENCE}"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begun(connection: Connection) -> None:
    writes = connection.get_execution_options().get(WRITES)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
