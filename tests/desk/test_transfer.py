"""A desk that goes elsewhere: as lines, or as one file."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportedly.desk import Desk
from reportedly.desk.transfer import copy, lines, take_in
from reportedly.errors import CannotWrite, InvalidLedger
from tests.desk.ledgers import ledger_of


@pytest.fixture
def full(desk: Desk) -> Desk:
    """A desk with three articles, one of which has two texts."""
    for number, text in enumerate(("Rain.", "Rain. More rain.", "Snow fell.", "A\0B.")):
        desk.clock = lambda number=number: f"2024-03-0{number + 1}T09:30:00Z"  # type: ignore[misc]
        desk.add(ledger_of(text, url=f"https://harbour.example/{max(number, 1)}"))
    return desk


def everything(desk: Desk) -> list[object]:
    return [
        (entry[1:], [(v, desk.document(entry.article, v.number)) for v in versions])
        for entry in desk.entries()
        if (versions := desk.versions(entry.article))
    ]


def test_lines_make_the_same_desk_elsewhere(full: Desk, tmp_path: Path) -> None:
    with Desk.create(tmp_path / "other.sqlite") as other:
        for line in lines(full):
            assert {added.outcome for added in take_in(other, line)} <= {"new", "changed"}
        assert everything(other) == everything(full)
        for line in lines(full):
            assert {added.outcome for added in take_in(other, line)} == {"known"}
        assert list(lines(other)) == list(lines(full))


@pytest.mark.parametrize(
    "line", ["", "{}", "[", '{"format": "reportedly.desk/9", "versions": []}', b"\xed\xa0\x80"]
)
def test_a_line_that_is_none_is_refused(desk: Desk, line: str | bytes) -> None:
    with pytest.raises(InvalidLedger):
        take_in(desk, line)


def test_a_backup_is_a_desk(full: Desk, tmp_path: Path) -> None:
    path = tmp_path / "backup.sqlite"
    assert copy(full, path) > 8
    with Desk.open(path) as other:
        assert everything(other) == everything(full)
        assert [hit[:2] for hit in other.search("rain")] == [hit[:2] for hit in full.search("rain")]
        assert other.add(ledger_of("Fog.")).outcome == "new"
    assert [one.name for one in tmp_path.iterdir() if "backup" in one.name] == ["backup.sqlite"]


def test_a_backup_takes_nobodys_place(full: Desk, tmp_path: Path) -> None:
    path = tmp_path / "backup.sqlite"
    path.write_text("mine")
    with pytest.raises(CannotWrite):
        copy(full, path)
    assert path.read_text() == "mine"
    with pytest.raises(CannotWrite):
        copy(full, tmp_path / "nowhere" / "backup.sqlite")
