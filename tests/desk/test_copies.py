"""Who copied whom on a desk: found as articles come, whichever comes first."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import msgspec
import pytest

from reportedly.desk import Copied, Desk, structure
from reportedly.desk.tables import copies, fingerprints
from reportedly.desk.transfer import copy, lines, take_in
from reportedly.errors import NotOnDesk
from tests.desk.ledgers import ledger_of

ROOT = Path(__file__).parents[2]

WIRE = (
    "The brewery of Tolm will close its oldest cellar in March, three managers said on Friday. The "
    "cellar holds four hundred barrels and was dug into the hill when the town still had walls. "
    "Its barrels are to be moved to a hall near the station before the snow is gone."
)
QUOTE = (
    "“Nobody has told us what becomes of the eleven people who have worked below ground for most "
    "of their lives,” Oda Brink said."
)
OWN = "The price of hops has doubled in a year, and smaller brewers say that they cannot pay it."
NOTICE = (
    "Our letter for the evening tells you each day what happened in the valley while you were at "
    "work; write to the editors if you want to have it."
)
#: What of `WIRE` the shortened copy keeps.
FIRST = WIRE.split(" The cellar holds", maxsplit=1)[0]


def add(desk: Desk, text: str, day: str | None, outlet: str, url: str | None = None) -> int:
    ledger = ledger_of(text, outlet=outlet)
    article = msgspec.structs.replace(ledger.article, published=day, url=url)
    return desk.add(msgspec.structs.replace(ledger, article=article)).article


def pairs(found: list[Copied]) -> list[tuple[int, int]]:
    return [(one.earlier, one.later) for one in found]


def rows(desk: Desk) -> tuple[int, int]:
    with desk.reading() as connection:
        tables = [connection.execute(table.select()).all() for table in (fingerprints, copies)]
    return len(tables[0]), len(tables[1])


def test_a_copy_is_told_with_its_share_and_longest_passage(desk: Desk) -> None:
    add(desk, WIRE, "2025-02-07", "Wire")
    add(desk, f"{OWN} {WIRE}", "2025-02-08", "Post")
    (found,) = desk.copies()
    assert (found.earlier, found.earlier_outlet, found.earlier_published) == (
        1, "Wire", "2025-02-07",
    )  # fmt: skip
    assert (found.later, found.later_outlet, found.later_published) == (2, "Post", "2025-02-08")
    assert found.longest == WIRE[:-1]
    assert desk.ledger(2).article.text[slice(*found.span)] == found.longest
    assert found.words == len(WIRE.split())
    assert found.share == pytest.approx(len(WIRE.split()) / len(f"{OWN} {WIRE}".split()))
    (shared,) = found.shared
    assert desk.ledger(1).article.text[slice(*shared.passage.one)] == found.longest


def test_what_was_published_first_is_the_earlier_one_whenever_it_comes(desk: Desk) -> None:
    add(desk, WIRE, "2025-02-08", "Post")
    add(desk, WIRE, None, "Courier")
    add(desk, WIRE, "2025-02-07", "Wire")
    add(desk, WIRE, "2025-02-08", "Gazette")
    assert pairs(desk.copies()) == [(3, 1), (1, 4), (3, 4), (1, 2), (3, 2), (4, 2)]


def test_copies_of_one_article(desk: Desk) -> None:
    add(desk, WIRE, "2025-02-07", "Wire")
    add(desk, f"{OWN} {FIRST}", "2025-02-08", "Post")
    add(desk, OWN, "2025-02-09", "Courier")
    assert pairs(desk.copies(1)) == [(1, 2)]
    assert pairs(desk.copies(3)) == [(2, 3)]
    assert pairs(desk.copies(2)) == [(1, 2), (2, 3)]
    assert pairs(desk.copies(2, least_share=0.6)) == [(2, 3)]
    with pytest.raises(NotOnDesk):
        desk.copies(4)


def test_the_same_quotation_is_listed_only_if_asked_for(desk: Desk) -> None:
    add(desk, f"{OWN} {QUOTE}", "2025-02-07", "Wire")
    add(desk, f"{QUOTE} She keeps the books of the cellar.", "2025-02-08", "Post")
    assert desk.copies() == []
    (found,) = desk.copies(least_share=0)
    assert (found.share, found.words) == (0, 0)
    assert [one.kind for one in found.shared] == ["quotation"]


def test_what_an_outlet_prints_under_every_article_is_no_copy(desk: Desk) -> None:
    for number in range(3):
        add(desk, f"Report {number} of the day. {NOTICE}", f"2025-02-0{number + 1}", "Post")
        assert len(desk.copies()) == (1 if number == 1 else 0)
    add(desk, f"Another report. {NOTICE}", "2025-02-07", "Post")
    assert desk.copies() == []
    add(desk, f"A report of our own. {NOTICE}", "2025-02-08", "Courier")
    assert {one.later for one in desk.copies()} == {5}


def test_a_copy_stays_when_the_notice_below_it_turns_out_to_be_one(desk: Desk) -> None:
    gap = " ".join(f"{OWN} It is number {number}." for number in range(2))
    add(desk, f"{WIRE} {gap} {NOTICE}", "2025-02-01", "Post")
    add(desk, f"{WIRE} More was not known by noon, or was not told to us. {NOTICE}", "2025-02-02",
        "Post")  # fmt: skip
    before = desk.copies()[0]
    add(desk, f"A cat was found. {NOTICE}", "2025-02-03", "Post")
    (after,) = desk.copies()
    assert (len(before.shared), len(after.shared)) == (2, 1)
    assert after.words == len(WIRE.split())
    assert after.share < before.share


def test_a_new_text_is_compared_anew_and_the_old_copy_stays_known(desk: Desk) -> None:
    add(desk, WIRE, "2025-02-07", "Wire")
    url = "https://post.example/cellar"
    add(desk, WIRE, "2025-02-08", "Post", url=url)
    add(desk, FIRST, "2025-02-08", "Post", url=url)
    (found,) = desk.copies()
    assert (found.later, found.later_text, found.longest) == (2, 2, FIRST[:-1])
    add(desk, OWN, "2025-02-08", "Post", url=url)
    (found,) = desk.copies()
    assert (found.later, found.later_text) == (2, 2)  # its newest text copies nothing
    third = add(desk, FIRST, "2025-02-09", "Courier")
    assert pairs(desk.copies(third)) == [
        (1, third)
    ]  # what is no longer on show is not compared with


def test_what_is_taken_away_leaves_nothing(desk: Desk) -> None:
    add(desk, WIRE, "2025-02-07", "Wire")
    alone = rows(desk)
    add(desk, WIRE, "2025-02-08", "Post")
    assert rows(desk) == (2 * alone[0], 1)
    desk.remove(1)
    assert rows(desk) == alone
    assert desk.copies() == []
    add(desk, WIRE, "2025-02-07", "Wire")
    assert len(desk.copies()) == 1


def test_texts_too_short_to_be_found_are_kept_all_the_same(desk: Desk) -> None:
    for outlet in ("Wire", "Post"):
        add(desk, "Rain.", "2025-02-07", outlet)
    assert desk.copies(least_share=0) == []


def test_a_wire_report_in_very_many_papers_is_found_in_each(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reportedly.desk.compared.MANY", 4)
    monkeypatch.setattr("reportedly.desk.compared.COMPARED", 3)
    add(desk, WIRE, "2025-02-07", "Wire")
    for number in range(2, 10):
        add(desk, f"{WIRE} {number} papers.", "2025-02-08", f"Paper {number}")
        assert (1, number) in pairs(desk.copies(number))
        assert len(desk.copies(number)) <= 3
    assert rows(desk)[0] < 5 * len(WIRE.split()) // 3


def test_another_desk_finds_the_same_copies(desk: Desk, tmp_path: Path) -> None:
    for number, text in enumerate((WIRE, f"{OWN} {WIRE}", FIRST), start=1):
        add(desk, text, f"2025-02-0{number}", f"Paper {number}")
    with Desk.create(tmp_path / "other.sqlite") as other:
        for line in lines(desk):
            take_in(other, line)
        assert other.copies() == desk.copies() != []
    copy(desk, tmp_path / "backup.sqlite")
    with Desk.open(tmp_path / "backup.sqlite") as backup:
        assert backup.copies() == desk.copies()
        assert rows(backup) == rows(desk)


@pytest.fixture
def older(address: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """A desk with four articles that nothing was compared with, as after the step to copies."""
    with Desk.create(address) as desk:
        with monkeypatch.context() as before:
            before.setattr("reportedly.desk.desk.compare", lambda *_: None)
            for number in range(4):
                add(desk, f"{WIRE} {number}", f"2025-02-0{number + 1}", f"Paper {number}")
        assert rows(desk) == (0, 0)
    return address


def test_articles_of_an_older_desk_are_compared_when_copies_are_asked_for(older: str) -> None:
    with Desk.open(older) as desk:
        add(desk, f"{WIRE} Amen.", "2025-02-07", "Post")
        assert len(desk.copies()) == 5 * 4 // 2
        assert list(desk.compare()) == [0]


def test_comparing_an_older_desk_goes_on_where_it_stopped(older: str) -> None:
    with Desk.open(older) as desk:
        steps = desk.compare()
        assert [next(steps) for _ in range(3)] == [4, 3, 2]
        steps.close()  # type: ignore[attr-defined]
    with Desk.open(older) as desk:
        assert list(desk.compare()) == [2, 1, 0]
        assert len(desk.copies()) == 4 * 3 // 2


def test_the_step_to_copies_leaves_all_articles_to_be_compared(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as before:
        before.setattr(structure, "STEPS", structure.STEPS[:3])
        with Desk.create(address) as desk, desk.writing() as connection:
            for number in (1, 2):
                connection.exec_driver_sql(
                    f"INSERT INTO articles (id, identity, latest) VALUES ({number}, 'a{number}', 1)"
                )
                connection.exec_driver_sql(
                    "INSERT INTO versions (article_id, number, digest, outlet, text, added) "
                    f"VALUES ({number}, 1, '0', 'Paper {number}', '{WIRE}', '2024-03-04')"
                )
    with Desk.create(address) as desk:
        assert list(desk.compare()) == [2, 1, 0]
        assert pairs(desk.copies()) == [(1, 2)]


def _writer(address: str, name: str, last: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.desk.copier", address, name, str(last)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT)


def test_two_writers_at_once_find_each_others_copies(desk: Desk, address: str) -> None:
    writers = [_writer(address, name, 12) for name in ("Wire", "Post", "Courier")]
    for one in writers:
        one.communicate(timeout=120)
    assert [one.returncode for one in writers] == [0, 0, 0]
    assert len(list(desk.entries())) == 36
    assert len(desk.copies()) == 12 * 3


@pytest.mark.parametrize("after", [0.05, 0.3])
def test_a_killed_writer_leaves_no_article_without_its_fingerprints(
    desk: Desk, address: str, after: float
) -> None:
    add(desk, WIRE, "2025-02-01", "Wire")
    one, other = (_writer(address, name, 100_000) for name in ("Wire", "Post"))
    for process in (one, other):
        assert process.stdout is not None
        process.stdout.readline()
    time.sleep(after)
    for process in (one, other):
        process.kill()
        process.wait()
    assert list(desk.compare()) == [0]
    by_number: dict[str, set[int]] = {}
    for entry in desk.entries():
        by_number.setdefault(entry.title or "", set()).add(entry.article)
        with desk.reading() as connection:
            own = connection.exec_driver_sql(
                "SELECT count(*) FROM fingerprints JOIN versions ON versions.id = version_id "
                f"WHERE article_id = {entry.article}"
            ).scalar()
        assert own
    together = {frozenset(pair) for pair in pairs(desk.copies())}
    assert {frozenset(both) for both in by_number.values() if len(both) == 2} <= together
