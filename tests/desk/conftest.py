"""Desks to test: one in SQLite, and one in a real PostgreSQL that runs on this machine alone."""

from __future__ import annotations

import itertools
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from reportedly.desk import Desk

_COUNT = itertools.count(1)


def _programs() -> Path | None:
    """The folder of PostgreSQL's programs, where Debian puts them or on the path."""
    on_path = shutil.which("initdb")
    found = [Path(on_path)] if on_path else sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    return found[-1].parent if found else None


@pytest.fixture(scope="session")
def postgresql(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server with no database of ours yet; it listens on a socket alone."""
    programs = _programs()
    if programs is None:
        pytest.skip("needs PostgreSQL")
    home = Path(f"/tmp/reportedly-{os.getpid()}")  # a socket's path must be short
    home.mkdir(mode=0o700)
    # PostgreSQL will not run as root; Debian's package brings a user of its own.
    asked = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    if asked:
        shutil.chown(home, "postgres")

    def run(program: str, *arguments: str) -> None:
        command = [*asked, str(programs / program), *arguments]
        subprocess.run(command, check=True, capture_output=True, cwd="/", timeout=120)

    data = str(home / "data")
    run("initdb", "-D", data, "-A", "trust", "-U", "desk", "-E", "UTF8", "--locale=C.UTF-8")
    settings = f"-c listen_addresses= -c unix_socket_directories={home} -c fsync=off"
    run("pg_ctl", "-D", data, "-o", settings, "-l", str(home / "log"), "-w", "start")
    try:
        yield f"postgresql://desk@/{{name}}?host={home}"
    finally:
        run("pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")
        shutil.rmtree(home, ignore_errors=True)


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a desk can be made, in either kind of database."""
    if request.param == "sqlite":
        return str(tmp_path / "desk.sqlite")
    return new_database(request.getfixturevalue("postgresql"))


def new_database(server: str) -> str:
    """The address of a new, empty database."""
    from reportedly.desk.engine import engine_of

    name = f"desk{next(_COUNT)}"
    engine = engine_of(server.format(name="postgres"))
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.exec_driver_sql(f"CREATE DATABASE {name}")
    engine.dispose()
    return server.format(name=name)


@pytest.fixture
def desk(address: str) -> Iterator[Desk]:
    """An empty desk."""
    with Desk.create(address) as made:
        yield made
