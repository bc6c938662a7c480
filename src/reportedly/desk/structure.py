"""Whether the tables of a desk are there and as this program has them; and making them so.

In: an engine. Out: tables. The scripts of Alembic in ``migrations`` make them, one step a change of
this package, and bring those of an older desk up to date, keeping what is on it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Engine, Table, inspect, text
from sqlalchemy.dialects import postgresql, sqlite

from reportedly.desk.engine import WRITES, is_url, log_ahead
from reportedly.errors import BadDesk, NewerDesk, NoDesk, OldDesk

#: The steps in `migrations`, the first one first; a desk tells which one it has reached.
STEPS: Final = ("0001", "0002", "0003", "0004", "0005")

#: Alembic's own table.
_REACHED: Final = "alembic_version"


def check(engine: Engine, name: str) -> None:
    """See whether there is a desk that this program can use.

    Raises:
        NoDesk, OldDesk, NewerDesk, BadDesk: there is none.
    """
    if not is_url(name) and not Path(name).exists():
        raise NoDesk(name=name)
    step = reached(engine, name)
    if step is None:
        raise NoDesk(name=name)
    if step != STEPS[-1]:
        raise OldDesk(name=name)


def bring_up_to_date(engine: Engine, name: str) -> None:
    """Make the tables, or change older ones.

    Raises:
        NewerDesk, BadDesk: there is something that this program must not touch.
    """
    if reached(engine, name) == STEPS[-1]:
        return
    log_ahead(engine)
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    with engine.connect() as connection, connection.execution_options(**{WRITES: True}).begin():
        config.attributes["connection"] = connection
        command.upgrade(config, STEPS[-1])


def reached(engine: Engine, name: str) -> str | None:
    """The step that a desk has reached; None if the database is empty.

    Raises:
        NewerDesk: it is no step that this program knows.
        BadDesk: there are tables, and they are not those of a desk.
    """
    with engine.connect() as connection:
        there = inspect(connection).get_table_names()
        if not there:
            return None
        if _REACHED not in there or not {"articles", "versions", "ledgers"} <= set(there):
            raise BadDesk(name=name, reason="it holds something else")
        step = connection.execute(text(f"SELECT version_num FROM {_REACHED}")).scalar()  # noqa: S608
    if step not in STEPS:
        raise NewerDesk(name=name)
    return str(step)


def insert_new(connection: Connection, table: Table, **values: Any) -> None:
    """Insert a row, unless there is one with the same unique value, also one not committed yet."""
    kind = sqlite if connection.dialect.name == "sqlite" else postgresql
    connection.execute(kind.insert(table).values(**values).on_conflict_do_nothing())
