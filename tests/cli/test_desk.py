"""``reportedly desk`` as people and scripts use it."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.running import ARTICLE, QuickReader, Ran

Run = Callable[..., Ran]

CHANGED = ARTICLE.replace("in May", "in June")


@pytest.fixture
def made(desk: Path, reader: type[QuickReader], articles: Path, run: Run) -> Path:
    """A desk with three articles on it, in the folder in which commands run."""
    assert run("desk", "init").status == 0
    assert run("desk", "add", str(articles), "--outlet", "The Post").status == 1
    return desk


def test_articles_are_added_once(made: Path, run: Run, reader: type[QuickReader]) -> None:
    reader.given.clear()
    again = run("desk", "add", "reports", "--outlet", "The Post")
    assert (again.status, again.out, reader.given) == (1, "", [])
    assert "0 read, 3 there already, 1 failed" in again.error
    assert "R102" in again.error


def test_what_was_added_is_told_to_scripts(desk: Path, run: Run, reader: type[QuickReader]) -> None:
    (desk / "a.txt").write_text(ARTICLE, encoding="utf-8")
    (desk / "b.txt").write_text(CHANGED, encoding="utf-8")
    run("desk", "init")
    url = ("--url", "https://harbour.example/ferry")
    assert run("desk", "add", "a.txt", *url).out == "1\tnew\ta.txt\n"
    changed = run("desk", "add", "b.txt", *url)
    assert changed.out == "1\tchanged\tb.txt\n"
    assert "b.txt has changed: see reportedly desk changes 1" in changed.error
    assert run("desk", "list").out.splitlines()[-2].split() == [
        "1", "https://harbour.example/ferry", "2",
    ]  # fmt: skip


def test_a_ledger_is_added_as_it_is(made: Path, run: Run, reader: type[QuickReader]) -> None:
    line = run("desk", "show", "1", "--format", "jsonl").out
    (made / "one.jsonl").write_text(line, encoding="utf-8")
    reader.given.clear()
    run("desk", "init", "--desk", "other.sqlite")
    assert run("desk", "add", "one.jsonl", "--desk", "other.sqlite").status == 0
    assert reader.given == []
    assert run("desk", "show", "1", "-f", "jsonl", "--desk", "other.sqlite").out == line


def test_the_list_in_every_format(made: Path, run: Run) -> None:
    assert run("desk", "list").out.count("The Post") == 3
    rows = list(csv.DictReader(run("desk", "list", "-f", "csv").out.splitlines()))
    records = json.loads(run("desk", "list", "-f", "json").out)
    assert [row["article"] for row in rows] == ["1", "2", "3"]
    assert [record["outlet"] for record in records] == ["The Post"] * 3
    assert list(rows[0]) == list(records[0])


def test_an_empty_desk_says_so(desk: Path, run: Run) -> None:
    run("desk", "init")
    assert "The desk is empty" in run("desk", "list").out
    assert json.loads(run("desk", "list", "-f", "json").out) == []
    assert run("desk", "search", "ferry").out == "Nothing on the desk has all of these words.\n"


def test_an_article_is_shown_as_it_was_read(made: Path, run: Run) -> None:
    assert "The ferry will sail" in run("desk", "show", "2").out
    assert run("desk", "show", "2", "-f", "html").out.startswith("<!DOCTYPE html>")
    assert run("desk", "show", "9").error.startswith("error R605")


def test_changes_are_shown(desk: Path, run: Run, reader: type[QuickReader]) -> None:
    run("desk", "init")
    for name, text in (("a.txt", ARTICLE), ("b.txt", CHANGED)):
        (desk / name).write_text(text, encoding="utf-8")
        run("desk", "add", name, "--url", "https://harbour.example/ferry")
    assert "sail in [-May,-]{+June,+} the minister" in run("desk", "changes", "1").out
    (change,) = json.loads(run("desk", "changes", "1", "-f", "json").out)
    assert change["kind"] == "reworded"
    assert "The text has not changed." in run("desk", "changes", "1", "--text", "1").out


def test_words_are_found(made: Path, run: Run) -> None:
    found = run("desk", "search", "ferries", "sail")
    assert found.out.count("The ferry will sail in May") == 3
    hits = json.loads(run("desk", "search", "ferries", "-f", "json").out)
    assert {hit["claim"] for hit in hits} == {None}
    assert all("\x02" not in hit["words"] for hit in hits)


def test_articles_are_removed(made: Path, run: Run) -> None:
    assert run("desk", "remove", "1", "3").status == 0
    assert [one["article"] for one in json.loads(run("desk", "list", "-f", "json").out)] == [2]
    assert run("desk", "remove", "1").status == 2


def test_a_desk_goes_elsewhere(made: Path, run: Run) -> None:
    (made / "desk.jsonl").write_text(run("desk", "export").out, encoding="utf-8")
    run("desk", "init", "--desk", "other.sqlite")
    came = run("desk", "import", "desk.jsonl", "--desk", "other.sqlite")
    assert came.error == "3 texts came, 0 were there already.\n"
    assert run("desk", "export", "--desk", "other.sqlite").out == run("desk", "export").out
    assert run("desk", "backup", "copy.sqlite").status == 0
    assert run("desk", "export", "--desk", "copy.sqlite").out == run("desk", "export").out
    assert run("desk", "backup", "copy.sqlite").error.startswith("error R401")


def test_the_desk_is_the_one_that_the_environment_names(
    desk: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REPORTEDLY_DESK", str(desk / "mine.sqlite"))
    assert run("desk", "init").status == 0
    assert (desk / "mine.sqlite").exists()


@pytest.mark.parametrize("command", [["list"], ["search", "a"], ["show", "1"], ["export"]])
def test_without_a_desk_one_is_told_how_to_make_it(
    desk: Path, run: Run, command: list[str]
) -> None:
    ran = run("desk", *command)
    assert ran.status == 2
    assert ran.error.startswith("error R601 There is no desk at desk.sqlite.")
    assert "reportedly desk init" in ran.error
    assert list(desk.iterdir()) == []


def test_hostile_words_do_not_reach_the_terminal(desk: Path, run: Run) -> None:
    (desk / "a.txt").write_text(f"Rain\x1b[2J. {ARTICLE}", encoding="utf-8")
    run("desk", "init")
    run("desk", "add", "a.txt", "--title", "\x1b[31mred", "--url", "https://x.example/\x1b")
    for command in (["list"], ["search", "rain"], ["changes", "1"]):
        assert "\x1b" not in run("desk", *command).out


def test_help_needs_no_database_and_every_command_has_an_example(desk: Path) -> None:
    program = "from reportedly.cli.program import program; program()"
    code = (
        "import sys; sys.modules['sqlalchemy'] = sys.modules['alembic'] = None; "
        f"sys.argv[1:] = {{arguments}}; {program}"
    )
    for name in ("init", "add", "list", "show", "changes", "remove", "search", "export", "import",
                 "backup", "follow", "unfollow"):  # fmt: skip
        arguments = code.format(arguments=["desk", name, "--help"])
        command = [sys.executable, "-c", arguments]
        shown = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        assert f"reportedly desk {name}" in shown
    ran = subprocess.run(
        [sys.executable, "-c", code.format(arguments=["desk", "list"])],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "COLUMNS": "200"},
    )
    assert ran.returncode == 3
    assert "pip install 'reportedly[desk]'" in ran.stderr


def test_copies_in_every_format(desk: Path, run: Run, reader: type[QuickReader]) -> None:
    text = f"{ARTICLE} The tickets will cost as much as they did before the winter, or so we hear."
    for name, more in (("a.txt", ""), ("b.txt", " Nobody else was asked.")):
        (desk / name).write_text(text + more, encoding="utf-8")
    run("desk", "init")
    run("desk", "add", "a.txt", "--outlet", "The Wire", "--published", "2024-03-04")
    run("desk", "add", "b.txt", "--outlet", "The Post", "--published", "2024-03-05")
    table = run("desk", "copies").out
    assert "1, The Wire, 2024-03-04" in table
    assert "2, The Post, 2024-03-05" in table
    (record,) = json.loads(run("desk", "copies", "2", "-f", "json").out)
    assert record["longest"] == text[:-1]
    (shared,) = record["shared"]
    assert (shared["kind"], shared["earlier"], shared["later"]) == (
        "text",
        record["span"],
        record["span"],
    )
    (row,) = csv.DictReader(run("desk", "copies", "-f", "csv").out.splitlines())
    assert (row["earlier"], row["later"]) == ("1", "2")
    assert row["longest"] == " ".join(text[:-1].split())
    assert run("desk", "copies", "--least-share", "1").out.startswith("No article on the desk")
    assert run("desk", "copies", "3").status == 2
