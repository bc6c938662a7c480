"""What is said to happen when, and what was reported when."""

from __future__ import annotations

from typing import Any

import pytest

from reportedly.story.changes.shifts import shifts
from reportedly.story.changes.timeline import events, reporting
from reportedly.story.claims.roots import Instance
from reportedly.story.report import Report
from tests.story.reports import known, report, told


def single(number: int, words: str, by: str = "", **more: Any) -> Report:
    return report(number, words, [told(words, by, **more)])


@pytest.mark.parametrize(
    ("dates", "time", "row"),
    [
        (("2025-04-03", "2025-04-03"), "past", ("2025-04-03", "2025-04-03", "past")),
        (("2023-10-01", "2023-10-31"), "past", ("2023-10", "2023-10", "past")),
        (("2021-01-01", "2021-12-31"), "past", ("2021", "2021", "past")),
        (("2025-06-03", "2025-06-03"), "future", ("2025-06-03", "2025-06-03", "planned")),
        ((None, "2025-06-30"), "hypothetical", (None, "2025-06-30", "hypothetical")),
        (("2025-02-01", None), "present", ("2025-02-01", None, "past")),
    ],
)
def test_a_date_is_as_exact_as_the_text(dates: Any, time: str, row: Any) -> None:
    one = single(1, "The lock opens then", dates=[("then", *dates)], time=time)
    assert [each[:3] for each in events([one])] == [row]


def test_one_event_told_twice_is_one_row() -> None:
    day = ("3 June", "2025-06-03", "2025-06-03")
    one = single(1, "The new lock will open on 3 June", dates=[day], time="future")
    other = single(2, "On 3 June the lock opens", dates=[day], time="future")
    else_ = single(3, "Dockers march on 3 June", dates=[day], time="future")
    rows = events([one, other, else_])
    assert [[saying.report.number for saying in row.told] for row in rows] == [[1, 2], [3]]
    group = [Instance(each, each.ledger.claims[0]) for each in (other, else_)]
    assert len(events([one, other, else_], [group])) == 1


def test_that_something_was_said_is_an_event() -> None:
    text = "Ida Falk said on Sunday that the lock leaks"
    one = report(5, text, [told("the lock leaks", "Ida Falk", cue="said", on="2025-05-04")])
    (row,) = events([one])
    assert row[:3] == ("2025-05-04", "2025-05-04", "past")


def test_reports_in_order_with_what_they_shifted() -> None:
    before = single(1, "Dredging the canal costs 30 million marks", "Ida Falk")
    after = single(2, "Dredging the canal costs 41 million marks", "Ida Falk")
    changed = shifts([after, before], known([before, after]))
    rows = reporting([after, before], changed)
    assert [(row.day, row.report.number, len(row.shifts)) for row in rows] == [
        ("2025-05-01", 1, 0),
        ("2025-05-02", 2, 1),
    ]
