"""A desk to run commands at: a few articles, and a reader that is quick and keeps count."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.running import ARTICLE, QuickReader, Ran


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> type[QuickReader]:
    """Put the quick reader in the place of the real one."""
    QuickReader.given = []
    monkeypatch.setattr("reportedly.reading.reader.Reader", QuickReader)
    return QuickReader


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in, with a wide enough terminal."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    for name in ("NO_COLOR", "FORCE_COLOR", "REPORTEDLY_DEBUG"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


@pytest.fixture
def articles(desk: Path) -> Path:
    """A folder with three articles and a file that cannot be read."""
    folder = desk / "reports"
    (folder / "may").mkdir(parents=True)
    for name in ("a.txt", "b.txt", "may/a.txt"):
        (folder / name).write_text(f"{name}: {ARTICLE}", encoding="utf-8")
    (folder / "empty.txt").write_text("", encoding="utf-8")
    return folder


@pytest.fixture
def run() -> Callable[..., Ran]:
    """Run a command in this process."""

    def command(*arguments: str, standard_input: str | None = None) -> Ran:
        return Ran(arguments, standard_input)

    return command
