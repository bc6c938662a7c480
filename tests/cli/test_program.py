"""The program as it is started: real processes, the real model, real signals and pipes."""

from __future__ import annotations

import json
import os
import pty
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from reportedly.ledger import Ledger
from tests.cli.running import ARTICLE

COMMAND = [sys.executable, "-m", "reportedly"]
HEAVY = ("numpy", "onnxruntime", "tokenizers", "trafilatura", "py3langid", "charset_normalizer")


def run(*arguments: str, **options: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # type: ignore[call-overload, no-any-return]
        [*COMMAND, *arguments], capture_output=True, text=True, timeout=120, check=False, **options
    )


def test_it_finds_who_says_what(desk: Path) -> None:
    (desk / "a.txt").write_text(ARTICLE)
    ran = run("read", "a.txt", "--format", "json")
    assert (ran.returncode, ran.stderr) == (0, "")
    ledger = Ledger.from_json(ran.stdout)
    said = ledger.attributions[0]
    assert ledger.text_of(said.source_spans) == "the minister"
    assert "said" in ledger.text_of(said.cue_spans)
    assert ledger.text_of(said.content_spans) == "The ferry will sail in May"


def test_any_number_of_jobs_gives_the_same_bytes(desk: Path) -> None:
    lines = [json.dumps({"text": f"Report {n}. {ARTICLE}"}) + "\n" for n in range(5)]
    (desk / "all.jsonl").write_text("".join(lines))
    alone = run("read", "all.jsonl", "--format", "jsonl")
    together = run("read", "all.jsonl", "--format", "jsonl", "--jobs", "2")
    assert alone.returncode == together.returncode == 0
    assert alone.stdout == together.stdout
    assert alone.stdout.count("\n") == 5


@pytest.mark.parametrize("option", ["--version", "--help"])
def test_nothing_heavy_is_loaded_to_say_what_it_is(option: str) -> None:
    told = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "reportedly", option],
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = {line.rpartition("|")[2].strip() for line in told.stderr.splitlines()}
    assert "reportedly.cli" in loaded
    assert loaded.isdisjoint(HEAVY)
    assert ("typer" in loaded) == (option == "--help")


@pytest.mark.parametrize(
    ("arguments", "status", "told"),
    [
        (("read", "nowhere.txt"), 2, "error R101"),
        (("read", "a.txt", "nowhere.txt"), 1, "error R101"),
        (("read", "a.txt", "--model", "huge"), 2, "error R301"),
        (("reed",), 2, "reed"),
    ],
)
def test_exit_statuses(desk: Path, arguments: tuple[str, ...], status: int, told: str) -> None:
    (desk / "a.txt").write_text(ARTICLE)
    ran = run(*arguments)
    assert ran.returncode == status
    assert told in ran.stderr
    assert "Traceback" not in ran.stderr


def test_a_reader_that_goes_away_is_no_news(desk: Path) -> None:
    (desk / "all.jsonl").write_text((json.dumps({"text": ARTICLE * 20}) + "\n") * 60)
    with subprocess.Popen(
        [*COMMAND, "read", "all.jsonl", "-f", "jsonl"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(timeout=120) == 141


def finished(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.json"))


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_keeps_what_is_finished_and_the_same_command_goes_on(desk: Path, jobs: str) -> None:
    reports = desk / "reports"
    reports.mkdir()
    for number in range(400):
        (reports / f"{number:03}.txt").write_text(f"Report {number}. {ARTICLE * 30}")
    command = ("read", "reports", "--out", "ledgers", "--format", "json", "--jobs", jobs)
    with subprocess.Popen(
        [*COMMAND, *command],
        stderr=subprocess.PIPE,
        text=True,
        # Where the tests themselves run in the background, Ctrl-C would otherwise be ignored.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509
        start_new_session=True,
    ) as process:
        while len(finished(desk / "ledgers")) < 3:
            assert process.poll() is None
            time.sleep(0.05)
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to workers, too
        _, told = process.communicate(timeout=120)
    assert process.returncode == 130
    assert "run the same command again to go on" in told
    assert "Traceback" not in told
    kept = finished(desk / "ledgers")
    assert 3 <= len(kept) < 400
    for path in kept:
        Ledger.from_json(path.read_bytes())
    for path in sorted(reports.iterdir())[len(kept) + 2 :]:
        path.unlink()
    again = run(*command)
    assert again.returncode == 0
    assert f"2 read, {len(kept)} there already" in again.stderr
    assert len(finished(desk / "ledgers")) == len(kept) + 2


def test_progress_on_a_terminal(desk: Path) -> None:
    for number in range(3):
        (desk / f"{number}.txt").write_text(ARTICLE)
    ours, theirs = pty.openpty()
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "100"}
    with subprocess.Popen(
        [*COMMAND, "read", "*.txt", "-f", "jsonl"],
        stdout=subprocess.PIPE,
        stderr=theirs,
        env=environment,
    ) as process:
        os.close(theirs)
        shown = b""
        try:
            while piece := os.read(ours, 4096):
                shown += piece
        except OSError:  # what a terminal gives on Linux once nobody writes to it any more
            pass
        out, _ = process.communicate(timeout=120)
    os.close(ours)
    assert out.count(b"\n") == 3
    assert b"reading" in shown
    assert b"3/3" in shown
    assert b"articles/s" in shown


def test_nothing_named_at_a_terminal_is_asked_for(desk: Path) -> None:
    ours, theirs = pty.openpty()
    told = run("read", stdin=theirs)
    os.close(ours)
    os.close(theirs)
    assert told.returncode == 2
    assert "Name a file, a folder or a pattern" in told.stderr


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_shell_completion(desk: Path, shell: str) -> None:
    told = run(env={**os.environ, "_REPORTEDLY_COMPLETE": f"source_{shell}"})
    assert told.returncode == 0
    assert "_REPORTEDLY_COMPLETE=complete_" + shell in told.stdout
