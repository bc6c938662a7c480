"""What a person names, and the files that are read for it, in order."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest

from reportedly.errors import InputNotFound
from reportedly.intake.sources import Source, expand, format_of, printable


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to name things in: stories in two folders, and things that are none."""
    for name in (
        "b.txt", "a.txt", "c/d.HTML", "c/e.md", "c/f/g.jsonl", "c/.hidden.txt", "c/picture.jpg",
        ".git/h.txt", "notes", "[1].txt", "1.txt", "empty/readme.pdf",
    ):  # fmt: skip
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("The ferry was late, she said.", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(
    ("inputs", "origins"),
    [
        (["b.txt", "a.txt", "-", "b.txt"], ["b.txt", "a.txt", "-", "b.txt"]),
        (["notes"], ["notes"]),
        (["c"], ["c/d.HTML", "c/e.md", "c/f/g.jsonl"]),
        (["c/"], ["c/d.HTML", "c/e.md", "c/f/g.jsonl"]),
        (["."], ["1.txt", "[1].txt", "a.txt", "b.txt", "c/d.HTML", "c/e.md", "c/f/g.jsonl"]),
        (["?.txt"], ["1.txt", "a.txt", "b.txt"]),
        (["[1].txt"], ["[1].txt"]),
        (["c/*"], ["c/d.HTML", "c/e.md", "c/f/g.jsonl", "c/picture.jpg"]),
        (["**/*.md", "**/*.txt"], ["c/e.md", "1.txt", "[1].txt", "a.txt", "b.txt"]),
        (["c/**"], ["c/d.HTML", "c/e.md", "c/f/g.jsonl", "c/picture.jpg"]),
        ([], []),
    ],
)
def test_names_lead_to_files_in_order(inputs: list[str], origins: list[str]) -> None:
    found = [source.origin for source in expand(inputs) if isinstance(source, Source)]
    assert found == [str(Path(origin)) for origin in origins]


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize("name", ["d.txt", "*.docx", "empty", "c/**/*.docx", ""])
def test_a_name_that_leads_nowhere_is_told(name: str) -> None:
    before, missing, after = expand(["a.txt", name, "b.txt"])
    assert isinstance(missing, InputNotFound)
    assert missing.name == name
    assert (before, after) == (Source("a.txt", Path("a.txt")), Source("b.txt", Path("b.txt")))


@pytest.mark.skipif(sys.platform == "win32", reason="needs symbolic links")
def test_links_to_files_are_followed_and_links_to_folders_are_not(desk: Path) -> None:
    (desk / "c" / "loop").symlink_to(desk)
    (desk / "c" / "link.txt").symlink_to(desk / "a.txt")
    (desk / "c" / "broken.txt").symlink_to(desk / "gone.txt")
    found = [source.origin for source in expand(["c"]) if isinstance(source, Source)]
    assert found == ["c/d.HTML", "c/e.md", "c/f/g.jsonl", "c/link.txt"]


def test_a_folder_is_walked_only_as_far_as_it_is_asked_for(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    scandir = os.scandir

    def watched(path: Path) -> Any:
        opened.append(path.name)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", watched)
    first = next(expand([str(desk)]))
    assert isinstance(first, Source)
    assert (Path(first.origin).name, opened) == ("1.txt", [desk.name])


def test_a_folder_that_goes_away_meanwhile_is_told(desk: Path) -> None:
    found = expand([str(desk)])
    for source in found:
        if source == Source(str(desk / "b.txt"), desk / "b.txt"):
            shutil.rmtree(desk / "c")
            break
    missing = next(found)
    assert isinstance(missing, InputNotFound)
    assert missing.name == str(desk / "c")


@pytest.mark.parametrize(
    ("name", "start", "expected"),
    [
        ("a.txt", b"<html>", "text"),
        ("a.HTM", b"", "html"),
        ("a.xhtml", b"", "html"),
        ("a.markdown", b"", "markdown"),
        ("a.ndjson", b"", "jsonl"),
        ("a", b"He said so.", "text"),
        ("a.story", b"", "text"),
        ("a.php", b"\n<!doctype HTML>", "html"),
        ("a", b"\xef\xbb\xbf<?xml version='1.0'?>\n<!-- a --><!-- b -->\n<HTML lang='en'>", "html"),
        ("a", b"<htmlish> said", "text"),
        ("a", b"<p>He said so.</p>", "text"),
        ("a.json", b'{"text": "He said so."}', "jsonl"),
        ("a", b'{"a \\" b":1}', "jsonl"),
        ("a", b'{\n  "text": 1}', "text"),
        ("a", b"{He said} so: no.", "text"),
        ("a", b"<!-- -->" * 1_000, "text"),
    ],
)
def test_the_format_is_told_by_suffix_then_by_start(name: str, start: bytes, expected: str) -> None:
    assert format_of(Source(name, Path(name)), start) == expected


def test_a_name_in_no_encoding_can_be_printed() -> None:
    name = os.fsdecode(b"caf\xe9.txt")
    assert printable(name).encode("utf-8") == b"caf\\xe9.txt"
    assert printable("café.txt") == "café.txt"
