"""Programs that write at once, and programs that are killed: nothing is lost, doubled or halved."""

from __future__ import annotations

import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from reportedly.desk import Desk
from reportedly.sentences import sentences
from tests.desk.writer import text_of

ROOT = Path(__file__).parents[2]


def writer(address: str, first: int, last: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.desk.writer", address, str(first), str(last)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT)


def assert_whole(desk: Desk) -> set[int]:
    """Every article has its text, its ledger, all claims, and is found; returns their numbers."""
    found = set()
    for entry in desk.entries():
        number = int((entry.url or "").rpartition("/")[2])
        ledger = desk.ledger(entry.article)
        assert ledger.article.text == text_of(number)
        assert entry.versions == 1
        with desk.reading() as connection:
            count = connection.exec_driver_sql(
                "SELECT count(*) FROM claims JOIN ledgers ON ledgers.id = ledger_id "
                "JOIN versions ON versions.id = version_id "
                f"WHERE article_id = {entry.article}"
            ).scalar()
        assert count == len(sentences(ledger.article.text))
        found.add(number)
    return found


@pytest.mark.parametrize("after", [0.05, 0.2, 0.45])
def test_a_killed_writer_loses_no_finished_article(desk: Desk, address: str, after: float) -> None:
    process = writer(address, 0, 100_000)
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    time.sleep(after)
    process.kill()
    said = process.stdout.read().splitlines()
    process.wait()
    kept = {int(line.split()[0]) for line in said if line.endswith(" new")}
    there = assert_whole(desk)
    assert kept <= there <= kept | {len(kept)}  # the last one may be kept, and not said so yet
    assert {hit.article for hit in desk.search('"sentence 0"', 10_000)} == {
        entry.article for entry in desk.entries()
    }


def test_a_run_that_was_killed_goes_on(desk: Desk, address: str) -> None:
    process = writer(address, 0, 100_000)
    assert process.stdout is not None
    for _ in range(5):
        process.stdout.readline()
    process.kill()
    process.wait()
    there = len(assert_whole(desk))
    said = writer(address, 0, there + 3).communicate(timeout=60)[0].splitlines()[1:]
    assert Counter(line.split()[1] for line in said) == {"known": there, "new": 3}


def test_two_writers_at_once_keep_each_article_once(desk: Desk, address: str) -> None:
    writers = [writer(address, 0, 60), writer(address, 20, 80), writer(address, 0, 80)]
    said = [one.communicate(timeout=120)[0].split() for one in writers]
    assert [one.returncode for one in writers] == [0, 0, 0]
    outcomes = Counter(word for words in said for word in words if word in ("new", "known"))
    assert outcomes == {"new": 80, "known": 120}
    assert assert_whole(desk) == set(range(80))
