"""A database, open: connections that read, write, and fail with words that people understand.

In: an address. Out: connections. Every change is one transaction: it is there whole, for every
other program that has the desk open, or not at all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from types import TracebackType
from typing import Final, Self

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from reportedly.desk import structure
from reportedly.desk.engine import WRITES, engine_of, is_url, name_of
from reportedly.errors import BadDesk, DeskFailed

#: What PostgreSQL calls a transaction that sees one moment; SQLite has no other kind.
_REPEATABLE: Final = {"isolation_level": "REPEATABLE READ"}


def now() -> str:
    """The time in UTC, as it is kept."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


@dataclass
class Opened:
    """A database that is open. Use it in a ``with``, or close it.

    Args:
        engine: of the database.
        name: what to call it in messages.
        clock: tells the time.
    """

    engine: Engine
    name: str
    clock: Callable[[], str] = now

    @classmethod
    def create(cls, address: object) -> Self:
        """Make a desk where there is none, or bring an older one up to date.

        Args:
            address: a path, or ``postgresql://user@host/name``.

        Raises:
            BadDesk: there is something else, or the server cannot be reached.
            NewerDesk: a newer version of this program made it.
        """
        return cls._made(str(address), structure.bring_up_to_date)

    @classmethod
    def open(cls, address: object) -> Self:
        """Open a desk that is there.

        Raises:
            NoDesk: there is none.
            OldDesk, NewerDesk: another version of this program made it.
            BadDesk: there is something else, or the server cannot be reached.
        """
        return cls._made(str(address), structure.check)

    @classmethod
    def _made(cls, address: str, prepare: Callable[[Engine, str], None]) -> Self:
        name = name_of(address)
        engine = engine_of(address)
        try:
            prepare(engine, name if is_url(address) else address)
        except DBAPIError as error:
            engine.dispose()
            raise BadDesk(name=name, reason=_reason(error)) from None
        return cls(engine, name)

    def close(self) -> None:
        """Let go of the database."""
        self.engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees what is there.

        Raises:
            DeskFailed: the database refused.
        """
        with self._watched(), self.engine.connect() as connection:
            yield connection

    @contextmanager
    def snapshot(self) -> Iterator[Connection]:
        """A connection that goes on seeing what was there when it first looked.

        Raises:
            DeskFailed: the database refused.
        """
        with self.reading() as connection:
            level = {} if self.engine.dialect.name == "sqlite" else _REPEATABLE
            yield connection.execution_options(**level)

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection whose changes are kept, all of them, once the block ends well.

        Raises:
            DeskFailed: the database refused.
        """
        with (
            self._watched(),
            self.engine.connect() as connection,
            connection.execution_options(**{WRITES: True}).begin(),
        ):
            yield connection

    @contextmanager
    def _watched(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            raise DeskFailed(name=self.name, reason=_reason(error)) from None


def _reason(error: DBAPIError) -> str:
    """The first line of what a database says went wrong."""
    return str(error.orig).strip().partition("\n")[0] or type(error.orig).__name__
