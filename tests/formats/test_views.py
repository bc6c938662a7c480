"""The audit, the board and the conditions: for people, for spreadsheets and for programs."""

from __future__ import annotations

import csv
import io
import itertools
import json
from typing import Any

import pytest
from hypothesis import given
from rich.cells import cell_len

from reportedly.formats.audit import AUDIT
from reportedly.formats.board import BOARD, disputes, standings
from reportedly.formats.conditions import CONDITIONS, branches
from reportedly.formats.view import View, as_csv, as_json, as_table, csv_heading
from reportedly.ledger import Article, Condition, Ledger, ModelInfo
from tests.formats.ledgers import FERRY, any_ledgers, ledger_of
from tests.formats.story import STORY

VIEWS = [AUDIT, BOARD, CONDITIONS]
each_view = pytest.mark.parametrize("view", VIEWS, ids=["audit", "board", "conditions"])

AUDIT_SHOWN = """\
Ferry
The Daily Example · 2024-03-04

─────────────────█████████████████▓▓▓▓▓▓▓▓▓▓▓▓▒▒▒▒▒▒▒▒▒▒▒▒▒▒
─ own voice 28%  █ named 29%  ▓ unnamed 21%  ▒ withheld 23%  of it relayed 39%
101 words · 11 sentences · 4 distinct origins

Resting on one source without a name: 4 of 11 sentences
two officials [unnamed] two people, officials
  The Daily Example ← the Harbour Courier ← two officials
    2 Veldmark has drafted a plan to sail in May, two officials cited by the Harbour Courier said.
    3 Fares would be frozen.
a diplomat [withheld] one person, “with knowledge of the talks”
    7 A diplomat with knowledge of the talks said some ministers doubt the plan.
    9 Both parliaments approve once the harbour is dredged, he said.

 Source                                                            Words   Share   Statements
 ────────────────────────────────────────────────────────────────────────────────────────────
 a diplomat [withheld] one person, “with knowledge of the talks”      23     23%            2
 two officials [unnamed] two people, officials                        21     21%            1
 Tomas Brandt                                                         18     18%            1
 Marit Solheim minister                                               11     11%            1
"""

CONDITIONS_SHOWN = """\
Ferry
The Daily Example · 2024-03-04

Oster would not sign
└── unless the harbour is dredged — Tomas Brandt
Money could be released
└── if both parliaments approve — The Daily Example
    └── requires the harbour is dredged — a diplomat
"""


@pytest.mark.parametrize(
    ("view", "expected"), [(AUDIT, AUDIT_SHOWN), (CONDITIONS, CONDITIONS_SHOWN)]
)
def test_for_people(view: View, expected: str) -> None:
    assert as_table(view, STORY, width=100) == expected


@pytest.mark.parametrize(
    ("view", "told"),
    [
        (AUDIT, "░ not identified 78%"),
        (BOARD, "Nobody takes a position on a proposal."),
        (CONDITIONS, "Nothing in this text is said to hang on anything else."),
    ],
)
def test_a_ledger_that_does_not_know_says_so(view: View, told: str) -> None:
    assert told in as_table(view, FERRY)
    assert "no words" in as_table(AUDIT, ledger_of("—"))


def test_the_board_has_each_actor_once() -> None:
    assert [
        (one.name, [(stand.side, stand.position.stance, stand.proposal) for stand in one.stands])
        for one in standings(STORY)
    ] == [
        ("Veldmark", [("for", "proposes", "a plan")]),
        ("Tomas Brandt", [("open", "conditional", "sign"), ("against", "opposes", "a plan")]),
        ("some ministers", [("open", "doubts", "a plan")]),
    ]
    assert [(what, len(stands)) for what, stands in disputes(STORY)] == [("a plan", 3)]


def conditions(text: str, *pairs: tuple[str, str]) -> Ledger:
    def at(words: str) -> tuple[tuple[int, int], ...]:
        return ((text.index(words), text.index(words) + len(words)),)

    return Ledger(
        model=ModelInfo(name="by hand", version="1"),
        article=Article(text=text),
        conditions=tuple(
            Condition(
                id=f"K{number}",
                outcome_spans=at(outcome),
                requirement_spans=at(requirement),
                relation="if",
            )
            for number, (outcome, requirement) in enumerate(pairs, 1)
        ),
    )


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        ([("a", "b")], ["K1 0"]),
        ([("a", "b"), ("a", "c")], ["K1 0", "K2 0"]),
        ([("b", "c"), ("a", "b")], ["K2 0", "K1 1 below K2"]),
        # Each stands there once, even if two things hang on it, or all on each other.
        ([("a", "c"), ("b", "c"), ("c", "d")], ["K1 0", "K3 1 below K1", "K2 0"]),
        ([("a", "b"), ("b", "a")], ["K1 0", "K2 1 below K1"]),
        ([("a", "a")], ["K1 0"]),
    ],
)
def test_conditions_hang_on_each_other(pairs: list[tuple[str, str]], expected: list[str]) -> None:
    found = branches(conditions("a b c d", *pairs))
    told = [f"{b.condition.id} {b.depth}" + (f" below {b.below}" if b.below else "") for b in found]
    assert told == expected


def test_a_long_chain_of_conditions_is_no_deep_tree() -> None:
    words = [f"w{number}x" for number in range(3_000)]
    ledger = conditions(" ".join(words), *itertools.pairwise(words))
    assert len(as_table(CONDITIONS, ledger).splitlines()) == 3_000
    assert max(branch.depth for branch in branches(ledger)) == 8


def table_of(view: View, ledger: Ledger, name: str = "a.txt") -> list[dict[str, str]]:
    document = csv_heading(view) + as_csv(view, ledger, name)
    return list(csv.DictReader(io.StringIO(document, newline="")))


def test_the_audit_for_a_spreadsheet_has_a_row_a_sentence() -> None:
    found = table_of(AUDIT, STORY)
    assert len(found) == 11
    assert found[1] == {
        "article": "a.txt",
        "sentence": "2",
        "start": "54",
        "end": "146",
        "text": "Veldmark has drafted a plan to sail in May, two officials cited by the Harbour "
        "Courier said.",
        "words": "17",
        "own": "0",
        "named": "0",
        "unnamed": "17",
        "withheld": "0",
        "unidentified": "0",
        "relayed": "17",
        "sources": "two officials",
        "anonymity": "unnamed",
        "chain": "The Daily Example ← the Harbour Courier ← two officials",
        "relays": "1",
        "single": "true",
    }


def test_the_board_and_the_conditions_for_a_spreadsheet() -> None:
    assert [row["actor"] for row in table_of(BOARD, STORY)] == [
        "Veldmark", "Tomas Brandt", "Tomas Brandt", "some ministers",
    ]  # fmt: skip
    assert table_of(CONDITIONS, STORY)[2] == {
        "article": "a.txt",
        "id": "K3",
        "below": "K2",
        "outcome": "Both parliaments approve",
        "relation": "requires",
        "requirement": "the harbour is dredged",
        "whose": "a diplomat",
        "attribution": "R7",
        "confidence": "1.00",
    }


def test_for_programs() -> None:
    record = json.loads(as_json(AUDIT, STORY, "a.txt"))
    assert record["article"] == {
        "name": "a.txt",
        "id": STORY.article.id,
        "title": "Ferry",
        "outlet": "The Daily Example",
        "published": "2024-03-04",
    }
    assert record["words"] == {
        "total": 101, "own": 28, "named": 29, "unnamed": 21, "withheld": 23, "unidentified": 0,
        "relayed": 39,
    }  # fmt: skip
    assert record["sources"][0] == {
        "actor": "A5",
        "name": "a diplomat",
        "kind": "person",
        "anonymity": "withheld",
        "described": "one person, “with knowledge of the talks”",
        "words": 23,
        "statements": 2,
    }
    board = json.loads(as_json(BOARD, STORY, "a.txt"))
    assert board["disputes"] == [{"proposal": "a plan", "positions": ["P1", "P3", "P4"]}]
    [unless, *_] = json.loads(as_json(CONDITIONS, STORY, "a.txt"))["conditions"]
    assert STORY.text_of([tuple(span) for span in unless["outcome_spans"]]) == unless["outcome"]


def test_a_cell_that_a_spreadsheet_would_run_is_disarmed() -> None:
    ledger = ledger_of("=cmd|' /C calc'!A0\n\n@SUM(1,2) said so.\n\n-1")
    texts = [row["text"] for row in table_of(AUDIT, ledger, "-")]
    assert texts == ["'=cmd|' /C calc'!A0", "'@SUM(1,2) said so.", "'-1"]
    assert table_of(AUDIT, ledger, "-")[0]["article"] == "-"


@each_view
@given(ledger=any_ledgers())
def test_whatever_the_ledger(view: View, ledger: Ledger) -> None:
    for row in table_of(view, ledger, "a\tb\nc"):
        assert len(row) == len(view.columns)
        assert not [cell for cell in row.values() if "\n" in cell or "\x1b" in cell]
    record: dict[str, Any] = json.loads(as_json(view, ledger, "a.txt"))
    assert record["article"]["id"] == ledger.article.id
    shown = as_table(view, ledger, width=60)
    assert "\x1b" not in shown
    assert all(cell_len(line) <= 60 for line in shown.splitlines())
