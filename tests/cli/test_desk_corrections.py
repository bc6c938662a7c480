"""``reportedly desk correct``, ``corrections``, ``undo`` and ``reread`` as people use them."""

from __future__ import annotations

import csv
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from reportedly.ledger import Ledger, ModelInfo
from tests.cli.running import ARTICLE, QuickReader, Ran

Run = Callable[..., Ran]


@pytest.fixture
def made(desk: Path, reader: type[QuickReader], run: Run, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A desk with three articles on it, in the folder in which commands run."""
    monkeypatch.setenv("REPORTEDLY_AUTHOR", "Ann")
    for name in "abc":
        (desk / f"{name}.txt").write_text(f"{name}: {ARTICLE}", encoding="utf-8")
    run("desk", "init")
    assert run("desk", "add", "a.txt", "b.txt", "c.txt").status == 0
    return desk


@pytest.fixture
def newer(made: Path, reader: type[QuickReader], monkeypatch: pytest.MonkeyPatch) -> ModelInfo:
    """A model that is newer than the one that read what is on the desk."""
    info = ModelInfo(name="small", version="2.0")
    monkeypatch.setattr("reportedly.cli.desk_reread.info_of", lambda _folder: info)

    def begun(self: QuickReader, model: str = "small", **_: Any) -> None:
        self.info = info

    monkeypatch.setattr(QuickReader, "__init__", begun)
    reader.given.clear()
    return info


def shown(run: Run, number: int, *more: str) -> Ledger:
    return Ledger.from_json(run("desk", "show", str(number), "-f", "json", *more).out)


def test_an_entry_is_edited_listed_undone_and_done_again(made: Path, run: Run) -> None:
    setting = ("--set", "act=denial", "--set", 'content_spans="sail in May"')
    edited = run("desk", "correct", "2", "R1", "edit", *setting, "--reason", "he denied it")
    assert (edited.status, edited.out, edited.error) == (0, "1\n", "")
    (entry,) = shown(run, 2).attributions
    assert (entry.act, entry.confidence) == ("denial", 1.0)
    assert shown(run, 2).text_of(entry.content_spans) == "sail in May"
    assert shown(run, 2, "--as-read").attributions[0].act == "statement"
    assert "Corrected by people" in run("desk", "show", "2").out
    assert run("desk", "undo", "1", "--by", "Bob").status == 0
    assert shown(run, 2) == shown(run, 2, "--as-read")
    assert run("desk", "undo", "1", "--redo").status == 0
    assert shown(run, 2).attributions[0].act == "denial"
    (record,) = json.loads(run("desk", "corrections", "-f", "json").out)
    assert (record["article"], record["decision"], record["author"]) == (2, "edit", "Ann")
    assert (record["reason"], record["state"]) == ("he denied it", "applied")
    (row,) = csv.DictReader(run("desk", "corrections", "2", "-f", "csv").out.splitlines())
    assert row == {name: " ".join(str(value).split()) for name, value in record.items()}
    assert record["changes"].startswith("act: statement → denial")
    table = run("desk", "corrections").out
    assert "Ann" in table
    assert record["time"][:10] in table
    assert run("desk", "corrections", "3").out == "Nobody has corrected anything here.\n"


def test_entries_are_accepted_rejected_and_added(made: Path, run: Run) -> None:
    assert run("desk", "correct", "1", "R1", "accept", "--by", "Bob").status == 0
    assert run("desk", "correct", "2", "R1", "reject").status == 0
    claim = ("--set", 'spans="Nobody has seen the boat"', "--set", "polarity=negative")
    assert run("desk", "correct", "3", "add", "claim", *claim).out == "3\n"
    assert shown(run, 1).attributions[0].confidence == 1.0
    assert shown(run, 2).attributions == ()
    ledger = shown(run, 3)
    assert [ledger.text_of(one.spans) for one in ledger.claims] == ["Nobody has seen the boat"]
    assert '"claim": "C1"' in run("desk", "search", "nobody boat", "-f", "json").out
    authors = [one["author"] for one in json.loads(run("desk", "corrections", "-f", "json").out)]
    assert authors == ["Bob", "Ann", "Ann"]


def test_who_is_logged_in_decides_if_nobody_is_named(
    made: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("REPORTEDLY_AUTHOR")
    monkeypatch.setattr("getpass.getuser", lambda: "cleo")
    run("desk", "correct", "1", "R1", "accept")
    assert '"author": "cleo"' in run("desk", "corrections", "-f", "json").out


@pytest.mark.parametrize(
    ("command", "words"),
    [
        (("correct", "1", "R1", "edit", "--set", "act=lie"), "Give it one of: statement, belief"),
        (("correct", "1", "R1", "edit", "--set", "act"), "FIELD=VALUE"),
        (("correct", "1", "R1", "edit"), "--set"),
        (("correct", "1", "R1", "accept", "--set", "act=denial"), "Only edit and add"),
        (("correct", "1", "R1", "burn"), "accept, reject, edit"),
        (("correct", "1", "add", "rumour"), "actor, attribution, claim, position"),
        (("correct", "1", "R7", "accept"), "R621"),
        (("correct", "9", "R1", "accept"), "R605"),
        (("undo", "7"), "R627"),
        (("corrections", "9"), "R605"),
        (("reread", "9"), "R605"),
        (("reread", "--model", "huge"), "R301"),
    ],
)
def test_what_cannot_be_done_is_said(
    made: Path, run: Run, command: tuple[str, ...], words: str
) -> None:
    ran = run("desk", *command)
    assert ran.status == 2
    assert words in " ".join(ran.error.replace("│", " ").split())
    assert json.loads(run("desk", "corrections", "-f", "json").out) == []


def test_corrections_are_written_to_train_with(made: Path, run: Run) -> None:
    run("desk", "correct", "1", "R1", "edit", "--set", "act=denial")
    path = made / "lessons.jsonl"
    assert run("desk", "corrections", "--as-training", str(path)).error.endswith("1 lessons.\n")
    lesson = json.loads(path.read_text(encoding="utf-8"))
    assert (lesson["old"]["labels"]["act"], lesson["new"]["labels"]["act"]) == (
        "statement", "denial",
    )  # fmt: skip
    assert "ferry" not in path.read_text(encoding="utf-8")
    run("desk", "corrections", "1", "--as-training", str(path), "--with-text")
    assert "ferry" in json.loads(path.read_text(encoding="utf-8"))["text"]
    nowhere = run("desk", "corrections", "--as-training", str(made / "no" / "where"))
    assert (nowhere.status, nowhere.error[:10]) == (3, "error R401")


def test_only_what_another_version_read_is_read_again(
    newer: ModelInfo, run: Run, reader: type[QuickReader]
) -> None:
    run("desk", "correct", "2", "R1", "edit", "--set", "act=denial")
    assert run("desk", "reread", "2").status == 0
    assert len(reader.given) == 1
    assert shown(run, 2).model == newer
    assert shown(run, 2).attributions[0].act == "denial"
    assert shown(run, 1).model.version == "1.0"
    again = run("desk", "reread", "--jobs", "2")
    assert (again.status, len(reader.given)) == (0, 3)
    assert "2 read" in again.error
    assert run("desk", "reread").error.startswith("0 read")


def test_a_rereading_that_is_stopped_goes_on_where_it_was(
    newer: ModelInfo, run: Run, reader: type[QuickReader], monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = QuickReader.read_many

    def stopped(self: QuickReader, *given: Any, **more: Any) -> Iterator[Ledger]:
        yield next(whole(self, *given, **more))
        raise KeyboardInterrupt

    monkeypatch.setattr(QuickReader, "read_many", stopped)
    ran = run("desk", "reread")
    assert ran.status == 130
    assert "run the same command again to go on" in ran.error
    assert [shown(run, number).model.version for number in (1, 2, 3)] == ["2.0", "1.0", "1.0"]
    monkeypatch.setattr(QuickReader, "read_many", whole)
    assert run("desk", "reread").status == 0
    assert [shown(run, number).model for number in (1, 2, 3)] == [newer] * 3


def test_an_article_that_cannot_be_read_again_keeps_its_reading(
    newer: ModelInfo, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = QuickReader.read_many

    def broken(self: QuickReader, articles: Any, *, on_error: Any, **more: Any) -> Iterator[Ledger]:
        first, *rest = articles
        on_error(first, ZeroDivisionError("at sea"))
        yield from whole(self, rest, on_error=on_error, **more)

    monkeypatch.setattr(QuickReader, "read_many", broken)
    ran = run("desk", "reread")
    assert (ran.status, "Reading 1 failed: ZeroDivisionError: at sea" in ran.error) == (1, True)
    assert [shown(run, number).model.version for number in (1, 2, 3)] == ["1.0", "2.0", "2.0"]


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_leaves_every_article_whole(made: Path, run: Run, jobs: str) -> None:
    for number in range(30):
        (made / f"{number}.txt").write_text(f"{number}. {ARTICLE * 30}", encoding="utf-8")
    run("desk", "add", *(f"{number}.txt" for number in range(30)))
    command = [sys.executable, "-m", "reportedly", "desk", "reread", "--jobs", jobs]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, cwd=made)
    until = time.monotonic() + 60
    while shown(run, 3).model.version == "1.0" and time.monotonic() < until:
        time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    _, error = process.communicate(timeout=60)
    assert (process.returncode, "Stopped." in error) == (130, True)
    newer = [shown(run, number).model.version != "1.0" for number in range(1, 34)]
    assert newer == sorted(newer, reverse=True)
    assert 3 <= sum(newer) < 33


@pytest.mark.parametrize("name", ["correct", "corrections", "undo", "reread"])
def test_help_needs_no_database_and_has_an_example(desk: Path, name: str) -> None:
    code = (
        "import sys; sys.modules['sqlalchemy'] = sys.modules['alembic'] = None; "
        f"sys.argv[1:] = ['desk', '{name}', '--help']; "
        "from reportedly.cli.program import program; program()"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "COLUMNS": "100"},
    )
    assert f"reportedly desk {name}" in ran.stdout.split("Usage")[1].split("\n", 2)[2]
