"""What cannot all be true: other numbers, denials, opposite stands; not what was revised."""

from __future__ import annotations

from typing import Any

import pytest

from reportedly.story.changes.conflicts import Conflict, conflicts
from reportedly.story.report import Report
from tests.story.reports import known, report, told


def found(*reports: Report) -> list[Conflict]:
    return conflicts(reports, known(reports))


def single(number: int, words: str, by: str = "", **more: Any) -> Report:
    return report(number, words, [told(words, by, **more)])


FALK = single(1, "Divers counted 14 leaks in the lock gate", "Ida Falk")


@pytest.mark.parametrize(
    ("words", "by", "about"),
    [
        ("There are 21 leaks in the gate of the lock", "Bo Reyes", ["14 / 21"]),
        ("There are 21 leaks in the gate of the lock", "", ["14 / 21"]),
        ("There are 14 leaks in the gate of the lock", "Bo Reyes", []),
        ("There are 21 leaks in the roof of the school", "Bo Reyes", []),
        # Who counts again does not contradict themselves: see shifts.
        ("There are 21 leaks in the gate of the lock", "Ida Falk", []),
        ("There are 21 boats at the gate of the lock", "Bo Reyes", []),
    ],
)
def test_numbers_of_two_sources(words: str, by: str, about: list[str]) -> None:
    assert [one.about for one in found(FALK, single(2, words, by))] == about


def test_what_was_revised_before_is_no_conflict() -> None:
    revised = single(2, "Divers counted 21 leaks in the lock gate", "Ida Falk")
    other = single(3, "There are 21 leaks in the gate of the lock", "Bo Reyes")
    assert found(FALK, revised, other) == []


def test_a_number_is_disputed_once_with_all_sides() -> None:
    later = [
        single(n, f"There are {n + 18} leaks in the lock gate", f"Bo Reyes{n}") for n in (2, 3)
    ]
    (conflict,) = found(FALK, *later)
    assert conflict.one.names == ("The Harbour Post", "Ida Falk")
    assert conflict.other.names == ("Radio Sund", "Bo Reyes2")
    assert [one.report.number for one in conflict.others] == [3]
    assert conflict.explanation == (
        "Two numbers of one thing (14 / 20): “Divers counted 14 leaks in the lock gate” (The "
        "Harbour Post ← Ida Falk, 2025-05-01) against “There are 20 leaks in the lock gate” (Radio "
        "Sund ← Bo Reyes2, 2025-05-02)."
    )


PLAN = "The port plans to close its school for pilots"


@pytest.mark.parametrize(
    ("text", "words", "act", "denied"),
    [
        ("Ida Falk dismissed a report in The Harbour Post that it would shut its pilots’ school.",
         "it would shut its pilots’ school", "opposition", True),
        ("Ida Falk denied that the port plans to close its school for pilots.",
         "the port plans to close its school for pilots", "denial", True),
        # Another plan, or no denial although it is negative.
        ("Ida Falk denied that the port has hired strangers.",
         "the port has hired strangers", "denial", False),
        ("Ida Falk said the school cannot close before the pilots leave.",
         "the school cannot close before the pilots leave", "statement", False),
    ],
)  # fmt: skip
def test_a_denial_meets_what_it_denies(text: str, words: str, act: str, denied: bool) -> None:
    cue = text.split()[2]
    polarity = "negative" if act == "denial" or "cannot" in text else "positive"
    later = report(2, text, [told(words, "Ida Falk", cue=cue, act=act, polarity=polarity)])
    shown = found(single(1, PLAN, "an insider"), later)
    assert [one.kind for one in shown] == ["denial"] * denied
    if denied:
        assert shown[0].one.words == PLAN
        assert shown[0].other.words == f"{cue} … {words}"


def test_two_dates_at_one_time() -> None:
    words = "The new lock will open on {}"
    june, july = ("3 June", "2025-06-03", "2025-06-03"), ("9 July", "2025-07-09", "2025-07-09")
    one = single(1, words.format("3 June"), "Ida Falk", dates=[june], time="future")
    other = single(2, words.format("9 July"), "Bo Reyes", dates=[july], time="future")
    assert [one.about for one in found(one, other)] == ["2025-06-03 / 2025-07-09"]
    much_later = single(20, words.format("9 July"), "Bo Reyes", dates=[july], time="future")
    assert found(one, much_later) == []


def _stands(number: int, stance: str, who: str = "Ida Falk") -> Report:
    text = f"{who} is said to have spoken on the sale of the old harbour"
    return report(number, text, [], positions=[(who, stance, "the sale of the old harbour")])


@pytest.mark.parametrize(
    ("one", "other", "about"),
    [
        (_stands(1, "supports"), _stands(2, "opposes"), ["Ida Falk: supports / opposes"]),
        (_stands(1, "supports"), _stands(9, "opposes"), []),
        (_stands(1, "supports"), _stands(2, "conditional"), []),
        (_stands(1, "supports"), _stands(2, "opposes", "Bo Reyes"), []),
    ],
)
def test_opposite_positions_of_one_actor(one: Report, other: Report, about: list[str]) -> None:
    assert [each.about for each in found(one, other)] == about
