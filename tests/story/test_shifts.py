"""What changed: told only where whoever said it before says something else now."""

from __future__ import annotations

from typing import Any

import pytest

from reportedly.story.changes.shifts import Shift, shifts
from reportedly.story.claims.roots import Instance
from reportedly.story.report import Report
from tests.story.reports import known, report, told


def found(*reports: Report) -> list[tuple[str, str]]:
    return [(one.kind, one.change) for one in _found(*reports)]


def _found(*reports: Report) -> list[Shift]:
    return shifts(reports, known(reports))


def single(number: int, words: str, by: str = "", **more: Any) -> Report:
    about = {key: more.pop(key) for key in ("day", "outlet", "url") if key in more}
    return report(number, words, [told(words, by, **more)], **about)


COST = "Dredging the canal would cost 30 million marks"


@pytest.mark.parametrize(
    ("after", "by", "changes"),
    [
        ("To dredge the canal costs 41 million marks", "Ida Falk", ["30 million → 41 million"]),
        # Somebody else's number is another number, not a revised one.
        ("To dredge the canal costs 41 million marks", "Bo Reyes", []),
        # Whoever names the number that is given up revises it.
        ("To dredge the canal costs 41 million marks, not 30 million", "Bo Reyes",
         ["30 million → 41 million"]),
        # The same, or something else that costs as much.
        ("To dredge the canal costs 30 million marks", "Ida Falk", []),
        ("A ferry for the islanders has a price of 41 million marks", "Ida Falk", []),
        # Far from each other: hardly the same thing.
        ("To dredge the canal costs 300 million marks", "Ida Falk", []),
    ],
)  # fmt: skip
def test_a_number_is_revised_by_whoever_gave_it(after: str, by: str, changes: list[str]) -> None:
    shown = found(single(1, COST, "Ida Falk"), single(2, after, by))
    assert shown == [("number", change) for change in changes]


@pytest.mark.parametrize(
    ("before", "after", "revised"),
    [("about 30 million", "31 million", False), ("30 million", "31 million", True)],
)
def test_what_was_approximate_may_become_exact(before: str, after: str, revised: bool) -> None:
    words = "Dredging the canal costs {} marks"
    one, other = (
        single(n, words.format(value), "Ida Falk") for n, value in ((1, before), (2, after))
    )
    assert bool(found(one, other)) == revised


def test_a_number_that_a_later_version_of_a_page_changes() -> None:
    page = {"outlet": "The Harbour Post", "url": "https://post.example/leaks"}
    one = single(1, "Divers found 14 leaks in the lock gate", "a diver", **page)
    other = single(2, "Divers found 9 leaks in the lock gate", "another diver", **page)
    (shift,) = _found(one, other)
    assert (shift.actor, shift.change) == ("Harbour Post", "14 → 9")
    assert shift.before.place == (1, one.ledger.claims[0].spans)
    assert shift.explanation == (
        "Harbour Post revised this number between 2025-05-01 and 2025-05-02, in another version of "
        "the same page (14 → 9): “Divers found 14 leaks in the lock gate” (The Harbour Post), then "
        "“Divers found 9 leaks in the lock gate” (The Harbour Post)."
    )


JUNE = ("on 3 June", "2025-06-03", "2025-06-03")
JULY = ("on 9 July", "2025-07-09", "2025-07-09")


@pytest.mark.parametrize(
    ("after", "more", "changes"),
    [
        ("The new lock will open on 9 July", {"dates": [JULY]}, ["2025-06-03 → 2025-07-09"]),
        ("The new lock will open on 3 June", {"dates": [JUNE]}, []),
        ("The new lock will not open before July",
         {"dates": [("before July", None, "2025-06-30")], "polarity": "negative"},
         ["2025-06-03 → 2025-07-01"]),
        # Only thought possible, or another plan.
        ("The new lock could open on 9 July", {"dates": [JULY], "certainty": "possible"}, []),
        ("Our union will march on 9 July", {"dates": [JULY]}, []),
    ],
)  # fmt: skip
def test_a_plan_is_moved(after: str, more: dict[str, Any], changes: list[str]) -> None:
    before = single(1, "The new lock will open on 3 June", "Ida Falk", dates=[JUNE], time="future")
    later = single(2, after, "Ida Falk", time="future", **more)
    assert found(before, later) == [("delay", change) for change in changes]


REPORTED = "The ferry company wants to sell two boats"


@pytest.mark.parametrize(
    ("before", "by", "cue", "confirmed"),
    [
        ({"hearsay": True}, "Ida Falk", "confirmed", True),
        ({"certainty": "possible"}, "Ida Falk", "confirmed", True),
        ({"by": "an official"}, "Ida Falk", "confirmed", True),
        ({"hearsay": True}, "Ida Falk", "said", False),
        # It was settled, and who said it before confirms nothing.
        ({}, "Ida Falk", "confirmed", False),
        ({"hearsay": True, "by": "Ida Falk"}, "Ida Falk", "confirmed", False),
    ],
)
def test_what_was_reported_is_confirmed(
    before: dict[str, Any], by: str, cue: str, confirmed: bool
) -> None:
    text = f"{by} {cue} that the ferry company wants to sell two of its boats"
    later = report(2, text, [told(text.partition("that ")[2], by, cue=cue)])
    shown = found(report(1, REPORTED, [told(REPORTED, **before)]), later)
    assert [kind for kind, _ in shown] == ["certainty"] * confirmed


def test_an_edited_page_hedges_otherwise() -> None:
    page = {"outlet": "The Harbour Post", "url": "https://post.example/strike"}
    one = single(1, "The dockers will strike again next week", **page)
    other = single(2, "The dockers may strike again next week", certainty="possible", **page)
    assert found(one, other) == [("certainty", "certain → possible")]
    # The words decide: where they are the same, only the reading differs.
    same = single(2, "The dockers will strike again next week", certainty="possible", **page)
    assert found(one, same) == []


def _stands(number: int, stance: str, target: str, who: str = "Ida Falk") -> Report:
    text = f"{who} spoke on {target}"
    return report(number, text, [], positions=[(who, stance, target)])


@pytest.mark.parametrize(
    ("after", "changes"),
    [
        (_stands(2, "opposes", "the sale of the old harbour"), ["supports → opposes"]),
        (_stands(2, "conditional", "the sale of the old harbour"), ["supports → conditional"]),
        (_stands(2, "proposes", "the sale of the old harbour"), []),
        (_stands(2, "opposes", "a toll for lorries"), []),
        (_stands(2, "opposes", "the sale of the old harbour", "Bo Reyes"), []),
    ],
)
def test_an_actor_takes_another_stance(after: Report, changes: list[str]) -> None:
    before = _stands(1, "supports", "selling the old harbour")
    assert found(before, after) == [("position", change) for change in changes]


def test_groups_of_claims_join_what_words_do_not() -> None:
    one = report(1, "Boats may go.", [told("Boats may go", certainty="possible")])
    text = "Ida Falk confirmed a sale of the fleet."
    other = report(2, text, [told("a sale of the fleet", "Ida Falk", cue="confirmed")])
    assert shifts([one, other], known([one, other])) == []
    group = [Instance(each, each.ledger.claims[0]) for each in (one, other)]
    (shift,) = shifts([one, other], known([one, other]), [group])
    assert shift.change == "possible → confirmed"


def test_nothing_changes_in_no_reports() -> None:
    assert shifts([], []) == []
