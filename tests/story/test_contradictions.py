"""What two claims cannot both say: another number of the same thing, or its denial."""

from __future__ import annotations

import pytest

from reportedly.ledger import Actor, Article, Claim, Ledger, ModelInfo
from reportedly.story.claims.contradictions import contradiction
from reportedly.story.report import Report
from reportedly.story.words.quantities import quantities_in
from reportedly.story.words.statements import Statement, statement_of


def said(words: str) -> Statement:
    claim = Claim(id="C1", spans=((0, len(words)),), chain=("A0",))
    outlet = Actor(id="A0", name="", kind="outlet", named=True, anonymity="named")
    model = ModelInfo(name="none", version="1")
    ledger = Ledger(model=model, article=Article(text=words), actors=(outlet,), claims=(claim,))
    return statement_of(Report(1, ledger), claim)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("the divers found 17 mines in the bay", "divers found 11 mines in the bay", "number"),
        ("the ferry will sink", "the ferry will not sink", "denial"),
        ("no divers found mines in the bay", "divers found mines in the bay", "denial"),
        ("Ida Falk will not resign", "Ida Falk will resign", "denial"),
        # Of one person much may be said, and denied.
        ("not all of Ida Falk’s friends", "Ida Falk’s word is Ida Falk’s word", None),
        ("Ida Falk has not seen the boat", "Ida Falk has seen the pier", None),
        # Both can be so.
        ("at least 11 mines lie in the bay", "17 mines lie in the bay", None),
        ("about 40 mines lie in the bay", "41 mines lie in the bay", None),
        ("17 mines lie in the bay", "17 mines were found in the bay", None),
        # Other things are counted, or nobody knows which goes with which.
        ("17 mines lie in the bay", "11 divers were in the bay", None),
        ("3 mines of 17 mines lie in the bay", "11 mines lie in the bay", None),
        # A date is no quantity, and a condition no denial.
        ("the ferry sails on 1 July from the bay", "the ferry sails on 9 July from the bay", None),
        ("the ferry will not sail unless it is mended", "the ferry will sail", None),
    ],
)
def test_contradiction(one: str, other: str, expected: str | None) -> None:
    assert contradiction(said(one), said(other), 0.8) == expected
    assert contradiction(said(other), said(one), 0.8) == expected


def test_what_is_far_apart_contradicts_nothing() -> None:
    assert contradiction(said("17 mines lie there"), said("11 mines lie there"), 0.1) is None


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("up to 90 jobs", [(90, "job", "at most")]),
        ("since 2019 some 6,200 hectares", [(6200, "hectare", "about")]),
        ("9 per cent on 3 May", [(9, "%", "exactly")]),
        ("four of the ships", [(4, "ship", "exactly")]),
        ("forty-seven old cranes", [(47, "crane", "exactly")]),
        ("between 10 and 12 ferries", [(10, "", "about"), (12, "ferry", "about")]),
        ("three of the 14 piers", [(3, "pier", "exactly"), (14, "pier", "exactly")]),
        (
            "a toll of €2 million, up from €1.5 million",
            [(2e6, "€", "exactly"), (1.5e6, "€", "exactly")],
        ),
        # Days, years, and how long ago something was, count nothing.
        ("the 2019 rules, two years ago, of 3 May", []),
        ("one of them", []),
    ],
)
def test_quantities(words: str, expected: list[tuple[float, str, str]]) -> None:
    assert [one[:3] for one in quantities_in(words)] == expected
