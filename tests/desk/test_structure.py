"""Desks of other versions, and what is no desk at all."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from reportedly.desk import Desk, structure
from reportedly.desk.followed import followed
from reportedly.desk.tables import articles, metadata, versions
from reportedly.errors import BadDesk, NewerDesk, NoDesk, OldDesk
from tests.desk.ledgers import ledger_of

#: What serves the search alone, which the tables do not know of.
SEARCH = ("_words", "words")


def test_the_scripts_make_the_tables(desk: Desk) -> None:
    def known(name: str | None, kind: str, _parent: object) -> bool:
        return not any(part in (name or "") for part in SEARCH)

    def ours(thing: object, name: str | None, kind: str, *_: object) -> bool:
        return not any(part in (name or "") for part in SEARCH)

    with desk.reading() as connection:
        options = {"include_name": known, "include_object": ours, "compare_type": True}
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, metadata) == []


def test_the_steps_are_those_of_the_scripts() -> None:
    scripts = ScriptDirectory(str(Path(structure.__file__).parent / "migrations"))
    steps = [script.revision for script in scripts.walk_revisions()]
    assert tuple(reversed(steps)) == structure.STEPS


def test_a_desk_is_made_once_and_kept(address: str) -> None:
    with pytest.raises(NoDesk):
        Desk.open(address)
    with Desk.create(address) as desk:
        desk.add(ledger_of("Rain."))
    with Desk.create(address) as desk:
        assert len(list(desk.entries())) == 1


def test_a_desk_of_another_version_is_left_alone(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Desk.create(address) as desk:
        desk.add(ledger_of("Rain."))
    monkeypatch.setattr(structure, "STEPS", (*structure.STEPS, "9999"))
    with pytest.raises(OldDesk):
        Desk.open(address)
    monkeypatch.setattr(structure, "STEPS", ("0000",))
    for look in (Desk.open, Desk.create):
        with pytest.raises(NewerDesk):
            look(address)
    monkeypatch.undo()
    with Desk.open(address) as desk:
        assert len(list(desk.entries())) == 1


def test_a_desk_of_any_older_version_is_brought_up_to_date(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for count in range(1, len(structure.STEPS)):
        with monkeypatch.context() as older:
            older.setattr(structure, "STEPS", structure.STEPS[:count])
            with Desk.create(address) as desk, desk.writing() as connection:
                # As the first version of the program did; later ones look at more tables.
                row = {"id": count, "identity": f"rain {count}", "latest": 1}
                connection.execute(articles.insert().values(**row))
                text = {"number": 1, "digest": "0", "text": "Rain.", "added": "2024-03-04"}
                connection.execute(versions.insert().values(article_id=count, **text))
        with pytest.raises(OldDesk):
            Desk.open(address)
    with Desk.create(address) as desk:
        assert len(list(desk.entries())) == len(structure.STEPS) - 1
        assert followed(desk) == []


def test_what_is_no_desk_is_left_alone(tmp_path: Path) -> None:
    other = tmp_path / "other.sqlite"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE notes (words TEXT)")
    text = tmp_path / "text.sqlite"
    text.write_text("This is no database, but words, and enough of them.\n" * 100)
    folder = tmp_path / "folder"
    folder.mkdir()
    for path in (other, text, folder):
        before = path.read_bytes() if path.is_file() else b""
        for look in (Desk.open, Desk.create):
            with pytest.raises(BadDesk):
                look(path)
        assert (path.read_bytes() if path.is_file() else b"") == before


@pytest.mark.parametrize(
    "address",
    [
        "mysql://localhost/desk",
        "postgresql://",
        "postgresql://nobody:secret@127.0.0.1:1/desk",
        "postgresql://[",
        "://",
    ],
)
def test_an_address_that_is_none_is_refused(address: str) -> None:
    with pytest.raises((BadDesk, NoDesk)) as caught:
        Desk.open(address)
    assert "secret" not in str(caught.value)


def test_a_moved_desk_is_whole(tmp_path: Path) -> None:
    with Desk.create(tmp_path / "desk.sqlite") as desk:
        desk.add(ledger_of("Rain."))
    shutil.move(tmp_path / "desk.sqlite", tmp_path / "moved.sqlite")
    with Desk.open(tmp_path / "moved.sqlite") as desk:
        assert len(list(desk.entries())) == 1
